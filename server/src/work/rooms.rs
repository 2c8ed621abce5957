//! Work whose whole effect is in the database, room by room.

use app::request::Backend;
use domain::{
    db::Tx,
    diary::{evaluate, plan},
    jobs::Job,
    medicines, worklist,
};

use super::{Doing, Failed};

/// Looks at a report that was left half-way.
pub fn evaluate<'a>(backend: &'a Backend, tx: &'a mut Tx, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let record = job.record.ok_or_else(|| Failed::Never("no-record".to_owned()))?;
        let how = evaluate::How { rules: &backend.rules, site: &backend.site };
        Ok(evaluate::evaluate_unfinished(tx, record, &job.key, how, backend.now()).await?)
    })
}

/// Reminds someone of their symptom check, or sees that they did not answer.
pub fn remind<'a>(backend: &'a Backend, tx: &'a mut Tx, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let record = job.record.ok_or_else(|| Failed::Never("no-record".to_owned()))?;
        Ok(plan::remind(tx, record, &job.key, &backend.site, backend.now()).await?)
    })
}

/// Reminds someone of what is due, and plans the next.
pub fn remind_of_doses<'a>(backend: &'a Backend, tx: &'a mut Tx, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let record = job.record.ok_or_else(|| Failed::Never("no-record".to_owned()))?;
        medicines::remind::remind(tx, record, &job.key, backend.now()).await?;
        Ok(())
    })
}

/// Tells someone else of doses without an answer, and plans the next.
pub fn tell_of_doses<'a>(backend: &'a Backend, tx: &'a mut Tx, job: &'a Job) -> Doing<'a> {
    Box::pin(async move {
        let record = job.record.ok_or_else(|| Failed::Never("no-record".to_owned()))?;
        medicines::tell::tell(tx, record, &job.key, backend.now()).await?;
        Ok(())
    })
}

/// What nobody took in the promised time steps up.
pub fn step_up<'a>(backend: &'a Backend, tx: &'a mut Tx, job: &'a Job) -> Doing<'a> {
    Box::pin(async move { Ok(worklist::step_up::step_up(tx, job, &backend.site, backend.now()).await?) })
}
