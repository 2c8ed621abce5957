//! What is asked, which answers are taken and what they say.

use std::collections::BTreeMap;

use rstest::rstest;

use super::*;
use crate::{
    Error, Field, FieldCode,
    diary::{
        answer::{Answer, Answers},
        instrument::{Choice, Condition, Instrument, Item, Kind, LinkId, Operator, Role},
        report::{Attribute, Author, Level, Symptom, Temperature},
    },
    time::Instant,
};

pub fn id(link_id: &str) -> LinkId {
    LinkId(link_id.into())
}

pub fn item(link_id: &str, kind: Kind) -> Item {
    Item {
        link_id: id(link_id),
        text: [("en".into(), link_id.into())].into(),
        help: BTreeMap::new(),
        kind,
        role: None,
        required: false,
        repeats: false,
        conditions: Vec::new(),
        all_conditions: true,
        items: Vec::new(),
    }
}

pub fn group(link_id: &str, page: bool, items: Vec<Item>) -> Item {
    Item { items, ..item(link_id, Kind::Group { page }) }
}

fn choice(code: &str, level: Option<u8>) -> Choice {
    Choice {
        code: code.into(),
        system: None,
        text: BTreeMap::new(),
        level,
        exclusive: false,
        declined: false,
        fits: vec![],
    }
}

/// Five choices, `0` to `4`, and one to rather not say.
pub fn scale(link_id: &str) -> Item {
    let mut choices: Vec<Choice> = (0..=4).map(|level| choice(&level.to_string(), Some(level))).collect();
    choices.push(Choice { declined: true, ..choice("rather-not", None) });
    item(link_id, Kind::Choice { choices, open: false })
}

fn part(link_id: &str, attribute: Attribute) -> Item {
    Item { role: Some(Role::Attribute(attribute)), ..scale(link_id) }
}

pub fn when(mut item: Item, question: &str, operator: Operator, answer: Answer) -> Item {
    item.conditions.push(Condition { question: id(question), operator, answer });
    item
}

fn if_any(item: Item) -> Item {
    Item { all_conditions: false, ..item }
}

pub fn code(code: &str) -> Answer {
    Answer::Choice(code.into())
}

pub fn instrument(items: Vec<Item>) -> Instrument {
    Instrument { url: "urn:test".into(), version: "1".into(), title: BTreeMap::new(), items }
}

fn answers<const N: usize>(all: [(&str, Vec<Answer>); N]) -> Answers {
    all.into_iter().map(|(link_id, all)| (id(link_id), all)).collect()
}

pub fn names<'a>(items: impl IntoIterator<Item = &'a Item>) -> Vec<&'a str> {
    items.into_iter().map(|item| item.link_id.0.as_str()).collect()
}

pub fn begun() -> Begun {
    Begun { at: Instant(0), by: Author::Person, finished: true, flags: None }
}

/// A choice of symptoms; of pain how often, how bad and how much in the way, of nausea how often; then a
/// page of measurements.
fn diary() -> Instrument {
    let which = Item {
        repeats: true,
        role: Some(Role::Which),
        ..item(
            "which",
            Kind::Choice {
                choices: vec![
                    choice("pain", None),
                    choice("nausea", None),
                    Choice { exclusive: true, ..choice("none", None) },
                    Choice { declined: true, ..choice("rather-not", None) },
                ],
                open: false,
            },
        )
    };
    let above_never = |item, gate| when(item, gate, Operator::Greater, code("0"));
    let symptom = |name: &str, items| {
        let of = Item { role: Some(Role::Symptom(Symptom(name.into()))), ..group(name, false, items) };
        when(of, "which", Operator::Equal, code(name))
    };
    let decimal = |link_id, role, least: &str, most: &str| Item {
        role: Some(role),
        ..item(link_id, Kind::Decimal { least: Some(least.into()), most: Some(most.into()), unit: None })
    };
    instrument(vec![
        item("hello", Kind::Display),
        which,
        symptom(
            "pain",
            vec![
                part("pain-often", Attribute::Frequency),
                above_never(part("pain-bad", Attribute::Severity), "pain-often"),
                above_never(part("pain-way", Attribute::Interference), "pain-often"),
            ],
        ),
        symptom("nausea", vec![part("nausea-often", Attribute::Frequency)]),
        group(
            "measured",
            true,
            vec![
                decimal("temperature", Role::Temperature, "34.0", "43.0"),
                item("about-weight", Kind::Display),
                decimal("weight", Role::Weight, "20", "300"),
                Item { role: Some(Role::Note), ..item("note", Kind::Text { longest: Some(10) }) },
            ],
        ),
        item("thanks", Kind::Display),
    ])
}

#[test]
fn each_question_has_a_screen_and_a_page_is_one() {
    let diary = diary();
    let given = answers([("which", vec![code("pain")]), ("pain-often", vec![code("2")])]);
    let screens = screens(&diary, &given);
    let shown: Vec<_> =
        screens.iter().map(|screen| (screen.link_id.0.as_str(), names(screen.items.iter().copied()))).collect();
    assert_eq!(
        shown,
        [
            ("which", vec!["hello", "which"]),
            ("pain-often", vec!["pain-often"]),
            ("pain-bad", vec!["pain-bad"]),
            ("pain-way", vec!["pain-way"]),
            ("measured", vec!["temperature", "about-weight", "weight", "note", "thanks"]),
        ]
    );
    assert_eq!(names(screens[1].groups.iter().copied()), ["pain"]);
    assert_eq!(names(screens[4].groups.iter().copied()), ["measured"]);
}

#[test]
fn a_page_shows_the_groups_within_it_before_what_they_hold() {
    let inner = group("inner", false, vec![item("b", Kind::Boolean), item("c", Kind::Boolean)]);
    let empty = group("empty", false, vec![]);
    let of = instrument(vec![group("page", true, vec![item("a", Kind::Boolean), inner, empty])]);
    let screens = screens(&of, &Answers::new());
    assert_eq!(screens.len(), 1);
    assert_eq!(names(screens[0].items.iter().copied()), ["a", "inner", "b", "c"]);
}

#[test]
fn texts_of_a_page_without_questions_wait_for_the_next_question() {
    let of = instrument(vec![
        group("page", true, vec![item("text", Kind::Display)]),
        item("a", Kind::Boolean),
        group("last", true, vec![item("end", Kind::Display)]),
    ]);
    let screens = screens(&of, &Answers::new());
    assert_eq!(screens.len(), 1);
    assert_eq!(names(screens[0].items.iter().copied()), ["text", "a", "end"]);
    assert!(super::screens(&instrument(vec![item("text", Kind::Display)]), &Answers::new()).is_empty());
}

#[test]
fn one_goes_forth_and_back_also_from_a_screen_that_is_no_longer_asked() {
    let diary = diary();
    let well = answers([("which", vec![code("none")])]);
    let name = |screen: Option<Screen<'_>>| screen.map(|screen| screen.link_id.0.clone());
    assert_eq!(name(next(&diary, &well, None)).as_deref(), Some("which"));
    assert_eq!(name(next(&diary, &well, Some(&id("which")))).as_deref(), Some("measured"));
    assert_eq!(name(next(&diary, &well, Some(&id("pain-bad")))).as_deref(), Some("measured"));
    assert_eq!(name(next(&diary, &well, Some(&id("temperature")))), None);
    assert_eq!(name(previous(&diary, &well, &id("weight"))).as_deref(), Some("which"));
    assert_eq!(name(previous(&diary, &well, &id("pain-bad"))).as_deref(), Some("which"));
    assert_eq!(name(previous(&diary, &well, &id("which"))), None);
    assert_eq!(progress(&diary, &well, &id("measured")), (2, 2));
    assert_eq!(progress(&diary, &answers([("which", vec![code("pain")])]), &id("pain-often")), (2, 3));
}

#[rstest]
#[case::exists(Operator::Exists, Answer::Boolean(true), vec![code("1")], true)]
#[case::exists_not(Operator::Exists, Answer::Boolean(false), vec![code("1")], false)]
#[case::unanswered_exists_not(Operator::Exists, Answer::Boolean(false), vec![], true)]
#[case::unanswered_exists(Operator::Exists, Answer::Boolean(true), vec![], false)]
#[case::skipped_is_unanswered(Operator::Exists, Answer::Boolean(true), vec![Answer::Skipped], false)]
#[case::unanswered_is_not_unequal(Operator::NotEqual, code("1"), vec![], false)]
#[case::skipped_is_not_unequal(Operator::NotEqual, code("1"), vec![Answer::Skipped], false)]
#[case::any_is_equal(Operator::Equal, code("1"), vec![code("3"), code("1")], true)]
#[case::none_is_equal(Operator::Equal, code("1"), vec![code("3")], false)]
#[case::all_are_unequal(Operator::NotEqual, code("1"), vec![code("3"), code("2")], true)]
#[case::one_is_equal_after_all(Operator::NotEqual, code("1"), vec![code("3"), code("1")], false)]
#[case::greater_level(Operator::Greater, code("2"), vec![code("3")], true)]
#[case::same_level(Operator::Greater, code("2"), vec![code("2")], false)]
#[case::at_least(Operator::AtLeast, code("2"), vec![code("2")], true)]
#[case::less(Operator::Less, code("2"), vec![code("1")], true)]
#[case::at_most(Operator::AtMost, code("2"), vec![code("3")], false)]
#[case::declined_has_no_level(Operator::Less, code("2"), vec![code("rather-not")], false)]
#[case::declined_is_unequal(Operator::NotEqual, code("2"), vec![code("rather-not")], true)]
fn conditions_on_choices(
    #[case] operator: Operator,
    #[case] answer: Answer,
    #[case] given: Vec<Answer>,
    #[case] holds: bool,
) {
    let of = instrument(vec![scale("a"), when(item("b", Kind::Boolean), "a", operator, answer)]);
    let asked = names(asked(&of, &answers([("a", given)])));
    assert_eq!(asked.contains(&"b"), holds);
}

#[rstest]
#[case::decimal_and_integer(Kind::Decimal { least: None, most: None, unit: None }, Operator::Equal, Answer::Integer(38), Answer::Decimal("38.0".into()), true)]
#[case::decimal(Kind::Decimal { least: None, most: None, unit: None }, Operator::AtLeast, Answer::Decimal("9.5".into()), Answer::Decimal("10".into()), true)]
#[case::integer(Kind::Integer { least: None, most: None }, Operator::Less, Answer::Integer(9), Answer::Integer(10), false)]
#[case::date(Kind::Date, Operator::Greater, Answer::Date("2026-09-30".into()), Answer::Date("2026-10-01".into()), true)]
#[case::text(Kind::Text { longest: None }, Operator::Equal, Answer::Text("yes".into()), Answer::Text("yes".into()), true)]
#[case::text_has_no_order(Kind::Text { longest: None }, Operator::Greater, Answer::Text("a".into()), Answer::Text("b".into()), false)]
#[case::boolean(Kind::Boolean, Operator::Equal, Answer::Boolean(false), Answer::Boolean(false), true)]
#[case::boolean_unequal(Kind::Boolean, Operator::NotEqual, Answer::Boolean(false), Answer::Boolean(false), false)]
fn conditions_on_other_kinds(
    #[case] kind: Kind,
    #[case] operator: Operator,
    #[case] answer: Answer,
    #[case] given: Answer,
    #[case] holds: bool,
) {
    let of = instrument(vec![item("a", kind), when(item("b", Kind::Boolean), "a", operator, answer)]);
    assert_eq!(names(asked(&of, &answers([("a", vec![given])]))).contains(&"b"), holds);
}

#[test]
fn all_or_any_of_the_conditions_must_hold() {
    let both = |item: Item| {
        let item = when(item, "a", Operator::Equal, Answer::Boolean(true));
        when(item, "b", Operator::Equal, Answer::Boolean(true))
    };
    let of = instrument(vec![
        item("a", Kind::Boolean),
        item("b", Kind::Boolean),
        both(item("all", Kind::Boolean)),
        if_any(both(item("any", Kind::Boolean))),
    ]);
    let one = answers([("a", vec![Answer::Boolean(true)]), ("b", vec![Answer::Boolean(false)])]);
    assert_eq!(names(asked(&of, &one)), ["a", "b", "any"]);
    let two = answers([("a", vec![Answer::Boolean(true)]), ("b", vec![Answer::Boolean(true)])]);
    assert_eq!(names(asked(&of, &two)), ["a", "b", "all", "any"]);
}

#[test]
fn what_is_within_a_group_or_an_answer_is_asked_only_with_it() {
    let inner = group("inner", false, vec![item("deep", Kind::Boolean)]);
    let of = instrument(vec![
        item("a", Kind::Boolean),
        when(group("outer", false, vec![inner]), "a", Operator::Equal, Answer::Boolean(true)),
        Item { items: vec![item("detail", Kind::Text { longest: None })], ..item("b", Kind::Boolean) },
    ]);
    assert_eq!(names(asked(&of, &Answers::new())), ["a", "b"]);
    let given = answers([("a", vec![Answer::Boolean(true)]), ("b", vec![Answer::Boolean(false)])]);
    assert_eq!(names(asked(&of, &given)), ["a", "outer", "inner", "deep", "b", "detail"]);
}

#[test]
fn an_answer_that_is_no_longer_asked_for_is_kept_but_does_not_count() {
    let of = instrument(vec![
        item("a", Kind::Boolean),
        when(item("b", Kind::Boolean), "a", Operator::Equal, Answer::Boolean(true)),
        when(item("c", Kind::Boolean), "b", Operator::Equal, Answer::Boolean(true)),
    ]);
    let yes = || vec![Answer::Boolean(true)];
    let mut given = answers([("a", yes()), ("b", yes()), ("c", yes()), ("gone", yes())]);
    assert_eq!(in_force(&of, &given).len(), 3);
    given.insert(id("a"), vec![Answer::Boolean(false)]);
    assert_eq!(in_force(&of, &given).keys().map(|link_id| link_id.0.as_str()).collect::<Vec<_>>(), ["a"]);
    given.insert(id("a"), yes());
    assert_eq!(in_force(&of, &given).len(), 3);
}

#[rstest]
#[case("which", vec![code("pain"), code("nausea"), code("pain")], Ok(vec![code("pain"), code("nausea")]))]
#[case("which", vec![code("none")], Ok(vec![code("none")]))]
#[case("which", vec![code("pain"), code("none")], Err(FieldCode::Contradiction))]
#[case("which", vec![code("pain"), code("rather-not")], Err(FieldCode::Contradiction))]
#[case("which", vec![code("pain"), Answer::Skipped], Err(FieldCode::Contradiction))]
#[case("which", vec![code("fever")], Err(FieldCode::NotAChoice))]
#[case("which", vec![Answer::Text("fever".into())], Err(FieldCode::NotAChoice))]
#[case("pain-often", vec![code("1"), code("2")], Err(FieldCode::TooMany))]
#[case("pain-often", vec![Answer::Integer(1)], Err(FieldCode::NotAChoice))]
#[case("pain-often", vec![Answer::Skipped], Ok(vec![Answer::Skipped]))]
#[case("temperature", vec![Answer::Text("٣٧٫٥".into())], Ok(vec![Answer::Decimal("37.5".into())]))]
#[case("temperature", vec![Answer::Decimal("37,5".into())], Ok(vec![Answer::Decimal("37.5".into())]))]
#[case("temperature", vec![Answer::Text(" ".into())], Ok(vec![]))]
#[case("temperature", vec![Answer::Text("43.0".into())], Ok(vec![Answer::Decimal("43.0".into())]))]
#[case("temperature", vec![Answer::Text("43.1".into())], Err(FieldCode::OutOfRange))]
#[case("temperature", vec![Answer::Text("33.99".into())], Err(FieldCode::OutOfRange))]
#[case("temperature", vec![Answer::Text("high".into())], Err(FieldCode::Malformed))]
#[case("temperature", vec![code("1")], Err(FieldCode::Malformed))]
#[case("note", vec![Answer::Text(" one\r\ntwo ".into())], Ok(vec![Answer::Text("one\ntwo".into())]))]
#[case("note", vec![Answer::Text("ten and one".into())], Err(FieldCode::TooLong))]
#[case("note", vec![Answer::Text("\n\u{7} ".into())], Ok(vec![]))]
fn answers_are_taken_or_refused_by_the_name_of_their_question(
    #[case] question: &str,
    #[case] given: Vec<Answer>,
    #[case] taken: Result<Vec<Answer>, FieldCode>,
) {
    match (check(&diary(), &id(question), given), taken) {
        (Ok(kept), Ok(taken)) => assert_eq!(kept, taken),
        (Err(Error::Invalid(fields)), Err(code)) => assert_eq!(fields, [Field { name: question.into(), code }]),
        (found, expected) => panic!("{found:?} instead of {expected:?}"),
    }
}

#[rstest]
#[case(Kind::Integer { least: Some(0), most: Some(10) }, "١٠", Ok(Answer::Integer(10)))]
#[case(Kind::Integer { least: Some(0), most: Some(10) }, "11", Err(FieldCode::OutOfRange))]
#[case(Kind::Integer { least: Some(0), most: Some(10) }, "1.5", Err(FieldCode::Malformed))]
#[case(Kind::Date, "2026-02", Ok(Answer::Date("2026-02".into())))]
#[case(Kind::Date, "2026-02-30", Err(FieldCode::NotADate))]
#[case(Kind::Date, "2026-02-03T10:00:00Z", Err(FieldCode::NotADate))]
#[case(Kind::Boolean, "true", Ok(Answer::Boolean(true)))]
#[case(Kind::Boolean, "maybe", Err(FieldCode::NotAChoice))]
#[case(Kind::Choice { choices: vec![], open: true }, "something else", Ok(Answer::Text("something else".into())))]
fn what_was_typed_becomes_an_answer_of_the_kind(
    #[case] kind: Kind,
    #[case] typed: &str,
    #[case] taken: Result<Answer, FieldCode>,
) {
    let of = instrument(vec![item("a", kind)]);
    match (check(&of, &id("a"), vec![Answer::Text(typed.into())]), taken) {
        (Ok(kept), Ok(taken)) => assert_eq!(kept, [taken]),
        (Err(Error::Invalid(fields)), Err(code)) => assert_eq!(fields[0].code, code),
        (found, expected) => panic!("{found:?} instead of {expected:?}"),
    }
}

#[test]
fn there_is_no_answer_to_what_is_no_question() {
    for name in ["hello", "pain", "nowhere"] {
        assert!(matches!(check(&diary(), &id(name), vec![]), Err(Error::NotFound)), "{name}");
    }
}

#[test]
fn what_must_be_answered_is_missing_until_it_is() {
    let must = |item| Item { required: true, ..item };
    let of = instrument(vec![
        must(item("a", Kind::Boolean)),
        when(must(item("b", Kind::Boolean)), "a", Operator::Equal, Answer::Boolean(true)),
        must(group("g", false, vec![item("c", Kind::Boolean), item("d", Kind::Boolean)])),
    ]);
    assert!(
        matches!(check(&of, &id("a"), vec![Answer::Skipped]), Err(Error::Invalid(f)) if f[0].code == FieldCode::Missing)
    );
    let names = |given: &Answers| missing(&of, given).into_iter().map(|id| id.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&Answers::new()), ["a", "c"]);
    let yes = || vec![Answer::Boolean(true)];
    assert_eq!(names(&answers([("a", yes()), ("d", yes())])), ["b"]);
    assert_eq!(names(&answers([("a", yes()), ("b", yes()), ("c", vec![Answer::Skipped]), ("d", yes())])), [""; 0]);
}

type Parts = Vec<(&'static str, Vec<(Attribute, u8)>)>;

#[rstest]
#[case::nothing_answered(answers([]), vec![])]
#[case::none_of_these(
    answers([("which", vec![code("none")])]),
    vec![
        ("nausea", vec![(Attribute::Frequency, 0)]),
        ("pain", vec![(Attribute::Frequency, 0), (Attribute::Severity, 0), (Attribute::Interference, 0)]),
    ],
)]
#[case::declined(answers([("which", vec![code("rather-not")])]), vec![])]
#[case::skipped(answers([("which", vec![Answer::Skipped])]), vec![])]
#[case::one_chosen_but_not_said_how_often(
    answers([("which", vec![code("pain")])]),
    vec![("nausea", vec![(Attribute::Frequency, 0)])],
)]
#[case::never_after_all(
    answers([("which", vec![code("pain")]), ("pain-often", vec![code("0")]), ("pain-bad", vec![code("4")])]),
    vec![
        ("nausea", vec![(Attribute::Frequency, 0)]),
        ("pain", vec![(Attribute::Frequency, 0), (Attribute::Severity, 0), (Attribute::Interference, 0)]),
    ],
)]
#[case::the_gate_was_declined(
    answers([("which", vec![code("pain")]), ("pain-often", vec![code("rather-not")])]),
    vec![("nausea", vec![(Attribute::Frequency, 0)])],
)]
#[case::partly(
    answers([("which", vec![code("pain"), code("nausea")]), ("pain-often", vec![code("3")]), ("pain-bad", vec![Answer::Skipped]), ("pain-way", vec![code("1")])]),
    vec![("pain", vec![(Attribute::Frequency, 3), (Attribute::Interference, 1)])],
)]
fn a_report_holds_what_was_answered_and_zero_for_what_was_ruled_out(#[case] given: Answers, #[case] parts: Parts) {
    let report = report(&diary(), &given, begun());
    let found: Vec<(&str, Vec<(Attribute, u8)>)> = report
        .parts
        .iter()
        .map(|(symptom, parts)| (symptom.0.as_str(), parts.iter().map(|(part, level)| (*part, level.get())).collect()))
        .collect();
    assert_eq!(found, parts);
}

#[test]
fn a_part_behind_two_gates_is_zero_only_when_what_was_answered_says_so() {
    let gated = |item: Item| {
        let item = when(item, "a", Operator::Greater, code("0"));
        when(item, "b", Operator::Greater, code("0"))
    };
    let of = |last: Item| {
        let symptom = group("s", false, vec![part("a", Attribute::Frequency), part("b", Attribute::Severity), last]);
        instrument(vec![Item { role: Some(Role::Symptom(Symptom("s".into()))), ..symptom }])
    };
    let last = |of: &Instrument, a: &str, b: &str| {
        let given = answers([("a", vec![code(a)]), ("b", vec![code(b)])]);
        let report = report(of, &given, begun());
        report.parts[&Symptom("s".into())].get(&Attribute::Interference).copied()
    };
    let (all, any) =
        (of(gated(part("c", Attribute::Interference))), of(if_any(gated(part("c", Attribute::Interference)))));
    assert_eq!(last(&all, "0", "rather-not"), Some(Level::NONE));
    assert_eq!(last(&all, "rather-not", "2"), None);
    assert_eq!(last(&any, "0", "0"), Some(Level::NONE));
    assert_eq!(last(&any, "0", "rather-not"), None);
}

#[test]
fn temperature_and_words_are_in_the_report() {
    let given =
        answers([("temperature", vec![Answer::Decimal("37.95".into())]), ("note", vec![Answer::Text("dizzy".into())])]);
    let report = report(&diary(), &given, begun());
    assert_eq!((report.temperature, report.note), (Some(Temperature(380)), true));
    let empty = super::report(&diary(), &answers([("temperature", vec![Answer::Skipped])]), begun());
    assert_eq!((empty.temperature, empty.note), (None, false));
}

#[test]
fn presence_is_zero_or_one() {
    let there = Item { role: Some(Role::Attribute(Attribute::Presence)), ..item("there", Kind::Boolean) };
    let graded = part("graded", Attribute::Presence);
    let of = |item: Item| {
        instrument(vec![Item { role: Some(Role::Symptom(Symptom("s".into()))), ..group("s", false, vec![item]) }])
    };
    let level = |of: &Instrument, given: Answers| {
        report(of, &given, begun()).parts[&Symptom("s".into())][&Attribute::Presence].get()
    };
    assert_eq!(level(&of(there.clone()), answers([("there", vec![Answer::Boolean(true)])])), 1);
    assert_eq!(level(&of(there), answers([("there", vec![Answer::Boolean(false)])])), 0);
    assert_eq!(level(&of(graded), answers([("graded", vec![code("3")])])), 1);
}

#[test]
fn same_as_last_time_leaves_out_what_is_told_anew() {
    let previous = answers([
        ("which", vec![code("pain")]),
        ("pain-often", vec![code("2")]),
        ("pain-bad", vec![code("no-longer-a-choice")]),
        ("nausea-often", vec![code("1")]),
        ("temperature", vec![Answer::Decimal("37.5".into())]),
        ("weight", vec![Answer::Decimal("70".into())]),
        ("note", vec![Answer::Text("words".into())]),
        ("no-longer-a-question", vec![Answer::Boolean(true)]),
    ]);
    let now = answers([("temperature", vec![Answer::Decimal("36.5".into())])]);
    let expected = answers([
        ("which", vec![code("pain")]),
        ("pain-often", vec![code("2")]),
        ("temperature", vec![Answer::Decimal("36.5".into())]),
    ]);
    assert_eq!(same_as_last_time(&diary(), &previous, &now), expected);
    let changed = answers([("which", vec![code("none")])]);
    assert_eq!(same_as_last_time(&diary(), &previous, &changed)[&id("which")], [code("none")]);
}

#[test]
fn a_well_person_is_done_after_one_choice_and_one_page() {
    let diary = diary();
    assert_eq!(screens(&diary, &answers([("which", vec![code("none")])])).len(), 2);
    assert_eq!(diary.watched(), 5);
}
