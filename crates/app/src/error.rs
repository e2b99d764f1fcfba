// SPDX-License-Identifier: EUPL-1.2
//! The one error of the use cases. It knows no HTTP; `web` picks the status and the words.

use traad_domain::refusal::{FieldProblem, Problem, Refusal};
use traad_domain::stored::StoredError;
use traad_store::StoreError;

/// Why a use case gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// It does not exist, or the reader may not know that it does: the same answer either way.
    #[error("not found")]
    NotFound,
    /// The reader may know of it but not do this.
    #[error("not allowed")]
    Forbidden,
    /// It stands on the list of the unit the reader leads, and is opened by those who work on it, or by ledelsestilsyn.
    #[error("for the team only")]
    TeamOnly,
    /// Field problems, or a step that does not fit.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Others wrote to the same pathway all the while; nothing was written.
    #[error("the pathway changed faster than it could be written to")]
    Busy,
    /// The database does not answer now, or said no.
    #[error("the database does not answer: {0}")]
    Unavailable(#[source] StoreError),
    /// Something is broken; the detail is for the log only.
    #[error("internal: {0}")]
    Internal(String),
}

impl AppError {
    /// An internal error from anything that prints.
    pub fn internal(error: impl std::fmt::Display) -> Self {
        Self::Internal(error.to_string())
    }

    /// One field that is wrong.
    pub(crate) fn field(field: &'static str, problem: Problem) -> Self {
        Refusal::Invalid(vec![FieldProblem { field, problem }]).into()
    }
}

impl From<StoredError> for AppError {
    fn from(error: StoredError) -> Self {
        Self::internal(error)
    }
}

/// What an error of the database means to whoever waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outage {
    /// Somebody was first, or a rule of the database said no: nothing was written; sending again is right.
    Busy,
    /// No answer: whether it was written only the submission can tell, and sending again finds out.
    NoAnswer,
    /// Something stored is damaged: sending again does not help.
    Damaged,
}

impl AppError {
    /// What kind of outage it is, when it is one.
    pub fn outage(&self) -> Option<Outage> {
        match self {
            Self::Busy => Some(Outage::Busy),
            Self::Unavailable(error) => Some(match error {
                StoreError::Conflict { .. }
                | StoreError::Moved { .. }
                | StoreError::AlreadyDone { .. } => Outage::Busy,
                StoreError::Unavailable(_) => Outage::NoAnswer,
                StoreError::Corrupt { .. } => Outage::Damaged,
            }),
            Self::NotFound
            | Self::Forbidden
            | Self::TeamOnly
            | Self::Refused(_)
            | Self::Internal(_) => None,
        }
    }
}
