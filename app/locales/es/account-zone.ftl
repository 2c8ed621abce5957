### La zona horaria: por el reloj de qué lugar vive la persona, y qué se le pregunta de viaje.

account-zone-lead = Sus medicamentos, recordatorios y días siguen el reloj de este lugar.
account-zone-now = Daybook sigue la hora de { $place }. Allí son las { $time }.
account-zone-other = Elegir un lugar
account-zone-save = Guardar el lugar
account-zone-changed = Guardado. Daybook sigue ahora la hora de { $place }.
account-zone-kept = Guardado. Sigue la hora de { $place }. Se le preguntará otra vez cuando su dispositivo muestre una hora distinta.

## De viaje.
account-zone-asks = Su dispositivo muestra la hora de { $device }. Sus medicamentos siguen la hora de { $home }.
account-zone-asks-way = Elegir la hora
account-zone-which = ¿Qué hora quiere seguir?
account-zone-device = Su dispositivo muestra la hora de { $place }. Allí son las { $time }.
account-zone-keep = Seguir con la hora de { $place }
account-zone-keep-about = Bueno para un viaje corto: toma todo en el mismo momento que en casa.
account-zone-change = Cambiar a la hora de { $place }
account-zone-change-about = Bueno para una estancia larga: lo que toma a las 8 de la mañana llega allí a las 8 de la mañana. La primera vez pasa más o menos tiempo entre dos tomas.
account-zone-next = Por el reloj de { $place }, las próximas tomas son:
account-zone-past = Allí ya pasó la hora de: { $names }. Pregunte a su equipo si todavía hay que tomarlo.
account-zone-hours = Lo que toma cada cierto número de horas mantiene sus horas reales en los dos casos. Con algunos medicamentos importa cuánto tiempo pasa: pregunte a su equipo antes de viajar.

## What pages with a script say too. (browser)
account-zone-title = Zona horaria
account-zone-by = Según la hora de { $place }
