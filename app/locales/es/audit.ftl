### Who read one's record, and what else was done with it.

audit-title = Quién leyó mi historial
audit-lead = Todas las personas que abrieron su historial y todo lo que se hizo con él. Lo más reciente aparece primero.
audit-more = Mi historial
audit-more-text = Quién lo abrió y cuándo
audit-filter = Qué se muestra
audit-everyone = Todas las personas
audit-others = Otras personas
audit-nobody = Aquí no hay nada
audit-nobody-text = En cuanto alguien abra su historial, quedará anotado aquí.
audit-five-minutes = Varias lecturas de la misma parte por la misma persona en cinco minutos forman una sola línea. Si algo le sorprende, pregunte a su equipo médico.
audit-pager = Más de esta lista
audit-newest = Lo más reciente
audit-older = Anteriores

## Who it was.
audit-you = Usted
audit-someone = Alguien del centro médico
audit-operator = Quienes administran Daybook para el centro médico
audit-system = Un sistema del centro médico
audit-daybook = Daybook, de forma automática
audit-of-team = Equipo: { $team }
audit-care-team = Equipo médico
audit-administrator = Administración

## What was done.
audit-act-opened = Apertura del historial
audit-act-results = Lectura de resultados
audit-act-log = Lectura de esta lista
audit-act-diary-read = Miró el diario
audit-act-diary-write = Escribió en el diario
audit-act-diary-plan = Fijó con qué frecuencia pregunta el diario
audit-act-medicines-read = Miró los medicamentos
audit-act-medicines-write = Cambió un medicamento o anotó una toma
audit-act-medicines-order = Cambió cómo se toma un medicamento
audit-act-comment = Comentario escrito sobre un resultado
audit-act-correct = Comentario sobre un resultado corregido
audit-act-withdraw = Comentario sobre un resultado retirado
audit-act-care-read = Lectura de lo anotado del tratamiento
audit-act-care = Cambio de lo anotado del tratamiento
audit-act-open = Apertura de un resultado en espera
audit-act-choose = Elección de cuándo se abren los resultados
audit-act-step-up = Nueva confirmación de identidad
audit-act-mail-code = Pidió un código que confirma un correo electrónico
audit-act-mail-address = Confirmó un correo electrónico para los recordatorios
audit-act-mail-remove = Quitó el correo electrónico de los recordatorios
audit-act-mail-choose = Eligió qué avisos llegan
audit-act-zone = Eligió la zona horaria
audit-act-push-on = Activó las notificaciones en un dispositivo
audit-act-push-off = Desactivó las notificaciones en un dispositivo
audit-act-keep = Hizo que un dispositivo propio guardara una copia
audit-act-copy = Copia del historial
audit-act-asked-more = Petición de más de un medicamento
audit-act-counted = Cuenta de lo que queda de un medicamento
audit-act-feed-on = Creó una dirección para el calendario de tomas
audit-act-feed-off = Desactivó el calendario de tomas
audit-act-feed-read = Un programa de calendario leyó el calendario de tomas
audit-act-told-ask = Preguntó a otra persona si quiere que se le avise de tomas sin respuesta
audit-act-told-choose = Eligió qué se dice a otra persona de las tomas sin respuesta
audit-act-told-end = Terminó los avisos a otra persona de tomas sin respuesta
audit-act-told-yes = Otra persona aceptó que se le avise de tomas sin respuesta
audit-act-told-no = Otra persona no quiso que se le avise de tomas sin respuesta
audit-act-told-stop = Otra persona terminó los avisos de tomas sin respuesta
audit-act-told-news = Avisó a otra persona de que una toma queda sin respuesta
audit-act-brought = { $things ->
    [one] Envío de { $things } elemento
    [many] Envío de { $things } de elementos
   *[other] Envío de { $things } elementos
}
audit-act-brought-some = Envío de elementos nuevos
audit-act-sign-in = Inicio de sesión
audit-act-sign-out = Cierre de sesión
audit-act-end-session = Cierre de sesión en un dispositivo
audit-act-enrol = Apertura de este Daybook con una carta
audit-act-reset = Elección de una nueva frase de contraseña con una carta
audit-act-letter = Creación de una carta que abre este Daybook
audit-act-closed = Cierre de esta cuenta
audit-act-given-to = Historial asignado a un equipo, que desde ahora puede leerlo: { $team }
audit-act-given = Historial asignado a un equipo, que desde ahora puede leerlo
audit-act-taken-from = Historial retirado a un equipo, que ya no puede leerlo: { $team }
audit-act-taken = Historial retirado a un equipo, que ya no puede leerlo
audit-act-account = Cambio en la forma de iniciar sesión
audit-act-record = Cambio en el historial
audit-act-passed-on = Aviso al equipo médico de lo que se comunicó
audit-act-reminded = Recordatorio al equipo médico de que algo espera
audit-act-listed = Consulta de la lista de lo que espera al equipo médico
audit-act-item = Consulta de lo que espera al equipo médico
audit-act-work = Atención de lo que espera al equipo médico
