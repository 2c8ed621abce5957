### تقويم الجرعات لبرنامج التقويم.

medicines-feed-made = عنوان تقويمكم جاهز
medicines-feed-once = يظهر هذا العنوان هذه المرة فقط. ضعوه الآن في برنامج التقويم لديكم.
medicines-feed-address = العنوان
medicines-feed-secret = كل من لديه هذا العنوان يستطيع قراءة التقويم. يُرجى عدم إعطائه لأحد.
medicines-feed-open = إضافته إلى تقويم هذا الجهاز
medicines-feed-how = لإضافته بأنفسكم انسخوا العنوان. اختاروا في برنامج التقويم إضافة تقويم بالاشتراك أو من عنوان على الإنترنت، ثم ألصقوه هناك.
medicines-feed-kept = تم
medicines-feed-lead = يستطيع برنامج التقويم لديكم أن يُظهر متى يحين موعد شيء وأن يذكّركم حتى عندما يكون Daybook مغلقًا. يحتوي على مواعيد جرعاتكم للأيام الستين القادمة.
medicines-feed-ended = أُوقف التقويم. لم يعد عنوانه يفتح شيئًا.
medicines-feed-yours = تقويمكم
medicines-feed-since = أُنشئ في { $day }
medicines-feed-named = يذكر أسماء أدويتكم.
medicines-feed-discreet = لا يذكر أسماء أدويتكم. يقول كل موعد «Daybook» فقط.
medicines-feed-read = آخر قراءة من برنامج تقويم في { $day }، { $time }. يُسجَّل ذلك مرة في اليوم.
medicines-feed-unread = لم يقرأه أي برنامج تقويم بعد.
medicines-feed-end = إيقاف التقويم
medicines-feed-make-title = إنشاء عنوان للتقويم
medicines-feed-make = إنشاء عنوان
medicines-feed-renew-title = إنشاء عنوان جديد
medicines-feed-renew = إنشاء عنوان جديد
medicines-feed-voids = يتوقف العنوان الحالي عن العمل. يُرجى بعد ذلك إضافة العنوان الجديد إلى برنامج التقويم لديكم.
medicines-feed-wording = ماذا يقول التقويم
medicines-feed-say-nothing = «Daybook» فقط
medicines-feed-say-nothing-about = من يرى تقويمكم لا يعرف شيئًا عن صحتكم.
medicines-feed-say-names = أسماء الأدوية
medicines-feed-say-names-about = كل من يرى تقويمكم، والشركة التي تديره، يستطيع قراءتها.
medicines-feed-honest = تقرأ برامج التقويم هذا التقويم من جديد متى أرادت، وغالبًا كل بضع ساعات فقط. قد يتأخر ظهور التغيير بهذا القدر. وما تسجلونه في Daybook لا يظهر هناك.

medicines-feed-title = الجرعات في تقويمكم
