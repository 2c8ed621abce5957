### Reminders by mail: naming an address, choosing what comes, and the mails themselves. (server)

reminders-lead = Daybook can send you a short e-mail when something waits for you here. It never says what.
reminders-no-mail = This Daybook cannot send e-mail at the moment. Please ask your clinic.

## What has just been done.
reminders-asked = We are sending a code to this address. It can take a few minutes.
reminders-confirmed = Your address is confirmed.
reminders-removed = Your address is removed. No more e-mails will come.
reminders-saved = Your choice is saved.

## The address.
reminders-yours = Your address
reminders-another = Use another address
reminders-since = Confirmed on { $day }
reminders-address = E-mail address
reminders-address-hint = For example name@example.org. Choose one that only you read.
reminders-address-missing = Please type your e-mail address.
reminders-address-wrong = This is not an e-mail address that we can use. Please check it.
reminders-too-many = Many e-mails were asked for today. Please try again tomorrow.
reminders-ask = Send me a code
reminders-remove = Remove this address
reminders-test = Send me a test
reminders-test-waiting = The test is on its way.
reminders-test-failing = The test could not be sent yet. Daybook keeps trying.
reminders-test-sent = The test was sent at { $time }. If you do not see it, look in the folder for spam.
reminders-test-refused = The test could not be sent to this address. Please check it, or use another one.
reminders-look-again = Look again

## The code.
reminders-confirm-title = Confirm your address
reminders-sent-to = We sent a code to:
reminders-until = It works until { $day }, { $time }.
reminders-code = Code from the e-mail
reminders-code-wrong = This is not the code from the newest e-mail. After 5 wrong tries it stops working.
reminders-code-over = This code no longer works. Please have a new one sent.
reminders-confirm = Confirm
reminders-not-there = Nothing there after some minutes? Look in the folder for spam, check the address, or have the code sent again.
reminders-again = Send the code again
reminders-cancel = Do not use this address

## What comes, and when.
reminders-which = Which e-mails you get
reminders-diary = When a check of how you feel is due
reminders-diary-about = One e-mail when it is due, and one more if it is still open.
reminders-worklist = When something waits for your team
reminders-worklist-about = At any hour. The e-mail names nobody.
reminders-quiet = Quiet hours
reminders-quiet-hint = No e-mail comes in these hours. It waits until they are over. The same hour twice means no quiet hours.
reminders-quiet-from = From
reminders-quiet-until = Until
reminders-save = Save

## The e-mails. They name nobody, and nothing about health.
reminders-mail-hello = Hello,
reminders-mail-code-subject = Your code for Daybook
reminders-mail-code = This code confirms your e-mail address for reminders:
reminders-mail-code-where = Type it on this page of Daybook:
reminders-mail-code-valid = It works for 24 hours.
reminders-mail-test-subject = A test from Daybook
reminders-mail-test = This is the test that you asked for. E-mails from Daybook reach you.
reminders-mail-waits-subject = Something waits for you in Daybook
reminders-mail-waits = Something waits for you in Daybook. Please sign in to see it:
reminders-mail-from = Daybook wrote this by itself. Nobody reads an answer to it.
reminders-mail-not-you = You did not ask for this? Then you need not do anything. Without the code this address is not used.
reminders-mail-stop = To change or stop these e-mails, sign in and open this page, or ask those who run Daybook for you:

## What pages with a script say too. (browser)
reminders-title = Reminders by e-mail
reminders-on = On
reminders-off = No address yet
