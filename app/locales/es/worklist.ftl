### The care team's rooms.

worklist-people = Personas
worklist-people-lead = Las personas que atienden sus equipos.
worklist-no-team = Todavía no pertenece a ningún equipo
worklist-no-team-text = Consulte a su administrador. Verá a las personas de un equipo en cuanto forme parte de él.

## Finding someone.
worklist-search-label = Nombre o número de historial
worklist-search-hint = Bastan las primeras letras de cada palabra. Las tildes no importan.
worklist-born-hint = Opcional. Basta con el año.
worklist-born-wrong = Escriba el año con 4 cifras. Si escribe un día, escriba también el mes con un número del 1 al 12.
worklist-search-wrong = Por favor, revise lo que escribió
worklist-search = Buscar
worklist-found = Resultados de la búsqueda
worklist-all = Todas las personas, por nombre
worklist-everyone = Ver a todas las personas
worklist-no-match = Nadie coincide en sus equipos
worklist-no-match-text = Pruebe con menos letras o solo con la fecha de nacimiento. Aquí no aparecen las personas que atienden otros equipos.
worklist-nobody = Sus equipos todavía no atienden a nadie
worklist-nobody-text = Las personas aparecen aquí en cuanto su administrador asigna su historial a uno de sus equipos.
worklist-forgotten = Esta búsqueda ya no se conserva. Por favor, busque de nuevo.
worklist-pager = Más personas
worklist-from-start = Desde el principio
worklist-next = Personas siguientes

## A person.
worklist-born = Fecha de nacimiento: { $date }
worklist-born-unknown = Fecha de nacimiento desconocida
worklist-age = { $years ->
    [one] { $years } año
    [many] { $years } de años
   *[other] { $years } años
}
worklist-died = Ha fallecido
worklist-no-name = Nombre desconocido

## Above every page of someone else's record.
worklist-band-label = De quién es este historial
worklist-band = Está viendo el historial de
worklist-band-words = Estas páginas se dirigen a esta persona. Cada lectura queda anotada y la persona puede verlo.
worklist-band-back = Volver a las personas
