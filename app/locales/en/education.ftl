### Education: what helps, at the time when it helps. General facts in words of our own, with the sources named
### in `domain/src/education/advice.rs`; no name and no dose of a medicine. (server)

## Self-care advice that fits the answers of a report.

education-pain = Pain
education-pain-1 = Most pain can be eased. You do not have to put up with it.
education-pain-2 = Take the medicine your team gave you for pain at the times they told you. Do not wait until the pain is bad.
education-pain-3 = Write down when it hurts, where, and what helps. That helps your team to help you.
education-pain-4 = Find a position that feels good. Slow breathing, music or company can take your mind off the pain.
education-pain-call = Call your team if the pain is new or stronger, keeps you awake, or does not get better with your medicine. Call at once if you have new, strong pain in your back or chest.

education-tiredness = Tiredness
education-tiredness-1 = Take short rests of half an hour or less, so that you still sleep at night.
education-tiredness-2 = Move a little each day. A short walk can give you energy. Ask your team what is right for you.
education-tiredness-3 = Do what matters most to you when you have the most energy. The rest can wait.
education-tiredness-4 = Let other people help with the house, shopping or driving.
education-tiredness-call = Call your team if you are too tired to get up or to eat, if it got much worse within a few days, or if you feel dizzy or faint.

education-nausea = Nausea
education-nausea-1 = Take the medicine your team gave you for nausea just as they told you. It often works best before you feel sick.
education-nausea-2 = Eat five or six small meals instead of three large ones.
education-nausea-3 = Plain, cool food is often easier than fatty, fried, spicy or very sweet food.
education-nausea-4 = Take small sips through the whole day. If smells bother you, let someone else cook and open a window.
education-nausea-call = Call your team if the medicine does not help, or if you can hardly eat or drink for a day.

education-vomiting = Vomiting
education-vomiting-1 = Rest your stomach for a while after you vomit. Then take small sips of water or another clear drink.
education-vomiting-2 = When drinks stay down, try a little plain food, such as crackers, rice or toast.
education-vomiting-3 = Sit up while you eat, and for an hour after.
education-vomiting-4 = If your medicine came up again, ask your team what to do. Do not take it twice on your own.
education-vomiting-call = Call your team if you vomit several times in a day, or if you can’t keep your medicine down. Call at once if no drink stays down for a day, or if there is blood in it.

education-constipation = Constipation
education-constipation-1 = Drink through the whole day, unless your team told you to drink less. Warm drinks may help.
education-constipation-2 = Move as much as you can. Even a short walk helps the bowels.
education-constipation-3 = Fruit, vegetables and whole grains help many people. Ask your team first if you had surgery on your bowel, or a blocked bowel.
education-constipation-4 = Use only those medicines for it that your team gave you or agreed to.
education-constipation-call = Call your team if you have had no bowel movement for three days, or if there is blood. Call at once if your belly is swollen and hurts, or if you vomit too.

education-diarrhoea = Diarrhea
education-diarrhoea-1 = Drink often, to make up for what you lose: water, clear soup, or drinks with salts from the pharmacy.
education-diarrhoea-2 = Eat small, plain meals, such as rice, bananas, toast or boiled potatoes.
education-diarrhoea-3 = For now, leave out fatty, fried and spicy food, alcohol, coffee, and milk if it makes it worse.
education-diarrhoea-4 = Ask your team before you take any medicine for it. Wash gently with warm water and pat your skin dry.
education-diarrhoea-call = Call your team if you go at least four times a day more than usual, if it wakes you at night, or if it lasts longer than a day. Call at once if there is blood, if you have a fever, or if you feel faint.

education-breathlessness = Shortness of breath
education-breathlessness-1 = Sit upright, or lean forward with your arms resting on a table or on your thighs. Let your shoulders drop.
education-breathlessness-2 = Breathe in slowly through your nose. Breathe out slowly, as if you cooled hot soup.
education-breathlessness-3 = Cool air on your face can help, from an open window or a small fan.
education-breathlessness-4 = Plan breaks into your day. Sit down to wash and dress.
education-breathlessness-call = Call your team today if you get out of breath more easily than before. Call for help at once if you are short of breath at rest, if it came suddenly, or if your chest hurts.

education-appetite = Poor appetite
education-appetite-1 = Eat a little every two or three hours, even if you are not hungry.
education-appetite-2 = Eat the most when you are hungriest. For many people that is in the morning.
education-appetite-3 = Choose food with a lot of energy in it, such as eggs, cheese, yogurt, beans or oil on your meals.
education-appetite-4 = When eating is hard, soup, shakes or smoothies may go down. Drink between meals, so that drinks do not fill you up.
education-appetite-call = Call your team if you lose weight, if you eat less than half as much as usual for some days, or if it hurts to swallow.

education-numbness = Numbness or tingling
education-numbness-1 = Look at your hands and feet every day. You may not feel a cut, a blister or a burn.
education-numbness-2 = Test hot water with your elbow before you wash. Wear gloves for hot pots, sharp tools and cold weather.
education-numbness-3 = Wear firm shoes that do not slip. Keep floors clear, lights on, and a hand on the rail.
education-numbness-4 = Do not drive if you can’t feel the pedals well.
education-numbness-call = Call your team before your next treatment if it is new, moves up your arms or legs, hurts, or makes it hard to walk or to close buttons. Call at once if you suddenly feel weak, or can’t control your bladder or bowels.

education-mouth-sores = Mouth sores
education-mouth-sores-1 = Brush your teeth gently with a soft brush, after meals and before you go to bed.
education-mouth-sores-2 = Rinse your mouth often with plain water, with water that has a little salt in it, or with the rinse your team gave you. Use no rinse with alcohol.
education-mouth-sores-3 = Eat soft food that is not hot, in small bites. Leave out what burns: spicy, sour, salty or crunchy food.
education-mouth-sores-4 = Do not smoke, and do not drink alcohol.
education-mouth-sores-call = Call your team if it hurts to eat or drink, or if you see white patches or blood. Call at once if you can’t drink, or if you have a fever.

education-sleep = Trouble sleeping
education-sleep-1 = Go to bed and get up at about the same times every day.
education-sleep-2 = Keep your bedroom dark, quiet and a little cool. Put screens away an hour before.
education-sleep-3 = Leave out coffee, strong tea and cola from noon on, and alcohol in the evening.
education-sleep-4 = If you lie awake, get up and do something quiet. Go back when you are sleepy.
education-sleep-call = Call your team if you sleep badly for more than a week, or if pain, sweating, worries or a medicine keep you awake.

education-mood = Feeling sad or worried
education-mood-1 = Many people with cancer feel sad or worried. It is not a weakness, and it can be treated.
education-mood-2 = Tell someone you trust what is on your mind.
education-mood-3 = Do one small thing each day that is good for you, such as a walk, music or time with friends.
education-mood-4 = When worries come, breathe slowly for some minutes. Breathe out for longer than you breathe in.
education-mood-call = Call your team if you feel sad or worried most of the day for two weeks, if nothing gives you joy, or if you can’t eat or sleep. If you think of hurting yourself, call at once: the numbers are under “{ site-very-ill }”.

## What pages with a script say too. (browser)
education-advice = What may help
education-advice-about = This is general advice. What your own team told you comes first.
education-advice-sources = Based on advice from:
