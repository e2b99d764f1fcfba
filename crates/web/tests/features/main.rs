// SPDX-License-Identifier: EUPL-1.2
//! The stories of `features/`, told to the real program: every sentence is a step of the table, people press the buttons
//! and fill in the fields they read, and time is set. A sentence nobody knows, or a step no story uses, is an error.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod asked;
mod page;
#[path = "../web/router.rs"]
mod router;
mod sentence;
mod steps;
mod world;

use gherkin::{Feature, GherkinEnv, Scenario, Step};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use world::World;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../features")
}

fn read(file: &str) -> Feature {
    let environment = GherkinEnv::new("da").expect("the parser knows Danish");
    Feature::parse_path(folder().join(file), environment)
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The steps of a scenario, those of the background first.
fn sentences<'a>(feature: &'a Feature, scenario: &'a Scenario) -> impl Iterator<Item = &'a Step> {
    let background = feature.background.iter().flat_map(|b| &b.steps);
    background.chain(&scenario.steps)
}

/// The one step a sentence is.
fn known(sentence: &str) -> Result<(steps::Action, sentence::Places, &'static str), String> {
    let mut found = Vec::new();
    for (pattern, action) in steps::all() {
        if let Some(places) = sentence::matched(pattern, sentence) {
            found.push((action, places, pattern));
        }
    }
    match found.len() {
        0 => Err(format!("nobody knows what to do at »{sentence}«")),
        1 => found.pop().ok_or_else(String::new),
        _ => Err(format!(
            "»{sentence}« is more than one step: {:?}",
            found.iter().map(|f| f.2).collect::<Vec<_>>()
        )),
    }
}

/// Tells one scenario; the error says at which line it went wrong, and how.
fn tell(feature: &Feature, scenario: &Scenario) -> Result<(), String> {
    let mut world = World::new();
    for step in sentences(feature, scenario) {
        let (action, places, _) = known(&step.value)?;
        let rows = step.table.as_ref().map_or(&[][..], |t| t.rows.as_slice());
        let done = catch_unwind(AssertUnwindSafe(|| action(&mut world, &places, rows)));
        if let Err(cause) = done {
            let cause = cause
                .downcast_ref::<String>()
                .cloned()
                .or_else(|| cause.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            return Err(format!(
                "line {}: {} {}\n      {}",
                step.position.line,
                step.keyword.trim(),
                step.value,
                cause.unwrap_or_default()
            ));
        }
    }
    Ok(())
}

#[expect(
    clippy::print_stdout,
    reason = "which stories were told is read in the output of the tests"
)]
fn told_of(file: &str, name: &str, took: std::time::Duration) {
    println!("{file}: {name} ({} ms)", took.as_millis());
}

fn holds(file: &str) {
    let feature = read(file);
    let mut wrong = Vec::new();
    for scenario in &feature.scenarios {
        let begun = std::time::Instant::now();
        let told = tell(&feature, scenario);
        told_of(file, &scenario.name, begun.elapsed());
        if let Err(how) = told {
            wrong.push(format!("{file}: {}\n    {how}", scenario.name));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

macro_rules! stories {
    ($($name:ident: $file:literal,)*) => {
        /// Every file with stories.
        const FILES: &[&str] = &[$($file,)*];
        $(
            #[test]
            fn $name() {
                holds($file);
            }
        )*
    };
}

stories! {
    a01_from_concern_to_coordinator: "a01.feature",
    a02_consent_that_counts_at_every_reading: "a02.feature",
    a03_consent_both_ways_and_taken_back: "a03.feature",
    a04_overdue_and_told_once: "a04.feature",
    a05_from_assessment_to_a_followed_plan: "a05.feature",
    a06_residential_at_once_and_a_voluntary_contract: "a06.feature",
    a07_from_outpatient_to_residential: "a07.feature",
    the_directory: "vejviser.feature",
    use_over_time: "forbrug.feature",
    screening_tools: "screening.feature",
    a09_network_meetings_as_agreed: "a09.feature",
    a08_a_plan_of_several_strands: "a08.feature",
    a10_the_agreement_steers: "a10.feature",
    a12_birth_and_the_way_home: "a12.feature",
    a13_unknown_exposure: "a13.feature",
    a16_no_child_is_lost_from_follow_up: "a16.feature",
    a14_assessment_of_the_child: "a14.feature",
    a15_when_an_effort_does_not_work: "a15.feature",
    a18_the_family_moves: "a18.feature",
    a19_school_begins_and_the_clinic_ends: "a19.feature",
    a17_the_child_is_placed: "a17.feature",
    the_childs_thread: "barnets-traad.feature",
    a20_the_young_person_turns_18: "a20.feature",
    her_own_page: "mit.feature",
    the_familys_own_pages: "foraeldre.feature",
    the_preventive_meeting: "ssd.feature",
    an_adopted_child: "adoption.feature",
    notices_that_say_nothing: "besked.feature",
    a11_leave_and_hand_over: "a11.feature",
    the_local_administrator: "administration.feature",
    a21_whoever_is_outside_learns_nothing: "a21.feature",
    what_is_protected: "beskyttet.feature",
    how_to_speak_with_her: "kontakt.feature",
    corrections_and_changes_at_once: "korrektion.feature",
    logging_in_elsewhere_and_here: "login.feature",
    tasks_with_and_without_an_agreement: "opgaver.feature",
    what_is_impossible: "ugyldigt.feature",
}

#[test]
fn every_file_of_the_folder_is_told() {
    let found: BTreeSet<String> = std::fs::read_dir(folder())
        .expect("the folder of stories")
        .map(|entry| entry.expect("a file of it").file_name())
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| {
            Path::new(name)
                .extension()
                .is_some_and(|ext| ext == "feature")
        })
        .collect();
    let told: BTreeSet<String> = FILES.iter().map(|file| (*file).to_owned()).collect();
    assert_eq!(found, told);
}

#[test]
fn every_sentence_is_a_step_and_every_step_is_used() {
    let mut used = BTreeSet::new();
    let mut wrong = Vec::new();
    for file in FILES {
        let feature = read(file);
        for scenario in &feature.scenarios {
            assert!(!scenario.steps.is_empty(), "{file}: {}", scenario.name);
            for step in sentences(&feature, scenario) {
                match known(&step.value) {
                    Ok((_, _, pattern)) => drop(used.insert(pattern)),
                    Err(how) => wrong.push(format!("{file}:{}: {how}", step.position.line)),
                }
            }
        }
    }
    let unused = steps::all().filter(|(pattern, _)| !used.contains(pattern));
    wrong.extend(unused.map(|(pattern, _)| format!("no story uses the step »{pattern}«")));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
