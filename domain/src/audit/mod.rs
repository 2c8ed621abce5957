//! The log of who looked at what and did what. The person it is about can read it.

#[cfg(feature = "server")]
pub mod store;
#[cfg(test)]
#[cfg(feature = "server")]
mod tests;
