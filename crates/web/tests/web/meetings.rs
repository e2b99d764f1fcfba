// SPDX-License-Identifier: EUPL-1.2
//! Network meetings at the edge: the file for a calendar tells nothing, and minutes with five decisions are written with
//! few fields.

use crate::browser::Site;
use crate::forms::{fill, opened, send, with};
use traad_domain::id::PathwayId;
use traad_web::paths;

/// The meeting to come.
fn coming(site: &Site, id: &PathwayId) -> String {
    let view = site.app().pathway(&site.ctx("familie"), id);
    let view = view.expect("the family department's");
    let open = view.pathway.meetings.iter().rfind(|m| m.is_open());
    let open = open.expect("a meeting to come");
    open.called.body.reference.as_str().to_owned()
}

#[test]
fn a09_a_calendar_learns_the_time_and_nothing_that_tells_and_what_changes_replaces_it() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let meeting = coming(&site, &id);
    let address = paths::meeting_calendar(id.as_str(), &meeting);
    let file = family.get(&address);
    assert_eq!(file.status, 200);
    assert!(
        file.html.starts_with("BEGIN:VCALENDAR\r\n"),
        "{}",
        file.html
    );
    assert!(file.html.contains("SEQUENCE:0\r\n"), "{}", file.html);
    let page = family.get(&format!("/forloeb/{id}/moeder"));
    assert!(page.html.contains(&address), "it is offered");
    for telling in [
        "Ellen",
        "Lokale",
        "plan",
        "Rus",
        "Jordemoder",
        "Tråd",
        "raad",
        id.as_str(),
    ] {
        assert!(!file.html.contains(telling), "{telling}: {}", file.html);
    }

    let change = paths::meeting_change(id.as_str(), &meeting);
    let moved = [
        ("aendring", "flyt"),
        ("dato", "20.5.2026"),
        ("tid", "9.00"),
        ("sted", "Hjemme"),
    ];
    let own = opened(&family, &change);
    assert!(send(&family, &change, &with(&moved, own)).to.is_some());
    let file = family.get(&address).html;
    assert!(file.contains("SEQUENCE:1\r\n"), "{file}");
    assert!(file.contains("DTSTART:20260520T070000Z\r\n"), "{file}");
    assert!(file.contains("METHOD:PUBLISH\r\n"), "{file}");

    let cancelled = [("aendring", "aflys"), ("hvorfor", "Hun er syg")];
    assert!(fill(&family, &change, &cancelled).to.is_some());
    let file = family.get(&address).html;
    assert!(file.contains("SEQUENCE:2\r\n"), "{file}");
    assert!(file.contains("METHOD:CANCEL\r\n"), "{file}");
    assert!(!file.contains("syg"), "{file}");
    assert_eq!(site.log_in("jobcenter").get(&address).status, 404);
}

/// What has to be touched in minutes with five decisions: whether she came, the minutes, and one field of decisions. Day,
/// time and who came stand there.
#[test]
fn a09_minutes_with_five_decisions_take_three_fields_and_give_five_tasks() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let address = paths::minutes(id.as_str(), &coming(&site, &id));
    site.wait(jiff::SignedDuration::from_hours(24 * 21));
    let family = {
        drop(family);
        site.log_in("familie")
    };
    let page = family.get(&address);
    let main = page.html.split_once("<main").expect("a main part").1;
    let prefilled = |name: &str| {
        let (_, after) = main
            .split_once(&format!("name=\"{name}\""))
            .expect("a field");
        let (tag, _) = after.split_once('>').expect("the tag ends");
        let (_, value) = tag.split_once("value=\"").expect("a value");
        value.split('"').next().unwrap_or_default().to_owned()
    };
    let there: Vec<(String, String)> = ["dato", "tid", "indsendelse"]
        .map(|name| (name.to_owned(), prefilled(name)))
        .into();
    let touched = [
        ("hun", "came"),
        ("referat", "Hendes ønsker kom først."),
        (
            "beslutninger",
            "Mette: søg dagtilbud inden 1/5\nMette: ring til egen læge inden 15/4\nEllen: skriv sine spørgsmål ned \
             inden 20/4\nJordemoderen: bestil scanning inden 10/4\nMette: send referatet inden 1/4",
        ),
    ];
    let before = tasks(&site, &id);
    let sent = send(&family, &address, &with(&touched, there));
    assert!(sent.to.is_some(), "{}", sent.html);
    assert_eq!(touched.len(), 3);
    assert_eq!(tasks(&site, &id) - before, 5);
}

fn tasks(site: &Site, id: &PathwayId) -> usize {
    let view = site.app().pathway(&site.ctx("familie"), id);
    let view = view.expect("the family department's");
    let decided = view
        .duties
        .iter()
        .filter(|duty| duty.rule == "meeting-decision");
    decided.count()
}
