// SPDX-License-Identifier: EUPL-1.2
//! The pathway: its head and tabs, and a page for each tab.
//!
//! Every list holds only what the reader may see; nothing tells how much there is besides.

use super::access::Banner;
use super::actors::ActorMap;
use super::duty::{Action, DutyRow};
use super::form::Form;
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
    /// Whether it is a child's.
    pub child: bool,
}

/// Pages of a pathway that have a tab, and their codes.
const TABS: [(&str, &str); 11] = [
    ("", "overview"),
    ("barnets-traad", "thread"),
    ("tidslinje", "timeline"),
    ("tegn", "signs"),
    ("udredning", "assessment"),
    ("plan", "plan"),
    ("behandling", "treatment"),
    ("moeder", "meetings"),
    ("netvaerk", "network"),
    ("samtykker", "consents"),
    ("anbefalinger", "recommendations"),
];

impl Head {
    /// Address of one of the pathway's pages; `page` as in [`crate::paths::pathway`].
    pub fn to(&self, page: &str) -> String {
        crate::paths::pathway(&self.id, page)
    }

    /// The tabs: the page of each and its code. A child's life and what is seen in it have theirs in a child's pathway alone;
    /// treatment is what a grown person asks for, and a child's pathway knows of none.
    pub fn tabs(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let fits = |code: &str| match code {
            "thread" | "signs" => self.child,
            "treatment" => !self.child,
            _ => true,
        };
        TABS.into_iter().filter(move |(_, code)| fits(code))
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
    pub actions: Vec<ActionGroup>,
    /// The pages of the entries.
    pub pager: Pager,
}

/// What can be done, by what one wants to do.
#[derive(Clone, Debug, Default)]
pub struct ActionGroup {
    /// What one wants; empty where there is one group alone, which is a plain list.
    pub title: String,
    /// Whether it stands open.
    pub open: bool,
    /// What there is.
    pub actions: Vec<Action>,
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
    /// Use over time; `None` for a child.
    pub uses: Option<UseProfile>,
    /// Screening tools; `None` for a child.
    pub screenings: Option<Screenings>,
}

/// Screening tools she has answered, and those that can be asked.
#[derive(Clone, Debug, Default)]
pub struct Screenings {
    /// What the newest suggest.
    pub prompts: Vec<ScreeningPrompt>,
    /// Every time one was answered, newest first.
    pub lines: Vec<ScreeningLine>,
    /// Tools that are asked question by question; none when the reader may not write.
    pub asked: Vec<Link>,
    /// Tools of which the score is kept.
    pub scored: Vec<Link>,
}

/// What a score suggests: to assess, never a diagnosis.
#[derive(Clone, Debug, Default)]
pub struct ScreeningPrompt {
    /// Whether it cannot wait.
    pub today: bool,
    /// What to do.
    pub words: String,
    /// Which tool, and when it was answered.
    pub from: String,
    /// Where the limit comes from.
    pub source: String,
}

/// One time a tool was answered.
#[derive(Clone, Debug, Default)]
pub struct ScreeningLine {
    /// When.
    pub at: String,
    /// Which.
    pub tool: String,
    /// `7 point`, or *ikke oplyst* with how much was answered.
    pub score: String,
    /// Who wrote it.
    pub by: String,
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

/// Use over time: a picture, and the same in a table.
#[derive(Clone, Debug, Default)]
pub struct UseProfile {
    /// One lane per substance, against weeks.
    pub picture: Timeline,
    /// Every substance of the catalogue.
    pub substances: Vec<UseSubstance>,
}

/// One substance.
#[derive(Clone, Debug, Default)]
pub struct UseSubstance {
    /// `Alkohol`.
    pub name: String,
    /// What was told, newest first; none is *ikke oplyst*.
    pub lines: Vec<UseLine>,
}

/// Use of one substance, as it was told once.
#[derive(Clone, Debug, Default)]
pub struct UseLine {
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
    /// When it was told, and by whom it was written.
    pub told: String,
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
    /// Who of her own life can be a support, and who has no part, a line each.
    pub people: Vec<String>,
    /// What the agreement asks for by name, with what stands in it.
    pub sections: Vec<(String, String)>,
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
    /// The meetings the agreement says there should be.
    pub planned: Vec<Planned>,
    /// What the next one is to talk about: her wishes first.
    pub agenda: Vec<String>,
    /// Times that are proposed for one.
    pub proposals: Vec<Proposed>,
    /// Address to propose times.
    pub ask: Option<String>,
    /// What every form needs.
    pub form: Form,
    /// What the agreement says about meetings, in a line.
    pub rule: Option<String>,
    /// Address to call a meeting.
    pub call: Option<String>,
}

/// Times proposed for a meeting.
#[derive(Clone, Debug, Default)]
pub struct Proposed {
    /// What it is about.
    pub purpose: String,
    /// The times.
    pub times: Vec<ProposedTime>,
    /// Where a time is chosen, for the unit that asks.
    pub call: Option<String>,
    /// Where one's own answer is given, for a unit that was asked.
    pub answer: Option<String>,
}

/// One time.
#[derive(Clone, Debug, Default)]
pub struct ProposedTime {
    /// As it is sent.
    pub value: String,
    /// When, ready to read.
    pub at: String,
    /// What each has answered.
    pub who: Vec<String>,
    /// Whether it suits all who were asked.
    pub all: bool,
}

/// A meeting the agreement says there should be.
#[derive(Clone, Debug, Default)]
pub struct Planned {
    /// `Netværksmøde 2`.
    pub name: String,
    /// When, in the agreement's words, with the day when it is known.
    pub when: String,
    /// Whether it has been called or held.
    pub state: String,
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
    /// Whether she was there, in words without reproach.
    pub her: Option<String>,
    /// How she is helped to come, each with who sees to it.
    pub support: Vec<String>,
    /// Who the minutes were sent to, and who not.
    pub sent: Option<String>,
    /// Units that are invited though she has not, or no longer, said yes to meet with them, each in a sentence.
    pub without: Vec<String>,
    /// Address to write the minutes.
    pub write: Option<String>,
    /// Address of the file for the reader's own calendar, until it was held.
    pub calendar: Option<String>,
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
