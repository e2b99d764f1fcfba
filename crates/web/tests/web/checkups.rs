// SPDX-License-Identifier: EUPL-1.2
//! The forms of a child's check-ups, sent as a browser sends them; and that what the clinic writes of them is seen by nobody it
//! was not sent to.

use crate::birth::{Sheet, pathway};
use crate::browser::Site;
use crate::withheld::{addresses, still};
use jiff::{SignedDuration, ToSpan};
use traad_domain::body::{CheckupOutcome, CheckupTold, MissedBecause};
use traad_domain::decide::checkup::{Placing, school_age};
use traad_domain::id::{PathwayId, UnitId};
use traad_domain::time::local_date;

/// How far the check-ups of a child have come.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Nothing,
    Placed,
    Lost,
}

fn told(site: &Site, id: &PathwayId, outcome: CheckupOutcome) {
    let clinic = site.ctx("laege");
    let view = site.app().pathway(&clinic, id).expect("it is theirs");
    let open = view.pathway.child.checkups.open();
    let first = open.first().expect("one is planned");
    let told = CheckupTold {
        checkup: first.reference.clone(),
        outcome,
        to: None,
        because: Some(MissedBecause::NoShow),
        note: "kanarie hos klinikken".into(),
    };
    let app = site.app();
    app.tell_checkup(&clinic, id, &told).expect("it is written");
}

/// Brings the check-ups so far; two days later in any case, so that worlds are compared at one time.
fn come(site: &Site, id: &PathwayId, stage: Stage) {
    let clinic = site.ctx("laege");
    let view = site.app().pathway(&clinic, id).expect("it is theirs");
    let today = local_date(site.app().now());
    let ahead = |days: i64| today.saturating_add(days.days());
    let placing = Placing {
        yes: true,
        unit: Some(UnitId::new("fa-syd")),
        offer: None,
        note: "kanarie hos klinikken".into(),
        days: vec![today, ahead(1), ahead(400)],
        until: school_age(&view.pathway),
        reason: String::new(),
    };
    if stage >= Stage::Placed {
        let app = site.app();
        app.place_checkups(&clinic, id, &placing)
            .expect("it is written");
    }
    if stage == Stage::Lost {
        told(site, id, CheckupOutcome::Missed);
    }
    site.wait(SignedDuration::from_hours(24));
    if stage == Stage::Lost {
        told(site, id, CheckupOutcome::Missed);
    }
}

const fn sheet(
    page: &'static str,
    good: &'static [(&'static str, &'static str)],
    bad: &'static [(&'static str, &'static str)],
    kept: &'static str,
) -> Sheet {
    Sheet {
        login: "laege",
        about: "Ida",
        page,
        good,
        bad,
        kept,
    }
}

const SHEETS: [(Stage, Sheet); 5] = [
    (
        Stage::Nothing,
        sheet(
            "barnets-opfoelgning/sted",
            &[
                ("svar", "ja"),
                ("sted", "fa-syd"),
                ("dage", "1.9.2030"),
                ("slutter", "1.3.2031"),
                ("slut-grund", "Aftalt med forældrene"),
            ],
            &[("svar", "ja"), ("note", "Ring først torsdag")],
            "Ring først torsdag",
        ),
    ),
    (
        Stage::Placed,
        sheet(
            "barnets-opfoelgning/plan",
            &[
                ("dage", "1.9.2030"),
                ("slutter", "1.3.2031"),
                ("slut-grund", "Aftalt med forældrene"),
            ],
            &[("dage", "på torsdag"), ("slutter", "1.3.2031")],
            "på torsdag",
        ),
    ),
    (
        Stage::Lost,
        sheet(
            "barnets-opfoelgning/kontakt",
            &[
                ("hvordan", "letter"),
                ("naaet", "nej"),
                ("note", "Intet svar"),
            ],
            &[("note", "Brevet kom tilbage")],
            "Brevet kom tilbage",
        ),
    ),
    (
        Stage::Placed,
        sheet(
            "barnets-opfoelgning/afslut",
            &[
                ("maade", "declined"),
                ("grund", "Forældrene vil selv følge barnet"),
            ],
            &[("grund", "Forældrene vil ikke mere")],
            "Forældrene vil ikke mere",
        ),
    ),
    (
        Stage::Nothing,
        sheet(
            "overgang",
            &[
                ("overgang", "dagtilbud"),
                ("sted", "skole-odense"),
                ("behov", "Ro"),
                ("styrker", "Leger godt"),
                ("udfordringer", "Larm"),
                ("eksponering-med", "nej"),
                ("grundlag", "sul-43-2"),
                ("hvorfor", "Barnet begynder i dagtilbud"),
            ],
            &[("behov", "En fast voksen"), ("udfordringer", "Larm")],
            "En fast voksen",
        ),
    ),
];

#[test]
fn a16_each_form_is_whole_keeps_what_was_typed_is_written_once_and_closed_to_others() {
    for (stage, sheet) in SHEETS {
        let site = Site::demo();
        let id = pathway(&site, sheet.login, sheet.about);
        come(&site, &id, stage);
        sheet.holds(&site);
    }
}

#[test]
fn a16_the_form_of_one_check_up_and_the_page_itself_are_whole_in_both_languages() {
    let site = Site::demo();
    let id = pathway(&site, "laege", "Ida");
    come(&site, &id, Stage::Lost);
    let view = site.app().pathway(&site.ctx("laege"), &id);
    let view = view.expect("it is theirs");
    let open = view.pathway.child.checkups.open();
    let one = open.first().expect("one is planned").reference.clone();
    let (own, outside) = (site.log_in("laege"), site.log_in("gadeplan"));
    for page in [
        "barnets-opfoelgning".to_owned(),
        format!("barnets-opfoelgning/{one}"),
    ] {
        let address = format!("/forloeb/{id}/{page}");
        for lang in ["da", "en"] {
            let shown = own.get(&format!("{address}?sprog={lang}"));
            assert_eq!(shown.status, 200, "{address}: {}", shown.html);
            assert!(!shown.html.contains('⟦'), "{address} lacks a text");
        }
        assert_eq!(outside.get(&address).status, 404, "{address}");
    }
    let address = format!("/forloeb/{id}/barnets-opfoelgning/{one}");
    let unsigned = own.send(&address, &[("csrf", ""), ("gik", "removed")]);
    assert_eq!(unsigned.status, 403);
    // It lies ahead: it has neither come about nor not.
    let early = crate::forms::fill(
        &own,
        &address,
        &[("gik", "attended"), ("note", "Kom ikke endnu")],
    );
    assert_eq!(early.status, 422, "{}", early.html);
    crate::forms::holds(&early, "Kom ikke endnu");
}

#[test]
fn x08_what_the_clinic_writes_of_check_ups_leaves_no_trace_for_others() {
    let [plain, full] = Site::twins();
    let child = pathway(&plain, "familie", "Ida");
    come(&plain, &child, Stage::Nothing);
    come(&full, &child, Stage::Lost);
    let mut compared = 0;
    for person in ["familie", "jordemoder", "gadeplan", "leder", "laerer"] {
        let [one, other] = [&plain, &full].map(|site| site.log_in(person));
        let more = ["/", "/overblik", "/kommune?kommune=0461"].map(str::to_owned);
        for address in addresses(&child).into_iter().chain(more) {
            let [one, other] = [&one, &other].map(|browser| still(&browser.get(&address)));
            assert_eq!(one, other, "{person} at {address}");
            compared += 1;
        }
    }
    assert!(compared > 200, "{compared}");
    // The worlds do differ, for those whose it is.
    let page = format!("/forloeb/{child}/barnets-opfoelgning");
    let seen = [&plain, &full].map(|site| site.log_in("laege").get(&page).html);
    assert!(!seen[0].contains("kanarie") && seen[1].contains("kanarie"));
    let led = full.log_in("leder-ambulatorium").get("/overblik").html;
    assert!(
        led.contains("mangler kontakt") && !led.contains("Ida"),
        "{led}"
    );
}

#[test]
fn s3_020_an_offer_is_kept_by_who_leads_its_unit_and_by_nobody_else() {
    let site = Site::demo();
    let leads = site.log_in("leder-ambulatorium");
    let good = [("navn", "Børnesporet"), ("alder", "spaed")];
    let empty = crate::forms::fill(&leads, "/tilbud/ny", &[("navn", "Børnesporet")]);
    assert_eq!(empty.status, 422, "{}", empty.html);
    crate::forms::holds(&empty, "Børnesporet");
    let made = crate::forms::fill(&leads, "/tilbud/ny", &good);
    assert_eq!(made.status, 303, "{}", made.html);
    let offers = site.app().offers().expect("the database answers");
    let id = offers.first().expect("it was written").id.clone();
    for page in ["", "/evaluering", "/nedlaeg"] {
        let address = format!("/tilbud/{id}{page}");
        assert_eq!(leads.get(&address).status, 200, "{address}");
        for other in ["leder", "laege", "administrator", "familie"] {
            let browser = site.log_in(other);
            assert_eq!(browser.get(&address).status, 404, "{other} {address}");
            let sent = browser.send(&address, &good);
            assert_eq!(sent.status, 404, "{other} {address}");
        }
        let unsigned = leads.send(&address, &[("csrf", "")]);
        assert_eq!(unsigned.status, 403, "{address}");
    }
    for other in ["leder", "laege"] {
        assert_eq!(site.log_in(other).get("/tilbud/ny").status, 403, "{other}");
    }
}
