// SPDX-License-Identifier: EUPL-1.2
//! What can happen in a life.

use traad_domain::body::{Receiver, ReferralTarget};
use traad_domain::org::UnitKind;

/// Something that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Event {
    Concern,
    Again,
    Reconsidered,
    Assess,
    Acknowledge,
    ChildsNeed,
    Settle,
    Inform,
    SecondLook,
    Forward,
    /// She is shown what was kept from her.
    Shown,
    AnswerReferral(Target),
    AskReferral(Target),
    FollowUpReferral(Target),
    CompleteReferral(Target),
    Appoint,
    Expect,
    Leave,
    JoinTeam,
    AssessmentDone,
    Judge,
    OfferPlace,
    Plan,
    FollowUp,
    CallMeeting,
    Meeting,
    /// What a meeting decided is done.
    Decided,
    Offer(u8),
    Contact,
    Note,
    Mistake,
    Explain,
    Disclose,
    Identify,
    Join,
    Scan,
    Birth,
    Lost,
    /// A step of the authority, the treatment or the clinic: which chain, and how far.
    Step(u8, u8),
    Move,
    Take,
    Close,
    /// She expects another child.
    Expecting,
    /// Something in a childhood.
    Grows(Growing),
    /// She is asked for a yes that is not the rule: which.
    Yes(u8),
}

/// What can happen in a childhood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Growing {
    // The first weeks.
    Stay,
    Injury,
    Effort(u8),
    Home,
    Discharge,
    Custody,
    /// Somebody who was asked to take over does.
    TakeOver(Receiver),
    // Check-ups.
    Offered,
    Checkup,
    Outreach,
    Ending,
    Looked(Receiver),
    // What is seen, and what it may come of.
    Seen(UnitKind),
    Notified(UnitKind),
    Raised,
    Tested,
    Concluded,
    MotherTold,
    Affected,
    Supported,
    Thrives,
    // The assessment and the plan.
    Offer,
    Round,
    Planned,
    FollowedUp,
    Effect,
    Adult(u8),
    Knowledge,
    Sheet,
    Advice,
    Advised,
    // Away from home.
    Placed,
    Carers,
    Considered,
    Parents,
    Visited,
    Risk,
    PlacementEnds,
    // On to others.
    HandedOn(Receiver),
    Moves,
    Prepared,
    Talked,
    OfAge,
}

/// Where a referral goes, in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    Clinic,
    Alcohol,
    Drugs,
}

impl Target {
    pub(super) const ALL: [Self; 3] = [Self::Clinic, Self::Alcohol, Self::Drugs];

    pub(super) fn referral(self) -> ReferralTarget {
        match self {
            Self::Clinic => ReferralTarget::FamilyClinic,
            Self::Alcohol => ReferralTarget::Alcohol,
            Self::Drugs => ReferralTarget::Drugs,
        }
    }

    pub(super) fn of(target: ReferralTarget) -> Self {
        match target {
            ReferralTarget::FamilyClinic => Self::Clinic,
            ReferralTarget::Alcohol => Self::Alcohol,
            ReferralTarget::Drugs => Self::Drugs,
        }
    }
}
