use super::*;

#[tokio::test]
async fn looking_at_a_letter_does_not_use_it_up() {
    for d in daybooks().await {
        let record = d.a_record(Some(BORN), false).await;
        let letter = d.letter(record, NOW).await.unwrap();
        assert_eq!(letter.person.as_deref(), Some("Anna Weber"));
        assert_eq!(letter.expires_at, NOW.plus_days(14));
        let spaced = format!(" {}-{} ", &letter.code[..6].to_lowercase(), &letter.code[6..]);
        let first = d.check(&letter.code, BORN, NOW).await.unwrap();
        let second = d.check(&spaced, BORN, NOW).await.unwrap();
        assert_ne!(first, second);
        d.enrol(&first, "Anna", NOW).await.unwrap();
    }
}

#[tokio::test]
async fn a_wrong_code_and_a_wrong_date_answer_the_same() {
    for d in daybooks().await {
        let record = d.a_record(Some(BORN), false).await;
        let code = d.letter(record, NOW).await.unwrap().code;
        let wrong = no("code", FieldCode::NoMatch);
        assert_eq!(refusal(d.check(&code, "1970-03-10", NOW).await), wrong);
        assert_eq!(refusal(d.check(&code, "1970-03", NOW).await), wrong);
        assert_eq!(refusal(d.check("000000000000", BORN, NOW).await), wrong);
        assert_eq!(refusal(d.check("not a code", BORN, NOW).await), wrong);
        let number = Confirm::Number("1970-03-09".into());
        let tried = crate::account::letter::check_code(&d.db, &d.keys, &code, &number, WARD, NOW).await;
        assert_eq!(refusal(tried), wrong);
    }
}

#[tokio::test]
async fn five_wrong_dates_kill_a_letter_for_good() {
    for d in daybooks().await {
        let record = d.a_record(Some(BORN), false).await;
        let code = d.letter(record, NOW).await.unwrap().code;
        for _ in 0..4 {
            d.check(&code, "1971-01-01", NOW).await.unwrap_err();
            // What was right in between neither counts nor clears.
            d.check(&code, BORN, NOW).await.unwrap();
        }
        d.check(&code, "1971-01-01", NOW).await.unwrap_err();
        // It doesn't tell that the date is right now.
        assert_eq!(refusal(d.check(&code, BORN, NOW).await), no("code", FieldCode::NoMatch));
        let again = d.letter(record, NOW).await.unwrap().code;
        d.check(&again, BORN, NOW).await.unwrap();
    }
}

#[tokio::test]
async fn many_guesses_at_once_are_no_way_around_the_count() {
    for d in daybooks().await {
        let record = d.a_record(Some(BORN), false).await;
        let code = d.letter(record, NOW).await.unwrap().code;
        let guess = |born: &'static str| d.check(&code, born, NOW);
        let wrong = "1971-01-01";
        let _ = tokio::join!(guess(wrong), guess(wrong), guess(wrong), guess(wrong), guess(wrong), guess(wrong));
        assert_eq!(refusal(guess(BORN).await), no("code", FieldCode::NoMatch));
    }
}

#[tokio::test]
async fn a_letter_expires_after_14_days_and_says_so_only_with_the_right_date() {
    for d in daybooks().await {
        let record = d.a_record(Some(BORN), false).await;
        let code = d.letter(record, NOW).await.unwrap().code;
        d.check(&code, BORN, NOW.plus_days(14).plus_seconds(-1)).await.unwrap();
        let later = NOW.plus_days(14);
        assert_eq!(refusal(d.check(&code, BORN, later).await), no("code", FieldCode::Expired));
        assert_eq!(refusal(d.check(&code, "1971-01-01", later).await), no("code", FieldCode::NoMatch));
        // A guesser has no more tries at an old letter than at a new one.
        for _ in 0..4 {
            d.check(&code, "1971-01-01", later).await.unwrap_err();
        }
        assert_eq!(refusal(d.check(&code, BORN, later).await), no("code", FieldCode::NoMatch));
    }
}

#[tokio::test]
async fn a_new_letter_voids_the_one_before_and_its_tickets() {
    for d in daybooks().await {
        let record = d.a_record(Some(BORN), false).await;
        let old = d.letter(record, NOW).await.unwrap().code;
        let ticket = d.check(&old, BORN, NOW).await.unwrap();
        let new = d.letter(record, NOW).await.unwrap().code;
        assert_eq!(refusal(d.check(&old, BORN, NOW).await), no("code", FieldCode::Expired));
        assert_eq!(refusal(d.enrol(&ticket, "Anna", NOW).await), no("code", FieldCode::Expired));
        d.check(&new, BORN, NOW).await.unwrap();
    }
}

#[tokio::test]
async fn no_letter_without_a_living_person_with_a_whole_date_of_birth() {
    for d in daybooks().await {
        let dead = d.a_record(Some(BORN), true).await;
        assert_eq!(refusal(d.letter(dead, NOW).await), no("record", FieldCode::NotAChoice));
        for vague in [None, Some("1970"), Some("1970-03"), Some("long ago")] {
            let record = d.a_record(vague, false).await;
            assert_eq!(refusal(d.letter(record, NOW).await), no("record", FieldCode::NotADate));
        }
        assert!(matches!(d.letter(RecordId::new(), NOW).await, Err(Error::NotFound)));
        let (account, record) = d.a_patient("Anna").await;
        d.disable(account).await;
        assert_eq!(refusal(d.letter(record, NOW).await), no("account", FieldCode::NotAChoice));
    }
}

#[tokio::test]
async fn an_address_is_slowed_and_never_shut_out() {
    for d in daybooks().await {
        let record = d.a_record(Some(BORN), false).await;
        let code = d.letter(record, NOW).await.unwrap().code;
        for _ in 0..20 {
            d.check("000000000000", BORN, NOW).await.unwrap_err();
        }
        assert!(matches!(d.check(&code, BORN, NOW).await, Err(Error::Throttled(1))));
        d.check(&code, BORN, NOW.plus_seconds(1)).await.unwrap();
        let confirm = Confirm::BirthDate(BORN.parse().unwrap());
        crate::account::letter::check_code(&d.db, &d.keys, &code, &confirm, "192.0.2.8", NOW).await.unwrap();
    }
}

#[tokio::test]
async fn neither_the_code_nor_the_date_is_kept() {
    for d in daybooks().await {
        let record = d.a_record(Some(BORN), false).await;
        let code = d.letter(record, NOW).await.unwrap().code;
        let other = d.a_record(Some(BORN), false).await;
        d.letter(other, NOW).await.unwrap();
        let mut tx = d.db.read().await.unwrap();
        let rows: Vec<(Vec<u8>, Vec<u8>)> =
            on_db!(tx, c => sqlx::query_as("SELECT code, confirm FROM invitation").fetch_all(c).await).unwrap();
        assert_ne!(rows[0].1, rows[1].1, "equal dates show");
        for bytes in rows.iter().flat_map(|(code, confirm)| [code, confirm]) {
            assert_eq!(bytes.len(), 32);
            assert_ne!(bytes.as_slice(), crate::secret::sha256(code.as_bytes()));
            assert_ne!(bytes.as_slice(), crate::secret::sha256(BORN.as_bytes()));
        }
    }
}
