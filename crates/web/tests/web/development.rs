// SPDX-License-Identifier: EUPL-1.2
//! The forms around a child's development, sent as a browser sends them; and that whoever may not read a child's assessment,
//! plan and advice gets the same with and without them (scenarios A14 and A15, row X08).

use crate::birth::{Sheet, owned, pathway};
use crate::browser::Site;
use crate::forms::{opened, send, with};
use crate::withheld::{addresses, still};

const ROUND: Sheet = Sheet {
    login: "familie",
    about: "Ida",
    page: "udredning/ny",
    good: &[
        ("faggruppe", "sagsbehandler-familieafdeling"),
        ("livshistorie", "Hemmelig historie"),
        ("foster", "Uden kendte problemer"),
        ("foedsel", "Til tiden"),
        ("spaedbarn", "Rolig"),
        ("rusmidler", "unknown"),
        ("medicin", "declined"),
        ("biologisk", "Vokser"),
        ("psykologisk", "For lille endnu"),
        ("psykologisk-ikke", "ja"),
        ("social", "Én fast voksen"),
        ("billede", "Sover kort"),
        ("relationer", "Mor og mormor"),
        ("funktion-soevn", "2"),
        ("potentiale", "Som andre"),
        ("vanskeligheder", "Søvn"),
        ("styrker", "Ser efter ansigter"),
        ("bidrag1-fag", "psykolog"),
        ("bidrag1-hvad", "Hemmeligt bidrag"),
        ("behov-familie", "Hemmeligt behov"),
        ("naeste", "1.9.2026"),
        ("handling", "faerdig"),
    ],
    bad: &[
        ("livshistorie", "Bor hjemme"),
        ("symptom2-grad", "2"),
        ("bidrag3-navn", "Pia Test"),
    ],
    kept: "Bor hjemme",
};

const SHEETS: [Sheet; 8] = [
    Sheet {
        login: "laege",
        about: "Ida",
        page: "bidrag",
        good: &[
            ("faggruppe", "boernelaege"),
            ("forhold", "biologisk"),
            ("hvad", "Hører"),
        ],
        bad: &[("hvad", "Hører alt")],
        kept: "Hører alt",
    },
    Sheet {
        login: "familie",
        about: "Ida",
        page: "udredningstilbud",
        good: &[("svar", "nej"), ("grund", "Hemmelig grund")],
        bad: &[("grund", "Nok i år"), ("naeste", "snart")],
        kept: "Nok i år",
    },
    Sheet {
        login: "familie",
        about: "Ida",
        page: "livshistorie",
        good: &[("dato", "1.1.2026"), ("hvad", "Hemmelig hændelse")],
        bad: &[("hvad", "Flyttede")],
        kept: "Flyttede",
    },
    Sheet {
        login: "familie",
        about: "Ida",
        page: "risikofaktor",
        good: &[("gruppe", "genetisk"), ("hvad", "Hemmelig risiko")],
        bad: &[("hvad", "Støj")],
        kept: "Støj",
    },
    Sheet {
        login: "familie",
        about: "Ida",
        page: "omgivelser",
        good: &[
            ("sted", "hjem"),
            ("kvalitet-forudsigelighed", "nej"),
            ("aftalt", "Hemmelig aftale"),
        ],
        bad: &[("aftalt", "Fast plads")],
        kept: "Fast plads",
    },
    Sheet {
        login: "familie",
        about: "Ida",
        page: "voksen-om-barnet",
        good: &[("navn", "Hemmelig Test Voksen"), ("sted", "dagtilbud")],
        bad: &[("mangler", "Hvad ro er")],
        kept: "Hvad ro er",
    },
    Sheet {
        login: "familie",
        about: "Ida",
        page: "hjaelper",
        good: &[
            ("behov", "Hemmelig ro"),
            ("styrker", "Glad"),
            ("signaler", "Vender sig væk"),
            ("hjaelper", "Bær barnet"),
            ("baggrund", "Hemmelig baggrund"),
        ],
        bad: &[("behov", "Ro til maden")],
        kept: "Ro til maden",
    },
    Sheet {
        login: "familie",
        about: "Ida",
        page: "viso",
        good: &[
            ("leverandoer", "bruckner-praksis"),
            ("naevnt", "nej"),
            ("hjerneskade", "suspected"),
            ("spoergsmaal", "Hemmeligt spørgsmål"),
        ],
        bad: &[("spoergsmaal", "Hvad hjælper om natten?")],
        kept: "Hvad hjælper om natten?",
    },
];

const PLAN: Sheet = Sheet {
    login: "familie",
    about: "Ida",
    page: "plan/ny",
    good: &[
        ("maal", "Hemmeligt mål"),
        ("familie", "ingen"),
        ("indsats", "indsats1"),
        ("indsats1-hvad", "Hemmelig indsats"),
        ("indsats1-gruppe", "regulering"),
        ("indsats1-formaal", "fremme"),
        ("indsats1-mod", "funktionsnedsaettelser"),
        ("indsats1-mod", "omgivelser"),
        ("indsats1-tilgang", "udviklingsbaseret"),
        ("indsats1-tilgang", "systembaseret"),
        ("indsats1-ivaerksaetter", "fam-odense"),
        ("indsats1-ansvarlig", "fam-odense"),
        ("indsats1-start", "3.3.2026"),
        ("indsats1-intensitet", "hver uge"),
        ("opfoelgning", "1.4.2026"),
        ("handling", "godkend"),
    ],
    bad: &[("maal", "Sove igennem"), ("indsats", "indsats1")],
    kept: "Sove igennem",
};

/// The family's round without needs, so that the plan has none to answer.
fn without_needs() -> Vec<(String, String)> {
    let typed = owned(ROUND.good).into_iter();
    typed
        .filter(|(name, _)| !name.starts_with("behov"))
        .collect()
}

#[test]
fn a14_each_form_is_whole_keeps_what_was_typed_is_written_once_and_closed_to_others() {
    for sheet in SHEETS.into_iter().chain([ROUND]) {
        sheet.holds(&Site::demo());
    }
    let site = Site::demo();
    let id = pathway(&site, "familie", "Ida");
    let family = site.log_in("familie");
    // Before there is a round there is nothing a plan could answer.
    let early = family.get(&format!("/forloeb/{id}/plan/ny"));
    assert_eq!(early.status, 409, "{}", early.html);
    let address = format!("/forloeb/{id}/udredning/ny");
    let made = send(
        &family,
        &address,
        &[without_needs(), opened(&family, &address)].concat(),
    );
    assert!(made.to.is_some(), "{}", made.html);
    PLAN.holds(&site);
}

#[test]
fn a14_a_childs_forms_are_no_forms_of_a_pregnancy() {
    let site = Site::demo();
    let brita = pathway(&site, "familie", "Brita");
    let family = site.log_in("familie");
    let pages = SHEETS.iter().map(|sheet| sheet.page);
    for page in pages.chain([
        "viden",
        "risikofaktor/slut",
        "virkning",
        "viso/raad",
        "hjaelper/ark",
    ]) {
        let address = format!("/forloeb/{brita}/{page}");
        assert_eq!(family.get(&address).status, 409, "{page}");
    }
}

#[test]
fn x08_whoever_may_not_read_the_childs_assessment_gets_the_same_with_and_without_it() {
    let [plain, full] = Site::twins();
    let child = pathway(&plain, "familie", "Emil");
    let family = full.log_in("familie");
    let written = SHEETS.into_iter().chain([ROUND]);
    for sheet in written.filter(|sheet| sheet.login == "familie") {
        let address = format!("/forloeb/{child}/{}", sheet.page);
        let typed = with(&[], owned(sheet.good));
        let made = send(
            &family,
            &address,
            &[typed, opened(&family, &address)].concat(),
        );
        assert!(made.to.is_some(), "{address}: {}", made.html);
    }
    for person in ["sundhedsplejerske", "egenlaege", "jordemoder"] {
        let [one, other] = [&plain, &full].map(|site| site.log_in(person));
        let mut read = 0;
        for address in addresses(&child) {
            let [one, other] = [&one, &other].map(|browser| still(&browser.get(&address)));
            assert!(!other.contains("Hemmelig"), "{person} at {address}");
            assert_eq!(one, other, "{person} at {address}");
            read += 1;
        }
        assert!(read > 50, "{read}");
    }
}
