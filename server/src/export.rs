//! A whole record on its way out, piece by piece: never more of it in memory than a few resources.

use domain::{
    access::{Granted, Results, View},
    db::Db,
    record::export::Export,
    time::{Instant, PartialDate},
};

/// A record as one FHIR R4 Bundle.
pub struct FhirExport {
    export: Export,
    bundle: fhir::Bundle,
    /// What comes before the resources, until it was handed over.
    beginning: Option<String>,
    ended: bool,
    resources: usize,
}

impl FhirExport {
    pub async fn begin(db: &Db, granted: Granted<View, Results>, now: Instant) -> domain::Result<Self> {
        let beginning = fhir::Bundle::begin(granted.record(), PartialDate::from(now));
        let export = Export::begin(db, granted).await?;
        Ok(Self { export, bundle: fhir::Bundle::default(), beginning: Some(beginning), ended: false, resources: 0 })
    }

    /// The next piece of the file; nothing when it is whole.
    pub async fn next(&mut self) -> domain::Result<Option<String>> {
        if let Some(beginning) = self.beginning.take() {
            return Ok(Some(beginning));
        }
        if self.ended {
            return Ok(None);
        }
        let batch = self.export.next().await?;
        self.resources += batch.len();
        if batch.is_empty() {
            self.ended = true;
            return Ok(Some(self.bundle.end().to_owned()));
        }
        Ok(Some(batch.iter().map(|kept| self.bundle.entry(kept)).collect()))
    }

    /// How many resources were handed over so far.
    pub const fn resources(&self) -> usize {
        self.resources
    }
}
