use super::*;
use crate::{
    access::AccountRole,
    account::{
        letter::check_code,
        staff::{StaffLetter, add_staff, create_staff_invitation},
    },
    site::{TeamBody, store::save_team},
};

impl Daybook {
    pub(super) async fn hire(&self, name: &str, role: AccountRole, teams: &[&str]) -> Result<StaffLetter> {
        let teams: Vec<String> = teams.iter().map(|&team| team.to_owned()).collect();
        let mut tx = self.db.write().await.unwrap();
        save_team(&mut tx, "Day clinic", &TeamBody::default()).await?;
        let letter = add_staff(&mut tx, &self.keys, &Name::new(name).unwrap(), role, &teams, NOW).await?;
        tx.commit().await?;
        Ok(letter)
    }

    pub(super) async fn confirm(&self, code: &str, number: &str) -> Result<String> {
        check_code(&self.db, &self.keys, code, &Confirm::Number(number.into()), WARD, NOW).await
    }
}

#[tokio::test]
async fn staff_enrol_with_a_letter_and_a_number_told_apart_from_it() {
    for d in daybooks().await {
        let hired = d.hire("Nurse Ines", AccountRole::CareTeam, &["Day clinic", "Day clinic"]).await.unwrap();
        assert_eq!(hired.number.len(), 6);
        assert_eq!(refusal(d.sign_in("Nurse Ines", "", NOW).await), no("passphrase", FieldCode::NoMatch));
        assert_eq!(refusal(d.confirm(&hired.letter.code, "12345").await), no("code", FieldCode::NoMatch));
        let spaced = format!("{} {}", &hired.number[..3], &hired.number[3..]);
        let ticket = d.confirm(&hired.letter.code, &spaced).await.unwrap();
        assert_eq!(d.enrol(&ticket, "Ines", NOW).await.unwrap(), hired.account);
        let session = d.sign_in("ines", PASSPHRASE, NOW).await.unwrap();
        let caller = d.session(&session.token, NOW).await.unwrap().caller;
        assert_eq!((caller.role, caller.record), (AccountRole::CareTeam, None));
    }
}

#[tokio::test]
async fn staff_who_forgot_their_passphrase_get_a_new_letter() {
    for d in daybooks().await {
        let first = d.hire("Ines", AccountRole::Administrator, &[]).await.unwrap();
        let ticket = d.confirm(&first.letter.code, &first.number).await.unwrap();
        d.enrol(&ticket, "Ines", NOW).await.unwrap();
        let mut tx = d.db.write().await.unwrap();
        let again = create_staff_invitation(&mut tx, &d.keys, &Name::new("INES").unwrap(), NOW).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(again.account, first.account);
        d.confirm(&again.letter.code, &again.number).await.unwrap();
    }
}

#[tokio::test]
async fn an_unknown_team_a_taken_name_and_a_patient_are_refused() {
    for d in daybooks().await {
        let unknown = d.hire("Ines", AccountRole::CareTeam, &["Day clinic", "Night clinic"]).await;
        assert_eq!(refusal(unknown), no("team", FieldCode::NotAChoice));
        assert_eq!(refusal(d.hire("Ines", AccountRole::Patient, &[]).await), no("role", FieldCode::NotAChoice));
        d.hire("Ines", AccountRole::CareTeam, &[]).await.unwrap();
        assert_eq!(refusal(d.hire("ines", AccountRole::CareTeam, &[]).await), no("name", FieldCode::Taken));
        d.a_patient("Anna").await;
        let mut tx = d.db.write().await.unwrap();
        let patient = create_staff_invitation(&mut tx, &d.keys, &Name::new("Anna").unwrap(), NOW).await;
        assert!(matches!(patient, Err(Error::NotFound)));
    }
}
