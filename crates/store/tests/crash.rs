// SPDX-License-Identifier: EUPL-1.2
//! Killed in the middle of its work, the store has lost nothing it had acknowledged.
//!
//! This shows what a process that dies leaves behind. A power cut is another matter: there the file system's own cache
//! goes too, and the promise rests on `synchronous=FULL`, which the store asks for.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use traad_store::{
    Append, Create, Header, Inspected, Location, PathwayAppend, PreparedEntry, Projection,
    Settings, Store,
};

/// Times the process is killed.
const ROUNDS: u32 = 6;

/// Writers at once.
const WRITERS: u32 = 8;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments
        .iter()
        .position(|argument| argument == "write-until-killed")
    {
        Some(at) => write_until_killed(Path::new(&arguments[at + 1]), &arguments[at + 2]),
        None => nothing_acknowledged_is_lost(),
    }
}

fn nothing_acknowledged_is_lost() {
    let folder = std::env::temp_dir().join(format!("traad-crash-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("traad.db");
    let mut acknowledged = Vec::new();
    for round in 0..ROUNDS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "write-until-killed",
                file.to_str().unwrap(),
                &format!("run{round}"),
            ])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // A different moment each time.
        for _ in 0..40 + round * 37 {
            acknowledged.push(lines.next().unwrap().unwrap());
        }
        child.kill().unwrap();
        // What it said before it died counts, even if it was read after.
        acknowledged.extend(
            lines
                .map_while(Result::ok)
                .filter(|line| line.ends_with('.')),
        );
        child.wait().unwrap();

        let store = open(&file, &format!("look{round}"));
        let report = store.verify(None, |_| Ok(Inspected::default())).unwrap();
        assert!(report.is_sound(), "{report:?}");
        assert!(report.entries >= acknowledged.len() as u64);
        for line in &acknowledged {
            let id = line.trim_end_matches('.');
            assert!(
                store.find_entry(id).unwrap().is_some(),
                "`{id}` was acknowledged and is lost"
            );
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
    let mut out = std::io::stdout();
    writeln!(
        out,
        "crash: killed {ROUNDS} times, {} acknowledged entries are all there",
        acknowledged.len()
    )
    .unwrap();
}

fn open(file: &Path, segment: &str) -> Store {
    let settings = Settings {
        segment: segment.to_owned(),
        connections: 4,
        create: Create::IfMissing,
    };
    Store::open(&Location::Sqlite(file.to_owned()), &settings).unwrap()
}

fn write_until_killed(file: &Path, run: &str) {
    let store = open(file, run);
    let out = Mutex::new(std::io::stdout());
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (store, out) = (&store, &out);
            scope.spawn(move || {
                for base_seq in 0.. {
                    let id = format!("{run}-{writer}-{base_seq}");
                    store
                        .append(append(&format!("{run}-{writer}"), base_seq, &id))
                        .unwrap();
                    // The line is said only when the append has come back.
                    let mut out = out.lock().unwrap();
                    writeln!(out, "{id}.").unwrap();
                    out.flush().unwrap();
                }
            });
        }
    });
}

fn append(pathway: &str, base_seq: u32, id: &str) -> Append {
    let header = Header {
        case_number: pathway.to_owned(),
        kind: "pregnancy".to_owned(),
        phase: "opdaget".to_owned(),
        home_municipality: "0101".to_owned(),
        termin: None,
        next_change_ms: None,
        version: 1,
        closed: false,
        document: "{}".to_owned(),
    };
    let projection = Projection {
        header,
        units: vec!["unit-a".to_owned()],
        duties: Vec::new(),
        inbox: Vec::new(),
        names: vec!["Mette Holm".to_owned()],
        identifiers: Vec::new(),
    };
    let entry = PreparedEntry {
        id: id.to_owned(),
        recorded_ms: 1,
        topic: None,
        document: format!("{{\"text\":\"{}\"}}", "samtale ".repeat(60)),
        salt: id.to_owned(),
    };
    let pathway = PathwayAppend {
        pathway: pathway.to_owned(),
        base_seq,
        entries: vec![entry],
        projection,
    };
    Append {
        pathways: vec![pathway],
        ..Append::default()
    }
}
