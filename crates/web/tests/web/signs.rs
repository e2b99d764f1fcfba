// SPDX-License-Identifier: EUPL-1.2
//! What is seen in a child and the hypothesis it leads to, sent as a browser sends it; and that neither leaves the unit it was
//! written in, stands on a family's page, or leaves a trace when it was refuted (practice A17, A18, B14; row X08).

use crate::birth::{Sheet, pathway};
use crate::browser::Site;
use crate::withheld::{addresses, everything, still};
use jiff::civil::Date;
use traad_app::{SeenChild, Subject};
use traad_domain::body::{
    Concern, Conclusion, HypothesisRaised, HypothesisTested, Points, SignsObserved, TestKind,
};
use traad_domain::decide::hypothesis::Concluding;
use traad_domain::decide::information::{Ground, Passing};
use traad_domain::id::{MunicipalityCode, PathwayId, RefId, UnitId};
use traad_domain::person::{Identity, Name};

/// A form of the authority about Ida.
const fn sheet(
    page: &'static str,
    good: &'static [(&'static str, &'static str)],
    bad: &'static [(&'static str, &'static str)],
    kept: &'static str,
) -> Sheet {
    Sheet {
        login: "familie",
        about: "Ida",
        page,
        good,
        bad,
        kept,
    }
}

const SIGNS: Sheet = sheet(
    "tegn/ny",
    &[
        ("dato", "3.3.2026"),
        ("tegn", "sarthed-lyd"),
        ("stoette", "no"),
    ],
    &[("dato", "3.3.2026"), ("hvor", "I garderoben")],
    "I garderoben",
);

const NOTIFY: Sheet = sheet(
    "underret",
    &[("tekst", "Vi er bekymrede"), ("ved", "yes")],
    &[("tekst", "Vi er bekymrede")],
    "Vi er bekymrede",
);

const AFFECTED: Sheet = sheet(
    "trivsel",
    &[("dato", "3.3.2026"), ("hvad", "Sover ikke")],
    &[("dato", "4.3.2036"), ("hvad", "Sover ikke")],
    "Sover ikke",
);

const SUPPORT: Sheet = sheet(
    "trivsel/stoette",
    &[
        ("hvad", "En fast voksen"),
        ("lov", "early"),
        ("plan", "no"),
        ("dato", "3.3.2026"),
    ],
    &[("hvad", "En fast voksen"), ("dato", "3.3.2026")],
    "En fast voksen",
);

const JUDGED: Sheet = sheet(
    "trivsel/vurdering",
    &[("trivsel", "yes"), ("begrundelse", "Sover igen")],
    &[("begrundelse", "Sover igen")],
    "Sover igen",
);

const RAISED: Sheet = sheet(
    "hypotese/ny",
    &[("begrundelse", "Det varer ved"), ("afproeves", "1.6.2026")],
    &[("begrundelse", "Det varer ved")],
    "Det varer ved",
);

const TESTED: Sheet = sheet(
    "hypotese/afproevning",
    &[
        ("dato", "3.3.2026"),
        ("hvordan", "mothers-word"),
        ("fund", "Hun siger nej"),
        ("peger", "away"),
    ],
    &[("dato", "3.3.2026"), ("fund", "Hun siger nej")],
    "Hun siger nej",
);

const TOLD: Sheet = sheet("hypotese/mor", &[("kommentar", "Det passer ikke")], &[], "");

const CONCLUDED: Sheet = sheet(
    "hypotese/konklusion",
    &[("konklusion", "refuted"), ("begrundelse", "Samlet")],
    &[("begrundelse", "Samlet")],
    "Samlet",
);

#[test]
fn a13_each_form_is_whole_keeps_what_was_typed_is_written_once_and_closed_to_others() {
    let site = Site::demo();
    for sheet in [
        SIGNS, NOTIFY, AFFECTED, SUPPORT, JUDGED, RAISED, TESTED, CONCLUDED,
    ] {
        sheet.holds(&site);
    }
}

#[test]
fn a13_the_talk_with_the_mother_is_written_by_who_may_test_and_closed_to_others() {
    let site = Site::demo();
    RAISED.holds(&site);
    let ida = pathway(&site, "familie", "Ida");
    let address = format!("/forloeb/{ida}/{}", TOLD.page);
    assert_eq!(site.log_in("gadeplan").get(&address).status, 404);
    let family = site.log_in("familie");
    let sent = family.send(&address, TOLD.good);
    assert_eq!(sent.status, 303, "{}", sent.html);
    let shown = family.get(&format!("/forloeb/{ida}/tegn")).html;
    assert!(shown.contains("Det passer ikke"), "{shown}");
}

fn today(site: &Site) -> Date {
    traad_domain::time::local_date(site.app().now())
}

fn seen(words: &str) -> SignsObserved {
    SignsObserved {
        signs: vec!["sarthed-lyd".into()],
        other: String::new(),
        setting: String::new(),
        words: words.into(),
        concern: Concern::No,
        look_again: None,
    }
}

/// A child that PPR tells of, and the family department has been told of by PPR.
fn child(site: &Site) -> PathwayId {
    let child = SeenChild {
        subject: Subject {
            name: Name("Asta Test".into()),
            identity: Identity::Unknown {
                description: "ikke oplyst".into(),
            },
            phone: None,
            address: None,
            born: None,
        },
        municipality: Some(MunicipalityCode::new("0461")),
    };
    let what = (&seen("kanarie tegn"), today(site));
    site.app()
        .observe_child(&site.ctx("ppr"), &child, what)
        .expect("it is written")
}

fn raise(site: &Site, id: &PathwayId, words: &str) {
    let raised = HypothesisRaised {
        reference: RefId::new(""),
        grounds: Vec::new(),
        substances: vec!["alkohol".into()],
        reason: words.into(),
        test_by: today(site),
    };
    site.app()
        .raise_hypothesis(&site.ctx("ppr"), id, (&raised, None))
        .expect("it is raised");
}

/// Passes on what PPR has written of some kinds to a unit.
fn pass_on(site: &Site, id: &PathwayId, unit: &str, kind: &str) {
    let view = site.app().pathway(&site.ctx("ppr"), id).expect("its own");
    let entries = view.entries.iter().filter(|entry| {
        let written = entry.written();
        written.is_some_and(|written| written.body.kind() == kind)
    });
    // Health has it for her treatment; an authority for its decision.
    let law = if unit == "fam-odense" {
        "fvl-28"
    } else {
        "sul-41-2"
    };
    let passing = Passing {
        to: UnitId::new(unit),
        entries: entries.map(|entry| entry.id.clone()).collect(),
        ground: Ground::Law(law.into()),
        reason: "Nødvendigt for opgaven".into(),
        tell: false,
    };
    site.app()
        .disclose(&site.ctx("ppr"), id, &passing)
        .expect("it is passed on");
}

fn refute(site: &Site, id: &PathwayId) {
    let tested = HypothesisTested {
        reference: RefId::new(""),
        test: TestKind::PregnancyRecord,
        drugs: None,
        medicine: None,
        points: Points::Away,
        result: "kanarie fund".into(),
    };
    let ppr = site.ctx("ppr");
    site.app()
        .test_hypothesis(&ppr, id, (&tested, today(site), None))
        .expect("it is tested");
    let told = Concluding {
        conclusion: Conclusion::Refuted,
        reason: "kanarie konklusion".into(),
        look_again: None,
        substances: Vec::new(),
        assess_by: None,
    };
    site.app()
        .conclude_hypothesis(&ppr, id, (&told, None))
        .expect("it is concluded");
}

#[test]
fn x08_a17_signs_and_hypotheses_are_read_by_the_own_unit_alone_until_they_are_sent() {
    let site = Site::demo();
    let id = child(&site);
    raise(&site, &id, "kanarie hypotese");
    for person in [
        "familie",
        "leder",
        "sundhedsplejerske",
        "paedagog",
        "laerer",
        "egenlaege",
    ] {
        let shown = everything(&site.log_in(person), &id);
        assert!(!shown.contains("kanarie"), "{person}");
        let page = site.log_in(person).get(&format!("/forloeb/{id}"));
        assert_eq!(page.status, 404, "{person}");
    }
    pass_on(&site, &id, "sp-odense", "signs-observed");
    let visitor = everything(&site.log_in("sundhedsplejerske"), &id);
    assert!(visitor.contains("kanarie tegn"));
    assert!(!visitor.contains("kanarie hypotese"));
}

#[test]
fn x08_b14_what_was_refuted_leaves_no_trace_for_others_than_the_authority_and_doctors() {
    let [plain, full] = Site::twins();
    let ids = [&plain, &full].map(|site| {
        let id = child(site);
        pass_on(site, &id, "sp-odense", "signs-observed");
        pass_on(site, &id, "fam-odense", "signs-observed");
        id
    });
    raise(&full, &ids[1], "kanarie hypotese");
    pass_on(&full, &ids[1], "sp-odense", "hypothesis-raised");
    pass_on(&full, &ids[1], "fam-odense", "hypothesis-raised");
    let visitors = [(&plain, &ids[0]), (&full, &ids[1])];
    let before = visitors.map(|(site, id)| everything(&site.log_in("sundhedsplejerske"), id));
    let known = before.map(|shown| shown.contains("kanarie hypotese"));
    assert_eq!(known, [false, true]);
    refute(&full, &ids[1]);
    let mut compared = 0;
    for person in ["sundhedsplejerske", "ppr", "paedagog"] {
        let [one, other] = [&plain, &full].map(|site| site.log_in(person));
        for (mine, theirs) in addresses(&ids[0]).iter().zip(addresses(&ids[1])) {
            let [one, other] = [still(&one.get(mine)), still(&other.get(&theirs))];
            assert_eq!(one, other, "{person} at {mine}");
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
    let authority = full
        .log_in("familie")
        .get(&format!("/forloeb/{}/tegn", ids[1]));
    assert!(authority.html.contains("kanarie konklusion"));
    assert!(authority.html.contains("Tidligere overvejet"));
}
