### The calendar of doses for a calendar program. (server)

medicines-feed-made = Your calendar address is ready
medicines-feed-once = This address is shown only this once. Put it into your calendar program now.
medicines-feed-address = The address
medicines-feed-secret = Whoever has this address can read the calendar. Please do not pass it on.
medicines-feed-open = Add it to the calendar of this device
medicines-feed-how = To add it yourself, copy the address. In your calendar program, choose to add a calendar by subscription or from a web address, and paste it there.
medicines-feed-kept = Done
medicines-feed-lead = Your calendar program can show when something is due, and remind you even when Daybook is closed. It holds the times of your doses for the next 60 days.
medicines-feed-ended = The calendar is turned off. Its address opens nothing any more.
medicines-feed-yours = Your calendar
medicines-feed-since = Made on { $day }
medicines-feed-named = It names your medicines.
medicines-feed-discreet = It does not name your medicines. Each time just says “Daybook”.
medicines-feed-read = Last read by a calendar program on { $day }, { $time }. This is noted once a day.
medicines-feed-unread = No calendar program has read it yet.
medicines-feed-end = Turn off the calendar
medicines-feed-make-title = Make a calendar address
medicines-feed-make = Make an address
medicines-feed-renew-title = Make a new address
medicines-feed-renew = Make a new address
medicines-feed-voids = The address you have now stops working. You then add the new one to your calendar program.
medicines-feed-wording = What the calendar says
medicines-feed-say-nothing = Only “Daybook”
medicines-feed-say-nothing-about = Others who see your calendar learn nothing about your health.
medicines-feed-say-names = The names of the medicines
medicines-feed-say-names-about = Whoever sees your calendar, and the company that runs it, can read them.
medicines-feed-honest = Calendar programs read it anew when they want to, often only every few hours. A change can take that long to show. What you note in Daybook does not show there.

medicines-feed-title = Doses in your calendar
