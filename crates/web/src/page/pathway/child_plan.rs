// SPDX-License-Identifier: EUPL-1.2
//! *Plan* of a child: the needs and what answers them, the efforts under the four things carers and professionals should do,
//! what others have advised, and what an effort without effect still asks for (A14, A15).

use super::assessment::written;
use super::development::{effect, heads, links, needs, told};
use super::entry::{self, capital, words};
use super::{head, writes};
use crate::server::{Answer, Fault, Visit};
use crate::view::development::{Block, BlockPage, Grid};
use crate::view::frame::Section;
use crate::view::parts::{Fact, Link};
use traad_app::PathwayView;
use traad_domain::body::{Body, ChildPlan, Intervention, PlanMade};
use traad_domain::decide::advice::can_ask;
use traad_domain::pathway::{Noted, Plan};

/// The tab.
pub(super) fn get(visit: &Visit, view: &PathwayView) -> Result<Answer, Fault> {
    let plan = view.pathway.plan.as_ref();
    let active = plan.and_then(|plan| Some((plan, plan.active()?)));
    let mut blocks = Vec::new();
    match active {
        Some((plan, made)) => {
            blocks.push(whole(visit, view, (plan, made)));
            blocks.push(needs(visit, view));
            blocks.extend(groups(visit, plan, &made.body));
        }
        None => blocks.push(Block {
            title: visit.t.s("childplan-title"),
            note: visit.t.s("childplan-none"),
            ..Block::default()
        }),
    }
    blocks.extend(advised(visit, view));
    if active.is_some() {
        blocks.push(follow_ups(visit, view));
    }
    let page = BlockPage {
        head: head(visit, view),
        tab: "plan",
        warnings: warnings(visit, view, active.map(|(_, made)| &made.body)),
        actions: actions(visit, view, active.is_some()),
        blocks,
    };
    visit.page(Section::Other, &page)
}

fn actions(visit: &Visit, view: &PathwayView, has_plan: bool) -> Vec<Link> {
    let assessed = view.pathway.child.development.newest().is_some();
    let mut pages = Vec::new();
    if has_plan {
        pages.push(("opfoelgning", "plan-follow"));
    }
    if !view.pathway.open_effects().is_empty() {
        pages.push(("virkning", "effect-title"));
    }
    if assessed {
        let words = if has_plan { "plan-again" } else { "plan-write" };
        pages.push(("plan/ny", words));
    }
    pages.push(("hjaelper", "help-link"));
    links(visit, view, &pages)
}

/// What is still open where an effort does not work, and what the plan lacks.
fn warnings(visit: &Visit, view: &PathwayView, made: Option<&PlanMade>) -> Vec<String> {
    let t = &visit.t;
    let open = view.pathway.open_effects().into_iter();
    let mut found: Vec<String> = open
        .map(|(effort, action)| {
            let action = t.of("effect-action", action.code());
            let what = ("what", effort.what.clone());
            t.a2("effect-open", &what, &("action", action))
        })
        .collect();
    let child = made.and_then(|made| made.child.as_ref());
    let deviations = child.into_iter().flat_map(|child| &child.deviations);
    found.extend(deviations.map(|one| {
        let lacks = t.s(&format!("childplan-without-{}", one.lacks));
        format!("{lacks} {}", one.reason.trim())
    }));
    let unanswered = view.pathway.unanswered_needs();
    if made.is_some() && !unanswered.is_empty() {
        let needs: Vec<&str> = unanswered.iter().map(|need| need.what.as_str()).collect();
        found.push(t.a("childplan-unanswered", &("needs", needs.join(", "))));
    }
    found
}

fn whole(visit: &Visit, view: &PathwayView, (plan, made): (&Plan, &Noted<PlanMade>)) -> Block {
    let t = &visit.t;
    let listed = |list: &str, of: fn(&ChildPlan) -> &Vec<String>| {
        let codes = made.body.child.as_ref().map(of);
        let codes = codes.into_iter().flatten();
        let all: Vec<String> = codes.map(|code| words(visit, list, code)).collect();
        told(visit, &capital(&all.join(", ")))
    };
    let family = made.body.child.as_ref();
    let family = family.map_or("", |child| child.family.as_str());
    let next = plan.follow_ups.last().map(|followed| followed.body.next);
    let next = next.max(made.body.next_follow_up);
    let next = next.map_or_else(|| t.s("unknown"), |day| t.weekday(day, visit.today()));
    Block {
        title: t.a("plan-version", &("n", made.body.version)),
        note: written(visit, view, made),
        facts: vec![
            Fact::new(t.s("childplan-goals"), told(visit, &made.body.goals)),
            Fact::new(
                t.s("childplan-aims"),
                listed("child-aims", |child| &child.aims),
            ),
            Fact::new(
                t.s("childplan-framing"),
                listed("framing-approaches", |child| &child.framing),
            ),
            Fact::new(t.s("childplan-family"), told(visit, family)),
            Fact::new(t.s("childplan-follow"), next),
        ],
        ..Block::default()
    }
}

/// The four things carers and professionals should do, each with the efforts for it or that there is none (row S0-044).
fn groups(visit: &Visit, plan: &Plan, made: &PlanMade) -> Vec<Block> {
    let t = &visit.t;
    let list = visit.app.catalogue().list("child-efforts");
    let groups = list.into_iter().flat_map(|list| &list.items);
    groups
        .map(|group| {
            let of = |one: &&Intervention| {
                let child = one.child.as_ref();
                child.is_some_and(|child| child.group == group.id)
            };
            let efforts = made.interventions.iter().filter(of);
            let rows: Vec<_> = efforts.map(|one| effort(visit, plan, one)).collect();
            let keys = [
                "childplan-what",
                "childplan-area",
                "childplan-purposes",
                "childplan-aimed",
                "childplan-knowledge",
                "childplan-who",
                "need-effect",
            ];
            Block {
                title: capital(&words(visit, "child-efforts", &group.id)),
                note: if rows.is_empty() {
                    t.s("childplan-no-effort")
                } else {
                    String::new()
                },
                grid: (!rows.is_empty()).then(|| Grid {
                    head: heads(visit, &keys),
                    rows,
                }),
                ..Block::default()
            }
        })
        .collect()
}

fn effort(visit: &Visit, plan: &Plan, one: &Intervention) -> (String, Vec<String>) {
    let t = &visit.t;
    let child = one.child.as_ref();
    let codes = |list: &str, codes: &[String]| {
        let all: Vec<String> = codes.iter().map(|code| words(visit, list, code)).collect();
        all.join(", ")
    };
    let area = child.and_then(|child| child.area.as_deref());
    let area = area.map_or_else(
        || t.s("unknown"),
        |area| capital(&words(visit, "function-domains", area)),
    );
    let purposes = child.map_or_else(String::new, |child| {
        codes("effort-purposes", &child.purposes)
    });
    let aimed = child.map_or_else(String::new, |child| {
        let parts = [
            codes("effort-targets", &child.targets),
            codes("effort-approaches", &child.approaches),
            child.form.clone(),
        ];
        let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
        parts.collect::<Vec<_>>().join("\n")
    });
    let knowledge = child.map_or("", |child| child.knowledge.trim());
    let knowledge = if knowledge.is_empty() {
        t.s("childplan-no-knowledge")
    } else {
        knowledge.to_owned()
    };
    let ended = plan.ended.get(&one.reference);
    let started = plan.started.get(&one.reference).copied().or(one.starts);
    let state = match (ended, started) {
        (Some(day), _) => t.a("effort-ended", &("day", t.date(*day))),
        (None, Some(day)) => t.a("timeline-from", &("day", t.date(day))),
        (None, None) => t.s("effort-planned"),
    };
    let who = format!("{}\n{}\n{state}", one.responsible_name, one.intensity);
    (
        one.what.clone(),
        vec![
            area,
            told(visit, &purposes),
            told(visit, &aimed),
            knowledge,
            who,
            works(visit, plan, one),
        ],
    )
}

/// How it works, as it was last followed up.
fn works(visit: &Visit, plan: &Plan, one: &Intervention) -> String {
    let mut reviews = plan.follow_ups.iter().rev();
    let review = reviews.find_map(|followed| {
        let mut reviews = followed.body.reviews.iter();
        reviews.find(|review| review.intervention == one.reference)
    });
    review.map_or_else(
        || visit.t.s("effort-not-followed"),
        |review| {
            let verdict = review.verdict;
            let verdict = verdict.map(|v| visit.t.of("childfollow-verdict", v.code()));
            let verdict = verdict.into_iter().chain([effect(visit, review)]);
            verdict.collect::<Vec<_>>().join("\n")
        },
    )
}

/// What others have advised, each with its source, and whether the plan has taken it up (row S3-054); and the way to ask.
fn advised(visit: &Visit, view: &PathwayView) -> Option<Block> {
    let t = &visit.t;
    let known = &view.pathway.child.development;
    let rows = view
        .pathway
        .advised()
        .into_iter()
        .map(|(one, from, taken)| {
            let who = from.map_or_else(String::new, |from| {
                words(visit, "viso-suppliers", &from.supplier)
            });
            let source = t.a("advised-by", &("who", who));
            let state = if taken {
                "advised-taken"
            } else {
                "advised-open"
            };
            (one.what.clone(), vec![source, t.s(state)])
        });
    let rows: Vec<_> = rows.collect();
    let items = known.requests.iter().map(|asked| {
        let supplier = words(visit, "viso-suppliers", &asked.body.supplier);
        let at = written(visit, view, asked);
        t.a2("viso-asked", &("who", supplier), &("at", at))
    });
    let items: Vec<String> = items.collect();
    let can = can_ask(&view.pathway).is_ok() && writes(view, "viso").is_some();
    let mut pages = Vec::new();
    if can {
        pages.push(("viso", "viso-title"));
    }
    if !known.requests.is_empty() {
        pages.push(("viso/raad", "viso-advice-title"));
    }
    (can || !items.is_empty()).then(|| Block {
        title: t.s("advised-title"),
        items,
        grid: (!rows.is_empty()).then(|| Grid {
            head: heads(
                visit,
                &["childplan-what", "advised-source", "adult-state-plan"],
            ),
            rows,
        }),
        links: links(visit, view, &pages),
        ..Block::default()
    })
}

fn follow_ups(visit: &Visit, view: &PathwayView) -> Block {
    let all = entry::list(visit, view, |body| {
        matches!(body, Body::PlanFollowedUp(_) | Body::EffectAnswered(_))
    });
    let items: Vec<String> = all
        .into_iter()
        .map(|one| format!("{}, {}: {}", one.at, one.by, one.lines.join(" · ")))
        .collect();
    Block {
        title: visit.t.s("plan-follow-ups"),
        note: if items.is_empty() {
            visit.t.s("plan-no-follow-up")
        } else {
            String::new()
        },
        items,
        ..Block::default()
    }
}
