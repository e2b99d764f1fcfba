// SPDX-License-Identifier: EUPL-1.2
//! *Anbringelse*: where the child is placed, what its carers and each of its parents were offered, how it goes, and what was
//! before. Folded, as every page, from what the reader may read: whoever may not know of a placement sees none.

use super::entry::{capital, moment, words};
use super::{head, open, writes};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::consent::ConsentCard;
use crate::view::frame::Section;
use crate::view::parts::{Fact, Link};
use crate::view::placement::{PlacementPage, PlacementSection};
use traad_app::PathwayView;
use traad_domain::body::{CarersHelp, OfferAnswer, PathwayKind};
use traad_domain::decide::placement::judges;
use traad_domain::org::Unit;
use traad_domain::pathway::Placement;

/// The page.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    if view.pathway.kind != Some(PathwayKind::Child) {
        return Err(Fault::NotFound);
    }
    let own = visit.ctx()?.actor;
    let now = view.pathway.placements.current();
    let authority = own.unit.is_child_authority();
    let mut sections = Vec::new();
    if let Some(now) = now {
        sections.push(carers(visit, &view, (now, authority)));
        sections.push(parents(visit, &view, (now, authority)));
    }
    let judge = judges(own.employment.function, &own.unit);
    sections.extend(difficulties(visit, &view, judge));
    sections.extend(said(visit, &view));
    sections.extend(before(visit, &view));
    let page = PlacementPage {
        head: head(visit, &view),
        facts: now.map(|now| facts(visit, &view, now)).unwrap_or_default(),
        deviation: now.and_then(|now| deviation(visit, now)),
        acts: acts(visit, &view, (now, &own.unit)),
        sections,
    };
    visit.page(Section::Other, &page)
}

fn links(visit: &Visit, view: &PathwayView, pages: &[&str]) -> Vec<Link> {
    let link = |page: &&str| {
        let href = writes(view, &format!("anbringelse/{page}"))?;
        let words = visit.t.s(&format!("placement-{page}"));
        Some(Link { href, words })
    };
    pages.iter().filter_map(link).collect()
}

fn acts(visit: &Visit, view: &PathwayView, (now, own): (Option<&Placement>, &Unit)) -> Vec<Link> {
    if !own.is_child_authority() {
        return Vec::new();
    }
    let Some(now) = now else {
        return links(visit, view, &["ny"]);
    };
    let mut acts = links(visit, view, &["eksponering", "hjem", "slut"]);
    let shown = view.pathway.shown.contains(&now.placed.entry);
    if !shown && writes(view, "").is_some() {
        acts.push(Link {
            href: paths::showing(view.id.as_str(), now.reference().as_str()),
            words: visit.t.s("placement-show"),
        });
    }
    acts
}

/// The kind of place in words.
pub(crate) fn kind(visit: &Visit, code: &str) -> String {
    words(visit, "placement-kinds", code)
}

/// Yes, no, or that nobody has said.
pub(crate) fn yes_no(visit: &Visit, answer: Option<bool>) -> String {
    match answer {
        Some(true) => visit.t.s("placement-yes"),
        Some(false) => visit.t.s("placement-no"),
        None => visit.t.s("unknown"),
    }
}

fn facts(visit: &Visit, view: &PathwayView, now: &Placement) -> Vec<Fact> {
    let t = &visit.t;
    let placed = &now.placed.body;
    let standing = view.pathway.exposure_standing();
    let mut facts = vec![
        Fact::new(t.s("placement-which"), capital(&kind(visit, &placed.kind))),
        Fact::new(t.s("placement-from"), t.date(placed.from)),
    ];
    if let Some(until) = placed.until {
        facts.push(Fact::new(t.s("placement-until"), t.date(until)));
    }
    if let Some(home) = &now.home {
        let home = &home.body;
        let carers = home.carers.join(", ");
        let told = [
            ("placement-place", &home.place),
            ("placement-carers", &carers),
            ("placement-address", &home.address),
            ("placement-phone", &home.phone),
        ];
        let told = told.into_iter().filter(|(_, value)| !value.is_empty());
        facts.extend(told.map(|(name, value)| Fact::new(t.s(name), value.clone())));
        facts.push(Fact::new(
            t.s("placement-protected"),
            t.s("placement-protected.always"),
        ));
    }
    facts.push(Fact::new(
        t.s("placed-recognised"),
        yes_no(visit, standing.recognised),
    ));
    facts.push(Fact::new(
        t.s("placed-acted"),
        yes_no(visit, standing.acted_on),
    ));
    facts
}

/// The recommendation, and why it was not followed.
fn deviation(visit: &Visit, now: &Placement) -> Option<String> {
    let reason = now.placed.body.deviation.clone().unwrap_or_default();
    now.deviates()
        .then(|| visit.t.a("placement-deviates", &("reason", reason)))
}

/// What the carers were told and offered, what they cannot meet yet, and how it goes.
fn carers(
    visit: &Visit,
    view: &PathwayView,
    (now, authority): (&Placement, bool),
) -> PlacementSection {
    let t = &visit.t;
    let told = now.told.last();
    let mut cards = vec![ConsentCard {
        title: t.s("placement-viden"),
        state: told.map_or_else(
            || t.s("placement-not-told"),
            |told| moment(visit, told.occurred),
        ),
        lines: told
            .map(|told| told.body.helps.clone())
            .into_iter()
            .collect(),
        acts: Vec::new(),
    }];
    cards.extend(CarersHelp::ALL.iter().map(|help| {
        let offer = now.offer(*help);
        ConsentCard {
            title: t.of("placement-help", help.code()),
            state: answer(visit, offer.map(|offer| offer.body.answer)),
            lines: offer
                .map(|offer| dated(visit, offer.body.on, &offer.body.content))
                .into_iter()
                .collect(),
            acts: Vec::new(),
        }
    }));
    cards.extend(goes(visit, now));
    let mut acts = Vec::new();
    if authority {
        acts = links(visit, view, &["viden", "tilbud", "krav", "risiko", "moede"]);
        if let Some(href) = writes(view, "samtykker").filter(|_| told.is_some()) {
            let words = t.s("placement-page");
            acts.push(Link { href, words });
        }
    }
    PlacementSection {
        title: t.s("placement-carers"),
        lead: Some(t.s("placement-carers-lead")),
        cards,
        acts,
    }
}

/// What the carers cannot meet yet, how likely it is that it becomes too hard, and when one meets.
fn goes(visit: &Visit, now: &Placement) -> Vec<ConsentCard> {
    let t = &visit.t;
    let mut cards = Vec::new();
    if let Some(matched) = &now.matched {
        let unmet: Vec<String> = now.unmet().into_iter().map(str::to_owned).collect();
        cards.push(ConsentCard {
            title: t.s("placement-krav"),
            state: t.a("placement-unmet-count", &("n", unmet.len())),
            lines: if unmet.is_empty() {
                vec![moment(visit, matched.occurred)]
            } else {
                let line = |what: &String| t.a("placement-unmet-line", &("what", what.clone()));
                unmet.iter().map(line).collect()
            },
            acts: Vec::new(),
        });
    }
    if let Some(risk) = now.risks.last() {
        cards.push(ConsentCard {
            title: t.s("placement-risiko"),
            state: t.of("placement-risk", risk.body.risk.code()),
            lines: vec![risk.body.reason.clone()],
            acts: Vec::new(),
        });
    }
    cards.extend(now.meetings.iter().rev().map(|meeting| {
        ConsentCard {
            title: t.s("placement-meeting"),
            state: visit.moment(meeting.body.at),
            lines: vec![meeting.body.purpose.clone(), meeting.body.place.clone()]
                .into_iter()
                .filter(|line| !line.is_empty())
                .collect(),
            acts: Vec::new(),
        }
    }));
    cards
}

fn answer(visit: &Visit, answer: Option<OfferAnswer>) -> String {
    match answer {
        Some(answer) => visit.t.of("placement-answered", answer.code()),
        None => visit.t.s("placement-not-offered"),
    }
}

fn dated(visit: &Visit, on: jiff::civil::Date, content: &str) -> String {
    let day = visit.t.date(on);
    if content.trim().is_empty() {
        day
    } else {
        format!("{day}: {}", content.trim())
    }
}

/// Each parent for themselves.
fn parents(
    visit: &Visit,
    view: &PathwayView,
    (now, authority): (&Placement, bool),
) -> PlacementSection {
    let cards = now.placed.body.parents.iter().map(|parent| {
        let offer = now.offer_to(parent);
        ConsentCard {
            title: parent.clone(),
            state: answer(visit, offer.map(|offer| offer.body.answer)),
            lines: offer
                .map(|offer| dated(visit, offer.body.on, &offer.body.content))
                .into_iter()
                .collect(),
            acts: Vec::new(),
        }
    });
    PlacementSection {
        title: visit.t.s("placement-parents"),
        lead: Some(visit.t.s("placement-parents-lead")),
        cards: cards.collect(),
        acts: if authority {
            links(visit, view, &["foraeldre"])
        } else {
            Vec::new()
        },
    }
}

fn difficulties(visit: &Visit, view: &PathwayView, judge: bool) -> Option<PlacementSection> {
    let t = &visit.t;
    let judged = view.pathway.placements.difficulties.iter().rev();
    let cards: Vec<ConsentCard> = judged
        .map(|judged| {
            let causes = judged.body.causes.iter();
            let causes = causes.map(|cause| t.of("placement-causes", cause.code()));
            let support = judged.body.support.trim();
            let support = (!support.is_empty())
                .then(|| t.a("placement-meanwhile-line", &("what", support.to_owned())));
            let by = judged.author.name.clone();
            let at = moment(visit, judged.occurred);
            ConsentCard {
                title: judged.body.difficulty.clone(),
                state: causes.collect::<Vec<_>>().join(" · "),
                lines: support.into_iter().chain([format!("{by}, {at}")]).collect(),
                acts: Vec::new(),
            }
        })
        .collect();
    let acts = if judge {
        links(visit, view, &["vanskelighed"])
    } else {
        Vec::new()
    };
    (!cards.is_empty() || !acts.is_empty()).then(|| PlacementSection {
        title: t.s("placement-difficulties"),
        lead: Some(t.s("placement-difficulties-lead")),
        cards,
        acts,
    })
}

/// What carers have written; to whoever may read it.
fn said(visit: &Visit, view: &PathwayView) -> Option<PlacementSection> {
    let all = view.pathway.placements.said.iter().rev();
    let cards: Vec<ConsentCard> = all
        .map(|said| ConsentCard {
            title: said.author.name.clone(),
            state: visit.t.of("carer-word", said.body.what.code()),
            lines: vec![said.body.words.clone(), moment(visit, said.occurred)],
            acts: Vec::new(),
        })
        .collect();
    (!cards.is_empty()).then(|| PlacementSection {
        title: visit.t.s("placement-said"),
        lead: None,
        cards,
        acts: Vec::new(),
    })
}

/// Placements that have ended.
fn before(visit: &Visit, view: &PathwayView) -> Option<PlacementSection> {
    let t = &visit.t;
    let ended = view.pathway.placements.all.iter().rev();
    let ended = ended.filter_map(|one| Some((one, one.ended.as_ref()?)));
    let cards: Vec<ConsentCard> = ended
        .map(|(one, ended)| {
            let span = format!(
                "{} – {}",
                t.date(one.placed.body.from),
                t.date(ended.body.on)
            );
            let cause = ended.body.cause.trim().to_owned();
            ConsentCard {
                title: capital(&kind(visit, &one.placed.body.kind)),
                state: t.of("placement-how", ended.body.how.code()),
                lines: [span, cause]
                    .into_iter()
                    .filter(|line| !line.is_empty())
                    .collect(),
                acts: Vec::new(),
            }
        })
        .collect();
    (!cards.is_empty()).then(|| PlacementSection {
        title: t.s("placement-before"),
        lead: None,
        cards,
        acts: Vec::new(),
    })
}
