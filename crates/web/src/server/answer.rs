// SPDX-License-Identifier: EUPL-1.2
//! What a page answers: a page, or a way on.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};

/// The name of the session cookie; the prefix makes browsers refuse it without TLS or from another host.
pub const COOKIE: &str = "__Host-traad";

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A page with a status.
    Page(u16, String),
    /// After something was written: on to another page.
    To(String),
    /// On to another page with a new session.
    LoggedIn(String, String),
    /// On to another page without a session.
    LoggedOut(String),
    /// A page without a session, that leaves nothing behind in the browser.
    Left(String),
    /// A word for the script of the page.
    Text(String),
}

impl Answer {
    /// As a response.
    pub(crate) fn respond(self) -> Response {
        match self {
            Self::Page(status, html) => {
                let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
                (status, Html(html)).into_response()
            }
            Self::To(place) => Redirect::to(&place).into_response(),
            Self::LoggedIn(place, token) => with_cookie(
                &place,
                &format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Strict"),
            ),
            Self::LoggedOut(place) => with_cookie(
                &place,
                &format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"),
            ),
            Self::Left(html) => {
                let mut response = Html(html).into_response();
                let gone =
                    format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
                let headers = response.headers_mut();
                if let Ok(value) = HeaderValue::from_str(&gone) {
                    headers.append(header::SET_COOKIE, value);
                }
                let clear = HeaderValue::from_static("\"cache\", \"storage\"");
                headers.insert("clear-site-data", clear);
                response
            }
            Self::Text(text) => text.into_response(),
        }
    }
}

fn with_cookie(place: &str, cookie: &str) -> Response {
    let mut response = Redirect::to(place).into_response();
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
