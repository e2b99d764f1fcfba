// SPDX-License-Identifier: EUPL-1.2
//! What stands around a child's rounds: what others have added, its life, what has affected it, its places, and the adults
//! around it (A14).

use super::assessment::written;
use super::development::{heads, links, told};
use super::entry::{capital, moment, words};
use crate::server::Visit;
use crate::view::development::{Block, Grid};
use crate::view::parts::Fact;
use jiff::civil::Date;
use traad_app::PathwayView;
use traad_domain::body::Setting;
use traad_domain::pathway::Development;

pub(super) fn contributions(visit: &Visit, view: &PathwayView, development: &Development) -> Block {
    let own = development.contributions.iter().rev().map(|one| {
        let who = capital(&words(visit, "professions", &one.body.profession));
        let dimension = words(visit, "assessment-dimensions", &one.body.dimension);
        let cells = vec![dimension, one.body.what.clone(), written(visit, view, one)];
        (who, cells)
    });
    let beside = development.newest().into_iter().flat_map(|round| {
        round.body.contributions.iter().map(|one| {
            let who = capital(&words(visit, "professions", &one.profession));
            let cells = vec![
                visit.t.s("unknown"),
                one.what.clone(),
                told(visit, &one.name),
            ];
            (who, cells)
        })
    });
    let rows: Vec<_> = own.chain(beside).collect();
    Block {
        title: visit.t.of("round-section", "contributions"),
        note: if rows.is_empty() {
            visit.t.s("contributions-none")
        } else {
            String::new()
        },
        grid: (!rows.is_empty()).then(|| Grid {
            head: heads(
                visit,
                &[
                    "round-profession",
                    "contribution-dimension",
                    "round-added-what",
                    "contribution-by",
                ],
            ),
            rows,
        }),
        links: links(visit, view, &[("bidrag", "contribution-title")]),
        ..Block::default()
    }
}

/// What has happened in the child's life, oldest first, from before its birth on (row S0-030).
pub(super) fn life(visit: &Visit, view: &PathwayView, development: &Development) -> Block {
    let t = &visit.t;
    let born = view.pathway.child.birthday();
    let mut events: Vec<_> = development.events.iter().collect();
    events.sort_by_key(|one| (one.occurred.at, one.recorded));
    let age = |day: Date| match born {
        Some(born) if day < born => t.s("life-before-birth"),
        Some(born) => t.child_age(born, day),
        None => t.s("unknown"),
    };
    let mut rows: Vec<(Date, (String, Vec<String>))> = events
        .into_iter()
        .map(|one| {
            let day = one.occurred.date();
            let cells = vec![
                age(day),
                one.body.what.clone(),
                told(visit, &one.body.source),
            ];
            (day, (moment(visit, one.occurred), cells))
        })
        .collect();
    if let (Some(born), Some(noted)) = (born, view.pathway.child.born.as_ref()) {
        let cells = vec![age(born), t.s("life-born"), written(visit, view, noted)];
        rows.push((born, (t.date(born), cells)));
        rows.sort_by_key(|(day, _)| *day);
    }
    let rows: Vec<_> = rows.into_iter().map(|(_, row)| row).collect();
    Block {
        title: t.s("life-title"),
        note: if rows.is_empty() {
            t.s("life-none")
        } else {
            String::new()
        },
        grid: (!rows.is_empty()).then(|| Grid {
            head: heads(
                visit,
                &["life-when", "life-age", "life-what", "life-source"],
            ),
            rows,
        }),
        links: links(visit, view, &[("livshistorie", "life-write")]),
        ..Block::default()
    }
}

/// The three groups, each with what affects the child now; what has ended stays readable (rows S0-007 and S0-036).
pub(super) fn influences(visit: &Visit, view: &PathwayView, development: &Development) -> Block {
    let t = &visit.t;
    let list = visit.app.catalogue().list("influences");
    let groups = list.into_iter().flat_map(|list| &list.items);
    let facts = groups.map(|group| {
        let own = development.influences.iter();
        let own = own.filter(|one| one.noted.body.group == group.id);
        let lines: Vec<String> = own
            .map(|one| match &one.ended {
                None => one.noted.body.what.clone(),
                Some(ended) => {
                    let what = ("what", one.noted.body.what.clone());
                    t.a2(
                        "influence-over",
                        &what,
                        &("reason", ended.body.reason.clone()),
                    )
                }
            })
            .collect();
        let name = capital(&words(visit, "influences", &group.id));
        Fact::new(name, told(visit, &lines.join("\n")))
    });
    let runs = development.influences.iter().any(|one| one.ended.is_none());
    let mut pages = vec![("risikofaktor", "influence-write")];
    if runs {
        pages.push(("risikofaktor/slut", "influence-end"));
    }
    Block {
        title: t.s("influences-title"),
        facts: facts.collect(),
        links: links(visit, view, &pages),
        ..Block::default()
    }
}

/// Each place side by side, what is agreed there, and an effort that is suggested where it is not predictable (row S0-040).
pub(super) fn surroundings(visit: &Visit, view: &PathwayView, development: &Development) -> Block {
    let t = &visit.t;
    let places = &development.surroundings;
    let name = |setting: Setting| t.of("setting", setting.code());
    let mut head = vec![t.s("surroundings-quality")];
    head.extend(places.iter().map(|place| name(place.body.setting)));
    let list = visit.app.catalogue().list("surroundings");
    let qualities = list.into_iter().flat_map(|list| &list.items);
    let mut rows: Vec<(String, Vec<String>)> = qualities
        .map(|quality| {
            let cells = places.iter().map(|place| {
                let mut all = place.body.qualities.iter();
                let found = all.find(|one| one.quality == quality.id);
                found.map_or_else(|| t.s("unknown"), |one| t.of("fit", one.fit.code()))
            });
            let name = capital(&words(visit, "surroundings", &quality.id));
            (name, cells.collect())
        })
        .collect();
    let agreed = places.iter().map(|place| told(visit, &place.body.agreed));
    rows.push((t.s("surroundings-agreed"), agreed.collect()));
    let items = setting_suggestions(visit, view);
    Block {
        title: t.s("surroundings-title"),
        note: if places.is_empty() {
            t.s("surroundings-none")
        } else {
            String::new()
        },
        grid: (!places.is_empty()).then_some(Grid { head, rows }),
        items,
        links: links(visit, view, &[("omgivelser", "surroundings-write")]),
        ..Block::default()
    }
}

/// Efforts suggested for places that are not predictable enough.
pub(crate) fn setting_suggestions(visit: &Visit, view: &PathwayView) -> Vec<String> {
    let places = view.pathway.child.development.unpredictable();
    let name = |setting: Setting| visit.t.of("setting", setting.code());
    places
        .map(|setting| visit.t.a("surroundings-suggest", &("where", name(setting))))
        .collect()
}

pub(super) fn adults(visit: &Visit, view: &PathwayView) -> Block {
    let t = &visit.t;
    let adults = view.pathway.adults_around();
    let rows = adults.iter().map(|adult| {
        let state = if adult.told {
            "adult-told"
        } else {
            "adult-untold"
        };
        (
            adult.name.clone(),
            vec![told(visit, &adult.lacks), t.s(state)],
        )
    });
    let rows: Vec<_> = rows.collect();
    let mut pages = vec![("voksen-om-barnet", "adult-write")];
    if !rows.is_empty() {
        pages.push(("viden", "knowledge-write"));
    }
    pages.push(("hjaelper", "help-link"));
    Block {
        title: t.s("adults-title"),
        note: if rows.is_empty() {
            t.s("adults-none")
        } else {
            String::new()
        },
        grid: (!rows.is_empty()).then(|| Grid {
            head: heads(visit, &["adult-who", "adult-lacks", "adult-state"]),
            rows,
        }),
        links: links(visit, view, &pages),
        ..Block::default()
    }
}
