//! How final a resource is: the words of all the FHIR status lists, which agree with each other.

use domain::results::Status;

use crate::{
    concept,
    json::{Object, Read},
};

/// The status that a word stands for; words that FHIR doesn't have are `Unknown`.
pub fn of_word(word: &str) -> Status {
    match word {
        "registered" => Status::Registered,
        "preliminary" | "partial" | "unconfirmed" | "provisional" | "differential" => Status::Preliminary,
        "final" | "completed" | "active" | "finished" | "available" | "current" | "superseded" | "fulfilled"
        | "confirmed" => Status::Final,
        "amended" => Status::Amended,
        "corrected" => Status::Corrected,
        "appended" => Status::Appended,
        "cancelled" | "revoked" | "refuted" => Status::Cancelled,
        "planned" | "draft" | "preparation" | "proposed" | "pending" | "booked" | "waitlist" | "intended" => {
            Status::Planned
        }
        "in-progress" | "arrived" | "triaged" | "onleave" | "checked-in" => Status::InProgress,
        "on-hold" | "suspended" => Status::OnHold,
        "stopped" | "inactive" | "ended" => Status::Stopped,
        "not-done" | "noshow" | "not-taken" => Status::NotDone,
        _ => Status::Unknown,
    }
}

/// The field `status`.
pub fn read(object: &Object<'_>) -> Read<Status> {
    Ok(object.text("status")?.map_or(Status::Unknown, |word| of_word(word.trim())))
}

/// `verificationStatus` of a diagnosis or an allergy: how sure it is. Sure ones are `Final`,
/// whether they are still active or not.
pub fn of_verification(object: &Object<'_>) -> Read<Status> {
    let concept = concept::one(object, "verificationStatus")?;
    let word = concept.and_then(|c| c.codes.into_iter().map(|c| c.code).find(|c| !c.is_empty()));
    Ok(word.map_or(Status::Final, |word| match of_word(&word) {
        Status::Unknown => Status::Final,
        status => status,
    }))
}

/// The sender took it back.
pub fn entered_in_error(object: &Object<'_>) -> bool {
    let says = |name: &str| object.text(name).ok().flatten().is_some_and(|word| word.trim() == "entered-in-error");
    says("status")
        || says("docStatus")
        || concept::one(object, "verificationStatus").ok().flatten().is_some_and(|c| c.has(&["entered-in-error"]))
}
