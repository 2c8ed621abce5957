### The care team's rooms.

worklist-people = Personas
worklist-more = Para el equipo de atención
worklist-people-lead = Las personas que atienden sus equipos.
worklist-no-team = Todavía no pertenece a ningún equipo
worklist-no-team-text = Consulte a su administrador. Verá a las personas de un equipo en cuanto forme parte de él.

## Finding someone.
worklist-search-label = Nombre o número de historial
worklist-search-hint = Bastan las primeras letras de cada palabra. Las tildes no importan.
worklist-born-hint = Opcional. Basta con el año.
worklist-born-wrong = Escriba el año con 4 cifras. Si escribe un día, escriba también el mes con un número del 1 al 12.
worklist-search-wrong = Por favor, revise lo que escribió
worklist-search = Buscar
worklist-found = Resultados de la búsqueda
worklist-all = Todas las personas, por nombre
worklist-everyone = Ver a todas las personas
worklist-no-match = Nadie coincide en sus equipos
worklist-no-match-text = Pruebe con menos letras o solo con la fecha de nacimiento. Aquí no aparecen las personas que atienden otros equipos.
worklist-nobody = Sus equipos todavía no atienden a nadie
worklist-nobody-text = Las personas aparecen aquí en cuanto su administrador asigna su historial a uno de sus equipos.
worklist-forgotten = Esta búsqueda ya no se conserva. Por favor, busque de nuevo.
worklist-pager = Más personas
worklist-from-start = Desde el principio
worklist-next = Personas siguientes

## A person.
worklist-born = Fecha de nacimiento: { $date }
worklist-born-unknown = Fecha de nacimiento desconocida
worklist-age = { $years ->
    [one] { $years } año
    [many] { $years } de años
   *[other] { $years } años
}
worklist-died = Ha fallecido
worklist-no-name = Nombre desconocido

## Above every page of someone else's record.
worklist-band-label = De quién es este historial
worklist-band = Está viendo el historial de
worklist-band-words = Estas páginas se dirigen a esta persona. Cada lectura queda anotada y la persona puede verlo.
worklist-band-back = Volver a las personas

## The list of what waits.
worklist-title = Por atender
worklist-lead = Lo que espera a sus equipos. Lo más grave, primero.
worklist-comments = Comentarios
worklist-refresh = Actualizar
# Read out by a screen reader when items appear.
worklist-live-new = Nuevo por atender: { $count }
worklist-filter = Lo que se muestra
worklist-filter-all = Todo
worklist-filter-mine = Lo mío
worklist-filter-free = Sin responsable
worklist-filter-team = Equipos
worklist-filter-teams = Todos mis equipos
worklist-waiting = En espera
worklist-empty = No hay nada pendiente
worklist-empty-text = En cuanto algo necesite a sus equipos, aparecerá aquí.
worklist-empty-here = Aquí no hay nada
worklist-empty-here-text = Puede haber otros asuntos en «Todo».
worklist-pager-items = Más de esta lista
worklist-items-start = Desde lo más grave
worklist-items-next = Asuntos siguientes
# How soon someone must take it.
worklist-urgent = Urgente
worklist-soon = Pronto
worklist-low = Poco urgente
worklist-since = Desde { $when }
worklist-take-by = Atender antes de: { $when } (quedan { $left })
worklist-late = Con retraso desde { $when }
worklist-promised = Prometido para { $when }
worklist-stepped = { $times ->
    [one] Avisado { $times } vez
    [many] Avisado { $times } de veces
   *[other] Avisado { $times } veces
}
worklist-holder = A cargo de { $name }
worklist-holder-you = A su cargo
worklist-holder-none = Sin responsable
worklist-today-at = hoy a las { $time }
worklist-yesterday-at = ayer a las { $time }
worklist-tomorrow-at = mañana a las { $time }
worklist-date-at = { $date } a las { $time }
worklist-minutes = { $n ->
    [one] { $n } minuto
    [many] { $n } de minutos
   *[other] { $n } minutos
}
worklist-hours = { $n ->
    [one] { $n } hora
    [many] { $n } de horas
   *[other] { $n } horas
}
worklist-days = { $n ->
    [one] { $n } día
    [many] { $n } de días
   *[other] { $n } días
}
worklist-more-alerts = { $n ->
    [one] y { $n } más
    [many] y { $n } más
   *[other] y { $n } más
}

## How much there is.
worklist-load = Cuánto hay
worklist-load-open = Abiertos
worklist-load-free = Sin responsable
worklist-load-late = Con retraso
worklist-load-median = Tiempo hasta la primera acción
worklist-load-median-about = Valor mediano de los últimos 30 días
worklist-load-none = Todavía sin valor
worklist-load-ages = Abiertos, por antigüedad
worklist-load-age-hours = Hasta 4 horas
worklist-load-age-day = Hasta un día
worklist-load-age-days = Hasta 3 días
worklist-load-age-older = Más tiempo
worklist-load-holders = Atendidos, por quién
worklist-load-holders-none = Nadie ha tomado nada

## What was reported.
worklist-kind-alert = Síntomas por revisar
worklist-kind-note = Palabras por leer
worklist-kind-silent = Sin respuesta
worklist-kind-medicine = Medicamento tomado por encima del plan
worklist-beyond-twice = Tomada por segunda vez: { $when }
worklist-beyond-soon = Tomada antes de lo permitido: { $when }
worklist-beyond-most = Tomada por encima del máximo en 24 horas: { $when }
worklist-silent = Sin respuestas desde el { $date }
# What it is about, and what changed.
worklist-headline = { $about }: { $change }
worklist-temperature = Temperatura de { $degrees } °C
worklist-part-frequency = frecuencia
worklist-part-severity = intensidad
worklist-part-interference = cuánto limita
worklist-part-amount = cantidad
worklist-part-presence = presencia
worklist-reason-level = { $part } { $level } de 4
worklist-reason-rise = { $part } { $from } → { $to } desde el { $date }
worklist-reason-slide = { $part } en aumento poco a poco: primero { $first }, luego { $previous }, ahora { $now }
worklist-reason-grade = grado { $grade } de 3
worklist-reason-grade-rise = grado { $before } → { $grade } de 3
worklist-reason-flagged = ahora mismo
worklist-reason-fever = en el límite o por encima
worklist-caregiver = Comunicado por quien le cuida
worklist-flag-fever = Fiebre, o escalofríos con temblores
worklist-flag-chest = Dolor en el pecho
worklist-flag-breath = Falta de aire en reposo
worklist-flag-bleeding = Sangrado que no para
worklist-flag-confusion = Confusión nueva
worklist-flag-weakness = Debilidad nueva, o pérdida de control de la vejiga o del intestino
worklist-flag-fluids = No retiene líquidos desde hace 24 horas
worklist-flag-harm = Pensamientos de hacerse daño

## One item.
worklist-back = Volver a la lista
worklist-status = En qué punto está
worklist-status-holder = Responsable
worklist-status-said = Comunicado
worklist-status-opened = Abierto
worklist-status-promised = Plazo prometido
worklist-status-seen = Visto por primera vez
worklist-status-decided = Decisión
worklist-status-closed = Cerrado
worklist-reported = Lo que se comunicó
worklist-heard = Cada comunicación
worklist-history = Evolución
worklist-history-others = Otros síntomas
worklist-reach = Cómo contactar
worklist-reach-none = El historial no contiene ningún teléfono ni correo electrónico.
worklist-record = Abrir el historial
worklist-done = Lo que se hizo
worklist-done-none = Nada todavía
worklist-someone = Alguien del equipo
worklist-deed-take = Tomado
worklist-deed-give-back = Devuelto al equipo
worklist-deed-hand-over = Pasado a { $name }
worklist-deed-note = Nota
worklist-deed-decide = Decisión: { $decision }
worklist-deed-close = Cerrado
worklist-deed-reopen = Abierto de nuevo
worklist-deed-mute = Avisos en pausa: { $symptom }, { $time }
worklist-decision-called = Llamada hecha
worklist-decision-advice = Consejo dado
worklist-decision-visit = Cita acordada
worklist-decision-none = Sin acción, porque…

## What one can do about it.
worklist-do = Lo que puede hacer
worklist-take = Tomar a mi cargo
worklist-give-back = Devolver al equipo
worklist-note = Añadir una nota
worklist-note-label = Su nota
worklist-note-hint = La lee su equipo. La persona no la ve.
worklist-note-send = Guardar la nota
worklist-decide = Decidir
worklist-decide-legend = ¿Qué ha decidido?
worklist-decide-text = Con sus palabras
worklist-decide-hint = Hace falta si no hay acción. La persona ve la decisión, no estas palabras.
worklist-decide-send = Guardar la decisión
worklist-close = Cerrar
worklist-close-hint = Lo cerrado sale de la lista. Se puede abrir de nuevo.
worklist-reopen = Abrir de nuevo
worklist-hand-over = Pasar a otra persona
worklist-hand-over-to = A quién
worklist-hand-over-choose = Elegir
worklist-mute = Pausar los avisos de un síntoma conocido
worklist-mute-hint = Por 28 días como máximo, y solo mientras no empeore. El nivel máximo y las señales graves siempre avisan.
worklist-mute-symptom = Síntoma
worklist-mute-days = Días, de 1 a 28
worklist-mute-send = Pausar los avisos
worklist-muted = Avisos en pausa hasta el { $date }: { $symptom }
worklist-saved = Guardado.
worklist-closed = Cerrado. Ya no está en la lista.
worklist-error-taken = { $name } se adelantó y lo tiene ahora. Lo que escribió no se ha guardado.
worklist-error-changed = Este asunto ha cambiado mientras tanto. Lo que escribió no se ha guardado. Mire lo que se hizo y pruebe de nuevo.
worklist-kept = Lo que escribió
worklist-error-note = Escriba algo primero.
worklist-error-why = Indique por qué no hay acción.
worklist-error-decision = Elija una decisión.
worklist-error-undecided = Decida antes de cerrar.
worklist-error-to = Elija a alguien de su equipo.
worklist-error-symptom = Los avisos de este síntoma no se pueden pausar.
worklist-error-days = Escriba los días con un número del 1 al 28.
