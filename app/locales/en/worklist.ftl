### The care team's rooms.

worklist-people = People
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
worklist-born = Born { $date }
worklist-born-unknown = Date of birth not known
worklist-age = { $years ->
    [one] { $years } year old
   *[other] { $years } years old
}
worklist-died = Has died
worklist-no-name = Name not known

## Above every page of someone else's record.
worklist-band-label = Whose record this is
worklist-band = You are looking at the record of
worklist-band-words = The pages speak as they speak to this person. Each reading is written down, and the person can see it.
worklist-band-back = Back to people
