//! The way of a person through letters, enrolment and sign-in, on both databases.

mod draft;
mod enrol;
mod factor;
mod letter;
mod session;
mod sign_in;
mod staff;
mod step_up;

use super::{
    Confirm, Name, Passphrase,
    enrol::Choice,
    letter::Letter,
    passphrase::{Hasher, Params},
    store::{Entered, NewSession, SignIn, SignedIn},
};
use crate::{
    Error, FieldCode, Result,
    db::{Db, on_db, tests::both},
    id::{AccountId, RecordId},
    secret::Keys,
    time::{Instant, PartialDate},
};

const NOW: Instant = Instant(1_790_000_000_000_000);
const BORN: &str = "1970-03-09";
const PASSPHRASE: &str = "the quiet kettle sings at noon";
const WARD: &str = "192.0.2.7";

/// An empty Daybook on one of the databases.
struct Daybook {
    db: Db,
    keys: Keys,
    hasher: Hasher,
    _folder: Option<tempfile::TempDir>,
}

async fn daybooks() -> Vec<Daybook> {
    both()
        .await
        .into_iter()
        .map(|(db, folder)| Daybook {
            db,
            keys: Keys::new([7; 32]),
            hasher: Hasher::new(Params::QUICK_FOR_TESTS, 2).unwrap(),
            _folder: folder,
        })
        .collect()
}

impl Daybook {
    async fn a_record(&self, birth_date: Option<&str>, deceased: bool) -> RecordId {
        let id = RecordId::new();
        let mut tx = self.db.write().await.unwrap();
        on_db!(tx, c => sqlx::query(
            "INSERT INTO record (id, name, birth_date, deceased, published_no, created_at) VALUES ($1, 'Anna Weber', $2, $3, 0, 0)",
        )
        .bind(id.0).bind(birth_date).bind(deceased).execute(c).await.map(|_| ()))
        .unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn letter(&self, record: RecordId, now: Instant) -> Result<Letter> {
        let mut tx = self.db.write().await.unwrap();
        let letter = super::letter::create_invitation(&mut tx, &self.keys, record, now).await?;
        tx.commit().await?;
        Ok(letter)
    }

    async fn check(&self, code: &str, born: &str, now: Instant) -> Result<String> {
        let confirm = Confirm::BirthDate(born.parse::<PartialDate>().unwrap());
        super::letter::check_code(&self.db, &self.keys, code, &confirm, WARD, now).await
    }

    async fn enrol(&self, ticket: &str, name: &str, now: Instant) -> Result<AccountId> {
        let choice = Choice::new(name, PASSPHRASE, "en", "Europe/Paris").unwrap();
        super::enrol::enrol(&self.db, &self.keys, &self.hasher, ticket, &choice, now).await
    }

    /// Someone with a record of their own who can sign in.
    async fn a_patient(&self, name: &str) -> (AccountId, RecordId) {
        let record = self.a_record(Some(BORN), false).await;
        let code = self.letter(record, NOW).await.unwrap().code;
        let ticket = self.check(&code, BORN, NOW).await.unwrap();
        (self.enrol(&ticket, name, NOW).await.unwrap(), record)
    }

    async fn sign_in(&self, name: &str, passphrase: &str, now: Instant) -> Result<NewSession> {
        self.sign_in_from(WARD, name, passphrase, now).await
    }

    async fn sign_in_from(&self, address: &str, name: &str, passphrase: &str, now: Instant) -> Result<NewSession> {
        match self.enter(address, name, passphrase, now).await? {
            Entered::Session(session) => Ok(session),
            Entered::CodeNeeded(_) => panic!("a code is asked for"),
        }
    }

    async fn enter(&self, address: &str, name: &str, passphrase: &str, now: Instant) -> Result<Entered> {
        let passphrase = Passphrase::typed(passphrase);
        let attempt = SignIn { name, passphrase: &passphrase, address, device: "Firefox on Android" };
        super::store::sign_in(&self.db, &self.keys, &self.hasher, &attempt, now).await
    }

    async fn session(&self, token: &str, now: Instant) -> Option<SignedIn> {
        super::store::find_session(&mut self.db.read().await.unwrap(), token, now).await.unwrap()
    }

    async fn disable(&self, account: AccountId) {
        let mut tx = self.db.write().await.unwrap();
        on_db!(tx, c => sqlx::query("UPDATE account SET disabled_at = 1 WHERE id = $1")
            .bind(account.0).execute(c).await.map(|_| ()))
        .unwrap();
        tx.commit().await.unwrap();
    }

    async fn audited(&self, account: AccountId) -> Vec<String> {
        let mut tx = self.db.read().await.unwrap();
        on_db!(tx, c => sqlx::query_scalar("SELECT act FROM audit WHERE account = $1 ORDER BY id")
            .bind(account.0).fetch_all(c).await)
        .unwrap()
    }
}

/// The field and the code of a refusal with one field.
fn refusal<T>(answer: Result<T>) -> (String, FieldCode) {
    match answer {
        Err(Error::Invalid(fields)) if fields.len() == 1 => (fields[0].name.clone(), fields[0].code),
        Err(other) => panic!("another error: {other:?}"),
        Ok(_) => panic!("no error"),
    }
}

fn no(field: &str, code: FieldCode) -> (String, FieldCode) {
    (field.to_owned(), code)
}
