use std::path::Path;

use std::collections::BTreeSet;

use super::{File, Finding, Kind, Text, check, editions, methods, pseudo, read, server_only};

/// The same text in all four languages, in a file of the room `site`; each can be replaced.
struct Catalogues {
    files: Vec<File>,
}

fn catalogues(ftl: &str) -> Catalogues {
    let file = |code: &str| File {
        path: format!("app/locales/{code}/site.ftl"),
        code: code.into(),
        room: "site".into(),
        ftl: ftl.into(),
    };
    Catalogues { files: ["en", "fr", "es", "ar"].map(file).into() }
}

impl Catalogues {
    fn but(mut self, code: &str, ftl: &str) -> Self {
        for file in self.files.iter_mut().filter(|file| file.code == code) {
            file.ftl = ftl.into();
        }
        self
    }

    fn texts(&self) -> Vec<Text> {
        check(&self.files).expect("catalogues without faults")
    }

    fn findings(&self) -> Vec<String> {
        check(&self.files).expect_err("catalogues with faults").iter().map(Finding::to_string).collect()
    }
}

/// A text with plural forms in a language.
fn days(forms: &[&str]) -> String {
    let (last, first) = forms.split_last().expect("at least one form");
    let first: Vec<String> = first.iter().map(|form| format!("    [{form}] {{ $count }} days\n")).collect();
    format!("site-days = {{ $count ->\n{}   *[{last}] {{ $count }} days\n}}\n", first.concat())
}

fn all_days() -> Catalogues {
    catalogues(&days(&["one", "many", "other"]))
        .but("en", &days(&["one", "other"]))
        .but("ar", &days(&["zero", "one", "two", "few", "many", "other"]))
}

#[test]
fn the_catalogues_of_daybook_are_whole() {
    let files = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")).expect("readable files");
    let findings = check(&files).err().unwrap_or_default();
    let findings: Vec<String> = findings.iter().map(Finding::to_string).collect();
    assert!(findings.is_empty(), "{findings:#?}");
}

#[test]
fn a_catalogue_without_faults_gives_its_texts_and_arguments() {
    let texts = catalogues("site-hello = Hello { $name }, { NUMBER($count) } new\nsite-name = Daybook\n").texts();
    let [hello, name] = texts.as_slice() else { panic!("{texts:?}") };
    assert_eq!(hello.key, "site-hello");
    assert_eq!(hello.english, "Hello { $name }, { NUMBER($count) } new");
    assert_eq!(hello.arguments, [("count".into(), Kind::Count), ("name".into(), Kind::Text)].into());
    assert!(name.arguments.is_empty());
}

#[test]
fn an_argument_is_a_count_when_any_language_needs_it_for_a_plural() {
    let forms = days(&["zero", "one", "two", "few", "many", "other"]);
    let texts = catalogues("site-days = Days: { $count }\n").but("ar", &forms).texts();
    assert_eq!(texts[0].arguments["count"], Kind::Count);
}

#[test]
fn arguments_are_found_through_the_texts_that_are_referred_to() {
    let texts =
        catalogues("-site-brand = Daybook\nsite-a = { -site-brand }: { $name }\nsite-b = ({ site-a })\n").texts();
    assert_eq!(texts.iter().map(|text| text.key.as_str()).collect::<Vec<_>>(), ["site-a", "site-b"]);
    assert_eq!(texts[1].arguments, [("name".into(), Kind::Text)].into());
}

#[test]
fn what_is_not_fluent_is_found_with_its_line() {
    let found = catalogues("site-a = A\n").but("fr", "site-a = A\n\nsite-b { = B\n").findings();
    assert_eq!(
        found,
        ["app/locales/fr/site.ftl:3: can't be read (Expected a token starting with \"=\"); indent continued lines, \
          close every brace, give each select one *[other]"]
    );
}

#[test]
fn a_key_of_another_room_is_refused() {
    let found = catalogues("site-a = A\n").but("es", "site-a = A\nresults-a = A\n-brand = B\n").findings();
    assert_eq!(
        found,
        [
            "app/locales/es/site.ftl:2: results-a: is in the room `site`; call it `site-…` or move it to its room",
            "app/locales/es/site.ftl:3: -brand: is in the room `site`; call it `-site-…` or move it to its room",
        ]
    );
}

#[test]
fn a_key_that_makes_no_method_is_refused() {
    let found = catalogues("site-a = A\n").but("en", "site-a = A\nsite-aB = A\nsite-a--b = A\n").findings();
    let message = "has a name that makes no method; use small letters, digits and single hyphens";
    assert_eq!(
        found,
        [
            format!("app/locales/en/site.ftl:2: site-aB: {message}"),
            format!("app/locales/en/site.ftl:3: site-a--b: {message}"),
        ]
    );
}

#[test]
fn a_key_that_is_there_twice_is_refused() {
    let found = catalogues("site-a = A\n").but("ar", "site-a = A\nsite-b = B\nsite-a = A\n").findings();
    assert_eq!(
        found,
        ["app/locales/ar/site.ftl:3: site-a: is already in app/locales/ar/site.ftl:1; keep one of the two"]
    );
}

#[test]
fn a_key_that_a_language_lacks_is_refused() {
    let found = catalogues("# A comment.\nsite-a = A\nsite-b = B\n").but("fr", "site-a = A\n").findings();
    assert_eq!(found, ["app/locales/en/site.ftl:3: site-b: is missing in French; add it to app/locales/fr/site.ftl"]);
}

#[test]
fn a_key_that_english_lacks_is_refused() {
    let found = catalogues("site-a = A\n").but("es", "site-a = A\nsite-b = B\n").findings();
    assert_eq!(found, ["app/locales/es/site.ftl:2: site-b: is not in English; add it there or delete it here"]);
}

#[test]
fn other_arguments_than_in_english_are_refused() {
    let found = catalogues("site-a = { $name } at { $time }\nsite-b = B\n")
        .but("fr", "site-a = { $nom } à { $time }\nsite-b = { $name }\n")
        .findings();
    assert_eq!(
        found,
        [
            "app/locales/fr/site.ftl:1: site-a: uses $nom, $time where English uses $name, $time; use the same",
            "app/locales/fr/site.ftl:2: site-b: uses $name where English uses no argument; use the same",
        ]
    );
}

#[test]
fn every_plural_form_of_each_language_is_asked_for() {
    assert_eq!(all_days().texts().len(), 1);
    let found = catalogues(&days(&["one", "other"])).findings();
    assert_eq!(
        found,
        [
            "app/locales/fr/site.ftl:1: site-days: selects on $count without [many]; French needs [many] [one] [other]",
            "app/locales/es/site.ftl:1: site-days: selects on $count without [many]; Spanish needs [many] [one] [other]",
            "app/locales/ar/site.ftl:1: site-days: selects on $count without [few] [many] [two] [zero]; Arabic needs \
             [few] [many] [one] [other] [two] [zero]",
        ]
    );
}

#[test]
fn a_plural_form_that_the_language_has_not_is_refused() {
    let found = all_days().but("en", &days(&["one", "few", "other"])).findings();
    assert_eq!(
        found,
        ["app/locales/en/site.ftl:1: site-days: selects on $count with [few]; English has only [one] [other]"]
    );
}

#[test]
fn an_exact_number_may_be_added_in_any_language() {
    let ftl = "site-days = { $count ->\n    [0] none\n    [one] one\n   *[other] { $count }\n}\n";
    assert_eq!(all_days().but("en", ftl).texts().len(), 1);
}

#[test]
fn a_select_on_words_has_the_variants_of_english() {
    let ftl = "site-a = { $kind ->\n    [mild] mild\n    [severe] severe\n   *[other] -\n}\n";
    assert_eq!(catalogues(ftl).texts()[0].arguments["kind"], Kind::Text);
    assert_eq!(catalogues(ftl).but("fr", "site-a = { $kind }\n").texts().len(), 1);
    let found = catalogues(ftl).but("fr", "site-a = { $kind ->\n    [mild] léger\n   *[other] -\n}\n").findings();
    assert_eq!(
        found,
        ["app/locales/fr/site.ftl:1: site-a: selects on $kind with [mild] [other] where English has [mild] [other] \
          [severe]; use the same"]
    );
}

#[test]
fn a_reference_must_lead_to_a_text_of_the_same_language() {
    let found = catalogues("-site-brand = Daybook\nsite-a = { -site-brand }\n")
        .but("ar", "site-a = { -site-brand }{ site-b }\n")
        .findings();
    assert_eq!(
        found,
        [
            "app/locales/ar/site.ftl:1: site-a: refers to `-site-brand`, which Arabic lacks; add it or correct the name",
            "app/locales/ar/site.ftl:1: site-a: refers to `site-b`, which Arabic lacks; add it or correct the name",
        ]
    );
}

#[test]
fn a_reference_must_not_lead_back() {
    let found =
        catalogues("site-a = A\nsite-b = B\n").but("fr", "site-a = { site-b }\nsite-b = { site-a }\n").findings();
    assert_eq!(
        found,
        [
            "app/locales/fr/site.ftl:1: site-a: refers back to itself; write the words out",
            "app/locales/fr/site.ftl:2: site-b: refers back to itself; write the words out",
        ]
    );
}

#[test]
fn parts_of_fluent_that_we_do_without_are_refused() {
    for (ftl, message) in [
        ("site-a = A\n    .label = B\n", "has an attribute; give that text a key of its own"),
        ("site-a =\n    .label = B\n", "has no text; write it after the `=`"),
        ("site-a = { 5 } days\n", "has { 5 }; write 5 as plain text"),
        ("site-a = { DATETIME($day) }\n", "calls DATETIME(); the only function is NUMBER($name), without options"),
        (
            "site-a = { NUMBER($day, type: \"ordinal\") }\n",
            "calls NUMBER(); the only function is NUMBER($name), without options",
        ),
        ("site-a = { site-b.label }\n", "refers to an attribute of site-b; refer to a whole text"),
        ("site-a = { -site-b(x: 1) }\n", "uses -site-b with an attribute or an argument; use the term alone"),
        ("site-a = { \"x\" ->\n   *[other] y\n}\n", "selects on something else than an argument; select on a $name"),
        ("-site-a = { $name }\n", "is a term and uses $name; a term takes no arguments"),
        ("site-a = { $aB }\n", "has the argument $aB; use small letters, digits and `_`, and no keyword of Rust"),
        ("site-a = { $type }\n", "has the argument $type; use small letters, digits and `_`, and no keyword of Rust"),
    ] {
        let found = catalogues("site-b = B\n").but("en", ftl).findings();
        let key = if ftl.starts_with('-') { "-site-a" } else { "site-a" };
        assert!(found.contains(&format!("app/locales/en/site.ftl:1: {key}: {message}")), "{found:#?}");
    }
}

#[test]
fn a_folder_that_is_no_language_is_refused() {
    let mut catalogues = catalogues("site-a = A\n");
    catalogues.files[1].code = "frr".into();
    catalogues.files[1].path = "app/locales/frr/site.ftl".into();
    assert_eq!(
        catalogues.findings(),
        ["app/locales/frr/site.ftl:1: `frr` is not a language of Daybook; rename or delete its folder"]
    );
}

#[test]
fn a_text_becomes_a_method_with_its_english_and_its_arguments() {
    let texts = catalogues("site-hello = Hello { $name }, { NUMBER($count) } [new]\n").texts();
    let rust = methods::rust(&texts, &BTreeSet::new(), &[]);
    assert!(
        rust.contains(
            r#"    /// ```text
    /// Hello { $name }, { NUMBER($count) } [new]
    /// ```
    pub fn site_hello(self, count: impl Into<Count>, name: &str) -> String {
        self.text("site-hello", &[("count", Argument::Count(count.into())), ("name", Argument::Text(name))])
    }
"#
        ),
        "{rust}"
    );
}

#[test]
fn each_language_is_served_whole_without_comments_and_named_by_its_content() {
    let before = editions(&catalogues("# For translators.\nsite-a = A\nsite-b =\n    B\n").files);
    let after = editions(&catalogues("site-a = A\n").but("fr", "site-a = Â\n").files);
    assert_eq!(before.iter().map(|edition| edition.code).collect::<Vec<_>>(), ["en", "fr", "es", "ar", "en-XA"]);
    assert_eq!(before[0].ftl, "site-a = A\nsite-b =\n    B\n");
    assert_eq!(before[0].hash.len(), 16);
    assert_ne!(after[0].hash, after[1].hash);
    assert_eq!(after[0].hash, after[2].hash);
}

#[test]
fn the_pseudo_locale_keeps_what_is_not_words() {
    assert_eq!(
        pseudo::catalogue("site-a = If { $name } is [ill]\n"),
        "site-a = { \"[\" } ÎÎƒ { $name } îîš [îîļļ] ]\n"
    );
}

#[test]
fn the_pseudo_locale_can_be_read_again_whatever_the_text_looks_like() {
    let english = "-site-t = term\nsite-a =\n    One line\n    and [another]\nsite-b = { $n ->\n    [one] one { -site-t }\n   *[other] { $n ->\n       *[other] deep\n    }\n} end\nsite-c = { site-a }\n";
    let again = pseudo::catalogue(english);
    let resource = fluent_syntax::parser::parse(again.as_str());
    assert_eq!(resource.map(|resource| resource.body.len()).map_err(|(_, errors)| errors), Ok(4), "{again}");
}

#[test]
fn the_browser_gets_what_its_pages_say_and_no_more() {
    let ftl = "### A room. (server)\n\nsite-a = A\n    and more\n\n## Both. (browser)\nsite-b = B\n\n## Others.\nsite-c = C\n";
    let file = |code: &str| File {
        path: format!("app/locales/{code}/site.ftl"),
        code: code.to_owned(),
        room: "site".to_owned(),
        ftl: ftl.to_owned(),
    };
    let files: Vec<File> = ["en", "fr", "es", "ar"].map(file).into();
    assert_eq!(server_only(&files), BTreeSet::from(["site-a".to_owned(), "site-c".to_owned()]));
    for edition in editions(&files) {
        assert!(edition.ftl.contains("site-a =") && edition.ftl.contains("and more") || edition.code == "en-XA");
        let browser = edition.browser.trim();
        assert!(browser.starts_with("site-b =") && browser.lines().count() == 1, "{browser}");
    }
}
