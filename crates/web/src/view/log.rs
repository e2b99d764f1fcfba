// SPDX-License-Identifier: EUPL-1.2
//! The log: for the data-protection officer, and the citizen's own list of who has read about her.

use super::form::{Choice, Form};
use super::page;
use crate::text::T;
use askama::Template;
use askama::filters::HtmlSafe;
use jiff::civil::Date;
use traad_app::{ReadAbout, ReadLine};
use traad_domain::time::zone;

/// Lines of the log. Fields of the filter, in the address: `foerste`, `sidste` (dates), `medarbejder`, `enhed`, `sag`, `handling`,
/// `udfald`.
#[derive(Clone, Debug, Default)]
pub struct LogLines {
    /// What was asked for.
    pub form: Form,
    /// `lines` or `sample`.
    pub tab: &'static str,
    /// The controller's units.
    pub units: Vec<Choice>,
    /// Those employed in them.
    pub staff: Vec<Choice>,
    /// What can have been done.
    pub actions: Vec<Choice>,
    /// The lines.
    pub rows: Vec<LogRow>,
    /// Where older ones stand.
    pub next: Option<String>,
    /// How many are drawn for a sample.
    pub sample: u32,
}

impl LogLines {
    /// Whether the part `code` is the one shown.
    pub fn marks(&self, code: &str) -> bool {
        self.tab == code
    }
}

page!(LogLines, "log/lines.html");

/// One line.
#[derive(Clone, Debug, Default)]
pub struct LogRow {
    /// When.
    pub at: String,
    /// Who.
    pub who: String,
    /// Unit and function.
    pub unit: String,
    /// What was done.
    pub what: String,
    /// Numbers of the cases.
    pub cases: String,
    /// The kinds of information that were read.
    pub categories: String,
    /// What for.
    pub purpose: String,
    /// On what ground, or why not.
    pub why: String,
    /// `givet` or `afvist`.
    pub outcome: String,
    /// Whether it was refused.
    pub refused: bool,
}

/// *Usædvanlige mønstre*.
#[derive(Clone, Debug, Default)]
pub struct Patterns {
    /// The period.
    pub form: Form,
    /// From when on something stands here, in words.
    pub limits: Vec<String>,
    /// What was found.
    pub rows: Vec<UnusualRow>,
}

impl Patterns {
    /// Whether the part `code` is the one shown.
    pub fn marks(&self, code: &str) -> bool {
        code == "patterns"
    }
}

page!(Patterns, "log/patterns.html");

/// Something unusual.
#[derive(Clone, Debug, Default)]
pub struct UnusualRow {
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
    /// The unit.
    pub unit: String,
    /// The day; empty for the whole period.
    pub day: String,
    /// The lines behind it.
    pub href: String,
}

/// *Hvem har set på din sag*: the citizen's own list, as a part of her page.
#[derive(Clone, Debug, Template)]
#[template(path = "log/read.html")]
pub struct ReadList {
    t: T,
    /// Whose case it is.
    pub title: String,
    /// Each reading as a sentence with its time.
    pub lines: Vec<ReadSentence>,
    /// Whether somebody tried who had no access.
    pub refused: bool,
}

/// One line of hers.
#[derive(Clone, Debug)]
pub struct ReadSentence {
    /// `tirsdag 3. marts kl. 9.00`: the last time that day.
    pub at: String,
    /// Function and unit.
    pub who: String,
    /// What for.
    pub why: String,
}

impl HtmlSafe for ReadList {}

impl ReadList {
    /// Her list in ordinary words.
    pub fn of(t: &T, about: &ReadAbout, today: Date) -> Self {
        let sentence = |line: &ReadLine| ReadSentence {
            at: t.moment(line.at.to_zoned(zone()).datetime(), today),
            who: capital(&t.a2(
                "read-who",
                &("function", t.of("function", line.function.code())),
                &("unit", line.unit_name.clone()),
            )),
            why: if line.listed {
                t.s("read-listed")
            } else {
                t.of("read-purpose", line.purpose.code())
            },
        };
        Self {
            t: *t,
            title: t.s("read-title"),
            lines: about.lines.iter().map(sentence).collect(),
            refused: about.refused,
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}
