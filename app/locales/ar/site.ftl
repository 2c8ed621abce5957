### The words of every page.

site-name = Daybook
site-very-ill = إذا ساءت حالتكم كثيرًا
site-not-watched = لا أحد يتابع Daybook على مدار الساعة. وهو غير معتمد كجهاز طبي.
site-skip = انتقل إلى المحتوى
site-language = اللغة:

site-navigation = القائمة الرئيسية
site-today = اليوم
site-results = النتائج
site-more = المزيد
site-privacy = الخصوصية
site-accessibility = إمكانية الوصول
site-loading = جارٍ التحميل…

## The page of numbers to call.
site-ill-lead = اتصلوا الآن. لا تنتظروا ردًا في Daybook.
site-ill-signs = اتصلوا فورًا عند ظهور أي مما يلي
site-ill-sign-fever = حرارة {"\u2066"}38.0 °C{"\u2069"} ({"\u2066"}100.4 °F{"\u2069"}) أو أعلى، أو قشعريرة مع ارتجاف
site-ill-sign-bleeding = نزيف أو كدمات، إذا كانت جديدة أو لا تتوقف
site-ill-sign-breath = صعوبة جديدة في التنفس، أو ألم في الصدر
site-ill-sign-fluids = قيء أو إسهال لا يتوقف، أو عدم القدرة على إبقاء أي سوائل في المعدة
site-ill-sign-confusion = تشوش ذهني، أو صداع شديد جدًا، أو ضعف جديد في إحدى الذراعين أو الساقين
site-ill-sign-harm = أفكار بإيذاء النفس
site-ill-say = أخبروهم أنكم تتلقون علاجًا للسرطان، ومتى كان آخر علاج. خذوا معكم قائمة أدويتكم.
site-ill-demo = هذا عرض تجريبي. الأرقام غير حقيقية ولا توصل إلى أحد.

## The privacy notice.
site-privacy-title = كيف تُستخدم بياناتكم
site-privacy-lead = Daybook خدمة لكم من { $clinic }. وفيها ترون ما لدى مركز العلاج من معلومات عنكم.
site-privacy-who = تستطيعون أنتم والفرق التي ترعاكم قراءة ملفكم هنا. وكلما فُتح الملف سُجّل ذلك، ويمكنكم معرفة من فتحه.
site-privacy-ads = لا تُباع بياناتكم ولا تُستخدم في الإعلانات أبدًا.
site-privacy-device = لا يحفظ Daybook على جهازكم إلا ملفين صغيرين (كوكيز): واحد لتسجيل دخولكم وواحد للغتكم. وفقط إذا اخترتم ذلك، يحتفظ جهاز لكم وحدكم أيضًا بنسخة مشفّرة للأماكن التي لا توجد فيها شبكة.
site-privacy-others = يتواصل متصفحكم مع مركز العلاج هذا فقط، ولا تُبلَّغ أي شركة أخرى بزيارتكم. إذا فعّلتم الإشعارات فإنها تمر عبر خدمة الإشعارات لدى الشركة المصنعة لمتصفحكم. لا تستطيع هذه الشركة قراءتها، لكنها تعرف متى يصل إشعار إلى جهازكم. وتحتاج الإشعارات أيضًا إلى ملف صغير آخر (كوكيز) على ذلك الجهاز. إذا اخترتم أن يُخبَر شخص آخر بجرعاتكم، يحتفظ Daybook بعنوان بريده الإلكتروني ويكتب إليه.
site-privacy-whole = الإشعار الكامل من { $clinic }

## The accessibility statement.
site-accessibility-lead = نريد أن يتمكن الجميع من استخدام Daybook.
site-accessibility-aim = نصمم Daybook ليوافق معايير WCAG 2.2 بمستوى AA، وكثيرًا من نقاط المستوى AAA. وهو يعمل بلوحة المفاتيح، ومع قارئ الشاشة، وبالخط الكبير، ومن دون JavaScript.
site-accessibility-test = يفحص برنامج آلي كل صفحة عند كل تغيير في Daybook. ولم يجرّبه بعد أشخاص يستخدمون قارئ الشاشة كل يوم.
site-accessibility-tell = إذا تعذّر عليكم استخدام شيء ما، فأخبروا مركز العلاج.

## When a page can't be shown.
site-fault-not-found = هذه الصفحة غير موجودة هنا
site-fault-not-found-text = ربما في العنوان خطأ، أو لم يعد محتوى الصفحة متاحًا لكم.
site-fault-signed-out = انتهت جلستكم
site-fault-signed-out-text = انتهت مدة الجلسة، أو سجّلتم الخروج. يُرجى تسجيل الدخول من جديد.
site-fault-factor = يُرجى تأكيد هويتكم
site-fault-factor-text = ما طلبتموه يحتاج إلى تأكيد هويتكم من جديد، حتى لا يفعله أحد غيركم على جهازكم.
site-fault-unavailable = لا يستطيع Daybook الرد الآن
site-fault-unavailable-text = لم يضِع شيء. يُرجى المحاولة مرة أخرى بعد دقيقة. إذا شعرتم بأنكم لستم بخير، فاتصلوا بمركز العلاج.
site-fault-internal = حدث خطأ من جهتنا
site-fault-internal-text = ما حفظتموه من قبل لم يضِع. يُرجى المحاولة مرة أخرى بعد دقيقة.
site-fault-reference = إذا اتصلتم بنا بهذا الشأن، فهذا الرمز يساعدنا في العثور عليه:
site-fault-home = إلى صفحة البداية

## What is wrong with a field of a form.
site-error-missing = يُرجى ملء هذه الخانة.
site-error-malformed = يُرجى التحقق من هذه الخانة. فيها رموز لا يمكننا قبولها.
site-error-too-short = هذا قصير جدًا.
site-error-too-long = هذا طويل جدًا.
site-error-not-a-date = هذا ليس تاريخًا صحيحًا. يُرجى التحقق من اليوم والشهر والسنة.
site-error-taken = هذا مستخدم بالفعل. يُرجى اختيار غيره.
site-error-too-common = من السهل تخمين هذا. يُرجى اختيار غيره.
site-error-no-match = هذا غير مطابق. يُرجى المحاولة مرة أخرى.
site-error-expired = لم يعد هذا صالحًا.
site-error-not-a-choice = يُرجى الاختيار من القائمة.
site-error-out-of-range = يُرجى التحقق من هذا الرقم. إنه منخفض جدًا أو مرتفع جدًا.
site-error-too-many = يُرجى اختيار إجابة واحدة فقط.
site-error-contradiction = هذه الإجابات لا تتفق معًا. يُرجى التحقق منها.
site-error-throttled = { $seconds ->
    [zero] محاولات كثيرة. يمكنكم المحاولة مرة أخرى الآن.
    [one] محاولات كثيرة. انتظروا ثانية واحدة ثم حاولوا مرة أخرى.
    [two] محاولات كثيرة. انتظروا ثانيتين ثم حاولوا مرة أخرى.
    [few] محاولات كثيرة. انتظروا { $seconds } ثوانٍ ثم حاولوا مرة أخرى.
    [many] محاولات كثيرة. انتظروا { $seconds } ثانية ثم حاولوا مرة أخرى.
   *[other] محاولات كثيرة. انتظروا { $seconds } ثانية ثم حاولوا مرة أخرى.
}
site-error-throttled-minutes = { $minutes ->
    [zero] محاولات كثيرة. يمكنكم المحاولة مرة أخرى الآن.
    [one] محاولات كثيرة. انتظروا دقيقة واحدة ثم حاولوا مرة أخرى.
    [two] محاولات كثيرة. انتظروا دقيقتين ثم حاولوا مرة أخرى.
    [few] محاولات كثيرة. انتظروا { $minutes } دقائق ثم حاولوا مرة أخرى.
    [many] محاولات كثيرة. انتظروا { $minutes } دقيقة ثم حاولوا مرة أخرى.
   *[other] محاولات كثيرة. انتظروا { $minutes } دقيقة ثم حاولوا مرة أخرى.
}
site-days = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
