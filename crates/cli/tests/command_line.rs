// SPDX-License-Identifier: EUPL-1.2
//! The command line as an operator meets it: each thing that goes wrong is one clear line that names place and remedy.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::path::Path;
use std::process::{Command, Output};
use traad_testkit::app::{TempDatabase, TestApp};

fn traad(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_traad"));
    command
        .args(arguments)
        .env_remove("TRAAD_DATABASE")
        .output()
        .unwrap()
}

/// The complaint: one failed command, one line.
fn complaint(output: &Output) -> String {
    assert!(!output.status.success());
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    assert_eq!(lines.len(), 1, "{text}");
    lines.concat()
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
fn who_reads_the_answer_may_stop_before_its_end() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = Command::new(env!("CARGO_BIN_EXE_traad"));
    let output = command
        .args(["rulebook", "check"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .stdout(writer)
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && complaint.is_empty(),
        "{complaint}"
    );
}

#[test]
fn a_missing_folder_and_a_missing_database_are_named_with_the_remedy() {
    let temporary = TempDatabase::new();
    let folder = temporary.path().parent().unwrap().to_owned();
    let place = path(&folder.join("nowhere"), "traad.db");
    let said = complaint(&traad(&[
        "demo",
        "--database",
        &place,
        "--listen",
        "127.0.0.1:0",
    ]));
    assert!(
        said.contains("nowhere") && said.contains("does not exist"),
        "{said}"
    );
    let place = path(&folder, "absent.db");
    let said = complaint(&traad(&["verify", "--database", &place]));
    assert!(
        said.contains("absent.db") && said.contains("traad demo"),
        "{said}"
    );
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_as_it_is() {
    let temporary = TempDatabase::new();
    let text = "dette er ikke en database\n".repeat(200);
    std::fs::write(temporary.path(), &text).unwrap();
    let place = temporary.path().display().to_string();
    let said = complaint(&traad(&["verify", "--database", &place]));
    assert!(said.contains("traad.db"), "{said}");
    assert_eq!(std::fs::read_to_string(temporary.path()).unwrap(), text);
}

#[test]
fn a_taken_port_is_named() {
    let temporary = TempDatabase::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let place = temporary.path().display().to_string();
    let said = complaint(&traad(&[
        "serve",
        "--database",
        &place,
        "--listen",
        &address,
    ]));
    assert!(
        said.contains(&address) && said.contains("--listen"),
        "{said}"
    );
}

#[test]
fn a_rule_file_with_an_error_names_file_rule_and_field() {
    let temporary = TempDatabase::new();
    let rules = path(temporary.path().parent().unwrap(), "egne.toml");
    let text = "[rule.forkert]\nstarts = [{ each = \"birth\" }]\ndue = \"3 uger og lidt\"\ndone_by = { on = \"note\" }\n";
    std::fs::write(&rules, text).unwrap();
    let said = complaint(&traad(&["rulebook", "check", &rules]));
    assert!(
        said.contains("egne.toml") && said.contains("forkert") && said.contains("due"),
        "{said}"
    );
}

#[test]
fn rebuild_and_verify_answer_for_an_empty_database() {
    let temporary = TempDatabase::new();
    let place = temporary.path().display().to_string();
    // Serving makes the database; a taken port stops it right after.
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    assert!(
        !traad(&["serve", "--database", &place, "--listen", &address])
            .status
            .success()
    );
    let rebuilt = traad(&["rebuild", "--database", &place]);
    assert_eq!(
        String::from_utf8(rebuilt.stdout).unwrap().trim(),
        "rebuilt 0 pathways"
    );
    let verified = traad(&["verify", "--database", &place]);
    assert!(
        String::from_utf8(verified.stdout)
            .unwrap()
            .starts_with("sound: 0 pathways")
    );
}

#[test]
fn a_country_is_simulated_into_a_new_file_and_nowhere_else() {
    let temporary = TempDatabase::new();
    let place = temporary.path().display().to_string();
    let simulate = |database: &str| {
        traad(&[
            "simulate",
            "--pathways",
            "20",
            "--years",
            "2",
            "--until",
            "2026-11-22",
            "--database",
            database,
        ])
    };
    let said = simulate(&place);
    let text = String::from_utf8(said.stdout).unwrap();
    assert!(
        said.status.success() && text.starts_with("20 lives, 34 pathways with"),
        "{text}"
    );
    assert!(text.contains("0461-familieafdeling-"), "{text}");
    let verified = String::from_utf8(traad(&["verify", "--database", &place]).stdout).unwrap();
    assert!(verified.starts_with("sound: 34"), "{verified}");

    // Whatever stands there, made-up people are never added to it.
    let before = std::fs::read(temporary.path()).unwrap();
    let refused = complaint(&simulate(&place));
    assert!(
        refused.contains("traad.db") && refused.contains("new file"),
        "{refused}"
    );
    assert!(std::fs::read(temporary.path()).unwrap() == before);
    let refused = complaint(&simulate("postgres://localhost/traad"));
    assert!(refused.contains("SQLite"), "{refused}");
    let folder = temporary.path().parent().unwrap().to_owned();
    let nowhere = path(&folder.join("nowhere"), "land.db");
    assert!(complaint(&simulate(&nowhere)).contains("nowhere"));
    let left = std::fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().file_name());
    assert!(
        left.into_iter()
            .all(|name| name.to_string_lossy().starts_with("traad.db")),
        "nothing half-made stays"
    );
    assert!(
        !std::fs::exists(path(&folder, "traad.db.part")).unwrap()
            && !std::fs::exists(path(&folder, "traad.db.read")).unwrap()
    );
}

#[test]
fn a_user_of_the_provider_is_linked_listed_and_forgotten() {
    let test = TestApp::at("2026-03-03T08:00:00Z");
    test.app.seed_demo_organisation(test.app.now()).unwrap();
    let admitted = test.app.log_in(
        "familie",
        traad_app::demo::DEMO_PASSWORD,
        traad_app::AtDoor::default(),
    );
    let token = admitted.unwrap().session().unwrap();
    let config = test.database.path().with_file_name("traad.toml");
    let content = format!(
        "database = {:?}\nlogin_issuer = \"http://localhost:1\"\n",
        test.database.path()
    );
    std::fs::write(&config, &content).unwrap();
    let config = config.display().to_string();
    let run = |more: &[&str]| traad(&[&["user", "--config", &config], more].concat());
    let said = |output: Output| {
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let wrong = complaint(&run(&["link", "u-1", "--staff", "nobody"]));
    assert!(wrong.contains("make the employment first"), "{wrong}");
    let wrong = complaint(&run(&["link", "150981-9996", "--staff", "demo-familie"]));
    assert!(wrong.contains("CPR number"), "{wrong}");
    said(run(&["link", "u-1", "--staff", "demo-familie"]));
    assert_eq!(
        said(run(&["links"])).trim(),
        "http://localhost:1\tu-1\tdemo-familie"
    );
    assert!(test.app.session(&token).unwrap().is_some());
    said(run(&["unlink", "u-1"]));
    assert_eq!(said(run(&["links"])).trim(), "");
    // Whoever it was is out.
    assert!(test.app.session(&token).unwrap().is_none());
    let wrong = complaint(&run(&["unlink", "u-1"]));
    assert!(wrong.contains("nobody knows"), "{wrong}");
    let wrong = complaint(&run(&["drop-codes", "familie"]));
    assert!(wrong.contains("has no codes"), "{wrong}");
    // Where local accounts let nobody in, none is made, and the way in is named.
    std::fs::write(&config, content + "local_accounts = \"no\"\n").unwrap();
    for act in [
        &["add", "ny", "--staff", "demo-familie"][..],
        &["password", "familie"],
    ] {
        let wrong = complaint(&run(act));
        assert!(wrong.contains("`traad user link`"), "{wrong}");
    }
    let accounts = said(run(&["list"]));
    assert!(
        accounts.contains("familie") && !accounts.contains("ny\t"),
        "{accounts}"
    );
}
