//! Handing mails to the clinic's mail server.
//!
//! Credentials stand in the address of the server; it is never printed nor logged.

use std::{fmt, str::FromStr, time::Duration};

use app::words::Language;
use clap::Args;
use domain::{id::MailId, reminders::Address, time::Instant};
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, header},
    transport::smtp::{Error, extension::ClientId},
};

use crate::command::Failure;

/// How long the mail server may take over one step.
const PATIENCE: Duration = Duration::from_secs(20);

/// Mail: none is sent unless a server is named.
#[derive(Debug, Clone, Args)]
pub struct MailOptions {
    /// The server that takes Daybook's mail: `smtps://USER:PASSWORD@HOST`, or `smtp://HOST:PORT` with
    /// STARTTLS (without, on this machine only). Without it Daybook sends no mail.
    #[arg(long, env = "DAYBOOK_SMTP", hide_env_values = true, requires = "mail_from")]
    smtp: Option<SmtpAddress>,
    /// Whom mails are from: `no-reply@clinic.example`. Choose one that says nothing about health.
    #[arg(long, env = "DAYBOOK_MAIL_FROM")]
    mail_from: Option<String>,
    /// The language of mails to those who have chosen none.
    #[arg(long, env = "DAYBOOK_MAIL_LANGUAGE", default_value = "en")]
    mail_language: String,
}

/// The address of a mail server. It may hold a password, so it is never shown.
#[derive(Clone)]
struct SmtpAddress {
    url: String,
}

impl fmt::Debug for SmtpAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SmtpAddress(…)")
    }
}

/// The text is no address of a mail server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the address of a mail server; write smtps://USER:PASSWORD@HOST or smtp://HOST:PORT")]
struct NotAnSmtpAddress;

impl FromStr for SmtpAddress {
    type Err = NotAnSmtpAddress;

    fn from_str(text: &str) -> Result<Self, NotAnSmtpAddress> {
        let uri: http::Uri = text.parse().map_err(|_| NotAnSmtpAddress)?;
        let host = uri.host().filter(|host| !host.is_empty()).ok_or(NotAnSmtpAddress)?;
        if uri.query().is_some() || !matches!(uri.path(), "" | "/") {
            return Err(NotAnSmtpAddress);
        }
        match uri.scheme_str() {
            Some("smtps") => Ok(Self { url: text.to_owned() }),
            Some("smtp") if is_loopback(host) => Ok(Self { url: text.to_owned() }),
            // What leaves this machine is encrypted, or not sent.
            Some("smtp") => Ok(Self { url: format!("{text}?tls=required") }),
            _ => Err(NotAnSmtpAddress),
        }
    }
}

/// Whether a host (with or without a port) is this machine.
pub fn is_loopback(host: &str) -> bool {
    let bare = host.trim_matches(['[', ']']);
    let named = host.rsplit_once(':').map_or(host, |(name, _)| name).trim_matches(['[', ']']);
    [bare, named]
        .iter()
        .any(|name| *name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback()))
}

/// Hands mails to the mail server.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// For those who have chosen none.
    pub language: Language,
}

/// A mail as words.
#[derive(Debug, Clone)]
pub struct Mail<'a> {
    pub id: MailId,
    pub to: &'a Address,
    pub language: Language,
    pub subject: String,
    pub body: String,
}

/// Why a mail was not taken, as a code that says nothing about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// Another time, perhaps.
    Now(String),
    /// Never.
    Ever(String),
}

impl Mailer {
    /// The mailer that the options describe; nothing when they name no server.
    pub fn new(options: &MailOptions, public_url: &str) -> Result<Option<Self>, Failure> {
        let Some(smtp) = &options.smtp else { return Ok(None) };
        let from = options.mail_from.as_deref().unwrap_or_default();
        let from = Address::new(from)
            .ok()
            .and_then(|from| Some(Mailbox::new(Some("Daybook".into()), from.as_str().parse().ok()?)))
            .ok_or_else(|| Failure::said(format!("--mail-from: {from:?} is not an address of mail")))?;
        let language = Language::from_code(&options.mail_language).ok_or_else(|| {
            Failure::said(format!("--mail-language: {:?} is none of en, fr, es, ar", options.mail_language))
        })?;
        let host = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
        let host = host.split(['/', ':']).next().unwrap_or_default();
        let hello = if host.is_empty() || is_loopback(host) { "localhost" } else { host };
        // What it says of a wrong address could hold the password.
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&smtp.url)
            .map_err(|_| Failure::said(format!("--smtp: {NotAnSmtpAddress}")))?
            .hello_name(ClientId::Domain(hello.to_owned()))
            .timeout(Some(PATIENCE))
            .build();
        Ok(Some(Self { transport, from, language }))
    }

    /// Whether the server answers, and takes the credentials.
    ///
    /// # Errors
    /// A code of what is wrong.
    pub async fn check(&self) -> Result<(), String> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("no-answer".to_owned()),
            Err(cause) => Err(code(&cause)),
        }
    }

    /// Hands a mail over. The same mail has the same `Message-ID` each time.
    pub async fn send(&self, mail: &Mail<'_>, now: Instant) -> Result<(), NotTaken> {
        let message = self.message(mail, now).map_err(|_| NotTaken::Ever("message".to_owned()))?;
        self.transport
            .send(message)
            .await
            .map(|_| ())
            .map_err(|cause| if is_final(&cause) { NotTaken::Ever(code(&cause)) } else { NotTaken::Now(code(&cause)) })
    }

    fn message(&self, mail: &Mail<'_>, now: Instant) -> Result<Message, Box<dyn std::error::Error>> {
        let at = std::time::UNIX_EPOCH + Duration::from_micros(u64::try_from(now.0)?);
        Ok(Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, mail.to.as_str().parse()?))
            .subject(mail.subject.clone())
            .date(at)
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            .raw_header(raw("Auto-Submitted", "auto-generated"))
            .raw_header(raw("Content-Language", mail.language.code()))
            .header(header::ContentType::TEXT_PLAIN)
            .body(mail.body.clone())?)
    }
}

fn raw(name: &'static str, value: &str) -> header::HeaderValue {
    header::HeaderValue::new(header::HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// Whether trying again can't help: the server refuses this mail. That it refuses us (no or wrong
/// credentials) is for the operator to mend, and the mail waits for that.
fn is_final(cause: &Error) -> bool {
    const OF_US: [&str; 4] = ["530", "534", "535", "538"];
    cause.is_permanent() && !cause.status().is_some_and(|status| OF_US.contains(&status.to_string().as_str()))
}

/// What went wrong, without what the server said: that could name the address.
fn code(cause: &Error) -> String {
    match cause.status() {
        Some(status) => format!("smtp-{status}"),
        None if cause.is_timeout() => "timeout".to_owned(),
        None if cause.is_tls() => "tls".to_owned(),
        None => "no-connection".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_mail_for_this_machine_goes_without_encryption() {
        let url = |text: &str| text.parse::<SmtpAddress>().map(|address| address.url);
        assert_eq!(url("smtp://127.0.0.1:2525").unwrap(), "smtp://127.0.0.1:2525");
        assert_eq!(url("smtp://localhost:2525").unwrap(), "smtp://localhost:2525");
        assert_eq!(url("smtp://[::1]:2525").unwrap(), "smtp://[::1]:2525");
        assert_eq!(url("smtp://mail.example.org:587").unwrap(), "smtp://mail.example.org:587?tls=required");
        assert_eq!(url("smtps://u:p%40w@mail.example.org").unwrap(), "smtps://u:p%40w@mail.example.org");
        for wrong in
            ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://h?tls=none", "smtp://h/path", ""]
        {
            assert_eq!(url(wrong), Err(NotAnSmtpAddress), "{wrong}");
        }
    }

    #[test]
    fn a_password_is_not_printed() {
        let address: SmtpAddress = "smtps://user:secret@mail.example.org".parse().unwrap();
        assert!(!format!("{address:?} {NotAnSmtpAddress}").contains("secret"));
    }
}
