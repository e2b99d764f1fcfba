// SPDX-License-Identifier: EUPL-1.2
//! Rules as the engine runs them: every name is a number.

use super::definition::{Comparison, Span};
use crate::calendar::{Day, Unit};
use crate::fact::Schema;

/// A compiled rulebook.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    pub(crate) schema: Schema,
    /// In the order of their ids.
    pub(crate) rules: Vec<RulePlan>,
    /// The order in which they are evaluated: a rule after those whose breach starts it.
    pub(crate) order: Vec<u16>,
    pub(crate) states: Vec<StatePlan>,
    pub(crate) anchors: Vec<Vec<SourcePlan>>,
    pub(crate) anchor_names: Vec<String>,
    pub(crate) moves: Option<MatchPlan>,
    /// The agreement keys that rules read, by number, and as what they are read.
    pub(crate) keys: Vec<(String, KeyUse)>,
    /// The type and the attributes `rule` and `key` of an explanation.
    pub(crate) explained: (u16, u16, u16),
}

/// As what rules read an agreement key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct KeyUse {
    pub(crate) number: bool,
    pub(crate) steps: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct StatePlan {
    pub(crate) from: MatchPlan,
    pub(crate) to: Option<MatchPlan>,
}

#[derive(Clone, Debug)]
pub(crate) struct SourcePlan {
    pub(crate) kind: u16,
    /// The date attribute; `None` means when the fact occurred.
    pub(crate) attribute: Option<u16>,
    pub(crate) days: i32,
}

#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent yes-or-no answers of a rule, each read by name"
)]
pub(crate) struct RulePlan {
    pub(crate) valid: (Day, Day),
    pub(crate) law: bool,
    /// Open duties end and start anew when the pathway moves.
    pub(crate) restarts: bool,
    /// Counts by when facts were written.
    pub(crate) recorded: bool,
    pub(crate) remind: Vec<Span>,
    /// Agreement keys without which there is no deadline.
    pub(crate) keys: Vec<u16>,
    /// Anchors without which there is no deadline, though it does not read them.
    pub(crate) anchors: Vec<u16>,
    pub(crate) starts: Vec<StartPlan>,
    pub(crate) due: Vec<DuePlan>,
    /// Some deadline or bound reads an anchor, so that a new dating can move it.
    pub(crate) moving: bool,
    pub(crate) done: DonePlan,
    pub(crate) void: Vec<VoidPlan>,
}

#[derive(Clone, Debug)]
pub(crate) struct StartPlan {
    pub(crate) trigger: TriggerPlan,
    pub(crate) conditions: Vec<ConditionPlan>,
    pub(crate) key: Vec<PiecePlan>,
    pub(crate) opens: Option<ExprPlan>,
    pub(crate) steps: Option<StepsPlan>,
}

#[derive(Clone, Debug)]
pub(crate) enum TriggerPlan {
    Each(MatchPlan),
    First(MatchPlan),
    BreachOf(Vec<u16>),
}

#[derive(Clone, Debug)]
pub(crate) enum ConditionPlan {
    State {
        state: u16,
        holds: bool,
    },
    Has {
        attribute: u16,
        holds: bool,
    },
    Is {
        attribute: u16,
        values: Vec<u32>,
        holds: bool,
    },
    Known {
        anchor: u16,
        holds: bool,
    },
    Gestation {
        anchor: u16,
        is: Comparison,
        days: i32,
    },
    Age {
        anchor: u16,
        is: Comparison,
        months: i32,
    },
}

#[derive(Clone, Debug)]
pub(crate) enum PiecePlan {
    Text(String),
    Seq,
    Key,
    Step,
    Attribute(u16),
}

#[derive(Clone, Debug)]
pub(crate) enum StepsPlan {
    List(Vec<StepPlan>),
    Every { every: Span, until: ExprPlan },
    Agreement(u16),
}

#[derive(Clone, Debug)]
pub(crate) struct StepPlan {
    pub(crate) label: String,
    /// The number of the label among values; none for a label of the agreement.
    pub(crate) value: u32,
    pub(crate) at: ExprPlan,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct ExprPlan {
    pub(crate) base: BasePlan,
    /// Days added to the base before the shift.
    pub(crate) days: i32,
    pub(crate) shift: Option<ShiftPlan>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum BasePlan {
    Start,
    Step,
    Anchor(u16),
    /// A date attribute of the starting fact.
    Attribute(u16),
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct ShiftPlan {
    /// 1 or −1.
    pub(crate) sign: i32,
    pub(crate) amount: AmountPlan,
    pub(crate) unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AmountPlan {
    Number(i32),
    Key(u16),
}

#[derive(Clone, Debug)]
pub(crate) enum DuePlan {
    At(ExprPlan),
    On(MatchPlan),
    Before(MatchPlan),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct MatchPlan {
    pub(crate) kinds: Vec<u16>,
    pub(crate) same: Vec<u16>,
    pub(crate) filters: Vec<(u16, Vec<WantedPlan>)>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum WantedPlan {
    Value(u32),
    Step,
    Attribute(u16),
}

#[derive(Clone, Debug)]
pub(crate) struct DonePlan {
    pub(crate) on: MatchPlan,
    pub(crate) from: FromPlan,
    pub(crate) till: Option<ExprPlan>,
    pub(crate) count: AmountPlan,
    pub(crate) each_of: Option<(u16, Vec<u32>)>,
    pub(crate) spend: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum FromPlan {
    AfterStart,
    Start,
    Ever,
    At(ExprPlan),
}

#[derive(Clone, Debug)]
pub(crate) enum VoidPlan {
    State(u16),
    Fact(MatchPlan),
}

impl ExprPlan {
    /// Reads an anchor, directly; a position is looked at by itself.
    pub(crate) fn reads_anchor(&self) -> bool {
        matches!(self.base, BasePlan::Anchor(_))
    }

    pub(crate) fn key(&self) -> Option<u16> {
        match self.shift?.amount {
            AmountPlan::Key(key) => Some(key),
            AmountPlan::Number(_) => None,
        }
    }
}

impl Plan {
    pub(crate) fn rule(&self, rule: u16) -> Option<&RulePlan> {
        self.rules.get(usize::from(rule))
    }
}
