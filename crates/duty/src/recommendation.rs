// SPDX-License-Identifier: EUPL-1.2
//! The recommendations of the pathway descriptions, and whether each has rules that carry it or a reason why no rule can.

use crate::rule::{Fields, Problem, RuleErrors, Rulebook, SourceFile, Title, title_in_both};
use std::collections::BTreeSet;
use std::fmt;
use toml::Table;

const FIELDS: [&str; 10] = [
    "id", "group", "heading", "target", "rows", "source", "line", "text", "rules", "no_rule",
];

/// Whom a recommendation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Pregnant women.
    Gravide,
    /// Children and young people.
    Boern,
}

/// A sentence of a pathway description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// Its id, such as `G1.2a`.
    pub id: String,
    /// The group it stands in, such as `G1`.
    pub group: String,
    /// The heading of the group.
    pub heading: Option<Title>,
    /// Whom it is about.
    pub target: Target,
    /// The requirement rows it answers to.
    pub rows: Vec<String>,
    /// The source.
    pub source: String,
    /// Where in the source.
    pub line: String,
    /// Its words in Danish.
    pub text_da: String,
    /// Its words in English.
    pub text_en: Option<String>,
    /// What carries it.
    pub carried: Carried,
}

/// What becomes of a recommendation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carried {
    /// These rules carry it.
    ByRules(Vec<String>),
    /// No rule can, for this reason.
    NoRule(Title),
    /// Nothing is said; [`Recommendations::gaps`] reports it.
    Nothing,
}

/// All recommendations of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recommendations(pub Vec<Recommendation>);

/// Where recommendations and rules do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// A recommendation has neither rule nor reason.
    Uncarried {
        /// Its id.
        recommendation: String,
    },
    /// A recommendation names a rule that is not there.
    UnknownRule {
        /// Its id.
        recommendation: String,
        /// The rule.
        rule: String,
    },
    /// A rule cites a recommendation that is not there.
    UnknownRecommendation {
        /// The rule.
        rule: String,
        /// What it cites.
        cites: String,
    },
}

impl fmt::Display for Gap {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Uncarried { recommendation } => {
                write!(
                    out,
                    "recommendation `{recommendation}` has neither `rules` nor `no_rule`; write one of them"
                )
            }
            Self::UnknownRule {
                recommendation,
                rule,
            } => {
                write!(
                    out,
                    "recommendation `{recommendation}` names the rule `{rule}`, which is not in the rulebook"
                )
            }
            Self::UnknownRecommendation { rule, cites } => {
                write!(
                    out,
                    "rule `{rule}` cites the recommendation `{cites}`, which does not exist"
                )
            }
        }
    }
}

impl Recommendations {
    /// Reads a file of `[[recommendation]]` tables.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(file: &SourceFile<'_>) -> Result<Self, RuleErrors> {
        let table = file.text.parse::<Table>().map_err(|error| {
            let message = format!("not TOML: {}", error.message());
            RuleErrors(vec![Problem::new("", message).within(file.name, "")])
        })?;
        let top = Fields::new("", &table);
        let (mut found, mut errors, mut ids) = (Vec::new(), Vec::new(), BTreeSet::new());
        for field in top
            .get("recommendation")
            .map_or(Vec::new(), |field| field.each())
        {
            let read = field
                .table(&FIELDS)
                .and_then(|fields| recommendation(&fields));
            match read {
                Ok(read) if ids.insert(read.id.clone()) => found.push(read),
                Ok(read) => {
                    let problem = field.wrong(format!("the id `{}` is already taken", read.id));
                    errors.push(problem.within(file.name, ""));
                }
                Err(problem) => errors.push(problem.within(file.name, "")),
            }
        }
        if errors.is_empty() {
            Ok(Self(found))
        } else {
            Err(RuleErrors(errors))
        }
    }

    /// The recommendation with this id.
    pub fn find(&self, id: &str) -> Option<&Recommendation> {
        self.0.iter().find(|recommendation| recommendation.id == id)
    }

    /// Recommendations without rule or reason, and names that name nothing.
    pub fn gaps(&self, rulebook: &Rulebook) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for recommendation in &self.0 {
            let id = &recommendation.id;
            match &recommendation.carried {
                Carried::Nothing => gaps.push(Gap::Uncarried {
                    recommendation: id.clone(),
                }),
                Carried::NoRule(_) => {}
                Carried::ByRules(rules) => {
                    let unknown = rules.iter().filter(|rule| rulebook.find(rule).is_none());
                    gaps.extend(unknown.map(|rule| Gap::UnknownRule {
                        recommendation: id.clone(),
                        rule: rule.clone(),
                    }));
                }
            }
        }
        for rule in rulebook.rules() {
            let unknown = rule
                .cites
                .iter()
                .filter(|cited| self.is_like_an_id(cited) && self.find(cited).is_none());
            gaps.extend(unknown.map(|cited| Gap::UnknownRecommendation {
                rule: rule.id.clone(),
                cites: cited.clone(),
            }));
        }
        gaps
    }

    /// Rules also cite sections of law and requirement rows. What begins with the same letter as an id and goes on as
    /// one, is meant as an id.
    fn is_like_an_id(&self, cited: &str) -> bool {
        let mut letters = cited.chars();
        let first = letters.next();
        let known = self
            .0
            .iter()
            .any(|recommendation| recommendation.id.chars().next() == first);
        let goes_on =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '.';
        let rest = letters.as_str();
        known
            && rest.starts_with(|letter: char| letter.is_ascii_digit())
            && rest.chars().all(goes_on)
    }
}

fn recommendation(fields: &Fields<'_>) -> Result<Recommendation, Problem> {
    let text = |name: &str| -> Result<String, Problem> {
        let field = fields.need(name, "text")?;
        match field.text()?.trim() {
            "" => Err(field.wrong("may not be empty")),
            text => Ok(text.to_owned()),
        }
    };
    let words = fields.need("text", "{ da = \"…\" }")?;
    let words_in = words.table(&["da", "en"])?;
    let target = fields.need("target", "`gravide` or `boern`")?;
    let rules = fields
        .get("rules")
        .map_or(Ok(Vec::new()), |rules| rules.texts())?;
    let no_rule = fields
        .get("no_rule")
        .map(|reason| title_in_both(&reason))
        .transpose()?;
    let carried = match (rules.is_empty(), no_rule) {
        (false, None) => Carried::ByRules(rules),
        (true, Some(reason)) => Carried::NoRule(reason),
        (true, None) => Carried::Nothing,
        (false, Some(_)) => {
            let message = "stands beside `rules`; a recommendation has rules or a reason, not both";
            return Err(Problem::new(fields.path_to("no_rule"), message));
        }
    };
    Ok(Recommendation {
        id: text("id")?,
        group: text("group")?,
        heading: fields
            .get("heading")
            .map(|heading| title_in_both(&heading))
            .transpose()?,
        target: match target.text()? {
            "gravide" => Target::Gravide,
            "boern" => Target::Boern,
            other => {
                return Err(target.wrong(format!(
                    "`{other}` is no target; write `gravide` or `boern`"
                )));
            }
        },
        rows: fields
            .get("rows")
            .map_or(Ok(Vec::new()), |rows| rows.texts())?,
        source: text("source")?,
        line: fields.need("line", "the line in the source")?.plain()?,
        text_da: words_in
            .need("da", "the words in Danish")?
            .text()?
            .to_owned(),
        text_en: words_in
            .get("en")
            .map(|words| words.text().map(str::to_owned))
            .transpose()?,
        carried,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Demand;

    fn parse(text: &str) -> Result<Recommendations, RuleErrors> {
        Recommendations::parse(&SourceFile {
            name: "recommendations.toml",
            text,
        })
    }

    const HEAD: &str = "[[recommendation]]\ngroup = 'G1'\ntarget = 'gravide'\nsource = 's'\nline = 3\ntext = { da = 'x' }\n";

    #[test]
    fn gaps_are_found() {
        let rules = r#"[rule.one]
            cites = ["G1.1a", "G9.9", "GL § 1", "S2-026"]
            starts = [{ each = "a" }]
            due = "1 day"
            done_by = "b""#;
        let rulebook = Rulebook::compile(
            &[SourceFile {
                name: "r.toml",
                text: rules,
            }],
            Demand::Engine,
        )
        .unwrap();
        let text = format!(
            "{HEAD}id = 'G1.1a'\nrules = ['one', 'two']\n{HEAD}id = 'G1.1b'\nno_rule = {{ da = 'r', en = 'r' }}\n{HEAD}id = 'G1.1c'\n"
        );
        let gaps: Vec<String> = parse(&text)
            .unwrap()
            .gaps(&rulebook)
            .iter()
            .map(Gap::to_string)
            .collect();
        assert_eq!(
            gaps,
            [
                "recommendation `G1.1a` names the rule `two`, which is not in the rulebook",
                "recommendation `G1.1c` has neither `rules` nor `no_rule`; write one of them",
                "rule `one` cites the recommendation `G9.9`, which does not exist",
            ]
        );
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, wrong) in [
            (format!("{HEAD}id = 'G1'\nwho = 1"), "no such field"),
            (format!("{HEAD}id = 'G1'\n{HEAD}id = 'G1'"), "already taken"),
            (
                format!("{HEAD}id = 'G1'\nrules = ['a']\nno_rule = {{ da = 'r', en = 'r' }}"),
                "not both",
            ),
            (
                HEAD.replace("gravide", "alle") + "id = 'G1'",
                "`gravide` or `boern`",
            ),
            ("x = ".to_owned(), "not TOML"),
        ] {
            assert!(
                parse(&text).unwrap_err().to_string().contains(wrong),
                "{wrong}"
            );
        }
    }
}
