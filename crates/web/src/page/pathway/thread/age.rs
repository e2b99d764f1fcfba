// SPDX-License-Identifier: EUPL-1.2
//! Time in a child's life: weeks before birth, age after it; which part of it the picture shows, and its scale.
//!
//! The first day is the earliest the reader knows of, so that the scale itself tells of nothing else.

use super::item::{Item, Story, Track};
use crate::paths;
use jiff::ToSpan;
use jiff::civil::Date;
use traad_domain::age::years;
use traad_domain::journal::effective;
use traad_domain::person::Person;
use traad_domain::time::Precision;

/// Days before birth that can be a part of the child's life.
const BEFORE: i32 = 300;

/// Half a year, for the picture of the year around a day.
const HALF: i32 = 183;

/// How many stretches the scale is cut into at most.
const STRETCHES: i32 = 11;

/// A child's life as far as the reader knows it.
pub(super) struct Life<'a> {
    pub(super) story: &'a Story<'a>,
    /// The day of birth.
    pub(super) born: Option<Date>,
    /// The first day of the last period before the pregnancy, when its length was told.
    pub(super) lmp: Option<Date>,
    /// The first day.
    pub(super) first: Date,
    /// Today, or the day of death.
    pub(super) last: Date,
}

/// An age, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// Before birth.
    Pregnancy,
    /// So many whole years old.
    Age(i16),
    /// A year of the calendar, where nobody has told when the child was born.
    Calendar(i16),
    /// No day was told.
    Undated,
}

/// The birth as the reader knows it, and the length of the pregnancy.
pub(super) fn birth(story: &Story<'_>) -> (Option<Date>, Option<Date>) {
    let child = &story.view.pathway.child;
    let told = || story.view.person.as_ref().and_then(Person::birthday);
    let born = child.birthday().or_else(told);
    let length = child.born.as_ref().and_then(|born| born.body.gestation);
    let lmp = born.zip(length);
    let lmp = lmp.map(|(born, days)| born.saturating_sub(i32::from(days).days()));
    (born, lmp)
}

impl<'a> Life<'a> {
    pub(super) fn of(story: &'a Story<'a>, items: &[Item]) -> Self {
        let today = story.visit.today();
        let (born, lmp) = birth(story);
        let died = story.view.pathway.died.map(|died| died.date());
        let known = effective(&story.view.entries).into_iter();
        let known = known.filter(|entry| entry.occurred().precision != Precision::Unknown);
        let known = known.map(|entry| entry.occurred().date());
        let dated = items.iter().filter(|item| item.dated);
        let told = match born {
            // What is written long after stands there; the journal's own days are no part of the child's life.
            Some(born) => dated.map(|item| item.from).chain([born]).min(),
            None => known.chain(dated.map(|item| item.from)).min(),
        };
        let last = died.unwrap_or(today).min(today);
        let earliest = born.map(|born| born.saturating_sub(BEFORE.days()));
        let first = lmp.into_iter().chain(told).min().unwrap_or(last);
        Self {
            story,
            born,
            lmp,
            first: first.max(earliest.unwrap_or(first)).min(last),
            last,
        }
    }

    /// A day as the picture counts it: from birth, or from the first day known.
    pub(super) fn day(&self, date: Date) -> i32 {
        days(self.born.unwrap_or(self.first), date)
    }

    /// How old the child is now, in whole years.
    fn years(&self) -> i16 {
        self.born.map_or(0, |born| years(born, self.last).max(0))
    }

    pub(super) fn period(&self, item: &Item) -> Stage {
        match self.born {
            Some(_) if item.track == Track::Exposure => Stage::Pregnancy,
            _ if !item.dated => Stage::Undated,
            Some(born) if item.from < born => Stage::Pregnancy,
            Some(born) => Stage::Age(years(born, item.from)),
            None => Stage::Calendar(item.from.year()),
        }
    }

    pub(super) fn title(&self, stage: Stage) -> String {
        let t = &self.story.visit.t;
        match stage {
            Stage::Pregnancy => t.of("thread-stage", "pregnancy"),
            Stage::Age(0) => t.of("thread-stage", "first"),
            Stage::Age(n) => t.a2(
                "thread-age",
                &("from", i32::from(n)),
                &("to", i32::from(n) + 1),
            ),
            Stage::Calendar(year) => year.to_string(),
            Stage::Undated => t.of("thread-stage", "undated"),
        }
    }

    /// When something was, in words.
    pub(super) fn when(&self, item: &Item) -> String {
        let t = &self.story.visit.t;
        if let Some(words) = &item.when {
            return words.clone();
        }
        match item.to {
            Some(to) if to == item.from => t.date(to),
            Some(to) => format!("{} – {}", t.date(item.from), t.date(to)),
            None => t.a("timeline-from", &("day", t.date(item.from))),
        }
    }

    /// How old the child was: weeks before birth, days, months or years after it.
    pub(super) fn age(&self, item: &Item) -> String {
        let t = &self.story.visit.t;
        match (self.born, self.lmp) {
            _ if !item.dated => String::new(),
            (Some(born), _) if item.from >= born => t.child_age(born, item.from),
            (Some(_), Some(lmp)) if item.from > lmp => t.gestation(days(lmp, item.from)),
            _ => String::new(),
        }
    }

    fn at(&self, query: &str) -> String {
        let page = paths::pathway(self.story.view.id.as_str(), "barnets-traad");
        format!("{page}{query}#traad")
    }

    /// The address of the picture of the year around a day.
    pub(super) fn around(&self, day: Date) -> String {
        self.at(&format!("?om={day}"))
    }
}

fn days(from: Date, to: Date) -> i32 {
    to.since((jiff::Unit::Day, from))
        .map_or(0, |span| span.get_days())
}

/// Which part of the life is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Whole,
    Pregnancy,
    Year(i16),
    Newest,
    Around(Date),
}

/// The part of the life that is shown, with its days.
pub(super) struct Window {
    shown: Shown,
    pub(super) from: Date,
    pub(super) to: Date,
}

impl Window {
    /// What the address asks for; the whole life where it asks for nothing there is.
    pub(super) fn asked(life: &Life<'_>) -> Self {
        let query = &life.story.visit.query;
        let around = query.value("om").parse::<Date>().ok();
        let around = around.filter(|day| (life.first..=life.last).contains(day));
        let year = query.value("alder").parse::<i16>().ok();
        let year = year.filter(|year| life.born.is_some() && (0..=life.years()).contains(year));
        let shown = match (around, year, query.value("vis")) {
            (Some(day), _, _) => Shown::Around(day),
            (None, Some(year), _) => Shown::Year(year),
            (None, None, "graviditeten") if life.lmp.is_some() => Shown::Pregnancy,
            (None, None, "seneste") => Shown::Newest,
            _ => Shown::Whole,
        };
        Self::of(life, shown)
    }

    fn of(life: &Life<'_>, shown: Shown) -> Self {
        let whole = days(life.first, life.last);
        // Room for what stands on the last day.
        let room = |days: i32| (days / 25).max(5).days();
        let end = life.last.saturating_add(room(whole.min(2 * HALF)));
        let born = life.born.unwrap_or(life.first);
        let year = |from: Date| (from, from.saturating_add((2 * HALF).days()).min(end));
        let (from, to) = match shown {
            Shown::Whole => (
                life.first.saturating_sub((whole / 100).days()),
                life.last.saturating_add(room(whole)),
            ),
            Shown::Pregnancy => (life.lmp.unwrap_or(born), born.saturating_add(14.days())),
            Shown::Year(n) => {
                let birthday = born.saturating_add(n.years());
                let next = born.saturating_add((n + 1).years());
                (birthday.saturating_sub(7.days()), next.min(end))
            }
            Shown::Newest => year(life.last.saturating_sub((2 * HALF).days())),
            Shown::Around(day) => year(day.saturating_sub(HALF.days())),
        };
        Self { shown, from, to }
    }

    /// Whether any of a thing lies within it. What has no day stands in the whole life.
    pub(super) fn holds(&self, item: &Item) -> bool {
        if !item.dated {
            return self.shown == Shown::Whole;
        }
        item.from <= self.to && item.to.is_none_or(|to| to >= self.from)
    }

    /// Ways to the other parts; the one without address is shown.
    pub(super) fn zoom(&self, life: &Life<'_>) -> Vec<(String, Option<String>)> {
        let t = &life.story.visit.t;
        let zoom = |shown: Shown, label: String, query: &str| {
            (label, (shown != self.shown).then(|| life.at(query)))
        };
        let mut ways = vec![zoom(Shown::Whole, t.of("thread-zoom", "whole"), "")];
        if life.lmp.is_some() {
            let label = t.of("thread-stage", "pregnancy");
            ways.push(zoom(Shown::Pregnancy, label, "?vis=graviditeten"));
        }
        // The first year of a newborn whose pregnancy is not known is all there is.
        if life.born.is_some() && (life.lmp.is_some() || life.years() > 0) {
            ways.extend((0..=life.years()).map(|n| {
                let label = life.title(Stage::Age(n));
                zoom(Shown::Year(n), label, &format!("?alder={n}"))
            }));
        }
        if days(life.first, life.last) > 3 * HALF {
            let label = t.of("thread-zoom", "newest");
            ways.push(zoom(Shown::Newest, label, "?vis=seneste"));
        }
        if let Shown::Around(day) = self.shown {
            let label = t.a("thread-around-day", &("day", t.date(day)));
            ways.push((label, None));
        }
        ways.extend(self.beside(life));
        ways
    }

    /// Half a year back, and half a year on.
    fn beside(&self, life: &Life<'_>) -> impl Iterator<Item = (String, Option<String>)> {
        let t = &life.story.visit.t;
        let part = matches!(
            self.shown,
            Shown::Year(_) | Shown::Newest | Shown::Around(_)
        );
        let middle = match self.shown {
            Shown::Around(day) => day,
            Shown::Whole | Shown::Pregnancy | Shown::Year(_) | Shown::Newest => {
                self.from.saturating_add(HALF.days())
            }
        };
        let way = |day: Date, label: &str| {
            let day = day.clamp(life.first, life.last);
            (t.of("thread-zoom", label), Some(life.around(day)))
        };
        let before = (part && self.from > life.first)
            .then(|| way(middle.saturating_sub(HALF.days()), "before"));
        let after =
            (part && self.to < life.last).then(|| way(middle.saturating_add(HALF.days()), "after"));
        before.into_iter().chain(after)
    }

    /// Weeks before birth, months and years after it; as many as there is room for.
    pub(super) fn scale(&self, life: &Life<'_>) -> Vec<(i32, String)> {
        let t = &life.story.visit.t;
        let length = days(self.from, self.to).max(1);
        let gap = length / STRETCHES;
        let mut marks: Vec<(Date, String)> = Vec::new();
        if let (Some(lmp), Some(born)) = (life.lmp, life.born) {
            let step = [1, 2, 4, 8, 20, 40]
                .into_iter()
                .find(|weeks| weeks * 7 > gap);
            let weeks = step
                .into_iter()
                .flat_map(|step| (0..).map(move |n| n * step));
            let weeks = weeks.map(|n| (lmp.saturating_add((n * 7).days()), n));
            let before = weeks.take_while(|(day, _)| days(*day, born) * 3 > gap * 2);
            marks.extend(
                before
                    .take(50)
                    .map(|(day, n)| (day, t.a("timeline-week", &("n", n)))),
            );
        }
        let zero = life.born.unwrap_or(life.first);
        let step = [1, 2, 3, 6, 12, 24, 36]
            .into_iter()
            .find(|months| months * 30 > gap)
            .unwrap_or(60);
        let after = (0..).map(|n| (n * step, zero.saturating_add((n * step).months())));
        let after = after.take_while(|(_, day)| *day <= self.to);
        marks.extend(after.take(500).map(|(n, day)| {
            let label = match life.born {
                Some(_) if n == 0 => t.s("thread-born"),
                Some(born) => t.child_age(born, day),
                None => t.date(day),
            };
            (day, label)
        }));
        // A label at the right edge would be cut.
        let fits = |day: Date| day >= self.from && days(day, self.to) * 22 > length;
        let marks = marks.into_iter().filter(|(day, _)| fits(*day));
        marks.map(|(day, label)| (life.day(day), label)).collect()
    }
}
