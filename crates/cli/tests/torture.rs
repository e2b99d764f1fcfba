// SPDX-License-Identifier: EUPL-1.2
//! Killed two hundred times at random moments under 32 writers, the program has lost nothing it had acknowledged.

use std::io::Write as _;
use std::process::Command;
use traad_testkit::app::TempDatabase;

#[test]
fn killed_two_hundred_times_it_has_lost_nothing() {
    let temporary = TempDatabase::new();
    let data = temporary.path().with_file_name("torture");
    let output = Command::new(env!("CARGO_BIN_EXE_traad"))
        .args(["torture", "--kills", "200", "--writers", "32"])
        // The unoptimised program takes longer to open a file.
        .args(["--latest", "250", "--lines", "64", "--lanes", "3", "--data"])
        .arg(&data)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    // Kept in the test's output: a failure is looked into by its seed.
    writeln!(std::io::stdout(), "{said}").unwrap();
    assert!(
        output.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(
        said.contains("200 kills") && said.contains("nothing was lost"),
        "{said}"
    );
    let line = said
        .lines()
        .find(|line| line.contains("changes acknowledged"))
        .unwrap();
    let acknowledged: u32 = line.split(' ').next().unwrap().parse().unwrap();
    assert!(acknowledged > 200, "too little was written: {said}");
}
