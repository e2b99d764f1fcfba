// SPDX-License-Identifier: EUPL-1.2
//! What may change hands, on what, and who reads it afterwards (rows S2-039, S2-040; practice B17, B18).

use super::*;
use crate::body::{
    Asking as Said, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentScope,
    ConsentWithdrawn, Custody, Giver, MeetingCalled, NoteWritten, PathwayKind, PathwayOpened,
};
use crate::decide::meeting::{Agreed, call};
use crate::directory::Directory;
use crate::entry::{Author, Content, Written};
use crate::id::{ControllerId, EmploymentId, PathwayId, PersonId};
use crate::journal::Shares;
use crate::org::Function;
use crate::policy::Grounds;
use jiff::Timestamp;
use jiff::civil::date;
use std::sync::Arc;

const NOW: &str = "2026-03-10T09:00:00Z";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn hand(unit: &str) -> Hand {
    Hand {
        author: Arc::new(Author {
            employment: EmploymentId::new("e"),
            name: "N".into(),
            unit: UnitId::new(unit),
            function: Function::Caseworker,
        }),
        controller: ControllerId::new("c"),
        about: vec![PersonId::new("anna")],
        now: at(NOW),
    }
}

struct Story(Vec<Entry>);

impl Story {
    /// A pathway of the family department with one social note and one psychiatric note of the clinic.
    fn new() -> Self {
        let mut story = Self(Vec::new());
        let opened = PathwayOpened {
            pathway: PathwayKind::Pregnancy,
            subject: PersonId::new("anna"),
            case_number: "c".into(),
            municipality: None,
        };
        story.add(hand("family").write(Category::Coordination, Body::PathwayOpened(opened)));
        story.note("family", Category::Social);
        story.note("clinic", Category::Psychiatric);
        story
    }

    fn add(&mut self, NewEntry { envelope, body }: NewEntry) -> EntryId {
        let seq = u32::try_from(self.0.len()).unwrap() + 1;
        let id = EntryId::new(format!("e{seq}"));
        self.0.push(Entry {
            pathway: PathwayId::new("p"),
            seq,
            id: id.clone(),
            recorded: envelope.occurred.at,
            content: Content::Written(Arc::new(Written { envelope, body })),
        });
        id
    }

    fn note(&mut self, unit: &str, category: Category) -> EntryId {
        let note = NoteWritten { text: "n".into() };
        self.add(hand(unit).write(category, Body::NoteWritten(note)))
    }

    fn all(&mut self, new: Vec<NewEntry>) -> Vec<EntryId> {
        new.into_iter().map(|entry| self.add(entry)).collect()
    }

    fn whole(&self) -> Pathway {
        Pathway::fold(&self.0)
    }

    fn consents(&mut self, reference: &str, direction: Direction, actor: &str, last: Option<i8>) {
        let woman = Giver {
            capacity: Capacity::Woman,
            name: String::new(),
            custody: None,
        };
        self.consents_by(woman, (reference, direction), actor, last);
    }

    fn consents_by(
        &mut self,
        who: Giver,
        (reference, direction): (&str, Direction),
        actor: &str,
        last: Option<i8>,
    ) {
        let given = ConsentGiven {
            reference: RefId::new(reference),
            scope: ConsentScope {
                direction,
                giver: who,
                actors: vec![UnitId::new(actor)],
                except: Vec::new(),
                categories: vec![Category::Social],
                purpose: Some(ConsentPurpose::Coordination),
            },
            law: "fvl-28".into(),
            from: date(2026, 3, 1),
            until: last.map(|day| date(2026, 3, day)),
            asking: Said {
                on: date(2026, 3, 1),
                form: ConsentForm::Oral,
                oral_because: None,
                explained: true,
                asked_by: String::new(),
            },
        };
        let mut entry = hand("family").write(Category::Coordination, Body::ConsentGiven(given));
        entry.envelope.restricted = true;
        self.add(entry);
    }

    fn withdraws(&mut self, reference: &str) {
        let back = ConsentWithdrawn {
            reference: RefId::new(reference),
            actors: Vec::new(),
            form: ConsentForm::Oral,
            note: String::new(),
        };
        self.add(hand("family").write(Category::Coordination, Body::ConsentWithdrawn(back)));
    }

    fn reads(&self, unit: &str, id: &EntryId) -> bool {
        let whole = self.whole();
        let grounds = Grounds {
            shares: &Shares::of(&self.0),
            consents: Consents::of(&whole),
            shown: &whole.shown,
            misfiled: &[],
            sealed: &[],
            now: at(NOW),
        };
        let entry = self.0.iter().find(|e| &e.id == id).unwrap();
        grounds.unit_reads(&UnitId::new(unit), entry)
    }

    fn passes(&self, from: &str, passing: &Passing) -> Result<Vec<NewEntry>, Refusal> {
        let readable: Vec<&Entry> = self.0.iter().collect();
        disclose(&readable, &self.whole(), passing, &hand(from))
    }

    fn asks(&self, asking: &Asking) -> Result<Vec<NewEntry>, Refusal> {
        let whole = self.whole();
        request(&whole, &whole, asking, &hand("family"))
    }

    fn calls(&self, units: &[&str], when: &str) -> Result<Vec<NewEntry>, Refusal> {
        let whole = self.whole();
        let called = MeetingCalled {
            reference: RefId::new("m"),
            at: at(when),
            place: "p".into(),
            purpose: "q".into(),
            units: units.iter().map(|u| UnitId::new(*u)).collect(),
            ..MeetingCalled::default()
        };
        let directory = Directory::default();
        let agreed = Agreed {
            answers: None,
            earliest: None,
            directory: &directory,
        };
        call((&whole, &whole), (&called, None), agreed, &hand("family"))
    }
}

fn passing(entries: &[&EntryId], ground: Ground) -> Passing {
    Passing {
        to: UnitId::new("psych"),
        entries: entries.iter().map(|id| (*id).clone()).collect(),
        ground,
        reason: "for the plan".into(),
        tell: false,
    }
}

fn asking(ground: Ground) -> Asking {
    Asking {
        reference: RefId::new("q1"),
        unit: UnitId::new("psych"),
        categories: vec![Category::Social],
        question: "How is she?".into(),
        ground,
    }
}

fn lacks(direction: Direction, unit: &str, categories: &[Category]) -> Refusal {
    Refusal::NoConsent(NoConsent {
        direction,
        unit: UnitId::new(unit),
        categories: categories.to_vec(),
    })
}

#[test]
fn s2_040_without_a_consent_nothing_is_passed_on_and_what_lacks_is_named() {
    let mut story = Story::new();
    let (social, psychiatric) = (EntryId::new("e2"), EntryId::new("e3"));
    let both = passing(&[&social, &psychiatric], Ground::Consent);
    let refused = story.passes("family", &both).unwrap_err();
    let kinds = [Category::Social, Category::Psychiatric];
    assert_eq!(refused, lacks(Direction::Disclose, "psych", &kinds));
    // A yes to fetch from psychiatry is none to tell psychiatry.
    story.consents("c1", Direction::Obtain, "psych", None);
    let one = passing(&[&social], Ground::Consent);
    let refused = story.passes("family", &one).unwrap_err();
    assert_eq!(
        refused,
        lacks(Direction::Disclose, "psych", &[Category::Social])
    );
}

#[test]
fn s2_040_what_was_passed_on_is_read_as_long_as_the_consent_runs_and_the_disclosure_stays() {
    let mut story = Story::new();
    let social = EntryId::new("e2");
    story.consents("c1", Direction::Disclose, "psych", None);
    let made = story
        .passes("family", &passing(&[&social], Ground::Consent))
        .unwrap();
    let disclosed = story.all(made);
    assert!(story.reads("psych", &social) && story.reads("psych", &disclosed[0]));
    story.withdraws("c1");
    assert!(!story.reads("psych", &social) && !story.reads("psych", &disclosed[0]));
    // Who passed it on still sees that it was done.
    assert!(story.reads("family", &disclosed[0]));
    let refused = story.passes("family", &passing(&[&social], Ground::Consent));
    assert!(matches!(refused, Err(Refusal::NoConsent(_))));
}

#[test]
fn who_may_know_what_is_never_passed_on() {
    let mut story = Story::new();
    story.consents("c1", Direction::Disclose, "psych", None);
    let consent = EntryId::new("e4");
    for ground in [Ground::Consent, Ground::Law("FVL § 28".into())] {
        let refused = story.passes("family", &passing(&[&consent], ground));
        assert_eq!(refused.unwrap_err(), Refusal::NotNow(NotNow::NotYourEntry));
    }
}

#[test]
fn b17_by_law_a_unit_passes_on_what_it_wrote_itself_and_says_why() {
    let story = Story::new();
    let (social, psychiatric) = (EntryId::new("e2"), EntryId::new("e3"));
    let law = || Ground::Law("SUL § 43 stk. 2".into());
    let mut own = passing(&[&social], law());
    assert_eq!(story.passes("family", &own).unwrap().len(), 1);
    own.reason.clear();
    let refused = story.passes("family", &own);
    assert!(matches!(refused, Err(Refusal::Invalid(p)) if p[0].problem == Problem::NeedsReason));
    let anothers = story.passes("family", &passing(&[&psychiatric], law()));
    assert_eq!(anothers.unwrap_err(), Refusal::NotNow(NotNow::NotYourEntry));
}

#[test]
fn s2_040_a_request_rests_on_a_yes_to_fetch_and_its_answer_stays_with_who_asked() {
    let mut story = Story::new();
    story.consents("c1", Direction::Disclose, "psych", None);
    let refused = story.asks(&asking(Ground::Consent)).unwrap_err();
    assert_eq!(
        refused,
        lacks(Direction::Obtain, "psych", &[Category::Social])
    );
    story.consents("c2", Direction::Obtain, "psych", None);
    let made = story.asks(&asking(Ground::Consent)).unwrap();
    let asked = story.all(made);
    assert!(story.reads("psych", &asked[0]));
    let known = story.whole();
    let mut answered = RequestAnswered {
        reference: RefId::new("q1"),
        answer: RequestAnswer::Told,
        text: "She sleeps badly.".into(),
        entries: Vec::new(),
    };
    let says = |answered: &RequestAnswered, category, unit| {
        answer(&known, &story.0, answered, category, &hand(unit))
    };
    // Only who was asked answers, with a kind that was asked for.
    let outsider = says(&answered, Some(Category::Social), "clinic");
    assert_eq!(
        outsider.unwrap_err(),
        Refusal::NotNow(NotNow::NoSuchRequest)
    );
    assert!(says(&answered, Some(Category::Psychiatric), "psych").is_err());
    let made = says(&answered, Some(Category::Social), "psych").unwrap();
    answered.text.clear();
    assert!(says(&answered, Some(Category::Social), "psych").is_err());
    let told = story.all(made);
    story.withdraws("c2");
    assert!(story.reads("family", &told[0]));
    assert!(!story.reads("psych", &asked[0]) && story.reads("psych", &told[0]));
}

#[test]
fn s2_052_where_two_have_custody_both_say_yes_to_a_meeting_and_to_asking() {
    let mut story = Story::new();
    let soon = "2026-03-12T09:00:00Z";
    let parent = |name: &str| Giver {
        capacity: Capacity::CustodyHolder,
        name: name.into(),
        custody: Some(Custody::Shared),
    };
    for (number, direction) in [(1, Direction::Meet), (2, Direction::Obtain)] {
        let first = format!("a{number}");
        story.consents_by(parent("Ane"), (&first, direction), "psych", None);
    }
    assert!(story.calls(&["psych"], soon).is_err());
    assert!(story.asks(&asking(Ground::Consent)).is_err());
    for (number, direction) in [(1, Direction::Meet), (2, Direction::Obtain)] {
        let second = format!("b{number}");
        story.consents_by(parent("Bo"), (&second, direction), "psych", None);
    }
    assert!(story.calls(&["psych"], soon).is_ok());
    assert!(story.asks(&asking(Ground::Consent)).is_ok());
}

#[test]
fn s2_039_a_unit_is_called_to_a_meeting_on_a_yes_that_runs_on_the_day() {
    let mut story = Story::new();
    let soon = "2026-03-12T09:00:00Z";
    let refused = story.calls(&["psych"], soon).unwrap_err();
    assert_eq!(refused, lacks(Direction::Meet, "psych", &[]));
    assert!(story.calls(&["family"], soon).is_ok());
    story.consents("c1", Direction::Meet, "psych", Some(20));
    assert!(story.calls(&["psych"], "2026-03-25T09:00:00Z").is_err());
    let made = story.calls(&["psych"], soon).unwrap();
    let called = story.all(made);
    assert!(story.reads("psych", &called[0]));
    // To meet is no yes to be told.
    assert!(!story.reads("psych", &EntryId::new("e2")));
    story.withdraws("c1");
    assert!(!story.reads("psych", &called[0]));
}
