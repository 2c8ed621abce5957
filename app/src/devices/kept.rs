//! How the copy is made that a device keeps: of the same models that the pages are made of, as the calls by which
//! the pages ask for them.

use std::collections::BTreeMap;

use domain::{
    access::{self, AccountRole, Caller, Diary, Identity, Medicines, Results},
    db::Tx,
    devices::KEPT_DAYS,
    diary::store::{NO_ID, find_open, list_sent},
    id::{RecordId, ReportId},
    results::{store::list_opened, stretch::Stretch},
    time::{Day, Instant},
};
use leptos::server_fn::ServerFn;
use serde::Serialize;

use super::api::{Call, KeptCopy};
use crate::{
    account::api::{GetOverview, overview},
    diary::api::{GetDiary, GetNote, GetReport, made as diary},
    error::{Answer, ApiError},
    medicines::api::{GetMedicines, made as medicines},
    record::{api::GetToday, made as record_made},
    request::{self, Backend},
    results::{
        api::{GetItem, GetTimeline, made as results, noted, request_words},
        model::Asked,
    },
    visit::visit,
};

/// The largest copy: beyond it the oldest results are left out.
const MOST_BYTES: usize = 1_000_000;
/// Of it, what sent reports may take at most: each brings its whole form.
const MOST_OF_REPORTS: usize = 600_000;
/// Of so many days results are kept, and so many of them.
const RESULT_DAYS: i64 = 90;
const RESULTS: i64 = 60;
/// Reports that were sent.
const REPORTS: i64 = 10;

/// The backend, and whoever may have a device keep something: a person, of their own record.
pub fn own() -> Answer<(Backend, Caller)> {
    let (backend, caller) = request::caller()?;
    if !backend.settings.offline {
        return Err(ApiError::Unavailable);
    }
    match (caller.role, caller.record) {
        (AccountRole::Patient, Some(_)) => Ok((backend, caller)),
        _ => Err(ApiError::NotFound),
    }
}

/// The whole copy.
pub async fn copy(tx: &mut Tx, backend: &Backend, caller: &Caller) -> Answer<KeptCopy> {
    let record = caller.record.ok_or(ApiError::NotFound)?;
    let zone = request::signed_in()?.zone;
    let now = backend.now();
    let mut calls = days(tx, (backend, caller), record, &zone).await?;
    calls.extend(from_diary(tx, (backend, caller), record).await?);
    calls.push(call(&GetOverview {}, &overview(tx, caller, &zone, now).await?)?);
    calls.extend(from_results(tx, (backend, caller), record, &calls).await?);
    let mut visit = visit();
    visit.here = format!("/records/{record}");
    Ok(KeptCopy { made: now.0 / 1_000, zone, visit, record, calls })
}

/// What is to be taken on each of the coming days.
async fn days(tx: &mut Tx, (backend, caller): (&Backend, &Caller), record: RecordId, zone: &str) -> Answer<Vec<Call>> {
    let now = backend.now();
    let taken = access::view::<Medicines>(tx, caller, record, now).await?;
    let read = access::view::<Results>(tx, caller, record, now).await?;
    let identity = access::view::<Identity>(tx, caller, record, now).await?;
    let today = Day::of(now, zone)?;
    let mut calls = Vec::new();
    for ahead in 0..KEPT_DAYS {
        let day = String::from(today.plus_days(ahead));
        // Of today it is known how it stands; a day that comes begins with everything still to do.
        let at = if ahead == 0 { Some(now) } else { Instant::of_wall_clock(&day, "00:00", zone) };
        let at = at.ok_or_else(|| ApiError::Internal(request::reference()))?;
        let page = record_made::today(tx, (backend, caller), record, None, Some(at)).await?;
        calls.push(Call { day: Some(day.clone()), ..call(&GetToday { record, noted: String::new() }, &page)? });
        let page = medicines::home(tx, &taken, (&read, &identity), None, at).await?;
        calls.push(Call { day: Some(day), ..call(&GetMedicines { record, noted: String::new() }, &page)? });
    }
    Ok(calls)
}

/// The diary: its page, the report that was begun, the latest that were sent, and a blank one.
async fn from_diary(tx: &mut Tx, (backend, caller): (&Backend, &Caller), record: RecordId) -> Answer<Vec<Call>> {
    let now = backend.now();
    let granted = access::view::<Diary>(tx, caller, record, now).await?;
    let page = diary::home(tx, &granted, backend, None).await?;
    let mut calls = vec![call(&GetDiary { record, before: String::new() }, &page)?];
    calls.push(call(&GetNote { record }, &diary::note(tx, record, backend).await?)?);
    let open = find_open(tx, &granted, now).await?.into_iter();
    let reports: Vec<ReportId> =
        open.chain(list_sent(tx, &granted, None, REPORTS).await?).map(|report| report.id).collect();
    let mut room = MOST_OF_REPORTS;
    for report in reports {
        let page = diary::report(tx, &granted, backend, report).await?;
        let call = call(&GetReport { record, report }, &page)?;
        let Some(left) = room.checked_sub(size(&call)) else { break };
        room = left;
        calls.push(call);
    }
    let blank = diary::blank(tx, &granted, backend).await?;
    let mut blank = call(&GetReport { record, report: NO_ID }, &blank)?;
    blank.fields.insert("report".into(), "new".into());
    calls.push(blank);
    Ok(calls)
}

/// The latest results, and those that were opened before; as many as there is room for beside `others`.
async fn from_results(
    tx: &mut Tx,
    (backend, caller): (&Backend, &Caller),
    record: RecordId,
    others: &[Call],
) -> Answer<Vec<Call>> {
    let now = backend.now();
    let granted = access::view::<Results>(tx, caller, record, now).await?;
    let page = noted::timeline(tx, (backend, caller), &granted, Asked::default(), request_words()).await?;
    let mut calls = vec![call(&GetTimeline { record, asked: Asked::default() }, &page)?];
    let mut room = MOST_BYTES.saturating_sub(others.iter().chain(&calls).map(size).sum());
    let since = request::local_date(now.plus_days(-RESULT_DAYS), &backend.site.zone).date();
    for item in list_opened(tx, &granted, since, RESULTS).await? {
        let page = results::item(tx, &granted, item, Stretch::Around(0), &backend.site).await?;
        let call = call(&GetItem { record, item, from: 0, all: false }, &page)?;
        let Some(left) = room.checked_sub(size(&call)) else { break };
        room = left;
        calls.push(call);
    }
    Ok(calls)
}

/// A call as a page makes it, with its answer.
fn call<F: ServerFn + Serialize>(asked: &F, answer: &impl Serialize) -> Answer<Call> {
    let broken = || ApiError::Internal(request::reference());
    let asked = serde_qs::to_string(asked).map_err(|_| broken())?;
    let fields = asked.split('&').filter_map(|pair| pair.split_once('=')).filter(|(_, value)| !value.is_empty());
    Ok(Call {
        path: F::PATH.to_owned(),
        fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<BTreeMap<_, _>>(),
        day: None,
        answer: serde_json::to_value(answer).map_err(|_| broken())?,
    })
}

/// About how long a call is as text.
fn size(call: &Call) -> usize {
    const FRAME: usize = 120;
    call.answer.to_string().len() + FRAME
}
