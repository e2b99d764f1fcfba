// SPDX-License-Identifier: EUPL-1.2
//! Units and staff, leave and hand-over.

use super::form::{Choice, Form};
use super::page;

/// *Personale*: units and staff of one authority.
#[derive(Clone, Debug, Default)]
pub struct StaffList {
    /// The units with those employed in them.
    pub units: Vec<UnitRows>,
    /// Lines of the kommune's directory nobody has confirmed for long.
    pub unconfirmed: usize,
    /// How notices by e-mail get to the staff, a line each.
    pub told: Vec<String>,
}

page!(StaffList, "staff/list.html");

/// One unit.
#[derive(Clone, Debug, Default)]
pub struct UnitRows {
    /// Its name.
    pub name: String,
    /// Telephone and opening hours, ready to read.
    pub reach: String,
    /// Where they are changed.
    pub href: String,
    /// Where it is closed.
    pub close: String,
    /// Those employed there.
    pub staff: Vec<StaffRow>,
}

/// One employment.
#[derive(Clone, Debug, Default)]
pub struct StaffRow {
    /// The name.
    pub name: String,
    /// Where it is changed.
    pub href: String,
    /// The function.
    pub function: String,
    /// Telephone.
    pub phone: String,
    /// From when to when, where that is something to know.
    pub period: String,
    /// That the person is away, or will be.
    pub leave: Option<String>,
}

/// Employ somebody. Fields: `person` (a member of staff there is; empty is somebody new), `medarbejder` (the name; R for
/// somebody new), `enhed` R, `funktion` R, `telefon`, `begynder` R, `slutter`.
#[derive(Clone, Debug, Default)]
pub struct NewPostForm {
    /// The form.
    pub form: Form,
    /// Members of staff there are.
    pub people: Vec<Choice>,
    /// The units.
    pub units: Vec<Choice>,
    /// The functions.
    pub functions: Vec<Choice>,
}

page!(NewPostForm, "staff/new.html");

/// One employment. Fields to change it: `medarbejder` R, `telefon`. Fields to end it: `ophoerer` (empty is now), `alligevel`.
#[derive(Clone, Debug, Default)]
pub struct PostForm {
    /// The form to change it.
    pub form: Form,
    /// The form to end it.
    pub ending: Form,
    /// Its address.
    pub here: String,
    /// Where it is ended.
    pub end: String,
    /// The name.
    pub name: String,
    /// Function and unit.
    pub what: String,
    /// From when to when.
    pub period: String,
    /// That it has ended.
    pub ended: bool,
    /// That the person is away, or will be.
    pub leave: Option<String>,
    /// What the command line knows the person by.
    pub staff: String,
    /// When it was changed, by whom, and what, the last first.
    pub history: Vec<(String, String, String)>,
}

page!(PostForm, "staff/post.html");

/// How a unit can be reached. Fields: `telefon` R, `aabner`, `lukker`, `vejviser`.
#[derive(Clone, Debug, Default)]
pub struct UnitForm {
    /// The form.
    pub form: Form,
    /// Its address.
    pub here: String,
    /// The unit.
    pub name: String,
}

page!(UnitForm, "staff/unit.html");

/// A new unit. Fields: `navn` R, `slags` R (code), `telefon` R, `aabner`, `lukker`, `vejviser`.
#[derive(Clone, Debug, Default)]
pub struct NewUnitForm {
    /// The form.
    pub form: Form,
    /// What it can be.
    pub kinds: Vec<Choice>,
}

page!(NewUnitForm, "staff/new_unit.html");

/// Close a unit. Fields: `lukkedag` R.
#[derive(Clone, Debug, Default)]
pub struct CloseUnitForm {
    /// The form.
    pub form: Form,
    /// Its address.
    pub here: String,
    /// The unit.
    pub name: String,
    /// What it still has, each in a sentence.
    pub holds: Vec<String>,
}

page!(CloseUnitForm, "staff/close_unit.html");

/// Somebody's time away. Fields: `vaek` R, `sidstedag`, `stedfortraeder`.
#[derive(Clone, Debug, Default)]
pub struct LeaveForm {
    /// The form.
    pub form: Form,
    /// The form of the button that ends it.
    pub ending: Form,
    /// Its address.
    pub here: String,
    /// Where it is ended.
    pub end: String,
    /// Whose; nothing when it is the reader's own.
    pub whose: Option<String>,
    /// The time away that runs or comes next.
    pub coming: Option<String>,
    /// Whether it runs.
    pub runs: bool,
    /// How many pathways the person coordinates.
    pub coordinates: usize,
    /// Who can stand in.
    pub colleagues: Vec<Choice>,
}

page!(LeaveForm, "staff/leave.html");

/// What somebody coordinates, to be handed over. Fields of each row's form: `forloeb`, `nr`, `overtager-<nr>` R; of the form
/// for all: `alle`.
#[derive(Clone, Debug, Default)]
pub struct HandoverPage {
    /// The form.
    pub form: Form,
    /// Its address.
    pub here: String,
    /// Whose.
    pub who: String,
    /// The time away, or that the person is gone.
    pub why: String,
    /// Whether nobody coordinates them now.
    pub urgent: bool,
    /// The pathways.
    pub cases: Vec<HandoverRow>,
    /// Who can take over, with those who are proposed first.
    pub colleagues: Vec<Choice>,
    /// Who is proposed.
    pub proposed: Option<String>,
}

page!(HandoverPage, "staff/handover.html");

/// One pathway.
#[derive(Clone, Debug, Default)]
pub struct HandoverRow {
    /// Its id.
    pub id: String,
    /// Its place on the page.
    pub number: usize,
    /// The field of who takes over.
    pub field: String,
    /// The case number, with the gestational age where it is known.
    pub case: String,
}

/// What was written about the wrong person, to be decided. Fields: `beslutning` R (`slet`, `flyt`), `flyttil` (a case number; R
/// when it is moved), `hjemmel` R (`rettelse`, `sletning`), `hvorfor` R.
#[derive(Clone, Debug, Default)]
pub struct MisfiledForm {
    /// The form.
    pub form: Form,
    /// Its address.
    pub here: String,
    /// The case it stands in.
    pub case: String,
    /// The kind of entry.
    pub what: String,
    /// When it was written.
    pub when: String,
    /// Who wrote it.
    pub by: String,
    /// Why it was withdrawn.
    pub reason: String,
    /// The units it was sent to before.
    pub known_to: Vec<String>,
    /// Whether it can be moved.
    pub movable: bool,
}

page!(MisfiledForm, "staff/misfiled.html");
