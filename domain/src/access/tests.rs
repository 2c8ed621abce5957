//! The rule of who may read what, against a plain statement of it, over made-up hospitals.

use proptest::prelude::*;

use super::{AccountRole, Caller, Identity, Log, Reader, Results, team, view};
use crate::{
    account::{Name, staff::add_staff},
    db::{Db, on_db},
    id::{AccountId, RecordId, SessionId},
    secret::Keys,
    site::{TeamBody, store::save_team},
    time::Instant,
};

const NOW: Instant = Instant(1_790_000_000_000_000);
const TEAMS: [&str; 3] = ["Day", "Night", "Moon"];

/// Someone of the staff, and what the rule asks of them.
#[derive(Debug, Clone)]
struct Member {
    care_team: bool,
    teams: Vec<bool>,
    second_factor: bool,
    disabled: bool,
}

fn member() -> impl Strategy<Value = Member> {
    let teams = prop::collection::vec(any::<bool>(), TEAMS.len());
    (any::<bool>(), teams, any::<bool>(), prop::bool::weighted(0.2))
        .prop_map(|(care_team, teams, second_factor, disabled)| Member { care_team, teams, second_factor, disabled })
}

/// Records as the teams that care for them.
fn records() -> impl Strategy<Value = Vec<Vec<bool>>> {
    prop::collection::vec(prop::collection::vec(any::<bool>(), TEAMS.len()), 1..4)
}

fn named(of: &[bool]) -> Vec<String> {
    TEAMS.iter().zip(of).filter(|(_, is)| **is).map(|(name, _)| (*name).to_owned()).collect()
}

async fn check(members: Vec<Member>, records: Vec<Vec<bool>>) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&format!("sqlite:{}", folder.path().join("test.sqlite").display())).await.unwrap();
    let mut tx = db.write().await.unwrap();
    for name in TEAMS {
        save_team(&mut tx, name, &TeamBody::default()).await.unwrap();
    }
    let mut made = Vec::new();
    for cared in &records {
        let record = RecordId::new();
        on_db!(tx, c => sqlx::query("INSERT INTO record (id, deceased, published_no, created_at) VALUES ($1, $2, 1, 0)")
            .bind(record.0).bind(false).execute(c).await.map(|_| ()))
        .unwrap();
        for name in named(cared) {
            team::assign_record(&mut tx, record, &name, NOW).await.unwrap();
        }
        made.push(record);
    }
    let mut callers = Vec::new();
    for (at, member) in members.iter().enumerate() {
        let role = if member.care_team { AccountRole::CareTeam } else { AccountRole::Administrator };
        let name = Name::new(&format!("member {at}")).unwrap();
        let hired = add_staff(&mut tx, &Keys::new([7; 32]), &name, role, &named(&member.teams), NOW).await.unwrap();
        if member.disabled {
            crate::account::store::disable(&mut tx, hired.account, NOW).await.unwrap();
        }
        callers.push(a_caller(hired.account, role, member.second_factor));
    }
    tx.commit().await.unwrap();
    for (member, caller) in members.iter().zip(&callers) {
        for (cared, record) in records.iter().zip(&made) {
            let shares = member.teams.iter().zip(cared).any(|(mine, theirs)| *mine && *theirs);
            let may = shares && member.care_team && member.second_factor && !member.disabled;
            let mut tx = db.read().await.unwrap();
            let results = view::<Results>(&mut tx, caller, *record, NOW).await;
            prop_assert_eq!(results.as_ref().ok().map(super::Granted::reader), may.then_some(Reader::CareTeam));
            prop_assert_eq!(view::<Identity>(&mut tx, caller, *record, NOW).await.is_ok(), may);
            prop_assert!(view::<Log>(&mut tx, caller, *record, NOW).await.is_err(), "the log is the person's");
        }
    }
    Ok(())
}

fn a_caller(account: AccountId, role: AccountRole, second_factor: bool) -> Caller {
    Caller { account, session: SessionId::new(), role, record: None, second_factor, fresh_until: NOW }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn staff_read_exactly_the_records_that_a_team_of_theirs_cares_for(
        members in prop::collection::vec(member(), 1..4),
        records in records(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(check(members, records))?;
    }
}
