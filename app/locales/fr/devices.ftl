### Daybook sur les appareils : ce que les téléphones en disent quand il est installé.

devices-manifest-about = Vos résultats, vos médicaments et vos symptômes au même endroit, par votre propre clinique.
devices-manifest-dose = Prendre une dose

## Mettre Daybook sur l’écran d’accueil.
devices-install = Mettre Daybook sur l’écran d’accueil
devices-install-lead = Il s’ouvre d’un seul geste, comme une application, même sans réseau.
devices-install-can = Ce navigateur peut installer Daybook maintenant. Il n’y a rien à télécharger dans un magasin d’applications.
devices-install-now = Installer Daybook
devices-installed = Daybook est déjà sur l’écran d’accueil de cet appareil.
devices-install-apple = Sur iPhone et iPad
devices-apple-1 = Ouvrez Daybook dans Safari et touchez le bouton Partager : un carré avec une flèche vers le haut.
devices-apple-2 = Faites défiler et touchez « Sur l’écran d’accueil ».
devices-apple-3 = Touchez « Ajouter ». Ensuite, ouvrez Daybook depuis l’écran d’accueil.
devices-apple-why = Sur iPhone et iPad, les notifications n’arrivent que si Daybook est sur l’écran d’accueil. Safari peut aussi effacer ce qu’un site garde si vous ne l’ouvrez pas pendant une semaine ; depuis l’écran d’accueil, cela reste.
devices-install-others = Sur les autres téléphones et ordinateurs
devices-others-1 = Ouvrez le menu de votre navigateur.
devices-others-2 = Choisissez « Installer l’application » ou « Ajouter à l’écran d’accueil ». Certains navigateurs ne le proposent pas.
devices-others-3 = Confirmez. Daybook est alors parmi vos applications.
devices-install-about = Bon à savoir
devices-install-about-text = Installer Daybook ne change rien à qui peut voir votre dossier : vous vous identifiez toujours. Si d’autres personnes utilisent cet appareil, mieux vaut ne pas l’installer.

## Ce que les pages disent de l’appareil où elles sont.

devices-no-network = Vous êtes hors ligne.
devices-no-network-as-of = Vous êtes hors ligne. Ce que vous voyez date du { $at }.
devices-unsent-count = { $count ->
    [one] { $count } saisie n’est pas encore envoyée.
    [many] { $count } de saisies ne sont pas encore envoyées.
   *[other] { $count } saisies ne sont pas encore envoyées.
}
devices-refused-count = { $count ->
    [one] { $count } saisie n’a pas pu être acceptée.
    [many] { $count } de saisies n’ont pas pu être acceptées.
   *[other] { $count } saisies n’ont pas pu être acceptées.
}
devices-show = Voir
devices-update = Une nouvelle version de Daybook est prête.
devices-update-now = L’utiliser maintenant
devices-not-sent = pas encore envoyé
devices-not-here = Pas gardé sur cet appareil
devices-not-here-text = Cette page a besoin du réseau. Elle sera de nouveau là quand vous serez en ligne.

devices-unsent = Pas encore envoyé
devices-unsent-lead = Ce que vous avez dit sur cet appareil pendant qu’il n’y avait pas de réseau. L’envoi se fait tout seul dès qu’il revient.
devices-unsent-none = Rien n’attend
devices-unsent-none-text = Tout ce que vous avez dit sur cet appareil a été envoyé.
devices-waiting = Pas encore envoyé. Dit le { $at }.
devices-sent = Envoyé le { $at }
devices-refused = Pas accepté : { $why }
devices-refused-conflict = cela a déjà été dit autrement. Regardez la page concernée et dites-le de nouveau si c’est toujours juste.
devices-refused-gone = ce dont il s’agit n’existe plus. Demandez à votre équipe en cas de doute.
devices-refused-invalid = une partie n’a pas pu être lue. Merci de le dire de nouveau sur sa page.
devices-dose-taken = Une dose : prise
devices-dose-skipped = Une dose : sautée
devices-dose-later = Une dose : reportée
devices-dose-missed = Une dose : oubliée
devices-dose-undone = Une dose : annulation
devices-diary-note = Une note dans le journal
devices-diary-withdrawn = Une note du journal, retirée
devices-send = Envoyer maintenant
devices-remove = Supprimer
devices-remove-sure = Votre clinique ne l’a pas reçu. Une fois supprimé, c’est définitif.
devices-remove-yes = Oui, supprimer
devices-report-kept = Gardé sur cet appareil
devices-report-kept-text = Personne n’a encore vu votre bilan des symptômes. Il part tout seul dès qu’il y a du réseau. Si vous avez besoin d’aide maintenant, n’attendez pas : appelez.
devices-report-waits = Un bilan des symptômes est terminé et pas encore envoyé.
devices-offer = Daybook peut se mettre sur votre écran d’accueil, comme une application.
devices-offer-how = Comment faire
devices-offer-later = Pas maintenant
devices-offer-title = Installer Daybook

## The line that leads to the page of it. (browser)
devices-offline = Sans réseau
devices-offline-short = Choisissez si cet appareil garde une copie

## The page on which it is turned on and off.
devices-offline-lead = Si vous le souhaitez, cet appareil garde ce qu’il vous faut pour les prochains jours. Daybook s’ouvre alors aussi sans réseau, et prend ce que vous saisissez.
devices-offline-off = Votre clinique a désactivé cette possibilité. Ici, Daybook a besoin du réseau.
devices-no-script = Pour garder une copie, il faut JavaScript, qui est désactivé dans ce navigateur. Tout le reste fonctionne sans lui.
devices-no-worker = Ce navigateur ne peut pas garder de copie. Une fenêtre privée ne le peut pas non plus. Tout le reste fonctionne.
devices-working = Un instant…
devices-kept-now = Cet appareil garde maintenant une copie.
devices-forgotten = La copie est effacée. Cet appareil ne garde plus rien.
devices-forget-unsent = Certaines saisies n’ont pas encore été envoyées. Connectez-vous à un réseau, ou retirez-les d’abord. Effacez ensuite la copie.
devices-failed = Cela n’a pas marché. Vérifiez que vous avez du réseau, puis réessayez.
devices-on = Cet appareil garde une copie
devices-on-since = Copie faite
devices-on-waiting = Saisies qui attendent d’être envoyées
devices-forget-text = Si vous effacez la copie, Daybook aura de nouveau besoin du réseau sur cet appareil. Votre dossier reste tel qu’il est.
devices-forget = Effacer la copie de cet appareil
devices-keep = Garder une copie sur cet appareil
devices-own = C’est mon propre appareil, et personne d’autre ne l’utilise.
devices-own-missing = Activez ceci seulement sur un appareil à vous.
devices-pin-new = Un code PIN pour cet appareil
devices-pin-hint = Au moins { $digits } chiffres, plus c’est plus sûr. Il reste sur cet appareil : personne ne peut vous le redire si vous l’oubliez. Dans ce cas, la copie s’ouvre quand vous vous connectez.
devices-pin-short = Tapez au moins { $digits } chiffres.
devices-pin-again = Le même code PIN encore une fois
devices-pin-differ = Les deux codes ne sont pas les mêmes. Tapez-les à nouveau.
devices-keep-button = Garder une copie
devices-what = Ce qui est gardé
devices-what-doses = Ce que vous prenez chacun des 14 prochains jours
devices-what-diary = Les questions du journal, et vos 10 derniers bilans
devices-what-results = Les résultats des 90 derniers jours qui ne sont pas nouveaux pour vous
devices-what-coming = Vos prochains rendez-vous, et les numéros à appeler
devices-what-entries = Ce que vous saisissez sans réseau, jusqu’à son envoi
devices-long = Pour combien de temps
devices-long-text = La copie est refaite pendant que vous utilisez Daybook avec du réseau. Si cet appareil n’a pas de nouvelles de Daybook pendant 14 jours, la copie est effacée. Ce que vous avez saisi sans pouvoir l’envoyer reste, scellé, jusqu’à ce que vous vous connectiez ou disiez de l’effacer.
devices-long-apple = Un iPhone ou un iPad peut effacer tout ce qu’une page garde si vous ne l’avez pas ouverte pendant 7 jours, même les saisies pas encore envoyées. Il ne le fait pas si Daybook est sur votre écran d’accueil.
devices-protects = Contre quoi cela protège
devices-protects-text = La copie est chiffrée. Après 30 minutes sans utilisation, elle est verrouillée : votre code PIN ou votre connexion l’ouvre. Après 5 codes faux, ou 24 heures après votre connexion, seule une nouvelle connexion l’ouvre. Elle est effacée quand vous vous déconnectez. Si l’appareil est perdu, déconnectez-le dans la liste des appareils dans les 24 heures qui suivent votre connexion sur lui : la copie est effacée dès qu’il a du réseau, avec ce qu’il n’avait pas envoyé.
devices-not = Contre quoi cela ne protège pas
devices-not-open = Une personne qui a votre appareil en main pendant que Daybook y est ouvert peut le lire.
devices-not-pin = Une personne qui copie la mémoire de votre appareil, et sait comment faire, peut essayer autant de codes qu’elle veut. Six chiffres ne résistent pas longtemps. Un verrou sur l’appareil lui-même aide davantage.
devices-not-program = Un programme nuisible sur votre appareil peut lire ce que vous lisez.
devices-not-history = L’historique de votre navigateur montre que vous utilisez Daybook, quelles pages vous avez ouvertes et quels mots vous avez cherchés, mais pas ce que les pages disaient.
devices-not-erased = Ce qui est effacé peut rester un moment sur le disque, chiffré, jusqu’à ce que la place serve à autre chose.

## What a device shows by itself without a network.
devices-not-kept = Il n’y a pas de réseau : ce que vous venez de saisir n’est pas enregistré, et personne n’en est informé. Veuillez le saisir de nouveau plus tard.
devices-nothing = Pas de réseau
devices-nothing-text = Daybook ne garde rien sur cet appareil. Il ne peut donc rien montrer tant qu’il n’y a pas de réseau.
devices-again = Réessayer
devices-locked = Daybook est verrouillé
devices-locked-text = Il n’y a pas de réseau. Le code PIN de cet appareil ouvre ce qu’il garde. Si vous l’avez oublié, connectez-vous quand il y aura du réseau.
devices-pin = Code PIN de cet appareil
devices-pin-wrong = { $left ->
    [one] Ce n’était pas le bon code. Il vous reste { $left } essai.
    [many] Ce n’était pas le bon code. Il vous reste { $left } d’essais.
   *[other] Ce n’était pas le bon code. Il vous reste { $left } essais.
}
devices-pin-none = Ce n’était pas le bon code. Connectez-vous quand vous aurez du réseau.
devices-unlock = Ouvrir
devices-sealed = Connectez-vous
devices-sealed-text = Ce que cet appareil garde est scellé jusqu’à ce que vous vous connectiez, et pour cela il faut du réseau. Ce que vous avez saisi est en sécurité, et sera alors envoyé.
devices-sign-in = Se connecter
devices-left = Votre session est fermée
devices-left-text = Il n’y a pas de réseau. La copie sur cet appareil est effacée, et Daybook apprendra votre déconnexion dès qu’il y aura du réseau.

## What is asked of who signs out before everything is sent.
devices-leaving = Certaines saisies ne sont pas encore envoyées
devices-leaving-text = Que faut-il en faire quand vous vous déconnectez ?
devices-leaving-send = Les envoyer maintenant, puis me déconnecter
devices-leaving-send-hint = Si le réseau ne répond pas, la question vous est posée à nouveau.
devices-leaving-keep = Les garder scellées, et me déconnecter
devices-leaving-keep-hint = Personne ne peut les lire. Elles sont envoyées quand vous vous reconnectez sur cet appareil.
devices-leaving-discard = Les effacer, et me déconnecter
devices-leaving-discard-hint = Elles sont perdues. Votre équipe de soins ne les verra jamais.
devices-leaving-stay = Ne pas me déconnecter
