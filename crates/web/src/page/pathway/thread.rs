// SPDX-License-Identifier: EUPL-1.2
//! *Barnets tråd*: a child's life from the pregnancy to today in one picture, and the same as a list. Built, as every page,
//! from what the reader may read and from nothing else: neither a lane, a gap nor the scale tells of what is withheld.
//!
//! The picture is printed and passed from hand to hand, so it never says where a placed child lives or with whom, and of the
//! mother it says nothing but what is the child's own.

mod age;
mod before;
mod help;
mod item;
mod life;
mod people;

use super::timeline::cut;
use super::{head, open};
use crate::server::{Answer, Fault, Visit};
use crate::view::frame::Section;
use crate::view::thread::{Period, Step, ThreadPage};
use crate::view::timeline::{Lane, Look, Mark, Timeline, Told};
use age::{Life, Window};
use item::{Item, Story, Track};
use traad_domain::body::PathwayKind;

/// Letters of a label in the picture; the whole stands in the list.
const LABEL: usize = 34;

/// Points nearer to each other than this part of the picture are drawn as one; the list has each.
const NEAR: i32 = 40;

/// The tab.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let view = open(visit)?;
    if view.pathway.kind != Some(PathwayKind::Child) {
        return Err(Fault::NotFound);
    }
    let story = Story { visit, view: &view };
    let mut items = before::items(&story);
    items.extend(life::items(&story));
    items.extend(help::items(&story));
    items.extend(people::items(&story));
    let life = Life::of(&story, &items);
    let window = Window::asked(&life);
    items.retain(|item| window.holds(item));
    items.sort_by_key(|item| (life.period(item), item.from, item.track));
    let page = ThreadPage {
        head: head(visit, &view),
        notes: notes(&life, &window),
        picture: picture(&life, &window, &items),
        periods: periods(&life, &items),
    };
    visit.page(Section::Other, &page)
}

/// Which time is shown, and that the length of the pregnancy was not told, where it was not.
fn notes(life: &Life<'_>, window: &Window) -> Vec<String> {
    let t = &life.story.visit.t;
    let [from, to] = [window.from.max(life.first), window.to.min(life.last)];
    let shown = t.a2("thread-shown", &("from", t.date(from)), &("to", t.date(to)));
    let unknown = life.lmp.is_none().then(|| t.s("thread-weeks-unknown"));
    let unborn = life.born.is_none().then(|| t.s("thread-birth-unknown"));
    [Some(shown), unborn.or(unknown)]
        .into_iter()
        .flatten()
        .collect()
}

fn picture(life: &Life<'_>, window: &Window, items: &[Item]) -> Timeline {
    let t = &life.story.visit.t;
    let (from, to) = (life.day(window.from), life.day(window.to));
    let lane = |track: &Track| {
        let own = items.iter().filter(|item| item.track == *track);
        let marks = own.filter_map(|item| mark(life, window, item)).collect();
        Lane {
            name: t.of("thread-lane", track.code()),
            look: track.look(),
            marks: match track.look() {
                Look::Point => apart(marks, (to - from) / NEAR),
                Look::Level | Look::Span | Look::Ladder => marks,
            },
        }
    };
    let lanes = Track::ALL.iter().map(lane);
    let pregnancy = life.lmp.zip(life.born);
    let today =
        (life.last == life.story.visit.today()).then(|| (life.day(life.last), t.s("date-today")));
    Timeline {
        from,
        to,
        now: today.filter(|(day, _)| (from..=to).contains(day)),
        scale: window.scale(life),
        lanes: lanes.filter(|lane| !lane.marks.is_empty()).collect(),
        zoom: window.zoom(life),
        shade: pregnancy.map(|(from, to)| (life.day(from), life.day(to))),
        beside: Some(t.s("thread-picture")),
    }
}

/// What has no day stands in the list alone; only that exposure is not told, or not when, has words in the picture.
fn mark(life: &Life<'_>, window: &Window, item: &Item) -> Option<Mark> {
    if !item.dated && item.track != Track::Exposure {
        return None;
    }
    let from = if item.dated { item.from } else { window.from };
    let points = matches!(item.track.look(), Look::Point | Look::Ladder);
    Some(Mark {
        from: life.day(from),
        to: item.to.filter(|_| !points).map(|to| life.day(to)),
        label: cut(&item.label, LABEL),
        planned: item.open,
        told: if item.dated { item.told } else { Told::Nothing },
        steps: item.steps.clone(),
        ..Mark::default()
    })
}

/// Points that would lie on each other become one that says how many more there are.
fn apart(marks: Vec<Mark>, near: i32) -> Vec<Mark> {
    let mut groups: Vec<(Mark, usize)> = Vec::new();
    for mark in marks {
        match groups.last_mut() {
            Some((first, more))
                if mark.from - first.from < near && first.planned == mark.planned =>
            {
                *more += 1;
            }
            _ => groups.push((mark, 0)),
        }
    }
    let one = |(mark, more): (Mark, usize)| {
        if more == 0 {
            return mark;
        }
        let label = format!("{} +{more}", cut(&mark.label, LABEL - 4));
        Mark { label, ..mark }
    };
    groups.into_iter().map(one).collect()
}

fn periods(life: &Life<'_>, items: &[Item]) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    let mut newest = None;
    for item in items {
        let period = life.period(item);
        if newest != Some(period) {
            newest = Some(period);
            periods.push(Period {
                title: life.title(period),
                steps: Vec::new(),
            });
        }
        if let Some(last) = periods.last_mut() {
            last.steps.push(step(life, item));
        }
    }
    periods
}

fn step(life: &Life<'_>, item: &Item) -> Step {
    let t = &life.story.visit.t;
    Step {
        when: life.when(item),
        age: life.age(item),
        // Weeks and months are no day to look around.
        around: (item.dated && item.when.is_none()).then(|| life.around(item.from)),
        lane: t.of("thread-lane", item.track.code()),
        what: item.label.clone(),
        detail: item.detail.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_that_would_lie_on_each_other_are_one_and_the_others_keep_their_place() {
        let point = |from, label: &str| Mark {
            from,
            label: label.to_owned(),
            ..Mark::default()
        };
        let marks = vec![
            point(0, "uro"),
            point(3, "gråd"),
            point(5, "sult"),
            point(40, "ro"),
        ];
        let apart = apart(marks, 10);
        let labels: Vec<&str> = apart.iter().map(|mark| mark.label.as_str()).collect();
        assert_eq!(labels, ["uro +2", "ro"]);
    }
}
