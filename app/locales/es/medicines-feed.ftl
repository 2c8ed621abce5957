### El calendario de tomas para un programa de calendario.

medicines-feed-made = La dirección de su calendario está lista
medicines-feed-once = Esta dirección se muestra solo esta vez. Póngala ahora en su programa de calendario.
medicines-feed-address = La dirección
medicines-feed-secret = Quien tenga esta dirección puede leer el calendario. Por favor, no se la dé a nadie.
medicines-feed-open = Añadirla al calendario de este dispositivo
medicines-feed-how = Para añadirlo usted, copie la dirección. En su programa de calendario, elija añadir un calendario por suscripción o desde una dirección web, y péguela allí.
medicines-feed-kept = Listo
medicines-feed-lead = Su programa de calendario puede mostrar cuándo toca algo y recordárselo aunque Daybook esté cerrado. Contiene las horas de sus tomas de los próximos 60 días.
medicines-feed-ended = El calendario está desactivado. Su dirección ya no abre nada.
medicines-feed-yours = Su calendario
medicines-feed-since = Creado el { $day }
medicines-feed-named = Nombra sus medicamentos.
medicines-feed-discreet = No nombra sus medicamentos. Cada hora dice solo «Daybook».
medicines-feed-read = Leído por última vez por un programa de calendario el { $day } a las { $time }. Se anota una vez al día.
medicines-feed-unread = Ningún programa de calendario lo ha leído todavía.
medicines-feed-end = Desactivar el calendario
medicines-feed-make-title = Crear una dirección de calendario
medicines-feed-make = Crear una dirección
medicines-feed-renew-title = Crear una dirección nueva
medicines-feed-renew = Crear una dirección nueva
medicines-feed-voids = La dirección que tiene ahora deja de funcionar. Después añada la nueva a su programa de calendario.
medicines-feed-wording = Qué dice el calendario
medicines-feed-say-nothing = Solo «Daybook»
medicines-feed-say-nothing-about = Si otras personas ven su calendario, no saben nada de su salud.
medicines-feed-say-names = Los nombres de los medicamentos
medicines-feed-say-names-about = Quien vea su calendario, y la empresa que lo gestiona, puede leerlos.
medicines-feed-honest = Los programas de calendario lo vuelven a leer cuando quieren, a menudo solo cada pocas horas. Un cambio puede tardar ese tiempo en verse. Lo que usted anota en Daybook no se ve allí.

medicines-feed-title = Las tomas en su calendario
