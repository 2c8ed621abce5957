use super::*;
use crate::{
    access::{AccountRole, Caller},
    account::{limits, store},
    id::SessionId,
};

impl Daybook {
    /// Someone of each role, with a session.
    pub(super) async fn one_of(&self, role: AccountRole) -> NewSession {
        let (account, _) = self.a_patient(role.code()).await;
        let mut tx = self.db.write().await.unwrap();
        on_db!(tx, c => sqlx::query("UPDATE account SET role = $2 WHERE id = $1")
            .bind(account.0).bind(role.code()).execute(c).await.map(|_| ()))
        .unwrap();
        let session = store::open_session(&mut tx, account, "Firefox", NOW).await.unwrap();
        tx.commit().await.unwrap();
        session
    }

    async fn touch(&self, token: &str, now: Instant) {
        let signed_in = self.session(token, now).await.unwrap();
        store::touch_session(&self.db, &signed_in, now).await.unwrap();
    }

    async fn list(&self, caller: &Caller, now: Instant) -> Vec<SessionId> {
        let rows = store::list_sessions(&mut self.db.read().await.unwrap(), caller, now).await.unwrap();
        rows.into_iter().map(|row| row.id).collect()
    }
}

const ROLES: [AccountRole; 3] = [AccountRole::Patient, AccountRole::CareTeam, AccountRole::Administrator];

#[tokio::test]
async fn a_session_ends_when_nobody_was_there_as_long_as_its_role_allows() {
    for d in daybooks().await {
        for role in ROLES {
            let token = d.one_of(role).await.token;
            let idle = limits(role).idle;
            let found = d.session(&token, NOW.plus_seconds(idle - 1)).await.unwrap();
            assert_eq!(found.caller.role, role);
            assert_eq!(found.idle_until, NOW.plus_seconds(idle));
            assert!(d.session(&token, NOW.plus_seconds(idle)).await.is_none());
        }
    }
}

#[tokio::test]
async fn a_session_ends_however_busy_someone_is() {
    for d in daybooks().await {
        for role in ROLES {
            let session = d.one_of(role).await;
            let limits = limits(role);
            let end = NOW.plus_seconds(limits.at_most);
            assert_eq!(session.until, end);
            let mut now = NOW;
            while now.plus_seconds(limits.idle / 2) < end {
                now = now.plus_seconds(limits.idle / 2);
                d.touch(&session.token, now).await;
            }
            assert!(d.session(&session.token, end.plus_seconds(-1)).await.is_some());
            assert!(d.session(&session.token, end).await.is_none());
        }
    }
}

#[tokio::test]
async fn presence_is_written_at_most_once_a_minute() {
    for d in daybooks().await {
        let token = d.one_of(AccountRole::Patient).await.token;
        d.touch(&token, NOW.plus_seconds(59)).await;
        let idle_until = async || d.session(&token, NOW.plus_seconds(61)).await.unwrap().idle_until;
        assert_eq!(idle_until().await, NOW.plus_seconds(1800));
        d.touch(&token, NOW.plus_seconds(60)).await;
        assert_eq!(idle_until().await, NOW.plus_seconds(1860));
    }
}

#[tokio::test]
async fn a_session_ended_elsewhere_ends_at_once() {
    for d in daybooks().await {
        let (account, _) = d.a_patient("Anna").await;
        let here = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap();
        let there = d.sign_in("Anna", PASSPHRASE, NOW.plus_seconds(1)).await.unwrap();
        let now = NOW.plus_seconds(2);
        let caller = d.session(&here.token, now).await.unwrap().caller;
        assert_eq!(d.list(&caller, now).await, [there.session, here.session]);

        let mut tx = d.db.write().await.unwrap();
        store::end_other_session(&mut tx, &caller, there.session, now).await.unwrap();
        let twice = store::end_other_session(&mut tx, &caller, there.session, now).await;
        assert!(matches!(twice, Err(Error::NotFound)));
        tx.commit().await.unwrap();
        assert!(d.session(&there.token, now).await.is_none());
        assert_eq!(d.list(&caller, now).await, [here.session]);
        assert_eq!(d.audited(account).await.last().unwrap(), "end-session");
    }
}

#[tokio::test]
async fn a_device_that_keeps_a_copy_can_be_ended_also_when_nobody_has_used_it_for_long() {
    for d in daybooks().await {
        d.a_patient("Anna").await;
        let lost = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap();
        let idle = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap();
        let keeper = d.session(&lost.token, NOW).await.unwrap().caller;
        let mut tx = d.db.write().await.unwrap();
        crate::devices::store::save_kept(&mut tx, &keeper, NOW).await.unwrap();
        tx.commit().await.unwrap();

        let now = NOW.plus_seconds(5 * 3_600);
        let here = d.sign_in("Anna", PASSPHRASE, now).await.unwrap();
        let caller = d.session(&here.token, now).await.unwrap().caller;
        assert_eq!(d.list(&caller, now).await, [here.session, lost.session]);
        assert_ne!(idle.session, lost.session, "what keeps nothing and was idle is over");
        let mut tx = d.db.write().await.unwrap();
        store::end_other_session(&mut tx, &caller, lost.session, now).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(d.list(&caller, now).await, [here.session]);
    }
}

#[tokio::test]
async fn nobody_sees_or_ends_someone_else_s_session() {
    for d in daybooks().await {
        d.a_patient("Anna").await;
        d.a_patient("Berta").await;
        let anna = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap();
        let berta = d.sign_in("Berta", PASSPHRASE, NOW).await.unwrap();
        let caller = d.session(&anna.token, NOW).await.unwrap().caller;
        assert_eq!(d.list(&caller, NOW).await, [anna.session]);
        let mut tx = d.db.write().await.unwrap();
        for session in [berta.session, SessionId::new()] {
            let ended = store::end_other_session(&mut tx, &caller, session, NOW).await;
            assert!(matches!(ended, Err(Error::NotFound)));
        }
        tx.commit().await.unwrap();
        assert!(d.session(&berta.token, NOW).await.is_some());
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_also_one_that_was_idle() {
    for d in daybooks().await {
        let (account, _) = d.a_patient("Anna").await;
        let session = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap();
        let mut tx = d.db.write().await.unwrap();
        for token in [session.token.as_str(), session.token.as_str(), "nonsense"] {
            store::end_session(&mut tx, token, NOW.plus_seconds(3600)).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert!(d.session(&session.token, NOW).await.is_none());
        assert_eq!(d.audited(account).await, ["letter", "enrol", "sign-in", "sign-out"]);
        let owner = store::find_owner(&mut d.db.read().await.unwrap(), &session.token).await.unwrap();
        assert_eq!(owner, Some(account));
    }
}

#[tokio::test]
async fn a_token_is_kept_only_as_its_hash() {
    for d in daybooks().await {
        d.a_patient("Anna").await;
        let token = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap().token;
        assert_eq!(token.len(), 64);
        let mut tx = d.db.read().await.unwrap();
        let kept: Vec<u8> =
            on_db!(tx, c => sqlx::query_scalar("SELECT token FROM session").fetch_one(c).await).unwrap();
        assert_eq!(kept, crate::secret::sha256(token.as_bytes()));
        assert!(d.session(&crate::secret::hex(&kept), NOW).await.is_none());
        assert!(d.session("", NOW).await.is_none());
    }
}

#[tokio::test]
async fn a_language_is_kept_with_the_account() {
    for d in daybooks().await {
        d.a_patient("Anna").await;
        let session = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap();
        let caller = d.session(&session.token, NOW).await.unwrap().caller;
        let mut tx = d.db.write().await.unwrap();
        store::set_language(&mut tx, &caller, "pt-BR").await.unwrap();
        for wrong in ["", "x", "en_US", "en--US", "<b>"] {
            let set = store::set_language(&mut tx, &caller, wrong).await;
            assert_eq!(refusal(set), no("language", FieldCode::NotAChoice));
        }
        tx.commit().await.unwrap();
        assert_eq!(d.session(&session.token, NOW).await.unwrap().language.as_deref(), Some("pt-BR"));
    }
}

#[tokio::test]
async fn sessions_long_over_are_dropped() {
    for d in daybooks().await {
        d.a_patient("Anna").await;
        let token = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap().token;
        for (now, there) in [(NOW.plus_days(90).plus_seconds(-1), true), (NOW.plus_days(90), false)] {
            let mut tx = d.db.write().await.unwrap();
            store::delete_expired(&mut tx, now).await.unwrap();
            assert_eq!(store::find_owner(&mut tx, &token).await.unwrap().is_some(), there);
            tx.commit().await.unwrap();
        }
    }
}
