// SPDX-License-Identifier: EUPL-1.2
//! Nødadgang and ledelsestilsyn: what each opens and never opens, for whom, and that nothing is left when it is over.

use super::*;
use crate::body::{EmergencyEnded, EmergencyOpened, SupervisionOpened, SupervisionPurpose};

const HOUR_LATER: &str = "2026-03-03T10:00:00Z";

impl World {
    fn emergency(&mut self, unit: &str, function: Function) {
        let body = Body::EmergencyOpened(EmergencyOpened {
            reference: RefId::new("g"),
            reason: "bevidstløs".into(),
            until: HOUR_LATER.parse().unwrap(),
            reviewer: Some(UnitId::new("family")),
        });
        self.write(unit, Category::Coordination, body);
        self.sign("reader", function);
        self.last().shared_with = vec![Share {
            unit: UnitId::new("family"),
            basis: Basis::OwnRecord,
        }];
        self.last().restricted = true;
    }

    fn supervision(&mut self, unit: &str) {
        let body = Body::SupervisionOpened(SupervisionOpened {
            reference: RefId::new("s"),
            purpose: SupervisionPurpose::Complaint,
            until: HOUR_LATER.parse().unwrap(),
        });
        self.write(unit, Category::Coordination, body);
        self.sign("reader", Function::Leader);
    }

    fn last(&mut self) -> &mut Envelope {
        let last = self.0.last_mut().unwrap();
        let Content::Written(written) = &mut last.content else {
            panic!("it was written");
        };
        &mut Arc::get_mut(written).unwrap().envelope
    }

    /// The last entry is somebody else's than everybody's.
    fn sign(&mut self, employment: &str, function: Function) {
        let author = Author {
            employment: EmploymentId::new(employment),
            function,
            ..self.last().author.as_ref().clone()
        };
        self.last().author = Arc::new(author);
    }

    /// The places an employment reads, and why.
    fn read_by(
        &self,
        (id, unit, function): (&str, &str, Function),
        now: Timestamp,
    ) -> Vec<(u32, String)> {
        let employment = Employment {
            id: EmploymentId::new(id),
            ..employment(unit, function)
        };
        let reader = Reader {
            employment: &employment,
            purpose: Purpose::Care,
        };
        let (shares, whole) = (Shares::of(&self.0), Pathway::fold(&self.0));
        let grounds = Grounds {
            shown: &[],
            misfiled: &[],
            sealed: &[],
            shares: &shares,
            consents: Consents::of(&whole),
            now,
        };
        let permits = self.0.iter().map(|e| (e.seq, grounds.permit(reader, e)));
        permits
            .filter_map(|(seq, permit)| Some((seq, permit?.reason().into_owned())))
            .collect()
    }

    fn places(&self, who: (&str, &str, Function), now: Timestamp) -> Vec<u32> {
        self.read_by(who, now)
            .into_iter()
            .map(|(seq, _)| seq)
            .collect()
    }
}

const DOCTOR: (&str, &str, Function) = ("reader", "hospital", Function::Physician);
const LEADER: (&str, &str, Function) = ("reader", "family", Function::Leader);

#[test]
fn emergency_access_opens_what_a_health_person_needs_and_names_itself() {
    let mut world = World::new();
    for category in Category::ALL {
        world.note("family", *category);
    }
    world.note("family", Category::Health).restricted = true;
    world.note("family", Category::Health).about = vec![PersonId::new("partner")];
    world.note("family", Category::Health).about =
        vec![PersonId::new("anna"), PersonId::new("partner")];
    world.note("family", Category::Health).about = Vec::new();
    world.note("alcohol", Category::SubstanceUse);
    world.sign("e", Function::Therapist);
    assert_eq!(world.places(DOCTOR, now()), [0; 0]);
    world.emergency("hospital", Function::Physician);
    let read = world.read_by(DOCTOR, now());
    assert!(
        read.iter().all(|(_, reason)| reason == "break-glass:g"),
        "{read:?}"
    );
    let kinds: Vec<&str> = read
        .iter()
        .filter_map(|(seq, _)| {
            let written = world.0[*seq as usize - 1].written().unwrap();
            let note = matches!(written.body, Body::NoteWritten(_));
            note.then(|| written.envelope.category.code())
        })
        .collect();
    let expected = [
        "health",
        "pregnancy-birth",
        "substance-use",
        "psychiatric",
        "child-health",
        "coordination",
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn it_is_one_persons_for_an_hour_and_leaves_the_unit_nothing() {
    let mut world = World::new();
    world.note("family", Category::Health);
    world.emergency("hospital", Function::Physician);
    assert_eq!(world.places(DOCTOR, now()), [1, 2, 3]);
    let colleague = ("colleague", "hospital", Function::Physician);
    assert_eq!(world.places(colleague, now()), [0; 0]);
    let other_function = ("reader", "hospital", Function::OtherCaseworker);
    assert_eq!(world.places(other_function, now()), [0; 0]);
    assert_eq!(world.places(DOCTOR, HOUR_LATER.parse().unwrap()), [0; 0]);
    // Those who look after the pathway see that it happened.
    let family = ("e", "family", Function::Caseworker);
    assert_eq!(world.places(family, now()), [1, 2, 3]);
    let ended = Body::EmergencyEnded(EmergencyEnded {
        reference: RefId::new("g"),
    });
    world.write("hospital", Category::Coordination, ended);
    world.sign("reader", Function::Physician);
    assert_eq!(world.places(DOCTOR, now()), [0; 0]);
    let (shares, whole) = (Shares::of(&world.0), Pathway::fold(&world.0));
    let grounds = Grounds {
        shown: &[],
        misfiled: &[],
        sealed: &[],
        shares: &shares,
        consents: Consents::of(&whole),
        now: now(),
    };
    let of_unit = grounds.readable_by_unit(&UnitId::new("hospital"), &world.0);
    assert!(of_unit.is_empty(), "{of_unit:?}");
}

#[test]
fn a_leader_reads_what_the_own_unit_wrote_for_a_purpose_and_not_what_it_was_sent() {
    let mut world = World::new();
    world.note("family", Category::Social);
    world.note("clinic", Category::Health).shared_with = vec![Share {
        unit: UnitId::new("family"),
        basis: Basis::OwnRecord,
    }];
    assert_eq!(world.places(LEADER, now()), [0; 0]);
    world.supervision("family");
    let read = world.read_by(LEADER, now());
    let expected = [1, 2, 4].map(|seq| (seq, "supervision:s".to_owned()));
    assert_eq!(read, expected);
    assert_eq!(world.places(LEADER, HOUR_LATER.parse().unwrap()), [0; 0]);
    let another = ("another", "family", Function::Leader);
    assert_eq!(world.places(another, now()), [0; 0]);
}

#[test]
fn a_leader_knows_what_is_on_the_units_list_and_an_outsider_nothing() {
    let mut world = World::new();
    world.note("family", Category::Social);
    let (shares, whole) = (Shares::of(&world.0), Pathway::fold(&world.0));
    let grounds = Grounds {
        shown: &[],
        misfiled: &[],
        sealed: &[],
        shares: &shares,
        consents: Consents::of(&whole),
        now: now(),
    };
    let opens = |unit: &str, function, action| {
        let employment = Employment {
            id: EmploymentId::new("reader"),
            ..employment(unit, function)
        };
        let reader = Reader {
            employment: &employment,
            purpose: Purpose::Care,
        };
        grounds.opens(reader, action, world.0.iter())
    };
    let team_only = Err(Denial::TeamOnly);
    assert_eq!(opens("family", Function::Leader, Action::Read), team_only);
    assert_eq!(
        opens("clinic", Function::Leader, Action::Read),
        Err(Denial::Outside)
    );
    assert_eq!(opens("family", Function::Caseworker, Action::Write), Ok(()));
    assert_eq!(opens("family", Function::Leader, Action::Write), team_only);
}

#[test]
fn a_leader_who_notified_goes_on_from_the_own_words_and_reads_no_others() {
    let mut world = World::new();
    world.note("family", Category::Social);
    world.note("family", Category::Social);
    world.sign("reader", Function::Leader);
    assert_eq!(world.places(LEADER, now()), [3]);
    world.supervision("family");
    let over: Timestamp = HOUR_LATER.parse().unwrap();
    assert_eq!(
        world.places(LEADER, over),
        [3],
        "to choose a purpose is no such word"
    );
}

#[test]
fn only_the_data_protection_officer_audits_and_sees_no_pathway() {
    let audits = |function| {
        let employment = employment("office", function);
        let reader = Reader {
            employment: &employment,
            purpose: Purpose::Care,
        };
        may_audit(reader, now()).is_ok()
    };
    for function in Function::ALL {
        assert_eq!(
            audits(*function),
            *function == Function::DataProtectionOfficer
        );
    }
    let officer = employment("office", Function::DataProtectionOfficer);
    assert_eq!(ask(&officer, "office", &["office"]), Err(Denial::Function));
}

proptest! {
    /// Whatever stands in the journal and whatever consents there are.
    #[test]
    fn a_grant_takes_nothing_away_and_adds_only_what_its_kind_opens(
        steps in steps(), reader in 0_u8..4, function in 0_usize..Function::ALL.len(), leads in any::<bool>(),
    ) {
        let function = if leads { Function::Leader } else { Function::ALL[function] };
        let me = unit(reader);
        let who = ("reader", me.as_str(), function);
        let mut world = lived(&steps);
        let before = world.places(who, now());
        if leads {
            world.supervision(&me);
        } else {
            world.emergency(&me, function);
        }
        let count = u32::try_from(world.0.len()).unwrap();
        let after: Vec<u32> = world.places(who, now()).into_iter().filter(|seq| *seq < count).collect();
        prop_assert!(before.iter().all(|seq| after.contains(seq)));
        for seq in after.iter().filter(|seq| !before.contains(seq)) {
            let envelope = &world.0[*seq as usize - 1].written().unwrap().envelope;
            if leads {
                prop_assert_eq!(envelope.author.unit.as_str(), me.as_str());
            } else {
                prop_assert!(function.is_health() && !envelope.restricted);
                let closed = [
                    Category::Partner, Category::AbortionLoss, Category::TestResults, Category::CrimeExploitation,
                    Category::Social, Category::AuthorityDecision,
                ];
                prop_assert!(!closed.contains(&envelope.category));
            }
        }
        let over = HOUR_LATER.parse().unwrap();
        let left: Vec<u32> = world.places(who, over).into_iter().filter(|seq| *seq < count).collect();
        prop_assert!(left.iter().all(|seq| before.contains(seq)));
    }
}
