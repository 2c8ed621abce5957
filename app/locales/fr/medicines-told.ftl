### Quelqu’un d’autre qui est prévenu quand une prise reste sans réponse.

medicines-told-lead = Une autre personne peut recevoir un e-mail quand une prise reste sans réponse. Elle doit d’abord être d’accord. Vous pouvez arrêter à tout moment, et elle aussi.
medicines-told-asked = Nous lui envoyons une lettre. Cela peut prendre quelques minutes.
medicines-told-saved = Votre choix est enregistré.
medicines-told-ended = Plus personne d’autre n’est prévenu.
medicines-told-yours = La personne que vous avez choisie
medicines-told-waiting = Elle n’a pas encore répondu. Le lien de la lettre marche jusqu’au { $day }, { $time }.
medicines-told-unsent = La lettre n’a pas pu être envoyée à cette adresse. Veuillez la vérifier.
medicines-told-expired = Elle n’a pas répondu à temps. Le lien de la lettre ne marche plus.
medicines-told-agreed = Elle a dit oui le { $day }. Elle reçoit un e-mail quand une prise reste sans réponse.
medicines-told-refused = Elle a dit non le { $day }. Elle ne reçoit pas d’e-mail.
medicines-told-stopped = Elle y a mis fin le { $day }. Elle ne reçoit plus d’e-mail.
medicines-told-idle = Vous ne prenez plus à heures fixes aucun des médicaments choisis. Aucun e-mail ne part tant que vous n’en choisissez pas d’autres.
medicines-told-end = Ne plus la prévenir
medicines-told-withdraw = Reprendre la lettre
medicines-told-what = Ce qui lui est dit
medicines-told-save = Enregistrer
medicines-told-choose = Choisir quelqu’un
medicines-told-address = Son adresse e-mail
medicines-told-address-hint = Une lettre lui est d’abord envoyée. Rien n’est dit avant son accord.
medicines-told-address-no = Cette personne a dit non il y a peu de temps. Parlez-lui d’abord.
medicines-told-called = Comment les e-mails vous appellent (facultatif)
medicines-told-called-hint = Par exemple votre prénom. Si vous laissez vide, les e-mails disent « quelqu’un ».
medicines-told-called-wrong = Utilisez seulement des lettres, des espaces et des traits d’union, 40 au plus.
medicines-told-language = Langue des e-mails
medicines-told-wording = Ce que disent les e-mails
medicines-told-discreet = Seulement qu’une prise reste sans réponse
medicines-told-discreet-about = Qui lit l’e-mail n’apprend pas de quel médicament il s’agit.
medicines-told-named = Aussi le nom du médicament
medicines-told-named-about = D’autres peuvent lire un e-mail en chemin.
medicines-told-which = Quels médicaments
medicines-told-all = Tous ceux que je prends à heures fixes
medicines-told-chosen = Seulement ceux-ci
medicines-told-chosen-missing = Choisissez au moins un médicament, ou tous.
medicines-told-ask = Lui envoyer la lettre
medicines-told-honest = Un e-mail peut arriver tard, ou pas du tout, et personne n’est obligé d’agir. Une prise sans réponse a peut-être eu lieu quand même. Ce n’est pas un appel à l’aide.

## Les pages où mènent la lettre et les e-mails.
medicines-told-letter-title = Daybook peut-il vous écrire ?
medicines-told-letter = Quelqu’un que vous connaissez note ses prises dans Daybook. Cette personne aimerait que vous receviez un e-mail quand une prise reste sans réponse.
medicines-told-letter-name = { $name } note ses prises dans Daybook et aimerait que vous receviez un e-mail quand une prise reste sans réponse.
medicines-told-letter-about = Vous n’avez pas besoin de compte et vous ne voyez rien d’autre. Rien ne vous oblige à agir quand un tel e-mail arrive. Chacun contient un lien qui y met fin.
medicines-told-silence = L’absence d’e-mail ne veut pas dire que tout a été pris.
medicines-told-yes = Oui, écrivez-moi
medicines-told-no = Non, ne m’écrivez pas
medicines-told-stop-title = Mettre fin à ces e-mails ?
medicines-told-stop-about = Quelqu’un que vous connaissez aimerait que vous receviez un e-mail quand une prise reste sans réponse. Si vous y mettez fin, il n’en viendra plus. Cette personne peut le voir dans Daybook.
medicines-told-stop-name = { $name } aimerait que vous receviez un e-mail quand une prise reste sans réponse. Si vous y mettez fin, il n’en viendra plus. Cette personne peut le voir dans Daybook.
medicines-told-stop = Mettre fin à ces e-mails
medicines-told-gone-title = Ce lien ne marche plus
medicines-told-gone = Il a servi, il est trop ancien, ou il a pris fin. Vous n’avez rien à faire.
medicines-told-done-yes-title = Merci
medicines-told-done-yes = Vous recevrez un e-mail quand une prise reste sans réponse. Chacun contient un lien qui y met fin. Vous pouvez fermer cette page.
medicines-told-done-no-title = Daybook ne vous écrira pas
medicines-told-done-no = La personne qui a donné votre adresse peut voir dans Daybook que vous avez dit non. Vous pouvez fermer cette page.
medicines-told-done-stop-title = Les e-mails ont pris fin
medicines-told-done-stop = Il n’en viendra plus. La personne qui vous a choisi peut le voir dans Daybook. Vous pouvez fermer cette page.

## La lettre et les e-mails.
medicines-told-mail-subject = Daybook peut-il vous écrire ?
medicines-told-mail-open = Pour dire oui ou non, ouvrez cette page et choisissez :
medicines-told-mail-valid = Le lien marche pendant 7 jours. Si vous ne faites rien, il ne viendra pas d’e-mail.
medicines-told-mail-doses = { $count ->
    [one] { $count } prise est encore sans réponse.
    [many] { $count } prises sont encore sans réponse.
   *[other] { $count } prises sont encore sans réponse.
}
medicines-told-mail-names = Il s’agit de : { $medicines }
medicines-told-mail-perhaps = { $count ->
    [one] Elle a peut-être eu lieu quand même. Vous voudrez peut-être prendre des nouvelles.
    [many] Elles ont peut-être eu lieu quand même. Vous voudrez peut-être prendre des nouvelles.
   *[other] Elles ont peut-être eu lieu quand même. Vous voudrez peut-être prendre des nouvelles.
}
medicines-told-mail-stop = Pour mettre fin à ces e-mails, ouvrez cette page :

## Ce que disent aussi les pages avec un script.
medicines-told-title = Prévenir quelqu’un d’autre
