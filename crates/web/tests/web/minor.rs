// SPDX-License-Identifier: EUPL-1.2
//! A pregnant woman under 18 is a child herself (practice A15): the page says so, no limit of the adults' law runs, and no
//! contract on detention is made.

use crate::browser::Site;
use jiff::civil::date;
use traad_app::{RaiseForm, Subject};
use traad_domain::body::{PathwayKind, SupportNeed};
use traad_domain::decide::concern::{RaiseConcern, StatedDating};
use traad_domain::id::{MunicipalityCode, PathwayId, PersonId};
use traad_domain::person::{Identity, Name};

/// Somebody without a number who says when she was born.
fn met(site: &Site, born: jiff::civil::Date) -> PathwayId {
    let identity = Identity::Unknown {
        description: "mødt i modtagelsen".into(),
    };
    let subject = Subject {
        name: Name("Cilla Test".into()),
        identity,
        phone: None,
        address: None,
        born: Some(born),
    };
    let concern = RaiseConcern {
        kind: PathwayKind::Pregnancy,
        subject: PersonId::new(""),
        municipality: Some(MunicipalityCode::new("0461")),
        region: String::new(),
        dating: Some(StatedDating::Week { weeks: 10, days: 0 }),
        signs: Vec::new(),
        words: "Hun kom selv.".into(),
        phase: "tidlig-opsporing".into(),
        uses: Vec::new(),
        support_need: SupportNeed::No,
        postponed: None,
        notify: None,
        already_notified: None,
        referrals: Vec::new(),
        adults: None,
    };
    let form = RaiseForm { subject, concern };
    let raised = site.app().raise_concern(&site.ctx("stof"), &form);
    raised.expect("it is written").pathway
}

#[test]
fn a_minor_is_told_of_has_no_limit_of_the_adults_law_and_makes_no_contract() {
    for (born, minor) in [(date(2009, 1, 1), true), (date(1996, 1, 1), false)] {
        let site = Site::demo();
        let id = met(&site, born);
        let home = format!("/forloeb/{id}");
        let treats = site.log_in("stof");
        let page = treats.get(&home).html;
        assert_eq!(page.contains("Hun er under 18 år og selv barn."), minor);
        let asked = treats.send(
            &format!("{home}/behandling/ny"),
            &[("hvad", "stof"), ("dag", "3.3.2026")],
        );
        assert_eq!(asked.status, 303, "{}", asked.html);
        let page = treats.get(&home).html;
        assert_eq!(page.contains("Start stofbehandling"), !minor);
        assert_eq!(page.contains("tilbyd en frivillig kontrakt"), !minor);
        let view = site
            .app()
            .pathway(&site.ctx("stof"), &id)
            .expect("it is own");
        let request = view.pathway.treatment_requests().remove(0).reference;
        let offered = treats.send(
            &format!("{home}/kontrakt/ny"),
            &[
                ("anmodning", request.as_str()),
                ("lov", "stof-1"),
                ("svar", "yes"),
            ],
        );
        assert_eq!(offered.html.contains("Her laves ingen kontrakt"), minor);
        assert_eq!(offered.status == 303, !minor, "{}", offered.html);
    }
}
