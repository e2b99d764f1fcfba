// SPDX-License-Identifier: EUPL-1.2
//! *Barnets opfølgning*: where it is, what is planned, how each went, whether the family is in touch, and who takes over. Folded,
//! as every page, from what the reader may read.

use super::entry::{moment, words};
use super::{head, open, writes};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::checkups::CheckupsPage;
use crate::view::consent::ConsentCard;
use crate::view::frame::Section;
use crate::view::parts::{Fact, Link};
use jiff::ToSpan;
use traad_app::{MayCheckups, PathwayView};
use traad_domain::body::{EndingWay, PathwayKind};
use traad_domain::decide::checkup::school_age;
use traad_domain::pathway::Checkup;

use crate::page::work::checkups::PAGE;

/// The list of what every child is offered.
const ORDINARY: &str = "ordinary-contacts";

/// The page.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    if view.pathway.kind != Some(PathwayKind::Child) {
        return Err(Fault::NotFound);
    }
    let may = visit.app.may_checkups(&visit.ctx()?, &view);
    let checkups = &view.pathway.child.checkups;
    let past = checkups.all.iter().rev().filter(|one| one.told.is_some());
    let page = CheckupsPage {
        head: head(visit, &view),
        state: state(visit, &view),
        warns: warns(visit, &view),
        open: checkups
            .open()
            .into_iter()
            .map(|one| card(visit, &view, (one, may.keep)))
            .collect(),
        past: past.map(|one| card(visit, &view, (one, false))).collect(),
        outreach: outreach(visit, &view),
        receivers: receivers(visit, &view),
        ordinary: ordinary(visit, &view),
        acts: acts(visit, &view, may),
    };
    visit.page(Section::Other, &page)
}

/// What the overview says of them, where the reader knows of any.
pub(super) fn fact(visit: &Visit, view: &PathwayView) -> Option<Fact> {
    let t = &visit.t;
    let checkups = &view.pathway.child.checkups;
    checkups.placed.as_ref()?;
    let value = if view.pathway.checkups_wait() {
        t.s("checkups-waits")
    } else if !view.pathway.has_checkups() {
        t.s("checkups-over")
    } else if checkups.lost.is_some() {
        t.s("checkups-lost-short")
    } else {
        match checkups.open().first() {
            Some(next) => t.weekday(next.on, visit.today()),
            None => t.s("checkups-not-planned"),
        }
    };
    Some(Fact::new(t.s("checkups-title"), value))
}

fn state(visit: &Visit, view: &PathwayView) -> Vec<String> {
    let t = &visit.t;
    let pathway = &view.pathway;
    let checkups = &pathway.child.checkups;
    let mut lines = Vec::new();
    if let Some(placed) = &checkups.placed {
        let unit = view.directory.name(&placed.body.unit).to_owned();
        lines.push(t.a("checkups-at", &("unit", unit)));
    } else if checkups.entitled.is_some() {
        lines.push(t.s("checkups-entitled"));
    }
    if let Some(plan) = checkups.plan.as_ref().filter(|_| pathway.has_checkups()) {
        let day = ("day", t.date(plan.body.until));
        let usual = school_age(pathway) == Some(plan.body.until);
        lines.push(match (&plan.body.reason, usual) {
            (Some(reason), false) => {
                t.a2("checkups-until-other", &day, &("reason", reason.clone()))
            }
            _ => t.a("checkups-until-school", &day),
        });
    }
    if let Some(ended) = &checkups.ended {
        let over = !pathway.has_checkups();
        let key = if over {
            "checkups-ended"
        } else {
            "checkups-waits"
        };
        lines.push(t.s(key));
        lines.push(t.of("checkups-ended-way", ended.body.way.code()));
        let reason = ended.body.reason.trim();
        if !reason.is_empty() && ended.body.way != EndingWay::HandedOver {
            lines.push(reason.to_owned());
        }
    }
    lines
}

fn warns(visit: &Visit, view: &PathwayView) -> Vec<String> {
    let t = &visit.t;
    let checkups = &view.pathway.child.checkups;
    if !view.pathway.has_checkups() {
        return Vec::new();
    }
    let lost = checkups.lost.as_ref().map(|lost| {
        let why = lost
            .body
            .because
            .map(|one| t.of("checkup-because", one.code()));
        t.a(
            "checkups-lost",
            &("why", why.unwrap_or_else(|| t.s("unknown"))),
        )
    });
    let closed = checkups.closed_offer.as_ref();
    let closed =
        closed.map(|closed| t.a("checkups-offer-gone", &("name", closed.body.name.clone())));
    lost.into_iter().chain(closed).collect()
}

fn card(visit: &Visit, view: &PathwayView, (one, keeps): (&Checkup, bool)) -> ConsentCard {
    let t = &visit.t;
    let told = one.told.as_ref().map(|told| &told.body);
    let state = match told {
        Some(told) => t.of("checkup-state", told.outcome.code()),
        None if one.on < visit.today() => t.s("checkup-not-told"),
        None => t.s("checkup-planned"),
    };
    let mut lines = Vec::new();
    if one.moved {
        lines.push(t.s("checkup-was-moved"));
    }
    if let Some(because) = told.and_then(|told| told.because) {
        lines.push(t.of("checkup-because", because.code()));
    }
    lines.extend(
        told.map(|told| told.note.clone())
            .filter(|note| !note.is_empty()),
    );
    let page = format!("{PAGE}/{}", one.reference);
    let act = writes(view, &page).filter(|_| keeps && told.is_none());
    ConsentCard {
        title: t.weekday(one.on, visit.today()),
        state,
        lines,
        acts: act
            .map(|href| Link {
                href,
                words: t.s("checkup-tell"),
            })
            .into_iter()
            .collect(),
    }
}

fn outreach(visit: &Visit, view: &PathwayView) -> Vec<String> {
    let tried = view.pathway.child.checkups.outreach.iter().rev();
    tried
        .map(|tried| {
            let t = &visit.t;
            let at = moment(visit, tried.occurred);
            let how = t.of("outreach-how", tried.body.how.code());
            let answer = if tried.body.reached { "ja" } else { "nej" };
            let came = t.of("outreach-reached", answer);
            format!("{at}: {how}. {came}. {}", tried.body.note)
        })
        .collect()
}

fn receivers(visit: &Visit, view: &PathwayView) -> Vec<String> {
    let pathway = &view.pathway;
    let Some(handover) = pathway.child.checkups.closing() else {
        return Vec::new();
    };
    let asked = pathway.receivers_of(handover).into_iter();
    asked
        .map(|(sent, accepted)| {
            let unit = ("unit", view.directory.name(&sent.body.unit).to_owned());
            let key = if accepted {
                "checkups-receiver-accepted"
            } else {
                "checkups-receiver-waits"
            };
            visit.t.a(key, &unit)
        })
        .collect()
}

/// What every child is offered, from today on.
fn ordinary(visit: &Visit, view: &PathwayView) -> Vec<String> {
    let Some(born) = view.pathway.child.birthday() else {
        return Vec::new();
    };
    let list = visit.app.catalogue().list(ORDINARY);
    let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
    let ahead = items.iter().filter(|item| {
        let months = item.links("months").first();
        let months = months.and_then(|text| text.parse::<i32>().ok());
        months.is_some_and(|count| born.saturating_add(count.months()) >= visit.today())
    });
    ahead.map(|item| words(visit, ORDINARY, &item.id)).collect()
}

fn acts(visit: &Visit, view: &PathwayView, may: MayCheckups) -> Vec<Link> {
    let checkups = &view.pathway.child.checkups;
    let placed = checkups.placed.is_some();
    let lost = checkups.lost.is_some();
    let pages = [
        (may.offer && !placed, "sted", "checkups-place"),
        (may.keep && lost, "kontakt", "outreach"),
        (may.keep, "plan", "checkups-plan"),
        (may.offer && placed, "sted", "checkups-place-new"),
        (may.keep, "afslut", "checkups-end"),
    ];
    let offered = pages.into_iter().filter(|(fits, _, _)| *fits);
    offered
        .map(|(_, page, key)| Link {
            href: paths::pathway(view.id.as_str(), &format!("{PAGE}/{page}")),
            words: visit.t.s(key),
        })
        .collect()
}
