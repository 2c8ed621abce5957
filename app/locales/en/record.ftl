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
