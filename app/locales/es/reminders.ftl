### Recordatorios por correo: dar una dirección, elegir lo que llega, y los correos mismos.

reminders-title = Recordatorios
reminders-lead = Daybook puede avisarle cuando algo le espera aquí. Si usted no elige otra cosa, no dice qué es.
reminders-on = Activados
reminders-off = Todavía sin configurar
reminders-inbox = Bandeja de avisos
reminders-inbox-unread = { $count ->
    [one] { $count } aviso nuevo
    [many] { $count } de avisos nuevos
   *[other] { $count } avisos nuevos
}
reminders-no-mail = Este Daybook no puede enviar correos en este momento. Por favor, pregunte en su centro.

## Lo que se acaba de hacer.
reminders-asked = Estamos enviando un código a esta dirección. Puede tardar unos minutos.
reminders-confirmed = Su dirección está confirmada.
reminders-removed = Su dirección se ha quitado. No llegarán más correos.
reminders-saved = Su elección se ha guardado.

## La dirección.
reminders-yours = Su correo electrónico
reminders-another = Usar otra dirección
reminders-since = Confirmada el { $day }
reminders-address = Correo electrónico
reminders-address-hint = Por ejemplo nombre@example.org. Elija una dirección que solo usted lea.
reminders-address-missing = Por favor, escriba su correo electrónico.
reminders-address-wrong = No podemos usar esta dirección de correo. Por favor, compruébela.
reminders-too-many = Hoy se han pedido muchos correos. Por favor, inténtelo de nuevo mañana.
reminders-ask = Enviarme un código
reminders-remove = Quitar esta dirección
reminders-test = Enviarme una prueba
reminders-test-waiting = La prueba está en camino.
reminders-test-failing = La prueba aún no se ha podido enviar. Daybook sigue intentándolo.
reminders-test-sent = La prueba se envió a las { $time }. Si no la ve, mire en la carpeta de correo no deseado.
reminders-test-refused = La prueba no se pudo enviar a esta dirección. Por favor, compruébela o use otra.
reminders-look-again = Mirar de nuevo

## El código.
reminders-confirm-title = Confirme su dirección
reminders-sent-to = Hemos enviado un código a:
reminders-until = Vale hasta el { $day }, { $time }.
reminders-code = Código del correo
reminders-code-wrong = Este no es el código del último correo. Después de 5 intentos fallidos deja de valer.
reminders-code-over = Este código ya no vale. Por favor, pida uno nuevo.
reminders-confirm = Confirmar
reminders-not-there = ¿No ha llegado nada en unos minutos? Mire en la carpeta de correo no deseado, compruebe la dirección o pida el código otra vez.
reminders-again = Enviar el código otra vez
reminders-cancel = No usar esta dirección

## Las notificaciones en los dispositivos.
reminders-push-title = Notificaciones en sus dispositivos
reminders-push-none = Este Daybook no envía notificaciones. Puede elegir el correo electrónico.
reminders-push-script = Las notificaciones necesitan JavaScript. Está desactivado en este navegador.
reminders-push-unsupported = Este navegador no puede mostrar notificaciones de Daybook. Puede usar otro navegador o el correo electrónico.
reminders-push-home-screen = En un iPhone o iPad, las notificaciones necesitan Daybook en la pantalla de inicio. Toque Compartir y luego Añadir a pantalla de inicio. Abra Daybook desde allí y vuelva a esta página.
reminders-push-denied = Las notificaciones de Daybook están bloqueadas en este navegador. Para cambiarlo, abra los ajustes de este sitio en su navegador y permita las notificaciones. Después vuelva a cargar esta página.
reminders-push-working = Un momento. El navegador está preguntando a su servicio de notificaciones.
reminders-push-here = Las notificaciones están activadas en este navegador.
reminders-push-off = Daybook puede mostrar una notificación en este dispositivo cuando algo le espera. Su navegador le preguntará si lo permite.
reminders-push-turn-on = Activar las notificaciones aquí
reminders-push-failed = El navegador no pudo activar las notificaciones. Quizá no pudo llegar a su servicio de notificaciones. Si estaban activadas aquí, puede que ya no lo estén: inténtelo más tarde.
reminders-push-try-again = Intentar de nuevo
reminders-push-honest = Una notificación puede llegar tarde o no llegar: si el dispositivo está apagado, ahorra energía o no tiene red. Por favor, no confíe solo en ella.
reminders-push-devices = Dispositivos que muestran notificaciones
reminders-push-send-test = Enviar una prueba a mis dispositivos
reminders-push-gone = Desde el { $day } este dispositivo ya no recibe notificaciones. Para tenerlas otra vez, actívelas en él.
reminders-push-refused = La última notificación fue rechazada. Active otra vez las notificaciones en ese dispositivo.
reminders-push-last = Última notificación enviada el { $day }
reminders-push-since = Activadas desde el { $day }
reminders-push-tested = La prueba se envió a las { $time }. Debería verse en menos de un minuto.
reminders-push-forget = Olvidar
reminders-push-forget-which = Olvidar { $device }
reminders-push-done = Las notificaciones están activadas. Puede enviar una prueba.
reminders-push-forgotten = El dispositivo se ha olvidado. Allí no llegarán más notificaciones.
reminders-push-too-many = Ya tiene el máximo de dispositivos a los que Daybook puede avisar. Por favor, olvide uno primero.
reminders-push-unknown = Daybook no conoce el servicio de notificaciones de este navegador. Por favor, use otro navegador o el correo electrónico.
reminders-push-tests = Hoy se han pedido muchas pruebas. Por favor, inténtelo de nuevo mañana.

## Lo que dice una notificación. No nombra a nadie ni dice nada de la salud.
reminders-push-waits = Tiene algo que hacer
reminders-push-test = Esta es la prueba que pidió.
reminders-push-button = Tomado
reminders-push-button-discreet = Hecho
reminders-push-unsent = No se pudo enviar. Abra Daybook.
reminders-push-noted-taken = Anotado: tomado a las { $time }
reminders-push-noted = Anotado: { $time }
reminders-push-before = Ya se había anotado algo. Abra Daybook para verlo.
reminders-push-held = Está en pausa. No se anotó nada. Abra Daybook.
reminders-push-changed = El plan cambió. No se anotó nada. Abra Daybook.
reminders-push-over = Ya no se puede anotar aquí. Abra Daybook.

## La bandeja.
reminders-inbox-lead = Lo que Daybook le dijo en los últimos 30 días, por cualquier vía.
reminders-inbox-read = Marcar todo como leído
reminders-inbox-choose = Elegir qué se le envía
reminders-inbox-empty = No hay nada aquí
reminders-inbox-empty-text = Cuando algo le espera, Daybook lo apunta aquí.
reminders-inbox-new = Nuevo
reminders-inbox-at = { $day }, { $time }
reminders-glance = Avisos nuevos
reminders-glance-open = Abrir
reminders-glance-close = Cerrar

## Lo que llega, y cuándo.
reminders-which = Qué avisos recibe
reminders-which-about = Lo que le espera está siempre en su bandeja de Daybook. Aquí elige qué se le envía además.
reminders-kind-symptom-check = Cuando toca decir cómo se siente
reminders-kind-medicine = Cuando es hora de un medicamento
reminders-kind-results = Cuando hay algo nuevo en su historial
reminders-kind-worklist = Cuando algo espera a su equipo
reminders-kind-symptom-check-about = Una vez cuando toca, y otra más si aún queda por hacer.
reminders-kind-medicine-about = A las horas que usted puso para sus medicamentos, y cuando su historial dice que no tome alguno.
reminders-kind-results-about = El aviso no dice qué hay de nuevo.
reminders-kind-worklist-about = A cualquier hora. El aviso no nombra a nadie.
reminders-by-mail = Por correo electrónico
reminders-by-push = Como notificación
reminders-by-page = En Daybook mientras está abierto
reminders-wording = Qué dice un aviso
reminders-discreet = Solo que tiene algo que hacer
reminders-discreet-about = Si otras personas lo ven, no saben nada de su salud.
reminders-plain = De qué se trata
reminders-plain-about = Por ejemplo, el nombre del medicamento. Puede verse en una pantalla bloqueada. Nunca lleva valores.
reminders-quiet = Horas de silencio
reminders-quiet-hint = En estas horas no llega ningún aviso. Espera hasta que pasen. La misma hora dos veces significa sin horas de silencio.
reminders-quiet-from = Desde
reminders-quiet-until = Hasta
reminders-quiet-medicines = Retener también los recordatorios de medicamentos
reminders-quiet-medicines-hint = Sin esto, el recordatorio de un medicamento llega a su hora, también de noche.
reminders-save = Guardar

## De qué se trata, en palabras sencillas.
reminders-said-symptom-check = Toca decir cómo se siente
reminders-said-medicine = Es hora de { $medicine }
reminders-said-medicine-past = Era hora de { $medicine }
reminders-said-medicine-unnamed = Es hora de un medicamento
reminders-said-late = Algunos recordatorios de medicamentos llegaron tarde. Mire en Daybook qué queda pendiente.
reminders-said-stopped = Su historial dice ahora que no tome { $medicine }. Estos recordatorios se han detenido.
reminders-said-again = Su historial ya no dice que deje { $medicine }. Mire en Daybook lo que está previsto.
reminders-said-told-ended = No se avisa a nadie más de las tomas sin respuesta: la persona que usted eligió dijo que no.
reminders-said-changed = Ha cambiado lo que su historial dice de sus medicamentos
reminders-said-results = Hay algo nuevo en su historial
reminders-said-worklist = Algo espera a su equipo
reminders-said-unanswered = Alguien que usted conoce pidió a Daybook que le avisara cuando una toma queda sin respuesta.
reminders-said-unanswered-name = { $name } pidió a Daybook que le avisara cuando una toma queda sin respuesta.

## Los correos. No nombran a nadie ni dicen nada de la salud.
reminders-mail-hello = Hola:
reminders-mail-code-subject = Su código para Daybook
reminders-mail-code = Este código confirma su correo electrónico para los recordatorios:
reminders-mail-code-where = Escríbalo en esta página de Daybook:
reminders-mail-code-valid = Vale durante 24 horas.
reminders-mail-test-subject = Una prueba de Daybook
reminders-mail-test = Esta es la prueba que pidió. Los correos de Daybook le llegan.
reminders-mail-waits-subject = Algo le espera en Daybook
reminders-mail-waits = Algo le espera en Daybook. Inicie sesión para verlo:
reminders-mail-from = Daybook escribió esto por sí solo. Nadie lee las respuestas.
reminders-mail-not-you = ¿No lo ha pedido usted? Entonces no tiene que hacer nada. Sin el código, esta dirección no se usa.
reminders-mail-stop = Para cambiar o parar estos correos, inicie sesión y abra esta página, o pregunte a quienes llevan Daybook para usted:
reminders-mail-unanswered-subject = Alguien pidió a Daybook que le avisara
