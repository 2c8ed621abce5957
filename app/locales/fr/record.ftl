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
record-take-lead = Enregistrez une copie de tout ce que votre centre de soins a envoyé à Daybook.
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
record-take-fhir-text = Un fichier au format FHIR R4, exactement comme votre centre de soins l’a envoyé, avec tous les documents. Il est fait pour les ordinateurs.
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
