// SPDX-License-Identifier: EUPL-1.2
//! The cooperation agreement: the overview of kommuner, one agreement with its chapters, and the forms that write it.

use super::form::{Choice, Form};
use super::page;
use super::parts::Link;

/// *Samarbejdsaftaler* (`aftaler`): the own kommune's board, and every kommune. The filter is a GET form: `q` (a name or
/// its beginning), `vis` (empty, `med`, `uden`, `paa-vej`).
#[derive(Clone, Debug, Default)]
pub struct Agreements {
    /// The filter as chosen.
    pub filter: Form,
    /// The reader's own kommune.
    pub board: Option<Board>,
    /// The kommuner that fit the filter, by region.
    pub regions: Vec<Region>,
    /// How many kommuner have an agreement.
    pub covered: usize,
    /// How many there are.
    pub total: usize,
    /// Whether the reader can begin an agreement.
    pub writes: bool,
}

/// The kommuner of one region.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its name.
    pub name: String,
    /// Its kommuner.
    pub rows: Vec<CoverageRow>,
}

/// One kommune in the overview.
#[derive(Clone, Debug)]
pub struct CoverageRow {
    /// Its name.
    pub kommune: String,
    /// Its board.
    pub href: String,
    /// Code of where its agreement stands; `ingen` when there is none.
    pub standing: String,
    /// That in words.
    pub words: String,
}

/// »Styr på det«: how the agreement of one kommune stands.
#[derive(Clone, Debug, Default)]
pub struct Board {
    /// The kommune.
    pub kommune: String,
    /// Address of its board.
    pub href: String,
    /// The agreement in force with its version; `None` is the banner that there is none.
    pub title: Option<Link>,
    /// Since when, ready to read.
    pub since: String,
    /// The version on its way, and what it waits for.
    pub coming: Option<Link>,
    /// The elements with their words and the code of their state.
    pub elements: Vec<Element>,
    /// The questions that lack an answer.
    pub missing: Vec<String>,
    /// What else is wrong: a party nobody can reach, a part nobody has.
    pub flags: Vec<String>,
    /// The fora.
    pub fora: Vec<ForumLine>,
    /// Contact persons, one a line.
    pub contacts: Vec<String>,
    /// How many open tasks of the reader's unit in this kommune's pathways wait for an answer.
    pub waiting: usize,
}

/// One element of the board.
#[derive(Clone, Debug)]
pub struct Element {
    /// In the seed's words.
    pub words: String,
    /// `ja`, `delvis` or `nej`.
    pub control: &'static str,
}

/// One forum.
#[derive(Clone, Debug)]
pub struct ForumLine {
    /// Its name.
    pub name: String,
    /// What it is, with its law.
    pub kind: String,
    /// Its members in words.
    pub members: String,
    /// Who lacks; empty when it is complete.
    pub lacks: String,
    /// How often it meets and how a case comes up.
    pub how: String,
    /// Where it is written, for those who may.
    pub edit: Option<String>,
}

/// The board of one kommune (`aftaler/<kommune>`).
#[derive(Clone, Debug, Default)]
pub struct BoardPage {
    /// The board.
    pub board: Board,
    /// Whether the reader can register a forum.
    pub writes: bool,
}

/// One version of an agreement, as it is read, approved and printed (`aftale/<id>/<version>`).
#[derive(Clone, Debug, Default)]
pub struct AgreementPage {
    /// Address of this version.
    pub here: String,
    /// Its title.
    pub title: String,
    /// What it is: the frame of a region, an annex, or one kommune's.
    pub scope: String,
    /// `version 2`.
    pub version: String,
    /// Where it stands, in a sentence.
    pub standing: String,
    /// Label and value of what else it says of itself: first day, forum, parties.
    pub facts: Vec<(String, String)>,
    /// The parties and what they have said, kommune by kommune.
    pub parties: Vec<PartyRow>,
    /// The chapters.
    pub chapters: Vec<Chapter>,
    /// What is wrong with it: refused sending, unreachable parties.
    pub form: Form,
    /// Flags that stand whatever is done.
    pub flags: Vec<String>,
    /// The frame it adds to.
    pub frame: Option<Link>,
    /// Annexes to it.
    pub annexes: Vec<Link>,
    /// Other versions, to read and to compare with.
    pub versions: Vec<VersionRow>,
    /// Names of the steps the reader can take now: `send`, `godkend`, `tilbage`, `ny-version`, `ophoer`, `kontakter`,
    /// `grundlag`, `kapitel`.
    pub steps: Vec<&'static str>,
    /// The party the reader approves for, in words.
    pub party: String,
}

impl AgreementPage {
    fn can(&self, step: &str) -> bool {
        self.steps.contains(&step)
    }
}

/// What one party has said.
#[derive(Clone, Debug)]
pub struct PartyRow {
    /// The party, with the kommune it speaks for.
    pub party: String,
    /// When and by whom it approved, or that it has not.
    pub answer: String,
    /// Whether it has.
    pub approved: bool,
}

/// Another version.
#[derive(Clone, Debug)]
pub struct VersionRow {
    /// To read it.
    pub read: Link,
    /// To compare with it.
    pub compare: Option<Link>,
}

/// One chapter.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// Its number.
    pub number: String,
    /// The element in the seed's words.
    pub title: String,
    /// How many questions lack an answer.
    pub missing: usize,
    /// Its questions.
    pub items: Vec<ItemRow>,
}

/// One question and its answers.
#[derive(Clone, Debug)]
pub struct ItemRow {
    /// The question in the seed's words.
    pub question: String,
    /// Its answers.
    pub answers: Vec<AnswerRow>,
}

/// One answer.
#[derive(Clone, Debug)]
pub struct AnswerRow {
    /// The code of the answer: what a problem points at.
    pub code: &'static str,
    /// What it answers, when that is not the question itself.
    pub label: Option<String>,
    /// The answer, line by line; empty is *mangler svar*.
    pub lines: Vec<String>,
    /// Whether it must be answered.
    pub asked: bool,
    /// Whether it is left to each kommune's annex.
    pub left: bool,
    /// Whether it stands in the frame and is only shown here.
    pub from_frame: bool,
    /// What it does: rules and pathways.
    pub effect: Option<String>,
}

/// Two versions side by side (`aftale/<id>/<version>/sammenlign/<other>`).
#[derive(Clone, Debug, Default)]
pub struct ComparePage {
    /// The agreement.
    pub title: String,
    /// Back to it.
    pub back: String,
    /// The earlier version's name.
    pub before: String,
    /// The later version's name.
    pub after: String,
    /// What differs: the question, then before and after.
    pub rows: Vec<(String, Vec<String>, Vec<String>)>,
}

/// Begin an agreement (`aftale/ny`). Fields: `slags` R (`ramme`, `tillaeg`, `egen`; a clinic only `ramme`), `titel` R,
/// `ramme` (id of the frame, R for `tillaeg`), `forum` (id), `fra` (date) R.
#[derive(Clone, Debug, Default)]
pub struct NewAgreement {
    /// What was typed.
    pub form: Form,
    /// The kinds the reader can begin.
    pub kinds: Vec<Choice>,
    /// Frames of the region.
    pub frames: Vec<Choice>,
    /// Fora of the region.
    pub fora: Vec<Choice>,
}

/// One chapter as a form (`aftale/<id>/<version>/kapitel/<n>`, or `kontakter`).
#[derive(Clone, Debug, Default)]
pub struct ChapterForm {
    /// Address of the agreement.
    pub agreement: String,
    /// Its title and version.
    pub title: String,
    /// Where the form is sent.
    pub here: String,
    /// The chapter.
    pub heading: String,
    /// A sentence below it.
    pub lead: String,
    /// What was typed.
    pub form: Form,
    /// The questions.
    pub items: Vec<ItemForm>,
}

/// One question of a chapter.
#[derive(Clone, Debug)]
pub struct ItemForm {
    /// The question in the seed's words, when its fields are several.
    pub question: String,
    /// Its fields.
    pub fields: Vec<FieldForm>,
}

/// One field of a chapter.
#[derive(Clone, Debug)]
pub struct FieldForm {
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What kind of field.
    pub kind: FieldKind,
    /// What the frame says, line by line: then an annex cannot say otherwise.
    pub frame: Vec<String>,
    /// Whether the frame can leave it to the annexes.
    pub may_be_left: bool,
}

/// The kinds of fields.
#[derive(Clone, Debug)]
pub enum FieldKind {
    /// A line.
    Line,
    /// A whole number.
    Number,
    /// A date.
    Date,
    /// Several lines.
    Area,
    /// One of a list.
    One(Vec<Choice>),
    /// Any number of a list.
    Many(Vec<Choice>),
    /// Weeks of pregnancy and weeks after birth.
    Positions,
    /// Rows of a part, who has it, with whom; when in the course, or who pays.
    Parts(Rows),
    /// Rows of contact persons.
    Contacts(Rows),
}

/// Rows of fields.
#[derive(Clone, Debug)]
pub struct Rows {
    /// How many.
    pub count: usize,
    /// Actors to choose among.
    pub actors: Vec<Choice>,
    /// Phases, or payers.
    pub more: Vec<Choice>,
    /// `fase` or `betaler`.
    pub more_name: &'static str,
    /// Its label in the texts.
    pub more_key: &'static str,
}

impl Rows {
    fn numbers(&self) -> std::ops::RangeInclusive<usize> {
        1..=self.count
    }
}

/// The field `<name>-<row>-<part>`.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "templates hand over references"
)]
fn part(name: &str, row: &usize, part: &str) -> String {
    format!("{name}-{row}-{part}")
}

/// The fields of those who contribute to a part, in order.
pub const WITH: [&str; 8] = [
    "med", "med-2", "med-3", "med-4", "med-5", "med-6", "med-7", "med-8",
];

/// The fields of those who contribute to a part that are shown: those that are filled in, and one more.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "templates hand over references"
)]
fn with_fields(form: &Form, name: &str, row: &usize) -> Vec<String> {
    let fields = WITH.map(|with| part(name, row, with)).to_vec();
    let filled = fields.iter().filter(|field| !form.value(field).is_empty());
    let shown = filled.count() + 1;
    fields.into_iter().take(shown).collect()
}

/// The number of a row behind its label: a screen reader and a label must tell rows apart.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "templates hand over references"
)]
fn row(t: &crate::text::T, key: &str, row: &usize) -> String {
    format!("{} {row}", t.s(key))
}

/// A step that asks for a day (`aftale/<id>/<version>/ny-version`, `ophoer`). Field: `dato` R.
#[derive(Clone, Debug, Default)]
pub struct DayForm {
    /// Address of the agreement.
    pub agreement: String,
    /// Its title and version.
    pub title: String,
    /// `ny-version` or `ophoer`: also the last part of the address and of the texts.
    pub step: String,
    /// What was typed.
    pub form: Form,
}

/// Register a forum (`forum/ny`, `forum/<id>`). Fields: `navn` R, `slags` R, `medlemmer` R (many), `hvordan`.
#[derive(Clone, Debug, Default)]
pub struct ForumForm {
    /// What was typed.
    pub form: Form,
    /// Where it is sent.
    pub here: String,
    /// Whether it is new.
    pub new: bool,
    /// Kinds.
    pub kinds: Vec<Choice>,
    /// Actors.
    pub actors: Vec<Choice>,
}

page!(Agreements, "agreement/overview.html");
page!(BoardPage, "agreement/board.html");
page!(AgreementPage, "agreement/agreement.html");
page!(ComparePage, "agreement/compare.html");
page!(NewAgreement, "agreement/new.html");
page!(ChapterForm, "agreement/chapter.html");
page!(DayForm, "agreement/day.html");
page!(ForumForm, "agreement/forum.html");
