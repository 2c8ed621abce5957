//! What one can do about an item: plain forms. What was typed survives a refusal.

use domain::{
    FieldCode,
    id::DeedId,
    medicines::refill::{State, Step},
    worklist::item::Decision,
};
use leptos::prelude::*;

use super::{
    api::{Close, Decide, GiveBack, HandOver, Mute, Note, RefillStep, Reopen, Take},
    item::{ItemModel, since},
    say,
};
use crate::{
    error::{ApiError, refused},
    request::{Draft, local_date},
    results::say as values,
    shell::{
        form::{ErrorSummary, FieldError, field_error, general_error},
        icon::{Drawing, Icon},
    },
    words::Words,
};

/// What kept a form from going through.
struct Refused {
    /// The address of the form.
    form: &'static str,
    error: ApiError,
}

/// One form came back at most.
fn find_refused() -> Option<Refused> {
    fn of<S>(form: &'static str) -> Option<Refused>
    where
        S: leptos::server_fn::ServerFn<Error = ApiError> + Clone + Send + Sync + 'static,
        S::Output: Clone + Send + Sync + 'static,
    {
        refused::<S>().map(|error| Refused { form, error })
    }
    of::<Take>("take")
        .or_else(|| of::<GiveBack>("give_back"))
        .or_else(|| of::<HandOver>("hand_over"))
        .or_else(|| of::<Note>("note"))
        .or_else(|| of::<Decide>("decide"))
        .or_else(|| of::<Close>("close"))
        .or_else(|| of::<Reopen>("reopen"))
        .or_else(|| of::<Mute>("mute"))
        .or_else(|| of::<RefillStep>("refill"))
}

/// The forms of an item, and what is said above them when one was refused.
struct Forms<'a> {
    words: Words,
    page: &'a ItemModel,
    refused: Option<Refused>,
    draft: Draft,
}

/// The summary of what is wrong, and everything one can do.
pub(super) fn forms(words: Words, page: &ItemModel) -> (Option<AnyView>, AnyView) {
    let forms = Forms { words, page, refused: find_refused(), draft: Draft::of_request() };
    let summary = forms.refused.as_ref().map(|refused| {
        let mut lines = vec![forms.problem(refused)];
        lines.extend(forms.since(refused));
        view! {
            <ErrorSummary title=words.account_check_wrong() lines=lines/>
            {forms.kept(refused)}
        }
        .into_any()
    });
    (summary, forms.all())
}

impl Forms<'_> {
    fn all(&self) -> AnyView {
        let words = self.words;
        let body = if self.page.closed_at.is_some() {
            // What its person withdrew is closed for good.
            let reopens = self.page.refill != Some(State::Withdrawn);
            reopens.then(|| self.form("reopen", 6, ().into_any(), words.worklist_reopen(), true)).into_any()
        } else if let Some(state) = self.page.refill {
            view! {
                {self.holding()}
                {self.refill(state)}
                {state.is_end().then(|| self.close())}
                {self.note()}
                {self.hand_over()}
            }
            .into_any()
        } else {
            view! {
                {self.holding()}
                {self.note()}
                {self.decide()}
                {self.close()}
                {self.hand_over()}
                {self.mute()}
            }
            .into_any()
        };
        view! {
            <section class="work-forms" aria-labelledby="do">
                <h2 id="do">{words.worklist_do()}</h2>
                {body}
            </section>
        }
        .into_any()
    }

    /// What the page of a form that came too late did not show yet.
    fn since(&self, refused: &Refused) -> Vec<(&'static str, String)> {
        let shown = self.draft.field("shown").parse().ok().filter(|_| refused.error == ApiError::Conflict);
        shown.map(|shown| since(self.words, self.page, shown)).unwrap_or_default()
    }

    /// What was typed into a form that is no longer there.
    fn kept(&self, refused: &Refused) -> Option<AnyView> {
        let closed = self.page.closed_at.is_some();
        let typed = match refused.form {
            "note" if closed => self.draft.field("text"),
            "decide" if closed || !self.is_free() => self.draft.field("why"),
            _ => String::new(),
        };
        (!typed.trim().is_empty()).then(|| {
            view! {
                <section class="notice" aria-labelledby="kept">
                    <Icon of=Drawing::Note/>
                    <div>
                        <h2 id="kept">{self.words.worklist_kept()}</h2>
                        <blockquote class="work-quote" dir="auto">{typed}</blockquote>
                    </div>
                </section>
            }
            .into_any()
        })
    }

    /// Whether nobody has it but oneself.
    fn is_free(&self) -> bool {
        self.page.holder.as_ref().is_none_or(|holder| holder.me)
    }

    /// Of the page that a decision is made from.
    fn shown(&self) -> AnyView {
        view! { <input type="hidden" name="shown" value=self.page.shown.to_string()/> }.into_any()
    }

    /// A form that makes one deed.
    fn form(&self, name: &'static str, id: usize, fields: AnyView, send: String, first: bool) -> AnyView {
        let action = format!("/api/worklist/{name}");
        view! {
            <form class="form" method="post" action=action id=format!("form-{name}")>
                <input type="hidden" name="record" value=self.page.record.to_string()/>
                <input type="hidden" name="item" value=self.page.item.to_string()/>
                <input type="hidden" name="id" value=self.id(name, id)/>
                {fields}
                <button class=if first { "button" } else { "button button-quiet" } id=format!("send-{name}")>{send}</button>
            </form>
        }
        .into_any()
    }

    /// The same content sent again is the same deed; after a conflict it is another one.
    fn id(&self, name: &str, of: usize) -> String {
        let again = self.error_of(name).filter(|error| **error != ApiError::Conflict).map(|_| self.draft.field("id"));
        again.filter(|id| id.parse::<DeedId>().is_ok()).unwrap_or_else(|| self.page.ids[of].to_string())
    }

    fn error_of(&self, name: &str) -> Option<&ApiError> {
        self.refused.as_ref().filter(|refused| refused.form == name).map(|refused| &refused.error)
    }

    /// What was typed into a form that came back.
    fn typed(&self, form: &str, field: &str) -> String {
        self.error_of(form).map(|_| self.draft.field(field)).unwrap_or_default()
    }

    /// What is wrong with a field of a form.
    fn wrong(&self, form: &str, field: &str) -> Option<String> {
        let refused = self.refused.as_ref().filter(|refused| refused.form == form)?;
        let (at, text) = self.problem(refused);
        (at == field).then_some(text)
    }

    /// Where it is wrong, by the id of the field or button, and what.
    fn problem(&self, refused: &Refused) -> (&'static str, String) {
        let words = self.words;
        let ApiError::Invalid(fields) = &refused.error else {
            let text = match (&refused.error, &self.page.holder) {
                (ApiError::Conflict, Some(holder)) if !holder.me => {
                    words.worklist_error_taken(&holder.name.clone().unwrap_or_else(|| words.worklist_someone()))
                }
                (ApiError::Conflict, _) => words.worklist_error_changed(),
                (other, _) => general_error(other),
            };
            return ("do", text);
        };
        let field = fields.first().map(|field| (field.name.as_str(), field.code));
        match (refused.form, field) {
            ("note", Some(("text", FieldCode::Missing))) => ("text", words.worklist_error_note()),
            ("note", Some(("text", code))) => ("text", field_error(code)),
            ("decide", Some(("why", FieldCode::Missing))) => ("why", words.worklist_error_why()),
            ("decide", Some(("why", code))) => ("why", field_error(code)),
            ("decide", _) => ("decision", words.worklist_error_decision()),
            ("close", _) => ("send-close", words.worklist_error_undecided()),
            ("hand_over", _) => ("to", words.worklist_error_to()),
            ("refill", Some(("why", FieldCode::Missing))) => ("why", words.worklist_refill_error()),
            ("refill", Some(("why", code))) => ("why", field_error(code)),
            ("mute", Some(("symptom", _))) => ("symptom", words.worklist_error_symptom()),
            ("mute", _) => ("days", words.worklist_error_days()),
            _ => ("do", words.worklist_error_changed()),
        }
    }

    fn holding(&self) -> AnyView {
        let words = self.words;
        match &self.page.holder {
            None => self.form("take", 0, ().into_any(), words.worklist_take(), true),
            Some(holder) if holder.me => self.form("give_back", 1, ().into_any(), words.worklist_give_back(), false),
            Some(_) => ().into_any(),
        }
    }

    fn note(&self) -> AnyView {
        let words = self.words;
        let fields = self.text("note", "text", words.worklist_note_label(), words.worklist_note_hint(), true);
        Self::card(words.worklist_note(), self.form("note", 3, fields, words.worklist_note_send(), false))
    }

    /// Several lines of text.
    fn text(&self, form: &str, name: &'static str, label: String, hint: String, required: bool) -> AnyView {
        let wrong = self.wrong(form, name);
        let (hint_id, error_id) = (format!("{name}-hint"), format!("{name}-error"));
        let described = if wrong.is_some() { format!("{error_id} {hint_id}") } else { hint_id.clone() };
        view! {
            <div class=if wrong.is_some() { "field field-wrong" } else { "field" }>
                <label for=name>{label}</label>
                <p class="hint" id=hint_id>{hint}</p>
                {wrong.clone().map(|text| view! { <FieldError id=error_id text/> })}
                <textarea
                    class="input"
                    id=name
                    name=name
                    rows="3"
                    dir="auto"
                    required=required
                    aria-describedby=described
                    aria-invalid=wrong.is_some().then_some("true")
                >
                    {self.typed(form, name)}
                </textarea>
            </div>
        }
        .into_any()
    }

    fn decide(&self) -> AnyView {
        let words = self.words;
        // What a colleague has is theirs to decide; handing it over to oneself comes first.
        if !self.is_free() {
            return ().into_any();
        }
        let chosen = match self.error_of("decide") {
            Some(_) => Decision::from_code(&self.draft.field("decision")),
            None => None,
        };
        let wrong = self.wrong("decide", "decision");
        let options = Decision::ALL.map(|decision| {
            let id = if decision == Decision::Called { "decision".to_owned() } else { decision.code().to_owned() };
            view! {
                <label class="check">
                    <input
                        type="radio"
                        id=id
                        name="decision"
                        value=decision.code()
                        required
                        checked=chosen == Some(decision)
                    />
                    <span>{say::decision(words, decision)}</span>
                </label>
            }
        });
        let is_wrong = wrong.is_some();
        let described = is_wrong.then_some("decision-error");
        let fields = view! {
            {self.shown()}
            <fieldset class=if is_wrong { "field-wrong" } else { "" } aria-describedby=described>
                <legend>{words.worklist_decide_legend()}</legend>
                {wrong.map(|text| view! { <FieldError id="decision-error".to_owned() text/> })}
                {options.collect_view()}
            </fieldset>
            {self.text("decide", "why", words.worklist_decide_text(), words.worklist_decide_hint(), false)}
        };
        let form = self.form("decide", 4, fields.into_any(), words.worklist_decide_send(), self.page.decided.is_none());
        Self::card(words.worklist_decide(), form)
    }

    fn close(&self) -> AnyView {
        let words = self.words;
        let ended = self.page.refill.is_some_and(State::is_end);
        if (self.page.decided.is_none() && !ended) || !self.is_free() {
            return ().into_any();
        }
        let hint = view! {
            {self.shown()}
            <p class="hint">{words.worklist_close_hint()}</p>
        };
        self.form("close", 5, hint.into_any(), words.worklist_close(), true)
    }

    /// The next steps of a wish for more of a medicine. What a colleague has is theirs.
    fn refill(&self, state: State) -> AnyView {
        let words = self.words;
        if self.page.holder.as_ref().is_some_and(|holder| !holder.me) {
            return ().into_any();
        }
        let step = |step: Step, id: usize, send: String| {
            state.may_become(step).then(|| {
                let fields = match step {
                    Step::Refused => {
                        let hint = words.worklist_refill_refuse_hint();
                        self.text("refill", "why", words.worklist_refill_why(), hint, true)
                    }
                    Step::Sent | Step::Ready => ().into_any(),
                };
                let action = format!("send-{}", step.code());
                view! {
                    <form class="form" method="post" action="/api/worklist/refill" id=format!("form-{}", step.code())>
                        <input type="hidden" name="record" value=self.page.record.to_string()/>
                        <input type="hidden" name="item" value=self.page.item.to_string()/>
                        <input type="hidden" name="id" value=self.page.ids[id].to_string()/>
                        <input type="hidden" name="step" value=step.code()/>
                        {fields}
                        <button class=if step == Step::Refused { "button button-quiet" } else { "button" } id=action>
                            {send}
                        </button>
                    </form>
                }
            })
        };
        let sent = step(Step::Sent, 8, words.worklist_refill_sent());
        let ready = step(Step::Ready, 9, words.worklist_refill_ready());
        let refused = step(Step::Refused, 10, words.worklist_refill_refused());
        let refused = refused.map(|form| self.fold("refill", words.worklist_refill_refuse(), form.into_any()));
        view! {
            <div class="card">
                <h3>{words.worklist_refill_title()}</h3>
                <p class="hint">{words.worklist_refill_hint()}</p>
                {sent}
                {ready}
            </div>
            {refused}
        }
        .into_any()
    }

    fn hand_over(&self) -> AnyView {
        let words = self.words;
        let others = self.page.colleagues.iter().filter(|(account, _)| Some(*account) != self.page.holder_id);
        let others: Vec<_> = others.collect();
        if others.is_empty() {
            return ().into_any();
        }
        let wrong = self.wrong("hand_over", "to");
        let typed = self.typed("hand_over", "to");
        let options = others.into_iter().map(|(account, name)| {
            let value = account.to_string();
            let chosen = value == typed;
            view! { <option value=value selected=chosen>{name.clone()}</option> }
        });
        let from = self.page.holder_id.map(|from| from.to_string()).unwrap_or_default();
        let fields = view! {
            <input type="hidden" name="from" value=from/>
            <div class=if wrong.is_some() { "field field-wrong" } else { "field" }>
                <label for="to">{words.worklist_hand_over_to()}</label>
                {wrong.clone().map(|text| view! { <FieldError id="to-error".to_owned() text/> })}
                <select
                    class="input"
                    id="to"
                    name="to"
                    required
                    aria-describedby=wrong.is_some().then_some("to-error")
                    aria-invalid=wrong.is_some().then_some("true")
                >
                    <option value="">{words.worklist_hand_over_choose()}</option>
                    {options.collect_view()}
                </select>
            </div>
        };
        let form = self.form("hand_over", 2, fields.into_any(), words.worklist_hand_over(), false);
        self.fold("hand_over", words.worklist_hand_over(), form)
    }

    fn mute(&self) -> AnyView {
        let words = self.words;
        let muted = self.page.muted.iter().map(|(symptom, until)| {
            let date = values::day(words, local_date(*until, &self.page.zone));
            view! { <p class="small">{words.worklist_muted(&date, &self.page.names.name(symptom))}</p> }
        });
        let muted = muted.collect_view();
        if self.page.may_mute.is_empty() {
            return muted.into_any();
        }
        let typed = self.typed("mute", "symptom");
        let options = self.page.may_mute.iter().map(|symptom| {
            view! { <option value=symptom.0.clone() selected=symptom.0 == typed>{self.page.names.name(symptom)}</option> }
        });
        let (wrong, wrong_days) = (self.wrong("mute", "symptom"), self.wrong("mute", "days"));
        let days = Some(self.typed("mute", "days")).filter(|days| !days.is_empty()).unwrap_or_else(|| "7".into());
        let fields = view! {
            <p class="hint">{words.worklist_mute_hint()}</p>
            <div class=if wrong.is_some() { "field field-wrong" } else { "field" }>
                <label for="symptom">{words.worklist_mute_symptom()}</label>
                {wrong.clone().map(|text| view! { <FieldError id="symptom-error".to_owned() text/> })}
                <select
                    class="input"
                    id="symptom"
                    name="symptom"
                    required
                    aria-describedby=wrong.is_some().then_some("symptom-error")
                >
                    {options.collect_view()}
                </select>
            </div>
            <div class=if wrong_days.is_some() { "field field-wrong" } else { "field" }>
                <label for="days">{words.worklist_mute_days()}</label>
                {wrong_days.clone().map(|text| view! { <FieldError id="days-error".to_owned() text/> })}
                <input
                    class="input input-2"
                    id="days"
                    name="days"
                    inputmode="numeric"
                    autocomplete="off"
                    required
                    value=days
                    aria-invalid=wrong_days.is_some().then_some("true")
                    aria-describedby=wrong_days.is_some().then_some("days-error")
                />
            </div>
        };
        let form = self.form("mute", 7, fields.into_any(), words.worklist_mute_send(), false);
        view! {
            {self.fold("mute", words.worklist_mute(), form)}
            {muted}
        }
        .into_any()
    }

    fn card(title: String, form: AnyView) -> AnyView {
        view! {
            <div class="card">
                <h3>{title}</h3>
                {form}
            </div>
        }
        .into_any()
    }

    /// What is needed rarely; it is open when it came back refused.
    fn fold(&self, form: &str, title: String, inside: AnyView) -> AnyView {
        view! {
            <details class="fold card" open=self.error_of(form).is_some()>
                <summary>{title}</summary>
                {inside}
            </details>
        }
        .into_any()
    }
}
