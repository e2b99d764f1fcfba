// SPDX-License-Identifier: EUPL-1.2
//! Opening and closing pages of the own, by a unit that takes part: hers only when it is safe for her (practice A22); of a
//! child's pathway one for each who has custody, and from 15 the young person's own (practice A14).

use super::task::field;
use super::{Case, open, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::own::HandedPage;
use crate::view::parts::Link;
use crate::view::work::{AskForm, AskKind};
use traad_app::PathwayView;
use traad_domain::age::Standing;
use traad_domain::body::{CustodyState, PathwayKind};
use traad_domain::party::PageOf;
use traad_domain::pathway::Placement;
use traad_domain::person::Person;
use traad_domain::refusal::Problem;

/// The young person, among those who can have a page of a child's pathway; those with custody are numbered.
const OWN: &str = "barnet";
/// Those who care for the child, numbered.
const CARER: &str = "plejer";

/// Who has a page of the own, and what can be done about it.
pub(crate) struct Listed {
    /// The heading.
    pub title: String,
    /// What the child's age gives it, and what is lacking.
    pub notes: Vec<String>,
    /// Each with what to press.
    pub pages: Vec<(String, Link)>,
}

/// Somebody who can have a page of a child's pathway.
struct Reader {
    code: String,
    of: PageOf,
    name: String,
}

fn is_a_childs(view: &PathwayView) -> bool {
    view.pathway.kind == Some(PathwayKind::Child)
}

/// How far the child has come, as far as the reader knows when it was born.
fn standing(visit: &Visit, view: &PathwayView) -> Option<Standing> {
    let told = || view.person.as_ref().and_then(Person::birthday);
    let born = view.pathway.child.birthday().or_else(told)?;
    is_a_childs(view).then(|| Standing::at(born, visit.now))
}

/// Those who can have a page of a child's pathway today: who has custody while the child is under 18, itself from 15, and
/// who cares for it while it is placed, where the reader may know that.
fn family(visit: &Visit, view: &PathwayView) -> Vec<Reader> {
    let placed = view.pathway.placements.current();
    let carers = placed.map(Placement::carers).unwrap_or_default();
    let carers = (1..).zip(carers).map(|(number, name): (usize, _)| Reader {
        code: format!("{CARER}{number}"),
        of: PageOf::Carer(name.clone()),
        name: name.clone(),
    });
    let Some(standing) = standing(visit, view) else {
        return carers.collect();
    };
    let stated = view.pathway.child.custody();
    let stated = stated.filter(|_| standing < Standing::Adult);
    let settled = stated.filter(|stated| stated.custody != CustodyState::Unresolved);
    let holders = settled.map(|stated| stated.holders.as_slice());
    let holders = holders.unwrap_or_default().iter();
    let mut family: Vec<Reader> = (1..)
        .zip(holders)
        .map(|(number, name)| Reader {
            code: number.to_string(),
            of: PageOf::Holder(name.clone()),
            name: name.clone(),
        })
        .collect();
    if standing >= Standing::Young {
        let named = view.person.as_ref();
        let named = named.filter(|person| !person.name.0.trim().is_empty());
        let name = named.map(|person| person.name.0.clone());
        family.push(Reader {
            code: OWN.to_owned(),
            of: PageOf::Person,
            name: name.unwrap_or_else(|| visit.t.s("own-family-child")),
        });
    }
    family.extend(carers);
    family
}

/// Who has one, for the tab of consents.
pub(crate) fn listed(visit: &Visit, view: &PathwayView) -> Result<Listed, Fault> {
    let open = visit.app.own_pages_open(&visit.ctx()?, &view.id)?;
    let since = |of: &PageOf| {
        let found = open.iter().find(|page| &page.of == of);
        found.map(|page| visit.moment(page.since))
    };
    let link = |page: &str, words| Link {
        href: paths::pathway(view.id.as_str(), page),
        words,
    };
    if !is_a_childs(view) {
        let (words, key, page) = match since(&PageOf::Person) {
            Some(since) => {
                let words = visit.t.a("own-open-since", &("since", since));
                (words, "own-close", "egen-side/luk")
            }
            None => (visit.t.s("own-open-not"), "own-open", "egen-side"),
        };
        return Ok(Listed {
            title: visit.t.s("own-side"),
            notes: Vec::new(),
            pages: vec![(words, link(page, visit.t.s(key)))],
        });
    }
    let family = family(visit, view);
    let age = standing(visit, view).map(|of| visit.t.of("own-standing", of.code()));
    let nobody = family.is_empty().then(|| visit.t.s("own-family-nobody"));
    let pages = family.iter().map(|reader| {
        let name = ("name", reader.name.clone());
        let (words, key, page) = if let Some(since) = since(&reader.of) {
            let words = visit.t.a2("own-family-since", &name, &("since", since));
            (words, "own-family-close", "egen-side/luk")
        } else {
            let words = visit.t.a("own-family-not", &name);
            (words, "own-family-open", "egen-side")
        };
        let page = format!("{page}?hvem={}", reader.code);
        (words, link(&page, visit.t.a(key, &name)))
    });
    Ok(Listed {
        title: visit.t.s("own-family"),
        notes: age.into_iter().chain(nobody).collect(),
        pages: pages.collect(),
    })
}

/// Whose page the address or the form is about; her own in every pathway but a child's.
fn whose(visit: &Visit, case: &Case) -> Result<Option<Reader>, Fault> {
    if !is_a_childs(&case.view) {
        return Ok(None);
    }
    let asked = visit.fields.typed("hvem").or(visit.query.typed("hvem"));
    let family = family(visit, &case.view).into_iter();
    let mut family = family.filter(|reader| Some(reader.code.as_str()) == asked);
    family.next().map(Some).ok_or(Fault::NotFound)
}

fn page_of(reader: Option<&Reader>) -> PageOf {
    reader.map_or(PageOf::Person, |reader| reader.of.clone())
}

/// The form to open it.
pub(crate) fn open_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let reader = whose(visit, &case)?;
    visit.needs_proof()?;
    show_open(visit, (&case, reader.as_ref()), 200, visit.blank())
}

/// Opens it and shows, once, what to log in with.
pub(crate) fn open_post(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let reader = whose(visit, &case)?;
    visit.needs_proof()?;
    let mut form = visit.sent();
    match form.value("trygt") {
        "ja" => {}
        "nej" => {
            let message = visit.t.s("own-open-wait");
            form.errors.push(crate::view::form::FieldError {
                field: "trygt".to_owned(),
                message,
            });
        }
        _ => wrong(visit, &mut form, "trygt", Problem::NotChosen),
    }
    let quiet = form.value("stille") == "ja";
    if form.errors.is_empty() && !quiet && form.value("stille") != "nej" {
        wrong(visit, &mut form, "stille", Problem::NotChosen);
    }
    if !form.errors.is_empty() {
        return show_open(visit, (&case, reader.as_ref()), 422, form);
    }
    let of = page_of(reader.as_ref());
    let handed = visit.app.open_own_page(&case.ctx, &case.id, &of, quiet)?;
    let page = HandedPage {
        about: case.about(visit),
        username: handed.username,
        password: handed.password,
        back: vec![Link {
            href: paths::pathway(case.id.as_str(), "samtykker"),
            words: visit.t.s("own-handed-back"),
        }],
    };
    visit.page(Section::Other, &page)
}

fn show_open(
    visit: &Visit,
    (case, reader): (&Case, Option<&Reader>),
    status: u16,
    form: Form,
) -> Result<Answer, Fault> {
    let t = &visit.t;
    let (title, lead, safe) = match reader {
        None => (t.s("own-open"), t.s("own-open-lead"), "own-open-safe"),
        Some(reader) => {
            let name = ("name", reader.name.clone());
            let (lead, safe) = match reader.of {
                PageOf::Holder(_) => ("own-family-holder-lead", "own-family-safe"),
                PageOf::Carer(_) => ("own-family-carer-lead", "own-family-carer-safe"),
                PageOf::Person => ("own-family-own-lead", "own-family-safe"),
            };
            let title = t.a("own-family-open", &name);
            (title, t.a(lead, &name), safe)
        }
    };
    let answers = ["ja", "nej"].map(|code| Choice::new(code, t.of(safe, code)));
    let quiet = ["nej", "ja"].map(|code| Choice::new(code, t.of("own-open-quiet", code)));
    let view = AskForm {
        about: case.about(visit),
        form,
        title,
        lead: Some(lead),
        button: t.s("own-open-button"),
        post: post(case, "egen-side", reader),
        fields: vec![
            field("trygt", safe, AskKind::One(answers.to_vec())),
            field("stille", "own-open-quiet", AskKind::One(quiet.to_vec())),
        ],
    };
    visit.page_with(status, Section::Other, &view)
}

fn post(case: &Case, page: &str, reader: Option<&Reader>) -> String {
    let page = match reader {
        Some(reader) => format!("{page}?hvem={}", reader.code),
        None => page.to_owned(),
    };
    paths::pathway(case.id.as_str(), &page)
}

/// Asks whether to close it.
pub(crate) fn close_get(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let reader = whose(visit, &case)?;
    let t = &visit.t;
    let (title, lead) = match &reader {
        None => (t.s("own-close"), t.s("own-close-lead")),
        Some(reader) => {
            let name = ("name", reader.name.clone());
            let title = t.a("own-family-close", &name);
            (title, t.a("own-family-close-lead", &name))
        }
    };
    let view = AskForm {
        about: case.about(visit),
        form: visit.blank(),
        title,
        lead: Some(lead),
        button: t.s("own-close-button"),
        post: post(&case, "egen-side/luk", reader.as_ref()),
        fields: Vec::new(),
    };
    visit.page(Section::Other, &view)
}

/// Closes it.
pub(crate) fn close_post(visit: &Visit) -> Result<Answer, Fault> {
    let case = open(visit)?;
    let reader = whose(visit, &case)?;
    let of = page_of(reader.as_ref());
    visit.app.close_own_page(&case.ctx, &case.id, &of)?;
    Ok(case.to("samtykker", "gemt"))
}
