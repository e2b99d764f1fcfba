// SPDX-License-Identifier: EUPL-1.2
//! What the overview of a child's pathway says is known, and the family's pathways. Of the mother nothing but that she has
//! one.

use super::entry::{moment, words};
use crate::page::kommune::language;
use crate::paths;
use crate::server::{Fault, Visit};
use crate::view::parts::Fact;
use crate::view::pathway::Kin;
use traad_app::PathwayView;
use traad_domain::person::Person;

/// Birth, exposure, custody and the way home; each `ikke oplyst` where nobody wrote it.
pub(super) fn facts(visit: &Visit, view: &PathwayView) -> Vec<Fact> {
    let known = [
        ("fact-born", born(visit, view)),
        ("fact-exposure", exposure(visit, view)),
        ("fact-custody", custody(visit, view)),
        ("fact-stay", stay(visit, view)),
        ("fact-injury", injury(visit, view)),
        ("fact-home", home(visit, view)),
        ("fact-handover", handover(view)),
    ];
    let offers = offers(visit, view).into_iter();
    let offers = offers.map(|words| Fact::new(visit.t.s("fact-young-offer"), words));
    let facts = known.into_iter().map(|(name, value)| {
        let value = value.unwrap_or_else(|| visit.t.s("unknown"));
        Fact::new(visit.t.s(name), value)
    });
    facts.chain(offers).collect()
}

/// What a young person of that age is offered without referral.
fn offers(visit: &Visit, view: &PathwayView) -> Vec<String> {
    let told = || view.person.as_ref().and_then(Person::birthday);
    let Some(born) = view.pathway.child.birthday().or_else(told) else {
        return Vec::new();
    };
    let offers = visit.app.offers_for_the_young(born, visit.today());
    let words = offers
        .iter()
        .map(|offer| offer.words(language(visit)).to_owned());
    words.collect()
}

fn born(visit: &Visit, view: &PathwayView) -> Option<String> {
    let born = view.pathway.child.born.as_ref();
    let Some(born) = born else {
        let day = view.person.as_ref().and_then(Person::birthday)?;
        return Some(visit.t.date(day));
    };
    let at = moment(visit, born.occurred);
    let weight = born.body.weight.map(|grams| format!("{grams} g"));
    let week = born
        .body
        .gestation
        .map(|days| visit.t.gestation(i32::from(days)));
    let what: Vec<String> = week.into_iter().chain(weight).collect();
    if what.is_empty() {
        return Some(at);
    }
    Some(
        visit
            .t
            .a2("fact-born-how", &("at", at), &("what", what.join(", "))),
    )
}

fn exposure(visit: &Visit, view: &PathwayView) -> Option<String> {
    let stated = &view.pathway.child.exposure.as_ref()?.body;
    let answer = visit.t.of("exposed", stated.exposed.code());
    let substances = stated.substances.iter();
    let substances = substances.map(|code| words(visit, "substances", code));
    let sure = visit.t.of("certainty-fact", stated.certainty.code());
    let parts: Vec<String> = std::iter::once(answer).chain(substances).collect();
    Some(format!("{} ({sure})", parts.join(", ")))
}

fn custody(visit: &Visit, view: &PathwayView) -> Option<String> {
    let stated = view.pathway.child.custody()?;
    let how = visit.t.of("custody", stated.custody.code());
    let names = stated.holders.join(", ");
    Some(if names.is_empty() {
        how
    } else {
        format!("{names} ({how})")
    })
}

fn stay(visit: &Visit, view: &PathwayView) -> Option<String> {
    let stay = &view.pathway.child.stays.last()?.body;
    let from = visit.t.date(stay.from);
    let Some(to) = stay.to else {
        let ward = ("ward", stay.ward.clone());
        return Some(visit.t.a2("fact-stay-since", &ward, &("from", from)));
    };
    Some(format!("{}, {from} – {}", stay.ward, visit.t.date(to)))
}

fn injury(visit: &Visit, view: &PathwayView) -> Option<String> {
    let judged = view.pathway.child.injury.as_ref()?;
    Some(visit.t.of("injury", judged.body.status.code()))
}

fn home(visit: &Visit, view: &PathwayView) -> Option<String> {
    let made = view.pathway.child.home.as_ref()?;
    let at = moment(visit, made.occurred);
    Some(visit.t.a("fact-home-made", &("at", at)))
}

fn handover(view: &PathwayView) -> Option<String> {
    let sent = view.pathway.handovers.iter();
    let names: Vec<&str> = sent
        .map(|sent| view.directory.name(&sent.body.unit))
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The family's pathways. That they are linked opens none of them.
pub(super) fn kin(visit: &Visit, view: &PathwayView) -> Result<Vec<Kin>, Fault> {
    let links = view.pathway.links.iter().map(|link| link.body.clone());
    let known = visit.app.opens_linked(&visit.ctx()?, links)?;
    let shown = known.into_iter().map(|(link, opens)| Kin {
        words: visit.t.of("kin", link.relation.code()),
        href: opens.then(|| paths::pathway(link.other.as_str(), "")),
    });
    Ok(shown.collect())
}
