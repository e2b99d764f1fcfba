// SPDX-License-Identifier: EUPL-1.2
//! The simulated country: the same seed tells the same, bulk and step by step give the same rows, everything occurs.

use super::*;
use crate::catalogue::embedded_catalogue;
use crate::project::DutyDocument;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use traad_domain::id::PathwayId;
use traad_store::bulk::{Bulk, Prepared};
use traad_store::{Create, Location, Settings};

/// Rules that no life can start, since no form writes what they start from yet.
const WAITING: [&str; 52] = [
    // Nobody in a life sees signs in a child, holds an exposure possible, or finds that a child does not thrive.
    "signs-again",
    "hypothesis-tested",
    "hypothesis-told",
    "hypothesis-again",
    "wellbeing-support",
    "wellbeing-judged",
    // `closing-proposed` has no form.
    "network-meetings-minimum",
    "handover-accepted",
    // Lives hold only consents without an end.
    "consent-renewal",
    // Nobody in a life is asked, or taken off a meeting.
    "request-answered",
    "participant-without-consent",
    // Nobody in a life agrees on a day to be asked again, or is kept from seeing for longer.
    "consent-asked-again",
    "party-shown-later",
    // In no life somebody writes about the wrong person, or uses nødadgang.
    "breach-assessed",
    "emergency-review",
    // Nobody in a life has a page of her own to answer from.
    "meeting-time-for-her",
    // Lives call meetings at a time they choose.
    "meeting-times",
    // Nobody in a life goes on leave.
    "coordinator-handover",
    // Nobody in a life leaves a residential place.
    "discharge-settled",
    // No form says that a measure runs when a notification comes.
    "second-opinion",
    // A child's life goes no further than its birth.
    "adulthood-receiver",
    "carers-asked",
    "carers-knowledge",
    "carers-support",
    "carers-tools",
    "foster-family-type",
    "parents-support",
    "placement-anew",
    "placement-exposure",
    "placement-follow-up",
    "placement-shown",
    "supervision-visits",
    "child-assessment-next",
    "child-needs-answered",
    "child-plan-followed-up",
    "effect-adjusted",
    "effect-deeper",
    "effect-new",
    "function-declined",
    "knowledge-given",
    "child-health-effort",
    "child-social-effort",
    "home-assessed",
    "discharge-receivers",
    "handover-answered",
    "handover-not-answered",
    "checkup-kept",
    "checkups-contact",
    "checkups-end-or-go-on",
    "checkups-go-on",
    "checkups-place-found",
    "child-followed",
];

fn scope(until: &str) -> Scope {
    Scope {
        seed: 7,
        years: 3,
        until: until.parse().unwrap(),
        longest: 400,
    }
}

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("traad-simulate-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn open(path: &Path, segment: &str) -> Store {
    let settings = Settings {
        segment: segment.to_owned(),
        connections: 2,
        create: Create::IfMissing,
    };
    Store::open(&Location::Sqlite(path.to_owned()), &settings).unwrap()
}

/// A country, with units and agreements in a file.
fn founded(until: &str, path: &Path) -> Arc<Simulation> {
    let catalogue = embedded_catalogue().unwrap();
    let simulation = Arc::new(Simulation::new(scope(until), &catalogue).unwrap());
    let narrator = Narrator::on_store(simulation.clone(), open(path, "org"), catalogue).unwrap();
    simulation.settle(narrator.app()).unwrap();
    simulation
}

fn narrator(simulation: &Arc<Simulation>, path: &Path) -> Narrator {
    let catalogue = embedded_catalogue().unwrap();
    Narrator::new(simulation.clone(), open(path, "read"), catalogue).unwrap()
}

fn in_bulk(simulation: &Arc<Simulation>, folder: &Folder, lives: u64) -> PathBuf {
    let (file, read) = (folder.file("bulk.db"), folder.file("read.db"));
    std::fs::copy(folder.file("org.db"), &file).unwrap();
    std::fs::copy(folder.file("org.db"), &read).unwrap();
    let narrator = narrator(simulation, &read);
    let mut bulk = Bulk::open(&file, "lives-1").unwrap();
    for life in 0..lives {
        let told = narrator.tell(life, 0).unwrap();
        bulk.write(&[Prepared::of(told.append).unwrap()]).unwrap();
    }
    bulk.finish().unwrap();
    file
}

/// What tells of the way there and not of the lives: a duty that was overdue while a life was told step by step has been
/// told to the leader, and the ticker has been there.
fn tells_of_the_way(line: &str) -> bool {
    let ticked = format!("meta [\"Text({:?})", b"ticked");
    line.starts_with("overdue_notice ") || line.starts_with(&ticked)
}

/// Every row of every table, and every definition.
fn everything(path: &Path) -> Vec<String> {
    let db = rusqlite::Connection::open(path).unwrap();
    let names = |query: &str| -> Vec<String> {
        let mut statement = db.prepare(query).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let mut lines = names("SELECT coalesce(sql, name) FROM sqlite_master ORDER BY 1");
    for table in names("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") {
        let mut statement = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| {
            let values = (0..columns).map(|at| row.get_ref(at).map(|value| format!("{value:?}")));
            values.collect::<Result<Vec<_>, _>>()
        });
        let mut rows: Vec<String> = rows
            .unwrap()
            .map(|row| format!("{table} {:?}", row.unwrap()))
            .filter(|line| !tells_of_the_way(line))
            .collect();
        rows.sort();
        lines.extend(rows);
    }
    lines
}

#[test]
fn the_same_seed_tells_the_same_lives_and_another_seed_others() {
    let folder = Folder::new();
    let simulation = founded("2026-11-22T11:00:00Z", &folder.file("org.db"));
    let (one, other) = (
        narrator(&simulation, &folder.file("org.db")),
        narrator(&simulation, &folder.file("org.db")),
    );
    // Told in another order, since threads share them out.
    let backwards: Vec<Told> = (0..12)
        .rev()
        .map(|life| other.tell(life, 0).unwrap())
        .collect();
    for (life, again) in (0..12).zip(backwards.into_iter().rev()) {
        assert_eq!(one.tell(life, 0).unwrap(), again, "life {life}");
    }
    let (first, taken) = (one.tell(3, 0).unwrap(), one.tell(3, 1).unwrap());
    assert!(first.entries() > 0 && first.case_numbers().ne(taken.case_numbers()));
    let scope = Scope {
        seed: 8,
        ..scope("2026-11-22T11:00:00Z")
    };
    let catalogue = embedded_catalogue().unwrap();
    let elsewhere = Arc::new(Simulation::new(scope, &catalogue).unwrap());
    let elsewhere = narrator(&elsewhere, &folder.file("org.db"));
    assert_ne!(elsewhere.tell(3, 0).unwrap(), first);
}

#[test]
fn told_in_bulk_and_step_by_step_every_table_is_the_same() {
    const LIVES: u64 = 24;
    let folder = Folder::new();
    let simulation = founded("2026-11-22T11:00:00Z", &folder.file("org.db"));
    let bulk = in_bulk(&simulation, &folder, LIVES);
    let steps = folder.file("steps.db");
    std::fs::copy(folder.file("org.db"), &steps).unwrap();
    let catalogue = embedded_catalogue().unwrap();
    let user = Narrator::on_store(simulation, open(&steps, "lives"), catalogue).unwrap();
    for life in 0..LIVES {
        assert_eq!(user.tell(life, 0).unwrap().append, Append::default());
    }
    // What only time changes, the ticker has brought up to now, as it does in a running program.
    user.app().tick().unwrap();
    drop(user);
    let (bulk, steps) = (everything(&bulk), everything(&steps));
    let differ = bulk.iter().zip(&steps).find(|(one, other)| one != other);
    assert_eq!(differ, None);
    assert_eq!(bulk.len(), steps.len());
}

/// Rules that started in a pathway, and how many entries it has; each open duty must have an owner that exists.
fn looked_at(app: &App, id: &str, units: &BTreeSet<String>) -> (Vec<String>, usize) {
    let thread = app.load_thread(&PathwayId::new(id)).unwrap().unwrap();
    let setting = app.setting(app.now()).unwrap();
    let duties = app.derive(&thread, &setting, app.now()).unwrap();
    let duties = duties.derivation.duties;
    let open = duties.iter().filter(|duty| duty.is_open()).count();
    let owned = app.store().list_duties(id).unwrap();
    // What is derived from two joined journals stands with the one that started it.
    assert!(
        thread.strands.len() > 1 || owned.len() == open,
        "{id}: an open duty without an owner"
    );
    assert!(owned.iter().all(|duty| units.contains(&duty.owner_unit)));
    let rulebook = app.rules().rulebook();
    let rules = duties.iter().filter_map(|duty| rulebook.rule(duty.rule()));
    (
        rules.map(|rule| rule.id.clone()).collect(),
        thread.entries.len(),
    )
}

/// The versions of agreements that open duties follow, by kommune.
fn followed(app: &App) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for id in app.store().list_pathways_after("", 1_000).unwrap() {
        let header = app.store().find_header(&id).unwrap().unwrap().header;
        for duty in app.store().list_duties(&id).unwrap() {
            let document: DutyDocument = serde_json::from_str(&duty.document).unwrap();
            let home = header.home_municipality.clone();
            all.entry(home).or_default().extend(document.why.agreement);
        }
    }
    all
}

#[test]
fn in_a_small_country_every_rule_starts_every_duty_has_an_owner_and_all_is_sound() {
    let folder = Folder::new();
    let simulation = founded("2026-11-22T11:00:00Z", &folder.file("org.db"));
    let file = in_bulk(&simulation, &folder, 560);
    let catalogue = embedded_catalogue().unwrap();
    let reader = Narrator::on_store(simulation, open(&file, "look"), catalogue).unwrap();
    let app = reader.app();
    let directory = app.directory(local_date(app.now())).unwrap();
    let units = directory.units().iter().map(|u| u.id.as_str().to_owned());
    let units: BTreeSet<String> = units.collect();
    let (mut started, mut entries) = (BTreeSet::new(), 0);
    for id in app.store().list_pathways_after("", 1_000).unwrap() {
        let (rules, length) = looked_at(app, &id, &units);
        started.extend(rules);
        entries += length;
    }
    assert!(entries > 5_000, "{entries}");
    // Where an agreement was renewed, what had begun follows the version before.
    let several = followed(app).into_values().filter(|all| all.len() > 1);
    assert!(several.count() > 0);
    let rules = app.rules().rulebook().rules().iter();
    let never: BTreeSet<&str> = rules
        .map(|rule| rule.id.as_str())
        .filter(|id| !started.contains(*id))
        .collect();
    assert_eq!(never, BTreeSet::from(WAITING));
    let report = app.verify(None).unwrap();
    assert!(report.is_sound(), "{:?}", report.problems.first());
    // A rebuild at the same moment finds nothing to change.
    let before = app.store().dump_projections().unwrap();
    app.rebuild().unwrap();
    assert_eq!(before, app.store().dump_projections().unwrap());
}
