// SPDX-License-Identifier: EUPL-1.2
//! *Tidslinje*: use, events, interventions, actors and open tasks on one line of time, and every entry below.
//!
//! A dated pregnancy is counted in days from the first day of the last period; everything else from the first day known.

use super::{duty, entry, head, known, meetings, network, open, usage};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::frame::Section;
use crate::view::parts::Pager;
use crate::view::pathway::TimelinePage;
use crate::view::timeline::{Lane, Look, Mark, Timeline};
use jiff::ToSpan;
use jiff::civil::Date;
use traad_app::PathwayView;
use traad_domain::body::Intervention;
use traad_domain::journal::effective;
use traad_domain::pathway::Plan;
use traad_domain::time::{TERM_DAYS, local_date};

/// Entries on one page.
const PAGE: usize = 50;

/// Letters of a label in the picture; the whole text stands in the table.
const LABEL: usize = 34;

/// The tab.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    let all = entry::by_time(visit, &view);
    let number = visit.query.value("side").parse::<usize>();
    let number = number.unwrap_or(1).max(1);
    let pages = all.len().div_ceil(PAGE);
    let page = TimelinePage {
        head: head(visit, &view),
        timeline: picture(visit, &view),
        entries: all
            .into_iter()
            .skip((number - 1) * PAGE)
            .take(PAGE)
            .collect(),
        pager: Pager {
            base: format!("{}?", paths::pathway(view.id.as_str(), "tidslinje")),
            page: number,
            pages,
            more: false,
        },
    };
    visit.page(Section::Other, &page)
}

/// Where days are counted from, and which are shown.
struct Axis<'a> {
    visit: &'a Visit,
    origin: Date,
    /// Whether days are those of a pregnancy.
    gestation: bool,
    from: i32,
    to: i32,
}

impl Axis<'_> {
    fn day(&self, date: Date) -> i32 {
        date.since((jiff::Unit::Day, self.origin))
            .map_or(0, |span| span.get_days())
    }

    fn date(&self, day: i32) -> Date {
        self.origin.saturating_add(day.days())
    }

    /// Whether any of a mark lies within the picture.
    fn shows(&self, mark: &Mark, look: Look) -> bool {
        let end = match (mark.to, look) {
            (Some(to), _) => to,
            (None, Look::Span) => self.to,
            (None, Look::Point | Look::Level | Look::Ladder) => mark.from,
        };
        mark.from <= self.to && end >= self.from
    }

    /// `tirsdag 3. marts (uge 10+0)`.
    fn when(&self, date: Date) -> String {
        let day = self.visit.t.weekday(date, self.visit.today());
        if self.gestation {
            format!("{day} ({})", self.visit.t.gestation(self.day(date)))
        } else {
            day
        }
    }

    fn span(&self, from: Date, to: Option<Date>) -> String {
        match to {
            Some(to) if to == from => self.when(from),
            Some(to) => format!("{} – {}", self.when(from), self.when(to)),
            None => self.visit.t.a("timeline-from", &("day", self.when(from))),
        }
    }

    fn point(&self, date: Date, label: &str) -> Mark {
        Mark {
            from: self.day(date),
            label: short(label),
            when: self.when(date),
            detail: rest(label),
            ..Mark::default()
        }
    }
}

fn short(label: &str) -> String {
    cut(label, LABEL)
}

/// The beginning of a text that is longer than there is room for.
pub(super) fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let kept: String = text.chars().take(letters - 1).collect();
    format!("{}…", kept.trim_end())
}

/// The whole text, when the label had to be cut.
fn rest(label: &str) -> String {
    if label.chars().count() <= LABEL {
        String::new()
    } else {
        label.to_owned()
    }
}

fn picture(visit: &Visit, view: &PathwayView) -> Timeline {
    let axis = axis(visit, view);
    let lane = |name: &str, look: Look, marks: Vec<Mark>| Lane {
        name: visit.t.of("lane", name),
        look,
        marks: marks
            .into_iter()
            .filter(|mark| axis.shows(mark, look))
            .collect(),
    };
    let lanes = vec![
        lane("use", Look::Level, uses(&axis, view)),
        lane("events", Look::Point, events(&axis, view)),
        lane("efforts", Look::Span, efforts(&axis, view)),
        lane("actors", Look::Span, actors(&axis, view)),
        lane("to-come", Look::Point, to_come(&axis, view)),
    ];
    let today = axis.day(visit.today());
    let label = if axis.gestation && view.pathway.gestation(visit.now).is_some() {
        format!("{}+{}", today.div_euclid(7), today.rem_euclid(7))
    } else {
        visit.t.s("date-today")
    };
    Timeline {
        from: axis.from,
        to: axis.to,
        now: (axis.from..=axis.to)
            .contains(&today)
            .then_some((today, label)),
        scale: scale(&axis),
        lanes: lanes
            .into_iter()
            .filter(|lane| !lane.marks.is_empty())
            .collect(),
        zoom: zoom(visit, view),
        ..Timeline::default()
    }
}

/// The whole course, or days around today.
fn axis<'a>(visit: &'a Visit, view: &PathwayView) -> Axis<'a> {
    let today = visit.today();
    let firsts = effective(&view.entries)
        .into_iter()
        .map(|entry| entry.occurred().date());
    let first = firsts.min().unwrap_or(today).min(today);
    let origin = view.pathway.lmp().unwrap_or(first);
    let mut axis = Axis {
        visit,
        origin,
        gestation: view.pathway.lmp().is_some(),
        from: 0,
        to: 0,
    };
    let now = axis.day(today);
    (axis.from, axis.to) = match visit.query.value("vis") {
        "maaned" => (now - 28, now + 42),
        "uge" => (now - 7, now + 14),
        _ if axis.gestation => {
            let last = i32::try_from(TERM_DAYS).unwrap_or(i32::MAX) + 14;
            (axis.day(first).min(0), last.max(now + 14))
        }
        _ => (-7, now + 60),
    };
    axis
}

fn scale(axis: &Axis<'_>) -> Vec<(i32, String)> {
    let length = axis.to - axis.from;
    let step = [1, 7, 14, 28, 91, 182]
        .into_iter()
        .find(|step| length / step <= 12)
        .unwrap_or(364);
    let step = if axis.gestation {
        step.max(7)
    } else {
        step.max(3)
    };
    let first = axis.from.div_euclid(step) * step;
    let days = (0..)
        .map(|n| first + n * step)
        .take_while(|day| *day <= axis.to)
        .filter(|day| *day >= axis.from);
    days.map(|day| {
        let label = if axis.gestation {
            axis.visit.t.a("timeline-week", &("n", day.div_euclid(7)))
        } else {
            axis.visit.t.date(axis.date(day))
        };
        (day, label)
    })
    .collect()
}

fn zoom(visit: &Visit, view: &PathwayView) -> Vec<(String, Option<String>)> {
    let base = paths::pathway(view.id.as_str(), "tidslinje");
    let chosen = visit.query.value("vis");
    let chosen = if ["maaned", "uge"].contains(&chosen) {
        chosen
    } else {
        ""
    };
    [("", "whole"), ("maaned", "month"), ("uge", "week")]
        .into_iter()
        .map(|(code, label)| {
            let href = if code.is_empty() {
                base.clone()
            } else {
                format!("{base}?vis={code}")
            };
            (
                visit.t.of("timeline-zoom", label),
                (code != chosen).then_some(href),
            )
        })
        .collect()
}

/// Use of each substance where its weeks are known; otherwise a mark on the day it was told.
fn uses(axis: &Axis<'_>, view: &PathwayView) -> Vec<Mark> {
    let told = view
        .pathway
        .concerns
        .first()
        .map_or(axis.visit.today(), |concern| concern.occurred.date());
    usage::known(view)
        .into_iter()
        .rev()
        .map(|one| {
            let label = entry::capital(&entry::words(axis.visit, "substances", &one.substance));
            let detail = usage::sentence(axis.visit, one);
            let weeks = one.weeks.filter(|_| axis.gestation);
            let (from, to, when) = match weeks {
                Some((first, last)) => {
                    let when = axis.visit.t.a2(
                        "use-weeks",
                        &("from", u32::from(first)),
                        &("to", u32::from(last)),
                    );
                    (i32::from(first) * 7, i32::from(last) * 7 + 6, when)
                }
                None => (axis.day(told), axis.day(told), axis.visit.t.s("unknown")),
            };
            // How much is free text; a height is not guessed from it.
            Mark {
                from,
                to: Some(to),
                label,
                when,
                detail,
                level: 2,
                ..Mark::default()
            }
        })
        .collect()
}

/// Entries whose kind has a word for the picture.
fn events(axis: &Axis<'_>, view: &PathwayView) -> Vec<Mark> {
    let all = effective(&view.entries);
    let named = all.iter().filter_map(|entry| {
        let label = axis.visit.t.opt(&format!("event.{}", entry.body.kind()))?;
        let lines = entry::lines(axis.visit, view, entry.body);
        let detail = lines.first().cloned().unwrap_or_default();
        Some(Mark {
            detail,
            ..axis.point(entry.occurred().date(), &label)
        })
    });
    named.collect()
}

fn efforts(axis: &Axis<'_>, view: &PathwayView) -> Vec<Mark> {
    let Some((plan, active)) = view
        .pathway
        .plan
        .as_ref()
        .and_then(|plan| Some((plan, plan.active()?)))
    else {
        return Vec::new();
    };
    let made = active.occurred.date();
    active
        .body
        .interventions
        .iter()
        .map(|one| effort(axis, plan, one, made))
        .collect()
}

fn effort(axis: &Axis<'_>, plan: &Plan, one: &Intervention, made: Date) -> Mark {
    let started = plan.started.get(&one.reference).copied();
    let from = started.or(one.starts).unwrap_or(made);
    let to = plan.ended.get(&one.reference).copied();
    let whole = [
        rest(&one.what),
        one.intensity.clone(),
        one.responsible_name.clone(),
    ];
    let parts: Vec<String> = whole
        .into_iter()
        .filter(|part| !part.trim().is_empty())
        .collect();
    Mark {
        from: axis.day(from),
        to: to.map(|day| axis.day(day)),
        label: short(&one.what),
        when: axis.span(from, to),
        detail: parts.join(", "),
        planned: started.is_none() && from > axis.visit.today(),
        ..Mark::default()
    }
}

fn actors(axis: &Axis<'_>, view: &PathwayView) -> Vec<Mark> {
    let known = known::all(axis.visit, view);
    known
        .into_iter()
        .map(|one| {
            let name = network::kind(axis.visit, one.kind);
            let part = axis.visit.t.of("part", one.part.code());
            let who = one.contact.map(|contact| contact.name).unwrap_or_default();
            Mark {
                from: axis.day(one.from),
                to: one.to.map(|day| axis.day(day)),
                label: short(&name),
                when: axis.span(one.from, one.to),
                detail: if who.is_empty() {
                    part
                } else {
                    format!("{who}, {part}")
                },
                ..Mark::default()
            }
        })
        .collect()
}

/// Meetings that are called, and tasks that are open, by their limit.
fn to_come(axis: &Axis<'_>, view: &PathwayView) -> Vec<Mark> {
    let own = axis.visit.login.as_ref().map(|login| &login.actor.unit.id);
    let called = meetings::numbered(view).into_iter();
    let called = called
        .filter(|(_, meeting)| meeting.is_open() && !own.is_some_and(|unit| meeting.is_off(unit)));
    let called = called.map(|(number, meeting)| {
        let day = local_date(meeting.called.body.at);
        Mark {
            detail: meeting.called.body.purpose.clone(),
            ..axis.point(day, &meetings::name(axis.visit, number))
        }
    });
    let due = view.duties.iter().filter_map(|line| {
        let day = local_date(line.due?);
        Some(axis.point(day, &duty::title(axis.visit, &line.rule)))
    });
    called
        .chain(due)
        .map(|mark| Mark {
            planned: true,
            ..mark
        })
        .collect()
}
