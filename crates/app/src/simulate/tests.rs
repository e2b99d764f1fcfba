// SPDX-License-Identifier: EUPL-1.2
//! The simulated country: the same seed tells the same, bulk and step by step give the same rows, everything occurs.

use super::*;
use crate::catalogue::embedded_catalogue;
use crate::project::DutyDocument;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use traad_domain::body::Body;
use traad_domain::entry::Entry;
use traad_domain::id::PathwayId;
use traad_store::bulk::{Bulk, Prepared};
use traad_store::{Create, Location, Settings};

/// Rules that no life can start.
const WAITING: [&str; 8] = [
    // `closing-proposed` and `discharge-planned` have no form.
    "network-meetings-minimum",
    "handover-accepted",
    "discharge-settled",
    // She and the carers answer from a page of their own, and a page is opened by a login that no life has.
    "meeting-time-for-her",
    "carers-asked",
    // Leave of the staff and the end of an offer belong to the country: they reach many pathways at once, and a life is told
    // without knowing of the others.
    "coordinator-handover",
    "checkups-place-found",
    // Nødadgang is for somebody who does not know the pathway, and opens it by a search for a number in the store.
    "emergency-review",
];

/// When all stories stop.
const UNTIL: &str = "2026-11-22T11:00:00Z";

fn scope(years: u16) -> Scope {
    Scope {
        seed: 7,
        years,
        until: UNTIL.parse().unwrap(),
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
fn founded(years: u16, path: &Path) -> Arc<Simulation> {
    let catalogue = embedded_catalogue().unwrap();
    let simulation = Arc::new(Simulation::new(scope(years), &catalogue).unwrap());
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
    let simulation = founded(20, &folder.file("org.db"));
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
        ..scope(20)
    };
    let catalogue = embedded_catalogue().unwrap();
    let elsewhere = Arc::new(Simulation::new(scope, &catalogue).unwrap());
    let elsewhere = narrator(&elsewhere, &folder.file("org.db"));
    assert_ne!(elsewhere.tell(3, 0).unwrap(), first);
}

#[test]
fn told_in_bulk_and_step_by_step_every_table_is_the_same() {
    const LIVES: u64 = 14;
    let folder = Folder::new();
    let simulation = founded(20, &folder.file("org.db"));
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

/// What a childhood may hold that no rule starts from.
const HELD: [&str; 14] = [
    "abstinence-observed",
    "advice-received",
    "carers-matched",
    "child-admitted",
    "child-looked-at",
    "difficulty-judged",
    "exposure-considered",
    "help-sheet-written",
    "linked-with",
    "outreach-tried",
    "pathway-moved",
    "placement-ended",
    "told-in-talk",
    "wellbeing-judged",
];

/// Rules that started in a pathway, kinds of entries it has, and how many; each open duty must have an owner that exists.
fn looked_at(app: &App, id: &str, units: &BTreeSet<String>) -> (Vec<String>, usize) {
    let thread = app.load_thread(&PathwayId::new(id)).unwrap().unwrap();
    let setting = app.setting(app.now()).unwrap();
    let duties = app.derive(&thread, &setting, app.now()).unwrap();
    let duties = duties.derivation.duties;
    let open = duties.iter().filter(|duty| duty.is_open()).count();
    let owned = app.store().list_duties(id).unwrap();
    // What is derived from two joined journals stands with the one that started it.
    // Whoever handed the case to another kommune owes what the law asks and nothing more, and of what was refuted nobody
    // owes anything.
    let falls_away = !thread.whole.taken.is_empty() || !thread.whole.child.dismissed.is_empty();
    assert!(
        falls_away || thread.strands.len() > 1 || owned.len() == open,
        "{id}: an open duty without an owner"
    );
    assert!(owned.iter().all(|duty| units.contains(&duty.owner_unit)));
    let rulebook = app.rules().rulebook();
    let rules = duties.iter().filter_map(|duty| rulebook.rule(duty.rule()));
    let written = thread.entries.iter().filter_map(Entry::written);
    let kinds = written.map(|w| {
        let step = if let Body::StepTaken(taken) = &w.body {
            taken.step.as_str()
        } else {
            w.body.kind()
        };
        format!("entry {step}")
    });
    let rules = rules.map(|rule| rule.id.clone());
    (rules.chain(kinds).collect(), thread.entries.len())
}

/// The versions of agreements that open duties follow, by kommune.
fn followed(app: &App) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for id in app.store().list_pathways_after("", 10_000).unwrap() {
        let header = app.store().find_header(&id).unwrap().unwrap().header;
        for duty in app.store().list_duties(&id).unwrap() {
            let document: DutyDocument = serde_json::from_str(&duty.document).unwrap();
            let home = header.home_municipality.clone();
            all.entry(home).or_default().extend(document.why.agreement);
        }
    }
    all
}

/// A small country told to a file, and somebody who reads it there.
fn told_to_file(folder: &Folder, years: u16, lives: u64) -> Narrator {
    let simulation = founded(years, &folder.file("org.db"));
    let file = in_bulk(&simulation, folder, lives);
    let catalogue = embedded_catalogue().unwrap();
    Narrator::on_store(simulation, open(&file, "look"), catalogue).unwrap()
}

/// The rules that started in a country, where each open duty has an owner.
fn started_in(app: &App) -> BTreeSet<String> {
    let directory = app.directory(local_date(app.now())).unwrap();
    let units = directory.units().iter().map(|u| u.id.as_str().to_owned());
    let units: BTreeSet<String> = units.collect();
    let (mut started, mut entries) = (BTreeSet::new(), 0);
    for id in app.store().list_pathways_after("", 10_000).unwrap() {
        let (rules, length) = looked_at(app, &id, &units);
        started.extend(rules);
        entries += length;
    }
    assert!(entries > 5_000, "{entries}");
    started
}

#[test]
fn in_small_countries_every_rule_starts_every_duty_has_an_owner_and_all_is_sound() {
    let short = std::thread::spawn(|| {
        let folder = Folder::new();
        started_in(told_to_file(&folder, 3, 600).app())
    });
    let folder = Folder::new();
    let long = told_to_file(&folder, 20, 480);
    let mut started = started_in(long.app());
    // Where an agreement was renewed, what had begun follows the version before.
    let several = followed(long.app()).into_values();
    assert!(several.filter(|all| all.len() > 1).count() > 0);
    let report = long.app().verify(None).unwrap();
    assert!(report.is_sound(), "{:?}", report.problems.first());
    // A rebuild at the same moment finds nothing to change.
    let before = long.app().store().dump_projections().unwrap();
    long.app().rebuild().unwrap();
    assert_eq!(before, long.app().store().dump_projections().unwrap());
    started.extend(short.join().unwrap());
    assert!(
        HELD.iter()
            .all(|kind| started.contains(&format!("entry {kind}")))
    );
    let rules = Rules::embedded().unwrap();
    let rules = rules.rulebook().rules().iter();
    let never: BTreeSet<&str> = rules
        .map(|rule| rule.id.as_str())
        .filter(|id| !started.contains(*id))
        .collect();
    assert_eq!(never, BTreeSet::from(WAITING));
}
