//! What the care team keeps, on both databases: version by version, for the right people.

use super::{Care, Hold, Phase, find_care, find_kept, save_care};
use crate::{
    Error, Result,
    access::{self, AccountRole, Caller, team},
    account::{
        Name,
        factor::mark_session,
        staff::add_staff,
        store::{find_session, open_session},
    },
    db::{Db, on_db, tests::both},
    id::RecordId,
    secret::Keys,
    site::{TeamBody, store::save_team},
    time::{Instant, PartialDate},
};

const NOW: Instant = Instant(1_790_000_000_000_000);

async fn a_record(db: &Db) -> RecordId {
    let id = RecordId::new();
    let mut tx = db.write().await.unwrap();
    on_db!(tx, c => sqlx::query("INSERT INTO record (id, deceased, published_no, created_at) VALUES ($1, $2, 1, 0)")
        .bind(id.0).bind(false).execute(c).await.map(|_| ()))
    .unwrap();
    save_team(&mut tx, "Day clinic", &TeamBody::default()).await.unwrap();
    team::assign_record(&mut tx, id, "Day clinic", NOW).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn a_nurse(db: &Db, name: &str, team: &str) -> Caller {
    let mut tx = db.write().await.unwrap();
    save_team(&mut tx, team, &TeamBody::default()).await.unwrap();
    let teams = [team.to_owned()];
    let chosen = Name::new(name).unwrap();
    let hired = add_staff(&mut tx, &Keys::new([7; 32]), &chosen, AccountRole::CareTeam, &teams, NOW).await.unwrap();
    on_db!(tx, c => sqlx::query("UPDATE account SET name = $1 WHERE id = $2")
        .bind(name).bind(hired.account.0).execute(c).await.map(|_| ()))
    .unwrap();
    let session = open_session(&mut tx, hired.account, "", NOW).await.unwrap();
    mark_session(&mut tx, session.session, NOW).await.unwrap();
    let caller = find_session(&mut tx, &session.token, NOW).await.unwrap().unwrap().caller;
    tx.commit().await.unwrap();
    caller
}

async fn save(db: &Db, who: &Caller, record: RecordId, care: &Care, from: i64, now: Instant) -> Result<()> {
    let mut tx = db.write().await.unwrap();
    let granted = access::act::<access::Care>(&mut tx, who, record).await?;
    save_care(&mut tx, &granted, care, from, now).await?;
    tx.commit().await
}

async fn count(db: &Db, sql: &'static str) -> i64 {
    let mut tx = db.read().await.unwrap();
    on_db!(tx, c => sqlx::query_scalar(sql).fetch_one(c).await).unwrap()
}

fn in_treatment() -> Care {
    Care { phase: Phase::InTreatment, since: Some(PartialDate::day(2026, 6, 1)), ..Care::default() }
}

#[tokio::test]
async fn each_change_is_a_version_and_the_latest_counts() {
    for (db, _folder) in both().await {
        let record = a_record(&db).await;
        let (rosa, ines) = (a_nurse(&db, "Rosa", "Day clinic").await, a_nurse(&db, "Ines", "Day clinic").await);
        let mut tx = db.read().await.unwrap();
        let granted = access::view::<access::Care>(&mut tx, &rosa, record, NOW).await.unwrap();
        assert_eq!(find_kept(&mut tx, &granted).await.unwrap(), None);
        drop(tx);
        save(&db, &rosa, record, &in_treatment(), 0, NOW).await.unwrap();
        let hold = Hold { what: "Capecitabine".into(), why: "low platelets".into(), since: None, until: None };
        let changed = Care { holds: vec![hold], ..in_treatment() };
        save(&db, &ines, record, &changed, 1, NOW.plus_seconds(60)).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let kept = find_kept(&mut tx, &granted).await.unwrap().unwrap();
        assert_eq!((kept.care, kept.version), (changed.clone(), 2));
        assert_eq!((kept.by.as_deref(), kept.at), (Some("Ines"), NOW.plus_seconds(60)));
        assert_eq!(find_care(&mut tx, &granted).await.unwrap(), Some(changed));
        drop(tx);
        assert_eq!(count(&db, "SELECT COUNT(*) FROM record_care").await, 2, "nothing was overwritten");
        assert_eq!(count(&db, "SELECT COUNT(*) FROM audit WHERE act = 'act' AND category = 'care'").await, 2);
    }
}

#[tokio::test]
async fn the_same_again_is_once_and_what_someone_else_changed_is_not_overwritten() {
    for (db, _folder) in both().await {
        let record = a_record(&db).await;
        let (rosa, ines) = (a_nurse(&db, "Rosa", "Day clinic").await, a_nurse(&db, "Ines", "Day clinic").await);
        for _ in 0..2 {
            save(&db, &rosa, record, &in_treatment(), 0, NOW).await.unwrap();
        }
        let after = Care { phase: Phase::After, ..Care::default() };
        for (who, from) in [(&ines, 0), (&rosa, 0), (&ines, 2), (&ines, i64::MAX), (&ines, -1)] {
            let refused = save(&db, who, record, &after, from, NOW).await;
            assert!(matches!(refused, Err(Error::Conflict)), "from version {from}");
        }
        assert_eq!(count(&db, "SELECT COUNT(*) FROM record_care").await, 1);
        assert_eq!(count(&db, "SELECT COUNT(*) FROM audit WHERE act = 'act'").await, 1);
    }
}

#[tokio::test]
async fn only_a_team_that_cares_for_the_person_sets_it() {
    for (db, _folder) in both().await {
        let record = a_record(&db).await;
        let other = a_nurse(&db, "Noor", "Night clinic").await;
        let person = Caller { role: AccountRole::Patient, record: Some(record), ..other };
        for who in [&other, &person] {
            let refused = save(&db, who, record, &in_treatment(), 0, NOW).await;
            assert!(matches!(refused, Err(Error::NotFound)));
        }
        assert_eq!(count(&db, "SELECT COUNT(*) FROM record_care").await, 0);
    }
}
