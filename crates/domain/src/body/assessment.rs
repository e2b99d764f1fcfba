// SPDX-License-Identifier: EUPL-1.2
//! Bodies: holistic assessment (E), screenings, and the professional judgement ambulatory or residential (F).

use super::{Code, UseRecorded};
use crate::id::RefId;
use crate::org::coded;
use serde::{Deserialize, Serialize};

/// One of the nine complex social problems (E06), with its sub-values and a word about her.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Code of the catalogue list `problems`.
    pub group: Code,
    /// Codes of the group's sub-values.
    pub details: Vec<Code>,
    /// In words.
    pub note: String,
}

/// A complete holistic assessment: situation, resources and challenges (rows S2-034, S4-029–042). A draft may lack
/// parts; an entry may not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessmentCompleted {
    /// Reference.
    pub reference: RefId,
    /// Her situation.
    pub situation: String,
    /// Her resources. Never empty: an assessment that sees no resource is not holistic.
    pub resources: String,
    /// Her challenges.
    pub challenges: String,
    /// Use per substance as the form tells it. Stored ones hold none any more: each use is an entry of its own kind of
    /// information, and what older ones hold is shown nowhere.
    pub uses: Vec<UseRecorded>,
    /// Problems found among the nine.
    pub problems: Vec<Problem>,
    /// Whether there is a risk of violence: then nobody is invited automatically.
    pub violence_risk: bool,
    /// Whether easy-to-read text is suggested, since there are cognitive difficulties.
    pub easy_read: bool,
}

coded! {
    /// The two forms of effort (E14), and the honest third.
    Level {
        /// Forstærket ambulant indsats.
        Ambulatory = "ambulatory",
        /// Specialiseret døgnbehandling.
        Residential = "residential",
        /// Not settled yet.
        Undecided = "undecided",
    }
}

/// The judgement with the criteria of the source (E15) and its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelJudged {
    /// The assessment it builds on.
    pub assessment: RefId,
    /// Which form.
    pub level: Level,
    /// Codes of the catalogue list `level-criteria`.
    pub criteria: Vec<Code>,
    /// Why.
    pub reason: String,
}

coded! {
    /// Her answer to an offer of residential treatment, or why there was none.
    ResidentialAnswer {
        /// She said yes.
        Accepted = "accepted",
        /// She said no.
        Declined = "declined",
        /// There was no place: unmet need.
        NoPlace = "no-place",
    }
}

/// Residential treatment was offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResidentialOffered {
    /// Which place, or where a place was sought.
    pub place: String,
    /// What came of it.
    pub answer: ResidentialAnswer,
    /// To whom a lacking place was raised.
    pub raised_to: Option<String>,
}

/// The answer to one question of a screening tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreeningAnswer {
    /// Code of the question, as in the catalogue's `screening`.
    pub item: Code,
    /// Its points.
    pub points: u8,
}

/// A screening tool was answered (facts §F 37 and 38). A question that was not answered is absent, never zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreeningDone {
    /// Code of the tool, as in the catalogue's `screening`.
    pub tool: Code,
    /// What was answered, question by question; none for a tool that is kept as a score.
    pub answers: Vec<ScreeningAnswer>,
    /// The score: the sum when every question was answered, or as it was read.
    pub score: Option<u16>,
}

impl ScreeningDone {
    /// The points of a question, when it was answered.
    pub fn points(&self, item: &str) -> Option<u8> {
        let answer = self.answers.iter().find(|answer| answer.item == item);
        answer.map(|answer| answer.points)
    }
}
