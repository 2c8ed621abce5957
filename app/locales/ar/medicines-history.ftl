### ما أُخذ في شهر.

medicines-history-window = ما أُخذ من الأدوية: { $month }
medicines-history-months = أشهر أخرى
medicines-history-none = لم يُسجَّل شيء لهذا الشهر
medicines-history-none-text = عندما تكون لدواء أوقات أكّدتموها، ترون هنا ما أُخذ.
medicines-history-taken = سُجّل أخذ { $taken } من { $planned } جرعة مخططة ({ $share } من 100).
medicines-history-others = متروكة عمدًا: { $skipped }. فائتة: { $missed }. بلا إجابة: { $unknown }.
medicines-history-open-yet = ما زال بإمكانكم الإجابة عن أولى جرعات هذا الشهر.
medicines-history-as-needed = لم يكن شيء مخططًا لهذا الشهر. أُخذ عند الحاجة: { $count }.
medicines-history-about = الجرعة التي بلا إجابة قد تكون أُخذت أو لا. ولا تُحسب أيام الراحة وأيام التوقف.
medicines-history-calendar = التقويم
medicines-history-caption = كل يوم من الشهر، كل الأدوية معًا
medicines-history-day-all = أُخذ كل شيء
medicines-history-day-part = أُخذ بعضها
medicines-history-day-nothing = لم يؤخذ شيء
medicines-history-day-unknown = بلا إجابة
medicines-history-day-open = لم ينتهِ بعد
medicines-history-day-rest = راحة
medicines-history-day-paused = متوقف مؤقتًا
medicines-history-day-beside = عند الحاجة فقط
medicines-history-of = { $taken } من { $planned }
medicines-history-each = كل دواء
medicines-history-medicine = الدواء
medicines-history-head-taken = أُخذ
medicines-history-head-skipped = تُرك عمدًا
medicines-history-head-missed = فات
medicines-history-head-unknown = بلا إجابة
medicines-history-share-head = أُخذ من 100
medicines-history-share = { $share }
medicines-history-whole = الكل معًا
medicines-history-reasons = لماذا تُركت جرعات
medicines-history-days = كل يوم في جدول
medicines-history-day = اليوم
medicines-history-mon = اثنين
medicines-history-tue = ثلاثاء
medicines-history-wed = أربعاء
medicines-history-thu = خميس
medicines-history-fri = جمعة
medicines-history-sat = سبت
medicines-history-sun = أحد
medicines-history-beside = { $count ->
    [zero] لم يؤخذ عند الحاجة ({ $count })
    [one] أُخذ مرة ({ $count }) عند الحاجة أو خارج الخطة
    [two] أُخذ مرتين ({ $count }) عند الحاجة أو خارج الخطة
    [few] أُخذ { $count } مرات عند الحاجة أو خارج الخطة
    [many] أُخذ { $count } مرة عند الحاجة أو خارج الخطة
   *[other] أُخذ { $count } مرة عند الحاجة أو خارج الخطة
}
medicines-history-rest-days = { $count ->
    [zero] لا أيام راحة ({ $count })
    [one] يوم راحة ({ $count })
    [two] يوما راحة ({ $count })
    [few] { $count } أيام راحة
    [many] { $count } يوم راحة
   *[other] { $count } يوم راحة
}
medicines-history-paused-days = { $count ->
    [zero] لا أيام توقف ({ $count })
    [one] يوم توقف ({ $count })
    [two] يوما توقف ({ $count })
    [few] { $count } أيام توقف
    [many] { $count } يوم توقف
   *[other] { $count } يوم توقف
}
medicines-history-times = { $count ->
    [zero] لا مرة ({ $count })
    [one] مرة ({ $count })
    [two] مرتان ({ $count })
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
}
medicines-history-answer = أخبرونا بما حدث
medicines-history-answered = لا شيء بلا إجابة في هذا اليوم
medicines-history-answered-text = لكل جرعة إجابة، أو تغيّرت خطتها بعد ذلك.

## في الصفحات ذات البرنامج أيضًا.
medicines-history-title = ما أُخذ من الأدوية
