// SPDX-License-Identifier: EUPL-1.2
//! Screening tools she has answered: what the newest suggest, every answer over time, and the way to ask again.

use super::entry::{by, moment};
use super::writes;
use crate::page::kommune::language;
use crate::server::Visit;
use crate::view::parts::Link;
use crate::view::pathway::{ScreeningLine, ScreeningPrompt, Screenings};
use traad_app::PathwayView;
use traad_domain::body::{PathwayKind, ScreeningDone};
use traad_domain::catalogue::screening::{Prompt, Screening};
use traad_domain::pathway::Noted;

/// All of it; nothing for a child, whose journal has no answers of its mother.
pub(super) fn screenings(visit: &Visit, view: &PathwayView) -> Option<Screenings> {
    if view.pathway.kind == Some(PathwayKind::Child) {
        return None;
    }
    let mut done: Vec<&Noted<ScreeningDone>> = view.pathway.screenings.iter().rev().collect();
    done.sort_by_key(|noted| std::cmp::Reverse(noted.occurred.at));
    let (asked, scored): (Vec<&Screening>, Vec<&Screening>) = visit
        .app
        .catalogue()
        .screenings()
        .iter()
        .partition(|tool| !tool.items.is_empty());
    Some(Screenings {
        prompts: prompts(visit, &done),
        lines: done.iter().map(|noted| line(visit, view, noted)).collect(),
        asked: links(visit, view, &asked),
        scored: links(visit, view, &scored),
    })
}

fn links(visit: &Visit, view: &PathwayView, tools: &[&Screening]) -> Vec<Link> {
    let link = |tool: &&Screening| {
        let href = writes(view, &format!("screening/{}", tool.id))?;
        let words = tool.name.in_language(language(visit)).to_owned();
        Some(Link { href, words })
    };
    tools.iter().filter_map(link).collect()
}

/// What a tool is called; its code when this release does not know it.
pub(crate) fn name(visit: &Visit, code: &str) -> String {
    let tool = visit.app.catalogue().screening(code);
    tool.map_or(code, |tool| tool.name.in_language(language(visit)))
        .to_owned()
}

/// `7 point`, or that the score is not known and how much was answered.
pub(crate) fn score(visit: &Visit, done: &ScreeningDone) -> String {
    if let Some(score) = done.score {
        return visit.t.a("screening-points", &("n", u32::from(score)));
    }
    let tool = visit.app.catalogue().screening(&done.tool);
    let all = tool.map_or(done.answers.len(), |tool| tool.items.len());
    visit
        .t
        .a2("screening-partly", &("n", done.answers.len()), &("of", all))
}

/// What the newest answers of each tool suggest; what cannot wait first.
fn prompts(visit: &Visit, newest_first: &[&Noted<ScreeningDone>]) -> Vec<ScreeningPrompt> {
    let mut seen: Vec<&str> = Vec::new();
    let mut found: Vec<ScreeningPrompt> = Vec::new();
    for noted in newest_first {
        let code = noted.body.tool.as_str();
        if seen.contains(&code) {
            continue;
        }
        seen.push(code);
        let tool = visit.app.catalogue().screening(code);
        let suggested = tool.map(|tool| tool.suggests(&noted.body));
        let suggested = suggested.into_iter().flatten();
        found.extend(suggested.map(|suggested| prompt(visit, noted, suggested)));
    }
    found.sort_by_key(|prompt| !prompt.today);
    found
}

fn prompt(visit: &Visit, noted: &Noted<ScreeningDone>, suggested: &Prompt) -> ScreeningPrompt {
    let at = moment(visit, noted.occurred);
    ScreeningPrompt {
        today: suggested.today,
        words: suggested.words.in_language(language(visit)).to_owned(),
        from: format!("{}, {at}", name(visit, &noted.body.tool)),
        source: suggested.source.clone(),
    }
}

fn line(visit: &Visit, view: &PathwayView, noted: &Noted<ScreeningDone>) -> ScreeningLine {
    ScreeningLine {
        at: moment(visit, noted.occurred),
        tool: name(visit, &noted.body.tool),
        score: score(visit, &noted.body),
        by: by(visit, view, &noted.author),
    }
}
