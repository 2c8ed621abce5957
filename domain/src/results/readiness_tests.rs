//! What waits is hidden from its person on every way of reading, on both databases, and opens when
//! and how they chose.

use std::{collections::BTreeSet, fs, path::Path};

use uuid::Uuid;

use super::{
    AttachmentContent, Body, Coding, Item, Kind, Observation, Panel, Quantity, Report, Status, Value, When,
    comment::{OwnComment, change_comment, create_comment, list_awaiting, list_own_comments},
    course::{list_changes, list_treatment_days},
    readiness::{Choice, Days, Start, Waits},
    store::{self, Filter},
    stretch::Stretch,
    wait::{count_waiting, list_choices, open_now, release, save_choices},
};
use crate::{
    Error,
    access::{self, AccountRole, Caller, Granted, Results, View},
    db::{Db, Tx, on_db, tests::both},
    id::{AccountId, CommentId, ItemId, RecordId, SessionId, TeamId},
    own_words::OwnWords,
    record::{Identifier, Person, Resource, ResourceKey, Subject, store as records},
    secret,
    site::{Site, store::save_site},
    time::{Instant, PartialDate},
};

/// 21 September 2026, 13:33 in UTC: half past one in the night of the 22nd in Auckland.
const NOW: Instant = Instant(1_789_997_600_000_000);
const ZONE: &str = "Pacific/Auckland";
const MARK: &str = "Kestrel";

struct Book {
    db: Db,
    origin: records::Origin,
    record: RecordId,
    anna: Caller,
    nurse: Caller,
    _folder: Option<tempfile::TempDir>,
}

/// Anna has come to a record with one old report; a nurse is of the team that cares for her.
async fn books() -> Vec<Book> {
    let mut books = Vec::new();
    for (db, folder) in both().await {
        let mut tx = db.write().await.unwrap();
        let origin = records::get_or_create_sender(&mut tx, "clinic", NOW).await.unwrap();
        tx.commit().await.unwrap();
        let mut book = Book {
            db,
            origin,
            record: RecordId::new(),
            anna: a_caller(AccountRole::Patient),
            nurse: a_caller(AccountRole::CareTeam),
            _folder: folder,
        };
        book.record = book.import(a_report("old", Kind::Pathology), NOW).await;
        book.anna.record = Some(book.record);
        let team = TeamId::new();
        let mut tx = book.db.write().await.unwrap();
        account(&mut tx, &book.anna).await;
        account(&mut tx, &book.nurse).await;
        on_db!(tx, c => sqlx::query("INSERT INTO team (id, name, body) VALUES ($1, 'Day clinic', '{}')")
            .bind(team.0).execute(c).await.map(|_| ()))
        .unwrap();
        for (sql, member) in [
            ("INSERT INTO account_team (team, account) VALUES ($1, $2)", book.nurse.account.0),
            ("INSERT INTO record_team (team, record) VALUES ($1, $2)", book.record.0),
        ] {
            on_db!(tx, c => sqlx::query(sql).bind(team.0).bind(member).execute(c).await.map(|_| ())).unwrap();
        }
        tx.commit().await.unwrap();
        let (tx, granted) = book.view(&book.anna, NOW).await;
        drop(tx);
        let mut tx = book.db.write().await.unwrap();
        store::start_looking(&mut tx, &granted).await.unwrap();
        tx.commit().await.unwrap();
        books.push(book);
    }
    books
}

fn a_caller(role: AccountRole) -> Caller {
    Caller {
        account: AccountId::new(),
        session: SessionId::new(),
        role,
        record: None,
        second_factor: true,
        fresh_until: NOW,
    }
}

async fn account(tx: &mut Tx, caller: &Caller) {
    on_db!(tx, c => sqlx::query(
        "INSERT INTO account (id, role, name, name_key, record, zone, failures, created_at, enrolled_at) VALUES ($1, $2, $3, $3, $4, $5, 0, 0, 0)",
    )
    .bind(caller.account.0)
    .bind(caller.role.code())
    .bind(format!("the {}", caller.role.code()))
    .bind(caller.record.map(|record| record.0))
    .bind(ZONE)
    .execute(c)
    .await
    .map(|_| ()))
    .unwrap();
}

/// A report with a value under it, a panel within it, and a value under that; the mark in every text.
fn a_report(tag: &str, kind: Kind) -> Vec<Resource> {
    let item = |title: &str, panel: Option<&str>, body: Body| Item {
        kind,
        when: When { start: Some("2026-09-20T08:00:00Z".parse().unwrap()), end: None },
        title: format!("{title} {MARK} {tag}"),
        codes: vec![Coding {
            system: "http://loinc.org".into(),
            code: format!("{kind:?}"),
            display: Some(MARK.into()),
        }],
        status: Status::Final,
        panel: panel.map(|key| Panel::Report(ResourceKey(key.into()))),
        people: Vec::new(),
        notes: vec![format!("note {MARK}")],
        body,
    };
    let value = |members: &[String]| {
        Body::Observation(Observation {
            value: Some(Value::Quantity(Quantity {
                number: "7.25".into(),
                comparator: None,
                unit: Some(MARK.into()),
                ucum: None,
            })),
            members: members.iter().map(|key| ResourceKey(key.clone())).collect(),
            ..Observation::default()
        })
    };
    let (report, under, panel, deep) =
        (format!("R/{tag}"), format!("O/{tag}-a"), format!("O/{tag}-b"), format!("O/{tag}-c"));
    let body = Body::Report(Report {
        conclusion: Some(format!("conclusion {MARK}")),
        results: vec![ResourceKey(under.clone()), ResourceKey(panel.clone())],
        attachments: vec![super::Attachment {
            media_type: "text/plain".into(),
            title: None,
            size: 7,
            content: AttachmentContent::Text(MARK.into()),
        }],
        ..Report::default()
    });
    [
        (report.clone(), item("Report", None, body)),
        (under, item("Under", Some(&report), value(&[]))),
        (panel.clone(), item("Panel", Some(&report), value(std::slice::from_ref(&deep)))),
        (deep, item("Deep", Some(&panel), value(&[]))),
    ]
    .map(|(key, item)| {
        let raw = format!("{{\"title\": \"{}\"}}", item.title);
        Resource {
            kind: "Any".into(),
            full_url: None,
            hash: secret::sha256(raw.as_bytes()),
            key: ResourceKey(key),
            last_updated: None,
            entered_in_error: false,
            raw,
            item: Some(item),
            unresolved: Vec::new(),
        }
    })
    .to_vec()
}

impl Book {
    async fn import(&self, resources: Vec<Resource>, now: Instant) -> RecordId {
        let subject = Subject::Described(Person {
            key: ResourceKey("Patient/anna".into()),
            identifiers: vec![Identifier { system: "urn:test".into(), value: "anna".into() }],
            name: Some("Anna Weber".into()),
            birth_date: Some(PartialDate::day(1961, 3, 27)),
            gender: None,
            deceased: false,
        });
        let mut staging = records::begin(&self.db, &self.origin, &subject, "UTC", now).await.unwrap();
        staging.stage(resources, now).await.unwrap();
        let record = staging.record();
        staging.publish(now).await.unwrap();
        record
    }

    async fn view(&self, who: &Caller, now: Instant) -> (Tx, Granted<View, Results>) {
        let mut tx = self.db.read().await.unwrap();
        let granted = access::view::<Results>(&mut tx, who, self.record, now).await.unwrap();
        (tx, granted)
    }

    async fn choose(&self, kind: Kind, choice: Choice, now: Instant) {
        let mut tx = self.db.write().await.unwrap();
        let granted = access::choose(&mut tx, &self.anna, self.record).await.unwrap();
        save_choices(&mut tx, &granted, &[(kind, choice)], now).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn open_now(&self, item: ItemId, now: Instant) {
        let mut tx = self.db.write().await.unwrap();
        let granted = access::choose(&mut tx, &self.anna, self.record).await.unwrap();
        open_now(&mut tx, &granted, item, now).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn comment(&self, item: ItemId, text: &str, id: CommentId, now: Instant) -> crate::Result<()> {
        let mut tx = self.db.write().await.unwrap();
        let granted = access::comment(&mut tx, &self.nurse, self.record).await?;
        create_comment(&mut tx, &granted, item, &OwnWords::new(text)?, id, now).await?;
        tx.commit().await
    }

    /// The id of a resource by its key.
    async fn id(&self, key: &str) -> ItemId {
        let mut tx = self.db.read().await.unwrap();
        let id: Uuid = on_db!(tx, c => sqlx::query_scalar("SELECT id FROM item WHERE record = $1 AND key = $2")
            .bind(self.record.0).bind(key).fetch_one(c).await)
        .unwrap();
        ItemId(id)
    }

    /// Until when an item waits, as its page and its line say.
    async fn waits(&self, who: &Caller, item: ItemId, now: Instant) -> Option<Waits> {
        let (mut tx, granted) = self.view(who, now).await;
        let opened = store::get_item(&mut tx, &granted, item).await.unwrap();
        let lines = store::list_entries(&mut tx, &granted, &[item]).await.unwrap();
        assert_eq!(lines[0].waits, opened.waits, "line and page agree");
        opened.waits
    }

    async fn acts(&self) -> Vec<String> {
        let mut tx = self.db.read().await.unwrap();
        on_db!(tx, c => sqlx::query_scalar("SELECT act FROM audit WHERE act NOT IN ('view', 'import') ORDER BY id")
            .fetch_all(c).await)
        .unwrap()
    }

    async fn news(&self, now: Instant) -> Vec<ItemId> {
        let (mut tx, granted) = self.view(&self.anna, now).await;
        let all = store::list_new(&mut tx, &granted, 50).await.unwrap();
        let among = store::list_new_of(&mut tx, &granted, &all).await.unwrap();
        assert_eq!(all.iter().collect::<BTreeSet<_>>(), among.iter().collect::<BTreeSet<_>>());
        all
    }

    async fn look(&self, item: ItemId, now: Instant) {
        let (tx, granted) = self.view(&self.anna, now).await;
        drop(tx);
        let mut tx = self.db.write().await.unwrap();
        store::save_look(&mut tx, &granted, item, now).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Everything that one way of reading answers, as text. The report `R/new` is what is looked for.
    async fn read(&self, way: &str, who: &Caller, now: Instant) -> String {
        let head = self.id("R/new").await;
        let ids = [head, self.id("O/new-a").await, self.id("O/new-b").await, self.id("O/new-c").await];
        let (mut tx, granted) = self.view(who, now).await;
        let tx = &mut tx;
        let mut said: Vec<String> = Vec::new();
        match way {
            "list_timeline" => {
                let search = Filter { search: "new".into(), ..Filter::default() };
                let found = store::list_timeline(tx, &granted, &search, 50).await.unwrap();
                said.push(format!("{found:?}"));
                let all = store::list_timeline(tx, &granted, &Filter::default(), 50).await.unwrap();
                let line = all.0.into_iter().find(|entry| entry.id == head).unwrap();
                assert_eq!(line.waits.is_some() && *who == self.anna, line.values == 0, "what is in it is not counted");
                assert_eq!(found.0.is_empty(), line.values == 0, "a search does not tell what it says");
                said.push(format!("{line:?}"));
            }
            "list_entries" => said.push(format!("{:?}", store::list_entries(tx, &granted, &ids).await.unwrap())),
            "list_of_kind" => {
                let found = store::list_of_kind(tx, &granted, Kind::Genetics, 50).await.unwrap();
                said.push(format!("{found:?}"));
            }
            "list_years" => said.push(format!("{:?}", store::list_years(tx, &granted).await.unwrap())),
            "list_kinds" => said.push(format!("{:?}", store::list_kinds(tx, &granted).await.unwrap())),
            "list_new" => said.push(format!("{:?}", store::list_new(tx, &granted, 50).await.unwrap())),
            "list_new_of" => said.push(format!("{:?}", store::list_new_of(tx, &granted, &ids).await.unwrap())),
            "list_opened" => {
                let opened = store::list_opened(tx, &granted, PartialDate::day(2020, 1, 1), 50).await.unwrap();
                assert!(*who != self.anna || !opened.contains(&head) || self.waits(who, head, now).await.is_none());
            }
            "list_coming" => {
                let day = PartialDate::day(2026, 1, 1);
                said.push(format!("{:?}", store::list_coming(tx, &granted, day, 50).await.unwrap()));
            }
            "list_courses" => {
                let series = ["loinc-Genetics"];
                said.push(format!("{:?}", store::list_courses(tx, &granted, &series).await.unwrap()));
            }
            "list_treatment_days" => {
                let (from, to) = (Some(PartialDate::day(2020, 1, 1)), PartialDate::day(2030, 1, 1));
                said.push(format!("{:?}", list_treatment_days(tx, &granted, from, to, "UTC").await.unwrap()));
            }
            "list_changes" => {
                for id in ids {
                    let opened = store::get_item(tx, &granted, id).await.unwrap();
                    said.push(format!("{:?}", list_changes(tx, &granted, &opened, "UTC").await.unwrap()));
                }
            }
            "list_choices" => said.push(format!("{:?}", list_choices(tx, &granted, &Start::default()).await.unwrap())),
            "get_item" => {
                for id in ids {
                    said.push(format!("{:?}", store::get_item(tx, &granted, id).await.unwrap()));
                }
            }
            "get_stretch" => {
                for id in ids {
                    said.push(format!("{:?}", store::get_stretch(tx, &granted, id, Stretch::Around(1)).await.unwrap()));
                }
            }
            "get_raw" => {
                for id in ids {
                    said.push(store::get_raw(tx, &granted, id).await.unwrap_or_default());
                }
            }
            "get_course" => match store::get_course(tx, &granted, "loinc-Genetics").await {
                Ok(course) => said.push(format!("{course:?}")),
                Err(error) => assert!(matches!(error, Error::NotFound)),
            },
            "export" => {
                let mut export = crate::record::export::Export::begin(&self.db, granted).await.unwrap();
                let mut batch = export.next().await.unwrap();
                while !batch.is_empty() {
                    // What was there before is open.
                    let new = batch.into_iter().filter(|kept| kept.key.0.contains("new"));
                    said.extend(new.map(|kept| kept.raw));
                    batch = export.next().await.unwrap();
                }
            }
            "count_waiting" => said.push(format!("{:?}", count_waiting(tx, &granted).await.unwrap())),
            // They write that something was looked at, and answer nothing.
            "start_looking" | "save_look" => {}
            other => panic!("{other} reads a record: say here how, so that it is held to what waits"),
        }
        said.concat()
    }
}

/// Every function that reads results of a record, whatever room it is in, as the source names them.
/// Permissions that only write are named; a new one counts as reading until it is named here too.
fn ways() -> Vec<String> {
    const WRITE: [&str; 3] = ["Choose", "Comment", "Import"];
    let mut ways = Vec::new();
    let mut paths = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for part in text.split("\npub async fn ").skip(1) {
            let signature = &part[..part.find('{').unwrap()];
            let proof = signature.split("Granted<").nth(1).and_then(|proof| proof.split_once('>'));
            let Some((permission, "Results")) = proof.and_then(|(proof, _)| proof.split_once(", ")) else { continue };
            if !signature.contains("-> Result<Granted<") && !WRITE.contains(&permission.trim_start_matches("May")) {
                ways.push(signature[..signature.find('(').unwrap()].to_owned());
            }
        }
    }
    assert!(ways.len() >= 13, "{ways:?}");
    // A method of its own.
    ways.push("export".into());
    ways
}

#[tokio::test]
async fn what_waits_is_hidden_from_its_person_on_every_way_of_reading_and_from_nobody_else() {
    for book in books().await {
        book.choose(Kind::Genetics, Choice::AfterComment, NOW).await;
        book.import(a_report("new", Kind::Genetics), NOW).await;
        for way in ways() {
            let waiting = book.read(&way, &book.anna, NOW).await;
            assert!(!waiting.contains(MARK) && !waiting.contains("7.25"), "{way} tells what waits: {waiting}");
            let by_team = book.read(&way, &book.nurse, NOW).await;
            let tells = [
                "list_timeline",
                "list_entries",
                "list_of_kind",
                "get_item",
                "get_stretch",
                "get_raw",
                "get_course",
                "list_courses",
                "export",
            ]
            .contains(&way.as_str());
            assert_eq!(by_team.contains(MARK), tells, "{way} for the care team: {by_team}");
        }
        book.open_now(book.id("R/new").await, NOW).await;
        for way in ways() {
            let open = book.read(&way, &book.anna, NOW).await;
            let by_team = book.read(&way, &book.nurse, NOW).await;
            if !way.starts_with("list_new") {
                assert_eq!(open, by_team, "{way}: what is open is the same for both");
            }
        }
        assert_eq!(book.acts().await, ["choose", "open"]);
    }
}

#[tokio::test]
async fn a_value_of_what_waits_leads_to_what_opens_it_and_only_its_kind_and_day_are_told() {
    for book in books().await {
        book.choose(Kind::Laboratory, Choice::AfterComment, NOW).await;
        book.import(a_report("new", Kind::Laboratory), NOW).await;
        let head = book.id("R/new").await;
        let (mut tx, granted) = book.view(&book.anna, NOW).await;
        for key in ["R/new", "O/new-a", "O/new-b", "O/new-c"] {
            let opened = store::get_item(&mut tx, &granted, book.id(key).await).await.unwrap();
            assert_eq!((opened.head.id, opened.waits), (head, Some(Waits { opens: None })), "{key}");
            assert_eq!((opened.head.item.kind, opened.values.len()), (Kind::Laboratory, 0));
            assert_eq!(opened.head.item.when.start, Some("2026-09-20T08:00:00Z".parse().unwrap()));
        }
    }
}

#[tokio::test]
async fn days_end_at_midnight_where_the_person_lives() {
    for book in books().await {
        book.choose(Kind::Imaging, Choice::AfterDays(Days::try_from(2).unwrap()), NOW).await;
        book.import(a_report("new", Kind::Imaging), NOW).await;
        let head = book.id("R/new").await;
        let day = PartialDate::day(2026, 9, 24);
        let midnight = jiff::civil::date(2026, 9, 24).in_tz(ZONE).unwrap().timestamp().as_microsecond();
        for moment in [NOW, Instant(midnight - 1)] {
            assert_eq!(book.waits(&book.anna, head, moment).await, Some(Waits { opens: Some(day) }));
            assert_eq!(book.waits(&book.nurse, head, moment).await, Some(Waits { opens: Some(day) }));
        }
        assert_eq!(book.waits(&book.anna, head, Instant(midnight)).await, None);
        assert!(book.read("get_item", &book.anna, Instant(midnight)).await.contains(MARK));
    }
}

#[tokio::test]
async fn what_is_open_stays_open_and_what_waits_follows_the_new_choice() {
    let days = |n| Choice::AfterDays(Days::try_from(n).unwrap());
    for book in books().await {
        let (seen, waiting) = (NOW.plus_days(-3), NOW);
        book.import(a_report("before", Kind::Pathology), seen).await;
        book.choose(Kind::Pathology, days(3), seen).await;
        book.import(a_report("seen", Kind::Pathology), seen).await;
        book.import(a_report("new", Kind::Pathology), waiting).await;
        let new = book.id("R/new").await;
        // Three days later the second has opened by itself, the third waits.
        book.choose(Kind::Pathology, Choice::AfterComment, NOW).await;
        for open in ["R/old", "R/before", "R/seen"] {
            assert_eq!(book.waits(&book.anna, book.id(open).await, NOW).await, None, "{open}");
        }
        assert_eq!(book.waits(&book.anna, new, NOW.plus_days(90)).await, Some(Waits { opens: None }));
        book.choose(Kind::Pathology, days(30), NOW.plus_days(1)).await;
        let day = PartialDate::day(2026, 10, 22);
        assert_eq!(book.waits(&book.anna, new, NOW.plus_days(1)).await, Some(Waits { opens: Some(day) }));
        // Another group is another choice.
        book.choose(Kind::Imaging, Choice::AtOnce, NOW.plus_days(1)).await;
        assert!(book.waits(&book.anna, new, NOW.plus_days(1)).await.is_some());
        book.choose(Kind::Pathology, days(1), NOW.plus_days(2)).await;
        assert_eq!(book.waits(&book.anna, new, NOW.plus_days(2)).await, None);
        book.choose(Kind::Pathology, days(30), NOW.plus_days(2)).await;
        assert_eq!(book.waits(&book.anna, new, NOW.plus_days(2)).await, None);
        // A correction of what is open is open too.
        let mut corrected = a_report("new", Kind::Pathology);
        corrected[0].hash = [9; 32];
        book.import(corrected, NOW.plus_days(3)).await;
        assert_eq!(book.waits(&book.anna, new, NOW.plus_days(3)).await, None);
    }
}

#[tokio::test]
async fn the_clinic_sets_how_it_begins_and_the_person_s_own_choice_goes_before_it() {
    for book in books().await {
        let start = Start { genetics: Choice::AfterComment, ..Start::default() };
        let mut tx = book.db.write().await.unwrap();
        let site = Site { readiness: start, ..crate::site::tests::a_site() };
        save_site(&mut tx, &site).await.unwrap();
        tx.commit().await.unwrap();
        book.import(a_report("first", Kind::Genetics), NOW).await;
        assert!(book.waits(&book.anna, book.id("R/first").await, NOW).await.is_some());
        book.choose(Kind::Genetics, Choice::AtOnce, NOW).await;
        assert_eq!(book.waits(&book.anna, book.id("R/first").await, NOW).await, None);
        book.import(a_report("second", Kind::Genetics), NOW).await;
        assert_eq!(book.waits(&book.anna, book.id("R/second").await, NOW).await, None);
        let (mut tx, granted) = book.view(&book.anna, NOW).await;
        let chosen = list_choices(&mut tx, &granted, &start).await.unwrap();
        assert_eq!((chosen[3].own, chosen[3].start), (Some(Choice::AtOnce), Choice::AfterComment));
        assert_eq!((chosen[0].own, chosen[0].choice()), (None, Choice::AtOnce));
    }
}

#[tokio::test]
async fn a_comment_opens_what_waits_for_it_and_is_news_once() {
    for book in books().await {
        book.choose(Kind::Pathology, Choice::AfterComment, NOW).await;
        book.import(a_report("new", Kind::Pathology), NOW).await;
        let head = book.id("R/new").await;
        book.look(head, NOW).await;
        assert_eq!(book.news(NOW).await, [head], "who saw that it waits has not looked at it");
        let id = CommentId::new();
        for at in [1, 2] {
            book.comment(head, "All as we hoped.\r\nWe talk on Monday.", id, NOW.plus_days(at)).await.unwrap();
        }
        assert!(matches!(book.comment(head, "Other words", id, NOW).await, Err(Error::Conflict)));
        let (mut tx, granted) = book.view(&book.anna, NOW.plus_days(2)).await;
        let opened = store::get_item(&mut tx, &granted, head).await.unwrap();
        drop(tx);
        assert_eq!(opened.waits, None);
        assert_eq!(opened.comments.len(), 1, "repeated, it has the effect of once");
        assert_eq!(opened.comments[0].text, "All as we hoped.\nWe talk on Monday.");
        assert_eq!(opened.comments[0].author.as_deref(), Some("the care-team"));
        assert_eq!(opened.comments[0].at, NOW.plus_days(1));
        assert_eq!(book.news(NOW.plus_days(2)).await, [head]);
        book.look(head, NOW.plus_days(2)).await;
        assert!(book.news(NOW.plus_days(2)).await.is_empty(), "cleared by looking");
        book.comment(head, "One more thing.", CommentId::new(), NOW.plus_days(3)).await.unwrap();
        assert_eq!(book.news(NOW.plus_days(3)).await, [head], "another comment is news again");
        assert_eq!(book.acts().await, ["choose", "comment", "comment"]);
    }
}

#[tokio::test]
async fn a_comment_does_not_cut_short_the_days_that_a_person_chose_and_waits_with_its_result() {
    for book in books().await {
        book.choose(Kind::Pathology, Choice::AfterDays(Days::try_from(7).unwrap()), NOW).await;
        book.import(a_report("new", Kind::Pathology), NOW).await;
        let head = book.id("R/new").await;
        book.comment(head, &format!("It is {MARK}."), CommentId::new(), NOW).await.unwrap();
        assert!(book.waits(&book.anna, head, NOW).await.is_some());
        assert!(!book.read("get_item", &book.anna, NOW).await.contains(MARK));
        assert!(book.read("get_item", &book.anna, NOW.plus_days(8)).await.contains(&format!("It is {MARK}.")));
    }
}

#[tokio::test]
async fn the_team_sees_what_waits_for_it_longest_first_and_lets_it_open_without_a_comment() {
    for book in books().await {
        book.choose(Kind::Pathology, Choice::AfterComment, NOW).await;
        book.choose(Kind::Imaging, Choice::AfterDays(Days::try_from(9).unwrap()), NOW).await;
        book.import(a_report("second", Kind::Pathology), NOW.plus_days(1)).await;
        book.import(a_report("first", Kind::Pathology), NOW).await;
        book.import(a_report("scan", Kind::Imaging), NOW).await;
        let (first, second) = (book.id("R/first").await, book.id("R/second").await);
        let listed = async |who: &Caller, most| {
            let mut tx = book.db.read().await.unwrap();
            let (rows, more) = list_awaiting(&mut tx, who, most, NOW.plus_days(2)).await?;
            let ids: Vec<ItemId> = rows.iter().map(|row| row.entry.id).collect();
            assert!(rows.iter().all(|row| row.whose.name.as_deref() == Some("Anna Weber")));
            Ok::<_, Error>((ids, more))
        };
        assert_eq!(listed(&book.nurse, 50).await.unwrap(), (vec![first, second], false));
        assert_eq!(listed(&book.nurse, 1).await.unwrap(), (vec![first], true));
        let stranger = a_caller(AccountRole::CareTeam);
        assert_eq!(listed(&stranger, 50).await.unwrap(), (vec![], false));
        let forgetful = Caller { second_factor: false, ..book.nurse };
        for refused in [&book.anna, &forgetful, &a_caller(AccountRole::Administrator)] {
            assert!(matches!(listed(refused, 50).await, Err(Error::NotFound)));
        }
        let mut tx = book.db.write().await.unwrap();
        let granted = access::comment(&mut tx, &book.nurse, book.record).await.unwrap();
        release(&mut tx, &granted, first, NOW).await.unwrap();
        release(&mut tx, &granted, first, NOW).await.unwrap();
        assert!(matches!(release(&mut tx, &granted, ItemId::new(), NOW).await, Err(Error::NotFound)));
        tx.commit().await.unwrap();
        assert_eq!(book.waits(&book.anna, first, NOW).await, None);
        assert_eq!(listed(&book.nurse, 50).await.unwrap(), (vec![second], false));
        assert_eq!(book.acts().await, ["choose", "choose", "release"]);
    }
}

#[tokio::test]
async fn only_the_person_chooses_and_only_their_team_comments() {
    for book in books().await {
        let mut tx = book.db.write().await.unwrap();
        assert!(matches!(access::choose(&mut tx, &book.nurse, book.record).await, Err(Error::NotFound)));
        let by_anna = access::comment::<Results>(&mut tx, &book.anna, book.record).await;
        assert!(matches!(by_anna, Err(Error::NotFound)));
        let granted = access::choose(&mut tx, &book.anna, book.record).await.unwrap();
        assert!(matches!(open_now(&mut tx, &granted, ItemId::new(), NOW).await, Err(Error::NotFound)));
        drop(tx);
        assert!(matches!(book.comment(ItemId::new(), "Hello", CommentId::new(), NOW).await, Err(Error::NotFound)));
    }
}

#[tokio::test]
async fn who_said_something_may_correct_and_withdraw_it_and_nothing_is_lost() {
    for book in books().await {
        book.choose(Kind::Pathology, Choice::AfterComment, NOW).await;
        book.import(a_report("new", Kind::Pathology), NOW).await;
        let (head, id) = (book.id("R/new").await, CommentId::new());
        book.comment(head, "All as we hoped.", id, NOW).await.unwrap();
        book.look(head, NOW).await;
        let change = async |who: &Caller, text: Option<&str>, from: i64, at: Instant| {
            let mut tx = book.db.write().await.unwrap();
            let granted = access::comment(&mut tx, who, book.record).await?;
            let text = text.map(OwnWords::new).transpose()?;
            change_comment(&mut tx, &granted, id, text.as_ref(), from, at).await?;
            tx.commit().await
        };
        let shown = async || {
            let (mut tx, granted) = book.view(&book.anna, NOW.plus_days(9)).await;
            let opened = store::get_item(&mut tx, &granted, head).await.unwrap();
            assert_eq!(opened.waits, None, "what opened stays open");
            let comment = opened.comments[0].clone();
            (comment.text, comment.changed_at)
        };
        let own = async || {
            let mut tx = book.db.read().await.unwrap();
            let granted = access::comment(&mut tx, &book.nurse, book.record).await.unwrap();
            list_own_comments(&mut tx, &granted, head).await.unwrap()
        };
        let other = a_caller(AccountRole::CareTeam);
        let mut tx = book.db.write().await.unwrap();
        // Two who are called the same are none.
        on_db!(tx, c => sqlx::query("UPDATE account SET name_key = 'first' WHERE id = $1")
            .bind(book.nurse.account.0).execute(c).await.map(|_| ()))
        .unwrap();
        account(&mut tx, &other).await;
        on_db!(tx, c => sqlx::query("INSERT INTO account_team (team, account) SELECT team, $1 FROM account_team")
            .bind(other.account.0).execute(c).await.map(|_| ()))
        .unwrap();
        tx.commit().await.unwrap();
        for who in [&other, &book.anna] {
            assert!(matches!(change(who, None, 0, NOW).await, Err(Error::NotFound)), "it is not theirs");
        }
        change(&book.nurse, Some("All as we hoped."), 0, NOW).await.unwrap();
        assert_eq!(shown().await, ("All as we hoped.".to_owned(), None), "nothing was changed");
        for at in [1, 2] {
            change(&book.nurse, Some("Nearly as we hoped."), 0, NOW.plus_days(at)).await.unwrap();
        }
        assert_eq!(shown().await, ("Nearly as we hoped.".to_owned(), Some(NOW.plus_days(1))), "repeated, it is once");
        assert_eq!(book.news(NOW.plus_days(2)).await, [head], "a correction is news");
        book.look(head, NOW.plus_days(2)).await;
        assert!(book.news(NOW.plus_days(2)).await.is_empty());
        assert!(matches!(change(&book.nurse, Some("Other words"), 0, NOW.plus_days(2)).await, Err(Error::Conflict)));
        assert_eq!(own().await, [OwnComment { id, version: 1, text: "Nearly as we hoped.".into() }]);
        change(&book.nurse, None, 1, NOW.plus_days(3)).await.unwrap();
        change(&book.nurse, None, 1, NOW.plus_days(4)).await.unwrap();
        assert_eq!(shown().await, (String::new(), Some(NOW.plus_days(3))));
        assert_eq!(book.news(NOW.plus_days(4)).await, [head]);
        assert!(own().await.is_empty(), "what is withdrawn stays so");
        assert!(matches!(change(&book.nurse, Some("Again"), 2, NOW.plus_days(4)).await, Err(Error::Conflict)));
        assert_eq!(book.acts().await, ["choose", "comment", "correct", "withdraw"]);
        let mut tx = book.db.read().await.unwrap();
        let kept: Vec<String> = on_db!(tx, c => sqlx::query_scalar(
            "SELECT body FROM result_comment UNION ALL SELECT body FROM result_comment_change WHERE body IS NOT NULL",
        ).fetch_all(c).await)
        .unwrap();
        assert_eq!(kept, ["All as we hoped.", "Nearly as we hoped."], "nothing is lost");
    }
}

#[test]
fn a_comment_has_words_and_is_not_a_book() {
    assert!(OwnWords::new(" \u{7} \n").is_err());
    assert!(OwnWords::new(&"é".repeat(OwnWords::MOST)).is_ok());
    assert!(OwnWords::new(&"é".repeat(OwnWords::MOST + 1)).is_err());
}
