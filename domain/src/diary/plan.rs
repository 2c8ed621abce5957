//! How often someone is asked, and the reminders: one when a report is due, one repeat, then silence.

use uuid::Uuid;

use super::{
    schedule::{Cycles, Opening, Rhythm, Schedule, State, Window, missed_in_a_row, reminders, state, windows},
    store::list_sent,
};
use crate::{
    Error, Result,
    access::{self, AccountRole, Act, Diary, Granted, Permission, View, Worklist},
    audit,
    db::{Db, Tx, on_db},
    id::{AccountId, RecordId, WorkItemId},
    jobs,
    record::care::find_care,
    reminders::{Notice, Said, store::notify_person},
    site::Site,
    time::{Day, Instant, PartialDate, Weekday},
    worklist::item_store::{NewItem, open_item},
};

/// The job that reminds someone, or sees that they did not answer.
pub const REMIND: &str = "diary.remind";
/// After an alert someone is asked daily for so many days.
pub const DAILY_DAYS: u8 = 5;
/// Windows that went by in treatment without an answer before the care team learns of it.
const SILENT: usize = 2;
/// Windows are planned this far ahead; the longest cycle fits in.
const AHEAD_DAYS: i64 = 100;
/// What is late is still looked at.
const BEHIND_DAYS: i64 = 5;
/// Reports that decide how things stand.
const REPORTS: i64 = 60;
/// Records that are looked at in one query.
const MENDED: i64 = 500;

/// A schedule that the care team set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub schedule: Schedule,
    /// The name of who set it, when they have one.
    pub by: Option<String>,
    pub at: Instant,
}

/// What the care team set; nothing where they left it as it begins.
pub async fn find_plan<P: Permission>(tx: &mut Tx, granted: &Granted<P, Diary>) -> Result<Option<Plan>> {
    let row: Option<(String, Option<String>, i64)> = on_db!(tx, c => sqlx::query_as(
        "SELECT diary_plan.schedule, account.name, diary_plan.changed_at FROM diary_plan \
         LEFT JOIN account ON account.id = diary_plan.account \
         WHERE diary_plan.record = $1 AND diary_plan.account IS NOT NULL",
    ).bind(granted.record().0).fetch_optional(c).await)?;
    let Some((schedule, by, at)) = row else { return Ok(None) };
    let schedule = serde_json::from_str(&schedule).map_err(Error::internal)?;
    Ok(Some(Plan { schedule, by, at: Instant(at) }))
}

/// The schedule that holds: as it was set, else once a week from the day on which the person came. Nobody
/// asks who has not come yet, or has died.
///
/// With the zone in which its days are.
pub async fn find_schedule<P: Permission>(
    tx: &mut Tx,
    granted: &Granted<P, Diary>,
) -> Result<Option<(Schedule, String)>> {
    let row: Option<(i64, String, bool)> = on_db!(tx, c => sqlx::query_as(
        "SELECT account.enrolled_at, account.zone, record.deceased FROM account \
         JOIN record ON record.id = account.record \
         WHERE account.record = $1 AND account.role = $2 AND account.enrolled_at IS NOT NULL AND account.disabled_at IS NULL",
    )
    .bind(granted.record().0)
    .bind(AccountRole::Patient.code())
    .fetch_optional(c)
    .await)?;
    let Some((since, zone, _)) = row.filter(|(_, _, deceased)| !deceased) else { return Ok(None) };
    let kept: Option<String> = on_db!(tx, c => sqlx::query_scalar(
        "SELECT schedule FROM diary_plan WHERE record = $1",
    ).bind(granted.record().0).fetch_optional(c).await)?;
    if let Some(schedule) = kept {
        let mut schedule: Schedule = serde_json::from_str(&schedule).map_err(Error::internal)?;
        if let Rhythm::Cycle { cycles, .. } = &mut schedule.rhythm {
            // Cycles follow the days of treatment that the team keeps, also when those change.
            *cycles = cycles_of(tx, granted).await?;
        }
        return Ok(Some((schedule, zone)));
    }
    let since = Day::of(Instant(since), &zone)?;
    let rhythm = Rhythm::Weekly { day: Weekday::of(since) };
    Ok(Some((Schedule { since, opens: Opening::default(), rhythm, daily_until: None }, zone)))
}

/// The cycles of treatment that the care team keeps; none when it keeps no days.
pub async fn cycles_of<P: Permission>(tx: &mut Tx, granted: &Granted<P, Diary>) -> Result<Cycles> {
    let days = find_care(tx, granted).await?.map(|care| care.treatment_days()).unwrap_or_default();
    Ok(Cycles::Given(days.into_iter().filter_map(|day| Day::try_from(day.date().to_string()).ok()).collect()))
}

/// Whether a report is asked for at a moment.
pub async fn find_state(tx: &mut Tx, granted: &Granted<View, Diary>, now: Instant) -> Result<State> {
    let Some((schedule, zone)) = find_schedule(tx, granted).await? else { return Ok(State::NotYet { next: None }) };
    let reports = reports(tx, granted).await?;
    state(&schedule, &zone, &reports, now)
}

/// When the reports were begun that were sent.
async fn reports<P: Permission>(tx: &mut Tx, granted: &Granted<P, Diary>) -> Result<Vec<Instant>> {
    Ok(list_sent(tx, granted, None, REPORTS).await?.into_iter().map(|report| report.said.at).collect())
}

/// The care team sets how often someone is asked.
pub async fn save_plan(tx: &mut Tx, granted: &Granted<Act, Diary>, schedule: &Schedule, now: Instant) -> Result<()> {
    let account = granted.account().ok_or(Error::NotFound)?;
    put(tx, granted, schedule, Some(account), now).await?;
    plan_reminders(tx, granted, now).await?;
    audit::store::change(tx, granted, "account", None, now).await
}

/// After an alert someone is asked daily for some days, then as before.
pub(crate) async fn ask_daily(tx: &mut Tx, granted: &Granted<Act, Diary>, now: Instant) -> Result<()> {
    // Who is asked nothing is not asked daily either.
    let found = find_schedule(tx, granted).await?.filter(|(schedule, _)| schedule.rhythm != Rhythm::Off);
    let Some((mut schedule, zone)) = found else { return Ok(()) };
    schedule.ask_daily(Day::of(now, &zone)?.plus_days(1), DAILY_DAYS);
    put(tx, granted, &schedule, None, now).await?;
    plan_reminders(tx, granted, now).await
}

/// Writes the schedule; who set it stays when nobody sets it now.
async fn put(
    tx: &mut Tx,
    granted: &Granted<Act, Diary>,
    schedule: &Schedule,
    by: Option<AccountId>,
    now: Instant,
) -> Result<()> {
    let body = serde_json::to_string(schedule).map_err(Error::internal)?;
    on_db!(tx, c => sqlx::query(
        "INSERT INTO diary_plan (record, schedule, account, changed_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (record) DO UPDATE SET schedule = excluded.schedule, \
         account = COALESCE(excluded.account, diary_plan.account), changed_at = excluded.changed_at",
    )
    .bind(granted.record().0)
    .bind(body)
    .bind(by.map(|by| by.0))
    .bind(now.0)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// What a job of a window does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    First,
    Repeat,
    Closed,
}

/// Plans the reminders of the window that is open and of the next one.
pub async fn plan_reminders(tx: &mut Tx, granted: &Granted<Act, Diary>, now: Instant) -> Result<()> {
    let Some((schedule, zone)) = find_schedule(tx, granted).await? else { return Ok(()) };
    let (from, until) = (now.plus_days(-BEHIND_DAYS), now.plus_days(AHEAD_DAYS));
    let open = windows(&schedule, &zone, from, until)?.into_iter().filter(|window| window.expires > now);
    for window in open.take(2) {
        let [first, repeat] = reminders(&window);
        for (step, at) in [(Step::First, first), (Step::Repeat, repeat), (Step::Closed, window.expires)] {
            if at <= now {
                continue;
            }
            let key = key(granted.record(), &window, step);
            let body = serde_json::Value::Null;
            let new = jobs::New { kind: REMIND, key: &key, record: Some(granted.record()), body, run_at: at };
            jobs::store::plan(tx, new, now).await?;
        }
    }
    Ok(())
}

/// Which piece of work: the window by when it is due, and the step.
fn key(record: RecordId, window: &Window, step: Step) -> String {
    format!("{record}:{}:{}", window.due.0, step as u8)
}

fn step_of(key: &str) -> Option<(Instant, Step)> {
    let (_, rest) = key.split_once(':')?;
    let (due, step) = rest.split_once(':')?;
    let step =
        [Step::First, Step::Repeat, Step::Closed].into_iter().find(|known| (*known as u8).to_string() == step)?;
    Some((Instant(due.parse().ok()?), step))
}

/// The time of a step has come: remind who has not answered, or, when the window closed without an answer
/// for the second time in treatment, let the care team know. Then the next ones are planned.
///
/// # Errors
/// [`Error::Internal`] when the key is none of a step.
pub async fn remind(tx: &mut Tx, record: RecordId, key: &str, site: &Site, now: Instant) -> Result<()> {
    let (due, step) = step_of(key).ok_or_else(|| Error::internal("not a step of a window"))?;
    let granted = access::act_by_itself::<Diary>(tx, record).await?;
    let Some((schedule, zone)) = find_schedule(tx, &granted).await? else { return Ok(()) };
    let reports = reports(tx, &granted).await?;
    // The schedule may have changed since, or the person may have answered.
    let asked = windows(&schedule, &zone, due, due.plus_seconds(1))?.into_iter().next();
    let page = format!("/records/{record}/diary");
    let said = Said { url: Some(&page), ..Said::default() };
    let answered = |window: &Window| reports.iter().any(|at| (window.counts_from..=now).contains(at));
    match asked.filter(|window| !answered(window)) {
        // After a standstill the repeat alone is enough.
        Some(window) if step == Step::First && now < window.overdue => {
            notify_person(tx, record, Notice::SymptomCheckDue, said, key, now, now).await?;
        }
        Some(window) if step == Step::Repeat && now < window.expires => {
            notify_person(tx, record, Notice::SymptomCheckDue, said, key, now, now).await?;
        }
        Some(window) if step == Step::Closed => {
            let missed = missed_in_a_row(&schedule, &zone, &reports, window.expires)?;
            let today = PartialDate::from(now).local(&zone).date();
            let care = find_care(tx, &granted).await?;
            let in_treatment = care.and_then(|care| care.in_treatment(today));
            if missed == SILENT && in_treatment != Some(false) {
                let worklist = access::act_by_itself::<Worklist>(tx, record).await?;
                let new = NewItem::silent(WorkItemId::new().0, window.due);
                open_item(tx, &worklist, new, site, now).await?;
            }
        }
        _ => {}
    }
    plan_reminders(tx, &granted, now).await
}

/// Plans reminders where none are planned: for who has just come, and after a restore. Answers for how many.
/// Each record has a transaction of its own: nobody waits for long, and one that can't be read is left out alone.
pub async fn mend_reminders(db: &Db, now: Instant) -> Result<usize> {
    let mut last = Uuid::nil();
    let mut mended = 0;
    loop {
        let mut tx = db.read().await?;
        let records: Vec<Uuid> = on_db!(tx, c => sqlx::query_scalar(
            "SELECT account.record FROM account JOIN record ON record.id = account.record \
             WHERE account.role = $1 AND account.enrolled_at IS NOT NULL AND account.disabled_at IS NULL \
             AND record.deceased = $2 AND account.record > $3 AND NOT EXISTS (SELECT 1 FROM job \
             WHERE job.record = account.record AND job.kind = $4 AND job.ended_at IS NULL) \
             ORDER BY account.record LIMIT $5",
        )
        .bind(AccountRole::Patient.code())
        .bind(false)
        .bind(last)
        .bind(REMIND)
        .bind(MENDED)
        .fetch_all(c)
        .await)?;
        drop(tx);
        let Some(end) = records.last() else { return Ok(mended) };
        last = *end;
        for record in records {
            match mend(db, RecordId(record), now).await {
                Ok(()) => mended += 1,
                Err(cause @ Error::Unavailable(_)) => return Err(cause),
                Err(cause) => tracing::warn!(event = "reminders.unreadable", kind = REMIND, %cause),
            }
        }
    }
}

async fn mend(db: &Db, record: RecordId, now: Instant) -> Result<()> {
    let mut tx = db.write().await?;
    let granted = access::act_by_itself::<Diary>(&mut tx, record).await?;
    plan_reminders(&mut tx, &granted, now).await?;
    tx.commit().await
}
