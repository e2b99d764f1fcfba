// SPDX-License-Identifier: EUPL-1.2
//! How the provider is reached: HTTPS with the certificates this machine trusts, no redirects, and a limit on everything.

use openidconnect::{HttpRequest, HttpResponse};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};

/// Asks the provider something.
pub type Fetch = Box<dyn Fn(HttpRequest) -> Result<HttpResponse, io::Error> + Send + Sync>;

/// Whom to believe that it is the provider.
#[derive(Debug, Clone)]
pub enum Trust {
    /// The authorities in this file of PEM certificates.
    Authorities(PathBuf),
    /// Nobody needs to be believed: the provider is on this machine, without TLS.
    SameMachine,
}

/// How long an answer may take. A proposal.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long an answer may be. Keys and configuration are some kilobytes.
const LARGEST: u64 = 1024 * 1024;

/// Asks over the network.
///
/// # Errors
/// When the authorities cannot be read.
pub fn fetch_over_tls(trust: &Trust) -> io::Result<Fetch> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let roots = match trust {
        Trust::SameMachine => Vec::new(),
        Trust::Authorities(path) => authorities(&std::fs::read(path)?)?,
    };
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::Specific(Arc::new(roots)))
        .unversioned_rustls_crypto_provider(provider)
        .build();
    let agent = ureq::Agent::config_builder()
        .https_only(matches!(trust, Trust::Authorities(_)))
        // A redirect could lead the code or the secret elsewhere.
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .timeout_global(Some(PATIENCE))
        .tls_config(tls)
        .user_agent("traad")
        .build()
        .new_agent();
    Ok(Box::new(move |request| {
        let mut answer = agent.run(request).map_err(io::Error::other)?;
        let body = answer.body_mut().with_config().limit(LARGEST).read_to_vec();
        let (parts, _) = answer.into_parts();
        Ok(HttpResponse::from_parts(
            parts,
            body.map_err(io::Error::other)?,
        ))
    }))
}

fn authorities(pem: &[u8]) -> io::Result<Vec<ureq::tls::Certificate<'static>>> {
    let mut found = Vec::new();
    for item in parse_pem(pem) {
        if let PemItem::Certificate(certificate) = item.map_err(io::Error::other)? {
            found.push(certificate);
        }
    }
    if found.is_empty() {
        return Err(io::Error::other("no certificate stands in it"));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    #[test]
    fn a_file_without_certificates_is_refused() {
        let manifest = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
        assert!(fetch_over_tls(&Trust::Authorities(manifest)).is_err());
        let missing = PathBuf::from("/nonexistent/authorities.pem");
        assert!(fetch_over_tls(&Trust::Authorities(missing)).is_err());
    }

    /// A server that answers one request with this.
    fn once(answer: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = [0; 4096];
            let _ = stream.read(&mut asked).unwrap();
            // Whoever asked may have turned away.
            let _ = stream.write_all(answer.as_bytes());
        });
        address
    }

    fn ask(answer: &'static str) -> Result<HttpResponse, io::Error> {
        let fetch = fetch_over_tls(&Trust::SameMachine).unwrap();
        let mut request = HttpRequest::new(Vec::new());
        *request.uri_mut() = once(answer).parse().unwrap();
        fetch(request)
    }

    #[test]
    fn an_error_and_a_redirect_are_answers_and_are_not_followed() {
        let failed = ask("HTTP/1.1 400 Bad\r\nContent-Length: 2\r\n\r\n{}").unwrap();
        assert_eq!(
            (failed.status().as_u16(), failed.body().as_slice()),
            (400, b"{}".as_slice())
        );
        let moved =
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
        assert_eq!(ask(moved).unwrap().status().as_u16(), 302);
    }

    #[test]
    fn an_answer_that_never_ends_is_cut_off() {
        let endless = ask("HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\nx");
        assert!(endless.is_err());
    }

    #[test]
    fn where_authorities_are_believed_nothing_is_asked_without_tls() {
        let system = PathBuf::from("/etc/ssl/certs/ca-certificates.crt");
        if !system.exists() {
            return;
        }
        let fetch = fetch_over_tls(&Trust::Authorities(system)).unwrap();
        let mut request = HttpRequest::new(Vec::new());
        *request.uri_mut() = "http://127.0.0.1:9/".parse().unwrap();
        assert!(fetch(request).is_err());
    }
}
