// SPDX-License-Identifier: EUPL-1.2
//! One life: what happens stands in a queue by its time, and each thing that happens may bring others. A woman's life holds
//! her pregnancies and the childhoods that follow, each in a journal of its own. It ends when nothing is left or the story
//! has come to now; a journal is told no further when it is closed or long enough.

mod authority;
mod born;
mod care;
mod checkups;
mod concern;
mod coordination;
mod event;
mod growing;
mod journal;
mod moving;
mod onward;
mod placed;
mod planned;
mod referral;
mod rounds;
mod seen;
mod sharing;
mod siblings;
mod words;
mod yes;

use super::dice::Dice;
use super::numbers::Numbers;
use super::{Narrator, refused};
use crate::App;
use crate::ctx::{Actor, Ctx};
use crate::error::AppError;
use crate::thread::Thread;
use event::{Event, Growing, Target};
use jiff::Timestamp;
use journal::{Journal, Lot};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use traad_domain::id::{MunicipalityCode, PathwayId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::pathway::Pathway;
use traad_domain::policy::Purpose;
use traad_domain::time::local_date;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
const YEAR: i64 = 365;

/// The eighth of January 2007: the first week in which the municipalities of the catalogue are there.
const FIRST: i64 = 1_168_214_400;

/// What waits, the soonest at the top: when, in which order, in which journal, and what.
type Queue = BinaryHeap<Reverse<(i64, u32, usize, Event)>>;

/// A life while it is told.
pub(super) struct Life<'a> {
    narrator: &'a Narrator,
    dice: Dice,
    number: u64,
    queue: Queue,
    /// Keeps things that happen in the same second in the order they came.
    order: u32,
    now: i64,
    /// The journal in which something happens now.
    journal: Journal,
    /// Its place among them all.
    whose: usize,
    /// All journals; where the present one belongs stands an empty one.
    journals: Vec<Journal>,
    /// Where the family moves to, so that all its journals go the same way.
    household: Option<MunicipalityCode>,
    /// How many children were born to her.
    newborns: u64,
    refused: u32,
}

impl<'a> Life<'a> {
    pub(super) fn new(narrator: &'a Narrator, mut dice: Dice, number: u64) -> Self {
        let scope = narrator.simulation.scope;
        let numbers = narrator.simulation.numbers;
        let end = scope.until.as_second();
        // Before 2007 there were other municipalities and no regions.
        let begin = (end - i64::from(scope.years) * YEAR * DAY).max(FIRST);
        let opened = dice.between(begin, end - HOUR);
        let child = dice.of_thousand(numbers.children);
        let age = if child {
            dice.between(60, 6 * 365)
        } else {
            dice.between(5 * 7, 33 * 7)
        };
        let home = narrator.simulation.country.home(&mut dice);
        let unknown = !child && dice.of_thousand(numbers.unknown_identity);
        let lot = Lot {
            child,
            home: (!dice.of_thousand(numbers.without_home)).then_some(home),
            conceived: opened - age * DAY,
            unknown,
            lost: !child && dice.of_thousand(numbers.lost),
            long: dice.of_thousand(numbers.long_story),
            ..Lot::default()
        };
        let evening = dice.of_thousand(numbers.evening);
        let mut life = Self {
            narrator,
            dice,
            number,
            queue: Queue::new(),
            order: 0,
            now: opened,
            journal: Journal::of(lot),
            whose: 0,
            journals: vec![Journal::default()],
            household: None,
            newborns: 0,
            refused: 0,
        };
        if evening {
            life.at(opened, Event::Concern);
        } else {
            life.after(0, Event::Concern);
        }
        life
    }

    /// How many steps were refused.
    pub(super) fn refused(&self) -> u32 {
        self.refused
    }

    /// Tells it to its end.
    pub(super) fn tell(&mut self) -> Result<(), AppError> {
        let scope = self.narrator.simulation.scope;
        while let Some(Reverse((at, _, whose, event))) = self.queue.pop() {
            if at >= scope.until.as_second() {
                break;
            }
            self.turn_to(whose);
            let over = self.journal.ended || self.journal.told >= scope.longest;
            // A pregnancy that follows has a journal of its own.
            if over && event != Event::Expecting {
                continue;
            }
            self.now = at;
            let done = refused(self.happens(event))?;
            self.refused += u32::from(done.is_none());
            if let Some(thread) = self.thread()? {
                self.journal.told = thread.entries.len();
                self.journal.ended = thread.whole.is_closed();
            }
        }
        Ok(())
    }

    fn happens(&mut self, event: Event) -> Result<(), AppError> {
        match event {
            Event::Concern | Event::Again => self.concern(event == Event::Again),
            Event::Reconsidered => self.reconsidered(),
            Event::Assess
            | Event::Acknowledge
            | Event::ChildsNeed
            | Event::Settle
            | Event::Inform
            | Event::SecondLook
            | Event::Forward
            | Event::Shown => self.authority(event),
            Event::AnswerReferral(target) => self.answer_referral(target),
            Event::AskReferral(target) => self.ask_referral(target),
            Event::FollowUpReferral(target) => self.follow_up_referral(target),
            Event::CompleteReferral(target) => self.complete_referral(target),
            Event::Appoint => self.appoint(),
            Event::Expect | Event::Leave | Event::JoinTeam => self.coordinator(event),
            Event::AssessmentDone | Event::Judge | Event::OfferPlace => self.assessment(event),
            Event::Plan => self.plan(),
            Event::FollowUp => self.follow_up(),
            Event::CallMeeting => self.call_meeting(),
            Event::Meeting => self.meeting(),
            Event::Decided => self.decided(),
            Event::Offer(which) => self.offer(which),
            Event::Contact | Event::Note => self.says(event),
            Event::Mistake => self.mistake(),
            Event::Explain => self.explain(),
            Event::Disclose => self.disclose(),
            Event::Identify | Event::Join => self.identity(event),
            Event::Scan | Event::Lost => self.course(event),
            Event::Birth => self.birth(),
            Event::Expecting => {
                self.expects_again();
                Ok(())
            }
            Event::Grows(growing) => self.grows(growing),
            Event::Yes(which) => self.says_yes(which),
            Event::Step(chain, place) => self.step(chain, place),
            Event::Move => self.moves(),
            Event::Take => self.takes(),
            Event::Close => self.close(),
        }
    }

    fn app(&self) -> &'a App {
        &self.narrator.app
    }

    fn numbers(&self) -> Numbers {
        self.narrator.simulation.numbers
    }

    fn instant(&self) -> Timestamp {
        Timestamp::from_second(self.now).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Puts something into the queue.
    fn at(&mut self, at: i64, event: Event) {
        self.order += 1;
        self.queue
            .push(Reverse((at.max(self.now), self.order, self.whose, event)));
    }

    /// Something that happens so many days from now, in working hours.
    fn after(&mut self, days: i64, event: Event) {
        let minute = self.dice.between(0, 7 * 60);
        let day = self.now.div_euclid(DAY) + days;
        // The first of January 1970 was a Thursday; a Saturday or Sunday becomes the Monday after.
        let day = day
            + [0, 0, 2, 1, 0, 0, 0]
                .get(usize::try_from(day.rem_euclid(7)).unwrap_or(0))
                .unwrap_or(&0);
        let at = day * DAY + 7 * HOUR + minute * 60;
        self.at(
            if at > self.now {
                at
            } else {
                self.now + 60 * (1 + minute)
            },
            event,
        );
    }

    /// Somewhere between two numbers of days from now.
    fn within(&mut self, low: i64, high: i64, event: Event) {
        let days = self.dice.between(low, high);
        self.after(days, event);
    }

    /// So many times of a thousand, somewhere between two numbers of days from now.
    fn maybe(&mut self, share: i64, (low, high): (i64, i64), event: Event) {
        if self.dice.of_thousand(share) {
            self.within(low, high, event);
        }
    }

    fn thread(&self) -> Result<Option<Thread>, AppError> {
        match &self.journal.pathway {
            Some(id) => self.app().load_thread(id),
            None => Ok(None),
        }
    }

    /// The pathway as it stands, and its id.
    fn stands(&self) -> Result<(PathwayId, Thread), AppError> {
        let thread = self.thread()?;
        self.journal
            .pathway
            .clone()
            .zip(thread)
            .ok_or(AppError::NotFound)
    }

    /// Somebody of a unit who does something now.
    fn ctx(&mut self, unit: &UnitId) -> Result<Ctx, AppError> {
        let at = self.instant();
        let country = &self.narrator.simulation.country;
        let actor: Option<Actor> = country.actor(unit, at, &mut self.dice);
        let actor = actor.ok_or_else(|| AppError::internal(format!("nobody works in `{unit}`")))?;
        Ok(Ctx {
            actor,
            now: at,
            purpose: Purpose::Care,
            submission: None,
        })
    }

    /// The unit of a kind that serves the place where she lives.
    fn serving(&self, kind: UnitKind) -> Option<UnitId> {
        let home = self.journal.lot.home.as_ref()?;
        let country = &self.narrator.simulation.country;
        let region = self.app().region_of(home, local_date(self.instant()))?;
        let municipal = country.municipal(kind, home);
        municipal
            .or_else(|| country.regional(kind, &region))
            .cloned()
    }

    /// The department that has a notification; of a child that was born here otherwise the one that follows it.
    fn department(&self, pathway: &Pathway) -> Option<UnitId> {
        let holder = pathway.case_holder().cloned();
        holder.or_else(|| self.who(UnitKind::FamilyDepartment))
    }

    /// The unit the pathway is coordinated from.
    fn coordinating(pathway: &Pathway) -> Option<UnitId> {
        pathway.coordinator.as_ref().map(|c| c.body.unit.clone())
    }

    /// Seconds of the due date, or of half a year from now for a child.
    fn term(&self) -> i64 {
        if self.journal.lot.child {
            self.now
        } else {
            self.journal.lot.conceived + 280 * DAY
        }
    }
}
