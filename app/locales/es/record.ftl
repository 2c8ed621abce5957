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
record-take-lead = Guarde una copia de todo lo que su centro médico ha enviado a Daybook.
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
record-take-fhir-text = Un archivo en formato FHIR R4, tal como lo envió su centro médico, con todos los documentos. Está hecho para ordenadores.
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
