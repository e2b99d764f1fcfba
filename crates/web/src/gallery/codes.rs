// SPDX-License-Identifier: EUPL-1.2
//! The codes forms send are those of the catalogue: nothing a form offers is unknown, nothing known is left out.

use std::collections::BTreeSet;

use traad_domain::org::UnitKind;

use crate::view::concern::{SIGNS, SUBSTANCES};
use crate::view::work::{ACTORS, AMBULATORY, PROBLEMS, RESIDENTIAL, STRANDS};

fn split(codes: &str) -> BTreeSet<String> {
    codes.split(' ').map(str::to_owned).collect()
}

#[test]
fn forms_offer_what_the_catalogue_holds() {
    let catalogue = traad_app::embedded_catalogue().expect("the catalogue is whole");
    let ids = |list: &str, skip: &[&str]| -> BTreeSet<String> {
        let list = catalogue
            .list(list)
            .unwrap_or_else(|| panic!("no list {list}"));
        let top = list.items.iter().filter(|item| item.parent.is_none());
        top.map(|item| item.id.clone())
            .filter(|id| !skip.contains(&id.as_str()))
            .collect()
    };
    assert_eq!(split(SUBSTANCES), ids("substances", &[]));
    assert_eq!(split(SIGNS), ids("signs", &[]));
    assert_eq!(split(PROBLEMS), ids("problems", &[]));
    // The first element of each form is a property of the team, which no intervention can be.
    assert_eq!(split(AMBULATORY), ids("ambulatory-elements", &["AE1"]));
    assert_eq!(split(RESIDENTIAL), ids("residential-elements", &["DE1"]));
}

#[test]
fn actors_and_strands_are_known_to_the_domain() {
    let kinds: BTreeSet<String> = UnitKind::ALL
        .iter()
        .map(|kind| kind.code().to_owned())
        .collect();
    assert!(
        split(ACTORS).is_subset(&kinds),
        "{:?}",
        split(ACTORS).difference(&kinds).collect::<Vec<_>>()
    );
    let strands: BTreeSet<String> = traad_domain::body::Strand::ALL
        .iter()
        .map(|s| s.code().to_owned())
        .collect();
    assert_eq!(split(STRANDS), strands);
}
