// SPDX-License-Identifier: EUPL-1.2
//! The use cases: one function for each thing people do. Every change goes the same way – load, ask `may`, let `domain`
//! decide, then write entries, projections, log and outbox in one transaction. No HTTP and no SQL here.

mod access;
mod act;
mod actions;
mod adoption;
mod adulthood;
mod agreements;
mod attempts;
mod birth;
mod catalogue;
mod checkups;
mod child;
mod citizen;
mod concern;
mod consents;
mod continuity;
mod contracts;
mod controller;
mod ctx;
pub mod demo;
mod development;
mod entrance;
mod erase;
mod error;
mod families;
mod identity;
mod information;
mod journal_page;
pub mod keeping;
mod known;
mod leader;
mod leave;
mod local;
mod log_page;
pub mod measure;
mod misfiled;
mod moving;
mod notices;
mod offers;
mod placement;
mod places;
mod project;
mod registry;
mod rules;
mod session;
mod siblings;
mod signs;
pub mod simulate;
mod staffing;
mod stage;
mod steps;
mod tasks;
mod thread;
mod totp;
mod unit_threads;
mod upkeep;

pub use access::{RunningEmergency, SupervisedCase};
pub use act::Seen;
pub use agreements::{AgreementRef, AgreementView, Coverage, Effect};
pub use birth::{MayEnd, NewbornTold};
pub use catalogue::embedded_catalogue;
pub use checkups::{DropOut, Followed, Group, LackLine, Lacks, MayCheckups};
pub use citizen::{CitizenAccess, Handed, Helper, OpenPage, OwnAnswer, OwnView};
pub use concern::{RaiseForm, Raised, Subject};
pub use consents::CONSENT_LAWS;
pub use continuity::{Continuity, CoordinatorLine, FROM_CASE_TO_CASE};
pub use controller::{ErasurePlan, Holdings, LeastTime, OpenBreach, PlanLine, Receiver};
pub use ctx::{Actor, Clock, Ctx, OsRandomness, Randomness};
pub use entrance::{
    ATTEMPT_TIME, Admitted, AtDoor, AttemptToken, Away, Errand, FactorToSetUp, LOCK_AFTER,
    LOCK_TIME, LoginError,
};
pub use erase::ErasedAgain;
pub use error::{AppError, Outage};
pub use families::{Position, WatchedChild, WatchedFamily};
pub use information::DISCLOSURE_LAWS;
pub use journal_page::{Kept, PathwayView};
pub use leader::{CourseLine, EmergencyLine, KeptLine, OverdueLine, Oversight};
pub use leave::{Colleague, Handover, HandoverCase, LeaveView, LeaveWish};
pub use log_page::{
    AuditLine, LOOK_BACK_DAYS, LogPage, LogQuestion, Pattern, PatternKind, ReadAbout, ReadLine,
    ReadPurpose, SAMPLE, Thresholds,
};
pub use misfiled::{Misfiled, Verdict};
pub use moving::MayMove;
pub use notices::{Delivered, Letter, NoticesFailing, OwnNotices, Undelivered};
pub use placement::{CarerView, Deviation, PlacedCount, PlacedLine};
pub use project::{About, Reckoning};
pub use registry::Versioned;
pub use rules::Rules;
pub use session::{IDLE_TIME, Login, OwnSession, PROOF_TIME, SESSION_TIME, SessionToken};
pub use siblings::SiblingNotified;
pub use signs::{NotifyFromSigns, SeenChild};
pub use staffing::{NewPost, Organisation, PostChange, PostVersion, UnitLine};
pub use steps::Fulfilment;
pub use tasks::{DutyLine, Hit, InboxLine, PAGE_ROWS, TaskFilter, TaskPage, Waiting, week_end};
pub use thread::{Thread, since_token, topic_token};
pub use traad_store::{DutyStatus, InboxKind, LogPlace, Show, Tally, WorklistCounts};
pub use upkeep::DRAFT_TIME;

use attempts::Attempts;
use known::Known;
use notices::Notices;
use stage::Stage;
use std::sync::Arc;
use traad_domain::catalogue::Catalogue;
use traad_store::Store;

/// The running program: storage, rules, catalogue, clock and randomness.
pub struct App {
    pub(crate) store: Store,
    pub(crate) rules: Arc<Rules>,
    pub(crate) catalogue: Catalogue,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Randomness>,
    /// Units and agreements, as long as they are unchanged.
    pub(crate) known: Known,
    /// Who tried to get in from where.
    pub(crate) attempts: Attempts,
    /// Whether notices are sent from here.
    pub(crate) notices: Notices,
    /// Lives that are told in memory before they are written; only when a country is simulated.
    pub(crate) stage: Option<Stage>,
}

impl App {
    /// Puts the parts together. Rules may be shared by several databases: compiling them is most of a start.
    pub fn new(
        store: Store,
        rules: impl Into<Arc<Rules>>,
        catalogue: Catalogue,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Randomness>,
    ) -> Self {
        Self {
            store,
            rules: rules.into(),
            catalogue,
            clock,
            random,
            known: Known::default(),
            attempts: Attempts::default(),
            notices: Notices::default(),
            stage: None,
        }
    }

    /// The enumerations.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The rules and recommendations.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The store, for the command line's upkeep.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Now, by the program's clock.
    pub fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }
}
