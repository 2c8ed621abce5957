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
record-take-lead = احفظوا نسخة من كل ما أرسله مركز العلاج إلى Daybook.
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
record-take-fhir-text = ملف واحد بصيغة FHIR R4، تمامًا كما أرسله مركز العلاج، ومعه كل المستندات. وهو مُعدّ للحواسيب.
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
