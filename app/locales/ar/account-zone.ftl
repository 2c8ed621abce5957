### المنطقة الزمنية: بتوقيت أي مكان يعيش الشخص، وما يُسأل عنه في السفر.

account-zone-lead = تسير أدويتكم وتذكيراتكم وأيامكم بتوقيت هذا المكان.
account-zone-now = يسير Daybook بتوقيت { $place }. الساعة هناك الآن { $time }.
account-zone-other = اختيار مكان
account-zone-save = حفظ المكان
account-zone-changed = تم الحفظ. يسير Daybook الآن بتوقيت { $place }.
account-zone-kept = تم الحفظ. يبقى توقيت { $place }. ستُسألون مرة أخرى عندما يعرض جهازكم توقيتًا آخر.

## في السفر.
account-zone-asks = يعرض جهازكم توقيت { $device }. تسير أدويتكم بتوقيت { $home }.
account-zone-asks-way = اختيار التوقيت
account-zone-which = بأي توقيت تريدون أن تسيروا؟
account-zone-device = يعرض جهازكم توقيت { $place }. الساعة هناك الآن { $time }.
account-zone-keep = الإبقاء على توقيت { $place }
account-zone-keep-about = مناسب لسفر قصير: تأخذون كل شيء في اللحظة نفسها كما في البيت.
account-zone-change = الانتقال إلى توقيت { $place }
account-zone-change-about = مناسب لإقامة طويلة: ما تأخذونه في الثامنة صباحًا يأتي في الثامنة صباحًا هناك. في المرة الأولى تكون المدة بين جرعتين أطول أو أقصر.
account-zone-next = بتوقيت { $place } تكون الجرعات القادمة:
account-zone-past = مضى الوقت هناك بالفعل على: { $names }. اسألوا فريقكم المعالج هل تؤخذ الجرعة الآن.
account-zone-hours = ما تأخذونه كل عدد من الساعات يبقى على ساعاته الفعلية في الحالتين. تهم المدة بين الجرعات في بعض الأدوية: اسألوا فريقكم قبل السفر.

## What pages with a script say too. (browser)
account-zone-title = المنطقة الزمنية
account-zone-by = حسب توقيت { $place }
