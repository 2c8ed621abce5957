### Today.

record-today = Aujourd’hui
record-hello = Bonjour { $name }
record-new = Ce qui est nouveau
record-all-results = Tous les résultats
record-new-none = Vous avez tout vu.
record-new-none-text = Les nouveaux résultats s’affichent ici dès que votre centre de soins les envoie.
record-new-more = Il y a d’autres nouveautés. Voir tous les résultats.
record-latest = Derniers résultats
record-coming = À venir
record-coming-none = Daybook n’a connaissance d’aucun rendez-vous.
record-coming-none-text = Ce que votre centre de soins vous a dit compte toujours plus que cette page.

## Emporter ses données.
record-take = Emporter mes données
record-take-short = Enregistrer une copie de tout votre dossier
record-take-lead = Enregistrez une copie de tout ce que votre centre de soins a envoyé à Daybook, de ce que vous avez dit dans votre journal et de ce que votre équipe a noté de votre traitement.
record-take-what = Ce qu’elle contient
record-take-what-text = Tout de { $from } à { $to } : { $kinds }.
record-take-what-undated = Tout ce qui a été envoyé : { $kinds }.
record-take-what-none = Votre centre de soins n’a encore rien envoyé. Les fichiers seront presque vides.
record-take-waiting = { $count ->
    [one] { $count } résultat attend que vous l’ouvriez. Il n’est pas encore dans les fichiers.
    [many] { $count } de résultats attendent que vous les ouvriez. Ils ne sont pas encore dans les fichiers.
   *[other] { $count } résultats attendent que vous les ouvriez. Ils ne sont pas encore dans les fichiers.
}
record-take-where = Où elle sera gardée
record-take-where-text = Votre navigateur enregistre le fichier sur cet appareil, le plus souvent dans « Téléchargements ». À partir de là, Daybook ne peut plus le protéger : toute personne qui peut ouvrir les fichiers de cet appareil peut le lire. Ne l’enregistrez pas sur un appareil partagé.
record-take-noted = Daybook note sous « Qui a lu mon dossier » qu’une copie a été enregistrée. Votre phrase de passe peut vous être demandée d’abord.
record-take-document = Pour lire et imprimer
record-take-document-text = Une page en mots simples, dans votre langue. Elle s’ouvre dans tout navigateur, même sans internet.
record-take-document-save = Enregistrer la page
record-take-fhir = Pour un autre centre de soins ou une application
record-take-fhir-text = Un fichier au format FHIR R4, exactement comme votre centre de soins l’a envoyé, avec tous les documents et votre journal. Il est fait pour les ordinateurs.
record-take-fhir-save = Enregistrer le fichier FHIR

## La page à garder.
record-document-title = Dossier de santé de { $name }
record-document-title-nameless = Dossier de santé
record-document-born = Date de naissance : { $date }
record-document-made = Enregistré depuis Daybook le { $date }. Tout a été envoyé par { $clinic } ou par son intermédiaire.
record-document-note = Cette copie ne change pas. Ce qui est arrivé plus tard n’y est pas. Ce que dit votre équipe compte toujours plus que cette page.
record-document-test = Examen
record-document-result = Résultat
record-document-range = Valeurs de référence et ce qu’elles disent
record-document-more-values = Il y a plus de valeurs qu’il n’en tient ici. Le fichier FHIR les contient toutes.
record-document-file = { $name } ({ $about }) : ce document est dans le fichier FHIR.
record-document-end = Fin du dossier.

record-care = Mon traitement
record-care-link = Traitement
record-care-short = Où vous en êtes, les jours prévus, ce qui est suspendu
record-care-lead = Ce que votre équipe soignante note ici de votre traitement. Ce qu’elle vous dit compte toujours plus que cette page.
record-care-none = Rien n’est encore noté ici
record-care-none-text = L’équipe soignante peut noter ici où en est le traitement, les jours prévus et ce qui est suspendu.
record-care-saved = Enregistré. La personne peut le lire dès maintenant.
record-care-phase = Où vous en êtes
record-care-in-treatment = En traitement
record-care-planned = Un traitement est prévu
record-care-after = Après le traitement
record-care-not-known = Non noté
record-care-since = Depuis le { $day }
record-care-days = Jours de traitement
record-care-days-none = Aucun jour n’est noté.
record-care-next = Prochains jours prévus :
record-care-more-days = { $count ->
    [one] Et { $count } autre jour ensuite.
    [many] Et { $count } d’autres jours ensuite.
   *[other] Et { $count } autres jours ensuite.
}
record-care-past = { $count ->
    [one] { $count } jour prévu est passé : { $last }.
    [many] { $count } de jours prévus sont passés. Le dernier était le { $last }.
   *[other] { $count } jours prévus sont passés. Le dernier était le { $last }.
}
record-care-holds = Suspendu
record-care-holds-none = Rien n’est noté comme suspendu.
record-care-hold-why-said = Pourquoi :
record-care-by = Noté par { $name }, équipe soignante, le { $day }
record-care-by-team = Noté par l’équipe soignante le { $day }

record-care-change = Modifier ce qui est noté
record-care-since-label = Depuis quel jour
record-care-cycle = Traitement qui revient
record-care-cycle-hint = Par exemple tous les 14 jours, 12 fois. Laissez ces trois champs vides s’il n’y en a pas. Les jours passés sont marqués dans les courbes de résultats.
record-care-cycle-first = Premier jour
record-care-cycle-length = Jours de l’un à l’autre
record-care-cycle-count = Combien de fois
record-care-other-days = Autres jours de traitement
record-care-other-days-label = Un jour par ligne
record-care-other-days-hint = Écrivez chaque jour ainsi : { $example }. { NUMBER($most) } jours au plus en tout.
record-care-hold = Suspendu, { NUMBER($number) }
record-care-hold-hint = Videz les quatre champs de ce qui n’est plus suspendu. Après l’enregistrement, il y a de la place pour un de plus.
record-care-hold-what = Médicament ou traitement
record-care-hold-why = Pourquoi
record-care-hold-since = Depuis
record-care-hold-until = Jusqu’au, dernier jour compris
record-care-note = Un mot à la personne
record-care-note-label = Votre mot
record-care-note-hint = Elle le lit en haut de cette page. Des mots simples aident. { NUMBER($most) } caractères au plus.
record-care-save = Enregistrer
record-care-conflict = Quelqu’un de votre équipe l’a modifié entre-temps. Ce qu’il a noté est au-dessus, ce que vous avez saisi est au-dessous. Vérifiez les deux, puis enregistrez de nouveau.
record-care-wrong-since = Ce n’est pas un jour, ou il n’est pas encore venu.
record-care-wrong-days = Une des lignes n’est pas un jour, ou est à plus de 10 ans d’ici.
record-care-wrong-day = Ce n’est pas un jour, ou il est à plus de 10 ans d’ici.
record-care-wrong-many = Cela fait plus de { NUMBER($most) } jours en tout.
record-care-wrong-length = Écrivez un nombre de jours de 1 à { NUMBER($most) }.
record-care-wrong-count = Écrivez un nombre, 1 ou plus.
record-care-wrong-until = La fin est avant le début.
