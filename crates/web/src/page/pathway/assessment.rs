// SPDX-License-Identifier: EUPL-1.2
//! *Udredning*: the newest assessment with its nine problem groups, use over time, screenings, and the newest
//! judgement of the level.

use super::entry::{by, capital, moment, words};
use super::{development, head, open, profile, screening, writes};
use crate::page::kommune::language;
use crate::server::{Answer, Fault, Visit};
use crate::view::frame::Section;
use crate::view::parts::Fact;
use crate::view::pathway::{Assessment, AssessmentPage, Judgement, Problem};
use traad_app::PathwayView;
use traad_domain::body::{AssessmentCompleted, LevelJudged, PathwayKind};
use traad_domain::catalogue::Item;
use traad_domain::pathway::Noted;

/// The tab.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    if view.pathway.kind == Some(PathwayKind::Child) {
        return development::get(visit, &view);
    }
    let newest = view.pathway.assessments.last();
    let page = AssessmentPage {
        head: head(visit, &view),
        assessment: newest.map(|noted| assessment(visit, &view, noted)),
        judgement: view
            .pathway
            .judgements
            .last()
            .map(|noted| judgement(visit, &view, noted)),
        write: writes(&view, "udredning/ny"),
        judge: newest.and_then(|_| writes(&view, "vurdering")),
        uses: profile::profile(visit, &view),
        screenings: screening::screenings(visit, &view),
    };
    visit.page(Section::Other, &page)
}

fn assessment(visit: &Visit, view: &PathwayView, noted: &Noted<AssessmentCompleted>) -> Assessment {
    let body = &noted.body;
    Assessment {
        at: written(visit, view, noted),
        situation: body.situation.clone(),
        resources: body.resources.clone(),
        challenges: body.challenges.clone(),
        problems: problems(visit, view, body),
    }
}

/// `mandag 13. april, Mette Test Rådgiver, familierådgiver, Familieafdelingen`.
pub(super) fn written<B>(visit: &Visit, view: &PathwayView, noted: &Noted<B>) -> String {
    format!(
        "{}, {}",
        moment(visit, noted.occurred),
        by(visit, view, &noted.author)
    )
}

fn problems(visit: &Visit, view: &PathwayView, body: &AssessmentCompleted) -> Vec<Problem> {
    let uncovered = view.pathway.uncovered_problems();
    let Some(list) = visit.app.catalogue().list("problems") else {
        return Vec::new();
    };
    let problem = |item: &Item| {
        let found = body
            .problems
            .iter()
            .find(|problem| problem.group == item.id);
        let details = found.map_or_else(Vec::new, |found| {
            let parts = found
                .details
                .iter()
                .map(|code| words(visit, "problems", code));
            parts
                .chain(Some(found.note.clone()).filter(|note| !note.trim().is_empty()))
                .collect()
        });
        Problem {
            name: item.words(language(visit)).to_owned(),
            present: found.is_some(),
            details,
            uncovered: uncovered.contains(&item.id.as_str()),
        }
    };
    list.under(None).map(problem).collect()
}

fn judgement(visit: &Visit, view: &PathwayView, noted: &Noted<LevelJudged>) -> Judgement {
    let yes = visit.t.s("answer-yes");
    let criteria = noted.body.criteria.iter();
    Judgement {
        at: written(visit, view, noted),
        level: capital(&words(visit, "levels", noted.body.level.code())),
        criteria: criteria
            .map(|code| Fact::new(words(visit, "level-criteria", code), yes.clone()))
            .collect(),
        reason: noted.body.reason.clone(),
        offer: view.pathway.residential.last().map(|offered| {
            let answer = visit.t.of("residential-answer", offered.body.answer.code());
            let at = moment(visit, offered.occurred);
            format!("{}: {answer}, {at}", offered.body.place)
        }),
    }
}
