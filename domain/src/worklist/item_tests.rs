//! Items of the worklist, on both databases: who may, who was first, and what the person sees of it.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    deed::{Deed, Shown, act, is_unseen, list_colleagues, mark_seen},
    item::{Body, Decision, Severity},
    item_store::{NewItem, join_item, open_alerts, open_item, opens_at, state_for_person},
    list::{Held, Stretch, get_item, get_load, list_items, stretch_sql},
    mute::{MOST_DAYS, mutes},
    tests::{NOW, a_nurse, a_person, give},
};
use crate::{
    Error, FieldCode, Result,
    access::{self, Caller, Diary, Worklist},
    db::{
        Db, on_db,
        tests::{both, query_plan},
    },
    diary::{
        alert::{About, Alert, Reason, Urgency},
        report::{Attribute, Author, Level, Symptom},
    },
    id::{AccountId, DeedId, RecordId, ReportId, TeamId, WorkItemId},
    own_words::OwnWords,
    site::{Hours, Site, TeamBody, store::save_team},
    time::Instant,
};

pub(crate) fn a_site() -> Site {
    Site { zone: "Europe/Paris".into(), ..crate::site::tests::a_site() }
}

fn level(level: u8) -> Level {
    level.try_into().unwrap()
}

pub(super) fn an_alert(symptom: &str, to: u8, urgency: Urgency) -> Alert {
    let reasons = vec![
        Reason::Level { attribute: Attribute::Severity, level: level(to) },
        Reason::Rise { attribute: Attribute::Severity, from: level(1), to: level(to), since: NOW.plus_days(-7) },
    ];
    Alert { about: About::Symptom(Symptom(symptom.into())), urgency, reasons, by: Author::Person }
}

pub(super) async fn opened(db: &Db, record: RecordId, new: NewItem, now: Instant) -> WorkItemId {
    let mut tx = db.write().await.unwrap();
    let granted = access::act_by_itself::<Worklist>(&mut tx, record).await.unwrap();
    let item = open_item(&mut tx, &granted, new, &a_site(), now).await.unwrap();
    tx.commit().await.unwrap();
    item
}

pub(super) async fn pain(db: &Db, record: RecordId, now: Instant) -> WorkItemId {
    opened(db, record, NewItem::alerts(ReportId::new(), vec![an_alert("pain", 3, Urgency::Alert)]), now).await
}

pub(super) async fn does(
    db: &Db,
    nurse: &Caller,
    record: RecordId,
    item: WorkItemId,
    deed: Deed,
    now: Instant,
) -> Result<()> {
    done(db, nurse, record, item, DeedId::new(), &deed, now).await
}

async fn done(
    db: &Db,
    nurse: &Caller,
    record: RecordId,
    item: WorkItemId,
    id: DeedId,
    deed: &Deed,
    now: Instant,
) -> Result<()> {
    let mut tx = db.write().await?;
    let granted = access::act::<Worklist>(&mut tx, nurse, record).await?;
    act(&mut tx, &granted, item, id, deed, None, now).await?;
    tx.commit().await
}

/// What a nurse reads on the page of an item.
async fn shown(db: &Db, nurse: &Caller, record: RecordId, item: WorkItemId, now: Instant) -> Shown {
    let mut tx = db.read().await.unwrap();
    let granted = access::view::<Worklist>(&mut tx, nurse, record, now).await.unwrap();
    get_item(&mut tx, &granted, item).await.unwrap().shown
}

/// Does something as somebody does who has read this much.
async fn having_read(
    db: &Db,
    nurse: &Caller,
    record: RecordId,
    item: WorkItemId,
    (deed, shown, id): (Deed, Shown, DeedId),
    now: Instant,
) -> Result<()> {
    let mut tx = db.write().await?;
    let granted = access::act::<Worklist>(&mut tx, nurse, record).await?;
    act(&mut tx, &granted, item, id, &deed, Some(shown), now).await?;
    tx.commit().await
}

async fn listed(db: &Db, nurse: &Caller, held: Held, now: Instant) -> Vec<WorkItemId> {
    stretch(db, nurse, held, None, 50, now).await.lines.into_iter().map(|line| line.item).collect()
}

pub(super) async fn stretch(
    db: &Db,
    nurse: &Caller,
    held: Held,
    after: Option<WorkItemId>,
    most: usize,
    now: Instant,
) -> Stretch {
    let mut tx = db.read().await.unwrap();
    let circle = access::circle(&mut tx, nurse).await.unwrap();
    list_items(&mut tx, &circle, held, None, after, most, now).await.unwrap()
}

async fn see(db: &Db, nurse: &Caller, record: RecordId, item: WorkItemId, now: Instant) {
    let mut tx = db.write().await.unwrap();
    let granted = access::act::<Worklist>(&mut tx, nurse, record).await.unwrap();
    assert!(is_unseen(&mut tx, &granted, item).await.unwrap());
    mark_seen(&mut tx, &granted, item, now).await.unwrap();
    assert!(!is_unseen(&mut tx, &granted, item).await.unwrap());
    tx.commit().await.unwrap();
}

fn note(text: &str) -> Deed {
    Deed::Noted { text: OwnWords::new(text).unwrap() }
}

fn called() -> Deed {
    Deed::decided(Decision::Called, None).unwrap()
}

/// The person themselves, signed in.
async fn the_person(db: &Db, record: RecordId) -> Caller {
    let account = AccountId::new();
    let mut tx = db.write().await.unwrap();
    on_db!(tx, c => sqlx::query(
        "INSERT INTO account (id, role, name, name_key, record, zone, failures, created_at) \
         VALUES ($1, 'patient', 'ann', 'ann', $2, 'UTC', 0, 0)",
    ).bind(account.0).bind(record.0).execute(c).await.map(|_| ()))
    .unwrap();
    let session = crate::account::store::open_session(&mut tx, account, "", NOW).await.unwrap();
    let found = crate::account::store::find_session(&mut tx, &session.token, NOW).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    found.caller
}

#[tokio::test]
async fn of_many_who_take_the_same_item_at_once_exactly_one_has_it() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let mut nurses = Vec::new();
        for n in 0..12 {
            nurses.push(a_nurse(&db, &format!("nurse {n}"), &["Day"]).await);
        }
        let item = pain(&db, ann, NOW).await;
        let takers: Vec<_> = nurses
            .iter()
            .copied()
            .map(|nurse| {
                let db = db.clone();
                tokio::spawn(async move { does(&db, &nurse, ann, item, Deed::Took, NOW.plus_seconds(60)).await })
            })
            .collect();
        let mut winners = Vec::new();
        for (nurse, taker) in nurses.iter().zip(takers) {
            match taker.await.unwrap() {
                Ok(()) => winners.push(nurse.account),
                Err(Error::Conflict) => {}
                Err(other) => panic!("{other}"),
            }
        }
        let [winner] = winners[..] else { panic!("{winners:?}") };
        let line = &stretch(&db, &nurses[0], Held::ByAnyone, None, 50, NOW).await.lines[0];
        let holder = line.holder.as_ref().unwrap();
        assert_eq!(holder.account, winner);
        let mut tx = db.read().await.unwrap();
        let view = access::view::<Worklist>(&mut tx, &nurses[1], ann, NOW).await.unwrap();
        let opened = get_item(&mut tx, &view, item).await.unwrap();
        assert_eq!(opened.holder.as_ref(), Some(holder), "whoever was slower is told who has it");
        assert_eq!(opened.deeds.len(), 1);
    }
}

#[tokio::test]
async fn an_item_goes_from_hand_to_hand_and_is_closed_once_it_is_decided() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let (ines, omar) = (a_nurse(&db, "ines", &["Day"]).await, a_nurse(&db, "omar", &["Day"]).await);
        let stranger = a_nurse(&db, "stranger", &["Night"]).await;
        let item = pain(&db, ann, NOW).await;
        let act = async |nurse: &Caller, deed: Deed| does(&db, nurse, ann, item, deed, NOW.plus_seconds(60)).await;
        let conflicts = |result: Result<()>| assert!(matches!(result, Err(Error::Conflict)), "{result:?}");
        let refuses = |result: Result<()>, name: &str, code: FieldCode| {
            let Err(Error::Invalid(fields)) = result else { panic!("{result:?}") };
            assert_eq!((fields[0].name.as_str(), fields[0].code), (name, code));
        };
        let over = |from: Option<&Caller>, to: &Caller| Deed::HandedOver {
            from: from.map(|from| from.account),
            to: to.account,
        };

        conflicts(act(&ines, Deed::Released).await);
        act(&ines, Deed::Took).await.unwrap();
        conflicts(act(&omar, Deed::Took).await);
        conflicts(act(&omar, called()).await);
        refuses(act(&ines, Deed::Closed).await, "decision", FieldCode::Missing);
        refuses(act(&ines, over(Some(&ines), &stranger)).await, "to", FieldCode::NotAChoice);
        act(&omar, note("She has a visit on Friday.")).await.unwrap();
        act(&ines, over(Some(&ines), &omar)).await.unwrap();
        conflicts(act(&ines, over(Some(&ines), &ines)).await);
        conflicts(act(&ines, called()).await);
        act(&omar, Deed::Released).await.unwrap();
        assert!(matches!(Deed::decided(Decision::NoAction, None), Err(Error::Invalid(_))));
        act(&ines, called()).await.unwrap();
        conflicts(act(&omar, Deed::Closed).await);
        act(&ines, Deed::Closed).await.unwrap();
        conflicts(act(&ines, note("late")).await);
        assert!(listed(&db, &ines, Held::ByAnyone, NOW).await.is_empty());
        act(&omar, Deed::Reopened).await.unwrap();
        conflicts(act(&omar, Deed::Reopened).await);
        assert_eq!(listed(&db, &omar, Held::ByMe, NOW).await, [item], "whoever opens it again has it");

        let mut tx = db.read().await.unwrap();
        let view = access::view::<Worklist>(&mut tx, &ines, ann, NOW).await.unwrap();
        let opened = get_item(&mut tx, &view, item).await.unwrap();
        let told: Vec<(&str, Option<&str>)> =
            opened.deeds.iter().map(|done| (done.deed.code(), done.to.as_deref())).collect();
        assert_eq!(
            told,
            [
                ("take", None),
                ("note", None),
                ("hand-over", Some("omar")),
                ("give-back", None),
                ("decide", None),
                ("close", None),
                ("reopen", None),
            ]
        );
        assert_eq!(opened.first_action_at, Some(NOW.plus_seconds(60)));
        let log: Vec<String> = on_db!(tx, c => sqlx::query_scalar(
            "SELECT act FROM audit WHERE record = $1 AND category = 'worklist' AND bucket IS NULL ORDER BY id",
        ).bind(ann.0).fetch_all(c).await)
        .unwrap();
        let acts = ["pass-on", "take", "note", "hand-over", "give-back", "decide", "close", "reopen"];
        assert_eq!(log, acts, "each has its row in the log, what was refused has none");
    }
}

#[tokio::test]
async fn a_deed_that_is_sent_twice_is_done_once_and_its_id_is_for_no_other() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let (ines, omar) = (a_nurse(&db, "ines", &["Day"]).await, a_nurse(&db, "omar", &["Day"]).await);
        let (item, other) = (pain(&db, ann, NOW).await, pain(&db, ann, NOW).await);
        let id = DeedId::new();
        for _ in 0..2 {
            done(&db, &ines, ann, item, id, &Deed::Took, NOW).await.unwrap();
        }
        // Also when it has been undone meanwhile: it was done.
        does(&db, &ines, ann, item, Deed::Released, NOW).await.unwrap();
        done(&db, &ines, ann, item, id, &Deed::Took, NOW.plus_seconds(9)).await.unwrap();
        assert_eq!(listed(&db, &ines, Held::ByMe, NOW).await, []);
        for (nurse, item, deed) in [(&ines, item, note("x")), (&omar, item, Deed::Took), (&ines, other, Deed::Took)] {
            assert!(matches!(done(&db, nurse, ann, item, id, &deed, NOW).await, Err(Error::Conflict)));
        }
    }
}

#[tokio::test]
async fn what_waits_of_another_teams_people_is_not_there() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let (ines, other) = (a_nurse(&db, "ines", &["Day"]).await, a_nurse(&db, "other", &["Night"]).await);
        let item = pain(&db, ann, NOW).await;
        assert_eq!(listed(&db, &ines, Held::ByAnyone, NOW).await, [item]);
        assert_eq!(listed(&db, &other, Held::ByAnyone, NOW).await, []);
        assert!(matches!(does(&db, &other, ann, item, Deed::Took, NOW).await, Err(Error::NotFound)));
        let ben = a_person(&db, "Ben", "1950-01-01", "2").await;
        give(&db, ben, "Night").await;
        let wrong = does(&db, &other, ben, item, Deed::Took, NOW).await;
        assert!(matches!(wrong, Err(Error::NotFound)), "by the record of someone who is theirs");
        let mut tx = db.read().await.unwrap();
        let view = access::view::<Worklist>(&mut tx, &other, ben, NOW).await.unwrap();
        assert!(matches!(get_item(&mut tx, &view, item).await, Err(Error::NotFound)));
        let circle = access::circle(&mut tx, &other).await.unwrap();
        let day = access::circle(&mut tx, &ines).await.unwrap().teams()[0];
        let asked = list_items(&mut tx, &circle, Held::ByAnyone, Some(day), None, 9, NOW).await;
        assert!(matches!(asked, Err(Error::NotFound)));
        assert!(matches!(get_load(&mut tx, &circle, Some(day), NOW).await, Err(Error::NotFound)));
        drop(tx);
        // It follows the record to another team at once.
        let mut tx = db.write().await.unwrap();
        access::team::release_record(&mut tx, ann, "Day", NOW).await.unwrap();
        access::team::assign_record(&mut tx, ann, "Night", NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(listed(&db, &ines, Held::ByAnyone, NOW).await, []);
        assert_eq!(listed(&db, &other, Held::ByAnyone, NOW).await, [item]);
    }
}

#[tokio::test]
async fn the_worst_comes_first_and_then_what_is_promised_sooner_page_by_page() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        let ben = a_person(&db, "Ben", "1950-01-01", "2").await;
        give(&db, ann, "Day").await;
        give(&db, ben, "Day").await;
        // Someone whom two of the nurse's teams care for is on the list once.
        give(&db, ben, "Night").await;
        let ines = a_nurse(&db, "ines", &["Day", "Night"]).await;
        let report = ReportId::new();
        let words = opened(&db, ann, NewItem::note(report, "My hair".into()), NOW).await;
        let late = pain(&db, ben, NOW.plus_seconds(-86_400)).await;
        let soon = pain(&db, ann, NOW).await;
        let urgent = an_alert("chills", 3, Urgency::Urgent);
        let urgent = opened(&db, ben, NewItem::alerts(ReportId::new(), vec![urgent]), NOW).await;
        let silent = opened(&db, ben, NewItem::silent(Uuid::now_v7(), NOW.plus_days(-14)), NOW.plus_seconds(1)).await;
        let order = [urgent, late, soon, words, silent];
        assert_eq!(listed(&db, &ines, Held::ByAnyone, NOW).await, order);
        let mut pages = Vec::new();
        let mut after = None;
        loop {
            let page = stretch(&db, &ines, Held::ByAnyone, after, 2, NOW).await;
            pages.extend(page.lines.iter().map(|line| line.item));
            after = page.lines.last().map(|line| line.item);
            if !page.more {
                break;
            }
        }
        assert_eq!(pages, order);
        does(&db, &ines, ann, soon, Deed::Took, NOW.plus_seconds(600)).await.unwrap();
        assert_eq!(listed(&db, &ines, Held::ByMe, NOW).await, [soon]);
        assert_eq!(listed(&db, &ines, Held::ByNobody, NOW).await, [urgent, late, words, silent]);
        let mut tx = db.read().await.unwrap();
        let circle = access::circle(&mut tx, &ines).await.unwrap();
        let load = get_load(&mut tx, &circle, None, NOW.plus_seconds(600)).await.unwrap();
        assert_eq!((load.ages, load.open(), load.free, load.late), ([4, 0, 1, 0], 5, 4, 1));
        assert_eq!((load.holders, load.median), (vec![("ines".to_owned(), 1)], Some(600)));
    }
}

#[tokio::test]
async fn alerts_of_one_report_are_one_item_and_what_gets_worse_is_promised_sooner_and_unseen() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let ines = a_nurse(&db, "ines", &["Day"]).await;
        let person = the_person(&db, ann).await;
        let report = ReportId::new();
        let first = NewItem::alerts(report, vec![an_alert("pain", 3, Urgency::Alert)]);
        let item = opened(&db, ann, first, NOW).await;
        see(&db, &ines, ann, item, NOW.plus_seconds(60)).await;
        // Corrected within the hour.
        let worse = vec![an_alert("pain", 4, Urgency::Urgent), an_alert("nausea", 3, Urgency::Alert)];
        let later = NOW.plus_seconds(1_200);
        assert_eq!(opened(&db, ann, NewItem::alerts(report, worse), later).await, item);
        assert_eq!(listed(&db, &ines, Held::ByAnyone, later).await, [item]);
        let mut tx = db.read().await.unwrap();
        let view = access::view::<Worklist>(&mut tx, &ines, ann, later).await.unwrap();
        let now_is = get_item(&mut tx, &view, item).await.unwrap();
        assert_eq!((now_is.severity, now_is.promised_at), (Severity::Urgent, later.plus_seconds(3_600)));
        let Body::Alert { alerts, heard, .. } = &now_is.body else { panic!() };
        assert_eq!((alerts.len(), heard.len()), (2, 2), "the worst of each, and all that was heard");
        assert_eq!(alerts[0].urgency, Urgency::Urgent);
        let diary = access::view::<Diary>(&mut tx, &person, ann, later).await.unwrap();
        let state = state_for_person(&mut tx, &diary, report.0).await.unwrap().unwrap();
        assert_eq!((state.sent_at, state.seen_at, state.late), (later, None, false));
        drop(tx);
        // What is less bad never makes the promise later.
        let mild = vec![an_alert("pain", 3, Urgency::Alert)];
        opened(&db, ann, NewItem::alerts(report, mild), later.plus_seconds(60)).await;
        let mut tx = db.write().await.unwrap();
        let granted = access::act_by_itself::<Worklist>(&mut tx, ann).await.unwrap();
        let open = open_alerts(&mut tx, &granted).await.unwrap();
        assert_eq!((open.len(), open[0].0, open[0].1, open[0].2.len()), (1, item, NOW, 2));
        drop(tx);
        let line = &stretch(&db, &ines, Held::ByAnyone, None, 9, later).await.lines[0];
        assert_eq!((line.severity, line.promised_at), (Severity::Urgent, later.plus_seconds(3_600)));
    }
}

#[tokio::test]
async fn a_report_that_joins_has_a_state_of_its_own_and_makes_no_new_promise_to_the_team() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let ines = a_nurse(&db, "ines", &["Day"]).await;
        let person = the_person(&db, ann).await;
        let first = ReportId::new();
        let pain = vec![an_alert("pain", 3, Urgency::Alert)];
        let item = opened(&db, ann, NewItem::alerts(first, pain.clone()), NOW).await;
        let state = async |report: ReportId, now: Instant| {
            let mut tx = db.read().await.unwrap();
            let diary = access::view::<Diary>(&mut tx, &person, ann, now).await.unwrap();
            state_for_person(&mut tx, &diary, report.0).await.unwrap()
        };
        let promised = NOW.plus_seconds(240 * 60);
        let at_first = state(first, NOW).await.unwrap();
        assert_eq!((at_first.sent_at, at_first.promised_at, at_first.late), (NOW, promised, false));
        assert!(state(first, promised.plus_seconds(1)).await.unwrap().late, "nobody has looked");
        assert_eq!(state(ReportId::new(), NOW).await, None, "what waits for nobody has no state");

        see(&db, &ines, ann, item, NOW.plus_seconds(60)).await;
        does(&db, &ines, ann, item, called(), NOW.plus_seconds(120)).await.unwrap();
        let seen = state(first, promised.plus_seconds(1)).await.unwrap();
        assert_eq!((seen.seen_at, seen.late), (Some(NOW.plus_seconds(60)), false));
        assert_eq!((seen.decision, seen.decided_at), (Some(Decision::Called), Some(NOW.plus_seconds(120))));

        let tomorrow = NOW.plus_days(1);
        let second = ReportId::new();
        let mut tx = db.write().await.unwrap();
        let granted = access::act_by_itself::<Worklist>(&mut tx, ann).await.unwrap();
        join_item(&mut tx, &granted, item, second, pain.clone(), &a_site(), tomorrow).await.unwrap();
        tx.commit().await.unwrap();
        let joined = state(second, tomorrow.plus_seconds(1)).await.unwrap();
        assert_eq!((joined.sent_at, joined.seen_at, joined.decision, joined.late), (tomorrow, None, None, false));
        assert_eq!(state(first, tomorrow).await.unwrap().decision, Some(Decision::Called));
        let line = &stretch(&db, &ines, Held::ByAnyone, None, 9, tomorrow).await.lines[0];
        assert_eq!((line.opened_at, line.promised_at), (NOW, promised));
        let Body::Alert { alerts, heard, .. } = &line.body else { panic!() };
        assert_eq!((alerts.len(), heard.len(), heard[1].report), (1, 2, second));

        let unread = does(&db, &ines, ann, item, Deed::Closed, tomorrow.plus_seconds(5)).await;
        assert!(matches!(unread, Err(Error::Conflict)), "what came since they opened it is not closed unread");
        see(&db, &ines, ann, item, tomorrow.plus_seconds(7)).await;
        does(&db, &ines, ann, item, Deed::Closed, tomorrow.plus_seconds(9)).await.unwrap();
        let mut tx = db.write().await.unwrap();
        let granted = access::act_by_itself::<Worklist>(&mut tx, ann).await.unwrap();
        let closed = join_item(&mut tx, &granted, item, ReportId::new(), pain, &a_site(), tomorrow).await;
        assert!(matches!(closed, Err(Error::Conflict)));
        drop(tx);
        assert!(state(second, tomorrow).await.unwrap().closed_at.is_some());
    }
}

#[tokio::test]
async fn what_is_promised_counts_in_the_hours_of_the_first_team_of_the_person() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let day = |from: &str, until: &str| vec![Hours { from: from.into(), until: until.into() }];
        let mut tx = db.write().await.unwrap();
        let late = TeamBody { hours: std::array::from_fn(|_| day("20:00", "21:00")), ..TeamBody::default() };
        let early = TeamBody { hours: std::array::from_fn(|_| day("08:00", "17:00")), ..TeamBody::default() };
        save_team(&mut tx, "Day", &late).await.unwrap();
        save_team(&mut tx, "Early", &early).await.unwrap();
        access::team::assign_record(&mut tx, ann, "Early", NOW).await.unwrap();
        tx.commit().await.unwrap();
        // NOW is a Monday, 15:33 in Paris.
        let sunrise = NOW.plus_seconds(-9 * 3_600);
        let item = pain(&db, ann, sunrise).await;
        let ines = a_nurse(&db, "ines", &["Early"]).await;
        // Saving a team without hours says nothing of them.
        let mut tx = db.write().await.unwrap();
        save_team(&mut tx, "Early", &early).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.read().await.unwrap();
        let view = access::view::<Worklist>(&mut tx, &ines, ann, sunrise).await.unwrap();
        let opened = get_item(&mut tx, &view, item).await.unwrap();
        let local = opened.promised_at.in_zone("Europe/Paris").unwrap();
        assert_eq!((local.hour(), local.minute()), (12, 0));
        let opens = opens_at(&mut tx, &view, &a_site()).await.unwrap().unwrap();
        assert_eq!(opens.in_zone("Europe/Paris").unwrap().hour(), 8);
    }
}

#[tokio::test]
async fn a_managed_symptom_is_muted_for_so_many_days_and_what_is_worst_or_a_red_flag_never_is() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let ines = a_nurse(&db, "ines", &["Day"]).await;
        let report = ReportId::new();
        let alerts = vec![an_alert("pain", 3, Urgency::Alert), an_alert("nausea", 4, Urgency::Alert)];
        let item = opened(&db, ann, NewItem::alerts(report, alerts), NOW).await;
        let mute = async |symptom: &str, days: u8| {
            let deed = Deed::Muted { symptom: Symptom(symptom.into()), days };
            match does(&db, &ines, ann, item, deed, NOW).await {
                Err(Error::Invalid(fields)) => Some(fields[0].name.clone()),
                other => other.map(|()| None).unwrap(),
            }
        };
        assert_eq!(mute("nausea", 7).await.as_deref(), Some("symptom"));
        assert_eq!(mute("cough", 7).await.as_deref(), Some("symptom"));
        assert_eq!(mute("pain", 0).await.as_deref(), Some("days"));
        assert_eq!(mute("pain", MOST_DAYS + 1).await.as_deref(), Some("days"));
        assert_eq!(mute("pain", MOST_DAYS).await, None);
        let mut tx = db.write().await.unwrap();
        let granted = access::act_by_itself::<Worklist>(&mut tx, ann).await.unwrap();
        let muted = mutes(&mut tx, &granted, NOW).await.unwrap();
        assert_eq!((muted.len(), muted[0].by, muted[0].report), (1, ines.account, report));
        assert_eq!(muted[0].levels, BTreeMap::from([(Attribute::Severity, level(3))]));
        assert_eq!(muted[0].until, NOW.plus_days(28));
        assert!(mutes(&mut tx, &granted, NOW.plus_days(28)).await.unwrap().is_empty());
        let view = access::act::<Worklist>(&mut tx, &ines, ann).await.unwrap();
        assert_eq!(list_colleagues(&mut tx, &view).await.unwrap()[0].name, "ines");
    }
}

#[tokio::test]
async fn a_list_leaves_one_row_a_day_in_the_log_of_each_person_on_it() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let ines = a_nurse(&db, "ines", &["Day"]).await;
        pain(&db, ann, NOW).await;
        let rows = async || {
            let mut tx = db.read().await.unwrap();
            let rows: i64 = on_db!(tx, c => sqlx::query_scalar(
                "SELECT COUNT(*) FROM audit WHERE record = $1 AND act = 'list' AND account = $2",
            ).bind(ann.0).bind(ines.account.0).fetch_one(c).await)
            .unwrap();
            rows
        };
        for seconds in [0, 20, 40] {
            listed(&db, &ines, Held::ByAnyone, NOW.plus_seconds(seconds)).await;
        }
        assert_eq!(rows().await, 1);
        listed(&db, &ines, Held::ByAnyone, NOW.plus_days(1)).await;
        assert_eq!(rows().await, 2);
    }
}

/// So many open items of so many teams, written at once.
async fn many(db: &Db, teams: u32, items: u32) -> Vec<TeamId> {
    let mut tx = db.write().await.unwrap();
    let mut made = Vec::new();
    for team in 0..teams {
        made.push(save_team(&mut tx, &format!("Team {team}"), &TeamBody::default()).await.unwrap());
    }
    let body = serde_json::to_string(&NewItem::alerts(ReportId::new(), vec![an_alert("pain", 3, Urgency::Alert)]).body);
    let body = body.unwrap();
    for n in 0..items {
        let (record, item) = (Uuid::now_v7(), Uuid::now_v7());
        let team = made[usize::try_from(n % teams).unwrap()];
        on_db!(tx, c => sqlx::query(
            "INSERT INTO record (id, name, deceased, published_no, created_at) VALUES ($1, $2, $3, 1, 0)",
        ).bind(record).bind(format!("Person {n}")).bind(false).execute(c).await.map(|_| ()))
        .unwrap();
        on_db!(tx, c => sqlx::query("INSERT INTO record_team (record, team) VALUES ($1, $2)")
            .bind(record).bind(team.0).execute(c).await.map(|_| ()))
        .unwrap();
        on_db!(tx, c => sqlx::query(
            "INSERT INTO work_item (id, record, kind, severity, subject, body, opened_at, promised_at, step, version) \
             VALUES ($1, $2, 'alert', 1, $1, $3, $4, $4, 0, 1)",
        ).bind(item).bind(record).bind(&body).bind(NOW.0 + i64::from(n)).execute(c).await.map(|_| ()))
        .unwrap();
        super::place::place(&mut tx, WorkItemId(item)).await.unwrap();
    }
    tx.commit().await.unwrap();
    if let Db::Postgres(pool) = db {
        sqlx::query("ANALYZE").execute(pool).await.unwrap();
    }
    made
}

#[tokio::test]
async fn a_list_comes_from_the_index_of_its_team_however_much_waits_elsewhere() {
    for (db, _folder) in both().await {
        many(&db, 100, 10_000).await;
        let nurse = a_nurse(&db, "ines", &["Team 7"]).await;
        let begun = std::time::Instant::now();
        let page = stretch(&db, &nurse, Held::ByAnyone, None, 50, NOW).await;
        assert_eq!((page.lines.len(), page.more), (50, true));
        assert!(begun.elapsed() < std::time::Duration::from_secs(2), "{:?}", begun.elapsed());
        for (held, index) in
            [(Held::ByAnyone, "work_place_list"), (Held::ByNobody, "work_place_free"), (Held::ByMe, "work_item_holder")]
        {
            let nobody = match db {
                Db::Sqlite { .. } => "x'00'",
                Db::Postgres(_) => "'00000000-0000-0000-0000-000000000000'",
            };
            let filled = stretch_sql(held)
                .replace("$1", nobody)
                .replace("$2", "-1")
                .replace("$3", "0")
                .replace("$4", nobody)
                .replace("$5", "51")
                .replace("$6", nobody);
            let mut tx = db.read().await.unwrap();
            let plan = query_plan(&mut tx, &filled).await;
            assert!(plan.contains(index), "{filled}\n{plan}");
            assert!(!plan.contains("Seq Scan") && !plan.contains("SCAN "), "{plan}");
        }
    }
}

#[tokio::test]
async fn what_a_nurse_has_is_given_back_when_their_account_is_closed_or_their_team_no_longer_cares() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let ines = a_nurse(&db, "ines", &["Day"]).await;
        let omar = a_nurse(&db, "omar", &["Day"]).await;
        let lea = a_nurse(&db, "lea", &["Night"]).await;
        let item = pain(&db, ann, NOW).await;
        does(&db, &ines, ann, item, Deed::Took, NOW.plus_seconds(60)).await.unwrap();
        assert_eq!(stretch(&db, &omar, Held::ByNobody, None, 9, NOW).await.lines.len(), 0);
        let mut tx = db.write().await.unwrap();
        crate::account::store::disable(&mut tx, ines.account, NOW.plus_seconds(90)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(stretch(&db, &omar, Held::ByNobody, None, 9, NOW).await.lines.len(), 1, "free for others");

        does(&db, &omar, ann, item, Deed::Took, NOW.plus_seconds(120)).await.unwrap();
        give(&db, ann, "Night").await;
        let mut tx = db.write().await.unwrap();
        access::team::release_record(&mut tx, ann, "Day", NOW.plus_seconds(150)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(stretch(&db, &lea, Held::ByNobody, None, 9, NOW).await.lines.len(), 1, "free for the next team");
        let mut tx = db.read().await.unwrap();
        let steps: i64 = on_db!(tx, c => sqlx::query_scalar(
            "SELECT COUNT(*) FROM job WHERE kind = 'worklist.step-up' AND ended_at IS NULL",
        ).fetch_one(c).await)
        .unwrap();
        assert!(steps >= 3, "it steps up again: {steps}");
    }
}

#[tokio::test]
async fn who_decides_or_closes_has_read_all_that_was_reported_and_done() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        give(&db, ann, "Day").await;
        let (ines, omar) = (a_nurse(&db, "ines", &["Day"]).await, a_nurse(&db, "omar", &["Day"]).await);
        let item = pain(&db, ann, NOW).await;
        let report = get_subject(&db, &ines, ann, item).await;
        see(&db, &ines, ann, item, NOW).await;
        let read = shown(&db, &ines, ann, item, NOW).await;
        assert_eq!(read.to_string().parse(), Ok(read));

        // A colleague opens what came meanwhile: it is seen, and still not by her.
        opened(&db, ann, NewItem::alerts(report, vec![an_alert("nausea", 4, Urgency::Alert)]), NOW.plus_seconds(1))
            .await;
        see(&db, &omar, ann, item, NOW.plus_seconds(2)).await;
        let stale = having_read(&db, &ines, ann, item, (called(), read, DeedId::new()), NOW.plus_seconds(3)).await;
        assert!(matches!(stale, Err(Error::Conflict)), "{stale:?}");

        // What a colleague did counts too.
        let read = shown(&db, &ines, ann, item, NOW.plus_seconds(4)).await;
        does(&db, &omar, ann, item, note("I have called her."), NOW.plus_seconds(5)).await.unwrap();
        let stale = having_read(&db, &ines, ann, item, (called(), read, DeedId::new()), NOW.plus_seconds(6)).await;
        assert!(matches!(stale, Err(Error::Conflict)), "{stale:?}");

        let read = shown(&db, &ines, ann, item, NOW.plus_seconds(7)).await;
        let id = DeedId::new();
        for _twice in 0..2 {
            having_read(&db, &ines, ann, item, (called(), read, id), NOW.plus_seconds(8)).await.unwrap();
        }
        // Her own decision is on the page that she closes from.
        let stale = having_read(&db, &ines, ann, item, (Deed::Closed, read, DeedId::new()), NOW.plus_seconds(9)).await;
        assert!(matches!(stale, Err(Error::Conflict)), "{stale:?}");
        let read = shown(&db, &ines, ann, item, NOW.plus_seconds(10)).await;
        having_read(&db, &ines, ann, item, (Deed::Closed, read, DeedId::new()), NOW.plus_seconds(11)).await.unwrap();
    }
}

async fn get_subject(db: &Db, nurse: &Caller, record: RecordId, item: WorkItemId) -> ReportId {
    let mut tx = db.read().await.unwrap();
    let granted = access::view::<Worklist>(&mut tx, nurse, record, NOW).await.unwrap();
    ReportId(get_item(&mut tx, &granted, item).await.unwrap().subject)
}
