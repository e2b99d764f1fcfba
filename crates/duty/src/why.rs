// SPDX-License-Identifier: EUPL-1.2
//! Why a duty stands: rule, starting fact, arithmetic and agreement, as parts that are put into words elsewhere.
//!
//! Nothing of this is kept with a duty; it is worked out again when somebody asks.

use crate::agreement::Agreement;
use crate::calendar::{Calendar, Day, GestationalAge, Minute, Unit};
use crate::engine::{
    Case, Derivation, Duty, Ground, Index, Moment, NO_STEP, NONE, Words, at, write_step,
};
use crate::fact::{Fact, FactIx, Journal, Point};
use crate::rule::plan::{BasePlan, ConditionPlan, DuePlan, ExprPlan, StepsPlan};
use crate::rule::{LAST_PERIOD, RuleInfo, Rulebook};

/// The reasons behind one duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why<'a> {
    /// The rule, with its title, strength and sources.
    pub rule: &'a RuleInfo,
    /// The fact that started it, directly or through a breach.
    pub starting_fact: FactIx,
    /// The breached duty that started it.
    pub breach: Option<Breach>,
    /// The label of its position.
    pub position: Option<String>,
    /// From when time is counted.
    pub counted_from: CountedFrom,
    /// Its deadlines; the earliest counts.
    pub deadlines: Vec<Arithmetic>,
    /// What the agreement answered.
    pub answers: Vec<AgreementAnswer>,
    /// What is lacking for it to have a deadline.
    pub lacking: Vec<Lacking>,
    /// The deadline that the proposal would give.
    pub proposed: Option<Minute>,
}

/// A breached duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// Its rule's id.
    pub rule: String,
    /// Its place in the derivation.
    pub place: usize,
    /// When it was due.
    pub due: Option<Minute>,
}

/// From when time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    /// The start itself.
    Start(Minute),
    /// Since an agreement first answered.
    InForce(Minute),
    /// Since the pathway moved.
    Move(Minute),
}

/// How one deadline came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arithmetic {
    /// From where.
    pub origin: Origin,
    /// The day of that.
    pub from: Day,
    /// How much was added; negative when taken away.
    pub added: Option<(i32, Unit)>,
    /// The agreement key the number came from.
    pub key: Option<String>,
    /// The last minute.
    pub due: Minute,
}

/// Where a deadline is counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// What [`Why::counted_from`] says.
    Start,
    /// The position.
    Position,
    /// An anchor, as a fact said it.
    Anchor {
        /// Its name.
        name: String,
        /// The fact.
        fact: FactIx,
    },
    /// A gestational age, by the dating of a fact.
    Gestation {
        /// The age.
        age: GestationalAge,
        /// The fact.
        fact: FactIx,
    },
    /// A date in the starting fact.
    Attribute,
    /// Something happened.
    Happened {
        /// The fact.
        fact: FactIx,
    },
}

/// What the agreement answered to a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementAnswer {
    /// The key.
    pub key: String,
    /// The version's id.
    pub version: String,
    /// Since when that version is in force.
    pub in_force_from: Minute,
    /// The number, when it is one.
    pub number: Option<i32>,
}

/// Something that must be known before there is a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// The agreement does not answer this key.
    Agreement {
        /// The key.
        key: String,
        /// What is proposed, when it is a number.
        proposed: Option<i32>,
    },
    /// No fact says this anchor.
    Anchor {
        /// Its name.
        name: String,
    },
    /// The starting fact lacks a date.
    Attribute,
}

/// One pathway at one moment, about which questions can be asked.
#[derive(Debug)]
pub struct Explainer<'a> {
    rulebook: &'a Rulebook,
    calendar: &'a Calendar,
    journal: &'a Journal,
    agreement: &'a Agreement,
    now: Minute,
    index: Index,
}

impl<'a> Explainer<'a> {
    /// Lays out a pathway; give what the derivation was made from.
    pub fn new(
        rulebook: &'a Rulebook,
        calendar: &'a Calendar,
        journal: &'a Journal,
        agreement: &'a Agreement,
        now: Minute,
    ) -> Self {
        let mut index = Index::default();
        index.build(&rulebook.plan, journal, calendar, now);
        Self {
            rulebook,
            calendar,
            journal,
            agreement,
            now,
            index,
        }
    }

    /// Why a duty of the derivation stands. `None` when the duty is not of this rulebook.
    pub fn why(&self, derivation: &Derivation, duty: &Duty) -> Option<Why<'a>> {
        let ground = Ground {
            rulebook: self.rulebook,
            plan: &self.rulebook.plan,
            calendar: self.calendar,
            journal: self.journal,
            agreement: self.agreement,
            now: self.now,
            index: &self.index,
            strict: false,
        };
        let case = ground.case(duty.occasion)?;
        let known_at = settled_at(&ground, duty);
        let deadlines = case
            .rule
            .due
            .iter()
            .filter_map(|due| arithmetic(&ground, &case, due, known_at.as_ref()));
        let occasion = &duty.occasion;
        let terms = self.agreement.terms(occasion.version());
        Some(Why {
            rule: self.rulebook.rule(duty.rule())?,
            starting_fact: duty.starting_fact(),
            breach: at(&derivation.duties, occasion.parent).map(|parent| Breach {
                rule: self.rulebook.id(parent.occasion.rule).to_owned(),
                place: usize::try_from(occasion.parent).unwrap_or(usize::MAX),
                due: parent.due,
            }),
            position: (occasion.step != NO_STEP).then(|| self.label(derivation, duty)),
            counted_from: if terms
                .is_some_and(|terms| terms.from == occasion.base_at && duty.trigger < terms.from)
            {
                CountedFrom::InForce(occasion.base_at)
            } else if occasion.moved == NONE {
                CountedFrom::Start(occasion.base_at)
            } else {
                CountedFrom::Move(occasion.base_at)
            },
            deadlines: deadlines.collect(),
            answers: answers(&ground, &case),
            lacking: lacking(&ground, &case, duty),
            proposed: duty.proposed,
        })
    }

    fn label(&self, derivation: &Derivation, duty: &Duty) -> String {
        let words = Words {
            plan: &self.rulebook.plan,
            journal: self.journal,
            agreement: self.agreement,
            duties: &derivation.duties,
        };
        let mut label = String::new();
        write_step(&words, &duty.occasion, &mut label);
        label
    }
}

/// When a duty was settled, so that anchors are read as they were known then.
fn settled_at(ground: &Ground<'_>, duty: &Duty) -> Option<Point> {
    let fact = duty.fulfilling_fact().or(duty.ending_fact());
    match (fact, duty.explained) {
        (Some(fact), _) => ground.fact(fact.0).map(Fact::point),
        (None, Some(at)) => Some(Point {
            at,
            day: ground.calendar.day_of(at),
            seq: u32::MAX,
            coarse: false,
        }),
        (None, None) => None,
    }
}

fn arithmetic(
    ground: &Ground<'_>,
    case: &Case<'_>,
    due: &DuePlan,
    known_at: Option<&Point>,
) -> Option<Arithmetic> {
    match due {
        DuePlan::At(expr) => {
            let whole = ground.moment(expr, case, known_at).ok()?;
            let base = ground
                .moment(
                    &ExprPlan {
                        shift: None,
                        ..*expr
                    },
                    case,
                    known_at,
                )
                .ok()?;
            Some(Arithmetic {
                origin: origin(ground, expr, known_at)?,
                from: base.day,
                added: expr.shift.and_then(|shift| {
                    Some((
                        shift.sign * ground.amount(shift.amount, case).ok()?,
                        shift.unit,
                    ))
                }),
                key: expr.key().and_then(|key| key_name(ground, key)),
                due: ground.end(whole),
            })
        }
        DuePlan::On(on) | DuePlan::Before(on) => {
            let (point, fact) = ground.first_after(on, case)?;
            let moment = Moment {
                day: point.day,
                exact: matches!(due, DuePlan::Before(_)).then_some(point.at),
            };
            Some(Arithmetic {
                origin: Origin::Happened { fact: FactIx(fact) },
                from: point.day,
                added: None,
                key: None,
                due: ground.end(moment),
            })
        }
    }
}

fn origin(ground: &Ground<'_>, expr: &ExprPlan, known_at: Option<&Point>) -> Option<Origin> {
    Some(match expr.base {
        BasePlan::Start => Origin::Start,
        BasePlan::Step => Origin::Position,
        BasePlan::Attribute(_) => Origin::Attribute,
        BasePlan::Anchor(anchor) => {
            let fact = FactIx(ground.anchor(anchor, known_at)?.fact);
            let name = anchor_name(ground, anchor)?;
            if name == LAST_PERIOD && expr.days > 0 {
                let age = GestationalAge {
                    weeks: expr.days / 7,
                    days: expr.days % 7,
                };
                Origin::Gestation { age, fact }
            } else {
                Origin::Anchor { name, fact }
            }
        }
    })
}

fn key_name(ground: &Ground<'_>, key: u16) -> Option<String> {
    ground
        .plan
        .keys
        .get(usize::from(key))
        .map(|(name, _)| name.clone())
}

fn anchor_name(ground: &Ground<'_>, anchor: u16) -> Option<String> {
    ground.plan.anchor_names.get(usize::from(anchor)).cloned()
}

fn answers(ground: &Ground<'_>, case: &Case<'_>) -> Vec<AgreementAnswer> {
    let Some(terms) = ground.agreement.terms(case.occasion.version()) else {
        return Vec::new();
    };
    let keys = case.rule.keys.iter().filter(|key| terms.answers(**key));
    keys.filter_map(|key| {
        Some(AgreementAnswer {
            key: key_name(ground, *key)?,
            version: terms.id.clone(),
            in_force_from: terms.from,
            number: terms.number(*key),
        })
    })
    .collect()
}

fn lacking(ground: &Ground<'_>, case: &Case<'_>, duty: &Duty) -> Vec<Lacking> {
    let mut lacking = Vec::new();
    if duty.lacks.agreement() {
        let terms = ground.agreement.terms(case.occasion.version());
        let unanswered = case
            .rule
            .keys
            .iter()
            .filter(|key| !terms.is_some_and(|terms| terms.answers(**key)));
        lacking.extend(unanswered.filter_map(|key| {
            let proposed = ground.agreement.proposal.number(*key);
            Some(Lacking::Agreement {
                key: key_name(ground, *key)?,
                proposed,
            })
        }));
    }
    if duty.lacks.anchor() {
        let mut anchors = anchors_read(ground, case);
        anchors.sort_unstable();
        anchors.dedup();
        let unknown = anchors
            .into_iter()
            .filter(|anchor| ground.index.known(*anchor).is_empty());
        lacking.extend(unknown.filter_map(|anchor| {
            Some(Lacking::Anchor {
                name: anchor_name(ground, anchor)?,
            })
        }));
    }
    if duty.lacks.attribute() {
        lacking.push(Lacking::Attribute);
    }
    lacking
}

/// The anchors that a duty's deadline depends on.
fn anchors_read(ground: &Ground<'_>, case: &Case<'_>) -> Vec<u16> {
    let mut anchors = case.rule.anchors.clone();
    let mut exprs: Vec<ExprPlan> = Vec::new();
    for due in &case.rule.due {
        if let DuePlan::At(expr) = due {
            exprs.push(*expr);
        }
    }
    match ground.steps(case) {
        Some(StepsPlan::List(list)) => exprs.extend(list.iter().map(|step| step.at)),
        Some(StepsPlan::Every { until, .. }) => exprs.push(*until),
        Some(StepsPlan::Agreement(_)) | None => {}
    }
    for expr in exprs {
        if let BasePlan::Anchor(anchor) = expr.base {
            anchors.push(anchor);
        }
    }
    for condition in &case.start.conditions {
        if let ConditionPlan::Gestation { anchor, .. } | ConditionPlan::Age { anchor, .. } =
            condition
        {
            anchors.push(*anchor);
        }
    }
    anchors
}
