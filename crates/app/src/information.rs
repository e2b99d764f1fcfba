// SPDX-License-Identifier: EUPL-1.2
//! Information that changes hands: passed on, asked for, answered. An attempt that lacks a consent is logged, with nothing
//! of what it was about.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use traad_domain::body::{Direction, PreventiveMeetingCalled, RequestAnswered};
use traad_domain::catalogue::Item;
use traad_domain::category::Category;
use traad_domain::decide::information::{self, Asking, Ground, Passing, Showing};
use traad_domain::decide::preventive::{self, Circle};
use traad_domain::id::{EntryId, PathwayId, RefId, UnitId};
use traad_domain::org::UnitKind;
use traad_domain::policy::Denial;
use traad_domain::refusal::{NoConsent, Problem, Refusal};
use traad_domain::time::local_date;

type Outcome = Result<PathwayId, AppError>;

/// The list of the catalogue that holds the paragraphs information can be passed on by.
pub const DISCLOSURE_LAWS: &str = "disclosure-laws";

/// The list of the catalogue that holds the kinds of unit that can meet about a child once without consent.
const CIRCLE: &str = "preventive-circle";

impl App {
    /// The kinds of unit that can meet about a child once without consent, and by which paragraph.
    pub fn preventive_circle(&self) -> Circle {
        let list = self.catalogue.list(CIRCLE);
        let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
        let kinds = items
            .iter()
            .filter_map(|item| UnitKind::from_code(&item.id));
        let paragraph = items
            .first()
            .and_then(|item| item.links("paragraph").first());
        Circle {
            kinds: kinds.collect(),
            paragraph: paragraph.cloned().unwrap_or_default(),
        }
    }

    /// Calls the municipal circle to its one meeting about a child.
    pub fn call_preventive_meeting(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        called: &PreventiveMeetingCalled,
    ) -> Outcome {
        let directory = self.directory(local_date(ctx.now))?;
        let circle = self.preventive_circle();
        self.act(ctx, id, None, |on| {
            let called = PreventiveMeetingCalled {
                reference: RefId::new(on.ids.random()),
                ..called.clone()
            };
            preventive::call(&on.thread.whole, &called, (&circle, &directory), on.hand)
        })
    }

    /// Tells the others on a preventive meeting what the unit said there.
    pub fn tell_at_preventive_meeting(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (reference, told): (&str, &[EntryId]),
    ) -> Outcome {
        let circle = self.preventive_circle();
        self.act(ctx, id, None, |on| {
            let entries = &on.thread.entries;
            preventive::tell(on.known(), entries, (reference, told), (&circle, on.hand))
        })
    }

    /// Passes entries on to another unit.
    pub fn disclose(&self, ctx: &Ctx, id: &PathwayId, passing: &Passing) -> Outcome {
        self.receives(ctx, &passing.to, "to")?;
        let passing = Passing {
            tell: self.tells_her(&passing.ground),
            ground: self.cited(ctx, &passing.ground, [&passing.to])?,
            ..passing.clone()
        };
        let outcome = self.act(ctx, id, None, |on| {
            information::disclose(on.readable(), &on.thread.whole, &passing, on.hand)
        });
        self.refusal_logged(ctx, id, outcome)
    }

    /// Asks another unit for information.
    pub fn request_information(&self, ctx: &Ctx, id: &PathwayId, asking: &Asking) -> Outcome {
        self.receives(ctx, &asking.unit, "unit")?;
        let ground = self.cited(ctx, &asking.ground, [&ctx.actor.unit.id])?;
        let outcome = self.act(ctx, id, None, |on| {
            let asking = Asking {
                reference: RefId::new(on.ids.random()),
                ground: ground.clone(),
                ..asking.clone()
            };
            information::request(on.known(), &on.thread.whole, &asking, on.hand)
        });
        self.refusal_logged(ctx, id, outcome)
    }

    /// Answers a request to the own unit.
    pub fn answer_request(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        answered: &RequestAnswered,
        category: Option<Category>,
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            let entries = &on.thread.entries;
            information::answer(on.known(), entries, answered, category, on.hand)
        })
    }

    /// Whether she is to be told of what is passed on by a paragraph.
    pub(crate) fn tells_her(&self, ground: &Ground) -> bool {
        let Ground::Law(code) = ground else {
            return false;
        };
        let item = self.disclosure_law(code);
        item.is_some_and(|item| !item.links("tell").is_empty())
    }

    /// Shows her what came with a notification, or keeps it from her page longer.
    pub fn show_to_party(
        &self,
        ctx: &Ctx,
        id: &PathwayId,
        (reference, showing): (&str, &Showing),
    ) -> Outcome {
        self.act(ctx, id, None, |on| {
            let what = (reference, showing);
            information::show(&on.thread.whole, on.readable(), what, on.hand)
        })
    }

    /// A paragraph of the catalogue as it is cited; the code stands in the form. It is for the writer to use, and lets
    /// everybody who is to be given something have it.
    pub(crate) fn cited<'u>(
        &self,
        ctx: &Ctx,
        ground: &Ground,
        receivers: impl IntoIterator<Item = &'u UnitId>,
    ) -> Result<Ground, AppError> {
        let Ground::Law(code) = ground else {
            return Ok(Ground::Consent);
        };
        let wrong = |problem| AppError::field("ground", problem);
        let item = self.disclosure_law(code);
        let item = item.ok_or_else(|| wrong(Problem::NotChosen))?;
        let health = item.links("by").iter().any(|by| by == "health");
        if health && !ctx.actor.employment.function.is_health() {
            return Err(wrong(Problem::LawNotYours));
        }
        let kinds = item.links("unit_kinds");
        let directory = self.directory(local_date(ctx.now))?;
        let may_have = |unit: &UnitId| {
            let kind = directory.unit(unit).map(|unit| unit.kind.code());
            kinds.is_empty() || kinds.iter().any(|code| Some(code.as_str()) == kind)
        };
        if !receivers.into_iter().all(may_have) {
            return Err(wrong(Problem::LawNotTheirs));
        }
        let cited = item.links("paragraph").first().cloned();
        let cited = cited.ok_or_else(|| wrong(Problem::NotChosen))?;
        Ok(Ground::Law(cited))
    }

    fn disclosure_law(&self, code: &str) -> Option<&Item> {
        self.catalogue.list(DISCLOSURE_LAWS)?.item(code)
    }

    fn receives(&self, ctx: &Ctx, unit: &UnitId, name: &'static str) -> Result<(), AppError> {
        let directory = self.directory(local_date(ctx.now))?;
        match directory.unit(unit) {
            Some(_) => Ok(()),
            None => Err(AppError::field(name, Problem::NoSuchUnit)),
        }
    }

    /// Logs what was tried without a consent, before it is refused.
    pub(crate) fn refusal_logged(&self, ctx: &Ctx, id: &PathwayId, outcome: Outcome) -> Outcome {
        if let Err(AppError::Refused(Refusal::NoConsent(NoConsent { direction, .. }))) = &outcome {
            let action = match direction {
                Direction::Obtain => "request",
                Direction::Disclose => "disclose",
                Direction::Meet => "invite",
            };
            let pathway = std::slice::from_ref(id);
            self.log(ctx, action, pathway, Err(Denial::NoConsent))?;
        }
        outcome
    }
}
