//! The care team's rooms: what waits for them, and the people of one's teams. Only the server renders
//! them.

pub mod api;
mod history;
pub mod item;
mod item_forms;
pub mod people;
pub mod queue;
mod say;
mod search;
