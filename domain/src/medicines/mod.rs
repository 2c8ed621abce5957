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
pub mod entry_tap;
#[cfg(feature = "server")]
pub mod feed;
#[cfg(feature = "server")]
pub mod history;
#[cfg(test)]
#[cfg(feature = "server")]
mod history_tests;
#[cfg(feature = "server")]
pub mod life_store;
pub mod list;
#[cfg(feature = "server")]
pub mod moved;
pub mod plan;
#[cfg(feature = "server")]
pub mod plan_store;
pub mod prescribed;
pub mod refill;
#[cfg(feature = "server")]
pub mod refill_store;
#[cfg(feature = "server")]
pub mod remind;
#[cfg(test)]
#[cfg(feature = "server")]
mod remind_leaving_tests;
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
#[cfg(feature = "server")]
pub mod tell;
#[cfg(test)]
#[cfg(feature = "server")]
mod tell_tests;
#[cfg(test)]
#[cfg(feature = "server")]
mod tests;
#[cfg(feature = "server")]
pub mod told;
#[cfg(feature = "server")]
pub mod travel;
#[cfg(test)]
#[cfg(feature = "server")]
mod travel_tests;
#[cfg(feature = "server")]
pub mod weekly;
#[cfg(feature = "server")]
pub mod weekly_store;
#[cfg(test)]
#[cfg(feature = "server")]
mod weekly_tests;
#[cfg(feature = "server")]
pub mod word;
#[cfg(feature = "server")]
pub(crate) mod word_store;
#[cfg(test)]
#[cfg(feature = "server")]
mod word_tests;

pub use plan::{Amount, At, Count, Course, Dose, Moment, Moments, Pause, PausedBy, Plan, Rhythm, Slot, Step};
pub use prescribed::Prescribed;
