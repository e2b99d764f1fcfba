// SPDX-License-Identifier: EUPL-1.2
//! Children placed outside the home (scenario A17): what the authority writes, the list of those who are placed, what the
//! leader counts, and what the carers see and write on a page of their own.

use crate::App;
use crate::citizen::CitizenAccess;
use crate::ctx::Ctx;
use crate::error::AppError;
use jiff::civil::Date;
use std::collections::BTreeMap;
use traad_domain::body::{
    Body, BreakdownRiskJudged, CarerSaid, CarersMatched, CarersMeetingCalled, CarersOffered,
    CarersTold, ChildPlaced, DifficultyJudged, ExposureConsidered, ParentsSupportOffered,
    PathwayKind, PlacementEnded, PlacementEnding, PlacementHome,
};
use traad_domain::decide::placement;
use traad_domain::id::{PathwayId, RefId};
use traad_domain::journal::effective;
use traad_domain::org::{Function, Unit};
use traad_domain::party::PageOf;
use traad_domain::pathway::{ExposureStanding, Pathway};
use traad_domain::person::Person;
use traad_domain::refusal::Problem;
use traad_domain::time::{Occurred, local_date};

type Outcome = Result<PathwayId, AppError>;

/// A placed child on the unit's list.
#[derive(Debug, Clone)]
pub struct PlacedLine {
    /// The pathway.
    pub pathway: PathwayId,
    /// Its case number.
    pub case_number: String,
    /// Who it is about.
    pub person: Option<Person>,
    /// Which kind of place.
    pub kind: String,
    /// First day.
    pub from: Date,
    /// Whether exposure is recognised and acted on.
    pub exposure: ExposureStanding,
}

/// A placement that is another kind than the recommended ones.
#[derive(Debug, Clone)]
pub struct Deviation {
    /// The case.
    pub case_number: String,
    /// Which kind of place.
    pub kind: String,
    /// Why.
    pub reason: String,
}

/// What the leader counts of placements.
#[derive(Debug, Clone, Default)]
pub struct PlacedCount {
    /// Children the unit follows.
    pub children: usize,
    /// Those placed now.
    pub placed: usize,
    /// Those placed in a foster family.
    pub foster: usize,
    /// Those whose exposure is recognised.
    pub recognised: usize,
    /// Those whose exposure is acted on.
    pub acted_on: usize,
    /// Placed now, by kind of place.
    pub kinds: BTreeMap<String, usize>,
    /// Other kinds of place than the recommended ones, ended ones too.
    pub deviations: Vec<Deviation>,
    /// Placements that became too hard: the case, and what it came of.
    pub broken: Vec<(String, String)>,
}

/// What a carer sees.
#[derive(Debug, Clone, Default)]
pub struct CarerView {
    /// The carer's name.
    pub name: String,
    /// The child.
    pub child: Option<Person>,
    /// What the carers were told last, and when.
    pub told: Option<(CarersTold, Occurred)>,
    /// What they were offered, the newest first.
    pub offered: Vec<CarersOffered>,
    /// Meetings that are called and not over.
    pub meetings: Vec<CarersMeetingCalled>,
    /// Own words, the newest first.
    pub said: Vec<(CarerSaid, Occurred)>,
    /// The unit that placed the child.
    pub unit: Option<Unit>,
}

impl App {
    /// Places the child.
    pub fn place_child(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (placed, home): (&ChildPlaced, &PlacementHome),
    ) -> Outcome {
        let kinds = self.catalogue.list("placement-kinds");
        let known = kinds.is_some_and(|list| list.items.iter().any(|kind| kind.id == placed.kind));
        if !known {
            return Err(AppError::field("kind", Problem::NotChosen));
        }
        self.act(ctx, id, None, |on| {
            let reference = RefId::new(on.ids.random());
            let placed = ChildPlaced {
                placement: reference.clone(),
                ..placed.clone()
            };
            let home = PlacementHome {
                placement: reference,
                ..home.clone()
            };
            placement::place(on.known(), (&placed, &home), &ctx.actor.unit, on.hand)
        })
    }

    /// Says anew where the child lives and with whom.
    pub fn move_placement(&self, ctx: &Ctx, id: &PathwayId, home: &PlacementHome) -> Outcome {
        self.act(ctx, id, None, |on| {
            placement::move_home(on.known(), home, &ctx.actor.unit, on.hand)
        })
    }

    /// Ends the placement; the carers' pages close with it.
    pub fn end_placement(&self, ctx: &Ctx, id: &PathwayId, ended: &PlacementEnded) -> Outcome {
        let done = self.act(ctx, id, None, |on| {
            placement::end(on.known(), ended, &ctx.actor.unit, on.hand)
        })?;
        self.close_own_pages(ctx, id, |of| matches!(of, PageOf::Carer(_)))?;
        Ok(done)
    }

    /// Tells the carers what they need to know.
    pub fn tell_carers(&self, ctx: &Ctx, id: &PathwayId, told: &CarersTold) -> Outcome {
        self.act(ctx, id, None, |on| {
            placement::tell_carers(on.known(), told, &ctx.actor.unit, on.hand)
        })
    }

    /// Knowledge, support or tools are offered to the carers.
    pub fn offer_carers(&self, ctx: &Ctx, id: &PathwayId, offered: &CarersOffered) -> Outcome {
        self.act(ctx, id, None, |on| {
            placement::offer_carers(on.known(), offered, &ctx.actor.unit, on.hand)
        })
    }

    /// Sets the child's demands against what the carers can do.
    pub fn match_carers(&self, ctx: &Ctx, id: &PathwayId, matched: &CarersMatched) -> Outcome {
        self.act(ctx, id, None, |on| {
            placement::match_carers(on.known(), matched, &ctx.actor.unit, on.hand)
        })
    }

    /// Judges what may lie behind a difficulty.
    pub fn judge_difficulty(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        judged: &DifficultyJudged,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            placement::judge_difficulty(on.known(), judged, &ctx.actor.unit, on.hand)
        })
    }

    /// Judges how likely it is that the placement becomes too hard.
    pub fn judge_risk(&self, ctx: &Ctx, id: &PathwayId, judged: &BreakdownRiskJudged) -> Outcome {
        self.act(ctx, id, None, |on| {
            placement::judge_risk(on.known(), judged, &ctx.actor.unit, on.hand)
        })
    }

    /// Calls a meeting with the carers.
    pub fn call_carers(&self, ctx: &Ctx, id: &PathwayId, called: &CarersMeetingCalled) -> Outcome {
        self.act(ctx, id, None, |on| {
            placement::call_carers(on.known(), called, &ctx.actor.unit, on.hand)
        })
    }

    /// Offers support to one of the parents.
    pub fn offer_parent(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        offered: &ParentsSupportOffered,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            placement::offer_parent(on.known(), offered, &ctx.actor.unit, on.hand)
        })
    }

    /// Says whether a placed child's exposure is recognised and acted on.
    pub fn consider_exposure(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        said: &ExposureConsidered,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            placement::consider_exposure(on.known(), said, &ctx.actor.unit, on.hand)
        })
    }

    /// The children the reader's unit has placed, by the newest placement.
    pub fn placed_children(&self, ctx: &Ctx) -> Result<Vec<PlacedLine>, AppError> {
        if !ctx.actor.unit.is_child_authority() || !ctx.actor.employment.function.works_on_cases() {
            return Err(AppError::NotFound);
        }
        let listed = self.pathways_of([&ctx.actor.unit.id])?;
        let mut lines = Vec::new();
        self.each_thread(&listed, |case_number, thread| {
            let readable = thread.readable(ctx.reader(), ctx.now);
            let known = Pathway::fold(readable.iter().copied());
            let now = known.placements.current();
            let (Some(now), Some(id)) = (now, &known.id) else {
                return Ok(());
            };
            lines.push(PlacedLine {
                pathway: id.clone(),
                case_number: case_number.to_owned(),
                person: self.person_known_here(ctx, &known)?,
                kind: now.placed.body.kind.clone(),
                from: now.placed.body.from,
                exposure: known.exposure_standing(),
            });
            Ok(())
        })?;
        lines.sort_by(|a, b| b.from.cmp(&a.from).then(a.case_number.cmp(&b.case_number)));
        let shown: Vec<_> = lines.iter().map(|line| line.pathway.clone()).collect();
        self.log(ctx, "read", &shown, Ok("own-unit"))?;
        Ok(lines)
    }

    /// What a carer sees; the read is logged like any other.
    pub fn carer_page(&self, ctx: &Ctx) -> Result<CarerView, AppError> {
        let access = self.carer_access(ctx)?;
        let thread = self.open_own(ctx, &access.pathway)?;
        let readable = thread.readable(ctx.reader(), ctx.now);
        let directory = self.directory(local_date(ctx.now))?;
        let mut view = CarerView {
            name: ctx.actor.employment.name.clone(),
            child: self.person(&access.person)?.map(|found| found.value),
            ..CarerView::default()
        };
        for entry in effective(readable.iter().copied()) {
            #[expect(
                clippy::wildcard_enum_match_arm,
                reason = "a carer reads no other kind of entry"
            )]
            match entry.body {
                Body::CarersTold(told) => {
                    view.told = Some((told.clone(), entry.occurred()));
                    view.unit = directory.unit(&entry.author().unit).cloned();
                }
                Body::CarersOffered(offered) => view.offered.insert(0, offered.clone()),
                Body::CarersMeetingCalled(called) if called.at >= ctx.now => {
                    view.meetings.push(called.clone());
                }
                Body::CarerSaid(said) => view.said.insert(0, (said.clone(), entry.occurred())),
                _ => {}
            }
        }
        view.meetings.sort_by_key(|called| called.at);
        Ok(view)
    }

    /// Whether the carer's page is there for who acts still.
    pub fn is_open_to_carer(&self, ctx: &Ctx) -> Result<(), AppError> {
        let access = self.carer_access(ctx)?;
        self.open_for(ctx, &access.pathway, "read-own").map(drop)
    }

    /// A carer writes in own words.
    pub fn carer_says(&self, ctx: &Ctx, said: &CarerSaid) -> Outcome {
        let id = self.carer_access(ctx)?.pathway;
        self.act(ctx, &id, None, |on| {
            let said = CarerSaid {
                reference: RefId::new(on.ids.random()),
                ..said.clone()
            };
            placement::carer_says(&on.thread.whole, &said, on.hand)
        })
    }

    fn carer_access(&self, ctx: &Ctx) -> Result<CitizenAccess, AppError> {
        if ctx.actor.employment.function != Function::FosterCarer {
            return Err(AppError::NotFound);
        }
        self.access_of(ctx)
    }
}

impl PlacedCount {
    /// Adds what the reader may see of one pathway.
    pub(crate) fn add(&mut self, known: &Pathway, case_number: &str) {
        if known.kind != Some(PathwayKind::Child) {
            return;
        }
        self.children += 1;
        for one in known.placements.all.iter().filter(|one| one.deviates()) {
            self.deviations.push(Deviation {
                case_number: case_number.to_owned(),
                kind: one.placed.body.kind.clone(),
                reason: one.placed.body.deviation.clone().unwrap_or_default(),
            });
        }
        let ended = known
            .placements
            .all
            .iter()
            .filter_map(|one| one.ended.as_ref());
        let broken = ended.filter(|ended| ended.body.how == PlacementEnding::BrokeDown);
        self.broken
            .extend(broken.map(|ended| (case_number.to_owned(), ended.body.cause.clone())));
        let Some(now) = known.placements.current() else {
            return;
        };
        let standing = known.exposure_standing();
        self.placed += 1;
        self.foster += usize::from(now.is_foster());
        self.recognised += usize::from(standing.recognised == Some(true));
        self.acted_on += usize::from(standing.acted_on == Some(true));
        *self.kinds.entry(now.placed.body.kind.clone()).or_default() += 1;
    }
}
