### شخص آخر يُخبَر عندما تبقى جرعة بلا رد.

medicines-told-lead = يمكن أن تصل رسالة إلكترونية إلى شخص آخر عندما تبقى جرعة بلا رد. يجب أن يوافق أولًا. يمكنكم إيقاف ذلك في أي وقت، ويمكنه هو أيضًا.
medicines-told-asked = نرسل إليه رسالة الآن. قد يستغرق ذلك بضع دقائق.
medicines-told-saved = حُفظ اختياركم.
medicines-told-ended = لم يعد أحد آخر يُخبَر.
medicines-told-yours = الشخص الذي اخترتموه
medicines-told-waiting = لم يرد بعد. يعمل الرابط الذي في الرسالة حتى { $day }، الساعة { $time }.
medicines-told-unsent = تعذّر إرسال الرسالة إلى هذا العنوان. يُرجى التحقق منه.
medicines-told-expired = لم يرد في الوقت المحدد. لم يعد الرابط الذي في الرسالة يعمل.
medicines-told-agreed = وافق في { $day }. تصله رسالة إلكترونية عندما تبقى جرعة بلا رد.
medicines-told-refused = رفض في { $day }. لا تصله رسائل.
medicines-told-stopped = أنهى ذلك في { $day }. لم تعد تصله رسائل.
medicines-told-idle = لم تعودوا تتناولون أيًّا من الأدوية التي اخترتموها في أوقات محددة. لن تصل أي رسالة حتى تختاروا غيرها.
medicines-told-end = التوقف عن إخباره
medicines-told-withdraw = سحب الرسالة
medicines-told-what = ما الذي يُخبَر به
medicines-told-save = حفظ
medicines-told-choose = اختيار شخص
medicines-told-address = عنوان بريده الإلكتروني
medicines-told-address-hint = تصله رسالة أولًا. لا يُخبَر بشيء قبل أن يوافق.
medicines-told-address-no = رفض هذا الشخص قبل وقت قصير. تحدّثوا معه أولًا.
medicines-told-called = بماذا تسميكم الرسائل (اختياري)
medicines-told-called-hint = مثلًا اسمكم الأول. إن تركتموه فارغًا تقول الرسائل «شخص».
medicines-told-called-wrong = يُرجى استعمال الحروف والمسافات والشرطات فقط، 40 على الأكثر.
medicines-told-language = لغة الرسائل
medicines-told-wording = ماذا تقول الرسائل
medicines-told-discreet = أن جرعة بقيت بلا رد فقط
medicines-told-discreet-about = من يقرأ الرسالة لا يعرف أي دواء هو.
medicines-told-named = اسم الدواء أيضًا
medicines-told-named-about = قد يقرأ آخرون الرسالة في طريقها.
medicines-told-which = أي الأدوية
medicines-told-all = كل ما أتناوله في أوقات محددة
medicines-told-chosen = هذه فقط
medicines-told-chosen-missing = يُرجى اختيار دواء واحد على الأقل، أو الكل.
medicines-told-ask = إرسال الرسالة إليه
medicines-told-honest = قد تصل الرسالة متأخرة أو لا تصل، ولا يلزم أحدًا أن يفعل شيئًا. ربما تم تناول الجرعة رغم أنها بلا رد. هذا ليس طلبًا للنجدة.

## الصفحات التي تؤدي إليها الرسائل.
medicines-told-letter-title = هل يمكن أن يكتب إليكم Daybook؟
medicines-told-letter = شخص تعرفونه يسجّل في Daybook ما يتناوله. يود أن تصلكم رسالة إلكترونية عندما تبقى جرعة بلا رد.
medicines-told-letter-name = هذا طلب من { $name }: أن تصلكم رسالة إلكترونية عندما تبقى جرعة مسجّلة في Daybook بلا رد.
medicines-told-letter-about = لا تحتاجون إلى حساب، ولا ترون شيئًا آخر. لا يلزمكم أن تفعلوا شيئًا عندما تصل رسالة كهذه. في كل رسالة رابط ينهيها.
medicines-told-silence = عدم وصول رسالة لا يعني أن كل شيء قد أُخذ.
medicines-told-yes = نعم، اكتبوا إليّ
medicines-told-no = لا، لا تكتبوا إليّ
medicines-told-stop-title = هل تريدون إنهاء هذه الرسائل؟
medicines-told-stop-about = شخص تعرفونه يود أن تصلكم رسالة إلكترونية عندما تبقى جرعة بلا رد. إن أنهيتم ذلك فلن تصل رسائل أخرى. يستطيع ذلك الشخص أن يرى هذا في Daybook.
medicines-told-stop-name = رغبة { $name } أن تصلكم رسالة إلكترونية عندما تبقى جرعة بلا رد. إن أنهيتم ذلك فلن تصل رسائل أخرى. يستطيع ذلك الشخص أن يرى هذا في Daybook.
medicines-told-stop = إنهاء هذه الرسائل
medicines-told-gone-title = لم يعد هذا الرابط يعمل
medicines-told-gone = إما أنه استُعمل، أو أنه قديم جدًا، أو أن الأمر انتهى. لا حاجة إلى أن تفعلوا شيئًا.
medicines-told-done-yes-title = شكرًا لكم
medicines-told-done-yes = ستصلكم رسالة إلكترونية عندما تبقى جرعة بلا رد. في كل رسالة رابط ينهيها. يمكنكم إغلاق هذه الصفحة.
medicines-told-done-no-title = لن يكتب إليكم Daybook
medicines-told-done-no = يستطيع الشخص الذي أعطى عنوانكم أن يرى في Daybook أنكم رفضتم. يمكنكم إغلاق هذه الصفحة.
medicines-told-done-stop-title = انتهت الرسائل
medicines-told-done-stop = لن تصل رسائل أخرى. يستطيع الشخص الذي اختاركم أن يرى ذلك في Daybook. يمكنكم إغلاق هذه الصفحة.

## الرسائل.
medicines-told-mail-subject = هل يمكن أن يكتب إليكم Daybook؟
medicines-told-mail-open = لتقولوا نعم أو لا، افتحوا هذه الصفحة واختاروا فيها:
medicines-told-mail-valid = يعمل الرابط 7 أيام. إن لم تفعلوا شيئًا فلن تصل رسائل.
medicines-told-mail-doses = { $count ->
    [zero] بقيت { $count } جرعة بلا رد حتى الآن.
    [one] بقيت جرعة واحدة بلا رد حتى الآن.
    [two] بقيت جرعتان بلا رد حتى الآن.
    [few] بقيت { $count } جرعات بلا رد حتى الآن.
    [many] بقيت { $count } جرعة بلا رد حتى الآن.
   *[other] بقيت { $count } جرعة بلا رد حتى الآن.
}
medicines-told-mail-names = الأمر يخص: { $medicines }
medicines-told-mail-perhaps = { $count ->
    [zero] ربما تم تناولها رغم ذلك. ربما تودون السؤال عن الحال.
    [one] ربما تم تناولها رغم ذلك. ربما تودون السؤال عن الحال.
    [two] ربما تم تناولهما رغم ذلك. ربما تودون السؤال عن الحال.
    [few] ربما تم تناولها رغم ذلك. ربما تودون السؤال عن الحال.
    [many] ربما تم تناولها رغم ذلك. ربما تودون السؤال عن الحال.
   *[other] ربما تم تناولها رغم ذلك. ربما تودون السؤال عن الحال.
}
medicines-told-mail-stop = لإنهاء هذه الرسائل افتحوا هذه الصفحة:

## ما تقوله أيضًا الصفحات التي لها نص برمجي.
medicines-told-title = إخبار شخص آخر
