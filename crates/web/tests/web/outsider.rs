// SPDX-License-Identifier: EUPL-1.2
//! The wrong person at every address: the list is read from the router's own files, so that a new address cannot be
//! forgotten. Whoever has no part gets byte for byte what anybody gets for an id nobody ever made (scenario A21, row X08).

use crate::browser::{Browser, Site};
use crate::router::{ROUTES, routes};
use std::collections::BTreeMap;
use traad_app::PathwayView;
use traad_domain::id::PathwayId;

/// Addresses with a part that names no pathway: agreements, fora and offers of a directory tell of nobody. The list may only
/// shrink.
const FOR_ALL_STAFF: [&str; 10] = [
    "/aftaler/{kommune}",
    "/aftale/{id}/{version}",
    "/aftale/{id}/{version}/{step}",
    "/aftale/{id}/{version}/kontakter",
    "/aftale/{id}/{version}/grundlag",
    "/aftale/{id}/{version}/kapitel/{kapitel}",
    "/aftale/{id}/{version}/sammenlign/{other}",
    "/fora/{forum}",
    "/vejviser/{opslag}",
    "/vejviser/{opslag}/bekraeft",
];

/// People of the demonstration with no part in the pathway, of every kind there is.
const OUTSIDERS: [&str; 7] = [
    "aarhus",
    "jobcenter",
    "svendborg",
    "leder-svendborg",
    "administrator",
    "databeskyttelse",
    "sundhedsplejerske",
];

/// Addresses that name something of one pathway.
fn with_ids() -> Vec<&'static str> {
    let all = routes().into_iter().filter(|route| route.contains('{'));
    all.filter(|route| !FOR_ALL_STAFF.contains(route)).collect()
}

/// A pathway with everything in it, as those who take part see it.
struct Hers {
    id: PathwayId,
    views: Vec<PathwayView>,
}

impl Hers {
    fn of(site: &Site) -> Self {
        let id = site.pathway_of("Ellen");
        let team = ["familie", "alkohol", "ambulatorium", "jordemoder"];
        let views = team.map(|who| {
            let view = site.app().pathway(&site.ctx(who), &id);
            view.unwrap_or_else(|error| panic!("{who} takes part: {error}"))
        });
        let views = views.into();
        Self { id, views }
    }

    fn address(&self, route: &str) -> String {
        let view = self.views.first().expect("the family department's");
        address(route, &id_of(route, self), &parts(view))
    }
}

/// What stands for the parts of an address, as it is in a pathway.
fn parts(view: &PathwayView) -> BTreeMap<&'static str, String> {
    let pathway = &view.pathway;
    let first = |found: Option<&str>| found.unwrap_or("ukendt").to_owned();
    let meeting = pathway
        .meetings
        .first()
        .map(|m| m.called.body.reference.as_str());
    let consent = pathway.consents.first().map(|c| c.reference.as_str());
    let duty = view
        .duties
        .first()
        .map(|duty| format!("{}~{}", duty.rule, duty.key));
    BTreeMap::from([
        (
            "post",
            first(view.entries.first().map(|entry| entry.id.as_str())),
        ),
        ("moede", first(meeting)),
        ("samtykke", first(consent)),
        ("opgave", first(duty.as_deref())),
        (
            "underretning",
            first(pathway.notifications.first().map(|n| n.reference.as_str())),
        ),
        ("anmodning", "ukendt".to_owned()),
        ("kontrakt", "ukendt".to_owned()),
        ("forslag", "ukendt".to_owned()),
        ("skridt", "svar".to_owned()),
        ("noedadgang", "ukendt".to_owned()),
        ("ansaettelse", "ukendt".to_owned()),
        ("enhed", "ukendt".to_owned()),
        ("opfoelgning", "ukendt".to_owned()),
        ("tilbud", "ukendt".to_owned()),
        ("redskab", "epds".to_owned()),
        ("trin", "viden".to_owned()),
        ("step", "akutvurdering".to_owned()),
    ])
}

fn address(route: &str, id: &str, parts: &BTreeMap<&'static str, String>) -> String {
    parts
        .iter()
        .fold(route.replace("{id}", id), |address, (name, value)| {
            address.replace(&format!("{{{name}}}"), value)
        })
}

/// The id in an address: of a notification or a referral it has a reference behind it.
fn id_of(route: &str, hers: &Hers) -> String {
    let id = hers.id.as_str();
    let mut views = hers.views.iter().map(|view| &view.pathway);
    let notification = views
        .clone()
        .find_map(|p| Some(p.notifications.first()?.reference.as_str()));
    let referral = views.find_map(|p| Some(p.referrals.first()?.reference.as_str()));
    let reference = if route.starts_with("/underretning/") {
        notification
    } else if route.starts_with("/henvisning/") {
        referral
    } else {
        return id.to_owned();
    };
    format!("{id}-{}", reference.expect("the demonstration has one"))
}

const TYPED: [(&str, &str); 8] = [
    ("indsendelse", "5f0c3b9e2d7a41c8"),
    ("hvad", "et notat"),
    ("kategori", "social"),
    ("tilsyn", "quality"),
    ("grundlag", "ja"),
    ("svar", "ja"),
    ("trygt", "ja"),
    ("stille", "nej"),
];

/// Asked and sent, with the id taken out of what comes back.
fn answers(browser: &Browser, address: &str, id: &str) -> [(u16, String); 2] {
    [browser.get(address), browser.send(address, &TYPED)]
        .map(|page| (page.status, page.html.replace(id, "…")))
}

#[test]
fn every_file_of_the_router_is_asked_for_its_addresses() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/routes");
    let files = std::fs::read_dir(folder).expect("the router's folder");
    assert_eq!(files.count() + 1, ROUTES.len());
}

#[test]
fn x08_an_outsider_gets_the_same_answer_at_every_address_as_for_what_does_not_exist() {
    let site = Site::demo();
    let ellen = Hers::of(&site);
    let id = ellen.id.as_str();
    let unknown = "00000000000000000000000000000000";
    let routes = with_ids();
    assert!(routes.len() > 30, "{routes:?}");
    for outsider in OUTSIDERS {
        let browser = site.log_in(outsider);
        for route in &routes {
            let hers = ellen.address(route);
            assert!(
                !hers.contains('{'),
                "{route}: what stands for its parts is not said"
            );
            let nobodys = hers.replace(id, unknown);
            let real = answers(&browser, &hers, id);
            let made_up = answers(&browser, &nobodys, unknown);
            for ((status, html), way) in real.iter().zip(["GET", "POST"]) {
                let known = matches!(status, 404 | 405);
                assert!(known, "{outsider} {way} {route}: {status} {html}");
            }
            assert!(real == made_up, "{outsider} {route}: {real:?} {made_up:?}");
        }
    }
}

#[test]
fn a_member_of_staff_without_session_learns_nothing_at_any_address() {
    let site = Site::demo();
    let ellen = Hers::of(&site);
    let nobody = site.nobody();
    for route in with_ids() {
        let hers = ellen.address(route);
        for page in [nobody.get(&hers), nobody.send(&hers, &TYPED)] {
            let door = if route.starts_with("/mit/") {
                "/mit/log-ind"
            } else {
                "/log-ind"
            };
            let to_log_in = page.to.as_deref() == Some(door);
            assert!(to_log_in || page.status == 405, "{route}: {page:?}");
        }
    }
}

#[test]
fn the_leader_of_the_unit_is_told_that_it_is_for_the_team_and_an_outsider_is_not() {
    let site = Site::demo();
    let ellen = Hers::of(&site);
    let leader = site.log_in("leder");
    for route in with_ids() {
        let hers = ellen.address(route);
        let page = leader.get(&hers);
        let name = "Ellen Louise";
        assert!(
            !page.html.contains(name),
            "{route} tells the leader whose it is"
        );
        let fits = match route {
            "/forloeb/{id}/tilsyn" => page.status == 200,
            // These are only sent to.
            "/forloeb/{id}/noedadgang/slut" | "/forloeb/{id}/moede/tider/{forslag}/indkald" => {
                page.status == 404
            }
            // Her own page is no leader's, and there is nobody of that number in the unit.
            _ if route.starts_with("/mit/") => page.status == 404,
            // The entry is not about the wrong person: there is nothing to decide.
            "/forloeb/{id}/fejlfoert/{post}" => page.status == 404,
            _ if route.contains("{ansaettelse}") || route.contains("{enhed}") => page.status == 404,
            // Only the unit that has an offer of check-ups changes it.
            _ if route.contains("{tilbud}") => page.status == 404,
            _ => page.status == 403 && page.html.contains("Kun for teamet"),
        };
        assert!(fits, "{route}: {} {}", page.status, page.html);
    }
}

#[test]
fn whoever_reads_by_emergency_access_sees_the_banner_on_every_page_and_writes_nowhere() {
    let site = Site::demo();
    let ellen = Hers::of(&site);
    let reader = site.log_in("psykiatri");
    let typed = [("cpr", "0201919996"), ("grund", "Hun er bevidstløs.")];
    let opened = reader.send("/noedadgang", &typed);
    let home = format!("/forloeb/{}", ellen.id);
    assert_eq!(opened.to.as_deref(), Some(home.as_str()), "{}", opened.html);
    let mut shown = 0;
    for route in with_ids() {
        let hers = ellen.address(route);
        let page = reader.get(&hers);
        let banner = page.html.contains("Du er her med nødadgang til");
        shown += usize::from(page.status == 200);
        let fits = (page.status == 200 && banner) || matches!(page.status, 403..=405);
        assert!(fits, "{route}: {} {}", page.status, page.html);
        if route != "/forloeb/{id}/noedadgang/slut" {
            let sent = reader.send(&hers, &TYPED);
            assert!(matches!(sent.status, 403..=405), "{route}: {sent:?}");
        }
    }
    assert_eq!(shown, 9, "the tabs of a pathway");
    let ended = reader.send(&format!("{home}/noedadgang/slut"), &[]);
    assert_eq!(ended.status, 303);
    for route in with_ids() {
        assert_eq!(reader.get(&ellen.address(route)).status, 404, "{route}");
    }
}
