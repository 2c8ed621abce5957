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
