### The words of every page.

site-name = Daybook
site-very-ill = Si se siente muy mal
site-not-watched = Nadie vigila Daybook las 24 horas del día. No está certificado como dispositivo médico.
site-skip = Ir al contenido
site-language = Idioma:

site-navigation = Menú principal
site-today = Hoy
site-results = Resultados
site-more = Más
site-privacy = Privacidad
site-accessibility = Accesibilidad
site-loading = Cargando…

## The page of numbers to call.
site-ill-lead = Llame ahora. No espere una respuesta en Daybook.
site-ill-signs = Llame de inmediato si tiene
site-ill-sign-fever = una temperatura de 38,0 °C (100,4 °F) o más, o escalofríos con temblores
site-ill-sign-bleeding = sangrado o moretones nuevos, o que no paran
site-ill-sign-breath = dificultad nueva para respirar, o dolor en el pecho
site-ill-sign-fluids = vómitos o diarrea que no paran, o no puede retener ningún líquido
site-ill-sign-confusion = confusión, un dolor de cabeza muy fuerte, o debilidad nueva en un brazo o una pierna
site-ill-sign-harm = pensamientos de hacerse daño
site-ill-say = Diga que recibe tratamiento para el cáncer y cuándo fue su último tratamiento. Lleve la lista de sus medicamentos.
site-ill-demo = Esto es una demostración. Los números son inventados y no llevan a ninguna parte.

## The privacy notice.
site-privacy-title = Cómo se usan sus datos
site-privacy-lead = { $clinic } pone Daybook a su disposición. Aquí puede ver los datos que su centro médico tiene sobre usted.
site-privacy-who = Aquí, usted y los equipos que le atienden pueden leer su historial. Cada vez que alguien lo abre, queda anotado, y usted puede ver quién fue.
site-privacy-ads = Sus datos nunca se venden ni se usan para publicidad.
site-privacy-device = Daybook solo guarda dos cookies en su dispositivo: una para su sesión y otra para su idioma. Solo si usted lo elige, un dispositivo suyo guarda también una copia, cifrada, para donde no hay conexión.
site-privacy-others = Su navegador solo se comunica con este centro médico, y ninguna otra empresa sabe de su visita. Si activa las notificaciones, pasan por el servicio de notificaciones del fabricante de su navegador. No puede leerlas, pero sabe cuándo su dispositivo recibe una. También hace falta otra cookie en ese dispositivo. Si hace que se avise a otra persona de sus tomas, Daybook guarda su dirección y le escribe por correo.
site-privacy-whole = El aviso completo de { $clinic }

## The accessibility statement.
site-accessibility-lead = Queremos que todas las personas puedan usar Daybook.
site-accessibility-aim = Creamos Daybook para cumplir las WCAG 2.2, nivel AA, y muchos puntos del nivel AAA. Funciona con teclado, con lector de pantalla, con letra grande y sin JavaScript.
site-accessibility-test = Un programa revisa cada página cada vez que Daybook cambia. Las personas que usan un lector de pantalla a diario todavía no lo han probado.
site-accessibility-tell = Si algo no le funciona, avise a su centro médico.

## When a page can't be shown.
site-fault-not-found = Esta página no está aquí
site-fault-not-found-text = Puede que la dirección tenga un error o que el contenido ya no se comparta con usted.
site-fault-signed-out = Su sesión está cerrada
site-fault-signed-out-text = La sesión caducó o usted la cerró. Por favor, inicie sesión otra vez.
site-fault-factor = Confirme que es usted
site-fault-factor-text = Lo que pide requiere identificarse de nuevo, para que nadie más pueda hacerlo en su dispositivo.
site-fault-unavailable = Daybook no puede responder en este momento
site-fault-unavailable-text = No se ha perdido nada. Inténtelo de nuevo en un minuto. Si se siente mal, llame a su centro médico.
site-fault-internal = Algo falló por nuestra parte
site-fault-internal-text = Lo que guardó antes no se ha perdido. Por favor, inténtelo de nuevo en un minuto.
site-fault-reference = Si nos llama por esto, esta referencia nos ayuda a encontrarlo:
site-fault-home = Ir al inicio

## What is wrong with a field of a form.
site-error-missing = Por favor, complete este campo.
site-error-malformed = Por favor, revise esto. Tiene caracteres que no podemos aceptar.
site-error-too-short = Es demasiado corto.
site-error-too-long = Es demasiado largo.
site-error-not-a-date = Esto no es una fecha. Revise el día, el mes y el año.
site-error-taken = Otra persona ya lo usa. Por favor, elija otro.
site-error-too-common = Es fácil de adivinar. Por favor, elija otro.
site-error-no-match = No coincide. Por favor, inténtelo de nuevo.
site-error-expired = Ya no es válido.
site-error-not-a-choice = Por favor, elija una opción de la lista.
site-error-out-of-range = Por favor, revise este número. Es demasiado bajo o demasiado alto.
site-error-too-many = Por favor, dé una sola respuesta.
site-error-contradiction = Estas respuestas no van juntas. Por favor, revíselas.
site-error-throttled = { $seconds ->
    [one] Demasiados intentos. Espere { $seconds } segundo y vuelva a intentarlo.
    [many] Demasiados intentos. Espere { $seconds } de segundos y vuelva a intentarlo.
   *[other] Demasiados intentos. Espere { $seconds } segundos y vuelva a intentarlo.
}
site-error-throttled-minutes = { $minutes ->
    [one] Demasiados intentos. Espere { $minutes } minuto y vuelva a intentarlo.
    [many] Demasiados intentos. Espere { $minutes } de minutos y vuelva a intentarlo.
   *[other] Demasiados intentos. Espere { $minutes } minutos y vuelva a intentarlo.
}
site-days = { $count ->
    [one] { $count } día
    [many] { $count } de días
   *[other] { $count } días
}
