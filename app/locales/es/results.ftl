results-title = Resultados
results-title-search = Resultados de «{ $search }»
results-search-label = Buscar en sus resultados
results-search = Buscar
results-choose-kinds = Elegir tipos
results-showing-kinds = Se muestra: { $kinds }
results-kinds-legend = Tipos que se muestran
results-show-these = Mostrar estos
results-show-every-kind = Mostrar todos los tipos
results-jump = Ir a un año
results-comma = { ", " }
results-shown = { $count ->
    [one] { $count } resultado en esta página.
    [many] { $count } de resultados en esta página.
   *[other] { $count } resultados en esta página.
}
results-shown-new = { $count ->
    [one] { $count } es nuevo para usted.
    [many] { $count } son nuevos para usted.
   *[other] { $count } son nuevos para usted.
}
results-new = Nuevo
results-changed = Cambiado
results-sometime = En algún momento de { $when }
results-undated = Sin fecha
results-pager = Más resultados
results-older = Resultados anteriores
results-newest = Resultados más recientes
results-empty = Todavía no hay resultados
results-empty-text = Su centro aún no ha enviado nada a Daybook. Los resultados aparecen aquí solos, los más recientes primero.
results-no-match = No se encontró nada para «{ $search }»
results-no-match-here = Aquí no se encontró nada
results-no-match-text = Puede estar con otro nombre, en otro tipo o en otra fecha.
results-search-every-kind = Buscar en todos los tipos
results-show-all = Mostrar todos los resultados
results-values = { $count ->
    [one] { $count } valor
    [many] { $count } de valores
   *[other] { $count } valores
}
results-outside = { $count ->
    [one] { $count } fuera del rango de este laboratorio
    [many] { $count } fuera del rango de este laboratorio
   *[other] { $count } fuera del rango de este laboratorio
}
results-without-value = { $count ->
    [one] { $count } sin valor
    [many] { $count } sin valor
   *[other] { $count } sin valor
}

results-kinds-laboratory = Sangre y laboratorio
results-kinds-imaging = Pruebas de imagen
results-kinds-pathology = Anatomía patológica
results-kinds-genetics = Genética
results-kinds-measurement = Mediciones
results-kinds-questionnaire = Preguntas y respuestas
results-kinds-symptoms = Síntomas
results-kinds-note = Notas y cartas
results-kinds-visit = Visitas
results-kinds-procedure = Procedimientos
results-kinds-treatment = Tratamientos
results-kinds-medicine = Medicamentos
results-kinds-diagnosis = Diagnósticos
results-kinds-immunization = Vacunas
results-kinds-allergy = Alergias
results-kinds-plan = Planes de atención y equipos médicos
results-kinds-appointment = Citas

results-kind-laboratory = Prueba de laboratorio
results-kind-imaging = Prueba de imagen
results-kind-pathology = Informe de anatomía patológica
results-kind-genetics = Prueba genética
results-kind-measurement = Medición
results-kind-questionnaire = Respuesta
results-kind-symptoms = Síntoma anotado
results-kind-note = Nota
results-kind-visit = Visita
results-kind-procedure = Procedimiento
results-kind-treatment = Tratamiento
results-kind-medicine = Medicamento
results-kind-diagnosis = Diagnóstico
results-kind-immunization = Vacuna
results-kind-allergy = Alergia
results-kind-plan = Plan de atención
results-kind-appointment = Cita
results-collection-laboratory = Valores de sangre y laboratorio
results-collection-measurement = Mediciones
results-collection-questionnaire = Preguntas y respuestas

results-status = Estado
results-status-registered = Aún sin resultado
results-status-preliminary = Aún no es definitivo
results-status-final = Definitivo
results-status-amended = Cambiado después de ser definitivo
results-status-corrected = Corregido
results-status-appended = Se añadió algo después
results-status-cancelled = Cancelado
results-status-planned = Previsto
results-status-in-progress = En curso
results-status-on-hold = En pausa
results-status-stopped = Suspendido
results-status-not-done = No realizado
results-status-unknown = No se conoce

results-role-ordered-by = Pedido por
results-role-performed-by = Realizado por
results-role-written-by = Escrito por
results-role-place = Lugar

results-fact-reason = Motivo
results-fact-outcome = Desenlace
results-fact-body-site = Parte del cuerpo
results-fact-severity = Gravedad
results-fact-stage = Estadio
results-fact-began = Comienzo
results-fact-ended = Fin
results-fact-dose = Dosis
results-fact-instructions = Instrucciones
results-fact-medicine = Medicamento
results-fact-reason-stopped = Por qué se suspendió
results-fact-category = Categoría
results-fact-criticality = Riesgo
results-fact-reaction = Reacción
results-fact-activity = Actividad
results-fact-member = Miembro del equipo
results-fact-serial = Número de serie
results-fact-description = Descripción
results-fact-intent = Objetivo
results-fact-complication = Complicación
results-fact-follow-up = Lo que sigue
results-fact-when = Cuándo
results-fact-method = Método
results-fact-specimen = Muestra
results-fact-note = Nota

results-date-time = { $date }, { $time }
results-period = { $start } – { $end }
results-period-same-day = { $date }, de { $start } a { $end }
results-period-from = Desde: { $start }
results-period-until = Hasta: { $end }

results-no-value = Sin valor
results-no-value-given = No se envió ni valor ni motivo.
results-yes = Sí
results-no = No
results-ratio = { $first } a { $second }
results-span = De { $low } a { $high }
results-span-from = { $low } o más
results-span-to = Hasta { $high }
results-samples = { $count ->
    [one] Un registro de { $count } punto
    [many] Un registro de { $count } de puntos
   *[other] Un registro de { $count } puntos
}
results-less-than = menos de
results-at-most = como máximo
results-at-least = como mínimo
results-more-than = más de
results-earlier = Antes decía
results-corrected = Corregido
results-unusual = Esto parece poco habitual. Pregunte a su equipo.

results-absent-unknown = No se conoce el motivo.
results-absent-asked-unknown = Se preguntó y no se sabía la respuesta.
results-absent-asked-declined = Se preguntó y no se quiso responder.
results-absent-not-asked = No se preguntó.
results-absent-masked = No se muestra, para proteger la privacidad.
results-absent-not-applicable = No corresponde.
results-absent-error = Algo salió mal y no se pudo medir.
results-absent-not-performed = La prueba no se hizo.
results-absent-not-permitted = Aquí no se permite un valor.
results-absent-other = Quien lo envió da este motivo: { $reason }

results-place-below = Más bajo de lo habitual para este laboratorio
results-place-above = Más alto de lo habitual para este laboratorio
results-place-within = Dentro del rango de este laboratorio
results-place-outside = Fuera del rango de este laboratorio
results-positive = El laboratorio lo indica como positivo.
results-negative = El laboratorio lo indica como negativo.
results-own-mark = En palabras del laboratorio: { $mark }
results-range = El rango de este laboratorio es de { $low } a { $high }.
results-range-from = El rango de este laboratorio es { $low } o más.
results-range-to = El rango de este laboratorio llega hasta { $high }.
results-range-words = Rango de este laboratorio:
results-range-none = Este laboratorio no dio un rango.
results-typical = Este laboratorio no dio un rango. La banda de trazos es el rango habitual en adultos, de { $low } a { $high }. No es el de su laboratorio.
results-typical-from = Este laboratorio no dio un rango. La banda de trazos es el rango habitual en adultos, { $low } o más. No es el de su laboratorio.
results-typical-to = Este laboratorio no dio un rango. La banda de trazos es el rango habitual en adultos, hasta { $high }. No es el de su laboratorio.

results-back = Resultados
results-value-list = Valores
results-too-many-values = Hay más valores de los que esta página puede mostrar. Su equipo los tiene todos.
results-stretch = { $count ->
    [one] Aquí se muestran los valores { NUMBER($first) } a { NUMBER($last) } de { $count }.
    [many] Aquí se muestran los valores { NUMBER($first) } a { NUMBER($last) } de { $count }.
   *[other] Aquí se muestran los valores { NUMBER($first) } a { NUMBER($last) } de { $count }.
}
results-elsewhere = { $count ->
    [one] { $count } valor de otra página está fuera del rango de este laboratorio:
    [many] { $count } de valores de otras páginas están fuera del rango de este laboratorio:
   *[other] { $count } valores de otras páginas están fuera del rango de este laboratorio:
}
results-stretch-pages = Más valores
results-stretch-before = Valores anteriores
results-stretch-after = Valores siguientes
results-stretch-all = { $count ->
    [one] Mostrar el valor ({ $count })
    [many] Mostrar todos los valores ({ $count })
   *[other] Mostrar los { $count } valores
}
results-marked = Su laboratorio marcó: { $names }
results-marked-call = Si hoy no ha tenido noticias de su equipo, llame al:
results-marked-no-number = Si hoy no ha tenido noticias de su equipo, llame a su centro.
results-about-test = Para qué sirve esta prueba
results-over-time = { $name } a lo largo del tiempo
results-over-time-link = A lo largo del tiempo
results-details = Detalles
results-in-short = En resumen
results-findings = Lo que se encontró
results-report-text = El informe
results-description = De qué se trata
results-documents = Documentos
results-document = Documento { NUMBER($number) }
results-file-pdf = PDF
results-file-image = Imagen
results-file-text = Texto
results-file-other = Archivo
results-size-kb = { NUMBER($size) } KB
results-size-mb = { NUMBER($size) } MB
results-file-open = Abrir
results-file-download = Descargar
results-file-elsewhere = Este archivo está en otro sistema. Daybook no puede mostrarlo. Pídalo a su equipo.
results-file-unreadable = Este archivo no llegó completo y no se puede leer. Pídalo a su equipo.
results-nothing-more = No se envió nada más.

results-period-shown = Periodo que se muestra
results-3-months = 3 meses
results-1-year = 1 año
results-5-years = 5 años
results-everything = Todo
results-unit = Unidad:
results-unit-none = Sin unidad
results-chart = Gráfico: { $name }
results-trend = { $count ->
    [one] { $count } valor ({ $last }): { $latest }.
    [many] { $count } de valores ({ $first } – { $last }). El último es { $latest }. El más bajo es { $lowest } y el más alto, { $highest }.
   *[other] { $count } valores ({ $first } – { $last }). El último es { $latest }. El más bajo es { $lowest } y el más alto, { $highest }.
}
results-trend-none = Ningún valor tiene aquí número y fecha, así que no hay nada que dibujar.
results-left-out = { $count ->
    [one] { $count } valor no tiene número o no tiene fecha y no está en el gráfico.
    [many] { $count } de valores no tienen número o no tienen fecha y no están en el gráfico.
   *[other] { $count } valores no tienen número o no tienen fecha y no están en el gráfico.
}
results-latest-only = { $count ->
    [one] Solo se muestra el último valor ({ $count }).
    [many] Solo se muestran los últimos { $count } de valores.
   *[other] Solo se muestran los últimos { $count } valores.
}
results-point = { $date }: { $value }
results-point-placed = { $date }: { $value }. { $place }.
results-legend-range = Rango de este laboratorio, de { $low } a { $high }
results-legend-range-from = Rango de este laboratorio, { $low } o más
results-legend-range-to = Rango de este laboratorio, hasta { $high }
results-legend-typical = Rango habitual en adultos, de { $low } a { $high }. No es el de su laboratorio.
results-legend-typical-from = Rango habitual en adultos, { $low } o más. No es el de su laboratorio.
results-legend-typical-to = Rango habitual en adultos, hasta { $high }. No es el de su laboratorio.
results-legend-outside = Fuera del rango de ese día
results-table = Los mismos valores en una tabla
results-table-date = Fecha
results-table-value = Valor
results-table-value-in = Valor en
results-table-place = Comparado con el rango
results-not-compared = Sin rango
results-all-rows = { $count ->
    [one] Mostrar { $count } fila más
    [many] Mostrar { $count } de filas más
   *[other] Mostrar { $count } filas más
}
results-about = Sobre esta prueba

results-change-lower = Más bajo que la última vez: { $value } ({ $date })
results-change-higher = Más alto que la última vez: { $value } ({ $date })
results-change-same = Igual que la última vez: { $value } ({ $date })
results-change-open = La última vez: { $value } ({ $date })
results-treated-lower = Más bajo que antes de este tratamiento: { $value } ({ $date })
results-treated-higher = Más alto que antes de este tratamiento: { $value } ({ $date })
results-treated-same = Igual que antes de este tratamiento: { $value } ({ $date })
results-treated-open = Antes de este tratamiento: { $value } ({ $date })

results-ask = ¿Tiene preguntas?
results-ask-text = Su equipo puede explicarle qué significa para usted.
results-ask-ordered = Lo pidió:
results-ask-call = Puede llamar a su centro:

results-next = Qué suele pasar después
results-next-laboratory = Su equipo lee estos valores junto con cómo se siente usted y con sus valores anteriores. Un solo valor rara vez dice mucho, por eso la prueba suele repetirse para ver cómo sigue. Lo que significa para su plan se lo dirá su equipo.
results-next-counts = Las células de la sangre suelen bajar en la primera o segunda semana después del tratamiento, y casi siempre suben antes del siguiente. Muchos equipos las miran antes de cada tratamiento. Si están demasiado bajas, un tratamiento puede esperar unos días o darse en otra dosis. Mientras estén bajas, las infecciones llegan con más facilidad: si su temperatura es de 38,0 °C (100,4 °F) o más, llame de inmediato.
results-next-imaging = Un médico formado para leer estas imágenes escribió este informe para el equipo que lo pidió. Su equipo lo lee junto con sus otros resultados y le explica qué significa. A veces sigue otra prueba, para mirar más de cerca.
results-next-pathology = Este informe trata de una muestra de tejido o de células. Algunas pruebas de la misma muestra tardan más y pueden llegar después, en otro informe. Su equipo usa todo ello para planear la atención con usted. También puede pedir una segunda opinión.
results-next-genetics = Algunas de estas pruebas miran los genes del cáncer y otras los genes con los que usted nació. Pregunte cuál es esta. Su equipo puede decirle si importa para su tratamiento y para su familia. De algunos hallazgos nadie sabe todavía qué significan. Eso puede aclararse más adelante.

results-both = { $first } · { $second }
results-and-more = { $count ->
    [one] { $names } · { $count } más
    [many] { $names } · { $count } más
   *[other] { $names } · { $count } más
}

results-treatment-days = { $count ->
    [one] Hubo tratamiento { $count } día en este período, el { $last }.
    [many] Hubo tratamiento { $count } días en este período. El último fue el { $last }.
   *[other] Hubo tratamiento { $count } días en este período. El último fue el { $last }.
}
results-legend-treatment = Día de tratamiento
results-treatment-row = Tratamiento:
results-treatment-kept = Tratamiento: un día anotado por su equipo

results-units = Unidades
results-units-reported = Original
results-units-conventional = { $unit }
results-units-si = { $unit }
results-converted = Los valores que llegaron en otra unidad están convertidos y redondeados aquí. Al lado figura el valor informado.

results-counts = Recuento sanguíneo
results-counts-link = Recuentos sanguíneos juntos
results-counts-lead = Glóbulos blancos, neutrófilos, hemoglobina y plaquetas en el mismo período.
results-counts-none = Todavía no hay recuentos sanguíneos
results-counts-none-text = Cuando su centro los envíe, su evolución aparecerá aquí por sí sola.
results-counts-none-here = No hay ningún valor en este período.
results-counts-more = { $count ->
    [one] { $count } valor más está en la página de esta prueba.
    [many] { $count } valores más están en la página de esta prueba.
   *[other] { $count } valores más están en la página de esta prueba.
}

results-analyte-wbc-name = Glóbulos blancos
results-analyte-wbc-about = Los glóbulos blancos combaten las infecciones. Su número ayuda a su equipo a ver cómo puede defenderse su cuerpo.
results-analyte-wbc-low = Su cuerpo tiene menos células que combaten infecciones de lo habitual. Es frecuente entre unos 7 y 14 días después de la quimioterapia y, casi siempre, el número vuelve a subir.
results-analyte-wbc-high = Tiene más glóbulos blancos de lo habitual. Puede deberse a una infección, a los corticoides (esteroides) o a inyecciones que hacen crecer los glóbulos blancos (G-CSF).
results-analyte-anc-name = Neutrófilos
results-analyte-anc-about = Los neutrófilos son los principales glóbulos blancos que combaten los gérmenes.
results-analyte-anc-low = Los neutrófilos combaten los gérmenes. Cuando están bajos, es más fácil tener una infección. Llame de inmediato si su temperatura es de 38,0 °C (100,4 °F) o más.
results-analyte-anc-high = A menudo se debe a los corticoides (esteroides), a inyecciones que hacen crecer los glóbulos blancos (G-CSF), al estrés o a una infección.
results-analyte-lym-name = Linfocitos
results-analyte-lym-about = Los linfocitos son un tipo de glóbulos blancos.
results-analyte-lym-low = Los linfocitos son un tipo de glóbulos blancos. Los números bajos son frecuentes durante el tratamiento.
results-analyte-lym-high = Tiene más glóbulos blancos de este tipo de lo habitual. Pregunte a su equipo qué significa para usted.
results-analyte-hgb-name = Hemoglobina
results-analyte-hgb-about = La hemoglobina lleva el oxígeno en la sangre.
results-analyte-hgb-low = La hemoglobina lleva el oxígeno. Cuando está baja (anemia), puede sentir cansancio, mareo o falta de aire.
results-analyte-hgb-high = Puede deberse a que toma pocos líquidos, al tabaco o a algunos medicamentos.
results-analyte-plt-name = Plaquetas
results-analyte-plt-about = Las plaquetas ayudan a que la sangre coagule.
results-analyte-plt-low = Las plaquetas ayudan a detener el sangrado. Cuando están bajas, pueden salirle moratones o puede sangrar con facilidad. Llame de inmediato si un sangrado no se detiene.
results-analyte-plt-high = Las plaquetas pueden subir con una inflamación, con falta de hierro o con algunos cánceres.
results-analyte-na-name = Sodio
results-analyte-na-about = El sodio es una sal de la sangre.
results-analyte-na-low = El sodio es una sal de la sangre. Los niveles bajos pueden deberse a vómitos, diarrea o algunos medicamentos.
results-analyte-na-high = A menudo es señal de que necesita más líquidos.
results-analyte-k-name = Potasio
results-analyte-k-about = El potasio es una sal que ayuda a los músculos y al corazón.
results-analyte-k-low = El potasio es una sal que ayuda a los músculos y al corazón. Los vómitos y la diarrea pueden bajarlo.
results-analyte-k-high = Un nivel alto puede afectar al ritmo del corazón. Es posible que su equipo quiera repetir la prueba pronto.
results-analyte-ca-name = Calcio
results-analyte-ca-about = Los huesos, los músculos y los nervios necesitan calcio.
results-analyte-ca-low = Los huesos, los músculos y los nervios necesitan calcio. Algunos medicamentos para los huesos lo bajan.
results-analyte-ca-high = Puede causar sed, confusión o estreñimiento. Avise a su equipo si los tiene.
results-analyte-mg-name = Magnesio
results-analyte-mg-about = El magnesio es un mineral que los músculos y los nervios necesitan.
results-analyte-mg-low = Algunas quimioterapias (cisplatino) y algunos medicamentos de anticuerpos (cetuximab, panitumumab) lo bajan.
results-analyte-mg-high = A menudo se debe a cambios en los riñones o a suplementos.
results-analyte-phos-name = Fosfato
results-analyte-phos-about = El fosfato es un mineral que los huesos y las células necesitan.
results-analyte-crea-name = Creatinina (prueba del riñón)
results-analyte-crea-about = La creatinina es un desecho que los riñones filtran de la sangre.
results-analyte-crea-low = Un valor bajo rara vez es un problema.
results-analyte-crea-high = Muestra que sus riñones quizá filtran menos de lo habitual. Tomar pocos líquidos y algunos medicamentos pueden causarlo.
results-analyte-egfr-name = Tasa de filtración del riñón (TFGe)
results-analyte-egfr-about = Es una estimación de lo bien que los riñones limpian la sangre.
results-analyte-egfr-low = Es una estimación de lo bien que los riñones limpian la sangre. Quizá filtran menos de lo habitual.
results-analyte-urea-name = Nitrógeno ureico (BUN)
results-analyte-urea-about = La urea es un desecho que los riñones eliminan de la sangre.
results-analyte-alt-name = ALT (prueba del hígado)
results-analyte-alt-about = La ALT es una proteína de las células del hígado. Siempre hay un poco en la sangre.
results-analyte-alt-high = Puede subir cuando el hígado se irrita por medicamentos, alcohol, una infección o un cáncer en el hígado.
results-analyte-ast-name = AST (prueba del hígado)
results-analyte-ast-about = La AST es una proteína de las células del hígado y de los músculos. Siempre hay un poco en la sangre.
results-analyte-ast-high = Puede subir cuando el hígado se irrita por medicamentos, alcohol, una infección o un cáncer en el hígado. También sube con el esfuerzo de los músculos.
results-analyte-alp-name = Fosfatasa alcalina (prueba del hígado y los huesos)
results-analyte-alp-about = La fosfatasa alcalina es una proteína del hígado y de los huesos.
results-analyte-alp-high = Puede subir por cambios en el hígado o en los huesos, también mientras un hueso se cura.
results-analyte-bili-name = Bilirrubina (prueba del hígado)
results-analyte-bili-about = La bilirrubina es una sustancia amarilla que el hígado elimina de la sangre.
results-analyte-bili-high = La bilirrubina es una sustancia amarilla que el hígado elimina. Llame a su equipo si ve amarillos la piel o los ojos.
results-analyte-alb-name = Albúmina (proteína)
results-analyte-alb-about = La albúmina es una proteína que fabrica el hígado.
results-analyte-alb-low = La albúmina es una proteína que fabrica el hígado. Puede estar baja si le cuesta comer o con una inflamación.
results-analyte-ldh-name = LDH
results-analyte-ldh-about = La LDH es una señal general de cuántas células se destruyen y se renuevan.
results-analyte-ldh-high = La LDH es una señal general de cuántas células se destruyen y se renuevan. Muchas causas son inofensivas.
results-analyte-glu-name = Azúcar en la sangre (glucosa)
results-analyte-glu-about = La glucosa es el azúcar que su cuerpo usa como energía.
results-analyte-glu-low = El azúcar bajo puede causar temblores o sudor. Si tiene diabetes, siga su plan para el azúcar bajo.
results-analyte-glu-high = Los corticoides (esteroides) suelen subir el azúcar durante unos días.
results-analyte-urate-name = Ácido úrico
results-analyte-urate-about = El ácido úrico es un desecho que se forma cuando las células se destruyen. Los riñones lo eliminan.
results-analyte-tsh-name = TSH (prueba de la tiroides)
results-analyte-tsh-about = La TSH es una hormona que le dice a la tiroides cuánto trabajar.
results-analyte-tsh-low = Es posible que la tiroides esté demasiado activa. La inmunoterapia puede causarlo.
results-analyte-tsh-high = Es posible que la tiroides esté lenta. La inmunoterapia puede causarlo.
results-analyte-ft4-name = T4 libre (hormona de la tiroides)
results-analyte-ft4-about = La T4 es una hormona que fabrica la tiroides.
results-analyte-inr-name = INR (tiempo de coagulación)
results-analyte-inr-about = El INR muestra cuánto tarda su sangre en coagular.
results-analyte-inr-high = Su sangre tarda más en coagular. Es lo esperado si toma warfarina.
results-analyte-crp-name = PCR (inflamación)
results-analyte-crp-about = La proteína C reactiva (PCR) sube cuando hay inflamación en el cuerpo.
results-analyte-crp-high = Es una señal de inflamación. La infección es una de muchas causas.
results-analyte-psa-name = PSA (marcador de la próstata)
results-analyte-psa-about = El PSA es una proteína de la próstata. Su cambio con el tiempo dice más que un solo valor.
results-analyte-cea-name = CEA
results-analyte-cea-about = El CEA es una proteína que algunos cánceres fabrican. Su cambio con el tiempo dice más que un solo valor.
results-analyte-ca125-name = CA-125
results-analyte-ca125-about = El CA-125 es una proteína que algunos cánceres fabrican. Su cambio con el tiempo dice más que un solo valor.
results-analyte-ca153-name = CA 15-3
results-analyte-ca153-about = El CA 15-3 es una proteína que algunos cánceres fabrican. Su cambio con el tiempo dice más que un solo valor.
results-analyte-ca2729-name = CA 27.29
results-analyte-ca2729-about = El CA 27.29 es una proteína que algunos cánceres fabrican. Su cambio con el tiempo dice más que un solo valor.
results-analyte-ca199-name = CA 19-9
results-analyte-ca199-about = El CA 19-9 es una sustancia que algunos cánceres fabrican. Algunas personas no la fabrican nunca. Su cambio con el tiempo dice más que un solo valor.
results-analyte-afp-name = AFP
results-analyte-afp-about = La AFP es una proteína que algunos cánceres fabrican. Su cambio con el tiempo dice más que un solo valor.
results-analyte-hcg-name = hCG
results-analyte-hcg-about = La hCG es una hormona que algunos cánceres fabrican. También sube en el embarazo. Su cambio con el tiempo dice más que un solo valor.

results-waits-until = Listo. Se abre el { $day }
results-waits-comment = Listo. Espera un comentario del equipo médico
results-waiting-text = Esperar está bien. Abrirlo ahora también. Si prefiere tener a alguien a su lado, elija un buen momento o llame antes a su equipo.
results-waiting-open = Abrir ahora
results-waiting-choose = Elegir cuándo se abren los resultados
results-readiness = Cuándo se abren los resultados
results-readiness-lead = Usted decide, para cada tipo. Siempre ve que hay un resultado y puede abrirlo en cualquier momento.
results-readiness-saved = Su elección está guardada.
results-readiness-counts = Lo que ya está abierto sigue abierto. Su elección vale para lo que espera ahora y para lo que llegue después.
results-readiness-save = Guardar
results-readiness-at-once = Enseguida
results-readiness-at-once-about = Lo ve en cuanto su centro lo envía. Quizá su equipo todavía no lo haya leído.
results-readiness-after-days = Después de unos días
results-readiness-after-days-about = Su equipo tiene tiempo de leerlo y de llamarle. Después se abre solo.
results-readiness-days = Días de espera (de 1 a 30)
results-readiness-after-comment = Después de un comentario de mi equipo
results-readiness-after-comment-about = Se abre cuando alguien de su equipo le ha escrito sobre él.
results-readiness-start = Ajuste de su centro
results-readiness-start-days = { $count ->
    [one] Ajuste de su centro: { $count } día
    [many] Ajuste de su centro: { $count } de días
   *[other] Ajuste de su centro: { $count } días
}
results-readiness-days-wrong = Indique un número de días de 1 a 30.
results-readiness-choose-one = Elija una de las tres opciones.
results-comments = De su equipo médico
results-comment-by = { $name }, equipo médico, { $day }
results-comment-by-team = Equipo médico, { $day }
results-comment-on = Comentar este resultado
results-comment-label = Su comentario
results-comment-hint = La persona lo lee encima del resultado, con el nombre de usted. Las palabras sencillas ayudan. Hasta { NUMBER($most) } caracteres.
results-comment-send = Enviar el comentario
results-comment-release = Abrir sin comentario
results-comment-release-text = La persona ve el resultado enseguida, sin palabras de usted.
results-comment-missing = Escriba algo primero.
results-comment-conflict = Este formulario ya se envió con otras palabras. Revise los comentarios de abajo y vuelva a enviarlo.
results-comment-corrected = { $by } · Corregido el { $day }
results-comment-withdrawn = Este comentario se retiró el { $day }.
results-comment-own = Sus propios comentarios sobre este resultado
results-comment-own-text = Puede decir un comentario con otras palabras o retirarlo. La persona ve que se corrigió o se retiró, y cuándo. Lo que el comentario abrió sigue abierto.
results-comment-own-fold = Su comentario: { $beginning }
results-comment-correct-label = Con otras palabras
results-comment-correct = Guardar la corrección
results-comment-withdraw = Retirar este comentario
results-comment-changed = Hecho. La persona lo ve desde ahora.
results-comment-changed-meanwhile = Este comentario se cambió mientras tanto. Revise lo que dice ahora y vuelva a intentarlo.
results-awaiting = Resultados que esperan un comentario
results-awaiting-lead = Primero los que más tiempo esperan. Un resultado se abre para la persona cuando usted lo comenta o cuando lo abre sin comentario.
results-awaiting-none = Nada espera un comentario
results-awaiting-none-text = Cuando una persona atendida por sus equipos espere sus palabras sobre un resultado, aparecerá aquí.
results-awaiting-more = Hay más. Suben a medida que usted avanza.
results-awaiting-done = Hecho. La persona ya lo tiene en Daybook.
results-awaiting-born = nacimiento: { $day }
results-awaiting-today = llegó hoy
results-awaiting-days = { $count ->
    [one] espera desde hace { $count } día
    [many] espera desde hace { $count } de días
   *[other] espera desde hace { $count } días
}

## Words of reports, explained. In general, without a verdict; for a clinician to review.
results-words = Palabras de este informe
results-words-about = Lo que estas palabras significan en general. Su equipo puede decirle qué significan para usted.
results-words-back = Volver al texto
results-word-adenocarcinoma = Cáncer que empieza en las células de las glándulas. Estas células producen líquidos como el moco, la leche o los jugos digestivos.
results-word-anaemia = Muy pocos glóbulos rojos, o muy poca hemoglobina en ellos. La sangre lleva entonces menos oxígeno.
results-word-benign = No es cáncer. Un bulto benigno no se extiende a otras partes del cuerpo.
results-word-biopsy = Una muestra de tejido. Se toma un trozo pequeño del cuerpo y se mira con un microscopio.
results-word-calcification = Un pequeño depósito de calcio en un tejido. Muchos tienen causas inofensivas; su forma le dice más al equipo.
results-word-carcinoma = Cáncer que empieza en las células que cubren el cuerpo o revisten sus órganos. Es el grupo de cánceres más frecuente.
results-word-contrast = Un producto para las pruebas de imagen. Ayuda a ver mejor los vasos sanguíneos y los órganos.
results-word-cyst = Una pequeña bolsa llena de líquido. La mayoría de los quistes no son cáncer.
results-word-effusion = Líquido de más que se junta en un espacio del cuerpo, por ejemplo alrededor de un pulmón o del corazón.
results-word-grade = Un nivel en una escala. En un tumor dice cuánto se diferencian las células de las sanas; en un efecto secundario dice lo fuerte que es.
results-word-her2 = Una proteína en las células que las ayuda a crecer. Algunos cánceres tienen mucha, y hay tratamientos dirigidos a ella.
results-word-in-situ = Sigue en su lugar. Las células han cambiado, pero no han crecido hacia el tejido que las rodea.
results-word-invasive = Que crece hacia el tejido que lo rodea. La palabra no dice hasta dónde ha crecido.
results-word-ki-67 = Un indicador de cuántas células se están dividiendo. Su equipo lo lee junto con otros hallazgos.
results-word-lesion = Una zona que se ve distinta del tejido que la rodea. La palabra no dice cuál es la causa.
results-word-lymph-node = Una parte pequeña del sistema de defensa, con forma de alubia. Los ganglios filtran líquido del cuerpo y ayudan a combatir las infecciones.
results-word-lymphadenopathy = Ganglios hinchados. Una infección, un cáncer u otras causas pueden agrandarlos.
results-word-lymphovascular-invasion = Células del cáncer dentro de pequeños vasos sanguíneos o linfáticos. Se buscan con el microscopio.
results-word-malignant = Canceroso. Las células malignas pueden crecer hacia los tejidos cercanos y extenderse a otras partes del cuerpo.
results-word-margin = El borde. Después de una operación, es la orilla del tejido que se quitó; se revisa si tiene células del cáncer.
results-word-mass = Un bulto. La palabra no dice si es cáncer o no.
results-word-metastasis = Extensión. Cáncer que ha pasado del lugar donde empezó a otra parte del cuerpo.
results-word-mutation = Un cambio en un gen. Puede estar solo en el tumor, o en todas las células del cuerpo desde el nacimiento.
results-word-necrosis = Células o tejido muertos. Puede ocurrir por sí solo o por un tratamiento.
results-word-neutropenia = Pocos neutrófilos, los glóbulos blancos que combaten los gérmenes. Mientras están bajos, es más fácil tener una infección.
results-word-nodule = Un bulto pequeño y redondo. Muchos nódulos no son cáncer.
results-word-oedema = Hinchazón por líquido en los tejidos.
results-word-oestrogen-receptor = Un punto de unión en las células para la hormona estrógeno. Cuando un cáncer lo tiene, un tratamiento hormonal puede ayudar.
results-word-poorly-differentiated = Las células se ven muy distintas de las sanas. Estas células suelen crecer más rápido.
results-word-progesterone-receptor = Un punto de unión en las células para la hormona progesterona. Cuando un cáncer lo tiene, un tratamiento hormonal puede ayudar.
results-word-progression = La enfermedad ha crecido o avanzado.
results-word-recurrence = La enfermedad ha vuelto después de un tiempo en que no se encontraba o estaba controlada.
results-word-remission = Los signos de la enfermedad han disminuido o ya no se encuentran.
results-word-stable-disease = Más o menos igual que antes. El cáncer no ha crecido ni se ha reducido mucho.
results-word-stage = Un paso que dice hasta dónde ha llegado una enfermedad. En el cáncer, describe el tamaño y si se ha extendido.
results-word-thrombocytopenia = Pocas plaquetas, las células que ayudan a que la sangre coagule. Mientras están bajas, es más fácil tener moratones o sangrar.
results-word-tumour = Un crecimiento de células. Puede ser cáncer o no; el informe o su equipo lo dice.
results-word-unremarkable = Como es habitual. Nada llamó la atención de quien lo miró.
results-word-uptake = Cuánto trazador toma una parte del cuerpo durante una prueba de imagen. El cáncer, la inflamación y los órganos sanos pueden tomarlo.
results-word-well-differentiated = Las células se parecen mucho a las sanas. Estas células suelen crecer más despacio.
