### دايبوك على الأجهزة: ما تقوله الهواتف عنه عند تثبيته.

devices-manifest-about = نتائجكم وأدويتكم وأعراضكم في مكان واحد، من عيادتكم نفسها.
devices-manifest-dose = تناول جرعة

## وضع Daybook على الشاشة الرئيسية.
devices-install = وضع Daybook على الشاشة الرئيسية
devices-install-lead = يُفتح بلمسة واحدة مثل التطبيق، حتى من دون شبكة.
devices-install-can = يستطيع هذا المتصفح تثبيت Daybook الآن. لا حاجة إلى تنزيل شيء من متجر.
devices-install-now = تثبيت Daybook
devices-installed = ‏Daybook موجود بالفعل على الشاشة الرئيسية لهذا الجهاز.
devices-install-apple = على iPhone و iPad
devices-apple-1 = افتحوا Daybook في Safari والمسوا زر المشاركة: مربع فيه سهم إلى الأعلى.
devices-apple-2 = مرّروا إلى الأسفل والمسوا «إضافة إلى الشاشة الرئيسية».
devices-apple-3 = المسوا «إضافة». من الآن افتحوا Daybook من الشاشة الرئيسية.
devices-apple-why = على iPhone و iPad لا تصل الإشعارات إلا إذا كان Daybook على الشاشة الرئيسية. وقد يمحو Safari ما يحفظه الموقع إذا لم تفتحوه أسبوعًا؛ أما من الشاشة الرئيسية فيبقى.
devices-install-others = على الهواتف والحواسيب الأخرى
devices-others-1 = افتحوا قائمة المتصفح.
devices-others-2 = اختاروا «تثبيت التطبيق» أو «إضافة إلى الشاشة الرئيسية». بعض المتصفحات لا توفر ذلك.
devices-others-3 = أكّدوا. سيكون Daybook بين تطبيقاتكم.
devices-install-about = من المفيد أن تعرفوا
devices-install-about-text = لا يغيّر التثبيت من يستطيع رؤية ملفكم: ستظلون تسجّلون الدخول. إذا كان آخرون يستخدمون هذا الجهاز فالأفضل ألا تثبّتوه.

## ما تقوله الصفحات عن الجهاز الذي تعمل عليه.

devices-no-network = لا توجد شبكة.
devices-no-network-as-of = لا توجد شبكة. ما ترونه يعود إلى { $at }.
devices-unsent-count = { $count ->
    [zero] لا إدخالات تنتظر الإرسال.
    [one] إدخال واحد لم يُرسَل بعد.
    [two] إدخالان لم يُرسَلا بعد.
    [few] { $count } إدخالات لم تُرسَل بعد.
    [many] { $count } إدخالًا لم يُرسَل بعد.
   *[other] { $count } إدخال لم يُرسَل بعد.
}
devices-refused-count = { $count ->
    [zero] لا إدخالات رُفضت.
    [one] إدخال واحد لم يُقبَل.
    [two] إدخالان لم يُقبَلا.
    [few] { $count } إدخالات لم تُقبَل.
    [many] { $count } إدخالًا لم يُقبَل.
   *[other] { $count } إدخال لم يُقبَل.
}
devices-show = عرض
devices-update = هناك نسخة جديدة من Daybook.
devices-update-now = استخدامها الآن
devices-not-sent = لم يُرسَل بعد
devices-not-here = غير محفوظ على هذا الجهاز
devices-not-here-text = تحتاج هذه الصفحة إلى شبكة. ستعود عندما تتوفر الشبكة.

devices-unsent = لم يُرسَل بعد
devices-unsent-lead = ما قلتموه على هذا الجهاز حين لم تكن هناك شبكة. يُرسَل تلقائيًا حالما تعود الشبكة.
devices-unsent-none = لا شيء ينتظر
devices-unsent-none-text = كل ما قلتموه على هذا الجهاز قد أُرسل.
devices-waiting = لم يُرسَل بعد. قيل في { $at }.
devices-sent = أُرسل في { $at }
devices-refused = لم يُقبَل: { $why }
devices-refused-conflict = قيل هذا من قبل بطريقة أخرى. انظروا إلى الصفحة التي يخصها، وقولوه هناك من جديد إن كان لا يزال صحيحًا.
devices-refused-gone = ما يخصه لم يعد موجودًا. اسألوا فريقكم إن لم تكونوا متأكدين.
devices-refused-invalid = تعذرت قراءة شيء فيه. يرجى قوله من جديد في صفحته.
devices-dose-taken = جرعة: أُخذت
devices-dose-skipped = جرعة: تُركت عمدًا
devices-dose-later = جرعة: أُجّلت
devices-dose-missed = جرعة: نُسيت
devices-dose-undone = جرعة: تراجع
devices-diary-note = ملاحظة في اليوميات
devices-diary-withdrawn = ملاحظة في اليوميات، سُحبت
devices-send = الإرسال الآن
devices-remove = حذف
devices-remove-sure = لم تصل إلى عيادتكم. إذا حذفتموها فلن تعود.
devices-remove-yes = نعم، حذف
devices-report-kept = محفوظ على هذا الجهاز
devices-report-kept-text = لم يرَ أحد فحص الأعراض بعد. يُرسَل تلقائيًا حالما تتوفر شبكة. إن كنتم تحتاجون إلى مساعدة الآن فلا تنتظروا: اتصلوا.
devices-report-waits = فحص للأعراض اكتمل ولم يُرسَل بعد.
devices-offer = يمكن وضع Daybook على شاشتكم الرئيسية مثل التطبيق.
devices-offer-how = كيف
devices-offer-later = ليس الآن
devices-offer-title = تثبيت Daybook

## The line that leads to the page of it. (browser)
devices-offline = من دون شبكة
devices-offline-short = اختاروا إن كان هذا الجهاز يحتفظ بنسخة

## The page on which it is turned on and off.
devices-offline-lead = إن أردتم، يحتفظ هذا الجهاز بما تحتاجون إليه في الأيام القادمة. عندها يُفتح Daybook من دون شبكة أيضًا، ويأخذ ما تدخلونه.
devices-offline-off = أوقفت عيادتكم هذه الإمكانية. يحتاج Daybook هنا إلى شبكة.
devices-no-script = يحتاج الاحتفاظ بنسخة إلى JavaScript، وهو موقوف في هذا المتصفح. كل ما عدا ذلك يعمل من دونه.
devices-no-worker = لا يستطيع هذا المتصفح الاحتفاظ بنسخة، ولا النافذة الخاصة. كل ما عدا ذلك يعمل.
devices-working = لحظة من فضلكم…
devices-kept-now = يحتفظ هذا الجهاز الآن بنسخة.
devices-forgotten = حُذفت النسخة. لم يعد هذا الجهاز يحتفظ بشيء.
devices-forget-unsent = بعض الإدخالات لم تُرسل بعد. اتصلوا بشبكة أو احذفوها أولًا، ثم احذفوا النسخة.
devices-failed = لم ينجح ذلك. تأكدوا من وجود شبكة ثم حاولوا مرة أخرى.
devices-on = يحتفظ هذا الجهاز بنسخة
devices-on-since = وقت النسخة
devices-on-waiting = إدخالات تنتظر الإرسال
devices-forget-text = إذا حذفتم النسخة، يحتاج Daybook إلى شبكة على هذا الجهاز من جديد. يبقى ملفكم كما هو.
devices-forget = حذف النسخة من هذا الجهاز
devices-keep = الاحتفاظ بنسخة على هذا الجهاز
devices-own = هذا جهازي أنا، ولا يستخدمه أحد غيري.
devices-own-missing = فعّلوا ذلك على جهاز لكم وحدكم فقط.
devices-pin-new = رمز PIN لهذا الجهاز
devices-pin-hint = عدد الأرقام: { $digits } على الأقل، والأكثر أكثر أمانًا. يبقى على هذا الجهاز، ولا يستطيع أحد أن يخبركم به إذا نسيتموه. عندها تُفتح النسخة بتسجيل الدخول.
devices-pin-short = عدد الأرقام المطلوب: { $digits } على الأقل.
devices-pin-again = رمز PIN نفسه مرة أخرى
devices-pin-differ = الرمزان غير متطابقين. اكتبوهما من جديد.
devices-keep-button = الاحتفاظ بنسخة
devices-what = ما الذي يُحتفظ به
devices-what-doses = ما تتناولونه في كل يوم من الأيام الـ14 القادمة
devices-what-diary = أسئلة اليوميات وآخر 10 تقارير لكم
devices-what-results = نتائج آخر 90 يومًا التي ليست جديدة عليكم
devices-what-coming = مواعيدكم القادمة وأرقام الاتصال
devices-what-entries = ما تدخلونه من دون شبكة إلى أن يُرسل
devices-long = إلى متى
devices-long-text = تُجدَّد النسخة أثناء استخدامكم Daybook مع وجود شبكة. إذا لم يتصل هذا الجهاز بـDaybook مدة 14 يومًا تُحذف النسخة. وما أدخلتموه ولم يمكن إرساله يبقى مختومًا إلى أن تسجّلوا الدخول أو تقولوا إنه يمكن حذفه.
devices-long-apple = قد يحذف جهاز iPhone أو iPad كل ما تحتفظ به صفحة لم تفتحوها مدة 7 أيام، ومنه الإدخالات التي لم تُرسل. لا يفعل ذلك إذا كان Daybook على شاشتكم الرئيسية.
devices-protects = ممَّ يحمي ذلك
devices-protects-text = النسخة مشفّرة. تُقفل بعد 30 دقيقة من دون استخدام، ويفتحها رمز PIN أو تسجيل الدخول. بعد 5 رموز خاطئة، أو بعد 24 ساعة من تسجيل الدخول، لا يفتحها إلا تسجيل دخول جديد. تُحذف حين تسجّلون الخروج. إذا ضاع الجهاز فأنهوه في قائمة الأجهزة خلال 24 ساعة من تسجيل دخولكم عليه: تُحذف النسخة حالما تتوفر له شبكة، ومعها ما لم يُرسَل منه.
devices-not = ممَّ لا يحمي ذلك
devices-not-open = من يمسك جهازكم وDaybook مفتوح فيه يستطيع أن يقرأه.
devices-not-pin = من ينسخ ذاكرة جهازكم، ويعرف كيف، يستطيع أن يجرّب ما شاء من الرموز. ستة أرقام لا تصمد طويلًا. قفل الجهاز نفسه يساعد أكثر.
devices-not-program = يستطيع برنامج ضار على جهازكم أن يقرأ ما تقرؤونه.
devices-not-history = يُظهر سجل المتصفح أنكم تستخدمون Daybook وأي صفحات فتحتم وأي كلمات بحثتم عنها، لكن ليس ما في الصفحات.
devices-not-erased = ما يُحذف قد يبقى مدة على القرص مشفّرًا إلى أن يُكتب شيء آخر مكانه.

## What a device shows by itself without a network.
devices-not-kept = لا توجد شبكة، لذلك لم يُحفظ ما أدخلتموه الآن ولم يُبلَّغ به أحد. يُرجى إدخاله مرة أخرى لاحقًا.
devices-nothing = لا توجد شبكة
devices-nothing-text = لا يحتفظ Daybook بشيء على هذا الجهاز، فلا يستطيع أن يعرض شيئًا قبل أن تتوفر شبكة.
devices-again = المحاولة مرة أخرى
devices-locked = Daybook مقفل
devices-locked-text = لا توجد شبكة. يفتح رمز PIN لهذا الجهاز ما يحتفظ به. إن نسيتموه فسجّلوا الدخول حين تتوفر شبكة.
devices-pin = رمز PIN لهذا الجهاز
devices-pin-wrong = { $left ->
    [zero] لم يكن هذا هو الرمز. لم تبقَ محاولات.
    [one] لم يكن هذا هو الرمز. بقيت محاولة واحدة.
    [two] لم يكن هذا هو الرمز. بقيت محاولتان.
    [few] لم يكن هذا هو الرمز. بقيت { $left } محاولات.
    [many] لم يكن هذا هو الرمز. بقيت { $left } محاولة.
   *[other] لم يكن هذا هو الرمز. بقيت { $left } محاولة.
}
devices-pin-none = لم يكن هذا هو الرمز. سجّلوا الدخول حين تتوفر شبكة.
devices-unlock = فتح
devices-sealed = سجّلوا الدخول
devices-sealed-text = ما يحتفظ به هذا الجهاز مختوم إلى أن تسجّلوا الدخول، وذلك يحتاج إلى شبكة. ما أدخلتموه في أمان، ويُرسل عندها.
devices-sign-in = تسجيل الدخول
devices-left = تم تسجيل خروجكم
devices-left-text = لا توجد شبكة. حُذفت النسخة من هذا الجهاز، وسيعلم Daybook بخروجكم حالما تتوفر شبكة.

## What is asked of who signs out before everything is sent.
devices-leaving = بعض الإدخالات لم تُرسل بعد
devices-leaving-text = ماذا يحدث لها حين تسجّلون الخروج؟
devices-leaving-send = إرسالها الآن ثم تسجيل الخروج
devices-leaving-send-hint = إذا انقطعت الشبكة تُسألون من جديد.
devices-leaving-keep = إبقاؤها مختومة وتسجيل الخروج
devices-leaving-keep-hint = لا يستطيع أحد أن يقرأها. تُرسل حين تسجّلون الدخول على هذا الجهاز مرة أخرى.
devices-leaving-discard = حذفها وتسجيل الخروج
devices-leaving-discard-hint = تضيع، ولن يراها فريق الرعاية أبدًا.
devices-leaving-stay = البقاء في الحساب
