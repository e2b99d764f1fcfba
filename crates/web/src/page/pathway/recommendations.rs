// SPDX-License-Identifier: EUPL-1.2
//! *Anbefalinger*: every group of recommendations, each sentence with how the reader's unit keeps it in this pathway.

use super::{head, open};
use crate::page::duty;
use crate::server::{Answer, Fault, Visit};
use crate::text::Lang;
use crate::view::frame::Section;
use crate::view::pathway::{
    RecommendationGroup, RecommendationItem, RecommendationsPage, Standing,
};
use traad_app::{Kept, PathwayView};
use traad_domain::body::PathwayKind;
use traad_domain::time::local_date;
use traad_duty::engine::Status;
use traad_duty::recommendation::{Carried, Recommendation, Target};
use traad_duty::rule::Title;

/// The tab: the groups of this kind of pathway, and folded away those of the other.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    let own = if view.pathway.kind == Some(PathwayKind::Child) {
        Target::Boern
    } else {
        Target::Gravide
    };
    let mut groups: Vec<(&str, Target, Vec<&Recommendation>)> = Vec::new();
    for one in &visit.app.rules().recommendations().0 {
        match groups.iter_mut().find(|(group, _, _)| *group == one.group) {
            Some((_, _, items)) => items.push(one),
            None => groups.push((&one.group, one.target, vec![one])),
        }
    }
    let (own_groups, others): (Vec<_>, Vec<_>) = groups
        .into_iter()
        .partition(|(_, target, _)| *target == own);
    let shown = |groups: &[(&str, Target, Vec<&Recommendation>)]| {
        let groups = groups.iter();
        groups
            .map(|(group, target, items)| RecommendationGroup {
                title: heading(visit, group, *target, items),
                items: items
                    .iter()
                    .map(|one| item(visit, &view, one, own))
                    .collect(),
            })
            .collect()
    };
    let fold = match own {
        Target::Gravide => "recommendations-fold-child",
        Target::Boern => "recommendations-fold-pregnant",
    };
    let page = RecommendationsPage {
        head: head(visit, &view),
        source: visit.t.s("recommendations-source"),
        groups: shown(&own_groups),
        others: (visit.t.s(fold), shown(&others)),
    };
    visit.page(Section::Other, &page)
}

/// `Gravide 1: …`, with the number of the source.
fn heading(visit: &Visit, group: &str, target: Target, items: &[&Recommendation]) -> String {
    let number = group.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let words = items
        .iter()
        .find_map(|one| one.heading.as_ref())
        .map(|heading| said(visit, heading))
        .unwrap_or_default();
    let message = match target {
        Target::Gravide => "recommendations-pregnant",
        Target::Boern => "recommendations-child",
    };
    visit.t.a2(message, &("n", number), &("words", words))
}

fn said(visit: &Visit, title: &Title) -> String {
    match visit.t.lang() {
        Lang::Da => title.da.clone(),
        Lang::En => title.en.clone(),
    }
}

fn item(
    visit: &Visit,
    view: &PathwayView,
    one: &Recommendation,
    own: Target,
) -> RecommendationItem {
    let sentence = match (visit.t.lang(), &one.text_en) {
        (Lang::En, Some(english)) => english.clone(),
        _ => one.text_da.clone(),
    };
    let (standing, details) = match &one.carried {
        Carried::NoRule(reason) => (Standing::Judged, vec![said(visit, reason)]),
        Carried::Nothing => (Standing::Judged, Vec::new()),
        Carried::ByRules(rules) => carried(visit, view, rules),
    };
    if one.target != own && standing == Standing::NotNow {
        return RecommendationItem {
            sentence,
            standing,
            details: Vec::new(),
        };
    }
    RecommendationItem {
        sentence,
        standing,
        details,
    }
}

/// How the rules behind a sentence stand together: the worst of them counts, and each is told.
fn carried(visit: &Visit, view: &PathwayView, rules: &[String]) -> (Standing, Vec<String>) {
    let mut worst: Option<Standing> = None;
    let mut details = Vec::new();
    for rule in rules {
        let kept = view.kept.get(rule).map(Vec::as_slice).unwrap_or_default();
        for one in kept.iter().filter(|one| one.status != Status::Void) {
            let standing = standing(one.status);
            worst = Some(worst.map_or(standing, |before| {
                if weight(standing) > weight(before) {
                    standing
                } else {
                    before
                }
            }));
            details.push(visit.t.a2(
                "kept",
                &("title", duty::title(visit, rule)),
                &("how", how(visit, view, rule, one)),
            ));
        }
    }
    (worst.unwrap_or(Standing::NotNow), details)
}

fn standing(status: Status) -> Standing {
    match status {
        Status::OnTime { .. } => Standing::Met,
        Status::Late | Status::Missed | Status::Overdue => Standing::Late,
        Status::Explained => Standing::Explained,
        Status::Scheduled | Status::DueSoon | Status::Open | Status::Unsettled => Standing::Open,
        Status::Void => Standing::NotNow,
    }
}

fn weight(standing: Standing) -> u8 {
    match standing {
        Standing::NotNow | Standing::Judged => 0,
        Standing::Met => 1,
        Standing::Explained => 2,
        Standing::Open => 3,
        Standing::Late => 4,
    }
}

/// `gjort i tide 3.3.2026`, `senest 9.3.2026`, `forklaret: …`.
fn how(visit: &Visit, view: &PathwayView, rule: &str, one: &Kept) -> String {
    let t = &visit.t;
    let day = |at: Option<jiff::Timestamp>| {
        at.map_or_else(|| t.s("unknown"), |at| t.date(local_date(at)))
    };
    match one.status {
        Status::OnTime {
            recorded_late: false,
        } => t.a("kept-on-time", &("day", day(one.done))),
        Status::OnTime {
            recorded_late: true,
        } => t.a("kept-recorded-late", &("day", day(one.done))),
        Status::Late => t.a2("kept-late", &("day", day(one.done)), &("due", day(one.due))),
        Status::Overdue => t.a("kept-overdue", &("due", day(one.due))),
        Status::Missed => t.a("kept-missed", &("due", day(one.due))),
        Status::Explained => {
            let explanations = view.pathway.explanations.iter().rev();
            let reason = explanations
                .map(|noted| &noted.body)
                .find(|e| e.rule == rule && e.key == one.key);
            let reason =
                reason.map_or_else(|| t.s("unknown"), |explained| explained.reason.clone());
            t.a("kept-explained", &("reason", reason))
        }
        Status::Scheduled | Status::DueSoon | Status::Open => match one.due {
            Some(_) => t.a("kept-open", &("due", day(one.due))),
            None => t.s("kept-no-limit"),
        },
        Status::Unsettled => t.s("kept-unsettled"),
        Status::Void => String::new(),
    }
}
