// SPDX-License-Identifier: EUPL-1.2
//! What a birth, a loss and a death write, to whom, and what refuses them.

use super::*;
use crate::body::{Certainty, CustodyState, Exposed};
use crate::decide::Hand;
use crate::directory::Directory;
use crate::entry::{Author, Content, PartyVisibility, Share, Written};
use crate::fixture;
use crate::id::{ControllerId, EmploymentId};
use crate::org::Unit;
use crate::refusal::FieldProblem;
use jiff::Timestamp;
use jiff::civil::date;
use std::sync::Arc;

fn now() -> Timestamp {
    "2026-05-06T09:00:00Z".parse().unwrap()
}

fn unit(id: &str, kind: UnitKind) -> Unit {
    Unit {
        region: "DK-83".into(),
        ..fixture::unit(id, kind)
    }
}

fn directory() -> Directory {
    let units = [
        unit("ward", UnitKind::Midwifery),
        unit("family", UnitKind::FamilyDepartment),
        unit("psychiatry", UnitKind::Psychiatry),
    ];
    Directory::on(date(2026, 5, 6), units)
}

fn hand(unit: &str, function: Function) -> Hand {
    Hand {
        author: Author {
            employment: EmploymentId::new("e"),
            name: String::new(),
            unit: UnitId::new(unit),
            function,
        }
        .into(),
        controller: ControllerId::new("c"),
        about: vec![PersonId::new("her")],
        now: now(),
    }
}

struct Numbers(u64);

impl Ids for Numbers {
    fn random(&mut self) -> String {
        self.0 += 1;
        format!("{:032x}", self.0)
    }
}

/// A pregnancy the ward opened, sent to the family department by law and to psychiatry on a consent.
fn journal() -> Vec<Entry> {
    let opened = Body::PathwayOpened(PathwayOpened {
        pathway: PathwayKind::Pregnancy,
        subject: PersonId::new("her"),
        case_number: String::new(),
        municipality: None,
    });
    let mut opened = hand("ward", Function::Midwife).write(Category::Coordination, opened);
    opened.envelope.shared_with = vec![
        Share {
            unit: UnitId::new("family"),
            basis: law("BL § 133"),
        },
        Share {
            unit: UnitId::new("psychiatry"),
            basis: Basis::Consent {
                note: String::new(),
                consent: Some(RefId::new("yes")),
            },
        },
    ];
    vec![Entry {
        pathway: PathwayId::new("p"),
        seq: 1,
        id: EntryId::new("e1"),
        recorded: now(),
        content: Content::Written(Arc::new(Written {
            envelope: opened.envelope,
            body: opened.body,
        })),
    }]
}

fn with<T>(decide: impl FnOnce(Pregnancy<'_>) -> T) -> T {
    let entries = journal();
    let (whole, shares) = (Pathway::fold(&entries), Shares::of(&entries));
    decide(Pregnancy {
        known: &whole,
        whole: &whole,
        entries: &entries,
        shares: &shares,
        readers: &|_| BTreeSet::new(),
    })
}

fn told() -> BirthTold {
    BirthTold {
        occurred: Occurred::at(now()),
        gestation: Some(270),
        children: vec![ChildTold {
            alive: true,
            weight: Some(3_000),
            name: String::new(),
        }],
        exposure: Some(ExposureStated {
            exposed: Exposed::Suspected,
            substances: Vec::new(),
            certainty: Certainty::NotTold,
            assess_by: Some(date(2026, 6, 1)),
        }),
        custody: Some(CustodyStated {
            custody: CustodyState::Alone,
            holders: vec!["Anna".into()],
        }),
    }
}

fn registered(by: &Hand, told: &BirthTold) -> Result<Born, Refusal> {
    let units = directory();
    let world = World {
        directory: &units,
        out_of_hours: false,
    };
    let newborn = [Newborn {
        pathway: PathwayId::new("child"),
        person: PersonId::new("baby"),
    }];
    with(|pregnancy| register(pregnancy, told, &newborn, (by, world), &mut Numbers(0)))
}

fn problems(told: &BirthTold) -> Vec<(&'static str, Problem)> {
    match registered(&hand("ward", Function::Midwife), told) {
        Err(Refusal::Invalid(problems)) => problems
            .into_iter()
            .map(|FieldProblem { field, problem }| (field, problem))
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_cannot_be_of_a_birth_is_named_by_its_field() {
    let change = |change: fn(&mut BirthTold)| {
        let mut told = told();
        change(&mut told);
        problems(&told)
    };
    assert_eq!(
        change(|t| t.children.iter_mut().for_each(|c| c.weight = Some(50))),
        [("weight", Problem::WeightOutOfRange)]
    );
    assert_eq!(
        change(|t| t.gestation = Some(90)),
        [("gestation", Problem::WeekOutOfRange)]
    );
    assert_eq!(
        change(|t| t.children.iter_mut().for_each(|c| c.alive = false)),
        [("children", Problem::NobodyLives)]
    );
    assert_eq!(
        change(|t| t.exposure = None),
        [("exposed", Problem::NotChosen)]
    );
    assert_eq!(
        change(|t| t.custody = None),
        [("custody", Problem::NotChosen)]
    );
    let mut many = told();
    many.children = vec![many.children.remove(0); 10];
    assert_eq!(problems(&many), [("children", Problem::NotANumber)]);
}

#[test]
fn each_entry_of_the_child_is_about_the_child_alone_and_the_links_are_restricted() {
    let born = registered(&hand("ward", Function::Midwife), &told()).unwrap();
    let child = born.children.first().unwrap();
    let kinds: Vec<&str> = child.iter().map(|entry| entry.body.kind()).collect();
    assert_eq!(
        kinds,
        [
            "pathway-opened",
            "child-born",
            "exposure-stated",
            "custody-stated",
            "linked-with"
        ]
    );
    let baby = [PersonId::new("baby")];
    assert!(child.iter().all(|entry| entry.envelope.about == baby));
    for entry in child.iter().chain(&born.mother) {
        let link = matches!(entry.body, Body::LinkedWith(_));
        assert_eq!(entry.envelope.restricted, link, "{}", entry.body.kind());
        // Nobody was notified and no clinic has taken her on: nothing is sent by itself.
        assert_eq!(entry.envelope.shared_with, []);
    }
}

#[test]
fn a_physician_elsewhere_and_a_caseworker_who_does_not_coordinate_register_none() {
    for (unit, function) in [
        ("psychiatry", Function::Physician),
        ("family", Function::Caseworker),
    ] {
        let refused = registered(&hand(unit, function), &told());
        let not_here = Refusal::NotNow(NotNow::NotTheBirthplace);
        assert_eq!(refused.err(), Some(not_here), "{unit}");
    }
}

#[test]
fn of_a_loss_the_others_are_told_that_it_has_ended_each_on_the_ground_they_know_it_on() {
    let units = directory();
    let world = World {
        directory: &units,
        out_of_hours: false,
    };
    let midwife = hand("ward", Function::Midwife);
    let lost = LossTold {
        kind: LossKind::Loss,
        occurred: Occurred::on(date(2026, 5, 1)),
        note: "hemmeligt".into(),
    };
    let made = with(|pregnancy| lose(pregnancy, &lost, (&midwife, world))).unwrap();
    let [kind, ended] = made.as_slice() else {
        panic!("two entries");
    };
    assert!(kind.envelope.restricted && kind.envelope.shared_with.is_empty());
    assert_eq!(kind.envelope.category, Category::AbortionLoss);
    let told: Vec<(&str, bool)> = ended
        .envelope
        .shared_with
        .iter()
        .map(|share| {
            let lasting = !matches!(
                &share.basis,
                Basis::Consent {
                    consent: Some(_),
                    ..
                }
            );
            (share.unit.as_str(), lasting)
        })
        .collect();
    assert_eq!(told, [("family", true), ("psychiatry", false)]);
    assert_ne!(ended.envelope.occurred, kind.envelope.occurred);
    for entry in &made {
        let kept = entry.envelope.visible_to_party_from;
        assert!(matches!(kept, PartyVisibility::WhenReleased { .. }));
    }
}
