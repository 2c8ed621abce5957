### Otra persona a la que se avisa cuando una toma queda sin respuesta.

medicines-told-lead = Otra persona puede recibir un correo cuando una toma queda sin respuesta. Antes tiene que estar de acuerdo. Usted puede pararlo en cualquier momento, y ella también.
medicines-told-asked = Le estamos enviando una carta. Puede tardar unos minutos.
medicines-told-saved = Su elección está guardada.
medicines-told-ended = Ya no se avisa a nadie más.
medicines-told-yours = La persona que eligió
medicines-told-waiting = Todavía no ha respondido. El enlace de la carta vale hasta el { $day }, { $time }.
medicines-told-unsent = No se pudo enviar la carta a esta dirección. Por favor, revísela.
medicines-told-expired = No respondió a tiempo. El enlace de la carta ya no vale.
medicines-told-agreed = Dijo que sí el { $day }. Recibe un correo cuando una toma queda sin respuesta.
medicines-told-refused = Dijo que no el { $day }. No recibe correos.
medicines-told-stopped = Lo terminó el { $day }. Ya no recibe correos.
medicines-told-idle = Ya no toma a horas fijas ninguno de los medicamentos que eligió. No se avisa de nada hasta que elija otros.
medicines-told-end = Dejar de avisarle
medicines-told-withdraw = Retirar la carta
medicines-told-what = Qué se le dice
medicines-told-save = Guardar
medicines-told-choose = Elegir a alguien
medicines-told-address = Su dirección de correo
medicines-told-address-hint = Primero recibe una carta. No se le dice nada antes de que esté de acuerdo.
medicines-told-address-no = Esta persona dijo que no hace poco. Hable primero con ella.
medicines-told-called = Cómo le llaman a usted los correos (opcional)
medicines-told-called-hint = Por ejemplo, su nombre de pila. Si lo deja vacío, los correos dicen «alguien».
medicines-told-called-wrong = Use solo letras, espacios y guiones, 40 como máximo.
medicines-told-language = Idioma de los correos
medicines-told-wording = Qué dicen los correos
medicines-told-discreet = Solo que una toma queda sin respuesta
medicines-told-discreet-about = Quien lee el correo no sabe de qué medicamento se trata.
medicines-told-named = También el nombre del medicamento
medicines-told-named-about = Otras personas pueden leer un correo en el camino.
medicines-told-which = Qué medicamentos
medicines-told-all = Todos los que tomo a horas fijas
medicines-told-chosen = Solo estos
medicines-told-chosen-missing = Elija al menos un medicamento, o todos.
medicines-told-ask = Enviarle la carta
medicines-told-honest = Un correo puede llegar tarde, o no llegar, y nadie está obligado a actuar. Tal vez una toma sin respuesta sí se hizo. Esto no es una llamada de auxilio.

## Las páginas a las que llevan la carta y los correos.
medicines-told-letter-title = ¿Puede Daybook escribirle?
medicines-told-letter = Alguien que usted conoce anota en Daybook lo que toma. Le gustaría que usted recibiera un correo cuando una toma quedara sin respuesta.
medicines-told-letter-name = { $name } anota en Daybook lo que toma. Le gustaría que usted recibiera un correo cuando una toma quedara sin respuesta.
medicines-told-letter-about = No necesita una cuenta y no ve nada más. No tiene que hacer nada cuando llega un correo así. Cada uno trae un enlace que los termina.
medicines-told-silence = Que no llegue ningún correo no quiere decir que se haya tomado todo.
medicines-told-yes = Sí, escríbanme
medicines-told-no = No, no me escriban
medicines-told-stop-title = ¿Terminar estos correos?
medicines-told-stop-about = A alguien que usted conoce le gustaría que recibiera un correo cuando una toma quedara sin respuesta. Si los termina, no llegarán más. Esa persona puede verlo en Daybook.
medicines-told-stop-name = A { $name } le gustaría que usted recibiera un correo cuando una toma quedara sin respuesta. Si los termina, no llegarán más. Esa persona puede verlo en Daybook.
medicines-told-stop = Terminar estos correos
medicines-told-gone-title = Este enlace ya no vale
medicines-told-gone = Ya se usó, es demasiado antiguo o se terminó. No tiene que hacer nada.
medicines-told-done-yes-title = Gracias
medicines-told-done-yes = Recibirá un correo cuando una toma quede sin respuesta. Cada uno trae un enlace que los termina. Puede cerrar esta página.
medicines-told-done-no-title = Daybook no le escribirá
medicines-told-done-no = La persona que dio su dirección puede ver en Daybook que usted dijo que no. Puede cerrar esta página.
medicines-told-done-stop-title = Los correos han terminado
medicines-told-done-stop = No llegarán más. La persona que le eligió puede verlo en Daybook. Puede cerrar esta página.

## La carta y los correos.
medicines-told-mail-subject = ¿Puede Daybook escribirle?
medicines-told-mail-open = Para decir que sí o que no, abra esta página y elija allí:
medicines-told-mail-valid = El enlace vale 7 días. Si no hace nada, no llegarán correos.
medicines-told-mail-doses = { $count ->
    [one] { $count } toma sigue sin respuesta.
    [many] { $count } tomas siguen sin respuesta.
   *[other] { $count } tomas siguen sin respuesta.
}
medicines-told-mail-names = Se trata de: { $medicines }
medicines-told-mail-perhaps = { $count ->
    [one] Tal vez sí se hizo. Quizá quiera preguntar cómo está.
    [many] Tal vez sí se hicieron. Quizá quiera preguntar cómo está.
   *[other] Tal vez sí se hicieron. Quizá quiera preguntar cómo está.
}
medicines-told-mail-stop = Para terminar estos correos, abra esta página:

## Lo que dicen también las páginas con un script.
medicines-told-title = Avisar a otra persona
