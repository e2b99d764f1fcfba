// SPDX-License-Identifier: EUPL-1.2
//! How people get in here: what the installation offers, and from where somebody asks.

use axum::http::HeaderMap;
use std::net::{IpAddr, SocketAddr};
use traad_domain::login::Assurance;
use traad_oidc::Provider;

/// What an installation offers at the door.
pub struct Entrance {
    /// The identity provider, if there is one.
    pub provider: Option<ProviderEntrance>,
    /// Whether local accounts may be used.
    pub local: bool,
    /// Whether the codes of a telephone belong to a local account.
    pub second_factor: SecondFactor,
    /// The proxy whose word about where somebody asks from is believed, for the limit on attempts alone.
    pub proxy: Option<IpAddr>,
}

/// Whether the codes of a telephone belong to a local account.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SecondFactor {
    /// Nobody adds them; who has them is asked for them still.
    #[default]
    Off,
    /// Whoever wants to adds them.
    Offered,
    /// Nobody gets in without.
    Required,
}

/// An identity provider as people meet it.
pub struct ProviderEntrance {
    /// The provider.
    pub provider: Provider,
    /// What people call it, such as the name of the kommune.
    pub name: String,
    /// The least it must be sure of who somebody is.
    pub minimum: Option<Assurance>,
}

impl Default for Entrance {
    /// Local accounts without a second factor, asked for directly.
    fn default() -> Self {
        Self {
            provider: None,
            local: true,
            second_factor: SecondFactor::Off,
            proxy: None,
        }
    }
}

impl Entrance {
    /// The address somebody asks from. From this machine without a proxy that is named, everybody would be one; then nobody
    /// is.
    pub(crate) fn from(&self, peer: Option<IpAddr>, headers: &HeaderMap) -> Option<IpAddr> {
        let peer = peer?.to_canonical();
        if self.proxy.map(|proxy| proxy.to_canonical()) == Some(peer) {
            // The last one is what the proxy itself saw; what stands before it was sent to it.
            let mut all = headers.get_all("x-forwarded-for").iter();
            let line = all.next_back().and_then(|value| value.to_str().ok())?;
            let last = line.rsplit(',').next()?.trim();
            // Some proxies tell the port too.
            let with_port = || last.parse().map(|all: SocketAddr| all.ip());
            return last.parse().or_else(|_| with_port()).ok();
        }
        (!peer.is_loopback()).then_some(peer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(proxy: Option<&str>, peer: &str, forwarded: &[&str], expected: Option<&str>) {
        let parse = |text: &str| -> IpAddr { text.parse().unwrap() };
        let entrance = Entrance {
            proxy: proxy.map(parse),
            ..Entrance::default()
        };
        let mut headers = HeaderMap::new();
        for line in forwarded {
            headers.append("x-forwarded-for", line.parse().unwrap());
        }
        let from = entrance.from(Some(parse(peer)), &headers);
        assert_eq!(from, expected.map(parse), "{proxy:?} {peer} {forwarded:?}");
    }

    #[test]
    fn only_a_named_proxy_is_believed_and_only_what_it_saw_itself() {
        let sent = ["192.0.2.9, 198.51.100.1", "203.0.113.5, 192.0.2.7"];
        check(None, "192.0.2.1", &sent, Some("192.0.2.1"));
        check(None, "127.0.0.1", &sent, None);
        check(Some("127.0.0.1"), "127.0.0.1", &sent, Some("192.0.2.7"));
        check(
            Some("127.0.0.1"),
            "::ffff:127.0.0.1",
            &sent,
            Some("192.0.2.7"),
        );
        check(
            Some("127.0.0.1"),
            "127.0.0.1",
            &["192.0.2.7:443"],
            Some("192.0.2.7"),
        );
        check(Some("127.0.0.1"), "127.0.0.1", &[], None);
        check(Some("127.0.0.1"), "127.0.0.1", &["unknown"], None);
        check(Some("127.0.0.1"), "192.0.2.1", &sent, Some("192.0.2.1"));
    }
}
