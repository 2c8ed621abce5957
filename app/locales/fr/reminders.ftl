### Rappels par e-mail : donner une adresse, choisir ce qui vient, et les e-mails eux-mêmes.

reminders-title = Rappels
reminders-lead = Daybook peut vous prévenir quand quelque chose vous attend ici. Sauf si vous le choisissez, il ne dit pas quoi.
reminders-on = Activés
reminders-off = Pas encore réglés
reminders-inbox = Boîte de réception
reminders-inbox-unread = { $count ->
    [one] { $count } nouvel avis
    [many] { $count } de nouveaux avis
   *[other] { $count } nouveaux avis
}
reminders-no-mail = Ce Daybook ne peut pas envoyer d’e-mails pour le moment. Veuillez demander à votre centre de soins.

## Ce qui vient d’être fait.
reminders-asked = Nous envoyons un code à cette adresse. Cela peut prendre quelques minutes.
reminders-confirmed = Votre adresse est confirmée.
reminders-removed = Votre adresse est supprimée. Il ne viendra plus d’e-mails.
reminders-saved = Votre choix est enregistré.

## L’adresse.
reminders-yours = Votre adresse e-mail
reminders-another = Utiliser une autre adresse
reminders-since = Confirmée le { $day }
reminders-address = Adresse e-mail
reminders-address-hint = Par exemple nom@example.org. Choisissez une adresse que vous êtes seul ou seule à lire.
reminders-address-missing = Veuillez saisir votre adresse e-mail.
reminders-address-wrong = Nous ne pouvons pas utiliser cette adresse e-mail. Veuillez la vérifier.
reminders-too-many = Beaucoup d’e-mails ont été demandés aujourd’hui. Veuillez réessayer demain.
reminders-ask = M’envoyer un code
reminders-remove = Supprimer cette adresse
reminders-test = M’envoyer un essai
reminders-test-waiting = L’essai est en route.
reminders-test-failing = L’essai n’a pas encore pu partir. Daybook continue d’essayer.
reminders-test-sent = L’essai est parti à { $time }. Si vous ne le voyez pas, regardez dans le dossier des indésirables.
reminders-test-refused = L’essai n’a pas pu être envoyé à cette adresse. Veuillez la vérifier ou en utiliser une autre.
reminders-look-again = Regarder à nouveau

## Le code.
reminders-confirm-title = Confirmez votre adresse
reminders-sent-to = Nous avons envoyé un code à :
reminders-until = Il est valable jusqu’au { $day }, { $time }.
reminders-code = Code de l’e-mail
reminders-code-wrong = Ce n’est pas le code du dernier e-mail. Après 5 essais erronés, il ne marche plus.
reminders-code-over = Ce code ne marche plus. Veuillez en demander un nouveau.
reminders-confirm = Confirmer
reminders-not-there = Rien après quelques minutes ? Regardez dans le dossier des indésirables, vérifiez l’adresse ou faites renvoyer le code.
reminders-again = Renvoyer le code
reminders-cancel = Ne pas utiliser cette adresse

## Les notifications sur les appareils.
reminders-push-title = Notifications sur vos appareils
reminders-push-none = Ce Daybook n’envoie pas de notifications. Vous pouvez choisir l’e-mail.
reminders-push-script = Les notifications ont besoin de JavaScript. Il est désactivé dans ce navigateur.
reminders-push-unsupported = Ce navigateur ne peut pas afficher de notifications de Daybook. Vous pouvez utiliser un autre navigateur ou l’e-mail.
reminders-push-home-screen = Sur un iPhone ou un iPad, il faut d’abord ajouter Daybook à l’écran d’accueil. Touchez Partager, puis Sur l’écran d’accueil. Ouvrez Daybook de là et revenez à cette page.
reminders-push-denied = Les notifications de Daybook sont bloquées dans ce navigateur. Pour changer cela, ouvrez les réglages de ce site dans votre navigateur et autorisez les notifications. Puis rechargez cette page.
reminders-push-working = Un instant. Le navigateur s’adresse à son service de notifications.
reminders-push-here = Les notifications sont activées dans ce navigateur.
reminders-push-off = Daybook peut afficher une notification sur cet appareil quand quelque chose vous attend. Votre navigateur vous demandera si vous l’autorisez.
reminders-push-turn-on = Activer les notifications ici
reminders-push-failed = Le navigateur n’a pas pu activer les notifications. Il n’a peut-être pas pu joindre son service de notifications. Si elles étaient actives ici, elles ne le sont peut-être plus : réessayez plus tard.
reminders-push-try-again = Réessayer
reminders-push-honest = Une notification peut venir en retard ou ne pas venir du tout : quand l’appareil est éteint, économise l’énergie ou n’a pas de réseau. Ne comptez pas sur elle seule.
reminders-push-devices = Appareils qui affichent des notifications
reminders-push-send-test = Envoyer un essai à mes appareils
reminders-push-gone = Depuis le { $day }, cet appareil ne reçoit plus de notifications. Pour les recevoir à nouveau, activez-les sur cet appareil.
reminders-push-refused = La dernière notification a été refusée. Activez à nouveau les notifications sur cet appareil.
reminders-push-last = Dernière notification envoyée le { $day }
reminders-push-since = Activées depuis le { $day }
reminders-push-tested = L’essai est parti à { $time }. Il devrait s’afficher en moins d’une minute.
reminders-push-forget = Oublier
reminders-push-forget-which = Oublier { $device }
reminders-push-done = Les notifications sont activées. Vous pouvez envoyer un essai.
reminders-push-forgotten = L’appareil est oublié. Aucune notification n’y viendra plus.
reminders-push-too-many = Vous avez atteint le nombre d’appareils que Daybook peut avertir. Veuillez d’abord en oublier un.
reminders-push-unknown = Daybook ne connaît pas le service de notifications de ce navigateur. Veuillez utiliser un autre navigateur ou l’e-mail.
reminders-push-tests = Beaucoup d’essais ont été demandés aujourd’hui. Veuillez réessayer demain.

## Ce que dit une notification. Elle ne nomme personne et ne dit rien de la santé.
reminders-push-waits = Vous avez quelque chose à faire
reminders-push-test = Voici l’essai que vous avez demandé.
reminders-push-button = Pris
reminders-push-button-discreet = Fait
reminders-push-unsent = Envoi impossible. Ouvrez Daybook.
reminders-push-noted-taken = Noté : pris à { $time }
reminders-push-noted = Noté : { $time }
reminders-push-before = Quelque chose était déjà noté. Ouvrez Daybook pour le voir.
reminders-push-held = C’est en pause. Rien n’a été noté. Ouvrez Daybook.
reminders-push-changed = Le plan a changé. Rien n’a été noté. Ouvrez Daybook.
reminders-push-over = Ce n’est plus possible ici. Ouvrez Daybook.

## La boîte de réception.
reminders-inbox-lead = Ce que Daybook vous a dit ces 30 derniers jours, quelle qu’en soit la voie.
reminders-inbox-read = Tout marquer comme lu
reminders-inbox-choose = Choisir ce qui vous est envoyé
reminders-inbox-empty = Rien ici
reminders-inbox-empty-text = Quand quelque chose vous attend, Daybook l’écrit ici.
reminders-inbox-new = Nouveau
reminders-inbox-at = { $day }, { $time }
reminders-glance = Nouveaux avis
reminders-glance-open = Ouvrir
reminders-glance-close = Fermer

## Ce qui vient, et quand.
reminders-which = Les avis que vous recevez
reminders-which-about = Ce qui vous attend est toujours dans votre boîte de réception dans Daybook. Ici, vous choisissez ce qui vous est aussi envoyé.
reminders-kind-symptom-check = Quand il est temps de dire comment vous allez
reminders-kind-medicine = Quand c’est l’heure d’un médicament
reminders-kind-results = Quand il y a du nouveau dans votre dossier
reminders-kind-worklist = Quand quelque chose attend votre équipe
reminders-kind-symptom-check-about = Une fois quand le moment est venu, et une autre fois si ce n’est pas encore fait.
reminders-kind-medicine-about = Aux heures que vous avez choisies pour vos médicaments, et quand votre dossier dit de ne pas prendre l’un d’eux.
reminders-kind-results-about = L’avis ne dit pas ce qui est nouveau.
reminders-kind-worklist-about = À toute heure. L’avis ne nomme personne.
reminders-by-mail = Par e-mail
reminders-by-push = Par notification
reminders-by-page = Dans Daybook quand il est ouvert
reminders-wording = Ce que dit un avis
reminders-discreet = Seulement que vous avez quelque chose à faire
reminders-discreet-about = Si d’autres le voient, ils n’apprennent rien sur votre santé.
reminders-plain = De quoi il s’agit
reminders-plain-about = Par exemple le nom du médicament. Il peut s’afficher sur un écran verrouillé. Aucune valeur n’y figure jamais.
reminders-quiet = Heures de calme
reminders-quiet-hint = Aucun avis ne vient pendant ces heures. Il attend qu’elles soient passées. Deux fois la même heure : pas d’heures de calme.
reminders-quiet-from = De
reminders-quiet-until = À
reminders-quiet-medicines = Retenir aussi les rappels de médicaments
reminders-quiet-medicines-hint = Sans cela, un rappel de médicament vient à son heure, même la nuit.
reminders-save = Enregistrer

## De quoi il s’agit, en mots simples.
reminders-said-symptom-check = Il est temps de dire comment vous allez
reminders-said-medicine = C’est l’heure de { $medicine }
reminders-said-medicine-past = C’était l’heure de { $medicine }
reminders-said-medicine-unnamed = C’est l’heure d’un médicament
reminders-said-late = Des rappels de médicaments sont venus en retard. Regardez dans Daybook ce qui reste à faire.
reminders-said-stopped = Votre dossier dit maintenant de ne pas prendre { $medicine }. Ces rappels sont arrêtés.
reminders-said-again = Votre dossier ne dit plus de laisser { $medicine } de côté. Regardez dans Daybook ce qui est prévu.
reminders-said-told-ended = Personne d’autre n’est prévenu des prises sans réponse : la personne que vous aviez choisie a dit non.
reminders-said-changed = Ce que votre dossier dit de vos médicaments a changé
reminders-said-results = Il y a du nouveau dans votre dossier
reminders-said-worklist = Quelque chose attend votre équipe
reminders-said-unanswered = Quelqu’un que vous connaissez a demandé à Daybook de vous prévenir quand une prise reste sans réponse.
reminders-said-unanswered-name = { $name } a demandé à Daybook de vous prévenir quand une prise reste sans réponse.

## Les e-mails. Ils ne nomment personne et ne disent rien de la santé.
reminders-mail-hello = Bonjour,
reminders-mail-code-subject = Votre code pour Daybook
reminders-mail-code = Ce code confirme votre adresse e-mail pour les rappels :
reminders-mail-code-where = Saisissez-le sur cette page de Daybook :
reminders-mail-code-valid = Il est valable 24 heures.
reminders-mail-test-subject = Un essai de Daybook
reminders-mail-test = Voici l’essai que vous avez demandé. Les e-mails de Daybook vous parviennent.
reminders-mail-waits-subject = Quelque chose vous attend dans Daybook
reminders-mail-waits = Quelque chose vous attend dans Daybook. Connectez-vous pour le voir :
reminders-mail-from = Daybook a écrit ceci tout seul. Personne ne lira de réponse.
reminders-mail-not-you = Vous n’avez rien demandé ? Alors vous n’avez rien à faire. Sans le code, cette adresse n’est pas utilisée.
reminders-mail-stop = Pour changer ou arrêter ces e-mails, connectez-vous et ouvrez cette page, ou demandez à ceux qui font marcher Daybook pour vous :
reminders-mail-unanswered-subject = Quelqu’un a demandé à Daybook de vous prévenir
