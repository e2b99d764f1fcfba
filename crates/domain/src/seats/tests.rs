// SPDX-License-Identifier: EUPL-1.2
//! Who asks about a consent again: whom the agreement names, as long as that unit may know of it, else who registered it.

use super::*;
use crate::fixture;
use crate::org::{Function, Unit};
use jiff::civil::date;

fn unit(id: &str, kind: UnitKind) -> Unit {
    Unit {
        municipality: Some(MunicipalityCode::new("0461")),
        ..fixture::unit(id, kind)
    }
}

fn owner(collector: Option<UnitKind>, readers: &[&str]) -> (String, bool) {
    let units = [
        unit("family", UnitKind::FamilyDepartment),
        unit("ppr", UnitKind::Ppr),
        unit("streets", UnitKind::StreetWork),
    ];
    let directory = Directory::on(date(2026, 3, 3), units);
    let pathway = Pathway {
        municipality: Some(MunicipalityCode::new("0461")),
        ..Pathway::default()
    };
    let answers = Answers {
        consent_collector: collector.map(Who::Actor),
        ..Answers::default()
    };
    let away = BTreeMap::new();
    let seating = Seating {
        pathway: &pathway,
        directory: &directory,
        region: "",
        answers: Some(&answers),
        away: &away,
    };
    let author = Author {
        employment: EmploymentId::new("e"),
        name: String::new(),
        unit: UnitId::new("streets"),
        function: Function::StreetWorker,
    };
    let readers = readers.iter().map(|id| UnitId::new(*id)).collect();
    let start = Start {
        author: Some(&author),
        unit: None,
        readers: Some(&readers),
    };
    let seat = seating.owner("consent-collector", start).unwrap();
    (seat.unit.as_str().to_owned(), seat.stands_in)
}

#[test]
fn what_somebody_on_leave_owes_is_the_deputys_and_otherwise_the_units() {
    let units = [unit("family", UnitKind::FamilyDepartment)];
    let directory = Directory::on(date(2026, 3, 3), units);
    let pathway = Pathway::default();
    let author = Author {
        employment: EmploymentId::new("e"),
        name: String::new(),
        unit: UnitId::new("family"),
        function: Function::Caseworker,
    };
    let owner = |away: &[(&str, Option<&str>)]| {
        let away = away.iter();
        let away = away
            .map(|(who, deputy)| (EmploymentId::new(*who), deputy.map(EmploymentId::new)))
            .collect();
        let seating = Seating {
            pathway: &pathway,
            directory: &directory,
            region: "",
            answers: None,
            away: &away,
        };
        let start = Start {
            author: Some(&author),
            ..Start::default()
        };
        let seat = seating.owner("author", start).unwrap();
        let person = seat.person.map(|who| who.as_str().to_owned());
        (person, seat.stands_in)
    };
    assert_eq!(owner(&[]), (Some("e".into()), false));
    assert_eq!(owner(&[("e", None)]), (None, true));
    assert_eq!(owner(&[("e", Some("d"))]), (Some("d".into()), true));
}

#[test]
fn s2_069_whom_the_agreement_names_asks_again_if_it_may_know_of_the_consent() {
    let ppr = Some(UnitKind::Ppr);
    assert_eq!(owner(ppr, &["streets", "ppr"]), ("ppr".into(), false));
    assert_eq!(
        owner(ppr, &["streets"]),
        ("streets".into(), true),
        "no duty tells a unit of a consent it may not know of"
    );
}

#[test]
fn s2_069_where_the_agreement_is_silent_who_registered_it_asks_again() {
    assert_eq!(
        owner(None, &["streets", "family"]),
        ("streets".into(), true)
    );
}
