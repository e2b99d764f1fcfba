// SPDX-License-Identifier: EUPL-1.2
//! A child's *Udredning* and *Plan*: pages of calm blocks, and the form of one round.

use super::form::{Choice, Form};
use super::page;
use super::parts::{Fact, Link};
use super::pathway::Head;
use super::timeline::Timeline;
use super::work::About;

/// Rows for symptoms in the form.
pub const SYMPTOMS: usize = 4;

/// Rows for what other professions have added outside the pathway.
pub const CONTRIBUTIONS: usize = 3;

/// A tab of a child's pathway, block by block.
#[derive(Clone, Debug, Default)]
pub struct BlockPage {
    /// The head.
    pub head: Head,
    /// Which tab, as a code of `pathway-tab`.
    pub tab: &'static str,
    /// What one should see first, in sentences.
    pub warnings: Vec<String>,
    /// What can be done here; the first is the action of the page.
    pub actions: Vec<Link>,
    /// The blocks from top to bottom.
    pub blocks: Vec<Block>,
}

/// A heading with what stands below it. Whatever is empty is not shown.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// The heading.
    pub title: String,
    /// A line below it.
    pub note: String,
    /// Names and values.
    pub facts: Vec<Fact>,
    /// A picture over time.
    pub picture: Option<Timeline>,
    /// A table.
    pub grid: Option<Grid>,
    /// A list.
    pub items: Vec<String>,
    /// Ways on.
    pub links: Vec<Link>,
}

/// A table: heads of the columns, and rows that each begin with a name.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Heads, the first of the names.
    pub head: Vec<String>,
    /// Name, and the cells behind it.
    pub rows: Vec<(String, Vec<String>)>,
}

/// A round of a child's assessment (`udredning/ny`). The button is `handling` = `gem` | `faerdig` (for `faerdig` the R fields
/// count). Fields: `faggruppe` R; `livshistorie` R, `foster` R, `foedsel` R, `spaedbarn` R; `rusmidler` R and `medicin` R
/// (`yes`|`no`|`unknown`|`declined`|`not-asked`) with `-hvem`; `biologisk` R, `psykologisk` R, `social` R, each with the tick
/// `-ikke`; `udsat` `yes`|`no`|`unknown`; `billede` R; per row `symptom<n>-hvad`, `-aarsag` (many), `-grad`, `-siden`;
/// `relationer` R; per domain `funktion-<id>` (at least one) and `funktion-<id>-note`; `potentiale` R, `vanskeligheder` R,
/// `styrker` R; per row `bidrag<n>-fag`, `-navn`, `-hvad`; `behov-barn`, `behov-familie` (one a line); `naeste` R (date).
#[derive(Clone, Debug, Default)]
pub struct RoundForm {
    /// Whose.
    pub about: About,
    /// What was typed; before the first typing what the last round can say again.
    pub form: Form,
    /// Which round.
    pub number: usize,
    /// The sentence that the draft was kept, and when.
    pub draft_saved: Option<String>,
    /// Professions.
    pub professions: Vec<Choice>,
    /// Possible causes.
    pub causes: Vec<Choice>,
    /// The steps of functioning.
    pub degrees: Vec<Choice>,
    /// Domains of functioning, each with what the last round said.
    pub domains: Vec<DomainRow>,
    /// What others have added since the last round.
    pub added: Vec<String>,
}

/// One domain in the form.
#[derive(Clone, Debug, Default)]
pub struct DomainRow {
    /// The name of its field.
    pub field: String,
    /// What it is called.
    pub name: String,
    /// What the last round said.
    pub before: Option<String>,
}

impl RoundForm {
    /// Sections, for the way down the page: anchor and code of the heading.
    pub(crate) fn sections() -> [(&'static str, &'static str); 7] {
        [
            ("historie", "history"),
            ("forhold", "dimensions"),
            ("symptomer", "symptoms"),
            ("funktion", "functions"),
            ("samlet", "whole"),
            ("bidrag", "contributions"),
            ("behov", "needs"),
        ]
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "a template hands over references"
    )]
    pub(crate) fn symptom(number: &usize, part: &str) -> String {
        format!("symptom{number}-{part}")
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "a template hands over references"
    )]
    pub(crate) fn contribution(number: &usize, part: &str) -> String {
        format!("bidrag{number}-{part}")
    }

    /// Whether a row after the first has something in it, or something wrong.
    fn opens(&self, row: &str) -> bool {
        let later = |name: &str| {
            let rest = name.strip_prefix(row);
            rest.is_some_and(|rest| !rest.starts_with("1-") && rest.contains('-'))
        };
        let filled = |(name, value): &(String, String)| later(name) && !value.is_empty();
        self.form.values.iter().any(filled) || self.form.errors.iter().any(|e| later(&e.field))
    }

    /// What each field is called in the list of problems.
    fn labels(&self) -> Vec<(String, String)> {
        let own = [
            ("faggruppe", "round-own-profession"),
            ("livshistorie", "round-life"),
            ("foster", "round-foetal"),
            ("foedsel", "round-birth"),
            ("spaedbarn", "round-infancy"),
            ("rusmidler", "round-substances"),
            ("medicin", "round-medicine"),
            ("biologisk", "round-biological"),
            ("psykologisk", "round-psychological"),
            ("social", "round-social"),
            ("billede", "round-picture"),
            ("relationer", "round-relations"),
            ("potentiale", "round-potential"),
            ("vanskeligheder", "round-difficulties"),
            ("styrker", "round-strengths"),
            ("naeste", "round-next"),
        ];
        let own = own.into_iter();
        let own = own.map(|(name, key)| (name.to_owned(), key.to_owned()));
        let rows = (1..=SYMPTOMS).map(|n| (Self::symptom(&n, "hvad"), "round-symptom-what".into()));
        let added = (1..=CONTRIBUTIONS).flat_map(|n| {
            [
                (Self::contribution(&n, "fag"), "round-profession".into()),
                (Self::contribution(&n, "hvad"), "round-added-what".into()),
            ]
        });
        let domains = self.domains.iter();
        let domains = domains.map(|row| (row.field.clone(), "round-function".to_owned()));
        own.chain(rows).chain(added).chain(domains).collect()
    }
}

page!(BlockPage, "pathway/blocks.html");
page!(RoundForm, "work/round.html");
