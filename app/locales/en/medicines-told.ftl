### Someone else who is told when a dose has no answer. (server)

medicines-told-lead = One other person can get an e-mail when a dose has no answer. They must agree first. You can stop it at any time, and so can they.
medicines-told-asked = We are sending them a letter. It can take a few minutes.
medicines-told-saved = Your choice is saved.
medicines-told-ended = Nobody else is told any more.
medicines-told-yours = The person you chose
medicines-told-waiting = They have not answered yet. The link in the letter works until { $day }, { $time }.
medicines-told-unsent = The letter could not be sent to this address. Please check it.
medicines-told-expired = They did not answer in time. The link in the letter no longer works.
medicines-told-agreed = They agreed on { $day }. They get an e-mail when a dose has no answer.
medicines-told-refused = They said no on { $day }. They get no e-mails.
medicines-told-stopped = They ended it on { $day }. They get no e-mails any more.
medicines-told-idle = None of the medicines you chose is taken at set times any more. Nothing is told until you choose others.
medicines-told-end = Stop telling them
medicines-told-withdraw = Take the letter back
medicines-told-what = What they are told
medicines-told-save = Save
medicines-told-choose = Choose someone
medicines-told-address = Their e-mail address
medicines-told-address-hint = They get a letter first. Nothing is told before they agree.
medicines-told-address-no = This person said no a short while ago. Please talk to them first.
medicines-told-called = What the e-mails call you (optional)
medicines-told-called-hint = For example your first name. If you leave it empty, the e-mails say “someone”.
medicines-told-called-wrong = Please use letters, spaces and hyphens only, 40 at most.
medicines-told-language = Language of the e-mails
medicines-told-wording = What the e-mails say
medicines-told-discreet = Only that a dose has no answer
medicines-told-discreet-about = Who reads the e-mail does not learn which medicine it is.
medicines-told-named = The name of the medicine too
medicines-told-named-about = E-mails can be read by others on their way.
medicines-told-which = Which medicines
medicines-told-all = All that I take at set times
medicines-told-chosen = Only these
medicines-told-chosen-missing = Please choose at least one medicine, or all of them.
medicines-told-ask = Send them the letter
medicines-told-honest = An e-mail can come late, or not at all, and nobody has to act on it. A dose without an answer may have been taken all the same. This is not a call for help.

## The pages that the letter and the e-mails lead to. They name nobody but who wanted it.
medicines-told-letter-title = May Daybook write to you?
medicines-told-letter = Someone you know notes in Daybook what they take. They would like you to get an e-mail when a dose has no answer.
medicines-told-letter-name = { $name } notes in Daybook what they take, and would like you to get an e-mail when a dose has no answer.
medicines-told-letter-about = You need no account, and you see nothing of theirs. You do not have to do anything about such an e-mail. Each one has a link that ends them.
medicines-told-silence = No e-mail does not mean that all was taken.
medicines-told-yes = Yes, write to me
medicines-told-no = No, do not write to me
medicines-told-stop-title = End these e-mails?
medicines-told-stop-about = Someone you know would like you to get an e-mail when a dose has no answer. If you end it, no more will come. They can see in Daybook that you did.
medicines-told-stop-name = { $name } would like you to get an e-mail when a dose has no answer. If you end it, no more will come. They can see in Daybook that you did.
medicines-told-stop = End these e-mails
medicines-told-gone-title = This link does not work any more
medicines-told-gone = It was used, it is too old, or it was ended. There is nothing you need to do.
medicines-told-done-yes-title = Thank you
medicines-told-done-yes = You will get an e-mail when a dose has no answer. Each one has a link that ends them. You can close this page.
medicines-told-done-no-title = Daybook will not write to you
medicines-told-done-no = The person who gave your address can see in Daybook that you said no. You can close this page.
medicines-told-done-stop-title = The e-mails are ended
medicines-told-done-stop = No more will come. The person who chose you can see that in Daybook. You can close this page.

## The letter and the e-mails.
medicines-told-mail-subject = May Daybook write to you?
medicines-told-mail-open = To say yes or no, open this page and choose there:
medicines-told-mail-valid = The link works for 7 days. If you do nothing, no e-mails will come.
medicines-told-mail-doses = { $count ->
    [one] { $count } dose has no answer yet.
   *[other] { $count } doses have no answer yet.
}
medicines-told-mail-names = It is about: { $medicines }
medicines-told-mail-perhaps = { $count ->
    [one] It may have been taken all the same. Perhaps you want to ask how they are.
   *[other] They may have been taken all the same. Perhaps you want to ask how they are.
}
medicines-told-mail-stop = To end these e-mails, open this page:

## What pages with a script say too. (browser)
medicines-told-title = Tell someone else
