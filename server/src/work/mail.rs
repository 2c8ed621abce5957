//! `mail.send`: hands one mail to the mail server.
//!
//! The server's word that it took the mail and our note of it can't be one step. When the process dies
//! between the two, another hands the same mail over again: at least once, with the same `Message-ID`, by
//! which mail servers and readers drop the second one.

use app::{
    reminders::mail::{Written, write},
    words::Language,
};
use domain::{
    id::MailId,
    jobs::{Job, store as jobs},
    reminders::{
        Address,
        outgoing::{Ended, Fate, Outgoing, end, find_fate, note_failure},
    },
};

use super::{Doing, Failed, Worker};
use crate::mail::{Mail, Mailer, NotTaken};

/// Sends the mail of a job, if it still is to be sent.
pub fn send<'a>(worker: &'a Worker, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let mailer = worker.mailer.as_ref().ok_or_else(|| Failed::Again("no-mail-server".to_owned()))?;
        let mail: MailId = job.key.parse().map_err(|_| Failed::Never("no-mail".to_owned()))?;
        let backend = &worker.backend;
        let mut tx = backend.db.read().await?;
        let fate = find_fate(&mut tx, &backend.keys, mail, backend.now()).await?;
        drop(tx);
        let ended = match fate {
            Fate::Drop => Ended::Dropped,
            Fate::Later(at) => {
                let mut tx = backend.db.write().await?;
                jobs::postpone(&mut tx, &job.claimed, at).await?;
                return Ok(tx.commit().await?);
            }
            Fate::Send(outgoing) => match hand_over(worker, mailer, &outgoing).await {
                Ok(()) => Ended::Sent,
                Err(not_taken) => return Err(note(worker, mail, not_taken).await?),
            },
        };
        let (mut tx, now) = (backend.db.write().await?, backend.now());
        end(&mut tx, mail, ended, None, now).await?;
        jobs::finish(&mut tx, &job.claimed, now).await?;
        Ok(tx.commit().await?)
    })
}

async fn hand_over(worker: &Worker, mailer: &Mailer, outgoing: &Outgoing) -> Result<(), NotTaken> {
    let language = outgoing.language.as_deref().and_then(Language::from_code).unwrap_or(mailer.language);
    let public_url = &worker.backend.settings.public_url;
    let Written { subject, body } = write(language, outgoing, public_url);
    let to: &Address = &outgoing.to;
    mailer.send(&Mail { id: outgoing.mail, to, language, subject, body }, worker.backend.now()).await
}

/// Notes on the mail what went wrong, for who waits for it.
async fn note(worker: &Worker, mail: MailId, not_taken: NotTaken) -> Result<Failed, Failed> {
    let (backend, now) = (&worker.backend, worker.backend.now());
    let mut tx = backend.db.write().await?;
    let failed = match not_taken {
        NotTaken::Now(code) => {
            note_failure(&mut tx, mail, &code).await?;
            Failed::Again(code)
        }
        NotTaken::Ever(code) => {
            end(&mut tx, mail, Ended::Refused, Some(&code), now).await?;
            Failed::Never(code)
        }
    };
    tx.commit().await?;
    Ok(failed)
}
