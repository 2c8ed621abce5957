### Time zone: by the clock of which place someone lives, and what they are asked on a journey. (server)

account-zone-lead = Your medicines, reminders and days go by the clock of this place.
account-zone-now = Daybook goes by the time of { $place }. It is { $time } there now.
account-zone-other = Choose a place
account-zone-save = Save the place
account-zone-changed = Saved. Daybook goes by the time of { $place } now.
account-zone-kept = Saved. The time of { $place } stays. You are asked again when your device shows yet another time.

## A journey.
account-zone-asks = Your device shows the time of { $device }. Your medicines go by the time of { $home }.
account-zone-asks-way = Choose the time
account-zone-which = Which time do you want to go by?
account-zone-device = Your device shows the time of { $place }. It is { $time } there now.
account-zone-keep = Keep the time of { $place }
account-zone-keep-about = Good for a short journey: you take everything at the same moment as at home.
account-zone-change = Change to the time of { $place }
account-zone-change-about = Good for a long stay: what you take at 8 in the morning comes at 8 in the morning there. The first time, the gap between two doses is longer or shorter.
account-zone-next = By the clock of { $place }, the next ones are:
account-zone-past = The time there has already passed for: { $names }. Ask your care team whether to take it now.
account-zone-hours = What you take every so many hours stays at real hours either way. For some medicines the gap matters: ask your care team before you travel.

## What pages with a script say too. (browser)
account-zone-title = Time zone
account-zone-by = By the time of { $place }
