//! What a notice is about, in words.

use domain::reminders::Notice;

use crate::words::Words;

/// What a notice is about, for its inbox and for who chose plain wording. The detail is a name: of a medicine,
/// or of who asked that someone be told.
pub fn plainly(words: Words, notice: Notice, detail: Option<&str>) -> String {
    match (notice, detail) {
        (Notice::SymptomCheckDue, _) => words.reminders_said_symptom_check(),
        (Notice::WorklistWaits, _) => words.reminders_said_worklist(),
        (Notice::ResultsNew, _) => words.reminders_said_results(),
        (Notice::MedicineDue, Some(medicine)) => words.reminders_said_medicine(medicine),
        (Notice::MedicineDue, None) => words.reminders_said_medicine_unnamed(),
        (Notice::MedicineLate, _) => words.reminders_said_late(),
        (Notice::MedicineStopped, Some(medicine)) => words.reminders_said_stopped(medicine),
        (Notice::MedicineAgain, Some(medicine)) => words.reminders_said_again(medicine),
        (Notice::MedicineStopped | Notice::MedicineAgain, None) => words.reminders_said_changed(),
        (Notice::ToldEnded, _) => words.reminders_said_told_ended(),
        (Notice::DoseUnanswered, Some(name)) => words.reminders_said_unanswered_name(name),
        (Notice::DoseUnanswered, None) => words.reminders_said_unanswered(),
    }
}
