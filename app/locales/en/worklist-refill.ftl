### Wishes for more of a medicine in the worklist. (server)

worklist-refill-kind = Refill asked for
worklist-refill-title = Next step
worklist-refill-hint = The person sees each step, who took it and when. Until it is sent, their page says that nothing has been ordered yet.
worklist-refill-sent = Sent to the pharmacy
worklist-refill-ready = Ready to pick up
worklist-refill-refuse = Refuse
worklist-refill-refused = Refuse with this reason
worklist-refill-refuse-hint = The person reads these words. Say what to do instead.
worklist-refill-why = Why it is not ordered
worklist-refill-error = Please say why it is not ordered.
worklist-refill-supply = Supply and earlier requests
