### Ce qui reste d’un médicament, et en demander.

medicines-supply-back = Médicaments
medicines-supply-title = Réserve
medicines-supply-link = Ce qui reste, et en demander
medicines-supply-window = Réserve : { $name }
medicines-supply-left = Ce qui reste
medicines-supply-of = { $count } × { $strength }
medicines-supply-none = Personne n’a encore compté.
medicines-supply-until = Assez jusqu’au { $date }, si tout est pris comme prévu. Ce jour-là, il n’y a pas assez pour une prise.
medicines-supply-by = Demandez-en avant le { $date }.
medicines-supply-now = Il est temps d’en demander.
medicines-supply-open-end = On ne connaît pas de jour où il n’y en aura plus.
medicines-supply-counted = Compté le { $date }, moins ce qui a été noté comme pris depuis.
medicines-supply-saved = C’est enregistré.
medicines-supply-saved-asked = Votre demande est chez votre équipe de soins. Rien n’est encore commandé.
medicines-supply-saved-withdrawn = Votre demande est retirée. Rien n’a été commandé.

## Compter.
medicines-supply-count = Comptez ce que vous avez
medicines-supply-count-hint = Comptez ce qu’il y a dans toutes vos boîtes. Ensuite, Daybook retire ce que vous notez comme pris.
medicines-supply-how-many = Combien
medicines-supply-how-many-of = Combien de { $strength }
medicines-supply-kind = Qu’avez-vous compté ?
medicines-supply-all = Tout ce que j’ai maintenant
medicines-supply-more = De nouvelles boîtes, en plus de ce qui reste
medicines-supply-lead = Jours qu’il vous faut pour en avoir
medicines-supply-lead-hint = De la demande jusqu’au moment où vous l’avez chez vous.
medicines-supply-save = Enregistrer le compte
medicines-supply-own = Ce médicament est à vous. Votre équipe de soins ne le commande pas.

## En demander.
medicines-supply-refill = Demander ce médicament
medicines-supply-ask-about = Votre demande va à votre équipe de soins. Ce n’est pas une commande : elle la regarde d’abord, puis l’envoie à une pharmacie.
medicines-supply-words = Ce qu’elle devrait savoir
medicines-supply-words-hint = Facultatif. Par exemple quelle pharmacie.
medicines-supply-ask = Faire la demande
medicines-supply-withdraw = Retirer la demande
medicines-supply-not-asked = Personne n’en a demandé.
medicines-supply-before = Demandes précédentes
medicines-supply-someone = votre équipe de soins
medicines-supply-promised = Quelqu’un de votre équipe la regarde avant le { $when }.
medicines-supply-opens = Votre équipe travaille à nouveau à partir du { $when }.
medicines-supply-late = Personne ne l’a encore regardée, plus tard que promis. Appelez votre équipe.
medicines-supply-state-requested = Demandé. Rien n’est encore commandé.
medicines-supply-state-sent = Envoyé à la pharmacie. Pas encore prêt.
medicines-supply-state-ready = Prêt à être retiré.
medicines-supply-state-refused = Pas commandé : votre équipe de soins a refusé.
medicines-supply-state-withdrawn = Retiré. Rien n’a été commandé.
medicines-supply-step-requested = Demandé le { $when }
medicines-supply-step-seen = Vu par votre équipe de soins le { $when }
medicines-supply-step-sent = Envoyé à la pharmacie par { $name } le { $when }
medicines-supply-step-ready = Prêt, selon { $name }, le { $when }
medicines-supply-step-refused = Refusé par { $name } le { $when }
medicines-supply-step-withdrawn = Retiré le { $when }

## Ce qui ne va pas.
medicines-supply-error-count = Indiquez par un nombre combien vous en avez. 0 est aussi un nombre, mais de nouvelles boîtes en contiennent au moins un.
medicines-supply-error-lead = Indiquez les jours par un nombre de 0 à 60.
medicines-supply-error-asked = Une demande est déjà faite. Vous voyez plus bas où elle en est.
medicines-supply-error-ordered = La pharmacie a déjà cette demande. Appelez votre équipe de soins.
medicines-supply-error-changed = Cela a changé entre-temps. Regardez, puis réessayez.
