### How much there is of a medicine, and asking for more. (server)

medicines-supply-back = Medicines
medicines-supply-title = Supply
medicines-supply-link = What is left, and asking for more
medicines-supply-window = Supply: { $name }
medicines-supply-left = What is left
medicines-supply-of = { $count } × { $strength }
medicines-supply-none = Nobody has counted yet.
medicines-supply-until = Enough until { $date }, if everything is taken as planned. On that day there is not enough for a dose.
medicines-supply-by = Ask for more by { $date }.
medicines-supply-now = It is time to ask for more.
medicines-supply-open-end = No day is known on which it runs out.
medicines-supply-counted = Counted on { $date }, less what was noted as taken since.
medicines-supply-saved = Saved.
medicines-supply-saved-asked = Your request is with your care team. Nothing has been ordered yet.
medicines-supply-saved-withdrawn = Your request is withdrawn. Nothing was ordered.

## Counting.
medicines-supply-count = Count what you have
medicines-supply-count-hint = Count what is in all your packs. From then on, Daybook takes off what you note as taken.
medicines-supply-how-many = How many
medicines-supply-how-many-of = How many of { $strength }
medicines-supply-kind = What did you count?
medicines-supply-all = Everything I have now
medicines-supply-more = New packs, on top of what is left
medicines-supply-lead = Days you need to get more
medicines-supply-lead-hint = From asking until you have it at home.
medicines-supply-save = Save the count
medicines-supply-own = This is a medicine of your own. Your care team doesn’t order it.

## Asking for more.
medicines-supply-refill = More of this medicine
medicines-supply-ask-about = Your request goes to your care team. It is not an order: they look at it first, then send it to a pharmacy.
medicines-supply-words = Anything they should know
medicines-supply-words-hint = Optional. For example which pharmacy.
medicines-supply-ask = Ask for more
medicines-supply-withdraw = Withdraw the request
medicines-supply-not-asked = Nobody has asked for more.
medicines-supply-before = Earlier requests
medicines-supply-someone = your care team
medicines-supply-promised = Someone on your team looks at it by { $when }.
medicines-supply-opens = Your team works again from { $when }.
medicines-supply-late = Nobody has looked yet, later than promised. Please call your team.
medicines-supply-state-requested = Asked for. Nothing has been ordered yet.
medicines-supply-state-sent = Sent to the pharmacy. Not ready yet.
medicines-supply-state-ready = Ready to pick up.
medicines-supply-state-refused = Not ordered: your care team said no.
medicines-supply-state-withdrawn = Withdrawn. Nothing was ordered.
medicines-supply-step-requested = Asked for on { $when }
medicines-supply-step-seen = Seen by your care team on { $when }
medicines-supply-step-sent = Sent to the pharmacy by { $name } on { $when }
medicines-supply-step-ready = Ready, says { $name }, on { $when }
medicines-supply-step-refused = Refused by { $name } on { $when }
medicines-supply-step-withdrawn = Withdrawn on { $when }

## What is wrong.
medicines-supply-error-count = Please give how many you have as a number. 0 is a number too, but new packs need at least one.
medicines-supply-error-lead = Please give the days as a number from 0 to 60.
medicines-supply-error-asked = More was asked for already. You see below how far it is.
medicines-supply-error-ordered = The pharmacy has this request already. Please call your care team.
medicines-supply-error-changed = This was changed meanwhile. Please look at it, then try again.
