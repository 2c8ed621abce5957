use proptest::prelude::*;

use super::store::LogCursor;

#[test]
fn what_is_no_place_in_the_log_is_refused() {
    for text in ["", "~", "12", "x~01900000-0000-7000-8000-000000000000", "12~x"] {
        assert!(text.parse::<LogCursor>().is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn a_place_in_the_log_is_read_as_it_was_written(at in any::<i64>(), id in any::<u128>()) {
        let text = format!("{at}~{}", uuid::Uuid::from_u128(id));
        prop_assert_eq!(text.parse::<LogCursor>().unwrap().to_string(), text);
    }
}
