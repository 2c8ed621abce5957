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
account-staff-waiting = Su cuenta funciona. Todavía no puede abrir ningún historial. Para eso hace falta un segundo paso de acceso para el equipo médico. Este Daybook aún no lo tiene.

## Showing who one is again.
account-confirm = Confirmar
account-confirm-title = Confirme que es usted
account-confirm-lead = Su sesión está abierta. Para este paso, Daybook se lo pregunta otra vez, para que nadie más pueda hacerlo en su dispositivo.
account-confirm-wrong = Todavía no está confirmado
account-confirm-no-match = Esta no es su frase de contraseña. Por favor, inténtelo de nuevo.

## The warning before a session ends.
account-ending = Su sesión se cerrará pronto
account-ending-text = Lleva un rato sin usar Daybook. ¿Quiere mantener la sesión abierta?
account-ending-stay = Mantener la sesión abierta

## The demonstration.
account-demo-title = Esto es una demostración
account-demo-text = Las personas son inventadas. Inicie sesión como una de ellas:
account-demo-sign-in = Iniciar sesión como { $name }
