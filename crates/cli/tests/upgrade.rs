// SPDX-License-Identifier: EUPL-1.2
//! A database and a back-up written by an earlier release, opened with today's program: it migrates, verifies, gives the
//! same projections as a rebuild, shows its pages, and goes on from there.
//!
//! The files in `tests/kept` are never made again; a new release adds its own. Their key opens made-up people only.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use flate2::read::GzDecoder;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use traad_app::{Ctx, TaskFilter};
use traad_domain::category::Category;
use traad_domain::id::EmploymentId;
use traad_domain::policy::Purpose;
use traad_testkit::app::{TempDatabase, TestApp};

/// When the kept files were written, by their own clock.
const WRITTEN: &str = "2026-03-03T11:00:00Z";

fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/kept")
        .join(name)
}

fn database_of_schema_1() -> Vec<u8> {
    let packed = std::fs::read(kept("schema-0001.db.gz")).unwrap();
    let mut bytes = Vec::new();
    GzDecoder::new(packed.as_slice())
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

/// Four pathways of the demonstration, one of them with an erased note.
fn check(bytes: &[u8]) {
    let test = TestApp::beginning_with(bytes, WRITTEN);
    let app = &test.app;
    let report = app.verify(None).unwrap();
    assert!(report.is_sound(), "{:?}", report.problems);
    assert_eq!((report.journals, report.erased), (4, 1));
    assert!(report.entries >= 64, "{}", report.entries);

    app.rebuild().unwrap();
    let rebuilt = app.store().dump_projections().unwrap();
    app.tick().unwrap();
    assert_eq!(app.store().dump_projections().unwrap(), rebuilt);

    let now = app.now();
    let employment = EmploymentId::new("demo-familie-1");
    let ctx = Ctx {
        actor: app.actor(&employment, now).unwrap().unwrap(),
        now,
        purpose: Purpose::Care,
        submission: None,
    };
    let tasks = app.tasks(&ctx, &TaskFilter::default()).unwrap();
    assert!(!tasks.rows.is_empty());
    let (hits, _) = app.search(&ctx, "", 0).unwrap();
    assert_eq!(hits.len(), 3);
    for hit in hits {
        let view = app.pathway(&ctx, &hit.pathway).unwrap();
        assert!(!view.entries.is_empty());
        app.write_note(&ctx, &hit.pathway, "skrevet efter", Category::Social)
            .unwrap();
    }
    // Whoever had an account has it still.
    app.log_in(
        "familie",
        traad_app::demo::DEMO_PASSWORD,
        traad_app::AtDoor::default(),
    )
    .unwrap()
    .session()
    .unwrap();
    assert!(app.verify(None).unwrap().is_sound());
}

#[test]
fn a_database_of_schema_1_goes_on_with_this_release() {
    check(&database_of_schema_1());
}

#[test]
fn a_backup_of_schema_1_is_restored_by_this_release() {
    let folder = TempDatabase::new();
    let output = Command::new(env!("CARGO_BIN_EXE_traad"))
        .args(["restore", "--without-erasures", "--from"])
        .arg(kept("schema-0001.backup"))
        .arg("--identity")
        .arg(kept("key"))
        .arg("--database")
        .arg(folder.path())
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    check(&std::fs::read(folder.path()).unwrap());
}
