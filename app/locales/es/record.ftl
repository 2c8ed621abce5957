### Today.

record-today = Hoy
record-hello = Hola, { $name }
record-new = Novedades
record-all-results = Todos los resultados
record-new-none = Ya lo ha visto todo.
record-new-none-text = Los resultados nuevos aparecen aquí en cuanto su centro médico los envía.
record-new-more = Hay más novedades. Vea todos los resultados.
record-latest = Últimos resultados
record-coming = Lo que viene
record-coming-none = No consta ninguna cita en Daybook.
record-coming-none-text = Lo que le dijo su centro médico cuenta siempre más que esta página.

## Llevarse los datos.
record-take = Llevarme mis datos
record-take-short = Guardar una copia de todo su historial
record-take-lead = Guarde una copia de todo lo que su centro médico ha enviado a Daybook, de lo que contó en su diario y de lo que su equipo anotó de su tratamiento.
record-take-what = Qué contiene
record-take-what-text = Todo desde { $from } hasta { $to }: { $kinds }.
record-take-what-undated = Todo lo que se envió: { $kinds }.
record-take-what-none = Su centro médico aún no ha enviado nada. Los archivos estarán casi vacíos.
record-take-waiting = { $count ->
    [one] { $count } resultado espera a que usted lo abra. Todavía no está en los archivos.
    [many] { $count } de resultados esperan a que usted los abra. Todavía no están en los archivos.
   *[other] { $count } resultados esperan a que usted los abra. Todavía no están en los archivos.
}
record-take-where = Dónde quedará
record-take-where-text = Su navegador guarda el archivo en este dispositivo, casi siempre en «Descargas». Desde ese momento Daybook no puede protegerlo: quien pueda abrir los archivos de este dispositivo puede leerlo. No lo guarde en un dispositivo compartido.
record-take-noted = Daybook anota en «Quién leyó mi historial» que se guardó una copia. Es posible que antes se le pida su frase de contraseña.
record-take-document = Para leer e imprimir
record-take-document-text = Una página con palabras sencillas, en su idioma. Se abre en cualquier navegador, también sin internet.
record-take-document-save = Guardar la página
record-take-fhir = Para otro centro médico o una aplicación
record-take-fhir-text = Un archivo en formato FHIR R4, tal como lo envió su centro médico, con todos los documentos y con su diario. Está hecho para ordenadores.
record-take-fhir-save = Guardar el archivo FHIR

## La página para guardar.
record-document-title = Historial de salud de { $name }
record-document-title-nameless = Historial de salud
record-document-born = Fecha de nacimiento: { $date }
record-document-made = Guardado desde Daybook el { $date }. Todo lo envió { $clinic } o llegó por su medio.
record-document-note = Esta copia no cambia. Lo que llegó después no está en ella. Lo que le diga su equipo cuenta siempre más que esta página.
record-document-test = Prueba
record-document-result = Resultado
record-document-range = Valores de referencia y qué dicen
record-document-more-values = Hay más valores de los que caben aquí. El archivo FHIR los tiene todos.
record-document-file = { $name } ({ $about }): este documento está en el archivo FHIR.
record-document-end = Fin del historial.

record-care = Mi tratamiento
record-care-link = Tratamiento
record-care-short = En qué punto está, los días previstos y lo que está en pausa
record-care-lead = Lo que su equipo médico anota aquí de su tratamiento. Lo que le digan siempre cuenta más que esta página.
record-care-none = Todavía no hay nada anotado
record-care-none-text = El equipo médico puede anotar aquí en qué punto está el tratamiento, los días previstos y lo que está en pausa.
record-care-saved = Guardado. La persona puede leerlo desde ahora.
record-care-phase = En qué punto está
record-care-in-treatment = En tratamiento
record-care-planned = Hay un tratamiento previsto
record-care-after = Después del tratamiento
record-care-not-known = Sin anotar
record-care-since = Desde el { $day }
record-care-days = Días de tratamiento
record-care-days-none = No hay días anotados.
record-care-next = Próximos días previstos:
record-care-more-days = { $count ->
    [one] Y { $count } día más después de estos.
    [many] Y { $count } de días más después de estos.
   *[other] Y { $count } días más después de estos.
}
record-care-past = { $count ->
    [one] Ya pasó { $count } día previsto: { $last }.
    [many] Ya pasaron { $count } de días previstos. El último fue el { $last }.
   *[other] Ya pasaron { $count } días previstos. El último fue el { $last }.
}
record-care-holds = En pausa
record-care-holds-none = No hay nada anotado en pausa.
record-care-hold-why-said = Por qué:
record-care-by = Anotado por { $name }, equipo médico, el { $day }
record-care-by-team = Anotado por el equipo médico el { $day }

record-care-change = Cambiar lo anotado
record-care-since-label = Desde qué día
record-care-cycle = Tratamiento que se repite
record-care-cycle-hint = Por ejemplo, cada 14 días, 12 veces. Deje vacíos estos tres campos si no lo hay. Los días que ya llegaron se marcan en los gráficos de resultados.
record-care-cycle-first = Primer día
record-care-cycle-length = Días de uno al siguiente
record-care-cycle-count = Cuántas veces
record-care-other-days = Otros días de tratamiento
record-care-other-days-label = Un día por línea
record-care-other-days-hint = Escriba cada uno así: { $example }. Hasta { NUMBER($most) } días en total.
record-care-hold = En pausa, { NUMBER($number) }
record-care-hold-hint = Vacíe los cuatro campos de lo que ya no está en pausa. Después de guardar hay sitio para uno más.
record-care-hold-what = Medicamento o tratamiento
record-care-hold-why = Por qué
record-care-hold-since = Desde
record-care-hold-until = Hasta, último día incluido
record-care-note = Una nota para la persona
record-care-note-label = Su nota
record-care-note-hint = La lee al principio de esta página. Las palabras sencillas ayudan. Hasta { NUMBER($most) } caracteres.
record-care-save = Guardar
record-care-conflict = Alguien de su equipo cambió esto mientras tanto. Lo que anotó está arriba; lo que usted escribió está abajo. Revise ambas cosas y vuelva a guardar.
record-care-wrong-since = No es un día, o todavía no ha llegado.
record-care-wrong-days = Una de las líneas no es un día, o queda a más de 10 años.
record-care-wrong-day = No es un día, o queda a más de 10 años.
record-care-wrong-many = Son más de { NUMBER($most) } días en total.
record-care-wrong-length = Escriba un número de días de 1 a { NUMBER($most) }.
record-care-wrong-count = Escriba un número, 1 o más.
record-care-wrong-until = Termina antes de empezar.
