// SPDX-License-Identifier: EUPL-1.2
//! The timeline picture: weeks, use, events, efforts, people and coming tasks on one line,
//! with the same data as a table behind it.
//!
//! Time is whole days from an origin (for a pregnancy the first day of the last period). The view
//! hands in marks; this module decides where they stand. Text width is estimated, since the server has no font.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::text::T;

/// Width of the picture in its own units.
const WIDTH: i32 = 1000;
/// Where time begins, right of the lane names, unless a name needs more.
const LEFT: i32 = 118;
/// Average width of a letter of the picture's text.
const LETTER: i32 = 7;
/// Height of one row of a lane.
const ROW: i32 = 26;
/// Width of one bar of a ladder, and how far the next one stands from it.
const BAR: i32 = 5;
const BARS: i32 = 7;

/// The data of a timeline.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// First day shown.
    pub from: i32,
    /// Last day shown; later than `from`.
    pub to: i32,
    /// Today, when it is within the picture, and its label, such as `24+3`.
    pub now: Option<(i32, String)>,
    /// The scale: day and label, such as `(56, "uge 8")`.
    pub scale: Vec<(i32, String)>,
    /// The lanes from top to bottom; empty lanes are left out by whoever fills them.
    pub lanes: Vec<Lane>,
    /// Links to other zooms; the one without address is the current.
    pub zoom: Vec<(String, Option<String>)>,
    /// A stretch of time behind the lanes, such as a pregnancy.
    pub shade: Option<(i32, i32)>,
    /// What the picture shows, where the page itself has the same data in a table beside it; otherwise the table stands
    /// behind the picture.
    pub beside: Option<String>,
}

/// One lane.
#[derive(Clone, Debug)]
pub struct Lane {
    /// Its name, such as `rusmidler`.
    pub name: String,
    /// How its marks look.
    pub look: Look,
    /// Its marks.
    pub marks: Vec<Mark>,
}

/// How the marks of a lane look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Bars whose height is the level (use of substances); one row per label.
    Level,
    /// Points with a label (events, and tasks to come as hollow diamonds).
    Point,
    /// Lines with a label (efforts, people); open-ended ones end in an arrow.
    Span,
    /// Small bars side by side on a day, one for each step (a round of assessment); without steps a point.
    Ladder,
}

/// One mark.
#[derive(Clone, Debug, Default)]
pub struct Mark {
    /// First day.
    pub from: i32,
    /// Last day; `None` is a point, or an effort that goes on.
    pub to: Option<i32>,
    /// Short label in the picture.
    pub label: String,
    /// When, ready to read, for the table.
    pub when: String,
    /// More, for the table.
    pub detail: String,
    /// 0 to 4, for [`Look::Level`]: 0 is stopped, 4 most; unknown amounts are 2.
    pub level: u8,
    /// Planned, not yet happened.
    pub planned: bool,
    /// How much of it was told, for [`Look::Span`].
    pub told: Told,
    /// 0 to 4 for each bar of a [`Look::Ladder`]; what was not judged leaves its place empty.
    pub steps: Vec<Option<u8>>,
}

/// How much was told of what a mark shows. What was not told is drawn as not told, never as none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// When and how much.
    #[default]
    Whole,
    /// Something lacks: when, or how much.
    Partly,
    /// Nothing: words, and no line.
    Nothing,
}

/// A text in the picture.
#[derive(Debug)]
struct Word {
    x: i32,
    y: i32,
    text: String,
    end: bool,
}

/// A bar, point or line in the picture.
#[derive(Debug)]
struct Shape {
    class: &'static str,
    x: i32,
    y: i32,
    width: i32,
    height: i32,
    arrow: bool,
}

/// The component behind [`Timeline::show`].
#[derive(Template)]
#[template(path = "components/timeline.html")]
pub struct Picture<'a> {
    t: T,
    v: &'a Timeline,
    height: i32,
    shapes: Vec<Shape>,
    words: Vec<Word>,
    names: Vec<Word>,
    rules: Vec<i32>,
    scale: Vec<Word>,
    now: Option<i32>,
    shade: Option<(i32, i32)>,
}

impl HtmlSafe for Picture<'_> {}

impl Picture<'_> {
    fn diamond(shape: &Shape) -> String {
        let (x, y) = (shape.x, shape.y);
        format!(
            "{},{} {},{} {},{} {},{}",
            x,
            y - 6,
            x + 6,
            y,
            x,
            y + 6,
            x - 6,
            y
        )
    }

    fn arrow(shape: &Shape) -> String {
        let (x, y) = (shape.x + shape.width, shape.y + 2);
        format!("{},{} {},{} {},{}", x - 1, y - 5, x + 7, y, x - 1, y + 5)
    }
}

impl Timeline {
    /// The picture with its table.
    pub fn show(&self, t: &T) -> Picture<'_> {
        let mut picture = Picture {
            t: *t,
            v: self,
            height: 0,
            shapes: Vec::new(),
            words: Vec::new(),
            names: Vec::new(),
            rules: Vec::new(),
            scale: self.scale_words(),
            now: self.now.as_ref().map(|(day, _)| self.x(*day)),
            shade: self.shade.and_then(|(from, to)| {
                let (x, end) = (self.x(from), self.x(to));
                (end > x).then_some((x, end - x))
            }),
        };
        let mut y = 44;
        for lane in &self.lanes {
            picture.names.push(Word {
                x: 0,
                y: y + 17,
                text: lane.name.clone(),
                end: false,
            });
            let rows = match lane.look {
                Look::Level => self.levels(lane, y, &mut picture),
                Look::Point => self.points(lane, y, &mut picture),
                Look::Span => self.spans(lane, y, &mut picture),
                Look::Ladder => self.ladders(lane, y, &mut picture),
            };
            y += rows.max(1) * ROW + 14;
            picture.rules.push(y - 7);
        }
        picture.rules.pop();
        picture.height = y;
        picture
    }

    /// Where time begins: right of the longest name.
    fn left(&self) -> i32 {
        let names = self.lanes.iter().map(|lane| wide(&lane.name));
        names.max().unwrap_or(LEFT).max(LEFT)
    }

    fn x(&self, day: i32) -> i32 {
        let span = (self.to - self.from).max(1);
        let day = day.clamp(self.from, self.to);
        let left = self.left();
        left + (day - self.from) * (WIDTH - left - 12) / span
    }

    fn scale_words(&self) -> Vec<Word> {
        self.scale
            .iter()
            .map(|(day, label)| Word {
                x: self.x(*day),
                y: 14,
                text: label.clone(),
                end: false,
            })
            .collect()
    }

    fn levels(&self, lane: &Lane, top: i32, picture: &mut Picture<'_>) -> i32 {
        let mut rows: Vec<&str> = Vec::new();
        for mark in &lane.marks {
            let row = rows
                .iter()
                .position(|label| *label == mark.label)
                .unwrap_or_else(|| {
                    rows.push(&mark.label);
                    rows.len() - 1
                });
            let y = top + i32::try_from(row).unwrap_or(0) * ROW;
            let height = 3 + i32::from(mark.level.min(4)) * 4;
            let (x, end) = (self.x(mark.from), self.x(mark.to.unwrap_or(self.to)));
            let class = if mark.level == 0 {
                "level level-0"
            } else {
                "level"
            };
            let width = (end - x).max(3);
            picture.shapes.push(Shape {
                class,
                x,
                y: y + 21 - height,
                width,
                height,
                arrow: false,
            });
        }
        for (row, label) in rows.iter().enumerate() {
            let y = top + i32::try_from(row).unwrap_or(0) * ROW;
            let end = lane
                .marks
                .iter()
                .filter(|mark| mark.label == **label)
                .map(|mark| self.x(mark.to.unwrap_or(self.to)))
                .max();
            let (x, from_right) = beside(end.unwrap_or(self.left()) + 8, label);
            picture.words.push(Word {
                x,
                y: y + 17,
                text: (*label).to_owned(),
                end: from_right,
            });
        }
        i32::try_from(rows.len()).unwrap_or(1)
    }

    fn points(&self, lane: &Lane, top: i32, picture: &mut Picture<'_>) -> i32 {
        let mut rows = Rows::default();
        for mark in sorted(lane) {
            let x = self.x(mark.from);
            let (text_x, from_right) = beside(x + 11, &mark.label);
            let (start, end) = if from_right {
                (x - 22 - wide(&mark.label), x + 8)
            } else {
                (x - 8, text_x + wide(&mark.label))
            };
            let y = top + rows.place(start, end) * ROW;
            let class = if mark.planned { "planned" } else { "point" };
            picture.shapes.push(Shape {
                class,
                x,
                y: y + 12,
                width: 0,
                height: 0,
                arrow: false,
            });
            let text_x = if from_right { x - 11 } else { text_x };
            picture.words.push(Word {
                x: text_x,
                y: y + 17,
                text: mark.label.clone(),
                end: from_right,
            });
        }
        rows.count()
    }

    fn ladders(&self, lane: &Lane, top: i32, picture: &mut Picture<'_>) -> i32 {
        let mut rows = Rows::default();
        for mark in sorted(lane) {
            let x = self.x(mark.from);
            let width = i32::try_from(mark.steps.len()).unwrap_or(0).max(1) * BARS;
            let text = wide(&mark.label);
            // Near the right edge it stands before its day, as words do.
            let turned = x + width + text > WIDTH;
            let first = if turned { x - width } else { x };
            let text_x = if turned { first - 6 } else { x + width + 4 };
            let (start, end) = if turned {
                (text_x - text, x)
            } else {
                (x - 6, text_x + text)
            };
            let y = top + rows.place(start, end) * ROW;
            let bars = (0..).map(|n| first + n * BARS).zip(&mark.steps);
            picture
                .shapes
                .extend(bars.filter_map(|(x, step)| Some(bar((x, y + 21), (*step)?))));
            if mark.steps.is_empty() {
                picture.shapes.push(Shape {
                    class: "point",
                    x,
                    y: y + 12,
                    width: 0,
                    height: 0,
                    arrow: false,
                });
            }
            picture.words.push(Word {
                x: text_x,
                y: y + 17,
                text: mark.label.clone(),
                end: turned,
            });
        }
        rows.count()
    }

    fn spans(&self, lane: &Lane, top: i32, picture: &mut Picture<'_>) -> i32 {
        let mut rows = Rows::default();
        for mark in sorted(lane) {
            let x = self.x(mark.from);
            let arrow = mark.to.is_none();
            let end = self.x(mark.to.unwrap_or(self.to)) - if arrow { 8 } else { 0 };
            let (text_x, from_right) = beside(x, &mark.label);
            let text_x = if from_right { WIDTH - 2 } else { text_x };
            let left = if from_right {
                (text_x - wide(&mark.label)).min(x)
            } else {
                x
            };
            let y = top + rows.place(left, end.max(left + wide(&mark.label))) * ROW;
            let class = match mark.told {
                Told::Whole if mark.planned => "span span-planned",
                Told::Whole => "span",
                Told::Partly => "span span-partly",
                Told::Nothing => "",
            };
            if !class.is_empty() {
                picture.shapes.push(Shape {
                    class,
                    x,
                    y: y + 19,
                    width: (end - x).max(3),
                    height: 4,
                    arrow,
                });
            }
            picture.words.push(Word {
                x: text_x,
                y: y + 15,
                text: mark.label.clone(),
                end: from_right,
            });
        }
        rows.count()
    }
}

/// One bar of a ladder, standing on a line.
fn bar((x, foot): (i32, i32), level: u8) -> Shape {
    let height = 3 + i32::from(level.min(4)) * 4;
    Shape {
        class: if level == 0 { "level level-0" } else { "level" },
        x,
        y: foot - height,
        width: BAR,
        height,
        arrow: false,
    }
}

fn sorted(lane: &Lane) -> Vec<&Mark> {
    let mut marks: Vec<&Mark> = lane.marks.iter().collect();
    marks.sort_by_key(|mark| mark.from);
    marks
}

fn wide(text: &str) -> i32 {
    i32::try_from(text.chars().count()).unwrap_or(0) * LETTER + 10
}

/// Where a text stands that wants to begin at `x`, and whether it must instead end at the right edge.
fn beside(x: i32, text: &str) -> (i32, bool) {
    if x + wide(text) > WIDTH {
        (x - 22, true)
    } else {
        (x, false)
    }
}

/// Rows filled from the left: each mark goes into the first row with room.
#[derive(Default)]
struct Rows {
    ends: Vec<i32>,
}

impl Rows {
    fn place(&mut self, start: i32, end: i32) -> i32 {
        let free = self.ends.iter().position(|last| *last + 6 <= start);
        let row = free.unwrap_or(self.ends.len());
        if let Some(last) = self.ends.get_mut(row) {
            *last = end;
        } else {
            self.ends.push(end);
        }
        i32::try_from(row).unwrap_or(0)
    }

    fn count(&self) -> i32 {
        i32::try_from(self.ends.len()).unwrap_or(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn crowded_events_never_share_a_place() {
        let marks = (0..40)
            .map(|n| Mark {
                from: n,
                label: format!("hændelse {n}"),
                ..Mark::default()
            })
            .collect();
        let timeline = Timeline {
            from: 0,
            to: 280,
            lanes: vec![Lane {
                name: "hændelser".to_owned(),
                look: Look::Point,
                marks,
            }],
            ..Timeline::default()
        };
        let t = T::new(Lang::Da);
        let picture = timeline.show(&t);
        for (n, one) in picture.words.iter().enumerate() {
            for other in picture
                .words
                .iter()
                .skip(n + 1)
                .filter(|other| other.y == one.y)
            {
                assert!(
                    (one.x - other.x).abs() >= wide(&one.text).min(wide(&other.text)) - 12,
                    "{one:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn what_was_not_told_is_words_without_a_line_and_a_long_name_pushes_time_to_the_right() {
        let mark = |told| Mark {
            label: "ikke oplyst".to_owned(),
            told,
            ..Mark::default()
        };
        let lane = |marks| Lane {
            name: "Afhængighedsskabende medicin".to_owned(),
            look: Look::Span,
            marks,
        };
        let timeline = Timeline {
            from: 0,
            to: 280,
            lanes: vec![
                lane(vec![mark(Told::Nothing)]),
                lane(vec![mark(Told::Partly)]),
            ],
            ..Timeline::default()
        };
        let t = T::new(Lang::Da);
        let picture = timeline.show(&t);
        let classes: Vec<&str> = picture.shapes.iter().map(|shape| shape.class).collect();
        assert_eq!(classes, ["span span-partly"]);
        assert_eq!(picture.words.len(), 2);
        assert!(timeline.x(0) >= wide("Afhængighedsskabende medicin"));
    }

    #[test]
    fn a_ladder_has_a_bar_for_each_step_that_was_judged_and_stays_inside() {
        let ladder = |from| Mark {
            from,
            label: "runde 1".to_owned(),
            steps: vec![Some(0), None, Some(3)],
            ..Mark::default()
        };
        let timeline = Timeline {
            from: 0,
            to: 280,
            lanes: vec![Lane {
                name: "udredning".to_owned(),
                look: Look::Ladder,
                marks: vec![ladder(10), ladder(280)],
            }],
            ..Timeline::default()
        };
        let t = T::new(Lang::Da);
        let picture = timeline.show(&t);
        let heights: Vec<i32> = picture.shapes.iter().map(|shape| shape.height).collect();
        assert_eq!(heights, [3, 15, 3, 15]);
        let inside = |shape: &Shape| shape.x >= LEFT && shape.x + shape.width <= WIDTH;
        assert!(picture.shapes.iter().all(inside), "{:?}", picture.shapes);
    }

    #[test]
    fn marks_outside_the_picture_stay_inside() {
        let timeline = Timeline {
            from: 100,
            to: 100,
            ..Timeline::default()
        };
        assert_eq!(timeline.x(-5), LEFT);
        assert_eq!(timeline.x(9999), LEFT);
    }
}
