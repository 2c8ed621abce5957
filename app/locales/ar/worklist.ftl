### The care team's rooms.

worklist-people = الأشخاص
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
