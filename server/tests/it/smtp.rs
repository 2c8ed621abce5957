//! A mail server on loopback: it speaks SMTP over TCP and keeps what it took.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

/// How the server answers; it can be told another way at any time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Manner {
    /// Takes everything.
    Takes,
    /// Answers this line to a recipient.
    RefusesRecipient(&'static str),
    /// Takes no credentials.
    RefusesCredentials,
    /// Reads the whole mail and says nothing: whoever waits can be killed before it was taken.
    Stalls,
    /// Takes the mail, and says so only to a closed door: whoever waits can be killed after it was taken.
    TakesAndStalls,
}

/// A mail as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    pub from: String,
    pub to: Vec<String>,
    pub data: Vec<u8>,
}

pub struct Server {
    pub port: u16,
    state: Arc<State>,
}

struct State {
    manner: Mutex<Manner>,
    taken: Mutex<Vec<Taken>>,
    /// Mails that were read to the end and not answered.
    stalled: Mutex<usize>,
}

impl Server {
    pub async fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(State { manner: manner.into(), taken: Mutex::default(), stalled: Mutex::default() });
        let of_listener = state.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let state = of_listener.clone();
                // Whoever hangs up in the middle has sent nothing.
                tokio::spawn(async move {
                    let _ = state.converse(stream).await;
                });
            }
        });
        Self { port, state }
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    pub fn behave(&self, manner: Manner) {
        *self.state.manner.lock().unwrap() = manner;
    }

    pub fn taken(&self) -> Vec<Taken> {
        self.state.taken.lock().unwrap().clone()
    }

    /// Waits until so many mails were taken.
    pub async fn until_taken(&self, many: usize) -> Vec<Taken> {
        self.until("mails", many, |state| state.taken.lock().unwrap().len()).await;
        self.taken()
    }

    /// Waits until someone waits for an answer.
    pub async fn until_stalled(&self, many: usize) {
        self.until("waiting", many, |state| *state.stalled.lock().unwrap()).await;
    }

    async fn until(&self, what: &str, many: usize, count: impl Fn(&State) -> usize) {
        let waiting = async {
            while count(&self.state) < many {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let came = tokio::time::timeout(Duration::from_mins(1), waiting).await;
        assert!(came.is_ok(), "{} of {many} {what}", count(&self.state));
    }
}

impl State {
    async fn converse(&self, stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read);
        write.write_all(b"220 loopback ESMTP\r\n").await?;
        let (mut from, mut to) = (String::new(), Vec::new());
        loop {
            let mut line = String::new();
            if lines.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            let manner = self.manner.lock().unwrap().clone();
            let verb = line.split([' ', ':', '\r']).next().unwrap_or_default().to_ascii_uppercase();
            let answer = match (verb.as_str(), &manner) {
                ("EHLO", Manner::RefusesCredentials) => "250-loopback\r\n250 AUTH PLAIN LOGIN",
                ("EHLO" | "HELO", _) => "250-loopback\r\n250 8BITMIME",
                ("AUTH", _) => "535 5.7.8 who are you",
                ("MAIL", _) => {
                    from = between(&line);
                    to.clear();
                    "250 ok"
                }
                ("RCPT", Manner::RefusesRecipient(answer)) => answer,
                ("RCPT", _) => {
                    to.push(between(&line));
                    "250 ok"
                }
                ("DATA", _) => {
                    write.write_all(b"354 go on\r\n").await?;
                    let data = read_data(&mut lines).await?;
                    let manner = self.manner.lock().unwrap().clone();
                    if manner != Manner::Stalls {
                        self.taken.lock().unwrap().push(Taken { from: from.clone(), to: to.clone(), data });
                    }
                    if matches!(manner, Manner::Stalls | Manner::TakesAndStalls) {
                        *self.stalled.lock().unwrap() += 1;
                        tokio::time::sleep(Duration::from_mins(2)).await;
                        return Ok(());
                    }
                    "250 taken"
                }
                ("NOOP" | "RSET", _) => "250 ok",
                ("QUIT", _) => {
                    write.write_all(b"221 bye\r\n").await?;
                    return Ok(());
                }
                _ => "502 what?",
            };
            write.write_all(format!("{answer}\r\n").as_bytes()).await?;
        }
    }
}

/// What stands between `<` and `>`.
fn between(line: &str) -> String {
    line.split(['<', '>']).nth(1).unwrap_or_default().to_owned()
}

/// The lines up to the one with nothing but a dot; the dot that hides others is taken away.
async fn read_data(lines: &mut (impl AsyncBufReadExt + Unpin)) -> std::io::Result<Vec<u8>> {
    let mut data = Vec::new();
    loop {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line == b".\r\n" {
            return Ok(data);
        }
        data.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
