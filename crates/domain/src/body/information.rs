// SPDX-License-Identifier: EUPL-1.2
//! Bodies: information that one unit asks another for (indhente, row S2-040). What is passed on without being asked for is
//! [`super::Disclosed`].

use crate::category::Category;
use crate::id::{EntryId, RefId, UnitId};
use crate::org::coded;
use serde::{Deserialize, Serialize};

/// A unit asks another for information. What it rests on – her yes, or a paragraph – stands in the envelope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InformationRequested {
    /// Reference.
    pub reference: RefId,
    /// Who is asked.
    pub unit: UnitId,
    /// The kinds of information.
    pub categories: Vec<Category>,
    /// What the asker needs to know, and what for.
    pub question: String,
}

coded! {
    /// What the unit that was asked says.
    RequestAnswer {
        /// It tells.
        Told = "told",
        /// It has nothing to tell, or may not.
        NotTold = "not-told",
    }
}

/// The unit that was asked answers. It weighs itself what is needed (practice B17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestAnswered {
    /// Reference.
    pub reference: RefId,
    /// What it says.
    pub answer: RequestAnswer,
    /// The information, or why there is none.
    pub text: String,
    /// Entries that go along.
    pub entries: Vec<EntryId>,
}
