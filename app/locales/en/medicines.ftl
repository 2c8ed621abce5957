### Medicines: what is due, how each is taken, and what was said of each dose. (server)

## Amounts and times.
medicines-amount-bare = { $count }
medicines-micrograms = micrograms
medicines-units = units
medicines-units-international = international units
medicines-today-at = today at { $time }
medicines-yesterday-at = yesterday at { $time }
medicines-tomorrow-at = tomorrow at { $time }
medicines-date-at = { $date }, { $time }
medicines-time-moment = { $time } ({ $meal })
medicines-time-elsewhere = { $time } by the clock of { $place }
medicines-moment-waking = on waking
medicines-moment-breakfast = breakfast
medicines-moment-lunch = lunch
medicines-moment-dinner = dinner
medicines-moment-bedtime = bedtime

## A plan in words.
medicines-plan-daily = Every day at { $times }
medicines-plan-days = { $count ->
    [one] Every { $count } day, at { $times }
   *[other] Every { $count } days, at { $times }
}
medicines-plan-weekly = Once a week only, on { $day }, at { $times }
medicines-plan-weekdays = On { $days }, at { $times }
medicines-plan-hours = { $count ->
    [one] Every hour, the first at { $first }
   *[other] Every { $count } hours, the first at { $first }
}
medicines-plan-cycle = { $length ->
    [one] On days { $days } of every { $length } day, at { $times }. The other days are rest days.
   *[other] On days { $days } of every { $length } days, at { $times }. The other days are rest days.
}
medicines-day-range = { $first } to { $last }
medicines-plan-taper = In steps, at { $times }
medicines-plan-step = { $days ->
    [one] { $amount } for { $days } day
   *[other] { $amount } for { $days } days
}
medicines-plan-once = Once, on { $date }, at { $time }
medicines-plan-needed = Only when you need it
medicines-limit-hours = { $count ->
    [one] At least { $count } hour apart
   *[other] At least { $count } hours apart
}
medicines-limit-minutes = { $count ->
    [one] At least { $count } minute apart
   *[other] At least { $count } minutes apart
}
medicines-limit-most = No more than { $amount } in 24 hours
medicines-plan-each = Each time: { $amount }
medicines-plan-from = From { $from }, until you stop it
medicines-plan-from-until = From { $from } to { $until }
medicines-plan-most = { $count ->
    [one] It ends after { $count } dose
   *[other] It ends after { $count } doses
}
medicines-line = { $amount } · { $rhythm }

## What holds a medicine back.
medicines-ended = Stopped on { $date }
medicines-ended-why = Stopped on { $date }: { $why }
medicines-held = On hold, your care team says: { $why }. Do not take it until they tell you to.
medicines-held-until = On hold until { $until }, your care team says: { $why }. Do not take it before.
medicines-paused = Paused
medicines-record-hold = Your record says that this is on hold. You are not reminded of it. Do not take it until your care team tells you to.
medicines-record-stopped = Your record says that this was stopped. You are not reminded of it any more. Ask your care team before you take more of it. You can always note what you took.
medicines-record-not = Your record says that you should not take this. You are not reminded of it any more. Ask your care team before you take more of it. You can always note what you took.
medicines-record-withdrawn = Your clinic took this prescription back: it was put into your record by mistake. You are not reminded of it any more. Ask your care team before you take more of it.
medicines-record-not-taken = Your record says that you do not take this. You are still reminded of it. Ask your care team what is right.
medicines-record-over = Your record says that this prescription has come to its end. You are still reminded of it. Ask your care team whether you go on with it.
medicines-record-why = { $said } The reason it gives: { $why }
medicines-prescribed-over = { $status }: { $why }
medicines-prescribed-ended = Came to its end
medicines-begins = Starts on { $date }
medicines-rest = Rest days until { $last }. The next dose is on { $next }.
medicines-over = All doses of this plan are over

## What was noted.
medicines-noted-taken = { $name }: noted as taken { $when }
medicines-noted-skipped = { $name }: noted as skipped ({ $reason })
medicines-noted-missed = { $name }: noted as missed
medicines-noted-later = { $name }: put off until { $time }

## What is asked first.
medicines-ask-taken = This dose is already noted as taken
medicines-ask-taken-lead = Nothing new was noted. If you have not taken it again, leave it as it is.
medicines-ask-taken-yes = I did take it twice
medicines-ask-taken-no = I took it once
medicines-ask-said = Something else is noted for this dose
medicines-ask-said-lead = Nothing new was noted. You can correct what is there.
medicines-ask-said-yes = Correct it
medicines-ask-said-no = Leave it as it is
medicines-ask-soon = It is too soon for another dose
medicines-ask-soon-lead = Did you already take it? If not, please wait. If it does not help enough, call your care team.
medicines-ask-most = This would be more than the most for one day
medicines-ask-most-lead = Did you already take it? If not, please do not take it now. If it does not help enough, call your care team.
medicines-ask-needed-yes = Yes, I already took it
medicines-ask-needed-no = No, I will wait
medicines-ask-tells = If you took this further dose, it is noted and your care team is told. Then call them and ask what to do.
medicines-noted-when = (noted { $when })

## Correcting what was noted.
medicines-correct-title = Correct what is noted
medicines-correct-what = What really happened?
medicines-correct-taken = I took it
medicines-correct-skipped = I skipped it
medicines-correct-missed = I missed it
medicines-correct-save = Save the correction
medicines-correct-kept = What was noted before is kept too, so that nothing is lost.
medicines-correct-conflict = This was changed meanwhile. Please look at it again.
medicines-error-at = Please check the day and the time. It cannot lie ahead, and not far back.

## One medicine.
medicines-how = How you take it
medicines-set-by = Set by { $who }, { $when }
medicines-change-times = Change the times
medicines-written = What your prescriber wrote
medicines-written-more = Everything in your record about it
medicines-own-text = This medicine is on the list because it was added here. Daybook does not check whether medicines go together. Ask your care team or a pharmacist.
medicines-ways = What you can do
medicines-pause = Pause it
medicines-pause-why = Why? (optional)
medicines-resume = Take it again from now on
medicines-end = I no longer take it
medicines-end-why = Why did it end? (optional)
medicines-end-ask = Please ask your care team before you pause or stop what they prescribed.
medicines-describe = Change its name or what it is for
medicines-describe-save = Save
medicines-saved = Saved
medicines-before = Earlier plans
medicines-proposed-text = There is a plan that you have not confirmed yet. It does not hold until you do.
medicines-review-go = Read and confirm it

## Adding one.
medicines-add-own = For what you buy yourself: tablets without a prescription, vitamins, herbs. Daybook does not check whether medicines go together. Ask your care team or a pharmacist.
medicines-add-prescribed-lead = Your clinic prescribed this. We set the times together, and you confirm them.
medicines-add-name = Name
medicines-add-name-hint = As it stands on the package, with the strength. For example: Paracetamol 500 mg
medicines-add-purpose = What it is for (optional)
medicines-add-purpose-hint = For example: pain
medicines-add-next = Next: when you take it

## Meal times.
medicines-moments-lead = Medicines that you take with a meal, on waking or at bedtime follow these times.
medicines-moments-label = Time: { $moment }
medicines-moments-wrong = Please give a time.
medicines-moments-order = Meals follow each other: this one must be after the one before it.
medicines-moments-save = Save the times

## The form of a plan.
medicines-form-title = When you take { $name }
medicines-form-lead = Tell us as your prescriber told you. You read it back before it holds.
medicines-form-together = This leaves something open, or cannot be read as times. Let us set the times together. If you are not sure, ask your care team first.
medicines-form-weekly = This medicine is taken once a week only, on one day. Never take it daily: that can kill. If you were told otherwise, ask your care team.
medicines-form-often = How often?
medicines-form-days = Every day, or every few days
medicines-form-every = Every how many days? (1: every day)
medicines-form-weekdays = On certain days of the week
medicines-form-which-days = Which days?
medicines-form-cycle = In cycles: some days on, then rest days
medicines-form-on = On which days of the cycle?
medicines-form-on-hint = Day 1 is the first day. For example: 1–14 (days 1 to 14), or 1–5, 8–12, or 1, 8, 15.
medicines-form-length = How many days has a cycle, with its rest days?
medicines-form-not-here = This plan has parts that cannot be changed here without losing something. Please ask your care team to change it.
medicines-error-cycle-days = Please write the days from low to high, with commas and dashes, each once. For example: 1–5, 8–12
medicines-error-cycle-outside = A day lies outside the cycle. Days count from 1 to the number of days of the cycle.
medicines-error-cycle-alone = This would be one single day. For days 1 to 14 write 1–14. For one day only, such as day 8, write 8–8.
medicines-form-first = Day 1 of a cycle
medicines-form-by-hours = Every few hours
medicines-form-hours = Hours from dose to dose
medicines-form-first-time = Time of the first dose
medicines-form-taper = In steps: less (or more) after some days
medicines-form-steps = The steps
medicines-form-step = Step { $number }:
medicines-form-step-days = For how many days
medicines-form-once = Once
medicines-form-once-hint = On the day below, at one time.
medicines-form-needed = Only when I need it
medicines-form-least = At least so many hours apart
medicines-form-most = The most in 24 hours (how many tablets, puffs, …)
medicines-form-times = At what times?
medicines-form-times-hint = For each dose of a day give a time, or choose a moment of your day.
medicines-form-time = Time { $number }
medicines-form-moment = or moment { $number }
medicines-form-no-moment = None
medicines-form-amounts = How much each time?
medicines-form-count = How many
medicines-form-of = Of what
medicines-form-of-hint = As it stands on the package. For example: 2 of “tablet 500 mg”. Several strengths can make one dose.
medicines-form-when = From when to when?
medicines-form-from = From
medicines-form-until = Last day (leave empty if there is none)
medicines-form-doses = Ends after so many doses, counted from the first day (optional)
medicines-form-missed = What your prescriber says about a dose that was not taken (optional)
medicines-form-missed-hint = Write only what they told you, or what stands on your plan. Daybook shows it when a dose has no answer.
medicines-form-next = Read it back
medicines-form-nothing-yet = Nothing holds before you have confirmed it on the next page.
medicines-form-conflict = { $who } changed this plan ({ $when }). Please look at what holds now, then change it again if you need to.
medicines-error-times = Please give at least one time.
medicines-error-times-twice = The same time stands there twice, or there is more than one where one is asked for.
medicines-error-weekdays = Please choose the day or the days.
medicines-error-amounts = Please give how many, as a number such as 1 or 0.5.
medicines-error-most = The most in 24 hours must be at least as much as one dose.
medicines-error-week = At least 7 days must lie between two doses of this medicine, also where it stands on your list twice. This plan asks for a dose sooner. Please choose a later first day or another weekday. If you are not sure, ask your care team.
medicines-error-name-weekly = A medicine of this name is taken once a week only. What is planned here is more often, or too close to another dose of it. Please end it here, or change its times first. If you are not sure, ask your care team.
medicines-error-name-other = This is planned as a medicine that is taken once a week only. If it is another medicine, please end it here and put the other one on your list.

## A plan read back.
medicines-review-title = Is this right?
medicines-review-lead = Please compare it with your package or your letter. It holds only when you confirm it.
medicines-review-days = The next days
medicines-review-dose = { $time }: { $amount }
medicines-review-none = nothing
medicines-review-next = Then the next dose is on { $date }.
medicines-review-confirm = Yes, this is right
medicines-review-change = Change it
medicines-review-conflict = This plan changed meanwhile. Please read it again.
medicines-review-begin = When do the new times begin?
medicines-review-moved = { $count ->
    [one] You already answered today’s dose of { $times }.
   *[other] You already answered today’s doses of { $times }.
}
medicines-review-tomorrow = Tomorrow
medicines-review-tomorrow-about = Today stays as it was. Nothing is asked for twice.
medicines-review-counts = Not again
medicines-review-counts-about = What you answered today counts. It was the last dose of this plan.
medicines-review-today = Today
medicines-review-today-about = Daybook asks for the new times today too. Choose this only if your care team told you to take a further dose today.
medicines-review-begin-missing = A dose of today is already answered. Please choose when the new times begin.
medicines-review-also = The same medicine stands on your list more than once: also as { $names }. If both are one prescription, end one of them. If you are not sure, ask your care team before you take both.

## What the care team does.
medicines-team-title = For the care team
medicines-team-lead = What you change here holds at once. The person sees it, and who did it.
medicines-team-hold = Hold it
medicines-team-why = Why
medicines-team-why-hint = In plain words. The person reads this.
medicines-team-until = Until (begins again that morning; empty: until you end it)
medicines-team-end-hold = End the hold
medicines-team-change = Change the dose from a day on
medicines-team-from = From this day
medicines-team-move = Move day 1 of the next cycle
medicines-team-first = New day 1
medicines-team-first-hint = The cycles after follow. Until then there are no doses of a new cycle.
medicines-team-conflict = This was changed meanwhile. Please look at it again.

## The first page. (browser)
medicines-title = Medicines
medicines-lead = What to take, and what you took.
medicines-lead-team = What this person takes, as they confirmed it, and what they noted.
medicines-today = Today
medicines-today-none = Nothing is to be taken at set times today.
medicines-take-now = To take
medicines-all = All medicines
medicines-next = Next: { $name }, { $amount }, at { $time }
medicines-take = Take
medicines-take-this = Take now
medicines-later = Later
medicines-minutes = { $count ->
    [one] In { $count } minute
   *[other] In { $count } minutes
}
medicines-skip = Skip
medicines-skipped = I skipped it
medicines-skip-why = Why?
medicines-skip-words = In your own words (optional)
medicines-reason-effects = Side effects
medicines-reason-unwell = I feel unwell
medicines-reason-out = I have none left
medicines-reason-team = My care team said so
medicines-reason-other = Another reason
medicines-took-at = I took it at …
medicines-took-already = I took it already
medicines-day = Day
medicines-time = Time
medicines-note = Note it
medicines-error-note = This could not be noted: it was changed meanwhile, or the time does not fit. Nothing was saved. Please look again.
medicines-undo = Undo
medicines-beyond = Your care team was told. Please call them now and ask what to do. If you feel very ill, get help at once.
medicines-state-due = Due now
medicines-state-later = Put off until { $time }
medicines-state-held = On hold or paused: do not take it now
medicines-state-unanswered = Not answered
medicines-state-taken = Taken at { $time }
medicines-state-twice = Taken twice
medicines-state-skipped = Skipped: { $reason }
medicines-state-missed = Missed
medicines-by = noted by { $name }
medicines-correct = Correct
medicines-if-missed = If a dose was not taken, your prescriber says:
medicines-not-two = If you did not take it: do not take two. Ask your care team.
medicines-unanswered = Not answered yet
medicines-unanswered-lead = We do not know whether you took these. Please tell us what happened.
medicines-unanswered-some = Some doses are not answered yet.
medicines-unanswered-count = { $count ->
    [one] { $count } dose not answered
   *[other] { $count } doses not answered
}
medicines-missed = I missed it
medicines-needed = When you need it
medicines-last = Last taken { $when }
medicines-last-none = Not taken in the last 24 hours
medicines-next-at = Again from { $when }
medicines-next-now = You may take it now
medicines-next-unlimited = Your plan names no limit here. Take it as your care team told you.
medicines-list = My medicines
medicines-none = No medicine is listed yet
medicines-none-text = What your clinic prescribes appears here. You can also add your own, such as pain tablets or herbs.
medicines-ended-title = No longer taken
medicines-new = Add a medicine of my own
medicines-moments = My meal times
medicines-own = My own
medicines-proposed = Waits for you to confirm
medicines-beyond-badge = More than planned was taken
medicines-no-plan = No times are set yet
medicines-set-times = Set the times with me
