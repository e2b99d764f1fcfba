// SPDX-License-Identifier: EUPL-1.2
//! The actor map: three fixed seats in the middle, others around, her own people on her side,
//! with the same data as a list behind it.
//!
//! It holds only the actors the reader may know of: whoever fills it leaves the rest out, and a seat that may
//! not be known reads `ikke oplyst her`, the same whether somebody sits in it or not.

use askama::Template;
use askama::filters::HtmlSafe;

use super::parts::Contact;
use crate::text::T;

/// The people around one person.
#[derive(Clone, Debug, Default)]
pub struct ActorMap {
    /// The person in the middle, such as `Brita T.`
    pub person: String,
    /// The fixed seats: family clinic, substance treatment, family department, in that order.
    pub seats: Vec<Actor>,
    /// Other professionals, in the order they came.
    pub around: Vec<Actor>,
    /// Her own people.
    pub own: Vec<Actor>,
}

/// One actor.
#[derive(Clone, Debug, Default)]
pub struct Actor {
    /// What kind of actor, such as `Familieambulatoriet` or `Sundhedsplejerske`.
    pub kind: String,
    /// Who to talk to there; `None` reads as the state below says.
    pub contact: Option<Contact>,
    /// In a word or two: `med`, `henvist`, `ikke oplyst her`, `ingen endnu`.
    pub state: String,
    /// The state of her yes, only for whoever collects it and the coordinator.
    pub consent: Option<String>,
    /// Whether the line to the middle is drawn full (taking part) or dotted.
    pub active: bool,
}

#[derive(Debug)]
struct Plate {
    x: i32,
    y: i32,
    class: &'static str,
    first: String,
    second: String,
    active: bool,
}

/// The component behind [`ActorMap::show`].
#[derive(Template)]
#[template(path = "components/actors.html")]
pub struct Map<'a> {
    t: T,
    v: &'a ActorMap,
    boxes: Vec<Plate>,
    top: i32,
    height: i32,
}

impl HtmlSafe for Map<'_> {}

impl Map<'_> {
    fn groups(&self) -> [(&'static str, &[Actor]); 3] {
        [
            ("actors-seats", &self.v.seats),
            ("actors-around", &self.v.around),
            ("actors-own", &self.v.own),
        ]
    }
}

/// More boxes than this do not fit around the middle; the list behind the picture holds everybody.
const MOST: usize = 9;

/// The middle of the picture, which is 1000 by 560.
const MIDDLE: (i32, i32) = (500, 280);

impl ActorMap {
    /// The map with its list.
    pub fn show(&self, t: &T) -> Map<'_> {
        let mut boxes = Vec::new();
        let seats = [(500, 130), (652, 356), (348, 356)];
        for (actor, (x, y)) in self.seats.iter().zip(seats) {
            boxes.push(boxed(actor, (x, y), "seat"));
        }
        for (actor, place) in self.around.iter().zip(ring(self.around.len().min(MOST))) {
            boxes.push(boxed(actor, place, "around"));
        }
        for (place, actor) in (0_i32..).zip(&self.own) {
            let count = i32::try_from(self.own.len()).unwrap_or(1);
            let y = 280 + (2 * place - (count - 1)) * 36;
            boxes.push(boxed(actor, (98, y), "own"));
        }
        // Only as tall as what is drawn: the ring around the seats, and the boxes outside it.
        let top = boxes.iter().map(|b| b.y - 25).min().unwrap_or(94).min(94) - 6;
        let bottom = boxes.iter().map(|b| b.y + 25).max().unwrap_or(466).max(466) + 6;
        Map {
            t: *t,
            v: self,
            boxes,
            top,
            height: bottom - top,
        }
    }
}

fn boxed(actor: &Actor, (x, y): (i32, i32), class: &'static str) -> Plate {
    let second = actor
        .contact
        .as_ref()
        .map_or(&actor.state, |contact| &contact.name);
    Plate {
        x,
        y,
        class,
        first: short(&actor.kind),
        second: short(second),
        active: actor.active,
    }
}

fn short(text: &str) -> String {
    if text.chars().count() <= 24 {
        return text.to_owned();
    }
    let kept: String = text.chars().take(23).collect();
    format!("{}…", kept.trim_end())
}

/// Places on an ellipse from upper left over the right to lower left, leaving the left side to her own people.
fn ring(count: usize) -> Vec<(i32, i32)> {
    let count = u32::try_from(count).unwrap_or(0);
    (0..count)
        .map(|n| {
            let part = if count == 1 {
                0.5
            } else {
                f64::from(n) / f64::from(count - 1)
            };
            let angle = (-128.0 + 256.0 * part).to_radians();
            (
                500 + whole(398.0 * angle.cos()),
                280 + whole(244.0 * angle.sin()),
            )
        })
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a coordinate of a picture of 1000 units"
)]
fn whole(length: f64) -> i32 {
    length.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn no_two_boxes_overlap_however_many_there_are() {
        for around in 0..=12 {
            for own in 0..=4 {
                boxes_are_apart(around, own);
            }
        }
    }

    fn boxes_are_apart(around: usize, own: usize) {
        let actor = |n: usize| Actor {
            kind: format!("Aktør {n}"),
            state: "med".to_owned(),
            ..Actor::default()
        };
        let map = ActorMap {
            person: "Brita T.".to_owned(),
            seats: (0..3).map(actor).collect(),
            around: (0..around).map(actor).collect(),
            own: (0..own).map(actor).collect(),
        };
        let t = T::new(Lang::Da);
        let boxes = map.show(&t).boxes;
        assert_eq!(boxes.len(), 3 + around.min(MOST) + own);
        for (n, one) in boxes.iter().enumerate() {
            assert!(
                one.x >= 96 && one.x <= 904 && one.y >= 30 && one.y <= 530,
                "{one:?}"
            );
            for other in boxes.iter().skip(n + 1) {
                let apart = (one.x - other.x).abs() >= 190 || (one.y - other.y).abs() >= 52;
                assert!(apart, "{around} {own}: {one:?} lies on {other:?}");
            }
        }
    }
}
