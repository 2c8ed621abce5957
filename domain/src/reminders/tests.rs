//! Where notices go, on both databases.

use uuid::Uuid;

use super::{
    Address, Channels, Kind, MOST_ASKED, MOST_NOTICES, Notice, Quiet, SEND, Said, Template, Wanted,
    choice_store::save_wanted,
    outgoing::{Ended, Fate, Outgoing, end, find_fate, note_failure},
    store::{
        TestState, ask_address, ask_test, confirm_address, delete_expired, find_settings, notify_address,
        notify_person, notify_team, remove_address,
    },
};
use crate::{
    Error, FieldCode, Result,
    access::{AccountRole, Caller},
    db::{Db, Tx, on_db, tests::both},
    id::{AccountId, EntryId, MailId, RecordId, SessionId, TeamId},
    jobs::{self, Job},
    secret::Keys,
    time::Instant,
};

/// 2026-09-21T14:13:20Z.
pub(super) const NOW: Instant = Instant(1_790_000_000_000_000);

pub(super) fn keys() -> Keys {
    Keys::new([7; 32])
}

/// Someone with an account.
pub(super) async fn somebody(db: &Db, role: AccountRole) -> Caller {
    let (account, record) = (AccountId::new(), RecordId::new());
    let mut tx = db.write().await.unwrap();
    let own = (role == AccountRole::Patient).then_some(record);
    if own.is_some() {
        on_db!(tx, c => sqlx::query("INSERT INTO record (id, deceased, published_no, created_at) VALUES ($1, $2, 0, 0)")
            .bind(record.0).bind(false).execute(c).await.map(|_| ()))
        .unwrap();
    }
    on_db!(tx, c => sqlx::query(
        "INSERT INTO account (id, role, record, language, zone, failures, enrolled_at, created_at) \
         VALUES ($1, $2, $3, 'fr', 'UTC', 0, 0, 0)")
        .bind(account.0).bind(role.code()).bind(own.map(|own| own.0)).execute(c).await.map(|_| ()))
    .unwrap();
    tx.commit().await.unwrap();
    Caller {
        account,
        session: SessionId::new(),
        role,
        record: own,
        second_factor: true,
        fresh_until: NOW.plus_days(1000),
    }
}

/// A dose of someone waits until then: it is what a reminder of that moment is about.
pub(super) async fn dose_waits(tx: &mut Tx, who: &Caller, until: Instant) {
    let record = who.record.unwrap();
    on_db!(tx, c => sqlx::query(
        "INSERT INTO medicine (record, id, name, purpose, items, version, by_team, created_at, ended_why, plan, set_at, \
         confirmed_at) VALUES ($1, $1, 'Tamoxifen', '', '[]', 1, 0, 0, '', '{\"courses\":[],\"pauses\":[]}', 0, 0) \
         ON CONFLICT DO NOTHING",
    ).bind(record.0).execute(c).await.map(|_| ()))
    .unwrap();
    on_db!(tx, c => sqlx::query(
        "INSERT INTO dose_entry (record, id, medicine, kind, happened_at, about_at, amounts, words, account, author, \
         noted_at) VALUES ($1, $2, $1, 'later', $3, $3, '[]', '', $4, 'person', 0)",
    ).bind(record.0).bind(EntryId::new().0).bind(until.0).bind(who.account.0).execute(c).await.map(|_| ()))
    .unwrap();
}

async fn asked(db: &Db, who: &Caller, address: &str, now: Instant) -> Result<()> {
    let mut tx = db.write().await?;
    ask_address(&mut tx, who, &Address::new(address)?, now).await?;
    tx.commit().await
}

/// The mails whose time has come, as their jobs are taken.
async fn due(db: &Db, now: Instant) -> Vec<(Job, Fate)> {
    let lease = std::time::Duration::from_secs(1);
    let jobs = jobs::store::claim(db, Uuid::now_v7(), &[SEND], 100, lease, now).await.unwrap();
    let mut tx = db.read().await.unwrap();
    let mut all = Vec::new();
    for job in jobs {
        let fate = find_fate(&mut tx, &keys(), job.key.parse().unwrap(), now).await.unwrap();
        all.push((job, fate));
    }
    all
}

/// The mails that are to be sent now.
async fn to_send(db: &Db, now: Instant) -> Vec<Outgoing> {
    let sent = |(_, fate)| if let Fate::Send(mail) = fate { Some(mail) } else { None };
    due(db, now).await.into_iter().filter_map(sent).collect()
}

/// The only mail that is to be sent now.
async fn one_due(db: &Db, now: Instant) -> Outgoing {
    let [mail] = to_send(db, now).await.try_into().unwrap();
    mail
}

/// What becomes of the only mail whose time has come.
async fn one_fate(db: &Db, now: Instant) -> Fate {
    let [(_, fate)] = due(db, now).await.try_into().unwrap();
    fate
}

/// Someone whose address is confirmed.
async fn reachable(db: &Db, role: AccountRole, address: &str) -> Caller {
    let who = somebody(db, role).await;
    asked(db, &who, address, NOW).await.unwrap();
    let mail = one_due(db, NOW).await;
    confirm_address(db, &keys(), &who, mail.code.as_deref().unwrap(), NOW).await.unwrap();
    let mut tx = db.write().await.unwrap();
    end(&mut tx, mail.mail, Ended::Sent, None, NOW).await.unwrap();
    on_db!(tx, c => sqlx::query("DELETE FROM job").execute(c).await.map(|_| ())).unwrap();
    tx.commit().await.unwrap();
    who
}

async fn remind(db: &Db, who: &Caller, key: &str, at: Instant, now: Instant) -> bool {
    let mut tx = db.write().await.unwrap();
    let record = who.record.unwrap();
    let planned = notify_person(&mut tx, record, Notice::SymptomCheckDue, Said::default(), key, at, now).await.unwrap();
    tx.commit().await.unwrap();
    planned
}

async fn acts(db: &Db, who: &Caller) -> Vec<String> {
    let mut tx = db.read().await.unwrap();
    on_db!(tx, c => sqlx::query_scalar("SELECT act FROM audit WHERE account = $1 ORDER BY id")
        .bind(who.account.0).fetch_all(c).await)
    .unwrap()
}

fn code_of_error(result: Result<()>) -> FieldCode {
    match result {
        Err(Error::Invalid(fields)) => fields[0].code,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_address_counts_when_its_code_was_typed_and_not_before() {
    for (db, _folder) in both().await {
        let anna = somebody(&db, AccountRole::Patient).await;
        asked(&db, &anna, "anna@example.org", NOW).await.unwrap();
        assert!(!remind(&db, &anna, "1", NOW, NOW).await, "not confirmed yet");
        let mail = one_due(&db, NOW).await;
        assert_eq!((mail.to.as_str(), mail.template), ("anna@example.org", Template::Code));
        assert_eq!(mail.language.as_deref(), Some("fr"));
        let code = mail.code.unwrap();
        let typed = format!(" {}-{} ", &code[..6].to_lowercase(), &code[6..]);
        assert_eq!(code_of_error(confirm_address(&db, &keys(), &anna, "ABCDEFGHJKMN", NOW).await), FieldCode::NoMatch);
        let ben = somebody(&db, AccountRole::Patient).await;
        assert_eq!(code_of_error(confirm_address(&db, &keys(), &ben, &code, NOW).await), FieldCode::Expired);
        confirm_address(&db, &keys(), &anna, &typed, NOW.plus_seconds(60)).await.unwrap();
        let mut tx = db.read().await.unwrap();
        let settings = find_settings(&mut tx, anna.account).await.unwrap();
        assert_eq!(settings.address, Some(("anna@example.org".into(), NOW.plus_seconds(60))));
        assert_eq!((settings.asked, settings.wanted), (None, Wanted::default()));
        drop(tx);
        assert!(remind(&db, &anna, "1", NOW, NOW).await);
        assert_eq!(
            code_of_error(confirm_address(&db, &keys(), &anna, &typed, NOW).await),
            FieldCode::Expired,
            "used up"
        );
        assert_eq!(acts(&db, &anna).await, ["mail-code", "mail-address"]);
        // No table holds the code.
        let mut tx = db.read().await.unwrap();
        for sql in ["SELECT body FROM job", "SELECT key FROM mail", "SELECT COALESCE(asked, '') FROM reminder"] {
            let texts: Vec<String> = on_db!(tx, c => sqlx::query_scalar(sql).fetch_all(c).await).unwrap();
            assert!(texts.iter().all(|text| !text.contains(&code)), "{sql}");
        }
        let bodies: Vec<String> =
            on_db!(tx, c => sqlx::query_scalar("SELECT body || key FROM job").fetch_all(c).await).unwrap();
        assert!(bodies.iter().all(|body| !body.contains('@')), "a job holds an address: {bodies:?}");
    }
}

#[tokio::test]
async fn a_code_is_dead_after_five_wrong_tries_or_a_day_or_when_a_newer_one_was_sent() {
    for (db, _folder) in both().await {
        let anna = somebody(&db, AccountRole::Patient).await;
        asked(&db, &anna, "anna@example.org", NOW).await.unwrap();
        let code = one_due(&db, NOW).await.code.unwrap();
        for expected in [FieldCode::NoMatch; 4].into_iter().chain([FieldCode::Expired]) {
            assert_eq!(code_of_error(confirm_address(&db, &keys(), &anna, "ABCDEFGHJKMN", NOW).await), expected);
        }
        assert_eq!(code_of_error(confirm_address(&db, &keys(), &anna, &code, NOW).await), FieldCode::Expired);

        asked(&db, &anna, "anna@example.org", NOW).await.unwrap();
        let old = one_due(&db, NOW.plus_seconds(5)).await;
        asked(&db, &anna, "new@example.org", NOW).await.unwrap();
        let mail = one_due(&db, NOW.plus_seconds(10)).await;
        assert_eq!(mail.to.as_str(), "new@example.org", "the older mail is not sent any more");
        assert_eq!(
            code_of_error(confirm_address(&db, &keys(), &anna, &old.code.unwrap(), NOW).await),
            FieldCode::NoMatch
        );
        let late = NOW.plus_days(1);
        assert_eq!(
            code_of_error(confirm_address(&db, &keys(), &anna, &mail.code.unwrap(), late).await),
            FieldCode::Expired
        );
    }
}

#[tokio::test]
async fn the_address_before_counts_until_the_new_one_is_confirmed() {
    for (db, _folder) in both().await {
        let anna = reachable(&db, AccountRole::Patient, "anna@example.org").await;
        let later = NOW.plus_seconds(60);
        asked(&db, &anna, "new@example.org", later).await.unwrap();
        assert!(remind(&db, &anna, "1", later, later).await);
        let sent = to_send(&db, later).await;
        let sent: Vec<String> = sent.iter().map(|mail| format!("{} {}", mail.template.code(), mail.to)).collect();
        assert!(sent.contains(&"code new@example.org".to_owned()), "{sent:?}");
        assert!(sent.contains(&"symptom-check anna@example.org".to_owned()), "{sent:?}");
    }
}

#[tokio::test]
async fn leading_notices_elsewhere_needs_a_fresh_factor() {
    for (db, _folder) in both().await {
        let anna = Caller { fresh_until: NOW, ..somebody(&db, AccountRole::Patient).await };
        assert!(matches!(asked(&db, &anna, "anna@example.org", NOW).await, Err(Error::FactorNeeded)));
        assert!(due(&db, NOW).await.is_empty());
    }
}

#[tokio::test]
async fn nobody_can_be_flooded_with_codes_and_tests() {
    for (db, _folder) in both().await {
        let anna = somebody(&db, AccountRole::Patient).await;
        for n in 0..MOST_ASKED {
            asked(&db, &anna, &format!("victim{n}@example.org"), NOW.plus_seconds(n)).await.unwrap();
        }
        let refused = asked(&db, &anna, "victim@example.org", NOW.plus_seconds(10)).await;
        assert!(matches!(refused, Err(Error::Throttled(86_390))), "{refused:?}");
        asked(&db, &anna, "victim@example.org", NOW.plus_days(1)).await.unwrap();
        // Many accounts, one address.
        for _ in 0..MOST_ASKED - 1 {
            let other = somebody(&db, AccountRole::Patient).await;
            asked(&db, &other, "victim@example.org", NOW.plus_days(1)).await.unwrap();
        }
        let other = somebody(&db, AccountRole::Patient).await;
        let refused = asked(&db, &other, "Victim@example.org".to_lowercase().as_str(), NOW.plus_days(1)).await;
        assert!(matches!(refused, Err(Error::Throttled(_))));
        let ben = reachable(&db, AccountRole::Patient, "ben@example.org").await;
        let mut tx = db.write().await.unwrap();
        for n in 1..MOST_ASKED {
            ask_test(&mut tx, &ben, NOW.plus_seconds(n)).await.unwrap();
        }
        assert!(matches!(ask_test(&mut tx, &ben, NOW.plus_seconds(9)).await, Err(Error::Throttled(_))));
    }
}

#[tokio::test]
async fn a_notice_is_one_mail_outside_the_quiet_hours_for_who_wants_it() {
    for (db, _folder) in both().await {
        let anna = reachable(&db, AccountRole::Patient, "anna@example.org").await;
        let evening = Instant(NOW.0 + 7 * 3_600_000_000);
        let morning = Quiet::default().after(evening, "UTC");
        assert!(morning > evening);
        for _ in 0..3 {
            assert!(remind(&db, &anna, "window-1", evening, NOW).await);
        }
        assert!(due(&db, Instant(morning.0 - 1)).await.is_empty());
        let mail = one_due(&db, morning).await;
        assert_eq!(
            (mail.to.as_str(), mail.template, mail.code),
            ("anna@example.org", Template::Notice(Notice::SymptomCheckDue), None)
        );

        let mut tx = db.write().await.unwrap();
        let off = Wanted::default().with(Kind::SymptomCheck, Channels { mail: false, push: true });
        save_wanted(&mut tx, &anna, off, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!remind(&db, &anna, "window-2", NOW, NOW).await);
        assert!(
            matches!(one_fate(&db, morning.plus_seconds(2)).await, Fate::Drop),
            "what was planned before is not sent either"
        );
        assert!(!remind(&db, &somebody(&db, AccountRole::Patient).await, "1", NOW, NOW).await);
        assert_eq!(acts(&db, &anna).await, ["mail-code", "mail-address", "mail-choose"]);
    }
}

#[tokio::test]
async fn a_notice_whose_sending_failed_into_the_night_waits_for_the_morning_and_a_stale_one_is_dropped() {
    for (db, _folder) in both().await {
        let anna = reachable(&db, AccountRole::Patient, "anna@example.org").await;
        assert!(remind(&db, &anna, "1", NOW, NOW).await);
        let night = Instant(NOW.0 + 8 * 3_600_000_000);
        let Fate::Later(at) = one_fate(&db, night).await else { panic!("it is sent at night") };
        assert_eq!(at, Quiet::default().after(night, "UTC"));
        assert!(matches!(one_fate(&db, NOW.plus_seconds(super::STALE_SECONDS + 1)).await, Fate::Drop));
    }
}

#[tokio::test]
async fn the_mail_of_a_medicine_comes_at_night_unless_the_person_chose_otherwise() {
    for (db, _folder) in both().await {
        let anna = reachable(&db, AccountRole::Patient, "anna@example.org").await;
        let night = Instant(NOW.0 + 8 * 3_600_000_000);
        let plan = async || {
            let mut tx = db.write().await.unwrap();
            let (record, said) = (anna.record.unwrap(), Said::default());
            dose_waits(&mut tx, &anna, night).await;
            notify_person(&mut tx, record, Notice::MedicineDue, said, "1", night, night).await.unwrap();
            tx.commit().await.unwrap();
        };
        plan().await;
        assert_eq!(one_due(&db, night).await.template, Template::Notice(Notice::MedicineDue));
        let mut tx = db.write().await.unwrap();
        save_wanted(&mut tx, &anna, Wanted { quiet_medicines: true, ..Wanted::default() }, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(one_fate(&db, night.plus_seconds(2)).await, Fate::Later(_)));
    }
}

#[tokio::test]
async fn notices_of_an_account_have_a_limit_for_each_day() {
    for (db, _folder) in both().await {
        let anna = reachable(&db, AccountRole::Patient, "anna@example.org").await;
        for n in 0..MOST_NOTICES {
            assert!(remind(&db, &anna, &n.to_string(), NOW, NOW).await);
        }
        assert!(!remind(&db, &anna, "more", NOW, NOW).await);
        assert!(remind(&db, &anna, "more", NOW, NOW.plus_days(1)).await);
    }
}

#[tokio::test]
async fn the_next_contact_of_a_team_gets_one_mail_for_a_key_and_what_is_no_address_gets_none() {
    for (db, _folder) in both().await {
        let mut tx = db.write().await.unwrap();
        let mut notify = async |address: &str, key: &str| {
            notify_address(&mut tx, address, Notice::WorklistWaits, Said::default(), key, NOW, NOW).await.unwrap()
        };
        assert!(notify("Head@Clinic.example", "item:1").await);
        assert!(notify("Head@Clinic.example", "item:1").await);
        assert!(!notify("call the head nurse", "item:2").await);
        tx.commit().await.unwrap();
        let mail = one_due(&db, NOW.plus_days(3)).await;
        assert_eq!((mail.to.as_str(), mail.template), ("Head@clinic.example", Template::Notice(Notice::WorklistWaits)));
        assert_eq!((mail.language, mail.code), (None, None));
    }
}

#[tokio::test]
async fn the_members_of_a_team_who_want_it_get_a_notice_at_any_hour() {
    for (db, _folder) in both().await {
        let (ines, omar) = (
            reachable(&db, AccountRole::CareTeam, "ines@example.org").await,
            reachable(&db, AccountRole::CareTeam, "omar@example.org").await,
        );
        let silent = somebody(&db, AccountRole::CareTeam).await;
        let team = TeamId::new();
        let mut tx = db.write().await.unwrap();
        on_db!(tx, c => sqlx::query("INSERT INTO team (id, name, body) VALUES ($1, 'Day', '{}')")
            .bind(team.0).execute(c).await.map(|_| ()))
        .unwrap();
        for member in [&ines, &omar, &silent] {
            on_db!(tx, c => sqlx::query("INSERT INTO account_team (account, team) VALUES ($1, $2)")
                .bind(member.account.0).bind(team.0).execute(c).await.map(|_| ()))
            .unwrap();
        }
        let off = Wanted::default().with(Kind::Worklist, Channels { mail: false, push: true });
        save_wanted(&mut tx, &omar, off, NOW).await.unwrap();
        let night = Instant(NOW.0 + 8 * 3_600_000_000);
        let planned =
            notify_team(&mut tx, team, Notice::WorklistWaits, Said::default(), "item:1", night, NOW).await.unwrap();
        assert_eq!(planned, 1);
        tx.commit().await.unwrap();
        assert_eq!(one_due(&db, night).await.to.as_str(), "ines@example.org");
    }
}

#[tokio::test]
async fn who_removes_the_address_or_is_disabled_gets_nothing_more() {
    for (db, _folder) in both().await {
        let anna = reachable(&db, AccountRole::Patient, "anna@example.org").await;
        let ben = reachable(&db, AccountRole::Patient, "ben@example.org").await;
        for who in [&anna, &ben] {
            assert!(remind(&db, who, &who.account.to_string(), NOW, NOW).await);
        }
        let mut tx = db.write().await.unwrap();
        remove_address(&mut tx, &anna, NOW).await.unwrap();
        remove_address(&mut tx, &anna, NOW).await.unwrap();
        crate::account::store::disable(&mut tx, ben.account, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert!(due(&db, NOW).await.iter().all(|(_, fate)| matches!(fate, Fate::Drop)));
        assert!(!remind(&db, &anna, "x", NOW, NOW).await && !remind(&db, &ben, "y", NOW, NOW).await);
        assert_eq!(acts(&db, &anna).await, ["mail-code", "mail-address", "mail-remove"], "once");
        let mut tx = db.read().await.unwrap();
        assert_eq!(find_settings(&mut tx, anna.account).await.unwrap().address, None);
    }
}

#[tokio::test]
async fn a_test_says_what_became_of_it() {
    for (db, _folder) in both().await {
        let anna = somebody(&db, AccountRole::Patient).await;
        let mut tx = db.write().await.unwrap();
        assert_eq!(code_of_error(ask_test(&mut tx, &anna, NOW).await), FieldCode::Missing);
        drop(tx);
        let anna = reachable(&db, AccountRole::Patient, "anna@example.org").await;
        let mut tx = db.write().await.unwrap();
        ask_test(&mut tx, &anna, NOW).await.unwrap();
        tx.commit().await.unwrap();
        let mail = one_due(&db, NOW).await;
        assert_eq!(mail.template, Template::Test);
        let state = async |tx: &mut Tx| find_settings(tx, anna.account).await.unwrap().test.unwrap().state;
        let mut tx = db.write().await.unwrap();
        assert_eq!(state(&mut tx).await, TestState::Waiting);
        note_failure(&mut tx, mail.mail, "smtp-451").await.unwrap();
        assert_eq!(state(&mut tx).await, TestState::Failing);
        end(&mut tx, mail.mail, Ended::Refused, Some("smtp-550"), NOW).await.unwrap();
        assert_eq!(state(&mut tx).await, TestState::Refused);
        end(&mut tx, mail.mail, Ended::Sent, None, NOW).await.unwrap();
        assert_eq!(state(&mut tx).await, TestState::Sent(NOW));
        tx.commit().await.unwrap();
        let mut tx = db.read().await.unwrap();
        assert!(matches!(find_fate(&mut tx, &keys(), mail.mail, NOW).await.unwrap(), Fate::Drop), "not a second time");
        assert!(matches!(find_fate(&mut tx, &keys(), MailId::new(), NOW).await.unwrap(), Fate::Drop));
    }
}

#[tokio::test]
async fn addresses_whose_code_never_came_back_and_old_mails_are_forgotten() {
    for (db, _folder) in both().await {
        let anna = somebody(&db, AccountRole::Patient).await;
        asked(&db, &anna, "anna@example.org", NOW).await.unwrap();
        let rows = async |tx: &mut Tx| -> (i64, i64) {
            let asked = on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(asked) FROM reminder").fetch_one(c).await);
            let mails = on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM mail").fetch_one(c).await);
            (asked.unwrap(), mails.unwrap())
        };
        let mut tx = db.write().await.unwrap();
        delete_expired(&mut tx, NOW.plus_seconds(86_399)).await.unwrap();
        assert_eq!(rows(&mut tx).await, (1, 1));
        delete_expired(&mut tx, NOW.plus_days(1)).await.unwrap();
        assert_eq!(rows(&mut tx).await, (0, 1));
        delete_expired(&mut tx, NOW.plus_days(180)).await.unwrap();
        assert_eq!(rows(&mut tx).await, (0, 0));
    }
}

#[tokio::test]
async fn an_open_page_shows_once_what_came_since_and_only_what_its_person_wants_there() {
    use super::inbox::{Entry, list_told, open_notice};

    for (db, _folder) in both().await {
        let anna = somebody(&db, AccountRole::Patient).await;
        let tell = async |notice, key: &str, at: Instant| {
            let mut tx = db.write().await.unwrap();
            let said = Said { detail: Some("Tamoxifen"), url: Some("/records/x/medicines") };
            notify_person(&mut tx, anna.record.unwrap(), notice, said, key, at, NOW).await.unwrap();
            tx.commit().await.unwrap();
        };
        let told = async |wanted: Wanted, since: Instant, now: Instant| -> Vec<Entry> {
            let mut tx = db.read().await.unwrap();
            list_told(&mut tx, &anna, wanted, (since, Some("UTC")), now).await.unwrap()
        };
        let kinds = |told: &[Entry]| told.iter().filter_map(|one| one.notice).collect::<Vec<_>>();
        let (soon, hour) = (NOW.plus_seconds(60), NOW.plus_seconds(3_700));
        tell(Notice::MedicineDue, "dose", soon).await;
        let wanted = Wanted::default();
        assert!(told(wanted, NOW.plus_seconds(-60), NOW).await.is_empty(), "its time has not come");
        let found = told(wanted, NOW, soon).await;
        assert_eq!(kinds(&found), [Notice::MedicineDue]);
        assert!(told(wanted, soon, soon.plus_seconds(60)).await.is_empty(), "once");
        assert_eq!(kinds(&told(wanted, NOW, hour).await), [Notice::MedicineLate], "nobody is told to take it now");
        let hidden = wanted.with_in_page(Kind::Medicine, false);
        assert!(told(hidden, NOW, soon).await.is_empty());
        // Written down a moment after the page has asked for what was due then.
        tell(Notice::ResultsNew, "late", NOW.plus_seconds(-5)).await;
        assert_eq!(kinds(&told(hidden, NOW.plus_seconds(-2), NOW).await), [Notice::ResultsNew]);
        let asleep = Wanted { quiet: Quiet::new(14, 16).unwrap(), ..wanted };
        assert_eq!(
            kinds(&told(asleep, NOW, soon).await),
            [Notice::MedicineDue],
            "results wait for the end of quiet hours"
        );
        let other = somebody(&db, AccountRole::Patient).await;
        let mut tx = db.write().await.unwrap();
        assert!(list_told(&mut tx, &other, wanted, (NOW, None), soon).await.unwrap().is_empty());
        open_notice(&mut tx, &anna, found[0].id, soon).await.unwrap();
        tx.commit().await.unwrap();
        assert!(told(wanted, NOW, soon).await.is_empty(), "it was read");
    }
}
