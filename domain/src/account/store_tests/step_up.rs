use super::*;
use crate::{
    access::{AccountRole, fresh_factor},
    account::{limits, step_up},
};

impl Daybook {
    async fn step_up(&self, token: &str, passphrase: &str, now: Instant) -> Result<NewSession> {
        let signed_in = self.session(token, now).await.ok_or(Error::SignedOut)?;
        let passphrase = Passphrase::typed(passphrase);
        step_up::with_passphrase(&self.db, &self.keys, &self.hasher, &signed_in, &passphrase, WARD, now).await
    }
}

#[tokio::test]
async fn a_factor_is_fresh_as_long_as_the_role_allows() {
    for d in daybooks().await {
        for role in [AccountRole::Patient, AccountRole::CareTeam, AccountRole::Administrator] {
            let token = d.one_of(role).await.token;
            let over = NOW.plus_seconds(limits(role).step_up);
            let caller = d.session(&token, over).await.unwrap().caller;
            fresh_factor(&caller, over.plus_seconds(-1)).unwrap();
            assert!(matches!(fresh_factor(&caller, over), Err(Error::FactorNeeded)));

            let again = d.step_up(&token, PASSPHRASE, over).await.unwrap();
            let over_again = over.plus_seconds(limits(role).step_up);
            let caller = d.session(&again.token, over).await.unwrap().caller;
            fresh_factor(&caller, over_again.plus_seconds(-1)).unwrap();
            assert!(matches!(fresh_factor(&caller, over_again), Err(Error::FactorNeeded)));
        }
    }
}

#[tokio::test]
async fn a_step_up_changes_the_token_and_not_the_end_of_the_session() {
    for d in daybooks().await {
        let session = d.one_of(AccountRole::Patient).await;
        let later = NOW.plus_seconds(900);
        let again = d.step_up(&session.token, PASSPHRASE, later).await.unwrap();
        assert_ne!(session.token, again.token);
        assert_eq!((session.session, session.until), (again.session, again.until));
        assert!(d.session(&session.token, later).await.is_none(), "the old token still opens");
        assert!(d.audited(session.account).await.contains(&"step-up".to_owned()));
    }
}

#[tokio::test]
async fn a_wrong_passphrase_makes_nothing_fresh_and_slows_down_as_at_the_door() {
    for d in daybooks().await {
        let session = d.one_of(AccountRole::Patient).await;
        let later = NOW.plus_seconds(900);
        for _ in 0..5 {
            let tried = d.step_up(&session.token, "another quiet kettle sings", later).await;
            assert_eq!(refusal(tried), no("passphrase", FieldCode::NoMatch));
        }
        assert!(matches!(d.step_up(&session.token, PASSPHRASE, later).await, Err(Error::Throttled(1))));
        let caller = d.session(&session.token, later).await.unwrap().caller;
        assert!(matches!(fresh_factor(&caller, later), Err(Error::FactorNeeded)));
        d.step_up(&session.token, PASSPHRASE, later.plus_seconds(1)).await.unwrap();
    }
}
