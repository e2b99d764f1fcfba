// SPDX-License-Identifier: EUPL-1.2
//! What she is asked for besides the common: a yes that runs out and is given anew, a no that is asked about again, a yes to
//! meet with a unit and to have it taken back, and what one unit asks another.

use super::{Event, Life};
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::{SignedDuration, ToSpan};
use traad_domain::body::{
    Asking, Capacity, ConsentExtended, ConsentForm, ConsentGiven, ConsentPurpose, ConsentRefused,
    ConsentScope, ConsentWithdrawn, Direction, Giver, MeetingCalled, RequestAnswer,
    RequestAnswered, TimesAnswered, TimesAsked,
};
use traad_domain::category::Category;
use traad_domain::decide::information::{self, Ground};
use traad_domain::id::{PathwayId, RefId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::pathway::Meeting;
use traad_domain::time::local_date;

/// A yes for a year.
pub(super) const FOR_A_YEAR: u8 = 0;
/// It is given anew.
const ANEW: u8 = 1;
/// A no, to be asked about again on a day she agreed to.
pub(super) const NO: u8 = 2;
/// A unit asks another for what it needs to know.
pub(super) const ASKS: u8 = 3;
/// The other one answers.
const ANSWERS: u8 = 4;
/// A yes to meet with a unit, which is asked when it can.
pub(super) const MEETS: u8 = 5;
/// The meeting is called.
const CALLED: u8 = 6;
/// She takes that yes back.
const TAKEN_BACK: u8 = 7;

impl Life<'_> {
    pub(super) fn says_yes(&mut self, which: u8) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let unit = Self::coordinating(&thread.whole);
        drop(thread);
        let other = self.serving(UnitKind::HealthVisitors);
        let (Some(unit), Some(other)) = (unit, other) else {
            return Ok(());
        };
        let ctx = self.ctx(&unit)?;
        match which {
            FOR_A_YEAR => self.for_a_year((&ctx, &id), &other),
            ANEW => self.anew((&ctx, &id), &other),
            NO => self.says_no((&ctx, &id), &other),
            ASKS => self.asks((&ctx, &id), &other),
            ANSWERS => self.answers(&id),
            MEETS => self.meets_with((&ctx, &id), &other),
            CALLED => self.called_with((&ctx, &id), &other),
            TAKEN_BACK => self.taken_back((&ctx, &id)),
            _ => Ok(()),
        }
    }

    fn for_a_year(
        &mut self,
        (ctx, id): (&Ctx, &PathwayId),
        other: &UnitId,
    ) -> Result<(), AppError> {
        let given = ConsentGiven {
            law: "sul-43".to_owned(),
            ..yes(ctx, (Direction::Disclose, Category::Health), other)
        };
        self.app().give_consent(ctx, id, &given)?;
        self.maybe(700, (300, 360), Event::Yes(ANEW));
        Ok(())
    }

    fn anew(&mut self, (ctx, id): (&Ctx, &PathwayId), other: &UnitId) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let mut runs = thread.whole.consents.iter();
        let reference = runs.find_map(|consent| {
            let given = consent.as_given()?;
            (given.body.law == "sul-43").then(|| given.body.reference.clone())
        });
        drop(thread);
        let Some(reference) = reference else {
            return Ok(());
        };
        let extended = ConsentExtended {
            reference,
            actors: vec![other.clone()],
            categories: vec![Category::Health],
            until: None,
            asking: asking(ctx),
        };
        self.app().extend_consent(ctx, id, &extended).map(drop)
    }

    fn says_no(&mut self, (ctx, id): (&Ctx, &PathwayId), other: &UnitId) -> Result<(), AppError> {
        let refused = ConsentRefused {
            reference: RefId::new(""),
            scope: scope((Direction::Disclose, Category::Social), other),
            renewal_of: None,
            ask_again: Some(local_date(ctx.now).saturating_add(45.days())),
            asking: asking(ctx),
        };
        self.app().refuse_consent(ctx, id, &refused)?;
        self.maybe(700, (38, 60), Event::Yes(FOR_A_YEAR));
        Ok(())
    }

    fn asks(&mut self, (ctx, id): (&Ctx, &PathwayId), other: &UnitId) -> Result<(), AppError> {
        let given = yes(ctx, (Direction::Obtain, Category::Social), other);
        self.app().give_consent(ctx, id, &given)?;
        let asking = information::Asking {
            reference: RefId::new(""),
            unit: other.clone(),
            categories: vec![Category::Social],
            question: "Kender I familien, og hvad har hjulpet før?".to_owned(),
            ground: Ground::Consent,
        };
        self.app().request_information(ctx, id, &asking)?;
        self.maybe(800, (2, 25), Event::Yes(ANSWERS));
        Ok(())
    }

    fn answers(&mut self, id: &PathwayId) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let asked = thread.whole.requests.last();
        let asked = asked.map(|one| {
            let body = &one.asked.body;
            (body.reference.clone(), body.unit.clone())
        });
        drop(thread);
        let Some((reference, unit)) = asked else {
            return Ok(());
        };
        let ctx = self.ctx(&unit)?;
        let answered = RequestAnswered {
            reference,
            answer: RequestAnswer::Told,
            text: "Vi har kendt familien fra den ældste og kommer gerne igen.".to_owned(),
            entries: Vec::new(),
        };
        let kind = Some(Category::Social);
        self.app()
            .answer_request(&ctx, id, &answered, kind)
            .map(drop)
    }

    fn meets_with(
        &mut self,
        (ctx, id): (&Ctx, &PathwayId),
        other: &UnitId,
    ) -> Result<(), AppError> {
        let given = yes(ctx, (Direction::Meet, Category::Coordination), other);
        self.app().give_consent(ctx, id, &given)?;
        let times = [27, 28].map(|days| ctx.now + SignedDuration::from_hours(24 * days));
        let asked = TimesAsked {
            proposal: RefId::new(""),
            unit: None,
            times: times.to_vec(),
            purpose: "Aftale, hvem der kommer efter fødslen".to_owned(),
            place: "Lokale 2, 1. sal".to_owned(),
        };
        let who = (std::slice::from_ref(other), true);
        self.app().ask_for_times(ctx, id, &asked, who)?;
        self.maybe(800, (2, 6), Event::Yes(CALLED));
        Ok(())
    }

    /// The unit answers, and the meeting is called with it.
    fn called_with(
        &mut self,
        (ctx, id): (&Ctx, &PathwayId),
        other: &UnitId,
    ) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let asked = thread.whole.proposals.last();
        let asked = asked.map(|one| (one.reference.clone(), one.times().to_vec()));
        let open = thread.whole.meetings.iter().any(Meeting::is_open);
        drop(thread);
        let Some((proposal, times)) = asked.filter(|_| !open) else {
            return Ok(());
        };
        let them = self.ctx(other)?;
        let answered = TimesAnswered {
            proposal: proposal.clone(),
            unit: None,
            suits: times.clone(),
        };
        self.app().answer_times(&them, id, &answered)?;
        let at = times.first().copied().filter(|at| *at > ctx.now);
        let Some(at) = at else { return Ok(()) };
        let called = MeetingCalled {
            reference: RefId::new(""),
            at,
            place: "Lokale 2, 1. sal".to_owned(),
            purpose: "Aftale, hvem der kommer efter fødslen".to_owned(),
            invited: vec!["Hun selv".to_owned(), "Sundhedsplejersken".to_owned()],
            units: vec![other.clone()],
            settles: Some(proposal),
            her: Some(true),
            ..MeetingCalled::default()
        };
        self.app().call_meeting(ctx, id, (&called, None))?;
        self.at(at.as_second() + 2 * super::HOUR, Event::Meeting);
        self.maybe(250, (1, 8), Event::Yes(TAKEN_BACK));
        Ok(())
    }

    fn taken_back(&mut self, (ctx, id): (&Ctx, &PathwayId)) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let mut runs = thread.whole.consents.iter().rev();
        let reference = runs.find_map(|consent| {
            let given = consent.as_given()?;
            let meets = given.body.scope.direction == Direction::Meet;
            meets.then(|| given.body.reference.clone())
        });
        drop(thread);
        let Some(reference) = reference else {
            return Ok(());
        };
        let withdrawn = ConsentWithdrawn {
            reference,
            actors: Vec::new(),
            form: ConsentForm::Oral,
            note: String::new(),
        };
        self.app().withdraw_consent(ctx, id, &withdrawn).map(drop)
    }
}

fn scope((direction, category): (Direction, Category), other: &UnitId) -> ConsentScope {
    ConsentScope {
        direction,
        giver: Giver {
            capacity: Capacity::Woman,
            name: String::new(),
            custody: None,
        },
        actors: vec![other.clone()],
        except: Vec::new(),
        categories: vec![category],
        purpose: Some(ConsentPurpose::Coordination),
    }
}

fn asking(ctx: &Ctx) -> Asking {
    Asking {
        on: local_date(ctx.now),
        form: ConsentForm::Written,
        oral_because: None,
        explained: true,
        asked_by: String::new(),
    }
}

fn yes(ctx: &Ctx, what: (Direction, Category), other: &UnitId) -> ConsentGiven {
    ConsentGiven {
        reference: RefId::new(""),
        scope: scope(what, other),
        law: "fvl-28".to_owned(),
        from: local_date(ctx.now),
        until: None,
        asking: asking(ctx),
    }
}
