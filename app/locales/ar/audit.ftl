### Who read one's record, and what else was done with it.

audit-title = من قرأ ملفي
audit-lead = كل من فتح ملفكم، وكل ما جرى فيه. الأحدث أولًا.
audit-more = ملفي
audit-more-text = من فتحه ومتى
audit-filter = المعروض
audit-everyone = الجميع
audit-others = الآخرون
audit-nobody = لا شيء هنا
audit-nobody-text = كلما فتح أحد ملفكم سُجّل ذلك هنا.
audit-five-minutes = قراءات الشخص نفسه للجزء نفسه خلال خمس دقائق تظهر في سطر واحد. إن فاجأكم شيء هنا فاسألوا فريقكم المعالج.
audit-pager = المزيد من هذه القائمة
audit-newest = الأحدث
audit-older = الأقدم

## Who it was.
audit-you = أنتم
audit-someone = أحد العاملين في مركز العلاج
audit-operator = القائمون على تشغيل Daybook لمركز العلاج
audit-system = نظام تابع لمركز العلاج
audit-daybook = Daybook تلقائيًا
audit-of-team = الفريق: { $team }
audit-care-team = الفريق المعالج
audit-administrator = الإدارة

## What was done.
audit-act-opened = فتح الملف
audit-act-results = الاطلاع على النتائج
audit-act-log = الاطلاع على هذه القائمة
audit-act-diary-read = اطّلع على اليوميات
audit-act-diary-write = كتب في اليوميات
audit-act-diary-plan = حدّد كم مرة تسأل اليوميات
audit-act-medicines-read = نظر في الأدوية
audit-act-medicines-write = غيّر دواءً أو سجّل جرعة
audit-act-medicines-order = غيّر طريقة تناول دواء
audit-act-comment = كتابة تعليق على نتيجة
audit-act-correct = تصحيح تعليق على نتيجة
audit-act-withdraw = سحب تعليق على نتيجة
audit-act-care-read = الاطلاع على ما هو مسجَّل عن العلاج
audit-act-care = تغيير ما هو مسجَّل عن العلاج
audit-act-open = فتح نتيجة كانت في الانتظار
audit-act-choose = اختيار وقت فتح النتائج
audit-act-step-up = تأكيد الهوية مرة أخرى
audit-act-mail-code = طلب رمزًا يؤكد عنوان بريد إلكتروني
audit-act-mail-address = أكّد عنوان بريد إلكتروني للتذكير
audit-act-mail-remove = أزال عنوان البريد الإلكتروني للتذكير
audit-act-mail-choose = اختار الإشعارات التي تصل
audit-act-zone = اختار المنطقة الزمنية
audit-act-push-on = فعّل الإشعارات على جهاز
audit-act-push-off = أوقف الإشعارات على جهاز
audit-act-keep = جعل جهازًا خاصًا يحتفظ بنسخة
audit-act-copy = نسخ الملف
audit-act-asked-more = طلب المزيد من دواء
audit-act-counted = عدّ ما تبقّى من دواء
audit-act-feed-on = أنشأ عنوانًا لتقويم الجرعات
audit-act-feed-off = أوقف تقويم الجرعات
audit-act-feed-read = قرأ برنامج تقويم مواعيد الجرعات
audit-act-told-ask = سأل شخصًا آخر إن كان يريد أن يُخبَر بالجرعات التي بلا رد
audit-act-told-choose = اختار ما يُخبَر به شخص آخر عن الجرعات التي بلا رد
audit-act-told-end = أنهى إخبار شخص آخر بالجرعات التي بلا رد
audit-act-told-yes = وافق شخص آخر على أن يُخبَر بالجرعات التي بلا رد
audit-act-told-no = لم يرد شخص آخر أن يُخبَر بالجرعات التي بلا رد
audit-act-told-stop = أنهى شخص آخر إخباره بالجرعات التي بلا رد
audit-act-told-news = أخبر شخصًا آخر أن جرعة بقيت بلا رد
audit-act-brought = { $things ->
    [zero] لم يُرسَل شيء
    [one] إرسال عنصر واحد
    [two] إرسال عنصرين
    [few] إرسال { $things } عناصر
    [many] إرسال { $things } عنصرًا
   *[other] إرسال { $things } عنصر
}
audit-act-brought-some = إرسال عناصر جديدة
audit-act-sign-in = تسجيل الدخول
audit-act-sign-out = تسجيل الخروج
audit-act-end-session = تسجيل خروج أحد الأجهزة
audit-act-enrol = فتح Daybook هذا برسالة
audit-act-reset = اختيار عبارة مرور جديدة برسالة
audit-act-letter = إنشاء رسالة تفتح Daybook هذا
audit-act-closed = إغلاق هذا الحساب
audit-act-given-to = إسناد الملف إلى فريق يستطيع قراءته من الآن: { $team }
audit-act-given = إسناد الملف إلى فريق يستطيع قراءته من الآن
audit-act-taken-from = سحب الملف من فريق لم يعد يستطيع قراءته: { $team }
audit-act-taken = سحب الملف من فريق لم يعد يستطيع قراءته
audit-act-account = تغيير في طريقة تسجيل الدخول
audit-act-record = تغيير في الملف
audit-act-passed-on = إحالة ما أُبلغ عنه إلى فريق الرعاية
audit-act-reminded = تذكير فريق الرعاية بأن أمرًا ينتظر
audit-act-listed = الاطلاع في قائمة على ما ينتظر فريق الرعاية
audit-act-item = فتح ما ينتظر فريق الرعاية
audit-act-work = متابعة ما ينتظر فريق الرعاية
