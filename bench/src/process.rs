//! Programs under measurement: started, asked, watched and stopped.

use std::{
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
    process::{Child, Command},
};

use crate::{Failure, clinic::Clinic, clinic::Person};

/// A server of its own process; dropping it stops it.
pub struct Serving {
    child: Child,
    host: String,
    /// From its start until it says that people can be served.
    pub ready: Duration,
}

impl Serving {
    pub async fn daybook(clinic: &Clinic, site_root: &Path) -> Result<Self, Failure> {
        let root =
            site_root.canonicalize().map_err(|_| format!("{} is missing; run ./dev build", site_root.display()))?;
        let mut command = clinic.command(&["serve", "--address", "127.0.0.1:0", "--site-root"]);
        command.arg(root).env("DAYBOOK_LOG", "warn");
        Self::start(command, "/ready").await
    }

    pub async fn reference(clinic: &Clinic) -> Result<Self, Failure> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["reference", &clinic.database()]).kill_on_drop(true);
        Self::start(command, "/ready").await
    }

    /// Starts a server that prints `{"address": "http://…"}` as its first line.
    async fn start(mut command: Command, ready: &str) -> Result<Self, Failure> {
        let begun = Instant::now();
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let stdout = child.stdout.take().ok_or("no output to read")?;
        let line = BufReader::new(stdout).lines().next_line().await?.ok_or("the server ended before it served")?;
        let said: serde_json::Value = serde_json::from_str(&line)?;
        let host = said["address"].as_str().unwrap_or_default().trim_start_matches("http://").to_owned();
        let serving = Self { child, host, ready: Duration::ZERO };
        let answer = serving.get(ready, "").await?;
        if !answer.starts_with("HTTP/1.1 200") {
            return Err(format!("not ready: {answer}").into());
        }
        Ok(Self { ready: begun.elapsed(), ..serving })
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.host)
    }

    /// Bytes of a page, once it has answered well.
    pub async fn fetch(&self, path: &str, person: &Person) -> Result<usize, Failure> {
        let answer = self.get(path, &format!("Cookie: __Host-session={}\r\n", person.token)).await?;
        if !answer.starts_with("HTTP/1.1 200") {
            return Err(format!("{path}: {}", answer.lines().next().unwrap_or_default()).into());
        }
        Ok(answer.len())
    }

    async fn get(&self, path: &str, headers: &str) -> Result<String, Failure> {
        let mut connection = TcpStream::connect(&self.host).await?;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{headers}Connection: close\r\n\r\n", self.host);
        connection.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).await?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    /// Resident memory now, in MB.
    pub fn resident(&self) -> Result<f64, Failure> {
        memory(self.child.id(), "VmRSS:")
    }
}

/// A line of `/proc/PID/status` that is counted in kB, in MB.
fn memory(process: Option<u32>, line: &str) -> Result<f64, Failure> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", process.ok_or("the program has ended")?))?;
    let found = status.lines().find_map(|l| l.strip_prefix(line)).ok_or("no such line")?;
    let kilobytes: f64 = found.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes / 1024.0)
}

/// Imports a file into a new database; how long it took and the most memory it held, in MB.
pub async fn import(daybook: &Path, database: &str, folder: &Path, path: &Path) -> Result<(Duration, f64), Failure> {
    let mut command = Command::new(daybook);
    command.args(["--database", database, "--key-file"]).arg(folder.join("daybook.key")).arg("import").arg(path);
    let begun = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).spawn()?;
    let mut peak: f64 = 0.0;
    let status = loop {
        tokio::select! {
            status = child.wait() => break status?,
            () = tokio::time::sleep(Duration::from_millis(50)) => {
                peak = memory(child.id(), "VmHWM:").unwrap_or(peak).max(peak);
            }
        }
    };
    if status.success() { Ok((begun.elapsed(), peak)) } else { Err("the import failed".into()) }
}
