// SPDX-License-Identifier: EUPL-1.2
//! What can be read of two regions' own agreements can be expressed as data, and what they are not known to say stays
//! *mangler svar* (facts on organisation; rows S0-060, S2-058, S2-059).
//!
//! Sources: Region Syddanmark, »Samarbejdsaftale omkring gravide og børn tilknyttet Familieambulatoriet Plus« (hearing draft,
//! 2017); Region Nordjylland, »Samarbejdsaftale Familieambulatoriet – de nordjyske kommuner«. Neither is known to say who
//! coordinates, how many meetings there are, or how long notice is.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use traad_domain::agreement::{Agreement, Control, Phase};
use traad_domain::org::UnitKind;

const SYDDANMARK: &str = r#"
id = "familieambulatoriet-plus"
title = "Samarbejdsaftale omkring gravide og børn tilknyttet Familieambulatoriet Plus"
region = "DK-83"
further_parties = ["almen-praksis"]
version = 1
stage = "kladde"
from = "2018-01-01"
approvals = []
left_to_annex = ["kontakter"]

[answers]
common_for_region = true
consent_collector = { kind = "actor", actor = "familieambulatorium" }

[[answers.responsibilities]]
part = "Opsporing og henvisning"
phase = "opsporing"
actor = "almen-praksis"
with = ["sundhedspleje", "familieafdeling", "rusmiddelbehandling-alkohol"]

[[answers.responsibilities]]
part = "Før graviditeten"
phase = "foer"

[[answers.responsibilities]]
part = "Under graviditeten"
phase = "graviditet"
actor = "familieambulatorium"

[[answers.responsibilities]]
part = "Ved fødsel og barsel: anmodning om oplysninger og aftaler"
phase = "foedsel"
actor = "familieambulatorium"

[[answers.responsibilities]]
part = "Opfølgning af barnet til skolealderen"
phase = "barn"
actor = "familieambulatorium"
"#;

const NORDJYLLAND: &str = r#"
id = "familieambulatoriet-nordjylland"
title = "Samarbejdsaftale Familieambulatoriet – de nordjyske kommuner"
region = "DK-81"
version = 1
stage = "kladde"
from = "2018-01-01"
approvals = []

[answers]
common_for_region = true

[[answers.responsibilities]]
part = "Oplyser praktiserende læger, jordemødre og kommuner om ambulatoriet"
phase = "opsporing"
actor = "familieambulatorium"

[[answers.responsibilities]]
part = "Taler om alkohol, rusmidler og medicin ved undersøgelserne og henviser"
phase = "opsporing"
actor = "jordemoderkonsultation"
with = ["almen-praksis"]

[[answers.responsibilities]]
part = "Er opmærksom i alle institutioner og oplyser om ambulatoriet"
phase = "opsporing"
actor = "familieafdeling"
"#;

fn read(text: &str) -> Agreement {
    toml::from_str(text).unwrap()
}

#[test]
fn s2_058_the_public_part_of_syddanmarks_agreement_can_be_expressed() {
    let agreement = read(SYDDANMARK);
    assert_eq!(agreement.further_parties, [UnitKind::GeneralPractice]);
    let phases: Vec<_> = agreement
        .answers
        .responsibilities
        .iter()
        .filter_map(|p| p.phase)
        .collect();
    assert!(
        Phase::ALL.iter().all(|phase| phases.contains(phase)),
        "{phases:?}"
    );
    // Who has the time before pregnancy could not be read: it is a gap that would stop the agreement, not a guess.
    assert_eq!(
        agreement.answers.without_responsible(),
        ["Før graviditeten"]
    );
}

#[test]
fn what_no_source_tells_lacks_an_answer() {
    for text in [SYDDANMARK, NORDJYLLAND] {
        let agreement = read(text);
        let missing: Vec<_> = agreement.answers.missing().iter().map(|q| q.code).collect();
        for code in [
            "koordinator-fra",
            "moeder-antal",
            "moeder-hvornaar",
            "varsel-dage",
            "plan-skriver",
        ] {
            assert!(missing.contains(&code), "{}: {code}", agreement.title);
        }
        assert_eq!(agreement.answers.control("1"), Control::No);
        assert!(agreement.answers.terms().is_empty());
        let kept: Agreement =
            serde_json::from_str(&serde_json::to_string(&agreement).unwrap()).unwrap();
        assert_eq!(kept, agreement);
    }
}
