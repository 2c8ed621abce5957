### The care team's rooms.

worklist-people = Personnes
worklist-more = Pour l’équipe de soins
worklist-people-lead = Les personnes que vos équipes suivent.
worklist-no-team = Vous ne faites encore partie d’aucune équipe
worklist-no-team-text = Adressez-vous à votre administrateur. Vous verrez les personnes suivies dès que vous ferez partie d’une équipe.

## Finding someone.
worklist-search-label = Nom ou numéro de dossier
worklist-search-hint = Les premières lettres de chaque mot suffisent. Les accents ne comptent pas.
worklist-born-hint = Facultatif. L’année seule suffit.
worklist-born-wrong = Indiquez l’année avec 4 chiffres. Avec un jour, indiquez aussi le mois en chiffres de 1 à 12.
worklist-search-wrong = Veuillez vérifier ce que vous avez saisi
worklist-search = Chercher
worklist-found = Résultats de la recherche
worklist-all = Tout le monde, par nom
worklist-everyone = Voir tout le monde
worklist-no-match = Personne ne correspond dans vos équipes
worklist-no-match-text = Essayez avec moins de lettres, ou avec la date de naissance seule. Les personnes suivies par d’autres équipes ne figurent pas ici.
worklist-nobody = Vos équipes ne suivent encore personne
worklist-nobody-text = Les personnes apparaissent ici dès que votre administrateur confie leur dossier à l’une de vos équipes.
worklist-forgotten = Cette recherche n’est plus conservée. Veuillez chercher à nouveau.
worklist-pager = Plus de personnes
worklist-from-start = Depuis le début
worklist-next = Personnes suivantes

## A person.
worklist-born = Date de naissance : { $date }
worklist-born-unknown = Date de naissance inconnue
worklist-age = { $years ->
    [one] { $years } an
    [many] { $years } d’ans
   *[other] { $years } ans
}
worklist-died = Personne décédée
worklist-no-name = Nom inconnu

## Above every page of someone else's record.
worklist-band-label = À qui est ce dossier
worklist-band = Vous consultez le dossier de
worklist-band-words = Ces pages s’adressent à cette personne. Chaque lecture est enregistrée, et la personne peut le voir.
worklist-band-back = Retour aux personnes

## The list of what waits.
worklist-title = À traiter
worklist-lead = Ce qui attend vos équipes. Le plus grave d’abord.
worklist-comments = Commentaires
worklist-refresh = Actualiser
# Read out by a screen reader when items appear.
worklist-live-new = Nouveau à traiter : { $count }
worklist-filter = Ce qui est affiché
worklist-filter-all = Tout
worklist-filter-mine = À moi
worklist-filter-free = Sans responsable
worklist-filter-team = Équipes
worklist-filter-teams = Toutes mes équipes
worklist-waiting = En attente
worklist-empty = Rien n’attend
worklist-empty-text = Dès que quelque chose demande l’attention de vos équipes, cela s’affiche ici.
worklist-empty-here = Il n’y a rien ici
worklist-empty-here-text = D’autres éléments attendent peut-être sous « Tout ».
worklist-pager-items = Suite de cette liste
worklist-items-start = Depuis le plus grave
worklist-items-next = Éléments suivants
# How soon someone must take it.
worklist-urgent = Urgent
worklist-soon = Bientôt
worklist-low = Peu urgent
worklist-since = Depuis { $when }
worklist-take-by = À prendre avant { $when } (reste { $left })
worklist-late = En retard depuis { $when }
worklist-promised = Promis pour { $when }
worklist-stepped = { $times ->
    [one] Relancé { $times } fois
    [many] Relancé { $times } de fois
   *[other] Relancé { $times } fois
}
worklist-holder = Pris par { $name }
worklist-holder-you = Pris par vous
worklist-holder-none = Sans responsable
worklist-today-at = aujourd’hui à { $time }
worklist-yesterday-at = hier à { $time }
worklist-tomorrow-at = demain à { $time }
worklist-date-at = { $date } à { $time }
worklist-minutes = { $n ->
    [one] { $n } minute
    [many] { $n } de minutes
   *[other] { $n } minutes
}
worklist-hours = { $n ->
    [one] { $n } heure
    [many] { $n } d’heures
   *[other] { $n } heures
}
worklist-days = { $n ->
    [one] { $n } jour
    [many] { $n } de jours
   *[other] { $n } jours
}
worklist-more-alerts = { $n ->
    [one] et { $n } autre
    [many] et { $n } d’autres
   *[other] et { $n } autres
}

## How much there is.
worklist-load = Charge de travail
worklist-load-open = Ouverts
worklist-load-free = Sans responsable
worklist-load-late = En retard
worklist-load-median = Délai avant la première action
worklist-load-median-about = Valeur médiane des 30 derniers jours
worklist-load-none = Pas encore de valeur
worklist-load-ages = Ouverts, par ancienneté
worklist-load-age-hours = Jusqu’à 4 heures
worklist-load-age-day = Jusqu’à un jour
worklist-load-age-days = Jusqu’à 3 jours
worklist-load-age-older = Plus longtemps
worklist-load-holders = Pris en charge, par qui
worklist-load-holders-none = Personne n’a rien pris en charge

## What was reported.
worklist-kind-alert = Symptômes à examiner
worklist-kind-note = Message à lire
worklist-kind-silent = Sans réponse
worklist-kind-medicine = Un médicament pris au-delà du plan
worklist-beyond-twice = Pris une deuxième fois : { $when }
worklist-beyond-soon = Pris plus tôt que permis : { $when }
worklist-beyond-most = Pris au-delà du maximum en 24 heures : { $when }
worklist-silent = Aucune réponse depuis le { $date }
# What it is about, and what changed.
worklist-headline = { $about } : { $change }
worklist-temperature = Température de { $degrees } °C
worklist-part-frequency = fréquence
worklist-part-severity = intensité
worklist-part-interference = gêne
worklist-part-amount = quantité
worklist-part-presence = présence
worklist-reason-level = { $part } { $level } sur 4
worklist-reason-rise = { $part } { $from } → { $to } depuis le { $date }
worklist-reason-slide = { $part } en hausse peu à peu : d’abord { $first }, puis { $previous }, maintenant { $now }
worklist-reason-grade = grade { $grade } sur 3
worklist-reason-grade-rise = grade { $before } → { $grade } sur 3
worklist-reason-flagged = en ce moment
worklist-reason-fever = à la limite ou au-dessus
worklist-caregiver = Signalé par un proche aidant
worklist-flag-fever = Fièvre, ou frissons avec tremblements
worklist-flag-chest = Douleur dans la poitrine
worklist-flag-breath = Essoufflement au repos
worklist-flag-bleeding = Saignement qui ne s’arrête pas
worklist-flag-confusion = Confusion nouvelle
worklist-flag-weakness = Faiblesse nouvelle, ou perte de contrôle de la vessie ou des intestins
worklist-flag-fluids = Aucun liquide gardé depuis 24 heures
worklist-flag-harm = Idées de se faire du mal

## One item.
worklist-back = Retour à la liste
worklist-status = Où en est-on
worklist-status-holder = Responsable
worklist-status-said = Signalé
worklist-status-opened = Ouvert
worklist-status-promised = Délai promis
worklist-status-seen = Vu pour la première fois
worklist-status-decided = Décision
worklist-status-closed = Clos
worklist-reported = Ce qui a été signalé
worklist-heard = Chaque signalement
worklist-history = Évolution
worklist-history-others = Autres symptômes
worklist-reach = Comment joindre la personne
worklist-reach-none = Le dossier ne contient ni numéro de téléphone ni adresse électronique.
worklist-record = Ouvrir le dossier
worklist-done = Ce qui a été fait
worklist-done-none = Rien pour l’instant
worklist-someone = Un membre de l’équipe
worklist-deed-take = Pris en charge
worklist-deed-give-back = Rendu à l’équipe
worklist-deed-hand-over = Transmis à { $name }
worklist-deed-note = Note
worklist-deed-decide = Décision : { $decision }
worklist-deed-close = Clos
worklist-deed-reopen = Rouvert
worklist-deed-mute = Alertes en pause : { $symptom }, { $time }
worklist-decision-called = Appel passé
worklist-decision-advice = Conseil donné
worklist-decision-visit = Rendez-vous organisé
worklist-decision-none = Pas d’action, car…

## What one can do about it.
worklist-do = Ce que vous pouvez faire
worklist-take = Prendre en charge
worklist-give-back = Rendre à l’équipe
worklist-note = Ajouter une note
worklist-note-label = Votre note
worklist-note-hint = Votre équipe la lit. La personne ne la voit pas.
worklist-note-send = Enregistrer la note
worklist-decide = Décider
worklist-decide-legend = Quelle est votre décision ?
worklist-decide-text = En quelques mots
worklist-decide-hint = Nécessaire s’il n’y a pas d’action. La personne voit la décision, pas ces mots.
worklist-decide-send = Enregistrer la décision
worklist-close = Clore
worklist-close-hint = Ce qui est clos quitte la liste. On peut le rouvrir.
worklist-reopen = Rouvrir
worklist-hand-over = Transmettre
worklist-hand-over-to = À qui
worklist-hand-over-choose = Choisir
worklist-mute = Mettre en pause les alertes d’un symptôme connu
worklist-mute-hint = Pour 28 jours au plus, et seulement tant qu’il ne s’aggrave pas. Le niveau le plus fort et les signes graves alertent toujours.
worklist-mute-symptom = Symptôme
worklist-mute-days = Jours, de 1 à 28
worklist-mute-send = Mettre en pause
worklist-muted = Alertes en pause jusqu’au { $date } : { $symptom }
worklist-saved = Enregistré.
worklist-closed = Clos. Il n’est plus dans la liste.
worklist-error-taken = { $name } a été plus rapide et s’en charge. Votre saisie n’a pas été enregistrée.
worklist-error-changed = Cet élément a changé entre-temps. Votre saisie n’a pas été enregistrée. Regardez ce qui a été fait, puis réessayez.
worklist-kept = Ce que vous avez écrit
worklist-error-note = Écrivez d’abord quelque chose.
worklist-error-why = Indiquez pourquoi il n’y a pas d’action.
worklist-error-decision = Choisissez une décision.
worklist-error-undecided = Prenez une décision avant de clore.
worklist-error-to = Choisissez une personne de votre équipe.
worklist-error-symptom = Les alertes de ce symptôme ne peuvent pas être mises en pause.
worklist-error-days = Indiquez les jours par un nombre de 1 à 28.
