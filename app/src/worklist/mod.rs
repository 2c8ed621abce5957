//! The care team's rooms: the people of one's teams. Only the server renders them.

pub mod api;
pub mod people;
mod search;
