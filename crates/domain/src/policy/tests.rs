// SPDX-License-Identifier: EUPL-1.2
//! What the question answers, and what it never does whatever the consents are.

mod family;
mod grant;

use super::*;
use crate::body::{
    Annulled, Asking, Body, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentScope,
    ConsentWithdrawn, Custody, CustodyState, CustodyStated, Direction, Giver, NoteWritten,
};
use crate::entry::{Author, Content, Envelope, PartyVisibility, Share};
use crate::id::{ControllerId, EmploymentId, PathwayId, StaffId};
use crate::org::UnitKind;
use crate::time::Occurred;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::sync::Arc;

fn employment(unit: &str, function: Function) -> Employment {
    Employment {
        id: EmploymentId::new("e"),
        staff: StaffId::new("s"),
        name: String::new(),
        unit: UnitId::new(unit),
        function,
        phone: None,
        from: Timestamp::UNIX_EPOCH,
        to: None,
        leave: Vec::new(),
    }
}

fn ask(reader: &Employment, origin: &str, sent: &[&str]) -> Result<String, Denial> {
    let shares: Vec<Share> = sent
        .iter()
        .map(|u| Share {
            unit: UnitId::new(*u),
            basis: Basis::Law {
                paragraph: "BL § 133".into(),
            },
        })
        .collect();
    let asked = Asked {
        origin: &UnitId::new(origin),
        by: None,
        shares: &shares,
        about: &[],
        category: Category::Health,
        restricted: false,
        open_to_party: true,
        entry: None,
    };
    let reader = Reader {
        employment: reader,
        purpose: Purpose::Care,
    };
    let now = Timestamp::UNIX_EPOCH;
    may(reader, Action::Read, asked, Consents::default(), now).map(|p| p.reason().into_owned())
}

#[test]
fn a_unit_sees_what_it_wrote_and_what_was_sent_to_it_and_nothing_else() {
    let midwife = employment("midwives", Function::Midwife);
    assert_eq!(ask(&midwife, "midwives", &[]).as_deref(), Ok("own-unit"));
    let sent = ask(&midwife, "family", &["midwives"]);
    assert_eq!(sent.as_deref(), Ok("sent-by-law"));
    assert_eq!(ask(&midwife, "family", &["clinic"]), Err(Denial::Outside));
}

#[test]
fn only_who_leads_a_unit_now_oversees_it() {
    let oversees = |employment: &Employment, now| {
        let purpose = Purpose::Care;
        let reader = Reader {
            employment,
            purpose,
        };
        may_oversee(reader, now).map(|permit| permit.reason().into_owned())
    };
    let now = Timestamp::UNIX_EPOCH;
    let mut leader = employment("family", Function::Leader);
    assert_eq!(oversees(&leader, now).as_deref(), Ok("own-unit"));
    leader.to = Some(now);
    assert_eq!(oversees(&leader, now), Err(Denial::NotEmployed));
    let caseworker = employment("family", Function::Caseworker);
    assert_eq!(oversees(&caseworker, now), Err(Denial::Function));
}

#[test]
fn only_a_residential_unit_keeps_places_and_only_while_employed() {
    let now = Timestamp::UNIX_EPOCH;
    let keeps = |employment: &Employment, kind| {
        let purpose = Purpose::Care;
        let reader = Reader {
            employment,
            purpose,
        };
        may_keep_places(reader, kind, now).is_ok()
    };
    let mut therapist = employment("place", Function::Therapist);
    assert!(keeps(&therapist, UnitKind::Residential));
    assert!(!keeps(&therapist, UnitKind::DrugTreatment));
    therapist.to = Some(now);
    assert!(!keeps(&therapist, UnitKind::Residential));
    let officer = employment("place", Function::DataProtectionOfficer);
    assert!(!keeps(&officer, UnitKind::Residential));
}

#[test]
fn an_administrator_sees_no_pathway_not_even_of_own_unit() {
    let administrator = employment("family", Function::Administrator);
    assert_eq!(
        ask(&administrator, "family", &["family"]),
        Err(Denial::Function)
    );
}

/// A journal in which `family` writes about Anna.
struct World(Vec<Entry>);

const NOW: &str = "2026-03-03T09:00:00Z";

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

impl World {
    fn new() -> Self {
        let opened = crate::body::PathwayOpened {
            pathway: crate::body::PathwayKind::Pregnancy,
            subject: PersonId::new("anna"),
            case_number: "c".into(),
            municipality: None,
        };
        let mut world = Self(Vec::new());
        world.write(
            "family",
            Category::Coordination,
            Body::PathwayOpened(opened),
        );
        world
    }

    fn write(&mut self, unit: &str, category: Category, body: Body) -> &mut Envelope {
        let seq = u32::try_from(self.0.len()).unwrap() + 1;
        let author = Author {
            employment: EmploymentId::new("e"),
            name: String::new(),
            unit: UnitId::new(unit),
            function: Function::Caseworker,
        };
        let consent = body.kind().starts_with("consent-");
        let envelope = Envelope {
            occurred: Occurred::at(now()),
            author: Arc::new(author),
            controller: ControllerId::new("c"),
            about: vec![PersonId::new("anna")],
            category,
            restricted: consent || category.always_restricted(),
            visible_to_party_from: PartyVisibility::AtOnce,
            basis: Basis::OwnRecord,
            shared_with: Vec::new(),
            topic: None,
            corrects: None,
        };
        self.0.push(Entry {
            pathway: PathwayId::new("p"),
            seq,
            id: EntryId::new(format!("e{seq}")),
            recorded: now(),
            content: Content::Written(Arc::new(Written { envelope, body })),
        });
        let last = self.0.last_mut().unwrap();
        let Content::Written(written) = &mut last.content else {
            panic!("it was written");
        };
        &mut Arc::get_mut(written).unwrap().envelope
    }

    fn note(&mut self, unit: &str, category: Category) -> &mut Envelope {
        let text = "hemmeligt".to_owned();
        self.write(unit, category, Body::NoteWritten(NoteWritten { text }))
    }

    fn consent(&mut self, reference: &str, change: impl FnOnce(&mut ConsentGiven)) {
        let mut given = given(reference);
        change(&mut given);
        self.write("family", Category::Coordination, Body::ConsentGiven(given));
    }

    fn withdraw(&mut self, reference: &str, actors: &[&str]) {
        let body = Body::ConsentWithdrawn(ConsentWithdrawn {
            reference: RefId::new(reference),
            actors: actors.iter().map(|u| UnitId::new(*u)).collect(),
            form: ConsentForm::Oral,
            note: String::new(),
        });
        self.write("family", Category::Coordination, body);
    }

    /// The places of the entries a unit reads, and why.
    fn read_for(&self, unit: &str, purpose: Purpose, now: Timestamp) -> Vec<(u32, String)> {
        let employment = employment(unit, Function::Caseworker);
        let reader = Reader {
            employment: &employment,
            purpose,
        };
        let (shares, whole) = (Shares::of(&self.0), Pathway::fold(&self.0));
        let grounds = Grounds {
            shares: &shares,
            shown: &[],
            misfiled: &whole.misfiled,
            sealed: &whole.sealed,
            consents: Consents::of(&whole),
            now,
        };
        let permits = self.0.iter().map(|e| (e.seq, grounds.permit(reader, e)));
        let read: Vec<(u32, String)> = permits
            .filter_map(|(seq, permit)| Some((seq, permit?.reason().into_owned())))
            .collect();
        let places: Vec<u32> = read.iter().map(|(seq, _)| *seq).collect();
        let listed = grounds.readable(reader, &self.0);
        assert_eq!(listed.iter().map(|e| e.seq).collect::<Vec<_>>(), places);
        if purpose == Purpose::Care {
            let by_unit = grounds.readable_by_unit(&UnitId::new(unit), &self.0);
            assert_eq!(by_unit.iter().map(|e| e.seq).collect::<Vec<_>>(), places);
        }
        read
    }

    fn read(&self, unit: &str) -> Vec<u32> {
        let read = self.read_for(unit, Purpose::Care, now());
        read.into_iter().map(|(seq, _)| seq).collect()
    }
}

fn given(reference: &str) -> ConsentGiven {
    ConsentGiven {
        reference: RefId::new(reference),
        scope: ConsentScope {
            direction: Direction::Disclose,
            giver: Giver {
                capacity: Capacity::Woman,
                name: String::new(),
                custody: None,
            },
            actors: vec![UnitId::new("alcohol")],
            except: Vec::new(),
            categories: vec![Category::Social],
            purpose: Some(ConsentPurpose::Coordination),
        },
        law: "fvl-28".into(),
        from: date(2026, 3, 3),
        until: Some(date(2026, 3, 31)),
        asking: Asking {
            on: date(2026, 3, 3),
            form: ConsentForm::Written,
            oral_because: None,
            explained: true,
            asked_by: String::new(),
        },
    }
}

#[test]
fn a_consent_opens_the_kinds_it_names_to_those_it_names_with_its_reference_as_the_reason() {
    let mut world = World::new();
    world.note("family", Category::Social);
    world.note("family", Category::Psychiatric);
    world.note("family", Category::Social).restricted = true;
    world.note("family", Category::AbortionLoss);
    world.consent("c", |_| ());
    let read = world.read_for("alcohol", Purpose::Care, now());
    let reason = "consent:c".to_owned();
    // Whose it is, the social note, and the consent itself.
    let expected = [1, 2, 6].map(|seq| (seq, reason.clone()));
    assert_eq!(read, expected);
    assert_eq!(world.read("drugs"), [0; 0]);
    let managing = world.read_for("alcohol", Purpose::Management, now());
    assert_eq!(managing, [], "to lead a unit is not what it was given for");
}

#[test]
fn to_fetch_and_to_meet_opens_nothing_but_the_consent_itself_and_whose_it_is() {
    for direction in [Direction::Obtain, Direction::Meet] {
        let mut world = World::new();
        world.note("family", Category::Social);
        world.consent("c", |given| given.scope.direction = direction);
        assert_eq!(world.read("alcohol"), [1, 3], "{direction:?}");
    }
}

#[test]
fn one_actors_consent_tells_another_nothing_of_it() {
    let mut world = World::new();
    world.consent("psychiatry", |given| {
        given.scope.actors = vec![UnitId::new("psychiatry")];
    });
    world.consent("all-coordination", |given| {
        given.scope.categories = vec![Category::Coordination];
    });
    assert_eq!(world.read("alcohol"), [1, 3]);
}

#[test]
fn it_counts_neither_for_an_excepted_unit_nor_for_another_person_nor_for_a_partner() {
    let mut world = World::new();
    world.note("clinic", Category::Social);
    world.note("family", Category::Social).about = vec![PersonId::new("child")];
    world.note("family", Category::Social).about =
        vec![PersonId::new("anna"), PersonId::new("child")];
    world.note("family", Category::Social).about = Vec::new();
    world.note("family", Category::Partner);
    world.consent("c", |given| {
        given.scope.except = vec![UnitId::new("clinic")];
        // As if it had been written so: access does not rest on the form having refused it.
        given.scope.categories.push(Category::Partner);
    });
    assert_eq!(world.read("alcohol"), [1, 7]);
    world.consent("his", |given| {
        given.scope.giver.capacity = Capacity::Partner;
        given.scope.categories = vec![Category::Partner, Category::Social];
    });
    assert_eq!(world.read("alcohol"), [1, 6, 7, 8]);
}

#[test]
fn where_custody_is_shared_both_must_have_said_yes() {
    let holder = |name: &str, custody| {
        let name = name.to_owned();
        move |given: &mut ConsentGiven| {
            given.scope.giver = Giver {
                capacity: Capacity::CustodyHolder,
                name,
                custody,
            };
        }
    };
    let mut world = World::new();
    world.note("family", Category::Social);
    world.consent("a", holder("Anna", Some(Custody::Shared)));
    world.consent("a2", holder("anna ", Some(Custody::Shared)));
    assert!(!world.read("alcohol").contains(&2), "the same one twice");
    world.consent("b", holder("Bo", Some(Custody::Shared)));
    assert!(world.read("alcohol").contains(&2));
    world.withdraw("b", &[]);
    assert!(!world.read("alcohol").contains(&2));
    let mut alone = World::new();
    alone.note("family", Category::Social);
    alone.consent("a", holder("Anna", Some(Custody::Alone)));
    assert!(alone.read("alcohol").contains(&2));
}

#[test]
fn where_custody_was_stated_its_holders_count_and_until_it_is_settled_no_consent_does() {
    let holder = |name: &str, custody| {
        let name = name.to_owned();
        move |given: &mut ConsentGiven| {
            given.scope.giver = Giver {
                capacity: Capacity::CustodyHolder,
                name,
                custody: Some(custody),
            };
        }
    };
    let stated = |world: &mut World, custody, holders: &[&str]| {
        let holders = holders.iter().map(|name| (*name).to_owned()).collect();
        let body = Body::CustodyStated(CustodyStated { custody, holders });
        world.write("family", Category::FamilyNetwork, body);
    };
    let mut world = World::new();
    world.note("family", Category::Social);
    // Who answers says to have it alone; what was stated counts.
    world.consent("a", holder("Anna", Custody::Alone));
    stated(&mut world, CustodyState::Shared, &["Anna", "Bo"]);
    assert!(!world.read("alcohol").contains(&2));
    world.consent("c", holder("Carl", Custody::Shared));
    assert!(!world.read("alcohol").contains(&2), "a stranger says yes");
    world.consent("b", holder(" bo ", Custody::Shared));
    assert!(world.read("alcohol").contains(&2));
    stated(&mut world, CustodyState::Unresolved, &[]);
    assert!(!world.read("alcohol").contains(&2));
    stated(&mut world, CustodyState::Alone, &["Bo"]);
    assert!(world.read("alcohol").contains(&2));
    world.withdraw("b", &[]);
    assert!(!world.read("alcohol").contains(&2));
}

#[test]
fn what_was_sent_on_one_parents_consent_is_closed_when_the_other_takes_it_back() {
    let holder = |name: &'static str| {
        move |given: &mut ConsentGiven| {
            given.scope.giver = Giver {
                capacity: Capacity::CustodyHolder,
                name: name.to_owned(),
                custody: Some(Custody::Shared),
            };
        }
    };
    let mut world = World::new();
    let sent = world.note("family", Category::TestResults);
    sent.shared_with = vec![Share {
        unit: UnitId::new("alcohol"),
        basis: Basis::Consent {
            note: String::new(),
            consent: Some(RefId::new("a")),
        },
    }];
    world.consent("a", holder("Anna"));
    world.consent("b", holder("Bo"));
    assert!(world.read("alcohol").contains(&2));
    world.withdraw("b", &[]);
    assert!(!world.read("alcohol").contains(&2));
}

#[test]
fn withdrawal_and_the_last_day_count_at_the_next_reading_and_who_registered_it_still_sees_it() {
    let mut world = World::new();
    world.note("clinic", Category::Social);
    world.consent("c", |_| ());
    assert_eq!(world.read("alcohol"), [1, 2, 3]);
    let after = "2026-03-31T22:00:00Z".parse().unwrap();
    assert_eq!(world.read_for("alcohol", Purpose::Care, after), []);
    world.withdraw("c", &["alcohol"]);
    assert_eq!(world.read("alcohol"), [0; 0]);
    assert_eq!(world.read("family"), [1, 3, 4]);
}

/// One thing that can happen to consents, as numbers.
#[derive(Debug, Clone)]
enum Step {
    Note(u8, usize, bool),
    Give(u8, u8, usize, u8),
    Withdraw(u8, u8),
}

fn unit(n: u8) -> String {
    format!("u{n}")
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0_u8..4, 0_usize..15, any::<bool>()).prop_map(|(u, c, r)| Step::Note(u, c, r)),
        (0_u8..3, 0_u8..4, 0_usize..15, 0_u8..40)
            .prop_map(|(name, actor, category, days)| Step::Give(name, actor, category, days)),
        (0_u8..3, 0_u8..4).prop_map(|(name, actor)| Step::Withdraw(name, actor)),
    ];
    proptest::collection::vec(step, 0..14)
}

fn take(world: &mut World, step: &Step) {
    match step {
        Step::Note(author, category, restricted) => {
            let category = Category::ALL[*category];
            world.note(&unit(*author), category).restricted |= *restricted;
        }
        Step::Give(name, actor, category, days) => {
            let reference = format!("{name}-{}", world.0.len());
            world.consent(&reference, |given| {
                given.scope.actors = vec![UnitId::new(unit(*actor))];
                given.scope.categories = vec![Category::ALL[*category], Category::Social];
                given.until = Some(last_day(*days));
            });
        }
        Step::Withdraw(name, actor) => {
            let whole = Pathway::fold(&world.0);
            let found = whole.consents.iter().find(|c| {
                let named = c.scope.actors.contains(&UnitId::new(unit(*actor)));
                named && c.reference.as_str().starts_with(&format!("{name}-"))
            });
            if let Some(consent) = found {
                world.withdraw(consent.reference.as_str(), &[&unit(*actor)]);
            }
        }
    }
}

fn last_day(days: u8) -> Date {
    let from = date(2026, 3, 3);
    from.saturating_add(jiff::ToSpan::days(i64::from(days)))
}

fn lived(steps: &[Step]) -> World {
    let mut world = World::new();
    for step in steps {
        take(&mut world, step);
    }
    world
}

/// What a unit reads of the entries there were, by place.
fn of_first(world: &World, unit: &str, count: usize, now: Timestamp) -> Vec<u32> {
    let read = world.read_for(unit, Purpose::Care, now);
    let first = read.into_iter().map(|(seq, _)| seq);
    first.filter(|seq| *seq as usize <= count).collect()
}

proptest! {
    #[test]
    fn a_further_share_never_takes_access_away(
        origin in 0_u8..4, reader in 0_u8..4, sent in proptest::collection::vec(0_u8..4, 0..4), more in 0_u8..4,
    ) {
        let employed = employment(&unit(reader), Function::Caseworker);
        let before: Vec<String> = sent.iter().map(|n| unit(*n)).collect();
        let mut after = before.clone();
        after.push(unit(more));
        let ask = |list: &[String]| {
            ask(&employed, &unit(origin), &list.iter().map(String::as_str).collect::<Vec<_>>()).is_ok()
        };
        prop_assert!(!ask(&before) || ask(&after));
        prop_assert_eq!(ask(&after), origin == reader || sent.contains(&reader) || more == reader);
    }

    #[test]
    fn a_further_consent_never_takes_access_away(
        steps in steps(), name in 0_u8..3, actor in 0_u8..4, category in 0_usize..15, reader in 0_u8..4,
    ) {
        let mut world = lived(&steps);
        let count = world.0.len();
        let before = of_first(&world, &unit(reader), count, now());
        take(&mut world, &Step::Give(name, actor, category, 20));
        let after = of_first(&world, &unit(reader), count, now());
        prop_assert!(before.iter().all(|seq| after.contains(seq)));
    }

    #[test]
    fn neither_a_withdrawal_nor_time_ever_opens_anything(
        steps in steps(), name in 0_u8..3, actor in 0_u8..4, reader in 0_u8..4, hours in 0_i64..1200,
    ) {
        let mut world = lived(&steps);
        let count = world.0.len();
        let before = of_first(&world, &unit(reader), count, now());
        let later = now() + jiff::SignedDuration::from_hours(hours);
        let then = of_first(&world, &unit(reader), count, later);
        prop_assert!(then.iter().all(|seq| before.contains(seq)));
        take(&mut world, &Step::Withdraw(name, actor));
        let after = of_first(&world, &unit(reader), count, now());
        prop_assert!(after.iter().all(|seq| before.contains(seq)));
    }

    /// Judged a second time, by the words of the law alone.
    #[test]
    fn nobody_outside_own_sent_and_consent_gets_a_yes(steps in steps(), reader in 0_u8..4) {
        let world = lived(&steps);
        let whole = Pathway::fold(&world.0);
        let me = UnitId::new(unit(reader));
        let running: Vec<&Consent> = whole.consents.iter()
            .filter(|c| c.scope.actors.contains(&me) && c.until.is_none_or(|day| date(2026, 3, 3) <= day))
            .collect();
        let read = of_first(&world, &unit(reader), world.0.len(), now());
        for entry in &world.0 {
            let written = entry.written().unwrap();
            let envelope = &written.envelope;
            let opened = matches!(written.body, Body::PathwayOpened(_)) && !running.is_empty();
            let its = |reference: &RefId| running.iter().any(|c| &c.reference == reference);
            let consents = if let Body::ConsentGiven(given) = &written.body {
                its(&given.reference)
            } else if let Body::ConsentWithdrawn(back) = &written.body {
                its(&back.reference)
            } else {
                let category = envelope.category;
                !envelope.restricted && category != Category::Partner
                    && running.iter().any(|c| c.scope.categories.contains(&category))
            };
            let expected = envelope.author.unit == me || opened || consents;
            prop_assert_eq!(read.contains(&entry.seq), expected, "{:?}", written.body);
        }
    }

    #[test]
    fn what_an_entry_says_decides_nothing(steps in steps(), reader in 0_u8..4, text in "[a-zæøå ]{0,20}") {
        let world = lived(&steps);
        let mut other = lived(&steps);
        for entry in &mut other.0 {
            let Content::Written(written) = &mut entry.content else { continue };
            let written = Arc::get_mut(written).unwrap();
            if let Body::NoteWritten(note) = &mut written.body {
                note.text.clone_from(&text);
            }
        }
        prop_assert_eq!(world.read(&unit(reader)), other.read(&unit(reader)));
    }
}

#[test]
fn x05_what_was_written_about_the_wrong_person_is_closed_to_whoever_wrote_it_too() {
    let mut world = World::new();
    world.note("family", Category::Social);
    let wrong = EntryId::new("e2");
    assert!(world.read("family").contains(&2));
    let body = Body::Annulled(Annulled {
        entry: wrong,
        reason: "r".into(),
        wrong_person: true,
    });
    world.write("family", Category::Social, body);
    assert!(!world.read("family").contains(&2));
}
