### Las peticiones de un medicamento en la lista de trabajo.

worklist-refill-kind = Reposición solicitada
worklist-refill-title = Siguiente paso
worklist-refill-hint = La persona ve cada paso, quién lo dio y cuándo. Hasta que se envía, su página dice que todavía no se ha pedido nada.
worklist-refill-sent = Enviado a la farmacia
worklist-refill-ready = Listo para recoger
worklist-refill-refuse = Rechazar
worklist-refill-refused = Rechazar con este motivo
worklist-refill-refuse-hint = La persona lee estas palabras. Diga qué hacer en su lugar.
worklist-refill-why = Por qué no se pide
worklist-refill-error = Diga por qué no se pide.
worklist-refill-supply = Reserva y peticiones anteriores
