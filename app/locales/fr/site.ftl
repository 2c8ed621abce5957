### The words of every page.

site-name = Daybook
site-very-ill = Si vous allez très mal
site-not-watched = Daybook n’est pas surveillé jour et nuit. Il n’est pas certifié comme dispositif médical.
site-skip = Aller au contenu
site-language = Langue :

site-navigation = Menu principal
site-today = Aujourd’hui
site-results = Résultats
site-more = Plus
site-privacy = Confidentialité
site-accessibility = Accessibilité
site-loading = Chargement…

## The page of numbers to call.
site-ill-lead = Appelez maintenant. N’attendez pas de réponse dans Daybook.
site-ill-signs = Appelez tout de suite si vous avez
site-ill-sign-fever = une température de 38,0 °C (100,4 °F) ou plus, ou des frissons avec des tremblements
site-ill-sign-bleeding = des saignements ou des bleus nouveaux, ou qui ne s’arrêtent pas
site-ill-sign-breath = une difficulté nouvelle à respirer, ou une douleur dans la poitrine
site-ill-sign-fluids = des vomissements ou une diarrhée qui ne s’arrêtent pas, ou si vous ne pouvez garder aucun liquide
site-ill-sign-confusion = une confusion, un très fort mal de tête, ou une faiblesse nouvelle dans un bras ou une jambe
site-ill-sign-harm = des idées de vous faire du mal
site-ill-say = Dites que vous êtes en traitement pour un cancer et donnez la date de votre dernier traitement. Prenez avec vous la liste de vos médicaments.
site-ill-demo = Ceci est une démonstration. Les numéros sont inventés et ne mènent nulle part.

## The privacy notice.
site-privacy-title = Comment vos données sont utilisées
site-privacy-lead = { $clinic } met Daybook à votre disposition. Vous y voyez ce que votre centre de soins sait de vous.
site-privacy-who = Ici, vous et les équipes qui vous suivent pouvez lire votre dossier. Chaque ouverture est enregistrée, et vous pouvez voir de qui il s’agit.
site-privacy-ads = Vos données ne sont jamais vendues. Elles ne servent jamais à la publicité.
site-privacy-device = Sur votre appareil, Daybook ne garde que deux cookies : un pour votre connexion, un pour votre langue. C’est seulement si vous le choisissez qu’un appareil à vous garde aussi une copie, chiffrée, pour les endroits sans réseau.
site-privacy-others = Votre navigateur ne communique qu’avec ce centre de soins, et aucune société extérieure n’est informée de votre visite. Si vous activez les notifications, elles passent par le service de notifications du fabricant de votre navigateur. Il ne peut pas les lire, mais il sait quand votre appareil en reçoit une. Il faut aussi un cookie de plus sur cet appareil. Si vous faites prévenir une autre personne de vos prises, Daybook garde son adresse et lui écrit par e-mail.
site-privacy-whole = Notice complète sur vos données : { $clinic }

## The accessibility statement.
site-accessibility-lead = Nous voulons que tout le monde puisse utiliser Daybook.
site-accessibility-aim = Nous concevons Daybook pour respecter les règles WCAG 2.2, niveau AA, et beaucoup de points du niveau AAA. Il s’utilise au clavier, avec un lecteur d’écran, en grands caractères et sans JavaScript.
site-accessibility-test = Un programme vérifie chaque page à chaque changement de Daybook. Les personnes qui utilisent un lecteur d’écran tous les jours ne l’ont pas encore testé.
site-accessibility-tell = Si quelque chose ne marche pas pour vous, dites-le à votre centre de soins.

## When a page can't be shown.
site-fault-not-found = Cette page est introuvable
site-fault-not-found-text = L’adresse contient peut-être une erreur, ou ce contenu n’est plus partagé avec vous.
site-fault-signed-out = Votre session est fermée
site-fault-signed-out-text = La session a expiré, ou vous l’avez fermée. Veuillez vous reconnecter.
site-fault-factor = Merci de confirmer que c’est bien vous
site-fault-factor-text = Ce que vous demandez exige de vous identifier à nouveau, afin que personne d’autre ne puisse le faire sur votre appareil.
site-fault-unavailable = Daybook ne peut pas répondre pour le moment
site-fault-unavailable-text = Rien n’est perdu. Veuillez réessayer dans une minute. Si vous vous sentez mal, appelez votre centre de soins.
site-fault-internal = Un problème est survenu de notre côté
site-fault-internal-text = Ce que vous avez enregistré avant n’est pas perdu. Veuillez réessayer dans une minute.
site-fault-reference = Si vous nous appelez à ce sujet, cette référence nous aidera :
site-fault-home = Aller à l’accueil

## What is wrong with a field of a form.
site-error-missing = Veuillez remplir ce champ.
site-error-malformed = Veuillez vérifier ce champ. Certains caractères ne sont pas acceptés.
site-error-too-short = C’est trop court.
site-error-too-long = C’est trop long.
site-error-not-a-date = Ce n’est pas une date. Veuillez vérifier le jour, le mois et l’année.
site-error-taken = C’est déjà pris. Veuillez choisir autre chose.
site-error-too-common = C’est trop facile à deviner. Veuillez choisir autre chose.
site-error-no-match = Cela ne correspond pas. Veuillez réessayer.
site-error-expired = Ce n’est plus valable.
site-error-not-a-choice = Veuillez faire un choix dans la liste.
site-error-out-of-range = Veuillez vérifier ce nombre. Il est trop bas ou trop élevé.
site-error-too-many = Veuillez donner une seule réponse.
site-error-contradiction = Ces réponses ne vont pas ensemble. Veuillez les vérifier.
site-error-throttled = { $seconds ->
    [one] Trop d’essais. Attendez { $seconds } seconde, puis réessayez.
    [many] Trop d’essais. Attendez { $seconds } de secondes, puis réessayez.
   *[other] Trop d’essais. Attendez { $seconds } secondes, puis réessayez.
}
site-error-throttled-minutes = { $minutes ->
    [one] Trop d’essais. Attendez { $minutes } minute, puis réessayez.
    [many] Trop d’essais. Attendez { $minutes } de minutes, puis réessayez.
   *[other] Trop d’essais. Attendez { $minutes } minutes, puis réessayez.
}
site-days = { $count ->
    [one] { $count } jour
    [many] { $count } de jours
   *[other] { $count } jours
}
