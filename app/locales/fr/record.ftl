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
