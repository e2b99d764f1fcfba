// SPDX-License-Identifier: EUPL-1.2
//! *Behandling*: what she has asked for and when it starts at the latest, residential places, and contracts on detention.
//! Folded, as every page, from what the reader may read: whether she has a contract is between her and those who treat her.

use super::entry::moment;
use super::{head, open, writes};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::consent::ConsentCard;
use crate::view::frame::Section;
use crate::view::parts::Link;
use crate::view::treatment::TreatmentPage;
use jiff::civil::Date;
use traad_app::PathwayView;
use traad_domain::pathway::{Contract, ContractState, TreatmentRequest};
use traad_domain::time::Occurred;

/// The tab.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    let pathway = &view.pathway;
    let requests = pathway.treatment_requests();
    let can_offer = !requests.is_empty();
    let page = TreatmentPage {
        head: head(visit, &view),
        requests: requests.iter().map(|r| request(visit, &view, r)).collect(),
        residential: residential(visit, &view),
        contracts: pathway
            .contracts
            .iter()
            .rev()
            .map(|c| contract(visit, &view, c))
            .collect(),
        ask: writes(&view, "behandling/ny"),
        offer: writes(&view, "kontrakt/ny").filter(|_| can_offer),
        discharge: writes(&view, "udskrivning").filter(|_| pathway.is_residential()),
    };
    visit.page(Section::Other, &page)
}

fn request(visit: &Visit, view: &PathwayView, request: &TreatmentRequest) -> ConsentCard {
    let t = &visit.t;
    let day = |key: &str, day: Date| t.a(key, &("day", t.date(day)));
    let mut lines = vec![day("treatment-asked", request.asked)];
    let start = Link {
        href: paths::treatment(view.id.as_str(), request.reference.as_str()),
        words: t.s("treatment-start"),
    };
    let (state, acts) = match request.started {
        Some(started) => {
            lines.push(day("treatment-started", started));
            ("started", Vec::new())
        }
        None => ("waits", vec![start]),
    };
    ConsentCard {
        title: t.of("treatment-substance", &request.substance),
        state: t.of("treatment-state", state),
        lines,
        acts: acts
            .into_iter()
            .filter(|_| writes(view, "").is_some())
            .collect(),
    }
}

/// What was offered and what she said, and what stands in the way of coming home.
fn residential(visit: &Visit, view: &PathwayView) -> Vec<ConsentCard> {
    let t = &visit.t;
    let offered = view.pathway.residential.iter().rev().map(|offer| {
        let raised = offer.body.raised_to.iter();
        let raised = raised.map(|to| t.a("treatment-raised", &("to", to.clone())));
        ConsentCard {
            title: offer.body.place.clone(),
            state: t.of("work-offer", offer.body.answer.code()),
            lines: std::iter::once(moment(visit, offer.occurred))
                .chain(raised)
                .collect(),
            acts: Vec::new(),
        }
    });
    let leaves = view.pathway.discharges.iter().rev().map(|planned| {
        let planned = &planned.body;
        let lacks = planned.unsettled.iter();
        let lacks: Vec<String> = lacks
            .map(|matter| t.of("discharge-matter", matter.code()))
            .collect();
        let lacks = (!lacks.is_empty())
            .then(|| t.a("discharge-lacks", &("what", lacks.join(", "))))
            .into_iter();
        let reason = Some(planned.reason.clone()).filter(|r| !r.trim().is_empty());
        ConsentCard {
            title: t.a("discharge-from", &("place", planned.place.clone())),
            state: t.date(planned.on),
            lines: lacks.chain(reason).collect(),
            acts: Vec::new(),
        }
    });
    leaves.chain(offered).collect()
}

fn contract(visit: &Visit, view: &PathwayView, contract: &Contract) -> ConsentCard {
    let t = &visit.t;
    let today = visit.today();
    let born = view.pathway.birth.as_ref().map(Occurred::date);
    let state = contract.state(today, born);
    let offer = contract.last_offer();
    let law = offer.map(|offer| t.of("contract-law", offer.law.code()));
    let mut lines: Vec<String> = law.into_iter().collect();
    let again = offer.and_then(|offer| offer.again);
    if let Some(day) = again.filter(|_| contract.signed.is_none()) {
        lines.push(t.a("contract-again-day", &("day", t.date(day))));
    }
    if let Some(signed) = &contract.signed {
        lines.push(t.a("contract-signed-day", &("day", t.date(signed.body.on))));
        lines.push(match signed.body.until {
            Some(day) => t.a("contract-until-day", &("day", t.date(day))),
            None => t.s("contract-until-birth"),
        });
    }
    if let Some(ended) = &contract.ended {
        let how = t.of("contract-ending", ended.body.ended.code());
        let at = moment(visit, ended.occurred);
        let note = ended.body.note.trim();
        let parts = [how.as_str(), at.as_str(), note];
        let parts: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        lines.push(parts.join(" · "));
    }
    lines.extend(held(visit, view, contract));
    ConsentCard {
        title: t.s("contract-title"),
        state: t.of("contract-state", state.code()),
        lines,
        acts: acts(visit, view, contract, state),
    }
}

/// The times she was held back under a contract, and how many days of how many that makes.
fn held(visit: &Visit, view: &PathwayView, contract: &Contract) -> Vec<String> {
    let t = &visit.t;
    let request = contract.last_offer().map(|offer| &offer.request);
    let detentions = view.pathway.detentions();
    let own: Vec<_> = detentions
        .iter()
        .filter(|d| d.request.as_ref() == request)
        .collect();
    if own.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<String> = own
        .iter()
        .map(|d| match d.to {
            Some(to) => {
                let from = t.date(d.from);
                t.a2("contract-held", &("from", from), &("to", t.date(to)))
            }
            None => t.a("contract-held-now", &("from", t.date(d.from))),
        })
        .collect();
    let days: i32 = own.iter().map(|d| d.days(visit.today())).sum();
    lines.push(t.a("contract-days", &("days", days)));
    lines
}

fn acts(visit: &Visit, view: &PathwayView, contract: &Contract, state: ContractState) -> Vec<Link> {
    if writes(view, "").is_none() {
        return Vec::new();
    }
    let asks = matches!(
        state,
        ContractState::Thinking | ContractState::Wanted | ContractState::Declined
    );
    let runs = state == ContractState::Running;
    let held = view.pathway.is_detained();
    let steps = [
        (asks, "svar"),
        (state == ContractState::Wanted, "underskriv"),
        (runs && !held, "opsig"),
        (runs && !held, "tilbagehold"),
        (held, "ophoert"),
    ];
    let offered = steps.into_iter().filter(|(fits, _)| *fits);
    offered
        .map(|(_, step)| Link {
            href: paths::contract(view.id.as_str(), contract.reference.as_str(), step),
            words: visit.t.of("contract-act", step),
        })
        .collect()
}
