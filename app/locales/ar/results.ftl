results-title = النتائج
results-title-search = نتائج البحث عن «{ $search }»
results-search-label = ابحثوا في نتائجكم
results-search = بحث
results-choose-kinds = اختاروا الأنواع
results-showing-kinds = المعروض: { $kinds }
results-kinds-legend = الأنواع المعروضة
results-show-these = اعرضوا هذه
results-show-every-kind = اعرضوا كل الأنواع
results-jump = انتقلوا إلى سنة
results-comma = { "\u200F، " }
results-shown = { $count ->
    [zero] لا توجد نتائج في هذه الصفحة.
    [one] نتيجة واحدة في هذه الصفحة.
    [two] نتيجتان في هذه الصفحة.
    [few] { $count } نتائج في هذه الصفحة.
    [many] { $count } نتيجة في هذه الصفحة.
   *[other] { $count } نتيجة في هذه الصفحة.
}
results-shown-new = { $count ->
    [zero] لا شيء منها جديد عليكم.
    [one] واحدة منها جديدة عليكم.
    [two] اثنتان منها جديدتان عليكم.
    [few] { $count } منها جديدة عليكم.
    [many] { $count } منها جديدة عليكم.
   *[other] { $count } منها جديدة عليكم.
}
results-new = جديد
results-changed = تغيّر
results-sometime = في وقت ما من { $when }
results-undated = بلا تاريخ
results-pager = المزيد من نتائجكم
results-older = النتائج الأقدم
results-newest = أحدث النتائج
results-empty = لا توجد نتائج بعد
results-empty-text = لم يرسل مركزكم شيئًا إلى Daybook حتى الآن. تظهر النتائج هنا من تلقاء نفسها، الأحدث أولًا.
results-no-match = لم يُعثر على شيء عن «{ $search }»
results-no-match-here = لم يُعثر على شيء هنا
results-no-match-text = قد يكون باسم آخر أو ضمن نوع آخر أو في تاريخ آخر.
results-search-every-kind = ابحثوا في كل الأنواع
results-show-all = اعرضوا كل النتائج
results-values = { $count ->
    [zero] لا قيم
    [one] قيمة واحدة
    [two] قيمتان
    [few] { $count } قيم
    [many] { $count } قيمة
   *[other] { $count } قيمة
}
results-outside = { $count ->
    [zero] لا شيء خارج نطاق هذا المختبر
    [one] واحدة خارج نطاق هذا المختبر
    [two] اثنتان خارج نطاق هذا المختبر
    [few] { $count } خارج نطاق هذا المختبر
    [many] { $count } خارج نطاق هذا المختبر
   *[other] { $count } خارج نطاق هذا المختبر
}
results-without-value = { $count ->
    [zero] لا شيء بلا قيمة
    [one] واحدة بلا قيمة
    [two] اثنتان بلا قيمة
    [few] { $count } بلا قيمة
    [many] { $count } بلا قيمة
   *[other] { $count } بلا قيمة
}

results-kinds-laboratory = الدم والمختبر
results-kinds-imaging = الصور الطبية
results-kinds-pathology = فحص الأنسجة
results-kinds-genetics = الجينات
results-kinds-measurement = القياسات
results-kinds-questionnaire = أسئلة وأجوبة
results-kinds-symptoms = الأعراض
results-kinds-note = ملاحظات ورسائل
results-kinds-visit = الزيارات
results-kinds-procedure = الإجراءات
results-kinds-treatment = العلاجات
results-kinds-medicine = الأدوية
results-kinds-diagnosis = التشخيصات
results-kinds-immunization = اللقاحات
results-kinds-allergy = الحساسية
results-kinds-plan = خطط الرعاية والفرق المعالجة
results-kinds-appointment = المواعيد

results-kind-laboratory = فحص مخبري
results-kind-imaging = صورة طبية
results-kind-pathology = تقرير فحص الأنسجة
results-kind-genetics = فحص جيني
results-kind-measurement = قياس
results-kind-questionnaire = إجابة
results-kind-symptoms = عَرَض مسجَّل
results-kind-note = ملاحظة
results-kind-visit = زيارة
results-kind-procedure = إجراء
results-kind-treatment = علاج
results-kind-medicine = دواء
results-kind-diagnosis = تشخيص
results-kind-immunization = لقاح
results-kind-allergy = حساسية
results-kind-plan = خطة رعاية
results-kind-appointment = موعد
results-collection-laboratory = قيم الدم والمختبر
results-collection-measurement = قياسات
results-collection-questionnaire = أسئلة وأجوبة

results-status = الحالة
results-status-registered = لا نتيجة بعد
results-status-preliminary = ليست نهائية بعد
results-status-final = نهائية
results-status-amended = تغيّرت بعد أن كانت نهائية
results-status-corrected = مُصحَّحة
results-status-appended = أُضيف إليها لاحقًا
results-status-cancelled = مُلغاة
results-status-planned = مُخطط لها
results-status-in-progress = جارية
results-status-on-hold = معلّقة
results-status-stopped = متوقفة
results-status-not-done = لم تُجرَ
results-status-unknown = غير معروفة

results-role-ordered-by = بطلب من
results-role-performed-by = أجراها
results-role-written-by = كتبها
results-role-place = المكان

results-fact-reason = السبب
results-fact-outcome = النتيجة
results-fact-body-site = الموضع من الجسم
results-fact-severity = الشدة
results-fact-stage = المرحلة
results-fact-began = البداية
results-fact-ended = النهاية
results-fact-dose = الجرعة
results-fact-instructions = التعليمات
results-fact-medicine = الدواء
results-fact-reason-stopped = سبب الإيقاف
results-fact-category = الفئة
results-fact-criticality = الخطر
results-fact-reaction = رد الفعل
results-fact-activity = النشاط
results-fact-member = من أعضاء الفريق
results-fact-serial = الرقم التسلسلي
results-fact-description = الوصف
results-fact-intent = الهدف
results-fact-complication = المضاعفات
results-fact-follow-up = ما يلي ذلك
results-fact-when = متى
results-fact-method = الطريقة
results-fact-specimen = العينة
results-fact-note = ملاحظة

results-date-time = {"\u200F"}{ $date }، { $time }
results-period = من { $start } إلى { $end }
results-period-same-day = { $date }، من { $start } إلى { $end }
results-period-from = ابتداءً من { $start }
results-period-until = حتى { $end }

results-no-value = لا توجد قيمة
results-no-value-given = لم تُرسل قيمة ولا سبب لغيابها.
results-yes = نعم
results-no = لا
results-ratio = { $first } إلى { $second }
results-span = من { $low } إلى { $high }
results-span-from = { $low } أو أكثر
results-span-to = حتى { $high }
results-samples = { $count ->
    [zero] تسجيل بلا نقاط
    [one] تسجيل من نقطة واحدة
    [two] تسجيل من نقطتين
    [few] تسجيل من { $count } نقاط
    [many] تسجيل من { $count } نقطة
   *[other] تسجيل من { $count } نقطة
}
results-less-than = أقل من
results-at-most = على الأكثر
results-at-least = على الأقل
results-more-than = أكثر من
results-earlier = كانت من قبل
results-corrected = مُصحَّحة
results-unusual = تبدو هذه القيمة غير معتادة. اسألوا فريقكم.

results-absent-unknown = السبب غير معروف.
results-absent-asked-unknown = طُرح السؤال ولم يكن الجواب معروفًا.
results-absent-asked-declined = طُرح السؤال ولم تكن هناك رغبة في الإجابة.
results-absent-not-asked = لم يُطرح السؤال.
results-absent-masked = لا تُعرض حفاظًا على الخصوصية.
results-absent-not-applicable = لا ينطبق ذلك.
results-absent-error = حدث خطأ ما فتعذّر القياس.
results-absent-not-performed = لم يُجرَ الفحص.
results-absent-not-permitted = لا يُسمح بقيمة هنا.
results-absent-other = ذكر المرسل هذا السبب: { $reason }

results-place-below = أقل من المعتاد لدى هذا المختبر
results-place-above = أعلى من المعتاد لدى هذا المختبر
results-place-within = ضمن نطاق هذا المختبر
results-place-outside = خارج نطاق هذا المختبر
results-positive = يصفها المختبر بأنها إيجابية.
results-negative = يصفها المختبر بأنها سلبية.
results-own-mark = بكلمات المختبر: { $mark }
results-range = نطاق هذا المختبر من { $low } إلى { $high }.
results-range-from = نطاق هذا المختبر { $low } أو أكثر.
results-range-to = نطاق هذا المختبر حتى { $high }.
results-range-words = نطاق هذا المختبر:
results-range-none = لم يذكر هذا المختبر نطاقًا.
results-typical = لم يذكر هذا المختبر نطاقًا. الشريط المتقطع هو النطاق المعتاد لدى البالغين، من { $low } إلى { $high }، وليس نطاق مختبركم.
results-typical-from = لم يذكر هذا المختبر نطاقًا. الشريط المتقطع هو النطاق المعتاد لدى البالغين، { $low } أو أكثر، وليس نطاق مختبركم.
results-typical-to = لم يذكر هذا المختبر نطاقًا. الشريط المتقطع هو النطاق المعتاد لدى البالغين، حتى { $high }، وليس نطاق مختبركم.

results-back = النتائج
results-value-list = القيم
results-too-many-values = القيم أكثر مما يمكن أن تعرضه هذه الصفحة. وهي كلها لدى فريقكم.
results-stretch = { $count ->
    [zero] لا توجد قيم من { NUMBER($first) } إلى { NUMBER($last) }.
    [one] تظهر هنا القيم من { NUMBER($first) } إلى { NUMBER($last) } من قيمة واحدة.
    [two] تظهر هنا القيم من { NUMBER($first) } إلى { NUMBER($last) } من قيمتين.
    [few] تظهر هنا القيم من { NUMBER($first) } إلى { NUMBER($last) } من { $count } قيم.
    [many] تظهر هنا القيم من { NUMBER($first) } إلى { NUMBER($last) } من { $count } قيمة.
   *[other] تظهر هنا القيم من { NUMBER($first) } إلى { NUMBER($last) } من { $count } قيمة.
}
results-elsewhere = { $count ->
    [zero] لا قيم في صفحات أخرى خارج نطاق هذا المختبر.
    [one] قيمة واحدة في صفحة أخرى خارج نطاق هذا المختبر:
    [two] قيمتان في صفحات أخرى خارج نطاق هذا المختبر:
    [few] { $count } قيم في صفحات أخرى خارج نطاق هذا المختبر:
    [many] { $count } قيمة في صفحات أخرى خارج نطاق هذا المختبر:
   *[other] { $count } قيمة في صفحات أخرى خارج نطاق هذا المختبر:
}
results-stretch-pages = قيم أخرى
results-stretch-before = القيم السابقة
results-stretch-after = القيم التالية
results-stretch-all = { $count ->
    [zero] اعرضوا كل القيم
    [one] اعرضوا القيمة
    [two] اعرضوا القيمتين
    [few] اعرضوا كل القيم وعددها { $count }
    [many] اعرضوا كل القيم وعددها { $count }
   *[other] اعرضوا كل القيم وعددها { $count }
}
results-marked = وضع مختبركم علامة على: { $names }
results-marked-call = إذا لم يتواصل معكم فريقكم اليوم، فاتصلوا على:
results-marked-no-number = إذا لم يتواصل معكم فريقكم اليوم، فاتصلوا بمركزكم.
results-about-test = ما فائدة هذا الفحص
results-over-time = { $name } عبر الزمن
results-over-time-link = عبر الزمن
results-details = التفاصيل
results-in-short = باختصار
results-findings = ما وُجد
results-report-text = التقرير
results-description = عمّ يدور
results-documents = الوثائق
results-document = الوثيقة { NUMBER($number) }
results-file-pdf = PDF
results-file-image = صورة
results-file-text = نص
results-file-other = ملف
results-size-kb = { NUMBER($size) } كيلوبايت
results-size-mb = { NUMBER($size) } ميغابايت
results-file-open = فتح
results-file-download = تنزيل
results-file-elsewhere = هذا الملف محفوظ في نظام آخر ولا يستطيع Daybook عرضه. اطلبوه من فريقكم.
results-file-unreadable = لم يصل هذا الملف كاملًا ولا يمكن قراءته. اطلبوه من فريقكم.
results-nothing-more = لم يُرسل أكثر من ذلك.

results-period-shown = الفترة المعروضة
results-3-months = 3 أشهر
results-1-year = سنة واحدة
results-5-years = 5 سنوات
results-everything = كل الفترة
results-unit = الوحدة:
results-unit-none = بلا وحدة
results-chart = رسم بياني: { $name }
results-trend = { $count ->
    [zero] لا توجد قيم.
    [one] قيمة واحدة، بتاريخ { $last }، وهي { $latest }.
    [two] قيمتان من { $first } إلى { $last }. آخرهما { $latest }. الأدنى { $lowest } والأعلى { $highest }.
    [few] { $count } قيم من { $first } إلى { $last }. آخرها { $latest }. الأدنى { $lowest } والأعلى { $highest }.
    [many] { $count } قيمة من { $first } إلى { $last }. آخرها { $latest }. الأدنى { $lowest } والأعلى { $highest }.
   *[other] { $count } قيمة من { $first } إلى { $last }. آخرها { $latest }. الأدنى { $lowest } والأعلى { $highest }.
}
results-trend-none = لا توجد هنا قيمة لها رقم وتاريخ معًا، فلا شيء يُرسم.
results-left-out = { $count ->
    [zero] كل القيم ظاهرة في الرسم البياني.
    [one] قيمة واحدة ليس لها رقم أو تاريخ، ولا تظهر في الرسم البياني.
    [two] قيمتان ليس لهما رقم أو تاريخ، ولا تظهران في الرسم البياني.
    [few] { $count } قيم ليس لها رقم أو تاريخ، ولا تظهر في الرسم البياني.
    [many] { $count } قيمة ليس لها رقم أو تاريخ، ولا تظهر في الرسم البياني.
   *[other] { $count } قيمة ليس لها رقم أو تاريخ، ولا تظهر في الرسم البياني.
}
results-latest-only = { $count ->
    [zero] لا تُعرض أي قيمة.
    [one] تُعرض القيمة الأحدث فقط.
    [two] تُعرض أحدث قيمتين فقط.
    [few] تُعرض أحدث { $count } قيم فقط.
    [many] تُعرض أحدث { $count } قيمة فقط.
   *[other] تُعرض أحدث { $count } قيمة فقط.
}
results-point = { $date }: { $value }
results-point-placed = { $date }: { $value }. { $place }.
results-legend-range = نطاق هذا المختبر، من { $low } إلى { $high }
results-legend-range-from = نطاق هذا المختبر، { $low } أو أكثر
results-legend-range-to = نطاق هذا المختبر، حتى { $high }
results-legend-typical = النطاق المعتاد لدى البالغين، من { $low } إلى { $high }، وليس نطاق مختبركم.
results-legend-typical-from = النطاق المعتاد لدى البالغين، { $low } أو أكثر، وليس نطاق مختبركم.
results-legend-typical-to = النطاق المعتاد لدى البالغين، حتى { $high }، وليس نطاق مختبركم.
results-legend-outside = خارج نطاق يومها
results-table = القيم نفسها في جدول
results-table-date = التاريخ
results-table-value = القيمة
results-table-value-in = القيمة بوحدة
results-table-place = مقارنة بالنطاق
results-not-compared = بلا نطاق
results-all-rows = { $count ->
    [zero] لا توجد صفوف أخرى
    [one] اعرضوا صفًا آخر
    [two] اعرضوا صفين آخرين
    [few] اعرضوا { $count } صفوف أخرى
    [many] اعرضوا { $count } صفًا آخر
   *[other] اعرضوا { $count } صف آخر
}
results-about = عن هذا الفحص

results-change-lower = أقل من المرة السابقة: { $value } ({ $date })
results-change-higher = أعلى من المرة السابقة: { $value } ({ $date })
results-change-same = كما في المرة السابقة: { $value } ({ $date })
results-change-open = في المرة السابقة: { $value } ({ $date })
results-treated-lower = أقل مما كان قبل هذا العلاج: { $value } ({ $date })
results-treated-higher = أعلى مما كان قبل هذا العلاج: { $value } ({ $date })
results-treated-same = كما كان قبل هذا العلاج: { $value } ({ $date })
results-treated-open = قبل هذا العلاج: { $value } ({ $date })

results-ask = هل لديكم أسئلة؟
results-ask-text = يستطيع فريقكم المعالج أن يشرح لكم ما يعنيه ذلك.
results-ask-ordered = بطلب من:
results-ask-call = يمكنكم الاتصال بمركزكم:

results-next = ماذا يحدث عادةً بعد ذلك
results-next-laboratory = يقرأ فريقكم هذه القيم مع ما تشعرون به ومع قيمكم السابقة. القيمة الواحدة وحدها نادرًا ما تقول الكثير، ولذلك كثيرًا ما يُعاد الفحص لمعرفة كيف تسير الأمور. أما معناها لخطتكم فيقوله لكم فريقكم.
results-next-counts = كثيرًا ما تنخفض خلايا الدم في الأسبوع الأول أو الثاني بعد العلاج، وتعود غالبًا إلى الارتفاع قبل العلاج التالي. وتنظر فرق كثيرة إليها قبل كل علاج. وإذا كانت منخفضة جدًا فقد ينتظر العلاج بضعة أيام أو يُعطى بجرعة أخرى. وما دامت منخفضة تحدث العدوى بسهولة أكبر: إذا بلغت حرارتكم 38.0 درجة مئوية (100.4 فهرنهايت) أو أكثر فاتصلوا فورًا.
results-next-imaging = كتب هذا التقرير طبيب مدرَّب على قراءة مثل هذه الصور للفريق الذي طلبه. ويقرؤه فريقكم مع نتائجكم الأخرى ويشرح لكم معناه. وأحيانًا يتبعه فحص آخر للنظر عن قرب.
results-next-pathology = يتحدث هذا التقرير عن عيّنة من الأنسجة أو الخلايا. وبعض فحوص العيّنة نفسها يستغرق وقتًا أطول، وقد يصل لاحقًا في تقرير آخر. ويستعين فريقكم بها كلها ليضع معكم خطة رعايتكم. ويمكنكم أيضًا أن تطلبوا رأيًا ثانيًا.
results-next-genetics = بعض هذه الفحوص ينظر إلى جينات السرطان، وبعضها إلى الجينات التي وُلدتم بها. اسألوا أيهما هذا الفحص. ويمكن لفريقكم أن يقول لكم هل يهم علاجكم وهل يهم عائلتكم. وبعض النتائج لا يعرف أحد معناها بعد، وقد يتضح ذلك لاحقًا.

results-both = { $first } · { $second }
results-and-more = { $count ->
    [zero] { $names }
    [one] { $names } وقيمة أخرى
    [two] { $names } وقيمتان أخريان
    [few] { $names } و{ $count } قيم أخرى
    [many] { $names } و{ $count } قيمة أخرى
   *[other] { $names } و{ $count } قيمة أخرى
}

results-treatment-days = { $count ->
    [zero] لم يكن هناك علاج في هذه الفترة.
    [one] كان هناك يوم علاج واحد في هذه الفترة، في { $last }.
    [two] كان هناك يوما علاج في هذه الفترة. آخرهما في { $last }.
    [few] كانت هناك { $count } أيام علاج في هذه الفترة. آخرها في { $last }.
    [many] كان هناك { $count } يوم علاج في هذه الفترة. آخرها في { $last }.
   *[other] كان هناك { $count } يوم علاج في هذه الفترة. آخرها في { $last }.
}
results-legend-treatment = يوم علاج
results-treatment-row = علاج:
results-treatment-kept = العلاج: يوم سجّله فريقكم

results-units = الوحدات
results-units-reported = كما وردت
results-units-conventional = { $unit }
results-units-si = { $unit }
results-converted = القيم التي وردت بوحدة أخرى محوّلة ومقرّبة هنا. وبجانب كل منها القيمة كما وردت.

results-counts = تعداد الدم
results-counts-link = تعداد الدم معًا
results-counts-lead = خلايا الدم البيضاء والعَدِلات والهيموغلوبين والصفائح الدموية خلال الفترة نفسها.
results-counts-none = لا يوجد تعداد دم بعد
results-counts-none-text = عندما يرسل مركزكم تعداد الدم، يظهر مساره هنا تلقائيًا.
results-counts-none-here = لا توجد قيمة في هذه الفترة.
results-counts-more = { $count ->
    [zero] لا توجد قيم أخرى.
    [one] توجد قيمة أخرى في صفحة هذا الفحص.
    [two] توجد قيمتان أخريان في صفحة هذا الفحص.
    [few] توجد { $count } قيم أخرى في صفحة هذا الفحص.
    [many] توجد { $count } قيمة أخرى في صفحة هذا الفحص.
   *[other] توجد { $count } قيمة أخرى في صفحة هذا الفحص.
}

results-analyte-wbc-name = خلايا الدم البيضاء
results-analyte-wbc-about = خلايا الدم البيضاء تحارب العدوى. ويساعد عددها فريقكم على معرفة مدى قدرة جسمكم على الدفاع عن نفسه.
results-analyte-wbc-low = في جسمكم خلايا أقل من المعتاد لمحاربة العدوى. هذا شائع بعد العلاج الكيميائي بنحو 7 إلى 14 يومًا، وغالبًا ما يرتفع العدد من جديد.
results-analyte-wbc-high = لديكم خلايا دم بيضاء أكثر من المعتاد. قد يكون السبب عدوى أو الستيرويدات (الكورتيزون) أو حقن تنمية الخلايا البيضاء (G-CSF).
results-analyte-anc-name = العَدِلات
results-analyte-anc-about = العَدِلات هي أهم خلايا الدم البيضاء التي تحارب الجراثيم.
results-analyte-anc-low = العَدِلات تحارب الجراثيم. عندما تنخفض تصبح العدوى أسهل. اتصلوا فورًا إذا بلغت حرارتكم 38.0 درجة مئوية (100.4 فهرنهايت) أو أكثر.
results-analyte-anc-high = كثيرًا ما يكون السبب الستيرويدات (الكورتيزون) أو حقن تنمية الخلايا البيضاء (G-CSF) أو الإجهاد أو العدوى.
results-analyte-lym-name = الخلايا اللمفاوية
results-analyte-lym-about = الخلايا اللمفاوية نوع من خلايا الدم البيضاء.
results-analyte-lym-low = الخلايا اللمفاوية نوع من خلايا الدم البيضاء. انخفاض عددها شائع أثناء العلاج.
results-analyte-lym-high = لديكم من هذا النوع من الخلايا البيضاء أكثر من المعتاد. اسألوا فريقكم عما يعنيه ذلك لكم.
results-analyte-hgb-name = الهيموغلوبين
results-analyte-hgb-about = الهيموغلوبين ينقل الأكسجين في دمكم.
results-analyte-hgb-low = الهيموغلوبين ينقل الأكسجين. عندما ينخفض (فقر الدم) قد تشعرون بالتعب أو الدوخة أو ضيق التنفس.
results-analyte-hgb-high = قد يكون السبب قلة السوائل أو التدخين أو بعض الأدوية.
results-analyte-plt-name = الصفائح الدموية
results-analyte-plt-about = الصفائح الدموية تساعد الدم على التخثر.
results-analyte-plt-low = الصفائح الدموية تساعد على وقف النزيف. عندما تنخفض قد تظهر لديكم كدمات أو تنزفون بسهولة. اتصلوا فورًا عند نزيف لا يتوقف.
results-analyte-plt-high = قد ترتفع الصفائح الدموية مع الالتهاب أو نقص الحديد أو بعض أنواع السرطان.
results-analyte-na-name = الصوديوم
results-analyte-na-about = الصوديوم ملح في الدم.
results-analyte-na-low = الصوديوم ملح في الدم. قد ينخفض بسبب القيء أو الإسهال أو بعض الأدوية.
results-analyte-na-high = كثيرًا ما يدل ذلك على أنكم تحتاجون إلى سوائل أكثر.
results-analyte-k-name = البوتاسيوم
results-analyte-k-about = البوتاسيوم ملح يساعد العضلات والقلب.
results-analyte-k-low = البوتاسيوم ملح يساعد العضلات والقلب. قد يخفضه القيء والإسهال.
results-analyte-k-high = قد يؤثر ارتفاعه في نبض القلب. ربما يرغب فريقكم في فحصه مرة أخرى قريبًا.
results-analyte-ca-name = الكالسيوم
results-analyte-ca-about = تحتاج العظام والعضلات والأعصاب إلى الكالسيوم.
results-analyte-ca-low = تحتاج العظام والعضلات والأعصاب إلى الكالسيوم. بعض أدوية العظام تخفضه.
results-analyte-ca-high = قد يسبب العطش أو التشوش أو الإمساك. أخبروا فريقكم إذا كان لديكم شيء منها.
results-analyte-mg-name = المغنيسيوم
results-analyte-mg-about = المغنيسيوم معدن تحتاج إليه العضلات والأعصاب.
results-analyte-mg-low = تخفضه بعض أدوية العلاج الكيميائي (سيسبلاتين) وبعض أدوية الأجسام المضادة (سيتوكسيماب، بانيتوموماب).
results-analyte-mg-high = كثيرًا ما يكون السبب تغيرات في الكلى أو مكملات غذائية.
results-analyte-phos-name = الفوسفات
results-analyte-phos-about = الفوسفات معدن تحتاج إليه العظام والخلايا.
results-analyte-crea-name = الكرياتينين (فحص الكلى)
results-analyte-crea-about = الكرياتينين فضلات ترشّحها الكلى من الدم.
results-analyte-crea-low = نادرًا ما تكون القيمة المنخفضة مشكلة.
results-analyte-crea-high = يدل ذلك على أن الكليتين لديكم ربما ترشّحان أقل من المعتاد. قد تسببه قلة السوائل وبعض الأدوية.
results-analyte-egfr-name = معدل ترشيح الكلى (eGFR)
results-analyte-egfr-about = هذا تقدير لمدى قدرة الكلى على تنقية الدم.
results-analyte-egfr-low = هذا تقدير لمدى قدرة الكلى على تنقية الدم. ربما ترشّح الكلى أقل من المعتاد.
results-analyte-urea-name = نيتروجين اليوريا (BUN)
results-analyte-urea-about = اليوريا فضلات تزيلها الكلى من الدم.
results-analyte-alt-name = ALT (فحص الكبد)
results-analyte-alt-about = ALT بروتين داخل خلايا الكبد، ويوجد القليل منه في الدم دائمًا.
results-analyte-alt-high = قد يرتفع عندما يتهيج الكبد بسبب الأدوية أو الكحول أو العدوى أو سرطان في الكبد.
results-analyte-ast-name = AST (فحص الكبد)
results-analyte-ast-about = AST بروتين داخل خلايا الكبد والعضلات، ويوجد القليل منه في الدم دائمًا.
results-analyte-ast-high = قد يرتفع عندما يتهيج الكبد بسبب الأدوية أو الكحول أو العدوى أو سرطان في الكبد. ويرتفع أيضًا مع إجهاد العضلات.
results-analyte-alp-name = الفوسفاتاز القلوية (فحص الكبد والعظام)
results-analyte-alp-about = الفوسفاتاز القلوية بروتين من الكبد والعظام.
results-analyte-alp-high = قد ترتفع بسبب تغيرات في الكبد أو العظام، وكذلك أثناء التئام العظم.
results-analyte-bili-name = البيليروبين (فحص الكبد)
results-analyte-bili-about = البيليروبين مادة صفراء يزيلها الكبد من الدم.
results-analyte-bili-high = البيليروبين مادة صفراء يزيلها الكبد. اتصلوا بفريقكم إذا بدا الجلد أو العينان لديكم باللون الأصفر.
results-analyte-alb-name = الألبومين (بروتين)
results-analyte-alb-about = الألبومين بروتين يصنعه الكبد.
results-analyte-alb-low = الألبومين بروتين يصنعه الكبد. قد ينخفض عندما يصعب الأكل أو مع الالتهاب.
results-analyte-ldh-name = LDH
results-analyte-ldh-about = LDH علامة عامة على مقدار ما يتلف ويتجدد من الخلايا.
results-analyte-ldh-high = LDH علامة عامة على مقدار ما يتلف ويتجدد من الخلايا. وكثير من أسباب ارتفاعه غير ضار.
results-analyte-glu-name = سكر الدم (الغلوكوز)
results-analyte-glu-about = الغلوكوز هو السكر الذي يستخدمه جسمكم للطاقة.
results-analyte-glu-low = قد يجعلكم انخفاض السكر ترتجفون أو تتعرقون. إذا كنتم مصابين بالسكري فاتبعوا خطتكم لانخفاض السكر.
results-analyte-glu-high = كثيرًا ما ترفع الستيرويدات (الكورتيزون) السكر لبضعة أيام.
results-analyte-urate-name = حمض اليوريك
results-analyte-urate-about = حمض اليوريك فضلات تتكوّن عندما تتلف الخلايا، وتزيلها الكلى.
results-analyte-tsh-name = TSH (فحص الغدة الدرقية)
results-analyte-tsh-about = TSH هرمون يخبر الغدة الدرقية بمقدار العمل المطلوب منها.
results-analyte-tsh-low = ربما تكون الغدة الدرقية نشطة أكثر من اللازم. قد يسبب العلاج المناعي ذلك.
results-analyte-tsh-high = ربما تكون الغدة الدرقية بطيئة. قد يسبب العلاج المناعي ذلك.
results-analyte-ft4-name = T4 الحر (هرمون الغدة الدرقية)
results-analyte-ft4-about = T4 هرمون تصنعه الغدة الدرقية.
results-analyte-inr-name = INR (زمن التخثر)
results-analyte-inr-about = يُظهر INR كم يستغرق دمكم حتى يتخثر.
results-analyte-inr-high = يستغرق دمكم وقتًا أطول حتى يتخثر. هذا متوقع إذا كنتم تتناولون الوارفارين.
results-analyte-crp-name = CRP (الالتهاب)
results-analyte-crp-about = CRP بروتين يرتفع عند وجود التهاب في الجسم.
results-analyte-crp-high = هذه علامة على الالتهاب. والعدوى واحد من أسباب كثيرة.
results-analyte-psa-name = PSA (دلالة البروستاتا)
results-analyte-psa-about = PSA بروتين من البروستاتا. تغيّره مع الزمن يدل أكثر من قيمة واحدة.
results-analyte-cea-name = CEA
results-analyte-cea-about = CEA بروتين تصنعه بعض أنواع السرطان. تغيّره مع الزمن يدل أكثر من قيمة واحدة.
results-analyte-ca125-name = CA-125
results-analyte-ca125-about = CA-125 بروتين تصنعه بعض أنواع السرطان. تغيّره مع الزمن يدل أكثر من قيمة واحدة.
results-analyte-ca153-name = CA 15-3
results-analyte-ca153-about = CA 15-3 بروتين تصنعه بعض أنواع السرطان. تغيّره مع الزمن يدل أكثر من قيمة واحدة.
results-analyte-ca2729-name = CA 27.29
results-analyte-ca2729-about = CA 27.29 بروتين تصنعه بعض أنواع السرطان. تغيّره مع الزمن يدل أكثر من قيمة واحدة.
results-analyte-ca199-name = CA 19-9
results-analyte-ca199-about = CA 19-9 مادة تصنعها بعض أنواع السرطان. بعض الناس لا يصنعونها أبدًا. تغيّرها مع الزمن يدل أكثر من قيمة واحدة.
results-analyte-afp-name = AFP
results-analyte-afp-about = AFP بروتين تصنعه بعض أنواع السرطان. تغيّره مع الزمن يدل أكثر من قيمة واحدة.
results-analyte-hcg-name = hCG
results-analyte-hcg-about = hCG هرمون تصنعه بعض أنواع السرطان، ويرتفع أيضًا أثناء الحمل. تغيّره مع الزمن يدل أكثر من قيمة واحدة.

results-waits-until = جاهزة. تُفتح يوم { $day }
results-waits-comment = جاهزة. تنتظر تعليقًا من الفريق المعالج
results-waiting-text = لا بأس بالانتظار، ولا بأس أيضًا بفتحها الآن. إن أردتم أن يكون أحد بجانبكم فاختاروا وقتًا مناسبًا، أو اتصلوا بفريقكم أولًا.
results-waiting-open = افتحوها الآن
results-waiting-choose = اختاروا متى تُفتح النتائج
results-readiness = متى تُفتح النتائج
results-readiness-lead = القرار لكم في كل نوع. ترون دائمًا أن هناك نتيجة، ويمكنكم فتحها في أي وقت.
results-readiness-saved = حُفظ اختياركم.
results-readiness-counts = ما هو مفتوح الآن يبقى مفتوحًا. يسري اختياركم على ما ينتظر الآن وعلى ما يصل لاحقًا.
results-readiness-save = حفظ
results-readiness-at-once = فورًا
results-readiness-at-once-about = ترونها حالما يرسلها مركزكم. قد لا يكون فريقكم قد قرأها بعد.
results-readiness-after-days = بعد بضعة أيام
results-readiness-after-days-about = يكون لدى فريقكم وقت ليقرأها ويتصل بكم. ثم تُفتح من تلقاء نفسها.
results-readiness-days = أيام الانتظار (من 1 إلى 30)
results-readiness-after-comment = بعد تعليق فريقي
results-readiness-after-comment-about = تُفتح عندما يكتب لكم أحد أفراد فريقكم عنها.
results-readiness-start = اختيار مركزكم
results-readiness-start-days = { $count ->
    [zero] اختيار مركزكم: دون انتظار
    [one] اختيار مركزكم: يوم واحد
    [two] اختيار مركزكم: يومان
    [few] اختيار مركزكم: { $count } أيام
    [many] اختيار مركزكم: { $count } يومًا
   *[other] اختيار مركزكم: { $count } يوم
}
results-readiness-days-wrong = اكتبوا عدد أيام من 1 إلى 30.
results-readiness-choose-one = اختاروا واحدًا من الثلاثة.
results-comments = من فريقكم المعالج
results-comment-by = { $name }، الفريق المعالج، { $day }
results-comment-by-team = الفريق المعالج، { $day }
results-comment-on = علّقوا على هذه النتيجة
results-comment-label = تعليقكم
results-comment-hint = يظهر تعليقكم مع اسمكم فوق النتيجة ليقرأه صاحبها. الكلمات البسيطة تساعد. { NUMBER($most) } حرف على الأكثر.
results-comment-send = أرسلوا التعليق
results-comment-release = افتحوها بلا تعليق
results-comment-release-text = تظهر النتيجة لصاحبها فورًا دون كلمات منكم.
results-comment-missing = اكتبوا شيئًا أولًا.
results-comment-conflict = أُرسل هذا النموذج من قبل بكلمات أخرى. راجعوا التعليقات أدناه ثم أرسلوا مرة أخرى.
results-comment-corrected = { $by } · صُحّح في { $day }
results-comment-withdrawn = سُحب هذا التعليق في { $day }.
results-comment-own = تعليقاتكم أنتم على هذه النتيجة
results-comment-own-text = يمكنكم أن تقولوا التعليق بكلمات أخرى أو أن تسحبوه. ويرى صاحب الملف أنه صُحّح أو سُحب، ومتى. وما فتحه التعليق يبقى مفتوحًا.
results-comment-own-fold = تعليقكم: { $beginning }
results-comment-correct-label = بكلمات أخرى
results-comment-correct = احفظوا التصحيح
results-comment-withdraw = اسحبوا هذا التعليق
results-comment-changed = تم. يراه صاحب الملف من الآن.
results-comment-changed-meanwhile = تغيّر هذا التعليق في أثناء ذلك. راجعوا ما يقوله الآن ثم حاولوا مرة أخرى.
results-awaiting = نتائج تنتظر تعليقًا
results-awaiting-lead = الأطول انتظارًا أولًا. تُفتح النتيجة لصاحبها عندما تعلّقون عليها أو عندما تفتحونها بلا تعليق.
results-awaiting-none = لا شيء ينتظر تعليقًا
results-awaiting-none-text = عندما ينتظر شخص ترعاه فرقكم كلماتكم عن نتيجة، تظهر هنا.
results-awaiting-more = هناك المزيد. تصعد كلما أنهيتم من هذه.
results-awaiting-done = تم. وصل ذلك إلى صاحب النتيجة.
results-awaiting-born = تاريخ الميلاد: { $day }
results-awaiting-today = وصلت اليوم
results-awaiting-days = { $count ->
    [zero] وصلت اليوم
    [one] تنتظر منذ يوم واحد
    [two] تنتظر منذ يومين
    [few] تنتظر منذ { $count } أيام
    [many] تنتظر منذ { $count } يومًا
   *[other] تنتظر منذ { $count } يوم
}

## Words of reports, explained. In general, without a verdict; for a clinician to review.
results-words = كلمات في هذا التقرير
results-words-about = ما تعنيه هذه الكلمات بوجه عام. يمكن لفريقكم أن يخبركم بما تعنيه لكم أنتم.
results-words-back = العودة إلى النص
results-word-adenocarcinoma = سرطان يبدأ في خلايا الغدد. هذه الخلايا تُفرز سوائل مثل المخاط أو الحليب أو عصارات الهضم.
results-word-anaemia = عدد قليل من خلايا الدم الحمراء أو قلة الهيموغلوبين فيها. عندها ينقل الدم أكسجينًا أقل.
results-word-benign = ليس سرطانًا. النمو الحميد لا ينتشر إلى أجزاء أخرى من الجسم.
results-word-biopsy = عينة من النسيج. تُؤخذ قطعة صغيرة من الجسم وتُفحص تحت المجهر.
results-word-calcification = ترسّب صغير من الكالسيوم في النسيج. كثير منها له أسباب غير ضارة، وشكلها يخبر الفريق بالمزيد.
results-word-carcinoma = سرطان يبدأ في الخلايا التي تغطي الجسم أو تبطّن أعضاءه. وهو أكثر مجموعات السرطان شيوعًا.
results-word-contrast = صبغة للتصوير. تجعل الأوعية الدموية والأعضاء أوضح في الصورة.
results-word-cyst = كيس صغير مملوء بسائل. معظم الأكياس ليست سرطانًا.
results-word-effusion = سائل زائد يتجمّع في أحد فراغات الجسم، مثلًا حول الرئة أو القلب.
results-word-grade = درجة على مقياس. في الورم تدل على مدى اختلاف الخلايا عن الخلايا السليمة، وفي الأثر الجانبي تدل على شدته.
results-word-her2 = بروتين على سطح الخلايا يساعدها على النمو. بعض أنواع السرطان لديها كمية كبيرة منه، وهناك علاجات تستهدفه.
results-word-in-situ = ما زال في مكانه. الخلايا تغيّرت لكنها لم تنمُ داخل النسيج المحيط بها.
results-word-invasive = ينمو داخل النسيج المحيط به. هذه الكلمة لا تقول إلى أي مدى نما.
results-word-ki-67 = مؤشر على عدد الخلايا التي تنقسم. يقرؤه فريقكم مع النتائج الأخرى.
results-word-lesion = منطقة تبدو مختلفة عن النسيج حولها. هذه الكلمة لا تقول ما السبب.
results-word-lymph-node = جزء صغير من جهاز المناعة يشبه حبة الفاصولياء. العقد اللمفية ترشّح السوائل وتساعد على محاربة العدوى.
results-word-lymphadenopathy = تضخّم العقد اللمفية. قد يكون السبب عدوى أو سرطانًا أو غير ذلك.
results-word-lymphovascular-invasion = خلايا سرطانية داخل أوعية دموية أو لمفية صغيرة. يُبحث عنها تحت المجهر.
results-word-malignant = سرطاني. الخلايا الخبيثة قد تنمو داخل الأنسجة القريبة وتنتشر إلى أجزاء أخرى من الجسم.
results-word-margin = الحافة. بعد الجراحة هي طرف النسيج الذي أُزيل، ويُفحص بحثًا عن خلايا سرطانية.
results-word-mass = تكتّل. هذه الكلمة لا تقول إن كان سرطانًا أم لا.
results-word-metastasis = انتشار. سرطان انتقل من مكان بدايته إلى جزء آخر من الجسم.
results-word-mutation = تغيّر في أحد الجينات. قد يكون في الورم فقط، أو في كل خلايا الجسم منذ الولادة.
results-word-necrosis = خلايا أو أنسجة ميتة. قد يحدث ذلك من تلقاء نفسه أو بسبب العلاج.
results-word-neutropenia = قلة العَدِلات، وهي خلايا الدم البيضاء التي تحارب الجراثيم. تصبح العدوى أسهل ما دامت منخفضة.
results-word-nodule = كتلة صغيرة مستديرة. كثير من العُقيدات ليست سرطانًا.
results-word-oedema = تورّم بسبب سائل في الأنسجة.
results-word-oestrogen-receptor = موضع في الخلايا يرتبط به هرمون الإستروجين. عندما يوجد في السرطان قد يفيد العلاج الهرموني.
results-word-poorly-differentiated = الخلايا تبدو مختلفة كثيرًا عن الخلايا السليمة. مثل هذه الخلايا تنمو غالبًا أسرع.
results-word-progesterone-receptor = موضع في الخلايا يرتبط به هرمون البروجستيرون. عندما يوجد في السرطان قد يفيد العلاج الهرموني.
results-word-progression = المرض كبر أو تقدّم.
results-word-recurrence = عودة المرض بعد فترة لم يكن يُعثر عليه فيها أو كان تحت السيطرة.
results-word-remission = علامات المرض قلّت أو لم يعد يُعثر عليها.
results-word-stable-disease = كما كان من قبل تقريبًا. السرطان لم يكبر ولم يصغر كثيرًا.
results-word-stage = درجة تدل على مدى تقدّم المرض. في السرطان تصف الحجم وما إذا كان قد انتشر.
results-word-thrombocytopenia = قلة الصفائح الدموية، وهي خلايا تساعد الدم على التخثر. تصبح الكدمات والنزيف أسهل ما دامت منخفضة.
results-word-tumour = نمو من الخلايا. قد يكون سرطانًا أو لا، والتقرير أو فريقكم يوضح ذلك.
results-word-unremarkable = كالمعتاد. لم يلفت شيء نظر من فحص.
results-word-uptake = كمية المادة الدالّة التي يلتقطها جزء من الجسم أثناء التصوير. قد يلتقطها السرطان أو الالتهاب أو الأعضاء السليمة.
results-word-well-differentiated = الخلايا تشبه الخلايا السليمة كثيرًا. مثل هذه الخلايا تنمو غالبًا ببطء أكثر.
