//! `push.send`: hands pushes to the push services of browsers, many at once.
//!
//! What is taken together is looked at in one transaction, sent side by side, and ended in as few transactions
//! as the answers allow. A push service's word and our note of it can't be one step: when the process dies
//! between the two, another hands the same push over again, and the browser replaces the first by its tag.

use std::{panic::AssertUnwindSafe, time::Duration};

use app::{
    reminders::push::{Written, write},
    words::Language,
};
use domain::{
    db::Tx,
    id::{PushDeviceId, PushId},
    jobs::{Job, Next, after_failure, store as jobs},
    reminders::{
        LATE_SECONDS, Notice,
        push_out::{Came, OutgoingPush, PushFate, Pushed, end_push, find_push_fate, note_push_failure},
    },
    secret::random,
    time::Instant,
};
use futures::{FutureExt as _, StreamExt as _, stream};
use tokio::sync::watch;

use super::{Gathering, Round, Worker};
use crate::push::{NotTaken, Push, Pusher, Urgency};

/// How many pushes are on their way at once.
const AT_ONCE: usize = 64;
/// A test that a browser could not be given for so long shows nothing any more.
const KEEP_TEST: Duration = Duration::from_hours(1);
/// Notices are kept for a browser that is off.
const KEEP: Duration = Duration::from_hours(24);

/// What is to be noted of a push.
enum Note {
    Ended(Came),
    Later(Instant),
    Again(String, Instant),
    /// It could not even be looked at.
    Never(&'static str),
}

/// Sends the pushes of jobs, those that still are to be sent.
pub fn send<'a>(worker: &'a Worker, taken: Vec<Job>, stop: &'a watch::Receiver<bool>) -> Gathering<'a> {
    Box::pin(async move {
        let Some(pusher) = worker.pusher.as_ref() else { return Ok(Round::default()) };
        let backend = &worker.backend;
        let mut round = Round { taken: taken.len(), ..Round::default() };
        let mut tx = backend.db.read().await?;
        let mut looked = Vec::with_capacity(taken.len());
        for job in taken {
            let fate = match job.key.parse::<PushId>() {
                Ok(push) => match find_push_fate(&mut tx, &backend.keys, push, backend.now()).await {
                    Ok(fate) => Ok((push, fate)),
                    Err(cause @ domain::Error::Unavailable(_)) => return Err(cause),
                    // One that can't be read keeps nobody else waiting. A newer process may know it, or one with
                    // its key file.
                    Err(cause) => {
                        tracing::warn!(event = "push.unreadable", %cause);
                        // After a query that failed PostgreSQL answers nothing more in a transaction.
                        tx = backend.db.read().await?;
                        Err((Some(push), Note::Again("unreadable".to_owned(), again(job.tries, None, backend.now()))))
                    }
                },
                Err(_) => Err((None, Note::Never("no-push"))),
            };
            looked.push((job, fate));
        }
        drop(tx);
        let coming = stream::iter(looked)
            .map(|(job, fate)| async move {
                if *stop.borrow() {
                    return (None, job, None);
                }
                let device = match &fate {
                    Ok((_, PushFate::Send(outgoing))) => Some(outgoing.device),
                    _ => None,
                };
                let note = match fate {
                    Ok((push, fate)) => (Some(push), one(worker, pusher, &job, fate).await),
                    Err(unread) => unread,
                };
                (device, job, Some(note))
            })
            .buffer_unordered(AT_ONCE);
        let mut chunks = std::pin::pin!(coming.ready_chunks(AT_ONCE));
        while let Some(mut chunk) = chunks.next().await {
            // Whoever else notes something of the same devices does so in the same order.
            chunk.sort_by_key(|(device, ..)| *device);
            if let Err(cause) = note_all(worker, &chunk, &mut round).await {
                // What was sent must not be sent again because another one of them can't be noted.
                tracing::warn!(event = "push.noted-apart", %cause);
                for one in chunk.chunks(1) {
                    if let Err(cause) = note_all(worker, one, &mut round).await {
                        tracing::warn!(event = "push.not-noted", %cause);
                        round.left += 1;
                    }
                }
            }
        }
        Ok(round)
    })
}

/// What came of a push to a device, if it was looked at before the word to stop.
type Looked = (Option<PushDeviceId>, Job, Option<(Option<PushId>, Note)>);

/// Notes what came of some pushes, of all or of none.
async fn note_all(worker: &Worker, all: &[Looked], round: &mut Round) -> domain::Result<()> {
    let (mut tx, now) = (worker.backend.db.write().await?, worker.backend.now());
    let mut counted = *round;
    for (_, job, came) in all {
        note(&mut tx, job, came.as_ref(), &mut counted, now).await?;
    }
    tx.commit().await?;
    *round = counted;
    Ok(())
}

async fn one(worker: &Worker, pusher: &Pusher, job: &Job, fate: PushFate) -> Note {
    let outgoing = match fate {
        PushFate::Drop => return Note::Ended(Came::Dropped),
        PushFate::Later(at) => return Note::Later(at),
        PushFate::Send(outgoing) => outgoing,
    };
    let now = worker.backend.now();
    let otherwise = worker.mailer.as_ref().map_or(Language::English, |mailer| mailer.language);
    let sent = AssertUnwindSafe(hand_over(pusher, &outgoing, otherwise, now)).catch_unwind().await;
    match sent.unwrap_or_else(|_| Err(NotTaken::Now("panic".to_owned(), None))) {
        Ok(()) => Note::Ended(Came::Sent),
        Err(NotTaken::Gone(code)) => Note::Ended(Came::Gone(code)),
        Err(NotTaken::Ever(code)) => Note::Ended(Came::Refused(code)),
        Err(NotTaken::Now(code, wait)) => Note::Again(code, again(job.tries, wait, now)),
    }
}

/// When a push is tried again: as the push service asked, or after the wait of all work; and some more by
/// chance, so that many don't come back at the same moment.
fn again(tries: i64, asked: Option<i64>, now: Instant) -> Instant {
    let wait = asked.unwrap_or_else(|| match after_failure(tries, now) {
        Next::At(at) => at.seconds_since(now),
        Next::Parked => 0,
    });
    let chance = random::<1>().map_or(0, |[byte]| i64::from(byte));
    now.plus_seconds(wait + (wait.clamp(4, 3_600) * chance) / (4 * 255))
}

async fn hand_over(
    pusher: &Pusher,
    outgoing: &OutgoingPush,
    otherwise: Language,
    now: Instant,
) -> Result<(), NotTaken> {
    let language = outgoing.language.as_deref().and_then(Language::from_code).unwrap_or(otherwise);
    let Written { tag, text } = write(language, &outgoing.said, outgoing.wording, outgoing.tap.as_ref());
    let (urgency, keep) = match &outgoing.said {
        Pushed::Test => (Urgency::High, KEEP_TEST),
        Pushed::Notice { notice: notice @ Notice::MedicineDue, at, .. } => (Urgency::of(*notice), until_late(*at, now)),
        Pushed::Notice { notice, .. } => (Urgency::of(*notice), KEEP),
    };
    pusher.send(&Push { to: &outgoing.to, text, topic: &tag, urgency, keep }, now).await
}

/// For how long a browser may still be told that it is time for a medicine: until that is late.
fn until_late(due: Instant, now: Instant) -> Duration {
    Duration::from_secs(u64::try_from(LATE_SECONDS - now.seconds_since(due)).unwrap_or(0))
}

/// Notes what came of a push and ends its job; nothing when someone else has the job by now.
async fn note(
    tx: &mut Tx,
    job: &Job,
    came: Option<&(Option<PushId>, Note)>,
    round: &mut Round,
    now: Instant,
) -> domain::Result<()> {
    let Some((push, note)) = came else {
        round.left += 1;
        return jobs::give_back(tx, std::slice::from_ref(job), now).await;
    };
    let held = match note {
        Note::Ended(Came::Refused(code)) => jobs::park(tx, &job.claimed, code, now).await.map(|()| Next::Parked),
        Note::Never(code) => jobs::park(tx, &job.claimed, code, now).await.map(|()| Next::Parked),
        Note::Ended(_) => jobs::finish(tx, &job.claimed, now).await.map(|()| Next::At(now)),
        Note::Later(at) => jobs::postpone(tx, &job.claimed, *at).await.map(|()| Next::At(*at)),
        Note::Again(code, at) => jobs::retry_at(tx, &job.claimed, code, *at, now).await,
    };
    let next = match held {
        Err(domain::Error::Conflict) => {
            round.left += 1;
            return Ok(());
        }
        other => other?,
    };
    match (note, next) {
        (_, Next::Parked) => round.parked += 1,
        (Note::Again(..), _) => round.again += 1,
        _ => round.done += 1,
    }
    match (push, note) {
        (Some(push), Note::Ended(came)) => end_push(tx, *push, came, now).await,
        (Some(push), Note::Again(code, _)) => note_push_failure(tx, *push, code).await,
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_told_that_it_is_time_an_hour_after_it_was() {
        let due = Instant(1_790_000_000_000_000);
        for (passed, left) in [(0, 3_600), (60, 3_540), (3_540, 60), (3_600, 0), (9_000, 0)] {
            assert_eq!(until_late(due, due.plus_seconds(passed)), Duration::from_secs(left), "{passed}");
        }
    }

    #[test]
    fn a_busy_push_service_is_waited_for_as_it_asks_and_otherwise_longer_each_time() {
        let now = Instant(1_790_000_000_000_000);
        for _ in 0..50 {
            let asked = again(1, Some(120), now).seconds_since(now);
            assert!((120..=150).contains(&asked), "{asked}");
            let first = again(1, None, now).seconds_since(now);
            assert!((10..=12).contains(&first), "{first}");
            let later = again(4, None, now).seconds_since(now);
            assert!((80..=100).contains(&later), "{later}");
        }
    }
}
