// SPDX-License-Identifier: EUPL-1.2
//! Decisions about who is employed where, as what and how long, who is away, and how a unit can be reached: what a local
//! administrator and a leader write down. What is wrong is said at its field. Who may is asked before.

use crate::id::{EmploymentId, StaffId, UnitId};
use crate::org::{Employment, Function, Leave, OpeningHours, Unit, UnitKind};
use crate::refusal::{Check, NotNow, Problem, Refusal};
use crate::time::{local_date, start_of_day};
use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::{Date, Time};

/// Longest name of a person. A proposal of the product.
const LONGEST_NAME: usize = 200;

/// Somebody is to be employed.
#[derive(Debug, Clone)]
pub struct Post<'a> {
    /// Who, as a member of staff.
    pub staff: StaffId,
    /// Who decides it. Nobody gives oneself a post: whoever keeps the staff would give oneself the cases with it.
    pub by: StaffId,
    /// The name.
    pub name: &'a str,
    /// Where.
    pub unit: &'a Unit,
    /// As what.
    pub function: Function,
    /// Direct telephone.
    pub phone: Option<String>,
    /// First day.
    pub from: Date,
    /// Last day, for a temporary one (vikar).
    pub to: Option<Date>,
}

/// The first instant after a day.
fn after(day: Date) -> Timestamp {
    start_of_day(day.saturating_add(1.day()))
}

/// Employs somebody. `all` are those there are.
pub fn employ(
    post: &Post<'_>,
    id: EmploymentId,
    all: &[Employment],
    now: Timestamp,
) -> Result<Employment, Refusal> {
    let today = local_date(now);
    let mut check = Check::default();
    name(&mut check, post.name);
    check.require(post.staff != post.by, "staff", Problem::OwnPost);
    check.require(post.function.is_a_post(), "function", Problem::UnknownCode);
    check.require(post.from >= today, "from", Problem::InThePast);
    let backwards = post.to.is_some_and(|to| to < post.from);
    check.require(!backwards, "to", Problem::EndsBeforeItBegins);
    let (from, to) = (start_of_day(post.from), post.to.map(after));
    let same = |other: &&Employment| {
        other.staff == post.staff
            && other.unit == post.unit.id
            && other.function == post.function
            && to.is_none_or(|to| other.from < to)
            && other.to.is_none_or(|ends| from < ends)
    };
    let twice = all.iter().find(same).is_some();
    check.require(!twice, "function", Problem::EmployedAlready);
    check.done()?;
    Ok(Employment {
        id,
        staff: post.staff.clone(),
        name: post.name.trim().to_owned(),
        unit: post.unit.id.clone(),
        function: post.function,
        phone: post.phone.clone(),
        from,
        to,
        leave: Vec::new(),
    })
}

fn name(check: &mut Check, name: &str) {
    check.require(!name.trim().is_empty(), "name", Problem::Missing);
    let fits = name.chars().count() <= LONGEST_NAME;
    check.require(fits, "name", Problem::TooLong);
}

/// Changes how somebody is called and reached.
pub fn change(
    employment: &Employment,
    (called, phone): (&str, Option<String>),
    now: Timestamp,
) -> Result<Employment, Refusal> {
    running_or_coming(employment, now)?;
    let mut check = Check::default();
    name(&mut check, called);
    check.done()?;
    Ok(Employment {
        name: called.trim().to_owned(),
        phone,
        ..employment.clone()
    })
}

fn running_or_coming(employment: &Employment, now: Timestamp) -> Result<(), Refusal> {
    if employment.to.is_some_and(|to| to <= now) {
        Err(Refusal::NotNow(NotNow::EmploymentEnded))
    } else {
        Ok(())
    }
}

/// How an employment is to end.
#[derive(Debug, Clone, Copy)]
pub struct Ending {
    /// The last day; without one it ends now.
    pub last: Option<Date>,
    /// The unit's open tasks.
    pub open_tasks: u64,
    /// Whether it ends even if the unit is left without a leader, or without anybody for its tasks. Access is never kept
    /// open because somebody is missed.
    pub anyway: bool,
}

/// Ends an employment: access ends the same minute. `all` are those there are.
pub fn end(
    employment: &Employment,
    ending: Ending,
    all: &[Employment],
    now: Timestamp,
) -> Result<Employment, Refusal> {
    running_or_coming(employment, now)?;
    let to = ending.last.map_or(now, after);
    let mut check = Check::default();
    if to < now {
        check.add("last", Problem::InThePast);
    } else if to < employment.from && ending.last.is_some() {
        check.add("last", Problem::EndsBeforeItBegins);
    } else if !ending.anyway {
        let stays = |other: &&Employment| {
            other.unit == employment.unit && other.id != employment.id && other.runs_at(to)
        };
        let left: Vec<&Employment> = all.iter().filter(stays).collect();
        let leads = |one: &Employment| one.function == Function::Leader;
        let alone = leads(employment) && !left.iter().any(|other| leads(other));
        check.require(!alone, "last", Problem::LastLeader);
        let works = employment.function.works_on_cases();
        let works = works && !left.iter().any(|other| other.function.works_on_cases());
        let last = works && ending.open_tasks > 0;
        check.require(!last, "last", Problem::LastMember);
    }
    check.done()?;
    Ok(Employment {
        // One that has not begun never runs.
        to: Some(to.max(employment.from)),
        ..employment.clone()
    })
}

/// Somebody is to be away.
#[derive(Debug, Clone)]
pub struct Away<'a> {
    /// First day.
    pub from: Date,
    /// Last day, when it is known.
    pub until: Option<Date>,
    /// Who stands in.
    pub deputy: Option<&'a Employment>,
}

/// Registers a time away.
pub fn go_away(
    employment: &Employment,
    away: &Away<'_>,
    now: Timestamp,
) -> Result<Employment, Refusal> {
    running_or_coming(employment, now)?;
    let leave = Leave {
        // Who goes today goes now.
        from: start_of_day(away.from).max(now.min(after(away.from))),
        to: away.until.map(after),
        deputy: away.deputy.map(|deputy| deputy.id.clone()),
    };
    let mut check = Check::default();
    check.require(away.from >= local_date(now), "from", Problem::InThePast);
    let backwards = away.until.is_some_and(|until| until < away.from);
    check.require(!backwards, "until", Problem::EndsBeforeItBegins);
    let meets = |other: &Leave| {
        other.to.is_none_or(|to| leave.from < to) && leave.to.is_none_or(|to| other.from < to)
    };
    let already = employment.leave.iter().any(meets);
    check.require(!already, "from", Problem::AwayAlready);
    if let Some(deputy) = away.deputy {
        let fits = deputy.unit == employment.unit
            && deputy.id != employment.id
            && deputy.function.works_on_cases()
            && deputy.runs_at(leave.from);
        check.require(fits, "deputy", Problem::NotInUnit);
        check.require(!deputy.leave.iter().any(meets), "deputy", Problem::OnLeave);
    }
    check.done()?;
    let mut changed = employment.clone();
    changed.leave.push(leave);
    Ok(changed)
}

/// Somebody is back, or does not go after all.
pub fn come_back(employment: &Employment, now: Timestamp) -> Result<Employment, Refusal> {
    let coming = employment.coming_leave(now).cloned();
    let coming = coming.ok_or(Refusal::NotNow(NotNow::NotAway))?;
    let mut changed = employment.clone();
    if coming.from < now {
        for leave in changed.leave.iter_mut().filter(|leave| **leave == coming) {
            leave.to = Some(now);
        }
    } else {
        changed.leave.retain(|leave| *leave != coming);
    }
    Ok(changed)
}

/// How a unit can be reached.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    /// Telephone to a human being.
    pub phone: String,
    /// When it opens on weekdays.
    pub opens: Option<Time>,
    /// When it closes.
    pub closes: Option<Time>,
    /// What it offers women early.
    pub offer: Option<String>,
}

/// Changes how a unit can be reached. Without opening hours nothing is said of when it is open.
pub fn change_unit(unit: &Unit, reach: &Reach) -> Result<Unit, Refusal> {
    let mut check = Check::default();
    check.text(&reach.phone, "phone");
    let offer = reach.offer.as_deref().unwrap_or_default();
    check.length(offer, "offer");
    let hours = match (reach.opens, reach.closes) {
        (Some(from), Some(to)) => {
            check.require(from < to, "closes", Problem::EndsBeforeItBegins);
            Some(OpeningHours { from, to })
        }
        (None, None) => None,
        (Some(_), None) => {
            check.add("closes", Problem::Missing);
            None
        }
        (None, Some(_)) => {
            check.add("opens", Problem::Missing);
            None
        }
    };
    check.done()?;
    Ok(Unit {
        phone: reach.phone.trim().to_owned(),
        hours,
        offer: reach.offer.clone(),
        ..unit.clone()
    })
}

/// A unit an authority is to have besides the one its administrator works in.
#[derive(Debug, Clone)]
pub struct NewUnit {
    /// Its name as people say it.
    pub name: String,
    /// What it is.
    pub kind: Option<UnitKind>,
    /// How it can be reached.
    pub reach: Reach,
}

/// Makes a unit of the same authority, in the same place as another one of it. `all` are those there are.
pub fn open_unit(
    id: UnitId,
    wish: &NewUnit,
    (like, all): (&Unit, &[Unit]),
    now: Timestamp,
) -> Result<Unit, Refusal> {
    let mut check = Check::default();
    name(&mut check, &wish.name);
    let called = |unit: &&Unit| unit.name.trim().to_lowercase() == wish.name.trim().to_lowercase();
    check.require(
        !all.iter().any(|unit| called(&unit)),
        "name",
        Problem::UnitExists,
    );
    // A partner and a network are people on a map, and no unit.
    let kind = wish.kind.filter(|kind| kind.is_a_unit());
    check.require(kind.is_some(), "kind", Problem::NotChosen);
    let bare = Unit {
        id,
        name: wish.name.trim().to_owned(),
        kind: kind.unwrap_or(UnitKind::Other),
        serves: Vec::new(),
        offer: None,
        hours: None,
        phone: String::new(),
        from: local_date(now),
        to: None,
        ..like.clone()
    };
    let reached = change_unit(&bare, &wish.reach);
    match (check.done(), reached) {
        (Ok(()), reached) => reached,
        (Err(Refusal::Invalid(mut problems)), Err(Refusal::Invalid(more))) => {
            problems.extend(more);
            Err(Refusal::Invalid(problems))
        }
        (Err(refusal), _) => Err(refusal),
    }
}

/// What a unit still has to do with cases and people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Holds {
    /// Open tasks.
    pub tasks: u64,
    /// Pathways it coordinates.
    pub coordinates: usize,
    /// People who are employed there after the last day.
    pub employed: usize,
}

impl Holds {
    /// Whether nothing would be left behind.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

/// Closes a unit with its last day. Nobody's case is left behind by it: what it owes and coordinates is handed over first.
pub fn close_unit(unit: &Unit, last: Date, holds: Holds, now: Timestamp) -> Result<Unit, Refusal> {
    let mut check = Check::default();
    check.require(last >= local_date(now), "last", Problem::InThePast);
    check.require(last >= unit.from, "last", Problem::EndsBeforeItBegins);
    check.require(holds.is_nothing(), "last", Problem::UnitHolds);
    check.done()?;
    Ok(Unit {
        to: Some(last),
        ..unit.clone()
    })
}

#[cfg(test)]
mod tests;
