### Les demandes de médicament dans la liste de travail.

worklist-refill-kind = Renouvellement demandé
worklist-refill-title = Étape suivante
worklist-refill-hint = La personne voit chaque étape, avec le nom et l’heure. Avant l’envoi, sa page dit que rien n’est encore commandé.
worklist-refill-sent = Envoyé à la pharmacie
worklist-refill-ready = Prêt à être retiré
worklist-refill-refuse = Refuser
worklist-refill-refused = Refuser avec cette raison
worklist-refill-refuse-hint = La personne lit ces mots. Dites quoi faire à la place.
worklist-refill-why = Pourquoi ce n’est pas commandé
worklist-refill-error = Dites pourquoi ce n’est pas commandé.
worklist-refill-supply = Réserve et demandes précédentes
