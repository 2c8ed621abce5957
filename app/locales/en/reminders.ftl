### Reminders: where they go, choosing what comes, and what is sent. (server)

reminders-lead = Daybook can tell you when something waits for you here. Unless you choose otherwise, it does not say what.
reminders-no-mail = This Daybook cannot send e-mail at the moment. Please ask your clinic.

## What has just been done.
reminders-asked = We are sending a code to this address. It can take a few minutes.
reminders-confirmed = Your address is confirmed.
reminders-removed = Your address is removed. No more e-mails will come.
reminders-saved = Your choice is saved.

## The address.
reminders-yours = Your e-mail address
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

## Notifications on devices.
reminders-push-title = Notifications on your devices
reminders-push-none = This Daybook sends no notifications. You can choose e-mail.
reminders-push-script = Notifications need JavaScript. It is off in this browser.
reminders-push-unsupported = This browser cannot show notifications of Daybook. You can use another browser, or e-mail.
reminders-push-home-screen = On an iPhone or iPad, notifications need Daybook on the home screen. Tap Share, then Add to Home Screen. Open Daybook from there and come back to this page.
reminders-push-denied = Notifications of Daybook are blocked in this browser. To change it, open the settings of this site in your browser and allow notifications. Then load this page again.
reminders-push-working = One moment. The browser is asking its push service.
reminders-push-here = Notifications are on in this browser.
reminders-push-off = Daybook can show a notification on this device when something waits for you. Your browser will ask whether you allow it.
reminders-push-turn-on = Turn on notifications here
reminders-push-failed = The browser could not turn on notifications. Perhaps it could not reach its push service. If they were on here before, they may be off now: try again later.
reminders-push-try-again = Try again
reminders-push-honest = A notification can come late, or not at all: when the device is off, saves power or has no network. Please do not rely on it alone.
reminders-push-devices = Devices that show notifications
reminders-push-send-test = Send a test to my devices
reminders-push-gone = Since { $day } this device takes no notifications any more. To have them again, turn them on there.
reminders-push-refused = The last notification was refused. Turn notifications on again on that device.
reminders-push-last = Last notification sent on { $day }
reminders-push-since = On since { $day }
reminders-push-tested = The test was sent at { $time }. It should show within a minute.
reminders-push-forget = Forget
reminders-push-forget-which = Forget { $device }
reminders-push-done = Notifications are on. You can send a test.
reminders-push-forgotten = The device is forgotten. No notifications will come there.
reminders-push-too-many = You have the most devices that Daybook can notify. Please forget one first.
reminders-push-unknown = Daybook does not know the push service of this browser. Please use another browser, or e-mail.
reminders-push-tests = Many tests were asked for today. Please try again tomorrow.

## What a notification says. It names nobody, and nothing about health.
reminders-push-waits = You have something to do
reminders-push-test = This is the test that you asked for.
reminders-push-button = Taken
reminders-push-button-discreet = Done
reminders-push-unsent = Could not be sent. Open Daybook.
reminders-push-noted-taken = Noted: taken { $time }
reminders-push-noted = Noted: { $time }
reminders-push-before = Something was noted before. Open Daybook to see it.
reminders-push-held = On hold for now. Nothing was noted. Open Daybook.
reminders-push-changed = The plan changed. Nothing was noted. Open Daybook.
reminders-push-over = This can no longer be noted here. Open Daybook.

## The inbox.
reminders-inbox-lead = What Daybook told you in the last 30 days, however it came.
reminders-inbox-read = Mark all as read
reminders-inbox-choose = Choose what is sent to you
reminders-inbox-empty = Nothing here
reminders-inbox-empty-text = When something waits for you, Daybook writes it down here.
reminders-inbox-new = New
reminders-inbox-at = { $day }, { $time }
reminders-glance = New notices
reminders-glance-open = Open
reminders-glance-close = Close

## What comes, and when.
reminders-which = Which notices you get
reminders-which-about = What waits for you is always in your inbox in Daybook. Here you choose what is sent to you as well.
reminders-kind-symptom-check = When a check of how you feel is due
reminders-kind-medicine = When it is time for a medicine
reminders-kind-results = When something new is in your record
reminders-kind-worklist = When something waits for your team
reminders-kind-symptom-check-about = Once when it is due, and once more if it is still open.
reminders-kind-medicine-about = At the times that you set for your medicines, and when your record says not to take one.
reminders-kind-results-about = It does not say what is new.
reminders-kind-worklist-about = At any hour. It names nobody.
reminders-by-mail = By e-mail
reminders-by-push = As a notification
reminders-by-page = In Daybook while it is open
reminders-wording = What a notice says
reminders-discreet = Only that you have something to do
reminders-discreet-about = Others who see it learn nothing about your health.
reminders-plain = What it is about
reminders-plain-about = For example the name of the medicine. It can show on a locked screen. Values are never in it.
reminders-quiet = Quiet hours
reminders-quiet-hint = No notice comes in these hours. It waits until they are over. The same hour twice means no quiet hours.
reminders-quiet-from = From
reminders-quiet-until = Until
reminders-quiet-medicines = Hold back reminders of medicines too
reminders-quiet-medicines-hint = Without this, a reminder of a medicine comes at its time, also at night.
reminders-save = Save

## What a notice is about, in plain words.
reminders-said-symptom-check = A check of how you feel is due
reminders-said-medicine = Time for { $medicine }
reminders-said-medicine-past = It was time for { $medicine }
reminders-said-medicine-unnamed = It is time for a medicine
reminders-said-late = Reminders of medicines came late. Look in Daybook at what is still open.
reminders-said-stopped = Your record now says not to take { $medicine }. These reminders have stopped.
reminders-said-again = Your record no longer says to leave out { $medicine }. Look in Daybook at what is planned.
reminders-said-told-ended = Nobody else is told of doses without an answer: the person you chose said no.
reminders-said-changed = What your record says of your medicines has changed
reminders-said-results = Something new is in your record
reminders-said-worklist = Something waits for your team
reminders-said-unanswered = Someone you know asked Daybook to tell you when a dose has no answer.
reminders-said-unanswered-name = { $name } asked Daybook to tell you when a dose has no answer.

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

## What pages with a script say too. (browser)
reminders-title = Reminders
reminders-on = On
reminders-off = Not set up yet
reminders-inbox = Inbox
reminders-inbox-unread = { $count ->
    [one] { $count } new notice
   *[other] { $count } new notices
}
