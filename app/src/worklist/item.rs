//! One item: what was reported and how it came to that, how the person is reached, what was done, and what
//! one can do. Opening it marks it as seen.

use domain::{
    access::{self, Identity},
    diary::{alert::About, alert::Alert, entry, report::Symptom, store as diary_store},
    id::{AccountId, DeedId, RecordId, WorkItemId},
    medicines::{refill::State, refill_store::find_state},
    record::reach::{Reach, list_ways},
    time::Instant,
    worklist::{
        deed::{Deed, Done, Shown, is_unseen, list_colleagues, mark_seen},
        item::{Body, Decision, Heard, Severity},
        list::get_item,
        mute::{may_mute, mutes},
    },
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

use super::{
    history::{History, find_history, history},
    item_forms::forms,
    queue::{HolderModel, holder},
    say,
};
use crate::{
    diary::names::Names,
    error::{Answer, ApiError},
    medicines::supply as medicines_say,
    request::{self, local_date},
    results::{say as values, timeline::record_in_path},
    shell::{
        icon::{Drawing, Icon},
        page::{Back, PageHead, loaded, model, notice},
    },
    visit::{visit, words},
    words::Words,
};

/// What reached Daybook so much later than it was said is told with both times.
const LATER_SECONDS: i64 = 900;

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct ItemModel {
    pub record: RecordId,
    pub item: WorkItemId,
    pub now: Instant,
    pub zone: String,
    pub severity: Severity,
    pub body: Body,
    pub opened_at: Instant,
    /// When it was said, where it came later.
    pub said_at: Option<Instant>,
    pub promised_at: Instant,
    pub step: u32,
    pub holder: Option<HolderModel>,
    pub holder_id: Option<AccountId>,
    pub seen_at: Option<Instant>,
    pub decided: Option<(Decision, Instant)>,
    pub closed_at: Option<Instant>,
    pub deeds: Vec<DoneModel>,
    pub names: Names,
    /// How the symptoms were in the last weeks.
    course: Option<History>,
    /// How far it has come with all that the page shows.
    pub shown: Shown,
    /// To whom it can be handed over.
    pub colleagues: Vec<(AccountId, String)>,
    /// Symptoms whose alerts can be paused, and those that are.
    pub may_mute: Vec<Symptom>,
    pub muted: Vec<(Symptom, Instant)>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    /// How far a wish for more of a medicine has come, where it is one.
    pub refill: Option<State>,
    /// Of the deed that each form makes.
    pub ids: [DeedId; 11],
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct DoneModel {
    at: Instant,
    by: Option<String>,
    to: Option<String>,
    deed: Deed,
}

async fn find_item(record: RecordId, item: WorkItemId) -> Answer<ItemModel> {
    let (backend, caller) = request::caller()?;
    let now = backend.now();
    let mut tx = backend.db.read().await?;
    let granted = access::act::<access::Worklist>(&mut tx, &caller, record).await?;
    if is_unseen(&mut tx, &granted, item).await? {
        drop(tx);
        let mut write = backend.db.write().await?;
        let granted = access::act::<access::Worklist>(&mut write, &caller, record).await?;
        mark_seen(&mut write, &granted, item, now).await?;
        write.commit().await?;
        tx = backend.db.read().await?;
    }
    let colleagues = list_colleagues(&mut tx, &granted).await?;
    let view = access::view::<access::Worklist>(&mut tx, &caller, record, now).await?;
    let opened = get_item(&mut tx, &view, item).await?;
    let refill = match &opened.body {
        Body::Refill { refill, .. } => find_state(&mut tx, &view, *refill).await?,
        _ => None,
    };
    let muted = mutes(&mut tx, &view, now).await?;
    let names = Names::of_all(&mut tx, &backend.site, &opened.instruments, visit().language).await?;
    let diary = access::view::<access::Diary>(&mut tx, &caller, record, now).await?;
    let course = find_history(&mut tx, &diary, &backend.site).await?;
    let said_at = said_at(&mut tx, &diary, &opened.body).await?;
    let identity = access::view::<Identity>(&mut tx, &caller, record, now).await?;
    let ways = list_ways(&mut tx, &identity).await?;
    let symptom = |alert: &Alert| match &alert.about {
        About::Symptom(symptom) if may_mute(alert) => Some(symptom.clone()),
        _ => None,
    };
    let holder_id = opened.holder.as_ref().map(|holder| holder.account);
    let done = |done: Done| DoneModel { at: done.at, by: done.by, to: done.to, deed: done.deed };
    Ok(ItemModel {
        record,
        item,
        now,
        zone: backend.site.zone.clone(),
        severity: opened.severity,
        may_mute: alerts_of(&opened.body).iter().filter_map(symptom).collect(),
        body: opened.body,
        said_at: said_at.filter(|said| opened.opened_at.seconds_since(*said) >= LATER_SECONDS),
        opened_at: opened.opened_at,
        promised_at: opened.promised_at,
        step: u32::try_from(opened.step).unwrap_or(0),
        holder: opened.holder.map(|holder| HolderModel { me: holder.account == caller.account, name: holder.name }),
        holder_id,
        seen_at: opened.seen_at,
        decided: opened.decided.zip(opened.decided_at),
        closed_at: opened.closed_at,
        deeds: opened.deeds.into_iter().map(done).collect(),
        names,
        course,
        shown: opened.shown,
        colleagues: colleagues.into_iter().map(|one| (one.account, one.name)).collect(),
        muted: muted.into_iter().map(|mute| (mute.symptom, mute.until)).collect(),
        phones: ways
            .iter()
            .filter_map(|way| if let Reach::Phone(phone) = way { Some(phone.clone()) } else { None })
            .collect(),
        emails: ways
            .iter()
            .filter_map(|way| if let Reach::Email(email) = way { Some(email.clone()) } else { None })
            .collect(),
        refill,
        ids: std::array::from_fn(|_| DeedId::new()),
    })
}

/// When the person said what an item is about.
async fn said_at(
    tx: &mut domain::db::Tx,
    diary: &access::Granted<access::View, access::Diary>,
    body: &Body,
) -> Answer<Option<Instant>> {
    let (Body::Alert { report, .. } | Body::Note { report, .. }) = body else { return Ok(None) };
    if let Some(report) = diary_store::find_report(tx, diary, *report).await? {
        return Ok(Some(report.said.at));
    }
    Ok(entry::find_entry(tx, diary, *report).await?.map(|entry| entry.happened_at))
}

fn alerts_of(body: &Body) -> &[Alert] {
    if let Body::Alert { alerts, .. } = body { alerts } else { &[] }
}

/// The page of one item.
#[component]
pub fn ItemPage() -> impl IntoView {
    let params = use_params_map();
    let page = model(
        move || (params.read().get("record"), params.read().get("item")),
        |(record, item)| async move {
            let item = item.and_then(|item| item.parse().ok()).ok_or(ApiError::NotFound)?;
            find_item(record_in_path(record)?, item).await
        },
    );
    loaded(page, |page| item_page(&page))
}

fn item_page(page: &ItemModel) -> AnyView {
    let words = words();
    let title = match alerts_of(&page.body).first() {
        Some(alert) => say::headline(words, &page.names, alert, &page.zone),
        None => say::kind(words, &page.body),
    };
    let name = visit().whose.and_then(|whose| whose.name).unwrap_or_default();
    let window = values::list(words, &[say::kind(words, &page.body), name]);
    let (summary, forms) = forms(words, page);
    let saved = use_query_map().read_untracked().get("saved").is_some() && summary.is_none();
    view! {
        <Back href="/team/worklist".to_owned() to=words.worklist_back()/>
        <PageHead title=title window=window/>
        {saved.then(|| notice(Drawing::Check, words.worklist_saved(), None))}
        {summary}
        <div class="work-item">
            <div>
                {status(words, page)}
                {reported(words, page)}
                {page.course.as_ref().map(|course| history(words, page.record, course, &page.body))}
                {reach(words, page)}
                {done(words, page)}
            </div>
            {forms}
        </div>
    }
    .into_any()
}

fn status(words: Words, page: &ItemModel) -> AnyView {
    let moment = |at: Instant| say::moment(words, at, page.now, &page.zone);
    let fact = |label: String, value: AnyView| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
            </div>
        }
        .into_any()
    };
    let promise = say::promise(words, page.promised_at, page.holder.is_some(), page.now, &page.zone);
    let open = page.closed_at.is_none();
    let stepped =
        (page.step > 0 && open).then(|| view! { " " <span class="badge">{words.worklist_stepped(page.step)}</span> });
    let decided = page.decided.map(|(decision, at)| {
        let text = view! { <span>{say::decision(words, decision)}</span> " · " <span>{moment(at)}</span> };
        fact(words.worklist_status_decided(), text.into_any())
    });
    view! {
        <section class="card" aria-labelledby="status">
            <h2 id="status">{words.worklist_status()}</h2>
            <p>{say::severity(words, page.severity)} {stepped}</p>
            <dl class="facts">
                {fact(words.worklist_status_holder(), holder(words, page.holder.as_ref()))}
                {page.said_at.map(|at| fact(words.worklist_status_said(), moment(at).into_any()))}
                {fact(words.worklist_status_opened(), moment(page.opened_at).into_any())}
                {open.then(|| fact(words.worklist_status_promised(), promise.into_any()))}
                {page.seen_at.map(|at| fact(words.worklist_status_seen(), moment(at).into_any()))}
                {decided}
                {page.closed_at.map(|at| fact(words.worklist_status_closed(), moment(at).into_any()))}
            </dl>
        </section>
    }
    .into_any()
}

fn reported(words: Words, page: &ItemModel) -> AnyView {
    let inside = match &page.body {
        Body::Alert { alerts, heard, .. } => {
            let each = (heard.len() > 1).then(|| {
                let reports = heard.iter().rev().map(|heard| one_report(words, heard, page));
                view! {
                    <details class="fold">
                        <summary>{words.worklist_heard()}</summary>
                        {reports.collect_view()}
                    </details>
                }
            });
            view! {
                {alert_list(words, alerts, page)}
                {each}
            }
            .into_any()
        }
        Body::Note { text, .. } => {
            view! { <blockquote class="work-quote" dir="auto">{text.clone()}</blockquote> }.into_any()
        }
        Body::Silent { since } => {
            let date = values::day(words, local_date(*since, &page.zone));
            view! { <p>{words.worklist_silent(&date)}</p> }.into_any()
        }
        Body::Medicine { medicine, name, taken } => {
            let times = taken.iter().rev().map(|taken| {
                view! { <li>{say::beyond(words, taken, page.now, &page.zone)}</li> }
            });
            view! {
                <p>
                    <a href=format!("/records/{}/medicines/{medicine}", page.record)>
                        <bdi translate="no">{name.clone()}</bdi>
                    </a>
                </p>
                <ul>{times.collect_view()}</ul>
            }
            .into_any()
        }
        Body::Refill { medicine, name, words: text, .. } => {
            let state = page.refill.map(|state| medicines_say::state(words, state));
            let supply = format!("/records/{}/medicines/{medicine}/supply", page.record);
            let quote = (!text.is_empty())
                .then(|| view! { <blockquote class="work-quote" dir="auto">{text.clone()}</blockquote> });
            view! {
                <p>
                    <strong>
                        <bdi translate="no">{name.clone()}</bdi>
                    </strong>
                </p>
                {quote}
                <p>{state}</p>
                <p>
                    <a class="action" href=supply>
                        <Icon of=Drawing::Medicines/>
                        {words.worklist_refill_supply()}
                    </a>
                </p>
            }
            .into_any()
        }
    };
    view! {
        <section class="section" aria-labelledby="reported">
            <h2 id="reported">{words.worklist_reported()}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn one_report(words: Words, heard: &Heard, page: &ItemModel) -> AnyView {
    view! {
        <p class="small">{say::moment(words, heard.at, page.now, &page.zone)}</p>
        {alert_list(words, &heard.alerts, page)}
    }
    .into_any()
}

fn alert_list(words: Words, alerts: &[Alert], page: &ItemModel) -> AnyView {
    let alerts = alerts.iter().map(|alert| {
        let reasons = alert.reasons.iter().map(|reason| view! { <li>{say::reason(words, reason, &page.zone)}</li> });
        view! {
            <li class="work-alert">
                <p>
                    <strong>{say::about(words, &page.names, &alert.about)}</strong>
                    " "
                    {say::severity(words, alert.urgency.into())}
                </p>
                <ul>{reasons.collect_view()}</ul>
                {say::author(words, alert.by).map(|who| view! { <p class="small">{who}</p> })}
            </li>
        }
    });
    view! { <ul class="work-alerts" role="list">{alerts.collect_view()}</ul> }.into_any()
}

fn reach(words: Words, page: &ItemModel) -> AnyView {
    let dial = |phone: &str| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    let phones = page.phones.iter().map(|phone| {
        view! {
            <li>
                <a class="action" href=format!("tel:{}", dial(phone))>
                    <Icon of=Drawing::Phone/>
                    <bdi dir="ltr">{phone.clone()}</bdi>
                </a>
            </li>
        }
    });
    let emails = page.emails.iter().map(|email| {
        view! {
            <li>
                <a class="action" href=format!("mailto:{email}")>
                    <bdi dir="ltr">{email.clone()}</bdi>
                </a>
            </li>
        }
    });
    let ways = if page.phones.is_empty() && page.emails.is_empty() {
        view! { <p>{words.worklist_reach_none()}</p> }.into_any()
    } else {
        view! { <ul class="work-reach" role="list">{phones.collect_view()} {emails.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="section" aria-labelledby="reach">
            <h2 id="reach">{words.worklist_reach()}</h2>
            {ways}
            <p>
                <a class="action" href=format!("/records/{}", page.record)>
                    <Icon of=Drawing::Person/>
                    {words.worklist_record()}
                </a>
            </p>
        </section>
    }
    .into_any()
}

fn done(words: Words, page: &ItemModel) -> AnyView {
    if page.deeds.is_empty() {
        return view! {
            <section class="section" aria-labelledby="done">
                <h2 id="done">{words.worklist_done()}</h2>
                <p>{words.worklist_done_none()}</p>
            </section>
        }
        .into_any();
    }
    let deeds = page.deeds.iter().map(|done| {
        let (what, text) = deed(words, &page.names, done);
        let who = done.by.clone().unwrap_or_else(|| words.worklist_someone());
        view! {
            <li class="work-deed">
                <p>
                    <bdi>{what}</bdi>
                </p>
                {text.map(|text| view! { <p class="work-quote" dir="auto">{text}</p> })}
                <p class="small">
                    <bdi>{who}</bdi>
                    " · "
                    <span>{say::moment(words, done.at, page.now, &page.zone)}</span>
                </p>
            </li>
        }
    });
    view! {
        <section class="section" aria-labelledby="done">
            <h2 id="done">{words.worklist_done()}</h2>
            <ol class="work-deeds" role="list">{deeds.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// What came since somebody read the item, in lines: where it stands on the page, and what it is.
pub(super) fn since(words: Words, page: &ItemModel, shown: Shown) -> Vec<(&'static str, String)> {
    let heard = if let Body::Alert { heard, .. } = &page.body { heard.as_slice() } else { &[] };
    let reported = heard.iter().filter(|heard| heard.at > shown.sent_at).flat_map(|heard| &heard.alerts);
    let reported = reported.map(|alert| ("reported", say::headline(words, &page.names, alert, &page.zone)));
    let done = page.deeds.iter().skip(shown.deeds).map(|done| {
        let who = done.by.clone().unwrap_or_else(|| words.worklist_someone());
        let (what, text) = deed(words, &page.names, done);
        let what = text.map_or_else(|| what.clone(), |text| words.worklist_headline(&what, &text));
        ("done", words.worklist_headline(&who, &what))
    });
    reported.chain(done).collect()
}

/// What was done, and the words that go with it.
fn deed(words: Words, names: &Names, done: &DoneModel) -> (String, Option<String>) {
    match &done.deed {
        Deed::Took => (words.worklist_deed_take(), None),
        Deed::Released => (words.worklist_deed_give_back(), None),
        Deed::HandedOver { .. } => {
            let to = done.to.clone().unwrap_or_else(|| words.worklist_someone());
            (words.worklist_deed_hand_over(&to), None)
        }
        Deed::Noted { text } => (words.worklist_deed_note(), Some(text.as_str().to_owned())),
        Deed::Decided { decision, text } => (
            words.worklist_deed_decide(&say::decision(words, *decision)),
            text.as_ref().map(|text| text.as_str().to_owned()),
        ),
        Deed::Closed => (words.worklist_deed_close(), None),
        Deed::Reopened => (words.worklist_deed_reopen(), None),
        Deed::Refilled { step, text } => {
            let state = medicines_say::state(words, step.state());
            (state, text.as_ref().map(|text| text.as_str().to_owned()))
        }
        Deed::Muted { symptom, days } => {
            let time = words.worklist_days(u32::from(*days));
            (words.worklist_deed_mute(&names.name(symptom), &time), None)
        }
    }
}
