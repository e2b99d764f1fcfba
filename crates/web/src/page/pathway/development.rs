// SPDX-License-Identifier: EUPL-1.2
//! *Udredning* of a child: the newest round, the needs and what answers them, the rounds side by side over its age, and what
//! each symptom may come from (A14).

use super::assessment::written;
use super::entry::{capital, words};
use super::{everyday, head, writes};
use crate::server::{Answer, Fault, Visit};
use crate::view::development::{Block, BlockPage, Grid};
use crate::view::frame::Section;
use crate::view::parts::{Fact, Link};
use crate::view::timeline::{Lane, Look, Mark, Timeline};
use jiff::civil::Date;
use traad_app::PathwayView;
use traad_domain::body::{
    ChildAssessed, ChildNeed, Dimension, InterventionReview, UseAsked, Vulnerable,
};
use traad_domain::pathway::{ActiveIntervention, Development, Exposure, Noted, Plan};

/// Days of a year, for the scale of the picture.
const YEAR: i32 = 365;

/// The tab.
pub(super) fn get(visit: &Visit, view: &PathwayView) -> Result<Answer, Fault> {
    let development = &view.pathway.child.development;
    let mut blocks = Vec::new();
    match development.newest() {
        Some(round) => {
            blocks.push(whole(visit, view, round));
            blocks.push(needs(visit, view));
            blocks.push(functions(visit, view, development));
            blocks.push(symptoms(visit, view, &round.body));
            blocks.push(history(visit, &round.body));
        }
        None => blocks.push(Block {
            title: visit.t.s("rounds-title"),
            note: visit.t.s("rounds-none"),
            ..Block::default()
        }),
    }
    blocks.push(everyday::contributions(visit, view, development));
    blocks.push(everyday::life(visit, view, development));
    blocks.push(everyday::influences(visit, view, development));
    blocks.push(everyday::surroundings(visit, view, development));
    blocks.push(everyday::adults(visit, view));
    let page = BlockPage {
        head: head(visit, view),
        tab: "assessment",
        warnings: warnings(visit, view),
        actions: links(
            visit,
            view,
            &[
                ("udredning/ny", round_words(development)),
                ("udredningstilbud", "round-offer-title"),
            ],
        ),
        blocks,
    };
    visit.page(Section::Other, &page)
}

fn round_words(development: &Development) -> &'static str {
    if development.rounds.is_empty() {
        "round-begin"
    } else {
        "round-again"
    }
}

/// Ways to forms; none for whoever does not write.
pub(super) fn links(visit: &Visit, view: &PathwayView, pages: &[(&str, &str)]) -> Vec<Link> {
    let known = |(page, words): &(&str, &str)| {
        Some(Link {
            href: writes(view, page)?,
            words: visit.t.s(words),
        })
    };
    pages.iter().filter_map(known).collect()
}

/// What one should see first: where the child has lost ground, with an earlier day proposed, and what the round stood on.
fn warnings(visit: &Visit, view: &PathwayView) -> Vec<String> {
    let development = &view.pathway.child.development;
    let Some(round) = development.newest() else {
        return Vec::new();
    };
    let t = &visit.t;
    let mut found: Vec<String> = development
        .declined(&round.entry, &round.body)
        .iter()
        .map(|one| {
            let domain = capital(&words(visit, "function-domains", &one.domain));
            let from = words(visit, "degrees", one.from.code());
            let to = words(visit, "degrees", one.to.code());
            let change = t.a2("declined-from-to", &("from", from), &("to", to));
            format!("{domain}: {change}")
        })
        .collect();
    let earlier = earlier(round.recorded_day(), round.body.next, visit.today());
    if let Some(day) = earlier.filter(|_| !found.is_empty()) {
        found.push(t.a("declined-earlier", &("day", t.date(day))));
    }
    if !round.body.is_interdisciplinary() {
        found.push(t.s("round-alone"));
    }
    found
}

/// Half way to the next round, as long as that has not passed: a proposal, no source gives it (row S1-003).
fn earlier(made: Date, next: Date, today: Date) -> Option<Date> {
    let days = next.since((jiff::Unit::Day, made)).ok()?.get_days() / 2;
    let day = made.checked_add(jiff::Span::new().days(days)).ok()?;
    (day > today).then_some(day)
}

pub(super) fn told(visit: &Visit, text: &str) -> String {
    if text.trim().is_empty() {
        visit.t.s("unknown")
    } else {
        text.trim().to_owned()
    }
}

fn fact(visit: &Visit, key: &str, value: &str) -> Fact {
    Fact::new(visit.t.s(key), told(visit, value))
}

fn dimension(visit: &Visit, key: &str, dimension: &Dimension) -> Fact {
    let words = told(visit, &dimension.words);
    let value = if dimension.examined {
        words
    } else {
        visit.t.a("round-not-examined", &("words", words))
    };
    Fact::new(visit.t.s(key), value)
}

fn whole(visit: &Visit, view: &PathwayView, round: &Noted<ChildAssessed>) -> Block {
    let (t, body) = (&visit.t, &round.body);
    let professions: Vec<String> = body
        .professions
        .iter()
        .map(|code| words(visit, "professions", code))
        .collect();
    let alone = if body.is_interdisciplinary() {
        String::new()
    } else {
        format!(" – {}", t.s("round-alone-short"))
    };
    let mut facts = vec![
        fact(visit, "round-difficulties", &body.difficulties),
        fact(visit, "round-strengths", &body.strengths),
        fact(visit, "round-picture", &body.picture),
        fact(visit, "round-relations", &body.relations),
        dimension(visit, "round-biological", &body.biological),
        dimension(visit, "round-psychological", &body.psychological),
        dimension(visit, "round-social", &body.social),
        fact(visit, "round-potential", &body.potential),
        Fact::new(
            t.s("round-professions"),
            capital(&format!("{}{alone}", professions.join(", "))),
        ),
        Fact::new(t.s("round-next"), t.date(body.next)),
    ];
    facts.push(Fact::new(
        t.s("round-vulnerable"),
        t.of("round-vulnerable", body.vulnerable.code()),
    ));
    let both = body.vulnerable == Vulnerable::Yes && has_difficulty(body);
    if both {
        facts.push(Fact::new(t.s("round-both"), t.s("round-both-words")));
    }
    Block {
        title: t.a("round-title", &("n", body.round)),
        note: written(visit, view, round),
        facts,
        ..Block::default()
    }
}

fn has_difficulty(body: &ChildAssessed) -> bool {
    let mut functions = body.functions.iter();
    functions.any(|one| {
        one.degree
            .is_some_and(|degree| degree > traad_domain::body::Degree::None)
    })
}

/// Each need, the efforts that meet it, and how they work: the chain both ways (rows S0-027 and S1-007).
pub(super) fn needs(visit: &Visit, view: &PathwayView) -> Block {
    let t = &visit.t;
    let unanswered = view.pathway.unanswered_needs();
    let row = |need: &ChildNeed| {
        let efforts = met_by(view, need);
        let what: Vec<String> = efforts
            .iter()
            .map(|one| one.intervention.what.clone())
            .collect();
        let answer = if !what.is_empty() {
            what.join("\n")
        } else if unanswered.contains(&need) {
            t.s("need-unanswered")
        } else {
            deselected(visit, view, need)
        };
        let effects: Vec<String> = efforts
            .iter()
            .filter_map(|one| one.review.map(|review| effect(visit, review)))
            .collect();
        let cells = vec![
            t.of("need-of", need.whose.code()),
            answer,
            told(visit, &effects.join("\n")),
        ];
        (need.what.clone(), cells)
    };
    let rows: Vec<_> = view.pathway.needs().iter().map(row).collect();
    Block {
        title: t.s("needs-title"),
        note: if rows.is_empty() {
            t.s("needs-none")
        } else {
            String::new()
        },
        grid: (!rows.is_empty()).then(|| Grid {
            head: heads(
                visit,
                &["need-what", "need-whose", "need-effort", "need-effect"],
            ),
            rows,
        }),
        ..Block::default()
    }
}

fn met_by<'a>(view: &'a PathwayView, need: &ChildNeed) -> Vec<ActiveIntervention<'a>> {
    let running = view.pathway.plan.iter().flat_map(Plan::running);
    let meets = |one: &ActiveIntervention<'_>| {
        let mut met = one.intervention.meets.iter();
        met.any(|code| code == need.reference.as_str())
    };
    running.filter(meets).collect()
}

fn deselected(visit: &Visit, view: &PathwayView, need: &ChildNeed) -> String {
    let active = view.pathway.plan.as_ref().and_then(Plan::active);
    let child = active.and_then(|active| active.body.child.as_ref());
    let found = child.and_then(|child| {
        let mut all = child.deselected.iter();
        all.find(|one| one.need == need.reference)
    });
    let reason = found.map_or("", |one| one.reason.as_str());
    visit.t.a("need-deselected", &("reason", reason.trim()))
}

/// What was said of an effort when it was followed up.
pub(super) fn effect(visit: &Visit, review: &InterventionReview) -> String {
    let choice = words(visit, "follow-up-choices", review.choice.code());
    format!("{} ({choice})", told(visit, &review.effect))
}

pub(super) fn heads(visit: &Visit, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| visit.t.s(key)).collect()
}

/// Functioning round by round: a picture over the child's age, and the same in a table.
fn functions(visit: &Visit, view: &PathwayView, development: &Development) -> Block {
    let t = &visit.t;
    let born = view.pathway.child.birthday();
    let born = born.or_else(|| view.person.as_ref()?.birthday());
    let mut head = vec![t.s("round-function-domain")];
    head.extend(development.rounds.iter().map(|round| {
        let number = t.a("round-title", &("n", round.body.round));
        match born {
            Some(born) => format!("{number}, {}", t.child_age(born, round.recorded_day())),
            None => format!("{number}, {}", t.date(round.recorded_day())),
        }
    }));
    let domains = visit.app.catalogue().list("function-domains");
    let domains: Vec<&str> = domains
        .into_iter()
        .flat_map(|list| &list.items)
        .map(|item| item.id.as_str())
        .collect();
    let rows = domains.iter().map(|domain| {
        let cells = development.rounds.iter().map(|round| {
            let found = round
                .body
                .functions
                .iter()
                .find(|one| one.domain == *domain);
            let degree = found.and_then(|one| one.degree);
            let words = degree.map_or_else(
                || t.s("round-not-judged"),
                |degree| words(visit, "degrees", degree.code()),
            );
            let note = found.map_or("", |one| one.note.trim());
            if note.is_empty() {
                words
            } else {
                format!("{words}\n{note}")
            }
        });
        (
            capital(&words(visit, "function-domains", domain)),
            cells.collect(),
        )
    });
    Block {
        title: t.s("functions-title"),
        note: t.s("functions-note"),
        picture: born.map(|born| picture(visit, development, (&domains, born))),
        grid: Some(Grid {
            head,
            rows: rows.collect(),
        }),
        ..Block::default()
    }
}

fn picture(visit: &Visit, development: &Development, (domains, born): (&[&str], Date)) -> Timeline {
    let day = |date: Date| {
        date.since((jiff::Unit::Day, born))
            .map_or(0, |span| span.get_days())
    };
    let today = day(visit.today());
    let days: Vec<i32> = development
        .rounds
        .iter()
        .map(|round| day(round.recorded_day()))
        .collect();
    let first = days.first().copied().unwrap_or(0);
    let from = (first - YEAR / 2).max(0);
    let to = today.max(first) + YEAR / 2;
    let years = (from / YEAR + 1)..=(to / YEAR);
    let lane = |domain: &&str| {
        let newest = development
            .newest()
            .and_then(|round| round.body.degree(domain));
        let label = newest.map_or_else(
            || visit.t.s("round-not-judged"),
            |degree| words(visit, "degrees", degree.code()),
        );
        let ends = days.iter().skip(1).copied().chain([today]);
        let rounds = development.rounds.iter().zip(days.iter().zip(ends));
        let marks = rounds.filter_map(|(round, (from, to))| {
            let degree = round.body.degree(domain)?;
            Some(Mark {
                from: *from,
                to: Some(to.max(*from + 8)),
                label: label.clone(),
                level: degree.code().parse().unwrap_or(0),
                ..Mark::default()
            })
        });
        Lane {
            name: capital(&words(visit, "function-domains", domain)),
            look: Look::Level,
            marks: marks.collect(),
        }
    };
    let lanes = domains.iter().map(lane);
    Timeline {
        from,
        to,
        now: None,
        scale: years
            .map(|year| (year * YEAR, visit.t.a("years-old", &("n", year))))
            .collect(),
        lanes: lanes.filter(|lane| !lane.marks.is_empty()).collect(),
        beside: Some(visit.t.s("functions-picture")),
        ..Timeline::default()
    }
}

fn symptoms(visit: &Visit, view: &PathwayView, body: &ChildAssessed) -> Block {
    let t = &visit.t;
    let rows = body.symptoms.iter().map(|one| {
        let causes: Vec<String> = one
            .causes
            .iter()
            .map(|cause| words(visit, "causes", cause.code()))
            .collect();
        let causes = if causes.is_empty() {
            words(visit, "causes", "uafklaret")
        } else {
            causes.join(", ")
        };
        let degree = one.degree.map_or_else(
            || t.s("unknown"),
            |degree| words(visit, "degrees", degree.code()),
        );
        (
            one.what.clone(),
            vec![causes, degree, told(visit, &one.since)],
        )
    });
    let rows: Vec<_> = rows.collect();
    let position = view.pathway.exposure_position();
    let exposed = matches!(position, Exposure::Confirmed | Exposure::Suspected);
    Block {
        title: t.s("symptoms-title"),
        note: if rows.is_empty() {
            t.s("symptoms-none")
        } else if exposed {
            t.s("symptoms-note")
        } else {
            String::new()
        },
        grid: (!rows.is_empty()).then(|| Grid {
            head: heads(
                visit,
                &[
                    "round-symptom-what",
                    "round-symptom-cause",
                    "round-symptom-degree",
                    "round-symptom-since",
                ],
            ),
            rows,
        }),
        ..Block::default()
    }
}

fn history(visit: &Visit, body: &ChildAssessed) -> Block {
    let t = &visit.t;
    let asked = |key: &str, asked: &UseAsked| {
        let answer = t.of("round-answer", asked.answer.code());
        let by = asked.by.trim();
        let value = if by.is_empty() {
            answer
        } else {
            t.a2("round-answered-by", &("answer", answer), &("by", by))
        };
        Fact::new(t.s(key), value)
    };
    Block {
        title: t.of("round-section", "history"),
        facts: vec![
            fact(visit, "round-life", &body.life),
            fact(visit, "round-foetal", &body.foetal),
            fact(visit, "round-birth", &body.birth),
            fact(visit, "round-infancy", &body.infancy),
            asked("round-substances", &body.substances),
            asked("round-medicine", &body.medicine),
        ],
        ..Block::default()
    }
}
