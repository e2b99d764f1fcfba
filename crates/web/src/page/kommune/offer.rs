// SPDX-License-Identifier: EUPL-1.2
//! The offers of check-ups in the region of a kommune, with where none reaches (row S3-003); and the forms of one: what it is,
//! how it was judged, and that it is closed (row S3-020).

use crate::page::problem;
use crate::page::staff::post::seen;
use crate::page::work::{chosen, typed, wrong};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::checkups::{ClosingForm, EvaluationForm, OfferForm};
use crate::view::concern::{OfferLine, RegionOffers};
use crate::view::form::{Choice, Form};
use crate::view::frame::Section;
use crate::view::parts::Link;
use traad_app::{AppError, Versioned};
use traad_domain::catalogue::Municipality;
use traad_domain::directory::offer::{AgeGroup, Evaluation, Offer, OfferDecision, gaps};
use traad_domain::refusal::Problem;

/// Which field of a form a field of the domain is.
const FIELDS: [(&str, &str); 7] = [
    ("name", "navn"),
    ("ages", "alder"),
    ("figures", "tal"),
    ("judgement", "vurdering"),
    ("reason", "begrundelse"),
    ("ended", "erstatning"),
    ("replaced_by", "erstatning"),
];

/// The offers of the region a kommune lies in, and the gaps.
pub(super) fn of_region(visit: &Visit, of: &Municipality) -> Result<RegionOffers, Fault> {
    let ctx = visit.ctx()?;
    let region = visit
        .app
        .catalogue()
        .region_on(of.code.as_str(), visit.today());
    let Some(region) = region else {
        return Ok(RegionOffers::default());
    };
    let directory = visit.app.directory(visit.today())?;
    let all = visit.app.offers()?;
    let keeps = visit.app.keeps_offers(&ctx);
    let own = &ctx.actor.unit;
    let here = all.iter().filter(|offer| offer.region == region.id);
    let line = |offer: &Offer| OfferLine {
        name: offer.name.clone(),
        unit: directory.name(&offer.unit).to_owned(),
        ages: ages(visit, &offer.ages),
        state: standing(visit, offer, &all),
        ended: offer.ended.is_some(),
        acts: acts(visit, offer, keeps && offer.unit == own.id),
    };
    let place = visit.app.checkup_place(&of.code, visit.today())?;
    Ok(RegionOffers {
        region: region.name.in_language(super::language(visit)).to_owned(),
        place: place.map(|unit| unit.name),
        offers: here.map(line).collect(),
        gaps: gaps(&all, &region.id)
            .into_iter()
            .map(|group| visit.t.of("age-group", group.code()))
            .collect(),
        add: (keeps && own.region == region.id).then(|| paths::OFFER_NEW.to_owned()),
    })
}

fn ages(visit: &Visit, groups: &[AgeGroup]) -> String {
    let words = groups
        .iter()
        .map(|group| visit.t.of("age-group", group.code()));
    words.collect::<Vec<_>>().join(", ")
}

/// When it was judged last and to what, or that it is closed and what took its place.
fn standing(visit: &Visit, offer: &Offer, all: &[Offer]) -> String {
    let t = &visit.t;
    if let Some(day) = offer.ended {
        let by = offer.replaced_by.as_ref();
        let by = by.and_then(|id| all.iter().find(|other| &other.id == id));
        let day = ("day", t.date(day));
        return match by {
            Some(other) => t.a2("offer-ended-by", &day, &("name", other.name.clone())),
            None => t.a("offer-ended", &day),
        };
    }
    offer.evaluations.last().map_or_else(
        || t.s("offer-not-evaluated"),
        |made| {
            let day = ("day", t.date(made.on));
            let decision = t.of("offer-decision", made.decision.code());
            t.a2("offer-evaluated", &day, &("decision", decision))
        },
    )
}

fn acts(visit: &Visit, offer: &Offer, keeps: bool) -> Vec<Link> {
    if !keeps || offer.ended.is_some() {
        return Vec::new();
    }
    [
        ("", "offer-edit"),
        ("evaluering", "offer-evaluate"),
        ("nedlaeg", "offer-close"),
    ]
    .map(|(step, key)| Link {
        href: paths::offer(&offer.id, step),
        words: visit.t.s(key),
    })
    .to_vec()
}

/// The offer of the address; none when it is a new one.
fn known(visit: &Visit) -> Result<Option<Versioned<Offer>>, Fault> {
    let ctx = visit.ctx()?;
    match (visit.param("tilbud"), visit.app.keeps_offers(&ctx)) {
        ("", true) => Ok(None),
        ("", false) => Err(Fault::Forbidden),
        (id, true) => Ok(Some(visit.app.own_offer(&ctx, id)?)),
        // Another unit's offer is none here.
        (_, false) => Err(Fault::NotFound),
    }
}

fn existing(visit: &Visit) -> Result<Versioned<Offer>, Fault> {
    known(visit)?.ok_or(Fault::NotFound)
}

fn blank(visit: &Visit, version: u32) -> Form {
    Form {
        version: Some(version.to_string()),
        ..visit.blank()
    }
}

/// The form of a new offer, or of one as it stands.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let found = known(visit)?;
    let mut form = blank(visit, found.as_ref().map_or(0, |found| found.version));
    if let Some(Versioned { value, .. }) = found {
        form.values.push(("navn".to_owned(), value.name));
        let ages = value.ages.iter();
        let ages = ages.map(|group| ("alder".to_owned(), group.code().to_owned()));
        form.values.extend(ages);
    }
    show(visit, 200, form)
}

/// Writes it.
pub(crate) fn post(visit: &Visit) -> Result<Answer, Fault> {
    let before = known(visit)?.map(|found| found.value);
    let (ctx, form) = (visit.ctx()?, visit.sent());
    let ages = AgeGroup::ALL.iter().copied();
    let ages = ages.filter(|group| chosen(&form, "alder").any(|code| code == group.code()));
    let offer = Offer {
        name: typed(&form, "navn").unwrap_or_default(),
        ages: ages.collect(),
        ..before.unwrap_or_else(|| Offer {
            id: form.submission.clone(),
            name: String::new(),
            region: ctx.actor.unit.region.clone(),
            unit: ctx.actor.unit.id.clone(),
            ages: Vec::new(),
            evaluations: Vec::new(),
            ended: None,
            replaced_by: None,
        })
    };
    let sent = visit.app.keep_offer(&ctx, offer, seen(&form));
    answered(visit, form, sent, show)
}

/// Back to the directory, or the form again with what was wrong.
fn answered(
    visit: &Visit,
    mut form: Form,
    sent: Result<(), AppError>,
    show: impl Fn(&Visit, u16, Form) -> Result<Answer, Fault>,
) -> Result<Answer, Fault> {
    match sent {
        Ok(()) => Ok(Answer::To(format!("{}?ok=gemt", paths::KOMMUNE))),
        Err(error) => {
            problem::into_form(visit, &mut form, error, &FIELDS, |_| None)?;
            show(visit, 422, form)
        }
    }
}

fn here(visit: &Visit, step: &str) -> String {
    match visit.param("tilbud") {
        "" => paths::OFFER_NEW.to_owned(),
        id => paths::offer(id, step),
    }
}

fn show(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let ages = AgeGroup::ALL.iter();
    let ages = ages.map(|group| Choice::new(group.code(), visit.t.of("age-group", group.code())));
    let view = OfferForm {
        form,
        here: here(visit, ""),
        back: paths::KOMMUNE.to_owned(),
        new: visit.param("tilbud").is_empty(),
        ages: ages.collect(),
    };
    visit.page_with(status, Section::Directory, &view)
}

/// The form of an evaluation.
pub(crate) fn evaluate_get(visit: &Visit) -> Result<Answer, Fault> {
    let found = existing(visit)?;
    let form = blank(visit, found.version);
    show_evaluation(visit, 200, form)
}

/// Writes how an offer was judged.
pub(crate) fn evaluate_post(visit: &Visit) -> Result<Answer, Fault> {
    existing(visit)?;
    let (ctx, mut form) = (visit.ctx()?, visit.sent());
    let decision = OfferDecision::from_code(form.value("beslutning"));
    let Some(decision) = decision else {
        wrong(visit, &mut form, "beslutning", Problem::NotChosen);
        return show_evaluation(visit, 422, form);
    };
    let text = |name: &str| typed(&form, name).unwrap_or_default();
    let evaluation = Evaluation {
        on: visit.today(),
        figures: text("tal"),
        judgement: text("vurdering"),
        decision,
        reason: text("begrundelse"),
    };
    let id = visit.param("tilbud");
    let sent = visit
        .app
        .evaluate_offer(&ctx, (id, seen(&form)), evaluation);
    answered(visit, form, sent, show_evaluation)
}

fn show_evaluation(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let decisions = OfferDecision::ALL.iter();
    let decisions =
        decisions.map(|one| Choice::new(one.code(), visit.t.of("offer-decision", one.code())));
    let view = EvaluationForm {
        form,
        here: here(visit, "evaluering"),
        back: paths::KOMMUNE.to_owned(),
        name: existing(visit)?.value.name,
        decisions: decisions.collect(),
    };
    visit.page_with(status, Section::Directory, &view)
}

/// The form in which an offer is closed.
pub(crate) fn close_get(visit: &Visit) -> Result<Answer, Fault> {
    existing(visit)?;
    show_closing(visit, 200, visit.blank())
}

/// Closes it. Its children stand on the leader's page until each has a new place.
pub(crate) fn close_post(visit: &Visit) -> Result<Answer, Fault> {
    existing(visit)?;
    let (ctx, form) = (visit.ctx()?, visit.sent());
    let by = typed(&form, "erstatning");
    let closed = visit
        .app
        .close_offer(&ctx, visit.param("tilbud"), by.as_deref());
    answered(visit, form, closed.map(drop), show_closing)
}

fn show_closing(visit: &Visit, status: u16, form: Form) -> Result<Answer, Fault> {
    let own = existing(visit)?.value;
    let all = visit.app.offers()?.into_iter();
    let others = all
        .filter(|offer| offer.id != own.id && offer.region == own.region && offer.ended.is_none());
    let view = ClosingForm {
        form,
        here: here(visit, "nedlaeg"),
        back: paths::KOMMUNE.to_owned(),
        name: own.name,
        others: others
            .map(|offer| Choice::new(offer.id, offer.name))
            .collect(),
    };
    visit.page_with(status, Section::Directory, &view)
}
