//! What the demonstration's people have told in their diary: weeks of reports that become courses, and
//! the latest ones, which wait for the care team. Each is answered and sent as a person does it.

use std::collections::BTreeSet;

use domain::{
    access::{self, Caller, Diary},
    db::Db,
    diary::{
        alert::Rules,
        answer::Answer,
        entry::{NewEntry, create_entry},
        evaluate::{self, How},
        instrument::LinkId,
        report::{Flag, Level, Symptom},
        store,
    },
    id::{RecordId, ReportId},
    site::Site,
    time::Instant,
};

use crate::command::Failure;

const HOUR: i64 = 3600;

/// A report: how many hours ago it was begun, its red flags, answers (question, choices or words).
struct Told {
    hours: i64,
    flags: &'static [Flag],
    answers: Vec<(&'static str, Vec<Answer>)>,
}

fn choices(codes: &[&str]) -> Vec<Answer> {
    codes.iter().map(|code| Answer::Choice((*code).to_owned())).collect()
}

fn words(text: &str) -> Vec<Answer> {
    vec![Answer::Text(text.to_owned())]
}

/// What each symptom was, by the part of its question behind the dash.
fn told(hours: i64, symptoms: &[(&'static str, &[(&'static str, &'static str)])]) -> Told {
    let mut names: Vec<&str> = symptoms.iter().map(|(name, _)| *name).collect();
    if names.is_empty() {
        names.push("none");
    }
    let mut answers = vec![("which", choices(&names))];
    for (_, parts) in symptoms {
        answers.extend(parts.iter().map(|(question, code)| (*question, choices(&[code]))));
    }
    answers.push(("activity-interference", choices(&[if symptoms.len() > 2 { "2" } else { "1" }])));
    answers.push(("rest-amount", choices(&["1"])));
    Told { hours, flags: &[], answers }
}

fn and(mut told: Told, question: &'static str, answer: Vec<Answer>) -> Told {
    told.answers.push((question, answer));
    told
}

/// Weeks of chemotherapy: nausea after each cycle, tingling that creeps up; then a bad week.
fn in_chemotherapy() -> Vec<Told> {
    let nausea = |often, bad| ("nausea", [("nausea-frequency", often), ("nausea-severity", bad)]);
    let numb = |bad, way| ("numbness", [("numbness-severity", bad), ("numbness-interference", way)]);
    let tired = |bad, way| ("tiredness", [("tiredness-severity", bad), ("tiredness-interference", way)]);
    let week = |weeks: i64,
                nausea: (&'static str, [(&'static str, &'static str); 2]),
                tired: (&'static str, [(&'static str, &'static str); 2]),
                numb: (&'static str, [(&'static str, &'static str); 2])| {
        told(weeks * 7 * 24 + 20, &[(nausea.0, &nausea.1), (tired.0, &tired.1), (numb.0, &numb.1)])
    };
    vec![
        week(8, nausea("1", "1"), tired("1", "1"), numb("0", "0")),
        week(7, nausea("2", "2"), tired("2", "1"), numb("0", "0")),
        week(6, nausea("1", "1"), tired("1", "1"), numb("0", "0")),
        week(5, nausea("2", "1"), tired("2", "1"), numb("1", "0")),
        week(4, nausea("1", "1"), tired("1", "1"), numb("1", "0")),
        week(3, nausea("2", "2"), tired("2", "2"), numb("1", "1")),
        week(2, nausea("1", "1"), tired("2", "1"), numb("1", "1")),
        week(1, nausea("2", "1"), tired("2", "1"), numb("1", "1")),
        and(
            told(
                1,
                &[
                    ("nausea", &[("nausea-frequency", "3"), ("nausea-severity", "3")]),
                    ("tiredness", &[("tiredness-severity", "2"), ("tiredness-interference", "2")]),
                    ("numbness", &[("numbness-severity", "2"), ("numbness-interference", "1")]),
                ],
            ),
            "temperature",
            words("37.2"),
        ),
    ]
}

/// Pain that got worse within a week, and a fever today.
fn with_advanced_cancer() -> Vec<Told> {
    let pain = |often, bad, way| [("pain-frequency", often), ("pain-severity", bad), ("pain-interference", way)];
    let mut today = and(told(2, &[("pain", &pain("3", "3", "2"))]), "temperature", words("38.4"));
    today.flags = &[Flag::FeverOrChills];
    vec![told(15 * 24, &[("pain", &pain("2", "1", "1"))]), told(8 * 24, &[("pain", &pain("2", "1", "1"))]), today]
}

fn of(slug: &str) -> Vec<Told> {
    match slug {
        "in-chemotherapy" => in_chemotherapy(),
        "advanced-cancer" => with_advanced_cancer(),
        "just-diagnosed" => vec![and(
            told(20, &[("sleep", &[("sleep-severity", "2"), ("sleep-interference", "1")])]),
            "note",
            words("I lie awake and think about the scan. Is there someone I could talk to?"),
        )],
        _ => Vec::new(),
    }
}

/// Writes the diary of a person of the demonstration.
pub async fn write(
    db: &Db,
    caller: &Caller,
    record: RecordId,
    slug: &str,
    site: &Site,
    now: Instant,
) -> Result<(), Failure> {
    let rules = Rules::shipped().map_err(|cause| Failure::said(cause.to_string()))?;
    for told in of(slug) {
        send(db, caller, record, told, How { rules: &rules, site }, now).await?;
    }
    if slug == "in-chemotherapy" {
        let mut tx = db.write().await?;
        let granted = access::write::<Diary>(&mut tx, caller, record).await?;
        let at = now.plus_seconds(-3 * 24 * HOUR);
        let new = NewEntry {
            id: ReportId::new(),
            symptom: Symptom("nausea".into()),
            level: Level::try_from(2).ok(),
            happened_at: at,
            note: "Mejor después de un té de jengibre y un paseo corto.".into(),
        };
        create_entry(&mut tx, &granted, new, at).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn send(
    db: &Db,
    caller: &Caller,
    record: RecordId,
    told: Told,
    how: How<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let at = now.plus_seconds(-told.hours * HOUR);
    let id = ReportId::new();
    let mut tx = db.write().await?;
    let granted = access::write::<Diary>(&mut tx, caller, record).await?;
    store::start_report(&mut tx, &granted, id, &how.site.instrument, at).await?;
    let flags: BTreeSet<Flag> = told.flags.iter().copied().collect();
    store::save_flags(&mut tx, &granted, id, flags, at).await?;
    let answers = told.answers.into_iter().map(|(question, given)| (LinkId(question.to_owned()), given)).collect();
    store::save_answers(&mut tx, &granted, id, answers, at).await?;
    if let Some(sent) = store::send_report(&mut tx, &granted, id, at.plus_seconds(70)).await? {
        evaluate::evaluate(&mut tx, record, &sent, how, at.plus_seconds(70)).await?;
    }
    Ok(tx.commit().await?)
}
