medicines-amount-bare = { $count }
medicines-micrograms = microgramos
medicines-units = unidades
medicines-units-international = unidades internacionales
medicines-today-at = hoy a las { $time }
medicines-yesterday-at = ayer a las { $time }
medicines-tomorrow-at = mañana a las { $time }
medicines-date-at = { $date }, { $time }
medicines-time-moment = { $time } ({ $meal })
medicines-time-elsewhere = { $time } por el reloj de { $place }
medicines-moment-waking = al despertar
medicines-moment-breakfast = desayuno
medicines-moment-lunch = comida
medicines-moment-dinner = cena
medicines-moment-bedtime = al acostarse

medicines-plan-daily = Todos los días a las { $times }
medicines-plan-days = { $count ->
    [one] Cada { $count } día, a las { $times }
    [many] Cada { $count } días, a las { $times }
   *[other] Cada { $count } días, a las { $times }
}
medicines-plan-weekly = Solo una vez por semana, el { $day }, a las { $times }
medicines-plan-weekdays = Los días { $days }, a las { $times }
medicines-plan-hours = { $count ->
    [one] Cada hora, la primera a las { $first }
    [many] Cada { $count } horas, la primera a las { $first }
   *[other] Cada { $count } horas, la primera a las { $first }
}
medicines-plan-cycle = { $length ->
    [one] Los días { $days } de cada ciclo de { $length } día, a las { $times }. Los demás días son de descanso.
    [many] Los días { $days } de cada ciclo de { $length } días, a las { $times }. Los demás días son de descanso.
   *[other] Los días { $days } de cada ciclo de { $length } días, a las { $times }. Los demás días son de descanso.
}
medicines-day-range = { $first } a { $last }
medicines-plan-taper = Por pasos, a las { $times }
medicines-plan-step = { $days ->
    [one] { $amount } durante { $days } día
    [many] { $amount } durante { $days } días
   *[other] { $amount } durante { $days } días
}
medicines-plan-once = Una sola vez, el { $date }, a las { $time }
medicines-plan-needed = Solo cuando lo necesite
medicines-limit-hours = { $count ->
    [one] Al menos { $count } hora entre tomas
    [many] Al menos { $count } horas entre tomas
   *[other] Al menos { $count } horas entre tomas
}
medicines-limit-minutes = { $count ->
    [one] Al menos { $count } minuto entre tomas
    [many] Al menos { $count } minutos entre tomas
   *[other] Al menos { $count } minutos entre tomas
}
medicines-limit-most = No más de { $amount } en 24 horas
medicines-plan-each = Cada vez: { $amount }
medicines-plan-from = Desde el { $from }, hasta que lo deje
medicines-plan-from-until = Del { $from } al { $until }
medicines-plan-most = { $count ->
    [one] Termina después de { $count } toma
    [many] Termina después de { $count } tomas
   *[other] Termina después de { $count } tomas
}
medicines-line = { $amount } · { $rhythm }

medicines-ended = Dejado el { $date }
medicines-ended-why = Dejado el { $date }: { $why }
medicines-held = En pausa por su equipo: { $why }. No lo tome hasta que se lo digan.
medicines-held-until = En pausa hasta el { $until } por su equipo: { $why }. No lo tome antes.
medicines-paused = En pausa
medicines-record-hold = Su historial dice que este medicamento está en pausa. Ya no se le recuerda. No lo tome hasta que su equipo se lo diga.
medicines-record-stopped = Su historial dice que este medicamento se suspendió. Ya no se le recuerda. Pregunte a su equipo antes de tomar más. Siempre puede anotar lo que tomó.
medicines-record-not = Su historial dice que no debe tomar este medicamento. Ya no se le recuerda. Pregunte a su equipo antes de tomar más. Siempre puede anotar lo que tomó.
medicines-record-withdrawn = Su centro retiró esta receta: entró en su historial por error. Ya no se le recuerda. Pregunte a su equipo antes de tomar más.
medicines-record-not-taken = Su historial dice que no toma este medicamento. Se le sigue recordando. Pregunte a su equipo qué es lo correcto.
medicines-record-over = Su historial dice que esta receta ha terminado. Se le sigue recordando. Pregunte a su equipo si debe continuar.
medicines-record-why = { $said } El motivo indicado: { $why }
medicines-prescribed-over = { $status }: { $why }
medicines-prescribed-ended = Llegó a su fin
medicines-begins = Empieza el { $date }
medicines-rest = Días de descanso hasta el { $last }. La próxima toma es el { $next }.
medicines-over = Todas las tomas de este plan han pasado

medicines-noted-taken = { $name }: anotado como tomado { $when }
medicines-noted-skipped = { $name }: anotado como omitido ({ $reason })
medicines-noted-missed = { $name }: anotado como olvidado
medicines-noted-later = { $name }: aplazado hasta las { $time }

medicines-ask-taken = Esta toma ya está anotada
medicines-ask-taken-lead = No se ha anotado nada nuevo. Si no lo ha tomado otra vez, déjelo así.
medicines-ask-taken-yes = De verdad lo tomé dos veces
medicines-ask-taken-no = Lo tomé una vez
medicines-ask-said = Hay otra cosa anotada para esta toma
medicines-ask-said-lead = No se ha anotado nada nuevo. Puede corregir lo que hay.
medicines-ask-said-yes = Corregirlo
medicines-ask-said-no = Dejarlo así
medicines-ask-soon = Es demasiado pronto para otra toma
medicines-ask-soon-lead = ¿Ya lo ha tomado? Si no, espere. Si no le ayuda lo suficiente, llame a su equipo.
medicines-ask-most = Sería más que el máximo para un día
medicines-ask-most-lead = ¿Ya lo ha tomado? Si no, no lo tome ahora. Si no le ayuda lo suficiente, llame a su equipo.
medicines-ask-needed-yes = Sí, ya lo he tomado
medicines-ask-needed-no = No, voy a esperar
medicines-ask-tells = Si tomó esta toma de más, se anota y se avisa a su equipo. Después llámelos y pregunte qué hacer.
medicines-noted-when = (anotado { $when })

medicines-correct-title = Corregir lo anotado
medicines-correct-what = ¿Qué pasó de verdad?
medicines-correct-taken = Lo tomé
medicines-correct-skipped = Lo omití
medicines-correct-missed = Se me pasó
medicines-correct-save = Guardar la corrección
medicines-correct-kept = Lo anotado antes también se guarda, para que no se pierda nada.
medicines-correct-conflict = Esto cambió mientras tanto. Mírelo otra vez.
medicines-error-at = Revise el día y la hora. No pueden estar en el futuro ni muy atrás.

medicines-how = Cómo se toma
medicines-set-by = Fijado por { $who }, { $when }
medicines-change-times = Cambiar las horas
medicines-written = Lo que escribió quien lo receta
medicines-written-more = Todo lo que dice su historia sobre él
medicines-own-text = Este medicamento está en la lista porque se añadió aquí. Daybook no comprueba si los medicamentos se llevan bien entre sí. Pregunte a su equipo o en la farmacia.
medicines-ways = Qué puede hacer
medicines-pause = Hacer una pausa
medicines-pause-why = ¿Por qué? (opcional)
medicines-resume = Volver a tomarlo desde ahora
medicines-end = Ya no lo tomo
medicines-end-why = ¿Por qué terminó? (opcional)
medicines-end-ask = Pregunte a su equipo antes de pausar o dejar lo que le recetaron.
medicines-describe = Cambiar su nombre o para qué es
medicines-describe-save = Guardar
medicines-saved = Guardado
medicines-before = Planes anteriores
medicines-proposed-text = Hay un plan que todavía no ha confirmado. No vale hasta entonces.
medicines-review-go = Leerlo y confirmarlo

medicines-add-own = Para lo que compra usted: pastillas sin receta, vitaminas, hierbas. Daybook no comprueba si los medicamentos se llevan bien entre sí. Pregunte a su equipo o en la farmacia.
medicines-add-prescribed-lead = Su centro recetó esto. Fijamos las horas juntos y usted las confirma.
medicines-add-name = Nombre
medicines-add-name-hint = Como está en la caja, con la cantidad. Por ejemplo: Paracetamol 500 mg
medicines-add-purpose = Para qué es (opcional)
medicines-add-purpose-hint = Por ejemplo: dolor
medicines-add-next = Siguiente: cuándo lo toma

medicines-moments-lead = Los medicamentos que toma con una comida, al despertar o al acostarse siguen estas horas.
medicines-moments-label = Hora: { $moment }
medicines-moments-wrong = Indique una hora.
medicines-moments-order = Las comidas van en orden: esta debe ser después de la anterior.
medicines-moments-save = Guardar las horas

medicines-form-title = Cuándo toma { $name }
medicines-form-lead = Díganoslo como se lo dijo quien lo receta. Lo leerá antes de que valga.
medicines-form-together = Algo queda abierto o no se puede leer como horas. Fijemos las horas juntos. Si no está seguro, pregunte antes a su equipo.
medicines-form-weekly = Este medicamento se toma solo una vez por semana, un solo día. Nunca lo tome a diario: puede matar. Si le dijeron otra cosa, pregunte a su equipo.
medicines-form-often = ¿Con qué frecuencia?
medicines-form-days = Todos los días, o cada varios días
medicines-form-every = ¿Cada cuántos días? (1: todos los días)
medicines-form-weekdays = Algunos días de la semana
medicines-form-which-days = ¿Qué días?
medicines-form-cycle = Por ciclos: unos días sí y luego descanso
medicines-form-on = ¿Qué días del ciclo?
medicines-form-on-hint = El día 1 es el primer día. Por ejemplo: 1–14 (del día 1 al 14), o 1–5, 8–12, o 1, 8, 15.
medicines-form-length = ¿Cuántos días tiene un ciclo, con los días de descanso?
medicines-form-not-here = Este plan tiene partes que no se pueden cambiar aquí sin perder algo. Pida a su equipo que lo cambie.
medicines-error-cycle-days = Escriba los días de menor a mayor, con comas y guiones, cada uno una sola vez. Por ejemplo: 1–5, 8–12
medicines-error-cycle-outside = Un día queda fuera del ciclo. Los días van del 1 al número de días del ciclo.
medicines-error-cycle-alone = Esto sería un solo día. Para los días 1 a 14 escriba 1–14. Para un solo día, como el día 8, escriba 8–8.
medicines-form-first = Día 1 de un ciclo
medicines-form-by-hours = Cada varias horas
medicines-form-hours = Horas entre tomas
medicines-form-first-time = Hora de la primera toma
medicines-form-taper = Por pasos: menos (o más) después de unos días
medicines-form-steps = Los pasos
medicines-form-step = Paso { $number }:
medicines-form-step-days = Durante cuántos días
medicines-form-once = Una sola vez
medicines-form-once-hint = El día de abajo, a una hora.
medicines-form-needed = Solo cuando lo necesite
medicines-form-least = Al menos tantas horas entre tomas
medicines-form-most = Lo máximo en 24 horas (cuántos comprimidos, inhalaciones…)
medicines-form-times = ¿A qué horas?
medicines-form-times-hint = Para cada toma del día dé una hora o elija un momento de su día.
medicines-form-time = Hora { $number }
medicines-form-moment = o momento { $number }
medicines-form-no-moment = Ninguno
medicines-form-amounts = ¿Cuánto cada vez?
medicines-form-count = Cuántos
medicines-form-of = De qué
medicines-form-of-hint = Como está en la caja. Por ejemplo: 2 de «comprimido 500 mg». Varias cantidades pueden formar una toma.
medicines-form-when = ¿Desde cuándo y hasta cuándo?
medicines-form-from = Desde
medicines-form-until = Último día (déjelo vacío si no lo hay)
medicines-form-doses = Termina después de tantas tomas, contadas desde el primer día (opcional)
medicines-form-missed = Qué dice su médico de una toma que no se hizo (opcional)
medicines-form-missed-hint = Escriba solo lo que le dijo, o lo que está en su plan. Daybook lo muestra cuando una toma queda sin respuesta.
medicines-form-next = Leer el plan
medicines-form-nothing-yet = Nada vale hasta que lo confirme en la página siguiente.
medicines-form-conflict = { $who } cambió este plan ({ $when }). Mire lo que vale ahora y cámbielo otra vez si hace falta.
medicines-error-times = Dé al menos una hora.
medicines-error-times-twice = La misma hora está dos veces, o hay más de una donde se pide una.
medicines-error-weekdays = Elija el día o los días.
medicines-error-amounts = Dé la cantidad como un número, por ejemplo 1 o 0,5.
medicines-error-most = Lo máximo en 24 horas debe alcanzar al menos para una toma.
medicines-error-week = Entre dos tomas de este medicamento debe haber al menos 7 días, también si está dos veces en su lista. Este plan pide una toma antes. Elija un primer día posterior u otro día de la semana. Si no está seguro, pregunte a su equipo.
medicines-error-name-weekly = Un medicamento con este nombre se toma solo una vez por semana. Lo previsto aquí es más frecuente o está demasiado cerca de otra toma. Termínelo aquí o cambie primero sus horas. Si no está seguro, pregunte a su equipo.
medicines-error-name-other = Esto está previsto como un medicamento que se toma solo una vez por semana. Si es otro medicamento, termínelo aquí y añada el otro a su lista.

medicines-review-title = ¿Es correcto?
medicines-review-lead = Compárelo con la caja o su carta. Solo vale si lo confirma.
medicines-review-days = Los próximos días
medicines-review-dose = { $time }: { $amount }
medicines-review-none = nada
medicines-review-next = Después, la próxima toma es el { $date }.
medicines-review-confirm = Sí, es correcto
medicines-review-change = Cambiarlo
medicines-review-conflict = Este plan cambió mientras tanto. Léalo otra vez.
medicines-review-begin = ¿Cuándo empiezan las nuevas horas?
medicines-review-moved = { $count ->
    [one] Ya respondió a la toma de hoy de las { $times }.
    [many] Ya respondió a las tomas de hoy de las { $times }.
   *[other] Ya respondió a las tomas de hoy de las { $times }.
}
medicines-review-tomorrow = Mañana
medicines-review-tomorrow-about = Hoy queda como estaba. Nada se pregunta dos veces.
medicines-review-counts = Ya no
medicines-review-counts-about = Lo que respondió hoy cuenta. Era la última toma de este plan.
medicines-review-today = Hoy
medicines-review-today-about = Daybook pregunta por las nuevas horas también hoy. Elíjalo solo si su equipo le dijo que tome una dosis más hoy.
medicines-review-begin-missing = Una toma de hoy ya tiene respuesta. Elija cuándo empiezan las nuevas horas.
medicines-review-also = El mismo medicamento está más de una vez en su lista: también como { $names }. Si es una sola receta, termine uno de los dos. Si no está seguro, pregunte a su equipo antes de tomar los dos.

medicines-team-title = Para el equipo
medicines-team-lead = Lo que cambie aquí vale enseguida. La persona lo ve, y quién lo hizo.
medicines-team-hold = Poner en pausa
medicines-team-why = Por qué
medicines-team-why-hint = Con palabras sencillas. La persona lo lee.
medicines-team-until = Hasta (vuelve a empezar esa mañana; vacío: hasta que lo termine)
medicines-team-end-hold = Terminar la pausa
medicines-team-change = Cambiar la dosis desde un día
medicines-team-from = Desde este día
medicines-team-move = Mover el día 1 del próximo ciclo
medicines-team-first = Nuevo día 1
medicines-team-first-hint = Los ciclos siguientes se mueven. Hasta entonces no hay tomas de un ciclo nuevo.
medicines-team-conflict = Esto cambió mientras tanto. Mírelo otra vez.

medicines-title = Medicamentos
medicines-lead = Qué tomar y qué ha tomado.
medicines-lead-team = Lo que toma esta persona, como lo confirmó, y lo que anotó.
medicines-today = Hoy
medicines-today-none = Hoy no hay nada que tomar a horas fijas.
medicines-take-now = Para tomar
medicines-all = Todos los medicamentos
medicines-next = Después: { $name }, { $amount }, a las { $time }
medicines-take = Tomar
medicines-take-this = Lo tomo ahora
medicines-later = Más tarde
medicines-minutes = { $count ->
    [one] En { $count } minuto
    [many] En { $count } minutos
   *[other] En { $count } minutos
}
medicines-skip = Omitir
medicines-skipped = Lo omití
medicines-skip-why = ¿Por qué?
medicines-skip-words = Con sus palabras (opcional)
medicines-reason-effects = Efectos secundarios
medicines-reason-unwell = Me siento mal
medicines-reason-out = No me queda
medicines-reason-team = Me lo dijo mi equipo
medicines-reason-other = Otro motivo
medicines-took-at = Lo tomé a las…
medicines-took-already = Ya lo tomé
medicines-day = Día
medicines-time = Hora
medicines-note = Anotar
medicines-error-note = No se pudo anotar: algo cambió mientras tanto, o la hora no encaja. No se guardó nada. Mire otra vez.
medicines-undo = Deshacer
medicines-beyond = Se avisó a su equipo. Llámelos ahora y pregunte qué hacer. Si se siente muy mal, pida ayuda enseguida.
medicines-state-due = Toca ahora
medicines-state-later = Aplazado hasta las { $time }
medicines-state-held = En pausa: no lo tome ahora
medicines-state-unanswered = Sin respuesta
medicines-state-taken = Tomado a las { $time }
medicines-state-twice = Tomado dos veces
medicines-state-skipped = Omitido: { $reason }
medicines-state-missed = Olvidado
medicines-by = anotado por { $name }
medicines-correct = Corregir
medicines-if-missed = Si no se tomó una dosis, quien lo receta dice:
medicines-not-two = Si no lo tomó: no tome dos. Pregunte a su equipo.
medicines-unanswered = Todavía sin respuesta
medicines-unanswered-lead = No sabemos si tomó estas. Díganos qué pasó.
medicines-unanswered-some = Algunas tomas están todavía sin respuesta.
medicines-unanswered-count = { $count ->
    [one] { $count } toma sin respuesta
    [many] { $count } tomas sin respuesta
   *[other] { $count } tomas sin respuesta
}
medicines-missed = Se me pasó
medicines-needed = Cuando lo necesite
medicines-last = Tomado por última vez { $when }
medicines-last-none = No tomado en las últimas 24 horas
medicines-next-at = Otra vez desde { $when }
medicines-next-now = Puede tomarlo ahora
medicines-next-unlimited = Su plan no indica ningún límite. Tómelo como le dijo su equipo de salud.
medicines-list = Mis medicamentos
medicines-none = Todavía no hay medicamentos en la lista
medicines-none-text = Lo que le receta su centro aparece aquí. También puede añadir las suyas, como analgésicos o hierbas.
medicines-ended-title = Ya no se toman
medicines-new = Añadir un medicamento mío
medicines-moments = Mis horas de comida
medicines-own = Mío
medicines-proposed = Espera que lo confirme
medicines-beyond-badge = Se tomó más de lo previsto
medicines-no-plan = Todavía no hay horas fijadas
medicines-set-times = Fijar las horas conmigo
