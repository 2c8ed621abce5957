//! What the person takes: plans, the doses that they ask for, and what was really taken.

pub mod plan;
#[cfg(feature = "server")]
pub mod schedule;
#[cfg(test)]
#[cfg(feature = "server")]
mod tests;

pub use plan::{Amount, At, Count, Course, Dose, Moment, Moments, Pause, PausedBy, Plan, Rhythm, Slot, Step};
