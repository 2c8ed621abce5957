### Ce qui a été pris en un mois.

medicines-history-window = Ce qui a été pris : { $month }
medicines-history-months = Autres mois
medicines-history-none = Rien n’est noté pour ce mois
medicines-history-none-text = Dès qu’un médicament a des heures que vous avez confirmées, vous voyez ici ce qui a été pris.
medicines-history-taken = { $taken } prises prévues sur { $planned } sont notées comme prises ({ $share } sur 100).
medicines-history-others = Sautées : { $skipped }. Oubliées : { $missed }. Sans réponse : { $unknown }.
medicines-history-open-yet = Vous pouvez encore répondre pour les premières prises de ce mois.
medicines-history-as-needed = Rien n’était prévu ce mois-ci. Pris au besoin : { $count }.
medicines-history-about = Une prise sans réponse a pu être prise ou non. Les jours de repos et de pause ne sont pas comptés.
medicines-history-calendar = Calendrier
medicines-history-caption = Chaque jour du mois, tous les médicaments ensemble
medicines-history-day-all = Tout pris
medicines-history-day-part = Une partie prise
medicines-history-day-nothing = Rien pris
medicines-history-day-unknown = Sans réponse
medicines-history-day-open = Pas encore fini
medicines-history-day-rest = Repos
medicines-history-day-paused = En pause ou suspendu
medicines-history-day-beside = Seulement au besoin
medicines-history-of = { $taken } sur { $planned }
medicines-history-each = Chaque médicament
medicines-history-medicine = Médicament
medicines-history-head-taken = Pris
medicines-history-head-skipped = Sauté
medicines-history-head-missed = Oublié
medicines-history-head-unknown = Sans réponse
medicines-history-share-head = Pris sur 100
medicines-history-share = { $share }
medicines-history-whole = Tous ensemble
medicines-history-reasons = Pourquoi des prises ont été sautées
medicines-history-days = Chaque jour en tableau
medicines-history-day = Jour
medicines-history-mon = Lun
medicines-history-tue = Mar
medicines-history-wed = Mer
medicines-history-thu = Jeu
medicines-history-fri = Ven
medicines-history-sat = Sam
medicines-history-sun = Dim
medicines-history-beside = { $count ->
    [one] pris { $count } fois au besoin ou hors du plan
    [many] pris { $count } de fois au besoin ou hors du plan
   *[other] pris { $count } fois au besoin ou hors du plan
}
medicines-history-rest-days = { $count ->
    [one] { $count } jour de repos
    [many] { $count } de jours de repos
   *[other] { $count } jours de repos
}
medicines-history-paused-days = { $count ->
    [one] { $count } jour en pause ou suspendu
    [many] { $count } de jours en pause ou suspendus
   *[other] { $count } jours en pause ou suspendus
}
medicines-history-times = { $count ->
    [one] { $count } fois
    [many] { $count } de fois
   *[other] { $count } fois
}
medicines-history-answer = Dites-nous ce qui s’est passé
medicines-history-answered = Rien n’est sans réponse ce jour-là
medicines-history-answered-text = Chaque prise a une réponse, ou son plan a changé depuis.

## Aussi dans les pages avec script.
medicines-history-title = Ce qui a été pris
