//! A whole record on its way out, piece by piece: never more of it in memory than a few resources.

use std::collections::BTreeSet;

use app::{
    diary::{names::Names, say},
    record::care::phase,
    words::Words,
};
use domain::{
    access::{Granted, Results, View},
    db::Db,
    diary::{entry::Entry, report::Flag, store::Kept},
    id::ReportId,
    record::export::Export,
    time::{Instant, PartialDate},
};
use fhir::{
    instrument::Told,
    told::{self, Noted, Own},
};

/// A record as one FHIR R4 Bundle.
pub struct FhirExport {
    export: Export,
    bundle: fhir::Bundle,
    /// What Daybook itself says in it.
    words: Words,
    /// What the forms of the diary call their symptoms.
    names: Names,
    /// What comes before the resources, until it was handed over.
    beginning: Option<String>,
    part: Part,
    resources: usize,
}

/// What comes next.
enum Part {
    /// What clinics sent.
    Sent,
    /// The forms of the diary.
    Forms,
    /// Reports of the diary, behind this one.
    Reports(Option<(Instant, ReportId)>),
    /// What was noted between reports, and what the care team keeps.
    Rest,
    End,
    Over,
}

impl FhirExport {
    pub async fn begin(db: &Db, granted: Granted<View, Results>, words: Words, now: Instant) -> domain::Result<Self> {
        let beginning = fhir::Bundle::begin(granted.record(), PartialDate::from(now));
        let export = Export::begin(db, granted).await?;
        Ok(Self {
            export,
            bundle: fhir::Bundle::default(),
            words,
            names: Names::default(),
            beginning: Some(beginning),
            part: Part::Sent,
            resources: 0,
        })
    }

    /// The next piece of the file; nothing when it is whole.
    pub async fn next(&mut self) -> domain::Result<Option<String>> {
        if let Some(beginning) = self.beginning.take() {
            return Ok(Some(beginning));
        }
        match self.part {
            Part::Sent => {
                let batch = self.export.next().await?;
                if batch.is_empty() {
                    self.part = Part::Forms;
                }
                self.resources += batch.len();
                Ok(Some(batch.iter().map(|kept| self.bundle.entry(kept)).collect()))
            }
            Part::Forms => {
                let forms = self.export.sources().await?;
                self.part = Part::Reports(None);
                Ok(Some(
                    self.own(&forms.iter().map(|(id, source)| told::questionnaire(*id, source)).collect::<Vec<_>>()),
                ))
            }
            Part::Reports(after) => self.reports(after).await.map(Some),
            Part::Rest => {
                let mut rest = Vec::new();
                for entry in self.export.entries().await? {
                    rest.push(self.note(&entry)?);
                }
                if let Some(kept) = self.export.care().await? {
                    let (record, subject) = (self.export.record(), self.bundle.subject());
                    let said = |of| phase(self.words, of);
                    rest.push(told::care(&kept.care, kept.version, kept.at, record, subject, said)?);
                }
                self.part = Part::End;
                Ok(Some(self.own(&rest)))
            }
            Part::End => {
                self.part = Part::Over;
                Ok(Some(self.bundle.end().to_owned()))
            }
            Part::Over => Ok(None),
        }
    }

    async fn reports(&mut self, after: Option<(Instant, ReportId)>) -> domain::Result<String> {
        let batch = self.export.reports(after).await?;
        let mut all = Vec::new();
        for (report, instrument) in &batch {
            self.names.add(Names::in_language(instrument, self.words.language().code()));
            all.extend(self.report(report, instrument)?);
        }
        self.part = batch.last().map_or(Part::Rest, |(last, _)| Part::Reports(Some((last.said.at, last.id))));
        Ok(self.own(&all))
    }

    fn report(&self, report: &Kept, instrument: &domain::diary::instrument::Instrument) -> domain::Result<Vec<Own>> {
        let told = Told {
            id: report.id,
            authored: report.sent_at.unwrap_or(report.changed_at),
            by: report.said.by,
            finished: report.sent_at.is_some(),
            corrected: report.corrects.is_some(),
            subject: self.bundle.subject(),
            language: self.words.language().code(),
        };
        let flags: Option<&BTreeSet<Flag>> = report.said.flags.as_ref();
        let said =
            |flag: Option<Flag>| flag.map_or_else(|| self.words.diary_flags(), |flag| say::flag(self.words, flag));
        told::report(instrument, &report.answers, &told, flags, said)
    }

    fn note(&self, entry: &Entry) -> domain::Result<Own> {
        let name = self.names.name(&entry.symptom);
        let said = entry.level.map(|level| say::level(self.words, level.get()));
        told::note(&Noted {
            id: entry.id,
            by: entry.by,
            symptom: &entry.symptom,
            name: &name,
            level: entry.level.zip(said.as_deref()),
            happened_at: entry.happened_at,
            noted_at: entry.noted_at,
            text: &entry.note,
            subject: self.bundle.subject(),
        })
    }

    fn own(&mut self, all: &[Own]) -> String {
        self.resources += all.len();
        all.iter().map(|own| self.bundle.own(own)).collect()
    }

    /// How many resources were handed over so far.
    pub const fn resources(&self) -> usize {
        self.resources
    }
}
