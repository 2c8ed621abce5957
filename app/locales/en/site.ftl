### The words of every page.

site-name = Daybook
# Link on every page, also signed out. Leads to the numbers to call.
site-very-ill = If you feel very ill
site-not-watched = Daybook is not watched around the clock. It is not certified as a medical device.
# First link of the page, for people who use a keyboard or a screen reader.
site-skip = Skip to the content
site-language = Language:

site-navigation = Main
site-today = Today
site-results = Results
site-more = More
site-privacy = Privacy
site-accessibility = Accessibility
site-loading = Loading…

## The page of numbers to call. (server)
site-ill-lead = Call now. Do not wait for an answer in Daybook.
site-ill-signs = Call at once if you have
site-ill-sign-fever = a temperature of 38.0 °C (100.4 °F) or higher, or you shiver and shake
site-ill-sign-bleeding = bleeding or bruising that is new or does not stop
site-ill-sign-breath = new trouble breathing, or chest pain
site-ill-sign-fluids = vomiting or diarrhea that does not stop, or you cannot keep any fluids down
site-ill-sign-confusion = confusion, a very bad headache, or new weakness in an arm or a leg
site-ill-sign-harm = thoughts of hurting yourself
site-ill-say = Say that you are treated for cancer, and when your last treatment was. Take the list of your medicines with you.
site-ill-demo = This is a demonstration. The numbers are made up and lead nowhere.

## The privacy notice. (server)
site-privacy-title = How your data is used
site-privacy-lead = { $clinic } runs Daybook for you. It shows you what the clinic holds about you.
site-privacy-who = You and the teams that care for you can read your record here. Each time someone opens it, that is written down, and you can see who it was.
site-privacy-ads = It is never sold and never used for advertising.
site-privacy-device = Daybook keeps nothing on your device but a cookie that holds your sign-in, and one for your language. Only when you choose so, a device of your own also keeps a copy, encrypted, for where there is no network.
site-privacy-others = Your browser talks to this clinic only, and no other company is told of your visit. If you turn on notifications, they come through the push service of the maker of your browser. It can’t read them, but it learns when one is sent to your device. A notification also needs one more cookie on that device. If you have another person told of doses, Daybook keeps their address and writes to it by e-mail.
site-privacy-whole = The notice of { $clinic }

## The accessibility statement. (server)
site-accessibility-lead = We want everyone to be able to use Daybook.
site-accessibility-aim = We build Daybook to meet WCAG 2.2, level AA, and many points of level AAA. It works with a keyboard, a screen reader, large text and without JavaScript.
site-accessibility-test = Every page is checked by a program each time Daybook changes. People who use a screen reader every day have not tested it yet.
site-accessibility-tell = If something does not work for you, tell your clinic.

## When a page can't be shown.
site-fault-not-found = This page is not here
site-fault-not-found-text = The address may be mistyped, or what it showed is no longer shared with you.
site-fault-signed-out = You are signed out
site-fault-signed-out-text = Your session ended, or you signed out. Please sign in again.
site-fault-factor = Please confirm that it is you
site-fault-factor-text = What you asked for needs a fresh sign-in, so that nobody else can do it on your device.
site-fault-unavailable = Daybook cannot answer right now
site-fault-unavailable-text = Nothing is lost. Please try again in a minute. If you feel ill, call your clinic.
site-fault-internal = Something went wrong on our side
site-fault-internal-text = What you saved before is not lost. Please try again in a minute.
site-fault-reference = If you call us about it, this helps us find it:
site-fault-home = Go to the start

## What is wrong with a field of a form.
site-error-missing = Please fill this in.
site-error-malformed = Please check this. It has signs that we cannot take.
site-error-too-short = This is too short.
site-error-too-long = This is too long.
site-error-not-a-date = This is not a date. Please check day, month and year.
site-error-taken = Someone else has this already. Please choose another.
site-error-too-common = Others would guess this soon. Please choose another.
site-error-no-match = This does not match. Please try again.
site-error-expired = This is no longer valid.
site-error-not-a-choice = Please choose one of the list.
site-error-out-of-range = Please check this number. It is too low or too high.
site-error-too-many = Please give one answer only.
site-error-contradiction = These answers do not go together. Please check them.
site-error-throttled = { $seconds ->
    [one] Too many tries. Please wait { $seconds } second, then try again.
   *[other] Too many tries. Please wait { $seconds } seconds, then try again.
}
site-error-throttled-minutes = { $minutes ->
    [one] Too many tries. Please wait { $minutes } minute, then try again.
   *[other] Too many tries. Please wait { $minutes } minutes, then try again.
}
site-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
