// SPDX-License-Identifier: EUPL-1.2
//! Bodies: consent (D). Always one direction, named actors, named kinds of information and one purpose (rows S2-039,
//! S2-040); a consent to everything for everybody does not exist.

use super::Code;
use crate::category::Category;
use crate::id::{RefId, UnitId};
use crate::org::coded;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

coded! {
    /// What she says yes or no to. One of them is no yes to another.
    Direction {
        /// Indhente: to fetch information from the actors.
        Obtain = "obtain",
        /// Videregive: to let the actors know.
        Disclose = "disclose",
        /// To let the actors take part in network meetings.
        Meet = "meet",
    }
}

coded! {
    /// In which capacity somebody consents.
    Capacity {
        /// The pregnant woman, for herself.
        Woman = "woman",
        /// The adult the pathway is about, for himself or herself.
        Adult = "adult",
        /// Her partner, for what is said of him in her pathway.
        Partner = "partner",
        /// Who has custody, for the child.
        CustodyHolder = "custody-holder",
        /// The young person, for himself or herself.
        YoungPerson = "young-person",
        /// Who by law answers for somebody who cannot.
        Representative = "representative",
    }
}

impl Capacity {
    /// Whether it is somebody else than the person the pathway is about, and a name says who.
    pub fn is_named(self) -> bool {
        match self {
            Self::CustodyHolder | Self::Representative => true,
            Self::Woman | Self::Adult | Self::Partner | Self::YoungPerson => false,
        }
    }
}

coded! {
    /// What was tried, so that somebody could take a position. A proposal: no source lists them.
    ConsentHelp {
        /// A text that is easy to read, or pictures.
        EasyRead = "easy-read",
        /// An interpreter.
        Interpreter = "interpreter",
        /// Somebody she trusts was with her.
        SupportPerson = "support-person",
        /// She was asked at another time of the day, or on another day.
        OtherTime = "other-time",
    }
}

coded! {
    /// Whether custody is shared. What is not settled is neither.
    Custody {
        /// One person has it.
        Alone = "alone",
        /// Two have it: then both must say yes.
        Shared = "shared",
    }
}

coded! {
    /// How it was said.
    ConsentForm {
        /// Orally.
        Oral = "oral",
        /// On paper.
        Written = "written",
        /// Digitally.
        Digital = "digital",
    }
}

coded! {
    /// What the information may be used for.
    ConsentPurpose {
        /// To plan and coordinate the help.
        Coordination = "coordination",
        /// To assess what help is needed.
        Assessment = "assessment",
        /// To treat.
        Treatment = "treatment",
        /// To hand over between professions, sectors and efforts (row S2-052).
        Transition = "transition",
    }
}

/// Who says yes or no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Giver {
    /// In which capacity.
    pub capacity: Capacity,
    /// The name, when it is not the person the pathway is about.
    pub name: String,
    /// For a custody holder: alone or shared.
    pub custody: Option<Custody>,
}

/// What is said yes or no to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentScope {
    /// Which way.
    pub direction: Direction,
    /// Who says it.
    pub giver: Giver,
    /// The units it names.
    pub actors: Vec<UnitId>,
    /// Units whose information it does not concern.
    pub except: Vec<UnitId>,
    /// The kinds of information.
    pub categories: Vec<Category>,
    /// What for. A refusal may be to all of it.
    pub purpose: Option<ConsentPurpose>,
}

/// How and when somebody was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// The day of the answer.
    pub on: Date,
    /// How the answer was given.
    pub form: ConsentForm,
    /// Why it was oral, where the law asks for writing.
    pub oral_because: Option<String>,
    /// Whether it was explained what a yes and a no lead to.
    pub explained: bool,
    /// Who asked.
    pub asked_by: String,
}

/// A consent is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentGiven {
    /// Reference.
    pub reference: RefId,
    /// What is said yes to.
    pub scope: ConsentScope,
    /// The law that governs it, a code of the catalogue list `consent-laws`.
    pub law: Code,
    /// The first day it counts.
    pub from: Date,
    /// The last day it counts; none runs until it is withdrawn.
    pub until: Option<Date>,
    /// How she was asked.
    pub asking: Asking,
}

/// A consent is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentRefused {
    /// Reference.
    pub reference: RefId,
    /// What is said no to; without actors, to all.
    pub scope: ConsentScope,
    /// The consent that was asked to go on, when it was one.
    pub renewal_of: Option<RefId>,
    /// The day she is to be asked again, when that was agreed with her.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask_again: Option<Date>,
    /// How she was asked.
    pub asking: Asking,
}

/// Somebody could not take a position when asked. It is no answer: it opens nothing, and it is no "no" either.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentNotPossible {
    /// Reference.
    pub reference: RefId,
    /// What it was about; without actors, about all.
    pub scope: ConsentScope,
    /// Why not, in words.
    pub why: String,
    /// What was tried.
    pub tried: Vec<ConsentHelp>,
    /// The day to ask again.
    pub ask_again: Date,
    /// How it was tried.
    pub asking: Asking,
}

/// A new yes to a consent that runs: with more actors or kinds of information, or for longer. It never takes anything away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentExtended {
    /// Which.
    pub reference: RefId,
    /// Actors it now names too.
    pub actors: Vec<UnitId>,
    /// Kinds of information it now covers too.
    pub categories: Vec<Category>,
    /// The last day it now counts, when that is later.
    pub until: Option<Date>,
    /// How she was asked.
    pub asking: Asking,
}

/// A consent is withdrawn, wholly or towards some of the actors. It counts from the moment it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentWithdrawn {
    /// Which.
    pub reference: RefId,
    /// Towards whom; towards nobody in particular means wholly.
    pub actors: Vec<UnitId>,
    /// How it was said.
    pub form: ConsentForm,
    /// In words, when she wants to say.
    pub note: String,
}
