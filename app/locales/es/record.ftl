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
