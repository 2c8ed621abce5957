//! What someone takes: what is due now, how each medicine is taken, and what was said of each dose.

#[cfg(feature = "ssr")]
pub mod add;
pub mod api;
#[cfg(feature = "ssr")]
pub mod ask;
#[cfg(feature = "ssr")]
mod cycle_days;
mod dose;
mod due;
#[cfg(feature = "ssr")]
pub mod feed;
#[cfg(feature = "ssr")]
mod goes_on;
#[cfg(feature = "ssr")]
pub mod history;
pub mod home;
pub mod laid;
#[cfg(feature = "ssr")]
pub mod manage;
pub mod model;
#[cfg(feature = "ssr")]
pub mod moments;
#[cfg(feature = "ssr")]
pub mod of_day;
#[cfg(feature = "ssr")]
pub mod one;
#[cfg(feature = "ssr")]
mod plan_fields;
#[cfg(feature = "ssr")]
pub mod plan_form;
#[cfg(feature = "ssr")]
mod prefill;
#[cfg(feature = "ssr")]
pub mod review;
#[cfg(feature = "ssr")]
pub mod say;
#[cfg(feature = "ssr")]
pub mod supply;
#[cfg(feature = "ssr")]
pub mod supply_api;
#[cfg(feature = "ssr")]
mod team_forms;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
#[cfg(feature = "ssr")]
pub mod told;
#[cfg(feature = "ssr")]
pub mod told_link;
#[cfg(feature = "ssr")]
mod typed_plan;
