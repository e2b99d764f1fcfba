// SPDX-License-Identifier: EUPL-1.2
//! The forms of a pathway: opened with what the writer may see, read into one use case, shown again with everything typed
//! when something is wrong or somebody else came first.

pub(crate) mod adoption;
pub(crate) mod adult;
pub(crate) mod adulthood;
pub(crate) mod assessment;
pub(crate) mod birth;
pub(crate) mod checkups;
pub(crate) mod child;
pub(crate) mod child_followup;
mod child_plan;
pub(crate) mod closing;
pub(crate) mod consent;
pub(crate) mod contact;
pub(crate) mod coordinator;
pub(crate) mod correction;
pub(crate) mod development;
pub(crate) mod discharge;
mod element;
pub(crate) mod ending;
pub(crate) mod followup;
pub(crate) mod help;
pub(crate) mod hypothesis;
pub(crate) mod identity;
pub(crate) mod information;
pub(crate) mod judgement;
pub(crate) mod meeting;
pub(crate) mod minutes;
pub(crate) mod moving;
pub(crate) mod note;
pub(crate) mod own_page;
pub(crate) mod placement;
pub(crate) mod plan;
pub(crate) mod preventive;
mod round;
pub(crate) mod screening;
pub(crate) mod showing;
pub(crate) mod siblings;
pub(crate) mod signs;
pub(crate) mod support;
pub(crate) mod task;
pub(crate) mod team;
pub(crate) mod treatment;
pub(crate) mod viso;
pub(crate) mod wellbeing;

use super::pathway::entry as pathway_entry;
use super::{kommune, person, problem};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::text::dates::parse_date;
use crate::view::form::{Between, FieldError, Form};
use crate::view::pathway::Words;
use crate::view::work::About;
use jiff::civil::Date;
use traad_app::{AppError, Ctx, PathwayView, Seen, since_token};
use traad_domain::body::{CustodyState, PathwayKind, WishKind};
use traad_domain::category::Category;
use traad_domain::entry::{Entry, Topic};
use traad_domain::id::PathwayId;
use traad_domain::org::Unit;
use traad_domain::refusal::{NoConsent, NotNow, Problem, Refusal};

/// A pathway opened for one form.
pub(crate) struct Case {
    /// Who writes.
    pub(crate) ctx: Ctx,
    /// Where.
    pub(crate) id: PathwayId,
    /// What the writer may see of it.
    pub(crate) view: PathwayView,
}

/// Opens the pathway of the address; for whoever takes no part in it there is none.
pub(crate) fn open(visit: &Visit) -> Result<Case, Fault> {
    let (ctx, id) = (visit.ctx()?, PathwayId::new(visit.param("id")));
    let view = visit.app.pathway(&ctx, &id)?;
    case(ctx, id, view)
}

/// The same for what is written on a child alone.
fn open_child(visit: &Visit) -> Result<Case, Fault> {
    let case = open(visit)?;
    if case.is_a_childs() {
        Ok(case)
    } else {
        Err(Fault::NotNow(NotNow::NotAChild))
    }
}

/// The same for what the child's authority alone writes.
fn open_child_as_authority(visit: &Visit) -> Result<Case, Fault> {
    let case = open_child(visit)?;
    if case.ctx.actor.unit.is_child_authority() {
        Ok(case)
    } else {
        Err(Fault::NotNow(NotNow::ForTheAuthority))
    }
}

/// The same for something that is printed, which the log tells apart.
fn open_to_print(visit: &Visit) -> Result<Case, Fault> {
    let (ctx, id) = (visit.ctx()?, PathwayId::new(visit.param("id")));
    let view = visit.app.pathway_to_print(&ctx, &id)?;
    case(ctx, id, view)
}

fn case(ctx: Ctx, id: PathwayId, view: PathwayView) -> Result<Case, Fault> {
    // Whoever reads by nødadgang or ledelsestilsyn writes nothing.
    if ctx.actor.employment.leave_at(ctx.now).is_some() {
        return Err(Fault::NotNow(NotNow::OnLeave));
    }
    if !view.writes {
        return Err(Fault::Forbidden);
    }
    Ok(Case { ctx, id, view })
}

impl Case {
    /// Whose pathway it is.
    pub(crate) fn about(&self, visit: &Visit) -> About {
        let pathway = &self.view.pathway;
        let lmp = pathway.gestation(visit.now).and(pathway.lmp());
        About {
            id: self.id.as_str().to_owned(),
            who: person::with_week(visit, self.view.person.as_ref(), lmp),
        }
    }

    /// Whether it is a child's pathway.
    fn is_a_childs(&self) -> bool {
        self.view.pathway.kind == Some(PathwayKind::Child)
    }

    /// A fresh form that has seen a topic as it stands.
    fn blank(&self, visit: &Visit, topic: &Topic) -> Form {
        Form {
            version: Some(self.view.token(topic)),
            ..visit.blank()
        }
    }

    /// What a sent form had seen of a topic.
    fn seen(form: &Form, topic: Topic) -> Seen {
        Seen {
            topic,
            token: form.version.clone().unwrap_or_default(),
        }
    }

    /// On to one of the pathway's pages, with a word of what was done.
    fn to(&self, page: &str, notice: &str) -> Answer {
        Answer::To(format!(
            "{}?ok={notice}",
            paths::pathway(self.id.as_str(), page)
        ))
    }

    /// The same writer for the second thing one form does: sent again, each is written once.
    fn second(&self) -> Ctx {
        let submission = self.ctx.submission.as_ref().map(|id| format!("{id}-2"));
        Ctx {
            submission,
            ..self.ctx.clone()
        }
    }

    /// Her newest words, with the day.
    fn words(&self, visit: &Visit) -> Option<Words> {
        let newest = self.view.pathway.wishes.last()?;
        Some(wish(
            visit,
            newest.body.wish,
            &newest.body.words,
            newest.occurred.date(),
        ))
    }

    /// Units that work in the pathway's municipality, and those of the one the family moves to; all, when neither is known.
    fn units(&self) -> Vec<&Unit> {
        let directory = &self.view.directory;
        let pathway = &self.view.pathway;
        let Some(municipality) = &pathway.municipality else {
            return directory.units().iter().collect();
        };
        let to = pathway.moves_to();
        let there = directory.units().iter();
        let there = there.filter(|unit| to.is_some() && unit.municipality.as_ref() == to);
        let here = directory.all_serving(municipality, &self.view.region);
        here.chain(there).collect()
    }

    /// What a refused use case means for the form: its status, with the sentences at the fields. When somebody else came
    /// first, what they wrote stands above the form and the form now counts from there.
    fn refused(
        &mut self,
        visit: &Visit,
        form: &mut Form,
        error: AppError,
        fields: &[(&str, &str)],
    ) -> Result<u16, Fault> {
        match error {
            AppError::Refused(Refusal::Conflict(topic)) => {
                self.view = visit.app.pathway(&self.ctx, &self.id)?;
                let entries: Vec<&Entry> = self.view.entries.iter().collect();
                let token = form.version.as_deref().unwrap_or_default();
                form.between = since_token(&entries, &topic, token)
                    .into_iter()
                    .filter_map(|e| between(visit, &self.view, e))
                    .collect();
                form.version = Some(self.view.token(&topic));
                Ok(409)
            }
            AppError::Refused(Refusal::NotNow(why)) => {
                let first = fields.first().map_or("", |(_, field)| field);
                form.errors.push(FieldError {
                    field: first.to_owned(),
                    message: visit.t.of("refusal", why.code()),
                });
                Ok(409)
            }
            AppError::Refused(Refusal::NoConsent(lacks)) => {
                let first = fields.first().map_or("", |(_, field)| field);
                form.errors.push(FieldError {
                    field: first.to_owned(),
                    message: no_consent(visit, &self.view, &lacks),
                });
                Ok(422)
            }
            AppError::Refused(Refusal::Invalid(_))
            | AppError::NotFound
            | AppError::Forbidden
            | AppError::TeamOnly
            | AppError::Busy
            | AppError::Unavailable(_)
            | AppError::Internal(_) => {
                problem::into_form(visit, form, error, fields, |_| None)?;
                Ok(422)
            }
        }
    }
}

/// Which consent lacks: which way, towards whom, and about what. It says nothing of what the writer did not choose.
fn no_consent(visit: &Visit, view: &PathwayView, lacks: &NoConsent) -> String {
    let unit = view.directory.name(&lacks.unit).to_owned();
    let words = |c: &Category| visit.t.of("work-category", c.code()).to_lowercase();
    let what: Vec<String> = lacks.categories.iter().map(words).collect();
    if let Some(sentence) = no_custody(visit, view, lacks) {
        return sentence;
    }
    let key = format!("no-consent.{}", lacks.direction.code());
    visit
        .t
        .a2(&key, &("unit", unit), &("what", what.join(", ")))
}

/// Of a child: whose yes lacks among those who have custody, as far as the writer knows who they are.
fn no_custody(visit: &Visit, view: &PathwayView, lacks: &NoConsent) -> Option<String> {
    let custody = view.pathway.child.custody()?;
    if custody.custody == CustodyState::Unresolved {
        return Some(visit.t.s("no-consent-child.unresolved"));
    }
    let pathway = &view.pathway;
    let missing = pathway.custody_missing(&lacks.unit, &lacks.categories, visit.now);
    let names = missing.join(", ");
    let unit = view.directory.name(&lacks.unit).to_owned();
    let said = |names| {
        visit.t.a2(
            "no-consent-child.missing",
            &("names", names),
            &("unit", unit),
        )
    };
    (!missing.is_empty()).then_some(names).map(said)
}

/// One thing somebody wrote while a form was being filled in.
fn between(visit: &Visit, view: &PathwayView, entry: &Entry) -> Option<Between> {
    let written = entry.written()?;
    let lines = pathway_entry::lines(visit, view, &written.body);
    let title = pathway_entry::title(visit, &written.body);
    Some(Between {
        at: visit.moment(entry.recorded),
        by: pathway_entry::by(visit, view, &written.envelope.author),
        what: std::iter::once(title)
            .chain(lines)
            .collect::<Vec<_>>()
            .join(" · "),
    })
}

/// Her words as a page quotes them.
fn wish(visit: &Visit, kind: WishKind, words: &str, day: Date) -> Words {
    let text = if kind == WishKind::NotSaying {
        visit.t.of("work-wish-kind", kind.code())
    } else {
        words.to_owned()
    };
    Words {
        text,
        at: visit.t.date(day),
    }
}

/// What was typed in a field, when something was.
pub(crate) fn typed(form: &Form, name: &str) -> Option<String> {
    Some(form.value(name).trim().to_owned()).filter(|text| !text.is_empty())
}

/// Every value chosen in a field.
pub(crate) fn chosen<'a>(form: &'a Form, name: &'a str) -> impl Iterator<Item = &'a str> {
    form.values
        .iter()
        .filter(move |(field, _)| field == name)
        .map(|(_, value)| value.as_str())
}

/// Notes what is wrong with a field.
pub(crate) fn wrong(visit: &Visit, form: &mut Form, field: &str, problem: Problem) {
    problem::add(visit, form, field, "problem", problem.code());
}

/// The text of a field that must not be empty.
pub(crate) fn needed(visit: &Visit, form: &mut Form, field: &str) -> Option<String> {
    let text = typed(form, field);
    if text.is_none() {
        wrong(visit, form, field, Problem::Missing);
    }
    text
}

/// A date that was typed: `Ok(None)` when the field is empty, an error is noted when it is no date.
fn day(visit: &Visit, form: &mut Form, field: &str) -> Option<Date> {
    let text = typed(form, field)?;
    let date = parse_date(&text);
    if date.is_none() {
        wrong(visit, form, field, Problem::NotADate);
    }
    date
}

/// A date that must be typed.
pub(crate) fn needed_day(
    visit: &Visit,
    form: &mut Form,
    field: &str,
    missing: Problem,
) -> Option<Date> {
    if typed(form, field).is_none() {
        wrong(visit, form, field, missing);
        return None;
    }
    day(visit, form, field)
}

/// A word of the catalogue in the reader's language.
fn word(visit: &Visit, list: &str, code: &str) -> String {
    let words = visit
        .app
        .catalogue()
        .words(list, code, kommune::language(visit));
    words.unwrap_or(code).to_owned()
}
