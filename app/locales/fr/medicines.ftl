medicines-amount-bare = { $count }
medicines-micrograms = microgrammes
medicines-units = unités
medicines-units-international = unités internationales
medicines-today-at = aujourd’hui à { $time }
medicines-yesterday-at = hier à { $time }
medicines-tomorrow-at = demain à { $time }
medicines-date-at = { $date } à { $time }
medicines-time-moment = { $time } ({ $meal })
medicines-time-elsewhere = { $time } à l’heure de { $place }
medicines-moment-waking = au réveil
medicines-moment-breakfast = petit-déjeuner
medicines-moment-lunch = déjeuner
medicines-moment-dinner = dîner
medicines-moment-bedtime = coucher

medicines-plan-daily = Chaque jour à { $times }
medicines-plan-days = { $count ->
    [one] Tous les { $count } jour, à { $times }
    [many] Tous les { $count } jours, à { $times }
   *[other] Tous les { $count } jours, à { $times }
}
medicines-plan-weekly = Une seule fois par semaine, le { $day }, à { $times }
medicines-plan-weekdays = Le { $days }, à { $times }
medicines-plan-hours = { $count ->
    [one] Toutes les heures, la première à { $first }
    [many] Toutes les { $count } heures, la première à { $first }
   *[other] Toutes les { $count } heures, la première à { $first }
}
medicines-plan-cycle = { $length ->
    [one] Les jours { $days } de chaque cycle de { $length } jour, à { $times }. Les autres jours sont des jours de pause.
    [many] Les jours { $days } de chaque cycle de { $length } jours, à { $times }. Les autres jours sont des jours de pause.
   *[other] Les jours { $days } de chaque cycle de { $length } jours, à { $times }. Les autres jours sont des jours de pause.
}
medicines-day-range = { $first } à { $last }
medicines-plan-taper = Par paliers, à { $times }
medicines-plan-step = { $days ->
    [one] { $amount } pendant { $days } jour
    [many] { $amount } pendant { $days } jours
   *[other] { $amount } pendant { $days } jours
}
medicines-plan-once = Une seule fois, le { $date }, à { $time }
medicines-plan-needed = Seulement en cas de besoin
medicines-limit-hours = { $count ->
    [one] Au moins { $count } heure entre deux prises
    [many] Au moins { $count } heures entre deux prises
   *[other] Au moins { $count } heures entre deux prises
}
medicines-limit-minutes = { $count ->
    [one] Au moins { $count } minute entre deux prises
    [many] Au moins { $count } minutes entre deux prises
   *[other] Au moins { $count } minutes entre deux prises
}
medicines-limit-most = Pas plus de { $amount } en 24 heures
medicines-plan-each = À chaque prise : { $amount }
medicines-plan-from = À partir du { $from }, jusqu’à ce que vous l’arrêtiez
medicines-plan-from-until = Du { $from } au { $until }
medicines-plan-most = { $count ->
    [one] Cela se termine après { $count } prise
    [many] Cela se termine après { $count } prises
   *[other] Cela se termine après { $count } prises
}
medicines-line = { $amount } · { $rhythm }

medicines-ended = Arrêté le { $date }
medicines-ended-why = Arrêté le { $date } : { $why }
medicines-held = Suspendu par votre équipe soignante : { $why }. Ne le prenez pas avant qu’elle vous le dise.
medicines-held-until = Suspendu jusqu’au { $until } par votre équipe soignante : { $why }. Ne le prenez pas avant.
medicines-paused = En pause
medicines-record-hold = Votre dossier dit que ce médicament est suspendu. Il ne vous est plus rappelé. Ne le prenez pas avant que votre équipe soignante vous le dise.
medicines-record-stopped = Votre dossier dit que ce médicament a été arrêté. Il ne vous est plus rappelé. Demandez à votre équipe soignante avant d’en reprendre. Vous pouvez toujours noter ce que vous avez pris.
medicines-record-not = Votre dossier dit que vous ne devez pas prendre ce médicament. Il ne vous est plus rappelé. Demandez à votre équipe soignante avant d’en reprendre. Vous pouvez toujours noter ce que vous avez pris.
medicines-record-withdrawn = Votre établissement a retiré cette ordonnance : elle a été mise dans votre dossier par erreur. Ce médicament ne vous est plus rappelé. Demandez à votre équipe soignante avant d’en reprendre.
medicines-record-not-taken = Votre dossier dit que vous ne prenez pas ce médicament. Il vous est toujours rappelé. Demandez à votre équipe soignante ce qui est juste.
medicines-record-over = Votre dossier dit que cette ordonnance est terminée. Ce médicament vous est toujours rappelé. Demandez à votre équipe soignante si vous devez continuer.
medicines-record-why = { $said } La raison indiquée : { $why }
medicines-prescribed-over = { $status } : { $why }
medicines-prescribed-ended = Arrivé à son terme
medicines-begins = Commence le { $date }
medicines-rest = Jours de pause jusqu’au { $last }. La prochaine prise est le { $next }.
medicines-over = Toutes les prises de ce plan sont passées

medicines-noted-taken = { $name } : noté comme pris { $when }
medicines-noted-skipped = { $name } : noté comme sauté ({ $reason })
medicines-noted-missed = { $name } : noté comme oublié
medicines-noted-later = { $name } : remis à { $time }

medicines-ask-taken = Cette prise est déjà notée
medicines-ask-taken-lead = Rien de nouveau n’a été noté. Si vous ne l’avez pas repris, laissez ainsi.
medicines-ask-taken-yes = Je l’ai vraiment pris deux fois
medicines-ask-taken-no = Je l’ai pris une fois
medicines-ask-said = Autre chose est noté pour cette prise
medicines-ask-said-lead = Rien de nouveau n’a été noté. Vous pouvez corriger ce qui est noté.
medicines-ask-said-yes = Corriger
medicines-ask-said-no = Laisser ainsi
medicines-ask-soon = Il est trop tôt pour une autre prise
medicines-ask-soon-lead = L’avez-vous déjà pris ? Sinon, attendez. Si cela ne vous soulage pas assez, appelez votre équipe.
medicines-ask-most = Ce serait plus que le maximum pour un jour
medicines-ask-most-lead = L’avez-vous déjà pris ? Sinon, ne le prenez pas maintenant. Si cela ne vous soulage pas assez, appelez votre équipe.
medicines-ask-needed-yes = Oui, je l’ai déjà pris
medicines-ask-needed-no = Non, j’attends
medicines-ask-tells = Si vous avez pris cette prise en plus, elle est notée et votre équipe est prévenue. Appelez-la ensuite et demandez que faire.
medicines-noted-when = (noté { $when })

medicines-correct-title = Corriger ce qui est noté
medicines-correct-what = Que s’est-il vraiment passé ?
medicines-correct-taken = Je l’ai pris
medicines-correct-skipped = Je l’ai sauté
medicines-correct-missed = Je l’ai oublié
medicines-correct-save = Enregistrer la correction
medicines-correct-kept = Ce qui était noté avant est gardé aussi, pour que rien ne se perde.
medicines-correct-conflict = Cela a été modifié entre-temps. Regardez à nouveau.
medicines-error-at = Vérifiez le jour et l’heure. Ils ne peuvent être ni dans le futur, ni trop anciens.

medicines-how = Comment le prendre
medicines-set-by = Fixé par { $who }, { $when }
medicines-change-times = Changer les heures
medicines-written = Ce qu’a écrit votre prescripteur
medicines-written-more = Tout ce qu’en dit votre dossier
medicines-own-text = Ce médicament est dans la liste parce qu’il a été ajouté ici. Daybook ne vérifie pas si des médicaments vont ensemble. Demandez à votre équipe ou en pharmacie.
medicines-ways = Ce que vous pouvez faire
medicines-pause = Mettre en pause
medicines-pause-why = Pourquoi ? (facultatif)
medicines-resume = Reprendre à partir de maintenant
medicines-end = Je ne le prends plus
medicines-end-why = Pourquoi est-ce terminé ? (facultatif)
medicines-end-ask = Demandez à votre équipe avant d’interrompre ou d’arrêter ce qu’elle a prescrit.
medicines-describe = Changer son nom ou son usage
medicines-describe-save = Enregistrer
medicines-saved = Enregistré
medicines-before = Plans précédents
medicines-proposed-text = Il y a un plan que vous n’avez pas encore confirmé. Il ne vaut pas avant.
medicines-review-go = La lire et la confirmer

medicines-add-own = Pour ce que vous achetez vous-même : comprimés sans ordonnance, vitamines, plantes. Daybook ne vérifie pas si des médicaments vont ensemble. Demandez à votre équipe ou en pharmacie.
medicines-add-prescribed-lead = Votre centre a prescrit ceci. Nous fixons les heures ensemble, et vous les confirmez.
medicines-add-name = Nom
medicines-add-name-hint = Comme sur la boîte, avec le dosage. Par exemple : Paracétamol 500 mg
medicines-add-purpose = À quoi il sert (facultatif)
medicines-add-purpose-hint = Par exemple : douleur
medicines-add-next = Suite : quand le prendre

medicines-moments-lead = Les médicaments pris avec un repas, au réveil ou au coucher suivent ces heures.
medicines-moments-label = Heure : { $moment }
medicines-moments-wrong = Indiquez une heure.
medicines-moments-order = Les repas se suivent : celui-ci doit venir après le précédent.
medicines-moments-save = Enregistrer les heures

medicines-form-title = Quand vous prenez { $name }
medicines-form-lead = Dites-le comme votre prescripteur vous l’a dit. Vous le relirez avant que cela vaille.
medicines-form-together = Quelque chose reste ouvert ou ne peut pas être lu comme des heures. Fixons les heures ensemble. En cas de doute, demandez d’abord à votre équipe.
medicines-form-weekly = Ce médicament se prend une seule fois par semaine, un seul jour. Ne le prenez jamais chaque jour : cela peut tuer. Si on vous a dit autre chose, demandez à votre équipe.
medicines-form-often = À quel rythme ?
medicines-form-days = Chaque jour, ou tous les quelques jours
medicines-form-every = Tous les combien de jours ? (1 : chaque jour)
medicines-form-weekdays = Certains jours de la semaine
medicines-form-which-days = Quels jours ?
medicines-form-cycle = Par cycles : des jours de prise, puis des jours de pause
medicines-form-on = Quels jours du cycle ?
medicines-form-on-hint = Le jour 1 est le premier jour. Par exemple : 1–14 (du jour 1 au jour 14), ou 1–5, 8–12, ou 1, 8, 15.
medicines-form-length = Combien de jours compte un cycle, jours de pause compris ?
medicines-form-not-here = Ce plan a des parties qui ne peuvent pas être changées ici sans que rien ne se perde. Demandez à votre équipe soignante de le changer.
medicines-error-cycle-days = Écrivez les jours du plus petit au plus grand, avec des virgules et des tirets, chacun une seule fois. Par exemple : 1–5, 8–12
medicines-error-cycle-outside = Un jour est en dehors du cycle. Les jours vont de 1 au nombre de jours du cycle.
medicines-error-cycle-alone = Ce serait un seul jour. Pour les jours 1 à 14, écrivez 1–14. Pour un seul jour, comme le jour 8, écrivez 8–8.
medicines-form-first = Jour 1 d’un cycle
medicines-form-by-hours = Toutes les quelques heures
medicines-form-hours = Heures entre deux prises
medicines-form-first-time = Heure de la première prise
medicines-form-taper = Par paliers : moins (ou plus) après quelques jours
medicines-form-steps = Les paliers
medicines-form-step = Palier { $number } :
medicines-form-step-days = Pendant combien de jours
medicines-form-once = Une seule fois
medicines-form-once-hint = Le jour indiqué plus bas, à une heure.
medicines-form-needed = Seulement en cas de besoin
medicines-form-least = Au moins tant d’heures entre deux prises
medicines-form-most = Le maximum en 24 heures (combien de comprimés, de bouffées…)
medicines-form-times = À quelles heures ?
medicines-form-times-hint = Pour chaque prise du jour, donnez une heure ou choisissez un moment de votre journée.
medicines-form-time = Heure { $number }
medicines-form-moment = ou moment { $number }
medicines-form-no-moment = Aucun
medicines-form-amounts = Combien à chaque prise ?
medicines-form-count = Combien
medicines-form-of = De quoi
medicines-form-of-hint = Comme sur la boîte. Par exemple : 2 de « comprimé 500 mg ». Plusieurs dosages peuvent faire une prise.
medicines-form-when = De quand à quand ?
medicines-form-from = À partir du
medicines-form-until = Dernier jour (laissez vide s’il n’y en a pas)
medicines-form-doses = Se termine après tant de prises, comptées depuis le premier jour (facultatif)
medicines-form-missed = Ce que dit votre médecin d’une prise qui n’a pas eu lieu (facultatif)
medicines-form-missed-hint = Écrivez seulement ce qu’il vous a dit, ou ce qui est sur votre plan. Daybook le montre quand une prise reste sans réponse.
medicines-form-next = Relire le plan
medicines-form-nothing-yet = Rien ne vaut avant que vous l’ayez confirmé à la page suivante.
medicines-form-conflict = { $who } a changé ce plan ({ $when }). Regardez ce qui vaut maintenant, puis changez-le à nouveau si besoin.
medicines-error-times = Donnez au moins une heure.
medicines-error-times-twice = La même heure y est deux fois, ou il y en a plus d’une là où une seule est demandée.
medicines-error-weekdays = Choisissez le jour ou les jours.
medicines-error-amounts = Donnez le nombre, par exemple 1 ou 0,5.
medicines-error-most = Le maximum en 24 heures doit couvrir au moins une prise.
medicines-error-week = Il faut au moins 7 jours entre deux prises de ce médicament, même s’il figure deux fois dans votre liste. Ce plan demande une prise plus tôt. Choisissez un premier jour plus tardif ou un autre jour de la semaine. En cas de doute, demandez à votre équipe.
medicines-error-name-weekly = Un médicament de ce nom se prend une seule fois par semaine. Ce qui est prévu ici est plus fréquent, ou trop proche d’une autre prise. Arrêtez-le ici, ou changez d’abord ses heures. En cas de doute, demandez à votre équipe.
medicines-error-name-other = Ceci est prévu comme un médicament qui se prend une seule fois par semaine. Si c’est un autre médicament, arrêtez-le ici et ajoutez l’autre à votre liste.

medicines-review-title = Est-ce juste ?
medicines-review-lead = Comparez avec la boîte ou votre lettre. Cela ne vaut que si vous confirmez.
medicines-review-days = Les prochains jours
medicines-review-dose = { $time } : { $amount }
medicines-review-none = rien
medicines-review-next = Ensuite, la prochaine prise est le { $date }.
medicines-review-confirm = Oui, c’est juste
medicines-review-change = Modifier
medicines-review-conflict = Ce plan a changé entre-temps. Relisez-le.
medicines-review-begin = Quand commencent les nouvelles heures ?
medicines-review-moved = { $count ->
    [one] Vous avez déjà répondu pour la prise d’aujourd’hui de { $times }.
    [many] Vous avez déjà répondu pour les prises d’aujourd’hui de { $times }.
   *[other] Vous avez déjà répondu pour les prises d’aujourd’hui de { $times }.
}
medicines-review-tomorrow = Demain
medicines-review-tomorrow-about = Aujourd’hui reste tel quel. Rien n’est demandé deux fois.
medicines-review-counts = Plus du tout
medicines-review-counts-about = Ce que vous avez répondu aujourd’hui compte. C’était la dernière prise de ce plan.
medicines-review-today = Aujourd’hui
medicines-review-today-about = Daybook demande les nouvelles heures dès aujourd’hui. Choisissez cela seulement si votre équipe vous a dit de prendre une dose de plus aujourd’hui.
medicines-review-begin-missing = Une prise d’aujourd’hui a déjà sa réponse. Choisissez quand commencent les nouvelles heures.
medicines-review-also = Le même médicament figure plusieurs fois dans votre liste : aussi sous { $names }. S’il s’agit d’une seule ordonnance, arrêtez l’un des deux. En cas de doute, demandez à votre équipe avant de prendre les deux.

medicines-team-title = Pour l’équipe soignante
medicines-team-lead = Ce que vous changez ici vaut tout de suite. La personne le voit, et qui l’a fait.
medicines-team-hold = Suspendre
medicines-team-why = Pourquoi
medicines-team-why-hint = Avec des mots simples. La personne lit ceci.
medicines-team-until = Jusqu’au (reprend ce matin-là ; vide : jusqu’à ce que vous y mettiez fin)
medicines-team-end-hold = Mettre fin à la suspension
medicines-team-change = Changer la dose à partir d’un jour
medicines-team-from = À partir de ce jour
medicines-team-move = Déplacer le jour 1 du prochain cycle
medicines-team-first = Nouveau jour 1
medicines-team-first-hint = Les cycles suivants se décalent. D’ici là, aucune prise d’un nouveau cycle.
medicines-team-conflict = Cela a été modifié entre-temps. Regardez à nouveau.

medicines-title = Médicaments
medicines-lead = Ce qu’il faut prendre, et ce que vous avez pris.
medicines-lead-team = Ce que cette personne prend, comme elle l’a confirmé, et ce qu’elle a noté.
medicines-today = Aujourd’hui
medicines-today-none = Rien n’est à prendre à heure fixe aujourd’hui.
medicines-take-now = À prendre
medicines-all = Tous les médicaments
medicines-next = Ensuite : { $name }, { $amount }, à { $time }
medicines-take = Pris
medicines-take-this = Je le prends
medicines-later = Plus tard
medicines-minutes = { $count ->
    [one] Dans { $count } minute
    [many] Dans { $count } minutes
   *[other] Dans { $count } minutes
}
medicines-skip = Sauter
medicines-skipped = Je l’ai sauté
medicines-skip-why = Pourquoi ?
medicines-skip-words = Avec vos mots (facultatif)
medicines-reason-effects = Effets indésirables
medicines-reason-unwell = Je ne me sens pas bien
medicines-reason-out = Je n’en ai plus
medicines-reason-team = Mon équipe me l’a dit
medicines-reason-other = Une autre raison
medicines-took-at = Je l’ai pris à…
medicines-took-already = Je l’ai déjà pris
medicines-day = Jour
medicines-time = Heure
medicines-note = Noter
medicines-error-note = Impossible de noter : quelque chose a changé entre-temps, ou l’heure ne convient pas. Rien n’a été enregistré. Regardez à nouveau.
medicines-undo = Annuler
medicines-beyond = Votre équipe soignante a été prévenue. Appelez-la maintenant pour savoir quoi faire. Si vous vous sentez très mal, demandez de l’aide tout de suite.
medicines-state-due = À prendre maintenant
medicines-state-later = Remis à { $time }
medicines-state-held = Suspendu ou en pause : ne le prenez pas maintenant
medicines-state-unanswered = Sans réponse
medicines-state-taken = Pris à { $time }
medicines-state-twice = Pris deux fois
medicines-state-skipped = Sauté : { $reason }
medicines-state-missed = Oublié
medicines-by = noté par { $name }
medicines-correct = Corriger
medicines-if-missed = Si une prise a été oubliée, votre prescripteur dit :
medicines-not-two = Si vous ne l’avez pas pris : n’en prenez pas deux. Demandez à votre équipe.
medicines-unanswered = Encore sans réponse
medicines-unanswered-lead = Nous ne savons pas si vous les avez pris. Dites-nous ce qui s’est passé.
medicines-unanswered-some = Certaines prises sont encore sans réponse.
medicines-unanswered-count = { $count ->
    [one] { $count } prise sans réponse
    [many] { $count } prises sans réponse
   *[other] { $count } prises sans réponse
}
medicines-missed = Je l’ai oublié
medicines-needed = En cas de besoin
medicines-last = Pris la dernière fois { $when }
medicines-last-none = Pas pris dans les dernières 24 heures
medicines-next-at = À nouveau à partir de : { $when }
medicines-next-now = Vous pouvez le prendre maintenant
medicines-next-unlimited = Votre plan ne fixe pas de limite. Prenez-le comme votre équipe soignante vous l’a dit.
medicines-list = Mes médicaments
medicines-none = Aucun médicament n’est encore listé
medicines-none-text = Ce que votre centre prescrit apparaît ici. Vous pouvez aussi ajouter les vôtres, par exemple un antidouleur ou des plantes.
medicines-ended-title = Plus pris
medicines-new = Ajouter un médicament à moi
medicines-moments = Mes heures de repas
medicines-own = À moi
medicines-proposed = À confirmer par vous
medicines-beyond-badge = Pris plus que prévu
medicines-no-plan = Aucune heure n’est encore fixée
medicines-set-times = Fixer les heures avec moi
