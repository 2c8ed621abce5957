medicines-amount-bare = { $count }
medicines-micrograms = ميكروغرام
medicines-units = وحدة
medicines-units-international = وحدة دولية
medicines-today-at = اليوم الساعة { $time }
medicines-yesterday-at = أمس الساعة { $time }
medicines-tomorrow-at = غدًا الساعة { $time }
medicines-date-at = { $date }، { $time }
medicines-time-moment = { $time } ({ $meal })
medicines-time-elsewhere = { $time } بتوقيت { $place }
medicines-moment-waking = عند الاستيقاظ
medicines-moment-breakfast = الفطور
medicines-moment-lunch = الغداء
medicines-moment-dinner = العشاء
medicines-moment-bedtime = وقت النوم

medicines-plan-daily = كل يوم الساعة { $times }
medicines-plan-days = { $count ->
    [zero] كل { $count } يوم، الساعة { $times }
    [one] كل يوم، الساعة { $times }
    [two] كل يومين، الساعة { $times }
    [few] كل { $count } أيام، الساعة { $times }
    [many] كل { $count } يومًا، الساعة { $times }
   *[other] كل { $count } يوم، الساعة { $times }
}
medicines-plan-weekly = مرة واحدة فقط في الأسبوع، يوم { $day }، الساعة { $times }
medicines-plan-weekdays = أيام { $days }، الساعة { $times }
medicines-plan-hours = { $count ->
    [zero] كل { $count } ساعة، الأولى الساعة { $first }
    [one] كل ساعة، الأولى الساعة { $first }
    [two] كل ساعتين، الأولى الساعة { $first }
    [few] كل { $count } ساعات، الأولى الساعة { $first }
    [many] كل { $count } ساعة، الأولى الساعة { $first }
   *[other] كل { $count } ساعة، الأولى الساعة { $first }
}
medicines-plan-cycle = { $length ->
    [zero] الأيام { $days } من كل دورة مدتها { $length } يوم، الساعة { $times }. الأيام الأخرى أيام راحة.
    [one] الأيام { $days } من كل دورة مدتها يوم واحد، الساعة { $times }. الأيام الأخرى أيام راحة.
    [two] الأيام { $days } من كل دورة مدتها يومين، الساعة { $times }. الأيام الأخرى أيام راحة.
    [few] الأيام { $days } من كل دورة مدتها { $length } أيام، الساعة { $times }. الأيام الأخرى أيام راحة.
    [many] الأيام { $days } من كل دورة مدتها { $length } يومًا، الساعة { $times }. الأيام الأخرى أيام راحة.
   *[other] الأيام { $days } من كل دورة مدتها { $length } يوم، الساعة { $times }. الأيام الأخرى أيام راحة.
}
medicines-day-range = { $first } إلى { $last }
medicines-plan-taper = على مراحل، الساعة { $times }
medicines-plan-step = { $days ->
    [zero] { $amount } لمدة { $days } يوم
    [one] { $amount } ليوم واحد
    [two] { $amount } ليومين
    [few] { $amount } لمدة { $days } أيام
    [many] { $amount } لمدة { $days } يومًا
   *[other] { $amount } لمدة { $days } يوم
}
medicines-plan-once = مرة واحدة، { $date }، الساعة { $time }
medicines-plan-needed = عند الحاجة فقط
medicines-limit-hours = { $count ->
    [zero] بفاصل { $count } ساعة على الأقل
    [one] بفاصل ساعة واحدة على الأقل
    [two] بفاصل ساعتين على الأقل
    [few] بفاصل { $count } ساعات على الأقل
    [many] بفاصل { $count } ساعة على الأقل
   *[other] بفاصل { $count } ساعة على الأقل
}
medicines-limit-minutes = { $count ->
    [zero] بفاصل { $count } دقيقة على الأقل
    [one] بفاصل دقيقة واحدة على الأقل
    [two] بفاصل دقيقتين على الأقل
    [few] بفاصل { $count } دقائق على الأقل
    [many] بفاصل { $count } دقيقة على الأقل
   *[other] بفاصل { $count } دقيقة على الأقل
}
medicines-limit-most = لا أكثر من { $amount } خلال 24 ساعة
medicines-plan-each = في كل مرة: { $amount }
medicines-plan-from = ابتداءً من { $from } إلى أن توقفوه
medicines-plan-from-until = من { $from } إلى { $until }
medicines-plan-most = { $count ->
    [zero] ينتهي بعد { $count } جرعة
    [one] ينتهي بعد جرعة واحدة
    [two] ينتهي بعد جرعتين
    [few] ينتهي بعد { $count } جرعات
    [many] ينتهي بعد { $count } جرعة
   *[other] ينتهي بعد { $count } جرعة
}
medicines-line = { $amount } · { $rhythm }

medicines-ended = أُوقف في { $date }
medicines-ended-why = أُوقف في { $date }: { $why }
medicines-held = أوقفه فريقكم المعالج مؤقتًا: { $why }. لا تتناولوه حتى يخبركم الفريق.
medicines-held-until = أوقفه فريقكم المعالج حتى { $until }: { $why }. لا تتناولوه قبل ذلك.
medicines-paused = متوقف مؤقتًا
medicines-record-hold = يقول سجلكم إن هذا الدواء موقوف مؤقتًا. لن نذكّركم به. لا تتناولوه حتى يخبركم فريقكم المعالج.
medicines-record-stopped = يقول سجلكم إن هذا الدواء أُوقف. لن نذكّركم به بعد الآن. اسألوا فريقكم المعالج قبل أن تتناولوا المزيد منه. يمكنكم دائمًا تسجيل ما تناولتموه.
medicines-record-not = يقول سجلكم إنه لا ينبغي لكم تناول هذا الدواء. لن نذكّركم به بعد الآن. اسألوا فريقكم المعالج قبل أن تتناولوا المزيد منه. يمكنكم دائمًا تسجيل ما تناولتموه.
medicines-record-withdrawn = سحبت عيادتكم هذه الوصفة: أُدرجت في سجلكم عن طريق الخطأ. لن نذكّركم بهذا الدواء بعد الآن. اسألوا فريقكم المعالج قبل أن تتناولوا المزيد منه.
medicines-record-not-taken = يقول سجلكم إنكم لا تتناولون هذا الدواء. ما زلنا نذكّركم به. اسألوا فريقكم المعالج عن الصواب.
medicines-record-over = يقول سجلكم إن هذه الوصفة انتهت. ما زلنا نذكّركم بهذا الدواء. اسألوا فريقكم المعالج هل تستمرون في تناوله.
medicines-record-why = { $said } السبب المذكور: { $why }
medicines-prescribed-over = { $status }: { $why }
medicines-prescribed-ended = انتهت الوصفة
medicines-begins = يبدأ في { $date }
medicines-rest = أيام راحة حتى { $last }. الجرعة التالية في { $next }.
medicines-over = انتهت كل جرعات هذه الخطة

medicines-noted-taken = { $name }: سُجّل أنه أُخذ { $when }
medicines-noted-skipped = { $name }: سُجّل أنه تُرك ({ $reason })
medicines-noted-missed = { $name }: سُجّل أن الجرعة فاتت
medicines-noted-later = { $name }: أُجّل حتى { $time }

medicines-ask-taken = هذه الجرعة مسجّلة من قبل
medicines-ask-taken-lead = لم يُسجَّل شيء جديد. إن لم تتناولوه مرة أخرى فاتركوه كما هو.
medicines-ask-taken-yes = تناولته فعلًا مرتين
medicines-ask-taken-no = تناولته مرة واحدة
medicines-ask-said = سُجّل شيء آخر عن هذه الجرعة
medicines-ask-said-lead = لم يُسجَّل شيء جديد. يمكنكم تصحيح ما هو مسجّل.
medicines-ask-said-yes = تصحيح
medicines-ask-said-no = تركه كما هو
medicines-ask-soon = الوقت مبكر على جرعة أخرى
medicines-ask-soon-lead = هل تناولتموه بالفعل؟ إن لم تتناولوه فيُرجى الانتظار. وإذا لم يكن كافيًا فاتصلوا بفريقكم المعالج.
medicines-ask-most = سيكون ذلك أكثر من الحد الأعلى ليوم واحد
medicines-ask-most-lead = هل تناولتموه بالفعل؟ إن لم تتناولوه فلا تتناولوه الآن. وإذا لم يكن كافيًا فاتصلوا بفريقكم المعالج.
medicines-ask-needed-yes = نعم، تناولته بالفعل
medicines-ask-needed-no = لا، سأنتظر
medicines-ask-tells = إذا أُخذت هذه الجرعة الإضافية يُسجَّل ذلك ويُبلَّغ فريقكم المعالج. ثم اتصلوا به واسألوا عمّا يجب فعله.
medicines-noted-when = (سُجّل { $when })

medicines-correct-title = تصحيح ما سُجّل
medicines-correct-what = ماذا حدث فعلًا؟
medicines-correct-taken = تناولته
medicines-correct-skipped = تركته
medicines-correct-missed = فاتتني الجرعة
medicines-correct-save = حفظ التصحيح
medicines-correct-kept = يُحفظ أيضًا ما سُجّل من قبل حتى لا يضيع شيء.
medicines-correct-conflict = تغيّر هذا في أثناء ذلك. يُرجى النظر فيه مرة أخرى.
medicines-error-at = يُرجى التحقق من اليوم والوقت. لا يمكن أن يكونا في المستقبل ولا في زمن بعيد.

medicines-how = طريقة تناوله
medicines-set-by = حدّده { $who }، { $when }
medicines-change-times = تغيير الأوقات
medicines-written = ما كتبه الطبيب الذي وصفه
medicines-written-more = كل ما في ملفكم عنه
medicines-own-text = هذا الدواء في القائمة لأنه أُضيف هنا. لا يتحقق Daybook مما إذا كانت الأدوية تتوافق معًا. اسألوا فريقكم المعالج أو الصيدلي.
medicines-ways = ما يمكنكم فعله
medicines-pause = إيقاف مؤقت
medicines-pause-why = لماذا؟ (اختياري)
medicines-resume = العودة إلى تناوله من الآن
medicines-end = لم أعد أتناوله
medicines-end-why = لماذا انتهى؟ (اختياري)
medicines-end-ask = يُرجى سؤال فريقكم المعالج قبل إيقاف ما وصفه لكم، مؤقتًا أو نهائيًا.
medicines-describe = تغيير الاسم أو الغرض
medicines-describe-save = حفظ
medicines-saved = تم الحفظ
medicines-before = الخطط السابقة
medicines-proposed-text = هناك خطة لم تؤكدوها بعد. لن تسري قبل تأكيدكم.
medicines-review-go = قراءتها وتأكيدها

medicines-add-own = لما تشترونه بأنفسكم: أقراص دون وصفة، فيتامينات، أعشاب. لا يتحقق Daybook مما إذا كانت الأدوية تتوافق معًا. اسألوا فريقكم المعالج أو الصيدلي.
medicines-add-prescribed-lead = وصف لكم مركز العلاج هذا الدواء. نحدد الأوقات معًا ثم تؤكدونها.
medicines-add-name = الاسم
medicines-add-name-hint = كما هو مكتوب على العلبة مع العيار. مثال: Paracetamol 500 mg
medicines-add-purpose = الغرض منه (اختياري)
medicines-add-purpose-hint = مثال: الألم
medicines-add-next = التالي: متى تتناولونه

medicines-moments-lead = الأدوية التي تتناولونها مع وجبة أو عند الاستيقاظ أو النوم تتبع هذه الأوقات.
medicines-moments-label = الوقت: { $moment }
medicines-moments-wrong = يُرجى إدخال وقت.
medicines-moments-order = الوجبات متتابعة: يجب أن تكون هذه بعد التي قبلها.
medicines-moments-save = حفظ الأوقات

medicines-form-title = متى تتناولون { $name }
medicines-form-lead = أخبرونا كما قال لكم الطبيب. ستقرؤون الخطة قبل أن تسري.
medicines-form-together = هناك أمر غير محدد أو لا يمكن قراءته كأوقات. لنحدد الأوقات معًا. وإن لم تكونوا متأكدين فاسألوا فريقكم المعالج أولًا.
medicines-form-weekly = يُؤخذ هذا الدواء مرة واحدة فقط في الأسبوع، في يوم واحد. لا تتناولوه يوميًا أبدًا: قد يؤدي ذلك إلى الموت. إذا قيل لكم غير ذلك فاسألوا فريقكم المعالج.
medicines-form-often = كم مرة؟
medicines-form-days = كل يوم أو كل بضعة أيام
medicines-form-every = كل كم يوم؟ (1: كل يوم)
medicines-form-weekdays = في أيام معينة من الأسبوع
medicines-form-which-days = أي أيام؟
medicines-form-cycle = على دورات: أيام تناول ثم أيام راحة
medicines-form-on = في أي أيام من الدورة؟
medicines-form-on-hint = اليوم 1 هو أول يوم. مثلًا: 1–14 (من اليوم 1 إلى اليوم 14)، أو 1–5, 8–12، أو 1, 8, 15.
medicines-form-length = كم يومًا في الدورة، مع أيام الراحة؟
medicines-form-not-here = في هذه الخطة أجزاء لا يمكن تغييرها هنا دون أن يضيع شيء منها. يُرجى أن تطلبوا من فريقكم المعالج تغييرها.
medicines-error-cycle-days = يُرجى كتابة الأيام من الأصغر إلى الأكبر، بفواصل وشرطات، كل يوم مرة واحدة. مثلًا: 1–5, 8–12
medicines-error-cycle-outside = أحد الأيام خارج الدورة. تُعد الأيام من 1 إلى عدد أيام الدورة.
medicines-error-cycle-alone = هذا يعني يومًا واحدًا فقط. للأيام من 1 إلى 14 اكتبوا 1–14. وليوم واحد فقط، مثل اليوم 8، اكتبوا 8–8.
medicines-form-first = اليوم الأول من دورة
medicines-form-by-hours = كل بضع ساعات
medicines-form-hours = عدد الساعات بين جرعة وأخرى
medicines-form-first-time = وقت الجرعة الأولى
medicines-form-taper = على مراحل: أقل (أو أكثر) بعد أيام
medicines-form-steps = المراحل
medicines-form-step = المرحلة { $number }:
medicines-form-step-days = لعدد الأيام
medicines-form-once = مرة واحدة
medicines-form-once-hint = في اليوم المذكور أدناه، في وقت واحد.
medicines-form-needed = عند الحاجة فقط
medicines-form-least = أقل عدد من الساعات بين جرعتين
medicines-form-most = الحد الأعلى خلال 24 ساعة (كم قرصًا أو بخة أو غيرها)
medicines-form-times = في أي أوقات؟
medicines-form-times-hint = لكل جرعة في اليوم أدخلوا وقتًا أو اختاروا لحظة من يومكم.
medicines-form-time = الوقت { $number }
medicines-form-moment = أو اللحظة { $number }
medicines-form-no-moment = بلا
medicines-form-amounts = كم في كل مرة؟
medicines-form-count = العدد
medicines-form-of = من ماذا
medicines-form-of-hint = كما هو مكتوب على العلبة. مثال: 2 من «قرص 500 mg». يمكن أن تتكون الجرعة من عدة عيارات.
medicines-form-when = من متى إلى متى؟
medicines-form-from = من
medicines-form-until = اليوم الأخير (يُترك فارغًا إن لم يكن هناك)
medicines-form-doses = ينتهي بعد هذا العدد من الجرعات، محسوبة من اليوم الأول (اختياري)
medicines-form-missed = ما يقوله طبيبكم عن جرعة لم تؤخذ (اختياري)
medicines-form-missed-hint = اكتبوا فقط ما قاله لكم، أو ما هو مكتوب في خطتكم. يعرضه Daybook عندما تبقى جرعة بلا رد.
medicines-form-next = قراءة الخطة
medicines-form-nothing-yet = لا يسري شيء قبل أن تؤكدوه في الصفحة التالية.
medicines-form-conflict = غيّر { $who } هذه الخطة ({ $when }). انظروا إلى ما يسري الآن، ثم غيّروها مجددًا إذا لزم الأمر.
medicines-error-times = يُرجى إدخال وقت واحد على الأقل.
medicines-error-times-twice = الوقت نفسه مذكور مرتين، أو هناك أكثر من وقت حيث يُطلب وقت واحد.
medicines-error-weekdays = يُرجى اختيار اليوم أو الأيام.
medicines-error-amounts = يُرجى إدخال العدد كرقم مثل 1 أو 0.5.
medicines-error-most = يجب أن يكفي الحد الأعلى خلال 24 ساعة لجرعة واحدة على الأقل.
medicines-error-week = يجب أن تفصل 7 أيام على الأقل بين جرعتين من هذا الدواء، حتى لو كان في قائمتكم مرتين. هذه الخطة تطلب جرعة قبل ذلك. يُرجى اختيار يوم أول لاحق أو يوم آخر من الأسبوع. إذا لم تكونوا متأكدين فاسألوا فريقكم المعالج.
medicines-error-name-weekly = الدواء بهذا الاسم يُؤخذ مرة واحدة فقط في الأسبوع. ما هو مخطط هنا أكثر من ذلك، أو قريب جدًا من جرعة أخرى منه. يُرجى إنهاؤه هنا أو تغيير أوقاته أولًا. إذا لم تكونوا متأكدين فاسألوا فريقكم المعالج.
medicines-error-name-other = هذا مخطط كدواء يُؤخذ مرة واحدة فقط في الأسبوع. إذا كان دواءً آخر فيُرجى إنهاؤه هنا وإضافة الآخر إلى قائمتكم.

medicines-review-title = هل هذا صحيح؟
medicines-review-lead = قارنوا ذلك بالعلبة أو برسالتكم. لا يسري إلا عندما تؤكدونه.
medicines-review-days = الأيام القادمة
medicines-review-dose = { $time }: { $amount }
medicines-review-none = لا شيء
medicines-review-next = ثم تكون الجرعة التالية في { $date }.
medicines-review-confirm = نعم، هذا صحيح
medicines-review-change = تغييره
medicines-review-conflict = تغيّرت هذه الخطة في أثناء ذلك. يُرجى قراءتها مجددًا.
medicines-review-begin = متى تبدأ الأوقات الجديدة؟
medicines-review-moved = { $count ->
    [zero] لقد أجبتم عن جرعة اليوم: { $times }.
    [one] لقد أجبتم عن جرعة اليوم: { $times }.
    [two] لقد أجبتم عن جرعتي اليوم: { $times }.
    [few] لقد أجبتم عن جرعات اليوم: { $times }.
    [many] لقد أجبتم عن جرعات اليوم: { $times }.
   *[other] لقد أجبتم عن جرعات اليوم: { $times }.
}
medicines-review-tomorrow = غدًا
medicines-review-tomorrow-about = يبقى اليوم كما كان. لا يُسأل عن شيء مرتين.
medicines-review-counts = لا تبدأ بعد اليوم
medicines-review-counts-about = ما أجبتم عنه اليوم محسوب. كانت آخر جرعة في هذه الخطة.
medicines-review-today = اليوم
medicines-review-today-about = يسأل Daybook عن الأوقات الجديدة اليوم أيضًا. لا تختاروا هذا إلا إذا طلب منكم فريقكم المعالج أخذ جرعة أخرى اليوم.
medicines-review-begin-missing = إحدى جرعات اليوم أُجيب عنها. يُرجى اختيار متى تبدأ الأوقات الجديدة.
medicines-review-also = الدواء نفسه موجود في قائمتكم أكثر من مرة: أيضًا باسم { $names }. إذا كانا وصفة واحدة فأنهوا أحدهما. إذا لم تكونوا متأكدين فاسألوا فريقكم المعالج قبل أن تأخذوا الاثنين.

medicines-team-title = لفريق الرعاية
medicines-team-lead = ما تغيّرونه هنا يسري فورًا. يراه الشخص ويرى من فعله.
medicines-team-hold = إيقاف مؤقت
medicines-team-why = لماذا
medicines-team-why-hint = بكلمات بسيطة. يقرأ الشخص هذا.
medicines-team-until = حتى (يبدأ مجددًا صباح ذلك اليوم؛ فارغ: حتى إنهائه)
medicines-team-end-hold = إنهاء الإيقاف
medicines-team-change = تغيير الجرعة ابتداءً من يوم
medicines-team-from = ابتداءً من هذا اليوم
medicines-team-move = نقل اليوم الأول من الدورة التالية
medicines-team-first = اليوم الأول الجديد
medicines-team-first-hint = تتبعه الدورات التالية. وحتى ذلك الحين لا جرعات من دورة جديدة.
medicines-team-conflict = تغيّر هذا في أثناء ذلك. يُرجى النظر فيه مرة أخرى.

medicines-title = الأدوية
medicines-lead = ما عليكم تناوله، وما تناولتموه.
medicines-lead-team = ما يتناوله هذا الشخص كما أكّده، وما سجّله.
medicines-today = اليوم
medicines-today-none = لا شيء يجب تناوله في أوقات محددة اليوم.
medicines-take-now = ما عليكم تناوله
medicines-all = كل الأدوية
medicines-next = التالي: { $name }، { $amount }، الساعة { $time }
medicines-take = تناولته
medicines-take-this = أتناوله الآن
medicines-later = لاحقًا
medicines-minutes = { $count ->
    [zero] بعد { $count } دقيقة
    [one] بعد دقيقة واحدة
    [two] بعد دقيقتين
    [few] بعد { $count } دقائق
    [many] بعد { $count } دقيقة
   *[other] بعد { $count } دقيقة
}
medicines-skip = تخطّي
medicines-skipped = تركته
medicines-skip-why = لماذا؟
medicines-skip-words = بكلماتكم (اختياري)
medicines-reason-effects = آثار جانبية
medicines-reason-unwell = أشعر بتوعك
medicines-reason-out = نفد الدواء
medicines-reason-team = بطلب من فريقي المعالج
medicines-reason-other = سبب آخر
medicines-took-at = تناولته الساعة …
medicines-took-already = تناولته بالفعل
medicines-day = اليوم
medicines-time = الساعة
medicines-note = تسجيل
medicines-error-note = تعذّر التسجيل: تغيّر شيء في أثناء ذلك أو أن الوقت غير مناسب. لم يُحفظ شيء. يُرجى النظر مرة أخرى.
medicines-undo = تراجع
medicines-beyond = أُبلغ فريقكم المعالج. اتصلوا به الآن واسألوا عمّا يجب فعله. إذا ساءت حالتكم كثيرًا فاطلبوا المساعدة فورًا.
medicines-state-due = حان وقته
medicines-state-later = أُجّل حتى { $time }
medicines-state-held = موقوف مؤقتًا: لا تتناولوه الآن
medicines-state-unanswered = بلا إجابة
medicines-state-taken = تم تناوله الساعة { $time }
medicines-state-twice = تم تناوله مرتين
medicines-state-skipped = تُرك: { $reason }
medicines-state-missed = فاتت الجرعة
medicines-by = سجّله { $name }
medicines-correct = تصحيح
medicines-if-missed = إذا لم تُؤخذ جرعة يقول الطبيب الذي وصفها:
medicines-not-two = إذا لم تتناولوه: لا تتناولوا جرعتين معًا. اسألوا فريقكم المعالج.
medicines-unanswered = لم يُجب عنها بعد
medicines-unanswered-lead = لا نعرف هل أُخذت هذه الجرعات. أخبرونا بما حدث.
medicines-unanswered-some = هناك جرعات لم يُجب عنها بعد.
medicines-unanswered-count = { $count ->
    [zero] { $count } جرعة بلا إجابة
    [one] جرعة واحدة بلا إجابة
    [two] جرعتان بلا إجابة
    [few] { $count } جرعات بلا إجابة
    [many] { $count } جرعة بلا إجابة
   *[other] { $count } جرعة بلا إجابة
}
medicines-missed = فاتتني الجرعة
medicines-needed = عند الحاجة
medicines-last = أُخذ آخر مرة { $when }
medicines-last-none = لم يؤخذ خلال آخر 24 ساعة
medicines-next-at = مجددًا ابتداءً من { $when }
medicines-next-now = يمكنكم تناوله الآن
medicines-next-unlimited = لا تذكر خطتكم أي حد لهذا الدواء. تناولوه كما أخبركم فريقكم المعالج.
medicines-list = أدويتي
medicines-none = لا يوجد دواء في القائمة بعد
medicines-none-text = يظهر هنا ما يصفه مركز العلاج. ويمكنكم أيضًا إضافة أدويتكم الخاصة مثل مسكّن للألم أو أعشاب.
medicines-ended-title = لم تعد تُؤخذ
medicines-new = إضافة دواء خاص بي
medicines-moments = أوقات وجباتي
medicines-own = خاص بي
medicines-proposed = ينتظر تأكيدكم
medicines-beyond-badge = أُخذ أكثر من المقرر
medicines-no-plan = لم تُحدَّد أوقات بعد
medicines-set-times = لنحدد الأوقات معًا
