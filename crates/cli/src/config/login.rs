// SPDX-License-Identifier: EUPL-1.2
//! Who may log in and how: the identity provider, what stands where in its tokens, local accounts, and the proxy.
//!
//! Secrets stand in files of their own. What is wrong is said before the server starts; the provider itself is not asked.

use super::{Origin, Sources, meaning};
use anyhow::{Context as _, anyhow, bail};
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use toml::Value;
use traad_domain::id::UnitId;
use traad_domain::login::Assurance;
use traad_domain::org::Function;
use traad_oidc::{Claims, Provider, Settings, Trust, fetch_over_tls};
use traad_web::paths;
use traad_web::server::{Entrance, ProviderEntrance, SecondFactor};

/// The keys, with what each means.
pub(super) const KEYS: [(&str, &str); 19] = [
    (
        "login_issuer",
        "the identity provider's own name, such as `https://login.example.dk`",
    ),
    ("login_client", "Tråd's name at the identity provider"),
    (
        "login_secret_file",
        "a file with the secret shared with the identity provider",
    ),
    (
        "login_address",
        "the address people open Tråd at, such as `https://traad.example.dk`",
    ),
    (
        "login_name",
        "what people call the identity provider, such as the name of the kommune",
    ),
    (
        "login_minimum",
        "`low`, `substantial`, `high`, or `none` when the level is not asked",
    ),
    ("login_levels", "words of the provider, separated by spaces"),
    ("login_scopes", "words of the provider, separated by spaces"),
    ("login_user", "the name of a claim"),
    ("login_assurance", "the name of a claim"),
    ("login_controller", "the name of a claim"),
    ("login_unit", "the name of a claim"),
    (
        "login_units",
        "a table: each value of the claim, and the id of a unit in Tråd",
    ),
    ("login_function", "the name of a claim"),
    (
        "login_functions",
        "a table: each value of the claim, and a function such as `jordemoder`",
    ),
    ("login_authorities", "a file of PEM certificates"),
    ("local_accounts", "`yes` or `no`"),
    ("second_factor", "`off`, `offered` or `required`"),
    (
        "proxy",
        "the address requests come from, such as `127.0.0.1`",
    ),
];

/// The certificates a Debian machine trusts.
const AUTHORITIES: &str = "/etc/ssl/certs/ca-certificates.crt";

/// The level that is asked unless said otherwise: what NSIS wants for data such as these. A proposal.
const MINIMUM: &str = "substantial";

/// What was given, where it came from.
#[derive(Debug, Default)]
pub(crate) struct LoginConfig {
    given: BTreeMap<&'static str, (String, Origin)>,
    units: BTreeMap<String, UnitId>,
    functions: BTreeMap<String, Function>,
}

impl LoginConfig {
    pub(crate) fn of(sources: &Sources) -> anyhow::Result<Self> {
        let mut config = Self::default();
        for (key, _) in KEYS {
            if let Some((text, origin)) = sources.value::<String>(key, None)? {
                config.given.insert(key, (text, origin));
            }
        }
        config.units = table(sources, "login_units", |id| Some(UnitId::new(id)))?;
        config.functions = table(sources, "login_functions", Function::from_code)?;
        config.check()?;
        Ok(config)
    }

    /// What counts, for people.
    pub(super) fn lines(&self) -> Vec<(&'static str, String, Origin)> {
        let mut lines: Vec<_> = self
            .given
            .iter()
            .map(|(key, (text, origin))| (*key, text.clone(), origin.clone()))
            .collect();
        if self.issuer().is_some() && !self.given.contains_key("login_minimum") {
            lines.push(("login_minimum", MINIMUM.to_owned(), Origin::Proposed));
        }
        if !self.given.contains_key("local_accounts") {
            lines.push(("local_accounts", "yes".to_owned(), Origin::Proposed));
        }
        lines
    }

    /// The provider's own name, if there is one.
    pub(crate) fn issuer(&self) -> Option<&str> {
        self.text("login_issuer")
    }

    /// Whether an account with a password in Tråd lets anybody in.
    pub(crate) fn lets_local_accounts_in(&self) -> bool {
        self.text("local_accounts") != Some("no")
    }

    /// All of it put together: files are read, and nothing is asked of anybody else.
    ///
    /// # Errors
    /// When a file cannot be read or a value makes no sense.
    pub(crate) fn entrance(&self) -> anyhow::Result<Entrance> {
        let provider = match self.issuer() {
            Some(issuer) => Some(self.provider(issuer)?),
            None => None,
        };
        Ok(Entrance {
            provider,
            local: self.lets_local_accounts_in(),
            second_factor: match self.text("second_factor") {
                Some("required") => SecondFactor::Required,
                Some("offered") => SecondFactor::Offered,
                _ => SecondFactor::Off,
            },
            proxy: self.parsed::<IpAddr>("proxy")?,
        })
    }

    fn provider(&self, issuer: &str) -> anyhow::Result<ProviderEntrance> {
        let client = self.needed("login_client")?;
        let address = self.needed("login_address")?.trim_end_matches('/');
        is_safe_address("login_address", address)?;
        let is_here = is_safe_address("login_issuer", issuer)?;
        let authorities = self.text("login_authorities").unwrap_or(AUTHORITIES);
        let trust = if is_here {
            Trust::SameMachine
        } else {
            Trust::Authorities(PathBuf::from(authorities))
        };
        let fetch = fetch_over_tls(&trust)
            .with_context(|| format!("`login_authorities` is `{authorities}`"))?;
        let words = |key: &str, proposed: &str| -> Vec<String> {
            let text = self.text(key).unwrap_or(proposed);
            text.split_whitespace().map(str::to_owned).collect()
        };
        let settings = Settings {
            issuer: issuer.to_owned(),
            client: client.to_owned(),
            secret: self.secret()?,
            redirect: format!("{address}{}", paths::LOGIN_BACK),
            after_logout: format!("{address}{}", paths::LOGIN),
            scopes: words("login_scopes", "profile"),
            levels: words("login_levels", ""),
            claims: self.claims()?,
        };
        let provider = Provider::new(settings, fetch)
            .map_err(|why| anyhow!("the identity provider is described wrongly: {why}"))?;
        Ok(ProviderEntrance {
            provider,
            name: self.text("login_name").unwrap_or(issuer).to_owned(),
            minimum: self.minimum()?,
        })
    }

    fn claims(&self) -> anyhow::Result<Claims> {
        let owned = |key: &str| self.text(key).map(str::to_owned);
        let both = |claim: &'static str, list: &'static str, is_empty: bool| match owned(claim) {
            None if !is_empty => Err(anyhow!("`{list}` needs `{claim}`: {}", meaning(claim))),
            Some(_) if is_empty => Err(anyhow!("`{claim}` needs `{list}`: {}", meaning(list))),
            name => Ok(name),
        };
        let unit = both("login_unit", "login_units", self.units.is_empty())?;
        let function = both(
            "login_function",
            "login_functions",
            self.functions.is_empty(),
        )?;
        Ok(Claims {
            user: owned("login_user"),
            assurance: owned("login_assurance"),
            controller: owned("login_controller"),
            unit: unit.map(|name| (name, self.units.clone())),
            function: function.map(|name| (name, self.functions.clone())),
        })
    }

    fn secret(&self) -> anyhow::Result<Option<String>> {
        let Some(path) = self.text("login_secret_file") else {
            return Ok(None);
        };
        let text = std::fs::read_to_string(Path::new(path))
            .with_context(|| format!("cannot read `login_secret_file` `{path}`"))?;
        let secret = text.trim();
        if secret.is_empty() {
            bail!("`login_secret_file` `{path}` is empty");
        }
        Ok(Some(secret.to_owned()))
    }

    fn minimum(&self) -> anyhow::Result<Option<Assurance>> {
        match self.text("login_minimum").unwrap_or(MINIMUM) {
            "none" => Ok(None),
            level => Assurance::parse(level)
                .map(Some)
                .ok_or_else(|| self.wrong("login_minimum")),
        }
    }

    /// What can be judged without reading a file.
    fn check(&self) -> anyhow::Result<()> {
        for (key, allowed) in [
            ("local_accounts", ["yes", "no"].as_slice()),
            ("second_factor", &["off", "offered", "required"]),
        ] {
            if self.text(key).is_some_and(|text| !allowed.contains(&text)) {
                return Err(self.wrong(key));
            }
        }
        self.parsed::<IpAddr>("proxy")?;
        if self.issuer().is_some() {
            return Ok(());
        }
        let about_one = self.given.keys().find(|key| key.starts_with("login_"));
        let is_table = !self.units.is_empty() || !self.functions.is_empty();
        if let Some(key) = about_one.copied().or(is_table.then_some("login_units")) {
            bail!("`{key}` says something of an identity provider: name it with `login_issuer`");
        }
        if self.text("local_accounts") == Some("no") {
            bail!("nobody could log in: give `login_issuer`, or let `local_accounts` be `yes`");
        }
        Ok(())
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.given.get(key).map(|(text, _)| text.as_str())
    }

    fn needed(&self, key: &'static str) -> anyhow::Result<&str> {
        self.text(key)
            .ok_or_else(|| anyhow!("`login_issuer` needs `{key}`: {}", meaning(key)))
    }

    fn parsed<T: std::str::FromStr>(&self, key: &'static str) -> anyhow::Result<Option<T>> {
        let parse = |text: &str| text.parse().map_err(|_| self.wrong(key));
        self.text(key).map(parse).transpose()
    }

    fn wrong(&self, key: &str) -> anyhow::Error {
        let (text, origin) = self
            .given
            .get(key)
            .map_or(("", String::new()), |(text, origin)| {
                (text, origin.to_string())
            });
        anyhow!(
            "`{key}` ({origin}) is `{text}`: it must be {}",
            meaning(key)
        )
    }
}

/// Whether a key holds a table.
pub(super) fn is_table(key: &str) -> bool {
    matches!(key, "login_units" | "login_functions")
}

fn table<T>(
    sources: &Sources,
    key: &'static str,
    read: fn(&str) -> Option<T>,
) -> anyhow::Result<BTreeMap<String, T>> {
    let Some((path, file)) = sources.file.as_ref() else {
        return Ok(BTreeMap::new());
    };
    let rows = file.get(key).and_then(Value::as_table);
    rows.into_iter()
        .flatten()
        .map(|(word, value)| {
            let meant = value.as_str().and_then(read);
            let meant = meant.ok_or_else(|| {
                let (place, wanted) = (path.display(), meaning(key));
                anyhow!("`{place}`: `{word}` in `{key}` is `{value}`: it must be {wanted}")
            })?;
            Ok((word.clone(), meant))
        })
        .collect()
}

/// That an address is encrypted, or on this machine; gives whether it is the second.
fn is_safe_address(key: &str, address: &str) -> anyhow::Result<bool> {
    if address
        .strip_prefix("https://")
        .is_some_and(|rest| !rest.is_empty())
    {
        return Ok(false);
    }
    let host = address.strip_prefix("http://").map(|rest| {
        let end = rest.find('/').unwrap_or(rest.len());
        let place = rest.get(..end).unwrap_or_default();
        place.rsplit_once(':').map_or(place, |(host, _)| host)
    });
    if host.is_some_and(|host| ["localhost", "127.0.0.1", "[::1]"].contains(&host)) {
        return Ok(true);
    }
    bail!("`{key}` is `{address}`: it must begin with `https://`, or be on this machine")
}

#[cfg(test)]
mod tests {
    use super::super::tests::check as read;
    use super::super::{Config, Flags};
    use super::*;

    const WHOLE: &str = r#"
        login_issuer = "https://login.example.dk"
        login_client = "traad"
        login_address = "https://traad.example.dk/"
        login_name = "Kystkommunen"
        login_unit = "org"
        login_function = "role"
        proxy = "127.0.0.1"
        second_factor = "offered"
        [login_units]
        "b7f1" = "fam-odense"
        [login_functions]
        "urn:x:rad" = "familieraadgiver"
    "#;

    fn config(text: &str) -> anyhow::Result<Config> {
        read(&Flags::default(), |_| None, text)
    }

    fn wrong(text: &str) -> String {
        let entrance = config(text).and_then(|config| config.login.entrance().map(drop));
        format!("{:#}", entrance.unwrap_err())
    }

    #[test]
    fn a_whole_description_is_read_and_shown() {
        let config = config(WHOLE).unwrap();
        let shown = config.shown();
        for line in ["https://login.example.dk", "substantial", "second_factor"] {
            assert!(shown.contains(line), "{line}: {shown}");
        }
        // Where the machine has no certificates of authorities, that is said.
        match config.login.entrance() {
            Ok(entrance) => {
                let provider = entrance.provider.unwrap();
                assert_eq!(provider.name, "Kystkommunen");
                assert_eq!(provider.minimum, Some(Assurance::Substantial));
                assert!(entrance.local);
                assert_eq!(entrance.second_factor, SecondFactor::Offered);
                assert_eq!(entrance.proxy, Some([127, 0, 0, 1].into()));
            }
            Err(error) => assert!(error.to_string().contains("login_authorities")),
        }
    }

    #[test]
    fn what_is_missing_or_makes_no_sense_is_named() {
        let issuer = "login_issuer = \"https://login.example.dk\"\n";
        let more = "login_client = \"traad\"\nlogin_address = \"https://traad.example.dk\"\n";
        assert!(wrong(issuer).contains("`login_client`"));
        assert!(wrong("login_client = \"traad\"").contains("`login_issuer`"));
        assert!(wrong("local_accounts = \"no\"").contains("nobody could log in"));
        assert!(wrong("local_accounts = \"maybe\"").contains("`yes` or `no`"));
        assert!(wrong("second_factor = \"on\"").contains("`required`"));
        assert!(wrong("proxy = \"nginx\"").contains("127.0.0.1"));
        let with = |line: &str| wrong(&format!("{issuer}{more}{line}"));
        assert!(with("login_minimum = \"lav\"").contains("`substantial`"));
        assert!(with("login_unit = \"org\"").contains("`login_units`"));
        assert!(with("[login_functions]\na = \"jordemoder\"").contains("`login_function`"));
        let unknown = with("login_function = \"x\"\n[login_functions]\na = \"midwife\"");
        assert!(
            unknown.contains("`a`") && unknown.contains("jordemoder"),
            "{unknown}"
        );
        assert!(with("login_secret_file = \"/nonexistent/secret\"").contains("/nonexistent"));
        assert!(with("login_authorities = \"/nonexistent/pem\"").contains("/nonexistent"));
        let plain = "login_issuer = \"http://login.example.dk\"\nlogin_client = \"t\"\n";
        assert!(wrong(&format!("{plain}login_address = \"https://t\"")).contains("https://"));
    }

    #[test]
    fn without_tls_only_this_machine_is_an_address() {
        let here = |address| is_safe_address("login_issuer", address).ok();
        assert_eq!(here("https://login.example.dk"), Some(false));
        assert_eq!(here("http://127.0.0.1:4455"), Some(true));
        assert_eq!(here("http://localhost:4455/x"), Some(true));
        for bad in [
            "http://login.example.dk",
            "http://127.0.0.1.example.dk",
            "http://localhost@evil.example",
            "https://",
            "ftp://localhost",
            "",
        ] {
            assert_eq!(here(bad), None, "{bad}");
        }
    }
}
