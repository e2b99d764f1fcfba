// SPDX-License-Identifier: EUPL-1.2
//! For tests only: every statement in the sources is found and prepared on both engines.
//!
//! The compiler does not check SQL; this does. A statement is a literal in `sql!`, or in `sqlite!` or `postgres!` when
//! only one engine knows it.

use crate::conn::Engine;
use crate::{Create, Location, Settings, Store};
use std::path::Path;

/// A statement as it stands in a source file.
struct Found {
    file: String,
    engine: &'static str,
    text: String,
}

/// Every source file but this one: its name and its text.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path())
        {
            if file.is_dir() {
                folders.push(file);
            } else if !file.ends_with("statements.rs") {
                found.push((
                    file.display().to_string(),
                    std::fs::read_to_string(&file).unwrap(),
                ));
            }
        }
    }
    found
}

fn statements() -> Vec<Found> {
    let mut found = Vec::new();
    for (file, source) in sources() {
        for engine in ["sql", "sqlite", "postgres"] {
            let parts: Vec<&str> = source.split(&format!("{engine}!(")).collect();
            for pair in parts.windows(2) {
                if pair[0].ends_with(|c: char| c.is_alphanumeric() || c == '`' || c == '_') {
                    continue;
                }
                let literal = pair[1]
                    .trim_start()
                    .strip_prefix('"')
                    .expect("a statement is one plain literal");
                let text = literal.split('"').next().unwrap().to_owned();
                assert!(!text.contains('\\'), "no escapes in statements: {text}");
                found.push(Found {
                    file: file.clone(),
                    engine,
                    text,
                });
            }
        }
    }
    found
}

fn settings() -> Settings {
    Settings {
        segment: "test".into(),
        connections: 1,
        create: Create::IfMissing,
    }
}

#[test]
fn every_statement_is_prepared_on_both_engines() {
    let all = statements();
    assert!(all.len() > 90, "only {} statements found", all.len());
    let folder = std::env::temp_dir().join(format!("traad-statements-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = Store::open(&Location::Sqlite(folder.join("traad.db")), &settings()).unwrap();
    let database = traad_testkit::postgres::empty_database().unwrap();
    let server = Store::open(&Location::Postgres(database.url().to_owned()), &settings()).unwrap();
    let mut wrong = Vec::new();
    for found in &all {
        for (store, only) in [(&file, "sqlite"), (&server, "postgres")] {
            if found.engine != "sql" && found.engine != only {
                continue;
            }
            let prepared = store.query(|conn| match &mut conn.engine {
                Engine::Sqlite(db) => Ok(db.prepare(&found.text).map(drop)?),
                Engine::Postgres(session) => session.try_prepare(&found.text),
            });
            if let Err(error) = prepared {
                wrong.push(format!(
                    "{} ({only}): {error:?}\n{}",
                    found.file, found.text
                ));
            }
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn placeholders_first_appear_in_order_since_sqlite_numbers_them_by_appearance() {
    for found in statements() {
        let mut highest = 0;
        for part in found.text.split('$').skip(1) {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            let number: usize = digits.parse().unwrap();
            assert!(
                number <= highest + 1,
                "{}: ${number} comes before ${}\n{}",
                found.file,
                highest + 1,
                found.text
            );
            highest = highest.max(number);
        }
    }
}

#[test]
fn text_is_never_put_together_into_a_statement() {
    for (file, source) in sources() {
        // Only the three macros in `conn.rs` make a `Sql`, and they take literals.
        let made = source.matches("Sql(").count();
        let allowed = if file.ends_with("src/conn.rs") { 4 } else { 0 };
        assert_eq!(made, allowed, "{file} makes a statement by itself");
    }
}
