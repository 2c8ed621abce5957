### Rappels par e-mail : donner une adresse, choisir ce qui vient, et les e-mails eux-mêmes.

reminders-title = Rappels par e-mail
reminders-lead = Daybook peut vous envoyer un court e-mail quand quelque chose vous attend ici. Il ne dit jamais quoi.
reminders-on = Activés
reminders-off = Pas encore d’adresse
reminders-no-mail = Ce Daybook ne peut pas envoyer d’e-mails pour le moment. Veuillez demander à votre centre de soins.

## Ce qui vient d’être fait.
reminders-asked = Nous envoyons un code à cette adresse. Cela peut prendre quelques minutes.
reminders-confirmed = Votre adresse est confirmée.
reminders-removed = Votre adresse est supprimée. Il ne viendra plus d’e-mails.
reminders-saved = Votre choix est enregistré.

## L’adresse.
reminders-yours = Votre adresse
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

## Ce qui vient, et quand.
reminders-which = Les avis que vous recevez
reminders-which-about = Ce qui vous attend est toujours dans votre boîte de réception dans Daybook. Ici, vous choisissez ce qui vous est aussi envoyé.
reminders-kind-symptom-check = Quand il est temps de dire comment vous allez
reminders-kind-medicine = Quand c’est l’heure d’un médicament
reminders-kind-results = Quand il y a du nouveau dans votre dossier
reminders-kind-worklist = Quand quelque chose attend votre équipe
reminders-kind-symptom-check-about = Une fois quand le moment est venu, et une autre fois si ce n’est pas encore fait.
reminders-kind-medicine-about = Aux heures que vous avez choisies pour vos médicaments.
reminders-kind-results-about = L’avis ne dit pas ce qui est nouveau.
reminders-kind-worklist-about = À toute heure. L’avis ne nomme personne.
reminders-by-mail = Par e-mail
reminders-by-push = Par notification
reminders-wording = Ce que dit un avis
reminders-discreet = Seulement que vous avez quelque chose à faire
reminders-discreet-about = Si d’autres le voient, ils n’apprennent rien sur votre santé.
reminders-plain = De quoi il s’agit
reminders-plain-about = Par exemple le nom du médicament. Il peut s’afficher sur un écran verrouillé. Aucune valeur n’y figure jamais.
reminders-quiet = Heures de calme
reminders-quiet-hint = Aucun avis ne vient pendant ces heures. Il attend qu’elles soient passées. Deux fois la même heure : pas d’heures de calme.
reminders-quiet-from = De
reminders-quiet-until = À
reminders-save = Enregistrer

## De quoi il s’agit, en mots simples.
reminders-said-symptom-check = Il est temps de dire comment vous allez
reminders-said-medicine = C’est l’heure de { $medicine }
reminders-said-medicine-unnamed = C’est l’heure d’un médicament
reminders-said-late = Des rappels de médicaments sont venus en retard. Regardez dans Daybook ce qui reste à faire.
reminders-said-results = Il y a du nouveau dans votre dossier
reminders-said-worklist = Quelque chose attend votre équipe
reminders-said-unanswered = Quelqu’un a demandé à Daybook de vous prévenir quand quelque chose reste sans réponse. Il n’y a pas eu de réponse. Vous voudrez peut-être prendre des nouvelles.
reminders-said-unanswered-name = { $name } a demandé à Daybook de vous prévenir quand quelque chose reste sans réponse. Il n’y a pas eu de réponse. Vous voudrez peut-être prendre des nouvelles.

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
reminders-mail-unanswered-stop = Vous recevez ceci parce que quelqu’un a donné votre adresse et que vous l’avez confirmée. Pour que cela cesse, dites-le à cette personne ou à ceux qui font marcher Daybook pour elle.
