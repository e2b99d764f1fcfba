// SPDX-License-Identifier: EUPL-1.2
//! Those with custody and the child itself: what they read, from which day, and what their yes opens (practice A14, A18; A20).

use super::*;
use crate::body::{Certainty, Exposed, ExposureStated, PathwayKind, WishKind, WishRecorded};
use crate::body::{ChildBorn, Died, ExposureDetailed, LinkedWith, PathwayOpened, Relation};
use crate::org::Employment;

const BORN: &str = "2010-05-06T08:00:00Z";

/// A child's journal in which Anna and Bo share custody.
fn child() -> World {
    let opened = PathwayOpened {
        pathway: PathwayKind::Child,
        subject: PersonId::new("anna"),
        case_number: "c".into(),
        municipality: None,
    };
    let mut world = World(Vec::new());
    world.write(
        "family",
        Category::Coordination,
        Body::PathwayOpened(opened),
    );
    let born = Body::ChildBorn(ChildBorn {
        weight: None,
        gestation: None,
    });
    let at = BORN.parse().unwrap();
    world.write("family", Category::ChildHealth, born).occurred = Occurred::at(at);
    stated(&mut world, CustodyState::Shared, &["Anna", "Bo"]);
    world
}

fn stated(world: &mut World, custody: CustodyState, holders: &[&str]) {
    let holders = holders.iter().map(|name| (*name).to_owned()).collect();
    let body = Body::CustodyStated(CustodyStated { custody, holders });
    world.write("family", Category::FamilyNetwork, body);
}

fn yes(world: &mut World, reference: &str, capacity: Capacity, name: &str, kinds: &[Category]) {
    world.consent(reference, |given| {
        given.scope.giver = Giver {
            capacity,
            name: name.into(),
            custody: (capacity == Capacity::CustodyHolder).then_some(Custody::Shared),
        };
        given.scope.categories = kinds.to_vec();
        given.from = date(2010, 5, 6);
        given.until = None;
    });
}

fn at(day: &str) -> Timestamp {
    format!("{day}T12:00:00Z").parse().unwrap()
}

/// Somebody on a page of the own: a holder by name, or the child.
fn on_page(name: Option<&str>) -> Employment {
    Employment {
        id: EmploymentId::new(name.unwrap_or("child")),
        staff: StaffId::new("anna"),
        name: name.unwrap_or_default().to_owned(),
        function: match name {
            Some(_) => Function::CustodyHolder,
            None => Function::Citizen,
        },
        ..employment("own", Function::Citizen)
    }
}

fn reads(world: &World, employment: &Employment, day: &str) -> Vec<u32> {
    let reader = Reader {
        employment,
        purpose: Purpose::Own,
    };
    let (shares, whole) = (Shares::of(&world.0), Pathway::fold(&world.0));
    let grounds = Grounds {
        shares: &shares,
        shown: &[],
        misfiled: &whole.misfiled,
        sealed: &whole.sealed,
        consents: Consents::of(&whole),
        now: at(day),
    };
    let read = grounds.readable(reader, &world.0);
    read.iter().map(|entry| entry.seq).collect()
}

const SMALL: &str = "2012-01-01";
const EVE_OF_15: &str = "2025-05-05";
const OF_15: &str = "2025-05-06";
const EVE_OF_18: &str = "2028-05-05";
const OF_18: &str = "2028-05-06";

#[test]
fn a20_at_15_health_is_closed_to_those_with_custody_and_at_18_everything_that_very_day() {
    let mut world = child();
    world.note("family", Category::Social);
    world.note("doctor", Category::ChildHealth);
    world.note("doctor", Category::TestResults);
    let (bo, child) = (on_page(Some(" bo ")), on_page(None));
    assert_eq!(reads(&world, &bo, SMALL), [1, 2, 3, 4, 5, 6]);
    assert_eq!(reads(&world, &bo, EVE_OF_15), [1, 2, 3, 4, 5, 6]);
    assert_eq!(reads(&world, &bo, OF_15), [1, 3, 4]);
    assert_eq!(reads(&world, &bo, EVE_OF_18), [1, 3, 4]);
    assert_eq!(reads(&world, &bo, OF_18), [0; 0]);
    assert_eq!(reads(&world, &child, EVE_OF_15), [0; 0]);
    assert_eq!(reads(&world, &child, OF_15), [1, 2, 3, 4, 5, 6]);
    assert_eq!(reads(&world, &child, OF_18), [1, 2, 3, 4, 5, 6]);
}

#[test]
fn b15_who_has_no_custody_or_while_it_is_not_settled_or_nobody_knows_the_birthday_reads_nothing() {
    let mut world = child();
    let [anna, bo, carl] = ["Anna", "Bo", "Carl"].map(|name| on_page(Some(name)));
    assert_eq!(reads(&world, &carl, SMALL), [0; 0]);
    stated(&mut world, CustodyState::Alone, &["Anna"]);
    assert_eq!(reads(&world, &anna, SMALL), [1, 2, 3, 4]);
    assert_eq!(reads(&world, &bo, SMALL), [0; 0]);
    stated(&mut world, CustodyState::Unresolved, &["Anna", "Bo"]);
    assert_eq!(reads(&world, &anna, SMALL), [0; 0]);
    let mut unborn = child();
    unborn.0.remove(1);
    assert_eq!(reads(&unborn, &anna, SMALL), [0; 0]);
}

#[test]
fn a18_harm_before_birth_and_links_are_not_shown_to_a_family_before_somebody_has_talked_with_it() {
    let mut world = child();
    let exposed = Body::ExposureStated(ExposureStated {
        exposed: Exposed::Yes,
        substances: vec!["alkohol".into()],
        certainty: Certainty::Told,
        assess_by: None,
    });
    world.write("family", Category::ChildHealth, exposed);
    let detail = Body::ExposureDetailed(ExposureDetailed { uses: Vec::new() });
    world.write("family", Category::ChildHealth, detail);
    let link = Body::LinkedWith(LinkedWith {
        other: PathwayId::new("mother"),
        relation: Relation::Mother,
    });
    world
        .write("family", Category::Coordination, link)
        .restricted = true;
    world.note("family", Category::SubstanceUse);
    world.note("family", Category::Partner);
    world.note("family", Category::CrimeExploitation);
    for reader in [on_page(Some("Bo")), on_page(None)] {
        for day in [OF_15, EVE_OF_18] {
            let read = reads(&world, &reader, day);
            assert!(read.iter().all(|seq| *seq <= 3), "{read:?}");
        }
    }
}

#[test]
fn what_waits_for_the_party_waits_for_those_with_custody_too() {
    let mut world = child();
    world.note("family", Category::Social).visible_to_party_from = PartyVisibility::WhenReleased {
        review: date(2026, 3, 17),
    };
    world.note("family", Category::Social).about = vec![PersonId::new("anna"), PersonId::new("bo")];
    assert_eq!(reads(&world, &on_page(Some("Bo")), SMALL), [1, 2, 3]);
}

#[test]
fn nobody_of_the_family_reads_what_another_of_it_has_said() {
    let mut world = child();
    let wish = Body::WishRecorded(WishRecorded {
        wish: WishKind::Wish,
        words: "kun til Mette".into(),
    });
    let envelope = world.write("own", Category::Social, wish);
    let author = Arc::get_mut(&mut envelope.author).unwrap();
    author.employment = EmploymentId::new("Anna");
    author.function = Function::CustodyHolder;
    yes(
        &mut world,
        "a",
        Capacity::CustodyHolder,
        "Anna",
        &[Category::Social],
    );
    yes(
        &mut world,
        "b",
        Capacity::CustodyHolder,
        "Bo",
        &[Category::Social],
    );
    assert_eq!(
        reads(&world, &on_page(Some("Anna")), SMALL),
        [1, 2, 3, 4, 5]
    );
    assert_eq!(reads(&world, &on_page(Some("Bo")), SMALL), [1, 2, 3, 6]);
    assert_eq!(reads(&world, &on_page(None), OF_15), [1, 2, 3, 5, 6]);
}

#[test]
fn the_page_of_a_child_of_the_same_name_is_another_childs() {
    let mut world = child();
    world.note("family", Category::Social).about = vec![PersonId::new("other-child")];
    let elsewhere = Employment {
        staff: StaffId::new("other-child"),
        ..on_page(Some("Bo"))
    };
    assert_eq!(reads(&world, &elsewhere, SMALL), [4]);
    assert_eq!(reads(&world, &on_page(Some("Bo")), SMALL), [1, 2, 3]);
}

#[test]
fn the_dead_read_nothing() {
    let mut world = World::new();
    let her = on_page(None);
    assert_eq!(reads(&world, &her, "2026-03-03"), [1]);
    let died = Body::Died(Died {
        note: String::new(),
    });
    world.write("family", Category::Health, died);
    assert_eq!(reads(&world, &her, "2026-03-03"), [0; 0]);
}

/// What the alcohol treatment reads of a child's journal on a day.
fn opened(world: &World, day: &str) -> Vec<u32> {
    let read = world.read_for("alcohol", Purpose::Care, at(day));
    read.into_iter().map(|(seq, _)| seq).collect()
}

#[test]
fn a20_what_those_with_custody_said_yes_to_ends_with_health_at_15_and_wholly_at_18() {
    let mut world = child();
    world.note("family", Category::Social);
    world.note("family", Category::ChildHealth);
    let kinds = [Category::Social, Category::ChildHealth];
    yes(&mut world, "a", Capacity::CustodyHolder, "Anna", &kinds);
    assert_eq!(opened(&world, SMALL), [1, 6], "one of two is no yes");
    yes(&mut world, "b", Capacity::CustodyHolder, "Bo", &kinds);
    // The birth is health too.
    assert_eq!(opened(&world, SMALL), [1, 2, 4, 5, 6, 7]);
    assert_eq!(opened(&world, EVE_OF_15), [1, 2, 4, 5, 6, 7]);
    assert_eq!(opened(&world, OF_15), [1, 4, 6, 7]);
    assert_eq!(opened(&world, EVE_OF_18), [1, 4, 6, 7]);
    assert_eq!(opened(&world, OF_18), [0; 0]);
    let whole = Pathway::fold(&world.0);
    let ends = whole.consent("a").unwrap();
    assert_eq!(ends.until, Some(date(2028, 5, 5)));
    assert_eq!(ends.state(at(OF_18)), crate::pathway::ConsentState::Expired);
    let change = whole.consents_change(at(OF_15)).unwrap();
    assert_eq!(local(change), date(2028, 5, 6));
    // Lists are made anew on the day what they rest on changes.
    let change = whole.consents_change(at(EVE_OF_15)).unwrap();
    assert_eq!(local(change), date(2025, 5, 6));
}

fn local(at: Timestamp) -> Date {
    crate::time::local_date(at)
}

#[test]
fn a14_the_childs_own_yes_counts_for_health_from_15_and_for_all_from_18() {
    let mut world = child();
    world.note("family", Category::Social);
    world.note("family", Category::ChildHealth);
    let kinds = [Category::Social, Category::ChildHealth];
    yes(&mut world, "own", Capacity::YoungPerson, "", &kinds);
    assert_eq!(opened(&world, EVE_OF_15), [0; 0]);
    assert_eq!(opened(&world, OF_15), [1, 2, 5, 6]);
    assert_eq!(opened(&world, OF_18), [1, 2, 4, 5, 6]);
    world.withdraw("own", &[]);
    assert_eq!(opened(&world, OF_18), [0; 0]);
}

#[test]
fn what_was_sent_on_a_parents_yes_about_health_is_closed_at_15() {
    let mut world = child();
    for (seq, category) in [(4, Category::TestResults), (5, Category::Social)] {
        let sent = world.note("family", category);
        sent.shared_with = vec![Share {
            unit: UnitId::new("alcohol"),
            basis: Basis::Consent {
                note: String::new(),
                consent: Some(RefId::new("a")),
            },
        }];
        assert_eq!(world.0.len(), seq);
    }
    stated(&mut world, CustodyState::Alone, &["Anna"]);
    let kinds = [Category::Coordination];
    yes(&mut world, "a", Capacity::CustodyHolder, "Anna", &kinds);
    let sent = |day| {
        let mut read = opened(&world, day);
        read.retain(|seq| [4, 5].contains(seq));
        read
    };
    assert_eq!(sent(EVE_OF_15), [4, 5]);
    assert_eq!(sent(OF_15), [5]);
    assert_eq!(sent(OF_18), [0; 0]);
}

/// One thing that can happen in a child's journal.
#[derive(Debug, Clone)]
enum Happening {
    Note(usize, bool),
    Holder(bool, usize),
    Own(usize),
    Custody(u8),
    Withdraw(u8),
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let one = prop_oneof![
        (0_usize..15, any::<bool>()).prop_map(|(kind, closed)| Happening::Note(kind, closed)),
        (any::<bool>(), 0_usize..15).prop_map(|(anna, kind)| Happening::Holder(anna, kind)),
        (0_usize..15).prop_map(Happening::Own),
        (0_u8..4).prop_map(Happening::Custody),
        (0_u8..8).prop_map(Happening::Withdraw),
    ];
    proptest::collection::vec(one, 0..12)
}

fn happens(world: &mut World, what: &Happening) {
    let reference = format!("c{}", world.0.len());
    match what {
        Happening::Note(kind, closed) => {
            world.note("family", Category::ALL[*kind]).restricted |= *closed;
        }
        Happening::Holder(anna, kind) => {
            let name = if *anna { "Anna" } else { "Bo" };
            let kinds = [Category::ALL[*kind], Category::Social];
            yes(world, &reference, Capacity::CustodyHolder, name, &kinds);
        }
        Happening::Own(kind) => {
            let kinds = [Category::ALL[*kind], Category::ChildHealth];
            yes(world, &reference, Capacity::YoungPerson, "", &kinds);
        }
        Happening::Custody(0) => stated(world, CustodyState::Unresolved, &[]),
        Happening::Custody(1) => stated(world, CustodyState::Alone, &["Anna"]),
        Happening::Custody(2) => stated(world, CustodyState::Alone, &["Bo"]),
        Happening::Custody(_) => stated(world, CustodyState::Shared, &["Anna", "Bo"]),
        Happening::Withdraw(which) => {
            let whole = Pathway::fold(&world.0);
            let found = whole.consents.get(usize::from(*which));
            if let Some(consent) = found.filter(|c| !c.scope.actors.is_empty()) {
                world.withdraw(consent.reference.as_str(), &[]);
            }
        }
    }
}

proptest! {
    #[test]
    fn whoever_has_custody_loses_all_of_it_at_18_and_nothing_opens_by_growing_older(
        steps in happenings(), before in 0_i64..6_500, later in 0_i64..6_500,
    ) {
        let mut world = child();
        for step in &steps {
            happens(&mut world, step);
        }
        let day = |days: i64| {
            let day = date(2010, 5, 6).saturating_add(jiff::ToSpan::days(days));
            day.to_string()
        };
        for name in ["Anna", "Bo"] {
            let holder = on_page(Some(name));
            prop_assert_eq!(reads(&world, &holder, OF_18), [0; 0]);
            let first = reads(&world, &holder, &day(before));
            let then = reads(&world, &holder, &day(before + later));
            prop_assert!(then.iter().all(|seq| first.contains(seq)));
        }
        // The child gains by growing older and loses nothing.
        let first = reads(&world, &on_page(None), &day(before));
        let then = reads(&world, &on_page(None), &day(before + later));
        prop_assert!(first.iter().all(|seq| then.contains(seq)));
    }

    #[test]
    fn taking_a_yes_back_opens_nothing_to_anybody_at_any_age(
        steps in happenings(), which in 0_u8..8, days in 0_i64..7_000,
    ) {
        let mut world = child();
        for step in &steps {
            happens(&mut world, step);
        }
        let count = world.0.len();
        let day = date(2010, 5, 6).saturating_add(jiff::ToSpan::days(days)).to_string();
        let everybody = |world: &World| {
            let mut read = vec![opened(world, &day)];
            read.extend(["Anna", "Bo"].map(|name| reads(world, &on_page(Some(name)), &day)));
            read.push(reads(world, &on_page(None), &day));
            read
        };
        let before = everybody(&world);
        happens(&mut world, &Happening::Withdraw(which));
        for (before, after) in before.iter().zip(everybody(&world)) {
            let mut after = after.into_iter().filter(|seq| *seq as usize <= count);
            prop_assert!(after.all(|seq| before.contains(&seq)));
        }
    }
}
