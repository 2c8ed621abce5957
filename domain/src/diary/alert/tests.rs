use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

use super::{
    Attribute::{Frequency, Interference, Presence, Severity},
    *,
};

const NOW: Instant = Instant(1_800_000_000_000_000);

fn rules() -> Rules {
    Rules::shipped().unwrap()
}

fn level(n: u8) -> Level {
    Level::try_from(n).unwrap()
}

fn parts(levels: &[(Attribute, u8)]) -> Parts {
    levels.iter().map(|(attribute, n)| (*attribute, level(*n))).collect()
}

fn symptom(code: &str) -> Symptom {
    Symptom(code.to_owned())
}

/// A finished report of the person, so many days ago, of pain and no red flags.
fn pain(days_ago: i64, levels: &[(Attribute, u8)]) -> Report {
    Report {
        at: NOW.plus_days(-days_ago),
        by: Author::Person,
        finished: true,
        flags: Some(BTreeSet::new()),
        parts: [(symptom("pain"), parts(levels))].into(),
        temperature: None,
        note: false,
    }
}

fn flagged(flags: &[Flag]) -> Report {
    Report { flags: Some(flags.iter().copied().collect()), ..pain(0, &[]) }
}

fn after(first: Report, previous: Report) -> Context {
    Context { first: Some(first), previous: Some(previous), ..Context::default() }
}

/// The second report of someone: the first one is the previous one.
fn after_one(first: Report) -> Context {
    after(first.clone(), first)
}

fn star(report: &Report, context: &Context) -> Vec<Outcome> {
    alerts(&rules(), Profile::Star, report, context)
}

fn composite(report: &Report, context: &Context) -> Vec<Outcome> {
    alerts(&rules(), Profile::Composite, report, context)
}

fn of_pain(urgency: Urgency, reasons: Vec<Reason>) -> Alert {
    Alert { about: About::Symptom(symptom("pain")), urgency, reasons, by: Author::Person }
}

fn rise(attribute: Attribute, from: u8, to: u8, days_ago: i64) -> Reason {
    Reason::Rise { attribute, from: level(from), to: level(to), since: NOW.plus_days(-days_ago) }
}

fn at_level(attribute: Attribute, n: u8) -> Reason {
    Reason::Level { attribute, level: level(n) }
}

fn is_sent(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::New(_) | Outcome::Joined { .. })
}

fn item() -> WorkItemId {
    WorkItemId(Uuid::from_u128(7))
}

fn open_pain(hours_ago: i64, levels: &[(Attribute, u8)]) -> OpenAlert {
    OpenAlert {
        item: item(),
        about: About::Symptom(symptom("pain")),
        parts: parts(levels),
        urgency: Urgency::Alert,
        since: NOW.plus_seconds(-hours_ago * 3600),
    }
}

#[rstest]
#[case(&[(Frequency, 3), (Severity, 1)])]
#[case(&[(Frequency, 3), (Severity, 1), (Interference, 0)])]
#[case(&[(Frequency, 3), (Severity, 1), (Interference, 2)])]
fn often_and_mild_without_a_history_alerts_by_its_parts_and_not_by_its_grade(#[case] levels: &[(Attribute, u8)]) {
    let report = pain(0, levels);
    let alert = of_pain(Urgency::Alert, vec![at_level(Frequency, 3)]);
    assert_eq!(star(&report, &Context::default()), [Outcome::New(alert)]);
    assert_eq!(composite(&report, &Context::default()), []);
}

#[test]
fn severity_from_1_to_3_is_one_alert_with_both_reasons_and_what_got_worse_stands_first() {
    let (report, context) = (pain(0, &[(Severity, 3)]), after_one(pain(7, &[(Severity, 1)])));
    let alert = of_pain(Urgency::Alert, vec![rise(Severity, 1, 3, 7), at_level(Severity, 3)]);
    assert_eq!(star(&report, &context), [Outcome::New(alert)]);
    let alert = of_pain(Urgency::Alert, vec![Reason::Composite { grade: 3, before: Some(1) }]);
    assert_eq!(composite(&report, &context), [Outcome::New(alert)]);
}

#[test]
fn from_0_to_2_is_worse() {
    let (report, context) = (pain(0, &[(Severity, 2)]), after_one(pain(7, &[(Severity, 0)])));
    let alert = of_pain(Urgency::Alert, vec![rise(Severity, 0, 2, 7)]);
    assert_eq!(star(&report, &context), [Outcome::New(alert)]);
    let soft = of_pain(Urgency::Soft, vec![Reason::Composite { grade: 2, before: Some(0) }]);
    assert_eq!(composite(&report, &context), [Outcome::Soft(soft)]);
}

#[test]
fn the_same_level_again_is_nothing() {
    let (report, context) = (pain(0, &[(Severity, 2)]), after_one(pain(7, &[(Severity, 2)])));
    assert_eq!(star(&report, &context), []);
    assert_eq!(composite(&report, &context), []);
}

#[test]
fn a_first_report_at_2_is_nothing_for_there_is_nothing_that_it_is_worse_than() {
    let report = pain(0, &[(Frequency, 2), (Severity, 2), (Interference, 2)]);
    assert_eq!(star(&report, &Context::default()), []);
    assert_eq!(composite(&report, &Context::default()), []);
    // Nor is it compared with itself, when it is corrected.
    let itself = after_one(pain(0, &[(Frequency, 0), (Severity, 0), (Interference, 0)]));
    assert_eq!(star(&report, &itself), []);
    assert_eq!(composite(&report, &itself), []);
}

#[test]
fn an_old_report_is_no_reference_so_one_level_above_the_first_is_sent_to_nobody() {
    let context = after(pain(90, &[(Severity, 1)]), pain(60, &[(Severity, 0)]));
    let soft = of_pain(Urgency::Soft, vec![rise(Severity, 1, 2, 90)]);
    assert_eq!(star(&pain(0, &[(Severity, 2)]), &context), [Outcome::Soft(soft)]);
}

#[rstest]
#[case(35, true)]
#[case(36, false)]
fn the_previous_report_is_the_reference_while_it_is_at_most_35_days_old(#[case] days: i64, #[case] sent: bool) {
    let context = after(pain(90, &[(Severity, 2)]), pain(days, &[(Severity, 0)]));
    for outcomes in [star(&pain(0, &[(Severity, 2)]), &context), composite(&pain(0, &[(Severity, 2)]), &context)] {
        assert_eq!(!outcomes.is_empty(), sent);
    }
}

#[test]
fn from_0_over_1_to_2_is_a_slow_slide() {
    let context = after(pain(14, &[(Severity, 0)]), pain(7, &[(Severity, 1)]));
    let slide = Reason::Slide { attribute: Severity, first: level(0), previous: level(1), now: level(2) };
    assert_eq!(star(&pain(0, &[(Severity, 2)]), &context), [Outcome::New(of_pain(Urgency::Alert, vec![slide]))]);
    // Once it goes on no longer, it is what it was last time.
    let context = after(pain(14, &[(Severity, 0)]), pain(7, &[(Severity, 2)]));
    assert_eq!(star(&pain(0, &[(Severity, 2)]), &context), []);
}

#[test]
fn one_level_worse_is_shown_and_not_sent() {
    let (report, context) = (pain(0, &[(Severity, 1)]), after_one(pain(7, &[(Severity, 0)])));
    let soft = of_pain(Urgency::Soft, vec![rise(Severity, 0, 1, 7)]);
    assert_eq!(star(&report, &context), [Outcome::Soft(soft)]);
    assert_eq!(composite(&report, &context), []);
}

#[test]
fn grade_3_alerts_however_long_it_has_been_so_and_grade_2_that_did_not_rise_is_nothing() {
    let severe = [(Severity, 3), (Interference, 3)];
    let context = after_one(pain(7, &severe));
    let alert = of_pain(Urgency::Alert, vec![Reason::Composite { grade: 3, before: Some(3) }]);
    assert_eq!(composite(&pain(0, &severe), &context), [Outcome::New(alert)]);
    let context = after_one(pain(7, &severe));
    assert_eq!(composite(&pain(0, &[(Severity, 2), (Interference, 2)]), &context), []);
}

#[test]
fn any_part_at_4_alerts_in_both_profiles_whatever_its_grade() {
    let report = pain(0, &[(Frequency, 4), (Severity, 1), (Interference, 0)]);
    let alert = [Outcome::New(of_pain(Urgency::Alert, vec![at_level(Frequency, 4)]))];
    assert_eq!(star(&report, &Context::default()), alert);
    assert_eq!(composite(&report, &Context::default()), alert);
}

#[test]
fn a_part_without_an_answer_in_the_last_report_is_compared_with_the_first() {
    let mut previous = pain(7, &[]);
    previous.parts = [(symptom("nausea"), parts(&[(Severity, 1)]))].into();
    let context = after(pain(30, &[(Severity, 0)]), previous);
    let alert = of_pain(Urgency::Alert, vec![rise(Severity, 0, 2, 30)]);
    assert_eq!(star(&pain(0, &[(Severity, 2)]), &context), [Outcome::New(alert)]);
}

#[rstest]
#[case(71, [(Severity, 3)], true)]
#[case(72, [(Severity, 3)], false)]
#[case(1, [(Severity, 2)], false)]
#[case(1, [(Severity, 4)], false)]
#[case(1, [(Frequency, 3)], false)]
fn only_the_same_symptom_at_the_same_levels_joins_an_alert_younger_than_72_hours(
    #[case] hours: i64,
    #[case] levels: [(Attribute, u8); 1],
    #[case] joined: bool,
) {
    let context = Context { open: vec![open_pain(hours, &levels)], ..Context::default() };
    let alert = of_pain(Urgency::Alert, vec![at_level(Severity, 3)]);
    let expected = if joined { Outcome::Joined { item: item(), alert } } else { Outcome::New(alert) };
    assert_eq!(star(&pain(0, &[(Severity, 3)]), &context), [expected]);
}

#[test]
fn another_symptom_at_the_same_level_does_not_join() {
    let about = About::Symptom(symptom("nausea"));
    let context = Context { open: vec![OpenAlert { about, ..open_pain(1, &[(Severity, 3)]) }], ..Context::default() };
    let alert = of_pain(Urgency::Alert, vec![at_level(Severity, 3)]);
    assert_eq!(star(&pain(0, &[(Severity, 3)]), &context), [Outcome::New(alert)]);
}

#[test]
fn an_alert_of_a_caregiver_s_report_says_so() {
    let report = Report {
        by: Author::Caregiver,
        temperature: Some(Temperature(392)),
        flags: Some([Flag::ChestPain].into()),
        ..pain(0, &[(Severity, 4)])
    };
    for outcomes in [star(&report, &Context::default()), composite(&report, &Context::default())] {
        assert_eq!(outcomes.len(), 3);
        assert!(outcomes.iter().all(|outcome| outcome.alert().by == Author::Caregiver));
    }
}

#[test]
fn what_was_not_answered_never_alerts() {
    let nothing = Report { flags: None, parts: BTreeMap::new(), ..pain(0, &[]) };
    let context = after_one(pain(7, &[(Severity, 4), (Frequency, 4)]));
    for report in [nothing, pain(0, &[])] {
        assert_eq!(star(&report, &context), []);
        assert_eq!(composite(&report, &context), []);
    }
}

#[test]
fn an_unfinished_report_alerts_by_what_it_holds() {
    let report = Report { finished: false, flags: None, ..pain(0, &[(Severity, 3)]) };
    assert_eq!(star(&report, &Context::default()).len(), 1);
    assert_eq!(composite(&report, &Context::default()).len(), 1);
}

#[test]
fn that_something_was_there_at_all_never_alerts() {
    let context = after_one(pain(7, &[(Presence, 0)]));
    assert_eq!(star(&pain(0, &[(Presence, 1)]), &context), []);
    assert_eq!(star(&pain(0, &[(Presence, 4)]), &context), []);
    assert_eq!(composite(&pain(0, &[(Presence, 4)]), &context), []);
}

#[test]
fn every_red_flag_is_urgent_in_both_profiles_when_nobody_knows_of_a_treatment() {
    for flag in Flag::ALL {
        for in_treatment in [None, Some(true)] {
            let context = Context { in_treatment, ..Context::default() };
            for outcomes in [star(&flagged(&[flag]), &context), composite(&flagged(&[flag]), &context)] {
                let [Outcome::New(alert)] = &outcomes[..] else { panic!("{outcomes:?}") };
                assert_eq!((alert.urgency, &alert.about), (Urgency::Urgent, &About::Flag(flag)));
                assert_eq!(alert.reasons, [Reason::Flagged]);
            }
        }
    }
}

#[test]
fn without_treatment_only_fever_and_chills_wait_their_turn_and_they_still_alert() {
    let context = Context { in_treatment: Some(false), ..Context::default() };
    let report = Report { temperature: Some(Temperature(395)), ..flagged(&Flag::ALL) };
    for outcomes in [star(&report, &context), composite(&report, &context)] {
        assert_eq!(outcomes.len(), Flag::ALL.len() + 1);
        for outcome in outcomes {
            assert!(matches!(outcome, Outcome::New(_)));
            let alert = outcome.alert();
            let is_fever = matches!(alert.about, About::Temperature(_) | About::Flag(Flag::FeverOrChills));
            assert_eq!(alert.urgency, if is_fever { Urgency::Alert } else { Urgency::Urgent }, "{alert:?}");
        }
    }
}

#[rstest]
#[case(379, false)]
#[case(380, true)]
#[case(381, true)]
fn a_temperature_of_38_and_above_is_urgent(#[case] tenths: i32, #[case] urgent: bool) {
    let temperature = Temperature(tenths);
    let report = Report { temperature: Some(temperature), ..pain(0, &[]) };
    let alert = Alert {
        about: About::Temperature(temperature),
        urgency: Urgency::Urgent,
        reasons: vec![Reason::Fever],
        by: Author::Person,
    };
    let expected: Vec<Outcome> = urgent.then_some(Outcome::New(alert)).into_iter().collect();
    assert_eq!(star(&report, &Context::default()), expected);
    assert_eq!(composite(&report, &Context::default()), expected);
}

#[test]
fn a_red_flag_joins_what_this_report_raised_and_never_what_an_earlier_one_did() {
    let open = |since| OpenAlert {
        about: About::Flag(Flag::ChestPain),
        parts: Parts::new(),
        urgency: Urgency::Urgent,
        since,
        ..open_pain(0, &[])
    };
    let placed = |since| {
        let context = Context { open: vec![open(since)], ..Context::default() };
        star(&flagged(&[Flag::ChestPain]), &context).remove(0)
    };
    // Raised when the red flags were answered; now the report is sent, or corrected.
    assert!(matches!(placed(NOW.plus_seconds(90)), Outcome::Joined { item: found, .. } if found == item()));
    assert!(matches!(placed(NOW.plus_seconds(-90)), Outcome::New(_)));
}

#[test]
fn a_fever_corrected_upwards_is_a_new_one() {
    let open = OpenAlert {
        about: About::Temperature(Temperature(383)),
        parts: Parts::new(),
        urgency: Urgency::Urgent,
        ..open_pain(0, &[])
    };
    let context = Context { open: vec![open], ..Context::default() };
    let placed = |tenths| {
        let report = Report { temperature: Some(Temperature(tenths)), ..pain(0, &[]) };
        star(&report, &context).remove(0)
    };
    assert!(matches!(placed(383), Outcome::Joined { .. }));
    assert!(matches!(placed(391), Outcome::New(_)));
}

fn mute(levels: &[(Attribute, u8)]) -> Mute {
    Mute { symptom: symptom("pain"), until: NOW.plus_days(1), parts: parts(levels) }
}

#[rstest]
#[case(&[(Severity, 3)], true)]
#[case(&[(Severity, 3), (Frequency, 2)], true)]
// Worse than it was known, or known for other parts only.
#[case(&[(Severity, 2)], false)]
#[case(&[(Frequency, 3)], false)]
fn a_muted_symptom_is_kept_with_the_report_until_it_is_worse_than_it_was_known(
    #[case] known: &[(Attribute, u8)],
    #[case] muted: bool,
) {
    let context = Context { muted: vec![mute(known)], ..Context::default() };
    let alert = of_pain(Urgency::Alert, vec![at_level(Severity, 3)]);
    let expected = if muted { Outcome::Muted(alert) } else { Outcome::New(alert) };
    assert_eq!(star(&pain(0, &[(Severity, 3)]), &context), [expected]);
}

#[test]
fn a_mute_ends_with_its_time_and_hides_no_other_symptom() {
    let report = pain(0, &[(Severity, 3)]);
    let over = Mute { until: NOW, ..mute(&[(Severity, 3)]) };
    assert!(over.is_ended_by(&report));
    let other = Mute { symptom: symptom("nausea"), ..mute(&[(Severity, 3)]) };
    for muted in [over, other] {
        let context = Context { muted: vec![muted], ..Context::default() };
        assert!(matches!(star(&report, &context)[..], [Outcome::New(_)]));
    }
}

#[test]
fn a_4_is_never_muted_also_when_it_was_known() {
    let context = Context { muted: vec![mute(&[(Severity, 4)])], ..Context::default() };
    let report = pain(0, &[(Severity, 4)]);
    assert!(matches!(star(&report, &context)[..], [Outcome::New(_)]));
    assert!(matches!(composite(&report, &context)[..], [Outcome::New(_)]));
}

#[test]
fn the_worst_comes_first_and_what_got_worse_before_what_is_bad_as_it_was() {
    let report = Report {
        flags: Some([Flag::SelfHarm].into()),
        parts: [
            (symptom("appetite"), parts(&[(Severity, 4)])),
            (symptom("nausea"), parts(&[(Severity, 2)])),
            (symptom("pain"), parts(&[(Severity, 1)])),
        ]
        .into(),
        ..pain(0, &[])
    };
    let before = Report {
        parts: [
            (symptom("appetite"), parts(&[(Severity, 4)])),
            (symptom("nausea"), parts(&[(Severity, 0)])),
            (symptom("pain"), parts(&[(Severity, 0)])),
        ]
        .into(),
        ..pain(7, &[])
    };
    let about: Vec<About> =
        star(&report, &after_one(before)).iter().map(|outcome| outcome.alert().about.clone()).collect();
    let symptoms = ["nausea", "appetite", "pain"].map(|code| About::Symptom(symptom(code)));
    assert_eq!(about[0], About::Flag(Flag::SelfHarm));
    assert_eq!(about[1..], symptoms);
}

fn a_level() -> impl Strategy<Value = Level> {
    (0_u8..=4).prop_map(level)
}

fn some_parts() -> impl Strategy<Value = Parts> {
    let attributes = vec![Frequency, Severity, Interference, Attribute::Amount, Presence];
    prop::collection::btree_map(prop::sample::select(attributes), a_level(), 0..5)
}

fn a_symptom() -> impl Strategy<Value = Symptom> {
    prop::sample::select(vec!["pain", "nausea", "mood"]).prop_map(symptom)
}

fn a_report(seconds_ago: std::ops::Range<i64>) -> impl Strategy<Value = Report> {
    (
        seconds_ago,
        any::<bool>(),
        any::<bool>(),
        prop::option::of(prop::collection::btree_set(prop::sample::select(Flag::ALL.to_vec()), 0..3)),
        prop::collection::btree_map(a_symptom(), some_parts(), 0..3),
        prop::option::of((350..420).prop_map(Temperature)),
    )
        .prop_map(|(ago, person, finished, flags, parts, temperature)| Report {
            at: NOW.plus_seconds(-ago),
            by: if person { Author::Person } else { Author::Caregiver },
            finished,
            flags,
            parts,
            temperature,
            note: false,
        })
}

fn an_open_alert() -> impl Strategy<Value = OpenAlert> {
    let about = prop_oneof![
        a_symptom().prop_map(About::Symptom),
        prop::sample::select(Flag::ALL.to_vec()).prop_map(About::Flag),
        (350..420).prop_map(|tenths| About::Temperature(Temperature(tenths))),
    ];
    (about, some_parts(), any::<bool>(), -1000_i64..400_000).prop_map(|(about, parts, urgent, ago)| OpenAlert {
        item: item(),
        about,
        parts,
        urgency: if urgent { Urgency::Urgent } else { Urgency::Alert },
        since: NOW.plus_seconds(-ago),
    })
}

fn a_mute() -> impl Strategy<Value = Mute> {
    (a_symptom(), some_parts(), -5_i64..28).prop_map(|(symptom, parts, days)| Mute {
        symptom,
        until: NOW.plus_days(days),
        parts,
    })
}

fn a_context() -> impl Strategy<Value = Context> {
    (
        prop::option::of(a_report(0..10_000_000)),
        prop::option::of(a_report(0..5_000_000)),
        any::<Option<bool>>(),
        prop::collection::vec(an_open_alert(), 0..3),
        prop::collection::vec(a_mute(), 0..3),
    )
        .prop_map(|(first, previous, in_treatment, open, muted)| Context {
            first,
            previous,
            in_treatment,
            open,
            muted,
        })
}

fn a_profile() -> impl Strategy<Value = Profile> {
    prop::sample::select(vec![Profile::Star, Profile::Composite])
}

/// How loud an outcome is.
fn loudness(outcome: &Outcome) -> (bool, Urgency) {
    (is_sent(outcome), outcome.alert().urgency)
}

fn kind(about: &About) -> About {
    match about {
        About::Temperature(_) => About::Temperature(Temperature(0)),
        about => about.clone(),
    }
}

proptest! {
    #[test]
    fn a_red_flag_and_a_fever_are_never_silent(
        report in a_report(0..1), context in a_context(), profile in a_profile(),
    ) {
        let outcomes = alerts(&rules(), profile, &report, &context);
        let sent: Vec<&Alert> =
            outcomes.iter().filter(|outcome| is_sent(outcome)).map(Outcome::alert).collect();
        for flag in report.flags.iter().flatten() {
            prop_assert!(sent.iter().any(|alert| alert.about == About::Flag(*flag)));
        }
        if let Some(temperature) = report.temperature.filter(|temperature| temperature.0 >= 380) {
            prop_assert!(sent.iter().any(|alert| alert.about == About::Temperature(temperature)));
        }
        for alert in sent {
            let may_wait = matches!(alert.about, About::Symptom(_))
                || (context.in_treatment == Some(false)
                    && matches!(alert.about, About::Temperature(_) | About::Flag(Flag::FeverOrChills)));
            prop_assert!(may_wait || alert.urgency == Urgency::Urgent);
        }
    }

    #[test]
    fn nothing_of_a_report_comes_out_twice_or_without_a_reason(
        report in a_report(0..1), context in a_context(), profile in a_profile(),
    ) {
        let outcomes = alerts(&rules(), profile, &report, &context);
        let about: BTreeSet<&About> = outcomes.iter().map(|outcome| &outcome.alert().about).collect();
        prop_assert_eq!(about.len(), outcomes.len());
        for outcome in &outcomes {
            prop_assert!(!outcome.alert().reasons.is_empty());
            prop_assert_eq!(matches!(outcome, Outcome::Soft(_)), outcome.alert().urgency == Urgency::Soft);
        }
    }

    #[test]
    fn a_mute_hides_no_4_and_nothing_that_is_worse_than_when_it_was_muted(
        report in a_report(0..1), context in a_context(), profile in a_profile(),
    ) {
        for outcome in alerts(&rules(), profile, &report, &context) {
            let Outcome::Muted(alert) = outcome else { continue };
            let About::Symptom(about) = &alert.about else { panic!("{alert:?}") };
            let may_hide = context.muted.iter().any(|mute| mute.symptom == *about
                && report.at < mute.until
                && levels(&report, about).all(|(attribute, now)| {
                    now < Level::MOST && mute.parts.get(&attribute).copied().unwrap_or(Level::NONE) >= now
                }));
            prop_assert!(may_hide);
        }
    }

    #[test]
    fn a_part_at_4_is_always_sent(report in a_report(0..1), context in a_context(), profile in a_profile()) {
        let outcomes = alerts(&rules(), profile, &report, &context);
        for symptom in report.parts.keys() {
            if levels(&report, symptom).any(|(_, level)| level == Level::MOST) {
                prop_assert!(outcomes.iter().any(
                    |outcome| is_sent(outcome) && outcome.alert().about == About::Symptom(symptom.clone())
                ));
            }
        }
    }

    #[test]
    fn a_report_that_is_like_the_one_before_has_not_got_worse(
        report in a_report(0..1), context in a_context(), profile in a_profile(),
    ) {
        let previous = Some(Report { at: NOW.plus_days(-7), ..report.clone() });
        for outcome in alerts(&rules(), profile, &report, &Context { previous, ..context }) {
            for reason in &outcome.alert().reasons {
                prop_assert_eq!(worsening(reason), 0, "{:?}", reason);
            }
        }
    }

    #[test]
    fn whatever_gets_worse_no_alert_goes_away_or_becomes_less_urgent(
        report in a_report(0..1),
        context in a_context(),
        profile in a_profile(),
        chosen in any::<prop::sample::Index>(),
        warmer in 0_i32..20,
        flag in prop::sample::select(Flag::ALL.to_vec()),
    ) {
        let mut worse = report.clone();
        let mut answered: Vec<&mut Level> = worse.parts.values_mut().flat_map(BTreeMap::values_mut).collect();
        if !answered.is_empty() {
            let at = chosen.index(answered.len());
            let next = (answered[at].get() + 1).min(4);
            *answered[at] = level(next);
        }
        worse.temperature = worse.temperature.map(|temperature| Temperature(temperature.0 + warmer));
        worse.flags = worse.flags.map(|flags| flags.into_iter().chain([flag]).collect());
        let after = alerts(&rules(), profile, &worse, &context);
        for before in alerts(&rules(), profile, &report, &context) {
            let same = after.iter().find(|outcome| kind(&outcome.alert().about) == kind(&before.alert().about));
            prop_assert!(same.is_some_and(|same| loudness(same) >= loudness(&before)), "{:?}: {:?}", before, after);
        }
    }

    #[test]
    fn what_joins_an_item_is_no_worse_than_what_the_item_knows(
        report in a_report(0..1), context in a_context(), profile in a_profile(),
    ) {
        for outcome in alerts(&rules(), profile, &report, &context) {
            let Outcome::Joined { alert, .. } = outcome else { continue };
            let is_known = context.open.iter().any(|open| {
                kind(&open.about) == kind(&alert.about)
                    && open.urgency >= alert.urgency
                    && match &alert.about {
                        About::Symptom(symptom) => graded(&open.parts).eq(levels(&report, symptom)),
                        About::Temperature(now) => matches!(open.about, About::Temperature(known) if known >= *now),
                        About::Flag(_) => true,
                    }
            });
            prop_assert!(is_known);
        }
    }
}
