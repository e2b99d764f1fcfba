// SPDX-License-Identifier: EUPL-1.2
//! The leader's page: the own unit's numbers, no names, and nobody else's.

use crate::browser::Site;
use crate::forms::holds;
use traad_web::paths;

#[test]
fn only_the_leader_of_the_unit_sees_it_and_marks_it_seen() {
    let site = Site::demo();
    let leader = site.log_in("leder");
    let page = leader.get(paths::LEADER);
    assert_eq!(page.status, 200, "{}", page.html);
    holds(&page, "Familieafdelingen, Odense");
    for name in ["Brita", "Berggren", "Anna"] {
        let main = page.html.split_once("<main").expect("a main part").1;
        assert!(!main.contains(name), "{name} stands on the leader's page");
    }
    assert!(
        leader
            .send(paths::LEADER, &[("indsendelse", "x")])
            .to
            .is_some()
    );
    assert_eq!(leader.send(paths::LEADER, &[("csrf", "0")]).status, 403);
    for other in ["familie", "administrator", "jordemoder"] {
        let browser = site.log_in(other);
        assert_eq!(browser.get(paths::LEADER).status, 403, "{other}");
        assert_eq!(
            browser.send(paths::LEADER, &[("indsendelse", "y")]).status,
            403,
            "{other}"
        );
        assert_eq!(browser.get("/aftaler").status, 200, "{other}");
        assert!(
            !browser.get("/aftaler").html.contains("href=\"/overblik\""),
            "{other}"
        );
    }
}

#[test]
fn a_page_beyond_every_list_is_empty_and_no_error() {
    let site = Site::demo();
    let leader = site.log_in("leder");
    for start in [paths::TASKS, paths::LEADER] {
        for number in ["4294967295", "0", "-1", "sidste"] {
            let page = leader.get(&format!("{start}?side={number}"));
            assert_eq!(page.status, 200, "{start} {number}");
        }
    }
}
