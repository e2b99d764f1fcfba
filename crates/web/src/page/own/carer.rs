// SPDX-License-Identifier: EUPL-1.2
//! The page of who cares for a placed child: what they need to know from the first day, their own meetings and support, and
//! their own words. Nothing of the mother and nothing of the parents stands on it.

use super::hers_or_carers;
use crate::page::problem;
use crate::page::work::{typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::frame::Section;
use crate::view::parts::Contact;
use crate::view::placement::{CarerPage, CarerWords};
use traad_app::CarerView;
use traad_domain::body::{CarerSaid, CarerWord, CarersMeetingCalled, CarersOffered};
use traad_domain::id::RefId;
use traad_domain::refusal::Problem;

/// The page.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = visit.app.carer_page(&hers_or_carers(visit)?)?;
    let t = &visit.t;
    let first = |name: &str| {
        name.split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let child = view.child.as_ref().map(|child| first(&child.name.0));
    let child = child.filter(|name| !name.is_empty());
    let told_on = view.told.as_ref().map(|(_, at)| t.date(at.date()));
    let page = CarerPage {
        name: first(&view.name),
        child: child.unwrap_or_else(|| t.s("own-child-someone")),
        told: told(visit, &view),
        told_on: told_on.map_or_else(String::new, |day| t.a("carer-told-on", &("day", day))),
        call: view
            .told
            .as_ref()
            .map(|(told, _)| told.call.clone())
            .unwrap_or_default(),
        unit: view.unit.as_ref().map(|unit| Contact {
            name: unit.name.clone(),
            role: String::new(),
            phone: unit.phone.clone(),
        }),
        meetings: view
            .meetings
            .iter()
            .map(|one| meeting(visit, one))
            .collect(),
        offered: view.offered.iter().map(|one| offered(visit, one)).collect(),
        said: view
            .said
            .iter()
            .map(|(said, at)| {
                let what = t.of("carer-word", said.what.code());
                (format!("{what}, {}", t.date(at.date())), said.words.clone())
            })
            .collect(),
    };
    visit.page(Section::Other, &page)
}

/// What was written, in the order one needs it; nothing where nothing was.
fn told(visit: &Visit, view: &CarerView) -> Vec<(String, String)> {
    let Some((told, _)) = &view.told else {
        return Vec::new();
    };
    let all = [
        ("placement-needs", &told.needs),
        ("placement-helps", &told.helps),
        ("placement-triggers", &told.triggers),
        ("placement-medicine", &told.medicine),
        ("placement-adapted", &told.adapted),
        ("placement-background", &told.background),
    ];
    let said = all.into_iter().filter(|(_, text)| !text.trim().is_empty());
    said.map(|(key, text)| (visit.t.s(key), text.clone()))
        .collect()
}

fn meeting(visit: &Visit, called: &CarersMeetingCalled) -> String {
    let at = visit.moment(called.at);
    let parts = [at, called.place.clone(), called.purpose.clone()];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect();
    parts.join(" · ")
}

fn offered(visit: &Visit, offered: &CarersOffered) -> String {
    let what = visit.t.of("placement-help", offered.what.code());
    let answer = visit.t.of("placement-answered", offered.answer.code());
    let parts = [what, offered.content.clone(), answer];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect();
    parts.join(" · ")
}

/// The form for own words.
pub(crate) fn words_get(visit: &Visit) -> Result<Answer, Fault> {
    visit.app.is_open_to_carer(&hers_or_carers(visit)?)?;
    let form = visit.blank();
    visit.page(Section::Other, &CarerWords { form })
}

/// Writes them.
pub(crate) fn words_post(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = hers_or_carers(visit)?;
    visit.app.is_open_to_carer(&ctx)?;
    let mut form = visit.sent();
    let what = CarerWord::from_code(form.value("slags"));
    if what.is_none() {
        wrong(visit, &mut form, "slags", Problem::NotChosen);
    }
    let words = typed(&form, "ord");
    if words.is_none() {
        wrong(visit, &mut form, "ord", Problem::Missing);
    }
    let (Some(what), Some(words)) = (what, words) else {
        return visit.page_with(422, Section::Other, &CarerWords { form });
    };
    let said = CarerSaid {
        reference: RefId::new(""),
        what,
        words,
    };
    match visit.app.carer_says(&ctx, &said) {
        Ok(_) => Ok(Answer::To(format!("{}?ok=gemt", paths::OWN))),
        Err(error) => {
            problem::into_form(visit, &mut form, error, &[("words", "ord")], |_| None)?;
            visit.page_with(422, Section::Other, &CarerWords { form })
        }
    }
}
