### Who read one's record, and what else was done with it.

audit-title = Qui a lu mon dossier
audit-lead = Toutes les personnes qui ont ouvert votre dossier, et tout ce qui a été fait. Le plus récent vient en premier.
audit-more = Mon dossier
audit-more-text = Qui l’a ouvert, et quand
audit-filter = Ce qui est affiché
audit-everyone = Tout le monde
audit-others = Les autres personnes
audit-nobody = Il n’y a rien ici
audit-nobody-text = Dès que quelqu’un ouvre votre dossier, cela est noté ici.
audit-five-minutes = Plusieurs lectures de la même partie par la même personne en cinq minutes forment une seule ligne. Si quelque chose vous surprend ici, demandez à votre équipe soignante.
audit-pager = Suite de cette liste
audit-newest = Les plus récents
audit-older = Plus anciens

## Who it was.
audit-you = Vous
audit-someone = Une personne du centre de soins
audit-operator = L’équipe qui gère Daybook pour le centre de soins
audit-system = Un système du centre de soins
audit-daybook = Daybook, de lui-même
audit-of-team = Équipe : { $team }
audit-care-team = Équipe soignante
audit-administrator = Administration

## What was done.
audit-act-opened = Ouverture du dossier
audit-act-results = Lecture des résultats
audit-act-log = Lecture de cette liste
audit-act-diary-read = A consulté le journal
audit-act-diary-write = A écrit dans le journal
audit-act-diary-plan = A défini le rythme des bilans du journal
audit-act-medicines-read = A regardé les médicaments
audit-act-medicines-write = A changé un médicament ou noté une prise
audit-act-medicines-order = A changé la façon de prendre un médicament
audit-act-comment = Commentaire écrit sur un résultat
audit-act-correct = Commentaire sur un résultat corrigé
audit-act-withdraw = Commentaire sur un résultat retiré
audit-act-care-read = Lecture de ce qui est noté du traitement
audit-act-care = Modification de ce qui est noté du traitement
audit-act-open = Ouverture d’un résultat en attente
audit-act-choose = Choix du moment où les résultats s’ouvrent
audit-act-step-up = Nouvelle confirmation d’identité
audit-act-mail-code = A demandé un code qui confirme une adresse e-mail
audit-act-mail-address = A confirmé une adresse e-mail pour les rappels
audit-act-mail-remove = A supprimé l’adresse e-mail des rappels
audit-act-mail-choose = A choisi les avis qui viennent
audit-act-zone = A choisi le fuseau horaire
audit-act-push-on = A activé les notifications sur un appareil
audit-act-push-off = A désactivé les notifications sur un appareil
audit-act-keep = A fait garder une copie par un appareil à soi
audit-act-copy = Copie du dossier
audit-act-asked-more = Demande d’un médicament
audit-act-counted = Compte de ce qui reste d’un médicament
audit-act-feed-on = A créé une adresse pour le calendrier des prises
audit-act-feed-off = A désactivé le calendrier des prises
audit-act-feed-read = Un programme d’agenda a lu le calendrier des prises
audit-act-told-ask = A demandé à quelqu’un d’autre s’il veut être prévenu des prises sans réponse
audit-act-told-choose = A choisi ce qui est dit à quelqu’un d’autre des prises sans réponse
audit-act-told-end = A mis fin aux e-mails à quelqu’un d’autre sur les prises sans réponse
audit-act-told-yes = Quelqu’un d’autre a accepté d’être prévenu des prises sans réponse
audit-act-told-no = Quelqu’un d’autre n’a pas voulu être prévenu des prises sans réponse
audit-act-told-stop = Quelqu’un d’autre a mis fin aux e-mails sur les prises sans réponse
audit-act-told-news = A prévenu quelqu’un d’autre qu’une prise reste sans réponse
audit-act-brought = { $things ->
    [one] Envoi de { $things } élément
    [many] Envoi de { $things } d’éléments
   *[other] Envoi de { $things } éléments
}
audit-act-brought-some = Envoi de nouveaux éléments
audit-act-sign-in = Connexion
audit-act-sign-out = Déconnexion
audit-act-end-session = Déconnexion d’un appareil
audit-act-enrol = Ouverture de ce Daybook avec une lettre
audit-act-reset = Choix d’une nouvelle phrase de passe avec une lettre
audit-act-letter = Création d’une lettre qui ouvre ce Daybook
audit-act-closed = Fermeture de ce compte
audit-act-given-to = Dossier confié à une équipe, qui peut le lire désormais : { $team }
audit-act-given = Dossier confié à une équipe, qui peut le lire désormais
audit-act-taken-from = Dossier retiré à une équipe, qui ne peut plus le lire : { $team }
audit-act-taken = Dossier retiré à une équipe, qui ne peut plus le lire
audit-act-account = Changement de la façon de se connecter
audit-act-record = Changement dans le dossier
audit-act-passed-on = Transmission à l’équipe soignante de ce qui a été signalé
audit-act-reminded = Rappel à l’équipe soignante que quelque chose attend
audit-act-listed = Consultation de la liste de ce qui attend l’équipe soignante
audit-act-item = Consultation de ce qui attend l’équipe soignante
audit-act-work = Suivi de ce qui attend l’équipe soignante
