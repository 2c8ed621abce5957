results-title = Résultats
results-title-search = Résultats pour « { $search } »
results-search-label = Chercher dans vos résultats
results-search = Chercher
results-choose-kinds = Choisir les catégories
results-showing-kinds = Affiché : { $kinds }
results-kinds-legend = Catégories à afficher
results-show-these = Afficher celles-ci
results-show-every-kind = Afficher toutes les catégories
results-jump = Aller à une année
results-comma = { ", " }
results-shown = { $count ->
    [one] { $count } résultat sur cette page.
    [many] { $count } de résultats sur cette page.
   *[other] { $count } résultats sur cette page.
}
results-shown-new = { $count ->
    [one] { $count } est nouveau pour vous.
    [many] { $count } sont nouveaux pour vous.
   *[other] { $count } sont nouveaux pour vous.
}
results-new = Nouveau
results-changed = Modifié
# « 2021 » ou « mars 2021 » : la même tournure convient aux deux.
results-sometime = { $when }, jour non précisé
results-undated = Sans date
results-pager = Plus de résultats
results-older = Résultats plus anciens
results-newest = Résultats les plus récents
results-empty = Pas encore de résultats
results-empty-text = Votre centre n’a encore rien envoyé à Daybook. Les résultats apparaissent ici d’eux-mêmes, les plus récents en premier.
results-no-match = Rien trouvé pour « { $search } »
results-no-match-here = Rien trouvé ici
results-no-match-text = Cela se trouve peut-être sous un autre nom, dans une autre catégorie ou à une autre date.
results-search-every-kind = Chercher dans toutes les catégories
results-show-all = Afficher tous les résultats
results-values = { $count ->
    [one] { $count } valeur
    [many] { $count } de valeurs
   *[other] { $count } valeurs
}
results-outside = { $count ->
    [one] { $count } hors de l’intervalle de ce laboratoire
    [many] { $count } hors de l’intervalle de ce laboratoire
   *[other] { $count } hors de l’intervalle de ce laboratoire
}
results-without-value = { $count ->
    [one] { $count } sans valeur
    [many] { $count } sans valeur
   *[other] { $count } sans valeur
}

results-kinds-laboratory = Sang et laboratoire
results-kinds-imaging = Imagerie
results-kinds-pathology = Anatomopathologie
results-kinds-genetics = Génétique
results-kinds-measurement = Mesures
results-kinds-questionnaire = Questions et réponses
results-kinds-symptoms = Symptômes
results-kinds-note = Notes et courriers
results-kinds-visit = Consultations et séjours
results-kinds-procedure = Interventions
results-kinds-treatment = Traitements
results-kinds-medicine = Médicaments
results-kinds-diagnosis = Diagnostics
results-kinds-immunization = Vaccins
results-kinds-allergy = Allergies
results-kinds-plan = Plans et équipes de soins
results-kinds-appointment = Rendez-vous

results-kind-laboratory = Analyse de laboratoire
results-kind-imaging = Examen d’imagerie
results-kind-pathology = Compte rendu d’anatomopathologie
results-kind-genetics = Test génétique
results-kind-measurement = Mesure
results-kind-questionnaire = Réponse
results-kind-symptoms = Symptôme noté
results-kind-note = Note
results-kind-visit = Consultation ou séjour
results-kind-procedure = Intervention
results-kind-treatment = Traitement
results-kind-medicine = Médicament
results-kind-diagnosis = Diagnostic
results-kind-immunization = Vaccin
results-kind-allergy = Allergie
results-kind-plan = Plan de soins
results-kind-appointment = Rendez-vous
results-collection-laboratory = Valeurs de sang et de laboratoire
results-collection-measurement = Mesures
results-collection-questionnaire = Questions et réponses

results-status = État
results-status-registered = Pas encore de résultat
results-status-preliminary = Pas encore définitif
results-status-final = Définitif
results-status-amended = Modifié après avoir été définitif
results-status-corrected = Corrigé
results-status-appended = Complété plus tard
results-status-cancelled = Annulé
results-status-planned = Prévu
results-status-in-progress = En cours
results-status-on-hold = En attente
results-status-stopped = Arrêté
results-status-not-done = Non réalisé
results-status-unknown = Non connu

results-role-ordered-by = Demandé par
results-role-performed-by = Réalisé par
results-role-written-by = Rédigé par
results-role-place = Lieu

results-fact-reason = Motif
results-fact-outcome = Issue
results-fact-body-site = Partie du corps
results-fact-severity = Gravité
results-fact-stage = Stade
results-fact-began = Début
results-fact-ended = Fin
results-fact-dose = Dose
results-fact-instructions = Consignes
results-fact-medicine = Médicament
results-fact-reason-stopped = Motif de l’arrêt
results-fact-category = Catégorie
results-fact-criticality = Risque
results-fact-reaction = Réaction
results-fact-activity = Activité
results-fact-member = Membre de l’équipe
results-fact-serial = Numéro de série
results-fact-description = Description
results-fact-intent = But
results-fact-complication = Complication
results-fact-follow-up = Suite prévue
results-fact-when = Quand
results-fact-method = Méthode
results-fact-specimen = Échantillon
results-fact-note = Remarque

results-date-time = { $date }, { $time }
results-period = { $start } – { $end }
results-period-same-day = { $date }, de { $start } à { $end }
results-period-from = À partir de : { $start }
results-period-until = Jusqu’à : { $end }

results-no-value = Pas de valeur
results-no-value-given = Ni valeur ni raison n’ont été envoyées.
results-yes = Oui
results-no = Non
results-ratio = { $first } pour { $second }
results-span = { $low } à { $high }
results-span-from = { $low } ou plus
results-span-to = Jusqu’à { $high }
results-samples = { $count ->
    [one] Un enregistrement de { $count } point
    [many] Un enregistrement de { $count } de points
   *[other] Un enregistrement de { $count } points
}
results-less-than = moins de
results-at-most = au plus
results-at-least = au moins
results-more-than = plus de
results-earlier = Auparavant on lisait
results-corrected = Corrigé
results-unusual = Cette valeur semble inhabituelle. Demandez à votre équipe.

results-absent-unknown = La raison n’est pas connue.
results-absent-asked-unknown = La question a été posée, et la réponse n’était pas connue.
results-absent-asked-declined = La question a été posée, sans souhait d’y répondre.
results-absent-not-asked = La question n’a pas été posée.
results-absent-masked = La valeur n’est pas montrée, pour protéger la vie privée.
results-absent-not-applicable = Cela ne s’applique pas.
results-absent-error = Un problème est survenu, la mesure n’a pas été possible.
results-absent-not-performed = L’analyse n’a pas été faite.
results-absent-not-permitted = Une valeur n’est pas permise ici.
results-absent-other = L’expéditeur donne cette raison : { $reason }

results-place-below = Plus bas que d’habitude pour ce laboratoire
results-place-above = Plus haut que d’habitude pour ce laboratoire
results-place-within = Dans l’intervalle de ce laboratoire
results-place-outside = Hors de l’intervalle de ce laboratoire
results-positive = Le laboratoire l’indique comme positif.
results-negative = Le laboratoire l’indique comme négatif.
results-own-mark = Les mots du laboratoire : { $mark }
results-range = L’intervalle de ce laboratoire va de { $low } à { $high }.
results-range-from = L’intervalle de ce laboratoire est { $low } ou plus.
results-range-to = L’intervalle de ce laboratoire va jusqu’à { $high }.
results-range-words = L’intervalle de ce laboratoire :
results-range-none = Ce laboratoire n’a pas donné d’intervalle.
results-typical = Ce laboratoire n’a pas donné d’intervalle. La bande en pointillé est l’intervalle courant chez l’adulte, de { $low } à { $high }. Ce n’est pas celui de votre laboratoire.
results-typical-from = Ce laboratoire n’a pas donné d’intervalle. La bande en pointillé est l’intervalle courant chez l’adulte, { $low } ou plus. Ce n’est pas celui de votre laboratoire.
results-typical-to = Ce laboratoire n’a pas donné d’intervalle. La bande en pointillé est l’intervalle courant chez l’adulte, jusqu’à { $high }. Ce n’est pas celui de votre laboratoire.

results-back = Résultats
results-value-list = Valeurs
results-too-many-values = Il y a plus de valeurs que cette page ne peut en montrer. Votre équipe les a toutes.
results-stretch = { $count ->
    [one] Voici les valeurs { NUMBER($first) } à { NUMBER($last) } sur { $count }.
    [many] Voici les valeurs { NUMBER($first) } à { NUMBER($last) } sur { $count }.
   *[other] Voici les valeurs { NUMBER($first) } à { NUMBER($last) } sur { $count }.
}
results-elsewhere = { $count ->
    [one] { $count } valeur d’une autre page est hors de l’intervalle de ce laboratoire :
    [many] { $count } de valeurs d’autres pages sont hors de l’intervalle de ce laboratoire :
   *[other] { $count } valeurs d’autres pages sont hors de l’intervalle de ce laboratoire :
}
results-stretch-pages = Autres valeurs
results-stretch-before = Valeurs précédentes
results-stretch-after = Valeurs suivantes
results-stretch-all = { $count ->
    [one] Afficher la valeur ({ $count })
    [many] Afficher toutes les valeurs ({ $count })
   *[other] Afficher les { $count } valeurs
}
results-marked = Votre laboratoire a signalé : { $names }
results-marked-call = Si votre équipe ne vous a pas contacté aujourd’hui, appelez :
results-marked-no-number = Si votre équipe ne vous a pas contacté aujourd’hui, appelez votre centre.
results-about-test = À quoi sert cette analyse
results-over-time = { $name } au fil du temps
results-over-time-link = Au fil du temps
results-details = Détails
results-in-short = En bref
results-findings = Ce qui a été trouvé
results-report-text = Le compte rendu
results-description = De quoi il s’agit
results-documents = Documents
results-document = Document { NUMBER($number) }
results-file-pdf = PDF
results-file-image = Image
results-file-text = Texte
results-file-other = Fichier
results-size-kb = { NUMBER($size) } Ko
results-size-mb = { NUMBER($size) } Mo
results-file-open = Ouvrir
results-file-download = Télécharger
results-file-elsewhere = Ce fichier se trouve dans un autre système. Daybook ne peut pas l’afficher. Demandez-le à votre équipe.
results-file-unreadable = Ce fichier n’est pas arrivé en entier et ne peut pas être lu. Demandez-le à votre équipe.
results-nothing-more = Rien de plus n’a été envoyé.

results-period-shown = Période affichée
results-3-months = 3 mois
results-1-year = 1 an
results-5-years = 5 ans
results-everything = Tout
results-unit = Unité :
results-unit-none = Sans unité
results-chart = Graphique : { $name }
results-trend = { $count ->
    [one] { $count } valeur ({ $last }) : { $latest }.
    [many] { $count } de valeurs ({ $first } – { $last }). La dernière est { $latest }. La plus basse est { $lowest }, la plus haute { $highest }.
   *[other] { $count } valeurs ({ $first } – { $last }). La dernière est { $latest }. La plus basse est { $lowest }, la plus haute { $highest }.
}
results-trend-none = Aucune valeur n’a ici à la fois un nombre et une date ; il n’y a donc rien à tracer.
results-left-out = { $count ->
    [one] { $count } valeur n’a pas de nombre ou pas de date et ne figure pas sur le graphique.
    [many] { $count } de valeurs n’ont pas de nombre ou pas de date et ne figurent pas sur le graphique.
   *[other] { $count } valeurs n’ont pas de nombre ou pas de date et ne figurent pas sur le graphique.
}
results-latest-only = { $count ->
    [one] Seule la dernière valeur est affichée ({ $count }).
    [many] Seules les dernières { $count } de valeurs sont affichées.
   *[other] Seules les { $count } dernières valeurs sont affichées.
}
results-point = { $date } : { $value }
results-point-placed = { $date } : { $value }. { $place }.
results-legend-range = Intervalle de ce laboratoire, de { $low } à { $high }
results-legend-range-from = Intervalle de ce laboratoire, { $low } ou plus
results-legend-range-to = Intervalle de ce laboratoire, jusqu’à { $high }
results-legend-typical = Intervalle courant chez l’adulte, de { $low } à { $high }. Ce n’est pas celui de votre laboratoire.
results-legend-typical-from = Intervalle courant chez l’adulte, { $low } ou plus. Ce n’est pas celui de votre laboratoire.
results-legend-typical-to = Intervalle courant chez l’adulte, jusqu’à { $high }. Ce n’est pas celui de votre laboratoire.
results-legend-outside = Hors de l’intervalle de ce jour-là
results-table = Les mêmes valeurs en tableau
results-table-date = Date
results-table-value = Valeur
results-table-value-in = Valeur en
results-table-place = Par rapport à l’intervalle
results-not-compared = Pas d’intervalle
results-all-rows = { $count ->
    [one] Afficher { $count } ligne de plus
    [many] Afficher { $count } de lignes de plus
   *[other] Afficher { $count } lignes de plus
}
results-about = À propos de cette analyse

results-change-lower = Plus bas que la dernière fois : { $value } ({ $date })
results-change-higher = Plus haut que la dernière fois : { $value } ({ $date })
results-change-same = Pareil que la dernière fois : { $value } ({ $date })
results-change-open = La dernière fois : { $value } ({ $date })
results-treated-lower = Plus bas qu’avant ce traitement : { $value } ({ $date })
results-treated-higher = Plus haut qu’avant ce traitement : { $value } ({ $date })
results-treated-same = Pareil qu’avant ce traitement : { $value } ({ $date })
results-treated-open = Avant ce traitement : { $value } ({ $date })

results-ask = Des questions ?
results-ask-text = Votre équipe soignante peut vous dire ce que cela signifie pour vous.
results-ask-ordered = Demandé par :
results-ask-call = Vous pouvez appeler votre centre :

results-next = Ce qui se passe en général ensuite
results-next-laboratory = Votre équipe lit ces valeurs avec la façon dont vous vous sentez et avec vos valeurs précédentes. Une valeur seule dit rarement beaucoup, c’est pourquoi on refait souvent l’analyse pour voir comment cela évolue. C’est à votre équipe de dire ce que cela signifie pour la suite.
results-next-counts = Les cellules du sang baissent souvent une à deux semaines après un traitement, et remontent le plus souvent avant le suivant. Beaucoup d’équipes les regardent avant chaque traitement. Si elles sont trop basses, un traitement peut attendre quelques jours ou être donné à une autre dose. Tant qu’elles sont basses, les infections viennent plus facilement : si votre température atteint 38,0 °C (100,4 °F) ou plus, appelez tout de suite.
results-next-imaging = Un médecin formé à lire ces images a écrit ce compte rendu pour l’équipe qui l’a demandé. Votre équipe le lit avec vos autres résultats et vous explique ce qu’il signifie. Parfois, un autre examen suit, pour regarder de plus près.
results-next-pathology = Ce compte rendu parle d’un échantillon de tissu ou de cellules. Certaines analyses du même échantillon prennent plus de temps et peuvent arriver plus tard, dans un compte rendu à part. Votre équipe se sert de l’ensemble pour prévoir la suite avec vous. Vous pouvez aussi demander un deuxième avis.
results-next-genetics = Certains de ces tests regardent les gènes du cancer, d’autres les gènes que vous avez depuis la naissance. Demandez duquel il s’agit. Votre équipe peut vous dire si cela compte pour votre traitement, et pour votre famille. De certains résultats, personne ne sait encore ce qu’ils signifient. Cela peut devenir clair plus tard.

results-both = { $first } · { $second }
results-and-more = { $count ->
    [one] { $names } · { $count } de plus
    [many] { $names } · { $count } de plus
   *[other] { $names } · { $count } de plus
}

results-treatment-days = { $count ->
    [one] Il y a eu { $count } jour de traitement dans cette période, le { $last }.
    [many] Il y a eu { $count } jours de traitement dans cette période. Le dernier était le { $last }.
   *[other] Il y a eu { $count } jours de traitement dans cette période. Le dernier était le { $last }.
}
results-legend-treatment = Jour de traitement
results-treatment-row = Traitement :
results-treatment-kept = Traitement : un jour noté par votre équipe

results-units = Unités
results-units-reported = D’origine
results-units-conventional = { $unit }
results-units-si = { $unit }
results-converted = Les valeurs reçues dans une autre unité sont converties et arrondies ici. À côté figure la valeur du résultat.

results-counts = Numération sanguine
results-counts-link = Numération sanguine en un coup d’œil
results-counts-lead = Globules blancs, neutrophiles, hémoglobine et plaquettes sur la même période.
results-counts-none = Pas encore de numération sanguine
results-counts-none-text = Quand votre centre en enverra une, son évolution apparaîtra ici d’elle-même.
results-counts-none-here = Il n’y a aucune valeur dans cette période.
results-counts-more = { $count ->
    [one] { $count } autre valeur est sur la page de cet examen.
    [many] { $count } autres valeurs sont sur la page de cet examen.
   *[other] { $count } autres valeurs sont sur la page de cet examen.
}

results-analyte-wbc-name = Globules blancs
results-analyte-wbc-about = Les globules blancs combattent les infections. Leur nombre aide votre équipe à voir comment votre corps peut se défendre.
results-analyte-wbc-low = Votre corps a moins de cellules qui combattent les infections que d’habitude. C’est fréquent environ 7 à 14 jours après une chimiothérapie et, le plus souvent, le nombre remonte.
results-analyte-wbc-high = Vous avez plus de globules blancs que d’habitude. Une infection, la cortisone (stéroïdes) ou des injections qui font pousser les globules blancs (G-CSF) peuvent en être la cause.
results-analyte-anc-name = Neutrophiles
results-analyte-anc-about = Les neutrophiles sont les principaux globules blancs qui combattent les microbes.
results-analyte-anc-low = Les neutrophiles combattent les microbes. Quand ils sont bas, une infection peut venir plus facilement. Appelez tout de suite si votre température atteint 38,0 °C (100,4 °F) ou plus.
results-analyte-anc-high = Cela vient souvent de la cortisone (stéroïdes), d’injections qui font pousser les globules blancs (G-CSF), du stress ou d’une infection.
results-analyte-lym-name = Lymphocytes
results-analyte-lym-about = Les lymphocytes sont une sorte de globules blancs.
results-analyte-lym-low = Les lymphocytes sont une sorte de globules blancs. Un nombre bas est fréquent pendant un traitement.
results-analyte-lym-high = Vous avez plus de ces globules blancs que d’habitude. Demandez à votre équipe ce que cela signifie pour vous.
results-analyte-hgb-name = Hémoglobine
results-analyte-hgb-about = L’hémoglobine transporte l’oxygène dans le sang.
results-analyte-hgb-low = L’hémoglobine transporte l’oxygène. Quand elle est basse (anémie), vous pouvez vous sentir fatigué, étourdi ou essoufflé.
results-analyte-hgb-high = Cela peut venir d’un manque de liquide, du tabac ou de certains médicaments.
results-analyte-plt-name = Plaquettes
results-analyte-plt-about = Les plaquettes aident le sang à coaguler.
results-analyte-plt-low = Les plaquettes aident à arrêter les saignements. Quand elles sont basses, vous pouvez avoir des bleus ou saigner facilement. Appelez tout de suite si un saignement ne s’arrête pas.
results-analyte-plt-high = Les plaquettes peuvent monter avec une inflammation, un manque de fer ou certains cancers.
results-analyte-na-name = Sodium
results-analyte-na-about = Le sodium est un sel présent dans le sang.
results-analyte-na-low = Le sodium est un sel présent dans le sang. Un taux bas peut venir de vomissements, d’une diarrhée ou de certains médicaments.
results-analyte-na-high = C’est souvent le signe que vous avez besoin de plus de liquide.
results-analyte-k-name = Potassium
results-analyte-k-about = Le potassium est un sel qui aide les muscles et le cœur.
results-analyte-k-low = Le potassium est un sel qui aide les muscles et le cœur. Des vomissements et une diarrhée peuvent le faire baisser.
results-analyte-k-high = Un taux élevé peut agir sur le rythme du cœur. Votre équipe voudra peut-être le contrôler bientôt.
results-analyte-ca-name = Calcium
results-analyte-ca-about = Les os, les muscles et les nerfs ont besoin de calcium.
results-analyte-ca-low = Les os, les muscles et les nerfs ont besoin de calcium. Certains médicaments pour les os le font baisser.
results-analyte-ca-high = Cela peut causer de la soif, de la confusion ou de la constipation. Parlez-en à votre équipe si vous en avez.
results-analyte-mg-name = Magnésium
results-analyte-mg-about = Le magnésium est un minéral dont les muscles et les nerfs ont besoin.
results-analyte-mg-low = Certaines chimiothérapies (cisplatine) et certains médicaments à base d’anticorps (cétuximab, panitumumab) le font baisser.
results-analyte-mg-high = Cela vient souvent de changements des reins ou de compléments.
results-analyte-phos-name = Phosphate
results-analyte-phos-about = Le phosphate est un minéral dont les os et les cellules ont besoin.
results-analyte-crea-name = Créatinine (test des reins)
results-analyte-crea-about = La créatinine est un déchet que les reins filtrent hors du sang.
results-analyte-crea-low = Une valeur basse pose rarement un problème.
results-analyte-crea-high = Cela montre que vos reins filtrent peut-être moins que d’habitude. Un manque de liquide et certains médicaments peuvent en être la cause.
results-analyte-egfr-name = Débit de filtration des reins (DFGe)
results-analyte-egfr-about = C’est une estimation de la façon dont les reins nettoient le sang.
results-analyte-egfr-low = C’est une estimation de la façon dont les reins nettoient le sang. Ils filtrent peut-être moins que d’habitude.
results-analyte-urea-name = Azote uréique (urée)
results-analyte-urea-about = L’urée est un déchet que les reins retirent du sang.
results-analyte-alt-name = ALAT (test du foie)
results-analyte-alt-about = L’ALAT est une protéine des cellules du foie. Il y en a toujours un peu dans le sang.
results-analyte-alt-high = Elle peut monter quand le foie est irrité par des médicaments, l’alcool, une infection ou un cancer dans le foie.
results-analyte-ast-name = ASAT (test du foie)
results-analyte-ast-about = L’ASAT est une protéine des cellules du foie et des muscles. Il y en a toujours un peu dans le sang.
results-analyte-ast-high = Elle peut monter quand le foie est irrité par des médicaments, l’alcool, une infection ou un cancer dans le foie. Elle monte aussi après un effort musculaire.
results-analyte-alp-name = Phosphatase alcaline (test du foie et des os)
results-analyte-alp-about = La phosphatase alcaline est une protéine du foie et des os.
results-analyte-alp-high = Elle peut monter en cas de changements du foie ou des os, et aussi quand un os guérit.
results-analyte-bili-name = Bilirubine (test du foie)
results-analyte-bili-about = La bilirubine est une substance jaune que le foie élimine du sang.
results-analyte-bili-high = La bilirubine est une substance jaune que le foie élimine. Appelez votre équipe si votre peau ou vos yeux paraissent jaunes.
results-analyte-alb-name = Albumine (protéine)
results-analyte-alb-about = L’albumine est une protéine fabriquée par le foie.
results-analyte-alb-low = L’albumine est une protéine fabriquée par le foie. Elle peut être basse si manger est difficile ou en cas d’inflammation.
results-analyte-ldh-name = LDH
results-analyte-ldh-about = La LDH est un signe général du nombre de cellules qui se détruisent et se renouvellent.
results-analyte-ldh-high = La LDH est un signe général du nombre de cellules qui se détruisent et se renouvellent. Beaucoup de causes sont sans gravité.
results-analyte-glu-name = Sucre dans le sang (glucose)
results-analyte-glu-about = Le glucose est le sucre dont votre corps tire son énergie.
results-analyte-glu-low = Un sucre bas peut donner des tremblements ou des sueurs. Si vous avez un diabète, suivez votre plan pour les sucres bas.
results-analyte-glu-high = La cortisone (stéroïdes) fait souvent monter le sucre pendant quelques jours.
results-analyte-urate-name = Acide urique
results-analyte-urate-about = L’acide urique est un déchet qui se forme quand des cellules se détruisent. Les reins l’éliminent.
results-analyte-tsh-name = TSH (test de la thyroïde)
results-analyte-tsh-about = La TSH est une hormone qui dit à la thyroïde combien travailler.
results-analyte-tsh-low = La thyroïde est peut-être trop active. Une immunothérapie peut en être la cause.
results-analyte-tsh-high = La thyroïde est peut-être ralentie. Une immunothérapie peut en être la cause.
results-analyte-ft4-name = T4 libre (hormone de la thyroïde)
results-analyte-ft4-about = La T4 est une hormone fabriquée par la thyroïde.
results-analyte-inr-name = INR (temps de coagulation)
results-analyte-inr-about = L’INR montre combien de temps votre sang met à coaguler.
results-analyte-inr-high = Votre sang met plus de temps à coaguler. C’est attendu si vous prenez de la warfarine.
results-analyte-crp-name = CRP (inflammation)
results-analyte-crp-about = La CRP est une protéine qui monte quand il y a une inflammation dans le corps.
results-analyte-crp-high = C’est un signe d’inflammation. L’infection est une cause parmi beaucoup d’autres.
results-analyte-psa-name = PSA (marqueur de la prostate)
results-analyte-psa-about = Le PSA est une protéine de la prostate. Son évolution dans le temps en dit plus qu’une seule valeur.
results-analyte-cea-name = ACE
results-analyte-cea-about = L’ACE est une protéine que certains cancers fabriquent. Son évolution dans le temps en dit plus qu’une seule valeur.
results-analyte-ca125-name = CA 125
results-analyte-ca125-about = Le CA 125 est une protéine que certains cancers fabriquent. Son évolution dans le temps en dit plus qu’une seule valeur.
results-analyte-ca153-name = CA 15-3
results-analyte-ca153-about = Le CA 15-3 est une protéine que certains cancers fabriquent. Son évolution dans le temps en dit plus qu’une seule valeur.
results-analyte-ca2729-name = CA 27.29
results-analyte-ca2729-about = Le CA 27.29 est une protéine que certains cancers fabriquent. Son évolution dans le temps en dit plus qu’une seule valeur.
results-analyte-ca199-name = CA 19-9
results-analyte-ca199-about = Le CA 19-9 est une substance que certains cancers fabriquent. Certaines personnes n’en fabriquent jamais. Son évolution dans le temps en dit plus qu’une seule valeur.
results-analyte-afp-name = AFP
results-analyte-afp-about = L’AFP est une protéine que certains cancers fabriquent. Son évolution dans le temps en dit plus qu’une seule valeur.
results-analyte-hcg-name = hCG
results-analyte-hcg-about = L’hCG est une hormone que certains cancers fabriquent. Elle monte aussi pendant une grossesse. Son évolution dans le temps en dit plus qu’une seule valeur.

results-waits-until = Prêt. S’ouvre le { $day }
results-waits-comment = Prêt. Attend un commentaire de l’équipe soignante
results-waiting-text = Vous pouvez attendre, ou l’ouvrir maintenant. Les deux sont bien. Si vous aimez mieux avoir quelqu’un à vos côtés, choisissez un bon moment, ou appelez d’abord votre équipe.
results-waiting-open = Ouvrir maintenant
results-waiting-choose = Choisir quand les résultats s’ouvrent
results-readiness = Quand les résultats s’ouvrent
results-readiness-lead = Vous décidez, pour chaque catégorie. Vous voyez toujours qu’un résultat est là, et vous pouvez l’ouvrir à tout moment.
results-readiness-saved = Votre choix est enregistré.
results-readiness-counts = Ce qui est ouvert reste ouvert. Votre choix vaut pour ce qui attend maintenant et pour ce qui viendra.
results-readiness-save = Enregistrer
results-readiness-at-once = Tout de suite
results-readiness-at-once-about = Vous le voyez dès que votre centre l’envoie. Votre équipe ne l’a peut-être pas encore lu.
results-readiness-after-days = Après quelques jours
results-readiness-after-days-about = Votre équipe a le temps de le lire et de vous appeler. Puis il s’ouvre de lui-même.
results-readiness-days = Jours d’attente (1 à 30)
results-readiness-after-comment = Après un commentaire de mon équipe
results-readiness-after-comment-about = Il s’ouvre quand une personne de votre équipe vous a écrit à son sujet.
results-readiness-start = Réglage de votre centre
results-readiness-start-days = { $count ->
    [one] Réglage de votre centre : { $count } jour
    [many] Réglage de votre centre : { $count } de jours
   *[other] Réglage de votre centre : { $count } jours
}
results-readiness-days-wrong = Indiquez un nombre de jours de 1 à 30.
results-readiness-choose-one = Choisissez l’une des trois possibilités.
results-comments = De votre équipe soignante
results-comment-by = { $name }, équipe soignante, { $day }
results-comment-by-team = Équipe soignante, { $day }
results-comment-on = Commenter ce résultat
results-comment-label = Votre commentaire
results-comment-hint = La personne le lit au-dessus du résultat, avec votre nom. Des mots simples aident. { NUMBER($most) } caractères au plus.
results-comment-send = Envoyer le commentaire
results-comment-release = Ouvrir sans commentaire
results-comment-release-text = La personne voit le résultat tout de suite, sans un mot de vous.
results-comment-missing = Écrivez d’abord quelque chose.
results-comment-conflict = Ce formulaire a déjà été envoyé avec d’autres mots. Vérifiez les commentaires ci-dessous, puis envoyez de nouveau.
results-comment-corrected = { $by } · Corrigé le { $day }
results-comment-withdrawn = Ce commentaire a été retiré le { $day }.
results-comment-own = Vos propres commentaires sur ce résultat
results-comment-own-text = Vous pouvez dire un commentaire autrement, ou le retirer. La personne voit qu’il a été corrigé ou retiré, et quand. Ce que le commentaire a ouvert reste ouvert.
results-comment-own-fold = Votre commentaire : { $beginning }
results-comment-correct-label = En d’autres mots
results-comment-correct = Enregistrer la correction
results-comment-withdraw = Retirer ce commentaire
results-comment-changed = C’est fait. La personne le voit dès maintenant.
results-comment-changed-meanwhile = Ce commentaire a été modifié entre-temps. Vérifiez ce qu’il dit maintenant, puis réessayez.
results-awaiting = Résultats qui attendent un commentaire
results-awaiting-lead = Ceux qui attendent depuis le plus longtemps d’abord. Un résultat s’ouvre pour la personne quand vous le commentez, ou quand vous l’ouvrez sans commentaire.
results-awaiting-none = Rien n’attend de commentaire
results-awaiting-none-text = Quand une personne suivie par vos équipes attend vos mots sur un résultat, il apparaît ici.
results-awaiting-more = Il y en a d’autres. Ils remontent à mesure que vous avancez.
results-awaiting-done = C’est fait. La personne en est informée dans Daybook.
results-awaiting-born = naissance : { $day }
results-awaiting-today = arrivé aujourd’hui
results-awaiting-days = { $count ->
    [one] attend depuis { $count } jour
    [many] attend depuis { $count } de jours
   *[other] attend depuis { $count } jours
}

## Words of reports, explained. In general, without a verdict; for a clinician to review.
results-words = Mots de ce compte rendu
results-words-about = Ce que ces mots veulent dire en général. Votre équipe peut vous dire ce qu’ils veulent dire pour vous.
results-words-back = Retour au texte
results-word-adenocarcinoma = Cancer qui commence dans les cellules des glandes. Ces cellules produisent des liquides comme le mucus, le lait ou les sucs digestifs.
results-word-anaemia = Trop peu de globules rouges, ou trop peu d’hémoglobine dedans. Le sang transporte alors moins d’oxygène.
results-word-benign = Pas un cancer. Une grosseur bénigne ne s’étend pas à d’autres parties du corps.
results-word-biopsy = Un prélèvement de tissu. Un petit morceau est pris dans le corps et regardé au microscope.
results-word-calcification = Un petit dépôt de calcium dans un tissu. Beaucoup ont une cause sans gravité ; leur forme en dit plus à l’équipe.
results-word-carcinoma = Cancer qui commence dans les cellules qui couvrent le corps ou tapissent ses organes. C’est le groupe de cancers le plus fréquent.
results-word-contrast = Un produit pour les examens d’imagerie. Il rend les vaisseaux et les organes plus visibles.
results-word-cyst = Une petite poche remplie de liquide. La plupart des kystes ne sont pas un cancer.
results-word-effusion = Du liquide en trop dans un espace du corps, par exemple autour d’un poumon ou du cœur.
results-word-grade = Un échelon sur une échelle. Pour une tumeur, il dit à quel point les cellules diffèrent des cellules saines ; pour un effet secondaire, il dit sa force.
results-word-her2 = Une protéine à la surface des cellules qui les aide à grandir. Certains cancers en ont beaucoup, et des traitements la visent.
results-word-in-situ = Resté sur place. Les cellules ont changé mais n’ont pas pénétré dans le tissu qui les entoure.
results-word-invasive = Qui pousse dans le tissu autour. Le mot ne dit pas jusqu’où.
results-word-ki-67 = Un indice du nombre de cellules qui se divisent. Votre équipe le lit avec les autres résultats.
results-word-lesion = Une zone qui a un autre aspect que le tissu autour. Le mot ne dit pas quelle en est la cause.
results-word-lymph-node = Une petite partie du système de défense, en forme de haricot. Les ganglions filtrent le liquide du corps et aident à combattre les infections.
results-word-lymphadenopathy = Des ganglions gonflés. Une infection, un cancer ou d’autres causes peuvent les faire grossir.
results-word-lymphovascular-invasion = Des cellules du cancer dans de petits vaisseaux sanguins ou lymphatiques. On les cherche au microscope.
results-word-malignant = Cancéreux. Des cellules malignes peuvent pénétrer dans les tissus voisins et s’étendre à d’autres parties du corps.
results-word-margin = Le bord. Après une opération, c’est le pourtour du tissu retiré ; on y cherche des cellules du cancer.
results-word-mass = Une grosseur. Le mot ne dit pas si c’est un cancer ou non.
results-word-metastasis = Extension. Un cancer qui est passé de son point de départ à une autre partie du corps.
results-word-mutation = Un changement dans un gène. Il peut être seulement dans la tumeur, ou dans toutes les cellules du corps depuis la naissance.
results-word-necrosis = Des cellules ou des tissus morts. Cela peut venir de soi-même ou à cause d’un traitement.
results-word-neutropenia = Peu de neutrophiles, les globules blancs qui combattent les microbes. Tant qu’ils sont bas, une infection vient plus facilement.
results-word-nodule = Une petite grosseur ronde. Beaucoup de nodules ne sont pas un cancer.
results-word-oedema = Un gonflement dû à du liquide dans les tissus.
results-word-oestrogen-receptor = Un point d’attache des cellules pour l’hormone œstrogène. Quand un cancer en a, un traitement hormonal peut aider.
results-word-poorly-differentiated = Les cellules sont très différentes des cellules saines. De telles cellules poussent souvent plus vite.
results-word-progesterone-receptor = Un point d’attache des cellules pour l’hormone progestérone. Quand un cancer en a, un traitement hormonal peut aider.
results-word-progression = La maladie a grandi ou avancé.
results-word-recurrence = La maladie est revenue après un temps où on ne la trouvait plus ou où elle était maîtrisée.
results-word-remission = Les signes de la maladie ont diminué ou ne se trouvent plus.
results-word-stable-disease = À peu près comme avant. Le cancer n’a ni beaucoup grandi ni beaucoup diminué.
results-word-stage = Une étape qui dit où en est une maladie. Pour un cancer, elle décrit la taille et s’il s’est étendu.
results-word-thrombocytopenia = Peu de plaquettes, les cellules qui aident le sang à coaguler. Tant qu’elles sont basses, bleus et saignements viennent plus facilement.
results-word-tumour = Un amas de cellules qui pousse. Ce peut être un cancer ou non ; le compte rendu ou votre équipe le dit.
results-word-unremarkable = Comme d’habitude. Rien n’a attiré l’attention de la personne qui a regardé.
results-word-uptake = La quantité de traceur qu’une partie du corps capte pendant un examen. Un cancer, une inflammation ou un organe sain peuvent en capter.
results-word-well-differentiated = Les cellules ressemblent beaucoup à des cellules saines. De telles cellules poussent souvent plus lentement.
