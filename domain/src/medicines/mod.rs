//! What the person takes: plans, the doses that they ask for, and what was really taken.

pub mod as_needed;
#[cfg(feature = "server")]
pub mod check;
#[cfg(feature = "server")]
pub mod day;
pub mod entry;
#[cfg(feature = "server")]
pub mod entry_store;
#[cfg(feature = "server")]
pub mod feed;
#[cfg(feature = "server")]
pub mod history;
#[cfg(test)]
#[cfg(feature = "server")]
mod history_tests;
pub mod list;
pub mod plan;
pub mod prescribed;
pub mod refill;
#[cfg(feature = "server")]
pub mod refill_store;
#[cfg(feature = "server")]
pub mod remind;
#[cfg(test)]
#[cfg(feature = "server")]
mod remind_tests;
#[cfg(feature = "server")]
pub mod schedule;
#[cfg(feature = "server")]
pub mod store;
#[cfg(test)]
#[cfg(feature = "server")]
mod store_tests;
#[cfg(feature = "server")]
pub mod supply;
#[cfg(feature = "server")]
pub mod supply_store;
#[cfg(test)]
#[cfg(feature = "server")]
mod supply_tests;
#[cfg(feature = "server")]
pub mod team;
#[cfg(test)]
#[cfg(feature = "server")]
mod tests;
#[cfg(feature = "server")]
pub mod weekly;

pub use plan::{Amount, At, Count, Course, Dose, Moment, Moments, Pause, PausedBy, Plan, Rhythm, Slot, Step};
pub use prescribed::Prescribed;
