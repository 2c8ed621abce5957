### كم تبقّى من الدواء، وطلب المزيد.

medicines-supply-back = الأدوية
medicines-supply-title = الكمية المتوفرة
medicines-supply-link = ما تبقّى، وطلب المزيد
medicines-supply-window = الكمية المتوفرة: { $name }
medicines-supply-left = ما تبقّى
medicines-supply-of = { $count } × { $strength }
medicines-supply-none = لم يعدّ أحد بعد.
medicines-supply-until = يكفي حتى { $date } إذا أُخذ كل شيء كما هو مخطط. في ذلك اليوم لا يكفي لجرعة.
medicines-supply-by = يُرجى طلب المزيد قبل { $date }.
medicines-supply-now = حان وقت طلب المزيد.
medicines-supply-open-end = لا يُعرف يوم ينفد فيه.
medicines-supply-counted = جرى العدّ في { $date }، ناقصًا ما سُجّل أنه أُخذ منذ ذلك الحين.
medicines-supply-saved = تم الحفظ.
medicines-supply-saved-asked = طلبكم عند فريقكم المعالج. لم يُطلب شيء من الصيدلية بعد.
medicines-supply-saved-withdrawn = سُحب طلبكم. لم يُطلب شيء.

## العدّ.
medicines-supply-count = عدّ ما لديكم
medicines-supply-count-hint = عدّوا ما في كل العبوات. ومن ذلك الحين يطرح Daybook ما تسجّلون أنه أُخذ.
medicines-supply-how-many = العدد
medicines-supply-how-many-of = العدد من { $strength }
medicines-supply-kind = ماذا عددتم؟
medicines-supply-all = كل ما لديّ الآن
medicines-supply-more = عبوات جديدة، إضافة إلى ما تبقّى
medicines-supply-lead = الأيام التي تحتاجونها للحصول على المزيد
medicines-supply-lead-hint = من الطلب حتى يصبح الدواء عندكم في البيت.
medicines-supply-save = حفظ العدد
medicines-supply-own = هذا دواء خاص بكم. لا يطلبه فريقكم المعالج.

## طلب المزيد.
medicines-supply-refill = المزيد من هذا الدواء
medicines-supply-ask-about = يذهب طلبكم إلى فريقكم المعالج. وهو ليس طلبًا من الصيدلية: ينظر الفريق فيه أولًا ثم يرسله إلى صيدلية.
medicines-supply-words = ما ينبغي أن يعرفوه
medicines-supply-words-hint = اختياري. مثلًا أي صيدلية.
medicines-supply-ask = طلب المزيد
medicines-supply-withdraw = سحب الطلب
medicines-supply-not-asked = لم يطلب أحد المزيد.
medicines-supply-before = طلبات سابقة
medicines-supply-someone = فريقكم المعالج
medicines-supply-promised = ينظر فيه أحد من فريقكم قبل { $when }.
medicines-supply-opens = يعمل فريقكم من جديد ابتداءً من { $when }.
medicines-supply-late = لم ينظر فيه أحد بعد، وقد مضى الموعد الذي وُعدتم به. يُرجى الاتصال بفريقكم.
medicines-supply-state-requested = أُرسل طلبكم إلى فريقكم. لم يُطلب شيء من الصيدلية بعد.
medicines-supply-state-sent = أُرسل إلى الصيدلية. ليس جاهزًا بعد.
medicines-supply-state-ready = جاهز للاستلام.
medicines-supply-state-refused = لم يُطلب: رفض فريقكم المعالج.
medicines-supply-state-withdrawn = سُحب الطلب. لم يُطلب شيء.
medicines-supply-step-requested = طُلب في { $when }
medicines-supply-step-seen = رآه فريقكم المعالج في { $when }
medicines-supply-step-sent = أرسله { $name } إلى الصيدلية في { $when }
medicines-supply-step-ready = جاهز، كما يقول { $name }، في { $when }
medicines-supply-step-refused = رفضه { $name } في { $when }
medicines-supply-step-withdrawn = سُحب في { $when }

## ما هو خطأ.
medicines-supply-error-count = يُرجى كتابة العدد برقم. الصفر رقم أيضًا، لكن العبوات الجديدة تحتاج إلى واحد على الأقل.
medicines-supply-error-lead = يُرجى كتابة الأيام برقم من 0 إلى 60.
medicines-supply-error-asked = طُلب المزيد من قبل. ترون أدناه إلى أين وصل.
medicines-supply-error-ordered = الطلب عند الصيدلية بالفعل. يُرجى الاتصال بفريقكم المعالج.
medicines-supply-error-changed = تغيّر هذا في أثناء ذلك. انظروا إليه ثم حاولوا مجددًا.
