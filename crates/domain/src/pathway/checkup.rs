// SPDX-License-Identifier: EUPL-1.2
//! The check-ups of a child as they stand: where they are, what is planned, whether the family is in touch, how they end.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::{Noted, Pathway};
use crate::body::{
    Body, CheckupOutcome, CheckupTold, CheckupsEnded, CheckupsEntitled, CheckupsOfferClosed,
    CheckupsPlaced, CheckupsPlanned, EndingWay, HandoverSent, OutreachTried,
};
use crate::id::{EntryId, RefId};
use crate::journal::Effective;
use jiff::Timestamp;
use jiff::civil::Date;

/// After so many in a row that did not come about, the family is looked for (row S3-021).
pub const LOST_AFTER: usize = 2;

/// A child's check-ups.
#[derive(Debug, Clone, Default)]
pub struct Checkups {
    /// That the child is to be offered them.
    pub entitled: Option<Noted<CheckupsEntitled>>,
    /// Where they are.
    pub placed: Option<Noted<CheckupsPlaced>>,
    /// Each that was planned, in the order they were.
    pub all: Vec<Checkup>,
    /// The newest plan: up to when, and why so.
    pub plan: Option<Noted<CheckupsPlanned>>,
    /// How many in a row did not come about.
    missed: usize,
    /// The one with which the family was lost, as long as it is.
    pub lost: Option<Noted<CheckupTold>>,
    /// Every time the family was lost, found again or not.
    pub losses: Vec<EntryId>,
    /// Attempts to reach the family, oldest first.
    pub outreach: Vec<Noted<OutreachTried>>,
    /// That the offer is closed and no new place is found.
    pub closed_offer: Option<Noted<CheckupsOfferClosed>>,
    /// How they end.
    pub ended: Option<Noted<CheckupsEnded>>,
}

/// One check-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkup {
    /// Which.
    pub reference: RefId,
    /// The day, as it was last moved.
    pub on: Date,
    /// When it was planned.
    pub planned: Timestamp,
    /// Whether it was moved.
    pub moved: bool,
    /// How it went; none while it is to come.
    pub told: Option<Noted<CheckupTold>>,
}

impl Checkup {
    /// Whether it ended so.
    pub fn is(&self, outcome: CheckupOutcome) -> bool {
        let told = self.told.as_ref();
        told.is_some_and(|told| told.body.outcome == outcome)
    }
}

impl Checkups {
    pub(super) fn apply(&mut self, entry: &Effective<'_>) {
        match entry.body {
            Body::CheckupsEntitled(b) => self.entitled = Some(Noted::of(entry, b.clone())),
            Body::CheckupsPlaced(b) => {
                self.placed = Some(Noted::of(entry, b.clone()));
                self.closed_offer = None;
                self.ended = None;
            }
            Body::CheckupsPlanned(b) => {
                self.all.extend(b.checkups.iter().map(|one| Checkup {
                    reference: one.reference.clone(),
                    on: one.on,
                    planned: entry.recorded,
                    moved: false,
                    told: None,
                }));
                self.plan = Some(Noted::of(entry, b.clone()));
            }
            Body::CheckupTold(b) => self.told(Noted::of(entry, b.clone())),
            Body::OutreachTried(b) => {
                if b.reached {
                    self.in_touch();
                }
                self.outreach.push(Noted::of(entry, b.clone()));
            }
            Body::CheckupsOfferClosed(b) => {
                self.closed_offer = Some(Noted::of(entry, b.clone()));
            }
            Body::CheckupsEnded(b) => self.ended = Some(Noted::of(entry, b.clone())),
            _ => {}
        }
    }

    fn in_touch(&mut self) {
        self.missed = 0;
        self.lost = None;
    }

    fn told(&mut self, told: Noted<CheckupTold>) {
        match told.body.outcome {
            CheckupOutcome::Attended => self.in_touch(),
            CheckupOutcome::Missed => {
                self.missed += 1;
                if self.missed == LOST_AFTER {
                    self.losses.push(told.entry.clone());
                    self.lost = Some(told.clone());
                }
            }
            CheckupOutcome::Moved | CheckupOutcome::Removed => {}
        }
        let mut all = self.all.iter_mut();
        let Some(checkup) = all.find(|one| one.reference == told.body.checkup) else {
            return;
        };
        match (told.body.outcome, told.body.to) {
            (CheckupOutcome::Moved, Some(to)) => {
                checkup.on = to;
                checkup.moved = true;
            }
            _ => checkup.told = Some(told),
        }
    }

    /// Those that are still to come or nobody has told of, the first first.
    pub fn open(&self) -> Vec<&Checkup> {
        let mut open: Vec<&Checkup> = self.all.iter().filter(|one| one.told.is_none()).collect();
        open.sort_by_key(|one| one.on);
        open
    }

    /// One that is still open.
    pub fn open_one(&self, reference: &str) -> Option<&Checkup> {
        let mut open = self.all.iter().filter(|one| one.told.is_none());
        open.find(|one| one.reference.as_str() == reference)
    }

    /// Whether any was open right after something was written: a journal is folded whole.
    pub(crate) fn were_open(&self, recorded: Timestamp) -> bool {
        self.all.iter().any(|one| {
            let told = one.told.as_ref();
            one.planned <= recorded && told.is_none_or(|told| told.recorded > recorded)
        })
    }

    /// Whether they run here: they have a place, and have not ended.
    pub fn runs(&self) -> bool {
        self.placed.is_some() && !self.has_ended()
    }

    /// Whether they have ended other than by a hand-over; of one it is asked whether all have accepted.
    fn has_ended(&self) -> bool {
        let ended = self.ended.as_ref();
        ended.is_some_and(|ended| ended.body.way != EndingWay::HandedOver)
    }

    /// The hand-over with which they are to end, as long as nothing else was decided.
    pub fn closing(&self) -> Option<&RefId> {
        self.ended.as_ref()?.body.handover.as_ref()
    }
}

impl Pathway {
    /// When a hand-over to a receiver was accepted, the first time.
    pub fn accepted_at(&self, sent: &HandoverSent) -> Option<Timestamp> {
        let taken = self.steps.iter().filter(|step| {
            let said = |name: &str| step.body.attributes.get(name).map(String::as_str);
            step.body.step == "handover-accepted"
                && said("handover") == Some(sent.handover.as_str())
                && said("receiver") == Some(sent.receiver.code())
        });
        taken.map(|step| step.recorded).min()
    }

    /// Whether it was.
    pub fn is_accepted(&self, sent: &HandoverSent) -> bool {
        self.accepted_at(sent).is_some()
    }

    /// Who was asked to take over in one hand-over, and whether each has accepted.
    pub fn receivers_of(&self, handover: &RefId) -> Vec<(&Noted<HandoverSent>, bool)> {
        let sent = self.handovers.iter();
        let sent = sent.filter(|sent| &sent.body.handover == handover);
        sent.map(|sent| (sent, self.is_accepted(&sent.body)))
            .collect()
    }

    /// Whether the check-ups run: with a place, not ended, and not handed over to others who have all accepted.
    pub fn has_checkups(&self) -> bool {
        self.child.checkups.runs() && !self.checkups_taken_over()
    }

    /// Whether the check-ups wait for others to take over (*afventer overtagelse*).
    pub fn checkups_wait(&self) -> bool {
        self.child.checkups.closing().is_some() && !self.checkups_taken_over()
    }

    /// Whether everybody who was asked has taken over.
    pub fn checkups_taken_over(&self) -> bool {
        let closing = self.child.checkups.closing();
        closing.is_some_and(|handover| {
            let asked = self.receivers_of(handover);
            !asked.is_empty() && asked.iter().all(|(_, accepted)| *accepted)
        })
    }
}
