//! What waits for the care team: one list, the worst first, that brings itself up to date.

use std::collections::BTreeMap;

use domain::{
    access,
    id::{InstrumentId, RecordId, TeamId, WorkItemId},
    time::Instant,
    worklist::{
        item::{Body, Severity},
        list::{Held, Line, Load, get_load, list_items},
    },
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde::{Deserialize, Serialize};

use super::say;
use crate::{
    diary::names::Names,
    error::Answer,
    request::{self, local_date},
    results::say as values,
    shell::{
        document::one_script,
        icon::{Drawing, Icon},
        page::{Empty, PageHead, loaded, model, notice},
    },
    visit::{visit, words},
    words::Words,
};

/// The script that brings the list up to date, and the header by which its requests are known.
const LIVE: &str = include_str!("live.js");
pub const LIVE_HEADER: &str = "daybook-live";

/// Lines of a page.
const MOST: usize = 50;
/// Alerts that a line names.
const NAMED: usize = 3;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Asked {
    show: String,
    team: Option<TeamId>,
    after: Option<WorkItemId>,
}

impl Asked {
    fn held(&self) -> Held {
        match self.show.as_str() {
            "mine" => Held::ByMe,
            "free" => Held::ByNobody,
            _ => Held::ByAnyone,
        }
    }

    /// The address of a list.
    fn href(show: &str, team: Option<TeamId>, after: Option<WorkItemId>) -> String {
        let show = (!show.is_empty()).then(|| format!("show={show}"));
        let parts = [show, team.map(|team| format!("team={team}")), after.map(|after| format!("after={after}"))];
        let query = parts.into_iter().flatten().collect::<Vec<_>>().join("&");
        if query.is_empty() { "/team/worklist".to_owned() } else { format!("/team/worklist?{query}") }
    }
}

/// What the page shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Queue {
    asked: Asked,
    now: Instant,
    zone: String,
    teams: Vec<(TeamId, String)>,
    lines: Vec<QueueLine>,
    next: Option<WorkItemId>,
    load: LoadModel,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct QueueLine {
    item: WorkItemId,
    record: RecordId,
    name: Option<String>,
    age: Option<u32>,
    severity: Severity,
    body: Body,
    /// Of the symptoms that it is about.
    names: Names,
    opened_at: Instant,
    promised_at: Instant,
    step: u32,
    holder: Option<HolderModel>,
}

/// Who has an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct HolderModel {
    pub name: Option<String>,
    pub me: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct LoadModel {
    ages: [u32; 4],
    open: u32,
    free: u32,
    late: u32,
    holders: Vec<(String, u32)>,
    median: Option<i64>,
}

async fn find_queue(asked: Asked) -> Answer<Queue> {
    let (backend, caller) = request::caller()?;
    let (now, zone) = (backend.now(), backend.site.zone.clone());
    let mut tx = backend.db.read().await?;
    let circle = access::circle(&mut tx, &caller).await?;
    let stretch = list_items(&mut tx, &circle, asked.held(), asked.team, asked.after, MOST, now).await?;
    let load: Load = get_load(&mut tx, &circle, asked.team, now).await?;
    let mut teams = domain::site::store::list_teams(&mut tx).await?;
    teams.retain(|team| circle.teams().contains(&team.id));
    let today = local_date(now, &zone).date();
    let mut known: BTreeMap<Vec<InstrumentId>, Names> = BTreeMap::new();
    for line in &stretch.lines {
        if !known.contains_key(&line.instruments) {
            let names = Names::of_all(&mut tx, &backend.site, &line.instruments, visit().language).await?;
            known.insert(line.instruments.clone(), names);
        }
    }
    let line = |line: Line| QueueLine {
        names: known.get(&line.instruments).map(|all| all.only(line.body.symptoms())).unwrap_or_default(),
        item: line.item,
        record: line.record,
        name: line.name,
        age: line.birth_date.and_then(|born| domain::record::age(born, today)),
        severity: line.severity,
        body: line.body,
        opened_at: line.opened_at,
        promised_at: line.promised_at,
        step: u32::try_from(line.step).unwrap_or(0),
        holder: line.holder.map(|holder| HolderModel { me: holder.account == caller.account, name: holder.name }),
    };
    Ok(Queue {
        next: stretch.lines.last().map(|line| line.item).filter(|_| stretch.more),
        lines: stretch.lines.into_iter().map(line).collect(),
        teams: teams.into_iter().map(|team| (team.id, team.name)).collect(),
        load: LoadModel {
            open: load.open(),
            ages: load.ages,
            free: load.free,
            late: load.late,
            holders: load.holders,
            median: load.median,
        },
        asked,
        now,
        zone,
    })
}

/// The first page of the care team.
#[component]
pub fn Worklist() -> impl IntoView {
    let query = use_query_map();
    let script = one_script(LIVE);
    let page = model(
        move || {
            let query = query.read();
            let id = |name: &str| query.get(name).unwrap_or_default();
            Asked { show: id("show"), team: id("team").parse().ok(), after: id("after").parse().ok() }
        },
        find_queue,
    );
    view! {
        {loaded(page, |page| queue(&page))}
        {script}
    }
}

fn queue(page: &Queue) -> AnyView {
    let words = words();
    if page.teams.is_empty() {
        return view! {
            <PageHead title=words.worklist_title()/>
            <Empty of=Drawing::Person title=words.worklist_no_team() text=words.worklist_no_team_text()/>
        }
        .into_any();
    }
    let closed = use_query_map().read_untracked().get("done").is_some();
    let Asked { show, team, after } = &page.asked;
    let announced = words.worklist_live_new("#");
    view! {
        <PageHead title=words.worklist_title() lead=words.worklist_lead()/>
        {closed.then(|| notice(Drawing::Check, words.worklist_closed(), None))}
        <div class="work-tools">
            {filters(words, page)}
            <a class="button button-quiet button-small" href=Asked::href(show, *team, *after)>{words.worklist_refresh()}</a>
        </div>
        <p class="visually-hidden" id="live-says" role="status" data-new=announced></p>
        <div id="live" tabindex="-1">
            {list(words, page)}
            {pager(words, page)}
            {load(words, &page.load)}
        </div>
    }
    .into_any()
}

fn filters(words: Words, page: &Queue) -> AnyView {
    let Asked { show, team, .. } = &page.asked;
    let chip = |href: String, text: AnyView, current: bool| {
        view! {
            <li>
                <a class="chip" href=href aria-current=current.then_some("true")>{text}</a>
            </li>
        }
        .into_any()
    };
    let held = [
        ("", Held::ByAnyone, words.worklist_filter_all()),
        ("mine", Held::ByMe, words.worklist_filter_mine()),
        ("free", Held::ByNobody, words.worklist_filter_free()),
    ]
    .map(|(code, held, text)| chip(Asked::href(code, *team, None), text.into_any(), page.asked.held() == held));
    let teams = (page.teams.len() > 1).then(|| {
        let all = chip(Asked::href(show, None, None), words.worklist_filter_teams().into_any(), team.is_none());
        let each = page.teams.iter().map(|(id, name)| {
            let name = view! { <bdi>{name.clone()}</bdi> }.into_any();
            chip(Asked::href(show, Some(*id), None), name, *team == Some(*id))
        });
        view! {
            <nav aria-label=words.worklist_filter_team()>
                <ul class="chips" role="list">{all} {each.collect_view()}</ul>
            </nav>
        }
    });
    view! {
        <nav aria-label=words.worklist_filter()>
            <ul class="chips" role="list">{held.collect_view()}</ul>
        </nav>
        {teams}
    }
    .into_any()
}

fn list(words: Words, page: &Queue) -> AnyView {
    if page.lines.is_empty() {
        let (title, text) = if page.load.open == 0 {
            (words.worklist_empty(), words.worklist_empty_text())
        } else {
            (words.worklist_empty_here(), words.worklist_empty_here_text())
        };
        return view! { <Empty of=Drawing::Check title text/> }.into_any();
    }
    let lines = page.lines.iter().map(|one| line(words, one, page)).collect_view();
    view! {
        <section class="section" aria-labelledby="waiting">
            <h2 id="waiting">{words.worklist_waiting()}</h2>
            <ul class="entries" role="list">{lines}</ul>
        </section>
    }
    .into_any()
}

fn line(words: Words, line: &QueueLine, page: &Queue) -> AnyView {
    let name = line.name.clone().unwrap_or_else(|| words.worklist_no_name());
    let age = line.age.map(|age| view! { <span class="work-age">{words.worklist_age(age)}</span> });
    let stepped = (line.step > 0).then(|| view! { <span class="badge">{words.worklist_stepped(line.step)}</span> });
    let promise = say::promise(words, line.promised_at, line.holder.is_some(), page.now, &page.zone);
    let late = line.holder.is_none() && line.promised_at < page.now;
    view! {
        <li class="entry work" data-item=line.item.to_string()>
            <div class="work-sign">{say::severity(words, line.severity)} {stepped}</div>
            <div>
                <p class="entry-line">
                    <a
                        class="entry-title"
                        id=format!("item-{}", line.item)
                        href=format!("/team/worklist/{}/{}", line.record, line.item)
                    >
                        <bdi>{name}</bdi>
                    </a>
                    " "
                    {age}
                </p>
                {what(words, line, &page.zone)}
                <p class="entry-summary">
                    <span>{words.worklist_since(&say::moment(words, line.opened_at, page.now, &page.zone))}</span>
                    " · "
                    <span class=if late { "work-late" } else { "" }>{promise}</span>
                    " · "
                    <span class="work-holder">{holder(words, line.holder.as_ref())}</span>
                </p>
            </div>
            <Icon of=Drawing::ChevronEnd/>
        </li>
    }
    .into_any()
}

/// Who has it, in words.
pub(super) fn holder(words: Words, holder: Option<&HolderModel>) -> AnyView {
    match holder {
        None => words.worklist_holder_none().into_any(),
        Some(HolderModel { me: true, .. }) => words.worklist_holder_you().into_any(),
        Some(HolderModel { name, .. }) => {
            let name = name.clone().unwrap_or_else(|| words.worklist_someone());
            view! { <bdi>{words.worklist_holder(&name)}</bdi> }.into_any()
        }
    }
}

/// What changed, and by how much.
fn what(words: Words, line: &QueueLine, zone: &str) -> AnyView {
    match &line.body {
        Body::Alert { alerts, .. } => {
            let named = alerts.iter().take(NAMED).map(|alert| {
                let who = say::author(words, alert.by).map(|who| view! { " · " <span>{who}</span> });
                view! { <p class="work-what">{say::headline(words, &line.names, alert, zone)} {who}</p> }
            });
            let more = u32::try_from(alerts.len().saturating_sub(NAMED)).unwrap_or(u32::MAX);
            let more = (more > 0).then(|| view! { <p class="small">{words.worklist_more_alerts(more)}</p> });
            view! {
                {named.collect_view()}
                {more}
            }
            .into_any()
        }
        Body::Note { text, .. } => view! {
            <p class="work-what">
                {words.worklist_kind_note()}
                ": "
                <bdi class="work-words">{text.clone()}</bdi>
            </p>
        }
        .into_any(),
        Body::Silent { since } => {
            let date = values::day(words, local_date(*since, zone));
            view! { <p class="work-what">{words.worklist_silent(&date)}</p> }.into_any()
        }
        Body::Medicine { name, .. } => view! {
            <p class="work-what">
                {words.worklist_kind_medicine()}
                ": "
                <bdi translate="no">{name.clone()}</bdi>
            </p>
        }
        .into_any(),
        Body::Refill { name, .. } => view! {
            <p class="work-what">
                {words.worklist_refill_kind()}
                ": "
                <bdi class="work-words" translate="no">{name.clone()}</bdi>
            </p>
        }
        .into_any(),
    }
}

fn pager(words: Words, page: &Queue) -> Option<AnyView> {
    let Asked { show, team, after } = &page.asked;
    if page.next.is_none() && after.is_none() {
        return None;
    }
    let start = after.map(|_| Asked::href(show, *team, None));
    let next = page.next.map(|next| Asked::href(show, *team, Some(next)));
    let view = view! {
        <nav class="pager" aria-label=words.worklist_pager_items()>
            {start.map(|start| view! { <a class="button button-quiet" href=start>{words.worklist_items_start()}</a> })}
            {next
                .map(|next| {
                    view! { <a class="button button-quiet" rel="next" href=next>{words.worklist_items_next()}</a> }
                })}
        </nav>
    };
    Some(view.into_any())
}

/// How much there is: what one must know always, the rest when one asks.
fn load(words: Words, load: &LoadModel) -> AnyView {
    let figure = |label: String, value: String| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
            </div>
        }
        .into_any()
    };
    let count = |count: u32| words.integer(i64::from(count));
    let median = load.median.map_or_else(|| words.worklist_load_none(), |seconds| say::duration(words, seconds));
    let ages = [
        words.worklist_load_age_hours(),
        words.worklist_load_age_day(),
        words.worklist_load_age_days(),
        words.worklist_load_age_older(),
    ];
    let ages = ages.into_iter().zip(load.ages).map(|(label, open)| figure(label, count(open)));
    let holders = if load.holders.is_empty() {
        view! { <p class="small">{words.worklist_load_holders_none()}</p> }.into_any()
    } else {
        let each = load.holders.iter().map(|(name, items)| {
            view! {
                <div>
                    <dt>
                        <bdi>{name.clone()}</bdi>
                    </dt>
                    <dd>{count(*items)}</dd>
                </div>
            }
        });
        view! { <dl class="facts">{each.collect_view()}</dl> }.into_any()
    };
    view! {
        <section class="section" aria-labelledby="load">
            <h2 id="load">{words.worklist_load()}</h2>
            <dl class="work-figures">
                {figure(words.worklist_load_open(), count(load.open))}
                {figure(words.worklist_load_free(), count(load.free))}
                {figure(words.worklist_load_late(), count(load.late))}
                {figure(words.worklist_load_median(), median)}
            </dl>
            <p class="small">{words.worklist_load_median()} ": " {words.worklist_load_median_about()}</p>
            <details class="fold" id="load-ages">
                <summary>{words.worklist_load_ages()}</summary>
                <dl class="facts">{ages.collect_view()}</dl>
            </details>
            <details class="fold" id="load-holders">
                <summary>{words.worklist_load_holders()}</summary>
                {holders}
            </details>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_sends_the_header_that_the_server_knows_it_by() {
        assert!(LIVE.contains(LIVE_HEADER));
    }
}
