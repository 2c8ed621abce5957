### Today.

record-today = Today
record-hello = Hello { $name }
record-new = What is new
record-all-results = All results
record-new-none = You have seen everything.
record-new-none-text = New results appear here as soon as your clinic sends them.
record-new-more = There is more that is new. See all results.
record-latest = Latest results
record-coming = What is coming
record-coming-none = No appointments are known to Daybook.
record-coming-none-text = What your clinic told you always counts more than this page.

## Taking one’s data.
record-take = Take my data
record-take-short = Save a copy of your whole record
record-take-lead = Save a copy of everything that your clinic has sent to Daybook, of what you told in your diary, and of what your team noted of your treatment.
record-take-what = What is in it
record-take-what-text = Everything from { $from } to { $to }: { $kinds }.
record-take-what-undated = Everything that was sent: { $kinds }.
record-take-what-none = Your clinic has not sent anything yet. The files will be nearly empty.
record-take-waiting = { $count ->
    [one] { $count } result waits until you open it. It is not in the files yet.
   *[other] { $count } results wait until you open them. They are not in the files yet.
}
record-take-where = Where it will be kept
record-take-where-text = Your browser saves the file on this device, most often under “Downloads”. From then on Daybook can’t protect it: whoever can open the files on this device can read it. Don’t save it on a device that you share.
record-take-noted = Daybook notes under “Who read my record” that a copy was saved. You may be asked for your passphrase first.
record-take-document = To read and to print
record-take-document-text = One page in plain words, in your language. It opens in any browser, also without internet.
record-take-document-save = Save the page
record-take-fhir = For another clinic or app
record-take-fhir-text = One file in the format FHIR R4, exactly as your clinic sent it, with all documents in it, and with your diary. It is made for computers.
record-take-fhir-save = Save the FHIR file

## The page to keep. (server)
record-document-title = Health record of { $name }
record-document-title-nameless = Health record
record-document-born = Born { $date }
record-document-made = Saved from Daybook on { $date }. All of it was sent by { $clinic } or through it.
record-document-note = This copy does not change. What came later is not in it. What your team tells you always counts more than this page.
record-document-test = Test
record-document-result = Result
record-document-range = Range and what it says
record-document-more-values = There are more values than fit here. The FHIR file has all of them.
record-document-file = { $name } ({ $about }): this document is in the FHIR file.
record-document-end = End of the record.

## What the care team keeps of someone’s treatment.
record-care = My treatment
record-care-link = Treatment
record-care-short = Where you are, planned days, what is on hold
record-care-lead = What your care team keeps here of your treatment. What they tell you always counts more than this page.
record-care-none = Nothing is noted here yet
record-care-none-text = The care team can note here where someone is in treatment, the planned days, and what is on hold.
record-care-saved = Saved. The person can read it from now on.
record-care-phase = Where you are in your treatment
record-care-in-treatment = In treatment
record-care-planned = Treatment is planned
record-care-after = After treatment
record-care-not-known = Not noted
record-care-since = Since { $day }
record-care-days = Days of treatment
record-care-days-none = No days are noted.
record-care-next = Planned days to come:
record-care-more-days = { $count ->
    [one] And { $count } more day after these.
   *[other] And { $count } more days after these.
}
record-care-past = { $count ->
    [one] { $count } planned day has passed: { $last }.
   *[other] { $count } planned days have passed. The last was { $last }.
}
record-care-holds = On hold
record-care-holds-none = Nothing is noted as on hold.
record-care-hold-why-said = Why:
record-care-by = Noted by { $name }, care team, on { $day }
record-care-by-team = Noted by the care team on { $day }

## Its form, for the care team. (server)
record-care-change = Change what is noted
record-care-since-label = Since which day
record-care-cycle = Treatment that comes round
record-care-cycle-hint = Such as every 14 days, 12 times. Leave these three empty if there is none. Days that have come are marked in charts of results.
record-care-cycle-first = First day
record-care-cycle-length = Days from one to the next
record-care-cycle-count = How many times
record-care-other-days = Other days of treatment
record-care-other-days-label = One day a line
record-care-other-days-hint = Write each like this: { $example }. Up to { NUMBER($most) } days in all.
record-care-hold = On hold, { NUMBER($number) }
record-care-hold-hint = Empty all four fields of what is no longer on hold. After saving there is room for one more.
record-care-hold-what = Medicine or treatment
record-care-hold-why = Why
record-care-hold-since = Since
record-care-hold-until = Until, as the last day
record-care-note = A note to the person
record-care-note-label = Your note
record-care-note-hint = They read it at the top of this page. Plain words help. Up to { NUMBER($most) } characters.
record-care-save = Save
record-care-conflict = Someone of your team changed this meanwhile. What they noted stands above, what you typed stands below. Check both, then save again.
record-care-wrong-since = This is not a day, or it has not come yet.
record-care-wrong-days = One of the lines is not a day, or lies more than 10 years away.
record-care-wrong-day = This is not a day, or it lies more than 10 years away.
record-care-wrong-many = These are more than { NUMBER($most) } days in all.
record-care-wrong-length = Please write a number of days from 1 to { NUMBER($most) }.
record-care-wrong-count = Please write a number, 1 or more.
record-care-wrong-until = It ends before it begins.
