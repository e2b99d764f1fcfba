// SPDX-License-Identifier: EUPL-1.2
//! Bodies: network meetings (H) with what is decided at them and how she is helped to come, her own words, and what she is
//! offered and told.

use super::Code;
use crate::id::{EntryId, RefId, UnitId};
use crate::org::coded;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A network meeting is called.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingCalled {
    /// Reference.
    pub reference: RefId,
    /// When it is to be held.
    pub at: Timestamp,
    /// Where; no name of a unit that tells.
    pub place: String,
    /// Why.
    pub purpose: String,
    /// Who is invited, in words.
    pub invited: Vec<String>,
    /// The units among them: each needs her yes to meet with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// Those among them who stand on the map without a unit that uses the system, by the entry that put them there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<EntryId>,
    /// The proposal of times it settles, when there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settles: Option<RefId>,
    /// Whether she is invited; absent in meetings that were called before it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub her: Option<bool>,
    /// Why the notice is shorter than the agreement says, when it is.
    pub short_notice: Option<String>,
    /// Why somebody else calls it than the agreement says, when so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_convener: Option<String>,
    /// Why somebody is called whom the agreement does not list, when so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_listed: Option<String>,
    /// Why her partner is called though there is a risk of violence, when so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite_risk: Option<String>,
}

/// One decision as it stood in the minutes before each became an entry of its own, [`MeetingDecided`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
    /// By when.
    pub by: Option<Date>,
}

coded! {
    /// Whether she took part in a meeting she was invited to. It is told so that she can be helped to come, and has no
    /// other consequence (scenario A09).
    HerPart {
        /// She was there, for all or some of it.
        Came = "came",
        /// She had told that she could not.
        CouldNot = "could-not",
        /// She was not there, and nobody knows why.
        NotThere = "not-there",
    }
}

/// A network meeting is held.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingHeld {
    /// Reference.
    pub reference: RefId,
    /// Who came.
    pub attended: Vec<String>,
    /// Whether she did, when she was invited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub her_part: Option<HerPart>,
    /// Minutes.
    pub minutes: String,
    /// Decisions, in minutes that were written before each became an entry of its own.
    pub decisions: Vec<Decision>,
    /// Whether the plan is to be changed as the meeting decided.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub changes_plan: bool,
}

coded! {
    /// What somebody who is invited answers.
    MeetingReply {
        /// Comes.
        Comes = "comes",
        /// Cannot come.
        Cannot = "cannot",
        /// Would rather have another time.
        AnotherTime = "another-time",
    }
}

/// She answers an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingAnswered {
    /// Reference of the meeting.
    pub reference: RefId,
    /// What she answers.
    pub reply: MeetingReply,
}

/// A meeting that is called is held at another time or place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingMoved {
    /// Reference.
    pub reference: RefId,
    /// When it is to be held now.
    pub at: Timestamp,
    /// Where.
    pub place: String,
    /// Why the notice is shorter than the agreement says, when it is.
    pub short_notice: Option<String>,
}

/// Somebody is asked which of a few times suits for a meeting that is not called yet. One entry for each who is asked, so
/// that none learns who else is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimesAsked {
    /// The proposal, the same for all who are asked.
    pub proposal: RefId,
    /// The unit that is asked; absent, she is.
    pub unit: Option<UnitId>,
    /// The times, the earliest first.
    pub times: Vec<Timestamp>,
    /// What the meeting is about.
    pub purpose: String,
    /// Where it is to be held.
    pub place: String,
}

/// Which of the proposed times suit; none may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimesAnswered {
    /// The proposal.
    pub proposal: RefId,
    /// Whose answer: the unit's; absent, hers.
    pub unit: Option<UnitId>,
    /// Those that suit.
    pub suits: Vec<Timestamp>,
}

/// A meeting decides that somebody does something by a day: a duty of the unit that has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingDecided {
    /// Reference.
    pub reference: RefId,
    /// The meeting.
    pub meeting: RefId,
    /// What is done.
    pub what: String,
    /// Who does it, in words.
    pub who: String,
    /// The unit that has the task: that of whoever does it; for her own people the unit that called the meeting.
    pub unit: UnitId,
    /// By when.
    pub by: Date,
}

coded! {
    /// How she is helped to come to a meeting and to take part in it (rows S4-049, S4-060).
    AttendanceSupport {
        /// Somebody goes with her.
        Company = "ledsager",
        /// She is reminded.
        Reminder = "paamindelse",
        /// She is driven, or the journey is paid.
        Transport = "transport",
        /// Somebody of her own choice sits beside her.
        Bisidder = "bisidder",
        /// Something else, said in words.
        Other = "andet",
    }
}

/// What was agreed with her to help her come: a duty of the unit that sees to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportAgreed {
    /// The meeting it is for.
    pub meeting: RefId,
    /// How.
    pub support: Vec<AttendanceSupport>,
    /// In words.
    pub note: String,
    /// The unit that sees to it.
    pub unit: UnitId,
    /// By when: the day of the meeting.
    pub by: Date,
}

/// A network meeting is cancelled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingCancelled {
    /// Reference.
    pub reference: RefId,
    /// Why.
    pub reason: String,
}

/// A unit is taken off a meeting that was called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParticipantRemoved {
    /// Reference of the meeting.
    pub reference: RefId,
    /// Which unit.
    pub unit: UnitId,
}

coded! {
    /// Her own words (E42).
    WishKind {
        /// Ønske.
        Wish = "oenske",
        /// Drøm.
        Dream = "droem",
        /// Beslutning.
        Decision = "beslutning",
        /// She does not want to say.
        NotSaying = "oensker-ikke-at-udtale-sig",
    }
}

/// What she wants, in her own words (row S2-041).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WishRecorded {
    /// Which.
    pub wish: WishKind,
    /// Her words.
    pub words: String,
}

coded! {
    /// Her answer to an offer.
    OfferAnswer {
        /// Yes.
        Yes = "yes",
        /// She did not want it.
        No = "no",
        /// Not yet.
        NotYet = "not-yet",
        /// Not relevant.
        NotRelevant = "not-relevant",
    }
}

/// Something the recommendations ask to be offered, told or considered. The code is the fact's name, for example
/// `reproductive-health-offered`, `partner-invited`, `woman-informed`, `psychiatry-considered`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferMade {
    /// What, a code of the catalogue list `offers`.
    pub offer: Code,
    /// Her answer.
    pub answer: OfferAnswer,
    /// In words.
    pub note: String,
}
