// SPDX-License-Identifier: EUPL-1.2
//! A family that moves: who says so, who takes the case, and what is over for the kommune it leaves.

use super::*;
use crate::body::{
    Asking, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentScope,
    CoordinatorAppointed, Direction, Giver, PathwayOpened,
};
use crate::fixture::{self, Grown};
use crate::id::{ControllerId, EmploymentId, PersonId, UnitId};
use crate::org::{Function, UnitKind};
use crate::refusal::{FieldProblem, NoConsent};
use jiff::civil::date;

const OLD: &str = "0461";
const NEW: &str = "0330";

fn unit(id: &str, municipality: &str) -> Unit {
    Unit {
        municipality: Some(MunicipalityCode::new(municipality)),
        controller: ControllerId::new(id),
        ..fixture::unit(id, UnitKind::FamilyDepartment)
    }
}

fn employed(id: &str, unit: &str) -> Employment {
    fixture::employment(id, unit, Function::Caseworker)
}

/// A pregnancy that moves from one kommune to another.
struct Story(Grown);

impl Story {
    /// A pregnancy in the old kommune with a coordinator there, who reads what she lets the department read.
    fn begun() -> Self {
        let mut story = Self(Grown::new());
        let hand = story.hand("old");
        let opened = Body::PathwayOpened(PathwayOpened {
            pathway: PathwayKind::Pregnancy,
            subject: PersonId::new("anna"),
            case_number: "c".into(),
            municipality: Some(MunicipalityCode::new(OLD)),
        });
        let coordinator = Body::CoordinatorAppointed(CoordinatorAppointed {
            employment: EmploymentId::new("mette"),
            name: "METTE".into(),
            unit: UnitId::new("old"),
            phone: String::new(),
            deviation: None,
        });
        let bodies = [opened, coordinator, Body::ConsentGiven(consent("old"))];
        let entries = bodies.map(|body| hand.write(Category::Coordination, body));
        story.write(entries.to_vec());
        story
    }

    fn hand(&self, unit: &str) -> Hand {
        self.0.hand((unit, unit), Function::Caseworker)
    }

    fn write(&mut self, new: Vec<NewEntry>) {
        self.0.write(new);
    }

    fn pathway(&self) -> Pathway {
        self.0.pathway()
    }

    fn moves(&mut self, whereabouts: Whereabouts, to: Option<&str>) -> Result<(), Refusal> {
        let told = moved(whereabouts, to);
        let entries = register(&self.pathway(), &told, &unit("old", OLD), &self.hand("old"))?;
        self.write(entries);
        Ok(())
    }

    fn hands_over(&mut self, told: &HandOver) -> Result<(), Refusal> {
        let whole = self.pathway();
        let (own, new) = (unit("old", OLD), unit("new", NEW));
        let readable: Vec<&Entry> = self.0.entries.iter().collect();
        let on = HandingOver {
            whole: &whole,
            readable: &readable,
            running: &[],
            own: &own,
            new: Some(&new),
        };
        let references = (&RefId::new("h"), &RefId::new("n"));
        let entries = hand_over(on, told, references, &self.hand("old"))?;
        self.write(entries);
        Ok(())
    }

    fn takes(&mut self, by: &str, protected: bool) -> Result<Vec<NewEntry>, Refusal> {
        let own = unit(by, NEW);
        let who = employed("hanne", by);
        let acts = MunicipalityCode::new(NEW);
        let entries = accept(
            &self.pathway(),
            (&who, &own),
            (&acts, protected),
            &self.hand(by),
        )?;
        self.write(entries.clone());
        Ok(entries)
    }
}

fn moved(whereabouts: Whereabouts, to: Option<&str>) -> FamilyMoved {
    FamilyMoved {
        on: date(2026, 4, 1),
        whereabouts,
        to: to.map(MunicipalityCode::new),
        note: String::new(),
    }
}

fn consent(actor: &str) -> ConsentGiven {
    ConsentGiven {
        reference: RefId::new(format!("c-{actor}")),
        scope: ConsentScope {
            direction: Direction::Disclose,
            giver: Giver {
                capacity: Capacity::Woman,
                name: String::new(),
                custody: None,
            },
            actors: vec![UnitId::new(actor)],
            except: Vec::new(),
            categories: vec![Category::Social],
            purpose: Some(ConsentPurpose::Coordination),
        },
        law: "fvl-28".into(),
        from: date(2026, 3, 1),
        until: None,
        asking: Asking {
            on: date(2026, 3, 1),
            form: ConsentForm::Written,
            oral_because: None,
            explained: true,
            asked_by: String::new(),
        },
    }
}

fn by_law() -> HandOver {
    HandOver {
        summary: "resume".into(),
        needs: "behov".into(),
        strengths: "styrker".into(),
        challenges: "udfordringer".into(),
        exposure: Some((ExposurePosition::Known, "udsat".into())),
        entries: Vec::new(),
        ground: Ground::Law(LAW.into()),
        told: Some(Told::Yes),
        told_note: String::new(),
    }
}

fn invalid<T: std::fmt::Debug>(told: Result<T, Refusal>) -> Vec<(&'static str, Problem)> {
    match told {
        Err(Refusal::Invalid(problems)) => problems
            .into_iter()
            .map(|FieldProblem { field, problem }| (field, problem))
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn s4_030_a_move_names_another_kommune_or_that_none_is_known() {
    let mut story = Story::begun();
    let home = story.moves(Whereabouts::Home, None);
    assert_eq!(invalid(home), [("municipality", Problem::NotChosen)]);
    let same = story.moves(Whereabouts::Home, Some(OLD));
    assert_eq!(invalid(same), [("municipality", Problem::SameMunicipality)]);
    let nowhere = story.moves(Whereabouts::Unknown, Some(NEW));
    assert_eq!(invalid(nowhere), [("municipality", Problem::NotNeeded)]);
    // Without a home where the case is already: nobody else acts.
    story.moves(Whereabouts::Homeless, Some(OLD)).unwrap();
    assert_eq!(story.pathway().moves_to(), None);
    story.moves(Whereabouts::Homeless, Some(NEW)).unwrap();
    let to = MunicipalityCode::new(NEW);
    assert_eq!(story.pathway().moves_to(), Some(&to));
}

#[test]
fn s0_048_nothing_is_handed_over_without_its_three_sections_and_a_position_on_exposure() {
    let mut story = Story::begun();
    let early = story.hands_over(&by_law());
    assert!(matches!(early, Err(Refusal::NotNow(NotNow::NotMoved))));
    story.moves(Whereabouts::Home, Some(NEW)).unwrap();
    let empty = HandOver {
        summary: String::new(),
        needs: " ".into(),
        strengths: String::new(),
        challenges: String::new(),
        exposure: None,
        ..by_law()
    };
    let before = story.0.entries.len();
    assert_eq!(
        invalid(story.hands_over(&empty)),
        [
            ("summary", Problem::Missing),
            ("needs", Problem::Missing),
            ("strengths", Problem::Missing),
            ("challenges", Problem::Missing),
            ("exposure", Problem::NotChosen),
        ]
    );
    assert_eq!(story.0.entries.len(), before);
    story.hands_over(&by_law()).unwrap();
    let twice = story.hands_over(&by_law());
    assert!(matches!(twice, Err(Refusal::NotNow(NotNow::AlreadyDone))));
}

#[test]
fn s2_052_without_her_consent_a_hand_over_that_rests_on_it_is_refused() {
    let mut story = Story::begun();
    story.moves(Whereabouts::Home, Some(NEW)).unwrap();
    let told = HandOver {
        ground: Ground::Consent,
        ..by_law()
    };
    assert!(matches!(
        story.hands_over(&told),
        Err(Refusal::NoConsent(NoConsent { .. }))
    ));
    let yes = Body::ConsentGiven(consent("new"));
    let hand = story.hand("old");
    story.write(vec![hand.write(Category::Coordination, yes)]);
    story.hands_over(&told).unwrap();
    // On her consent nothing is notified: there is no law that asks for it.
    assert!(story.pathway().notifications.is_empty());
}

#[test]
fn a18_the_old_coordinator_stays_until_the_unit_that_was_asked_takes_the_case() {
    let mut story = Story::begun();
    story.moves(Whereabouts::Home, Some(NEW)).unwrap();
    story.hands_over(&by_law()).unwrap();
    let other = story.takes("third", false);
    assert!(matches!(
        other,
        Err(Refusal::NotNow(NotNow::NotTheReceiver))
    ));
    let waiting = story.pathway();
    let coordinator = |pathway: &Pathway| {
        let now = pathway.coordinator.as_ref();
        now.map(|c| c.body.employment.as_str().to_owned())
    };
    assert_eq!(coordinator(&waiting).as_deref(), Some("mette"));
    assert_eq!(waiting.municipality, Some(MunicipalityCode::new(OLD)));
    let old = UnitId::new("old");
    let reads = |pathway: &Pathway, at| pathway.consents.iter().any(|c| c.names(&old, at));
    assert!(reads(&waiting, story.0.now));
    story.takes("new", false).unwrap();
    let taken = story.pathway();
    assert_eq!(coordinator(&taken).as_deref(), Some("hanne"));
    assert_eq!(taken.municipality, Some(MunicipalityCode::new(NEW)));
    assert!(taken.has_left(&old) && !reads(&taken, story.0.now));
    assert_eq!(taken.case_holder(), Some(&UnitId::new("new")));
    let again = story.moves(Whereabouts::Unknown, None);
    assert!(matches!(
        again,
        Err(Refusal::NotNow(NotNow::ForTheAuthority))
    ));
}

#[test]
fn a18_where_she_is_protected_only_the_old_unit_learns_that_somebody_took_the_case() {
    let old = UnitId::new("old");
    for (protected, told) in [(false, true), (true, false)] {
        let mut story = Story::begun();
        story.moves(Whereabouts::Home, Some(NEW)).unwrap();
        story.hands_over(&by_law()).unwrap();
        let notifier = UnitId::new("midwives");
        // Whoever notified first is told who coordinates, unless that would say where she is.
        let hand = story.hand("midwives");
        let sent = notify(
            &story.pathway(),
            Letter {
                paragraph: LAW,
                text: "t".into(),
                told: Told::Yes,
                told_note: "",
            },
            &unit("old", OLD),
            (&RefId::new("n0"), &hand),
        );
        story.write(sent);
        let entries = story.takes("new", protected).unwrap();
        let shared = |unit: &UnitId| {
            let mut all = entries.iter().flat_map(|e| &e.envelope.shared_with);
            all.any(|share| &share.unit == unit)
        };
        assert!(shared(&old));
        assert_eq!(shared(&notifier), told, "protected: {protected}");
        let appointed = entries.iter().find(|e| {
            matches!(e.body, Body::CoordinatorAppointed(_))
                && e.envelope.shared_with.iter().any(|s| s.unit == old)
        });
        assert!(appointed.is_none(), "{appointed:?}");
    }
}
