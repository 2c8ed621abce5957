use std::collections::BTreeMap;

use super::*;
use crate::account::draft::{find_draft, save_draft};

fn a_form(fields: &[(&str, &str)]) -> BTreeMap<String, String> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

impl Daybook {
    async fn keep(&self, account: Option<AccountId>, form: &BTreeMap<String, String>) -> Result<String> {
        let mut tx = self.db.write().await.unwrap();
        let id = save_draft(&mut tx, &self.keys, account, form, NOW).await?;
        tx.commit().await?;
        Ok(id)
    }

    async fn kept(&self, account: Option<AccountId>, id: &str, now: Instant) -> Option<BTreeMap<String, String>> {
        find_draft(&mut self.db.read().await.unwrap(), &self.keys, account, id, now).await.unwrap()
    }

    async fn sealed(&self) -> Vec<Vec<u8>> {
        let mut tx = self.db.read().await.unwrap();
        on_db!(tx, c => sqlx::query_scalar("SELECT sealed FROM draft").fetch_all(c).await).unwrap()
    }
}

#[tokio::test]
async fn a_draft_is_found_by_its_owner_alone_and_for_a_day() {
    for d in daybooks().await {
        let (anna, _) = d.a_patient("Anna").await;
        let (berta, _) = d.a_patient("Berta").await;
        let form = a_form(&[("note", "a tired evening"), ("zone", "UTC")]);
        let id = d.keep(Some(anna), &form).await.unwrap();
        assert_eq!(id.len(), 64);
        assert_eq!(d.kept(Some(anna), &id, NOW).await, Some(form));
        assert_eq!(d.kept(Some(berta), &id, NOW).await, None);
        assert_eq!(d.kept(None, &id, NOW).await, None);
        assert_eq!(d.kept(Some(anna), &id.replace(&id[..1], "g"), NOW).await, None);
        assert!(d.kept(Some(anna), &id, NOW.plus_seconds(24 * 3600 - 1)).await.is_some());
        assert_eq!(d.kept(Some(anna), &id, NOW.plus_seconds(24 * 3600)).await, None);
    }
}

#[tokio::test]
async fn a_draft_of_someone_signed_out_is_kept_for_half_an_hour() {
    for d in daybooks().await {
        let (anna, _) = d.a_patient("Anna").await;
        let form = a_form(&[("name", "Anna")]);
        let id = d.keep(None, &form).await.unwrap();
        assert_eq!(d.kept(None, &id, NOW.plus_seconds(1799)).await, Some(form));
        assert_eq!(d.kept(None, &id, NOW.plus_seconds(1800)).await, None);
        assert_eq!(d.kept(Some(anna), &id, NOW).await, None);
    }
}

#[tokio::test]
async fn a_draft_is_sealed_and_its_row_can_t_be_moved_to_another_id_or_account() {
    for d in daybooks().await {
        let (anna, _) = d.a_patient("Anna").await;
        let (berta, _) = d.a_patient("Berta").await;
        let id = d.keep(Some(anna), &a_form(&[("note", "a tired evening")])).await.unwrap();
        let sealed = d.sealed().await.remove(0);
        assert!(!sealed.windows(5).any(|bytes| bytes == b"tired"));
        let other = d.keep(Some(berta), &a_form(&[("note", "hers")])).await.unwrap();
        let mut tx = d.db.write().await.unwrap();
        on_db!(tx, c => sqlx::query("UPDATE draft SET sealed = $1, account = $2")
            .bind(&sealed).bind(berta.0).execute(c).await.map(|_| ()))
        .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(d.kept(Some(berta), &other, NOW).await, None);
        assert_eq!(d.kept(Some(berta), &id, NOW).await, None);
    }
}

#[tokio::test]
async fn secrets_are_never_kept() {
    for d in daybooks().await {
        let form = a_form(&[("name", "Anna"), ("Passphrase", "x"), ("number", "y"), ("secret", "z")]);
        let id = d.keep(None, &form).await.unwrap();
        assert_eq!(d.kept(None, &id, NOW).await, Some(a_form(&[("name", "Anna")])));
    }
}

#[tokio::test]
async fn drafts_are_limited_in_size_and_number() {
    for d in daybooks().await {
        let (anna, _) = d.a_patient("Anna").await;
        let large = a_form(&[("note", &"x".repeat(65_536))]);
        assert_eq!(refusal(d.keep(Some(anna), &large).await), no("draft", FieldCode::TooLong));
        let form = a_form(&[("note", &"x".repeat(65_000))]);
        for _ in 0..25 {
            let id = d.keep(Some(anna), &form).await.unwrap();
            assert!(d.kept(Some(anna), &id, NOW).await.is_some(), "the newest stays");
        }
        assert_eq!(d.sealed().await.len(), 20);
        d.keep(None, &a_form(&[])).await.unwrap();
        assert_eq!(d.sealed().await.len(), 21);
    }
}

#[tokio::test]
async fn what_is_too_old_is_dropped() {
    for d in daybooks().await {
        let (anna, _) = d.a_patient("Anna").await;
        let form = a_form(&[("note", "a tired evening")]);
        d.keep(Some(anna), &form).await.unwrap();
        d.keep(None, &form).await.unwrap();
        for (seconds, left) in [(1799, 2), (1800, 1), (24 * 3600, 0)] {
            let mut tx = d.db.write().await.unwrap();
            crate::account::store::delete_expired(&mut tx, NOW.plus_seconds(seconds)).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(d.sealed().await.len(), left, "{seconds}");
        }
    }
}
