//! The server as a whole, in process: access, layers, import, and the rules of the house.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod access;
mod canary;
mod house;
mod import;
mod layers;
mod letters;
mod trends;
mod world;
