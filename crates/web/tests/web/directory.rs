// SPDX-License-Identifier: EUPL-1.2
//! The directory of a kommune as a browser sends it: written once, by its own kommune and nobody else, and never over what
//! somebody else has just written (row S2-025).

use crate::browser::Site;
use crate::forms::{holds, opened, send, with};
use traad_domain::id::MunicipalityCode;
use traad_web::paths;

const OFFER: [(&str, &str); 4] = [
    ("navn", "Onsdagsgruppen"),
    ("hvad", "Åben gruppe for gravide"),
    ("kontakt", "Vagten"),
    ("telefon", "00 00 99 01"),
];

#[test]
fn s2_025_an_offer_is_written_once_and_by_nobody_but_its_own_kommune() {
    let site = Site::demo();
    let leader = site.log_in("leder");
    let own = opened(&leader, paths::LISTING_NEW);
    let typed = with(&OFFER, own);
    let first = send(&leader, paths::LISTING_NEW, &typed);
    let again = send(&leader, paths::LISTING_NEW, &typed);
    assert!(first.to.is_some(), "{}", first.html);
    assert_eq!(first.to, again.to);
    let odense = MunicipalityCode::new("0461");
    let listed = || site.app().listings(&odense).expect("they can be read");
    let before = listed();
    assert_eq!(before.len(), 1);
    let id = before.first().expect("the offer").id.clone();
    let address = paths::listing(&id, "");
    for who in ["jordemoder", "leder-svendborg", "databeskyttelse"] {
        let other = site.log_in(who);
        assert_eq!(other.get(&address).status, 403, "{who}");
        for page in [address.clone(), paths::listing(&id, "bekraeft")] {
            assert_eq!(
                send(&other, &page, &with(&OFFER, vec![])).status,
                403,
                "{who}"
            );
        }
    }
    let unsigned = with(&[("csrf", "")], typed);
    for page in [paths::LISTING_NEW, address.as_str()] {
        assert_eq!(send(&leader, page, &unsigned).status, 403);
    }
    assert_eq!(listed(), before);
}

#[test]
fn s2_025_the_second_of_two_who_change_an_offer_loses_nothing_typed() {
    let site = Site::demo();
    let (leader, other) = (site.log_in("leder"), site.log_in("administrator"));
    let made = with(&OFFER, opened(&leader, paths::LISTING_NEW));
    assert!(send(&leader, paths::LISTING_NEW, &made).to.is_some());
    let odense = MunicipalityCode::new("0461");
    let listed = site.app().listings(&odense).expect("they can be read");
    let address = paths::listing(&listed.first().expect("the offer").id, "");
    let (mine, theirs) = (opened(&leader, &address), opened(&other, &address));
    assert!(send(&other, &address, &with(&OFFER, theirs)).to.is_some());
    let changed = [("navn", "Torsdagsgruppen"), OFFER[1], OFFER[2], OFFER[3]];
    let refused = send(&leader, &address, &with(&changed, mine));
    assert_eq!(refused.status, 409);
    holds(&refused, "Torsdagsgruppen");
    holds(&refused, "En anden har rettet tilbuddet");
}
