//! What people read, at the time when it helps.

pub mod advice;
