// SPDX-License-Identifier: EUPL-1.2
//! What a page answers: a page, or a way on.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};

/// The name of the session cookie; the prefix makes browsers refuse it without TLS or from another host.
pub const COOKIE: &str = "__Host-traad";

/// The name of the cookie of a log-in under way. It comes back with whoever comes back from the identity provider, which
/// the strict cookie of a session would not.
pub(crate) const ATTEMPT_COOKIE: &str = "__Host-traad-login";

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A page with a status.
    Page(u16, String),
    /// After something was written: on to another page.
    To(String),
    /// On to another page with a new session.
    LoggedIn(String, String),
    /// On to another page, in the middle of logging in.
    Underway(String, String),
    /// A page with a new session. It comes from elsewhere, so that a browser would not show the new cookie to a page it was
    /// only sent on to; from this page it goes on by itself.
    Arrived(String, String),
    /// On to another page without a session.
    LoggedOut(String),
    /// A page without a session, that leaves nothing behind in the browser. It may go on by itself to the identity provider,
    /// where a form of ours may not lead.
    Left(String),
    /// A word for the script of the page.
    Text(String),
    /// A meeting for somebody's own calendar; the name of the file says nothing.
    Calendar(String),
}

impl Answer {
    /// As a response.
    pub(crate) fn respond(self) -> Response {
        match self {
            Self::Page(status, html) => {
                let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
                (status, Html(html)).into_response()
            }
            Self::To(place) => to(&place),
            Self::LoggedIn(place, token) => with_cookie(to(&place), &session(&token)),
            Self::Underway(place, token) => with_cookie(
                to(&place),
                &format!(
                    "{ATTEMPT_COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=600"
                ),
            ),
            Self::Arrived(html, token) => with_cookie(Html(html).into_response(), &session(&token)),
            Self::LoggedOut(place) => with_cookie(to(&place), NO_SESSION),
            Self::Left(html) => {
                let mut response = with_cookie(Html(html).into_response(), NO_SESSION);
                let clear = HeaderValue::from_static("\"cache\", \"storage\"");
                response.headers_mut().insert("clear-site-data", clear);
                response
            }
            Self::Text(text) => text.into_response(),
            Self::Calendar(file) => {
                let kind = [
                    (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
                    (
                        header::CONTENT_DISPOSITION,
                        "attachment; filename=\"aftale.ics\"",
                    ),
                ];
                (kind, file).into_response()
            }
        }
    }
}

const NO_SESSION: &str = "__Host-traad=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0";

fn session(token: &str) -> String {
    format!("{COOKIE}={token}; Path=/; Secure; HttpOnly; SameSite=Strict")
}

fn to(place: &str) -> Response {
    Redirect::to(place).into_response()
}

fn with_cookie(mut response: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
