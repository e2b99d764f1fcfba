// SPDX-License-Identifier: EUPL-1.2
//! The forms of a pathway: coordinator, actor, assessment, judgement, plan, follow-up, meetings,
//! wishes, note, correction, *Skriv hvorfor ikke*, joining two identities.
//!
//! Field lists: R = required. Dates are typed `d.m.åååå`, times `t.mm`.

use super::duty::DutyRow;
use super::form::{Choice, Form};
use super::page;
use super::parts::Entry;
use super::pathway::Words;

/// Whose pathway a form belongs to.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The pathway's random id.
    pub id: String,
    /// `Brita Test Berggren, uge 24+3`.
    pub who: String,
}

impl About {
    /// Address of one of the pathway's pages; the start page while there is no pathway yet.
    pub fn to(&self, page: &str) -> String {
        if self.id.is_empty() {
            return crate::paths::TASKS.to_owned();
        }
        crate::paths::pathway(&self.id, page)
    }
}

/// Appoint a coordinator (`koordinator`). Fields: `person` R (id of an employment), `afvigelse` (R when not from where the agreement says), `forventninger` (text: what was agreed about the role).
#[derive(Clone, Debug, Default)]
pub struct AppointForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// Who can be appointed.
    pub people: Vec<Choice>,
    /// What the agreement says, in a sentence.
    pub rule: Option<String>,
    /// What the agreement expects of the coordinator.
    pub expected: Option<String>,
    /// The one who is coordinator now.
    pub now: Option<String>,
}

/// Add an actor (`aktoer`). Fields: `slags` R (code of a unit kind, of [`ACTORS`]), `navn` (name and function; R for her network), `telefon`, `relation`, `stoette-for` (many: `gravid`|`barn`|`partner`), `konflikt` (`ja`), `hun-siger` `ja`|`nej`|`ikke-spurgt`.
#[derive(Clone, Debug, Default)]
pub struct ActorForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
}

/// The kinds of actors that can be added, as codes of unit kinds and attributes of `work-actor`.
pub const ACTORS: &str = "voksenmyndighed sundhedspleje almen-praksis jordemoderkonsultation psykiatri ungecenter juridisk-bistand kriminalforsorg civilsamfund gadeplan jobcenter ppr dagtilbud-skole doegntilbud partner netvaerk andet";

/// The codes of the nine problem groups, in the order of the source, as attributes of `work-problem`.
pub const PROBLEMS: &str =
    "bolig psykiatri kognitive arbejde oekonomi relationer sundhed prostitution kriminalitet";

/// Holistic assessment (`udredning/ny`). The button is `handling` = `gem` | `faerdig` (for `faerdig` the R fields count).
/// Fields: `situation` R, `ressourcer` R, `udfordringer` R (texts); `forbrug` (many, codes of [`super::concern::SUBSTANCES`]), per ticked `<s>`:
/// `forbrug-<s>-varighed`, `-hyppighed`, `-timing`, `-omfang` (texts, empty = not stated), `-ordineret` `ja`|`nej`|`ukendt`, `-af` (by whom), `-kilde` `hende`|`proeve`|`set`|`formodet`,
/// `-fra`, `-til` (gestational weeks, for the picture);
/// `problem` (many, codes of [`PROBLEMS`]), per ticked `<p>`: `problem-<p>-note` (text);
/// `problem-psykiatri-del` (many: `angst`|`depression`|`omsorgssvigt`|`personlighedsforstyrrelser`|`tilknytningsforstyrrelser`),
/// `problem-relationer-del` (many: `konfliktfyldte-relationer`|`social-isolation`); `vold` (`ja`: risk of violence).
#[derive(Clone, Debug, Default)]
pub struct AssessmentForm {
    /// Whose.
    pub about: About,
    /// What was typed; before the first typing the unit's own earlier words.
    pub form: Form,
    /// The sentence that the draft was kept, and when (`form-draft-saved`).
    pub draft_saved: Option<String>,
}

/// Professional judgement (`vurdering`). Fields: `stabilitet` R `ja`|`nej`|`ved-ikke` (criteria `stabilitet-hjemme`, `profiterer-ikke`, none); `fordi` (many, for `nej`: `forbrug-for-omfattende`|`skader-paa-fosteret`|`livssituation-belastet`);
/// `niveau` R `ambulatory`|`residential`|`undecided`; for `residential`: `tilbud` `accepted`|`declined`|`no-place`|`not-offered`, `tilbud-sted` (R for the first three: where), `tilbud-videre` (R for `no-place`: to whom it was raised); `begrundelse` R.
#[derive(Clone, Debug, Default)]
pub struct JudgementForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
}

/// A screening tool (`screening/<tool>`). Fields: `dato` R (date); per question `<id>`: `svar-<id>` (points, or `ikke-oplyst`);
/// without questions `score` R (number).
#[derive(Clone, Debug, Default)]
pub struct ScreeningForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// Where the form is sent.
    pub post: String,
    /// What it is called.
    pub name: String,
    /// What one should know before asking.
    pub note: Option<String>,
    /// On what terms it may be used.
    pub terms: String,
    /// What it rests on.
    pub source: String,
    /// The highest score, when it is known.
    pub highest: Option<u32>,
    /// Its questions; none for a tool kept as a score.
    pub questions: Vec<ScreeningQuestion>,
}

impl ScreeningForm {
    /// What each field is called in the list of problems.
    fn labels(&self) -> Vec<(String, String)> {
        let own = [("dato", "screening-date"), ("score", "screening-score")];
        let own = own.map(|(name, key)| (name.to_owned(), key.to_owned()));
        let question = |q: &ScreeningQuestion| (q.field.clone(), "screening-question".to_owned());
        let questions = self.questions.iter().map(question);
        own.into_iter().chain(questions).collect()
    }
}

/// One question of a screening tool.
#[derive(Clone, Debug, Default)]
pub struct ScreeningQuestion {
    /// The name of its field.
    pub field: String,
    /// What it is called.
    pub name: String,
    /// The points it can give, and that it was not answered.
    pub choices: Vec<Choice>,
}

/// The elements of a reinforced ambulatory effort that are interventions, as codes of `work-element`.
pub const AMBULATORY: &str = "AE2 AE3 AE4 AE5 AE6 AE7";

/// The elements of residential treatment that are interventions, as codes of `work-element`.
pub const RESIDENTIAL: &str = "DE2 DE3 DE4 DE5 DE6 DE7 DE8 DE9";

/// The rows for interventions of one's own.
pub const OWN: &str = "egen1 egen2 egen3";

/// Who can pay, as codes of `plan-payer`.
pub const PAYERS: &str = "kommune region delt stat uafklaret";

/// The strands, as codes of `work-strand`.
pub const STRANDS: &str = "familie rusmiddel svangreomsorg psykiatri social netvaerk";

/// Plan (`plan/ny`). The button is `handling` = `gem` | `godkend`. Fields: `maal` R (goals, in her words where they are hers), `opfoelgning` R (date of the first follow-up);
/// `element` (many: codes of [`PlanForm::elements`], and of [`OWN`]), per ticked `<e>`: `<e>-indsats` (what concretely; R for own rows), `<e>-ivaerksaetter` R (id of a unit), `<e>-ansvarlig` R (id of a unit),
/// `<e>-ansvarlig-navn` (person), `<e>-start` R (date), `<e>-intensitet` R, `<e>-svarer-paa` (many: values of [`PlanForm::problems`]); for `AE4` also `AE4-form` R `individuel`|`par` (`par` needs a partner);
/// `<e>-slags`, `<e>-betaler` (code), `<e>-fast-tid` (`tirsdag 10.00-11.00`); for own rows `<e>-streng` R (codes of [`STRANDS`]). Per element not ticked: `<e>-udeladt` (why not; optional elements need none).
#[derive(Clone, Debug, Default)]
pub struct PlanForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// The codes of the template: [`AMBULATORY`] or [`RESIDENTIAL`].
    pub elements: Vec<String>,
    /// What runs and has no row in the new version: each goes on or ends, with a reason.
    pub running: Vec<PlanRunning>,
    /// Which template, in words, and from which judgement it follows.
    pub template: String,
    /// The first element, which no row can fill: how many professions and sectors the team has.
    pub team: String,
    /// The units that can start an intervention.
    pub units: Vec<Choice>,
    /// Her own words, shown at the top.
    pub words: Option<Words>,
    /// Registered problems (value: code), so that none is forgotten.
    pub problems: Vec<Choice>,
    /// What the agreement says a plan contains.
    pub rules: Vec<String>,
    /// The sections it asks for by name (value: the field, `afsnit-<n>` R, from 1).
    pub sections: Vec<Choice>,
    /// The kinds of intervention, `<e>-slags`.
    pub kinds: Vec<Choice>,
    /// The sentence that the draft was kept, and when (`form-draft-saved`).
    pub draft_saved: Option<String>,
}

/// Something that runs.
#[derive(Clone, Debug, Default)]
pub struct PlanRunning {
    /// The name of the choice (`fortsaet`|`afslut`).
    pub choice: String,
    /// The name of the reason.
    pub why: String,
    /// What it is.
    pub what: String,
    /// How often.
    pub line: String,
}

impl PlanForm {
    fn own(&self) -> Vec<&'static str> {
        let shown = if self.elements.is_empty() { 0 } else { 3 };
        OWN.split(' ').take(shown).collect()
    }
}

/// Whether a plan may lack the element without a word. Psychiatric treatment (DE8) may too where no psychiatric difficulty
/// is registered; where one is, the reason has a field.
pub(crate) fn may_lack(element: &str) -> bool {
    traad_domain::decide::plan::OPTIONAL_ELEMENTS.contains(&element)
}

/// Name of the field of one of the sections the agreement asks for.
pub(crate) fn section_field(place: usize) -> String {
    format!("afsnit-{}", place + 1)
}

/// Name of a field of one plan row, such as `ae3-start`.
pub(crate) fn row_field(element: &str, part: &str) -> String {
    format!("{element}-{part}")
}

/// Follow-up (`opfoelgning`). Fields: `kvinde` R, `barn` R, `partner` (texts); per intervention `<id>`: `valg-<id>` R `fortsaet`|`juster`|`uddybende-udredning`|`nyt-tiltag`|`afslut`, `virkning-<id>` (text); `naeste` R (date).
#[derive(Clone, Debug, Default)]
pub struct FollowUpForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// Her own words of the plan.
    pub words: Option<Words>,
    /// The interventions to answer for.
    pub interventions: Vec<FollowedIntervention>,
    /// Whether the partner's view is asked for: only when there is a partner who takes part.
    pub partner: bool,
    /// The rhythm the agreement asks for, in a sentence.
    pub rule: Option<String>,
}

/// One intervention to follow up.
#[derive(Clone, Debug, Default)]
pub struct FollowedIntervention {
    /// Its id: the fields are `valg-<id>` and `virkning-<id>`.
    pub id: String,
    /// What it is.
    pub what: String,
    /// Who is responsible, since when, how often.
    pub line: String,
}

impl FollowedIntervention {
    fn choice(&self) -> String {
        format!("valg-{}", self.id)
    }

    fn effect(&self) -> String {
        format!("virkning-{}", self.id)
    }
}

/// Call a network meeting (`moede/ny`). Fields: `formaal` R, `dato` R, `tid` R, `sted` R, `deltager` R (many), `varsel-grund` (R when called later than the agreement's notice), `indkalder-grund` (R when the agreement says another calls), `liste-grund` (R for an actor it does not list), `vold-grund` (R for her partner where there is a risk of violence); `stoette` (many, codes of [`SUPPORT`]), `stoette-note` (R for `andet`), `stoette-hvem` (id of a unit).
#[derive(Clone, Debug, Default)]
pub struct MeetingForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// Who can be invited; the help line of each says what hinders it.
    pub people: Vec<Choice>,
    /// Her wishes: first on the agenda.
    pub wishes: Vec<Words>,
    /// The open questions that follow them.
    pub agenda: Vec<String>,
    /// The units that can see to her coming.
    pub units: Vec<Choice>,
    /// Whether the agreement says that another calls.
    pub other_convener: bool,
    /// The proposal of times it settles.
    pub proposal: Option<String>,
    /// Whether the assessment suggests plain language.
    pub plain: bool,
    /// What the agreement says about notice, in a sentence.
    pub rule: Option<String>,
    /// Who convenes, and who else may be called.
    pub rules: Vec<String>,
}

/// The ways to help her come, as attributes of `work-support`.
pub const SUPPORT: &str = "ledsager paamindelse transport bisidder andet";

/// Minutes (`moede/<id>/referat`). Fields: `dato` R, `tid` R (when it was held), `deltog` (many), `hun` (R when she was invited: `came`|`could-not`|`not-there`), `referat` R, `beslutninger` (one a line: `hvem: hvad inden dato`), `plan` (`ja`).
#[derive(Clone, Debug, Default)]
pub struct MinutesForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// The meeting's id.
    pub meeting: String,
    /// Its name and time.
    pub name: String,
    /// Who was invited, but for her.
    pub people: Vec<Choice>,
    /// Whether she was.
    pub her: bool,
    /// What the meeting was to talk about: her wishes, then what was open.
    pub agenda: Vec<String>,
}

/// Her own words (`oensker`). Fields: `slags` R `oenske`|`droem`|`beslutning`|`oensker-ikke-at-udtale-sig`; `ord` R but for the last.
#[derive(Clone, Debug, Default)]
pub struct WishForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
}

/// A note (`note`). Fields: `hvad` R, `kategori` R (code of a category), `kontakt-med` (unit spoken with: makes it a line of the contact log).
#[derive(Clone, Debug, Default)]
pub struct NoteForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// The categories the writer may write in.
    pub categories: Vec<Choice>,
    /// The units one can have spoken with.
    pub units: Vec<Choice>,
}

/// Correct an entry (`post/<id>/ret`). Fields: `slags` R `indhold`|`forkert` (`indhold` only when [`CorrectionForm::text`]); `tekst` (R for `indhold`); `grund` R.
#[derive(Clone, Debug, Default)]
pub struct CorrectionForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// The entry as it stands.
    pub entry: Entry,
    /// Whether the entry is a text that can be written anew; else it can only be withdrawn.
    pub text: bool,
}

/// *Skriv hvorfor ikke* (`opgave/<id>/forklar`). Field: `grund` R.
#[derive(Clone, Debug, Default)]
pub struct ExplainForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// The task's id, for the address.
    pub duty_id: String,
    /// The task.
    pub duty: Option<DutyRow>,
}

/// Join this pathway's person with another (`flet`). Fields: `soeg` (a name to find candidates by; the button is `handling` = `find`), `med` R (id of a candidate), `begrundelse` R, `sikker` R (`ja`).
#[derive(Clone, Debug, Default)]
pub struct JoinForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// People it may be, only those the unit may see; the help line says what agrees.
    pub candidates: Vec<Choice>,
}

/// A small form whose fields are data: an offer, a step of the authority, the start of an intervention, a dating …
#[derive(Clone, Debug, Default)]
pub struct AskForm {
    /// Whose.
    pub about: About,
    /// What was typed.
    pub form: Form,
    /// The heading, from the texts (`ask-…`).
    pub title: String,
    /// A sentence below it.
    pub lead: Option<String>,
    /// The words on the button.
    pub button: String,
    /// Where the form is sent.
    pub post: String,
    /// The fields in order.
    pub fields: Vec<AskField>,
}

impl AskForm {
    /// What each field is called, so that the list of problems calls it so too.
    fn labels(&self) -> Vec<(String, String)> {
        let label = |field: &AskField| (field.name.clone(), field.key.clone());
        self.fields.iter().map(label).collect()
    }
}

/// One field of an [`AskForm`].
#[derive(Clone, Debug)]
pub struct AskField {
    /// Its name.
    pub name: String,
    /// Its label, help and options in the texts: a message such as `ask-reason`.
    pub key: String,
    /// What kind of field.
    pub kind: AskKind,
}

/// The kinds of fields of an [`AskForm`].
#[derive(Clone, Debug)]
pub enum AskKind {
    /// A line of text.
    Line,
    /// Several lines.
    Area,
    /// Several lines that may be left out.
    Note,
    /// A line of text that may be left out.
    MaybeLine,
    /// A date.
    Date,
    /// A date that may be left out.
    MaybeDate,
    /// One of several.
    One(Vec<Choice>),
    /// One of a long list.
    List(Vec<Choice>),
    /// Any number of several.
    Many(Vec<Choice>),
}

page!(AskForm, "work/ask.html");
page!(AppointForm, "work/appoint.html");
page!(ActorForm, "work/actor.html");
page!(AssessmentForm, "work/assessment.html");
page!(JudgementForm, "work/judgement.html");
page!(ScreeningForm, "work/screening.html");
page!(PlanForm, "work/plan.html");
page!(FollowUpForm, "work/followup.html");
page!(MeetingForm, "work/meeting.html");
page!(MinutesForm, "work/minutes.html");
page!(WishForm, "work/wish.html");
page!(NoteForm, "work/note.html");
page!(CorrectionForm, "work/correction.html");
page!(ExplainForm, "work/explain.html");
page!(JoinForm, "work/join.html");
