### Le fuseau horaire : à l’heure de quel lieu on vit, et ce qui est demandé en voyage.

account-zone-lead = Vos médicaments, vos rappels et vos journées suivent l’heure de ce lieu.
account-zone-now = Daybook suit l’heure de ce lieu : { $place }. Il y est { $time }.
account-zone-other = Choisir un lieu
account-zone-save = Enregistrer le lieu
account-zone-changed = C’est enregistré. Daybook suit maintenant l’heure de ce lieu : { $place }.
account-zone-kept = C’est enregistré. L’heure de ce lieu reste : { $place }. La question revient quand votre appareil affiche encore une autre heure.

## En voyage.
account-zone-asks = Votre appareil affiche l’heure de ce lieu : { $device }. Vos médicaments suivent celle-ci : { $home }.
account-zone-asks-way = Choisir l’heure
account-zone-which = Quelle heure voulez-vous suivre ?
account-zone-device = Votre appareil affiche l’heure de ce lieu : { $place }. Il y est { $time }.
account-zone-keep = Garder l’heure de { $place }
account-zone-keep-about = Bien pour un court voyage : vous prenez tout au même moment qu’à la maison.
account-zone-change = Passer à l’heure de { $place }
account-zone-change-about = Bien pour un long séjour : ce que vous prenez à 8 heures du matin vient à 8 heures du matin là-bas. La première fois, l’écart entre deux prises est plus long ou plus court.
account-zone-next = À l’heure de { $place }, les prochaines prises sont :
account-zone-past = Là-bas, l’heure est déjà passée pour : { $names }. Demandez à votre équipe si la prise est encore à faire.
account-zone-hours = Ce que vous prenez toutes les quelques heures garde ses vraies heures dans les deux cas. Pour certains médicaments, l’écart compte : demandez à votre équipe avant de partir.

## What pages with a script say too. (browser)
account-zone-title = Fuseau horaire
account-zone-by = Selon l’heure de { $place }
