// SPDX-License-Identifier: EUPL-1.2
//! What a pathway is now: folded from entries, never stored.
//!
//! Folded from the whole journal it is what decisions are made on; folded from the entries a reader may read it is what
//! that reader is shown. The same function does both, so a page cannot show what its reader may not know.

mod checkup;
mod child;
mod consent;
mod contract;
mod development;
mod fold;
mod grant;
mod hypothesis;
mod measure;
mod meeting;
mod moving;
mod notification;
mod placement;
mod plan;
mod preventive;
mod proposal;
mod referral;
mod request;

pub use checkup::{Checkup, Checkups, LOST_AFTER};
pub use child::{Childhood, same_name};
pub use consent::{Answer, Consent, ConsentState};
pub use contract::{Contract, ContractState, Detention, TreatmentRequest};
pub use development::{Adult, Declined, Development, Influence, effect_rule};
pub use grant::{Grant, GrantKind};
pub use hypothesis::{Exposure, Hypothesis, HypothesisState};
pub use meeting::Meeting;
pub use notification::Notification;
pub use placement::{ExposureStanding, FOSTER, Placement, Placements, RECOMMENDED};
pub use plan::{ActiveIntervention, Plan};
pub use proposal::Proposal;
pub use referral::{Referral, ReferralState};
pub use request::Request;

use crate::body::{
    AdulthoodPrepared, AssessmentCompleted, ConcernRaised, ContactLogged, CoordinatorAppointed,
    CoordinatorAway, Dated, DecisionPostponed, DischargePlanned, DutyExplained, ExpectationsAgreed,
    FamilyMoved, HandoverSent, LevelJudged, LinkedWith, NoteWritten, OfferMade, PathwayKind,
    PathwayMoved, PreventiveMeetingCalled, ResidentialOffered, ScreeningDone, StepTaken,
    TeamMemberJoined, UseRecorded, WishRecorded,
};
use crate::entry::{Author, Entry};
use crate::id::{EntryId, MunicipalityCode, PathwayId, PersonId};
use crate::journal::{Effective, as_written, effective, stands_alone};
use crate::time::{GestationalAge, Occurred, due_date, local_date};
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::Arc;

/// A body with who said it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted<T> {
    /// The entry's root id.
    pub entry: EntryId,
    /// When it happened.
    pub occurred: Occurred,
    /// When it was written.
    pub recorded: Timestamp,
    /// Who says so.
    pub author: Arc<Author>,
    /// Whether it was corrected.
    pub corrected: bool,
    /// What was said.
    pub body: T,
}

impl<T> Noted<T> {
    /// The Danish day it was written.
    pub fn recorded_day(&self) -> Date {
        local_date(self.recorded)
    }

    fn of(entry: &Effective<'_>, body: T) -> Self {
        Self {
            entry: entry.root.clone(),
            occurred: entry.occurred(),
            recorded: entry.recorded,
            author: entry.envelope.author.clone(),
            corrected: entry.corrected,
            body,
        }
    }
}

/// How a pathway ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// When.
    pub at: Occurred,
    /// Why.
    pub reason: String,
}

/// The offer of a talk about sexual health and contraception, as the catalogue has it.
const REPRODUCTIVE_HEALTH: &str = "reproductive-health-offered";

/// A pathway as it stands.
#[derive(Debug, Clone, Default)]
pub struct Pathway {
    /// Its id.
    pub id: Option<PathwayId>,
    /// Its kind.
    pub kind: Option<PathwayKind>,
    /// Whose it is.
    pub subject: Option<PersonId>,
    /// Case number.
    pub case_number: String,
    /// The municipality that acts, if known.
    pub municipality: Option<MunicipalityCode>,
    /// Which municipality acted before, and until when, for each time another began to.
    pub acted: Vec<(Option<MunicipalityCode>, Timestamp)>,
    /// That the family has moved, as it was last told.
    pub moved: Option<Noted<FamilyMoved>>,
    /// Who was asked to take over.
    pub handovers: Vec<Noted<HandoverSent>>,
    /// Each time another kommune has taken it.
    pub taken: Vec<Noted<PathwayMoved>>,
    /// When it was opened.
    pub opened: Option<Timestamp>,
    /// The entries everybody knows who knows of it: whose it is, one in each journal, and that the pregnancy has ended.
    pub openings: Vec<EntryId>,
    /// How it ended, when it has.
    pub ending: Option<Ending>,
    /// Journals joined with this one.
    pub joined: Vec<PathwayId>,
    /// The newest dating.
    pub dating: Option<Noted<Dated>>,
    /// Birth, when it has happened.
    pub birth: Option<Occurred>,
    /// Whether the pregnancy ended without a living child.
    pub lost: bool,
    /// The day the person died.
    pub died: Option<Occurred>,
    /// Pathways of the same family.
    pub links: Vec<Noted<LinkedWith>>,
    /// What a child's pathway holds.
    pub child: Childhood,
    /// Concerns.
    pub concerns: Vec<Noted<ConcernRaised>>,
    /// Times the writer took to decide again.
    pub postponements: Vec<Noted<DecisionPostponed>>,
    /// Use per substance.
    pub uses: Vec<Noted<UseRecorded>>,
    /// Screening tools she has answered, oldest first.
    pub screenings: Vec<Noted<ScreeningDone>>,
    /// Notifications.
    pub notifications: Vec<Notification>,
    /// Referrals.
    pub referrals: Vec<Referral>,
    /// Consents, given and refused.
    pub consents: Vec<Consent>,
    /// Entries a unit has decided to show to the party.
    pub shown: Vec<EntryId>,
    /// Entries that an adoption has sealed: nobody reads them.
    pub sealed: Vec<EntryId>,
    /// Entries that were written about the wrong person: nobody reads them.
    pub misfiled: Vec<EntryId>,
    /// Information asked for.
    pub requests: Vec<Request>,
    /// Preventive meetings of the municipal circle.
    pub preventive: Vec<Noted<PreventiveMeetingCalled>>,
    /// Nødadgang and ledelsestilsyn, running and over.
    pub grants: Vec<Grant>,
    /// The coordinator now.
    pub coordinator: Option<Noted<CoordinatorAppointed>>,
    /// That the coordinator will be away, or is.
    pub coordinator_away: Option<Noted<CoordinatorAway>>,
    /// The name of a coordinator who has left, as long as nobody has followed: the next one takes the meetings over.
    pub relieved: Option<String>,
    /// What leaders wrote in leading their unit. That somebody did is no part in the case.
    pub managed: Vec<EntryId>,
    /// How many coordinators there have been.
    pub coordinators: usize,
    /// What is expected of the coordinator.
    pub expectations: Option<Noted<ExpectationsAgreed>>,
    /// Actors on the map.
    pub team: Vec<Noted<TeamMemberJoined>>,
    /// Assessments, oldest first.
    pub assessments: Vec<Noted<AssessmentCompleted>>,
    /// Judgements, oldest first.
    pub judgements: Vec<Noted<LevelJudged>>,
    /// Residential places offered.
    pub residential: Vec<Noted<ResidentialOffered>>,
    /// The transition to adulthood, as it was prepared last.
    pub adulthood: Option<Noted<AdulthoodPrepared>>,
    /// Placements outside the home.
    pub placements: Placements,
    /// The plan with its versions and follow-ups.
    pub plan: Option<Plan>,
    /// Meetings.
    pub meetings: Vec<Meeting>,
    /// Times proposed for meetings.
    pub proposals: Vec<Proposal>,
    /// Her own words.
    pub wishes: Vec<Noted<WishRecorded>>,
    /// Offers and information.
    pub offers: Vec<Noted<OfferMade>>,
    /// Legal steps.
    pub steps: Vec<Noted<StepTaken>>,
    /// Contracts on detention.
    pub contracts: Vec<Contract>,
    /// When she was to leave a residential place.
    pub discharges: Vec<Noted<DischargePlanned>>,
    /// Notes.
    pub notes: Vec<Noted<NoteWritten>>,
    /// Contacts.
    pub contacts: Vec<Noted<ContactLogged>>,
    /// Explanations of duties.
    pub explanations: Vec<Noted<DutyExplained>>,
}

/// Where a pathway is in its course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Concern and notification.
    Detection,
    /// A coordinator, referral or assessment is under way.
    Assessment,
    /// A plan runs.
    Plan,
    /// After birth.
    AfterBirth,
    /// Ended.
    Closed,
}

impl Phase {
    /// The code of its text.
    pub fn code(self) -> &'static str {
        match self {
            Self::Detection => "detection",
            Self::Assessment => "assessment",
            Self::Plan => "plan",
            Self::AfterBirth => "after-birth",
            Self::Closed => "closed",
        }
    }
}

impl Pathway {
    /// Folds entries of one journal, in order.
    pub fn fold<'a>(entries: impl IntoIterator<Item = &'a Entry> + Clone) -> Self {
        let id = entries
            .clone()
            .into_iter()
            .next()
            .map(|e| e.pathway.clone());
        let mut pathway = Self {
            id,
            ..Self::default()
        };
        for entry in effective(entries.clone()) {
            fold::apply(&mut pathway, &entry);
        }
        pathway.end_at_age();
        pathway.close_what_is_told_first(entries.clone());
        pathway.child.find_dismissed(entries);
        pathway
    }

    /// Notes every entry that tells of harm before birth, corrections and what was withdrawn too: a family reads none of them
    /// before somebody has talked with it.
    fn close_what_is_told_first<'a>(&mut self, entries: impl IntoIterator<Item = &'a Entry>) {
        let tells = |entry: &&Entry| {
            let written = entry.written();
            written.is_some_and(|written| hypothesis::tells_of_harm(&written.body))
        };
        let told_first = entries.into_iter().filter(tells);
        let ids = told_first.map(|entry| entry.id.clone());
        self.child.exposed_in.extend(ids);
    }

    /// Folds no more than whose pathway it is and how the pregnancy goes: what a line on a list shows.
    pub fn course_of<'a>(entries: impl IntoIterator<Item = &'a Entry> + Clone) -> Self {
        let mut pathway = Self::default();
        for entry in effective(entries) {
            fold::course(&mut pathway, &entry);
        }
        pathway
    }

    /// Goes on with what was written since a fold of the entries before `from`. Gives `false`, and changes nothing, when
    /// the new entries correct or withdraw earlier ones: then the whole is to be folded anew.
    pub fn go_on(&mut self, entries: &[Entry], from: usize) -> bool {
        let new = entries.get(from..).unwrap_or_default();
        if !new.iter().all(stands_alone) {
            return false;
        }
        if self.id.is_none() {
            self.id = entries.first().map(|e| e.pathway.clone());
        }
        for entry in new.iter().filter_map(as_written) {
            fold::apply(self, &entry);
        }
        self.end_at_age();
        self.close_what_is_told_first(new);
        self.child.find_dismissed(entries);
        true
    }

    /// First day of the last menstrual period, when the pregnancy is dated.
    pub fn lmp(&self) -> Option<Date> {
        self.dating.as_ref().map(|d| d.body.lmp)
    }

    /// The due date (termin), when the pregnancy is dated.
    pub fn term(&self) -> Option<Date> {
        self.lmp().map(due_date)
    }

    /// Gestational age now; none before dating, after birth or after a loss.
    pub fn gestation(&self, now: Timestamp) -> Option<GestationalAge> {
        if self.birth.is_some() || self.lost {
            return None;
        }
        Some(GestationalAge::on(self.lmp()?, local_date(now)))
    }

    /// Whether it has ended.
    pub fn is_closed(&self) -> bool {
        self.ending.is_some()
    }

    /// Whether it began with the child's birth, and nobody has assessed or planned anything since.
    fn is_newborn(&self) -> bool {
        self.child.born.is_some() && self.assessments.is_empty() && self.plan.is_none()
    }

    /// Where it is in its course.
    pub fn phase(&self) -> Phase {
        if self.is_closed() {
            Phase::Closed
        } else if self.birth.is_some() || self.is_newborn() {
            Phase::AfterBirth
        } else if self.plan.is_some() {
            Phase::Plan
        } else if self.coordinator.is_some() || !self.assessments.is_empty() {
            Phase::Assessment
        } else {
            Phase::Detection
        }
    }

    /// The notification with a reference.
    pub fn notification(&self, reference: &str) -> Option<&Notification> {
        self.notifications
            .iter()
            .find(|n| n.reference.as_str() == reference)
    }

    /// The referral with a reference.
    pub fn referral(&self, reference: &str) -> Option<&Referral> {
        self.referrals
            .iter()
            .find(|r| r.reference.as_str() == reference)
    }

    /// The meeting with a reference.
    pub fn meeting(&self, reference: &str) -> Option<&Meeting> {
        self.meetings
            .iter()
            .find(|m| m.called.body.reference.as_str() == reference)
    }

    /// How many network meetings were held.
    pub fn meetings_held(&self) -> usize {
        self.meetings.iter().filter(|m| m.held.is_some()).count()
    }

    /// How many network meetings were held and how many the agreement says there should be, when fewer were (row S2-066).
    pub fn meetings_lacking(&self, minimum: Option<u32>) -> Option<(usize, u32)> {
        let (held, minimum) = (self.meetings_held(), minimum?);
        (held < minimum as usize).then_some((held, minimum))
    }

    /// Problem groups of the newest assessment that no intervention of the plan meets (row S2-004).
    pub fn uncovered_problems(&self) -> Vec<&str> {
        let met = |group: &str| {
            self.plan.as_ref().is_some_and(|plan| {
                plan.running()
                    .any(|running| running.intervention.meets.iter().any(|code| code == group))
            })
        };
        self.assessments
            .last()
            .map(|assessment| {
                assessment
                    .body
                    .problems
                    .iter()
                    .map(|p| p.group.as_str())
                    .filter(|group| !met(group))
                    .collect()
            })
            .unwrap_or_default()
    }

    /// Whether there is a risk of violence: then nobody of her own life is called of itself (row S4-037).
    pub fn has_violence_risk(&self) -> bool {
        self.assessments
            .last()
            .is_some_and(|made| made.body.violence_risk)
    }

    /// Whether somebody of her own life has a relation to her that is marked by conflict or a risk of violence: then that one
    /// has no part in the plan (row S2-045).
    pub fn is_in_conflict(&self, name: &str) -> bool {
        let people = self.team.iter().filter(|one| one.body.conflict);
        !name.trim().is_empty()
            && people
                .map(|one| &one.body.contact)
                .any(|known| same_name(known, name))
    }

    /// Whether a talk about sexual health and contraception was offered, or it was said why not (row S2-030).
    pub fn has_offered_reproductive_health(&self) -> bool {
        let offered = self.offers.iter();
        offered
            .map(|offer| offer.body.offer.as_str())
            .any(|offer| offer == REPRODUCTIVE_HEALTH)
    }

    /// Whether a partner is known and may take part in talks for couples.
    pub fn has_partner(&self) -> bool {
        self.team
            .iter()
            .any(|m| m.body.actor == crate::org::UnitKind::Partner)
    }
}
