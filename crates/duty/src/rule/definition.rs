// SPDX-License-Identifier: EUPL-1.2
//! Rules as they are written: names are still names. What is here is checked for form; that the names exist is checked
//! when the rulebook is compiled.

use crate::calendar::{Day, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// Everything one or more rule files say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Definitions {
    /// Declared fact types and their attributes; `None` when the files take facts as found.
    pub facts: Option<BTreeMap<String, BTreeSet<String>>>,
    /// States of a pathway, by name.
    pub states: BTreeMap<String, State>,
    /// Days that deadlines are counted from, by name; the newest source in the journal counts.
    pub anchors: BTreeMap<String, Vec<AnchorSource>>,
    /// The facts at which open duties of agreement end and start anew under another agreement.
    pub moves: Option<Match>,
    /// Rules, by id.
    pub rules: BTreeMap<String, Rule>,
}

/// A state lasts from a fact (included) to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// What begins it.
    pub from: Match,
    /// What ends it, if anything does.
    pub to: Option<Match>,
}

/// Where an anchor's value comes from: `type.attribute` (a date), or `type.at`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorSource {
    /// The type of fact.
    pub kind: String,
    /// The attribute with the date; `None` means when the fact occurred.
    pub attribute: Option<String>,
    /// Days added to the date.
    pub days: i32,
}

/// The same words in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
}

/// How binding a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Law: cannot be explained away, keeps its clock when the pathway moves.
    Law,
    /// A cooperation agreement.
    Agreement,
    /// A recommendation: do it, or write why not.
    Recommendation,
}

impl Strength {
    /// The word used in rules.
    pub fn word(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Agreement => "agreement",
            Self::Recommendation => "recommendation",
        }
    }
}

/// Which of a fact's two times a rule counts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// When it occurred.
    Occurred,
    /// When it was written.
    Recorded,
}

/// One version of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id, unique in the rulebook.
    pub id: String,
    /// The file it stands in.
    pub file: String,
    /// What the person who owes it reads.
    pub title: Option<Title>,
    /// How binding it is; a recommendation unless the rule says otherwise.
    pub strength: Strength,
    /// The kind of information a duty line of this rule is.
    pub category: Option<String>,
    /// Recommendations, by id, and sections of law the rule rests on.
    pub cites: Vec<String>,
    /// The function that owes it; the caller resolves it to a unit and a person.
    pub owed_by: Option<String>,
    /// The law behind it has not been read in full.
    pub unverified: bool,
    /// First and last day on which a start binds to this version.
    pub valid: (Option<Day>, Option<Day>),
    /// The rule this one replaces.
    pub succeeds: Option<String>,
    /// How long before the deadline reminders come; from the first one on the duty is due soon.
    pub remind: Vec<Span>,
    /// Which time counts.
    pub clock: Clock,
    /// Agreement keys and anchors that must be known, though no deadline reads them.
    pub needs: Vec<Need>,
    /// What starts a duty.
    pub starts: Vec<Start>,
    /// By when: the earliest of these.
    pub due: Vec<Due>,
    /// What fulfils it.
    pub done_by: DoneBy,
    /// What makes it fall away.
    pub void_by: Vec<Void>,
}

/// A number of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// How many.
    pub count: i32,
    /// Of what.
    pub unit: Unit,
}

/// Something that must be known before a duty has a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// An answer in the cooperation agreement.
    Agreement(String),
    /// An anchor.
    Anchor(String),
}

/// What starts a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The fact or breach.
    pub trigger: Trigger,
    /// All must hold.
    pub conditions: Vec<Condition>,
    /// The duty's key.
    pub key: Template,
    /// From when the duty is shown.
    pub opens: Option<Expr>,
    /// The positions, when one start gives several duties.
    pub steps: Option<Steps>,
}

/// The event that starts a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// Each fact of these types.
    Each(Match),
    /// The first fact of these types for which the conditions hold.
    First(Match),
    /// Each breach of a rule, or of one that succeeds it, at its due.
    BreachOf(String),
}

/// A condition on a start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A state holds, or does not.
    State {
        /// Its name.
        name: String,
        /// Which of the two.
        holds: bool,
    },
    /// The starting fact has an attribute, or lacks it.
    Has {
        /// Its name.
        attribute: String,
        /// Which of the two.
        holds: bool,
    },
    /// An attribute of the starting fact is one of these values, or is not.
    Is {
        /// Its name.
        attribute: String,
        /// The values.
        values: Vec<String>,
        /// Which of the two.
        holds: bool,
    },
    /// An anchor is known at the start, or is not.
    Known {
        /// Its name.
        anchor: String,
        /// Which of the two.
        holds: bool,
    },
    /// The gestational age on the day of the start, in days.
    Gestation {
        /// How to compare.
        is: Comparison,
        /// With what, in days.
        days: i32,
    },
    /// The age of the person born at the anchor `birth`, on the day of the start.
    Age {
        /// How to compare.
        is: Comparison,
        /// With what; whole months, so that years are twelve.
        months: i32,
    },
}

/// How two ages compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `>`
    More,
}

/// The pieces a key is put together from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(pub Vec<Piece>);

/// A piece of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it stands.
    Text(String),
    /// `{seq}`: what names the starting fact.
    Seq,
    /// `{key}`: the key of the breached duty.
    Key,
    /// `{step}`: the label of the position.
    Step,
    /// `{attribute}` of the starting fact.
    Attribute(String),
}

/// Positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Steps {
    /// These, each with its label.
    List(Vec<(String, Expr)>),
    /// At this distance after the start and after each other, while not beyond the end.
    Every {
        /// The distance.
        every: Span,
        /// The end.
        until: Expr,
    },
    /// What the cooperation agreement answers.
    Agreement(String),
}

/// A moment, by calculation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr {
    /// From where.
    pub base: Base,
    /// How far.
    pub shift: Option<Shift>,
}

/// Where a calculation begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// The start.
    Start,
    /// The position.
    Step,
    /// An anchor.
    Anchor(String),
    /// A gestational age, in days after the anchor `lmp`.
    Gestation(i32),
    /// A date among the starting fact's attributes.
    Attribute(String),
}

/// How far from the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Back in time instead of forward.
    pub back: bool,
    /// How many.
    pub amount: Amount,
    /// Of what.
    pub unit: Unit,
}

/// A number in a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Written there.
    Number(i32),
    /// Answered by the cooperation agreement.
    Agreement(String),
}

/// By when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// A calculated moment.
    At(Expr),
    /// The end of the day on which this happens.
    On(Match),
    /// Before this happens; no date until then.
    Before(Match),
}

/// Facts of certain types and contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Types.
    pub kinds: Vec<String>,
    /// Attributes that must be as in the starting fact.
    pub same: Vec<String>,
    /// Attributes that must have one of these values.
    pub filters: Vec<(String, Vec<Wanted>)>,
}

/// A value an attribute must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// This text.
    Text(String),
    /// The label of the position.
    Step,
    /// What the starting fact has in an attribute.
    Attribute(String),
}

/// What fulfils a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneBy {
    /// Which facts.
    pub on: Match,
    /// From when they count.
    pub from: From,
    /// Until when they count.
    pub till: Option<Expr>,
    /// How many it takes.
    pub count: Amount,
    /// One fact for each of these values of an attribute.
    pub each_of: Option<(String, Vec<String>)>,
    /// One fact serves one duty of the rule.
    pub spend: bool,
}

/// From when facts count as fulfilment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// Strictly after the start.
    AfterStart,
    /// The start itself counts.
    Start,
    /// At any time, before the start as well.
    Ever,
    /// From 00:00 of this day, and strictly after the start.
    At(Expr),
}

/// What makes a duty fall away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Void {
    /// A state that holds, or begins to.
    State(String),
    /// A fact after the start.
    Fact(Match),
}
