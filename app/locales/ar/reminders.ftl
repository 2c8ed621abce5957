### التذكير بالبريد: إعطاء عنوان، واختيار ما يصل، والرسائل نفسها.

reminders-title = التذكير
reminders-lead = يستطيع Daybook أن يخبرك عندما ينتظرك شيء هنا. ولا يقول ما هو إلا إذا اخترت ذلك.
reminders-on = مفعّل
reminders-off = لم يُضبط بعد
reminders-inbox = صندوق الوارد
reminders-inbox-unread = { $count ->
    [zero] لا إشعارات جديدة
    [one] إشعار جديد واحد
    [two] إشعاران جديدان
    [few] { $count } إشعارات جديدة
    [many] { $count } إشعارًا جديدًا
   *[other] { $count } إشعار جديد
}
reminders-no-mail = لا يستطيع Daybook إرسال البريد الإلكتروني الآن. يُرجى سؤال مركز العلاج.

## ما حدث للتو.
reminders-asked = نرسل الآن رمزًا إلى هذا العنوان. قد يستغرق ذلك بضع دقائق.
reminders-confirmed = تم تأكيد عنوانك.
reminders-removed = أُزيل عنوانك. لن تصل رسائل أخرى.
reminders-saved = تم حفظ اختيارك.

## العنوان.
reminders-yours = عنوان بريدك الإلكتروني
reminders-another = استعمال عنوان آخر
reminders-since = تم التأكيد في { $day }
reminders-address = عنوان البريد الإلكتروني
reminders-address-hint = مثلًا name@example.org. اختر عنوانًا لا يقرؤه أحد غيرك.
reminders-address-missing = يُرجى كتابة عنوان بريدك الإلكتروني.
reminders-address-wrong = لا يمكننا استعمال عنوان البريد هذا. يُرجى التحقق منه.
reminders-too-many = طُلبت رسائل كثيرة اليوم. يُرجى المحاولة مرة أخرى غدًا.
reminders-ask = أرسلوا إليّ رمزًا
reminders-remove = إزالة هذا العنوان
reminders-test = أرسلوا إليّ رسالة تجريبية
reminders-test-waiting = الرسالة التجريبية في الطريق.
reminders-test-failing = لم يمكن إرسال الرسالة التجريبية بعد. يواصل Daybook المحاولة.
reminders-test-sent = أُرسلت الرسالة التجريبية في الساعة { $time }. إن لم تجدها فانظر في مجلد الرسائل غير المرغوب فيها.
reminders-test-refused = لم يمكن إرسال الرسالة التجريبية إلى هذا العنوان. يُرجى التحقق منه أو استعمال عنوان آخر.
reminders-look-again = النظر مرة أخرى

## الرمز.
reminders-confirm-title = أكّد عنوانك
reminders-sent-to = أرسلنا رمزًا إلى:
reminders-until = يصلح الرمز حتى { $day }، الساعة { $time }.
reminders-code = الرمز من الرسالة
reminders-code-wrong = ليس هذا هو الرمز من أحدث رسالة. بعد 5 محاولات خاطئة يتوقف الرمز عن العمل.
reminders-code-over = لم يعد هذا الرمز صالحًا. يُرجى طلب رمز جديد.
reminders-confirm = تأكيد
reminders-not-there = ألم يصل شيء بعد بضع دقائق؟ انظر في مجلد الرسائل غير المرغوب فيها، أو تحقق من العنوان، أو اطلب إرسال الرمز مرة أخرى.
reminders-again = إرسال الرمز مرة أخرى
reminders-cancel = عدم استعمال هذا العنوان

## الإشعارات على الأجهزة.
reminders-push-title = الإشعارات على أجهزتك
reminders-push-none = لا يرسل Daybook هذا إشعارات. يمكنك اختيار البريد الإلكتروني.
reminders-push-script = تحتاج الإشعارات إلى JavaScript، وهو متوقف في هذا المتصفح.
reminders-push-unsupported = لا يستطيع هذا المتصفح عرض إشعارات Daybook. يمكنك استعمال متصفح آخر أو البريد الإلكتروني.
reminders-push-home-screen = على iPhone أو iPad تحتاج الإشعارات إلى إضافة Daybook إلى الشاشة الرئيسية. اضغط على مشاركة، ثم إضافة إلى الشاشة الرئيسية. افتح Daybook من هناك وعد إلى هذه الصفحة.
reminders-push-denied = إشعارات Daybook محظورة في هذا المتصفح. لتغيير ذلك افتح إعدادات هذا الموقع في متصفحك واسمح بالإشعارات، ثم حمّل هذه الصفحة من جديد.
reminders-push-working = لحظة من فضلك. يسأل المتصفح خدمة الإشعارات الخاصة به.
reminders-push-here = الإشعارات مفعّلة في هذا المتصفح.
reminders-push-off = يستطيع Daybook عرض إشعار على هذا الجهاز عندما ينتظرك شيء. سيسألك متصفحك إن كنت تسمح بذلك.
reminders-push-turn-on = تفعيل الإشعارات هنا
reminders-push-failed = لم يستطع المتصفح تفعيل الإشعارات. ربما لم يستطع الوصول إلى خدمة الإشعارات. إذا كانت مفعّلة هنا من قبل فربما لم تعد كذلك: أعد المحاولة لاحقًا.
reminders-push-try-again = المحاولة مرة أخرى
reminders-push-honest = قد يصل الإشعار متأخرًا أو لا يصل أبدًا: عندما يكون الجهاز مغلقًا أو يوفر الطاقة أو بلا شبكة. يُرجى عدم الاعتماد عليه وحده.
reminders-push-devices = الأجهزة التي تعرض الإشعارات
reminders-push-send-test = إرسال تجربة إلى أجهزتي
reminders-push-gone = منذ { $day } لم يعد هذا الجهاز يتلقى إشعارات. لاستعادتها فعّلها على ذلك الجهاز.
reminders-push-refused = رُفض آخر إشعار. فعّل الإشعارات من جديد على ذلك الجهاز.
reminders-push-last = أُرسل آخر إشعار في { $day }
reminders-push-since = مفعّلة منذ { $day }
reminders-push-tested = أُرسلت التجربة في الساعة { $time }. يُفترض أن تظهر خلال دقيقة.
reminders-push-forget = نسيان
reminders-push-forget-which = نسيان { $device }
reminders-push-done = الإشعارات مفعّلة. يمكنك إرسال تجربة.
reminders-push-forgotten = نُسي الجهاز. لن تصل إليه إشعارات.
reminders-push-too-many = لديك أكبر عدد من الأجهزة التي يستطيع Daybook إشعارها. يُرجى نسيان جهاز أولًا.
reminders-push-unknown = لا يعرف Daybook خدمة الإشعارات في هذا المتصفح. يُرجى استعمال متصفح آخر أو البريد الإلكتروني.
reminders-push-tests = طُلبت تجارب كثيرة اليوم. يُرجى المحاولة مرة أخرى غدًا.

## ما يقوله الإشعار. لا يذكر اسم أحد ولا يقول شيئًا عن الصحة.
reminders-push-waits = لديك شيء تقوم به
reminders-push-test = هذه هي التجربة التي طلبتها.

## صندوق الوارد.
reminders-inbox-lead = ما أخبرك به Daybook في آخر 30 يومًا، أيًا كانت الطريقة.
reminders-inbox-read = وضع علامة مقروء على الكل
reminders-inbox-choose = اختيار ما يُرسل إليك
reminders-inbox-empty = لا شيء هنا
reminders-inbox-empty-text = عندما ينتظرك شيء يكتبه Daybook هنا.
reminders-inbox-new = جديد
reminders-inbox-at = { $day }، { $time }

## ما يصل، ومتى.
reminders-which = الإشعارات التي تصلك
reminders-which-about = ما ينتظرك موجود دائمًا في صندوق الوارد في Daybook. هنا تختار ما يُرسل إليك أيضًا.
reminders-kind-symptom-check = عندما يحين وقت أن تقول كيف حالك
reminders-kind-medicine = عندما يحين وقت دواء
reminders-kind-results = عندما يوجد جديد في سجلك
reminders-kind-worklist = عندما ينتظر شيء فريقك
reminders-kind-symptom-check-about = مرة عندما يحين الوقت، ومرة أخرى إن لم يتم ذلك بعد.
reminders-kind-medicine-about = في الأوقات التي حددتها لأدويتك.
reminders-kind-results-about = لا يقول الإشعار ما هو الجديد.
reminders-kind-worklist-about = في أي ساعة. لا يذكر الإشعار اسم أحد.
reminders-by-mail = بالبريد الإلكتروني
reminders-by-push = كإشعار على الجهاز
reminders-wording = ماذا يقول الإشعار
reminders-discreet = أن هناك شيئًا عليك القيام به فقط
reminders-discreet-about = من يراه غيرك لا يعرف شيئًا عن صحتك.
reminders-plain = موضوع الإشعار
reminders-plain-about = مثل اسم الدواء. قد يظهر على شاشة مقفلة. ولا يحتوي أبدًا على قيم.
reminders-quiet = ساعات الهدوء
reminders-quiet-hint = لا تصل إشعارات في هذه الساعات، بل تنتظر حتى تنتهي. اختيار الساعة نفسها مرتين يعني عدم وجود ساعات هدوء.
reminders-quiet-from = من
reminders-quiet-until = إلى
reminders-quiet-medicines = تأجيل تذكيرات الأدوية أيضًا
reminders-quiet-medicines-hint = دون هذا الخيار يصل تذكير الدواء في موعده، حتى في الليل.
reminders-save = حفظ

## موضوع الإشعار بكلمات بسيطة.
reminders-said-symptom-check = حان وقت أن تقول كيف حالك
reminders-said-medicine = حان وقت { $medicine }
reminders-said-medicine-unnamed = حان وقت دواء
reminders-said-late = وصلت تذكيرات بالأدوية متأخرة. انظر في Daybook إلى ما لم يتم بعد.
reminders-said-results = يوجد جديد في سجلك
reminders-said-worklist = شيء ينتظر فريقك
reminders-said-unanswered = طلب شخص من Daybook أن يخبرك عندما يبقى شيء بلا رد. ولم يصل رد. ربما تود أن تسأل عن حاله.
reminders-said-unanswered-name = طلب { $name } من Daybook أن يخبرك عندما يبقى شيء بلا رد. ولم يصل رد. ربما تود أن تسأل عن حاله.

## الرسائل. لا تذكر اسم أحد ولا تقول شيئًا عن الصحة.
reminders-mail-hello = مرحبًا،
reminders-mail-code-subject = رمزك في Daybook
reminders-mail-code = هذا الرمز يؤكد عنوان بريدك الإلكتروني للتذكير:
reminders-mail-code-where = اكتبه في هذه الصفحة من Daybook:
reminders-mail-code-valid = يصلح الرمز 24 ساعة.
reminders-mail-test-subject = رسالة تجريبية من Daybook
reminders-mail-test = هذه هي الرسالة التجريبية التي طلبتها. رسائل Daybook تصل إليك.
reminders-mail-waits-subject = شيء ينتظرك في Daybook
reminders-mail-waits = شيء ينتظرك في Daybook. يُرجى تسجيل الدخول لرؤيته:
reminders-mail-from = كتب Daybook هذه الرسالة من تلقاء نفسه، ولا يقرأ أحد الرد عليها.
reminders-mail-not-you = ألم تطلب هذا؟ إذن لا حاجة إلى أن تفعل شيئًا. من دون الرمز لا يُستعمل هذا العنوان.
reminders-mail-stop = لتغيير هذه الرسائل أو إيقافها سجّل الدخول وافتح هذه الصفحة، أو اسأل من يدير Daybook لك:
reminders-mail-unanswered-subject = طُلب من Daybook أن يخبرك بشيء
reminders-mail-unanswered-stop = تصلك هذه الرسالة لأن شخصًا أعطى عنوانك وأنت أكدته. لإيقافها أخبر ذلك الشخص، أو من يدير Daybook له.
