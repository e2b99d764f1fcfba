// SPDX-License-Identifier: EUPL-1.2
//! The delivered rulebook and catalogue, held to their sources and tried on small stories.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod asked;
mod entries;
mod runs;
mod sources;
mod steps;
mod stories;
mod story;
mod wording;

use traad_duty::rule::{Demand, Rulebook, SourceFile};

const RULE_FILES: [(&str, &str); 5] = [
    (
        "facts.toml",
        include_str!("../../../../rulebook/facts.toml"),
    ),
    ("lov.toml", include_str!("../../../../rulebook/lov.toml")),
    (
        "aftale.toml",
        include_str!("../../../../rulebook/aftale.toml"),
    ),
    (
        "gravide.toml",
        include_str!("../../../../rulebook/gravide.toml"),
    ),
    (
        "boern.toml",
        include_str!("../../../../rulebook/boern.toml"),
    ),
];

fn rulebook() -> Rulebook {
    let files: Vec<SourceFile<'_>> = RULE_FILES
        .iter()
        .map(|(name, text)| SourceFile { name, text })
        .collect();
    Rulebook::compile(&files, Demand::Published).unwrap_or_else(|errors| panic!("{errors}"))
}
