// SPDX-License-Identifier: EUPL-1.2
//! A child placed outside the home: where it lives and what was written of it is shown to whom it is open and to nobody
//! else – not to the parents before the authority releases it, not to other units, and to the carers only what was written
//! for them (practice A1, A9; scenario A17).

use crate::browser::{Browser, Site};
use crate::withheld::{addresses, everything, still};
use jiff::SignedDuration;
use traad_domain::body::{
    BreakdownRisk, BreakdownRiskJudged, CarersHelp, CarersMatched, CarersMeetingCalled,
    CarersOffered, CarersTold, ChildPlaced, CustodyState, CustodyStated, Demand, DifficultyCause,
    DifficultyJudged, ExposureConsidered, OfferAnswer, ParentsSupportOffered, PlacementEnded,
    PlacementEnding, PlacementHome,
};
use traad_domain::category::Category;
use traad_domain::id::{PathwayId, RefId};
use traad_domain::party::PageOf;
use traad_domain::time::local_date;

const BO: &str = "Bo Test Holm";
const SIGNE: &str = "Signe Test Solbakke";
const GERDA: &str = "Gerda Test Bakkegård";

/// The forms of a placement; the walks that take addresses with one part do not know them.
const FORMS: [&str; 11] = [
    "ny",
    "hjem",
    "slut",
    "viden",
    "tilbud",
    "krav",
    "vanskelighed",
    "risiko",
    "moede",
    "foraeldre",
    "eksponering",
];

/// Two have custody of the demonstration's child.
fn settle(site: &Site) -> PathwayId {
    let child = site.pathway_of("Emil");
    let stated = CustodyStated {
        custody: CustodyState::Shared,
        holders: vec![BO.into(), SIGNE.into()],
    };
    let by = site.ctx("familie");
    let stated = site.app().state_custody(&by, &child, &stated);
    stated.expect("it is written");
    child
}

fn on_page(site: &Site, child: &PathwayId, of: &PageOf) -> Browser {
    let by = site.ctx("familie");
    let handed = site.app().open_own_page(&by, child, of, false);
    let handed = handed.expect("it is opened");
    site.log_in_with(&handed.username, &handed.password)
}

/// Everything that can be written of a placement, each with a word of its own.
#[expect(
    clippy::too_many_lines,
    reason = "one of each kind of entry, one after the other"
)]
pub(crate) fn place(site: &Site, child: &PathwayId) {
    let (app, by) = (site.app(), site.ctx("familie"));
    let today = local_date(app.now());
    let none = || RefId::new("");
    let placed = ChildPlaced {
        placement: none(),
        kind: "almen".into(),
        decided: today,
        from: today,
        until: None,
        parents: vec![BO.into(), SIGNE.into()],
        deviation: Some("kanarie-afvigelse".into()),
    };
    let home = PlacementHome {
        placement: none(),
        place: "kanarie-sted".into(),
        address: "kanarie-adresse".into(),
        phone: "kanarie-telefon".into(),
        carers: vec![GERDA.into()],
    };
    app.place_child(&by, child, (&placed, &home))
        .expect("it is placed");
    let told = CarersTold {
        placement: none(),
        needs: "aaben-behov".into(),
        helps: "aaben-hjaelp".into(),
        triggers: String::new(),
        medicine: String::new(),
        adapted: String::new(),
        background: String::new(),
        call: "aaben-telefon".into(),
    };
    app.tell_carers(&by, child, &told).expect("it is written");
    let offered = CarersOffered {
        placement: none(),
        what: CarersHelp::Support,
        answer: OfferAnswer::Yes,
        on: today,
        content: "aaben-tilbud".into(),
    };
    app.offer_carers(&by, child, &offered)
        .expect("it is written");
    let meeting = CarersMeetingCalled {
        placement: none(),
        at: app.now() + SignedDuration::from_hours(48),
        place: "aaben-moede".into(),
        purpose: "At tale sammen".into(),
    };
    app.call_carers(&by, child, &meeting).expect("it is called");
    let matched = CarersMatched {
        placement: none(),
        demands: vec![Demand {
            what: "kanarie-krav".into(),
            met: false,
        }],
    };
    app.match_carers(&by, child, &matched)
        .expect("it is written");
    let difficulty = DifficultyJudged {
        difficulty: "kanarie-vanskelighed".into(),
        causes: vec![DifficultyCause::Substance],
        support: String::new(),
    };
    app.judge_difficulty(&by, child, &difficulty)
        .expect("it is written");
    let risk = BreakdownRiskJudged {
        placement: none(),
        risk: BreakdownRisk::Some,
        reason: "kanarie-risiko".into(),
        meet_by: None,
    };
    app.judge_risk(&by, child, &risk).expect("it is written");
    let parent = ParentsSupportOffered {
        placement: none(),
        parent: SIGNE.into(),
        answer: OfferAnswer::Yes,
        on: today,
        content: "kanarie-foraelder".into(),
    };
    app.offer_parent(&by, child, &parent)
        .expect("it is written");
    let considered = ExposureConsidered {
        recognised: true,
        acted_on: false,
        note: "kanarie-erkendt".into(),
    };
    app.consider_exposure(&by, child, &considered)
        .expect("it is written");
}

/// Words only the authority may read.
const SECRET: [&str; 9] = [
    "kanarie-afvigelse",
    "kanarie-sted",
    "kanarie-adresse",
    "kanarie-telefon",
    "kanarie-krav",
    "kanarie-vanskelighed",
    "kanarie-risiko",
    "kanarie-foraelder",
    "kanarie-erkendt",
];

/// Words written for the carers.
const OPEN: [&str; 5] = [
    "aaben-behov",
    "aaben-hjaelp",
    "aaben-telefon",
    "aaben-tilbud",
    "aaben-moede",
];

fn shown(browser: &Browser, child: &PathwayId) -> String {
    let own = FORMS.map(|form| format!("/forloeb/{child}/anbringelse/{form}"));
    let forms: String = own
        .iter()
        .map(|address| browser.get(address).html)
        .collect();
    everything(browser, child) + &forms
}

fn hidden_all(who: &str, all: &str) {
    for word in SECRET.iter().chain(&OPEN).chain(&[GERDA]) {
        assert!(!all.contains(word), "{who} is shown »{word}«");
    }
}

#[test]
fn a17_a_placement_is_shown_to_the_authority_and_to_nobody_else_before_it_is_released() {
    let site = Site::demo();
    let child = settle(&site);
    let bo = on_page(&site, &child, &PageOf::Holder(BO.into()));
    place(&site, &child);
    let all = shown(&site.log_in("familie"), &child);
    for word in SECRET.iter().chain(&OPEN) {
        assert!(all.contains(word), "the authority is not shown »{word}«");
    }
    for person in [
        "jordemoder",
        "laege",
        "sundhedsplejerske",
        "psykiatri",
        "alkohol",
        "ungecenter",
        "aarhus",
    ] {
        hidden_all(person, &shown(&site.log_in(person), &child));
    }
    hidden_all("a parent", &shown(&bo, &child));
    // What the leader counts names no place and no child.
    let leader = shown(&site.log_in("leder"), &child);
    assert!(leader.contains("kanarie-afvigelse"), "the deviation");
    for word in SECRET.iter().filter(|word| **word != "kanarie-afvigelse") {
        assert!(!leader.contains(word), "the leader is shown »{word}«");
    }
}

#[test]
fn a17_two_worlds_with_and_without_a_placement_answer_alike_to_whom_it_is_not_open() {
    let [plain, full] = Site::twins();
    let child = settle(&plain);
    assert_eq!(settle(&full), child);
    let parents = [&plain, &full].map(|site| on_page(site, &child, &PageOf::Holder(BO.into())));
    place(&full, &child);
    // The same readings in both, so that the log tells the same.
    for site in [&plain, &full] {
        let by = site.ctx("familie");
        site.app().pathway(&by, &child).expect("it is theirs");
    }
    let mut compared = 0;
    let mut alike = |who: &str, [one, other]: [&Browser; 2]| {
        let own = FORMS.map(|form| format!("/forloeb/{child}/anbringelse/{form}"));
        for address in addresses(&child).iter().chain(&own) {
            let [one, other] = [one, other].map(|browser| still(&browser.get(address)));
            assert_eq!(one, other, "{who} at {address}");
            compared += 1;
        }
    };
    let [one, other] = &parents;
    alike("a parent", [one, other]);
    for person in ["jordemoder", "laege", "aarhus"] {
        let [one, other] = [&plain, &full].map(|site| site.log_in(person));
        alike(person, [&one, &other]);
    }
    assert!(compared > 200, "{compared}");
}

#[test]
fn a17_a_carer_is_shown_what_was_written_for_carers_and_no_secret_of_child_or_mother() {
    let site = Site::demo();
    let child = settle(&site);
    let mother = site.pathway_of("Signe");
    for id in [&child, &mother] {
        for category in Category::ALL {
            let text = format!("kanarie-{} stop", category.code());
            let by = site.ctx("familie");
            let written = site.app().write_note(&by, id, &text, *category);
            written.expect("it is written");
        }
    }
    place(&site, &child);
    let gerda = on_page(&site, &child, &PageOf::Carer(GERDA.into()));
    let sent = gerda.send(
        "/mit/iagttagelse",
        &[("slags", "observation"), ("ord", "kanarief-ugl")],
    );
    assert_eq!(sent.status, 303, "{}", sent.html);
    let all = shown(&gerda, &child) + &shown(&gerda, &mother);
    for word in OPEN {
        assert!(all.contains(word), "the carer is not shown »{word}«");
    }
    assert!(all.contains("kanarief-ugl"), "own words");
    assert!(!all.contains("kanarie-"), "the carer is shown a secret");
    assert!(!all.contains("Signe"), "the carer is shown the mother");
    // What a carer writes is for the authority alone.
    let bo = on_page(&site, &child, &PageOf::Holder(BO.into()));
    assert!(!shown(&bo, &child).contains("kanarief-ugl"));
    let midwife = site.log_in("jordemoder");
    assert!(!shown(&midwife, &child).contains("kanarief-ugl"));
    // Pages of a parent are none of a carer's, and the other way round.
    for address in ["/mit/samtykker", "/mit/laest", "/mit/oensker"] {
        assert_eq!(gerda.get(address).status, 404, "{address}");
        assert_eq!(bo.get(address).status, 200, "{address}");
    }
    let words = [("slags", "observation"), ("ord", "ord")];
    assert_eq!(bo.get("/mit/iagttagelse").status, 404);
    assert_eq!(bo.send("/mit/iagttagelse", &words).status, 404);
    let nobody = site.nobody();
    let door = nobody.get("/mit/iagttagelse").to.clone();
    assert_eq!(door.as_deref(), Some("/mit/log-ind"));
}

#[test]
fn a17_a_carers_page_is_gone_at_the_next_request_when_the_placement_ends() {
    let site = Site::demo();
    let child = settle(&site);
    place(&site, &child);
    let gerda = on_page(&site, &child, &PageOf::Carer(GERDA.into()));
    assert_eq!(gerda.get("/mit").status, 200);
    let (app, by) = (site.app(), site.ctx("familie"));
    let ended = PlacementEnded {
        placement: RefId::new(""),
        how: PlacementEnding::Home,
        on: local_date(app.now()),
        cause: String::new(),
        without_offer: Some("De er spurgt på mødet.".into()),
    };
    app.end_placement(&by, &child, &ended).expect("it ends");
    for address in ["/mit", "/mit/iagttagelse"] {
        let page = gerda.get(address);
        let gone = page.status == 404 || page.to.as_deref() == Some("/mit/log-ind");
        assert!(gone, "{address}: {page:?}");
    }
    let again = app.open_own_page(&by, &child, &PageOf::Carer(GERDA.into()), false);
    assert!(again.is_err(), "nobody cares for the child now");
    let verified = app.verify(None).expect("it can be read");
    assert!(verified.is_sound());
}

/// A form with something filled in that is taken.
const GOOD: [(&str, &[(&str, &str)]); 10] = [
    (
        "hjem",
        &[
            ("sted", "Familien Test"),
            ("plejer1", "Gerda Test Bakkegård"),
        ],
    ),
    (
        "viden",
        &[
            ("behov", "ro"),
            ("hjaelper", "mørke"),
            ("ring", "00 00 11 05"),
        ],
    ),
    (
        "tilbud",
        &[("hvad", "tools"), ("svar", "no"), ("dato", "{today}")],
    ),
    ("krav", &[("mangler", "ro ved måltider")]),
    (
        "vanskelighed",
        &[("vanskelighed", "søvn"), ("aarsager", "unresolved")],
    ),
    (
        "risiko",
        &[("risiko", "low"), ("begrundelse", "det går godt")],
    ),
    (
        "moede",
        &[("dato", "{later}"), ("tid", "10.00"), ("formaal", "søvnen")],
    ),
    (
        "foraeldre",
        &[
            ("hvem", "1"),
            ("svar", "yes"),
            ("dato", "{today}"),
            ("indhold", "samtaler"),
        ],
    ),
    (
        "eksponering",
        &[
            ("erkendt", "ja"),
            ("handlet", "ja"),
            ("note", "set af læge"),
        ],
    ),
    (
        "slut",
        &[
            ("hvordan", "home"),
            ("dato", "{today}"),
            ("uden", "de er væk"),
        ],
    ),
];

#[test]
fn a17_each_form_is_taken_once_refused_empty_closed_to_others_and_needs_its_token() {
    let site = Site::demo();
    let child = settle(&site);
    place(&site, &child);
    let today = local_date(site.app().now());
    let day = |day: jiff::civil::Date| format!("{}.{}.{}", day.day(), day.month(), day.year());
    let later = today.tomorrow().expect("a day after");
    let (family, midwife) = (site.log_in("familie"), site.log_in("jordemoder"));
    let outside = site.log_in("aarhus");
    let by = site.ctx("familie");
    let count = || {
        let view = site.app().pathway(&by, &child).expect("it is theirs");
        view.entries.len()
    };
    for (form, good) in GOOD {
        let address = format!("/forloeb/{child}/anbringelse/{form}");
        let values: Vec<(&str, String)> = good
            .iter()
            .map(|(name, value)| {
                let value = value.replace("{today}", &day(today));
                (*name, value.replace("{later}", &day(later)))
            })
            .collect();
        let sent = format!("once-{form}-5f0c3b9e2d7a41c8");
        let mut typed: Vec<(&str, &str)> = vec![("indsendelse", sent.as_str())];
        typed.extend(values.iter().map(|(name, value)| (*name, value.as_str())));
        let before = count();
        let empty = family.send(&address, &[("indsendelse", "leer-5f0c3b9e2d7a41c8")]);
        assert_eq!(empty.status, 422, "{address}: {}", empty.html);
        assert_eq!(midwife.send(&address, &typed).status, 409, "{address}");
        assert_eq!(outside.get(&address).status, 404, "{address}");
        assert_eq!(outside.send(&address, &typed).status, 404, "{address}");
        let unsigned: Vec<(&str, &str)> = typed.iter().copied().chain([("csrf", "")]).collect();
        assert_eq!(family.send(&address, &unsigned).status, 403, "{address}");
        assert_eq!(count(), before, "{address} wrote what was refused");
        let taken = family.send(&address, &typed);
        assert_eq!(taken.status, 303, "{address}: {}", taken.html);
        let after = count();
        assert!(after > before, "{address}");
        // What ended the placement leaves no form to send again.
        if form != "slut" {
            assert_eq!(family.send(&address, &typed).status, 303, "{address}");
        }
        assert_eq!(count(), after, "{address} wrote twice");
    }
    let gone = family.get(&format!("/forloeb/{child}/anbringelse/slut"));
    assert_eq!(gone.status, 409, "{}", gone.html);
    let nothing = family.get(&format!("/forloeb/{child}/anbringelse/ukendt"));
    assert_eq!(nothing.status, 404);
}
