//! What holds for every instrument and whatever is answered to it.

use proptest::prelude::*;

use super::{
    tests::{begun, code, group, id, instrument, item, names, scale, when},
    *,
};
use crate::diary::{
    answer::{Answer, Answers},
    instrument::{Instrument, Item, Kind, LinkId, Operator, Role},
    report::{Attribute, Symptom},
};

// Instruments as they come: questions of every kind, in a group or not, with conditions on earlier ones.

fn any_kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Display),
        Just(Kind::Boolean),
        Just(Kind::Integer { least: Some(0), most: Some(4) }),
        Just(scale("").kind),
        Just(scale("").kind),
    ]
}

fn any_operator() -> impl Strategy<Value = Operator> {
    use Operator::{AtLeast, AtMost, Equal, Exists, Greater, Less, NotEqual};
    proptest::sample::select(vec![Exists, Equal, NotEqual, Greater, Less, AtLeast, AtMost])
}

fn any_answer(kind: &Kind) -> BoxedStrategy<Answer> {
    match kind {
        Kind::Boolean => any_bool().prop_map(Answer::Boolean).boxed(),
        Kind::Integer { .. } => (0_i64..=4).prop_map(Answer::Integer).boxed(),
        _ => prop_oneof![4 => (0_u8..=4).prop_map(|n| code(&n.to_string())), 1 => Just(code("rather-not"))].boxed(),
    }
}

fn any_bool() -> proptest::bool::Any {
    proptest::bool::ANY
}

#[derive(Debug, Clone)]
struct Sketch {
    kind: Kind,
    attribute: Option<Attribute>,
    conditions: Vec<(proptest::sample::Index, Operator, Answer)>,
    all: bool,
    begins_group: Option<bool>,
    nested: bool,
}

fn any_sketch() -> impl Strategy<Value = Sketch> {
    let attribute = proptest::sample::select(vec![
        None,
        Some(Attribute::Frequency),
        Some(Attribute::Severity),
        Some(Attribute::Presence),
    ]);
    let answer = prop_oneof![any_answer(&Kind::Boolean), any_answer(&scale("").kind)];
    let conditions = proptest::collection::vec((any::<proptest::sample::Index>(), any_operator(), answer), 0..3);
    let group = proptest::option::weighted(0.3, any_bool());
    (any_kind(), attribute, conditions, any_bool(), group, proptest::bool::weighted(0.2)).prop_map(
        |(kind, attribute, conditions, all, begins_group, nested)| Sketch {
            kind,
            attribute,
            conditions,
            all,
            begins_group,
            nested,
        },
    )
}

fn any_instrument() -> impl Strategy<Value = Instrument> {
    proptest::collection::vec(any_sketch(), 1..14).prop_map(|sketches| {
        let mut items: Vec<Item> = Vec::new();
        for (at, sketch) in sketches.into_iter().enumerate() {
            let mut one = item(&format!("q{at}"), sketch.kind);
            one.all_conditions = sketch.all;
            for (question, operator, answer) in sketch.conditions.into_iter().filter(|_| at > 0) {
                one = when(one, &format!("q{}", question.index(at)), operator, answer);
            }
            if one.is_question() {
                one.role = sketch.attribute.map(Role::Attribute);
            }
            match (sketch.begins_group, items.last_mut()) {
                (Some(page), _) => {
                    let role = Some(Role::Symptom(Symptom(format!("s{at}"))));
                    items.push(Item { role, ..group(&format!("g{at}"), page, vec![one]) });
                }
                (None, Some(last)) if sketch.nested => match last.items.last_mut() {
                    Some(inner) => inner.items.push(one),
                    None => last.items.push(one),
                },
                (None, Some(last)) if matches!(last.kind, Kind::Group { .. }) => last.items.push(one),
                _ => items.push(one),
            }
        }
        instrument(items)
    })
}

fn any_answers() -> impl Strategy<Value = Vec<(usize, Answer)>> {
    let answer = prop_oneof![
        any_answer(&Kind::Boolean),
        any_answer(&Kind::Integer { least: None, most: None }),
        any_answer(&Kind::Display),
        Just(Answer::Skipped)
    ];
    proptest::collection::vec((0_usize..14, answer), 0..30)
}

fn give(of: &Instrument, given: &mut Answers, to: &LinkId, answer: &Answer) {
    if let Ok(kept) = check(of, to, vec![answer.clone()]) {
        given.insert(to.clone(), kept);
    }
}

proptest! {
    #[test]
    fn no_screen_holds_a_question_that_is_not_asked(of in any_instrument(), typed in any_answers()) {
        let mut given = Answers::new();
        for (at, answer) in &typed {
            give(&of, &mut given, &id(&format!("q{at}")), answer);
        }
        let asked = asked(&of, &given);
        let screens = screens(&of, &given);
        let shown: Vec<&Item> = screens.iter().flat_map(Screen::questions).collect();
        // Each question that is asked stands on one screen, in the order of the form, and no other does.
        let questions: Vec<&Item> = asked.iter().copied().filter(|item| item.is_question()).collect();
        prop_assert_eq!(names(shown), names(questions));
        for item in screens.iter().flat_map(|screen| &screen.items) {
            prop_assert!(names(asked.iter().copied()).contains(&item.link_id.0.as_str()));
        }
        // What counts is a part of what was given.
        let counts = in_force(&of, &given);
        prop_assert!(counts.iter().all(|(link_id, all)| given.get(link_id) == Some(all)));
        prop_assert_eq!(in_force(&of, &counts), counts.clone());
        prop_assert_eq!(report(&of, &given, begun()), report(&of, &counts, begun()));
    }

    #[test]
    fn changing_an_answer_and_back_loses_nothing(of in any_instrument(), typed in any_answers(), other in any_answers()) {
        let mut given = Answers::new();
        for (at, answer) in &typed {
            give(&of, &mut given, &id(&format!("q{at}")), answer);
        }
        let before = (given.clone(), in_force(&of, &given));
        for (at, answer) in &other {
            let link_id = id(&format!("q{at}"));
            let was = given.get(&link_id).cloned();
            give(&of, &mut given, &link_id, answer);
            for kept in before.0.keys() {
                prop_assert!(given.contains_key(kept));
            }
            match was {
                Some(was) => given.insert(link_id, was),
                None => given.remove(&link_id),
            };
        }
        prop_assert_eq!(before, (given.clone(), in_force(&of, &given)));
    }

    #[test]
    fn levels_of_a_report_are_among_what_was_answered(of in any_instrument(), typed in any_answers()) {
        let mut given = Answers::new();
        for (at, answer) in &typed {
            give(&of, &mut given, &id(&format!("q{at}")), answer);
        }
        let counts = in_force(&of, &given);
        let levels: Vec<i64> = of
            .walk()
            .iter()
            .flat_map(|item| counts.get(&item.link_id).into_iter().flatten().filter_map(|answer| item.level(answer)))
            .collect();
        for (part, level) in report(&of, &given, begun()).parts.values().flatten() {
            let level = i64::from(level.get());
            let answered = levels.contains(&level) || *part == Attribute::Presence && levels.iter().any(|l| *l >= level);
            prop_assert!(level == 0 || answered, "{level} of {levels:?}");
        }
    }

    #[test]
    fn a_walk_of_whatever_answers_ends(of in any_instrument(), typed in proptest::collection::vec(any_answers(), 14)) {
        let mut given = Answers::new();
        let mut at: Option<LinkId> = None;
        let mut steps = 0;
        while let Some(screen) = next(&of, &given, at.as_ref()) {
            steps += 1;
            prop_assert!(steps <= of.walk().len(), "goes round");
            let (n, m) = progress(&of, &given, screen.link_id);
            prop_assert!(1 <= n && n <= m);
            let before = previous(&of, &given, screen.link_id);
            prop_assert_eq!(before.is_none(), n == 1);
            if let Some(before) = before {
                let forth = next(&of, &given, Some(before.link_id));
                prop_assert_eq!(forth.map(|screen| screen.link_id.clone()), Some(screen.link_id.clone()));
            }
            let name = screen.link_id.clone();
            let questions: Vec<LinkId> = screen.questions().map(|item| item.link_id.clone()).collect();
            for (question, answers) in questions.iter().zip(&typed) {
                for (_, answer) in answers {
                    give(&of, &mut given, question, answer);
                }
            }
            at = Some(name);
        }
        prop_assert!(missing(&of, &given).is_empty());
    }
}
