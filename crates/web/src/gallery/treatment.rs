// SPDX-License-Identifier: EUPL-1.2
//! Treatment with everything in it and with nothing, and residential places as a reader and as a place sees them.

use super::pathway::head;
use super::plain::typed;
use super::{Example, say};
use crate::text::T;
use crate::view::consent::ConsentCard;
use crate::view::frame::Section;
use crate::view::parts::Link;
use crate::view::places::{PlaceRow, PlacesPage};
use crate::view::treatment::TreatmentPage;

fn day(t: &T, key: &str) -> String {
    t.a(key, &("day", say(t.lang(), "3.3.2026", "3 Mar 2026")))
}

fn whole(t: &T) -> TreatmentPage {
    let lang = t.lang();
    let act = |code: &str| Link {
        href: crate::paths::contract("3a", "k1", code),
        words: t.of("contract-act", code),
    };
    let request = ConsentCard {
        title: t.of("treatment-substance", "stof"),
        state: t.of("treatment-state", "waits"),
        lines: vec![day(t, "treatment-asked")],
        acts: vec![Link {
            href: crate::paths::treatment("3a", "q1"),
            words: t.s("treatment-start"),
        }],
    };
    let leaves = ConsentCard {
        title: t.a("discharge-from", &("place", "Testgården")),
        state: say(lang, "1.6.2026", "1 Jun 2026"),
        lines: vec![t.a(
            "discharge-lacks",
            &("what", t.of("discharge-matter", "housing")),
        )],
        acts: Vec::new(),
    };
    let contract = ConsentCard {
        title: t.s("contract-title"),
        state: t.of("contract-state", "running"),
        lines: vec![
            t.of("contract-law", "stof-1"),
            day(t, "contract-signed-day"),
            t.s("contract-until-birth"),
            t.a("contract-days", &("days", 3)),
        ],
        acts: vec![act("opsig"), act("tilbagehold")],
    };
    TreatmentPage {
        head: head(t),
        requests: vec![request],
        residential: vec![leaves],
        contracts: vec![contract],
        ask: Some(crate::paths::pathway("3a", "behandling/ny")),
        offer: Some(crate::paths::pathway("3a", "kontrakt/ny")),
        discharge: Some(crate::paths::pathway("3a", "udskrivning")),
    }
}

fn places(t: &T) -> Vec<PlaceRow> {
    let lang = t.lang();
    let free = t.a2("places-free", &("free", 2), &("total", 8));
    vec![
        PlaceRow {
            name: say(lang, "Døgnbehandlingen Kyst", "Residential treatment Kyst"),
            phone: "00 00 01 11".to_owned(),
            free,
            next: None,
            note: say(
                lang,
                "Gravide og deres barn",
                "Pregnant women and their child",
            ),
            at: Some(say(
                lang,
                "onsdag 4. marts kl. 9.00",
                "Wednesday 4 March at 9:00",
            )),
        },
        PlaceRow {
            name: say(lang, "Døgnbehandlingen Skov", "Residential treatment Skov"),
            phone: "00 00 01 12".to_owned(),
            free: t.s("unknown"),
            ..PlaceRow::default()
        },
    ]
}

/// Every example of this part.
pub(super) fn examples(t: &T) -> Vec<Example> {
    let empty = TreatmentPage {
        head: head(t),
        ask: Some(crate::paths::pathway("3a", "behandling/ny")),
        ..TreatmentPage::default()
    };
    let own = PlacesPage {
        rows: places(t),
        own: Some(say(
            t.lang(),
            "Døgnbehandlingen Kyst",
            "Residential treatment Kyst",
        )),
        form: typed(&[("pladser", "8"), ("ledige", "2")]),
    };
    let read = PlacesPage {
        own: None,
        ..own.clone()
    };
    vec![
        Example::new("behandling", Section::Other, whole(t)),
        Example::new("behandling-intet", Section::Other, empty),
        Example::new("doegnpladser", Section::Other, read),
        Example::new("doegnpladser-egne", Section::Other, own),
    ]
}
