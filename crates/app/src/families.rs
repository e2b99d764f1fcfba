// SPDX-License-Identifier: EUPL-1.2
//! The families a clinic has followed because of use of substances, and the children of theirs that nobody has assessed yet (row
//! S0-015). The list is the clinic's own, made of what the clinic may read: no other unit learns from it that somebody comes
//! there (practice A5).

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::thread::Thread;
use jiff::civil::Date;
use traad_domain::body::{PathwayKind, ReferralTarget, Relation};
use traad_domain::id::PathwayId;
use traad_domain::org::UnitKind;
use traad_domain::pathway::{Exposure, Pathway, ReferralState};
use traad_domain::person::Person;
use traad_domain::policy::Denial;

/// What is settled about a child of such a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// Nobody has taken one.
    Open,
    /// It is to be assessed by a day.
    Planned(Date),
    /// It is deliberately not assessed, with the reason.
    Deselected(String),
}

/// A child that has not been assessed.
#[derive(Debug, Clone)]
pub struct WatchedChild {
    /// Its pathway.
    pub pathway: PathwayId,
    /// Who it is, as far as the clinic knows.
    pub person: Option<Person>,
    /// Where its exposure stands.
    pub exposure: Exposure,
    /// What is settled.
    pub position: Position,
}

/// A family the clinic has followed.
#[derive(Debug, Clone)]
pub struct WatchedFamily {
    /// The pathway of the pregnancy.
    pub pathway: PathwayId,
    /// Who was followed.
    pub person: Option<Person>,
    /// Whether a child is still to be born.
    pub expects: bool,
    /// Children of hers that the clinic knows and nobody has assessed.
    pub children: Vec<WatchedChild>,
}

/// The rule that asks for the assessment of an exposed child.
const ASSESSED: &str = "exposure-assessed";

impl App {
    /// The families of the reader's clinic with a child that has not been assessed, or is still to be born.
    pub fn watched_families(&self, ctx: &Ctx) -> Result<Vec<WatchedFamily>, AppError> {
        if ctx.actor.unit.kind != UnitKind::FamilyClinic
            || !ctx.actor.employment.function.works_on_cases()
        {
            self.log(ctx, "families", &[], Err(Denial::Function))?;
            return Err(AppError::NotFound);
        }
        let listed = self.pathways_of([&ctx.actor.unit.id])?;
        let mut families = Vec::new();
        self.each_thread(&listed, |_, thread| {
            families.extend(self.watched(ctx, &thread)?);
            Ok(())
        })?;
        families.retain(|family| family.expects || !family.children.is_empty());
        let children = families.iter().flat_map(|family| &family.children);
        let children = children.map(|child| child.pathway.clone());
        let shown: Vec<PathwayId> = families
            .iter()
            .map(|family| family.pathway.clone())
            .chain(children)
            .collect();
        self.log(ctx, "families", &shown, Ok("own-unit"))?;
        Ok(families)
    }

    /// A pregnancy the clinic has taken on, as the reader may read it.
    fn watched(&self, ctx: &Ctx, thread: &Thread) -> Result<Option<WatchedFamily>, AppError> {
        let known = Pathway::fold(thread.readable(ctx.reader(), ctx.now));
        let Some(pathway) = thread.primary().filter(|_| takes_on(ctx, &known)) else {
            return Ok(None);
        };
        let mut children = Vec::new();
        for link in &known.links {
            if link.body.relation == Relation::Child {
                children.extend(self.unassessed(ctx, &link.body.other)?);
            }
        }
        Ok(Some(WatchedFamily {
            pathway: pathway.clone(),
            person: self.person_known_here(ctx, &known)?,
            expects: known.birth.is_none() && !known.lost && !known.is_closed(),
            children,
        }))
    }

    /// A child the reader may read of and nobody has assessed, as far as the reader may know.
    fn unassessed(&self, ctx: &Ctx, id: &PathwayId) -> Result<Option<WatchedChild>, AppError> {
        let Some(thread) = self.load_thread(id)? else {
            return Ok(None);
        };
        let readable = thread.readable(ctx.reader(), ctx.now);
        if readable.is_empty() {
            return Ok(None);
        }
        let known = Pathway::fold(readable);
        let finished = |step: &str| matches!(step, "exploration-finished" | "examination-finished");
        let examined = known.steps.iter().any(|step| finished(&step.body.step));
        if examined || known.child.development.newest().is_some() || known.died.is_some() {
            return Ok(None);
        }
        let why = known.explanations.iter().rev();
        let why = why.map(|explained| &explained.body);
        let mut why = why.filter(|explained| explained.rule == ASSESSED);
        let by = known
            .child
            .stated()
            .and_then(|stated| stated.body.assess_by);
        let position = match (why.next(), by) {
            (Some(explained), _) => Position::Deselected(explained.reason.clone()),
            (None, Some(by)) => Position::Planned(by),
            (None, None) => Position::Open,
        };
        Ok(Some(WatchedChild {
            pathway: id.clone(),
            person: self.person_known_here(ctx, &known)?,
            exposure: known.exposure_position(),
            position,
        }))
    }

    /// Whom a pathway is about, with what the reader's unit knows of how to reach the person.
    pub(crate) fn person_known_here(
        &self,
        ctx: &Ctx,
        known: &Pathway,
    ) -> Result<Option<Person>, AppError> {
        let Some(subject) = &known.subject else {
            return Ok(None);
        };
        let found = self.person(subject)?;
        let unit = std::iter::once(&ctx.actor.unit.id);
        Ok(found.map(|found| found.value.as_known_to(unit)))
    }
}

/// Whether the reader's clinic has taken a referral of hers on.
fn takes_on(ctx: &Ctx, known: &Pathway) -> bool {
    let own = |to: &traad_domain::id::UnitId| to == &ctx.actor.unit.id;
    let mut referrals = known.referrals.iter();
    let followed = referrals.any(|referral| {
        let sent = referral.sent.as_ref();
        let taken = matches!(
            referral.state,
            ReferralState::Accepted(..) | ReferralState::Completed(..)
        );
        referral.target == ReferralTarget::FamilyClinic
            && taken
            && sent.is_some_and(|sent| own(&sent.body.to))
    });
    known.kind == Some(PathwayKind::Pregnancy) && followed
}
