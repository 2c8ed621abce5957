### The care team's rooms.

worklist-people = Personnes
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
