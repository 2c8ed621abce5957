//! The server as a whole, in process: access, layers, import, and the rules of the house.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod access;
mod brought;
mod calendar;
mod canary;
mod care;
mod diary;
mod doses;
mod export;
mod factors;
mod house;
mod import;
mod instruments;
mod layers;
mod letters;
mod listen;
mod noted;
mod offline;
mod previous_functions;
mod push;
mod push_service;
mod readiness;
mod reminders;
mod smtp;
mod stretch;
mod supply;
mod tap;
mod told;
mod trends;
mod work;
mod worklist;
mod world;
