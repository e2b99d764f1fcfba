// SPDX-License-Identifier: EUPL-1.2
//! The server: one way from a request to an answer for every page.
//!
//! A handler is a plain function of a [`Visit`] (who, when, what was sent) that runs on a blocking thread, since
//! everything below `web` blocks. Headers, session, form token and errors are dealt with here, so that no page can
//! forget them.

mod answer;
mod entrance;
mod fault;
mod fields;
mod health;
mod listen;
mod meter;
mod visit;

pub use answer::{Answer, COOKIE as SESSION_COOKIE};
pub use entrance::{Entrance, ProviderEntrance, SecondFactor};
pub use fault::Fault;
pub use fields::Fields;
pub use listen::{Encrypted, Peer};
pub use meter::Meter;
pub use visit::Visit;

use crate::asset;
use axum::body::{Body, Bytes};
use axum::extract::connect_info::{ConnectInfo, Connected};
use axum::extract::{Path, RawPathParams, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, any, get};
use axum::serve::{IncomingStream, Listener};
use axum::{Extension, Router};
use health::Health;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use traad_app::App;

/// What a page does with a visit.
pub type Handler = fn(&Visit) -> Result<Answer, Fault>;

/// Largest body of a form, in bytes. A proposal.
const LARGEST_FORM: usize = 1024 * 1024;

/// What every request shares.
#[derive(Clone)]
pub(crate) struct Web {
    pub(crate) app: Arc<App>,
    pub(crate) entrance: Arc<Entrance>,
    pub(crate) assets: Arc<str>,
}

/// The whole program as a router, for the server and for tests alike, with local accounts.
pub fn router(app: Arc<App>) -> Router {
    metered(app, Entrance::default(), Arc::default())
}

/// The same with what the installation offers at the door, and with what it does counted where others can read it.
pub fn metered(app: Arc<App>, entrance: Entrance, meter: Arc<Meter>) -> Router {
    let web = Web {
        app: app.clone(),
        entrance: entrance.into(),
        assets: format!("/static/{}", asset::version()).into(),
    };
    crate::routes::pages()
        .route("/static/{version}/{*path}", get(static_file))
        // Her own page has no mark that tells where it comes from; browsers ask for one all the same.
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
        .fallback(any(not_found))
        .with_state(web)
        .layer(from_fn_with_state(meter.clone(), meter::measure))
        .merge(health::routes(Health { app, meter }))
        .layer(tower_http::limit::RequestBodyLimitLayer::new(LARGEST_FORM))
        .layer(from_fn(security_headers))
        .layer(
            // What is saved beyond the fastest level is less than the time it takes.
            tower_http::compression::CompressionLayer::new()
                .quality(tower_http::CompressionLevel::Fastest),
        )
}

/// What operation asks on a listener of its own: the numbers, and health.
pub fn operation(app: Arc<App>, meter: Arc<Meter>) -> Router {
    let health = Health { app, meter };
    health::metrics(health.clone()).merge(health::routes(health))
}

/// Serves until `stop` is done. What is under way is finished first, unless that takes longer than `patience`.
pub async fn serve<L>(
    listener: L,
    router: Router,
    stop: impl Future<Output = ()> + Send + 'static,
    patience: Duration,
) -> std::io::Result<()>
where
    L: Listener,
    L::Addr: std::fmt::Debug,
    Peer: for<'a> Connected<IncomingStream<'a, L>>,
{
    let (told, stopping) = tokio::sync::oneshot::channel();
    let stop = async move {
        stop.await;
        // Whoever waited for it may be gone; then there is nothing to wait for.
        let _ = told.send(());
    };
    let service = router.into_make_service_with_connect_info::<Peer>();
    let served = axum::serve(listener, service).with_graceful_shutdown(stop);
    let too_long = async {
        if stopping.await.is_err() {
            std::future::pending::<()>().await;
        }
        tokio::time::sleep(patience).await;
    };
    tokio::select! {
        outcome = served => outcome,
        () = too_long => {
            tracing::warn!("some requests were not finished in time");
            Ok(())
        }
    }
}

/// A page that is read and, when `post` is given, sent.
pub(crate) fn page(read: Handler, post: Option<Handler>) -> MethodRouter<Web> {
    any(
        move |State(web): State<Web>,
              params: RawPathParams,
              method: Method,
              headers: HeaderMap,
              uri: axum::http::Uri,
              peer: Option<Extension<ConnectInfo<Peer>>>,
              body: Bytes| {
            let params = params
                .iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect();
            let handler = match (&method, post) {
                (&Method::GET | &Method::HEAD, _) => Some(read),
                (&Method::POST, Some(post)) => Some(post),
                _ => None,
            };
            let asked = Asked {
                method,
                headers,
                path: uri.path().to_owned(),
                query: uri.query().unwrap_or("").to_owned(),
                params,
                peer: peer.map(|Extension(ConnectInfo(Peer(address)))| address.ip()),
                body,
            };
            async move {
                match handler {
                    Some(handler) => run(web, asked, handler).await,
                    None => StatusCode::METHOD_NOT_ALLOWED.into_response(),
                }
            }
        },
    )
}

/// A page that is only sent, such as logging out.
pub(crate) fn action(post: Handler) -> MethodRouter<Web> {
    page(|_| Err(Fault::NotFound), Some(post))
}

/// A request, taken apart.
pub(crate) struct Asked {
    pub(crate) method: Method,
    pub(crate) headers: HeaderMap,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) params: BTreeMap<String, String>,
    pub(crate) peer: Option<IpAddr>,
    pub(crate) body: Bytes,
}

async fn run(web: Web, asked: Asked, handler: Handler) -> Response {
    let work = tokio::task::spawn_blocking(move || {
        let visit = match Visit::begin(&web, asked) {
            Ok(visit) => visit,
            Err(early) => return early.respond(),
        };
        match handler(&visit) {
            Ok(answer) => answer.respond(),
            Err(fault) => fault.page(&visit).respond(),
        }
    });
    // A panic in a handler is a defect; the visitor gets the plain page for it.
    work.await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

async fn not_found(State(web): State<Web>, headers: HeaderMap, uri: axum::http::Uri) -> Response {
    let asked = Asked {
        // Nothing is done here, whatever was sent: the answer is that of a page that is asked for.
        method: Method::GET,
        headers,
        path: uri.path().to_owned(),
        query: String::new(),
        params: BTreeMap::new(),
        peer: None,
        body: Bytes::new(),
    };
    run(web, asked, |_| Err(Fault::NotFound)).await
}

async fn static_file(Path((_, path)): Path<(String, String)>) -> Response {
    let Some(file) = asset::find(&path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = HeaderValue::from_str(file.metadata.mimetype());
    let mut response = Response::new(Body::from(file.data.into_owned()));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        kind.unwrap_or(HeaderValue::from_static("application/octet-stream")),
    );
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    response
}

/// The policy of every answer: nothing from elsewhere, nothing inline, no framing, no referrer, pages are never cached.
const HEADERS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
         form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=()",
    ),
    ("cache-control", "no-store"),
];

async fn security_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .entry(HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    }
    response
}
