// SPDX-License-Identifier: EUPL-1.2
//! *Samtykker*: what counts, until when and who may know what; below it what was refused, taken back or has expired.
//! Folded, as every page, from what the reader may read: a unit sees its own and those that name it.

use super::entry::{capital, moment, words};
use super::{head, open, writes};
use crate::page::work::{own_page, preventive};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::consent::{ConsentCard, ConsentsPage};
use crate::view::frame::Section;
use crate::view::parts::Link;
use traad_app::{CONSENT_LAWS, PathwayView};
use traad_domain::body::{Asking, ConsentScope};
use traad_domain::id::UnitId;
use traad_domain::pathway::{Answer as Began, Consent, ConsentState};
use traad_domain::time::Occurred;

/// The tab.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    let counts = |consent: &&Consent| {
        matches!(
            consent.state(visit.now),
            ConsentState::Running | ConsentState::Ahead
        )
    };
    let all = view.pathway.consents.iter().rev();
    let (running, ended): (Vec<&Consent>, Vec<&Consent>) = all.partition(counts);
    let cards = |list: Vec<&Consent>| list.into_iter().map(|c| card(visit, &view, c)).collect();
    let own = own_page::listed(visit, &view)?;
    let (preventive, preventive_call) = preventive::listed(visit, &view);
    let page = ConsentsPage {
        head: head(visit, &view),
        running: cards(running),
        ended: cards(ended),
        add: writes(&view, "samtykke/ny"),
        preventive,
        preventive_call,
        own_title: own.title,
        own_notes: own.notes,
        own: own.pages,
    };
    visit.page(Section::Other, &page)
}

/// What a consent is called: which way, and whom it names.
pub(crate) fn title(visit: &Visit, view: &PathwayView, consent: &Consent) -> String {
    // Of one that was taken back it is told whom it named.
    let actors = match &consent.answer {
        Began::Given(given) if consent.scope.actors.is_empty() => &given.body.scope.actors,
        Began::Given(_) | Began::Refused(_) | Began::NotPossible(_) => &consent.scope.actors,
    };
    let names = if actors.is_empty() {
        visit.t.s("consent-everybody")
    } else {
        units(view, actors)
    };
    let key = format!("consent-title.{}", consent.scope.direction.code());
    capital(&visit.t.a(&key, &("actors", names)))
}

/// The names of units, one after another.
pub(crate) fn units(view: &PathwayView, units: &[UnitId]) -> String {
    let names: Vec<&str> = units.iter().map(|unit| view.directory.name(unit)).collect();
    names.join(", ")
}

fn card(visit: &Visit, view: &PathwayView, consent: &Consent) -> ConsentCard {
    let state = consent.state(visit.now);
    ConsentCard {
        title: title(visit, view, consent),
        state: visit.t.of("consent-state", state.code()),
        lines: lines(visit, view, consent),
        acts: acts(visit, view, consent, state),
    }
}

/// What it covers, how long, and who said it.
pub(crate) fn lines(visit: &Visit, view: &PathwayView, consent: &Consent) -> Vec<String> {
    let t = &visit.t;
    let mut lines = covers(visit, view, &consent.scope);
    let (asking, at) = match &consent.answer {
        Began::Given(given) => {
            if consent.state(visit.now) == ConsentState::Ahead {
                let from = t.date(given.body.from);
                lines.push(t.a("consent-from-day", &("day", from)));
            }
            lines.push(match consent.until {
                Some(day) => t.a("consent-until-day", &("day", t.date(day))),
                None => t.s("consent-until-no"),
            });
            let law = words(visit, CONSENT_LAWS, &given.body.law);
            lines.push(t.a("consent-law-line", &("law", law)));
            (&given.body.asking, given.body.asking.on)
        }
        Began::Refused(refused) => (&refused.body.asking, refused.body.asking.on),
        Began::NotPossible(tried) => {
            let tried = &tried.body;
            lines.push(tried.why.clone());
            let words = tried.tried.iter().map(|h| t.of("consent-tried", h.code()));
            let words = words.collect::<Vec<_>>().join(", ");
            lines.push(t.a("consent-tried-what", &("what", words)));
            let day = t.date(tried.ask_again);
            lines.push(t.a("consent-again-day", &("day", day)));
            (&tried.asking, tried.asking.on)
        }
    };
    lines.push(said(visit, &consent.scope, asking, Occurred::on(at)));
    for back in &consent.withdrawals {
        let title = t.of("entry", "consent-withdrawn");
        let at = moment(visit, back.occurred);
        let towards = units(view, &back.body.actors);
        let parts = [title, towards, at, back.body.note.clone()];
        let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        lines.push(parts.join(" · "));
    }
    lines
}

fn covers(visit: &Visit, view: &PathwayView, scope: &ConsentScope) -> Vec<String> {
    let t = &visit.t;
    let mut lines = Vec::new();
    if !scope.categories.is_empty() {
        let kinds: Vec<String> = scope
            .categories
            .iter()
            .map(|c| t.of("work-category", c.code()))
            .collect();
        lines.push(t.a("consent-about", &("what", kinds.join(", "))));
    }
    if !scope.except.is_empty() {
        lines.push(t.a("consent-except-who", &("who", units(view, &scope.except))));
    }
    if let Some(purpose) = scope.purpose {
        let why = t.of("consent-purpose", purpose.code());
        lines.push(t.a("consent-for", &("why", why)));
    }
    lines
}

fn said(visit: &Visit, scope: &ConsentScope, asking: &Asking, at: Occurred) -> String {
    let t = &visit.t;
    let who = match scope.giver.name.trim() {
        "" => t.of("consent-giver", scope.giver.capacity.code()),
        name => name.to_owned(),
    };
    let how = t.of("consent-form", asking.form.code());
    let how = format!("{how}, {}", moment(visit, at));
    let sentence = t.a2("consent-said-by", &("who", who), &("how", how));
    if asking.explained {
        let explained = t.of("entry-sentence", "consent-explained");
        format!("{sentence}. {explained}")
    } else {
        sentence
    }
}

fn acts(visit: &Visit, view: &PathwayView, consent: &Consent, state: ConsentState) -> Vec<Link> {
    let running = matches!(state, ConsentState::Running | ConsentState::Ahead);
    let closed = view.pathway.is_closed();
    let steps = [
        (running && !closed, "udvid", "extend"),
        (running, "tilbage", "withdraw"),
        (!consent.scope.actors.is_empty(), "skema", "sheet"),
    ];
    let offered = steps.into_iter().filter(|(fits, _, _)| *fits);
    offered
        .map(|(_, step, code)| Link {
            href: paths::consent(view.id.as_str(), consent.reference.as_str(), step),
            words: visit.t.of("consent-act", code),
        })
        .collect()
}
