//! Instruments of the symptom diary, brought in on the command line.

use std::{
    process::{Command, Output},
    sync::Arc,
};

use domain::{
    db::Db,
    diary::{
        instrument::OWN,
        instrument_store::{get_current, list_instruments},
    },
};
use fhir::instrument::symptom_check;
use rstest::rstest;
use serde_json::{Value, json};
use server::command::ensure_symptom_check;

struct Clinic {
    address: String,
    folder: tempfile::TempDir,
}

impl Clinic {
    /// Nothing when `DAYBOOK_TEST_POSTGRES` names no PostgreSQL.
    async fn on(database: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let address = match database {
            "sqlite" => format!("sqlite:{}", folder.path().join("clinic.sqlite").display()),
            _ => domain::db::new_test_database().await?,
        };
        Some(Self { address, folder })
    }

    fn daybook(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_daybook"));
        command.current_dir(self.folder.path()).args(["--database", &self.address]).args(arguments).output().unwrap()
    }

    fn import(&self, form: &Value) -> (bool, String) {
        std::fs::write(self.folder.path().join("form.json"), form.to_string()).unwrap();
        said(&self.daybook(&["import-instrument", "form.json"]))
    }
}

fn said(output: &Output) -> (bool, String) {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    (output.status.success(), String::from_utf8(text).unwrap())
}

fn a_form(version: &str, items: &Value) -> Value {
    json!({ "resourceType": "Questionnaire", "url": "https://clinic.example/form", "version": version, "language": "en",
        "title": "How you are", "status": "active", "item": items })
}

fn two_questions() -> Value {
    json!([
        { "linkId": "pain", "type": "group", "code": [{ "system": "urn:daybook:symptom", "code": "pain" }], "item": [
            { "linkId": "there", "text": "Any pain?", "type": "boolean", "code": [{ "system": "urn:daybook:attribute", "code": "presence" }] }] },
        { "linkId": "else", "text": "Anything else?", "type": "text" }
    ])
}

#[rstest]
#[tokio::test]
async fn a_clinic_brings_its_instrument_in_once(#[values("sqlite", "postgres")] database: &str) {
    let Some(clinic) = Clinic::on(database).await else { return };
    let (done, text) = clinic.import(&a_form("1", &two_questions()));
    assert!(done && text.contains("\"How you are\", version 1 of https://clinic.example/form, is here now"), "{text}");
    assert!(text.contains("1 of its 2 questions take part in alerts"), "{text}");
    let (done, text) = clinic.import(&a_form("1", &two_questions()));
    assert!(done && text.contains("was here already"), "{text}");
    let other = json!([{ "linkId": "else", "text": "Anything else?", "type": "text" }]);
    let (done, text) = clinic.import(&a_form("1", &other));
    assert!(!done && text.contains("give the file a new version; nothing was changed"), "{text}");
    let (done, text) = clinic.import(&a_form("2", &other));
    assert!(done && text.contains("0 of its 1 questions") && text.contains("will alert anybody"), "{text}");

    let (done, text) = said(&clinic.daybook(&["--json", "import-instrument", "--list"]));
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let versions: Vec<_> =
        lines.iter().map(|line| (line["version"].as_str().unwrap(), line["current"] == true)).collect();
    assert!(done);
    assert_eq!(versions, [("2", true), ("1", false)]);
    let (_, text) = said(&clinic.daybook(&["import-instrument", "--list"]));
    assert!(text.contains("https://clinic.example/form|1  How you are  (an older version)"), "{text}");
}

#[tokio::test]
async fn what_can_t_be_asked_is_told_item_by_item_and_nothing_is_taken() {
    let clinic = Clinic::on("sqlite").await.unwrap();
    let wrong = a_form(
        "1",
        &json!([
            { "linkId": "photo", "text": "A photo?", "type": "attachment" },
            { "linkId": "later", "text": "Why?", "type": "text", "enableWhen": [{ "question": "nowhere", "operator": "exists", "answerBoolean": true }] }
        ]),
    );
    let (done, text) = clinic.import(&wrong);
    assert!(!done && text.contains("refused, nothing was taken"), "{text}");
    assert!(text.contains("item \"photo\": ") && text.contains("item \"later\": "), "{text}");
    let (done, text) = said(&clinic.daybook(&["--json", "import-instrument", "form.json"]));
    let line: Value = serde_json::from_str(text.trim()).unwrap();
    assert!(!done);
    assert_eq!((&line["refused"][0]["linkId"], &line["refused"][1]["linkId"]), (&json!("photo"), &json!("later")));
    let (done, text) = said(&clinic.daybook(&["import-instrument", "no-such-file.json"]));
    assert!(!done && text.contains("no-such-file.json can't be read"), "{text}");
    assert_eq!(said(&clinic.daybook(&["import-instrument", "--list"])), (true, String::new()));
}

#[rstest]
#[tokio::test]
async fn the_symptom_check_is_there_after_a_start(#[values("sqlite", "postgres")] database: &str) {
    let Some(clinic) = Clinic::on(database).await else { return };
    let db = Db::open(&clinic.address).await.unwrap();
    let now = domain::time::Instant(1_790_000_000_000_000);
    let id = ensure_symptom_check(&db, now).await.unwrap();
    assert_eq!(ensure_symptom_check(&db, now.plus_days(1)).await.unwrap(), id);
    let mut tx = db.read().await.unwrap();
    assert_eq!(get_current(&mut tx, OWN).await.unwrap(), (id, Arc::new(symptom_check().unwrap())));
    assert_eq!(list_instruments(&mut tx).await.unwrap().len(), 1);
}
