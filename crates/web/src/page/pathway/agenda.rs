// SPDX-License-Identifier: EUPL-1.2
//! What is to be talked about at the next meeting: her wishes stand first, then what is open as far as the reader knows.

use super::{entry, meetings};
use crate::server::Visit;
use traad_app::PathwayView;
use traad_domain::pathway::Meeting;

/// Questions that are open: problems no intervention meets, what earlier meetings decided and nobody has done, and how she
/// can be helped to come when she was not at the last one.
pub(crate) fn open_questions(visit: &Visit, view: &PathwayView) -> Vec<String> {
    let pathway = &view.pathway;
    let problems = pathway.uncovered_problems().into_iter().map(|group| {
        let what = entry::words(visit, "problems", group);
        visit.t.a("agenda-problem", &("what", what))
    });
    let mut lines: Vec<String> = problems.collect();
    let decided = pathway.meetings.iter().flat_map(|m| &m.decided);
    let open = decided.filter(|decided| !is_done(view, decided.body.reference.as_str()));
    lines.extend(open.map(|decided| {
        let what = meetings::decided(visit, &decided.body);
        visit.t.a("agenda-decided", &("what", what))
    }));
    if pathway
        .meetings
        .iter()
        .rev()
        .find(|m| m.held.is_some())
        .is_some_and(Meeting::missed_her)
    {
        lines.push(visit.t.s("agenda-support"));
    }
    lines
}

/// Whether somebody has told that what a meeting decided is done.
pub(super) fn is_done(view: &PathwayView, decision: &str) -> bool {
    view.pathway.steps.iter().any(|step| {
        let named = step.body.attributes.get("decision").map(String::as_str);
        step.body.step == "meeting-decision-done" && named == Some(decision)
    })
}
