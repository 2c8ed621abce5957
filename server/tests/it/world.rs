//! A clinic with people in it, on an empty database, with a clock that stands still until moved.

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use app::request::{Backend, Settings};
use axum::{Router, body::Body, extract::ConnectInfo};
use domain::{
    access::{
        AccountRole, act_by_itself,
        team::{assign_record, release_record},
    },
    account::{
        Confirm, Name,
        enrol::{Choice, enrol},
        factor::mark_session,
        letter,
        passphrase::{Hasher, Params},
        staff,
        store::{find_session, open_session},
    },
    db::Db,
    diary::{
        alert::{About, Alert, Reason, Urgency},
        report::{Attribute, Author, Symptom},
    },
    id::{AccountId, EntryId, MedicineId, RecordId, ReportId, WorkItemId},
    medicines::{
        Amount, At, Count, Course, Moment, Plan, Rhythm,
        entry::{NewEntry, What},
        entry_store::record_entry,
        plan_store,
        store::{self as medicines, NewMedicine},
    },
    record::store::{Origin, get_or_create_sender},
    secret::Keys,
    site::{PhoneNumber, Site, TeamBody, store::save_team},
    time::{Clock, Day, Instant, PartialDate},
    worklist::item_store::{NewItem, open_item},
};
use http::{Method, Request, StatusCode, header};
use leptos::config::LeptosOptions;
use serde_json::{Value, json};
use server::{
    import::{Outcome, import_file},
    router::router,
    session::TrustedProxies,
};
use tower::ServiceExt as _;

pub const PASSPHRASE: &str = "a lantern over the quiet harbour";

pub struct World {
    pub app: Router,
    pub backend: Backend,
    pub now: Arc<AtomicI64>,
    pub origin: Origin,
    folder: tempfile::TempDir,
}

/// Someone with a record and a session.
pub struct Somebody {
    pub account: AccountId,
    pub record: RecordId,
    /// The value of the session cookie.
    pub token: String,
    /// The ids of what is in the record, by title.
    pub items: BTreeMap<String, String>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: http::HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The body with the nonce blanked, which differs each time.
    pub fn blanked(&self) -> String {
        let mut body = self.body.clone();
        while let Some(at) = body.find("nonce=\"") {
            let end = body[at + 7..].find('"').map_or(body.len(), |end| at + 7 + end + 1);
            body.replace_range(at..end, "");
        }
        body
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }
}

impl World {
    /// On SQLite.
    pub async fn new() -> Self {
        Self::on("sqlite").await.unwrap()
    }

    /// On a new database of one kind; nothing when `DAYBOOK_TEST_POSTGRES` names no PostgreSQL.
    pub async fn on(kind: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let address = if kind == "sqlite" {
            format!("sqlite:{}", folder.path().join("world.sqlite").display())
        } else {
            domain::db::new_test_database().await?
        };
        let db = Db::open(&address).await.unwrap();
        let now = Arc::new(AtomicI64::new(1_790_000_000_000_000));
        let clock = now.clone();
        let backend = Backend {
            db,
            clock: Clock::from_fn(move || Instant(clock.load(Ordering::SeqCst))),
            keys: Keys::new([3; 32]),
            hasher: Hasher::new(Params::QUICK_FOR_TESTS, 4).unwrap(),
            site: Arc::new(a_site()),
            rules: Arc::new(domain::diary::alert::Rules::shipped().unwrap()),
            settings: Arc::new(Settings {
                public_url: "https://daybook.example".into(),
                demo: None,
                mail: true,
                push: None,
                pseudo: false,
                offline: true,
                assets: app::request::Assets {
                    css: "/pkg/daybook.x.css".into(),
                    js: "/pkg/daybook.x.js".into(),
                    wasm: "/pkg/daybook.x.wasm".into(),
                },
            }),
        };
        server::command::ensure_symptom_check(&backend.db, backend.now()).await.unwrap();
        let mut tx = backend.db.write().await.unwrap();
        let origin = get_or_create_sender(&mut tx, "clinic", backend.now()).await.unwrap();
        tx.commit().await.unwrap();
        let app = served(&backend, &folder);
        Some(Self { app, backend, now, origin, folder })
    }

    /// Files of a build are there.
    pub fn builds(&self) {
        let site = self.folder.path().join("site");
        std::fs::create_dir_all(site.join("pkg")).unwrap();
        let assets = &self.backend.settings.assets;
        for file in [&assets.css, &assets.js, &assets.wasm, "/favicon.svg", "/icon-192.png", "/apple-touch-icon.png"] {
            std::fs::write(site.join(&file[1..]), file).unwrap();
        }
    }

    /// Serves another site from now on.
    pub fn moves_to(&mut self, site: Site) {
        self.backend.site = Arc::new(site);
        self.app = served(&self.backend, &self.folder);
    }

    /// Serves with other settings from now on.
    pub fn settle(&mut self, change: impl FnOnce(&mut Settings)) {
        let mut settings = (*self.backend.settings).clone();
        change(&mut settings);
        self.backend.settings = settings.into();
        self.app = served(&self.backend, &self.folder);
    }

    pub fn later(&self, seconds: i64) {
        self.now.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    /// Imports what a clinic sends.
    pub async fn import(&self, file: &Value) -> Outcome {
        self.import_text(&file.to_string()).await
    }

    pub async fn import_text(&self, text: &str) -> Outcome {
        let path = self.folder.path().join(format!("{}.json", uuid::Uuid::now_v7()));
        std::fs::write(&path, text).unwrap();
        import_file(&self.backend.db, &self.origin, "UTC", &path, &self.backend.clock, |_, _| ()).await
    }

    /// A letter for a record.
    pub async fn letter(&self, record: RecordId) -> String {
        let mut tx = self.backend.db.write().await.unwrap();
        let letter = letter::create_invitation(&mut tx, &self.backend.keys, record, self.backend.now()).await.unwrap();
        tx.commit().await.unwrap();
        letter.code
    }

    /// A person with a small record, enrolled and signed in.
    pub async fn patient(&self, name: &str) -> Somebody {
        let outcome = self.import(&a_record(name)).await;
        let record = outcome.record.unwrap();
        let code = self.letter(record).await;
        let account = self.open_letter(&code, name).await;
        let token = self.session(account).await;
        let items = self.items(record, &token).await;
        Somebody { account, record, token, items }
    }

    /// A member of staff in a session that has shown a second factor.
    pub async fn staff(&self, name: &str, role: AccountRole) -> (AccountId, String) {
        let (account, _) = self.staff_without_factor(name, role).await;
        let mut tx = self.backend.db.write().await.unwrap();
        let session = open_session(&mut tx, account, "Firefox / Linux", self.backend.now()).await.unwrap();
        mark_session(&mut tx, session.session, self.backend.now()).await.unwrap();
        tx.commit().await.unwrap();
        (account, session.token)
    }

    /// A member of staff who has just enrolled.
    pub async fn staff_without_factor(&self, name: &str, role: AccountRole) -> (AccountId, String) {
        let mut tx = self.backend.db.write().await.unwrap();
        let hired =
            staff::add_staff(&mut tx, &self.backend.keys, &Name::new(name).unwrap(), role, &[], self.backend.now())
                .await
                .unwrap();
        tx.commit().await.unwrap();
        let account = self.open(&hired.letter.code, &Confirm::Number(hired.number), name).await;
        (account, self.session(account).await)
    }

    /// A nurse of a team, which is made when there is none; their session has shown a second factor.
    pub async fn nurse(&self, name: &str, team: &str) -> (AccountId, String) {
        let (account, token) = self.member(name, team).await;
        let mut tx = self.backend.db.write().await.unwrap();
        let session = find_session(&mut tx, &token, self.backend.now()).await.unwrap().unwrap().caller.session;
        mark_session(&mut tx, session, self.backend.now()).await.unwrap();
        tx.commit().await.unwrap();
        (account, token)
    }

    /// A nurse of a team whose session has shown a passphrase only.
    pub async fn member(&self, name: &str, team: &str) -> (AccountId, String) {
        let b = &self.backend;
        let mut tx = b.db.write().await.unwrap();
        save_team(&mut tx, team, &TeamBody::default()).await.unwrap();
        let (chosen, teams) = (Name::new(name).unwrap(), [team.to_owned()]);
        let hired = staff::add_staff(&mut tx, &b.keys, &chosen, AccountRole::CareTeam, &teams, b.now()).await.unwrap();
        tx.commit().await.unwrap();
        let account = self.open(&hired.letter.code, &Confirm::Number(hired.number), name).await;
        (account, self.session(account).await)
    }

    /// Gives a record to a team, which is made when there is none.
    pub async fn assign(&self, record: RecordId, team: &str) {
        let mut tx = self.backend.db.write().await.unwrap();
        save_team(&mut tx, team, &TeamBody::default()).await.unwrap();
        assign_record(&mut tx, record, team, self.backend.now()).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn release(&self, record: RecordId, team: &str) {
        let mut tx = self.backend.db.write().await.unwrap();
        assert!(release_record(&mut tx, record, team, self.backend.now()).await.unwrap());
        tx.commit().await.unwrap();
    }

    /// A member, with a second factor, of a team that cares for the record.
    pub async fn carer(&self, name: &str, record: RecordId) -> String {
        let team = format!("team of {name}");
        self.assign(record, &team).await;
        self.nurse(name, &team).await.1
    }

    /// Enrols the person of a record with their letter.
    pub async fn open_letter(&self, code: &str, name: &str) -> AccountId {
        self.open(code, &Confirm::BirthDate(PartialDate::day(1961, 3, 27)), name).await
    }

    async fn open(&self, code: &str, confirm: &Confirm, name: &str) -> AccountId {
        let b = &self.backend;
        let ticket = letter::check_code(&b.db, &b.keys, code, confirm, "192.0.2.1", b.now()).await.unwrap();
        let choice = Choice::new(name, PASSPHRASE, "en", "UTC").unwrap();
        enrol(&b.db, &b.keys, &b.hasher, &ticket, &choice, b.now()).await.unwrap()
    }

    pub async fn session(&self, account: AccountId) -> String {
        let mut tx = self.backend.db.write().await.unwrap();
        let session = open_session(&mut tx, account, "Firefox / Linux", self.backend.now()).await.unwrap();
        tx.commit().await.unwrap();
        session.token
    }

    /// Another session of whose a token is, with a second factor as that one.
    pub async fn session_of(&self, token: &str) -> String {
        let mut tx = self.backend.db.write().await.unwrap();
        let account = domain::account::store::find_owner(&mut tx, token).await.unwrap().unwrap();
        let session = open_session(&mut tx, account, "Firefox / Linux", self.backend.now()).await.unwrap();
        mark_session(&mut tx, session.session, self.backend.now()).await.unwrap();
        tx.commit().await.unwrap();
        session.token
    }

    async fn items(&self, record: RecordId, token: &str) -> BTreeMap<String, String> {
        let timeline = self.call("/api/results/timeline", &format!("record={record}"), Some(token)).await.json();
        let entries = timeline["entries"].as_array().unwrap();
        let text = |entry: &Value, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        entries.iter().map(|entry| (text(entry, "title"), text(entry, "item"))).collect()
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let mut request = request;
        let peer = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)), 40_000);
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub async fn get(&self, path: &str, token: Option<&str>) -> Answer {
        self.get_with(path, token, &[]).await
    }

    pub async fn get_with(&self, path: &str, token: Option<&str>, headers: &[(&str, &str)]) -> Answer {
        let request = with_session(Request::get(path), token).header(header::ACCEPT, "text/html");
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Something of a person waits for their care team: pain that got worse.
    pub async fn waits(&self, record: RecordId) -> WorkItemId {
        let [from, level] = [1, 3].map(|level| level.try_into().unwrap());
        let since = self.backend.now().plus_days(-7);
        let reasons = vec![Reason::Rise { attribute: Attribute::Severity, from, to: level, since }];
        let about = About::Symptom(Symptom("pain".into()));
        let alert = Alert { about, urgency: Urgency::Alert, reasons, by: Author::Person };
        self.open_item(record, NewItem::alerts(ReportId::new(), vec![alert])).await
    }

    /// Words of a person wait for their care team.
    pub async fn waits_with_words(&self, record: RecordId, words: &str) -> WorkItemId {
        self.open_item(record, NewItem::note(ReportId::new(), words.into())).await
    }

    async fn open_item(&self, record: RecordId, new: NewItem) -> WorkItemId {
        let b = &self.backend;
        let mut tx = b.db.write().await.unwrap();
        let granted = act_by_itself(&mut tx, record).await.unwrap();
        let item = open_item(&mut tx, &granted, new, &b.site, b.now()).await.unwrap();
        tx.commit().await.unwrap();
        item
    }

    /// Somebody has sent a report (…a0) and begun another (…a1).
    pub async fn reports(&self, person: &Somebody, mark: &str) {
        let sent = "01900000-0000-7000-8000-0000000000a0";
        let open = "01900000-0000-7000-8000-0000000000a1";
        for (path, form) in [
            ("start", format!("id={sent}")),
            ("flags", format!("report={sent}&then=none")),
            ("answer", format!("report={sent}&screen=which&given[answers][0][]==pain")),
            ("answer", format!("report={sent}&screen=last&given[answers][2][]=words+of+{mark}&given[then]=send")),
            ("start", format!("id={open}")),
            ("flags", format!("report={open}&then=none")),
        ] {
            let form = format!("record={}&{form}", person.record);
            let answer = self.call(&format!("/api/diary/{path}"), &form, Some(&person.token)).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
            self.later(1);
        }
    }

    /// Somebody takes a medicine when needed (…b0) and did so (…c0); another one (…b1) waits to be confirmed since
    /// the first microsecond of all.
    pub async fn takes(&self, person: &Somebody, mark: &str) {
        let id = |last: &str| format!("01900000-0000-7000-8000-0000000000{last}").parse::<uuid::Uuid>().unwrap();
        let b = &self.backend;
        let now = b.now();
        let mut tx = b.db.write().await.unwrap();
        let caller = find_session(&mut tx, &person.token, now).await.unwrap().unwrap().caller;
        let granted =
            domain::access::write::<domain::access::Medicines>(&mut tx, &caller, person.record).await.unwrap();
        let rhythms = [
            ("b0", Rhythm::AsNeeded { least_minutes: None, most_a_day: None }),
            ("b1", Rhythm::Days { every: 1, at: vec![At::Moment(Moment::Breakfast)] }),
        ];
        for (last, rhythm) in rhythms {
            let medicine = MedicineId(id(last));
            let course = Course {
                from: Day::of(now, "Europe/Paris").unwrap(),
                until: None,
                most: None,
                rhythm,
                amounts: vec![Amount { count: Count::of_thousandths(1_000).unwrap(), of: format!("tablet of {mark}") }],
                if_missed: Some(format!("advice for {mark}")),
                window_minutes: None,
            };
            let plan = Plan { courses: vec![course], pauses: Vec::new() };
            let new = NewMedicine {
                id: medicine,
                name: format!("Tablets of {mark}"),
                purpose: format!("purpose of {mark}"),
                items: Vec::new(),
            };
            medicines::create_medicine(&mut tx, &granted, new, now).await.unwrap();
            plan_store::propose_plan(&mut tx, &granted, medicine, &plan, 0, Instant(1)).await.unwrap();
            if last == "b0" {
                plan_store::confirm_plan(&mut tx, &granted, medicine, Instant(1), now).await.unwrap();
            }
        }
        let what = What::Taken { at: now, amounts: Vec::new() };
        let new = NewEntry { id: EntryId(id("c0")), medicine: MedicineId(id("b0")), slot: None, what, truly: false };
        record_entry(&mut tx, &granted, new, &b.site, now).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Calls a server function as the WASM does.
    pub async fn call(&self, path: &str, form: &str, token: Option<&str>) -> Answer {
        let request = own(with_session(Request::builder().method(Method::POST).uri(path), token))
            .header(header::ACCEPT, "application/json");
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    /// Brings what a device took so many seconds ago without a network, under the id that it gave it.
    pub async fn brings(&self, path: &str, form: &str, token: &str, (age, id): (i64, Option<u32>)) -> Answer {
        let kept = id.map_or_else(|| age.to_string(), |id| format!("{age} 0a000000-0000-4000-8000-{id:012}"));
        let request = own(with_session(Request::builder().method(Method::POST).uri(path), Some(token)))
            .header(header::ACCEPT, "application/json")
            .header("daybook-kept", kept);
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    /// Sends a form as a browser without JavaScript does.
    pub async fn form(&self, path: &str, form: &str, from: &str, cookies: &str) -> Answer {
        let request = own(Request::builder().method(Method::POST).uri(path))
            .header(header::ACCEPT, "text/html")
            .header(header::COOKIE, cookies)
            .header(header::REFERER, format!("https://daybook.example{from}"));
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }
}

fn served(backend: &Backend, folder: &tempfile::TempDir) -> axum::Router {
    let options = LeptosOptions::builder()
        .output_name("daybook")
        .site_root(folder.path().join("site").display().to_string())
        .build();
    router(backend.clone(), options, TrustedProxies::default())
}

fn own(request: http::request::Builder) -> http::request::Builder {
    request.header("sec-fetch-site", "same-origin").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
}

pub fn with_session(request: http::request::Builder, token: Option<&str>) -> http::request::Builder {
    match token {
        Some(token) => request.header(header::COOKIE, format!("__Host-session={token}")),
        None => request,
    }
}

fn a_number(label: &str, number: &str) -> PhoneNumber {
    PhoneNumber { label: [("en".to_owned(), label.to_owned())].into(), number: number.into(), hours: BTreeMap::new() }
}

pub fn a_site() -> Site {
    Site {
        name: "Riverside".into(),
        zone: "UTC".into(),
        emergency: vec![a_number("Emergency", "112")],
        crisis: vec![a_number("Someone who listens", "116123")],
        clinic: vec![a_number("The day clinic", "5550100")],
        privacy: BTreeMap::new(),
        readiness: domain::results::readiness::Start::default(),
        instrument: domain::diary::instrument::OWN.to_owned(),
        alerts: domain::diary::alert::Profile::default(),
        promised: domain::site::promised::Promised::default(),
        next: BTreeMap::new(),
    }
}

/// A person with a blood panel, a scan with a PDF, a visit and an appointment; `mark` stands in
/// every text.
pub fn a_record(mark: &str) -> Value {
    let observation = |id: &str, loinc: &str, text: &str, value: f64, unit: &str| {
        json!({ "resource": {
            "resourceType": "Observation", "id": format!("{mark}-{id}"), "status": "final",
            "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "laboratory" }] }],
            "code": { "coding": [{ "system": "http://loinc.org", "code": loinc }], "text": text },
            "subject": { "reference": format!("Patient/{mark}") }, "effectiveDateTime": "2026-05-04T08:00:00Z",
            "valueQuantity": { "value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit },
            "note": [{ "text": format!("note {mark}") }],
            "referenceRange": [{ "low": { "value": 12, "unit": unit }, "high": { "value": 16, "unit": unit } }]
        } })
    };
    json!({ "resourceType": "Bundle", "type": "collection", "entry": [
        { "resource": { "resourceType": "Patient", "id": mark, "name": [{ "text": format!("Person {mark}") }],
            "identifier": [{ "system": "urn:test", "value": mark }], "birthDate": "1961-03-27", "gender": "female" } },
        observation("hgb", "718-7", "Hemoglobin", 10.4, "g/dL"),
        observation("wbc", "6690-2", "White cells", 14.1, "10*3/uL"),
        { "resource": { "resourceType": "DiagnosticReport", "id": format!("{mark}-blood"), "status": "final",
            "category": [{ "coding": [{ "code": "LAB" }] }], "code": { "text": format!("Blood count {mark}") },
            "subject": { "reference": format!("Patient/{mark}") }, "effectiveDateTime": "2026-05-04T08:00:00Z",
            "result": [{ "reference": format!("Observation/{mark}-hgb") }, { "reference": format!("Observation/{mark}-wbc") }] } },
        { "resource": { "resourceType": "DiagnosticReport", "id": format!("{mark}-ct"), "status": "final",
            "category": [{ "coding": [{ "code": "RAD" }] }], "code": { "text": format!("CT {mark}") },
            "subject": { "reference": format!("Patient/{mark}") }, "effectiveDateTime": "2026-05-06",
            "conclusion": format!("conclusion {mark}"),
            "presentedForm": [{ "contentType": "application/pdf", "title": "CT", "data": "JVBERi0xLjQKJSVFT0YK" }] } },
        { "resource": { "resourceType": "Encounter", "id": format!("{mark}-visit"), "status": "finished",
            "class": { "code": "AMB" }, "type": [{ "text": format!("Visit {mark}") }],
            "subject": { "reference": format!("Patient/{mark}") }, "period": { "start": "2026-05-03T09:00:00Z" } } },
        { "resource": { "resourceType": "Appointment", "id": format!("{mark}-appointment"), "status": "booked",
            "description": format!("Appointment {mark}"), "start": "2027-01-03T09:00:00Z",
            "participant": [{ "actor": { "reference": format!("Patient/{mark}") }, "status": "accepted" }] } }
    ] })
}
