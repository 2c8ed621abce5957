use super::*;
use crate::account::enrol::find_enrolment;

#[tokio::test]
async fn a_letter_lets_someone_in_once() {
    for d in daybooks().await {
        let record = d.a_record(Some(BORN), false).await;
        let code = d.letter(record, NOW).await.unwrap().code;
        let ticket = d.check(&code, BORN, NOW).await.unwrap();
        let spare = d.check(&code, BORN, NOW).await.unwrap();
        let account = d.enrol(&ticket, "Anna", NOW).await.unwrap();
        assert_eq!(refusal(d.enrol(&ticket, "Anna", NOW).await), no("code", FieldCode::Expired));
        assert_eq!(refusal(d.enrol(&spare, "Berta", NOW).await), no("code", FieldCode::Expired));
        assert_eq!(refusal(d.check(&code, BORN, NOW).await), no("code", FieldCode::Expired));

        let session = d.sign_in("ANNA", PASSPHRASE, NOW).await.unwrap();
        let signed_in = d.session(&session.token, NOW).await.unwrap();
        assert_eq!(signed_in.caller.account, account);
        assert_eq!(signed_in.caller.record, Some(record));
        assert_eq!(signed_in.name.as_deref(), Some("Anna"));
        assert_eq!(signed_in.language.as_deref(), Some("en"));
        assert_eq!(signed_in.zone, "Europe/Paris");
        assert_eq!(d.audited(account).await, ["letter", "enrol", "sign-in"]);
    }
}

#[tokio::test]
async fn a_ticket_holds_for_30_minutes() {
    for d in daybooks().await {
        let record = d.a_record(Some(BORN), false).await;
        let code = d.letter(record, NOW).await.unwrap().code;
        let ticket = d.check(&code, BORN, NOW).await.unwrap();
        assert_eq!(refusal(d.enrol(&ticket, "Anna", NOW.plus_seconds(1800)).await), no("code", FieldCode::Expired));
        d.enrol(&ticket, "Anna", NOW.plus_seconds(1799)).await.unwrap();
        assert_eq!(refusal(d.enrol("no ticket", "Anna", NOW).await), no("code", FieldCode::Expired));
    }
}

#[tokio::test]
async fn a_name_that_someone_has_is_taken_and_the_letter_stays_good() {
    for d in daybooks().await {
        d.a_patient("Anna").await;
        let record = d.a_record(Some(BORN), false).await;
        let code = d.letter(record, NOW).await.unwrap().code;
        let ticket = d.check(&code, BORN, NOW).await.unwrap();
        assert_eq!(refusal(d.enrol(&ticket, "ＡＮＮＡ", NOW).await), no("name", FieldCode::Taken));
        d.enrol(&ticket, "Anna W", NOW).await.unwrap();
    }
}

#[tokio::test]
async fn of_two_enrolments_with_one_ticket_one_wins() {
    for d in daybooks().await {
        let record = d.a_record(Some(BORN), false).await;
        let code = d.letter(record, NOW).await.unwrap().code;
        let ticket = d.check(&code, BORN, NOW).await.unwrap();
        let other = d.check(&code, BORN, NOW).await.unwrap();
        let (a, b, c) =
            tokio::join!(d.enrol(&ticket, "Anna", NOW), d.enrol(&ticket, "Berta", NOW), d.enrol(&other, "Clara", NOW));
        let winners: Vec<&str> =
            [(&a, "Anna"), (&b, "Berta"), (&c, "Clara")].iter().filter(|(r, _)| r.is_ok()).map(|(_, n)| *n).collect();
        assert_eq!(winners.len(), 1, "{winners:?}");
        for lost in [a, b, c].into_iter().filter(Result::is_err) {
            assert_eq!(refusal(lost), no("code", FieldCode::Expired));
        }
        d.sign_in(winners[0], PASSPHRASE, NOW).await.unwrap();
    }
}

#[tokio::test]
async fn of_two_people_who_choose_one_name_at_once_one_has_it() {
    for d in daybooks().await {
        let mut tickets = Vec::new();
        for _ in 0..2 {
            let record = d.a_record(Some(BORN), false).await;
            let code = d.letter(record, NOW).await.unwrap().code;
            tickets.push(d.check(&code, BORN, NOW).await.unwrap());
        }
        let (a, b) = tokio::join!(d.enrol(&tickets[0], "Anna", NOW), d.enrol(&tickets[1], "anna", NOW));
        assert_ne!(a.is_ok(), b.is_ok());
        assert_eq!(refusal(if a.is_err() { a } else { b }), no("name", FieldCode::Taken));
    }
}

#[tokio::test]
async fn a_letter_to_someone_enrolled_resets_their_sign_in_and_ends_their_sessions_when_used() {
    for d in daybooks().await {
        let (account, record) = d.a_patient("Anna").await;
        let session = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap();
        let code = d.letter(record, NOW).await.unwrap().code;
        let ticket = d.check(&code, BORN, NOW).await.unwrap();
        assert!(d.session(&session.token, NOW).await.is_some(), "only using the letter ends sessions");

        let found = find_enrolment(&mut d.db.read().await.unwrap(), &ticket, NOW).await.unwrap().unwrap();
        assert_eq!((found.name.as_deref(), found.again), (Some("Anna"), true));
        let choice = Choice::new("Anna", "nine green turtles dance slowly", "fr", "UTC").unwrap();
        let again = crate::account::enrol::enrol(&d.db, &d.keys, &d.hasher, &ticket, &choice, NOW).await.unwrap();
        assert_eq!(again, account);
        assert!(d.session(&session.token, NOW).await.is_none());
        assert_eq!(refusal(d.sign_in("Anna", PASSPHRASE, NOW).await), no("passphrase", FieldCode::NoMatch));
        d.sign_in("Anna", "nine green turtles dance slowly", NOW).await.unwrap();
        assert_eq!(d.audited(account).await, ["letter", "enrol", "sign-in", "letter", "reset", "sign-in"]);
    }
}

#[test]
fn a_choice_names_every_field_that_is_wrong() {
    let Err(Error::Invalid(fields)) = Choice::new("a", "short", "not a language", "Mars/Base") else {
        panic!("it was taken");
    };
    let fields: Vec<(&str, FieldCode)> = fields.iter().map(|f| (f.name.as_str(), f.code)).collect();
    assert_eq!(
        fields,
        [
            ("name", FieldCode::TooShort),
            ("passphrase", FieldCode::TooShort),
            ("language", FieldCode::NotAChoice),
            ("zone", FieldCode::NotAChoice),
        ]
    );
    assert_eq!(
        refusal(Choice::new("Wilhelmina", "wilhelminawilhelmina", "en", "UTC")),
        no("passphrase", FieldCode::TooCommon)
    );
}

#[test]
fn a_choice_does_not_print_its_passphrase() {
    let choice = Choice::new("Anna", PASSPHRASE, "en", "UTC").unwrap();
    assert!(!format!("{choice:?}").contains("kettle"));
}
