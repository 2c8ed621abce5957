### The line of time, one result, one test over time.

## The line of time.
results-title = Results
results-title-search = Results for “{ $search }”
results-search-label = Search your results
results-search = Search
results-choose-kinds = Choose kinds
results-showing-kinds = Showing: { $kinds }
results-kinds-legend = Kinds to show
results-show-these = Show these
results-show-every-kind = Show every kind
results-jump = Jump to a year
# Between the parts of a list.
results-comma = { ", " }
results-shown = { $count ->
    [one] { $count } result on this page.
   *[other] { $count } results on this page.
}
results-shown-new = { $count ->
    [one] { $count } of them is new to you.
   *[other] { $count } of them are new to you.
}
# Badges.
results-new = New
results-changed = Changed
# A month or a year without a day.
results-sometime = Sometime in { $when }
results-undated = Without a date
results-pager = More of your results
results-older = Older results
results-newest = Newest results
results-empty = No results yet
results-empty-text = Your clinic has not sent anything to Daybook so far. Results appear here by themselves, newest first.
results-no-match = Nothing found for “{ $search }”
results-no-match-here = Nothing found here
results-no-match-text = It may be under another name, another kind or another time.
results-search-every-kind = Search every kind
results-show-all = Show all results
results-values = { $count ->
    [one] { $count } value
   *[other] { $count } values
}
results-outside = { $count ->
    [one] { $count } outside this laboratory’s range
   *[other] { $count } outside this laboratory’s range
}
results-without-value = { $count ->
    [one] { $count } without a value
   *[other] { $count } without a value
}

## Kinds, as the filter lists them.
results-kinds-laboratory = Blood and laboratory
results-kinds-imaging = Scans
results-kinds-pathology = Pathology
results-kinds-genetics = Genetics
results-kinds-measurement = Measurements
results-kinds-questionnaire = Questions and answers
results-kinds-symptoms = Symptoms
results-kinds-note = Notes and letters
results-kinds-visit = Visits
results-kinds-procedure = Procedures
results-kinds-treatment = Treatments
results-kinds-medicine = Medicines
results-kinds-diagnosis = Diagnoses
results-kinds-immunization = Vaccines
results-kinds-allergy = Allergies
results-kinds-plan = Care plans and teams
results-kinds-appointment = Appointments

## One of a kind, also as the name of what has none.
results-kind-laboratory = Laboratory test
results-kind-imaging = Scan
results-kind-pathology = Pathology report
results-kind-genetics = Genetic test
results-kind-measurement = Measurement
results-kind-questionnaire = Answer
results-kind-symptoms = Noted symptom
results-kind-note = Note
results-kind-visit = Visit
results-kind-procedure = Procedure
results-kind-treatment = Treatment
results-kind-medicine = Medicine
results-kind-diagnosis = Diagnosis
results-kind-immunization = Vaccine
results-kind-allergy = Allergy
results-kind-plan = Care plan
results-kind-appointment = Appointment
# Values that were collected together and that no report names.
results-collection-laboratory = Blood and laboratory values
results-collection-measurement = Measurements
results-collection-questionnaire = Questions and answers

## How final something is.
results-status = State
results-status-registered = No result yet
results-status-preliminary = Not final yet
results-status-final = Final
results-status-amended = Changed after it was final
results-status-corrected = Corrected
results-status-appended = Something was added later
results-status-cancelled = Canceled
results-status-planned = Planned
results-status-in-progress = Under way
results-status-on-hold = On hold
results-status-stopped = Stopped
results-status-not-done = Not done
results-status-unknown = Not known

## Who had a part in it.
results-role-ordered-by = Ordered by
results-role-performed-by = Done by
results-role-written-by = Written by
results-role-place = Place

## What a fact is about.
results-fact-reason = Reason
results-fact-outcome = Outcome
results-fact-body-site = Part of the body
results-fact-severity = How severe
results-fact-stage = Stage
results-fact-began = Began
results-fact-ended = Ended
results-fact-dose = Dose
results-fact-instructions = Instructions
results-fact-medicine = Medicine
results-fact-reason-stopped = Why it was stopped
results-fact-category = Category
results-fact-criticality = Risk
results-fact-reaction = Reaction
results-fact-activity = Activity
results-fact-member = Member of the team
results-fact-serial = Serial number
results-fact-description = Description
results-fact-intent = Aim
results-fact-complication = Complication
results-fact-follow-up = What follows
results-fact-when = When
results-fact-method = Method
results-fact-specimen = Sample
results-fact-note = Note

## Dates and times.
results-date-time = { $date }, { $time }
results-period = { $start } to { $end }
results-period-same-day = { $date }, { $start } to { $end }
results-period-from = From { $start }
results-period-until = Until { $end }

## Values.
results-no-value = No value
results-no-value-given = No value and no reason were sent.
results-yes = Yes
results-no = No
results-ratio = { $first } to { $second }
results-span = { $low } to { $high }
results-span-from = { $low } or more
results-span-to = Up to { $high }
results-samples = { $count ->
    [one] A recording of { $count } point
   *[other] A recording of { $count } points
}
# Read out in place of the signs < ≤ ≥ >.
results-less-than = less than
results-at-most = at most
results-at-least = at least
results-more-than = more than
results-earlier = Earlier it read
results-corrected = Corrected
results-unusual = This looks unusual. Ask your team.

## Why there is no value.
results-absent-unknown = The reason is not known.
results-absent-asked-unknown = It was asked, and the answer was not known.
results-absent-asked-declined = It was asked, and there was no wish to answer.
results-absent-not-asked = It was not asked.
results-absent-masked = It is not shown, to protect privacy.
results-absent-not-applicable = It does not apply.
results-absent-error = Something went wrong, so it could not be measured.
results-absent-not-performed = The test was not done.
results-absent-not-permitted = A value is not allowed here.
results-absent-other = The sender gave this reason: { $reason }

## Where a value lies. Never “abnormal” or “critical”.
results-place-below = Lower than usual for this laboratory
results-place-above = Higher than usual for this laboratory
results-place-within = Within this laboratory’s range
results-place-outside = Outside this laboratory’s range
results-positive = The laboratory calls it positive.
results-negative = The laboratory calls it negative.
results-own-mark = The laboratory’s own words: { $mark }
results-range = This laboratory’s range is { $low } to { $high }.
results-range-from = This laboratory’s range is { $low } or more.
results-range-to = This laboratory’s range is up to { $high }.
results-range-words = This laboratory’s range:
results-range-none = This laboratory gave no range.
results-typical = This laboratory gave no range. The dashed band is the typical adult range, { $low } to { $high }. It is not your laboratory’s.
results-typical-from = This laboratory gave no range. The dashed band is the typical adult range, { $low } or more. It is not your laboratory’s.
results-typical-to = This laboratory gave no range. The dashed band is the typical adult range, up to { $high }. It is not your laboratory’s.

## One result.
results-back = Results
results-value-list = Values
results-too-many-values = There are more values than this page can show. Your team has all of them.
# Of a long panel: which values a page shows, and what is on its other pages.
results-stretch = { $count ->
    [one] Values { NUMBER($first) } to { NUMBER($last) } of { $count } are shown here.
   *[other] Values { NUMBER($first) } to { NUMBER($last) } of { $count } are shown here.
}
results-elsewhere = { $count ->
    [one] { $count } value on another page is outside this laboratory’s range:
   *[other] { $count } values on other pages are outside this laboratory’s range:
}
results-stretch-pages = More values
results-stretch-before = Values before these
results-stretch-after = Values after these
results-stretch-all = { $count ->
    [one] Show all { $count } value
   *[other] Show all { $count } values
}
results-marked = Your laboratory marked: { $names }
results-marked-call = If you have not heard from your team today, call:
results-marked-no-number = If you have not heard from your team today, call your clinic.
results-about-test = What this test is for
results-over-time = { $name } over time
results-over-time-link = Over time
results-details = Details
results-in-short = In short
results-findings = What was found
results-report-text = The report
results-description = What it is about
results-documents = Documents
results-document = Document { NUMBER($number) }
results-file-pdf = PDF
results-file-image = Picture
results-file-text = Text
results-file-other = File
results-size-kb = { NUMBER($size) } KB
results-size-mb = { NUMBER($size) } MB
results-file-open = Open
results-file-download = Download
results-file-elsewhere = This file is kept in another system. Daybook cannot show it. Ask your team for it.
results-file-unreadable = This file did not arrive whole and cannot be read. Ask your team for it.
results-nothing-more = No more than this was sent.

## One test over time.
results-period-shown = Period shown
results-3-months = 3 months
results-1-year = 1 year
results-5-years = 5 years
results-everything = Everything
results-unit = Unit:
results-unit-none = No unit
results-chart = Chart: { $name }
results-trend = { $count ->
    [one] { $count } value, of { $last }. It is { $latest }.
   *[other] { $count } values from { $first } to { $last }. The latest is { $latest }. The lowest is { $lowest }, the highest is { $highest }.
}
results-trend-none = No value here has both a number and a date, so there is nothing to draw.
results-left-out = { $count ->
    [one] { $count } value has no number or no date and is not in the chart.
   *[other] { $count } values have no number or no date and are not in the chart.
}
results-latest-only = { $count ->
    [one] Only the latest { $count } value is shown.
   *[other] Only the latest { $count } values are shown.
}
results-point = { $date }: { $value }
results-point-placed = { $date }: { $value }. { $place }.
results-legend-range = This laboratory’s range, { $low } to { $high }
results-legend-range-from = This laboratory’s range, { $low } or more
results-legend-range-to = This laboratory’s range, up to { $high }
results-legend-typical = Typical adult range, { $low } to { $high }. It is not your laboratory’s.
results-legend-typical-from = Typical adult range, { $low } or more. It is not your laboratory’s.
results-legend-typical-to = Typical adult range, up to { $high }. It is not your laboratory’s.
results-legend-outside = Outside the range of its day
results-table = The same values as a table
results-table-date = Date
results-table-value = Value
results-table-value-in = Value in
results-table-place = Compared with the range
results-not-compared = No range
results-all-rows = { $count ->
    [one] Show { $count } more row
   *[other] Show { $count } more rows
}
results-about = About this test

## How a value compares with earlier ones. Never better or worse.
results-change-lower = Lower than last time: { $value } ({ $date })
results-change-higher = Higher than last time: { $value } ({ $date })
results-change-same = The same as last time: { $value } ({ $date })
results-change-open = Last time: { $value } ({ $date })
results-treated-lower = Lower than before this treatment: { $value } ({ $date })
results-treated-higher = Higher than before this treatment: { $value } ({ $date })
results-treated-same = The same as before this treatment: { $value } ({ $date })
results-treated-open = Before this treatment: { $value } ({ $date })

## Whom to ask.
results-ask = Questions about this?
results-ask-text = Your care team can tell you what it means for you.
results-ask-ordered = It was ordered by:
results-ask-call = You can call your clinic:

## What usually happens after a result, in general. It promises nothing.
results-next = What usually happens next
results-next-laboratory = Your care team reads these values together with how you feel, and with your earlier ones. One value alone seldom says much, so a test is often done again to see how things go on. What it means for your plan is for your team to say.
results-next-counts = Blood counts often fall in the one or two weeks after treatment, and most often come back up before the next one. Many teams look at them before each treatment. When they are too low, a treatment may wait some days, or be given in another dose. While they are low, infections come more easily: if your temperature is 38.0 °C (100.4 °F) or higher, call at once.
results-next-imaging = A doctor who is trained to read such pictures has written this report for the team that asked for it. Your team reads it together with your other results, and explains to you what it means. Sometimes another scan or test follows, to look more closely.
results-next-pathology = This report is about a sample of tissue or cells. Some tests on the same sample take longer, and may come later as reports of their own. Your team uses all of them to plan your care with you. You may also ask for a second opinion.
results-next-genetics = Some of these tests look at the genes of the cancer, others at the genes that you were born with. Ask which one this is. Your team can tell you whether it matters for your treatment, and for your family. Of some findings nobody knows yet what they mean. That can become clear later.

## Names of values that were collected together.
results-both = { $first } · { $second }
results-and-more = { $count ->
    [one] { $names } · { $count } more
   *[other] { $names } · { $count } more
}

## Treatment on a chart.
results-treatment-days = { $count ->
    [one] There was treatment on { $count } day in this time, { $last }.
   *[other] There was treatment on { $count } days in this time. The last was { $last }.
}
results-legend-treatment = Day of treatment
results-treatment-row = Treatment:
results-treatment-kept = Treatment: a day that your care team keeps

## Units of a chart.
results-units = Units
results-units-reported = As reported
results-units-conventional = { $unit }
results-units-si = { $unit }
results-converted = Values that came in another unit are converted and rounded here. Beside each it says what was reported.

## Blood counts side by side.
results-counts = Blood counts
results-counts-link = Blood counts together
results-counts-lead = White cells, neutrophils, hemoglobin and platelets over the same time.
results-counts-none = No blood counts yet
results-counts-none-text = When your clinic sends blood counts, their course appears here by itself.
results-counts-none-here = There is no value in this time.
results-counts-more = { $count ->
    [one] { $count } more value is on the page of this test.
   *[other] { $count } more values are on the page of this test.
}

## Tests by name, and what there is to say of them.
results-analyte-wbc-name = White blood cells
results-analyte-wbc-about = White blood cells fight infection. The count helps your team to see how well your body can defend itself.
results-analyte-wbc-low = Your body has fewer infection-fighting cells than usual. This is common about 7 to 14 days after chemotherapy, and most often the count comes back up.
results-analyte-wbc-high = You have more white blood cells than usual. Infection, steroids, or shots that help white cells grow (G-CSF) can do this.
results-analyte-anc-name = Neutrophils
results-analyte-anc-about = Neutrophils are the main white blood cells that fight germs.
results-analyte-anc-low = Neutrophils fight germs. When they are low, you can get an infection more easily. Call at once if your temperature is 38.0 °C (100.4 °F) or higher.
results-analyte-anc-high = This often comes from steroids, shots that help white cells grow (G-CSF), stress or infection.
results-analyte-lym-name = Lymphocytes
results-analyte-lym-about = Lymphocytes are a kind of white blood cell.
results-analyte-lym-low = Lymphocytes are a kind of white blood cell. Low counts are common in treatment.
results-analyte-lym-high = You have more of this kind of white cell than usual. Ask your team what it means for you.
results-analyte-hgb-name = Hemoglobin
results-analyte-hgb-about = Hemoglobin carries oxygen in your blood.
results-analyte-hgb-low = Hemoglobin carries oxygen. When it is low (anemia), you may feel tired, dizzy or short of breath.
results-analyte-hgb-high = This can come from too little fluid, smoking or some medicines.
results-analyte-plt-name = Platelets
results-analyte-plt-about = Platelets help your blood to clot.
results-analyte-plt-low = Platelets help to stop bleeding. When they are low, you may bruise or bleed easily. Call at once for bleeding that does not stop.
results-analyte-plt-high = Platelets can rise with inflammation, low iron or some cancers.
results-analyte-na-name = Sodium
results-analyte-na-about = Sodium is a salt in the blood.
results-analyte-na-low = Sodium is a salt in the blood. Low levels can come from vomiting, diarrhea or some medicines.
results-analyte-na-high = This is often a sign that you need more fluid.
results-analyte-k-name = Potassium
results-analyte-k-about = Potassium is a salt that helps the muscles and the heart.
results-analyte-k-low = Potassium is a salt that helps the muscles and the heart. Vomiting and diarrhea can lower it.
results-analyte-k-high = A high level can affect the heartbeat. Your team may want to check it again soon.
results-analyte-ca-name = Calcium
results-analyte-ca-about = Bones, muscles and nerves need calcium.
results-analyte-ca-low = Bones, muscles and nerves need calcium. Some medicines for the bones lower it.
results-analyte-ca-high = This can cause thirst, confusion or constipation. Tell your team if you have any of these.
results-analyte-mg-name = Magnesium
results-analyte-mg-about = Magnesium is a mineral that muscles and nerves need.
results-analyte-mg-low = Some chemotherapy (cisplatin) and some antibody medicines (cetuximab, panitumumab) lower it.
results-analyte-mg-high = This often comes from changes in the kidneys or from supplements.
results-analyte-phos-name = Phosphate
results-analyte-phos-about = Phosphate is a mineral that bones and cells need.
results-analyte-crea-name = Creatinine (kidney test)
results-analyte-crea-about = Creatinine is a waste product that the kidneys filter out of the blood.
results-analyte-crea-low = A low value is rarely a problem.
results-analyte-crea-high = This shows that your kidneys may be filtering less than usual. Too little fluid and some medicines can do this.
results-analyte-egfr-name = Kidney filter rate (eGFR)
results-analyte-egfr-about = This is an estimate of how well the kidneys clean the blood.
results-analyte-egfr-low = This is an estimate of how well the kidneys clean the blood. They may be filtering less than usual.
results-analyte-urea-name = Urea nitrogen (BUN)
results-analyte-urea-about = Urea is a waste product that the kidneys remove from the blood.
results-analyte-alt-name = ALT (liver test)
results-analyte-alt-about = ALT is a protein inside liver cells. A little of it is always in the blood.
results-analyte-alt-high = It can rise when the liver is irritated by medicines, alcohol, infection or cancer in the liver.
results-analyte-ast-name = AST (liver test)
results-analyte-ast-about = AST is a protein inside liver and muscle cells. A little of it is always in the blood.
results-analyte-ast-high = It can rise when the liver is irritated by medicines, alcohol, infection or cancer in the liver. It also rises with muscle strain.
results-analyte-alp-name = Alkaline phosphatase (liver and bone test)
results-analyte-alp-about = Alkaline phosphatase is a protein from the liver and the bones.
results-analyte-alp-high = It can rise from changes in the liver or the bones, also while a bone heals.
results-analyte-bili-name = Bilirubin (liver test)
results-analyte-bili-about = Bilirubin is a yellow substance that the liver clears from the blood.
results-analyte-bili-high = Bilirubin is a yellow substance that the liver clears. Call your team if your skin or eyes look yellow.
results-analyte-alb-name = Albumin (protein)
results-analyte-alb-about = Albumin is a protein that the liver makes.
results-analyte-alb-low = Albumin is a protein that the liver makes. It can be low if eating is hard or with inflammation.
results-analyte-ldh-name = LDH
results-analyte-ldh-about = LDH is a general sign of how many cells are being broken down and replaced.
results-analyte-ldh-high = LDH is a general sign of how many cells are being broken down and replaced. Many causes are harmless.
results-analyte-glu-name = Blood sugar (glucose)
results-analyte-glu-about = Glucose is the sugar that your body uses for energy.
results-analyte-glu-low = Low blood sugar can make you shaky or sweaty. If you have diabetes, follow your plan for low sugar.
results-analyte-glu-high = Steroids often raise blood sugar for some days.
results-analyte-urate-name = Uric acid
results-analyte-urate-about = Uric acid is a waste product that forms when cells break down. The kidneys remove it.
results-analyte-tsh-name = TSH (thyroid test)
results-analyte-tsh-about = TSH is a hormone that tells the thyroid how hard to work.
results-analyte-tsh-low = The thyroid may be too active. Immune therapy can cause this.
results-analyte-tsh-high = The thyroid may be slow. Immune therapy can cause this.
results-analyte-ft4-name = Free T4 (thyroid hormone)
results-analyte-ft4-about = T4 is a hormone that the thyroid makes.
results-analyte-inr-name = INR (clotting time)
results-analyte-inr-about = INR shows how long your blood takes to clot.
results-analyte-inr-high = Your blood takes longer to clot. This is expected if you take warfarin.
results-analyte-crp-name = CRP (inflammation)
results-analyte-crp-about = CRP is a protein that rises with inflammation in the body.
results-analyte-crp-high = This is a sign of inflammation. Infection is one of many causes.
results-analyte-psa-name = PSA (prostate marker)
results-analyte-psa-about = PSA is a protein from the prostate. How it changes over time says more than one value.
results-analyte-cea-name = CEA
results-analyte-cea-about = CEA is a protein that some cancers make. How it changes over time says more than one value.
results-analyte-ca125-name = CA-125
results-analyte-ca125-about = CA-125 is a protein that some cancers make. How it changes over time says more than one value.
results-analyte-ca153-name = CA 15-3
results-analyte-ca153-about = CA 15-3 is a protein that some cancers make. How it changes over time says more than one value.
results-analyte-ca2729-name = CA 27.29
results-analyte-ca2729-about = CA 27.29 is a protein that some cancers make. How it changes over time says more than one value.
results-analyte-ca199-name = CA 19-9
results-analyte-ca199-about = CA 19-9 is a substance that some cancers make. Some people never make any of it. How it changes over time says more than one value.
results-analyte-afp-name = AFP
results-analyte-afp-about = AFP is a protein that some cancers make. How it changes over time says more than one value.
results-analyte-hcg-name = hCG
results-analyte-hcg-about = hCG is a hormone that some cancers make. It also rises in pregnancy. How it changes over time says more than one value.

## When results open: a waiting result, and the choice.
results-waits-until = Ready. Opens on { $day }
results-waits-comment = Ready. Waits for a comment from the care team
results-waiting-text = Waiting is fine. So is opening it now. If you would like someone beside you, choose a good moment, or call your team first.
results-waiting-open = Open now
results-waiting-choose = Choose when results open
results-readiness = When results open
results-readiness-lead = You decide, for each kind. You always see that a result is there, and you can open it at any time.
results-readiness-saved = Your choice is saved.
results-readiness-counts = What is open now stays open. Your choice counts for what waits now and for what comes later.
results-readiness-save = Save
results-readiness-at-once = At once
results-readiness-at-once-about = You see it as soon as your clinic sends it. Your team may not have read it yet.
results-readiness-after-days = After some days
results-readiness-after-days-about = Your team has time to read it and to call you. Then it opens by itself.
results-readiness-days = Days to wait (1 to 30)
results-readiness-after-comment = After my team has commented
results-readiness-after-comment-about = It opens when someone in your team has written to you about it.
# Beside the choice that holds for people who have not chosen.
results-readiness-start = Your clinic’s setting
results-readiness-start-days = { $count ->
    [one] Your clinic’s setting: { $count } day
   *[other] Your clinic’s setting: { $count } days
}
results-readiness-days-wrong = Please give a number of days from 1 to 30.
results-readiness-choose-one = Please choose one of the three.

## What the care team says of a result.
results-comments = From your care team
results-comment-by = { $name }, care team, { $day }
results-comment-by-team = Care team, { $day }
results-comment-on = Comment on this result
results-comment-label = Your comment
results-comment-hint = The person reads it above the result, with your name. Plain words help. Up to { NUMBER($most) } characters.
results-comment-send = Send the comment
results-comment-release = Open without a comment
results-comment-release-text = The person sees the result at once, without words from you.
results-comment-missing = Please write something first.
results-comment-conflict = This form was sent before with other words. Please check the comments below, then send again.
results-comment-corrected = { $by } · Corrected on { $day }
results-comment-withdrawn = This comment was withdrawn on { $day }.
results-comment-own = Your own comments on this result
results-comment-own-text = You can put a comment in other words, or take it back. The person sees that it was corrected or withdrawn, and when. What the comment opened stays open.
results-comment-own-fold = Your comment: { $beginning }
results-comment-correct-label = In other words
results-comment-correct = Save the correction
results-comment-withdraw = Withdraw this comment
results-comment-changed = Done. The person sees it from now on.
results-comment-changed-meanwhile = This comment was changed meanwhile. Please check what it says now, then try again.
results-awaiting = Results that wait for a comment
results-awaiting-lead = The longest waiting first. A result opens for the person when you comment on it, or when you open it without a comment.
results-awaiting-none = Nothing waits for a comment
results-awaiting-none-text = When someone your teams care for waits for your words on a result, it stands here.
results-awaiting-more = There are more. They move up as you go through these.
results-awaiting-done = Done. It was passed on to the person.
results-awaiting-born = born { $day }
results-awaiting-today = arrived today
results-awaiting-days = { $count ->
    [one] waits for { $count } day
   *[other] waits for { $count } days
}

## Words of reports, explained. In general, without a verdict; for a clinician to review.
results-words = Words in this report
results-words-about = What these words mean in general. Your team can tell you what they mean for you.
results-words-back = Back to the text
results-word-adenocarcinoma = Cancer that begins in gland cells. These cells make fluids such as mucus, milk or digestive juice.
results-word-anaemia = Too few red blood cells, or too little hemoglobin in them. The blood then carries less oxygen.
results-word-benign = Not cancer. A benign growth does not spread to other parts of the body.
results-word-biopsy = A tissue sample. A small piece is taken from the body and looked at under a microscope.
results-word-calcification = A small deposit of calcium in tissue. Many have harmless causes; their shape tells the team more.
results-word-carcinoma = Cancer that begins in the cells that cover the body or line its organs. It is the most common group of cancers.
results-word-contrast = A dye for scans. It makes blood vessels and organs easier to see.
results-word-cyst = A small pouch filled with fluid. Most cysts are not cancer.
results-word-effusion = Extra fluid that collects in a space of the body, for example around a lung or the heart.
results-word-grade = A step on a scale. For a tumor it says how different the cells look from healthy ones; for a side effect it says how strong it is.
results-word-her2 = A protein on cells that helps them grow. Some cancers have a lot of it, and there are treatments that aim at it.
results-word-in-situ = Still in its place. The cells have changed but have not grown into the tissue around them.
results-word-invasive = Growing into the tissue around it. The word does not say how far it has grown.
results-word-ki-67 = A marker of how many cells are dividing. Your team reads it together with other findings.
results-word-lesion = An area that looks different from the tissue around it. The word does not say what the cause is.
results-word-lymph-node = A small, bean-shaped part of the immune system. Lymph nodes filter fluid from the body and help to fight infection.
results-word-lymphadenopathy = Swollen lymph nodes. Infection, cancer and other causes can make them larger.
results-word-lymphovascular-invasion = Cancer cells inside small blood or lymph vessels. The team looks for this under the microscope.
results-word-malignant = Cancer. Malignant cells can grow into nearby tissue and spread to other parts of the body.
results-word-margin = The edge. After surgery, it is the rim of the tissue that was removed; it is checked for cancer cells.
results-word-mass = A lump. The word does not say whether it is cancer or not.
results-word-metastasis = Spread. Cancer that has moved from where it began to another part of the body.
results-word-mutation = A change in a gene. It can be only in the tumor, or in all cells of the body from birth.
results-word-necrosis = Dead cells or tissue. It can happen by itself or because of treatment.
results-word-neutropenia = Few neutrophils, the white blood cells that fight germs. Infections come more easily while they are low.
results-word-nodule = A small, round lump. Many nodules are not cancer.
results-word-oedema = Swelling from fluid in the tissue.
results-word-oestrogen-receptor = A docking place on cells for the hormone estrogen. When a cancer has it, hormone treatment may help.
results-word-poorly-differentiated = The cells look very different from healthy cells. Such cells often grow faster.
results-word-progesterone-receptor = A docking place on cells for the hormone progesterone. When a cancer has it, hormone treatment may help.
results-word-progression = The illness has grown or moved on.
results-word-recurrence = The illness has come back after a time when it could not be found or was under control.
results-word-remission = The signs of the illness have become fewer or can no longer be found.
results-word-stable-disease = About the same as before. The cancer has neither grown nor shrunk much.
results-word-stage = A step that says how far an illness has come. For cancer, it describes the size and whether it has spread.
results-word-thrombocytopenia = Few platelets, the cells that help blood to clot. Bruises and bleeding come more easily while they are low.
results-word-tumour = A growth of cells. It can be cancer or not; the report or your team says which.
results-word-unremarkable = As usual. Nothing stood out to the person who looked.
results-word-uptake = How much of a tracer a part of the body takes in during a scan. Cancer, inflammation and healthy organs can all take it in.
results-word-well-differentiated = The cells look much like healthy cells. Such cells often grow more slowly.
