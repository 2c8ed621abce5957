### طلبات المزيد من الدواء في قائمة العمل.

worklist-refill-kind = طلب تجديد الدواء
worklist-refill-title = الخطوة التالية
worklist-refill-hint = يرى الشخص كل خطوة ومن قام بها ومتى. وقبل الإرسال تقول صفحته إنه لم يُطلب شيء بعد.
worklist-refill-sent = أُرسل إلى الصيدلية
worklist-refill-ready = جاهز للاستلام
worklist-refill-refuse = رفض الطلب
worklist-refill-refused = رفض الطلب لهذا السبب
worklist-refill-refuse-hint = يقرأ الشخص هذه الكلمات. يُرجى ذكر ما يمكنه فعله بدلًا من ذلك.
worklist-refill-why = لماذا لا يُطلب الدواء
worklist-refill-error = يُرجى ذكر سبب عدم طلب الدواء.
worklist-refill-supply = الكمية المتوفرة والطلبات السابقة
