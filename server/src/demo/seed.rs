//! Puts the demonstration people into an empty database: a clinic, teams, records, sign-ins.

use app::request::DemoPerson;
use domain::{
    access::{self, AccountRole, team},
    account::{
        Confirm, Name,
        enrol::{Choice, enrol},
        factor, letter,
        passphrase::Hasher,
        staff,
        store::{end_session, find_session, open_session},
        totp::Key,
    },
    db::Db,
    id::{AccountId, RecordId},
    record::{
        care::save_care,
        store::{Origin, get_or_create_sender},
    },
    results::{
        Kind,
        readiness::{Choice as Readiness, Days},
        store::start_looking,
        wait::save_choices,
    },
    secret::Keys,
    site::{Site, TeamBody, store as site_store},
    time::{Clock, Instant, PartialDate},
};
use jiff::civil::Date;
use serde_json::Value;

use super::{Life, diary, lives, medicines};
use crate::{command::Failure, import::import_file};

/// Who would rather wait, so that waiting results can be seen.
const CHOOSES: &str = "just-diagnosed";
/// What arrived in the last days is new to the person on their first visit.
const NEW_DAYS: i32 = 9;
pub(super) const ZONE: &str = "Europe/London";
const TEAM: &str = "Day clinic";
/// A team without the demonstration's nurse: whom it cares for, she does not find.
const OTHER_TEAM: &str = "Follow-up clinic";
const OTHER_TEAMS_PERSON: &str = "after-treatment";

/// Their sign-ins. Nobody outside a demonstration has a passphrase that is printed.
const PEOPLE: [(&str, &str, &str); 5] = [
    ("just-diagnosed", "hannah", "hannah finds a quiet harbour"),
    ("in-chemotherapy", "tomas", "tomas walks the olive orchard"),
    ("after-treatment", "etienne", "etienne mends the old bicycle"),
    ("advanced-cancer", "salma", "salma reads beneath the jasmine"),
    ("lifelong-record", "winifred", "winifred counts garden robins"),
];
/// As [`PEOPLE`], with what their code apps hold.
const STAFF: [(&str, &str, &[u8; Key::LENGTH], AccountRole, &str); 2] = [
    (
        "nurse",
        "nurse opens the morning round",
        b"nurse of daybooktown",
        AccountRole::CareTeam,
        "a nurse of the day clinic",
    ),
    (
        "admin",
        "admin keeps the lanterns lit",
        b"admin of daybooktown",
        AccountRole::Administrator,
        "the administrator of the programme",
    ),
];

/// Makes what is missing and says how to sign in. Refused where real people could be.
pub async fn seed(db: &Db, keys: &Keys, hasher: &Hasher, clock: &Clock) -> Result<Vec<DemoPerson>, Failure> {
    let now = clock.now();
    let mut tx = db.write().await?;
    let site = site_store::find_site(&mut tx).await?;
    let records = domain::record::store::list_for_operator(&mut tx).await?;
    let example: Site = serde_json::from_str(include_str!("../command/site.example.json"))?;
    if site.as_ref().is_some_and(|site| *site != example) || (site.is_none() && !records.is_empty()) {
        return Err(Failure::said("--demo needs an empty database or its own; this one holds something else"));
    }
    site_store::save_site(&mut tx, &example).await?;
    for team in [TEAM, OTHER_TEAM] {
        site_store::save_team(&mut tx, team, &TeamBody::default()).await?;
    }
    let origin = get_or_create_sender(&mut tx, "demonstration", now).await?;
    tx.commit().await?;
    let today = now.in_zone(ZONE).map_err(|cause| Failure::said(cause.to_string()))?.date();
    let lives = lives(today);
    let mut people = Vec::new();
    for (slug, name, passphrase) in PEOPLE {
        let Some(life) = lives.iter().find(|life| life.slug == slug) else { continue };
        people.push(DemoPerson {
            name: name.into(),
            passphrase: passphrase.into(),
            key: None,
            person: life.name.into(),
            about: life.stage.into(),
        });
        let came = if records.iter().any(|(_, known, _)| known.as_deref() == Some(life.name)) {
            None
        } else {
            eprintln!("daybook: writing the record of {}", life.name);
            Some(bring_to_life(db, keys, hasher, clock, &origin, life, today, (name, passphrase)).await?)
        };
        let mut tx = db.write().await?;
        let known = domain::record::store::list_for_operator(&mut tx).await?;
        let team = if slug == OTHER_TEAMS_PERSON { OTHER_TEAM } else { TEAM };
        if let Some((record, ..)) = known.iter().find(|(_, known, _)| known.as_deref() == Some(life.name)) {
            team::assign_record(&mut tx, *record, team, now).await?;
        }
        tx.commit().await?;
        if let Some((account, record)) = came {
            live(db, account, record, slug, &example, now).await?;
        }
    }
    for (name, passphrase, key, role, about) in STAFF {
        let key = Key::from_bytes(*key);
        people.push(DemoPerson {
            name: name.into(),
            passphrase: passphrase.into(),
            key: Some(key.clone()),
            person: String::new(),
            about: about.into(),
        });
        if records.is_empty() {
            hire(db, keys, hasher, (name, passphrase), &key, role, now).await?;
        }
    }
    Ok(people)
}

/// Does in Daybook what the person has done there, signed in as they are.
async fn live(
    db: &Db,
    account: AccountId,
    record: RecordId,
    slug: &str,
    site: &Site,
    now: Instant,
) -> Result<(), Failure> {
    let mut tx = db.write().await?;
    let session = open_session(&mut tx, account, "", now).await?;
    let signed_in = find_session(&mut tx, &session.token, now).await?;
    tx.commit().await?;
    let Some(caller) = signed_in.map(|signed_in| signed_in.caller) else { return Ok(()) };
    diary::write(db, &caller, record, slug, site, now).await?;
    medicines::write(db, &caller, record, slug, site, now).await?;
    let mut tx = db.write().await?;
    end_session(&mut tx, &session.token, now).await?;
    Ok(tx.commit().await?)
}

#[expect(clippy::too_many_arguments, reason = "each is one thing that a life needs")]
async fn bring_to_life(
    db: &Db,
    keys: &Keys,
    hasher: &Hasher,
    clock: &Clock,
    origin: &Origin,
    life: &Life,
    today: Date,
    sign_in: (&str, &str),
) -> Result<(AccountId, RecordId), Failure> {
    let now = clock.now();
    let since =
        today.checked_sub(jiff::Span::new().days(NEW_DAYS)).map_err(|cause| Failure::said(cause.to_string()))?;
    let before = bundle_before(&life.bundle, since);
    let record = take(db, origin, clock, &before).await?;
    let mut tx = db.write().await?;
    let letter = letter::create_invitation(&mut tx, keys, record, now).await?;
    tx.commit().await?;
    let born = PartialDate::day(
        life.birth_date.year(),
        life.birth_date.month().unsigned_abs(),
        life.birth_date.day().unsigned_abs(),
    );
    let account =
        open_account(db, keys, hasher, &letter.code, &Confirm::BirthDate(born), sign_in, life.language, now).await?;
    look(db, account, record, life, now).await?;
    if let Some(care) = &life.care {
        let mut tx = db.write().await?;
        let granted = access::act_by_itself::<access::Care>(&mut tx, record).await?;
        save_care(&mut tx, &granted, care, 0, now).await?;
        tx.commit().await?;
    }
    take(db, origin, clock, &life.bundle).await?;
    Ok((account, record))
}

/// The record as it was before a day, so that what came since can arrive as news.
fn bundle_before(bundle: &Value, day: Date) -> Value {
    let since = day.to_string();
    let recent = |entry: &Value| {
        let resource = &entry["resource"];
        let kind = resource["resourceType"].as_str().unwrap_or_default();
        // A report is news when it is written; the sample may be weeks old.
        let when = resource["issued"].as_str();
        let when = when
            .or_else(|| resource["effectiveDateTime"].as_str())
            .or_else(|| resource["effectivePeriod"]["start"].as_str());
        matches!(kind, "Observation" | "DiagnosticReport") && when.is_some_and(|when| when >= since.as_str())
    };
    let mut before = bundle.clone();
    if let Some(entries) = before["entry"].as_array_mut() {
        entries.retain(|entry| !recent(entry));
    }
    before
}

async fn take(db: &Db, origin: &Origin, clock: &Clock, bundle: &Value) -> Result<RecordId, Failure> {
    let file = tempfile::NamedTempFile::new()?;
    serde_json::to_writer(std::io::BufWriter::new(file.as_file()), bundle)?;
    let outcome = import_file(db, origin, ZONE, file.path(), clock, |_, _| ()).await;
    if let Some(refused) = outcome.refused().next() {
        return Err(Failure::said(format!("a demonstration record was refused: {}: {}", refused.place, refused.why)));
    }
    outcome.record.ok_or_else(|| Failure::said("a demonstration record was refused"))
}

#[expect(clippy::too_many_arguments, reason = "each is one thing that a sign-in needs")]
async fn open_account(
    db: &Db,
    keys: &Keys,
    hasher: &Hasher,
    code: &str,
    confirm: &Confirm,
    (name, passphrase): (&str, &str),
    language: &str,
    now: Instant,
) -> Result<AccountId, Failure> {
    let ticket = letter::check_code(db, keys, code, confirm, "127.0.0.1", now).await?;
    let choice = Choice::new(name, passphrase, language, ZONE)?;
    Ok(enrol(db, keys, hasher, &ticket, &choice, now).await?)
}

/// They look for the first time, and choose when what comes later opens.
async fn look(db: &Db, account: AccountId, record: RecordId, life: &Life, now: Instant) -> Result<(), Failure> {
    let mut tx = db.write().await?;
    let session = open_session(&mut tx, account, "", now).await?;
    if let Some(signed_in) = find_session(&mut tx, &session.token, now).await? {
        tx.commit().await?;
        let mut tx = db.read().await?;
        let granted = domain::access::view::<domain::access::Results>(&mut tx, &signed_in.caller, record, now).await?;
        drop(tx);
        let mut tx = db.write().await?;
        start_looking(&mut tx, &granted).await?;
        if life.slug == CHOOSES {
            let granted = domain::access::choose(&mut tx, &signed_in.caller, record).await?;
            save_choices(&mut tx, &granted, &choices()?, now).await?;
        }
        domain::account::store::end_session(&mut tx, &session.token, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Scans after some days; tissue and genes when the team has commented.
fn choices() -> Result<[(Kind, Readiness); 3], Failure> {
    let days = Days::try_from(5).map_err(|cause| Failure::said(cause.to_string()))?;
    Ok([
        (Kind::Imaging, Readiness::AfterDays(days)),
        (Kind::Pathology, Readiness::AfterComment),
        (Kind::Genetics, Readiness::AfterComment),
    ])
}

async fn hire(
    db: &Db,
    keys: &Keys,
    hasher: &Hasher,
    sign_in: (&str, &str),
    key: &Key,
    role: AccountRole,
    now: Instant,
) -> Result<(), Failure> {
    let name = Name::new(sign_in.0).map_err(|code| Failure::said(format!("{code:?}")))?;
    let mut tx = db.write().await?;
    let hired = staff::add_staff(&mut tx, keys, &name, role, &[TEAM.to_owned()], now).await?;
    tx.commit().await?;
    let confirm = Confirm::Number(hired.number);
    let account = open_account(db, keys, hasher, &hired.letter.code, &confirm, sign_in, "en", now).await?;
    let mut tx = db.write().await?;
    factor::keep_key(&mut tx, keys, account, key, 0, now).await?;
    Ok(tx.commit().await?)
}
