use super::*;
use crate::{
    access::{AccountRole, fresh_factor},
    account::{
        CODE_TICKET_SECONDS, PROPOSAL_SECONDS,
        factor::{self, SecondStep, Shown},
        staff, step_up, store,
        totp::Key,
    },
};

const KEY: Key = Key::from_bytes(*b"a key for tests only");
/// Half a minute.
const STEP: i64 = 30;

impl Daybook {
    /// Someone with a code app and recovery codes, in a session that has shown it.
    async fn with_app(&self, name: &str) -> (AccountId, Vec<String>) {
        let (account, _) = self.a_patient(name).await;
        let token = self.sign_in(name, PASSPHRASE, NOW).await.unwrap().token;
        let signed_in = self.session(&token, NOW).await.unwrap();
        let mut tx = self.db.write().await.unwrap();
        factor::keep_key(&mut tx, &self.keys, account, &KEY, 0, NOW).await.unwrap();
        factor::mark_session(&mut tx, signed_in.caller.session, NOW).await.unwrap();
        tx.commit().await.unwrap();
        let caller = self.session(&token, NOW).await.unwrap().caller;
        let mut tx = self.db.write().await.unwrap();
        let codes = factor::renew_codes(&mut tx, &self.keys, &caller, NOW).await.unwrap();
        tx.commit().await.unwrap();
        (account, codes)
    }

    async fn ticket(&self, name: &str, now: Instant) -> String {
        match self.enter(WARD, name, PASSPHRASE, now).await.unwrap() {
            Entered::CodeNeeded(ticket) => ticket,
            Entered::Session(_) => panic!("no code is asked for"),
        }
    }

    async fn second(&self, ticket: &str, code: &str, now: Instant) -> Result<(NewSession, Shown)> {
        let step = SecondStep { ticket, code, address: WARD, device: "Firefox on Android" };
        factor::sign_in(&self.db, &self.keys, &step, now).await
    }

    async fn status(&self, account: AccountId) -> factor::Status {
        factor::find_status(&mut self.db.read().await.unwrap(), account).await.unwrap()
    }

    async fn set_up(&self, token: &str, now: Instant) -> Result<(NewSession, Vec<String>)> {
        let signed_in = self.session(token, now).await.unwrap();
        let proposal = factor::propose(&self.keys, signed_in.caller.account, now).unwrap();
        let code = proposal.key.code(now).unwrap();
        factor::set_up(&self.db, &self.keys, &signed_in, &proposal.sealed, &code, now).await
    }
}

fn code(now: Instant) -> String {
    KEY.code(now).unwrap()
}

/// Not the code of this moment or of one next to it.
fn wrong(now: Instant) -> String {
    let right: Vec<String> = [-STEP, 0, STEP].iter().map(|s| code(now.plus_seconds(*s))).collect();
    (0..10).map(|n| format!("{n:06}")).find(|wrong| !right.contains(wrong)).unwrap()
}

#[tokio::test]
async fn with_an_app_the_passphrase_alone_opens_nothing_and_a_code_opens_once() {
    for d in daybooks().await {
        d.with_app("Anna").await;
        let ticket = d.ticket("Anna", NOW).await;
        let (session, shown) = d.second(&ticket, &code(NOW), NOW).await.unwrap();
        assert_eq!(shown, Shown::App);
        assert!(d.session(&session.token, NOW).await.unwrap().caller.second_factor);
        // The ticket is used up, and so is the code.
        assert_eq!(refusal(d.second(&ticket, &code(NOW), NOW).await), no("totp", FieldCode::Expired));
        let ticket = d.ticket("Anna", NOW).await;
        assert_eq!(refusal(d.second(&ticket, &code(NOW), NOW).await), no("totp", FieldCode::NoMatch));
        // Nor does an earlier one open after it.
        let before = code(NOW.plus_seconds(-STEP));
        assert_eq!(refusal(d.second(&ticket, &before, NOW).await), no("totp", FieldCode::NoMatch));
        let later = NOW.plus_seconds(STEP);
        d.second(&ticket, &code(later), later).await.unwrap();
    }
}

#[tokio::test]
async fn a_phone_may_be_half_a_minute_fast_or_slow() {
    for d in daybooks().await {
        d.with_app("Anna").await;
        for (minutes, off, opens) in [(0, -STEP, true), (5, STEP, true), (10, -3 * STEP, false), (15, 3 * STEP, false)]
        {
            let now = NOW.plus_seconds(minutes * 60);
            let ticket = d.ticket("Anna", now).await;
            let tried = d.second(&ticket, &code(now.plus_seconds(off)), now).await;
            assert_eq!(tried.is_ok(), opens, "{off} s");
        }
    }
}

#[tokio::test]
async fn a_ticket_holds_for_five_minutes() {
    for d in daybooks().await {
        d.with_app("Anna").await;
        let ticket = d.ticket("Anna", NOW).await;
        let last = NOW.plus_seconds(CODE_TICKET_SECONDS - 1);
        assert!(factor::find_ticket(&mut d.db.read().await.unwrap(), &ticket, last).await.unwrap().is_some());
        let over = NOW.plus_seconds(CODE_TICKET_SECONDS);
        assert_eq!(refusal(d.second(&ticket, &code(over), over).await), no("totp", FieldCode::Expired));
        assert_eq!(refusal(d.second("made up", &code(over), over).await), no("totp", FieldCode::Expired));
    }
}

#[tokio::test]
async fn a_recovery_code_opens_once_however_it_is_typed_and_only_its_account() {
    for d in daybooks().await {
        let (anna, codes) = d.with_app("Anna").await;
        let (_, hers) = d.with_app("Berta").await;
        assert_eq!(codes.len(), 10);
        let typed = format!(" {}-{}-{} ", &codes[3][..4], &codes[3][4..8].to_lowercase(), &codes[3][8..]);
        let ticket = d.ticket("Anna", NOW).await;
        assert_eq!(refusal(d.second(&ticket, &hers[0], NOW).await), no("totp", FieldCode::NoMatch));
        let (session, shown) = d.second(&ticket, &typed, NOW).await.unwrap();
        assert_eq!(shown, Shown::Recovery);
        assert!(d.session(&session.token, NOW).await.unwrap().caller.second_factor);
        let status = d.status(anna).await;
        assert_eq!((status.codes_left, status.code_used), (9, Some(NOW)));
        let ticket = d.ticket("Anna", NOW).await;
        assert_eq!(refusal(d.second(&ticket, &codes[3], NOW).await), no("totp", FieldCode::NoMatch));
        assert!(d.audited(anna).await.contains(&"recovery-code".to_owned()));
    }
}

#[tokio::test]
async fn wrong_codes_slow_down_whichever_ticket_they_come_with_and_a_right_one_clears_them() {
    for d in daybooks().await {
        let (_, codes) = d.with_app("Anna").await;
        for _ in 0..5 {
            let ticket = d.ticket("Anna", NOW).await;
            assert_eq!(refusal(d.second(&ticket, &wrong(NOW), NOW).await), no("totp", FieldCode::NoMatch));
        }
        let ticket = d.ticket("Anna", NOW).await;
        for right in [&code(NOW), &codes[0]] {
            assert!(matches!(d.second(&ticket, right, NOW).await, Err(Error::Throttled(1))));
        }
        let second = NOW.plus_seconds(1);
        d.second(&ticket, &code(second), second).await.unwrap();
        let ticket = d.ticket("Anna", second).await;
        for _ in 0..5 {
            let tried = d.second(&ticket, &wrong(second), second).await;
            assert_eq!(refusal(tried), no("totp", FieldCode::NoMatch), "the count was not cleared");
        }
    }
}

#[tokio::test]
async fn a_hundred_wrong_codes_close_the_app_and_not_the_recovery_codes() {
    for d in daybooks().await {
        let (_, codes) = d.with_app("Anna").await;
        let mut now = NOW;
        for n in 0..100 {
            now = now.plus_days(2);
            let ticket = d.ticket("Anna", now).await;
            assert_eq!(refusal(d.second(&ticket, &wrong(now), now).await), no("totp", FieldCode::NoMatch), "{n}");
        }
        now = now.plus_days(2);
        let ticket = d.ticket("Anna", now).await;
        assert_eq!(refusal(d.second(&ticket, &code(now), now).await), no("totp", FieldCode::NoMatch));
        d.second(&ticket, &codes[0], now).await.unwrap();
    }
}

#[tokio::test]
async fn a_key_is_taken_into_use_by_one_of_its_codes_and_only_by_whom_it_was_made_for() {
    for d in daybooks().await {
        let (anna, _) = d.a_patient("Anna").await;
        let (berta, _) = d.a_patient("Berta").await;
        let token = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap().token;
        let signed_in = d.session(&token, NOW).await.unwrap();
        let try_with = async |sealed: &str, code: &str, now: Instant| {
            factor::set_up(&d.db, &d.keys, &signed_in, sealed, code, now).await
        };
        let hers = factor::propose(&d.keys, berta, NOW).unwrap();
        let code = hers.key.code(NOW).unwrap();
        assert_eq!(refusal(try_with(&hers.sealed, &code, NOW).await), no("key", FieldCode::Expired));

        let proposal = factor::propose(&d.keys, anna, NOW).unwrap();
        let over = NOW.plus_seconds(PROPOSAL_SECONDS);
        assert!(factor::read_proposal(&d.keys, anna, &proposal.sealed, over).is_none());
        let again = factor::read_proposal(&d.keys, anna, &proposal.sealed, over.plus_seconds(-1)).unwrap();
        assert_eq!(again.key, proposal.key);
        let other = factor::propose(&d.keys, anna, NOW).unwrap().key.code(NOW).unwrap();
        assert_eq!(refusal(try_with(&proposal.sealed, &other, NOW).await), no("totp", FieldCode::NoMatch));
        assert_eq!(d.status(anna).await, factor::Status::default());

        let code = proposal.key.code(NOW).unwrap();
        let (session, codes) = try_with(&proposal.sealed, &code, NOW).await.unwrap();
        assert_eq!(codes.len(), 10);
        assert!(d.session(&token, NOW).await.is_none(), "the old token still opens");
        assert!(d.session(&session.token, NOW).await.unwrap().caller.second_factor);
        assert_eq!(d.status(anna).await.since, Some(NOW));
        // The code that took it into use is used.
        let ticket = d.ticket("Anna", NOW).await;
        assert_eq!(refusal(d.second(&ticket, &code, NOW).await), no("totp", FieldCode::NoMatch));
        assert!(d.audited(anna).await.contains(&"factor-on".to_owned()));
    }
}

#[tokio::test]
async fn what_changes_a_factor_needs_a_fresh_one_and_the_app_where_there_is_one() {
    for d in daybooks().await {
        let (account, _) = d.a_patient("Anna").await;
        let here = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap().token;
        let there = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap().token;
        let late = NOW.plus_seconds(600);
        assert!(matches!(d.set_up(&here, late).await, Err(Error::FactorNeeded)));
        let here = d.set_up(&here, NOW).await.unwrap().0.token;
        // Fresh, but of the passphrase only.
        assert!(matches!(d.set_up(&there, NOW).await, Err(Error::FactorNeeded)));
        let stale = d.session(&here, late).await.unwrap().caller;
        let mut tx = d.db.write().await.unwrap();
        assert!(matches!(factor::turn_off(&mut tx, &stale, late).await, Err(Error::FactorNeeded)));
        assert!(matches!(factor::renew_codes(&mut tx, &d.keys, &stale, late).await, Err(Error::FactorNeeded)));
        factor::turn_off(&mut tx, &d.session(&here, NOW).await.unwrap().caller, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(d.status(account).await, factor::Status::default());
        d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap();
    }
}

#[tokio::test]
async fn new_recovery_codes_take_the_place_of_the_old() {
    for d in daybooks().await {
        let (_, old) = d.with_app("Anna").await;
        let (session, _) = d.second(&d.ticket("Anna", NOW).await, &code(NOW), NOW).await.unwrap();
        let caller = d.session(&session.token, NOW).await.unwrap().caller;
        let mut tx = d.db.write().await.unwrap();
        let new = factor::renew_codes(&mut tx, &d.keys, &caller, NOW).await.unwrap();
        tx.commit().await.unwrap();
        let ticket = d.ticket("Anna", NOW).await;
        assert_eq!(refusal(d.second(&ticket, &old[0], NOW).await), no("totp", FieldCode::NoMatch));
        d.second(&ticket, &new[0], NOW).await.unwrap();
    }
}

#[tokio::test]
async fn who_has_an_app_steps_up_with_a_code_and_not_with_the_passphrase() {
    for d in daybooks().await {
        d.with_app("Anna").await;
        let (session, _) = d.second(&d.ticket("Anna", NOW).await, &code(NOW), NOW).await.unwrap();
        let late = NOW.plus_seconds(600);
        let signed_in = d.session(&session.token, late).await.unwrap();
        assert!(fresh_factor(&signed_in.caller, late).is_err());
        let passphrase = Passphrase::typed(PASSPHRASE);
        let tried = step_up::with_passphrase(&d.db, &d.keys, &d.hasher, &signed_in, &passphrase, WARD, late).await;
        assert_eq!(refusal(tried), no("totp", FieldCode::Missing));
        let (again, _) = step_up::with_code(&d.db, &d.keys, &signed_in, &code(late), WARD, late).await.unwrap();
        fresh_factor(&d.session(&again.token, late).await.unwrap().caller, late).unwrap();
    }
}

#[tokio::test]
async fn a_new_letter_voids_the_factor_of_a_patient_and_keeps_that_of_staff() {
    for d in daybooks().await {
        for role in [AccountRole::Patient, AccountRole::CareTeam] {
            let (account, record) = d.a_patient(role.code()).await;
            let mut tx = d.db.write().await.unwrap();
            factor::keep_key(&mut tx, &d.keys, account, &KEY, 0, NOW).await.unwrap();
            tx.commit().await.unwrap();
            let letter = d.letter(record, NOW).await.unwrap();
            let ticket = d.check(&letter.code, BORN, NOW).await.unwrap();
            let mut tx = d.db.write().await.unwrap();
            on_db!(tx, c => sqlx::query("UPDATE account SET role = $2 WHERE id = $1")
                .bind(account.0).bind(role.code()).execute(c).await.map(|_| ()))
            .unwrap();
            tx.commit().await.unwrap();
            d.enrol(&ticket, role.code(), NOW).await.unwrap();
            assert_eq!(d.status(account).await.since.is_none(), role == AccountRole::Patient);
        }
    }
}

#[tokio::test]
async fn a_lost_phone_of_staff_is_forgotten_and_their_sessions_end() {
    for d in daybooks().await {
        let hired = d.hire("Ines", AccountRole::CareTeam, &[]).await.unwrap();
        let ticket = d.confirm(&hired.letter.code, &hired.number).await.unwrap();
        let account = d.enrol(&ticket, "Ines", NOW).await.unwrap();
        let token = d.sign_in("Ines", PASSPHRASE, NOW).await.unwrap().token;
        assert!(d.session(&token, NOW).await.unwrap().caller.lacks_factor());
        let token = d.set_up(&token, NOW).await.unwrap().0.token;
        let caller = d.session(&token, NOW).await.unwrap().caller;
        assert!(!caller.lacks_factor());
        let mut tx = d.db.write().await.unwrap();
        assert!(matches!(factor::turn_off(&mut tx, &caller, NOW).await, Err(Error::NotFound)), "staff need one");
        let found = staff::find_staff(&mut tx, &Name::new("ines").unwrap()).await.unwrap();
        staff::reset_factor(&mut tx, found, NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert!(d.session(&token, NOW).await.is_none());
        assert_eq!(d.status(account).await, factor::Status::default());
        d.sign_in("Ines", PASSPHRASE, NOW).await.unwrap();
        assert!(d.audited(account).await.contains(&"reset-factor".to_owned()));
    }
}

#[tokio::test]
async fn a_closed_account_opens_again_with_what_it_had() {
    for d in daybooks().await {
        let (account, _) = d.a_patient("Anna").await;
        let mut tx = d.db.write().await.unwrap();
        store::disable(&mut tx, account, NOW).await.unwrap();
        store::enable(&mut tx, account, NOW).await.unwrap();
        tx.commit().await.unwrap();
        d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap();
        assert_eq!(d.audited(account).await[2..4], ["disable", "enable"]);
    }
}
