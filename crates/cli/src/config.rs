// SPDX-License-Identifier: EUPL-1.2
//! Configuration: the command line before the environment before the file before what is proposed here.
//!
//! Read once, here. A key that is unknown, or a value that makes no sense, stops the program with the place and the
//! remedy; nothing is guessed.

mod login;
mod notices;
mod tls;

pub(crate) use login::LoginConfig;
pub(crate) use notices::NoticeConfig;
pub(crate) use tls::{Certificate, TlsConfig};

use anyhow::{Context as _, anyhow, bail};
use clap::{Args, Subcommand};
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use toml::{Table, Value};
use traad_store::Location;

/// The keys of the file, with what each means. The variables are named after them: `TRAAD_LISTEN`.
const KEYS: [(&str, &str); 7] = [
    (
        "database",
        "a file for SQLite, or an address `postgres://…`",
    ),
    ("listen", "an address and a port, such as `127.0.0.1:8080`"),
    (
        "certificate",
        "a file of PEM certificates, the server's own first",
    ),
    (
        "certificate_key",
        "a file with the certificate's private key, in PEM",
    ),
    ("metrics", "an address and a port, such as `127.0.0.1:9464`"),
    ("log", "`text` or `json`"),
    ("stop_after", "whole seconds, such as 30"),
];

/// Where the configuration file is.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct File {
    /// A file with configuration (or `TRAAD_CONFIG`).
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// How lines of the log look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum LogForm {
    /// For people.
    #[default]
    Text,
    /// One object a line, for machines.
    Json,
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Origin {
    CommandLine,
    Environment(String),
    File(PathBuf),
    Proposed,
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CommandLine => formatter.write_str("command line"),
            Self::Environment(name) => write!(formatter, "environment {name}"),
            Self::File(path) => write!(formatter, "{}", path.display()),
            Self::Proposed => formatter.write_str("proposal of the program"),
        }
    }
}

/// A value as it was given, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Given {
    text: String,
    origin: Origin,
}

/// All that was given, before it is understood.
pub(crate) struct Sources {
    file: Option<(PathBuf, Table)>,
    environment: fn(&str) -> Option<String>,
}

impl Sources {
    /// Reads the file, if there is one, and takes the environment in.
    ///
    /// # Errors
    /// When the file cannot be read, or holds a key that is unknown or of the wrong kind.
    pub(crate) fn read(file: &File) -> anyhow::Result<Self> {
        Self::with(file, environment)
    }

    fn with(file: &File, environment: fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let named = environment("TRAAD_CONFIG").map(PathBuf::from);
        let file = match file.config.clone().or(named) {
            Some(path) => {
                let text = std::fs::read_to_string(&path).with_context(|| {
                    format!("cannot read the configuration `{}`", path.display())
                })?;
                let table = read_table(&path, &text)?;
                Some((path, table))
            }
            None => None,
        };
        Ok(Self { file, environment })
    }

    fn find(&self, key: &str, flag: Option<&str>) -> Option<Given> {
        let given = |text: &str, origin| Given {
            text: text.to_owned(),
            origin,
        };
        if let Some(text) = flag {
            return Some(given(text, Origin::CommandLine));
        }
        let name = format!("TRAAD_{}", key.to_uppercase());
        if let Some(text) = (self.environment)(&name) {
            return Some(given(&text, Origin::Environment(name)));
        }
        let (path, table) = self.file.as_ref()?;
        let value = table.get(key).filter(|value| !value.is_table())?;
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        Some(given(&text, Origin::File(path.clone())))
    }

    fn value<T: std::str::FromStr>(
        &self,
        key: &str,
        flag: Option<&str>,
    ) -> anyhow::Result<Option<(T, Origin)>> {
        let Some(Given { text, origin }) = self.find(key, flag) else {
            return Ok(None);
        };
        let meant = meaning(key);
        let value = text
            .parse()
            .map_err(|_| anyhow!("`{key}` ({origin}) is `{text}`: it must be {meant}"))?;
        Ok(Some((value, origin)))
    }

    /// The database, for commands that need nothing else.
    pub(crate) fn database(&self, flag: Option<&str>) -> String {
        self.find("database", flag)
            .map_or_else(|| DATABASE.to_owned(), |given| given.text)
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is where the environment is read"
)]
fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The database when none is given.
const DATABASE: &str = "traad.db";

/// How long requests under way are waited for when the program is told to stop. A proposal.
const STOP_AFTER: u64 = 30;

fn keys() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    KEYS.iter()
        .chain(login::KEYS.iter())
        .chain(notices::KEYS.iter())
}

fn meaning(key: &str) -> &'static str {
    let known = keys().find(|(name, _)| *name == key);
    known.map_or("something else", |(_, meaning)| *meaning)
}

fn read_table(path: &Path, text: &str) -> anyhow::Result<Table> {
    let place = path.display();
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let line = error
            .span()
            .and_then(|span| text.get(..span.start))
            .map_or(1, |before| before.lines().count().max(1));
        // Not the line itself: a password may stand in it.
        anyhow!("`{place}` line {line} is no TOML: {}", error.message())
    })?;
    for (key, value) in &table {
        if !keys().any(|(known, _)| known == key) {
            let names = keys().map(|(known, _)| *known);
            let nearest = names.min_by_key(|known| strsim::levenshtein(known, key));
            bail!(
                "`{place}` has an unknown key `{key}`: did you mean `{}`?",
                nearest.unwrap_or_default()
            );
        }
        let is_right = match value {
            Value::String(_) | Value::Integer(_) => !login::is_table(key),
            Value::Table(_) => login::is_table(key),
            Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) | Value::Array(_) => false,
        };
        if !is_right {
            bail!("`{place}`: `{key}` must be {}", meaning(key));
        }
    }
    Ok(table)
}

/// What `traad serve` can be told.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Flags {
    #[command(flatten)]
    file: File,
    /// A file for SQLite, or an address `postgres://…` (or `TRAAD_DATABASE`; proposed: traad.db).
    #[arg(long)]
    database: Option<String>,
    /// Address and port to listen on (or `TRAAD_LISTEN`; proposed: 127.0.0.1:8080).
    #[arg(long)]
    listen: Option<String>,
    /// PEM certificates to speak TLS with; without them TLS is the proxy's (or `TRAAD_CERTIFICATE`).
    #[arg(long, value_name = "FILE")]
    certificate: Option<String>,
    /// The certificate's private key (or `TRAAD_CERTIFICATE_KEY`).
    #[arg(long, value_name = "FILE")]
    certificate_key: Option<String>,
    /// Address and port for /metrics, which needs no log-in; none without it (or `TRAAD_METRICS`).
    #[arg(long)]
    metrics: Option<String>,
    /// `text` or `json` (or `TRAAD_LOG`).
    #[arg(long)]
    log: Option<String>,
    /// Seconds that requests under way are waited for when told to stop (or `TRAAD_STOP_AFTER`; proposed: 30).
    #[arg(long)]
    stop_after: Option<String>,
}

/// What counts.
#[derive(Debug)]
pub(crate) struct Config {
    pub(crate) database: String,
    pub(crate) listen: SocketAddr,
    pub(crate) metrics: Option<SocketAddr>,
    pub(crate) log: LogForm,
    pub(crate) stop_after: Duration,
    pub(crate) login: LoginConfig,
    pub(crate) notices: NoticeConfig,
    pub(crate) tls: Option<TlsConfig>,
    origins: Vec<(&'static str, Origin)>,
}

impl Config {
    /// Puts together what was given.
    ///
    /// # Errors
    /// When a value makes no sense: its name, where it came from, and what it must be.
    pub(crate) fn read(flags: &Flags) -> anyhow::Result<Self> {
        Self::of(flags, &Sources::read(&flags.file)?)
    }

    fn of(flags: &Flags, sources: &Sources) -> anyhow::Result<Self> {
        let mut origins = Vec::new();
        let database: (String, Origin) = sources
            .value("database", flags.database.as_deref())?
            .unwrap_or_else(|| (DATABASE.to_owned(), Origin::Proposed));
        let proposed = SocketAddr::from(([127, 0, 0, 1], 8080));
        let listen = sources
            .value("listen", flags.listen.as_deref())?
            .unwrap_or((proposed, Origin::Proposed));
        let tls = TlsConfig::of(
            sources.value("certificate", flags.certificate.as_deref())?,
            sources.value("certificate_key", flags.certificate_key.as_deref())?,
        )?;
        let metrics = sources.value("metrics", flags.metrics.as_deref())?;
        let log = sources
            .value("log", flags.log.as_deref())?
            .unwrap_or((LogForm::default(), Origin::Proposed));
        let stop_after = sources
            .value("stop_after", flags.stop_after.as_deref())?
            .unwrap_or((STOP_AFTER, Origin::Proposed));
        origins.push(("database", database.1));
        origins.push(("listen", listen.1));
        origins.extend(tls.iter().flat_map(TlsConfig::origins));
        origins.extend(
            metrics
                .iter()
                .map(|(_, origin)| ("metrics", origin.clone())),
        );
        origins.push(("log", log.1));
        origins.push(("stop_after", stop_after.1));
        let config = Self {
            database: database.0,
            listen: listen.0,
            metrics: metrics.map(|(address, _)| address),
            log: log.0,
            stop_after: Duration::from_secs(stop_after.0),
            login: LoginConfig::of(sources)?,
            notices: NoticeConfig::of(sources)?,
            tls,
            origins,
        };
        if config.metrics == Some(config.listen) && config.listen.port() != 0 {
            bail!(
                "`metrics` and `listen` are both `{}`: give each an address of its own",
                config.listen
            );
        }
        Ok(config)
    }

    /// All of it, without secrets.
    fn shown(&self) -> String {
        let value = |key: &str| match key {
            "database" => Location::parse(&self.database).shown(),
            "listen" => self.listen.to_string(),
            "certificate" | "certificate_key" => {
                let tls = self.tls.as_ref();
                tls.map_or_else(String::new, |tls| tls.shown(key))
            }
            "metrics" => self.metrics.map_or_else(String::new, |m| m.to_string()),
            "log" => format!("{:?}", self.log).to_lowercase(),
            _ => self.stop_after.as_secs().to_string(),
        };
        let line =
            |key: &str, value: &str, origin: &Origin| format!("{key:<17} = {value:<30} # {origin}");
        let own = self
            .origins
            .iter()
            .map(|(key, origin)| line(key, &value(key), origin));
        let (login, notices) = (self.login.lines(), self.notices.lines());
        let login = login
            .iter()
            .chain(&notices)
            .map(|(key, value, origin)| line(key, value, origin));
        own.chain(login).collect::<Vec<_>>().join("\n")
    }
}

impl std::str::FromStr for LogForm {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(()),
        }
    }
}

/// `traad config`.
#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Show what counts and where it comes from, or say what is wrong.
    Check(Flags),
}

/// Carries it out.
pub(crate) fn run(command: &ConfigCommand) -> anyhow::Result<String> {
    let ConfigCommand::Check(flags) = command;
    let config = Config::read(flags)?;
    // What is only found out by reading the files that are named.
    config.login.entrance()?;
    config.notices.server()?;
    if let Some(tls) = &config.tls {
        Certificate::read(tls)?;
    }
    Ok(config.shown())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    fn table(text: &str) -> anyhow::Result<Table> {
        read_table(Path::new("traad.toml"), text)
    }

    pub(super) fn check(
        flags: &Flags,
        environment: fn(&str) -> Option<String>,
        file: &str,
    ) -> anyhow::Result<Config> {
        let file = Some((PathBuf::from("traad.toml"), table(file)?));
        Config::of(flags, &Sources { file, environment })
    }

    #[test]
    fn the_command_line_counts_before_the_environment_before_the_file_before_what_is_proposed() {
        let environment = |name: &str| match name {
            "TRAAD_LISTEN" => Some("127.0.0.1:2".to_owned()),
            "TRAAD_STOP_AFTER" => Some("2".to_owned()),
            _ => None,
        };
        let flags = Flags {
            listen: Some("127.0.0.1:1".to_owned()),
            ..Flags::default()
        };
        let file = "listen = \"127.0.0.1:3\"\nstop_after = 3\nlog = \"json\"\n";
        let config = check(&flags, environment, file).unwrap();
        assert_eq!(config.listen.port(), 1);
        assert_eq!(config.stop_after.as_secs(), 2);
        assert_eq!(config.log, LogForm::Json);
        assert_eq!(config.database, "traad.db");
        let shown = config.shown();
        for origin in [
            "command line",
            "environment TRAAD_STOP_AFTER",
            "# traad.toml",
            "proposal",
        ] {
            assert!(shown.contains(origin), "{origin}: {shown}");
        }
    }

    #[test]
    fn a_password_is_not_shown() {
        let file = "database = \"postgres://traad:hemmelig@db/traad\"";
        let shown = check(&Flags::default(), |_| None, file).unwrap().shown();
        assert!(shown.contains("postgres://traad@db/traad") && !shown.contains("hemmelig"));
        let broken = table("database = \"postgres://traad:hemmelig@db/traad").unwrap_err();
        assert!(!broken.to_string().contains("hemmelig"), "{broken}");
    }

    #[test]
    fn what_makes_no_sense_is_refused_with_place_and_remedy() {
        let wrong = |file: &str| {
            let refused = check(&Flags::default(), |_| None, file);
            refused.unwrap_err().to_string()
        };
        let said = wrong("lisen = \"127.0.0.1:1\"");
        assert!(
            said.contains("traad.toml") && said.contains("`lisen`") && said.contains("`listen`")
        );
        let said = wrong("listen = \"8080\"");
        assert!(
            said.contains("`listen`") && said.contains("127.0.0.1:8080"),
            "{said}"
        );
        assert!(wrong("log = \"xml\"").contains("`text` or `json`"));
        assert!(wrong("stop_after = -1").contains("whole seconds"));
        assert!(wrong("listen = [1]").contains("an address and a port"));
        assert!(wrong("\nlisten =").contains("line 2"));
        let half = wrong("certificate = \"a.pem\"");
        assert!(half.contains("`certificate_key`"), "{half}");
        let same = wrong("listen = \"127.0.0.1:1\"\nmetrics = \"127.0.0.1:1\"");
        assert!(same.contains("both"), "{same}");
    }
}
