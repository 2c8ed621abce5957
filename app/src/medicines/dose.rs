//! What a dose shows, and the forms that say what happened to it.

use domain::{
    id::{EntryId, MedicineId, RecordId},
    medicines::entry::{LATER_MINUTES, Reason},
    time::PartialDate,
};
use leptos::prelude::*;

use super::model::{DoseLine, DoseState, NeededLine, Noted, TypedEntry};
use crate::{
    results::say as values,
    shell::{
        icon::{Drawing, Icon},
        page::notice,
    },
    words::Words,
};

/// Where a form stands.
pub struct Place {
    pub record: RecordId,
    pub own: bool,
    /// Where it leads back to.
    pub back: String,
    pub today: Option<PartialDate>,
    pub now: String,
    /// What was typed of a dose before it was refused.
    pub typed: Option<(MedicineId, TypedEntry)>,
}

impl Place {
    /// What was typed of this dose.
    fn typed(&self, medicine: MedicineId, slot: &str, what: &str) -> Option<&TypedEntry> {
        let typed =
            self.typed.as_ref().filter(|(of, typed)| *of == medicine && typed.slot == slot && typed.what == what);
        typed.map(|(_, typed)| typed)
    }
}

/// What was to be noted could not be.
pub fn problem(words: Words) -> AnyView {
    notice(Drawing::Attention, words.medicines_error_note(), None)
}

/// What has just been noted, with the way to take it back.
pub fn just_noted(words: Words, record: RecordId, noted: &Noted, back: &str) -> AnyView {
    if noted.beyond {
        let call = view! {
            <p>{words.medicines_beyond()}</p>
            <p>
                <a class="action" href="/ill" rel="external">
                    <Icon of=Drawing::Phone/>
                    {words.site_very_ill()}
                </a>
            </p>
        };
        return notice(Drawing::Attention, noted.text.clone(), Some(call.into_any()));
    }
    let undo = noted.undo.then(|| undo(words, record, noted.id, back, ""));
    notice(Drawing::Check, noted.text.clone(), undo)
}

/// A button that takes back what was noted.
fn undo(words: Words, record: RecordId, entry: EntryId, back: &str, name: &str) -> AnyView {
    view! {
        <form method="post" action="/api/medicines/undo">
            <input type="hidden" name="record" value=record.to_string()/>
            <input type="hidden" name="id" value=entry.to_string()/>
            <input type="hidden" name="back" value=back.to_owned()/>
            <button class="button button-quiet button-small">{words.medicines_undo()} {unseen(name)}</button>
        </form>
    }
    .into_any()
}

/// One dose: when, what, how it stands, and what can be said of it.
pub fn dose(words: Words, place: &Place, line: &DoseLine) -> AnyView {
    let forms = place.own.then(|| match line.state {
        DoseState::Due | DoseState::Later(_) => due_forms(words, place, line),
        DoseState::Upcoming | DoseState::Held => early_forms(words, place, line),
        _ => said_forms(words, place, line),
    });
    let late = matches!(line.state, DoseState::Missed).then(|| after(words, line));
    let dated = place.today.is_some_and(|today| today != line.day);
    row(words, line, dated, view! { {head(words, place, line)} {late} {forms} }.into_any())
}

/// A dose in its list, with the day in words where it is not the one that everybody thinks of.
fn row(words: Words, line: &DoseLine, dated: bool, inside: AnyView) -> AnyView {
    let day = dated.then(|| view! { <span>{values::weekday_date(words, line.day)}</span> " " });
    view! {
        <li class=if dated { "dose dose-dated" } else { "dose" }>
            <p class="dose-time">{day} <span>{line.time.clone()}</span></p>
            <div>{inside}</div>
        </li>
    }
    .into_any()
}

fn head(words: Words, place: &Place, line: &DoseLine) -> AnyView {
    let (drawing, text) = state(words, &line.state);
    let by = line.by.as_ref().map(|by| view! { " · " <bdi>{words.medicines_by(by)}</bdi> });
    view! {
        <h3 class="dose-name">{named(place.record, line.medicine, &line.name)}</h3>
        <p class="dose-amount" translate="no">
            <bdi>{line.amount.clone()}</bdi>
        </p>
        {text.map(|text| view! { <p class="dose-state">{drawing.map(|of| view! { <Icon of/> })} <span>{text}</span> {by} {unsent(words, line.unsent)}</p> })}
    }
    .into_any()
}

/// What was said on this device and is not sent yet never looks as if it was.
fn unsent(words: Words, is: bool) -> Option<AnyView> {
    is.then(|| view! { " " <span class="badge">{words.devices_not_sent()}</span> }.into_any())
}

/// The name of a medicine, which leads to its page.
fn named(record: RecordId, medicine: MedicineId, name: &str) -> AnyView {
    view! {
        <a href=format!("/records/{record}/medicines/{medicine}") rel="external">
            <bdi translate="no">{name.to_owned()}</bdi>
        </a>
    }
    .into_any()
}

fn state(words: Words, state: &DoseState) -> (Option<Drawing>, Option<String>) {
    match state {
        DoseState::Upcoming => (None, None),
        DoseState::Due => (Some(Drawing::Waiting), Some(words.medicines_state_due())),
        DoseState::Later(time) => (Some(Drawing::Waiting), Some(words.medicines_state_later(time))),
        DoseState::Held => (Some(Drawing::Attention), Some(words.medicines_state_held())),
        DoseState::Unanswered => (Some(Drawing::Question), Some(words.medicines_state_unanswered())),
        DoseState::Taken(time) => (Some(Drawing::Check), Some(words.medicines_state_taken(time))),
        DoseState::TakenTwice => (Some(Drawing::Attention), Some(words.medicines_state_twice())),
        DoseState::Skipped(why) => (None, Some(words.medicines_state_skipped(&reason(words, *why)))),
        DoseState::Missed => (None, Some(words.medicines_state_missed())),
    }
}

/// Why a dose was skipped.
pub fn reason(words: Words, reason: Reason) -> String {
    match reason {
        Reason::SideEffects => words.medicines_reason_effects(),
        Reason::Unwell => words.medicines_reason_unwell(),
        Reason::RanOut => words.medicines_reason_out(),
        Reason::TeamSaid => words.medicines_reason_team(),
        Reason::Other => words.medicines_reason_other(),
    }
}

/// What every form about a dose sends.
fn hidden(place: &Place, (medicine, name): (MedicineId, &str), id: EntryId, slot: &str, what: &'static str) -> AnyView {
    let field = |name: &'static str, value: String| view! { <input type="hidden" name=name value=value/> };
    view! {
        {field("record", place.record.to_string())}
        {field("medicine", medicine.to_string())}
        {field("id", id.to_string())}
        // What a device that has no network calls it in its list; the server knows it by its id.
        {field("name", name.to_owned())}
        {field("typed[slot]", slot.to_owned())}
        {field("typed[what]", what.to_owned())}
        {(!place.back.is_empty()).then(|| field("typed[back]", place.back.clone()))}
    }
    .into_any()
}

/// A form about a dose, with what is in it.
fn form(place: &Place, line: &DoseLine, what: &'static str, inside: AnyView) -> AnyView {
    view! {
        <form class="dose-form" method="post" action="/api/medicines/note">
            {hidden(place, (line.medicine, &line.name), line.id, &line.slot, what)}
            {inside}
        </form>
    }
    .into_any()
}

fn due_forms(words: Words, place: &Place, line: &DoseLine) -> AnyView {
    let (taking, skipping) = open(place, line);
    let take = view! { <button class="button">{words.medicines_take()} {unseen(&line.name)}</button> };
    view! {
        {form(place, line, "taken", take.into_any())}
        <div class="dose-more">
            {fold(words.medicines_later(), &line.name, false, later(words, place, line))}
            {fold(words.medicines_skip(), &line.name, skipping, skip(words, place, line))}
            {(!place.now.is_empty())
                .then(|| fold(words.medicines_took_at(), &line.name, taking, took_at(words, place, line, false)))}
        </div>
    }
    .into_any()
}

/// A dose whose time has not come can be taken earlier, or skipped; so can one that is held, since the truth can
/// always be noted.
fn early_forms(words: Words, place: &Place, line: &DoseLine) -> AnyView {
    let (taking, skipping) = open(place, line);
    view! {
        <div class="dose-more">
            {fold(words.medicines_took_already(), &line.name, taking, took_at(words, place, line, false))}
            {fold(words.medicines_skip(), &line.name, skipping, skip(words, place, line))}
        </div>
    }
    .into_any()
}

/// Which forms of a dose are open: those in which something was typed.
fn open(place: &Place, line: &DoseLine) -> (bool, bool) {
    let typed = |what| place.typed(line.medicine, &line.slot, what);
    (typed("taken").is_some_and(|typed| !typed.time.is_empty()), typed("skipped").is_some())
}

/// What was said can be corrected; as long as it is not sent, it can be taken back.
fn said_forms(words: Words, place: &Place, line: &DoseLine) -> AnyView {
    if let Some(entry) = line.entry.filter(|_| line.unsent) {
        return undo(words, place.record, entry, &place.back, &line.name);
    }
    let correct = line.entry.map(|entry| {
        let href = format!("/records/{}/medicines/{}/correct?entry={entry}", place.record, line.medicine);
        view! {
            <a class="action" href=href rel="external">
                {words.medicines_correct()} {unseen(&line.name)}
            </a>
        }
    });
    view! { {correct} }.into_any()
}

fn fold(title: String, name: &str, open: bool, inside: AnyView) -> AnyView {
    view! {
        <details class="dose-fold" open=open>
            <summary>{title} {unseen(name)}</summary>
            {inside}
        </details>
    }
    .into_any()
}

/// Of which medicine, for who hears the words of a button without what stands around it.
fn unseen(name: &str) -> AnyView {
    view! { <span class="visually-hidden">" " <bdi>{name.to_owned()}</bdi></span> }.into_any()
}

fn later(words: Words, place: &Place, line: &DoseLine) -> AnyView {
    let buttons = LATER_MINUTES.map(|minutes| {
        view! {
            <button class="button button-quiet" name="typed[minutes]" value=minutes.to_string()>
                {words.medicines_minutes(u32::from(minutes))}
            </button>
        }
    });
    form(place, line, "later", view! { <div class="dose-buttons">{buttons}</div> }.into_any())
}

fn skip(words: Words, place: &Place, line: &DoseLine) -> AnyView {
    let reasons = Reason::ALL.iter().map(|why| {
        view! {
            <button class="button button-quiet" name="typed[reason]" value=why.code()>{reason(words, *why)}</button>
        }
    });
    let id = format!("words-{}", line.id);
    let typed = place.typed(line.medicine, &line.slot, "skipped").map(|typed| typed.words.clone());
    let inside = view! {
        <label for=id.clone()>{words.medicines_skip_words()}</label>
        <input class="input" id=id name="typed[words]" maxlength="300" autocomplete="off" value=typed/>
        <p>{words.medicines_skip_why()}</p>
        <div class="dose-buttons">{reasons.collect_view()}</div>
    };
    form(place, line, "skipped", inside.into_any())
}

fn took_at(words: Words, place: &Place, line: &DoseLine, dated: bool) -> AnyView {
    let (time, day) = (format!("time-{}", line.id), format!("day-{}", line.id));
    let typed = place.typed(line.medicine, &line.slot, "taken").filter(|typed| !typed.time.is_empty());
    let date = dated.then(|| {
        let value = typed.map_or_else(|| line.day.to_string(), |typed| typed.day.clone());
        view! {
            <div>
                <label for=day.clone()>{words.medicines_day()}</label>
                <input class="input" type="date" id=day name="typed[day]" value=value required/>
            </div>
        }
    });
    // What was due on an earlier day was most likely taken around its time.
    let value = if dated { line.time.clone() } else { place.now.clone() };
    let value = typed.map_or(value, |typed| typed.time.clone());
    let inside = view! {
        <div class="date-parts">
            {date}
            <div>
                <label for=time.clone()>{words.medicines_time()}</label>
                <input class="input" type="time" id=time name="typed[time]" value=value required/>
            </div>
        </div>
        <button class="button button-quiet">{words.medicines_note()}</button>
    };
    form(place, line, "taken", inside.into_any())
}

/// What to do about a dose that was not taken: the prescriber's words, else ours.
fn after(words: Words, line: &DoseLine) -> AnyView {
    match &line.if_missed {
        Some(text) => view! {
            <p class="dose-after">{words.medicines_if_missed()} " " <q dir="auto">{text.clone()}</q></p>
        }
        .into_any(),
        None => view! { <p class="dose-after">{words.medicines_not_two()}</p> }.into_any(),
    }
}

/// What nobody answered, with the ways to say what happened.
pub fn unanswered(words: Words, place: &Place, lines: &[DoseLine]) -> AnyView {
    let lines = lines.iter().map(|line| {
        // What was answered on this device a moment ago keeps its place.
        let waits = line.state == DoseState::Unanswered;
        let forms = place.own.then(|| {
            if !waits {
                return said_forms(words, place, line);
            }
            let (taking, skipping) = open(place, line);
            let missed =
                view! { <button class="button button-quiet">{words.medicines_missed()} {unseen(&line.name)}</button> };
            view! {
                {form(place, line, "missed", missed.into_any())}
                <div class="dose-more">
                    {fold(words.medicines_took_at(), &line.name, taking, took_at(words, place, line, true))}
                    {fold(words.medicines_skipped(), &line.name, skipping, skip(words, place, line))}
                </div>
            }
            .into_any()
        });
        let inside = view! { {head(words, place, line)} {waits.then(|| after(words, line))} {forms} };
        row(words, line, true, inside.into_any())
    });
    view! {
        <section class="section" aria-labelledby="unanswered">
            <h2 id="unanswered">{words.medicines_unanswered()}</h2>
            {place.own.then(|| view! { <p>{words.medicines_unanswered_lead()}</p> })}
            <ol class="doses" role="list">{lines.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// What is taken as needed: when one was taken, when another may be, and the ways to note it.
pub fn needed(words: Words, place: &Place, lines: &[NeededLine]) -> AnyView {
    let lines = lines.iter().map(|line| {
        let id = format!("time-{}", line.id);
        let again = match (&line.next, line.held) {
            (_, true) => words.medicines_state_held(),
            (Some(next), _) => words.medicines_next_at(next),
            // Where the plan names no limit nothing is known of when it may be taken.
            (None, _) if line.limits.is_empty() => words.medicines_next_unlimited(),
            (None, _) => words.medicines_next_now(),
        };
        let taken = |inside: AnyView| {
            view! {
                <form class="dose-form" method="post" action="/api/medicines/note">
                    {hidden(place, (line.medicine, &line.name), line.id, "", "taken")}
                    {inside}
                </form>
            }
        };
        let typed = place.typed(line.medicine, "", "taken").map(|typed| typed.time.clone()).filter(|time| !time.is_empty());
        let typing = typed.is_some();
        let quiet = line.next.is_some() || line.held;
        let button = view! {
            <button class=if quiet { "button button-quiet" } else { "button" }>
                {words.medicines_take_this()} {unseen(&line.name)}
            </button>
        };
        let at = view! {
            <label for=id.clone()>{words.medicines_time()}</label>
            <input class="input" type="time" id=id name="typed[time]" value=typed.unwrap_or_else(|| place.now.clone()) required/>
            <button class="button button-quiet">{words.medicines_note()}</button>
        };
        let forms = place.own.then(|| {
            view! {
                {taken(button.into_any())}
                <div class="dose-more">{fold(words.medicines_took_at(), &line.name, typing, taken(at.into_any()).into_any())}</div>
            }
        });
        let last = match &line.last {
            Some(last) => words.medicines_last(last),
            None => words.medicines_last_none(),
        };
        view! {
            <li class="dose dose-needed">
                <div>
                    <h3 class="dose-name">{named(place.record, line.medicine, &line.name)}</h3>
                    <p class="dose-amount" translate="no">
                        <bdi>{line.amount.clone()}</bdi>
                    </p>
                    {line.limits.iter().map(|limit| view! { <p class="small">{limit.clone()}</p> }).collect_view()}
                    <p class="small">{last} {unsent(words, line.unsent)}</p>
                    <p class="dose-state">
                        <Icon of=Drawing::Waiting/>
                        <span>{again}</span>
                    </p>
                    {line.entry.map(|entry| undo(words, place.record, entry, &place.back, &line.name))}
                    {forms}
                </div>
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby="needed">
            <h2 id="needed">{words.medicines_needed()}</h2>
            <ul class="doses" role="list">{lines.collect_view()}</ul>
        </section>
    }
    .into_any()
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::words::Language;

    /// A dose of the evening of the 21st, as a page of a day shows it.
    fn shown(state: DoseState, today: &str) -> String {
        let place = Place {
            record: RecordId::new(),
            own: true,
            back: String::new(),
            today: Some(today.parse().unwrap()),
            now: "00:15".into(),
            typed: None,
        };
        let line = DoseLine {
            medicine: MedicineId::new(),
            name: "Zinc".into(),
            amount: "1".into(),
            slot: "2026-11-21.1410".into(),
            id: EntryId::new(),
            time: "23:30".into(),
            day: "2026-11-21".parse().unwrap(),
            state,
            from: 0,
            until: 1,
            entry: None,
            unsent: false,
            by: None,
            if_missed: None,
        };
        dose(Words::new(Language::English), &place, &line).to_html()
    }

    #[test]
    fn a_dose_of_another_day_says_which_day_it_is_of() {
        assert!(shown(DoseState::Due, "2026-11-22").contains("Saturday 21 November 2026"));
        assert!(!shown(DoseState::Due, "2026-11-21").contains("November"));
    }

    #[test]
    fn a_dose_that_is_held_now_can_be_noted_as_taken_before() {
        let held = shown(DoseState::Held, "2026-11-21");
        assert!(held.contains("I took it already") && held.contains(r#"value="taken""#), "{held}");
        assert!(!held.contains("Later"), "nobody is told to take it now: {held}");
    }
}
