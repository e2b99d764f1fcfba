// SPDX-License-Identifier: EUPL-1.2
//! The pathway: its head and tabs, and a page for each tab.
//!
//! Every list holds only what the reader may see; nothing tells how much there is besides.

use super::access::Banner;
use super::actors::ActorMap;
use super::duty::{Action, DutyRow};
use super::page;
use super::parts::{Contact, Entry, Fact, Link, Pager};
use super::timeline::Timeline;

/// The head of every page of one pathway.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// The pathway's random id, for addresses.
    pub id: String,
    /// `Brita Test Berggren`, or `Kvinde uden oplyst navn`.
    pub who: String,
    /// `uge 24+3, termin 19.6.2026`, or `3 år 2 mdr.`
    pub state: String,
    /// The case number.
    pub case: String,
    /// The coordinator; `None` reads `ikke udpeget`.
    pub coordinator: Option<Contact>,
    /// That the coordinator is or will be away, and how often there was another.
    pub coordinator_note: String,
    /// The next thing to happen, such as `netværksmøde 2, tirsdag 7. april kl. 10.00`.
    pub next: Option<String>,
    /// Whom to ask when something is missing: the coordinator, or the family department.
    pub ask: String,
    /// That the pathway is closed, or has moved to another kommune, in words.
    pub standing: Option<String>,
    /// That it is read by nødadgang or by ledelsestilsyn.
    pub banner: Option<Banner>,
}

impl Head {
    /// Address of one of the pathway's pages; `page` as in [`crate::paths::pathway`].
    pub fn to(&self, page: &str) -> String {
        crate::paths::pathway(&self.id, page)
    }

    /// Whether the tab `code` is the one shown.
    pub fn marks(&self, shown: &str, code: &str) -> bool {
        shown == code
    }
}

/// *Overblik*.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// The head.
    pub head: Head,
    /// That the kommune has no agreement in force, with the way to its board.
    pub uncovered: Option<Link>,
    /// Whether she is a minor herself.
    pub minor: bool,
    /// Open tasks of this pathway that the reader may see, most urgent first.
    pub duties: Vec<DutyRow>,
    /// Open tasks without a limit, folded away below.
    pub undated: Vec<DutyRow>,
    /// Her own words, newest first, when she gave any.
    pub words: Option<Words>,
    /// What is known, each with `ikke oplyst` where it is not.
    pub facts: Vec<Fact>,
    /// Pathways of the same family.
    pub kin: Vec<Kin>,
    /// The newest entries.
    pub entries: Vec<Entry>,
    /// What can be written here, without the one action of the most urgent task.
    pub actions: Vec<Action>,
    /// The pages of the entries.
    pub pager: Pager,
}

/// A pathway of the same family.
#[derive(Clone, Debug, Default)]
pub struct Kin {
    /// Whose.
    pub words: String,
    /// Its address; `None` when the reader has no access to it.
    pub href: Option<String>,
}

/// Something she said, word for word.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Her words.
    pub text: String,
    /// When and to whom.
    pub at: String,
}

/// *Tidslinje*.
#[derive(Clone, Debug, Default)]
pub struct TimelinePage {
    /// The head.
    pub head: Head,
    /// The picture.
    pub timeline: Timeline,
    /// All entries, newest first.
    pub entries: Vec<Entry>,
    /// The pages of the entries.
    pub pager: Pager,
}

/// *Udredning*.
#[derive(Clone, Debug, Default)]
pub struct AssessmentPage {
    /// The head.
    pub head: Head,
    /// The newest assessment; `None` before the first.
    pub assessment: Option<Assessment>,
    /// The newest professional judgement of the level.
    pub judgement: Option<Judgement>,
    /// Address to write a new one; `None` when the reader may not.
    pub write: Option<String>,
    /// Address to judge the level.
    pub judge: Option<String>,
}

/// One holistic assessment.
#[derive(Clone, Debug, Default)]
pub struct Assessment {
    /// When, by whom, and whether it is finished.
    pub at: String,
    /// Her situation.
    pub situation: String,
    /// Her resources.
    pub resources: String,
    /// Her challenges.
    pub challenges: String,
    /// All nine problem groups in their order, registered or not.
    pub problems: Vec<Problem>,
    /// Use, a line per substance.
    pub uses: Vec<UseLine>,
}

/// One of the nine problem groups.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// The words of the source.
    pub name: String,
    /// Whether it was registered.
    pub present: bool,
    /// The parts of it, and the note, as words.
    pub details: Vec<String>,
    /// It was registered and no intervention of the plan answers it.
    pub uncovered: bool,
}

/// Use of one substance.
#[derive(Clone, Debug, Default)]
pub struct UseLine {
    /// `Alkohol`.
    pub substance: String,
    /// How long; `ikke oplyst` where not known, as in all of these.
    pub duration: String,
    /// How often.
    pub frequency: String,
    /// When in the pregnancy.
    pub timing: String,
    /// How much.
    pub amount: String,
    /// Prescribed (by whom), not prescribed, unknown.
    pub prescribed: String,
    /// Who says so: told by her, test, seen by others, presumed.
    pub source: String,
}

/// One professional judgement.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// When and by whom.
    pub at: String,
    /// `forstærket ambulant indsats`, `specialiseret døgnbehandling` or `kan ikke afgøres`.
    pub level: String,
    /// The criteria, word for word, each with the answer.
    pub criteria: Vec<Fact>,
    /// The reason.
    pub reason: String,
    /// What she was offered and answered, when it was residential treatment.
    pub offer: Option<String>,
}

/// *Plan*.
#[derive(Clone, Debug, Default)]
pub struct PlanPage {
    /// The head.
    pub head: Head,
    /// Her own words, large, at the top.
    pub words: Option<Words>,
    /// `Plan 2, godkendt 3.3.2026 af …`; `None` before the first plan.
    pub version: Option<String>,
    /// The goals.
    pub goals: Option<String>,
    /// What it lacks, in words: a second strand, an effort for the family.
    pub hints: Vec<String>,
    /// The strands with their interventions.
    pub strands: Vec<Strand>,
    /// Central elements missing, in words; optional elements never stand here.
    pub missing: Vec<String>,
    /// Registered problems that no intervention answers.
    pub uncovered: Vec<String>,
    /// The follow-ups, newest first.
    pub follow_ups: Vec<Entry>,
    /// When the next follow-up is.
    pub next: Option<String>,
    /// What changed since the version before, as sentences.
    pub changes: Vec<String>,
    /// Address to write a plan.
    pub write: Option<String>,
    /// Address to follow up; `None` before a plan.
    pub follow: Option<String>,
}

/// One strand of the plan.
#[derive(Clone, Debug, Default)]
pub struct Strand {
    /// Its name, such as `Rusmiddelbehandling`.
    pub name: String,
    /// Its interventions.
    pub rows: Vec<Intervention>,
}

/// One intervention.
#[derive(Clone, Debug, Default)]
pub struct Intervention {
    /// What.
    pub what: String,
    /// The unit that starts it.
    pub initiator: String,
    /// The person or function responsible.
    pub responsible: String,
    /// When it starts or started.
    pub start: String,
    /// How often, how much.
    pub intensity: String,
    /// The effect as last followed up; `endnu ikke fulgt op`.
    pub effect: String,
    /// `i gang`, `planlagt`, `afsluttet`.
    pub state: String,
}

/// *Møder*.
#[derive(Clone, Debug, Default)]
pub struct MeetingsPage {
    /// The head.
    pub head: Head,
    /// Meetings to come, the next first.
    pub coming: Vec<Meeting>,
    /// Meetings held, newest first.
    pub held: Vec<Meeting>,
    /// What the agreement says about meetings, in a line.
    pub rule: Option<String>,
    /// Address to call a meeting.
    pub call: Option<String>,
}

/// One network meeting.
#[derive(Clone, Debug, Default)]
pub struct Meeting {
    /// `Netværksmøde 2`.
    pub name: String,
    /// When, ready to read.
    pub at: String,
    /// Where.
    pub place: String,
    /// The purpose.
    pub purpose: String,
    /// Who comes or came.
    pub people: Vec<String>,
    /// Decisions, each `hvem: hvad, senest hvornår`.
    pub decisions: Vec<String>,
    /// The minutes.
    pub minutes: Option<String>,
    /// Units that are invited though she has not, or no longer, said yes to meet with them, each in a sentence.
    pub without: Vec<String>,
    /// Address to write the minutes.
    pub write: Option<String>,
    /// Address to take a unit off, or to cancel.
    pub change: Option<String>,
}

/// *Netværk*.
#[derive(Clone, Debug, Default)]
pub struct NetworkPage {
    /// The head.
    pub head: Head,
    /// The map.
    pub map: ActorMap,
    /// The contact log between the units, newest first.
    pub contacts: Vec<Entry>,
    /// Address to add an actor.
    pub add: Option<String>,
    /// Address to appoint another coordinator.
    pub appoint: Option<String>,
    /// Address to open a pathway for an adult beside hers.
    pub adult: Option<String>,
    /// The contact persons of the agreement, with the way to it.
    pub agreed: Option<(Vec<String>, Link)>,
}

/// *Anbefalinger*.
#[derive(Clone, Debug, Default)]
pub struct RecommendationsPage {
    /// The head.
    pub head: Head,
    /// The groups about this kind of pathway, in the order of the source.
    pub groups: Vec<RecommendationGroup>,
    /// The groups about the other kind, folded away below a heading.
    pub others: (String, Vec<RecommendationGroup>),
    /// The source: title, publisher, date.
    pub source: String,
}

/// One group of recommendations.
#[derive(Clone, Debug, Default)]
pub struct RecommendationGroup {
    /// Its number and heading.
    pub title: String,
    /// Its sentences.
    pub items: Vec<RecommendationItem>,
}

/// One recommendation.
#[derive(Clone, Debug, Default)]
pub struct RecommendationItem {
    /// The sentence, word for word.
    pub sentence: String,
    /// How it stands.
    pub standing: Standing,
    /// When it was met, or until when it may be, or why not, a line for each task behind it.
    pub details: Vec<String>,
}

/// How a recommendation stands in one pathway.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Met in time.
    Met,
    /// Met or open after its limit.
    Late,
    /// Somebody wrote why not.
    Explained,
    /// Not yet, and there is time.
    #[default]
    Open,
    /// No rule can express it; people judge it.
    Judged,
    /// It does not concern this pathway now.
    NotNow,
}

impl Standing {
    /// The attribute of the message `standing`.
    pub fn code(self) -> &'static str {
        match self {
            Standing::Met => "met",
            Standing::Late => "late",
            Standing::Explained => "explained",
            Standing::Open => "open",
            Standing::Judged => "judged",
            Standing::NotNow => "not-now",
        }
    }

    /// The class of its mark.
    pub fn mark(self) -> &'static str {
        match self {
            Standing::Met => "mark mark-ok",
            Standing::Late => "mark mark-warn",
            Standing::Explained | Standing::Open | Standing::Judged | Standing::NotNow => "mark",
        }
    }
}

page!(Overview, "pathway/overview.html");
page!(TimelinePage, "pathway/timeline.html");
page!(AssessmentPage, "pathway/assessment.html");
page!(PlanPage, "pathway/plan.html");
page!(MeetingsPage, "pathway/meetings.html");
page!(NetworkPage, "pathway/network.html");
page!(RecommendationsPage, "pathway/recommendations.html");
