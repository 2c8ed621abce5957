### Daybook en los dispositivos: lo que dicen los teléfonos cuando está instalado.

devices-manifest-about = Sus resultados, medicamentos y síntomas en un solo lugar, de su propia clínica.
devices-manifest-dose = Tomar una dosis

## Poner Daybook en la pantalla de inicio.
devices-install = Poner Daybook en la pantalla de inicio
devices-install-lead = Se abre con un toque, como una aplicación, también sin conexión.
devices-install-can = Este navegador puede instalar Daybook ahora. No hay que descargar nada de una tienda.
devices-install-now = Instalar Daybook
devices-installed = Daybook ya está en la pantalla de inicio de este dispositivo.
devices-install-apple = En iPhone y iPad
devices-apple-1 = Abra Daybook en Safari y toque el botón Compartir: un cuadrado con una flecha hacia arriba.
devices-apple-2 = Baje y toque «Añadir a pantalla de inicio».
devices-apple-3 = Toque «Añadir». A partir de ahora, abra Daybook desde la pantalla de inicio.
devices-apple-why = En iPhone y iPad los avisos solo llegan si Daybook está en la pantalla de inicio. Safari también puede borrar lo que guarda un sitio si no lo abre en una semana; desde la pantalla de inicio se conserva.
devices-install-others = En otros teléfonos y ordenadores
devices-others-1 = Abra el menú de su navegador.
devices-others-2 = Elija «Instalar aplicación» o «Añadir a pantalla de inicio». Algunos navegadores no lo tienen.
devices-others-3 = Confirme. Daybook estará entre sus aplicaciones.
devices-install-about = Conviene saber
devices-install-about-text = Instalarlo no cambia quién puede ver su historia clínica: seguirá teniendo que identificarse. Si otras personas usan este dispositivo, es mejor no instalarlo.

## Lo que dicen las páginas del dispositivo en que están.

devices-no-network = No tiene conexión.
devices-no-network-as-of = No tiene conexión. Lo que ve es del { $at }.
devices-unsent-count = { $count ->
    [one] { $count } anotación aún no se ha enviado.
    [many] { $count } de anotaciones aún no se han enviado.
   *[other] { $count } anotaciones aún no se han enviado.
}
devices-refused-count = { $count ->
    [one] { $count } anotación no se pudo aceptar.
    [many] { $count } de anotaciones no se pudieron aceptar.
   *[other] { $count } anotaciones no se pudieron aceptar.
}
devices-show = Ver
devices-update = Hay una nueva versión de Daybook.
devices-update-now = Usarla ahora
devices-not-sent = aún no enviado
devices-not-here = No está guardado en este dispositivo
devices-not-here-text = Esta página necesita conexión. Volverá a estar aquí cuando la tenga.

devices-unsent = Aún no enviado
devices-unsent-lead = Lo que dijo en este dispositivo cuando no había conexión. Se envía solo en cuanto la haya.
devices-unsent-none = No hay nada pendiente
devices-unsent-none-text = Todo lo que dijo en este dispositivo se ha enviado.
devices-waiting = Aún no enviado. Dicho el { $at }.
devices-sent = Enviado el { $at }
devices-refused = No aceptado: { $why }
devices-refused-conflict = esto ya se dijo de otra manera. Mire la página a la que pertenece y dígalo otra vez si sigue siendo correcto.
devices-refused-gone = aquello a lo que pertenece ya no existe. Pregunte a su equipo si tiene dudas.
devices-refused-invalid = algo no se pudo leer. Dígalo otra vez en su página, por favor.
devices-dose-taken = Una dosis: tomada
devices-dose-skipped = Una dosis: omitida a propósito
devices-dose-later = Una dosis: para más tarde
devices-dose-missed = Una dosis: olvidada
devices-dose-undone = Una dosis: deshacer
devices-diary-note = Una nota en el diario
devices-diary-withdrawn = Una nota del diario, retirada
devices-send = Enviar ahora
devices-remove = Eliminar
devices-remove-sure = Su clínica no lo ha recibido. Si lo elimina, se pierde para siempre.
devices-remove-yes = Sí, eliminar
devices-report-kept = Guardado en este dispositivo
devices-report-kept-text = Nadie ha visto todavía su revisión de síntomas. Se envía solo en cuanto haya conexión. Si necesita ayuda ahora, no espere: llame.
devices-report-waits = Una revisión de síntomas está terminada y aún no se ha enviado.
devices-offer = Daybook puede estar en su pantalla de inicio, como una aplicación.
devices-offer-how = Cómo hacerlo
devices-offer-later = Ahora no
devices-offer-title = Instalar Daybook

## The line that leads to the page of it. (browser)
devices-offline = Sin conexión
devices-offline-short = Elija si este dispositivo guarda una copia

## The page on which it is turned on and off.
devices-offline-lead = Si quiere, este dispositivo guarda lo que necesita para los próximos días. Así Daybook también se abre sin conexión y recoge lo que usted anota.
devices-offline-off = Su clínica ha desactivado esta opción. Aquí Daybook necesita conexión.
devices-no-script = Para guardar una copia hace falta JavaScript, que está desactivado en este navegador. Todo lo demás funciona sin él.
devices-no-worker = Este navegador no puede guardar una copia. Una ventana privada tampoco puede. Todo lo demás funciona.
devices-working = Un momento…
devices-kept-now = Este dispositivo guarda ahora una copia.
devices-forgotten = La copia está borrada. Este dispositivo ya no guarda nada.
devices-forget-unsent = Algunas anotaciones todavía no se han enviado. Conéctese a una red o quítelas primero. Después borre la copia.
devices-failed = No ha funcionado. Compruebe que tiene conexión e inténtelo de nuevo.
devices-on = Este dispositivo guarda una copia
devices-on-since = Copia hecha
devices-on-waiting = Anotaciones que esperan a ser enviadas
devices-forget-text = Si borra la copia, Daybook volverá a necesitar conexión en este dispositivo. Su historial queda como está.
devices-forget = Borrar la copia de este dispositivo
devices-keep = Guardar una copia en este dispositivo
devices-own = Este dispositivo es mío y nadie más lo usa.
devices-own-missing = Active esto solo en un dispositivo suyo.
devices-pin-new = Un PIN para este dispositivo
devices-pin-hint = Al menos { $digits } cifras; más es más seguro. Se queda en este dispositivo: nadie puede decírselo si lo olvida. En ese caso, la copia se abre al iniciar sesión.
devices-pin-short = Escriba al menos { $digits } cifras.
devices-pin-again = El mismo PIN otra vez
devices-pin-differ = Los dos no coinciden. Escríbalos de nuevo.
devices-keep-button = Guardar una copia
devices-what = Qué se guarda
devices-what-doses = Lo que toma en cada uno de los próximos 14 días
devices-what-diary = Las preguntas del diario y sus últimos 10 informes
devices-what-results = Los resultados de los últimos 90 días que no son nuevos para usted
devices-what-coming = Sus próximas citas y los números a los que llamar
devices-what-entries = Lo que anota sin conexión, hasta que se envía
devices-long = Por cuánto tiempo
devices-long-text = La copia se renueva mientras usa Daybook con conexión. Si este dispositivo no sabe nada de Daybook durante 14 días, la copia se borra. Lo que anotó y no pudo enviar se queda, sellado, hasta que inicie sesión o diga que se borre.
devices-long-apple = Un iPhone o iPad puede borrar todo lo que guarda una página si no la ha abierto durante 7 días, también las anotaciones sin enviar. No lo hace si Daybook está en su pantalla de inicio.
devices-protects = Contra qué protege
devices-protects-text = La copia está cifrada. Después de 30 minutos sin uso se bloquea: la abre su PIN o su inicio de sesión. Después de 5 PIN equivocados, o 24 horas después de iniciar sesión, solo la abre un nuevo inicio de sesión. Se borra cuando usted cierra la sesión. Si pierde el dispositivo, cierre su sesión en la lista de dispositivos antes de que pasen 24 horas desde que la inició en él: la copia se borra en cuanto tiene conexión, junto con lo que no había enviado.
devices-not = Contra qué no protege
devices-not-open = Quien tenga su dispositivo en la mano mientras Daybook está abierto puede leerlo.
devices-not-pin = Quien copie la memoria de su dispositivo, y sepa cómo, puede probar tantos PIN como quiera. Seis cifras no resisten mucho tiempo. Ayuda más un bloqueo del propio dispositivo.
devices-not-program = Un programa dañino en su dispositivo puede leer lo que usted lee.
devices-not-history = El historial de su navegador muestra que usa Daybook, qué páginas ha abierto y qué palabras ha buscado, pero no lo que decían las páginas.
devices-not-erased = Lo que se borra puede quedar un tiempo en el disco, cifrado, hasta que se escriba otra cosa encima.

## What a device shows by itself without a network.
devices-not-kept = No hay conexión: lo que acaba de anotar no se ha guardado y nadie lo sabe. Anótelo de nuevo más tarde.
devices-nothing = Sin conexión
devices-nothing-text = Daybook no guarda nada en este dispositivo, así que no puede mostrar nada hasta que haya conexión.
devices-again = Intentar de nuevo
devices-locked = Daybook está bloqueado
devices-locked-text = No hay conexión. El PIN de este dispositivo abre lo que guarda. Si lo ha olvidado, inicie sesión cuando haya conexión.
devices-pin = PIN de este dispositivo
devices-pin-wrong = { $left ->
    [one] Ese no era el PIN. Le queda { $left } intento.
    [many] Ese no era el PIN. Le quedan { $left } de intentos.
   *[other] Ese no era el PIN. Le quedan { $left } intentos.
}
devices-pin-none = Ese no era el PIN. Inicie sesión cuando tenga conexión.
devices-unlock = Abrir
devices-sealed = Inicie sesión
devices-sealed-text = Lo que guarda este dispositivo está sellado hasta que inicie sesión, y para eso hace falta conexión. Lo que anotó está a salvo y se envía entonces.
devices-sign-in = Iniciar sesión
devices-left = Ha cerrado la sesión
devices-left-text = No hay conexión. La copia de este dispositivo está borrada, y Daybook sabrá que cerró la sesión en cuanto haya conexión.

## What is asked of who signs out before everything is sent.
devices-leaving = Algunas anotaciones todavía no se han enviado
devices-leaving-text = ¿Qué debe pasar con ellas al cerrar la sesión?
devices-leaving-send = Enviarlas ahora y después cerrar la sesión
devices-leaving-send-hint = Si la conexión falla, se le pregunta de nuevo.
devices-leaving-keep = Guardarlas selladas y cerrar la sesión
devices-leaving-keep-hint = Nadie puede leerlas. Se envían cuando vuelva a iniciar sesión en este dispositivo.
devices-leaving-discard = Borrarlas y cerrar la sesión
devices-leaving-discard-hint = Se pierden. Su equipo de atención nunca las verá.
devices-leaving-stay = Seguir con la sesión abierta
