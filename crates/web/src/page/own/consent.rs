// SPDX-License-Identifier: EUPL-1.2
//! Her consents: read, given, refused and taken back by herself.

use super::{child, hers, units};
use crate::page::pathway::entry::capital;
use crate::page::problem;
use crate::page::work::{chosen, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::consent::ConsentCard;
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::own::{OwnConsentForm, OwnConsents, OwnWithdraw};
use crate::view::parts::Link;
use traad_app::{OwnAnswer, OwnView};
use traad_domain::body::{Capacity, ConsentPurpose, Direction};
use traad_domain::category::Category;
use traad_domain::decide::consent::categories;
use traad_domain::id::{RefId, UnitId};
use traad_domain::pathway::{Answer as Began, Consent, ConsentState};
use traad_domain::refusal::Problem;

const FIELDS: [(&str, &str); 3] = [
    ("actors", "aktoer"),
    ("categories", "oplysninger"),
    ("purpose", "brug"),
];

/// All of them. A partner's are his.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = visit.app.own_page(&hers(visit)?)?;
    let all = view.pathway.consents.iter().rev();
    let own = all.filter(|c| c.scope.giver.capacity != Capacity::Partner);
    let (running, ended): (Vec<&Consent>, Vec<&Consent>) = own.partition(|c| counts(visit, c));
    let cards = |list: Vec<&Consent>| list.into_iter().map(|c| card(visit, &view, c)).collect();
    let page = OwnConsents {
        child: child(visit, &view),
        running: cards(running),
        ended: cards(ended),
    };
    visit.page(Section::Other, &page)
}

fn counts(visit: &Visit, consent: &Consent) -> bool {
    matches!(
        consent.state(visit.now),
        ConsentState::Running | ConsentState::Ahead
    )
}

fn card(visit: &Visit, view: &OwnView, consent: &Consent) -> ConsentCard {
    let t = &visit.t;
    let actors = match &consent.answer {
        Began::Given(given) if consent.scope.actors.is_empty() => &given.body.scope.actors,
        Began::Given(_) | Began::Refused(_) | Began::NotPossible(_) => &consent.scope.actors,
    };
    let names: Vec<&str> = actors.iter().map(|u| view.directory.name(u)).collect();
    let names = if names.is_empty() {
        t.s("consent-everybody")
    } else {
        names.join(", ")
    };
    let key = format!("consent-title.{}", consent.scope.direction.code());
    let mut lines = Vec::new();
    let kinds = consent.scope.categories.iter();
    let kinds: Vec<String> = kinds.map(|c| t.of("work-category", c.code())).collect();
    if !kinds.is_empty() {
        lines.push(t.a("consent-about", &("what", kinds.join(", "))));
    }
    if let Some(purpose) = consent.scope.purpose {
        let why = t.of("consent-purpose", purpose.code());
        lines.push(t.a("consent-for", &("why", why)));
    }
    if consent.as_given().is_some() {
        lines.push(match consent.until {
            Some(day) => t.a("consent-until-day", &("day", t.date(day))),
            None => t.s("own-until-no"),
        });
    }
    let take_back = Link {
        href: paths::own_withdraw(consent.reference.as_str()),
        words: t.s("own-withdraw"),
    };
    ConsentCard {
        title: capital(&t.a(&key, &("actors", names))),
        state: t.of("consent-state", consent.state(visit.now).code()),
        lines,
        acts: counts(visit, consent)
            .then_some(take_back)
            .into_iter()
            .collect(),
    }
}

/// The form to give one.
pub(crate) fn new_get(visit: &Visit) -> Result<Answer, Fault> {
    let view = visit.app.own_page(&hers(visit)?)?;
    show(visit, &view, 200, visit.blank())
}

/// Writes her answer.
pub(crate) fn new_post(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = hers(visit)?;
    let view = visit.app.own_page(&ctx)?;
    let mut form = visit.sent();
    let yes = form.value("svar") == "ja";
    let answer = OwnAnswer {
        direction: Direction::from_code(form.value("retning")).unwrap_or(Direction::Disclose),
        actors: chosen(&form, "aktoer").map(UnitId::new).collect(),
        categories: chosen(&form, "oplysninger")
            .filter_map(Category::from_code)
            .collect(),
        purpose: ConsentPurpose::from_code(form.value("brug")),
    };
    if Direction::from_code(form.value("retning")).is_none() {
        wrong(visit, &mut form, "retning", Problem::NotChosen);
    }
    let known = |unit: &UnitId| view.directory.unit(unit).is_some();
    if answer.actors.is_empty() || !answer.actors.iter().all(known) {
        wrong(visit, &mut form, "aktoer", Problem::NotChosen);
    }
    if answer.categories.is_empty() {
        wrong(visit, &mut form, "oplysninger", Problem::NotChosen);
    }
    if answer.purpose.is_none() {
        wrong(visit, &mut form, "brug", Problem::NotChosen);
    }
    if !form.errors.is_empty() {
        return show(visit, &view, 422, form);
    }
    match visit.app.answer_own_consent(&ctx, yes, &answer) {
        Ok(_) => Ok(Answer::To(format!("{}?ok=gemt", paths::OWN_CONSENTS))),
        Err(error) => {
            problem::into_form(visit, &mut form, error, &FIELDS, |_| None)?;
            show(visit, &view, 422, form)
        }
    }
}

fn show(visit: &Visit, view: &OwnView, status: u16, form: Form) -> Result<Answer, Fault> {
    let units = units(view).into_iter();
    let kinds = categories().filter(|kind| is_asked(visit, view, *kind));
    let page = OwnConsentForm {
        child: child(visit, view),
        form,
        units: units
            .map(|unit| Choice::new(unit.id.as_str(), unit.name.clone()))
            .collect(),
        categories: kinds
            .map(|c| Choice::new(c.code(), visit.t.of("work-category", c.code())))
            .collect(),
    };
    visit.page_with(status, Section::Other, &page)
}

/// Whether somebody decides on a kind of information: of a child's it follows from its age.
fn is_asked(visit: &Visit, view: &OwnView, kind: Category) -> bool {
    let standing = view.pathway.standing(visit.now);
    let of_child = matches!(kind, Category::ChildDevelopment | Category::ChildHealth);
    kind != Category::Partner
        && match (standing, &view.holder) {
            (Some(standing), Some(_)) => standing.is_for_custody(kind),
            (Some(standing), None) => standing.is_own(kind),
            (None, _) => view.pathway.birth.is_some() || !of_child,
        }
}

/// Asks whether she is sure.
pub(crate) fn withdraw_get(visit: &Visit) -> Result<Answer, Fault> {
    let view = visit.app.own_page(&hers(visit)?)?;
    let found = view.pathway.consent(visit.param("samtykke"));
    let found = found.filter(|consent| counts(visit, consent));
    let found = found.ok_or(Fault::NotFound)?;
    let page = OwnWithdraw {
        form: visit.blank(),
        what: card(visit, &view, found),
        post: paths::own_withdraw(found.reference.as_str()),
    };
    visit.page(Section::Other, &page)
}

/// Takes it back.
pub(crate) fn withdraw_post(visit: &Visit) -> Result<Answer, Fault> {
    let reference = RefId::new(visit.param("samtykke"));
    visit.app.withdraw_own_consent(&hers(visit)?, &reference)?;
    let to = format!("{}?ok=samtykke-tilbage", paths::OWN_CONSENTS);
    Ok(Answer::To(to))
}
