// SPDX-License-Identifier: EUPL-1.2
//! Carrying notices to a mail server. The letter is the same for everybody; an address reaches the server and nothing else,
//! neither log nor numbers.

use lettre::address::Envelope;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue, MIME_VERSION_1_0};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{
    Certificate, CertificateStore, Tls, TlsParameters, TlsVersion,
};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Message, SmtpTransport, Transport as _};
use std::error::Error;
use std::time::Duration;
use traad_app::{Letter, Undelivered};
use traad_web::letter::NoticeLetter;

/// How long the mail server may take for an answer. A proposal.
const PATIENCE: Duration = Duration::from_secs(20);

/// Codes with which a mail server says that there is no such mailbox, or that it takes nothing: another attempt is of no use.
const NO_MAILBOX: [u16; 4] = [550, 551, 553, 556];

/// How the connection is encrypted. Where it is to be and cannot, nothing is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encryption {
    /// Begun in the clear, and encrypted before anything is said.
    StartTls,
    /// From the first byte.
    Tls,
    /// Not at all: the server is on this machine.
    None,
}

/// A mail server.
#[derive(Debug)]
pub(crate) struct MailServer {
    pub(crate) host: String,
    /// The usual one of the encryption when none is given.
    pub(crate) port: Option<u16>,
    pub(crate) encryption: Encryption,
    /// User and password.
    pub(crate) login: Option<(String, String)>,
    pub(crate) sender: String,
    /// Where people open Tråd.
    pub(crate) address: String,
    /// Whom to believe instead of those this machine trusts, in PEM.
    pub(crate) authorities: Option<Vec<u8>>,
}

/// The way there, ready to carry.
pub(crate) struct Post {
    transport: SmtpTransport,
    sender: Mailbox,
    domain: String,
    letter: NoticeLetter,
}

/// Nobody answers a letter that a machine sent (RFC 3834).
#[derive(Debug, Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl MailServer {
    /// Whether all of it makes sense, without asking the server; otherwise which key does not.
    pub(crate) fn check(&self) -> Result<(), &'static str> {
        self.mailbox()?;
        self.tls().map(drop)
    }

    fn mailbox(&self) -> Result<Mailbox, &'static str> {
        self.sender.parse().map_err(|_| "notice_sender")
    }

    fn tls(&self) -> Result<Tls, &'static str> {
        if self.encryption == Encryption::None {
            return Ok(Tls::None);
        }
        let mut parameters = TlsParameters::builder(self.host.clone());
        if let Some(pem) = &self.authorities {
            let wrong = |_| "notice_authorities";
            parameters = parameters.certificate_store(CertificateStore::None);
            parameters =
                parameters.add_root_certificate(Certificate::from_pem(pem).map_err(wrong)?);
        }
        let parameters = parameters.set_min_tls_version(TlsVersion::Tlsv12);
        let parameters = parameters.build().map_err(|_| "notice_server")?;
        Ok(if self.encryption == Encryption::Tls {
            Tls::Wrapper(parameters)
        } else {
            Tls::Required(parameters)
        })
    }

    /// The way there.
    pub(crate) fn post(&self) -> anyhow::Result<Post> {
        let wrong = |key| anyhow::anyhow!("`{key}` makes no sense");
        let usual = match self.encryption {
            Encryption::StartTls => 587,
            Encryption::Tls => 465,
            Encryption::None => 25,
        };
        let mut transport = SmtpTransport::builder_dangerous(&self.host)
            .port(self.port.unwrap_or(usual))
            .tls(self.tls().map_err(wrong)?)
            // The name of this machine may tell.
            .hello_name(ClientId::Domain("localhost".to_owned()))
            .timeout(Some(PATIENCE));
        if let Some((user, password)) = &self.login {
            transport = transport.credentials(Credentials::new(user.clone(), password.clone()));
        }
        let sender = self.mailbox().map_err(wrong)?;
        Ok(Post {
            transport: transport.build(),
            domain: sender.email.domain().to_owned(),
            sender,
            letter: NoticeLetter::of(&self.address),
        })
    }
}

impl Post {
    /// Carries one letter.
    pub(crate) fn carry(&self, letter: Letter<'_>) -> Result<(), Undelivered> {
        let to: Mailbox = letter
            .address
            .parse()
            .map_err(|_| Undelivered::Never("address"))?;
        let envelope = Envelope::new(Some(self.sender.email.clone()), vec![to.email.clone()]);
        let message = Message::builder()
            .from(self.sender.clone())
            .to(to)
            .subject(self.letter.subject.clone())
            .message_id(Some(format!("<{}@{}>", letter.id, self.domain)))
            .header(AutoSubmitted)
            .header(MIME_VERSION_1_0)
            .header(ContentType::TEXT_PLAIN)
            .body(self.letter.text.clone());
        let (Ok(envelope), Ok(message)) = (envelope, message) else {
            return Err(Undelivered::Never("letter"));
        };
        let sent = self.transport.send_raw(&envelope, &message.formatted());
        sent.map(drop).map_err(|error| why(&error))
    }
}

/// Why it was not carried, in a word that tells of nobody: what a server answers often repeats the address.
fn why(error: &lettre::transport::smtp::Error) -> Undelivered {
    match error.status().map(u16::from) {
        Some(code) if NO_MAILBOX.contains(&code) => Undelivered::Never("no-mailbox"),
        Some(_) if error.is_transient() => Undelivered::Later("not-now"),
        Some(_) => Undelivered::Later("refused"),
        None if error.is_tls() => Undelivered::Later("tls"),
        None if error.is_timeout() => Undelivered::Later("timeout"),
        None => Undelivered::Later("unreachable"),
    }
}

#[cfg(test)]
mod tests;
