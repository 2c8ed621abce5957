### The care team's rooms.

worklist-people = الأشخاص
worklist-more = لفريق الرعاية
worklist-people-lead = الأشخاص الذين ترعاهم فرقكم.
worklist-no-team = لستم في أي فريق بعد
worklist-no-team-text = يُرجى سؤال مدير النظام. يظهر لكم أشخاص الفريق فور انضمامكم إليه.

## Finding someone.
worklist-search-label = الاسم أو رقم الملف
worklist-search-hint = تكفي الأحرف الأولى من كل كلمة. علامات التشكيل لا تهم.
worklist-born-hint = اختياري. تكفي السنة وحدها.
worklist-born-wrong = يُرجى كتابة السنة من 4 أرقام. ومع اليوم اكتبوا الشهر أيضًا برقم من 1 إلى 12.
worklist-search-wrong = يُرجى التحقق مما كتبتموه
worklist-search = بحث
worklist-found = نتائج البحث
worklist-all = الجميع بحسب الاسم
worklist-everyone = عرض الجميع
worklist-no-match = لا أحد يطابق البحث في فرقكم
worklist-no-match-text = جرّبوا أحرفًا أقل، أو تاريخ الميلاد وحده. من ترعاهم فرق أخرى لا يظهرون هنا.
worklist-nobody = لا أحد في فرقكم بعد
worklist-nobody-text = يظهر الأشخاص هنا فور أن يسند مدير النظام ملفهم إلى أحد فرقكم.
worklist-forgotten = لم يعد هذا البحث محفوظًا. يُرجى البحث من جديد.
worklist-pager = المزيد من الأشخاص
worklist-from-start = من البداية
worklist-next = الأشخاص التالون

## A person.
worklist-born = تاريخ الميلاد: { $date }
worklist-born-unknown = تاريخ الميلاد غير معروف
worklist-age = { $years ->
    [zero] أقل من سنة
    [one] العمر سنة واحدة
    [two] العمر سنتان
    [few] العمر { $years } سنوات
    [many] العمر { $years } سنة
   *[other] العمر { $years } سنة
}
worklist-died = توفي صاحب الملف
worklist-no-name = الاسم غير معروف

## Above every page of someone else's record.
worklist-band-label = صاحب هذا الملف
worklist-band = أنتم تنظرون إلى ملف
worklist-band-words = تخاطب هذه الصفحات صاحب الملف. تُسجَّل كل قراءة، ويستطيع صاحب الملف رؤية ذلك.
worklist-band-back = العودة إلى الأشخاص

## The list of what waits.
worklist-title = قائمة العمل
worklist-lead = ما ينتظر فرقكم. الأشد أولًا.
worklist-comments = التعليقات
worklist-refresh = تحديث
# Read out by a screen reader when items appear.
worklist-live-new = جديد في قائمة العمل: { $count }
worklist-filter = ما يُعرض
worklist-filter-all = الكل
worklist-filter-mine = ما لديّ
worklist-filter-free = بلا متولٍّ
worklist-filter-team = الفرق
worklist-filter-teams = كل فرقي
worklist-waiting = في الانتظار
worklist-empty = لا شيء ينتظر
worklist-empty-text = يظهر هنا كل ما يحتاج إلى فرقكم فور وصوله.
worklist-empty-here = لا شيء هنا
worklist-empty-here-text = قد تكون هناك أمور أخرى تحت «الكل».
worklist-pager-items = بقية هذه القائمة
worklist-items-start = من الأشد
worklist-items-next = الأمور التالية
# How soon someone must take it.
worklist-urgent = عاجل
worklist-soon = قريبًا
worklist-low = غير عاجل
worklist-since = منذ { $when }
worklist-take-by = موعد الاستلام: { $when } (بقي { $left })
worklist-late = متأخر منذ { $when }
worklist-promised = الموعد المتعهد به: { $when }
worklist-stepped = { $times ->
    [zero] لم يُصعَّد
    [one] صُعِّد مرة واحدة
    [two] صُعِّد مرتين
    [few] صُعِّد { $times } مرات
    [many] صُعِّد { $times } مرة
   *[other] صُعِّد { $times } مرة
}
worklist-holder = لدى { $name }
worklist-holder-you = لديكم
worklist-holder-none = بلا متولٍّ
worklist-today-at = اليوم { $time }
worklist-yesterday-at = أمس { $time }
worklist-tomorrow-at = غدًا { $time }
worklist-date-at = {"\u200F"}{ $date } { $time }
worklist-minutes = { $n ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
worklist-hours = { $n ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
worklist-days = { $n ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
worklist-more-alerts = { $n ->
    [zero] ولا شيء آخر
    [one] وأمر آخر
    [two] وأمران آخران
    [few] و{ $n } أمور أخرى
    [many] و{ $n } أمرًا آخر
   *[other] و{ $n } أمر آخر
}

## How much there is.
worklist-load = حجم العمل
worklist-load-open = مفتوح
worklist-load-free = بلا متولٍّ
worklist-load-late = متأخر
worklist-load-median = المدة حتى أول إجراء
worklist-load-median-about = القيمة الوسطى لآخر 30 يومًا
worklist-load-none = لا قيمة بعد
worklist-load-ages = المفتوح بحسب مدته
worklist-load-age-hours = حتى 4 ساعات
worklist-load-age-day = حتى يوم
worklist-load-age-days = حتى 3 أيام
worklist-load-age-older = أطول من ذلك
worklist-load-holders = المستلَم بحسب متولّيه
worklist-load-holders-none = لم يتولَّ أحد شيئًا

## What was reported.
worklist-kind-alert = أعراض تحتاج إلى متابعة
worklist-kind-note = كلام للقراءة
worklist-kind-silent = لا إجابة
worklist-kind-medicine = أُخذ دواء أكثر من المقرر
worklist-beyond-twice = أُخذ مرة ثانية: { $when }
worklist-beyond-soon = أُخذ قبل الوقت المسموح: { $when }
worklist-beyond-most = أُخذ فوق الحد الأعلى خلال 24 ساعة: { $when }
worklist-silent = لا إجابات منذ { $date }
# What it is about, and what changed.
worklist-headline = { $about }: { $change }
worklist-temperature = الحرارة {"\u2066"}{ $degrees } °C{"\u2069"}
worklist-part-frequency = عدد المرات
worklist-part-severity = الشدة
worklist-part-interference = مدى التأثير
worklist-part-amount = الكمية
worklist-part-presence = الوجود
worklist-reason-level = { $part } { $level } من 4
worklist-reason-rise = { $part } من { $from } إلى { $to } منذ { $date }
worklist-reason-slide = { $part } تزداد شيئًا فشيئًا: أولًا { $first }، ثم { $previous }، والآن { $now }
worklist-reason-grade = الدرجة { $grade } من 3
worklist-reason-grade-rise = الدرجة من { $before } إلى { $grade } من 3
worklist-reason-flagged = يحدث الآن
worklist-reason-fever = عند الحد أو فوقه
worklist-caregiver = أبلغ عنه من يرعى هذا الشخص
worklist-flag-fever = حمى، أو قشعريرة مع ارتجاف
worklist-flag-chest = ألم في الصدر
worklist-flag-breath = ضيق النفس عند الراحة
worklist-flag-bleeding = نزيف لا يتوقف
worklist-flag-confusion = تشوش ذهني جديد
worklist-flag-weakness = ضعف جديد، أو فقدان التحكم في البول أو البراز
worklist-flag-fluids = عدم بقاء أي سوائل في المعدة منذ 24 ساعة
worklist-flag-harm = أفكار بإيذاء النفس

## One item.
worklist-back = العودة إلى قائمة العمل
worklist-status = الوضع الحالي
worklist-status-holder = المتولّي
worklist-status-said = وقت الإبلاغ
worklist-status-opened = وقت الفتح
worklist-status-promised = الموعد المتعهد به
worklist-status-seen = أول اطلاع
worklist-status-decided = القرار
worklist-status-closed = وقت الإغلاق
worklist-reported = ما أُبلغ عنه
worklist-heard = كل بلاغ على حدة
worklist-history = مع الوقت
worklist-history-others = أعراض أخرى
worklist-reach = طرق التواصل
worklist-reach-none = لا يحتوي الملف على رقم هاتف أو بريد إلكتروني.
worklist-record = فتح الملف
worklist-done = ما تم
worklist-done-none = لا شيء بعد
worklist-someone = أحد أعضاء الفريق
worklist-deed-take = استلام
worklist-deed-give-back = إعادة إلى الفريق
worklist-deed-hand-over = تسليم إلى { $name }
worklist-deed-note = ملاحظة
worklist-deed-decide = القرار: { $decision }
worklist-deed-close = إغلاق
worklist-deed-reopen = إعادة فتح
worklist-deed-mute = إيقاف التنبيهات مؤقتًا: { $symptom }، { $time }
worklist-decision-called = تم الاتصال
worklist-decision-advice = أُعطيت نصيحة
worklist-decision-visit = حُدد موعد زيارة
worklist-decision-none = لا إجراء، لأن…

## What one can do about it.
worklist-do = ما يمكنكم فعله
worklist-take = استلام
worklist-give-back = إعادة إلى الفريق
worklist-note = إضافة ملاحظة
worklist-note-label = ملاحظتكم
worklist-note-hint = يقرؤها فريقكم، ولا تظهر لصاحب الملف.
worklist-note-send = حفظ الملاحظة
worklist-decide = القرار
worklist-decide-legend = ما قراركم؟
worklist-decide-text = بكلماتكم
worklist-decide-hint = مطلوب عند عدم اتخاذ إجراء. يرى صاحب الملف القرار دون هذه الكلمات.
worklist-decide-send = حفظ القرار
worklist-close = إغلاق
worklist-close-hint = ما يُغلق يخرج من القائمة، ويمكن فتحه من جديد.
worklist-reopen = فتح من جديد
worklist-hand-over = تسليم إلى زميل
worklist-hand-over-to = إلى من
worklist-hand-over-choose = اختيار
worklist-mute = إيقاف تنبيهات عرَض معروف مؤقتًا
worklist-mute-hint = لمدة 28 يومًا على الأكثر، وما لم يشتد. أعلى مستوى والعلامات الخطيرة تنبّه دائمًا.
worklist-mute-symptom = العرَض
worklist-mute-days = الأيام، من 1 إلى 28
worklist-mute-send = إيقاف التنبيهات
worklist-muted = التنبيهات متوقفة حتى { $date }: { $symptom }
worklist-saved = تم الحفظ.
worklist-closed = أُغلق، ولم يعد في القائمة.
worklist-error-taken = سبقكم { $name } إلى الاستلام. لم يُحفظ ما أدخلتموه.
worklist-error-changed = تغيّر هذا الأمر في هذه الأثناء. لم يُحفظ ما أدخلتموه. انظروا إلى ما تم ثم أعيدوا المحاولة.
worklist-kept = ما كتبتموه
worklist-error-note = يُرجى كتابة شيء أولًا.
worklist-error-why = يُرجى ذكر سبب عدم اتخاذ إجراء.
worklist-error-decision = يُرجى اختيار القرار.
worklist-error-undecided = يُرجى اتخاذ قرار قبل الإغلاق.
worklist-error-to = يُرجى اختيار أحد أعضاء فريقكم.
worklist-error-symptom = لا يمكن إيقاف تنبيهات هذا العرَض.
worklist-error-days = يُرجى كتابة الأيام برقم من 1 إلى 28.
