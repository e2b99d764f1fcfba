// SPDX-License-Identifier: EUPL-1.2
//! What entries hold, kind by kind: the stored form of the chain A–H (requirements §1).
//!
//! These types *are* the stored format: a field is added with a default or through an upcaster in [`crate::stored`],
//! never changed in place. What a pathway is *now* is a different type, [`crate::pathway::Pathway`], folded from them.
//! Lists that the sources leave open ("fx", "bl.a.") are codes of the catalogue, not enums.

mod access;
mod adulthood;
mod assessment;
mod authority;
mod child;
mod concern;
mod consent;
mod contract;
mod information;
mod journal;
mod meeting;
mod moving;
mod notification;
mod placement;
mod plan;
mod referral;
mod start;
mod team;

pub use access::*;
pub use adulthood::*;
pub use assessment::*;
pub use authority::*;
pub use child::*;
pub use concern::*;
pub use consent::*;
pub use contract::*;
pub use information::*;
pub use journal::*;
pub use meeting::*;
pub use moving::*;
pub use notification::*;
pub use placement::*;
pub use plan::*;
pub use referral::*;
pub use start::*;
pub use team::*;

use serde::{Deserialize, Serialize};

/// A code of a catalogue list, for example a sign, a substance or a problem group.
pub type Code = String;

macro_rules! bodies {
    ($($(#[$doc:meta])* $variant:ident($type:ty) = $kind:literal v $version:literal,)*) => {
        /// The body of an entry.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "kind", content = "body")]
        pub enum Body {
            $($(#[$doc])* #[serde(rename = $kind)] $variant($type),)*
        }

        impl Body {
            /// The kind as it is stored and as facts name it.
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Body::$variant(_) => $kind,)*
                }
            }
        }

        impl Body {
            /// Reads the body of a kind in its present version; `None` for a kind this release does not know. The kind is
            /// known before the body is read, so that nothing is kept and read twice.
            pub(crate) fn read(kind: &str, body: &str) -> Option<serde_json::Result<Self>> {
                match kind {
                    $($kind => Some(serde_json::from_str(body).map(Body::$variant)),)*
                    _ => None,
                }
            }
        }

        /// The version in which bodies of a kind are written today; `None` for a kind this release does not know.
        pub fn current_version(kind: &str) -> Option<u32> {
            match kind {
                $($kind => Some($version),)*
                _ => None,
            }
        }

        /// Every kind of entry this release knows.
        pub const KINDS: &[&str] = &[$($kind,)*];
    };
}

bodies! {
    /// A pathway begins.
    PathwayOpened(PathwayOpened) = "pathway-opened" v 1,
    /// Somebody proposes to end it.
    ClosingProposed(ClosingProposed) = "closing-proposed" v 1,
    /// It ends.
    PathwayClosed(PathwayClosed) = "pathway-closed" v 1,
    /// It goes on after all.
    PathwayReopened(PathwayReopened) = "pathway-reopened" v 1,
    /// Two journals turn out to be about one person.
    JoinedWith(JoinedWith) = "joined-with" v 1,
    /// The pregnancy is dated, or dated anew.
    Dated(Dated) = "dated" v 1,
    /// Birth.
    Birth(Birth) = "birth" v 1,
    /// The pregnancy ended before birth.
    PregnancyLost(PregnancyLost) = "pregnancy-lost" v 1,
    /// The pregnancy has ended: what others than the nearest are told.
    PregnancyEnded(PregnancyEnded) = "pregnancy-ended" v 1,
    /// A child was born dead beside one that lives.
    ChildLost(ChildLost) = "child-lost" v 1,
    /// The person has died.
    Died(Died) = "died" v 1,
    /// Two pathways of one family.
    LinkedWith(LinkedWith) = "linked-with" v 1,
    /// The child's journal begins with its birth.
    ChildBorn(ChildBorn) = "child-born" v 1,
    /// The core of the child's exposure before birth.
    ExposureStated(ExposureStated) = "exposure-stated" v 1,
    /// The detail of it.
    ExposureDetailed(ExposureDetailed) = "exposure-detailed" v 1,
    /// Who has custody of the child.
    CustodyStated(CustodyStated) = "custody-stated" v 1,
    /// The newborn's stay in hospital.
    ChildAdmitted(ChildAdmitted) = "child-admitted" v 1,
    /// How withdrawal goes.
    AbstinenceObserved(AbstinenceObserved) = "abstinence-observed" v 1,
    /// Whether the child has been harmed.
    InjuryJudged(InjuryJudged) = "injury-judged" v 1,
    /// What the child comes home to.
    HomecomingAssessed(HomecomingAssessed) = "homecoming-assessed" v 1,
    /// The child goes home.
    ChildDischarged(ChildDischarged) = "child-discharged" v 1,
    /// The child is placed outside the home.
    ChildPlaced(ChildPlaced) = "child-placed" v 1,
    /// Where it lives, and with whom.
    PlacementHome(PlacementHome) = "placement-home-stated" v 1,
    /// A placement ends.
    PlacementEnded(PlacementEnded) = "placement-ended" v 1,
    /// What the carers need to know.
    CarersTold(CarersTold) = "carers-told" v 1,
    /// Knowledge, support or tools were offered to them.
    CarersOffered(CarersOffered) = "carers-offered" v 1,
    /// The child's demands against what they can do.
    CarersMatched(CarersMatched) = "carers-matched" v 1,
    /// A difficulty of the child and what may lie behind it.
    DifficultyJudged(DifficultyJudged) = "difficulty-judged" v 1,
    /// How likely it is that the placement becomes too hard.
    BreakdownRiskJudged(BreakdownRiskJudged) = "breakdown-risk-judged" v 1,
    /// A meeting with the carers.
    CarersMeetingCalled(CarersMeetingCalled) = "carers-meeting-called" v 1,
    /// A parent was offered support after the placement.
    ParentsSupportOffered(ParentsSupportOffered) = "parents-support-offered" v 1,
    /// Whether a placed child's exposure is recognised and acted on.
    ExposureConsidered(ExposureConsidered) = "exposure-considered" v 1,
    /// A carer's own words.
    CarerSaid(CarerSaid) = "carer-said" v 1,
    /// The transition to adulthood is prepared.
    AdulthoodPrepared(AdulthoodPrepared) = "adulthood-prepared" v 1,
    /// The young person was told in a talk what stands about exposure.
    ToldInTalk(ToldInTalk) = "told-in-talk" v 1,
    /// A named receiver is asked to take over.
    HandoverSent(HandoverSent) = "handover-sent" v 1,
    /// The family has moved.
    FamilyMoved(FamilyMoved) = "family-moved" v 1,
    /// Another kommune acts from now on.
    PathwayMoved(PathwayMoved) = "pathway-moved" v 1,
    /// Signs and a concern.
    ConcernRaised(ConcernRaised) = "concern-raised" v 1,
    /// Use of one substance.
    UseRecorded(UseRecorded) = "use-recorded" v 1,
    /// She considers whether the pregnancy goes on; the writer decides again on a date.
    DecisionPostponed(DecisionPostponed) = "decision-postponed" v 1,
    /// A notification is sent.
    NotificationSent(NotificationSent) = "notification-sent" v 1,
    /// A notification has reached the authority.
    NotificationReceived(NotificationReceived) = "notification-received" v 1,
    /// Acute assessment within 24 hours.
    AssessedAcutely(AssessedAcutely) = "assessed-24h" v 1,
    /// Receipt to the notifier.
    NotificationAcknowledged(NotificationAcknowledged) = "notification-acknowledged" v 1,
    /// Sent on to the right municipality.
    NotificationForwarded(NotificationForwarded) = "notification-forwarded" v 1,
    /// What the notification led to.
    NotificationOutcome(NotificationOutcome) = "notification-outcome" v 1,
    /// The notifying professional has been told whether something started.
    NotifierInformed(NotifierInformed) = "notifier-informed" v 1,
    /// A second person has looked at a new notification during a measure.
    SecondOpinionGiven(SecondOpinionGiven) = "second-opinion-given" v 1,
    /// The coming child's need of help has been considered.
    ChildsNeedAssessed(ChildsNeedAssessed) = "childs-need-assessed" v 1,
    /// The adult authority is told, on a basis of its own.
    AdultAuthorityInformed(AdultAuthorityInformed) = "adult-authority-informed" v 1,
    /// She was asked about a referral, or will be.
    ReferralConsidered(ReferralConsidered) = "referral-considered" v 1,
    /// A referral is sent on her yes.
    ReferralSent(ReferralSent) = "referral-sent" v 1,
    /// A referral is accepted and distributed.
    ReferralAccepted(ReferralAccepted) = "referral-accepted" v 1,
    /// A referral is declined with a reason.
    ReferralDeclined(ReferralDeclined) = "referral-declined" v 1,
    /// The sender has acted on a declined referral.
    ReferralFollowedUp(ReferralFollowedUp) = "referral-followed-up" v 1,
    /// A referral is done.
    ReferralCompleted(ReferralCompleted) = "referral-completed" v 1,
    /// She, or who decides for the child, says yes.
    ConsentGiven(ConsentGiven) = "consent-given" v 1,
    /// She, or who decides for the child, says no.
    ConsentRefused(ConsentRefused) = "consent-refused" v 1,
    /// She, or who decides for the child, could not take a position.
    ConsentNotPossible(ConsentNotPossible) = "consent-not-possible" v 1,
    /// A new yes to a consent: to more, or for longer.
    ConsentExtended(ConsentExtended) = "consent-extended" v 1,
    /// A yes is taken back.
    ConsentWithdrawn(ConsentWithdrawn) = "consent-withdrawn" v 1,
    /// A coordinator is appointed.
    CoordinatorAppointed(CoordinatorAppointed) = "coordinator-appointed" v 1,
    /// What she and the team expect of the coordinator is agreed.
    ExpectationsAgreed(ExpectationsAgreed) = "coordinator-expectations-agreed" v 1,
    /// The coordinator leaves.
    CoordinatorLeft(CoordinatorLeft) = "coordinator-left" v 1,
    /// The coordinator will be away.
    CoordinatorAway(CoordinatorAway) = "coordinator-away" v 1,
    /// The coordinator is back.
    CoordinatorBack(CoordinatorBack) = "coordinator-back" v 1,
    /// An actor joins the team.
    TeamMemberJoined(TeamMemberJoined) = "team-member-joined" v 1,
    /// An actor leaves the team.
    TeamMemberLeft(TeamMemberLeft) = "team-member-left" v 1,
    /// Holistic assessment, complete.
    AssessmentCompleted(AssessmentCompleted) = "assessment-completed" v 1,
    /// A screening tool was answered.
    ScreeningDone(ScreeningDone) = "screening-done" v 1,
    /// Ambulatory or residential.
    LevelJudged(LevelJudged) = "level-judged" v 1,
    /// Residential treatment was offered.
    ResidentialOffered(ResidentialOffered) = "residential-offered" v 1,
    /// A contract on detention was offered.
    ContractOffered(ContractOffered) = "contract-offered" v 1,
    /// She has signed it.
    ContractSigned(ContractSigned) = "contract-signed" v 1,
    /// It ended before its time.
    ContractEnded(ContractEnded) = "contract-ended" v 1,
    /// She is to leave a residential place.
    DischargePlanned(DischargePlanned) = "discharge-planned" v 1,
    /// The plan is made.
    PlanMade(PlanMade) = "plan-made" v 1,
    /// An intervention starts.
    InterventionStarted(InterventionStarted) = "intervention-started" v 1,
    /// An intervention ends.
    InterventionEnded(InterventionEnded) = "intervention-ended" v 1,
    /// The plan is followed up.
    PlanFollowedUp(PlanFollowedUp) = "plan-followed-up" v 1,
    /// Somebody is asked which times suit for a network meeting.
    TimesAsked(TimesAsked) = "meeting-times-asked" v 1,
    /// Which of them suit.
    TimesAnswered(TimesAnswered) = "meeting-times-answered" v 1,
    /// A network meeting is called.
    MeetingCalled(MeetingCalled) = "network-meeting-called" v 1,
    /// A network meeting is held.
    MeetingHeld(MeetingHeld) = "network-meeting-held" v 1,
    /// A network meeting decides that somebody does something.
    MeetingDecided(MeetingDecided) = "meeting-decided" v 1,
    /// It is agreed how she is helped to come to a meeting.
    SupportAgreed(SupportAgreed) = "attendance-support-agreed" v 1,
    /// She answers an invitation.
    MeetingAnswered(MeetingAnswered) = "meeting-answered" v 1,
    /// A network meeting is moved.
    MeetingMoved(MeetingMoved) = "network-meeting-moved" v 1,
    /// A network meeting is cancelled.
    MeetingCancelled(MeetingCancelled) = "network-meeting-cancelled" v 1,
    /// A unit is taken off a meeting.
    ParticipantRemoved(ParticipantRemoved) = "meeting-participant-removed" v 1,
    /// Her wishes, dreams and decisions in her own words.
    WishRecorded(WishRecorded) = "wish-recorded" v 1,
    /// Something was offered or told that the recommendations ask for.
    OfferMade(OfferMade) = "offer-made" v 1,
    /// A step of the authority's or the treatment's legal chain.
    StepTaken(StepTaken) = "step-taken" v 1,
    /// Why a duty is not done.
    DutyExplained(DutyExplained) = "duty-explained" v 1,
    /// A note.
    NoteWritten(NoteWritten) = "note-written" v 1,
    /// Contact between two parties.
    ContactLogged(ContactLogged) = "contact-logged" v 1,
    /// A unit asks another for information.
    InformationRequested(InformationRequested) = "information-requested" v 1,
    /// The unit that was asked answers.
    RequestAnswered(RequestAnswered) = "request-answered" v 1,
    /// Entries are disclosed to a unit.
    Disclosed(Disclosed) = "disclosed" v 1,
    /// Entries are shown to the party.
    ShownToParty(ShownToParty) = "shown-to-party" v 1,
    /// Entries are kept from the party longer.
    KeptFromParty(KeptFromParty) = "kept-from-party" v 1,
    /// Nødadgang begins.
    EmergencyOpened(EmergencyOpened) = "emergency-opened" v 1,
    /// Nødadgang is ended before its time.
    EmergencyEnded(EmergencyEnded) = "emergency-ended" v 1,
    /// Another unit has looked at a nødadgang.
    EmergencyReviewed(EmergencyReviewed) = "emergency-reviewed" v 1,
    /// Ledelsestilsyn begins.
    SupervisionOpened(SupervisionOpened) = "supervision-opened" v 1,
    /// An entry is withdrawn as wrong.
    Annulled(Annulled) = "annulled" v 1,
    /// What stood about the wrong person was moved here.
    MovedHere(MovedHere) = "moved-here" v 1,
    /// Bodies are taken away by a decision.
    Erased(Erased) = "erased" v 1,
}
