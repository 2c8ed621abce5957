### Cuánto queda de un medicamento, y pedir más.

medicines-supply-back = Medicamentos
medicines-supply-title = Reserva
medicines-supply-link = Lo que queda, y pedir más
medicines-supply-window = Reserva: { $name }
medicines-supply-left = Lo que queda
medicines-supply-of = { $count } × { $strength }
medicines-supply-none = Nadie ha contado todavía.
medicines-supply-until = Suficiente hasta el { $date }, si todo se toma como está previsto. Ese día no alcanza para una toma.
medicines-supply-by = Pida más antes del { $date }.
medicines-supply-now = Es hora de pedir más.
medicines-supply-open-end = No se conoce ningún día en que se acabe.
medicines-supply-counted = Contado el { $date }, menos lo que se anotó como tomado desde entonces.
medicines-supply-saved = Guardado.
medicines-supply-saved-asked = Su petición está en su equipo de atención. Todavía no se ha pedido nada.
medicines-supply-saved-withdrawn = Su petición está retirada. No se pidió nada.

## Contar.
medicines-supply-count = Cuente lo que tiene
medicines-supply-count-hint = Cuente lo que hay en todas sus cajas. Desde entonces, Daybook resta lo que usted anota como tomado.
medicines-supply-how-many = Cuántos
medicines-supply-how-many-of = Cuántos de { $strength }
medicines-supply-kind = ¿Qué ha contado?
medicines-supply-all = Todo lo que tengo ahora
medicines-supply-more = Cajas nuevas, además de lo que queda
medicines-supply-lead = Días que necesita para tener más
medicines-supply-lead-hint = Desde que lo pide hasta que lo tiene en casa.
medicines-supply-save = Guardar la cuenta
medicines-supply-own = Este medicamento es suyo. Su equipo de atención no lo pide.

## Pedir más.
medicines-supply-refill = Más de este medicamento
medicines-supply-ask-about = Su petición va a su equipo de atención. No es un pedido: primero la miran y después la envían a una farmacia.
medicines-supply-words = Algo que deban saber
medicines-supply-words-hint = Opcional. Por ejemplo, qué farmacia.
medicines-supply-ask = Pedir más
medicines-supply-withdraw = Retirar la petición
medicines-supply-not-asked = Nadie ha pedido más.
medicines-supply-before = Peticiones anteriores
medicines-supply-someone = su equipo de atención
medicines-supply-promised = Alguien de su equipo la mira antes del { $when }.
medicines-supply-opens = Su equipo trabaja de nuevo desde el { $when }.
medicines-supply-late = Nadie la ha mirado todavía, más tarde de lo prometido. Llame a su equipo.
medicines-supply-state-requested = Solicitado. Todavía no se ha pedido nada.
medicines-supply-state-sent = Enviado a la farmacia. Todavía no está listo.
medicines-supply-state-ready = Listo para recoger.
medicines-supply-state-refused = No se ha pedido: su equipo de atención dijo que no.
medicines-supply-state-withdrawn = Retirado. No se pidió nada.
medicines-supply-step-requested = Solicitado el { $when }
medicines-supply-step-seen = Visto por su equipo de atención el { $when }
medicines-supply-step-sent = Enviado a la farmacia por { $name } el { $when }
medicines-supply-step-ready = Listo, dice { $name }, el { $when }
medicines-supply-step-refused = Rechazado por { $name } el { $when }
medicines-supply-step-withdrawn = Retirado el { $when }

## Lo que está mal.
medicines-supply-error-count = Escriba con un número cuántos tiene. 0 también es un número, pero las cajas nuevas necesitan al menos uno.
medicines-supply-error-lead = Escriba los días con un número del 0 al 60.
medicines-supply-error-asked = Ya se ha pedido más. Abajo ve cómo va.
medicines-supply-error-ordered = La farmacia ya tiene esta petición. Llame a su equipo de atención.
medicines-supply-error-changed = Esto ha cambiado mientras tanto. Mírelo y vuelva a intentarlo.
