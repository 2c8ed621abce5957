//! Each kind of resource with what a person sees of it.

use domain::results::{AttachmentContent, Body, FactLabel, Kind, Role, Status};
use rstest::rstest;
use serde_json::{Value, json};

use crate::made::{bundle, facts, item, observation, read, report, resource};

#[rstest]
#[case(json!({}), Kind::Laboratory)]
#[case(json!({ "category": [{ "coding": [{ "code": "vital-signs" }] }] }), Kind::Measurement)]
#[case(json!({ "category": [{ "coding": [{ "code": "imaging" }] }] }), Kind::Imaging)]
#[case(json!({ "category": [{ "coding": [{ "code": "survey" }] }] }), Kind::Questionnaire)]
#[case(json!({ "category": [{ "coding": [{ "code": "social-history" }] }] }), Kind::Questionnaire)]
#[case(json!({ "category": [{ "coding": [{ "code": "sdoh" }] }, { "coding": [{ "code": "survey" }] }] }), Kind::Questionnaire)]
#[case(json!({ "category": [{ "coding": [{ "code": "exam" }] }] }), Kind::Measurement)]
#[case(json!({ "category": [{ "coding": [{ "code": "therapy" }] }] }), Kind::Treatment)]
#[case(json!({ "category": [{ "text": "Laboratory" }] }), Kind::Laboratory)]
#[case(json!({ "category": null }), Kind::Questionnaire)]
#[case(json!({ "category": null, "valueQuantity": { "value": 1, "unit": "g/dL" } }), Kind::Laboratory)]
#[case(json!({ "category": null, "valueQuantity": { "value": 70, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg" } }), Kind::Measurement)]
#[case(json!({ "category": null, "valueQuantity": { "value": 7, "unit": "{score}" } }), Kind::Questionnaire)]
#[case(json!({ "code": { "coding": [{ "code": "69548-6" }] } }), Kind::Genetics)]
#[case(json!({ "code": { "coding": [{ "code": "85319-2" }] } }), Kind::Pathology)]
#[case(json!({ "code": { "text": "Ki-67 by Immune stain" } }), Kind::Pathology)]
#[case(json!({ "category": [{ "coding": [{ "code": "imaging" }] }], "code": { "coding": [{ "code": "21889-1" }] } }), Kind::Imaging)]
#[case(json!({ "code": { "coding": [{ "code": "21889-1" }] } }), Kind::Pathology)]
#[case(json!({ "category": [{ "coding": [{ "code": "survey" }] }], "code": { "coding": [{ "code": "29463-7" }] } }), Kind::Measurement)]
fn the_kind_of_an_observation(#[case] fields: Value, #[case] kind: Kind) {
    assert_eq!(item(observation(fields)).kind, kind);
}

#[rstest]
#[case("LAB", json!({ "text": "Blood count" }), Kind::Laboratory)]
#[case("RAD", json!({ "text": "CT chest" }), Kind::Imaging)]
#[case("LP29684-5", json!({ "text": "CT chest" }), Kind::Imaging)]
#[case("LP29684-5", json!({ "coding": [{ "code": "11506-3" }] }), Kind::Note)]
#[case("LP7839-6", json!({ "text": "Surgical operation note" }), Kind::Note)]
#[case("PAT", json!({ "text": "Left breast" }), Kind::Pathology)]
#[case("LAB", json!({ "coding": [{ "code": "22637-3" }] }), Kind::Pathology)]
#[case("GE", json!({ "text": "BRCA" }), Kind::Genetics)]
#[case("x", json!({ "coding": [{ "code": "51969-4" }] }), Kind::Genetics)]
#[case("34117-2", json!({ "coding": [{ "code": "34117-2", "display": "History and physical note" }] }), Kind::Note)]
#[case("LAB", json!({ "text": "Patient Health Questionnaire 2 item (PHQ-2) [Reported]" }), Kind::Questionnaire)]
fn the_kind_of_a_report(#[case] category: &str, #[case] code: Value, #[case] kind: Kind) {
    let value =
        resource("DiagnosticReport", json!({ "category": [{ "coding": [{ "code": category }] }], "code": code }));
    assert_eq!(item(value).kind, kind);
}

#[test]
fn a_report_has_conclusion_findings_text_and_files() {
    let item = item(resource(
        "DiagnosticReport",
        json!({
            "status": "amended", "code": { "text": "CT chest" }, "issued": "2021-03-10T10:00:00Z",
            "conclusion": "No change.\nNext in 3 months.", "conclusionCode": [{ "text": "Stable disease" }],
            "performer": [{ "display": "Radiology" }], "resultsInterpreter": [{ "display": "Dr. Ray" }],
            "text": { "status": "generated", "div": "<div>Repeats</div>" },
            "presentedForm": [
                { "contentType": "text/plain; charset=utf-8", "data": "SGVsbG8g4oKs" },
                { "contentType": "application/pdf", "title": "Report\u{200B}", "data": "JVBERi0xLjQK" },
                { "contentType": "text/html", "data": "PHA+QSAmYW1wOyBCPC9wPjxzY3JpcHQ+eDwvc2NyaXB0Pg==" },
                { "contentType": "text/plain", "data": "R3L832U" },
                { "contentType": "application/pdf", "data": "SGVsbG8=" },
                { "contentType": "application/pdf", "data": "%%%" },
                { "contentType": "image/jpeg", "url": "https://x.example/1.jpg", "size": 99 }
            ]
        }),
    ));
    assert_eq!(item.status, Status::Amended);
    assert_eq!(item.people.iter().map(|p| p.role).collect::<Vec<_>>(), [Role::PerformedBy, Role::WrittenBy]);
    let report = report(&item);
    assert_eq!(report.conclusion.as_deref(), Some("No change.\nNext in 3 months."));
    assert_eq!(report.findings, ["Stable disease"]);
    assert_eq!(report.narrative, None);
    let contents: Vec<_> = report.attachments.iter().map(|a| a.content.clone()).collect();
    assert_eq!(
        contents,
        [
            AttachmentContent::Text("Hello €".into()),
            AttachmentContent::Inline("/presentedForm/1/data".into()),
            AttachmentContent::Text("A & B".into()),
            AttachmentContent::Text("Grüße".into()),
            AttachmentContent::Unreadable,
            AttachmentContent::Unreadable,
            AttachmentContent::Elsewhere,
        ]
    );
    assert_eq!(report.attachments[0].media_type, "text/plain");
    assert_eq!(report.attachments[0].size, 9);
    assert_eq!(report.attachments[1].title.as_deref(), Some("Report"));
    assert_eq!(report.attachments[6].size, 99);
}

#[test]
fn the_narrative_counts_when_nothing_else_does() {
    let div = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><h1>CT</h1><p>Clear &lt;1 cm</p></div>";
    let item = item(resource("DiagnosticReport", json!({ "code": { "text": "CT" }, "text": { "div": div } })));
    assert_eq!(report(&item).narrative.as_deref(), Some("CT\nClear <1 cm"));
}

#[test]
fn a_file_is_fetched_from_the_raw_resource() {
    let raw = r#"{"resourceType":"DiagnosticReport","presentedForm":[null,{"data":"JVBE\nRi0="}],"a/b":{"~":"aGk"}}"#;
    assert_eq!(fhir::attachment(raw, "/presentedForm/1/data").unwrap(), b"%PDF-");
    assert_eq!(fhir::attachment(raw, "/a~1b/~0").unwrap(), b"hi");
    for nowhere in ["", "/", "x", "/presentedForm", "/presentedForm/0/data", "/presentedForm/9/data", "/resourceType/x"]
    {
        assert_eq!(fhir::attachment(raw, nowhere), None, "{nowhere}");
    }
    assert_eq!(fhir::attachment("not json", "/a"), None);
}

#[test]
fn a_document_has_author_and_file() {
    let item = item(resource(
        "DocumentReference",
        json!({
            "status": "current", "docStatus": "amended", "type": { "text": "Letter" }, "date": "2021-03-10T10:00:00Z",
            "author": [{ "display": "Dr. Pen" }], "custodian": { "display": "Clinic" }, "description": "To your doctor",
            "content": [{ "attachment": { "contentType": "text/plain", "data": "SGk=" } },
                        { "attachment": { "contentType": "application/pdf", "data": "JVBERi0xLjQK" } }]
        }),
    ));
    assert_eq!((item.kind, item.status, item.title.as_str()), (Kind::Note, Status::Amended, "Letter"));
    let Body::Document(document) = &item.body else { panic!() };
    assert_eq!(document.description.as_deref(), Some("To your doctor"));
    assert_eq!(document.attachments[0].content, AttachmentContent::Text("Hi".into()));
    assert_eq!(document.attachments[1].content, AttachmentContent::Inline("/content/1/attachment/data".into()));
}

#[test]
fn a_document_that_only_repeats_a_report_is_kept_but_not_shown_twice() {
    let form = json!({ "contentType": "text/plain", "data": "SGVsbG8=" });
    let note = |status: &str| {
        resource(
            "DiagnosticReport",
            json!({ "id": "n", "status": status, "code": { "text": "Progress note" }, "presentedForm": [form] }),
        )
    };
    let document =
        resource("DocumentReference", json!({ "id": "d", "status": "current", "content": [{ "attachment": form }] }));
    let shown = |report: Value| {
        let all = read(bundle(&[document.clone(), report]));
        (all[1].item.is_some(), all[2].item.is_some())
    };
    assert_eq!(shown(note("final")), (false, true));
    // A report that was taken back takes no document with it.
    assert_eq!(shown(note("entered-in-error")), (true, true));
}

#[test]
fn a_diagnosis_tells_stage_place_and_course() {
    let item = item(resource(
        "Condition",
        json!({
            "clinicalStatus": { "coding": [{ "code": "remission" }] }, "verificationStatus": { "coding": [{ "code": "provisional" }] },
            "code": { "text": "Breast cancer" }, "severity": { "text": "Severe" }, "bodySite": [{ "text": "Left breast" }],
            "stage": [{ "summary": { "text": "Stage II" } }], "onsetString": "in spring", "abatementDateTime": "2022",
            "recordedDate": "2021-03", "note": [{ "text": "watch" }], "asserter": { "display": "Dr. A" }
        }),
    ));
    assert_eq!((item.kind, item.status), (Kind::Diagnosis, Status::Preliminary));
    assert_eq!((item.when.start, item.when.end), (Some("2021-03".parse().unwrap()), Some("2022".parse().unwrap())));
    assert_eq!(facts(&item, FactLabel::Stage), ["Stage II"]);
    assert_eq!(facts(&item, FactLabel::BodySite), ["Left breast"]);
    assert_eq!(facts(&item, FactLabel::Began), ["in spring"]);
    assert_eq!(facts(&item, FactLabel::Outcome), ["remission"]);
    assert_eq!(facts(&item, FactLabel::Severity), ["Severe"]);
    assert_eq!(item.notes, ["watch"]);
}

#[rstest]
#[case(json!({ "coding": [{ "code": "367336001" }] }), Kind::Treatment)]
#[case(json!({ "text": "External beam radiotherapy" }), Kind::Treatment)]
#[case(json!({ "coding": [{ "display": "Combined chemotherapy and radiation therapy" }] }), Kind::Treatment)]
#[case(json!({ "text": "Colonoscopy" }), Kind::Procedure)]
fn a_procedure_may_be_treatment(#[case] code: Value, #[case] kind: Kind) {
    assert_eq!(item(resource("Procedure", json!({ "code": code }))).kind, kind);
}

#[test]
fn a_procedure_tells_why_where_and_by_whom() {
    let item = item(resource(
        "Procedure",
        json!({
            "status": "not-done", "code": { "text": "Biopsy" }, "performedPeriod": { "start": "2021-01-01", "end": "2021-01-02" },
            "reasonCode": [{ "text": "Lump" }], "outcome": { "text": "Sample taken" }, "complication": [{ "text": "Bruise" }],
            "followUp": [{ "text": "Remove stitches" }], "location": { "display": "Room 4" },
            "performer": [{ "actor": { "display": "Dr. S" } }]
        }),
    ));
    assert_eq!(item.status, Status::NotDone);
    for (label, text) in [
        (FactLabel::Reason, "Lump"),
        (FactLabel::Outcome, "Sample taken"),
        (FactLabel::Complication, "Bruise"),
        (FactLabel::FollowUp, "Remove stitches"),
    ] {
        assert_eq!(facts(&item, label), [text]);
    }
    assert_eq!(
        item.people.iter().map(|p| (p.role, p.name.as_str())).collect::<Vec<_>>(),
        [(Role::PerformedBy, "Dr. S"), (Role::Place, "Room 4")]
    );
}

#[test]
fn a_medicine_tells_dose_and_why() {
    let item = item(resource(
        "MedicationRequest",
        json!({
            "status": "on-hold", "intent": "plan", "authoredOn": "2021-03-09", "medicationCodeableConcept": { "text": "Capecitabine 500 mg" },
            "requester": { "display": "Dr. O" }, "reasonCode": [{ "text": "Colon cancer" }], "statusReason": { "text": "Rash" },
            "dosageInstruction": [{ "text": "2 in the morning", "doseAndRate": [{ "doseQuantity": { "value": 2, "unit": "tablet" } }] }]
        }),
    ));
    assert_eq!((item.kind, item.status, item.title.as_str()), (Kind::Medicine, Status::OnHold, "Capecitabine 500 mg"));
    assert_eq!(facts(&item, FactLabel::Dose), ["2 tablet"]);
    assert_eq!(facts(&item, FactLabel::Instructions), ["2 in the morning"]);
    assert_eq!(facts(&item, FactLabel::Intent), ["plan"]);
    assert_eq!(facts(&item, FactLabel::ReasonStopped), ["Rash"]);
    assert_eq!(item.people[0].role, Role::OrderedBy);
}

#[test]
fn what_was_given_or_is_taken() {
    let given = |name: &str| {
        item(resource(
            "MedicationAdministration",
            json!({ "status": "completed",
        "medicationCodeableConcept": { "text": name }, "effectivePeriod": { "start": "2021-03-09" },
        "dosage": { "text": "slowly", "dose": { "value": 100, "unit": "mg" } } }),
        ))
    };
    assert_eq!(given("Cisplatin 50 MG Injection").kind, Kind::Treatment);
    assert_eq!(given("Saline").kind, Kind::Medicine);
    assert_eq!(facts(&given("Saline"), FactLabel::Dose), ["100 mg"]);
    let taken = item(resource(
        "MedicationStatement",
        json!({ "status": "not-taken", "dateAsserted": "2021",
        "medicationCodeableConcept": { "text": "Aspirin" }, "dosage": [{ "text": "as needed" }] }),
    ));
    assert_eq!(
        (taken.kind, taken.status, taken.when.start),
        (Kind::Medicine, Status::NotDone, Some("2021".parse().unwrap()))
    );
}

#[test]
fn visits_and_appointments() {
    let visit = item(resource(
        "Encounter",
        json!({ "status": "finished", "class": { "code": "AMB", "display": "ambulatory" },
        "type": [{ "text": "Oncology visit" }], "period": { "start": "2021-03-09T08:00:00+01:00", "end": "2021-03-09T09:00:00+01:00" },
        "reasonCode": [{ "text": "Control" }], "participant": [{ "individual": { "display": "Dr. O" } }],
        "location": [{ "location": { "display": "Ward 3" } }], "serviceProvider": { "display": "Clinic" } }),
    ));
    assert_eq!((visit.kind, visit.title.as_str(), visit.people.len()), (Kind::Visit, "Oncology visit", 3));
    let unnamed = item(resource("Encounter", json!({ "status": "finished", "class": { "code": "AMB" } })));
    assert_eq!(unnamed.title, "");
    let planned = item(
        json!({ "resourceType": "Appointment", "id": "a", "status": "booked", "start": "2030-01-01T10:00:00Z",
        "end": "2030-01-01T10:30:00Z", "serviceType": [{ "text": "Infusion" }], "description": "Cycle 2", "comment": "Come fasting",
        "patientInstruction": "Bring the list", "participant": [{ "actor": { "reference": "Patient/p" } },
            { "actor": { "reference": "Location/l", "display": "Room 1" } }, { "actor": { "display": "Nurse Kim" } }] }),
    );
    assert_eq!(
        (planned.kind, planned.status, planned.title.as_str()),
        (Kind::Appointment, Status::Planned, "Infusion")
    );
    assert_eq!(
        planned.people.iter().map(|p| (p.role, p.name.as_str())).collect::<Vec<_>>(),
        [(Role::Place, "Room 1"), (Role::PerformedBy, "Nurse Kim")]
    );
    assert_eq!(facts(&planned, FactLabel::Instructions), ["Bring the list"]);
    assert_eq!(planned.notes, ["Come fasting"]);
}

#[test]
fn plans_and_teams() {
    let plan = item(resource(
        "CarePlan",
        json!({ "status": "active", "intent": "plan", "title": "After surgery",
        "description": "Get fit", "period": { "start": "2021-03" }, "author": { "display": "Dr. P" },
        "activity": [{ "detail": { "code": { "text": "Walk" } } }, { "detail": { "description": "Eat" } }] }),
    ));
    assert_eq!((plan.kind, plan.title.as_str()), (Kind::Plan, "After surgery"));
    assert_eq!(facts(&plan, FactLabel::Activity), ["Walk", "Eat"]);
    let team = item(resource(
        "CareTeam",
        json!({ "status": "active", "name": "Breast team", "participant": [
        { "role": [{ "coding": [{ "code": "116153009" }], "text": "Patient" }], "member": { "display": "Ana" } },
        { "role": [{ "text": "Nurse" }], "member": { "display": "Kim" } }, { "member": { "display": "Lee" } }] }),
    ));
    assert_eq!(facts(&team, FactLabel::Member), ["Kim (Nurse)", "Lee"]);
}

#[test]
fn allergies_and_immunizations() {
    let allergy =
        item(json!({ "resourceType": "AllergyIntolerance", "id": "a", "patient": { "reference": "Patient/p" },
        "code": { "text": "Penicillin" }, "criticality": "high", "category": ["medication"], "recordedDate": "2010",
        "reaction": [{ "manifestation": [{ "text": "Rash" }], "severity": "mild" }] }));
    assert_eq!((allergy.kind, allergy.status), (Kind::Allergy, Status::Final));
    assert_eq!(facts(&allergy, FactLabel::Reaction), ["Rash"]);
    assert_eq!(facts(&allergy, FactLabel::Criticality), ["high"]);
    let shot = item(
        json!({ "resourceType": "Immunization", "id": "i", "status": "completed", "patient": { "reference": "Patient/p" },
        "vaccineCode": { "text": "Influenza" }, "occurrenceString": "last winter", "lotNumber": "L1", "doseQuantity": { "value": 0.5, "unit": "mL" } }),
    );
    assert_eq!((shot.kind, shot.title.as_str()), (Kind::Immunization, "Influenza"));
    assert_eq!(facts(&shot, FactLabel::Serial), ["L1"]);
    assert_eq!(facts(&shot, FactLabel::Began), ["last winter"]);
    assert_eq!(facts(&shot, FactLabel::Dose), ["0.5 mL"]);
}

#[test]
fn pictures_and_questionnaires() {
    let study = item(resource(
        "ImagingStudy",
        json!({ "status": "available", "started": "2021-03-09",
        "series": [{ "uid": "1", "modality": { "code": "CT", "display": "Computed Tomography" }, "bodySite": { "display": "Chest" } }] }),
    ));
    assert_eq!((study.kind, study.title.as_str()), (Kind::Imaging, "Computed Tomography"));
    assert_eq!(facts(&study, FactLabel::BodySite), ["Chest"]);
    let answers = item(resource(
        "QuestionnaireResponse",
        json!({ "status": "completed", "authored": "2021-03-09T10:00:00Z",
        "item": [{ "linkId": "1", "text": "Pain?", "answer": [{ "valueInteger": 3 }] },
                 { "linkId": "2", "text": "Sleep", "item": [{ "linkId": "2.1", "text": "Hours:", "answer": [{ "valueDecimal": 7.50 }] },
                    { "linkId": "2.2", "answer": [{ "valueCoding": { "display": "Good" } }, { "valueBoolean": true }] }] }] }),
    ));
    assert_eq!((answers.kind, answers.status), (Kind::Questionnaire, Status::Final));
    assert_eq!(facts(&answers, FactLabel::Description), ["Pain?: 3", "Hours: 7.5", "Good, Yes"]);
}
