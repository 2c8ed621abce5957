### Lo que se tomó en un mes.

medicines-history-window = Lo que se tomó: { $month }
medicines-history-months = Otros meses
medicines-history-none = No hay nada anotado de este mes
medicines-history-none-text = En cuanto un medicamento tenga horas que usted confirmó, verá aquí lo que se tomó.
medicines-history-taken = { $taken } de { $planned } tomas previstas están anotadas como tomadas ({ $share } de 100).
medicines-history-others = Saltadas: { $skipped }. Olvidadas: { $missed }. Sin respuesta: { $unknown }.
medicines-history-open-yet = Todavía puede responder por las primeras tomas de este mes.
medicines-history-as-needed = No había nada previsto este mes. Tomado cuando hizo falta: { $count }.
medicines-history-about = Una toma sin respuesta pudo tomarse o no. Los días de descanso y de pausa no se cuentan.
medicines-history-calendar = Calendario
medicines-history-caption = Cada día del mes, todos los medicamentos juntos
medicines-history-day-all = Todo tomado
medicines-history-day-part = Una parte tomada
medicines-history-day-nothing = Nada tomado
medicines-history-day-unknown = Sin respuesta
medicines-history-day-open = Aún no ha terminado
medicines-history-day-rest = Descanso
medicines-history-day-paused = En pausa o suspendido
medicines-history-day-beside = Solo cuando hizo falta
medicines-history-of = { $taken } de { $planned }
medicines-history-each = Cada medicamento
medicines-history-medicine = Medicamento
medicines-history-head-taken = Tomado
medicines-history-head-skipped = Saltado
medicines-history-head-missed = Olvidado
medicines-history-head-unknown = Sin respuesta
medicines-history-share-head = Tomado de 100
medicines-history-share = { $share }
medicines-history-whole = Todos juntos
medicines-history-reasons = Por qué se saltaron tomas
medicines-history-days = Cada día en una tabla
medicines-history-day = Día
medicines-history-mon = Lun
medicines-history-tue = Mar
medicines-history-wed = Mié
medicines-history-thu = Jue
medicines-history-fri = Vie
medicines-history-sat = Sáb
medicines-history-sun = Dom
medicines-history-beside = { $count ->
    [one] tomado { $count } vez cuando hizo falta o fuera del plan
    [many] tomado { $count } de veces cuando hizo falta o fuera del plan
   *[other] tomado { $count } veces cuando hizo falta o fuera del plan
}
medicines-history-rest-days = { $count ->
    [one] { $count } día de descanso
    [many] { $count } de días de descanso
   *[other] { $count } días de descanso
}
medicines-history-paused-days = { $count ->
    [one] { $count } día en pausa o suspendido
    [many] { $count } de días en pausa o suspendidos
   *[other] { $count } días en pausa o suspendidos
}
medicines-history-times = { $count ->
    [one] { $count } vez
    [many] { $count } de veces
   *[other] { $count } veces
}
medicines-history-answer = Díganos qué pasó
medicines-history-answered = No queda nada sin respuesta ese día
medicines-history-answered-text = Cada toma tiene una respuesta, o su plan ha cambiado desde entonces.

## También en las páginas con script.
medicines-history-title = Lo que se tomó
