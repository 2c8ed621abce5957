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
reminders-which = Which notices you get
reminders-which-about = What waits for you is always in your inbox in Daybook. Here you choose what is sent to you as well.
reminders-kind-symptom-check = When a check of how you feel is due
reminders-kind-medicine = When it is time for a medicine
reminders-kind-results = When something new is in your record
reminders-kind-worklist = When something waits for your team
reminders-kind-symptom-check-about = Once when it is due, and once more if it is still open.
reminders-kind-medicine-about = At the times that you set for your medicines.
reminders-kind-results-about = It does not say what is new.
reminders-kind-worklist-about = At any hour. It names nobody.
reminders-by-mail = By e-mail
reminders-by-push = As a notification
reminders-wording = What a notice says
reminders-discreet = Only that you have something to do
reminders-discreet-about = Others who see it learn nothing about your health.
reminders-plain = What it is about
reminders-plain-about = For example the name of the medicine. It can show on a locked screen. Values are never in it.
reminders-quiet = Quiet hours
reminders-quiet-hint = No notice comes in these hours. It waits until they are over. The same hour twice means no quiet hours.
reminders-quiet-from = From
reminders-quiet-until = Until
reminders-save = Save

## What a notice is about, in plain words.
reminders-said-symptom-check = A check of how you feel is due
reminders-said-medicine = Time for { $medicine }
reminders-said-medicine-unnamed = It is time for a medicine
reminders-said-late = Reminders of medicines came late. Look in Daybook at what is still open.
reminders-said-results = Something new is in your record
reminders-said-worklist = Something waits for your team
reminders-said-unanswered = Someone asked Daybook to tell you when something is not answered. It was not answered. Perhaps you want to ask how they are.
reminders-said-unanswered-name = { $name } asked Daybook to tell you when something is not answered. It was not answered. Perhaps you want to ask how they are.

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
reminders-mail-unanswered-subject = Daybook was asked to tell you something
reminders-mail-unanswered-stop = You get this because someone gave your address and you confirmed it. To stop it, tell them, or ask those who run Daybook for them.

## What pages with a script say too. (browser)
reminders-title = Reminders by e-mail
reminders-on = On
reminders-off = No address yet
