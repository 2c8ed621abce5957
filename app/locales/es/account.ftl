### Letters, sign-in, devices.

account-sign-in = Iniciar sesión
account-sign-in-wrong = Todavía no ha iniciado sesión
account-sign-in-no-match = El nombre y la frase de contraseña no coinciden. Por favor, inténtelo de nuevo.
account-name = Nombre de usuario
account-passphrase = Frase de contraseña
account-have-letter = Tengo una carta con un código
account-cannot-sign-in = No puedo iniciar sesión
account-signed-out-notice = Su sesión está cerrada. En esta página no queda ningún dato suyo.

## Someone who can't sign in.
account-lost-title = Si no puede iniciar sesión
account-lost-lead = Nadie puede consultar su frase de contraseña, ni siquiera su centro médico. Una carta nueva lo soluciona.
account-lost-ask = Pida una carta nueva a su equipo médico. La recibirá en mano, por correo postal o por correo electrónico.
account-lost-use = Abra Daybook con el código de la carta nueva y elija otra frase de contraseña. Su historial no cambia.
account-lost-ends = La frase anterior deja de funcionar y la sesión se cierra en todos los dispositivos.

## The letter, step 1.
account-enrol-title = Abra su Daybook
account-enrol-lead = Tenga a mano la carta de su centro médico. Solo lleva unos dos minutos.
account-step = Paso { NUMBER($at) } de { NUMBER($of) }
account-code = Código de su carta
account-code-hint = 12 letras y números, por ejemplo { $example }. Los guiones no importan.
account-code-malformed = El código tiene 12 letras y números. Por favor, revíselo.
account-code-no-match = Este código y el segundo dato no se corresponden. Por favor, revise los dos. Después de 5 intentos fallidos, la carta deja de servir.
account-code-expired = Esta carta ya se usó o es demasiado antigua. Por favor, pida una nueva a su equipo médico.
account-birth = Fecha de nacimiento
account-birth-hint = Por ejemplo, { $example }
account-birth-day = Día
account-birth-month = Mes
account-birth-year = Año
account-birth-wrong = Escriba el día, el mes con un número del 1 al 12 y el año con 4 cifras.
account-number = Número que le dieron
account-number-hint = 6 cifras. Su administrador se las dio aparte de la carta.
account-staff-letter = Trabajo en el equipo médico
account-patient-letter = Soy paciente
account-continue = Continuar
account-have-account = Ya tengo un Daybook
account-check-wrong = Por favor, revise lo que escribió

## The letter, step 2.
account-choose-title = Elija cómo iniciar sesión
account-choose-hello = Hola, { $name }
account-choose-again = Ya ha usado Daybook antes. Puede conservar su nombre de usuario o elegir otro.
account-name-hint = Cualquier nombre que pueda recordar. No tiene que ser un correo electrónico.
account-name-taken = Otra persona ya usa este nombre. Por favor, elija otro.
account-name-too-short = El nombre tiene al menos 2 caracteres.
account-name-too-long = El nombre tiene como máximo 60 caracteres.
account-passphrase-hint = Al menos 15 caracteres. Cuatro o cinco palabras seguidas funcionan bien. Puede pegar la frase.
account-passphrase-too-short = La frase tiene al menos 15 caracteres. Cuatro o cinco palabras seguidas funcionan bien.
account-passphrase-too-long = La frase tiene como máximo 256 caracteres.
account-passphrase-too-common = Esta frase es fácil de adivinar. Pruebe con cuatro o cinco palabras sin relación entre sí.
account-zone = Zona horaria
account-zone-hint = Para que las horas sean las del lugar donde está.
account-zone-wrong = Por favor, elija una zona horaria de la lista.
account-privacy-read = He leído cómo se usan mis datos
account-privacy-missing = Por favor, lea cómo se usan sus datos y marque la casilla.
account-open = Abrir mi Daybook
account-ticket-gone = Ha pasado demasiado tiempo. Por favor, empiece de nuevo con su carta.
account-begin-again = Empezar de nuevo

## More.
account-signed-in-as = Sesión iniciada como { $name }
account-settings = Ajustes
account-devices = Mis dispositivos
account-devices-lead = Estos son los dispositivos con su sesión abierta. Cierre la sesión en los que no reconozca.
account-devices-count = { $count ->
    [one] { $count } dispositivo con la sesión abierta
    [many] { $count } de dispositivos con la sesión abierta
   *[other] { $count } dispositivos con la sesión abierta
}
account-this-device = Este dispositivo
account-device-since = Sesión iniciada el { $day }, último uso el { $used }
account-device-end = Cerrar sesión
account-device-end-which = Cerrar sesión en { $device }
account-device-unknown = Un navegador
account-device-browser = { $browser } en { $system }
account-leave = Salir
account-sign-out = Cerrar sesión

## Showing who one is again.
account-confirm = Confirmar
account-confirm-title = Confirme que es usted
account-confirm-lead = Su sesión está abierta. Para este paso, Daybook se lo pregunta otra vez, para que nadie más pueda hacerlo en su dispositivo.
account-confirm-wrong = Todavía no está confirmado
account-confirm-no-match = Esta no es su frase de contraseña. Por favor, inténtelo de nuevo.

## The second step at sign-in.
account-factor = Segundo paso al iniciar sesión
account-factor-none = Sin activar
account-factor-on = Aplicación de códigos: activada desde el { $day }
account-factor-lead = Después de la frase de contraseña, Daybook pide un código de una aplicación de su teléfono. Así, quien descubra su frase no puede entrar.
account-factor-required = Quienes trabajan en el equipo médico necesitan este segundo paso. Las demás páginas se abren en cuanto lo complete.
account-factor-app = Necesita una aplicación de códigos en su teléfono, también llamada aplicación de autenticación. Muchos teléfonos ya tienen una, y las hay gratuitas. Lleva unos tres minutos.
account-factor-choice = Se lo aconsejamos. También puede usar Daybook sin este paso.
account-factor-set-up = Activarlo
account-factor-show = Escribir un código
account-factor-code-app = Aplicación de códigos
account-factor-replace = Usar otro teléfono u otra aplicación
account-factor-turn-off = Desactivarlo
account-factor-turn-off-text = Entonces su frase de contraseña basta para abrir su Daybook. Sus códigos de recuperación dejan de servir.
account-recovery = Códigos de recuperación
account-recovery-text = Para un día en que no tenga su teléfono. Cada código le deja entrar una vez.
account-recovery-left = Códigos que quedan: { NUMBER($left) } de { NUMBER($all) }
account-recovery-new = Crear nuevos códigos de recuperación
account-recovery-new-text = Los códigos anteriores dejan de servir.
account-recovery-used = Ha iniciado sesión con un código de recuperación. Ese código ya no sirve.

## Connecting a code app.
account-set-up-title = Conecte su aplicación de códigos
account-set-up-add = Abra la aplicación de códigos en su teléfono y añada allí una cuenta nueva.
account-set-up-scan = Apunte el teléfono a esta imagen.
account-set-up-qr = Código QR con la clave para su aplicación de códigos
account-set-up-type = O escriba esta clave en la aplicación:
account-set-up-here = Abrir la aplicación de códigos en este dispositivo
account-set-up-on = Activar
account-set-up-expired = La imagen era demasiado antigua. Por favor, use esta nueva.
account-totp = Código de la aplicación
account-totp-hint = 6 cifras. Cambian cada medio minuto.
account-totp-no-match = Este código no es correcto o ya se usó. Por favor, espere al siguiente e inténtelo de nuevo.

## New recovery codes.
account-codes-title = Guarde estos códigos de recuperación
account-codes-lead = Si pierde el teléfono, cada uno de estos códigos le deja entrar una vez. Solo se muestran ahora.
account-codes-keep = Imprima esta página o copie los códigos. Guárdelos con sus papeles importantes, no en el teléfono.
account-codes-save = Guardar como archivo de texto
account-codes-file = Códigos de recuperación de Daybook, nombre de usuario: { $name }
account-codes-kept = Ya los he guardado
account-codes-gone = Los códigos de recuperación se muestran una sola vez. Si los ha perdido, puede crear otros.

## The second step at the door.
account-code-title = Un paso más
account-code-lead = Su frase de contraseña es correcta. Escriba ahora un código de su aplicación.
account-totp-or-recovery = Código
account-totp-or-recovery-hint = Las 6 cifras que muestra su aplicación de códigos, o uno de sus códigos de recuperación.
account-code-over = Ha pasado demasiado tiempo. Por favor, inicie sesión otra vez.
account-code-lost = No tengo ni el teléfono ni los códigos de recuperación
account-demo-code = El código de { $name } es { $code }.

## The warning before a session ends.
account-ending = Su sesión se cerrará pronto
account-ending-text = Lleva un rato sin usar Daybook. ¿Quiere mantener la sesión abierta?
account-ending-stay = Mantener la sesión abierta

## The demonstration.
account-demo-title = Esto es una demostración
account-demo-text = Las personas son inventadas. Inicie sesión como una de ellas:
account-demo-sign-in = Iniciar sesión como { $name }
