//! The whole record as one page to keep: to read and to print, without a script, without a network.
//!
//! It is written piece by piece. Markup is a `&'static str`, everything else is escaped, so nothing
//! that came from outside can become markup.

use domain::{
    record::care::Kept,
    results::{Attachment, AttachmentContent, Event, Interpretation, Kind, Value, meaning::Meaning},
    time::PartialDate,
};

use super::care::{hold_days, phase};
use crate::{
    results::{
        model::{Content, Opened, Part, ValueModel},
        range::range_legend,
        report::{file_kind, file_name},
        say,
    },
    words::Words,
};

/// The page brings its own style, and its policy forbids it everything else.
const STYLE: &str = include_str!("document.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Whose record it is, and as of when.
#[derive(Debug, Clone)]
pub struct About {
    pub name: Option<String>,
    pub birth_date: Option<PartialDate>,
    /// Who sent what is in it.
    pub clinic: String,
    /// The day, where the person lives.
    pub day: PartialDate,
}

/// Under which heading the page is written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under {
    Nothing,
    Year(i16),
    Undated,
    Told,
}

/// The page, as far as it is written.
#[derive(Debug)]
pub struct Document {
    words: Words,
    out: String,
    under: Under,
}

impl Document {
    /// The beginning: whose it is.
    pub fn begin(words: Words, about: &About) -> Self {
        let mut page = Self { words, out: String::new(), under: Under::Nothing };
        let title = match &about.name {
            Some(name) => words.record_document_title(name),
            None => words.record_document_title_nameless(),
        };
        page.raw("<!DOCTYPE html>\n<html lang=\"").text(words.language().code());
        page.raw("\" dir=\"").text(words.language().dir());
        page.raw("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
        page.raw(POLICY).raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw(
            "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n",
        );
        page.raw("<title>").text(&title).raw("</title>\n<style>\n").raw(STYLE).raw("</style>\n</head>\n<body>\n");
        page.raw("<header>\n<h1><bdi>").text(&title).raw("</bdi></h1>\n");
        if let Some(born) = about.birth_date {
            page.paragraph(&words.record_document_born(&say::date(words, born)));
        }
        page.paragraph(&words.record_document_made(&about.clinic, &say::date(words, about.day)));
        page.paragraph(&words.record_document_note());
        page.raw("</header>\n<main>\n");
        page
    }

    /// The words that the page is written in.
    pub const fn words(&self) -> Words {
        self.words
    }

    /// What was written since it was last taken.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }

    /// One line of the timeline with all there is to say of it. They come newest first.
    pub fn item(&mut self, item: &Opened) {
        let words = self.words;
        let under = item.when.start.or(item.when.end).map_or(Under::Undated, |date| Under::Year(date.year));
        if self.under != under {
            let heading = match under {
                Under::Year(year) => words.year(year),
                Under::Undated | Under::Nothing | Under::Told => words.results_undated(),
            };
            self.raw("<h2>").text(&heading).raw("</h2>\n");
            self.under = under;
        }
        let title = say::title(words, item.analyte, &item.title, item.kind, item.is_panel);
        self.raw("<article>\n<h3><bdi>").text(&title).raw("</bdi></h3>\n<p class=\"when\">");
        self.text(&say::when(words, item.when));
        let kind = (!item.title.is_empty()).then(|| say::kind(words, item.kind));
        for more in kind.into_iter().chain(say::unfinished(words, item.status)) {
            self.raw(" · ").text(&more);
        }
        self.raw("</p>\n");
        match &item.content {
            Content::Report { conclusion, findings, narrative, attachments } => {
                self.foreign(conclusion.as_deref());
                for finding in findings.iter().filter(|finding| conclusion.as_deref() != Some(finding)) {
                    self.foreign(Some(finding));
                }
                self.foreign(narrative.as_deref());
                self.files(attachments);
            }
            Content::Document { description, attachments } => {
                self.foreign(description.as_deref());
                self.files(attachments);
            }
            Content::Waiting(waits) => self.paragraph(&say::waits(words, *waits)),
            Content::Values | Content::Event(_) => {}
        }
        if !item.values.is_empty() {
            self.values(item.kind, &item.values);
        }
        if item.more {
            self.paragraph(&words.record_document_more_values());
        }
        self.facts(item);
        for comment in &item.comments {
            match say::withdrawn(words, comment) {
                Some(withdrawn) => self.paragraph(&withdrawn),
                None => self.foreign(Some(&comment.text)),
            }
            self.paragraph(&say::said_by(words, comment));
        }
        self.raw("</article>\n");
    }

    /// What the care team keeps of the treatment.
    pub fn care(&mut self, kept: &Kept, today: PartialDate) {
        let words = self.words;
        let care = &kept.care;
        let day = |day: PartialDate| say::date(words, day);
        self.raw("<h2>").text(&words.record_care()).raw("</h2>\n<article>\n");
        self.foreign(Some(&care.note));
        let since = care.since.map(|since| words.record_care_since(&day(since)));
        let phase: Vec<String> = [phase(words, care.phase)].into_iter().chain(since).collect();
        let days: Vec<String> = care.treatment_days().into_iter().map(day).collect();
        let days = if days.is_empty() { words.record_care_days_none() } else { say::list(words, &days) };
        let mut facts = vec![(words.record_care_phase(), phase.join(" · ")), (words.record_care_days(), days)];
        for hold in care.held(today) {
            let why = (!hold.why.is_empty()).then(|| format!("{} {}", words.record_care_hold_why_said(), hold.why));
            let held: Vec<String> =
                [Some(hold.what.clone()), hold_days(words, hold), why].into_iter().flatten().collect();
            facts.push((words.record_care_holds(), held.join(" · ")));
        }
        self.list(&facts);
        let noted = say::date(words, PartialDate::from(kept.at).date());
        self.paragraph(&match &kept.by {
            Some(name) => words.record_care_by(&noted, name),
            None => words.record_care_by_team(&noted),
        });
        self.raw("</article>\n");
    }

    /// What the person told in their diary comes now.
    pub fn told(&mut self) {
        let title = self.words.diary_past_own();
        self.raw("<h2>").text(&title).raw("</h2>\n");
        self.under = Under::Told;
    }

    /// A report of the diary: when it was, what else there is to say of it, and every answer.
    pub fn report(&mut self, at: PartialDate, marks: &[String], answers: &[(String, String)]) {
        let words = self.words;
        self.one_told(&words.diary_check_of(&say::date(words, at)), marks);
        self.list(answers);
        self.raw("</article>\n");
    }

    /// Something noted between reports.
    pub fn note(&mut self, at: PartialDate, title: &str, marks: &[String], text: &str) {
        let words = self.words;
        self.one_told(title, &[&[words.diary_noted(&say::date(words, at))], marks].concat());
        self.foreign(Some(text));
        self.raw("</article>\n");
    }

    fn one_told(&mut self, title: &str, marks: &[String]) {
        self.raw("<article>\n<h3><bdi>").text(title).raw("</bdi></h3>\n");
        if !marks.is_empty() {
            self.raw("<p class=\"when\">").text(&marks.join(" · ")).raw("</p>\n");
        }
    }

    /// The end.
    pub fn end(&mut self) {
        let text =
            if self.under == Under::Nothing { self.words.results_empty() } else { self.words.record_document_end() };
        self.paragraph(&text);
        self.raw("</main>\n</body>\n</html>\n");
    }

    fn values(&mut self, kind: Kind, values: &[ValueModel]) {
        let words = self.words;
        self.raw("<table>\n<thead><tr>");
        for head in [words.record_document_test(), words.record_document_result(), words.record_document_range()] {
            self.raw("<th scope=\"col\">").text(&head).raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for value in values {
            let name = say::name(words, value.analyte, &value.title, kind);
            if value.value.is_some() || value.parts.is_empty() {
                self.row(&name, value.analyte.map(|_| value.title.as_str()), value.value.as_ref(), &value.earlier);
                self.state(value);
                self.meaning(value.value.as_ref(), &value.meaning, &value.marks, value.unusual);
                self.about_value(value);
            }
            for part in &value.parts {
                self.part(&name, part);
            }
            if value.value.is_none() && !value.parts.is_empty() && !value.notes.is_empty() {
                self.raw("<tr><td colspan=\"3\">");
                for note in &value.notes {
                    self.foreign(Some(note));
                }
                self.raw("</td></tr>\n");
            }
        }
        self.raw("</tbody>\n</table>\n");
    }

    fn part(&mut self, of: &str, part: &Part) {
        let words = self.words;
        let name = match part.analyte {
            Some(analyte) => crate::results::analyte::name(words, analyte),
            None => part.title.clone(),
        };
        let name = if name == of { name } else { say::list(words, &[of.to_owned(), name]) };
        self.row(&name, None, part.value.as_ref(), &[]);
        self.meaning(part.value.as_ref(), &part.meaning, &part.marks, part.unusual);
        self.raw("</td></tr>\n");
    }

    /// The name and the value; the cell for what there is to say of it stays open.
    fn row(&mut self, name: &str, official: Option<&str>, value: Option<&Value>, earlier: &[Value]) {
        let words = self.words;
        self.raw("<tr><th scope=\"row\"><bdi>").text(name).raw("</bdi>");
        if let Some(official) = official.filter(|official| !official.is_empty() && *official != name) {
            self.raw("<br><small translate=\"no\"><bdi>").text(official).raw("</bdi></small>");
        }
        let is_number = matches!(value, Some(Value::Quantity(_) | Value::Integer(_)));
        self.raw("</th><td translate=\"no\">").raw(if is_number { "<bdi dir=\"ltr\">" } else { "<bdi>" });
        self.text(&value.map_or_else(|| words.results_no_value(), |value| say::value(words, value))).raw("</bdi>");
        for earlier in earlier {
            self.raw("<br><small>").text(&words.results_earlier()).raw(" <del><bdi>");
            self.text(&say::value(words, earlier)).raw("</bdi></del></small>");
        }
        self.raw("</td><td>");
    }

    fn state(&mut self, value: &ValueModel) {
        if let Some(state) = say::unfinished(self.words, value.status) {
            self.paragraph(&state);
        }
    }

    fn meaning(&mut self, value: Option<&Value>, meaning: &Meaning, marks: &[Interpretation], unusual: bool) {
        let words = self.words;
        if unusual {
            self.paragraph(&words.results_unusual());
        }
        match value {
            None => return self.paragraph(&words.results_no_value_given()),
            Some(Value::Absent(reason)) => return self.paragraph(&say::absent(words, reason)),
            Some(_) => {}
        }
        if let Some(place) = meaning.place {
            self.raw("<p class=\"place\">").text(&say::place(words, place)).raw("</p>\n");
        }
        for mark in marks.iter().filter_map(|mark| say::interpretation(words, mark)) {
            self.paragraph(&mark);
        }
        if let Some(range) = meaning.band.as_ref().and_then(|band| range_legend(words, band)) {
            self.paragraph(&range);
        }
        for range in &meaning.range_texts {
            self.raw("<p>").text(&words.results_range_words()).raw(" <bdi translate=\"no\">").text(range);
            self.raw("</bdi></p>\n");
        }
    }

    /// What else belongs to a value; closes its row.
    fn about_value(&mut self, value: &ValueModel) {
        let words = self.words;
        for (label, text) in [
            (words.results_fact_method(), &value.method),
            (words.results_fact_specimen(), &value.specimen),
            (words.results_fact_body_site(), &value.body_site),
        ] {
            if let Some(text) = text {
                self.raw("<p><small>").text(&label).raw(": <bdi>").text(text).raw("</bdi></small></p>\n");
            }
        }
        for note in &value.notes {
            self.foreign(Some(note));
        }
        self.raw("</td></tr>\n");
    }

    fn files(&mut self, files: &[Attachment]) {
        let words = self.words;
        for (at, file) in files.iter().enumerate() {
            let name = file_name(words, file, at);
            match &file.content {
                AttachmentContent::Text(text) => self.foreign(Some(text)),
                AttachmentContent::Inline(_) => {
                    let about = say::list(words, &[file_kind(words, &file.media_type), say::size(words, file.size)]);
                    self.paragraph(&words.record_document_file(&about, &name));
                }
                AttachmentContent::Elsewhere => self.paragraph(&words.results_file_elsewhere()),
                AttachmentContent::Unreadable => self.paragraph(&words.results_file_unreadable()),
            }
        }
    }

    fn facts(&mut self, item: &Opened) {
        let words = self.words;
        let none = Event::default();
        let event = match &item.content {
            Content::Event(event) => event,
            _ => &none,
        };
        let mut facts: Vec<(String, String)> =
            event.facts.iter().map(|f| (say::fact_label(words, f.label), say::fact_value(words, &f.value))).collect();
        facts.extend(item.people.iter().map(|one| (say::role(words, one.role), one.name.clone())));
        facts.extend(item.notes.iter().map(|note| (words.results_fact_note(), note.clone())));
        self.list(&facts);
    }

    fn list(&mut self, facts: &[(String, String)]) {
        if facts.is_empty() {
            return;
        }
        self.raw("<dl>\n");
        for (label, value) in facts {
            self.raw("<div><dt>").text(label).raw("</dt><dd><bdi>").text(value).raw("</bdi></dd></div>\n");
        }
        self.raw("</dl>\n");
    }

    fn paragraph(&mut self, text: &str) {
        self.raw("<p>").text(text).raw("</p>\n");
    }

    /// Words of the sender, in a language that nobody knows, with their lines.
    fn foreign(&mut self, text: Option<&str>) {
        if let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) {
            self.raw("<p class=\"words\"><bdi>").text(text).raw("</bdi></p>\n");
        }
    }

    fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                c => self.out.push(c),
            }
        }
        self
    }
}
