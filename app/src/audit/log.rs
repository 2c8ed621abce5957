//! Who read my record: everything that was done with it, by day, newest first.

use domain::{access::AccountRole, time::PartialDate};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::api::{Act, Actor, LogLine, LogPage, get_log};
use crate::{
    results::{say, timeline::record_in_path},
    shell::{
        icon::{Drawing, Icon},
        page::{Back, Empty, PageHead, loaded, model},
    },
    visit::words,
    words::Words,
};

/// The page of the log.
#[component]
pub fn Log() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let page = model(
        move || {
            let query = query.read();
            (params.read().get("record"), query.get("by"), query.get("before").unwrap_or_default())
        },
        |(record, by, before)| async move {
            get_log(record_in_path(record)?, by.as_deref() == Some("others"), before).await
        },
    );
    loaded(page, |page| log(&page))
}

fn log(page: &LogPage) -> AnyView {
    let words = words();
    let everyone = format!("/records/{}/log", page.record);
    let others = format!("{everyone}?by=others");
    let current = |is: bool| is.then_some("true");
    let body = if page.lines.is_empty() {
        view! { <Empty of=Drawing::Check title=words.audit_nobody() text=words.audit_nobody_text()/> }.into_any()
    } else {
        by_day(&page.lines).into_iter().enumerate().map(|(at, lines)| day(words, at, lines)).collect_view().into_any()
    };
    let start = if page.by_others { &others } else { &everyone };
    let pager = pager(words, start, page);
    view! {
        <Back href="/account".to_owned() to=words.site_more()/>
        <PageHead title=words.audit_title() lead=words.audit_lead()/>
        <nav aria-label=words.audit_filter()>
            <ul class="chips" role="list">
                <li>
                    <a class="chip" href=everyone.clone() aria-current=current(!page.by_others)>{words.audit_everyone()}</a>
                </li>
                <li>
                    <a class="chip" href=others.clone() aria-current=current(page.by_others)>{words.audit_others()}</a>
                </li>
            </ul>
        </nav>
        {body}
        {pager}
        <p class="small log-note">{words.audit_five_minutes()}</p>
    }
    .into_any()
}

/// The lines of each day.
fn by_day(lines: &[LogLine]) -> Vec<&[LogLine]> {
    lines.chunk_by(|one, other| one.at.date() == other.at.date()).collect()
}

fn day(words: Words, at: usize, lines: &[LogLine]) -> AnyView {
    let heading = lines.first().map(|line| say::weekday_date(words, line.at.date())).unwrap_or_default();
    let id = format!("day-{at}");
    let lines = lines.iter().map(|one| line(words, one)).collect_view();
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{heading}</h2>
            <ul class="entries" role="list">{lines}</ul>
        </section>
    }
    .into_any()
}

fn line(words: Words, line: &LogLine) -> AnyView {
    let (drawing, who, of) = who(words, &line.who);
    view! {
        <li class="entry log-line">
            <span class="entry-icon">
                <Icon of=drawing/>
            </span>
            <div>
                <h3 class="entry-line">
                    <bdi>{who}</bdi>
                </h3>
                {of.map(|of| view! { <p class="entry-summary"><bdi>{of}</bdi></p> })}
                <p class="log-act">{what(words, &line.act)}</p>
            </div>
            {time(words, line.at)}
        </li>
    }
    .into_any()
}

fn time(words: Words, at: PartialDate) -> Option<AnyView> {
    let time = at.time?;
    let day = at.date();
    let stamp = format!("{day}T{:02}:{:02}", time.hour, time.minute);
    Some(view! { <time class="log-time" datetime=stamp>{words.time(time.hour, time.minute)}</time> }.into_any())
}

/// The drawing, the name, and what they are.
fn who(words: Words, who: &Actor) -> (Drawing, String, Option<String>) {
    match who {
        Actor::You => (Drawing::Person, words.audit_you(), None),
        Actor::Operator => (Drawing::Key, words.audit_operator(), None),
        Actor::Daybook => (Drawing::Computer, words.audit_daybook(), None),
        Actor::System(name) => (Drawing::Computer, words.audit_system(), Some(name.clone())),
        Actor::Member { name, role, team } => {
            let what = match (team, role) {
                (Some(team), _) => Some(words.audit_of_team(team)),
                (None, Some(AccountRole::CareTeam)) => Some(words.audit_care_team()),
                (None, Some(AccountRole::Administrator)) => Some(words.audit_administrator()),
                (None, _) => None,
            };
            (Drawing::Visit, name.clone().unwrap_or_else(|| words.audit_someone()), what)
        }
    }
}

fn what(words: Words, act: &Act) -> String {
    match act {
        Act::Opened => words.audit_act_opened(),
        Act::ReadResults => words.audit_act_results(),
        Act::ReadLog => words.audit_act_log(),
        Act::ReadDiary => words.audit_act_diary_read(),
        Act::WroteDiary => words.audit_act_diary_write(),
        Act::PlannedDiary => words.audit_act_diary_plan(),
        Act::ReadMedicines => words.audit_act_medicines_read(),
        Act::WroteMedicines => words.audit_act_medicines_write(),
        Act::OrderedMedicines => words.audit_act_medicines_order(),
        Act::Commented => words.audit_act_comment(),
        Act::Corrected => words.audit_act_correct(),
        Act::Withdrew => words.audit_act_withdraw(),
        Act::ReadCare => words.audit_act_care_read(),
        Act::ChangedCare => words.audit_act_care(),
        Act::AskedMore => words.audit_act_asked_more(),
        Act::CountedMedicine => words.audit_act_counted(),
        Act::MadeFeed => words.audit_act_feed_on(),
        Act::EndedFeed => words.audit_act_feed_off(),
        Act::ReadFeed => words.audit_act_feed_read(),
        Act::AskedOther => words.audit_act_told_ask(),
        Act::ChoseForOther => words.audit_act_told_choose(),
        Act::EndedOther => words.audit_act_told_end(),
        Act::OtherAgreed => words.audit_act_told_yes(),
        Act::OtherRefused => words.audit_act_told_no(),
        Act::OtherEnded => words.audit_act_told_stop(),
        Act::ToldOther => words.audit_act_told_news(),
        Act::Copied => words.audit_act_copy(),
        Act::OpenedNow => words.audit_act_open(),
        Act::Chose => words.audit_act_choose(),
        Act::SteppedUp => words.audit_act_step_up(),
        Act::AskedMailCode => words.audit_act_mail_code(),
        Act::ConfirmedMail => words.audit_act_mail_address(),
        Act::RemovedMail => words.audit_act_mail_remove(),
        Act::ChoseMail => words.audit_act_mail_choose(),
        Act::ChoseZone => words.audit_act_zone(),
        Act::TurnedOnPush => words.audit_act_push_on(),
        Act::TurnedOffPush => words.audit_act_push_off(),
        Act::KeptOnDevice => words.audit_act_keep(),
        Act::Brought(Some(things)) => words.audit_act_brought(*things),
        Act::Brought(None) => words.audit_act_brought_some(),
        Act::SignedIn => words.audit_act_sign_in(),
        Act::SignedOut => words.audit_act_sign_out(),
        Act::EndedSession => words.audit_act_end_session(),
        Act::Enrolled => words.audit_act_enrol(),
        Act::Reset => words.audit_act_reset(),
        Act::Letter => words.audit_act_letter(),
        Act::Closed => words.audit_act_closed(),
        Act::Given(Some(team)) => words.audit_act_given_to(team),
        Act::Given(None) => words.audit_act_given(),
        Act::TakenBack(Some(team)) => words.audit_act_taken_from(team),
        Act::TakenBack(None) => words.audit_act_taken(),
        Act::PassedOn => words.audit_act_passed_on(),
        Act::Reminded => words.audit_act_reminded(),
        Act::Listed => words.audit_act_listed(),
        Act::OpenedItem => words.audit_act_item(),
        Act::WorkedOnItem => words.audit_act_work(),
        Act::OfAccount => words.audit_act_account(),
        Act::OfRecord => words.audit_act_record(),
    }
}

fn pager(words: Words, start: &str, page: &LogPage) -> Option<AnyView> {
    let sign = if page.by_others { '&' } else { '?' };
    let older = page.older.as_ref().map(|before| format!("{start}{sign}before={before}"));
    if older.is_none() && !page.further {
        return None;
    }
    let start = start.to_owned();
    let view = view! {
        <nav class="pager" aria-label=words.audit_pager()>
            {page.further.then(|| view! { <a class="button button-quiet" href=start>{words.audit_newest()}</a> })}
            {older.map(|older| view! { <a class="button button-quiet" rel="next" href=older>{words.audit_older()}</a> })}
        </nav>
    };
    Some(view.into_any())
}
