### The symptom diary.

diary-title = Diary
diary-lead = Tell your care team how you are between visits.
# Heading on Today.
diary-how = How you are
diary-check = Symptom check
diary-due = Your symptom check is due.
diary-overdue = Your symptom check has been waiting since { $date }.
diary-next = Your next symptom check is on { $date }. You can do one at any time.
diary-off = No symptom checks are planned. You can do one at any time.
diary-start = Start the symptom check
diary-takes = It takes about a minute.
diary-resume = Go on with the symptom check
diary-resume-since = You began it on { $date }. Your answers are kept.
diary-note = Note something now
diary-past = Reports
diary-past-own = What you told us
diary-older = Older reports
diary-pager = More of the diary
diary-empty = Nothing has been reported yet.
diary-empty-text = Each symptom check and each note will be listed here, with what your care team did about it.
diary-check-of = Symptom check of { $date }
diary-nothing = No symptoms
diary-noted = It happened on { $date }
diary-by-caregiver = Told by a caregiver
diary-corrected = Corrected
diary-withdraw = Take it back
diary-over-time = Over time
# A symptom and how bad it was: "Pain: moderate".
diary-symptom-level = { $symptom }: { $level }
diary-level-0 = none
diary-level-1 = slight
diary-level-2 = medium
diary-level-3 = bad
diary-level-4 = very bad
diary-often-0 = never
diary-often-1 = now and then
diary-often-2 = fairly often
diary-often-3 = very often
diary-often-4 = nearly all the time
diary-way-0 = not at all
diary-way-1 = a little
diary-way-2 = partly
diary-way-3 = a lot
diary-way-4 = completely

## The red flags, asked first.
diary-flags = Is any of these happening now?
diary-flags-lead = If so, do not wait for an answer in Daybook. We show you whom to call.
diary-flags-none = None of these
diary-flag-fever = A temperature of 38.0 °C (100.4 °F) or higher, or you shiver and shake
diary-flag-chest = Chest pain
diary-flag-breath = You are short of breath even at rest
diary-flag-bleeding = Bleeding that does not stop
diary-flag-confusion = You are confused, or others say so, and this is new
diary-flag-weakness = New weakness in an arm or a leg, or you cannot hold your urine or stool
diary-flag-fluids = You have not kept down any fluids for 24 hours
diary-flag-harm = Thoughts of hurting yourself
diary-call = Please call now
diary-call-lead = Do not wait for an answer in Daybook. Say that you are being treated for cancer and what is happening.
diary-call-harm = You are not alone with these thoughts. You can talk to someone. The numbers are below.
diary-call-sending = Your care team is being told. Please call all the same.
diary-call-sent = This is on your care team’s list. Maybe nobody has read it yet. Please call all the same.
diary-call-not-sent = Your care team has not been told: it could not be sent. Please call.
diary-call-go-on = Go on with the symptom check
diary-call-mistake = I ticked something by mistake

## The questions.
diary-step = { $number } of { $of }
diary-go-on = Go on
diary-back = Back
diary-skip = I would rather not say
diary-send = Send
diary-same = Same as last time
diary-same-text = Takes over your answers of { $date }. You can still change them.
diary-last-time = last time
diary-last-time-value = Last time: { $value } { $unit }
diary-correcting = Correction of a symptom check
diary-last = That was all
diary-last-lead = Send it now, or go back and change an answer.
diary-error-missing = Please choose an answer.
diary-error-some = Some questions still need an answer, or one that fits. Please check them.
diary-error-sent = This report can no longer be changed. It was sent, or it is too old.

## A report that was sent.
diary-thanks = Thank you. It is sent.
diary-saved = Your care team can see this. They may not read it before your next visit. If something worries you, please call.
diary-sent-at = Sent to your care team: { $date }
diary-promised = Someone on the team will look by { $date }. If it gets worse before then, please call.
diary-late = We promised that someone would look by { $date }. Nobody has yet.
diary-late-call = Please call if it is no better.
diary-seen = Seen by the care team: { $date }
# What was decided and when.
diary-decided = { $decision }: { $date }
diary-decision-called = The team called you
diary-decision-advised = The team gave advice
diary-decision-visit = A visit is arranged
diary-decision-none = Nothing more is needed for now
diary-said = What you answered
diary-skipped = Not answered
diary-quantity = { $number } { $unit }
diary-correct = Correct it
diary-corrected-by = This report was corrected later.
diary-corrected-see = See the correction
diary-corrects = This corrects an earlier report.
diary-corrects-see = See the earlier one
diary-not-sent = This report was not sent.
diary-not-sent-text = Only the person who began it can go on with it.
diary-expired-text = It was begun more than three days ago. Please start a new one, so that it says how you are now.

## Noting something between reports.
diary-note-lead = Something that you want to remember or to tell, whenever it happens.
diary-note-what = What is it?
diary-note-other = Something else
diary-note-choose = Please choose
diary-note-level = How bad is it, or was it at its worst?
diary-note-no-level = I would rather not say
diary-note-day = Day
diary-note-time = Time
diary-note-words = In your own words
diary-note-words-hint = You can leave this empty. Your team reads it. For anything urgent, please call.
diary-note-save = Save
diary-note-saved = It is noted.
diary-note-error-level = Please say how bad it was, or write something.
diary-note-error-happened = Please check day and time. It can be up to 31 days ago, and not in the future.

## Symptoms over time. (server)
diary-symptoms-over-time = Symptoms over time
diary-over-time-empty = Nothing was reported in this time. Choose a longer one, or do a symptom check.
diary-span = { $from } to { $to }
diary-period = How far back
diary-period-months = 3 months
diary-period-year = 1 year
diary-period-all = Everything
diary-beside = Show a blood test beside it:
diary-never = Asked about and never there: { $symptoms }.
diary-notes = Noted in between
# How many reports, the latest level and its day, the lowest and the highest level.
diary-course = { $count ->
    [one] { $count } report. Last { $last }, on { $date }. Between { $low } and { $high }.
   *[other] { $count } reports. Last { $last }, on { $date }. Between { $low } and { $high }.
}
diary-table = Each report of { $symptom }
diary-between = noted in between
diary-attribute-frequency = How often
diary-attribute-severity = How bad
diary-attribute-interference = In the way
diary-attribute-amount = How much

## How often someone is asked; the care team sets it.
diary-plan = How often they are asked
diary-plan-lead = Daybook asks on these days, reminds once, repeats it once, and is then silent.
diary-plan-weekly = Once a week
diary-plan-on = On
diary-plan-cycle = On days of each treatment cycle
diary-plan-days = Which days
diary-plan-days-hint = Day 1 is the day of treatment. Write them like this: 1, 8, 15
diary-plan-no-days = No days of treatment are kept for this person yet.
diary-plan-keep-days = Keep them here
diary-plan-off = Not at all
diary-plan-off-about = The person can still report at any time.
diary-plan-opens = From
diary-plan-opens-hint = Between 5:00 and 13:00, where the person lives.
diary-plan-save = Save
diary-plan-saved = It is saved and holds from today.
diary-plan-set-by = Set by { $who } on { $date }.
diary-plan-begins = As it begins: once a week from the day on which the person came.
diary-plan-daily = After an alert they are asked daily until { $date }.
diary-plan-error-days = Please write days from 1 to 84, with commas between them.
diary-plan-error-opens = Please choose a time from 5:00 to 13:00.
diary-weekday-0 = Monday
diary-weekday-1 = Tuesday
diary-weekday-2 = Wednesday
diary-weekday-3 = Thursday
diary-weekday-4 = Friday
diary-weekday-5 = Saturday
diary-weekday-6 = Sunday
