// SPDX-License-Identifier: EUPL-1.2
//! Meetings, offers, what is said and written on the way, mistakes and their mending, and how a life goes on or ends.

use super::super::people;
use super::words::{MINUTES, NOTES, REASONS};
use super::{DAY, Event, Life};
use crate::error::AppError;
use jiff::{SignedDuration, ToSpan};
use std::collections::BTreeMap;
use traad_domain::body::{
    AttendanceSupport, Body, ContactLogged, DatingMethod, HerPart, MeetingCalled, MeetingCancelled,
    MeetingDecided, MeetingHeld, NoteWritten, OfferAnswer, OfferMade, PathwayClosed, StepTaken,
    SupportAgreed,
};
use traad_domain::category::Category;
use traad_domain::decide::concern::StatedDating;
use traad_domain::decide::meeting::Minutes;
use traad_domain::id::{RefId, UnitId};
use traad_domain::pathway::{Meeting, Pathway};
use traad_domain::time::{Occurred, local_date};

/// What is offered or told, by number.
const OFFERS: [&str; 12] = [
    "reproductive-health-offered",
    "psychiatry-considered",
    "partner-invited",
    "partner-treatment-offered",
    "network-invited",
    "civil-support-offered",
    "woman-informed",
    "birth-follow-up-offered",
    "clinic-notification-considered",
    "unmet-need-raised",
    "consent-asked",
    "support-person-offered",
];

/// Contacts until a long journal has three hundred entries.
const LONG: usize = 300;

impl Life<'_> {
    /// Whoever has most to do with her: the coordinator, the authority, the clinic, or whoever met her first.
    fn nearest(&self, pathway: &Pathway) -> Option<UnitId> {
        let first = pathway.concerns.first().map(|c| c.author.unit.clone());
        Self::coordinating(pathway)
            .or_else(|| self.department(pathway))
            .or(first)
    }

    pub(super) fn call_meeting(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let Some(unit) = Self::coordinating(&thread.whole) else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&unit)?;
        let soon = self.dice.of_thousand(150);
        let days = if soon { 4 } else { self.dice.between(19, 27) };
        let called = MeetingCalled {
            reference: RefId::new(""),
            at: ctx.now + SignedDuration::from_hours(24 * days),
            place: "Lokale 2, 1. sal".to_owned(),
            purpose: "Aftale, hvem der gør hvad indtil næste møde".to_owned(),
            invited: vec![
                "Hun selv".to_owned(),
                "Jordemoderen".to_owned(),
                "Behandlingen".to_owned(),
            ],
            her: Some(true),
            short_notice: soon.then(|| "Det haster: hun flytter i næste uge.".to_owned()),
            ..MeetingCalled::default()
        };
        let helped = self.dice.of_thousand(300);
        let support = helped.then(|| SupportAgreed {
            meeting: RefId::default(),
            support: vec![AttendanceSupport::Company, AttendanceSupport::Reminder],
            note: String::new(),
            unit: ctx.actor.unit.id.clone(),
            by: local_date(ctx.now),
        });
        let meeting = (&called, support.as_ref());
        self.app().call_meeting(&ctx, &id, meeting)?;
        self.at(called.at.as_second() + 2 * 3_600, Event::Meeting);
        Ok(())
    }

    /// The meeting is held and written down, or cancelled; then the next one is called.
    pub(super) fn meeting(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let now = self.instant();
        let due = |m: &&Meeting| m.is_open() && m.called.body.at <= now;
        let open = thread.whole.meetings.iter().find(due);
        let Some(called) = open.map(|m| m.called.clone()) else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&called.author.unit)?;
        let numbers = self.numbers();
        if self.dice.of_thousand(numbers.meeting_cancelled) {
            let reason = "Hun var syg; der kaldes ind igen.".to_owned();
            let cancelled = MeetingCancelled {
                reference: called.body.reference,
                reason,
            };
            self.app().cancel_meeting(&ctx, &id, &cancelled)?;
            self.within(1, 10, Event::CallMeeting);
            return Ok(());
        }
        let held = MeetingHeld {
            reference: called.body.reference.clone(),
            attended: called.body.invited,
            her_part: Some(if self.dice.of_thousand(150) {
                HerPart::NotThere
            } else {
                HerPart::Came
            }),
            changes_plan: self.dice.of_thousand(200),
            minutes: self.dice.word(&MINUTES).to_owned(),
            ..MeetingHeld::default()
        };
        let decided = [MeetingDecided {
            reference: RefId::default(),
            meeting: called.body.reference,
            what: "Søg bolig sammen med hende".to_owned(),
            who: "Rådgiveren".to_owned(),
            unit: ctx.actor.unit.id.clone(),
            by: local_date(called.body.at).saturating_add(21.days()),
        }];
        let minutes = Minutes {
            held: &held,
            decided: &decided,
            occurred: Occurred::at(called.body.at),
        };
        self.app().hold_meeting(&ctx, &id, minutes)?;
        self.maybe(numbers.decision_done, (3, 30), Event::Decided);
        if self.journal.lot.child {
            // A child's network meets a few times, and again when something changes.
            self.maybe(550, (90, 200), Event::CallMeeting);
        } else {
            self.within(35, 70, Event::CallMeeting);
        }
        Ok(())
    }

    /// The newest decision of a meeting that waits is carried out.
    pub(super) fn decided(&mut self) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let steps = &thread.whole.steps;
        let done = |of: &RefId| {
            let said = |step: &StepTaken| step.attributes.get("decision").cloned();
            let mut said = steps.iter().filter_map(|step| said(&step.body));
            said.any(|reference| reference == of.as_str())
        };
        let all = thread.whole.meetings.iter().flat_map(|m| &m.decided);
        let mut waits = all.map(|one| &one.body).filter(|one| !done(&one.reference));
        let waits = waits
            .next_back()
            .map(|one| (one.reference.clone(), one.unit.clone()));
        drop(thread);
        let Some((reference, unit)) = waits else {
            return Ok(());
        };
        let said = [("decision".to_owned(), reference.as_str().to_owned())];
        self.take(&unit, "meeting-decision-done", BTreeMap::from(said))
    }

    pub(super) fn offer(&mut self, which: u8) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let by_clinic = matches!(which, 0 | 8);
        let clinic = Self::clinic(&thread.whole).filter(|_| by_clinic);
        let Some(unit) = clinic.or_else(|| self.nearest(&thread.whole)) else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&unit)?;
        let offer = OfferMade {
            offer: OFFERS
                .get(usize::from(which))
                .copied()
                .unwrap_or_default()
                .to_owned(),
            answer: *self
                .dice
                .pick(OfferAnswer::ALL)
                .unwrap_or(&OfferAnswer::Yes),
            note: String::new(),
        };
        self.app().make_offer(&ctx, &id, &offer)?;
        if which == 6 {
            self.within(20, 45, Event::Offer(6));
        }
        Ok(())
    }

    pub(super) fn says(&mut self, event: Event) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let Some(unit) = self.nearest(&thread.whole) else {
            return Ok(());
        };
        let length = thread.entries.len();
        drop(thread);
        let ctx = self.ctx(&unit)?;
        let text = self.dice.word(&NOTES);
        if event == Event::Note {
            self.app().write_note(&ctx, &id, text, Category::Social)?;
            self.maybe(500, (10, 60), Event::Note);
            return Ok(());
        }
        let contact = ContactLogged {
            with: "hende selv, telefon".to_owned(),
            text: text.to_owned(),
        };
        self.app().log_contact(&ctx, &id, &contact)?;
        if self.journal.lot.long && length < LONG {
            self.at(
                self.now + self.dice.clone().between(3_600, 9 * 3_600),
                Event::Contact,
            );
        } else {
            self.maybe(650, (7, 30), Event::Contact);
        }
        Ok(())
    }

    /// The newest note turns out to be wrong: corrected, or withdrawn.
    pub(super) fn mistake(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let Some(note) = thread.whole.notes.last().cloned() else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&note.author.unit)?;
        if self.dice.of_thousand(500) {
            let text = format!("{} Rettet: det var om onsdagen.", note.body.text);
            let body = Body::NoteWritten(NoteWritten { text });
            self.app().correct_entry(&ctx, &id, &note.entry, &body)?;
        } else {
            let reason = "Skrevet i det forkerte forløb.";
            // Now and then it was about somebody else: then nobody reads it from that moment.
            let wrong_person = self.dice.of_thousand(400);
            let told = (reason, wrong_person);
            self.app().annul_entry(&ctx, &id, &note.entry, told)?;
        }
        Ok(())
    }

    /// Who she is, is found out; or she turns out to be somebody who has a journal already.
    pub(super) fn identity(&mut self, event: Event) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let Some(unit) = thread.whole.concerns.first().map(|c| c.author.unit.clone()) else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&unit)?;
        if event == Event::Identify {
            let known = people::known(self.number, &mut self.dice);
            self.app()
                .identify(&ctx, &id, &known.identity, &known.name)?;
            return Ok(());
        }
        let form = self.met_again();
        let other = self.app().raise_concern(&ctx, &form)?.pathway;
        self.app()
            .join_pathways(&ctx, &other, &id, "Samme kvinde, mødt to gange.")?;
        Ok(())
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only the events of this file come here"
    )]
    pub(super) fn course(&mut self, event: Event) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let unit = self.nearest(&thread.whole);
        let Some(unit) = unit else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&unit)?;
        match event {
            Event::Scan => {
                let days = (self.now - self.journal.lot.conceived) / DAY + self.dice.between(-4, 5);
                let stated = StatedDating::Week {
                    weeks: days / 7,
                    days: days % 7,
                };
                self.app()
                    .date_anew(&ctx, &id, None, (stated, Some(DatingMethod::Scan)))?;
            }
            _ => self
                .app()
                .close_pathway(
                    &ctx,
                    &id,
                    (
                        &PathwayClosed {
                            reason: "Graviditeten er endt, og hun er tilbudt en samtale."
                                .to_owned(),
                            few_meetings: Some("Graviditeten endte.".to_owned()),
                        },
                        Some("Hun ville ikke tale om det nu."),
                    ),
                )
                .map(drop)?,
        }
        Ok(())
    }

    /// Ends what has come to its end; what still runs goes on.
    pub(super) fn close(&mut self) -> Result<(), AppError> {
        if self.journal.lot.child {
            return self.childhood_closes();
        }
        let (id, thread) = self.stands()?;
        let whole = &thread.whole;
        let running = whole.coordinator.is_some();
        let born_long_ago = whole
            .birth
            .is_some_and(|birth| self.now - birth.at.as_second() > 90 * DAY);
        let expecting = whole.birth.is_none() && running;
        if expecting || (running && !born_long_ago) {
            return Ok(());
        }
        let Some(unit) = self.nearest(whole) else {
            return Ok(());
        };
        drop(thread);
        let ctx = self.ctx(&unit)?;
        let closed = PathwayClosed {
            reason: self.dice.word(&REASONS).to_owned(),
            few_meetings: Some("Hun ønskede ikke flere møder.".to_owned()),
        };
        self.app()
            .close_pathway(&ctx, &id, (&closed, Some("Hun ville ikke tale om det nu.")))?;
        Ok(())
    }
}
