// SPDX-License-Identifier: EUPL-1.2
//! The mail server that notices are handed to, if there is one. Without it none are sent.
//!
//! The password stands in a file of its own. A sender's name is the same for everybody and must tell nothing; a connection
//! that is not encrypted is for a server on this machine alone.

use super::{Origin, Sources, meaning};
use crate::mail::{Encryption, MailServer};
use anyhow::{Context as _, anyhow, bail};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The keys, with what each means.
pub(super) const KEYS: [(&str, &str); 8] = [
    (
        "notice_server",
        "the name of a mail server, such as `post.example.dk`",
    ),
    ("notice_port", "a port, such as 587"),
    (
        "notice_encryption",
        "`starttls`, `tls`, or `none` for a mail server on this machine",
    ),
    ("notice_user", "what Tråd logs in to the mail server with"),
    (
        "notice_password_file",
        "a file with the password for the mail server",
    ),
    (
        "notice_sender",
        "a neutral name and an address, such as `Besked <besked@example.dk>`",
    ),
    (
        "notice_address",
        "the address people open Tråd at, such as `https://besked.example.dk`",
    ),
    ("notice_authorities", "a file of PEM certificates"),
];

/// Parts of words that would tell what somebody is told of, or that it is about somebody in particular.
const TELLING: [&str; 14] = [
    "ambulator",
    "anbring",
    "alkohol",
    "barn",
    "behandl",
    "famil",
    "forløb",
    "forloeb",
    "gravid",
    "misbrug",
    "rus",
    "stof",
    "underret",
    "traad",
];

/// What was given, where it came from.
#[derive(Debug, Default)]
pub(crate) struct NoticeConfig {
    given: BTreeMap<&'static str, (String, Origin)>,
}

impl NoticeConfig {
    pub(crate) fn of(sources: &Sources) -> anyhow::Result<Self> {
        let mut config = Self::default();
        for (key, _) in KEYS {
            if let Some(given) = sources.value::<String>(key, None)? {
                config.given.insert(key, given);
            }
        }
        let first = config.given.keys().next().copied();
        if let (Some(key), None) = (first, config.text("notice_server")) {
            bail!("`{key}` says something of notices: name the mail server with `notice_server`");
        }
        Ok(config)
    }

    /// What counts, for people; no password stands in it.
    pub(super) fn lines(&self) -> Vec<(&'static str, String, Origin)> {
        let given = self.given.iter();
        let mut lines: Vec<_> = given
            .map(|(key, (text, origin))| (*key, text.clone(), origin.clone()))
            .collect();
        if lines.is_empty() {
            lines.push(("notice_server", "none".to_owned(), Origin::Proposed));
        } else if !self.given.contains_key("notice_encryption") {
            lines.push(("notice_encryption", "starttls".to_owned(), Origin::Proposed));
        }
        lines
    }

    /// The server, with the files read; nothing is asked of it. None when no notices are sent.
    ///
    /// # Errors
    /// When something is lacking or makes no sense.
    pub(crate) fn server(&self) -> anyhow::Result<Option<MailServer>> {
        let Some(host) = self.text("notice_server") else {
            return Ok(None);
        };
        let encryption = match self.text("notice_encryption") {
            None | Some("starttls") => Encryption::StartTls,
            Some("tls") => Encryption::Tls,
            Some("none") if is_here(host) => Encryption::None,
            Some("none") => bail!(
                "`notice_encryption` is `none` and `notice_server` `{host}` is not on this machine: use `starttls` or `tls`"
            ),
            Some(_) => return Err(self.wrong("notice_encryption")),
        };
        let sender = self.needed("notice_sender")?;
        let telling = TELLING
            .iter()
            .find(|part| sender.to_lowercase().contains(*part));
        if let Some(part) = telling {
            bail!(
                "`notice_sender` is `{sender}`: `{part}` would tell whoever sees a telephone what it is about; use a neutral name"
            );
        }
        let address = self.needed("notice_address")?.trim_end_matches('/');
        if !(address.starts_with("https://") || address.starts_with("http://localhost")) {
            return Err(self.wrong("notice_address"));
        }
        let server = MailServer {
            host: host.to_owned(),
            port: self.port()?,
            encryption,
            login: self.login()?,
            sender: sender.to_owned(),
            address: address.to_owned(),
            authorities: self.authorities()?,
        };
        server.check().map_err(|what| self.wrong(what))?;
        Ok(Some(server))
    }

    fn port(&self) -> anyhow::Result<Option<u16>> {
        let parse = |text: &str| text.parse().map_err(|_| self.wrong("notice_port"));
        self.text("notice_port").map(parse).transpose()
    }

    fn login(&self) -> anyhow::Result<Option<(String, String)>> {
        match (self.text("notice_user"), self.text("notice_password_file")) {
            (None, None) => Ok(None),
            (Some(user), Some(path)) => {
                let password = std::fs::read_to_string(path)
                    .with_context(|| format!("cannot read `notice_password_file` `{path}`"))?;
                Ok(Some((
                    user.to_owned(),
                    password.trim_end_matches(['\r', '\n']).to_owned(),
                )))
            }
            _ => bail!("give both of `notice_user` and `notice_password_file`, or none"),
        }
    }

    fn authorities(&self) -> anyhow::Result<Option<Vec<u8>>> {
        let Some(path) = self.text("notice_authorities").map(PathBuf::from) else {
            return Ok(None);
        };
        std::fs::read(&path)
            .with_context(|| format!("cannot read `notice_authorities` `{}`", path.display()))
            .map(Some)
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.given.get(key).map(|(text, _)| text.as_str())
    }

    fn needed(&self, key: &'static str) -> anyhow::Result<&str> {
        self.text(key)
            .ok_or_else(|| anyhow!("`notice_server` needs `{key}`: {}", meaning(key)))
    }

    fn wrong(&self, key: &str) -> anyhow::Error {
        let given = self.given.get(key);
        let text = given.map_or("", |(text, _)| text.as_str());
        anyhow!("`{key}` is `{text}`: it must be {}", meaning(key))
    }
}

fn is_here(host: &str) -> bool {
    ["localhost", "127.0.0.1", "::1"].contains(&host)
}

#[cfg(test)]
mod tests {
    use super::super::Flags;
    use super::super::tests::check;
    use super::*;

    const WHOLE: &str = "notice_server = \"post.example.dk\"\nnotice_sender = \"Besked <besked@example.dk>\"\n\
                         notice_address = \"https://besked.example.dk\"\n";

    fn server(file: &str) -> Result<Option<MailServer>, String> {
        let config = check(&Flags::default(), |_| None, file);
        let config = config.map_err(|error| error.to_string())?;
        config
            .notices
            .server()
            .map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn without_a_mail_server_none_are_sent() {
        assert!(server("").unwrap().is_none());
        let whole = server(WHOLE).unwrap().unwrap();
        assert_eq!(whole.encryption, Encryption::StartTls);
    }

    #[test]
    fn what_is_lacking_makes_no_sense_or_would_tell_is_refused() {
        let wrong = |file: &str| server(file).unwrap_err();
        let without = wrong("notice_sender = \"Besked <besked@example.dk>\"");
        assert!(without.contains("`notice_server`"), "{without}");
        let half = wrong("notice_server = \"post.example.dk\"");
        assert!(half.contains("`notice_sender`"), "{half}");
        let plain = wrong(&format!("{WHOLE}notice_encryption = \"none\""));
        assert!(plain.contains("not on this machine"), "{plain}");
        let telling = wrong(&WHOLE.replace("Besked <", "Familieambulatoriet <"));
        assert!(telling.contains("neutral"), "{telling}");
        let sender = wrong(&WHOLE.replace("besked@example.dk>", "besked>"));
        assert!(sender.contains("`notice_sender`"), "{sender}");
        let open = wrong(&WHOLE.replace("https://", "http://"));
        assert!(open.contains("`notice_address`"), "{open}");
        let user = wrong(&format!("{WHOLE}notice_user = \"traad\""));
        assert!(user.contains("`notice_password_file`"), "{user}");
        let port = wrong(&format!("{WHOLE}notice_port = \"many\""));
        assert!(port.contains("`notice_port`"), "{port}");
        let file = wrong(&format!("{WHOLE}notice_authorities = \"/findes/ikke.pem\""));
        assert!(file.contains("`notice_authorities`"), "{file}");
    }
}
