### تقويم الجرعات لبرنامج التقويم.

medicines-feed-made = عنوان تقويمك جاهز
medicines-feed-once = يظهر هذا العنوان هذه المرة فقط. ضعه الآن في برنامج التقويم لديك.
medicines-feed-address = العنوان
medicines-feed-secret = كل من لديه هذا العنوان يستطيع قراءة التقويم. يُرجى عدم إعطائه لأحد.
medicines-feed-open = أضفه إلى تقويم هذا الجهاز
medicines-feed-how = أو انسخ العنوان. اختر في برنامج التقويم إضافة تقويم بالاشتراك أو من عنوان على الإنترنت، ثم ألصقه هناك.
medicines-feed-kept = تم
medicines-feed-lead = يستطيع برنامج التقويم لديك أن يُظهر متى يحين موعد شيء وأن يذكّرك حتى عندما يكون Daybook مغلقًا. يحتوي على مواعيد جرعاتك للأيام الستين القادمة.
medicines-feed-ended = أُوقف التقويم. لم يعد عنوانه يفتح شيئًا.
medicines-feed-yours = تقويمك
medicines-feed-since = أُنشئ في { $day }
medicines-feed-named = يذكر أسماء أدويتك.
medicines-feed-discreet = لا يذكر أسماء أدويتك. يقول كل موعد «Daybook» فقط.
medicines-feed-read = آخر قراءة من برنامج تقويم في { $day }، { $time }. يُسجَّل ذلك مرة في اليوم.
medicines-feed-unread = لم يقرأه أي برنامج تقويم بعد.
medicines-feed-end = أوقف التقويم
medicines-feed-make-title = أنشئ عنوانًا للتقويم
medicines-feed-make = أنشئ عنوانًا
medicines-feed-renew-title = أنشئ عنوانًا جديدًا
medicines-feed-renew = أنشئ عنوانًا جديدًا
medicines-feed-voids = يتوقف العنوان الحالي عن العمل. أضف بعد ذلك العنوان الجديد إلى برنامج التقويم لديك.
medicines-feed-wording = ماذا يقول التقويم
medicines-feed-say-nothing = «Daybook» فقط
medicines-feed-say-nothing-about = من يرى تقويمك لا يعرف شيئًا عن صحتك.
medicines-feed-say-names = أسماء الأدوية
medicines-feed-say-names-about = كل من يرى تقويمك، والشركة التي تديره، يستطيع قراءتها.
medicines-feed-honest = تقرأ برامج التقويم هذا التقويم من جديد متى أرادت، وغالبًا كل بضع ساعات فقط. قد يتأخر ظهور التغيير بهذا القدر. وما تسجله في Daybook لا يظهر هناك.

medicines-feed-title = الجرعات في تقويمك
