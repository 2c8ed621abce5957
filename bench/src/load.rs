//! Load, by `wrk`.

use std::process::Command;

use crate::{Failure, clinic::Person};

/// What one round showed. Times in milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    pub per_second: f64,
    pub median: f64,
    pub p99: f64,
}

/// Asks for a page over so many connections for so many seconds, after a second of warming up.
///
/// # Errors
/// Also when any answer was not the page.
pub fn load(url: &str, person: &Person, connections: u32, seconds: u32) -> Result<Load, Failure> {
    round(url, person, connections, 1)?;
    round(url, person, connections, seconds)
}

fn round(url: &str, person: &Person, connections: u32, seconds: u32) -> Result<Load, Failure> {
    let output = Command::new("wrk")
        .args(["-t1", "--latency", &format!("-c{connections}"), &format!("-d{seconds}s")])
        .args(["-H", &format!("Cookie: __Host-session={}", person.token), url])
        .output()
        .map_err(|cause| format!("wrk can't be started: {cause}"))?;
    let told = String::from_utf8_lossy(&output.stdout);
    if told.contains("Non-2xx") || told.contains("Socket errors") {
        return Err(format!("{url} did not always answer well:\n{told}").into());
    }
    let find = |name: &str| {
        told.lines()
            .find_map(|line| line.trim().strip_prefix(name))
            .map(str::trim)
            .ok_or_else(|| format!("no {name} in:\n{told}"))
    };
    Ok(Load { per_second: find("Requests/sec:")?.parse()?, median: millis(find("50%")?)?, p99: millis(find("99%")?)? })
}

fn millis(text: &str) -> Result<f64, Failure> {
    for (unit, factor) in [("us", 0.001), ("ms", 1.0), ("s", 1000.0)] {
        if let Some(number) = text.strip_suffix(unit) {
            return Ok(number.parse::<f64>()? * factor);
        }
    }
    Err(format!("{text:?} is not a time").into())
}

/// The round in the middle, by requests a second.
pub fn median(rounds: &[Load]) -> Load {
    let mut sorted = rounds.to_vec();
    sorted.sort_by(|a, b| a.per_second.total_cmp(&b.per_second));
    sorted[sorted.len() / 2]
}
