// SPDX-License-Identifier: EUPL-1.2
//! Where connections come in: plain behind a proxy, or encrypted with a certificate of the server's own.

use axum::Router;
use axum::extract::connect_info::Connected;
use axum::http::{HeaderValue, header};
use axum::serve::{IncomingStream, Listener};
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::server::TlsStream;
use tower_http::set_header::SetResponseHeaderLayer;

/// How long somebody has to agree on an encryption. A proposal.
const HANDSHAKE: Duration = Duration::from_secs(10);

/// Connections that are agreed on and not yet taken.
const WAITING: usize = 64;

/// Browsers come back encrypted for a year.
const ENCRYPTED_ONLY: &str = "max-age=31536000";

/// Who is at the other end of a connection.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

impl Connected<IncomingStream<'_, TcpListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, TcpListener>) -> Self {
        Self(*stream.remote_addr())
    }
}

impl Connected<IncomingStream<'_, Encrypted>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Encrypted>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// A listener that speaks TLS alone. Whoever is slow to agree on it keeps nobody else waiting.
pub struct Encrypted {
    agreed: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
}

impl Encrypted {
    /// Takes a listener over. To be called in a runtime; it ends when the listener is dropped.
    ///
    /// # Errors
    /// When the listener has no address.
    pub fn of(mut listener: TcpListener, config: Arc<ServerConfig>) -> io::Result<Self> {
        let acceptor = TlsAcceptor::from(config);
        let address = listener.local_addr()?;
        let (to, agreed) = mpsc::channel(WAITING);
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    (stream, peer) = Listener::accept(&mut listener) => {
                        tokio::spawn(agree(acceptor.clone(), (stream, peer), to.clone()));
                    }
                    () = to.closed() => return,
                }
            }
        });
        Ok(Self { agreed, address })
    }

    /// What is answered, with the word that browsers are to come encrypted only.
    pub fn only(router: Router) -> Router {
        router.layer(SetResponseHeaderLayer::if_not_present(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(ENCRYPTED_ONLY),
        ))
    }
}

async fn agree(
    acceptor: TlsAcceptor,
    (stream, peer): (TcpStream, SocketAddr),
    to: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    match tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await {
        // The server may be ending; then the connection does too.
        Ok(Ok(stream)) => drop(to.send((stream, peer)).await),
        Ok(Err(error)) => tracing::debug!(%error, "no encryption was agreed on"),
        Err(_) => tracing::debug!("no encryption was agreed on in time"),
    }
}

impl Listener for Encrypted {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.agreed.recv().await {
            Some(agreed) => agreed,
            // The task above runs as long as this listener is there.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}
