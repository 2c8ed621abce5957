### Letters, sign-in, devices.

account-sign-in = Sign in
account-sign-in-wrong = You are not signed in yet
account-sign-in-no-match = The name and the passphrase do not match. Please try again.
account-name = Sign-in name
account-passphrase = Passphrase
account-have-letter = I have a letter with a code
account-cannot-sign-in = I cannot sign in
account-signed-out-notice = You are signed out. Nothing of yours stays on this page.

## Someone who can't sign in. (server)
account-lost-title = If you cannot sign in
account-lost-lead = Nobody can look up your passphrase, not even your clinic. A new letter helps.
account-lost-ask = Ask your care team for a new letter. You get it by hand, by post or by e-mail.
account-lost-use = Open Daybook with the code of the new letter and choose a new passphrase. Your record stays as it is.
account-lost-ends = The old passphrase stops working, and every device is signed out.

## The letter, step 1.
account-enrol-title = Open your Daybook
account-enrol-lead = Have the letter from your clinic at hand. This takes about two minutes.
account-step = Step { NUMBER($at) } of { NUMBER($of) }
account-code = Code from your letter
account-code-hint = 12 letters and numbers, such as { $example }. The dashes do not matter.
account-code-malformed = The code has 12 letters and numbers. Please check it.
account-code-no-match = This code and this second thing do not belong together. Please check both. After 5 wrong tries the letter stops working.
account-code-expired = This letter was used already or is too old. Please ask your care team for a new one.
account-birth = Date of birth
account-birth-hint = For example { $example }
account-birth-day = Day
account-birth-month = Month
account-birth-year = Year
account-birth-wrong = Please give the day, the month as a number from 1 to 12, and the year with 4 digits.
account-number = Number that you were told
account-number-hint = 6 digits. Your administrator told them to you apart from the letter.
account-staff-letter = I work in the care team
account-patient-letter = I am a patient
account-continue = Continue
account-have-account = I have a Daybook already
account-check-wrong = Please check what you typed

## The letter, step 2.
account-choose-title = Choose how you sign in
account-choose-hello = Hello { $name }
account-choose-again = You were here before. You can keep your name or choose another.
account-name-hint = Any name that you will remember. It does not have to be an e-mail address.
account-name-taken = Someone else has this name. Please choose another.
account-name-too-short = A name has at least 2 characters.
account-name-too-long = A name has at most 60 characters.
account-passphrase-hint = At least 15 characters. Four or five words in a row work well. You may paste it.
account-passphrase-too-short = A passphrase has at least 15 characters. Four or five words in a row work well.
account-passphrase-too-long = A passphrase has at most 256 characters.
account-passphrase-too-common = This passphrase is easy to guess. Try four or five words that do not belong together.
account-zone = Time zone
account-zone-hint = So that times are right where you are.
account-zone-wrong = Please choose a time zone from the list.
account-privacy-read = I have read how my data is used
account-privacy-missing = Please read how your data is used, then tick the box.
account-open = Open my Daybook
account-ticket-gone = Too much time has passed. Please begin again with your letter.
account-begin-again = Begin again

## More.
account-signed-in-as = Signed in as { $name }
account-settings = Settings
account-devices = My devices
account-devices-lead = Where you are signed in. End what you do not know.
account-devices-count = { $count ->
    [one] { $count } device is signed in
   *[other] { $count } devices are signed in
}
account-this-device = This device
account-device-since = Signed in on { $day }, last used on { $used }
account-device-end = End
account-device-end-which = End { $device }
account-device-unknown = A browser
account-device-browser = { $browser } on { $system }
account-leave = Leave
account-sign-out = Sign out

## Showing who one is again.
account-confirm = Confirm
account-confirm-title = Please confirm that it is you
account-confirm-lead = You are signed in. For this step Daybook asks once more, so that nobody else can do it on your device.
account-confirm-wrong = This is not confirmed yet
account-confirm-no-match = This is not your passphrase. Please try again.

## The second step at sign-in.
account-factor = Second step at sign-in
account-factor-none = Not set up
account-factor-on = Code app: on since { $day }
account-factor-lead = After your passphrase, Daybook asks for a code from an app on your phone. Someone who finds out your passphrase still cannot get in.
account-factor-required = People who work in the care team need this second step. Other pages open as soon as it is done.
account-factor-app = You need a code app on your phone, also called an authenticator app. Many phones have one already, and there are free ones. It takes about three minutes.
account-factor-choice = We advise it. You can also use Daybook without it.
account-factor-set-up = Set it up
account-factor-show = Type a code
account-factor-code-app = Code app
account-factor-replace = Use another phone or app
account-factor-turn-off = Turn it off
account-factor-turn-off-text = Your passphrase alone then opens your Daybook. Your recovery codes stop working.
account-recovery = Recovery codes
account-recovery-text = For a day when you do not have your phone. Each code lets you in once.
account-recovery-left = { NUMBER($left) } of { NUMBER($all) } codes left
account-recovery-new = Make new recovery codes
account-recovery-new-text = The old codes then stop working.
account-recovery-used = You signed in with a recovery code. That code does not work again.

## Connecting a code app. (server)
account-set-up-title = Connect your code app
account-set-up-add = Open the code app on your phone and add a new account there.
account-set-up-scan = Point the phone at this picture.
account-set-up-qr = QR code with the key for your code app
account-set-up-type = Or type this key into the app:
account-set-up-here = Open the code app on this device
account-set-up-on = Turn it on
account-set-up-expired = The picture was too old. Please use this new one.
account-totp = Code from the app
account-totp-hint = 6 digits. They change every half minute.
account-totp-no-match = This code is not right, or it was used already. Please wait for the next one and try again.

## New recovery codes. (server)
account-codes-title = Keep these recovery codes
account-codes-lead = If you lose your phone, each of these codes lets you in once. They are shown only now.
account-codes-keep = Print this page or write the codes down. Keep them with your important papers, not on your phone.
account-codes-save = Save as a text file
account-codes-file = Recovery codes for Daybook, sign-in name: { $name }
account-codes-kept = I have kept them
account-codes-gone = Recovery codes are shown only once. If yours are lost, you can make new ones.

## The second step at the door. (server)
account-code-title = One more step
account-code-lead = Your passphrase is right. Now type a code from your code app.
account-totp-or-recovery = Code
account-totp-or-recovery-hint = The 6 digits that your code app shows, or one of your recovery codes.
account-code-over = Too much time has passed. Please sign in again.
account-code-lost = I have no phone and no recovery codes
account-demo-code = The code of { $name } is { $code }.

## The warning before a session ends.
account-ending = You will be signed out soon
account-ending-text = You have not used Daybook for a while. Stay signed in?
account-ending-stay = Stay signed in

## The demonstration. (server)
account-demo-title = This is a demonstration
account-demo-text = The people are made up. Sign in as one of them:
account-demo-sign-in = Sign in as { $name }
