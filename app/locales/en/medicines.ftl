### Medicines: what is due, how each is taken, and what was said of each dose. (server)

## Amounts and times.
medicines-amount-bare = { $count }
medicines-micrograms = micrograms
medicines-today-at = today at { $time }
medicines-yesterday-at = yesterday at { $time }
medicines-tomorrow-at = tomorrow at { $time }
medicines-date-at = { $date }, { $time }
medicines-time-moment = { $time } ({ $meal })
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
medicines-plan-cycle = On days { $days } of every { $length } days, at { $times }. The other days are rest days.
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
medicines-ask-tells = If you say yes, it is noted and your care team is told. Then call them and ask what to do.
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
medicines-take-of = Take { $name }
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
medicines-correct-of = Correct what is noted of { $name }
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
medicines-missed-of = I missed { $name }
medicines-needed = When you need it
medicines-last = Last taken { $when }
medicines-last-none = Not taken in the last 24 hours
medicines-next-at = Again from { $when }
medicines-next-now = You may take it now
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
