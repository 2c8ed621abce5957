### Today.

record-today = اليوم
record-hello = مرحبًا { $name }
record-new = الجديد
record-all-results = كل النتائج
record-new-none = اطّلعتم على كل شيء.
record-new-none-text = تظهر النتائج الجديدة هنا فور أن يرسلها مركز العلاج.
record-new-more = هناك المزيد من الجديد. انظروا كل النتائج.
record-latest = أحدث النتائج
record-coming = القادم
record-coming-none = لا توجد مواعيد مسجلة في Daybook.
record-coming-none-text = ما قاله لكم مركز العلاج مقدَّم دائمًا على ما في هذه الصفحة.

## أخذ البيانات.
record-take = أخذ بياناتي
record-take-short = حفظ نسخة من ملفكم كله
record-take-lead = احفظوا نسخة من كل ما أرسله مركز العلاج إلى Daybook، ومما أخبرتم به في يومياتكم، ومما دوّنه فريقكم عن علاجكم.
record-take-what = ما الذي فيها
record-take-what-text = كل شيء من { $from } إلى { $to }: { $kinds }.
record-take-what-undated = كل ما أُرسل: { $kinds }.
record-take-what-none = لم يرسل مركز العلاج شيئًا بعد. ستكون الملفات فارغة تقريبًا.
record-take-waiting = { $count ->
    [zero] لا توجد نتائج في الانتظار.
    [one] نتيجة واحدة تنتظر أن تفتحوها، وهي ليست في الملفات بعد.
    [two] نتيجتان تنتظران أن تفتحوهما، وهما ليستا في الملفات بعد.
    [few] { $count } نتائج تنتظر أن تفتحوها، وهي ليست في الملفات بعد.
    [many] { $count } نتيجة تنتظر أن تفتحوها، وهي ليست في الملفات بعد.
   *[other] { $count } نتيجة تنتظر أن تفتحوها، وهي ليست في الملفات بعد.
}
record-take-where = أين ستُحفظ
record-take-where-text = يحفظ المتصفح الملف على هذا الجهاز، غالبًا في «التنزيلات». بعد ذلك لا يستطيع Daybook حمايته: من يستطيع فتح ملفات هذا الجهاز يستطيع قراءته. لا تحفظوه على جهاز مشترك.
record-take-noted = يدوّن Daybook في صفحة «من قرأ ملفي» أن نسخة حُفظت. قد تُطلب منكم عبارة المرور أولًا.
record-take-document = للقراءة والطباعة
record-take-document-text = صفحة واحدة بكلمات بسيطة وبلغتكم. تُفتح في أي متصفح، حتى من دون إنترنت.
record-take-document-save = حفظ الصفحة
record-take-fhir = لمركز علاج آخر أو تطبيق آخر
record-take-fhir-text = ملف واحد بصيغة FHIR R4، تمامًا كما أرسله مركز العلاج، ومعه كل المستندات ويومياتكم. وهو مُعدّ للحواسيب.
record-take-fhir-save = حفظ ملف FHIR

## الصفحة التي تُحفظ.
record-document-title = الملف الصحي: { $name }
record-document-title-nameless = الملف الصحي
record-document-born = تاريخ الميلاد: { $date }
record-document-made = حُفظ من Daybook في { $date }. كل ما فيه أرسله { $clinic } أو جاء عن طريقه.
record-document-note = هذه النسخة لا تتغير. ما وصل بعدها ليس فيها. ما يقوله لكم فريقكم مقدَّم دائمًا على ما في هذه الصفحة.
record-document-test = الفحص
record-document-result = النتيجة
record-document-range = المدى وما يعنيه
record-document-more-values = القيم أكثر مما يتسع هنا. ملف FHIR يحتويها كلها.
record-document-file = { $name } ({ $about }): هذا المستند موجود في ملف FHIR.
record-document-end = نهاية الملف.

record-care = علاجي
record-care-link = العلاج
record-care-short = أين وصلتم، والأيام المقررة، وما هو موقوف مؤقتًا
record-care-lead = ما يسجّله فريقكم المعالج هنا عن علاجكم. وما يقوله لكم الفريق أهم دائمًا من هذه الصفحة.
record-care-none = لم يُسجَّل شيء هنا بعد
record-care-none-text = يمكن للفريق المعالج أن يسجّل هنا مرحلة العلاج والأيام المقررة وما هو موقوف مؤقتًا.
record-care-saved = حُفظ. يمكن لصاحب الملف أن يقرأه من الآن.
record-care-phase = أين وصلتم
record-care-in-treatment = تحت العلاج
record-care-planned = هناك علاج مقرر
record-care-after = بعد العلاج
record-care-not-known = غير مسجَّل
record-care-since = منذ { $day }
record-care-days = أيام العلاج
record-care-days-none = لا توجد أيام مسجَّلة.
record-care-next = الأيام المقررة القادمة:
record-care-more-days = { $count ->
    [zero] ولا أيام أخرى بعدها.
    [one] ويوم واحد آخر بعدها.
    [two] ويومان آخران بعدها.
    [few] و{ $count } أيام أخرى بعدها.
    [many] و{ $count } يومًا آخر بعدها.
   *[other] و{ $count } يوم آخر بعدها.
}
record-care-past = { $count ->
    [zero] لم يمضِ أي يوم مقرر. { $last }
    [one] مضى يوم مقرر واحد: { $last }.
    [two] مضى يومان مقرران. آخرهما { $last }.
    [few] مضت { $count } أيام مقررة. آخرها { $last }.
    [many] مضى { $count } يومًا مقررًا. آخرها { $last }.
   *[other] مضى { $count } يوم مقرر. آخرها { $last }.
}
record-care-holds = موقوف مؤقتًا
record-care-holds-none = لا شيء مسجَّل على أنه موقوف مؤقتًا.
record-care-hold-why-said = السبب:
record-care-by = سجّله { $name } من الفريق المعالج في { $day }
record-care-by-team = سجّله الفريق المعالج في { $day }

record-care-change = غيّروا ما هو مسجَّل
record-care-since-label = منذ أي يوم
record-care-cycle = علاج يتكرر
record-care-cycle-hint = مثلًا كل 14 يومًا، 12 مرة. اتركوا هذه الخانات الثلاث فارغة إن لم يوجد. الأيام التي حلّت تظهر في رسوم النتائج.
record-care-cycle-first = اليوم الأول
record-care-cycle-length = عدد الأيام من مرة إلى التالية
record-care-cycle-count = عدد المرات
record-care-other-days = أيام علاج أخرى
record-care-other-days-label = يوم في كل سطر
record-care-other-days-hint = اكتبوا كل يوم هكذا: { $example }. { NUMBER($most) } يومًا على الأكثر في المجموع.
record-care-hold = موقوف مؤقتًا، { NUMBER($number) }
record-care-hold-hint = أفرغوا الخانات الأربع لما لم يعد موقوفًا. وبعد الحفظ يتسع المكان لواحد آخر.
record-care-hold-what = الدواء أو العلاج
record-care-hold-why = السبب
record-care-hold-since = منذ
record-care-hold-until = حتى، واليوم الأخير محسوب
record-care-note = كلمة لصاحب الملف
record-care-note-label = كلمتكم
record-care-note-hint = تظهر في أعلى هذه الصفحة. الكلمات البسيطة تساعد. { NUMBER($most) } حرف على الأكثر.
record-care-save = احفظوا
record-care-conflict = غيّر أحد أعضاء فريقكم هذا في أثناء ذلك. ما سجّله في الأعلى، وما كتبتموه في الأسفل. راجعوا الاثنين ثم احفظوا مرة أخرى.
record-care-wrong-since = هذا ليس يومًا، أو لم يأتِ بعد.
record-care-wrong-days = أحد الأسطر ليس يومًا، أو يبعد أكثر من 10 سنوات.
record-care-wrong-day = هذا ليس يومًا، أو يبعد أكثر من 10 سنوات.
record-care-wrong-many = هذه أكثر من { NUMBER($most) } يومًا في المجموع.
record-care-wrong-length = اكتبوا عدد أيام من 1 إلى { NUMBER($most) }.
record-care-wrong-count = اكتبوا عددًا، 1 أو أكثر.
record-care-wrong-until = النهاية قبل البداية.
