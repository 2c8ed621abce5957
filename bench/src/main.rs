//! `./dev bench`: measures the built `daybook` and prints what it found.
//!
//! Times of one machine on one day say little; ratios within one run say more. So a hand-written
//! page ([`mod@reference`]) stands beside Daybook's, over the same file, the same queries and the same
//! work for session, access and log.

#![expect(clippy::cast_precision_loss, reason = "figures for people to read")]

mod clinic;
mod file;
mod load;
mod process;
mod reference;

use std::{path::PathBuf, process::ExitCode, time::Duration};

use clap::{Parser, Subcommand};

use crate::{
    clinic::{Clinic, Person},
    load::{Load, load},
    process::Serving,
};

/// Why something could not be measured.
pub type Failure = Box<dyn std::error::Error>;

#[derive(Debug, Parser)]
#[command(name = "bench", about)]
struct Bench {
    /// The program as built for release.
    #[arg(long, default_value = "target/release/daybook")]
    daybook: PathBuf,
    /// The folder of the build's files.
    #[arg(long, default_value = "target/site")]
    site_root: PathBuf,
    /// Seconds of each round of load.
    #[arg(long, default_value_t = 5)]
    seconds: u32,
    /// 100,000 people instead of 1,000.
    #[arg(long)]
    long: bool,
    #[command(subcommand)]
    part: Option<Part>,
}

#[derive(Debug, Subcommand)]
enum Part {
    /// Serve the hand-written page.
    #[command(hide = true)]
    Reference { database: String },
}

/// Connections of the comparison.
const CONNECTIONS: u32 = 50;
const ROUNDS: usize = 3;
/// Sizes of records, in items of the timeline.
const SIZES: [usize; 3] = [500, 5_000, 50_000];
const FILE_MEGABYTES: usize = 200;

#[tokio::main]
async fn main() -> ExitCode {
    let bench = Bench::parse();
    let done = match &bench.part {
        Some(Part::Reference { database }) => reference::serve(database).await,
        None => measure(&bench).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("bench: {cause}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(bench: &Bench) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let clinic = Clinic::found(&bench.daybook, folder.path()).await?;
    eprintln!("bench: writing records");
    let panel = clinic.person("panel", &file::panel(200)).await?;
    let mut sized = Vec::new();
    for size in SIZES {
        sized.push((size, clinic.person(&format!("size{size}"), &file::timeline(size)).await?));
    }

    let daybook = Serving::daybook(&clinic, &bench.site_root).await?;
    println!("Server");
    println!("  ready after start             {:>9} ms", daybook.ready.as_millis());
    println!("  resident, idle                {:>9.1} MB", daybook.resident()?);
    let reference = Serving::reference(&clinic).await?;
    compare(bench, &daybook, &reference, &panel).await?;
    println!(
        "  resident after load           {:>9.1} MB (hand-written: {:.1} MB)",
        daybook.resident()?,
        reference.resident()?
    );
    drop(reference);

    println!("\nFirst page of the timeline, one connection");
    let mut few = Vec::new();
    for (size, person) in &sized {
        few.push(timeline(bench, &daybook, person, &format!("{size} items")).await?);
    }
    drop(daybook);
    let crowd = if bench.long { 100_000 } else { 1_000 };
    clinic.crowd(crowd).await?;
    let daybook = Serving::daybook(&clinic, &bench.site_root).await?;
    for ((size, person), before) in sized.iter().zip(few) {
        let now = timeline(bench, &daybook, person, &format!("{size} items, {crowd} people")).await?;
        println!("    with the crowd costs {:.2} times as much", before.per_second / now.per_second);
    }
    drop(daybook);
    import(bench, folder.path()).await
}

async fn compare(bench: &Bench, daybook: &Serving, reference: &Serving, person: &Person) -> Result<(), Failure> {
    println!("\nPage of 200 values, 50 at once, {CONNECTIONS} connections, {ROUNDS} rounds of {} s", bench.seconds);
    let path = person.panel.as_deref().ok_or("the record of 200 values has no panel")?;
    let sizes = (daybook.fetch(path, person).await?, reference.fetch(path, person).await?);
    let mut both: [Vec<Load>; 2] = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (all, serving) in both.iter_mut().zip([reference, daybook]) {
            all.push(load(&serving.url(path), person, CONNECTIONS, bench.seconds)?);
        }
    }
    let [by_hand, ours] = both.map(|all| load::median(&all));
    for (name, load, bytes) in [("hand-written", &by_hand, sizes.1), ("Daybook", &ours, sizes.0)] {
        println!(
            "  {name:<14} {:>8.0} requests/s   median {:>7.2} ms   p99 {:>7.2} ms ({:.1} x median)   {:.0} KB",
            load.per_second,
            load.median,
            load.p99,
            load.p99 / load.median,
            bytes as f64 / 1024.0
        );
    }
    println!("  ratio          {:>8.2} (to reach: 0.6)", ours.per_second / by_hand.per_second);
    Ok(())
}

async fn timeline(bench: &Bench, daybook: &Serving, person: &Person, name: &str) -> Result<Load, Failure> {
    let path = format!("/records/{}/results", person.record);
    daybook.fetch(&path, person).await?;
    let load = load(&daybook.url(&path), person, 1, bench.seconds)?;
    println!("  {name:<28} {:>8.2} ms a page", 1000.0 / load.per_second);
    Ok(load)
}

async fn import(bench: &Bench, folder: &std::path::Path) -> Result<(), Failure> {
    let path = folder.join("large.json");
    let bytes = file::large(&path, FILE_MEGABYTES * 1024 * 1024)?;
    let database = format!("sqlite:{}", folder.join("import.sqlite").display());
    let (took, peak) = process::import(&bench.daybook, &database, folder, &path).await?;
    let megabytes = bytes as f64 / (1024.0 * 1024.0);
    println!("\nImport of {megabytes:.0} MB of FHIR JSON into SQLite");
    println!(
        "  {:.1} s, {:.1} MB/s (to reach: 20), peak {peak:.1} MB resident",
        seconds(took),
        megabytes / seconds(took)
    );
    Ok(())
}

fn seconds(duration: Duration) -> f64 {
    duration.as_secs_f64()
}
