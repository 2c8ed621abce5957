### Letters, sign-in, devices.

account-sign-in = تسجيل الدخول
account-sign-in-wrong = لم يتم تسجيل الدخول بعد
account-sign-in-no-match = الاسم وعبارة المرور غير متطابقين. يُرجى المحاولة مرة أخرى.
account-name = اسم الدخول
account-passphrase = عبارة المرور
account-have-letter = لدي رسالة فيها رمز
account-cannot-sign-in = لا أستطيع تسجيل الدخول
account-signed-out-notice = تم تسجيل خروجكم. ولا يبقى شيء من بياناتكم على هذه الصفحة.

## Someone who can't sign in.
account-lost-title = إذا تعذّر عليكم تسجيل الدخول
account-lost-lead = لا أحد يستطيع معرفة عبارة مروركم، ولا حتى مركز العلاج. الحل هو رسالة جديدة.
account-lost-ask = اطلبوا رسالة جديدة من فريقكم المعالج. تتسلمونها باليد، أو تصلكم بالبريد أو بالبريد الإلكتروني.
account-lost-use = افتحوا Daybook بالرمز الذي في الرسالة الجديدة، واختاروا عبارة مرور جديدة. يبقى ملفكم كما هو.
account-lost-ends = تتوقف عبارة المرور القديمة عن العمل، وتنتهي الجلسات على كل الأجهزة.

## The letter, step 1.
account-enrol-title = افتحوا Daybook الخاص بكم
account-enrol-lead = لتكن رسالة مركز العلاج في متناول يدكم. يستغرق هذا نحو دقيقتين.
account-step = الخطوة { NUMBER($at) } من { NUMBER($of) }
account-code = الرمز الذي في رسالتكم
account-code-hint = 12 خانة من الحروف والأرقام، مثل { $example }. الشرطات لا تهم.
account-code-malformed = يتكون الرمز من 12 خانة من الحروف والأرقام. يُرجى التحقق منه.
account-code-no-match = الرمز والمعلومة الثانية غير متطابقين. يُرجى التحقق من الاثنين. بعد 5 محاولات خاطئة لا تعود الرسالة صالحة.
account-code-expired = استُخدمت هذه الرسالة من قبل، أو أصبحت قديمة. يُرجى طلب رسالة جديدة من فريقكم المعالج.
account-birth = تاريخ الميلاد
account-birth-hint = مثلًا { $example }
account-birth-day = اليوم
account-birth-month = الشهر
account-birth-year = السنة
account-birth-wrong = يُرجى كتابة اليوم، والشهر برقم من 1 إلى 12، والسنة من 4 أرقام.
account-number = الرقم الذي أُعطي لكم
account-number-hint = 6 أرقام. أعطاكم إياها مدير النظام بمعزل عن الرسالة.
account-staff-letter = أعمل في الفريق المعالج
account-patient-letter = أنا من المرضى
account-continue = متابعة
account-have-account = لدي حساب في Daybook
account-check-wrong = يُرجى التحقق مما كتبتموه

## The letter, step 2.
account-choose-title = اختاروا طريقة الدخول
account-choose-hello = مرحبًا { $name }
account-choose-again = سبق أن استخدمتم Daybook. يمكنكم الاحتفاظ باسم الدخول أو اختيار غيره.
account-name-hint = أي اسم يسهل عليكم تذكره. ليس من الضروري أن يكون عنوان بريد إلكتروني.
account-name-taken = هذا الاسم مستخدم بالفعل. يُرجى اختيار اسم آخر.
account-name-too-short = يتكون الاسم من حرفين على الأقل.
account-name-too-long = يتكون الاسم من 60 حرفًا على الأكثر.
account-passphrase-hint = 15 حرفًا على الأقل. أربع كلمات متتالية أو خمس خيار جيد. يمكنكم لصق العبارة.
account-passphrase-too-short = تتكون عبارة المرور من 15 حرفًا على الأقل. أربع كلمات متتالية أو خمس خيار جيد.
account-passphrase-too-long = تتكون عبارة المرور من 256 حرفًا على الأكثر.
account-passphrase-too-common = من السهل تخمين عبارة المرور هذه. جرّبوا أربع كلمات أو خمسًا لا صلة بينها.
account-zone = المنطقة الزمنية
account-zone-hint = لتظهر الأوقات بتوقيت المكان الذي أنتم فيه.
account-zone-wrong = يُرجى اختيار منطقة زمنية من القائمة.
account-privacy-read = قرأت كيف تُستخدم بياناتي
account-privacy-missing = اقرؤوا كيف تُستخدم بياناتكم، ثم ضعوا علامة في المربع.
account-open = فتح Daybook الخاص بي
account-ticket-gone = مرّ وقت طويل. يُرجى البدء من جديد برسالتكم.
account-begin-again = البدء من جديد

## More.
account-signed-in-as = الدخول باسم { $name }
account-settings = الإعدادات
account-devices = أجهزتي
account-devices-lead = هذه هي الأجهزة التي دخلتم منها. أنهوا الجلسة على كل جهاز لا تعرفونه.
account-devices-count = { $count ->
    [zero] لا جلسة مفتوحة على أي جهاز
    [one] جلسة مفتوحة على جهاز واحد
    [two] جلسات مفتوحة على جهازين
    [few] جلسات مفتوحة على { $count } أجهزة
    [many] جلسات مفتوحة على { $count } جهازًا
   *[other] جلسات مفتوحة على { $count } جهاز
}
account-this-device = هذا الجهاز
account-device-since = تسجيل الدخول في { $day }، وآخر استخدام في { $used }
account-device-end = إنهاء الجلسة
account-device-end-which = إنهاء الجلسة على { $device }
account-device-unknown = متصفح
account-device-browser = { $browser } على { $system }
account-leave = المغادرة
account-sign-out = تسجيل الخروج

## Showing who one is again.
account-confirm = تأكيد
account-confirm-title = يُرجى تأكيد هويتكم
account-confirm-lead = جلستكم مفتوحة. في هذه الخطوة يسألكم Daybook مرة أخرى، حتى لا يقوم بها أحد غيركم على جهازكم.
account-confirm-wrong = لم يتم التأكيد بعد
account-confirm-no-match = هذه ليست عبارة مروركم. يُرجى المحاولة مرة أخرى.

## The second step at sign-in.
account-factor = خطوة ثانية عند تسجيل الدخول
account-factor-none = غير مفعّلة
account-factor-on = تطبيق الرموز: مفعّل منذ { $day }
account-factor-lead = بعد عبارة المرور يطلب Daybook رمزًا من تطبيق على هاتفكم. فمن يعرف عبارة مروركم لا يستطيع الدخول مع ذلك.
account-factor-required = هذه الخطوة الثانية ضرورية لأعضاء الفريق المعالج. تنفتح الصفحات الأخرى فور إتمامها.
account-factor-app = تحتاجون إلى تطبيق رموز على هاتفكم، ويسمى أيضًا تطبيق المصادقة. يوجد مثله في هواتف كثيرة، وتتوفر تطبيقات مجانية. يستغرق هذا نحو ثلاث دقائق.
account-factor-choice = ننصحكم بها. ويمكنكم استخدام Daybook من دونها أيضًا.
account-factor-set-up = تفعيلها
account-factor-show = كتابة رمز
account-factor-code-app = تطبيق الرموز
account-factor-replace = استخدام هاتف آخر أو تطبيق آخر
account-factor-turn-off = إيقافها
account-factor-turn-off-text = عندئذ تكفي عبارة المرور وحدها لفتح Daybook الخاص بكم. وتتوقف رموز الطوارئ عن العمل.
account-recovery = رموز الطوارئ
account-recovery-text = ليوم لا يكون فيه هاتفكم معكم. كل رمز يتيح لكم الدخول مرة واحدة.
account-recovery-left = الرموز المتبقية: { NUMBER($left) } من { NUMBER($all) }
account-recovery-new = إنشاء رموز طوارئ جديدة
account-recovery-new-text = تتوقف الرموز القديمة بعدها عن العمل.
account-recovery-used = سجّلتم الدخول برمز طوارئ. لم يعد هذا الرمز صالحًا.

## Connecting a code app.
account-set-up-title = ربط تطبيق الرموز
account-set-up-add = افتحوا تطبيق الرموز على هاتفكم، وأضيفوا فيه حسابًا جديدًا.
account-set-up-scan = وجّهوا الهاتف نحو هذه الصورة.
account-set-up-qr = رمز QR فيه مفتاح تطبيق الرموز
account-set-up-type = أو اكتبوا هذا المفتاح في التطبيق:
account-set-up-here = فتح تطبيق الرموز على هذا الجهاز
account-set-up-on = تفعيل
account-set-up-expired = كانت الصورة قديمة. يُرجى استخدام هذه الصورة الجديدة.
account-totp = الرمز من التطبيق
account-totp-hint = 6 أرقام. تتغير كل نصف دقيقة.
account-totp-no-match = هذا الرمز غير صحيح، أو سبق استخدامه. يُرجى انتظار الرمز التالي والمحاولة مرة أخرى.

## New recovery codes.
account-codes-title = احتفظوا برموز الطوارئ هذه
account-codes-lead = إذا فقدتم هاتفكم، يتيح لكم كل رمز من هذه الرموز الدخول مرة واحدة. تظهر الرموز الآن فقط.
account-codes-keep = اطبعوا هذه الصفحة أو انسخوا الرموز بخط اليد. احتفظوا بها مع أوراقكم المهمة، لا على هاتفكم.
account-codes-save = حفظ كملف نصي
account-codes-file = رموز الطوارئ لـ Daybook، اسم الدخول: { $name }
account-codes-kept = احتفظت بها
account-codes-gone = تظهر رموز الطوارئ مرة واحدة فقط. إذا فقدتموها، يمكنكم إنشاء رموز جديدة.

## The second step at the door.
account-code-title = خطوة أخيرة
account-code-lead = عبارة المرور صحيحة. اكتبوا الآن رمزًا من تطبيق الرموز.
account-totp-or-recovery = الرمز
account-totp-or-recovery-hint = الأرقام الستة التي تظهر في تطبيق الرموز، أو أحد رموز الطوارئ.
account-code-over = مرّ وقت طويل. يُرجى تسجيل الدخول من جديد.
account-code-lost = ليس معي الهاتف ولا رموز الطوارئ
account-demo-code = رمز { $name } هو { $code }.

## The warning before a session ends.
account-ending = ستنتهي جلستكم قريبًا
account-ending-text = لم تستخدموا Daybook منذ مدة. هل تريدون إبقاء الجلسة مفتوحة؟
account-ending-stay = إبقاء الجلسة مفتوحة

## The demonstration.
account-demo-title = هذا عرض تجريبي
account-demo-text = هؤلاء الأشخاص من نسج الخيال. سجّلوا الدخول بأحد أسمائهم:
account-demo-sign-in = تسجيل الدخول باسم { $name }
