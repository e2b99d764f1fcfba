// SPDX-License-Identifier: EUPL-1.2
//! Whether the server lives, and whether it should be sent people: asked by a proxy or a supervisor, without logging in.

use super::meter::Meter;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Router, response::Html};
use std::sync::Arc;
use traad_app::App;

/// Seconds after which a ticker that has not come through lags: three of its rounds.
const LAGS: i64 = 90;

/// What health is asked of.
#[derive(Clone)]
pub(super) struct Health {
    pub(super) app: Arc<App>,
    pub(super) meter: Arc<Meter>,
}

/// `/livez` and `/readyz`.
pub(super) fn routes(health: Health) -> Router {
    Router::new()
        .route("/livez", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .with_state(health)
}

/// The numbers, for a listener of their own.
pub(super) fn metrics(health: Health) -> Router {
    let text = |State(health): State<Health>| async move {
        let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4")];
        (kind, health.meter.text())
    };
    Router::new()
        .route("/metrics", get(text))
        .with_state(health)
}

async fn ready(State(health): State<Health>) -> Response {
    let asked = tokio::task::spawn_blocking(move || findings(&health));
    let findings = asked.await.unwrap_or_else(|_| vec!["the question failed"]);
    if findings.is_empty() {
        return "ok\n".into_response();
    }
    let text = findings.join("\n") + "\n";
    (StatusCode::SERVICE_UNAVAILABLE, Html(text)).into_response()
}

/// What keeps the server from being ready. No detail: whoever asks is not logged in.
fn findings(health: &Health) -> Vec<&'static str> {
    let mut findings = Vec::new();
    match health.app.store().schema() {
        Err(error) => {
            tracing::warn!(%error, "not ready: the database does not answer");
            findings.push("the database does not answer");
        }
        Ok((found, known)) if found != known => {
            findings.push("the database has another schema than this program");
        }
        Ok(_) => {}
    }
    match health.meter.since_tick(health.app.now()) {
        None => findings.push("the ticker has not come through yet"),
        Some(seconds) if seconds > LAGS => findings.push("the ticker lags"),
        Some(_) => {}
    }
    findings
}
