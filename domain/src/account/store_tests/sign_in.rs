use super::*;

const WRONG: &str = "another kettle sings at night";

#[tokio::test]
async fn unknown_names_and_wrong_passphrases_answer_the_same_all_the_way() {
    for d in daybooks().await {
        d.a_patient("Anna").await;
        let mut now = NOW;
        for round in 0..16 {
            // Both from addresses of their own, so that only the names are compared.
            let known = d.sign_in_from("192.0.2.1", "Anna", WRONG, now).await.err().unwrap();
            let unknown = d.sign_in_from("192.0.2.2", "Nobody", WRONG, now).await.err().unwrap();
            assert_eq!(format!("{known:?}"), format!("{unknown:?}"), "round {round}");
            now = now.plus_seconds(90);
        }
        let mut tx = d.db.read().await.unwrap();
        let counts: Vec<i64> =
            on_db!(tx, c => sqlx::query_scalar("SELECT failures FROM attempt ORDER BY failures").fetch_all(c).await)
                .unwrap();
        assert_eq!(counts[0], counts[1]);
        assert_eq!(counts[2], counts[3]);
    }
}

#[tokio::test]
async fn no_name_is_known_that_could_not_be_one() {
    for d in daybooks().await {
        for name in ["", " ", "a", "an\u{0}na", "an\u{202E}na", &"x".repeat(100_000)] {
            assert_eq!(refusal(d.sign_in(name, WRONG, NOW).await), no("passphrase", FieldCode::NoMatch));
        }
    }
}

#[tokio::test]
async fn the_fifth_wrong_try_slows_the_next_and_a_right_one_clears_the_count() {
    for d in daybooks().await {
        d.a_patient("Anna").await;
        for _ in 0..5 {
            assert_eq!(refusal(d.sign_in("Anna", WRONG, NOW).await), no("passphrase", FieldCode::NoMatch));
        }
        assert!(matches!(d.sign_in("Anna", PASSPHRASE, NOW).await, Err(Error::Throttled(1))));
        assert!(matches!(d.sign_in("anna ", PASSPHRASE, NOW).await, Err(Error::Throttled(1))));
        let second = NOW.plus_seconds(1);
        d.sign_in("Anna", WRONG, second).await.err().unwrap();
        assert!(matches!(d.sign_in("Anna", PASSPHRASE, second.plus_seconds(1)).await, Err(Error::Throttled(1))));
        d.sign_in("Anna", PASSPHRASE, second.plus_seconds(2)).await.unwrap();
        for _ in 0..5 {
            let tried = d.sign_in("Anna", WRONG, second.plus_seconds(2)).await;
            assert_eq!(refusal(tried), no("passphrase", FieldCode::NoMatch));
        }
    }
}

#[tokio::test]
async fn someone_else_s_wrong_tries_slow_nobody_but_the_name() {
    for d in daybooks().await {
        d.a_patient("Anna").await;
        d.a_patient("Berta").await;
        for _ in 0..6 {
            d.sign_in("Anna", WRONG, NOW).await.err().unwrap();
        }
        d.sign_in("Berta", PASSPHRASE, NOW).await.unwrap();
    }
}

#[tokio::test]
async fn an_address_is_slowed_for_every_name_and_opens_again() {
    for d in daybooks().await {
        d.a_patient("Anna").await;
        for n in 0..20 {
            d.sign_in(&format!("guess {n}"), WRONG, NOW).await.err().unwrap();
        }
        assert!(matches!(d.sign_in("Anna", PASSPHRASE, NOW).await, Err(Error::Throttled(1))));
        d.sign_in_from("192.0.2.8", "Anna", PASSPHRASE, NOW).await.unwrap();
        d.sign_in("Anna", PASSPHRASE, NOW.plus_seconds(1)).await.unwrap();
        // Very many wrong tries still only slow it.
        let mut now = NOW;
        for n in 0..200 {
            now = now.plus_seconds(60);
            d.sign_in(&format!("guess again {n}"), WRONG, now).await.err().unwrap();
        }
        d.sign_in("Anna", PASSPHRASE, now.plus_seconds(60)).await.unwrap();
    }
}

#[tokio::test]
async fn a_hundred_wrong_tries_close_the_way_until_a_new_letter() {
    for d in daybooks().await {
        let (_, record) = d.a_patient("Anna").await;
        let mut now = NOW;
        for n in 0..99 {
            let tried = d.sign_in("Anna", WRONG, now).await;
            assert_eq!(refusal(tried), no("passphrase", FieldCode::NoMatch), "try {n}");
            now = now.plus_seconds(300);
        }
        // 99 are not enough, and a right one clears them.
        d.sign_in("Anna", PASSPHRASE, now).await.unwrap();
        for n in 0..100 {
            // Days apart, so that the delay is forgotten each time: the count of the account is not.
            now = now.plus_days(2);
            let tried = d.sign_in("Anna", WRONG, now).await;
            assert_eq!(refusal(tried), no("passphrase", FieldCode::NoMatch), "try {n}");
        }
        now = now.plus_days(2);
        assert_eq!(refusal(d.sign_in("Anna", PASSPHRASE, now).await), no("passphrase", FieldCode::NoMatch));

        let code = d.letter(record, now).await.unwrap().code;
        let ticket = d.check(&code, BORN, now).await.unwrap();
        d.enrol(&ticket, "Anna", now).await.unwrap();
        d.sign_in("Anna", PASSPHRASE, now).await.unwrap();
    }
}

#[tokio::test]
async fn many_tries_at_once_are_no_way_around_the_count() {
    for d in daybooks().await {
        d.a_patient("Anna").await;
        let (d, mut tries) = (std::sync::Arc::new(d), tokio::task::JoinSet::new());
        for _ in 0..30 {
            let d = std::sync::Arc::clone(&d);
            tries.spawn(async move { d.sign_in("Anna", WRONG, NOW).await.err().unwrap() });
        }
        let answers = tries.join_all().await;
        let looked_at = answers.iter().filter(|e| matches!(e, Error::Invalid(_))).count();
        assert_eq!(looked_at, 5, "{answers:?}");
    }
}

#[tokio::test]
async fn a_disabled_account_answers_as_a_wrong_passphrase_does() {
    for d in daybooks().await {
        let (account, _) = d.a_patient("Anna").await;
        let session = d.sign_in("Anna", PASSPHRASE, NOW).await.unwrap();
        d.disable(account).await;
        assert_eq!(refusal(d.sign_in("Anna", PASSPHRASE, NOW).await), no("passphrase", FieldCode::NoMatch));
        assert!(d.session(&session.token, NOW).await.is_none());
        let mut tx = d.db.write().await.unwrap();
        let opened = crate::account::store::open_session(&mut tx, account, "", NOW).await;
        assert!(matches!(opened, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn counts_that_slow_nobody_any_more_are_dropped() {
    for d in daybooks().await {
        d.sign_in("Nobody", WRONG, NOW).await.err().unwrap();
        let count = async || -> i64 {
            let mut tx = d.db.read().await.unwrap();
            on_db!(tx, c => sqlx::query_scalar("SELECT COUNT(*) FROM attempt").fetch_one(c).await).unwrap()
        };
        for (now, left) in [(NOW.plus_days(1).plus_seconds(-1), 2), (NOW.plus_days(1), 0)] {
            let mut tx = d.db.write().await.unwrap();
            crate::account::store::delete_expired(&mut tx, now).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(count().await, left);
        }
    }
}
