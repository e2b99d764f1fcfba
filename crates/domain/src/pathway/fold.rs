// SPDX-License-Identifier: EUPL-1.2
//! One entry's effect on a pathway. Every kind has a line here; the compiler keeps it so.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "`apply` names every kind; the functions it calls only ever see their own"
)]

use super::{
    Consent, Contract, Ending, Grant, Meeting, Noted, Notification, Pathway, Plan, Proposal,
    Referral, Request,
};
use crate::body::{Body, CoordinatorAppointed};
use crate::id::RefId;
use crate::journal::Effective;
use crate::org::Function;

/// Applies one effective entry.
#[expect(
    clippy::too_many_lines,
    reason = "a flat match with a line for each kind"
)]
pub(super) fn apply(pathway: &mut Pathway, entry: &Effective<'_>) {
    if is_managing(entry) {
        pathway.managed.push(entry.root.clone());
    }
    match entry.body {
        Body::PathwayOpened(_)
        | Body::ClosingProposed(_)
        | Body::PathwayClosed(_)
        | Body::PathwayReopened(_)
        | Body::JoinedWith(_)
        | Body::Dated(_)
        | Body::Birth(_)
        | Body::PregnancyLost(_)
        | Body::PregnancyEnded(_)
        | Body::Died(_) => course(pathway, entry),
        Body::LinkedWith(b) => pathway.links.push(Noted::of(entry, b.clone())),
        Body::ChildBorn(_)
        | Body::ExposureStated(_)
        | Body::ExposureDetailed(_)
        | Body::CustodyStated(_)
        | Body::ChildAdmitted(_)
        | Body::AbstinenceObserved(_)
        | Body::InjuryJudged(_)
        | Body::HomecomingAssessed(_)
        | Body::ToldInTalk(_)
        | Body::ChildDischarged(_) => pathway.child.apply(entry),
        Body::AdulthoodPrepared(b) => {
            pathway.adulthood = Some(Noted::of(entry, b.clone()));
        }
        Body::ChildPlaced(_)
        | Body::PlacementHome(_)
        | Body::PlacementEnded(_)
        | Body::CarersTold(_)
        | Body::CarersOffered(_)
        | Body::CarersMatched(_)
        | Body::DifficultyJudged(_)
        | Body::BreakdownRiskJudged(_)
        | Body::CarersMeetingCalled(_)
        | Body::ParentsSupportOffered(_)
        | Body::ExposureConsidered(_)
        | Body::CarerSaid(_) => pathway.placements.apply(entry),
        Body::HandoverSent(b) => pathway.handovers.push(Noted::of(entry, b.clone())),
        Body::FamilyMoved(b) => pathway.moved = Some(Noted::of(entry, b.clone())),
        Body::PathwayMoved(b) => pathway.taken_on(Noted::of(entry, b.clone())),
        Body::ConcernRaised(b) => pathway.concerns.push(Noted::of(entry, b.clone())),
        Body::UseRecorded(b) => pathway.uses.push(Noted::of(entry, b.clone())),
        Body::DecisionPostponed(b) => pathway.postponements.push(Noted::of(entry, b.clone())),
        Body::NotificationForwarded(b) => {
            // The municipality that acts is the one it was forwarded to.
            if let Some(to) = &b.municipality {
                pathway.acts_from(to, entry.occurred().at);
            }
            Notification::apply(&mut pathway.notifications, entry);
        }
        Body::NotificationSent(_)
        | Body::NotificationReceived(_)
        | Body::AssessedAcutely(_)
        | Body::NotificationAcknowledged(_)
        | Body::NotificationOutcome(_)
        | Body::NotifierInformed(_)
        | Body::SecondOpinionGiven(_) => Notification::apply(&mut pathway.notifications, entry),
        Body::ReferralConsidered(_)
        | Body::ReferralSent(_)
        | Body::ReferralAccepted(_)
        | Body::ReferralDeclined(_)
        | Body::ReferralFollowedUp(_)
        | Body::ReferralCompleted(_) => Referral::apply(&mut pathway.referrals, entry),
        Body::ConsentGiven(_)
        | Body::ConsentRefused(_)
        | Body::ConsentNotPossible(_)
        | Body::ConsentExtended(_)
        | Body::ConsentWithdrawn(_) => Consent::apply(&mut pathway.consents, entry),
        Body::Annulled(b) if b.wrong_person => pathway.misfiled.push(b.entry.clone()),
        Body::ShownToParty(b) => pathway.shown.extend(b.entries.iter().cloned()),
        Body::InformationRequested(b) => Request::asked(&mut pathway.requests, entry, b),
        Body::RequestAnswered(b) => Request::answered(&mut pathway.requests, entry, b),
        Body::EmergencyOpened(_)
        | Body::EmergencyEnded(_)
        | Body::EmergencyReviewed(_)
        | Body::SupervisionOpened(_) => Grant::apply(&mut pathway.grants, entry),
        Body::CoordinatorAppointed(_)
        | Body::ExpectationsAgreed(_)
        | Body::CoordinatorLeft(_)
        | Body::CoordinatorAway(_)
        | Body::CoordinatorBack(_)
        | Body::TeamMemberJoined(_)
        | Body::TeamMemberLeft(_) => team(pathway, entry),
        Body::PlanMade(_)
        | Body::InterventionStarted(_)
        | Body::InterventionEnded(_)
        | Body::PlanFollowedUp(_) => {
            Plan::apply(&mut pathway.plan, entry);
        }
        Body::TimesAsked(_)
        | Body::TimesAnswered(_)
        | Body::MeetingCalled(_)
        | Body::MeetingHeld(_)
        | Body::MeetingDecided(_)
        | Body::SupportAgreed(_)
        | Body::MeetingAnswered(_)
        | Body::MeetingMoved(_)
        | Body::MeetingCancelled(_)
        | Body::ParticipantRemoved(_) => {
            Meeting::apply(&mut pathway.meetings, entry);
            Proposal::apply(&mut pathway.proposals, entry);
        }
        Body::AssessmentCompleted(b) => pathway.assessments.push(Noted::of(entry, b.clone())),
        Body::ScreeningDone(b) => pathway.screenings.push(Noted::of(entry, b.clone())),
        Body::LevelJudged(b) => pathway.judgements.push(Noted::of(entry, b.clone())),
        Body::ResidentialOffered(b) => pathway.residential.push(Noted::of(entry, b.clone())),
        Body::WishRecorded(b) => pathway.wishes.push(Noted::of(entry, b.clone())),
        Body::OfferMade(b) => pathway.offers.push(Noted::of(entry, b.clone())),
        Body::StepTaken(b) => pathway.steps.push(Noted::of(entry, b.clone())),
        Body::ContractOffered(b) => {
            Contract::offered(&mut pathway.contracts, Noted::of(entry, b.clone()));
        }
        Body::ContractSigned(b) => {
            if let Some(contract) = contract(pathway, &b.reference) {
                contract.signed = Some(Noted::of(entry, b.clone()));
            }
        }
        Body::ContractEnded(b) => {
            if let Some(contract) = contract(pathway, &b.reference) {
                contract.ended = Some(Noted::of(entry, b.clone()));
            }
        }
        Body::DischargePlanned(b) => pathway.discharges.push(Noted::of(entry, b.clone())),
        Body::NoteWritten(b) => pathway.notes.push(Noted::of(entry, b.clone())),
        Body::ContactLogged(b) => pathway.contacts.push(Noted::of(entry, b.clone())),
        Body::DutyExplained(b) => pathway.explanations.push(Noted::of(entry, b.clone())),
        // What these change is read elsewhere: the need is a fact, the disclosure a share, the rest took its effect
        // when the effective entries were found.
        Body::ChildsNeedAssessed(_)
        | Body::ChildLost(_)
        | Body::AdultAuthorityInformed(_)
        | Body::Disclosed(_)
        | Body::KeptFromParty(_)
        | Body::Annulled(_)
        | Body::MovedHere(_)
        | Body::Erased(_) => {}
    }
}

/// Whether a leader wrote it in leading the unit: who coordinates, and what was taken away. That is no work on the case.
fn is_managing(entry: &Effective<'_>) -> bool {
    entry.author().function == Function::Leader
        && matches!(
            entry.body,
            Body::CoordinatorAppointed(_)
                | Body::CoordinatorLeft(_)
                | Body::CoordinatorAway(_)
                | Body::CoordinatorBack(_)
                | Body::MovedHere(_)
                | Body::Erased(_)
        )
}

/// Applies an entry to the course alone.
pub(super) fn course(pathway: &mut Pathway, entry: &Effective<'_>) {
    match entry.body {
        Body::PathwayOpened(b) => {
            pathway.kind = Some(b.pathway);
            pathway.subject = Some(b.subject.clone());
            pathway.case_number.clone_from(&b.case_number);
            pathway.municipality.clone_from(&b.municipality);
            pathway.opened = Some(entry.recorded);
            pathway.openings.push(entry.root.clone());
        }
        Body::PathwayClosed(b) => {
            pathway.ending = Some(Ending {
                at: entry.occurred(),
                reason: b.reason.clone(),
            });
        }
        Body::PathwayReopened(_) => pathway.ending = None,
        Body::JoinedWith(b) => pathway.joined.push(b.other.clone()),
        Body::Dated(b) => pathway.dating = Some(Noted::of(entry, b.clone())),
        Body::Birth(_) => pathway.birth = pathway.birth.or(Some(entry.occurred())),
        Body::PregnancyLost(_) => pathway.lost = true,
        Body::PregnancyEnded(_) => {
            pathway.lost = true;
            pathway.openings.push(entry.root.clone());
        }
        Body::Died(_) => pathway.died = Some(entry.occurred()),
        _ => {}
    }
}

fn team(pathway: &mut Pathway, entry: &Effective<'_>) {
    match entry.body {
        Body::CoordinatorAppointed(b) => {
            if let Some(before) = pathway.relieved.take() {
                Meeting::hand_over(&mut pathway.meetings, (&before, &b.name), entry.recorded);
            }
            pathway.coordinator = Some(Noted::of(entry, b.clone()));
            pathway.coordinator_away = None;
            pathway.coordinators += 1;
        }
        Body::CoordinatorLeft(b) => {
            let leaves = |c: &Noted<CoordinatorAppointed>| c.body.employment == b.employment;
            let (left, stays) = match pathway.coordinator.take() {
                Some(now) if leaves(&now) => (Some(now.body.name), None),
                now => (None, now),
            };
            pathway.relieved = left.or(pathway.relieved.take());
            pathway.coordinator = stays;
        }
        Body::CoordinatorAway(b) => pathway.coordinator_away = Some(Noted::of(entry, b.clone())),
        Body::CoordinatorBack(_) => pathway.coordinator_away = None,
        Body::ExpectationsAgreed(b) => pathway.expectations = Some(Noted::of(entry, b.clone())),
        Body::TeamMemberJoined(b) => {
            pathway.team.retain(|m| !m.body.is_replaced_by(b));
            pathway.team.push(Noted::of(entry, b.clone()));
        }
        Body::TeamMemberLeft(b) => pathway.team.retain(|m| m.body.actor != b.actor),
        _ => {}
    }
}

fn contract<'a>(pathway: &'a mut Pathway, reference: &RefId) -> Option<&'a mut Contract> {
    pathway
        .contracts
        .iter_mut()
        .find(|contract| &contract.reference == reference)
}
