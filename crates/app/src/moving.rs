// SPDX-License-Identifier: EUPL-1.2
//! A family that moves (scenario A18): that it does, the hand-over to the new kommune, and that the new one takes it. How
//! she is reached stands in her record; where that is protected, it follows the case only when the old unit says so, and
//! never in what is sent.

use crate::App;
use crate::act::Decision;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::project::owner;
use crate::registry::Versioned;
use traad_domain::body::FamilyMoved;
use traad_domain::decide::information::Ground;
use traad_domain::decide::moving::{self, HandOver, HandingOver};
use traad_domain::id::{EmploymentId, EntryId, PathwayId, RefId};
use traad_domain::org::{Unit, UnitKind};
use traad_domain::person::Person;
use traad_domain::refusal::{Check, Problem};
use traad_domain::time::local_date;
use traad_duty::rule::Strength;

type Outcome = Result<PathwayId, AppError>;

/// What somebody may do about a move, from what the reader is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MayMove {
    /// Say that the family moves.
    pub register: bool,
    /// Hand the case over.
    pub hand_over: bool,
    /// Take it.
    pub take: bool,
}

impl App {
    /// What somebody may do about a move.
    pub fn may_move(&self, ctx: &Ctx, view: &crate::PathwayView) -> MayMove {
        let (known, own) = (&view.pathway, &ctx.actor.unit);
        let writes = view.writes && !known.is_closed();
        MayMove {
            register: writes && moving::registers(known, own),
            hand_over: writes && moving::hands_over(known, own),
            take: writes && moving::takes(known, own),
        }
    }

    /// Says that the family has moved.
    pub fn register_move(&self, ctx: &Ctx, id: &PathwayId, told: &FamilyMoved) -> Outcome {
        self.act(ctx, id, None, |on| {
            moving::register(&on.thread.whole, told, &ctx.actor.unit, on.hand)
        })
    }

    /// Hands the case over to the kommune the family moves to. `lets_know` says whether that one may see what is protected
    /// of how she is reached, where the own unit knows it.
    pub fn hand_over_to_kommune(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (told, lets_know): (&HandOver, Option<bool>),
    ) -> Outcome {
        let told = HandOver {
            ground: ground(told),
            ..told.clone()
        };
        let outcome = self.act_with_person(ctx, id, |on| {
            let whole = &on.thread.whole;
            let new = self.new_department(&on, ctx);
            let person = self.subject_of(&on)?;
            let own = &ctx.actor.unit.id;
            let card = person
                .as_ref()
                .and_then(|found| found.value.protected_for(own));
            let mut check = Check::default();
            if let Some(card) = card {
                check.require(lets_know.is_some(), "protected", Problem::NotChosen);
                for (field, text) in [
                    ("summary", &told.summary),
                    ("needs", &told.needs),
                    ("strengths", &told.strengths),
                    ("challenges", &told.challenges),
                ] {
                    check.require(!card.contact.stands_in(text), field, Problem::Protected);
                }
            }
            check.done()?;
            let running = self.running_by_law(ctx, &on)?;
            let references = (RefId::new(on.ids.random()), RefId::new(on.ids.random()));
            let handing = HandingOver {
                whole,
                readable: on.readable(),
                running: &running,
                own: &ctx.actor.unit,
                new: new.as_ref(),
            };
            let entries =
                moving::hand_over(handing, &told, (&references.0, &references.1), on.hand)?;
            let shown = card.is_some() && lets_know == Some(true);
            let person = person
                .zip(new)
                .filter(|_| shown)
                .map(|(found, new)| Versioned {
                    value: found.value.shown_to(own, &new.id),
                    ..found
                });
            Ok((entries, person))
        });
        self.refusal_logged(ctx, id, outcome)
    }

    /// The own unit takes a case that was handed over, and says who coordinates.
    pub fn take_case(&self, ctx: &Ctx, id: &PathwayId, coordinator: &EmploymentId) -> Outcome {
        let actor = self.actor(coordinator, ctx.now)?;
        let actor = actor.filter(|actor| actor.employment.function.works_on_cases());
        let nobody = || AppError::field("employment", Problem::NotInUnit);
        let actor = actor.ok_or_else(nobody)?;
        let own = ctx.actor.unit.clone();
        self.act_with_person(ctx, id, |on| {
            let whole = &on.thread.whole;
            let from = whole
                .awaiting_kommune()
                .map(|sent| sent.author.unit.clone());
            let person = self.subject_of(&on)?;
            let protected = person
                .as_ref()
                .is_some_and(|p| !p.value.protected.is_empty());
            let acts = whole.moves_to().or(own.municipality.as_ref());
            let acts = acts.ok_or_else(nobody)?;
            let who = (&actor.employment, &own);
            let entries = moving::accept(whole, who, (acts, protected), on.hand)?;
            // Whoever knew it for the old case, has it no longer when somebody else knows it for the new.
            let person = person.zip(from).and_then(|(found, from)| {
                let value = found.value.handed_on(&from, &own.id)?;
                Some(Versioned { value, ..found })
            });
            Ok((entries, person))
        })
    }

    fn subject_of(&self, on: &Decision<'_>) -> Result<Option<Versioned<Person>>, AppError> {
        match &on.thread.whole.subject {
            Some(subject) => self.person(subject),
            None => Ok(None),
        }
    }

    /// The family department of the kommune the family has moved to.
    fn new_department(&self, on: &Decision<'_>, ctx: &Ctx) -> Option<Unit> {
        let to = on.thread.whole.moves_to()?;
        let region = self.region_of(to, local_date(ctx.now)).unwrap_or_default();
        let directory = on.world.directory;
        let unit = directory.serving(UnitKind::FamilyDepartment, to, &region);
        unit.cloned()
    }

    /// What started the law's clocks that run for the own department: they go on in the new kommune (the engine's seventh
    /// rule), so it must know what they are counted from. What others wrote stays theirs.
    fn running_by_law(&self, ctx: &Ctx, on: &Decision<'_>) -> Result<Vec<EntryId>, AppError> {
        let setting = self.setting(ctx.now)?;
        let derived = self.derive(on.thread, &setting, ctx.now)?;
        let owners = derived.seating(on.thread, &setting.directory);
        let own = &ctx.actor.unit.id;
        let open = derived
            .derivation
            .duties
            .iter()
            .filter(|duty| duty.is_open());
        let started = open.filter_map(|duty| {
            let rule = self.rules.rulebook.rule(duty.rule())?;
            let theirs = rule.owed_by.as_deref() == Some("family-department");
            let seat = owner(on.thread, &derived, owners, duty, rule)?;
            let entry = derived.starting_entry(on.thread, duty)?;
            let mine = entry.written()?.envelope.author.unit == *own;
            let runs = rule.strength == Strength::Law && theirs && mine && seat.unit == *own;
            runs.then(|| entry.id.clone())
        });
        let mut found: Vec<EntryId> = started.collect();
        found.dedup();
        // That the family moves is what the old kommune acts on; the new one knows.
        let moved = on.thread.whole.moved.as_ref().map(|moved| &moved.entry);
        found.retain(|id| Some(id) != moved);
        Ok(found)
    }
}

/// The law that asks for it is this one; nothing else is cited here.
fn ground(told: &HandOver) -> Ground {
    match told.ground {
        Ground::Consent => Ground::Consent,
        Ground::Law(_) => Ground::Law(moving::LAW.to_owned()),
    }
}
