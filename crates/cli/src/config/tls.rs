// SPDX-License-Identifier: EUPL-1.2
//! A certificate of the server's own, and its renewal while the server runs.

use super::Origin;
use anyhow::{Context as _, bail};
use rustls::ServerConfig;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime};

/// How often the files are looked at. A proposal.
const LOOK: Duration = Duration::from_mins(1);

/// Where certificate and key stand.
#[derive(Debug)]
pub(crate) struct TlsConfig {
    chain: (PathBuf, Origin),
    key: (PathBuf, Origin),
}

impl TlsConfig {
    /// Both of the files, or none.
    ///
    /// # Errors
    /// When one is given without the other.
    pub(super) fn of(
        chain: Option<(PathBuf, Origin)>,
        key: Option<(PathBuf, Origin)>,
    ) -> anyhow::Result<Option<Self>> {
        let (given, lacking) = match (chain, key) {
            (None, None) => return Ok(None),
            (Some(chain), Some(key)) => return Ok(Some(Self { chain, key })),
            (Some(_), None) => ("certificate", "certificate_key"),
            (None, Some(_)) => ("certificate_key", "certificate"),
        };
        bail!("`{given}` is given and `{lacking}` is not: give both, or none when a proxy does TLS")
    }

    pub(super) fn origins(&self) -> [(&'static str, Origin); 2] {
        [
            ("certificate", self.chain.1.clone()),
            ("certificate_key", self.key.1.clone()),
        ]
    }

    pub(super) fn shown(&self, key: &str) -> String {
        let (path, _) = match key {
            "certificate" => &self.chain,
            _ => &self.key,
        };
        path.display().to_string()
    }

    /// When the files were last written, as far as the disk says.
    fn written(&self) -> [Option<SystemTime>; 2] {
        [&self.chain.0, &self.key.0]
            .map(|path| std::fs::metadata(path).and_then(|m| m.modified()).ok())
    }

    fn certified(&self) -> anyhow::Result<CertifiedKey> {
        let (chain, key) = (&self.chain.0, &self.key.0);
        let certificates = CertificateDer::pem_file_iter(chain)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .with_context(|| unread("certificate", chain))?;
        if certificates.is_empty() {
            bail!(
                "`certificate` names `{}`, which holds none",
                chain.display()
            );
        }
        let private =
            PrivateKeyDer::from_pem_file(key).with_context(|| unread("certificate_key", key))?;
        CertifiedKey::from_der(certificates, private, &default_provider()).with_context(|| {
            format!(
                "the key in `{}` does not go with the certificate in `{}`",
                key.display(),
                chain.display()
            )
        })
    }
}

fn unread(key: &str, path: &Path) -> String {
    format!(
        "`{key}` names `{}`, which cannot be read as PEM",
        path.display()
    )
}

/// The certificate that is shown now.
#[derive(Debug)]
pub(crate) struct Certificate(RwLock<Arc<CertifiedKey>>);

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(
            self.0
                .read()
                .unwrap_or_else(PoisonError::into_inner)
                .clone(),
        )
    }
}

impl Certificate {
    /// Reads it.
    ///
    /// # Errors
    /// When a file cannot be read, or the two do not go together.
    pub(crate) fn read(config: &TlsConfig) -> anyhow::Result<Arc<Self>> {
        Ok(Arc::new(Self(RwLock::new(Arc::new(config.certified()?)))))
    }

    /// How the server speaks with it.
    ///
    /// # Errors
    /// When the library has none of its own versions of TLS.
    pub(crate) fn server(self: Arc<Self>) -> anyhow::Result<Arc<ServerConfig>> {
        let mut server = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(self);
        server.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Arc::new(server))
    }

    /// Takes a renewed one in use without a restart. What cannot be used is said, and the one before stays.
    pub(crate) async fn keep_renewed(self: Arc<Self>, config: TlsConfig) {
        let mut seen = config.written();
        loop {
            tokio::time::sleep(LOOK).await;
            self.look(&config, &mut seen);
        }
    }

    fn look(&self, config: &TlsConfig, seen: &mut [Option<SystemTime>; 2]) {
        let written = config.written();
        if written == *seen {
            return;
        }
        *seen = written;
        match config.certified() {
            Ok(renewed) => {
                *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(renewed);
                tracing::info!("the renewed certificate is in use");
            }
            Err(error) => tracing::error!(
                error = format!("{error:#}"),
                "the renewed certificate is not used"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use traad_testkit::app::TempDatabase;

    fn given(path: &Path) -> (PathBuf, Origin) {
        (path.to_owned(), Origin::CommandLine)
    }

    #[test]
    fn a_renewed_certificate_is_used_and_a_broken_one_is_not() {
        let (chain, key) = (TempDatabase::new(), TempDatabase::new());
        let files = TlsConfig {
            chain: given(chain.path().as_ref()),
            key: given(key.path().as_ref()),
        };
        let write = || {
            let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
            std::fs::write(chain.path(), made.cert.pem()).unwrap();
            std::fs::write(key.path(), made.signing_key.serialize_pem()).unwrap();
            made.cert.der().clone()
        };
        let shown =
            |certificate: &Certificate| certificate.0.read().unwrap().cert.first().unwrap().clone();
        let first = write();
        let certificate = Certificate::read(&files).unwrap();
        assert_eq!(shown(&certificate), first);
        let mut seen = [None; 2];
        let renewed = write();
        certificate.look(&files, &mut seen);
        assert_eq!(shown(&certificate), renewed);
        std::fs::write(chain.path(), "half of a").unwrap();
        certificate.look(&files, &mut [None; 2]);
        assert_eq!(shown(&certificate), renewed);
        let said = format!("{:#}", Certificate::read(&files).unwrap_err());
        assert!(said.contains("`certificate`"), "{said}");
        // A key of another certificate.
        let other = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        std::fs::write(chain.path(), other.cert.pem()).unwrap();
        let said = format!("{:#}", Certificate::read(&files).unwrap_err());
        assert!(said.contains("does not go with"), "{said}");
    }
}
