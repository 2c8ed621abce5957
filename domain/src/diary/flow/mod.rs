//! How an instrument is gone through: what is asked now, on which screens, which answers are taken,
//! and what they say in the end.
//!
//! Nothing here keeps anything: an instrument and the answers so far decide all of it, so that the
//! server, the page and a page without a network come to the same.

mod again;
mod asked;
mod check;
mod offered;
#[cfg(test)]
mod properties;
mod reading;
mod screen;
#[cfg(test)]
mod tests;

pub use again::same_as_last_time;
pub use asked::{asked, in_force};
pub use check::{LONGEST_TEXT, check};
pub use offered::offered;
pub use reading::{Begun, report};
pub use screen::{Screen, missing, next, previous, progress, screens};
