// SPDX-License-Identifier: EUPL-1.2
//! The only place that turns an error into a status and a page. What does not exist and what is not the reader's look
//! the same.

use super::{Answer, Visit};
use crate::view::Page;
use crate::view::frame::Section;
use crate::view::plain::{NotFound, Problem, Refused, Unanswered};
use traad_app::{AppError, Outage};
use traad_domain::refusal::{NotNow, Refusal};

/// Why a page gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// It does not exist, or the reader may not know.
    #[error("not found")]
    NotFound,
    /// The reader may know of it but not do this.
    #[error("not allowed")]
    Forbidden,
    /// On the list of the unit the reader leads; opened by those who work on it, or by ledelsestilsyn.
    #[error("for the team only")]
    TeamOnly,
    /// A step that does not fit where the pathway stands.
    #[error("not now: {}", .0.code())]
    NotNow(NotNow),
    /// The form's token is not the session's.
    #[error("the form belongs to another session")]
    Stale,
    /// What counts for more than reading and writing: first one proves anew who one is.
    #[error("not proved just now")]
    Unproved,
    /// Others were first; nothing was written.
    #[error("others wrote at the same time: {0}")]
    Busy(String),
    /// The database did not answer; what was sent may be written or not.
    #[error("no answer: {0}")]
    NoAnswer(String),
    /// Something is broken.
    #[error("{0}")]
    Broken(String),
}

impl From<AppError> for Fault {
    fn from(error: AppError) -> Self {
        match error.outage() {
            Some(Outage::Busy) => return Self::Busy(error.to_string()),
            Some(Outage::NoAnswer) => return Self::NoAnswer(error.to_string()),
            Some(Outage::Damaged) | None => {}
        }
        match error {
            AppError::NotFound => Self::NotFound,
            AppError::Forbidden | AppError::Refused(Refusal::NoConsent(_)) => Self::Forbidden,
            AppError::TeamOnly => Self::TeamOnly,
            AppError::Refused(Refusal::NotNow(why)) => Self::NotNow(why),
            AppError::Refused(refusal) => Self::Broken(refusal.to_string()),
            error @ (AppError::Unavailable(_) | AppError::Busy) => Self::Broken(error.to_string()),
            AppError::Internal(detail) => Self::Broken(detail),
        }
    }
}

impl From<askama::Error> for Fault {
    fn from(error: askama::Error) -> Self {
        Self::Broken(error.to_string())
    }
}

impl Fault {
    /// The page that tells of it.
    pub(crate) fn page(&self, visit: &Visit) -> Answer {
        let back =
            visit.path.rsplit_once('/').map_or(
                "/",
                |(parent, _)| if parent.is_empty() { "/" } else { parent },
            );
        let refused = |key: &str| Refused {
            reason: visit.t.of("refusal", key),
            back: back.to_owned(),
        };
        match self {
            Self::NotFound => show(visit, 404, &NotFound),
            Self::Forbidden => show(visit, 403, &refused("forbidden")),
            Self::TeamOnly => show(visit, 403, &crate::page::access::team_only(visit)),
            Self::Stale => show(visit, 403, &refused("stale")),
            Self::Unproved => Answer::To(crate::paths::prove(&visit.path)),
            Self::NotNow(why) => show(visit, 409, &refused(why.code())),
            Self::Busy(detail) => {
                tracing::warn!(detail, path = visit.route(), "a change was not written");
                show(visit, 409, &unanswered(visit, true))
            }
            Self::NoAnswer(detail) => {
                tracing::error!(detail, path = visit.route(), "the database did not answer");
                show(visit, 503, &unanswered(visit, false))
            }
            Self::Broken(detail) => {
                let number = visit.app.fresh_id().chars().take(8).collect::<String>();
                tracing::error!(number, detail, path = visit.route(), "a page failed");
                show(visit, 500, &Problem { number })
            }
        }
    }
}

/// All that was sent, to be sent again by a button. A password is not shown to anybody.
fn unanswered(visit: &Visit, busy: bool) -> Unanswered {
    let own = |(name, _): &&(String, String)| {
        let is_secret = crate::paths::takes_a_password(&visit.path);
        name != "csrf" && !is_secret
    };
    Unanswered {
        busy,
        here: visit.path.clone(),
        sent: visit.fields.0.iter().filter(own).cloned().collect(),
    }
}

fn show(visit: &Visit, status: u16, page: &impl Page) -> Answer {
    // The frame of a page about an error may fail for the same reason as the page did; then it stands in a bare one.
    let html = visit
        .frame(Section::Other)
        .ok()
        .and_then(|frame| page.html(&frame).ok())
        .or_else(|| page.html(&visit.bare_frame()).ok());
    Answer::Page(status, html.unwrap_or_default())
}
