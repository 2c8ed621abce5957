use rstest::rstest;

use super::{Search, store::list_people};
use crate::{
    Error, FieldCode,
    access::{self, AccountRole, Caller, Circle, Identity, Results, team},
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
    time::Instant,
};

pub(super) const NOW: Instant = Instant(1_790_000_000_000_000);

pub(super) async fn a_person(db: &Db, name: &str, born: &str, number: &str) -> RecordId {
    let id = RecordId::new();
    let mut tx = db.write().await.unwrap();
    on_db!(tx, c => sqlx::query(
        "INSERT INTO record (id, name, birth_date, deceased, published_no, created_at) VALUES ($1, $2, $3, $4, 1, 0)",
    )
    .bind(id.0).bind(name).bind(born).bind(false).execute(c).await.map(|_| ()))
    .unwrap();
    on_db!(tx, c => sqlx::query("INSERT INTO record_identifier (system, value, record) VALUES ('urn:mrn', $1, $2)")
        .bind(number).bind(id.0).execute(c).await.map(|_| ()))
    .unwrap();
    tx.commit().await.unwrap();
    id
}

pub(super) async fn give(db: &Db, record: RecordId, to: &str) {
    let mut tx = db.write().await.unwrap();
    save_team(&mut tx, to, &TeamBody::default()).await.unwrap();
    team::assign_record(&mut tx, record, to, NOW).await.unwrap();
    tx.commit().await.unwrap();
}

/// A member of teams who has shown a second factor.
pub(super) async fn a_nurse(db: &Db, name: &str, teams: &[&str]) -> Caller {
    let mut tx = db.write().await.unwrap();
    for team in teams {
        save_team(&mut tx, team, &TeamBody::default()).await.unwrap();
    }
    let teams: Vec<String> = teams.iter().map(|team| (*team).to_owned()).collect();
    let name = Name::new(name).unwrap();
    let hired = add_staff(&mut tx, &Keys::new([7; 32]), &name, AccountRole::CareTeam, &teams, NOW).await.unwrap();
    let session = open_session(&mut tx, hired.account, "", NOW).await.unwrap();
    mark_session(&mut tx, session.session, NOW).await.unwrap();
    let caller = find_session(&mut tx, &session.token, NOW).await.unwrap().unwrap().caller;
    tx.commit().await.unwrap();
    caller
}

async fn names(db: &Db, caller: &Caller, search: &Search) -> Vec<String> {
    let mut tx = db.read().await.unwrap();
    let circle = access::circle(&mut tx, caller).await.unwrap();
    let found = list_people(&mut tx, &circle, search, None, 50, NOW).await.unwrap();
    found.people.into_iter().filter_map(|person| person.name).collect()
}

#[tokio::test]
pub(super) async fn a_person_is_found_by_the_beginning_of_words_of_their_name_their_birth_date_or_number() {
    for (db, _folder) in both().await {
        for (name, born, number) in [
            ("José Álvarez Núñez", "1961-03-27", "MRN-4411"),
            ("Josefine Alber", "1961-03-28", "MRN-4412"),
            ("Ömer Josefson", "1990", "77"),
        ] {
            give(&db, a_person(&db, name, born, number).await, "Day clinic").await;
        }
        let nurse = a_nurse(&db, "ines", &["Day clinic"]).await;
        let (jose, josefine, omer) = ("José Álvarez Núñez", "Josefine Alber", "Ömer Josefson");
        for (typed, born, expected) in [
            ("", None, vec![jose, josefine, omer]),
            ("jose", None, vec![jose, josefine, omer]),
            ("JOSÉ al", None, vec![jose, josefine]),
            ("nunez  jose", None, vec![jose]),
            ("omer", None, vec![omer]),
            ("osef", None, vec![]),
            ("mrn-4412", None, vec![josefine]),
            ("4411", None, vec![jose]),
            ("", Some("1961-03-27"), vec![jose]),
            ("", Some("1961-03"), vec![jose, josefine]),
            ("alb", Some("1961"), vec![josefine]),
            ("", Some("1990-01-01"), vec![]),
            ("*1961", None, vec![]),
        ] {
            let search = Search::new(typed, born.map(|born| born.parse().unwrap()));
            // Folded alike: "jose" stands before "josefine".
            assert_eq!(names(&db, &nurse, &search).await, expected, "{typed:?} {born:?}");
        }
    }
}

#[tokio::test]
async fn nobody_is_found_by_another_team_and_who_two_teams_care_for_is_one_person() {
    for (db, _folder) in both().await {
        let (ann, bob, cat) = (
            a_person(&db, "Ann", "1950-01-01", "1").await,
            a_person(&db, "Bob", "1950-01-01", "2").await,
            a_person(&db, "Cat", "1950-01-01", "3").await,
        );
        give(&db, ann, "Day").await;
        give(&db, ann, "Night").await;
        give(&db, bob, "Night").await;
        a_nurse(&db, "nobody of a team", &[]).await;
        let (day, both_teams) = (a_nurse(&db, "day", &["Day"]).await, a_nurse(&db, "both", &["Day", "Night"]).await);
        let none = a_nurse(&db, "none", &[]).await;
        let everyone = Search::default();
        assert_eq!(names(&db, &day, &everyone).await, ["Ann"]);
        assert_eq!(names(&db, &day, &Search::new("bob", None)).await, [""; 0]);
        assert_eq!(names(&db, &both_teams, &everyone).await, ["Ann", "Bob"]);
        assert_eq!(names(&db, &none, &everyone).await, [""; 0]);
        let mut tx = db.read().await.unwrap();
        let circle = access::circle(&mut tx, &both_teams).await.unwrap();
        let found = list_people(&mut tx, &circle, &everyone, None, 50, NOW).await.unwrap();
        assert_eq!(found.people[0].teams, ["Day", "Night"]);
        // Someone who is nobody's person here is no place to go on from either.
        let from = list_people(&mut tx, &circle, &everyone, Some(cat), 50, NOW).await.unwrap();
        assert_eq!(from, found);
    }
}

#[tokio::test]
async fn pages_of_the_list_hold_everyone_once_also_those_of_one_name() {
    for (db, _folder) in both().await {
        for at in 0..25 {
            let name = if at % 2 == 0 { "Anna Weber" } else { "Zoe Abt" };
            let record = a_person(&db, name, "1970-01-01", &format!("n{at}")).await;
            give(&db, record, if at % 3 == 0 { "Night" } else { "Day" }).await;
        }
        let nurse = a_nurse(&db, "ines", &["Day", "Night"]).await;
        for search in [Search::default(), Search::new("", Some("1970".parse().unwrap()))] {
            let mut tx = db.read().await.unwrap();
            let circle: Circle = access::circle(&mut tx, &nurse).await.unwrap();
            let (mut all, mut after) = (Vec::new(), None);
            loop {
                let page = list_people(&mut tx, &circle, &search, after, 4, NOW).await.unwrap();
                all.extend(page.people.iter().map(|person| (person.name.clone().unwrap(), person.record)));
                after = page.people.last().map(|person| person.record);
                if !page.more {
                    break;
                }
            }
            let mut once = all.clone();
            once.sort();
            once.dedup();
            assert_eq!((all.len(), &once), (25, &all));
        }
    }
}

#[tokio::test]
async fn a_word_that_very_many_people_have_still_finds_whoever_has_the_others_too() {
    for (db, _folder) in both().await {
        let record = a_person(&db, "Anna Weber", "1970-01-01", "MRN 77").await;
        give(&db, record, "Day").await;
        give(&db, a_person(&db, "Anna Adler", "1971-01-01", "MRN 78").await, "Day").await;
        let mut tx = db.write().await.unwrap();
        for at in 0..2_100 {
            on_db!(tx, c => sqlx::query("INSERT INTO person_word (word, record) VALUES ($1, $2)")
                .bind(format!("anna{at}")).bind(record.0).execute(c).await.map(|_| ()))
            .unwrap();
        }
        tx.commit().await.unwrap();
        let nurse = a_nurse(&db, "ines", &["Day"]).await;
        assert_eq!(names(&db, &nurse, &Search::new("anna", None)).await, ["Anna Adler", "Anna Weber"]);
        assert_eq!(names(&db, &nurse, &Search::new("anna web", None)).await, ["Anna Weber"]);
        assert_eq!(names(&db, &nurse, &Search::new("anna zz", None)).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_record_given_to_a_team_opens_for_its_members_until_it_is_taken_back() {
    for (db, _folder) in both().await {
        let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
        let nurse = a_nurse(&db, "ines", &["Day"]).await;
        let may = async || {
            let mut tx = db.read().await.unwrap();
            let opened = access::view::<Results>(&mut tx, &nurse, ann, NOW).await.is_ok();
            assert_eq!(opened, access::comment::<Results>(&mut tx, &nurse, ann).await.is_ok());
            opened
        };
        assert!(!may().await);
        give(&db, ann, "Day").await;
        assert!(may().await);
        let mut tx = db.write().await.unwrap();
        assert!(!team::assign_record(&mut tx, ann, "Day", NOW).await.unwrap(), "it was theirs already");
        assert_eq!(team::list_records_of_team(&mut tx, "Day").await.unwrap()[0].record, ann);
        assert_eq!(team::list_members(&mut tx, "Day").await.unwrap(), ["ines"]);
        assert!(team::release_record(&mut tx, ann, "Day", NOW).await.unwrap());
        assert!(!team::release_record(&mut tx, ann, "Day", NOW).await.unwrap(), "it was not theirs any more");
        assert!(team::list_records_of_team(&mut tx, "Day").await.unwrap().is_empty());
        let unknown = team::assign_record(&mut tx, ann, "Moon", NOW).await;
        assert!(matches!(unknown, Err(Error::Invalid(fields)) if fields[0].code == FieldCode::NotAChoice));
        assert!(matches!(team::assign_record(&mut tx, RecordId::new(), "Day", NOW).await, Err(Error::NotFound)));
        tx.commit().await.unwrap();
        assert!(!may().await, "revoking works at the next request");
        assert_eq!(names(&db, &nurse, &Search::default()).await, [""; 0]);
    }
}

#[tokio::test]
async fn without_a_second_factor_or_with_a_closed_account_nobody_is_listed() {
    for (db, _folder) in both().await {
        let nurse = a_nurse(&db, "ines", &["Day"]).await;
        let mut tx = db.read().await.unwrap();
        let weak = Caller { second_factor: false, ..nurse };
        assert!(matches!(access::circle(&mut tx, &weak).await, Err(Error::FactorNeeded)));
        let other = Caller { account: crate::id::AccountId::new(), ..nurse };
        assert!(matches!(access::circle(&mut tx, &other).await, Err(Error::NotFound)));
        drop(tx);
        let mut tx = db.write().await.unwrap();
        crate::account::store::disable(&mut tx, nurse.account, NOW).await.unwrap();
        assert!(matches!(access::circle(&mut tx, &nurse).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn a_reading_that_can_t_be_logged_is_not_for_the_care_team() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.sqlite");
    let db = Db::open(&format!("sqlite:{}", path.display())).await.unwrap();
    let ann = a_person(&db, "Ann", "1950-01-01", "1").await;
    give(&db, ann, "Day").await;
    let nurse = a_nurse(&db, "ines", &["Day"]).await;
    let Db::Sqlite { read, .. } = &db else { panic!("not SQLite") };
    // The disk takes no more: whatever would write fails, reading goes on.
    let full = Db::Sqlite { read: read.clone(), write: read.clone() };
    let mut tx = full.read().await.unwrap();
    let opened = access::view::<Identity>(&mut tx, &nurse, ann, NOW).await;
    assert!(matches!(opened, Err(Error::Unavailable(_))), "{:?}", opened.map(|granted| granted.reader()));
    let circle = access::circle(&mut tx, &nurse).await.unwrap();
    let listed = list_people(&mut tx, &circle, &Search::default(), None, 50, NOW).await;
    assert!(matches!(listed, Err(Error::Unavailable(_))));
}

#[rstest]
#[case("", true)]
#[case(" - ", true)]
#[case("é", false)]
fn a_search_without_letters_or_digits_leaves_nobody_out(#[case] typed: &str, #[case] everyone: bool) {
    assert_eq!(Search::new(typed, None).is_everyone(), everyone);
}
