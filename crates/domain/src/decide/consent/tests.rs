// SPDX-License-Identifier: EUPL-1.2
//! What is no consent, how long one runs, and that one never touches another.

use super::*;
use crate::body::{ConsentPurpose, Custody, Direction, Giver, PathwayOpened};
use crate::entry::{Author, Content, Entry, Written};
use crate::id::{ControllerId, EmploymentId, EntryId, PathwayId, PersonId, UnitId};
use crate::org::Function;
use crate::refusal::FieldProblem;
use jiff::Timestamp;
use jiff::civil::date;
use std::sync::Arc;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn hand(now: &str) -> Hand {
    Hand {
        author: Arc::new(Author {
            employment: EmploymentId::new("e"),
            name: "N".into(),
            unit: UnitId::new("family"),
            function: Function::Caseworker,
        }),
        controller: ControllerId::new("c"),
        about: vec![PersonId::new("anna")],
        now: at(now),
    }
}

/// A journal that grows.
struct Story(Vec<Entry>);

impl Story {
    fn of(kind: PathwayKind) -> Self {
        let mut story = Self(Vec::new());
        let opened = PathwayOpened {
            pathway: kind,
            subject: PersonId::new("anna"),
            case_number: "c".into(),
            municipality: None,
        };
        let hand = hand("2026-03-01T09:00:00Z");
        story.write(vec![
            hand.write(Category::Coordination, Body::PathwayOpened(opened)),
        ]);
        story
    }

    fn write(&mut self, new: Vec<NewEntry>) {
        for NewEntry { envelope, body } in new {
            let seq = u32::try_from(self.0.len()).unwrap() + 1;
            self.0.push(Entry {
                pathway: PathwayId::new("p"),
                seq,
                id: EntryId::new(format!("e{seq}")),
                recorded: envelope.occurred.at,
                content: Content::Written(Arc::new(Written { envelope, body })),
            });
        }
    }

    fn pathway(&self) -> Pathway {
        Pathway::fold(&self.0)
    }

    fn give(&mut self, given: &ConsentGiven, now: &str) {
        let new = give(&self.pathway(), given, Some(&health()), &hand(now)).unwrap();
        self.write(new);
    }

    fn state(&self, reference: &str, now: &str) -> ConsentState {
        self.pathway().consent(reference).unwrap().state(at(now))
    }
}

fn health() -> GoverningLaw {
    GoverningLaw {
        code: "sul-43".into(),
        months: Some(12),
        written: true,
    }
}

fn authority() -> GoverningLaw {
    GoverningLaw {
        code: "fvl-28".into(),
        months: None,
        written: false,
    }
}

fn asked(on: Date) -> Asking {
    Asking {
        on,
        form: ConsentForm::Written,
        oral_because: None,
        explained: true,
        asked_by: String::new(),
    }
}

fn yes(reference: &str, actors: &[&str]) -> ConsentGiven {
    ConsentGiven {
        reference: RefId::new(reference),
        scope: ConsentScope {
            direction: Direction::Disclose,
            giver: Giver {
                capacity: Capacity::Woman,
                name: String::new(),
                custody: None,
            },
            actors: actors.iter().map(|a| UnitId::new(*a)).collect(),
            except: Vec::new(),
            categories: vec![Category::Social],
            purpose: Some(ConsentPurpose::Coordination),
        },
        law: "sul-43".into(),
        from: date(2026, 3, 3),
        until: None,
        asking: asked(date(2026, 3, 3)),
    }
}

const NOW: &str = "2026-03-03T09:00:00Z";

fn refusal(given: &ConsentGiven, law: &GoverningLaw) -> Vec<(&'static str, Problem)> {
    let pathway = Story::of(PathwayKind::Pregnancy).pathway();
    problems(give(&pathway, given, Some(law), &hand(NOW)))
}

fn problems(decided: Result<Vec<NewEntry>, Refusal>) -> Vec<(&'static str, Problem)> {
    match decided {
        Ok(_) => Vec::new(),
        Err(Refusal::Invalid(problems)) => problems
            .into_iter()
            .map(|FieldProblem { field, problem }| (field, problem))
            .collect(),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn a_consent_to_everything_for_everybody_is_refused_and_each_missing_part_is_named() {
    let mut blanket = yes("c", &[]);
    blanket.scope.categories.clear();
    blanket.scope.purpose = None;
    let pathway = Story::of(PathwayKind::Pregnancy).pathway();
    let missing = [
        ("actors", Problem::NotChosen),
        ("categories", Problem::NotChosen),
        ("purpose", Problem::NotChosen),
        ("law", Problem::NotChosen),
    ];
    assert_eq!(
        problems(give(&pathway, &blanket, None, &hand(NOW))),
        missing
    );
    assert_eq!(refusal(&yes("c", &["alcohol"]), &health()), []);
}

#[test]
fn what_is_always_restricted_and_what_is_the_partners_is_not_hers_to_open() {
    let with = |category, capacity| {
        let mut given = yes("c", &["alcohol"]);
        given.scope.categories = vec![category];
        given.scope.giver.capacity = capacity;
        refusal(&given, &health())
    };
    let never = [("categories", Problem::NotByConsent)];
    assert_eq!(with(Category::AbortionLoss, Capacity::Woman), never);
    assert_eq!(with(Category::CrimeExploitation, Capacity::Woman), never);
    assert_eq!(with(Category::Partner, Capacity::Woman), never);
    assert_eq!(with(Category::Social, Capacity::Partner), never);
    assert_eq!(with(Category::Partner, Capacity::Partner), []);
}

#[test]
fn the_law_says_how_long_and_that_it_is_written() {
    let mut given = yes("c", &["alcohol"]);
    given.until = Some(date(2027, 3, 3));
    assert_eq!(
        refusal(&given, &health()),
        [("until", Problem::LongerThanLaw)]
    );
    given.until = Some(date(2027, 3, 2));
    assert_eq!(refusal(&given, &health()), []);
    given.until = Some(date(2030, 1, 1));
    assert_eq!(refusal(&given, &authority()), []);
    given.until = None;
    given.asking.form = ConsentForm::Oral;
    assert_eq!(
        refusal(&given, &health()),
        [("oral_because", Problem::NeedsReason)]
    );
    given.asking.oral_because = Some("Hun kan ikke læse i dag.".into());
    assert_eq!(refusal(&given, &health()), []);
    assert_eq!(
        health().last_day(date(2028, 2, 29)),
        Some(date(2029, 2, 27)),
        "given on a leap day, it lapses on 28 February"
    );
}

#[test]
fn days_that_cannot_be_are_refused() {
    let changed = |change: fn(&mut ConsentGiven)| {
        let mut given = yes("c", &["alcohol"]);
        change(&mut given);
        refusal(&given, &authority())
    };
    assert_eq!(
        changed(|g| g.asking.on = date(2026, 3, 4)),
        [("on", Problem::InTheFuture), ("from", Problem::BeforeGiven)]
    );
    assert_eq!(
        changed(|g| g.from = date(2026, 3, 2)),
        [("from", Problem::BeforeGiven)]
    );
    assert_eq!(
        changed(|g| {
            g.asking.on = date(2026, 1, 1);
            g.from = date(2026, 1, 1);
            g.until = Some(date(2026, 3, 2));
        }),
        [("until", Problem::InThePast)],
        "what has ended is no consent: she is asked"
    );
    assert_eq!(
        changed(|g| {
            g.from = date(2026, 5, 1);
            g.until = Some(date(2026, 4, 30));
        }),
        [("until", Problem::NotLater)]
    );
}

#[test]
fn it_runs_from_its_first_day_to_the_end_of_its_last() {
    let mut story = Story::of(PathwayKind::Pregnancy);
    let mut given = yes("c", &["alcohol"]);
    given.from = date(2026, 4, 1);
    story.give(&given, NOW);
    assert_eq!(story.state("c", NOW), ConsentState::Ahead);
    // Danish days: two hours ahead of UTC in April, one in March.
    assert_eq!(
        story.state("c", "2026-03-31T21:59:00Z"),
        ConsentState::Ahead
    );
    assert_eq!(
        story.state("c", "2026-03-31T22:00:00Z"),
        ConsentState::Running
    );
    assert_eq!(
        story.state("c", "2027-03-02T22:59:00Z"),
        ConsentState::Running
    );
    assert_eq!(
        story.state("c", "2027-03-02T23:00:00Z"),
        ConsentState::Expired
    );
    let change = |now| story.pathway().consents_change(at(now));
    assert_eq!(change(NOW), Some(at("2026-03-31T22:00:00Z")));
    assert_eq!(
        change("2026-04-01T00:00:00Z"),
        Some(at("2027-03-02T23:00:00Z"))
    );
    assert_eq!(change("2027-04-01T00:00:00Z"), None);
}

#[test]
fn a_no_or_a_withdrawal_touches_no_other_consent() {
    let mut story = Story::of(PathwayKind::Pregnancy);
    story.give(&yes("a", &["alcohol", "psychiatry"]), NOW);
    story.give(&yes("b", &["alcohol"]), NOW);
    let refused = ConsentRefused {
        reference: RefId::new("n"),
        scope: ConsentScope {
            actors: Vec::new(),
            categories: Vec::new(),
            purpose: None,
            ..yes("n", &[]).scope
        },
        renewal_of: None,
        ask_again: None,
        asking: asked(date(2026, 3, 3)),
    };
    story.write(refuse(&story.pathway(), &refused, &hand(NOW)).unwrap());
    let back = |actors: &[&str]| ConsentWithdrawn {
        reference: RefId::new("a"),
        actors: actors.iter().map(|a| UnitId::new(*a)).collect(),
        form: ConsentForm::Oral,
        note: String::new(),
    };
    story.write(withdraw(&story.pathway(), &back(&["psychiatry"]), &hand(NOW)).unwrap());
    assert_eq!(story.state("n", NOW), ConsentState::Refused);
    assert_eq!(story.state("a", NOW), ConsentState::Running);
    let pathway = story.pathway();
    assert_eq!(pathway.consents[0].scope.actors, [UnitId::new("alcohol")]);
    story.write(withdraw(&pathway, &back(&[]), &hand(NOW)).unwrap());
    assert_eq!(story.state("a", NOW), ConsentState::Withdrawn);
    assert_eq!(story.state("b", NOW), ConsentState::Running);
    assert_eq!(
        withdraw(&story.pathway(), &back(&[]), &hand(NOW)),
        Err(Refusal::NotNow(NotNow::NoSuchConsent))
    );
}

#[test]
fn a_new_yes_adds_and_never_takes_away() {
    let mut story = Story::of(PathwayKind::Pregnancy);
    story.give(&yes("c", &["alcohol"]), NOW);
    let later = "2027-02-20T09:00:00Z";
    let extended = |until, actors: &[&str]| ConsentExtended {
        reference: RefId::new("c"),
        actors: actors.iter().map(|a| UnitId::new(*a)).collect(),
        categories: Vec::new(),
        until,
        asking: asked(date(2027, 2, 20)),
    };
    let decide = |story: &Story, extended: &ConsentExtended| {
        extend(&story.pathway(), extended, Some(&health()), &hand(later))
    };
    let shorter = extended(Some(date(2027, 2, 28)), &[]);
    assert_eq!(
        problems(decide(&story, &shorter)),
        [("until", Problem::NotLater)]
    );
    let unlimited = extended(Some(date(2028, 2, 20)), &[]);
    assert_eq!(
        problems(decide(&story, &unlimited)),
        [("until", Problem::LongerThanLaw)]
    );
    let nothing = extended(Some(date(2027, 3, 2)), &[]);
    assert_eq!(
        problems(decide(&story, &nothing)),
        [("until", Problem::NotLater)]
    );
    let longer = extended(Some(date(2028, 2, 19)), &["psychiatry"]);
    let new = decide(&story, &longer).unwrap();
    story.write(new);
    let pathway = story.pathway();
    let consent = pathway.consent("c").unwrap();
    assert_eq!(consent.until, Some(date(2028, 2, 19)));
    assert_eq!(consent.scope.actors.len(), 2);
    assert_eq!(
        story.state("c", "2027-06-01T09:00:00Z"),
        ConsentState::Running
    );
}

#[test]
fn only_who_can_decide_says_yes_in_a_childs_pathway_and_custody_must_be_settled() {
    let child = Story::of(PathwayKind::Child).pathway();
    let mut given = yes("c", &["alcohol"]);
    let decide = |given: &ConsentGiven| problems(give(&child, given, Some(&health()), &hand(NOW)));
    assert_eq!(decide(&given), [("giver", Problem::UnknownCode)]);
    given.scope.giver.capacity = Capacity::CustodyHolder;
    assert_eq!(
        decide(&given),
        [
            ("giver_name", Problem::Missing),
            ("custody", Problem::NotChosen)
        ]
    );
    given.scope.giver.name = "Anna Test".into();
    given.scope.giver.custody = Some(Custody::Shared);
    assert_eq!(decide(&given), []);
}

/// A child's journal with its birthday and two who have custody.
fn child_born(born: Date) -> Pathway {
    let mut story = Story::of(PathwayKind::Child);
    let hand = hand("2026-03-01T09:00:00Z");
    let custody = Body::CustodyStated(crate::body::CustodyStated {
        custody: CustodyState::Shared,
        holders: vec!["Anna Test".into(), "Bo Test".into()],
    });
    story.write(vec![hand.write(Category::FamilyNetwork, custody)]);
    let mut pathway = story.pathway();
    pathway.is_born_on(Some(born));
    pathway
}

#[test]
fn a20_who_says_yes_for_a_child_follows_from_its_age() {
    let by = |capacity, name: &str, kinds: &[Category], born| {
        let mut given = yes("c", &["alcohol"]);
        given.scope.giver = Giver {
            capacity,
            name: name.into(),
            custody: (capacity == Capacity::CustodyHolder).then_some(Custody::Shared),
        };
        given.scope.categories = kinds.to_vec();
        given.until = None;
        problems(give(&child_born(born), &given, Some(&health()), &hand(NOW)))
    };
    let (holder, own) = (Capacity::CustodyHolder, Capacity::YoungPerson);
    let health_kind = [Category::ChildHealth];
    let social = [Category::Social];
    // On the day of asking, 3 March 2026, the child is: 14, 15, 17 until tomorrow, and 18.
    let [small, young, nearly, adult] = [2011, 2011, 2008, 2008]
        .into_iter()
        .zip([4, 3, 4, 3])
        .map(|(year, day)| date(year, 3, day))
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    assert_eq!(by(holder, "Bo Test", &health_kind, small), []);
    assert_eq!(
        by(own, "", &health_kind, small),
        [("giver", Problem::TooYoung)]
    );
    assert_eq!(by(own, "", &health_kind, young), []);
    assert_eq!(
        by(own, "", &social, young),
        [("categories", Problem::ForCustody)]
    );
    assert_eq!(
        by(holder, "Bo Test", &health_kind, young),
        [("categories", Problem::OwnHealth)]
    );
    assert_eq!(by(holder, "Bo Test", &social, nearly), []);
    assert_eq!(
        by(holder, "Bo Test", &social, adult),
        [("giver", Problem::OfAge)]
    );
    assert_eq!(by(own, "", &social, adult), []);
    assert_eq!(
        by(holder, "Carl Test", &social, small),
        [("giver_name", Problem::NoCustody)]
    );
}

#[test]
fn a20_a_yes_of_those_with_custody_runs_no_longer_than_their_custody() {
    let mut given = yes("c", &["alcohol"]);
    given.scope.giver = Giver {
        capacity: Capacity::CustodyHolder,
        name: "Bo Test".into(),
        custody: Some(Custody::Shared),
    };
    given.until = None;
    let pathway = child_born(date(2008, 3, 20));
    let made = give(&pathway, &given, Some(&health()), &hand(NOW)).unwrap();
    let Body::ConsentGiven(written) = &made[0].body else {
        panic!("it is a yes");
    };
    assert_eq!(written.until, Some(date(2026, 3, 19)));
    given.until = Some(date(2026, 3, 20));
    let refused = give(&pathway, &given, Some(&health()), &hand(NOW));
    assert_eq!(problems(refused), [("until", Problem::LongerThanLaw)]);
}
