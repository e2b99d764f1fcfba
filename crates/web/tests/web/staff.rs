// SPDX-License-Identifier: EUPL-1.2
//! Units and staff, leave and hand-over as forms: with a token only, written once, never over somebody else's version, and
//! each change in the records and in the log.

use crate::browser::{Browser, Page, Site};
use crate::forms::holds;
use traad_domain::category::Category;
use traad_domain::id::EmploymentId;

const PETER: &str = "/personale/demo-familie2-1";

/// What a form of a page carries hidden, with what is typed.
fn filled<'a>(
    page: &'a Page,
    button: &str,
    typed: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let (before, _) = page
        .html
        .split_once(button)
        .expect("the button stands there");
    let form = before.rsplit_once("<form").expect("a form").1;
    let hidden = |name: &str| {
        let from = form.split_once(&format!("name=\"{name}\" value=\""))?.1;
        Some(from.split_once('"')?.0)
    };
    let own = ["indsendelse", "version"];
    let own = own
        .into_iter()
        .filter_map(|name| Some((name, hidden(name)?)));
    own.chain(typed.iter().copied()).collect()
}

fn versions(site: &Site, kind: &str, id: &str) -> usize {
    let history = site.app().store().list_record_history(kind, id);
    history.expect("the records").len()
}

fn changes(site: &Site) -> usize {
    let rows = site.app().store().list_log(
        &traad_store::LogQuery::All,
        traad_store::Paging {
            offset: 0,
            limit: 1_000,
        },
    );
    let rows = rows.expect("the log");
    let own = |row: &&traad_store::LogRow| row.action == "staff" && row.outcome == "permitted";
    rows.iter().filter(own).count()
}

fn sent(browser: &Browser, address: &str, fields: &[(&str, &str)]) -> Page {
    browser.send(address, fields)
}

#[test]
fn every_form_needs_its_token() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let forms = [
        ("administrator", "/personale/ny".to_owned()),
        ("administrator", PETER.to_owned()),
        ("administrator", format!("{PETER}/slut")),
        ("administrator", "/enheder/fam-odense".to_owned()),
        ("familie", "/fravaer".to_owned()),
        ("familie", "/fravaer/slut".to_owned()),
        ("leder", "/overblik/fravaer/demo-familie-1".to_owned()),
        ("leder", "/overblik/fravaer/demo-familie-1/slut".to_owned()),
        ("leder", "/overblik/overdragelse/demo-familie-1".to_owned()),
        ("leder", format!("/forloeb/{id}/fejlfoert/x")),
    ];
    for (who, address) in forms {
        let browser = site.log_in(who);
        assert_eq!(
            browser.send(&address, &[("csrf", "0")]).status,
            403,
            "{address}"
        );
    }
    assert_eq!(changes(&site), 0);
}

#[test]
fn a_change_is_written_once_as_a_new_version_and_stands_in_the_log() {
    let site = Site::demo();
    let administrator = site.log_in("administrator");
    let page = administrator.get(PETER);
    let typed = [
        ("medarbejder", "Peter Test Rådgiver"),
        ("telefon", "00 00 22 22"),
    ];
    let fields = filled(&page, "Gem</button>", &typed);
    for _ in 0..2 {
        let done = sent(&administrator, PETER, &fields);
        assert_eq!(
            done.to.as_deref(),
            Some("/personale?ok=gemt"),
            "{}",
            done.html
        );
    }
    assert_eq!(versions(&site, "employment", "demo-familie2-1"), 2);
    assert_eq!(changes(&site), 1);
    // A form that was opened before somebody else changed it changes nothing.
    let other = [
        ("indsendelse", "en-anden"),
        ("version", "1"),
        ("medarbejder", "P"),
    ];
    let late = sent(&administrator, PETER, &other);
    assert_eq!(late.status, 409, "{}", late.html);
    holds(&late, "En anden har ændret det imens.");
    assert_eq!(versions(&site, "employment", "demo-familie2-1"), 2);
}

#[test]
fn who_is_employed_twice_by_a_double_click_is_employed_once() {
    let site = Site::demo();
    let administrator = site.log_in("administrator");
    let page = administrator.get("/personale/ny");
    let typed = [
        ("medarbejder", "Rikke Test Vikar"),
        ("enhed", "fam-odense"),
        ("funktion", "familieraadgiver"),
        ("begynder", "3.3.2026"),
    ];
    let fields = filled(&page, "Gem</button>", &typed);
    for _ in 0..2 {
        assert!(sent(&administrator, "/personale/ny", &fields).to.is_some());
    }
    let page = administrator.get("/personale");
    assert_eq!(page.html.matches("Rikke Test Vikar").count(), 1);
    // A unit of another authority is none of the administrator's.
    let elsewhere = [("indsendelse", "y"), ("enhed", "fam-svendborg")];
    let typed = [&typed[..1], &elsewhere[..], &typed[2..]].concat();
    assert_eq!(sent(&administrator, "/personale/ny", &typed).status, 404);
}

#[test]
fn a_session_dies_with_the_employment_and_the_other_one_of_the_person_lives() {
    let site = Site::demo();
    let (administrator, peter) = (site.log_in("administrator"), site.log_in("familie2"));
    assert_eq!(peter.get("/").status, 200);
    let page = administrator.get(PETER);
    let fields = filled(&page, "Afslut</button>", &[]);
    assert!(
        sent(&administrator, &format!("{PETER}/slut"), &fields)
            .to
            .is_some()
    );
    assert_eq!(peter.get("/").to.as_deref(), Some("/log-ind"));
    let sessions = site
        .app()
        .store()
        .list_sessions_of("demo-familie2", site.app().now().as_millisecond());
    assert!(sessions.expect("the sessions").is_empty());
}

#[test]
fn who_is_on_leave_writes_nothing_and_the_attempt_is_in_the_log() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let mette = site.log_in("familie");
    let note = format!("/forloeb/{id}/note");
    let typed = [("hvad", "et notat"), ("kategori", "social")];
    let page = mette.get(&note);
    let before = filled(&page, "Gem</button>", &typed);
    let leave = mette.get("/fravaer");
    let fields = filled(&leave, "Registrér</button>", &[("vaek", "3.3.2026")]);
    assert!(sent(&mette, "/fravaer", &fields).to.is_some());
    // Also by a form that was open before.
    let refused = sent(&mette, &note, &before);
    assert_eq!(refused.status, 409, "{}", refused.html);
    holds(&refused, "Du er på orlov");
    let note = site
        .app()
        .write_note(&site.ctx("familie"), &id, "et notat", Category::Social);
    assert!(note.is_err());
    let rows = site.app().store().list_log(
        &traad_store::LogQuery::Pathway(id.as_str().to_owned()),
        traad_store::Paging {
            offset: 0,
            limit: 1,
        },
    );
    let newest = rows.expect("the log").remove(0);
    assert_eq!((&*newest.action, &*newest.reason), ("write", "on-leave"));
}

#[test]
fn a_leave_and_what_the_pathways_are_told_of_it_are_one_change() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let mette = site.log_in("familie");
    let page = mette.get("/fravaer");
    let typed = [("vaek", "1.5.2026"), ("sidstedag", "31.8.2026")];
    let fields = filled(&page, "Registrér</button>", &typed);
    for _ in 0..2 {
        assert!(sent(&mette, "/fravaer", &fields).to.is_some());
    }
    let view = site.app().pathway(&site.ctx("familie"), &id);
    let entries = view.expect("hers").entries;
    let away = entries
        .iter()
        .filter_map(traad_domain::entry::Entry::written)
        .filter(|written| written.body.kind() == "coordinator-away");
    assert_eq!(away.count(), 1);
    assert_eq!(versions(&site, "employment", "demo-familie-1"), 2);
    // Pressed twice, the leader's button hands over once.
    let leader = site.log_in("leder");
    let address = "/overblik/overdragelse/demo-familie-1";
    let page = leader.get(address);
    let fields = filled(&page, "Overdrag alle", &[("alle", "ja")]);
    for _ in 0..2 {
        assert!(sent(&leader, address, &fields).to.is_some());
    }
    let view = site.app().pathway(&site.ctx("familie2"), &id).expect("his");
    let now = view.pathway.coordinator.expect("exactly one");
    assert_eq!(now.body.employment, EmploymentId::new("demo-familie2-1"));
    assert_eq!(view.pathway.coordinators, 2);
}
