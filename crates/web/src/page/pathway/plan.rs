// SPDX-License-Identifier: EUPL-1.2
//! *Plan*: her own words, the strands with their interventions, what the plan lacks, and its follow-ups.

use super::assessment::written;
use super::entry::{self, capital, words};
use super::{child_plan, head, her_words, open, writes};
use crate::page::work::plan::fixed;
use crate::server::{Answer, Fault, Visit};
use crate::view::frame::Section;
use crate::view::pathway::{Intervention as Row, PlanPage, Strand as Rows};
use traad_domain::body::{Body, Intervention, PathwayKind, PlanMade, Strand};
use traad_domain::catalogue::Mark;
use traad_domain::decide::plan::element_list;
use traad_domain::pathway::{Pathway, Plan};

/// The tab.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    if view.pathway.kind == Some(PathwayKind::Child) {
        return child_plan::get(visit, &view);
    }
    let mut page = PlanPage {
        head: head(visit, &view),
        words: her_words(visit, &view),
        ..PlanPage::default()
    };
    page.write = (!view.pathway.judgements.is_empty())
        .then(|| writes(&view, "plan/ny"))
        .flatten();
    if let Some((plan, active)) = view
        .pathway
        .plan
        .as_ref()
        .and_then(|plan| Some((plan, plan.active()?)))
    {
        let version = visit.t.a("plan-version", &("n", active.body.version));
        page.version = Some(format!("{version}, {}", written(visit, &view, active)));
        page.goals = Some(active.body.goals.clone()).filter(|goals| !goals.trim().is_empty());
        page.strands = strands(visit, plan, &active.body);
        page.hints = hints(visit, plan);
        page.people = people(visit, &view.pathway);
        page.sections = active
            .body
            .sections
            .iter()
            .map(|section| (section.name.clone(), section.text.clone()))
            .collect();
        page.missing = missing(visit, &active.body);
        page.uncovered = view
            .pathway
            .uncovered_problems()
            .into_iter()
            .map(|code| words(visit, "problems", code))
            .collect();
        page.follow_ups = entry::list(visit, &view, |body| matches!(body, Body::PlanFollowedUp(_)));
        page.next = next(plan, &active.body).map(|day| visit.t.weekday(day, visit.today()));
        page.changes = changes(visit, plan);
        page.follow = writes(&view, "opfoelgning");
    }
    visit.page(Section::Other, &page)
}

/// What the plan as it is known here lacks. A recommendation: it stops nothing.
fn hints(visit: &Visit, plan: &Plan) -> Vec<String> {
    let found = [
        (!plan.is_multi_stranded(), "plan-one-strand"),
        (plan.lacks_family_treatment(), "plan-no-family"),
    ];
    let found = found.into_iter().filter(|(holds, _)| *holds);
    let found = found.map(|(_, key)| visit.t.s(key));
    let same = plan.overlaps();
    let same = same.into_iter().filter_map(|(one, other)| {
        let when = fixed::words(visit, &other.arranged.weekly?);
        let both = format!("{} · {}", one.what, other.what);
        Some(visit.t.a2("plan-overlap", &("what", both), &("when", when)))
    });
    found.chain(same).collect()
}

/// Who of her own life can be a support, and who has no part in the plan (row S2-045).
fn people(visit: &Visit, pathway: &Pathway) -> Vec<String> {
    let own = pathway.team.iter().map(|one| &one.body);
    let own = own.filter(|one| one.is_her_own());
    own.filter_map(|one| {
        let who = match one.relation.trim() {
            "" => one.contact.clone(),
            relation => format!("{}, {relation}", one.contact),
        };
        if one.conflict {
            return Some(visit.t.a("plan-not-involved", &("who", who)));
        }
        let whom = one.supports.iter();
        let whom = whom.map(|whom| visit.t.of("plan-support-for", whom.code()));
        let whom: Vec<String> = whom.collect();
        let both = (("who", who), ("whom", whom.join(", ")));
        (!whom.is_empty()).then(|| visit.t.a2("plan-supports", &both.0, &both.1))
    })
    .collect()
}

fn next(plan: &Plan, active: &PlanMade) -> Option<jiff::civil::Date> {
    plan.follow_ups
        .last()
        .map(|followed| followed.body.next)
        .max(active.next_follow_up)
}

/// The strands that have an intervention, in their fixed order.
fn strands(visit: &Visit, plan: &Plan, active: &PlanMade) -> Vec<Rows> {
    let of = |strand: Strand| {
        active
            .interventions
            .iter()
            .filter(move |i| i.strand == strand)
    };
    let used = Strand::ALL
        .iter()
        .copied()
        .filter(|strand| of(*strand).next().is_some());
    used.map(|strand| Rows {
        name: visit.t.of("work-strand", strand.code()),
        rows: of(strand).map(|i| row(visit, plan, i)).collect(),
    })
    .collect()
}

fn row(visit: &Visit, plan: &Plan, one: &Intervention) -> Row {
    let told = |text: &str| {
        if text.trim().is_empty() {
            visit.t.s("unknown")
        } else {
            text.to_owned()
        }
    };
    let element = one.element.as_deref().map(|code| element(visit, code));
    let what = if one.what.trim().is_empty() {
        element.clone().unwrap_or_default()
    } else {
        one.what.clone()
    };
    let started = plan.started.get(&one.reference).copied();
    let starts = started
        .or(one.starts)
        .map_or_else(|| visit.t.s("unknown"), |day| visit.t.date(day));
    let ended = plan.ended.get(&one.reference);
    let state = match (ended, started) {
        (Some(day), _) => visit.t.a("effort-ended", &("day", visit.t.date(*day))),
        (None, Some(_)) => visit.t.s("effort-runs"),
        (None, None) => visit.t.s("effort-planned"),
    };
    let element = element.filter(|element| *element != what);
    let arranged = &one.arranged;
    let kind = arranged.kind.as_deref();
    let kind = kind.map(|kind| words(visit, "intervention-kinds", kind));
    let payer = arranged.payer.map(|payer| {
        let who = visit.t.of("plan-payer", payer.code());
        visit.t.a("plan-pays", &("who", who))
    });
    let state = [Some(state), element, kind, payer];
    let state = state.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let weekly = arranged.weekly.map(|weekly| fixed::words(visit, &weekly));
    let often = [Some(told(&one.intensity)), weekly];
    let mut reviews = plan
        .follow_ups
        .iter()
        .rev()
        .flat_map(|followed| &followed.body.reviews);
    let review = reviews.find(|review| review.intervention == one.reference);
    Row {
        what,
        initiator: told(&one.initiator),
        responsible: told(&one.responsible_name),
        start: starts,
        intensity: often.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        effect: review.map_or_else(
            || visit.t.s("effort-not-followed"),
            |review| {
                let choice = words(visit, "follow-up-choices", review.choice.code());
                format!("{} ({choice})", told(&review.effect))
            },
        ),
        state,
    }
}

/// What a central element is called, in whichever of the two lists it stands.
pub(crate) fn element(visit: &Visit, code: &str) -> String {
    let lists = ["ambulatory-elements", "residential-elements"];
    let language = crate::page::kommune::language(visit);
    let found = lists
        .iter()
        .find_map(|list| visit.app.catalogue().words(list, code, language));
    found.unwrap_or(code).to_owned()
}

/// Central elements of the chosen form that no intervention carries out; those left out on purpose with their reason.
fn missing(visit: &Visit, active: &PlanMade) -> Vec<String> {
    let list = element_list(active.level).and_then(|list| visit.app.catalogue().list(list));
    let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
    let has = |code: &str| {
        active
            .interventions
            .iter()
            .any(|i| i.element.as_deref() == Some(code))
    };
    let left_out = |code: &str| active.left_out.iter().find(|out| out.element == code);
    let lacking = items
        .iter()
        .filter(|item| !has(&item.id) && !item.is(Mark::Optional));
    lacking
        .map(|item| {
            let name = element(visit, &item.id);
            match left_out(&item.id) {
                Some(out) => visit.t.a2(
                    "element-left-out",
                    &("element", name),
                    &("reason", out.reason.trim()),
                ),
                None => name,
            }
        })
        .collect()
}

/// What the newest version changed, as sentences.
fn changes(visit: &Visit, plan: &Plan) -> Vec<String> {
    let mut newest = plan.versions.iter().rev().map(|version| &version.body);
    let (Some(now), Some(before)) = (newest.next(), newest.next()) else {
        return Vec::new();
    };
    let mut changes = Vec::new();
    for one in &now.interventions {
        match before
            .interventions
            .iter()
            .find(|old| old.reference == one.reference)
        {
            None => changes.push(visit.t.a("change-new", &("what", one.what.as_str()))),
            Some(old) if old != one => changes.push(changed(visit, old, one)),
            Some(_) => {}
        }
    }
    let kept = |old: &&Intervention| {
        now.interventions
            .iter()
            .any(|one| one.reference == old.reference)
    };
    let gone = before.interventions.iter().filter(|old| !kept(old));
    changes.extend(gone.map(|old| visit.t.a("change-gone", &("what", old.what.as_str()))));
    if now.goals != before.goals {
        changes.push(visit.t.s("change-goals"));
    }
    changes
}

fn changed(visit: &Visit, old: &Intervention, new: &Intervention) -> String {
    let differences = [
        (&old.what, &new.what),
        (&old.intensity, &new.intensity),
        (&old.initiator, &new.initiator),
        (&old.responsible_name, &new.responsible_name),
    ];
    let told = differences.into_iter().filter(|(old, new)| old != new);
    let mut told: Vec<String> = told
        .map(|(old, new)| {
            visit.t.a2(
                "change-from-to",
                &("from", old.as_str()),
                &("to", new.as_str()),
            )
        })
        .collect();
    if let (true, Some(day)) = (old.starts != new.starts, new.starts) {
        told.push(visit.t.a("change-start", &("day", visit.t.date(day))));
    }
    let what = capital(&old.what);
    if told.is_empty() {
        visit.t.a("change-other", &("what", what))
    } else {
        format!("{what}: {}", told.join(", "))
    }
}
