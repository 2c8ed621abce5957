### Daybook on devices: what phones say of it when it is installed; what a device keeps where there is no network. (server)

devices-manifest-about = Your results, medicines and symptoms in one place, from your own clinic.
# The name of a shortcut: it leads to what is to be taken today.
devices-manifest-dose = Take a dose

## Putting Daybook on the home screen.
devices-install = Put Daybook on your home screen
devices-install-lead = It opens with one tap, like an app, also without a network.
devices-install-can = This browser can install Daybook now. There is nothing to download from a store.
devices-install-now = Install Daybook
devices-installed = Daybook is on this device’s home screen already.
devices-install-apple = On iPhone and iPad
devices-apple-1 = Open Daybook in Safari and tap the Share button: a square with an arrow that points up.
devices-apple-2 = Scroll down and tap “Add to Home Screen”.
devices-apple-3 = Tap “Add”. From now on, open Daybook from the home screen.
devices-apple-why = On iPhone and iPad, notifications come only when Daybook is on the home screen. Safari may also clear what a site keeps when you don’t open it for a week; from the home screen it stays.
devices-install-others = On other phones and computers
devices-others-1 = Open the menu of your browser.
devices-others-2 = Choose “Install app” or “Add to home screen”. Some browsers don’t have this.
devices-others-3 = Confirm. Daybook is then among your apps.
devices-install-about = Good to know
devices-install-about-text = Installing changes nothing about who can see your record: you still sign in. If other people use this device, it is better not to install it.

## What pages say of the device they are on: offline, and what it has not sent yet. (browser)

devices-no-network = You are offline.
devices-no-network-as-of = You are offline. What you see is from { $at }.
devices-unsent-count = { $count ->
    [one] { $count } entry is not sent yet.
   *[other] { $count } entries are not sent yet.
}
devices-refused-count = { $count ->
    [one] { $count } entry could not be accepted.
   *[other] { $count } entries could not be accepted.
}
devices-show = Show
devices-update = A new version of Daybook is ready.
devices-update-now = Use it now
devices-not-sent = not sent yet
devices-not-here = Not kept on this device
devices-not-here-text = This page needs a network. It will be here again when you are online.

devices-unsent = Not sent yet
devices-unsent-lead = What you said on this device while there was no network. It is sent by itself as soon as there is one.
devices-unsent-none = Nothing waits
devices-unsent-none-text = All you said on this device has been sent.
devices-waiting = Not sent yet. Said on { $at }.
devices-sent = Sent on { $at }
devices-refused = Not accepted: { $why }
devices-refused-conflict = this was already said in another way. Look at the page it belongs to, and say it there again if it is still right.
devices-refused-gone = what it belongs to is no longer there. Ask your team if you are not sure.
devices-refused-invalid = something in it could not be read. Please say it again on its page.
devices-dose-taken = A dose: taken
devices-dose-skipped = A dose: skipped
devices-dose-later = A dose: put off
devices-dose-missed = A dose: missed
devices-dose-undone = A dose: taken back
devices-diary-note = A note in the diary
devices-diary-withdrawn = A note in the diary, taken back
devices-send = Send now
devices-remove = Remove
devices-remove-sure = It has not reached your clinic. Once removed, it is gone for good.
devices-remove-yes = Yes, remove it
devices-report-kept = Kept on this device
devices-report-kept-text = Nobody has seen your symptom check yet. It is sent by itself as soon as there is a network. If you need help now, don’t wait for it: call.
devices-report-waits = A symptom check is finished and not sent yet.
devices-offer = Daybook can sit on your home screen, like an app.
devices-offer-how = How to
devices-offer-later = Not now
devices-offer-title = Install Daybook

## The line that leads to the page of it. (browser)
devices-offline = Without a network
devices-offline-short = Choose whether this device keeps a copy

## The page on which it is turned on and off.
devices-offline-lead = If you like, this device keeps what you need for the coming days. Then Daybook also opens without a network, and takes what you enter.
devices-offline-off = Your clinic has turned this off. Daybook needs a network here.
devices-no-script = Keeping a copy needs JavaScript, which is turned off in this browser. Everything else works without it.
devices-no-worker = This browser cannot keep a copy. A private window cannot either. Everything else works.
devices-working = One moment…
devices-kept-now = This device keeps a copy now.
devices-forgotten = The copy is deleted. This device keeps nothing any more.
devices-forget-unsent = Some entries have not been sent yet. Connect to a network, or remove them first. Then delete the copy.
devices-failed = That did not work. Please check that you have a network, and try again.
devices-on = This device keeps a copy
devices-on-since = Copy made
devices-on-waiting = Entries that wait to be sent
devices-forget-text = When you delete the copy, Daybook needs a network again on this device. Your record stays as it is.
devices-forget = Delete the copy from this device
devices-keep = Keep a copy on this device
devices-own = This is my own device, and nobody else uses it.
devices-own-missing = Please turn this on only on a device of your own.
devices-pin-new = A PIN for this device
devices-pin-hint = At least { $digits } digits, more is safer. It stays on this device: nobody can tell it to you when you forget it. If you do, signing in opens the copy.
devices-pin-short = Please type at least { $digits } digits.
devices-pin-again = The same PIN again
devices-pin-differ = The two do not match. Please type both again.
devices-keep-button = Keep a copy
devices-what = What is kept
devices-what-doses = What you take on each of the next 14 days
devices-what-diary = The questions of the diary, and your last 10 reports
devices-what-results = Results of the last 90 days that are not new to you
devices-what-coming = Your next appointments, and the numbers to call
devices-what-entries = What you enter without a network, until it is sent
devices-long = For how long
devices-long-text = The copy is made again while you use Daybook with a network. If this device hears nothing of Daybook for 14 days, the copy is deleted. What you entered and could not send stays, sealed, until you sign in or say that it may go.
devices-long-apple = An iPhone or iPad may delete everything that a page keeps when you have not opened it for 7 days, also entries that were not sent. It does not do so when Daybook is on your home screen.
devices-protects = What this protects against
devices-protects-text = The copy is encrypted. After 30 minutes without use it is locked: your PIN or your sign-in opens it. After 5 wrong PINs, or 24 hours after you signed in, only your sign-in does. It is deleted when you sign out. If the device is lost, end it in the list of devices within 24 hours after you signed in there: the copy is deleted as soon as it has a network, and so is what it had not sent.
devices-not = What this does not protect against
devices-not-open = Who holds your device while Daybook is open there can read it.
devices-not-pin = Who copies the storage of your device, and knows how, can try as many PINs as they like. Six digits do not stand that for long. A lock on the device itself helps more.
devices-not-program = A harmful program on your device can read what you read.
devices-not-history = The history of your browser shows that you use Daybook, which pages you opened and which words you searched for, but not what the pages said.
devices-not-erased = What is deleted can stay on the disk for a while, encrypted, until something else is written there.

## What a device shows by itself without a network.
devices-not-kept = There is no network, so what you just entered was not saved, and nobody was told of it. Please enter it again later.
devices-nothing = No network
devices-nothing-text = Daybook keeps nothing on this device, so it cannot show anything until there is a network.
devices-again = Try again
devices-locked = Daybook is locked
devices-locked-text = There is no network. The PIN of this device opens what it keeps. If you forgot it, sign in when there is a network.
devices-pin = PIN of this device
devices-pin-wrong = { $left ->
    [one] That was not the PIN. You have { $left } more try.
   *[other] That was not the PIN. You have { $left } more tries.
}
devices-pin-none = That was not the PIN. Please sign in when you have a network.
devices-unlock = Open
devices-sealed = Please sign in
devices-sealed-text = What this device keeps is sealed until you sign in, and for that you need a network. What you entered is safe, and is sent then.
devices-sign-in = Sign in
devices-left = You are signed out
devices-left-text = There is no network. The copy on this device is deleted, and Daybook learns that you signed out as soon as there is a network.

## What is asked of who signs out before everything is sent.
devices-leaving = Some entries are not sent yet
devices-leaving-text = What should happen with them when you sign out?
devices-leaving-send = Send them now, then sign out
devices-leaving-send-hint = If the network fails, you are asked again.
devices-leaving-keep = Keep them sealed, and sign out
devices-leaving-keep-hint = Nobody can read them. They are sent when you sign in on this device again.
devices-leaving-discard = Delete them, and sign out
devices-leaving-discard-hint = They are lost. Your care team never sees them.
devices-leaving-stay = Stay signed in
