### Letters, sign-in, devices.

account-sign-in = Se connecter
account-sign-in-wrong = La connexion n’a pas abouti
account-sign-in-no-match = L’identifiant et la phrase de passe ne vont pas ensemble. Veuillez réessayer.
account-name = Identifiant
account-passphrase = Phrase de passe
account-have-letter = J’ai une lettre avec un code
account-cannot-sign-in = Je n’arrive pas à me connecter
account-signed-out-notice = Votre session est fermée. Aucune de vos données ne reste sur cette page.

## Someone who can't sign in.
account-lost-title = Si vous n’arrivez pas à vous connecter
account-lost-lead = Personne ne peut retrouver votre phrase de passe, pas même votre centre de soins. Une nouvelle lettre vous aidera.
account-lost-ask = Demandez une nouvelle lettre à votre équipe soignante. Vous la recevrez en main propre, par la poste ou par e-mail.
account-lost-use = Ouvrez Daybook avec le code de la nouvelle lettre et choisissez une nouvelle phrase de passe. Votre dossier reste tel quel.
account-lost-ends = L’ancienne phrase de passe ne marche plus, et tous les appareils sont déconnectés.

## The letter, step 1.
account-enrol-title = Ouvrez votre Daybook
account-enrol-lead = Gardez la lettre de votre centre de soins à portée de main. Cela prend environ deux minutes.
account-step = Étape { NUMBER($at) } sur { NUMBER($of) }
account-code = Code de votre lettre
account-code-hint = 12 lettres et chiffres, par exemple { $example }. Les tirets ne comptent pas.
account-code-malformed = Le code se compose de 12 lettres et chiffres. Veuillez le vérifier.
account-code-no-match = Ce code et la deuxième information ne vont pas ensemble. Veuillez vérifier les deux. Après 5 erreurs, la lettre ne marche plus.
account-code-expired = Cette lettre a déjà servi ou elle est trop ancienne. Veuillez en demander une nouvelle à votre équipe soignante.
account-birth = Date de naissance
account-birth-hint = Par exemple { $example }
account-birth-day = Jour
account-birth-month = Mois
account-birth-year = Année
account-birth-wrong = Indiquez le jour, le mois en chiffres de 1 à 12, et l’année avec 4 chiffres.
account-number = Numéro qui vous a été donné
account-number-hint = 6 chiffres. Votre administrateur vous les a donnés séparément de la lettre.
account-staff-letter = Je travaille dans l’équipe soignante
account-patient-letter = Je reçois des soins
account-continue = Continuer
account-have-account = J’ai déjà un Daybook
account-check-wrong = Veuillez vérifier ce que vous avez saisi

## The letter, step 2.
account-choose-title = Choisissez comment vous connecter
account-choose-hello = Bonjour { $name }
account-choose-again = Vous avez déjà utilisé Daybook. Vous pouvez garder votre identifiant ou en choisir un autre.
account-name-hint = N’importe quel nom facile à retenir pour vous. Une adresse e-mail n’est pas nécessaire.
account-name-taken = Cet identifiant est déjà pris. Veuillez en choisir un autre.
account-name-too-short = Un identifiant a au moins 2 caractères.
account-name-too-long = Un identifiant a au plus 60 caractères.
account-passphrase-hint = Au moins 15 caractères. Quatre ou cinq mots à la suite conviennent bien. Vous pouvez coller la phrase.
account-passphrase-too-short = Une phrase de passe a au moins 15 caractères. Quatre ou cinq mots à la suite conviennent bien.
account-passphrase-too-long = Une phrase de passe a au plus 256 caractères.
account-passphrase-too-common = Cette phrase de passe est facile à deviner. Essayez quatre ou cinq mots sans lien entre eux.
account-zone = Fuseau horaire
account-zone-hint = Pour que les heures soient justes là où vous êtes.
account-zone-wrong = Veuillez choisir un fuseau horaire dans la liste.
account-privacy-read = J’ai lu comment mes données sont utilisées
account-privacy-missing = Veuillez lire comment vos données sont utilisées, puis cochez la case.
account-open = Ouvrir mon Daybook
account-ticket-gone = Trop de temps a passé. Veuillez recommencer avec votre lettre.
account-begin-again = Recommencer

## More.
account-signed-in-as = Session ouverte : { $name }
account-settings = Réglages
account-devices = Mes appareils
account-devices-lead = Voici les appareils connectés à votre compte. Déconnectez ceux que vous ne reconnaissez pas.
account-devices-count = { $count ->
    [one] { $count } appareil connecté
    [many] { $count } d’appareils connectés
   *[other] { $count } appareils connectés
}
account-this-device = Cet appareil
account-device-since = Connexion le { $day }, dernière utilisation le { $used }
account-device-end = Déconnecter
account-device-end-which = Déconnecter { $device }
account-device-unknown = Un navigateur
account-device-browser = { $browser } sur { $system }
account-leave = Quitter
account-sign-out = Se déconnecter

## Showing who one is again.
account-confirm = Confirmer
account-confirm-title = Merci de confirmer que c’est bien vous
account-confirm-lead = Votre session est ouverte. Pour cette étape, Daybook vous le demande encore une fois, afin que personne d’autre ne puisse la faire sur votre appareil.
account-confirm-wrong = Ce n’est pas encore confirmé
account-confirm-no-match = Ce n’est pas votre phrase de passe. Veuillez réessayer.

## The second step at sign-in.
account-factor = Deuxième étape de connexion
account-factor-none = Pas encore en place
account-factor-on = Application de codes : active depuis le { $day }
account-factor-lead = Après votre phrase de passe, Daybook demande un code qui vient d’une application de votre téléphone. Une personne qui découvre votre phrase de passe ne peut donc pas entrer.
account-factor-required = Cette deuxième étape est nécessaire pour l’équipe soignante. Les autres pages s’ouvrent dès qu’elle est faite.
account-factor-app = Il vous faut une application de codes sur votre téléphone, aussi appelée application d’authentification. Beaucoup de téléphones en ont déjà une, et il en existe de gratuites. Cela prend environ trois minutes.
account-factor-choice = Nous vous le conseillons. Vous pouvez aussi utiliser Daybook sans cette étape.
account-factor-set-up = La mettre en place
account-factor-show = Saisir un code
account-factor-code-app = Application de codes
account-factor-replace = Utiliser un autre téléphone ou une autre application
account-factor-turn-off = La désactiver
account-factor-turn-off-text = Votre phrase de passe suffit alors pour ouvrir votre Daybook. Vos codes de secours ne marchent plus.
account-recovery = Codes de secours
account-recovery-text = Pour le jour où vous n’avez pas votre téléphone. Chaque code vous laisse entrer une fois.
account-recovery-left = Codes restants : { NUMBER($left) } sur { NUMBER($all) }
account-recovery-new = Créer de nouveaux codes de secours
account-recovery-new-text = Les anciens codes ne marchent plus ensuite.
account-recovery-used = Un code de secours vient de servir à ouvrir votre session. Ce code ne marchera plus.

## Connecting a code app.
account-set-up-title = Reliez votre application de codes
account-set-up-add = Ouvrez l’application de codes sur votre téléphone et ajoutez-y un nouveau compte.
account-set-up-scan = Pointez le téléphone vers cette image.
account-set-up-qr = Code QR avec la clé pour votre application de codes
account-set-up-type = Ou saisissez cette clé dans l’application :
account-set-up-here = Ouvrir l’application de codes sur cet appareil
account-set-up-on = Activer
account-set-up-expired = L’image était trop ancienne. Veuillez utiliser celle-ci.
account-totp = Code de l’application
account-totp-hint = 6 chiffres. Ils changent toutes les trente secondes.
account-totp-no-match = Ce code n’est pas le bon, ou il a déjà servi. Veuillez attendre le suivant et réessayer.

## New recovery codes.
account-codes-title = Gardez ces codes de secours
account-codes-lead = Si vous perdez votre téléphone, chacun de ces codes vous laisse entrer une fois. Ils ne sont affichés que maintenant.
account-codes-keep = Imprimez cette page ou recopiez les codes. Gardez-les avec vos papiers importants, pas sur votre téléphone.
account-codes-save = Enregistrer comme fichier texte
account-codes-file = Codes de secours pour Daybook, identifiant : { $name }
account-codes-kept = Je les ai gardés
account-codes-gone = Les codes de secours ne sont affichés qu’une fois. Si vous les avez perdus, vous pouvez en créer d’autres.

## The second step at the door.
account-code-title = Encore une étape
account-code-lead = Votre phrase de passe est juste. Saisissez maintenant un code de votre application.
account-totp-or-recovery = Code
account-totp-or-recovery-hint = Les 6 chiffres affichés par votre application de codes, ou l’un de vos codes de secours.
account-code-over = Trop de temps a passé. Veuillez vous reconnecter.
account-code-lost = Je n’ai ni téléphone ni code de secours
account-demo-code = Le code de { $name } est { $code }.

## The warning before a session ends.
account-ending = Votre session va bientôt se fermer
account-ending-text = Vous n’avez pas utilisé Daybook depuis un moment. Voulez-vous garder la session ouverte ?
account-ending-stay = Garder la session ouverte

## The demonstration.
account-demo-title = Ceci est une démonstration
account-demo-text = Ces personnes sont inventées. Connectez-vous sous le nom de l’une d’elles :
account-demo-sign-in = Ouvrir la session de { $name }
