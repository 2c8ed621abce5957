//! The person's own copy of their record, as a download: FHIR for systems, a page for people. It is
//! asked for by a form of Daybook's own page, never by a link, and needs a fresh factor.

use app::{
    diary::{names::Names, say, sent::answers},
    record::document::{About, Document},
    request::{Backend, Session, leading_on, local_date},
    results::api::made,
    visit::Visit,
    words::Words,
};
use axum::{
    Extension,
    body::Body,
    extract::Path,
    response::{IntoResponse as _, Redirect, Response},
};
use domain::{
    Error,
    access::{self, Diary, Granted, Identity, Results, View},
    account::store::SignedIn,
    diary::{
        self,
        course::list_asked_with,
        instrument::Instrument,
        instrument_store::find_instrument,
        report::{Author, Flag},
    },
    id::{RecordId, ReportId},
    record::{care::find_kept, store::get_whose},
    results::{Cursor, course::Around, store},
    time::Instant,
};
use futures::stream;
use http::{StatusCode, header};

use crate::export::FhirExport;

/// Lines of the timeline that are held at once.
const LINES: i64 = 20;

/// Who comes by an address is asked first.
pub async fn ask(Path(record): Path<String>) -> Response {
    match record.parse::<RecordId>() {
        Ok(record) => Redirect::to(&page(record)).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

fn page(record: RecordId) -> String {
    format!("/records/{record}/export")
}

/// The whole record as one FHIR R4 Bundle.
pub async fn fhir(
    Extension(backend): Extension<Backend>,
    Extension(session): Extension<Session>,
    Extension(visit): Extension<Visit>,
    Path(record): Path<String>,
) -> Response {
    let begun = async {
        let (signed_in, granted) = grant(&backend, &session, &record).await?;
        let export = FhirExport::begin(&backend.db, granted, Words::new(visit.language), backend.now()).await?;
        Ok((signed_in, export))
    };
    match begun.await {
        Ok((signed_in, export)) => {
            let pieces = stream::try_unfold(export, async |mut export: FhirExport| {
                told(export.next().await).map(|piece| piece.map(|piece| (piece, export)))
            });
            attached(&backend, &signed_in, "application/fhir+json", "json", Body::from_stream(pieces))
        }
        Err(cause) => refused(&record, &cause),
    }
}

/// The whole record as one page to read and to print.
pub async fn document(
    Extension(backend): Extension<Backend>,
    Extension(session): Extension<Session>,
    Extension(visit): Extension<Visit>,
    Path(record): Path<String>,
) -> Response {
    let begun = async {
        let (signed_in, granted) = grant(&backend, &session, &record).await?;
        let pages = Pages::begin(&backend, &signed_in, granted, Words::new(visit.language)).await?;
        Ok((signed_in, pages))
    };
    match begun.await {
        Ok((signed_in, pages)) => {
            let pieces = stream::try_unfold(pages, async |mut pages: Pages| {
                told(pages.next().await).map(|piece| piece.map(|piece| (piece, pages)))
            });
            attached(&backend, &signed_in, "text/html; charset=utf-8", "html", Body::from_stream(pieces))
        }
        Err(cause) => refused(&record, &cause),
    }
}

/// Half a file is cut off, so that the browser says so; why is in the log.
fn told(piece: domain::Result<Option<String>>) -> domain::Result<Option<String>> {
    if let Err(cause) = &piece {
        tracing::error!(event = "export.broken", %cause);
    }
    piece
}

async fn grant(
    backend: &Backend,
    session: &Session,
    record: &str,
) -> domain::Result<(SignedIn, Granted<View, Results>)> {
    let signed_in = session.0.clone().ok_or(Error::SignedOut)?;
    let record: RecordId = record.parse().map_err(|_| Error::NotFound)?;
    let mut tx = backend.db.read().await?;
    let granted = access::export(&mut tx, &signed_in.caller, record, backend.now()).await?;
    Ok((signed_in, granted))
}

fn refused(record: &str, cause: &Error) -> Response {
    match (cause, record.parse()) {
        (Error::FactorNeeded, Ok(record)) => {
            Redirect::to(&leading_on("/account/confirm", &page(record))).into_response()
        }
        (Error::NotFound | Error::SignedOut | Error::FactorNeeded, _) => StatusCode::NOT_FOUND.into_response(),
        (Error::Unavailable(_), _) => {
            tracing::error!(event = "export.unavailable", %cause);
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
        _ => {
            tracing::error!(event = "export.failed", %cause);
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A file that is saved, never shown. Its name says nothing of whose it is.
fn attached(backend: &Backend, signed_in: &SignedIn, kind: &'static str, ending: &str, body: Body) -> Response {
    let day = local_date(backend.now(), &signed_in.zone).date();
    (
        [
            (header::CONTENT_TYPE, kind.to_owned()),
            (header::CONTENT_DISPOSITION, format!("attachment; filename=\"daybook-{day}.{ending}\"")),
            (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'; sandbox".to_owned()),
            (header::CACHE_CONTROL, "no-store".to_owned()),
        ],
        body,
    )
        .into_response()
}

/// The page, some lines of the timeline after the other.
struct Pages {
    backend: Backend,
    granted: Granted<View, Results>,
    document: Document,
    diary: Granted<View, Diary>,
    /// Where they live.
    zone: String,
    before: Option<Cursor>,
    part: Part,
}

/// What comes next.
#[derive(Debug, Clone, Copy)]
enum Part {
    Treatment,
    Timeline,
    /// Reports of the diary, behind this one.
    Reports(Option<(Instant, ReportId)>),
    Over,
}

impl Pages {
    async fn begin(
        backend: &Backend,
        signed_in: &SignedIn,
        granted: Granted<View, Results>,
        words: Words,
    ) -> domain::Result<Self> {
        let now = backend.now();
        let mut tx = backend.db.read().await?;
        let identity = access::view::<Identity>(&mut tx, &signed_in.caller, granted.record(), now).await?;
        let whose = get_whose(&mut tx, &identity).await?;
        let diary = access::view::<Diary>(&mut tx, &signed_in.caller, granted.record(), now).await?;
        drop(tx);
        let about = About {
            name: whose.name,
            birth_date: whose.birth_date,
            clinic: backend.site.name.clone(),
            day: local_date(now, &signed_in.zone).date(),
        };
        let document = Document::begin(words, &about);
        let (zone, part) = (signed_in.zone.clone(), Part::Treatment);
        Ok(Self { backend: backend.clone(), granted, document, diary, zone, before: None, part })
    }

    async fn next(&mut self) -> domain::Result<Option<String>> {
        match self.part {
            Part::Treatment => {
                let mut tx = self.backend.db.read().await?;
                if let Some(kept) = find_kept(&mut tx, &self.granted).await? {
                    let today = local_date(self.backend.now(), &self.zone).date();
                    self.document.care(&kept, today);
                }
                self.part = Part::Timeline;
            }
            Part::Timeline => self.timeline().await?,
            Part::Reports(after) => self.reports(after).await?,
            Part::Over => return Ok(None),
        }
        Ok(Some(self.document.take()))
    }

    async fn timeline(&mut self) -> domain::Result<()> {
        let filter = store::Filter { before: self.before.clone(), ..store::Filter::default() };
        let mut tx = self.backend.db.read().await?;
        let (entries, more) = store::list_timeline(&mut tx, &self.granted, &filter, LINES).await?;
        for entry in &entries {
            let opened = store::get_item(&mut tx, &self.granted, entry.id).await?;
            self.document.item(&made::opened(
                self.granted.record(),
                self.granted.reader(),
                opened,
                Around::default(),
                self.document.words(),
                &self.backend.site,
            ));
        }
        self.before = entries.into_iter().last().map(|entry| entry.cursor);
        if !more {
            self.part = Part::Reports(None);
        }
        Ok(())
    }

    /// The diary, from the oldest report; behind the last one what was noted in between.
    async fn reports(&mut self, after: Option<(Instant, ReportId)>) -> domain::Result<()> {
        let mut tx = self.backend.db.read().await?;
        let reports = diary::store::list_all(&mut tx, &self.diary, after, LINES).await?;
        if after.is_none() && !reports.is_empty() {
            self.document.told();
        }
        for report in &reports {
            let instrument = find_instrument(&mut tx, report.instrument).await?.ok_or(Error::NotFound)?;
            self.report(report, &instrument);
        }
        if let Some(last) = reports.last() {
            self.part = Part::Reports(Some((last.said.at, last.id)));
            return Ok(());
        }
        let entries = diary::entry::list_entries(&mut tx, &self.diary, None, i64::MAX).await?;
        if after.is_none() && !entries.is_empty() {
            self.document.told();
        }
        let asked_with = list_asked_with(&mut tx, &self.diary, Instant(0)).await?;
        let language = self.document.words().language();
        let names = Names::of_all(&mut tx, &self.backend.site, &asked_with, language).await?;
        for entry in entries.iter().rev() {
            self.note(entry, &names);
        }
        self.document.end();
        self.part = Part::Over;
        Ok(())
    }

    fn report(&mut self, report: &diary::store::Kept, instrument: &Instrument) {
        let words = self.document.words();
        let marks = [
            (report.said.by == Author::Caregiver).then(|| words.diary_by_caregiver()),
            report.sent_at.is_none().then(|| words.diary_not_sent()),
            report.corrects.is_some().then(|| words.diary_corrects()),
            report.corrected_by.is_some().then(|| words.diary_corrected_by()),
        ];
        let marks: Vec<String> = marks.into_iter().flatten().collect();
        let flags: Option<Vec<Flag>> = report.said.flags.as_ref().map(|flags| flags.iter().copied().collect());
        let answers = answers(words, instrument, &report.answers, flags.as_deref());
        self.document.report(local_date(report.said.at, &self.zone), &marks, &answers);
    }

    fn note(&mut self, entry: &diary::entry::Entry, names: &Names) {
        let words = self.document.words();
        let name = names.find(&entry.symptom).map_or_else(|| words.diary_note_other(), str::to_owned);
        let title = match entry.level {
            Some(level) => words.diary_symptom_level(&say::level(words, level.get()), &name),
            None => name,
        };
        let marks: Vec<String> =
            (entry.by == Author::Caregiver).then(|| words.diary_by_caregiver()).into_iter().collect();
        self.document.note(local_date(entry.happened_at, &self.zone), &title, &marks, &entry.note);
    }
}
