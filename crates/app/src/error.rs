// SPDX-License-Identifier: EUPL-1.2
//! The one error of the use cases. It knows no HTTP; `web` picks the status and the words.

use traad_domain::refusal::Refusal;
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
    /// Field problems, or a step that does not fit.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database does not answer now.
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
}

impl From<StoredError> for AppError {
    fn from(error: StoredError) -> Self {
        Self::internal(error)
    }
}
