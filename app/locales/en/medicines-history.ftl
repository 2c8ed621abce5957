### What was taken in a month. (server)

medicines-history-window = What was taken: { $month }
medicines-history-months = Other months
medicines-history-none = Nothing is noted for this month
medicines-history-none-text = As soon as a medicine has times that you confirmed, you see here what was taken.
medicines-history-taken = { $taken } of { $planned } planned doses are noted as taken ({ $share } of 100).
medicines-history-others = Skipped: { $skipped }. Missed: { $missed }. No answer: { $unknown }.
medicines-history-open-yet = The first doses of this month can still be answered.
medicines-history-as-needed = Nothing was planned for this month. Taken when needed: { $count }.
medicines-history-about = A dose without an answer may have been taken or not. Days of rest and days on hold are not counted.
medicines-history-calendar = Calendar
medicines-history-caption = Each day of the month, all medicines together
medicines-history-day-all = All taken
medicines-history-day-part = Some taken
medicines-history-day-nothing = None taken
medicines-history-day-unknown = No answer
medicines-history-day-open = Not over yet
medicines-history-day-rest = Rest
medicines-history-day-paused = Paused or on hold
medicines-history-day-beside = Only when needed
medicines-history-of = { $taken } of { $planned }
medicines-history-each = Each medicine
medicines-history-medicine = Medicine
medicines-history-head-taken = Taken
medicines-history-head-skipped = Skipped
medicines-history-head-missed = Missed
medicines-history-head-unknown = No answer
medicines-history-share-head = Taken of 100
medicines-history-share = { $share }
medicines-history-whole = All together
medicines-history-reasons = Why doses were skipped
medicines-history-days = Each day as a table
medicines-history-day = Day
medicines-history-mon = Mon
medicines-history-tue = Tue
medicines-history-wed = Wed
medicines-history-thu = Thu
medicines-history-fri = Fri
medicines-history-sat = Sat
medicines-history-sun = Sun
medicines-history-beside = { $count ->
    [one] taken { $count } time when needed or beside the plan
   *[other] taken { $count } times when needed or beside the plan
}
medicines-history-rest-days = { $count ->
    [one] { $count } day of rest
   *[other] { $count } days of rest
}
medicines-history-paused-days = { $count ->
    [one] { $count } day paused or on hold
   *[other] { $count } days paused or on hold
}
medicines-history-times = { $count ->
    [one] { $count } time
   *[other] { $count } times
}
medicines-history-answer = Tell us what happened
medicines-history-answered = Nothing is open on this day
medicines-history-answered-text = Every dose has an answer, or its plan has changed since.

## What pages with a script say too. (browser)
medicines-history-title = What was taken
