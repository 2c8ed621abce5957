### Who read one's record, and what else was done with it. (server)

audit-lead = Everyone who opened your record, and everything that was done with it. The newest comes first.
audit-filter = What is shown
audit-everyone = Everyone
audit-others = Other people
audit-nobody = Nothing is here
audit-nobody-text = As soon as someone opens your record, it is written down here.
audit-five-minutes = Several readings of the same part by the same person within five minutes are one line. If something here surprises you, ask your care team.
audit-pager = More of this list
audit-newest = Newest first
audit-older = Older

## Who it was.
audit-you = You
audit-someone = Someone of the clinic
audit-operator = Those who run Daybook for the clinic
audit-system = A system of the clinic
audit-daybook = Daybook, by itself
audit-of-team = Team: { $team }
audit-care-team = Care team
audit-administrator = Administrator

## What was done.
audit-act-opened = Opened the record
audit-act-results = Looked at results
audit-act-log = Looked at this list
audit-act-diary-read = Looked at the diary
audit-act-diary-write = Wrote in the diary
audit-act-diary-plan = Set how often the diary asks
audit-act-medicines-read = Looked at the medicines
audit-act-medicines-write = Changed a medicine or noted a dose
audit-act-medicines-order = Changed how a medicine is taken
audit-act-comment = Wrote a comment on a result
audit-act-correct = Corrected a comment on a result
audit-act-withdraw = Withdrew a comment on a result
audit-act-care-read = Looked at what is noted of the treatment
audit-act-care = Changed what is noted of the treatment
audit-act-open = Opened a result that was waiting
audit-act-choose = Chose when results open
audit-act-step-up = Confirmed who they are once more
audit-act-mail-code = Asked for a code that confirms an e-mail address
audit-act-mail-address = Confirmed an e-mail address for reminders
audit-act-mail-remove = Removed the e-mail address for reminders
audit-act-mail-choose = Chose which notices come
audit-act-zone = Chose the time zone
audit-act-push-on = Turned on notifications on a device
audit-act-push-off = Turned off notifications on a device
audit-act-keep = Had a device of their own keep a copy
audit-act-copy = Made a copy of the record
audit-act-asked-more = Asked for more of a medicine
audit-act-counted = Counted what is left of a medicine
audit-act-feed-on = Made an address for the calendar of doses
audit-act-feed-off = Turned off the calendar of doses
audit-act-feed-read = A calendar program read the calendar of doses
audit-act-told-ask = Asked someone else whether they want to be told of doses without an answer
audit-act-told-choose = Chose what someone else is told of doses without an answer
audit-act-told-end = Ended that someone else is told of doses without an answer
audit-act-told-yes = Someone else agreed to be told of doses without an answer
audit-act-told-no = Someone else did not want to be told of doses without an answer
audit-act-told-stop = Someone else ended being told of doses without an answer
audit-act-told-news = Told someone else that a dose has no answer
audit-act-brought = { $things ->
    [one] Sent { $things } thing
   *[other] Sent { $things } things
}
audit-act-brought-some = Sent something new
audit-act-sign-in = Signed in
audit-act-sign-out = Signed out
audit-act-end-session = Signed a device out
audit-act-enrol = Opened this Daybook with a letter
audit-act-reset = Chose a new passphrase with a letter
audit-act-letter = Made a letter that opens this Daybook
audit-act-closed = Closed this account
audit-act-given-to = Gave the record to a team, which can read it from now on: { $team }
audit-act-given = Gave the record to a team, which can read it from now on
audit-act-taken-from = Took the record back from a team, which can no longer read it: { $team }
audit-act-taken = Took the record back from a team, which can no longer read it
audit-act-account = Changed something about signing in
audit-act-record = Changed something in the record
audit-act-passed-on = Passed what was reported on to the care team
audit-act-reminded = Reminded the care team that something waits
audit-act-listed = Saw in a list what waits for the care team
audit-act-item = Opened what waits for the care team
audit-act-work = Worked on what waits for the care team

## What pages with a script say too. (browser)
audit-title = Who read my record
audit-more = My record
audit-more-text = Who opened it, and when
