//! What the page of the log asks of the server.

use domain::{access::AccountRole, id::RecordId, time::PartialDate};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::Answer;

/// A stretch of the log of a record, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogPage {
    pub record: RecordId,
    /// Without what the reader did.
    pub by_others: bool,
    /// Not the newest stretch.
    pub further: bool,
    pub lines: Vec<LogLine>,
    /// Where older rows begin, when there are any.
    pub older: Option<String>,
}

/// One row: when, who, what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// Where the reader lives.
    pub at: PartialDate,
    pub who: Actor,
    pub act: Act,
}

/// Who it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    You,
    Member {
        name: Option<String>,
        role: Option<AccountRole>,
        team: Option<String>,
    },
    /// The clinic's system of this name.
    System(String),
    /// Nobody: work whose time had come.
    Daybook,
    Operator,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    Opened,
    ReadResults,
    ReadLog,
    ReadDiary,
    /// A report, an answer or a note of the diary.
    WroteDiary,
    /// How often someone is asked.
    PlannedDiary,
    /// Looked at the medicines.
    ReadMedicines,
    /// Changed a medicine, or noted a dose.
    WroteMedicines,
    /// The care team changed how a medicine is taken.
    OrderedMedicines,
    Commented,
    Corrected,
    Withdrew,
    ReadCare,
    /// What the care team keeps of the treatment.
    ChangedCare,
    /// For more of a medicine.
    AskedMore,
    CountedMedicine,
    /// Made the address of a calendar of doses.
    MadeFeed,
    EndedFeed,
    /// A program read that calendar.
    ReadFeed,
    /// Someone else, whether they want to be told of doses without an answer.
    AskedOther,
    ChoseForOther,
    EndedOther,
    OtherAgreed,
    OtherRefused,
    OtherEnded,
    /// Of doses without an answer.
    ToldOther,
    Copied,
    /// A result that waited, before its time.
    OpenedNow,
    /// When results open from now on.
    Chose,
    /// Showed a factor again.
    SteppedUp,
    /// Asked for a code that confirms an address of mail.
    AskedMailCode,
    /// Confirmed an address of mail.
    ConfirmedMail,
    RemovedMail,
    ChoseMail,
    ChoseZone,
    TurnedOnPush,
    TurnedOffPush,
    /// Had a device keep a copy.
    KeptOnDevice,
    /// So many things came; nothing where nobody counted.
    Brought(Option<u32>),
    SignedIn,
    SignedOut,
    EndedSession,
    Enrolled,
    Reset,
    Letter,
    Closed,
    /// The team may read from now on.
    Given(Option<String>),
    TakenBack(Option<String>),
    /// What was reported, to the care team.
    PassedOn,
    /// The care team, of what waits.
    Reminded,
    /// In the worklist.
    Listed,
    OpenedItem,
    WorkedOnItem,
    /// Something else, about the account or about the record.
    OfAccount,
    OfRecord,
}

/// Rows of a page.
const MOST: i64 = 60;

/// Who read a record and what was done with it. Only the person sees it.
#[server(endpoint = "audit/log")]
pub async fn get_log(
    record: RecordId,
    #[server(default)] by_others: bool,
    #[server(default)] before: String,
) -> Answer<LogPage> {
    use domain::{
        access::{self, Log},
        audit::store::{LogCursor, Stretch, list_log},
    };

    use crate::request;

    let (backend, caller) = request::caller()?;
    let zone = request::signed_in()?.zone;
    let mut tx = backend.db.read().await?;
    let granted = access::view::<Log>(&mut tx, &caller, record, backend.now()).await?;
    let place = before.parse().unwrap_or(LogCursor::NEWEST);
    let mut entries = list_log(&mut tx, &granted, Stretch { by_others, before: place, most: MOST + 1 }).await?;
    let more = i64::try_from(entries.len()).unwrap_or(i64::MAX) > MOST;
    entries.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    let older = entries.last().filter(|_| more).map(|entry| entry.cursor.to_string());
    let lines = entries.into_iter().map(|entry| LogLine::of(entry, caller.account, &zone)).collect();
    Ok(LogPage { record, by_others, further: place != LogCursor::NEWEST, lines, older })
}

impl LogLine {
    fn of(entry: domain::audit::store::Entry, reader: domain::id::AccountId, zone: &str) -> Self {
        let act = match (entry.act.as_str(), entry.category.as_str()) {
            ("pass-on", "worklist") => Act::PassedOn,
            ("remind", "worklist") => Act::Reminded,
            ("list", "worklist") => Act::Listed,
            ("view" | "see", "worklist") => Act::OpenedItem,
            (_, "worklist") => Act::WorkedOnItem,
            ("view", "identity") => Act::Opened,
            ("view", "results") => Act::ReadResults,
            ("view", "log") => Act::ReadLog,
            ("comment", _) => Act::Commented,
            ("correct", _) => Act::Corrected,
            ("withdraw", _) => Act::Withdrew,
            ("view", "care") => Act::ReadCare,
            ("view", "diary") => Act::ReadDiary,
            ("write", "diary") => Act::WroteDiary,
            ("act", "diary") => Act::PlannedDiary,
            ("view", "medicines") => Act::ReadMedicines,
            ("write", "medicines") => Act::WroteMedicines,
            ("act", "medicines") => Act::OrderedMedicines,
            ("act", "care") => Act::ChangedCare,
            ("refill", "medicines") => Act::AskedMore,
            ("count", "medicines") => Act::CountedMedicine,
            ("feed-on", "medicines") => Act::MadeFeed,
            ("feed-off", "medicines") => Act::EndedFeed,
            ("feed-read", "medicines") => Act::ReadFeed,
            ("told-ask", "medicines") => Act::AskedOther,
            ("told-choose", "medicines") => Act::ChoseForOther,
            ("told-end", "medicines") => Act::EndedOther,
            ("told-yes", "medicines") => Act::OtherAgreed,
            ("told-no", "medicines") => Act::OtherRefused,
            ("told-stop", "medicines") => Act::OtherEnded,
            ("told-news", "medicines") => Act::ToldOther,
            ("export", _) => Act::Copied,
            ("import", _) => Act::Brought(entry.things.map(|things| things.try_into().unwrap_or(u32::MAX))),
            ("sign-in", _) => Act::SignedIn,
            ("sign-out", _) => Act::SignedOut,
            ("end-session", _) => Act::EndedSession,
            ("enrol", _) => Act::Enrolled,
            ("reset", _) => Act::Reset,
            ("letter", _) => Act::Letter,
            ("disable", _) => Act::Closed,
            ("assign", _) => Act::Given(entry.team.clone()),
            ("release", "team") => Act::TakenBack(entry.team.clone()),
            ("open" | "release", _) => Act::OpenedNow,
            ("choose", _) => Act::Chose,
            ("step-up", _) => Act::SteppedUp,
            ("mail-code", _) => Act::AskedMailCode,
            ("mail-address", _) => Act::ConfirmedMail,
            ("mail-remove", _) => Act::RemovedMail,
            ("mail-choose", _) => Act::ChoseMail,
            ("zone", _) => Act::ChoseZone,
            ("push-on", _) => Act::TurnedOnPush,
            ("push-off", _) => Act::TurnedOffPush,
            ("keep-on-device", _) => Act::KeptOnDevice,
            (_, "account") => Act::OfAccount,
            _ => Act::OfRecord,
        };
        let who = match (entry.actor.strip_prefix("sender:"), entry.account) {
            (Some(system), _) => Actor::System(system.to_owned()),
            _ if entry.actor == "operator" => Actor::Operator,
            _ if entry.actor == "daybook" => Actor::Daybook,
            (None, Some(account)) if account == reader => Actor::You,
            _ => Actor::Member { name: entry.name, role: entry.role, team: entry.team },
        };
        Self { at: crate::request::local_date(entry.at, zone), who, act }
    }
}
