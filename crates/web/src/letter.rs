// SPDX-License-Identifier: EUPL-1.2
//! The letter of a notice: the same to everybody and for everything, in both languages, so that neither words nor language
//! tell who it is for.

use crate::text::{Lang, T};

/// What is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeLetter {
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

impl NoticeLetter {
    /// The letter of an installation that people open at an address.
    pub fn of(address: &str) -> Self {
        let (da, en) = (T::new(Lang::Da), T::new(Lang::En));
        let say = |t: &T| format!("{}\n{}\n", t.s("letter-body"), t.s("letter-no-reply"));
        Self {
            subject: format!("{} / {}", da.s("letter-subject"), en.s("letter-subject")),
            text: format!("{}\n{}\n{address}\n", say(&da), say(&en)),
        }
    }
}
