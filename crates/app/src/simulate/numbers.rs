// SPDX-License-Identifier: EUPL-1.2
//! The figures a simulated country is made from, read from `simulate/numbers.toml`: each with its source, or labelled as
//! a proposal.

use crate::error::AppError;
use serde::Deserialize;

const FILE: &str = include_str!("../../simulate/numbers.toml");

/// One figure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    value: i64,
    what: String,
    source: String,
}

macro_rules! numbers {
    ($($name:ident,)*) => {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File { $($name: Figure,)* }

        /// The figures by name; what each is stands in the file.
        #[derive(Debug, Clone, Copy)]
        pub(super) struct Numbers { $(pub(super) $name: i64,)* }

        impl Numbers {
            fn of(file: &File) -> Self {
                Self { $($name: file.$name.value,)* }
            }
        }

        fn all(file: &File) -> Vec<(&'static str, &Figure)> {
            vec![$((stringify!($name), &file.$name),)*]
        }
    };
}

numbers! {
    second_notification,
    child_by_health,
    child_by_school,
    acute_hours,
    receipt_days,
    children,
    notified,
    considering,
    unknown_identity,
    identified_later,
    met_twice,
    evening,
    without_home,
    not_told,
    alcohol,
    drugs,
    adults_told,
    clinic_yes,
    treatment_yes,
    asked_later,
    acute_broken,
    receipt_broken,
    never_answered,
    forwarded,
    outcome_none,
    outcome_exploration,
    referral_declined,
    detention,
    examination_late,
    placement,
    coordinator_left,
    assessed,
    residential,
    undecided,
    no_place,
    meeting_cancelled,
    decision_done,
    follow_up_missed,
    lost,
    moved,
    mistaken,
    explained,
    long_story,
    closed_after,
    agreement_full,
    agreement_gaps,
    agreement_waiting,
    agreement_renewed,
    clinic_coordinates,
    staff_least,
    admitted,
    withdrawal,
    injury_judged,
    home_not_assessed,
    receiver_missing,
    receiver_slow,
    custody_settled,
    strain_some,
    strain_marked,
    evasive,
    checkups_declined,
    missed,
    missed_if_evasive,
    checkup_moved,
    reached,
    lost_notified,
    extended,
    signs,
    seen_again,
    hypothesis,
    affected,
    assessed_child,
    round_declined,
    lost_ground,
    needs_answered,
    no_effect,
    followed_on,
    knowledge,
    advice,
    placed,
    place_general,
    place_network,
    placement_ends,
    broke_down,
    in_daycare,
    closed_at_school,
    family_moves,
    nobody_takes_over,
    later_pregnancy,
    twins,
    consents,
}

impl Numbers {
    /// Reads the file; a figure without an explanation or a source is refused.
    pub(super) fn read() -> Result<Self, AppError> {
        let file: File = toml::from_str(FILE).map_err(AppError::internal)?;
        let bare =
            |figure: &Figure| figure.what.trim().is_empty() || figure.source.trim().is_empty();
        match all(&file).into_iter().find(|(_, figure)| bare(figure)) {
            Some((name, _)) => {
                let problem = format!(
                    "simulate/numbers.toml: `{name}` has no source: name one, or `proposal`"
                );
                Err(AppError::internal(problem))
            }
            None => Ok(Self::of(&file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_a_source_and_shares_are_of_a_thousand() {
        let numbers = Numbers::read().unwrap();
        assert!(numbers.outcome_none + numbers.outcome_exploration <= 1_000);
        let file: File = toml::from_str(FILE).unwrap();
        for (name, figure) in all(&file)
            .iter()
            .filter(|(_, f)| f.what.starts_with("of 1,000"))
        {
            assert!((0..=1_000).contains(&figure.value), "{name}");
        }
    }
}
