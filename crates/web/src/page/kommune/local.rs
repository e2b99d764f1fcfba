// SPDX-License-Identifier: EUPL-1.2
//! What there is locally in a kommune: offers, contact persons with the day they were confirmed, and fora with who lacks
//! (rows S2-025, S2-077, S0-058 and S0-059); and the form of one offer.

use crate::page::agreement::{board, contact_reach};
use crate::page::problem;
use crate::page::staff::post::seen;
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::concern::{ContactLine, ListingForm, ListingLine, LocalDirectory};
use crate::view::form::{FieldError, Form};
use crate::view::frame::Section;
use crate::view::parts::Contact;
use jiff::civil::Date;
use traad_app::{AppError, Versioned};
use traad_domain::agreement::{Forum, ForumKind};
use traad_domain::catalogue::Municipality;
use traad_domain::directory::listing::{Listing, is_unconfirmed};
use traad_domain::refusal::Refusal;

/// Which field of the form a field of the domain is.
const FIELDS: [(&str, &str); 4] = [
    ("name", "navn"),
    ("what", "hvad"),
    ("contact", "kontakt"),
    ("phone", "telefon"),
];

/// The directory of a kommune.
pub(super) fn directory(visit: &Visit, of: &Municipality) -> Result<LocalDirectory, Fault> {
    let (ctx, code) = (visit.ctx()?, &of.code);
    let keeps = visit.app.keeps_directory(&ctx, code);
    let region = visit
        .app
        .catalogue()
        .region_on(code.as_str(), visit.today());
    let region = region.map(|region| region.id.clone()).unwrap_or_default();
    let fora = visit.app.fora_of(&region, Some(code))?;
    let agreed = visit.app.agreement_for(code, visit.today())?;
    let writes = keeps && visit.app.leads_a_party(&ctx);
    let offers = visit.app.listings(code)?;
    let contacts = agreed.iter().flat_map(|agreed| &agreed.answers.contacts);
    let contacts = contacts.map(|contact| {
        let (confirmed, unconfirmed) = confirmed(visit, contact.confirmed);
        ContactLine {
            words: contact_reach(visit, contact),
            confirmed,
            unconfirmed,
        }
    });
    Ok(LocalDirectory {
        kommune: of.name.clone(),
        offers: offers.iter().map(|one| line(visit, one, keeps)).collect(),
        contacts: contacts.collect(),
        lacks: lacks(visit, &fora),
        fora: board::forum_lines(visit, &fora, &region)?,
        unconfirmed: if keeps {
            visit.app.unconfirmed(&ctx)?
        } else {
            0
        },
        add: keeps.then(|| paths::LISTING_NEW.to_owned()),
        contacts_edit: agreed
            .filter(|_| writes)
            .map(|agreed| paths::agreement(&agreed.id, agreed.version, "kontakter")),
        form: visit.blank(),
    })
}

/// `bekræftet 3. marts 2026`, or since when nobody has.
fn confirmed(visit: &Visit, day: Option<Date>) -> (String, bool) {
    let unconfirmed = is_unconfirmed(day, visit.today());
    let words = match day {
        None => visit.t.s("directory-never-confirmed"),
        Some(day) => {
            let key = if unconfirmed {
                "directory-not-confirmed"
            } else {
                "directory-confirmed"
            };
            visit.t.a(key, &("day", visit.t.date(day)))
        }
    };
    (words, unconfirmed)
}

fn line(visit: &Visit, one: &Listing, keeps: bool) -> ListingLine {
    let (confirmed, unconfirmed) = confirmed(visit, Some(one.confirmed));
    ListingLine {
        name: one.name.clone(),
        what: one.what.clone(),
        contact: Contact {
            name: one.contact.clone(),
            phone: one.phone.clone(),
            ..Contact::default()
        },
        confirmed,
        unconfirmed,
        keep: keeps.then(|| {
            let change = paths::listing(&one.id, "");
            (change, paths::listing(&one.id, "bekraeft"))
        }),
    }
}

/// The fora the sources name that nobody has registered here.
fn lacks(visit: &Visit, fora: &[Forum]) -> Vec<String> {
    let named = [ForumKind::Interdisciplinary, ForumKind::Clinic];
    let missing = named
        .into_iter()
        .filter(|kind| !fora.iter().any(|forum| &forum.kind == kind));
    missing
        .map(|kind| visit.t.of("directory-forum-lacks", kind.code()))
        .collect()
}

/// The form of a new offer, or of one as it stands.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let found = known(visit)?;
    let mut form = Form {
        version: Some(found.as_ref().map_or(0, |found| found.version).to_string()),
        ..visit.blank()
    };
    if let Some(Versioned { value, .. }) = found {
        let typed = [
            ("navn", value.name),
            ("hvad", value.what),
            ("kontakt", value.contact),
            ("telefon", value.phone),
        ];
        form.values = typed.map(|(name, value)| (name.to_owned(), value)).into();
    }
    show_form(visit, 200, form)
}

/// Writes it; with that it is confirmed.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let (ctx, mut form) = (visit.ctx()?, visit.sent());
    let before = known(visit)?.map(|found| found.value);
    let own = before.as_ref().map(|before| before.municipality.clone());
    let municipality = own.or_else(|| ctx.actor.unit.municipality.clone());
    let municipality = municipality.ok_or(Fault::Forbidden)?;
    let text = |name: &str| form.value(name).trim().to_owned();
    let listing = Listing {
        id: before.map_or_else(|| form.submission.clone(), |before| before.id),
        name: text("navn"),
        what: text("hvad"),
        contact: text("kontakt"),
        phone: text("telefon"),
        confirmed: visit.today(),
        ended: form.has("slut", "ja").then(|| visit.today()),
        municipality,
    };
    let back = paths::directory(listing.municipality.as_str());
    match visit.app.keep_listing(&ctx, listing, seen(&form)) {
        Ok(()) => Ok(Answer::To(format!("{back}&ok=gemt"))),
        Err(AppError::Refused(Refusal::Conflict(_))) => {
            let now = known(visit)?.map_or(0, |found| found.version);
            form.version = Some(now.to_string());
            form.errors.push(FieldError {
                field: String::new(),
                message: visit.t.s("directory-changed"),
            });
            show_form(visit, 409, form)
        }
        Err(error) => {
            problem::into_form(visit, &mut form, error, &FIELDS, |_| None)?;
            show_form(visit, 422, form)
        }
    }
}

/// It is still right.
pub(crate) fn confirm(visit: &Visit) -> Result<Answer, Fault> {
    let (ctx, id) = (visit.ctx()?, visit.param("opslag"));
    let found = visit.app.own_listing(&ctx, id)?;
    visit.app.confirm_listing(&ctx, id)?;
    let back = paths::directory(found.value.municipality.as_str());
    Ok(Answer::To(format!("{back}&ok=gemt")))
}

/// The offer of the address; none when it is a new one.
fn known(visit: &Visit) -> Result<Option<Versioned<Listing>>, Fault> {
    match visit.param("opslag") {
        "" => Ok(None),
        id => Ok(Some(visit.app.own_listing(&visit.ctx()?, id)?)),
    }
}

fn show_form(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let own = ctx.actor.unit.municipality.as_ref();
    let own = own.filter(|own| visit.app.keeps_directory(&ctx, own));
    let own = own.ok_or(Fault::Forbidden)?;
    let known = visit.app.catalogue().municipality(own.as_str());
    let id = visit.param("opslag");
    let view = ListingForm {
        form,
        here: if id.is_empty() {
            paths::LISTING_NEW.to_owned()
        } else {
            paths::listing(id, "")
        },
        kommune: known.map(|m| m.name.clone()).unwrap_or_default(),
        back: paths::directory(own.as_str()),
        new: id.is_empty(),
    };
    visit.page_with(status, Section::Directory, &view)
}
