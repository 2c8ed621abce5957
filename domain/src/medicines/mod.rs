//! What the person takes: plans, the doses that they ask for, and what was really taken.

pub mod as_needed;
#[cfg(feature = "server")]
pub mod check;
pub mod list;
pub mod plan;
pub mod prescribed;
#[cfg(feature = "server")]
pub mod schedule;
#[cfg(feature = "server")]
pub mod supply;
#[cfg(test)]
#[cfg(feature = "server")]
mod tests;
#[cfg(feature = "server")]
pub mod weekly;

pub use plan::{Amount, At, Count, Course, Dose, Moment, Moments, Pause, PausedBy, Plan, Rhythm, Slot, Step};
pub use prescribed::Prescribed;
