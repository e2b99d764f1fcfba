// SPDX-License-Identifier: EUPL-1.2
//! A child's check-ups (scenarios A16 and A19): offered, placed, planned, told of and ended; what is known of a child handed
//! on to new surroundings; and which children of a unit have none, or are not in touch.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::thread::Thread;
use jiff::ToSpan;
use jiff::civil::Date;
use traad_domain::body::{CheckupTold, MissedBecause, OutreachTried};
use traad_domain::decide::checkup::{
    OFFERED, Place, Placing, is_here, is_place, offers, place, plan, reach_out, school_age, tell,
};
use traad_domain::decide::closing::{Ending, Known, Onward, Telling, end, hand_on};
use traad_domain::directory::offer::AgeGroup;
use traad_domain::id::{MunicipalityCode, PathwayId, PersonId, RefId, UnitId};
use traad_domain::org::{Unit, UnitKind};
use traad_domain::pathway::Pathway;
use traad_domain::time::local_date;

type Outcome = Result<PathwayId, AppError>;

/// The catalogue's lists of places and ages.
const PLACES: &str = "checkup-places";
const AGES: &str = "checkup-ages";

/// What somebody may do about a child's check-ups, from what the reader is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MayCheckups {
    /// Offer them, and say where they are.
    pub offer: bool,
    /// Plan and tell of them, and end them.
    pub keep: bool,
}

/// Why a child stands on a unit's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lacks {
    /// The child is entitled to check-ups and was not offered any.
    Offer,
    /// The offer they were a part of is closed.
    Place(String),
    /// The family is not in touch: why, and how often somebody has tried since.
    Contact(Option<MissedBecause>, usize),
}

/// A child of the unit that lacks something.
#[derive(Debug, Clone)]
pub struct LackLine {
    /// Its pathway.
    pub pathway: PathwayId,
    /// Its case number.
    pub case_number: String,
    /// What lacks.
    pub lacks: Lacks,
}

/// How many children of one group are followed, and with how many contact is lost.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DropOut {
    /// Followed.
    pub followed: u32,
    /// Of them not in touch.
    pub lost: u32,
}

/// What the children of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// All of the unit.
    All,
    /// The offer, by id; none is the unit's own.
    Offer(Option<String>),
    /// The region of the kommune that acts.
    Region(String),
    /// The age.
    Age(Option<AgeGroup>),
}

/// The children a unit follows.
#[derive(Debug, Clone, Default)]
pub struct Followed {
    /// Those that lack something.
    pub lines: Vec<LackLine>,
    /// Drop-out by group.
    pub groups: std::collections::BTreeMap<Group, DropOut>,
}

impl App {
    /// What somebody may do about a child's check-ups.
    pub fn may_checkups(&self, ctx: &Ctx, view: &crate::PathwayView) -> MayCheckups {
        let hand = ctx.hand(PersonId::new(""));
        let world = view.world();
        let known = &view.pathway;
        let child = known.kind == Some(traad_domain::body::PathwayKind::Child);
        let writes = view.writes && !known.is_closed() && child;
        MayCheckups {
            offer: writes && offers(known, &hand, world),
            keep: writes && is_here(known, &hand),
        }
    }

    /// Where the children of a kommune are followed: what the catalogue says of its region or of one it lay in before, and
    /// otherwise the family clinic.
    pub fn checkup_place(
        &self,
        of: &MunicipalityCode,
        day: Date,
    ) -> Result<Option<Unit>, AppError> {
        let list = self.catalogue.list(PLACES);
        let list = list.filter(|list| list.valid_from <= day);
        let stays = self.catalogue.municipality(of.as_str());
        let stays = stays.map(|m| m.regions.as_slice()).unwrap_or_default();
        // A place hangs on the geography: it serves the kommune after the region has another name.
        let begun: Vec<_> = stays.iter().rev().filter(|stay| stay.from <= day).collect();
        let directory = self.directory(day)?;
        let serving = |kind| {
            let mut found = begun.iter();
            found.find_map(|stay| directory.serving(kind, of, &stay.region))
        };
        let named = begun.iter().find_map(|stay| list?.item(&stay.region));
        let code = named.and_then(|item| item.links("unit_kinds").first());
        let kind = code.and_then(|code| UnitKind::from_code(code));
        Ok(serving(kind.unwrap_or(UnitKind::FamilyClinic)).cloned())
    }

    /// Every unit children come to for check-ups, by name.
    pub fn checkup_units(&self, day: Date) -> Result<Vec<Unit>, AppError> {
        let directory = self.directory(day)?;
        let fits = |unit: &&Unit| is_place(unit.kind);
        let mut units: Vec<Unit> = directory.units().iter().filter(fits).cloned().collect();
        units.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(units)
    }

    /// The days that are proposed for a child's check-ups: the ages of the catalogue that lie ahead.
    pub fn proposed_checkups(&self, known: &Pathway, today: Date) -> Vec<Date> {
        let Some(born) = known.child.birthday() else {
            return Vec::new();
        };
        let list = self.catalogue.list(AGES);
        let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
        let months = items.iter().flat_map(|item| item.numbers::<i32>("months"));
        let days = months.map(|count| born.saturating_add(count.months()));
        let end = school_age(known);
        days.filter(|day| *day >= today && end.is_none_or(|end| *day <= end))
            .collect()
    }

    /// Offers check-ups, or gives them a new place.
    pub fn place_checkups(&self, ctx: &Ctx, id: &PathwayId, told: &Placing) -> Outcome {
        let all = self.offers()?;
        let outcome = self.act(ctx, id, None, |on| {
            let at = Place {
                known: on.known(),
                readable: on.readable(),
                offers: &all,
                world: on.world,
            };
            let mut drawn = crate::ctx::RandomIds(self.random.as_ref());
            place(at, told, on.hand, &mut drawn)
        });
        self.refusal_logged(ctx, id, outcome)
    }

    /// Plans further check-ups, or lets them end on another day.
    pub fn plan_checkups(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        planned: (&[Date], Option<Date>, &str),
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            let mut drawn = crate::ctx::RandomIds(self.random.as_ref());
            plan(on.known(), planned, on.hand, &mut drawn)
        })
    }

    /// Tells how a check-up went.
    pub fn tell_checkup(&self, ctx: &Ctx, id: &PathwayId, told: &CheckupTold) -> Outcome {
        self.act(ctx, id, None, |on| tell(on.known(), told, on.hand))
    }

    /// Registers an attempt to reach a family that is lost.
    pub fn reach_out(&self, ctx: &Ctx, id: &PathwayId, tried: &OutreachTried) -> Outcome {
        self.act(ctx, id, None, |on| reach_out(on.known(), tried, on.hand))
    }

    fn on_ground<'u>(
        &self,
        ctx: &Ctx,
        telling: &Telling,
        receivers: impl IntoIterator<Item = &'u UnitId>,
    ) -> Result<Telling, AppError> {
        Ok(Telling {
            tell: self.tells_her(&telling.ground),
            ground: self.cited(ctx, &telling.ground, receivers)?,
            ..telling.clone()
        })
    }

    /// Ends check-ups, or asks others to take over.
    pub fn end_checkups(&self, ctx: &Ctx, id: &PathwayId, told: &Ending) -> Outcome {
        let told = &Ending {
            telling: self.on_ground(
                ctx,
                &told.telling,
                told.receivers.iter().map(|(_, unit)| unit),
            )?,
            ..told.clone()
        };
        let today = local_date(ctx.now);
        let outcome = self.act(ctx, id, None, |on| {
            let acts = on.thread.whole.municipality.as_ref();
            let authority = acts.and_then(|acts| {
                let region = self.region_of(acts, today)?;
                let directory = on.world.directory;
                directory.serving(UnitKind::FamilyDepartment, acts, &region)
            });
            let known = Known {
                known: on.known(),
                readable: on.readable(),
                whole: &on.thread.whole,
                world: on.world,
                authority,
            };
            end(known, told, on.hand, RefId::new(self.random.text()))
        });
        self.refusal_logged(ctx, id, outcome)
    }

    /// Hands what is known of a child on to a daycare or a school.
    pub fn hand_on(&self, ctx: &Ctx, id: &PathwayId, told: &Onward) -> Outcome {
        let told = &Onward {
            telling: self.on_ground(ctx, &told.telling, [&told.unit])?,
            ..told.clone()
        };
        let outcome = self.act(ctx, id, None, |on| {
            let known = Known {
                known: on.known(),
                readable: on.readable(),
                whole: &on.thread.whole,
                world: on.world,
                authority: None,
            };
            hand_on(known, told, on.hand, &RefId::new(self.random.text()))
        });
        self.refusal_logged(ctx, id, outcome)
    }
}

/// Which region a kommune lies in today.
pub(crate) type RegionOf<'a> = &'a dyn Fn(&MunicipalityCode) -> Option<String>;

impl Followed {
    /// Adds a child, as far as the reader's unit knows it.
    pub(crate) fn add(
        &mut self,
        ctx: &Ctx,
        (thread, known): (&Thread, &Pathway),
        (case_number, region): (&str, RegionOf<'_>),
    ) {
        if known.is_closed() || known.died.is_some() {
            return;
        }
        let own = &ctx.actor.unit.id;
        if let (Some(lacks), Some(primary)) = (lacks(known, own), thread.primary()) {
            self.lines.push(LackLine {
                pathway: primary.clone(),
                case_number: case_number.to_owned(),
                lacks,
            });
        }
        let checkups = &known.child.checkups;
        let placed = checkups.placed.as_ref().filter(|at| &at.body.unit == own);
        let Some(placed) = placed.filter(|_| known.has_checkups()) else {
            return;
        };
        let region = known.municipality.as_ref().and_then(region);
        let months = known.child.birthday().map(|born| {
            let age = local_date(ctx.now).since((jiff::Unit::Month, born));
            age.map_or(0, |span| span.get_months())
        });
        let groups = [
            Group::All,
            Group::Offer(placed.body.offer.clone()),
            Group::Region(region.unwrap_or_default()),
            Group::Age(months.and_then(AgeGroup::of_months)),
        ];
        for group in groups {
            let figures = self.groups.entry(group).or_default();
            figures.followed += 1;
            figures.lost += u32::from(checkups.lost.is_some());
        }
    }
}

/// What a child lacks that the unit answers for.
fn lacks(known: &Pathway, own: &UnitId) -> Option<Lacks> {
    let checkups = &known.child.checkups;
    let Some(placed) = &checkups.placed else {
        let entitled = checkups.entitled.as_ref();
        let ours = entitled.is_some_and(|entitled| &entitled.body.clinic == own);
        let answered = known.offers.iter().any(|made| made.body.offer == OFFERED);
        return (ours && !answered).then_some(Lacks::Offer);
    };
    if &placed.body.unit != own || !known.has_checkups() {
        return None;
    }
    if let Some(closed) = &checkups.closed_offer {
        return Some(Lacks::Place(closed.body.name.clone()));
    }
    let lost = checkups.lost.as_ref()?;
    let since = checkups.outreach.iter();
    let since = since.filter(|tried| tried.recorded >= lost.recorded);
    Some(Lacks::Contact(lost.body.because, since.count()))
}
