use super::catalogue::TONGUES;
use super::texts::{Argument, Texts};
use super::{CATALOGUES, Count, Language, Words, plural};

const ENGLISH: Words = Words::new(Language::English);
const FRENCH: Words = Words::new(Language::French);
const SPANISH: Words = Words::new(Language::Spanish);
const ARABIC: Words = Words::new(Language::Arabic);
const PSEUDO: Words = Words::new(Language::Pseudo);
const EVERY: [Words; 5] = [ENGLISH, FRENCH, SPANISH, ARABIC, PSEUDO];

#[test]
fn every_language_has_its_own_text() {
    assert_eq!(ENGLISH.site_skip(), "Skip to the content");
    assert_eq!(FRENCH.site_skip(), "Aller au contenu");
    assert_eq!(SPANISH.site_skip(), "Ir al contenido");
    assert_eq!(ARABIC.site_skip(), "انتقل إلى المحتوى");
    assert_eq!(PSEUDO.site_skip(), "[ Šķîîþ ţöö ţĥéé çööñţééñţ ]");
}

#[test]
fn each_catalogue_stands_where_its_language_expects_it() {
    for (index, (language, ftl, browser, hash)) in CATALOGUES.into_iter().enumerate() {
        assert_eq!(language as usize, index);
        assert!(ftl.contains("site-skip =") && browser.contains("site-skip ="));
        assert!(
            ftl.contains("\neducation-pain =") && !browser.contains("\neducation-pain ="),
            "only the server says it"
        );
        assert!(browser.contains("\neducation-advice ="), "both say it");
        assert!(hash.len() == 16 && hash.chars().all(|c| c.is_ascii_hexdigit()));
    }
}

#[test]
fn an_unknown_key_is_shown_as_it_is() {
    assert_eq!(ENGLISH.text("site-nothing", &[]), "site-nothing");
}

#[test]
fn english_french_and_spanish_have_their_plurals() {
    assert_eq!([0, 1, 2, 1234].map(|n| ENGLISH.site_days(n)), ["0 days", "1 day", "2 days", "1,234 days"]);
    assert_eq!([0, 1, 2].map(|n| FRENCH.site_days(n)), ["0 jour", "1 jour", "2 jours"]);
    assert_eq!([0, 1, 2].map(|n| SPANISH.site_days(n)), ["0 días", "1 día", "2 días"]);
    assert_eq!(PSEUDO.site_days(2_usize), "[ 2 ðååýš ]");
}

#[test]
fn arabic_has_all_six_plural_forms_and_latin_digits() {
    assert_eq!(
        [0, 1, 2, 3, 11, 100, 1234].map(|n| ARABIC.site_days(n)),
        [
            "\u{2068}0\u{2069} يوم",
            "يوم واحد",
            "يومان",
            "\u{2068}3\u{2069} أيام",
            "\u{2068}11\u{2069} يومًا",
            "\u{2068}100\u{2069} يوم",
            "\u{2068}1,234\u{2069} يومًا",
        ]
    );
}

#[test]
fn a_date_has_its_month_in_words() {
    assert_eq!(
        EVERY.map(|words| words.date(2021, 3, 3)),
        ["3 March 2021", "3 mars 2021", "3 de marzo de 2021", "3 مارس 2021", "3 March 2021"]
    );
    assert_eq!(
        EVERY.map(|words| words.date(2024, 2, 29)),
        ["29 February 2024", "29 février 2024", "29 de febrero de 2024", "29 فبراير 2024", "29 February 2024"]
    );
}

#[test]
fn a_month_has_its_year() {
    assert_eq!(
        EVERY.map(|words| words.month(2021, 3)),
        ["March 2021", "mars 2021", "marzo de 2021", "مارس 2021", "March 2021"]
    );
}

#[test]
fn a_short_day_is_never_all_numbers() {
    assert_eq!(EVERY.map(|words| words.month_short_day(2021, 3, 3)), ["3 Mar", "3 mars", "3 mar", "3 مارس", "3 Mar"]);
    for words in EVERY {
        for month in 1..=12 {
            assert!(words.month_short_day(2021, month, 3).chars().filter(|c| c.is_alphabetic()).count() >= 3);
        }
    }
}

#[test]
fn under_a_month_a_day_is_short() {
    assert_eq!(
        EVERY.map(|words| words.weekday_day(2021, 3, 3)),
        ["Wednesday 3", "mercredi 3", "miércoles 3", "الأربعاء، 3", "Wednesday 3"]
    );
}

#[test]
fn a_weekday_goes_before_the_date() {
    assert_eq!(
        EVERY.map(|words| words.weekday_date(2021, 3, 3)),
        [
            "Wednesday 3 March 2021",
            "mercredi 3 mars 2021",
            "miércoles, 3 de marzo de 2021",
            "الأربعاء، 3 مارس 2021",
            "Wednesday 3 March 2021",
        ]
    );
}

#[test]
fn the_first_of_a_month_is_an_ordinal_in_french_only() {
    assert_eq!(FRENCH.date(2021, 1, 1), "1er janvier 2021");
    assert_eq!(FRENCH.weekday_date(2021, 1, 1), "vendredi 1er janvier 2021");
    assert_eq!(FRENCH.month_short_day(2021, 9, 1), "1er sept.");
    assert_eq!(FRENCH.month(1991, 1), "janvier 1991");
    assert_eq!(FRENCH.date(2021, 1, 21), "21 janvier 2021");
    assert_eq!(ENGLISH.date(2021, 1, 1), "1 January 2021");
}

#[test]
fn a_day_that_does_not_exist_is_not_turned_into_another_one() {
    for words in EVERY {
        assert_eq!(words.date(2021, 2, 29), "2021-02-29");
        assert_eq!(words.weekday_date(2021, 13, 1), "2021-13-01");
        assert_eq!(words.month(2021, 0), "2021-00");
        assert_eq!(words.date(1900, 2, 29), "1900-02-29");
    }
}

#[test]
fn a_year_is_not_grouped_and_a_time_has_24_hours() {
    for words in EVERY {
        assert_eq!(words.year(2021), "2021");
        assert_eq!(words.time(14, 5), "14:05");
        assert_eq!(words.time(0, 0), "00:00");
    }
}

#[test]
fn a_large_number_is_grouped_as_in_its_language() {
    assert_eq!(EVERY.map(|words| words.integer(12_345)), ["12,345", "12\u{202f}345", "12.345", "12,345", "12,345"]);
    assert_eq!(SPANISH.integer(1234), "1234");
    assert_eq!(ENGLISH.integer(-5), "-5");
}

#[test]
fn a_number_can_be_read_back_in_every_language() {
    for words in EVERY {
        for number in [0, 1, 9, 10, 999, 1000, 65_535, 1_000_000, i64::MAX, i64::MIN, -1, -1234] {
            let shown = words.integer(number);
            let read: String = shown.chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
            assert_eq!(read.parse(), Ok(number), "{shown}");
        }
    }
}

#[test]
fn a_result_stays_digit_for_digit() {
    for words in EVERY {
        for reported in ["1.50", "0.050", "<0.01", "12000", "1,2"] {
            assert_eq!(words.clinical_number(reported), reported);
        }
    }
}

#[test]
fn the_plural_forms_of_a_language_are_those_that_its_catalogue_must_have() {
    for (tongue, language) in TONGUES.iter().zip(Language::ALL) {
        let mut forms: Vec<_> = (0..=120).chain([1_000_000]).map(|n| plural::category(language, n)).collect();
        forms.sort_unstable();
        forms.dedup();
        let mut expected = tongue.plurals.to_vec();
        expected.sort_unstable();
        assert_eq!(forms, expected, "{}", tongue.name);
        assert_eq!(tongue.code, language.code());
        assert_eq!(tongue.name, format!("{language:?}"));
    }
}

#[test]
fn plural_forms_go_on_above_a_hundred() {
    let forms =
        |language, numbers: &[i64]| -> Vec<_> { numbers.iter().map(|n| plural::category(language, *n)).collect() };
    assert_eq!(
        forms(Language::Arabic, &[101, 102, 103, 110, 111, 199, 200, 1003]),
        ["other", "other", "few", "few", "many", "many", "other", "few"]
    );
    assert_eq!(forms(Language::French, &[-1, 999_999, 1_000_000, 1_000_001]), ["one", "other", "many", "other"]);
    assert_eq!(forms(Language::Spanish, &[0, 2_000_000]), ["other", "many"]);
}

#[test]
fn a_text_is_put_together_from_all_that_a_catalogue_may_use() {
    let ftl = "-brand = Daybook\nhello = { -brand }: { $name },{\"\\u00A0\"}{ news } { $kind ->\n    [good] :)\n   *[other] :|\n}\n\
        news = { $count ->\n    [0] nothing\n    [one] { NUMBER($count) } thing\n   *[other] { $count } things\n} new\n";
    let (texts, whole) = Texts::read(Language::English, ftl);
    assert!(whole);
    let hello = |count: i64, kind| {
        let arguments =
            [("name", Argument::Text("Ana")), ("count", Argument::Count(Count(count))), ("kind", Argument::Text(kind))];
        texts.show("hello", &arguments)
    };
    assert_eq!(hello(0, "good").as_deref(), Some("Daybook: Ana,\u{a0}nothing new :)"));
    assert_eq!(hello(1, "bad").as_deref(), Some("Daybook: Ana,\u{a0}1 thing new :|"));
    assert_eq!(hello(1234, "").as_deref(), Some("Daybook: Ana,\u{a0}1,234 things new :|"));
}

#[test]
fn a_name_is_isolated_where_people_read_from_right_to_left() {
    let ana = [("name", Argument::Text("Ana"))];
    let (arabic, _) = Texts::read(Language::Arabic, "hello = أهلا { $name }\n");
    assert_eq!(arabic.show("hello", &ana).as_deref(), Some("أهلا \u{2068}Ana\u{2069}"));
    let (english, _) = Texts::read(Language::English, "hello = Hello { $name }\n");
    assert_eq!(english.show("hello", &ana).as_deref(), Some("Hello Ana"));
}

#[test]
fn a_catalogue_that_was_cut_off_is_noticed() {
    assert!(!Texts::read(Language::English, "a = A\nb = { $cou").1);
}
