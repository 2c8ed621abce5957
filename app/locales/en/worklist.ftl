### The care team's rooms. (server)

worklist-people-lead = The people whom your teams care for.
worklist-no-team = You are in no team yet
worklist-no-team-text = Ask your administrator. You see the people of a team as soon as you belong to it.

## Finding someone.
worklist-search-label = Name or record number
worklist-search-hint = The first letters of each word are enough. Accents do not matter.
worklist-born-hint = Optional. The year alone is enough.
worklist-born-wrong = Please give the year with 4 digits. With a day, also give the month as a number from 1 to 12.
worklist-search-wrong = Please check what you typed
worklist-search = Find
worklist-found = Found
worklist-all = Everyone, by name
worklist-everyone = Show everyone
worklist-no-match = Nobody in your teams matches
worklist-no-match-text = Try fewer letters, or only the date of birth. People whom other teams care for are not listed here.
worklist-nobody = Nobody is in your teams yet
worklist-nobody-text = People appear here as soon as your administrator gives their record to one of your teams.
worklist-forgotten = This search is no longer kept. Please search again.
worklist-pager = More people
worklist-from-start = From the start
worklist-next = Next people

## A person.
worklist-died = Has died

## Above every page of someone else's record.

## The list of what waits.
worklist-lead = What waits for your teams. The worst comes first.
worklist-refresh = Refresh
# Read out by a screen reader when items appear.
worklist-live-new = New on the worklist: { $count }
worklist-filter = What is shown
worklist-filter-all = All
worklist-filter-mine = Mine
worklist-filter-free = Nobody has it
worklist-filter-team = Teams
worklist-filter-teams = All my teams
worklist-waiting = Waiting
worklist-empty = Nothing waits
worklist-empty-text = As soon as something needs your teams, it appears here.
worklist-empty-here = Nothing is here
worklist-empty-here-text = Other items may wait under “All”.
worklist-pager-items = More of this list
worklist-items-start = From the worst
worklist-items-next = Next items
# How soon someone must take it.
worklist-urgent = Urgent
worklist-soon = Soon
worklist-low = Low
worklist-since = Since { $when }
worklist-take-by = Due { $when } ({ $left } left)
worklist-late = Late since { $when }
worklist-promised = Promised for { $when }
worklist-stepped = { $times ->
    [one] Passed on { $times } time
   *[other] Passed on { $times } times
}
worklist-holder = With { $name }
worklist-holder-you = With you
worklist-holder-none = Nobody has it
worklist-today-at = today at { $time }
worklist-yesterday-at = yesterday at { $time }
worklist-tomorrow-at = tomorrow at { $time }
worklist-date-at = { $date } at { $time }
worklist-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
worklist-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
worklist-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
worklist-more-alerts = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}

## How much there is.
worklist-load = How much there is
worklist-load-open = Open
worklist-load-free = Nobody has it
worklist-load-late = Late
worklist-load-median = Until somebody acts
worklist-load-median-about = The middle value of the last 30 days
worklist-load-none = No figure yet
worklist-load-ages = Open, by age
worklist-load-age-hours = Up to 4 hours
worklist-load-age-day = Up to a day
worklist-load-age-days = Up to 3 days
worklist-load-age-older = Longer
worklist-load-holders = Taken, by whom
worklist-load-holders-none = Nobody has taken anything

## What was reported.
worklist-kind-alert = Symptoms to look at
worklist-kind-note = Words to read
worklist-kind-silent = No answer
worklist-kind-medicine = A medicine was taken beyond its plan
worklist-beyond-twice = Taken a second time: { $when }
worklist-beyond-soon = Taken sooner than allowed: { $when }
worklist-beyond-most = Taken above the most in 24 hours: { $when }
worklist-silent = Nothing was answered since { $date }
# What it is about, and what changed.
worklist-headline = { $about }: { $change }
worklist-temperature = Temperature { $degrees } °C
worklist-part-frequency = how often
worklist-part-severity = how bad
worklist-part-interference = how much in the way
worklist-part-amount = how much
worklist-part-presence = there or not
worklist-reason-level = { $part } { $level } of 4
worklist-reason-rise = { $part } { $from } → { $to } since { $date }
worklist-reason-slide = { $part } slowly rising: first { $first }, then { $previous }, now { $now }
worklist-reason-grade = grade { $grade } of 3
worklist-reason-grade-rise = grade { $before } → { $grade } of 3
worklist-reason-flagged = happening now
worklist-reason-fever = at or above the limit
worklist-caregiver = Reported by someone who cares for them
worklist-flag-fever = Fever, or shaking chills
worklist-flag-chest = Chest pain
worklist-flag-breath = Short of breath at rest
worklist-flag-bleeding = Bleeding that does not stop
worklist-flag-confusion = New confusion
worklist-flag-weakness = New weakness, or loss of control over bladder or bowel
worklist-flag-fluids = No fluids kept down for 24 hours
worklist-flag-harm = Thoughts of self-harm

## One item.
worklist-back = Back to the worklist
worklist-status = Where it stands
worklist-status-holder = Who has it
# When the person said it; it reached Daybook later.
worklist-status-said = Said
worklist-status-opened = Opened
worklist-status-promised = Promised
worklist-status-seen = First seen
worklist-status-decided = Decided
worklist-status-closed = Closed
worklist-reported = What was reported
worklist-heard = Each report
worklist-history = Over time
worklist-history-others = Other symptoms
worklist-reach = How to reach them
worklist-reach-none = The record holds no telephone number and no e-mail address.
worklist-record = Open the record
worklist-done = What was done
worklist-done-none = Nothing yet
worklist-someone = Someone on the team
worklist-deed-take = Taken
worklist-deed-give-back = Given back
worklist-deed-hand-over = Handed over to { $name }
worklist-deed-note = Note
worklist-deed-decide = Decided: { $decision }
worklist-deed-close = Closed
worklist-deed-reopen = Opened again
worklist-deed-mute = Alerts paused: { $symptom }, { $time }
worklist-decision-called = Called
worklist-decision-advice = Advice given
worklist-decision-visit = Visit arranged
worklist-decision-none = No action, because …

## What one can do about it.
worklist-do = What you can do
worklist-take = Take it
worklist-give-back = Give it back
worklist-note = Add a note
worklist-note-label = Your note
worklist-note-hint = Your team reads it. The person does not.
worklist-note-send = Save the note
worklist-decide = Decide
worklist-decide-legend = What did you decide?
worklist-decide-text = In your words
worklist-decide-hint = Needed when there is no action. The person sees what you decided, not these words.
worklist-decide-send = Save the decision
worklist-close = Close it
worklist-close-hint = Closed items leave the list. They can be opened again.
worklist-reopen = Open it again
worklist-hand-over = Hand it over
worklist-hand-over-to = To whom
worklist-hand-over-choose = Choose
worklist-mute = Pause alerts for a known symptom
worklist-mute-hint = For at most 28 days, and only until it gets worse. The strongest level and red flags always alert.
worklist-mute-symptom = Symptom
worklist-mute-days = Days, 1 to 28
worklist-mute-send = Pause the alerts
worklist-muted = Alerts are paused until { $date }: { $symptom }
worklist-saved = Saved.
worklist-closed = Closed. It is no longer on the list.
worklist-error-taken = { $name } was faster and has it now. Your entry was not saved.
worklist-error-changed = This item has changed meanwhile. Your entry was not saved. Look at what was done, then try again.
worklist-kept = What you typed
worklist-error-note = Please write something first.
worklist-error-why = Please say why there is no action.
worklist-error-decision = Please choose what you decided.
worklist-error-undecided = Please decide before you close it.
worklist-error-to = Please choose someone of your team.
worklist-error-symptom = The alerts of this symptom can’t be paused.
worklist-error-days = Please give the days as a number from 1 to 28.

## What pages with a script say too. (browser)
worklist-people = People
worklist-more = For the care team
worklist-born = Born { $date }
worklist-born-unknown = Date of birth not known
worklist-age = { $years ->
    [one] { $years } year old
   *[other] { $years } years old
}
worklist-no-name = Name not known
worklist-band-label = Whose record this is
worklist-band = You are looking at the record of
worklist-band-words = The pages speak as they speak to this person. Each reading is written down, and the person can see it.
worklist-band-back = Back to people
worklist-title = Worklist
worklist-comments = Comments
