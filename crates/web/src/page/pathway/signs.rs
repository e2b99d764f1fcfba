// SPDX-License-Identifier: EUPL-1.2
//! *Tegn*: what was seen in the child, day by day and word for word, and the hypothesis it has led to with its next step. Folded,
//! as every page, from what the reader may read: signs stay in the unit that saw them until they are sent (practice A17), and
//! what was refuted is shown to the authority and doctors alone (practice B14).

use super::entry::{self, capital, moment};
use super::{head, open, writes};
use crate::server::{Answer, Fault, Visit};
use crate::view::consent::ConsentCard;
use crate::view::frame::Section;
use crate::view::parts::Link;
use crate::view::signs::SignsPage;
use traad_app::PathwayView;
use traad_domain::body::{
    Body, PathwayKind, SignsObserved, Thriving, WellbeingAffected, WellbeingJudged,
};
use traad_domain::decide::hypothesis::MayConsider;
use traad_domain::entry::Author;
use traad_domain::pathway::{Hypothesis, Noted};

/// The tab.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    if view.pathway.kind != Some(PathwayKind::Child) {
        return Err(Fault::NotFound);
    }
    let may = visit.app.may_consider(&visit.ctx()?, &view);
    let child = &view.pathway.child;
    let signs = child.signs.iter().rev();
    let current = child.hypothesis();
    let unit = &visit.ctx()?.actor.unit.id;
    let authority = visit.ctx()?.actor.unit.is_child_authority();
    let own = child.signs.iter().any(|seen| &seen.author.unit == unit);
    let page = SignsPage {
        head: head(visit, &view),
        write: writes(&view, "tegn/ny"),
        notify: writes(&view, "underret").filter(|_| own),
        signs: signs.map(|seen| sign(visit, &view, seen)).collect(),
        hypothesis: current.map(|found| hypothesis(visit, &view, (found, may))),
        raise: writes(&view, "hypotese/ny").filter(|_| may.raise),
        affected: child
            .affected
            .iter()
            .rev()
            .map(|of| affected(visit, &view, of, authority))
            .collect(),
        affect: writes(&view, "trivsel").filter(|_| authority && child.is_affected_by().is_none()),
        considered: child
            .considered()
            .map(|found| hypothesis(visit, &view, (found, MayConsider::default())))
            .collect(),
    };
    visit.page(Section::Other, &page)
}

/// The lines of an entry as the timeline has them, and who wrote it.
fn said(visit: &Visit, view: &PathwayView, (body, author): (&Body, &Author)) -> Vec<String> {
    let by = entry::by(visit, view, author);
    let lines = entry::lines(visit, view, body);
    lines.into_iter().chain([by]).collect()
}

fn sign(visit: &Visit, view: &PathwayView, seen: &Noted<SignsObserved>) -> ConsentCard {
    let body = Body::SignsObserved(seen.body.clone());
    ConsentCard {
        title: capital(&moment(visit, seen.occurred)),
        lines: said(visit, view, (&body, &seen.author)),
        ..ConsentCard::default()
    }
}

fn hypothesis(
    visit: &Visit,
    view: &PathwayView,
    (found, may): (&Hypothesis, MayConsider),
) -> ConsentCard {
    let t = &visit.t;
    let step = |title: &str, at, body: Body, author: &Author| {
        let lines = said(visit, view, (&body, author)).join(" · ");
        format!("{}, {}: {lines}", t.of("entry", title), moment(visit, at))
    };
    let raised = &found.raised;
    let mut lines = Vec::new();
    let body = Body::HypothesisRaised(raised.body.clone());
    lines.push((
        raised.recorded,
        step(body.kind(), raised.occurred, body.clone(), &raised.author),
    ));
    for test in &found.tests {
        let body = Body::HypothesisTested(test.body.clone());
        lines.push((
            test.recorded,
            step(body.kind(), test.occurred, body.clone(), &test.author),
        ));
    }
    for end in &found.conclusions {
        let body = Body::HypothesisConcluded(end.body.clone());
        lines.push((
            end.recorded,
            step(body.kind(), end.occurred, body.clone(), &end.author),
        ));
    }
    for told in &found.told {
        let body = Body::HypothesisTold(told.body.clone());
        lines.push((
            told.recorded,
            step(body.kind(), told.occurred, body.clone(), &told.author),
        ));
    }
    lines.sort_by_key(|(recorded, _)| *recorded);
    let mut lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    if found.unasked().is_some() {
        lines.push(t.s("hypothesis-unasked"));
    }
    let acts = [
        (may.test, "afproevning", "hypothesis-test"),
        (may.conclude, "konklusion", "hypothesis-conclude"),
        (may.test, "mor", "hypothesis-told"),
    ];
    let acts = acts.into_iter().filter(|(may, ..)| *may);
    let link = |(_, page, words): (bool, &str, &str)| {
        let href = writes(view, &format!("hypotese/{page}"))?;
        let words = t.s(words);
        Some(Link { href, words })
    };
    ConsentCard {
        title: t.s("hypothesis-title"),
        state: t.of("hypothesis-state", found.state.code()),
        lines,
        acts: acts.filter_map(link).collect(),
    }
}

/// That wellbeing was affected, with the judgements since and what can be done.
fn affected(
    visit: &Visit,
    view: &PathwayView,
    (on, judged): &(Noted<WellbeingAffected>, Vec<Noted<WellbeingJudged>>),
    authority: bool,
) -> ConsentCard {
    let t = &visit.t;
    let body = Body::WellbeingAffected(on.body.clone());
    let mut lines = said(visit, view, (&body, &on.author));
    for judgement in judged {
        let body = Body::WellbeingJudged(judgement.body.clone());
        let words = said(visit, view, (&body, &judgement.author)).join(" · ");
        lines.push(format!("{}: {words}", moment(visit, judgement.occurred)));
    }
    let thrives = |judged: &Noted<WellbeingJudged>| judged.body.thriving == Thriving::Yes;
    let over = judged.last().is_some_and(thrives);
    let acts = [
        ("trivsel/stoette", "wellbeing-support"),
        ("trivsel/vurdering", "wellbeing-judge"),
    ];
    let acts = acts.into_iter().filter(|_| authority && !over);
    let link = |(page, words): (&str, &str)| {
        let href = writes(view, page)?;
        let words = t.s(words);
        Some(Link { href, words })
    };
    ConsentCard {
        title: capital(&moment(visit, on.occurred)),
        state: t.of("wellbeing-state", if over { "over" } else { "lasts" }),
        lines,
        acts: acts.filter_map(link).collect(),
    }
}
