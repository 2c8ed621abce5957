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
record-take-lead = Save a copy of everything that your clinic has sent to Daybook.
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
record-take-fhir-text = One file in the format FHIR R4, exactly as your clinic sent it, with all documents in it. It is made for computers.
record-take-fhir-save = Save the FHIR file

## The page to keep.
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
