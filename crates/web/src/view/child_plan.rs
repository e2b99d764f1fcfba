// SPDX-License-Identifier: EUPL-1.2
//! The forms of a child's plan: the plan itself, and its follow-up.

use super::form::{Choice, Form};
use super::page;
use super::work::{About, row_field};

/// A child's plan (`plan/ny`). The button is `handling` = `gem` | `godkend`. Fields: `maal` R, `sigte` (many), `ramme` (many),
/// `familie` R; `indsats` (many: the rows), per ticked row `<r>`: `<r>-hvad` R, `<r>-gruppe` R, `<r>-omraade`, `<r>-formaal`
/// (many, R), `<r>-mod` (many), `<r>-tilgang` (many), `<r>-form`, `<r>-viden`, `<r>-svarer` (many: references of needs),
/// `<r>-raad` (reference of a proposal), `<r>-ivaerksaetter` R, `<r>-ansvarlig` R, `<r>-start` R (date), `<r>-intensitet` R;
/// a row that runs has `<r>-ref`, and not ticked `<r>-slut` R; per need `fravalg-<reference>` (R when no row answers it);
/// `afvig-<code>` for what the recommendations ask of the whole and the plan lacks; `opfoelgning` R (date).
#[derive(Clone, Debug, Default)]
pub struct ChildPlanForm {
    /// Whose.
    pub about: About,
    /// What was typed; before the first typing the active plan.
    pub form: Form,
    /// The sentence that the draft was kept, and when.
    pub draft_saved: Option<String>,
    /// The rows, each with whether it holds an effort that runs.
    pub rows: Vec<EffortRow>,
    /// The needs of the newest round (value: reference).
    pub needs: Vec<Choice>,
    /// What others have advised (value: reference).
    pub advised: Vec<Choice>,
    /// Efforts that are suggested by what is known of the surroundings.
    pub suggested: Vec<String>,
    /// Units that can start and be responsible.
    pub units: Vec<Choice>,
    /// The lists of the catalogue.
    pub lists: EffortLists,
}

/// The choices of each row.
#[derive(Clone, Debug, Default)]
pub struct EffortLists {
    /// What kind of effort.
    pub groups: Vec<Choice>,
    /// Domains of functioning.
    pub areas: Vec<Choice>,
    /// Purposes.
    pub purposes: Vec<Choice>,
    /// What it is aimed at.
    pub targets: Vec<Choice>,
    /// Approaches.
    pub approaches: Vec<Choice>,
    /// Aims of the plan.
    pub aims: Vec<Choice>,
    /// Framing approaches of the plan.
    pub framing: Vec<Choice>,
}

/// One row for an effort.
#[derive(Clone, Debug, Default)]
pub struct EffortRow {
    /// Its code, such as `indsats1`.
    pub code: String,
    /// `Indsats 1`.
    pub name: String,
    /// The reference of the effort that runs in it.
    pub runs: Option<String>,
}

impl EffortRow {
    pub(crate) fn field(&self, part: &str) -> String {
        row_field(&self.code, part)
    }
}

/// What the recommendations ask of the whole: the codes of the fields for a reason.
pub const DEVIATIONS: [&str; 4] = [
    "funktionsnedsaettelser",
    "omgivelser",
    "udviklingsbaseret",
    "systembaseret",
];

impl ChildPlanForm {
    pub(crate) fn left_out(need: &Choice) -> String {
        row_field("fravalg", &need.value)
    }

    pub(crate) fn deviation(code: &str) -> String {
        row_field("afvig", code)
    }

    /// What lacks and has to be explained, or was.
    pub(crate) fn deviations(&self) -> Vec<&'static str> {
        let asked = |code: &&str| self.form.asks(&Self::deviation(code));
        DEVIATIONS.into_iter().filter(asked).collect()
    }

    /// What each field is called in the list of problems.
    fn labels(&self) -> Vec<(String, String)> {
        let own = [
            ("maal", "childplan-goals"),
            ("familie", "childplan-family"),
            ("indsats", "childplan-efforts"),
            ("opfoelgning", "childplan-follow"),
        ];
        let own = own.map(|(name, key)| (name.to_owned(), key.to_owned()));
        let parts = [
            ("hvad", "childplan-what"),
            ("gruppe", "childplan-group"),
            ("formaal", "childplan-purposes"),
            ("ivaerksaetter", "plan-initiator"),
            ("ansvarlig", "plan-responsible"),
            ("start", "work-row-start"),
            ("intensitet", "work-row-intensity"),
            ("slut", "childplan-ends"),
        ];
        let rows = self.rows.iter().flat_map(|row| {
            parts
                .iter()
                .map(|(part, key)| (row.field(part), (*key).to_owned()))
        });
        let needs = self.needs.iter();
        let needs = needs.map(|need| (Self::left_out(need), "childplan-left-out".to_owned()));
        let deviations = DEVIATIONS.iter();
        let deviations =
            deviations.map(|code| (Self::deviation(code), format!("childplan-lacks-{code}")));
        own.into_iter()
            .chain(rows)
            .chain(needs)
            .chain(deviations)
            .collect()
    }
}

/// The follow-up of a child's plan (`opfoelgning`). Fields: `barn` R, `familie` R; per effort `<id>`: `virker-<id>` R
/// (`ja`|`nej`|`for-tidligt`), `virkning-<id>` (text), `valg-<id>` R (`fortsaet`|`juster`|`afslut`), `uaendret-<id>` (R when
/// it does not work and goes on as it is); `naeste` R (date).
#[derive(Clone, Debug, Default)]
pub struct ChildFollowUpForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// The efforts to answer for.
    pub efforts: Vec<FollowedEffort>,
}

/// One effort to follow up.
#[derive(Clone, Debug, Default)]
pub struct FollowedEffort {
    /// Its id.
    pub id: String,
    /// What it is.
    pub what: String,
    /// Which needs it meets, who, since when.
    pub line: String,
}

impl FollowedEffort {
    pub(crate) fn field(&self, part: &str) -> String {
        row_field(part, &self.id)
    }
}

impl ChildFollowUpForm {
    fn labels(&self) -> Vec<(String, String)> {
        let own = [
            ("barn", "childfollow-child"),
            ("familie", "childfollow-family"),
            ("naeste", "work-follow-next"),
        ];
        let own = own.map(|(name, key)| (name.to_owned(), key.to_owned()));
        let parts = [
            ("virker", "childfollow-works"),
            ("valg", "childfollow-choice"),
            ("uaendret", "childfollow-unchanged"),
        ];
        let efforts = self.efforts.iter().flat_map(|one| {
            parts
                .iter()
                .map(|(part, key)| (one.field(part), (*key).to_owned()))
        });
        own.into_iter().chain(efforts).collect()
    }
}

page!(ChildPlanForm, "work/childplan.html");
page!(ChildFollowUpForm, "work/childfollowup.html");
