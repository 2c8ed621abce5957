### Le calendrier des prises pour un programme d’agenda.

medicines-feed-made = L’adresse de votre calendrier est prête
medicines-feed-once = Cette adresse n’est montrée que cette fois. Mettez-la maintenant dans votre programme d’agenda.
medicines-feed-address = L’adresse
medicines-feed-secret = Toute personne qui a cette adresse peut lire le calendrier. Merci de ne pas la transmettre.
medicines-feed-open = L’ajouter à l’agenda de cet appareil
medicines-feed-how = Pour l’ajouter vous-même, copiez l’adresse. Dans votre programme d’agenda, choisissez d’ajouter un calendrier par abonnement ou depuis une adresse web, puis collez-la.
medicines-feed-kept = Terminé
medicines-feed-lead = Votre programme d’agenda peut montrer quand quelque chose est à faire et vous le rappeler même si Daybook est fermé. Il contient les heures de vos prises pour les 60 prochains jours.
medicines-feed-ended = Le calendrier est désactivé. Son adresse n’ouvre plus rien.
medicines-feed-yours = Votre calendrier
medicines-feed-since = Créé le { $day }
medicines-feed-named = Il nomme vos médicaments.
medicines-feed-discreet = Il ne nomme pas vos médicaments. Chaque heure dit seulement « Daybook ».
medicines-feed-read = Lu la dernière fois par un programme d’agenda le { $day } à { $time }. Cela est noté une fois par jour.
medicines-feed-unread = Aucun programme d’agenda ne l’a encore lu.
medicines-feed-end = Désactiver le calendrier
medicines-feed-make-title = Créer une adresse de calendrier
medicines-feed-make = Créer une adresse
medicines-feed-renew-title = Créer une nouvelle adresse
medicines-feed-renew = Créer une nouvelle adresse
medicines-feed-voids = L’adresse actuelle ne fonctionnera plus. Vous ajouterez ensuite la nouvelle à votre programme d’agenda.
medicines-feed-wording = Ce que dit le calendrier
medicines-feed-say-nothing = Seulement « Daybook »
medicines-feed-say-nothing-about = Si d’autres voient votre agenda, ils n’apprennent rien sur votre santé.
medicines-feed-say-names = Les noms des médicaments
medicines-feed-say-names-about = Toute personne qui voit votre agenda, et l’entreprise qui le gère, peut les lire.
medicines-feed-honest = Les programmes d’agenda le relisent quand ils le veulent, souvent seulement toutes les quelques heures. Un changement peut mettre ce temps à apparaître. Ce que vous notez dans Daybook n’y apparaît pas.

medicines-feed-title = Les prises dans votre agenda
