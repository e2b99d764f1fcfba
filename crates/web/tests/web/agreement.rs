// SPDX-License-Identifier: EUPL-1.2
//! The forms of the cooperation agreement as a browser sends them: whoever leads no party writes nothing, nothing is
//! written twice or over somebody else, nothing typed is lost.

use crate::browser::{Browser, Page, Site};
use crate::forms::{fill, holds, opened, send, with};
use traad_web::paths;

const NEW: [(&str, &str); 3] = [
    ("slags", "ramme"),
    ("titel", "Fælles aftale"),
    ("fra", "1.6.2026"),
];

/// Begins an agreement and gives its address.
fn begun(leader: &Browser) -> String {
    let page = fill(leader, paths::AGREEMENT_NEW, &NEW);
    let to = page.to.unwrap_or_else(|| panic!("{}", page.html));
    to.split('?').next().unwrap_or_default().to_owned()
}

fn refused(page: &Page, status: u16, sentence: &str) {
    assert_eq!(page.status, status, "{}", page.html);
    holds(page, sentence);
}

#[test]
fn a_form_sent_twice_begins_one_agreement() {
    let site = Site::demo();
    let leader = site.log_in("leder");
    let typed = with(&NEW, opened(&leader, paths::AGREEMENT_NEW));
    let first = send(&leader, paths::AGREEMENT_NEW, &typed);
    let again = send(&leader, paths::AGREEMENT_NEW, &typed);
    assert!(first.to.is_some());
    assert_eq!(first.to, again.to);
    let begun = site.app().agreements().expect("they can be read");
    assert_eq!(
        begun.iter().filter(|a| a.title == "Fælles aftale").count(),
        1
    );
}

#[test]
fn what_is_wrong_is_said_and_everything_typed_stays() {
    let site = Site::demo();
    let leader = site.log_in("leder");
    let page = fill(
        &leader,
        paths::AGREEMENT_NEW,
        &[
            ("slags", "tillaeg"),
            ("titel", "Vores <b>tillæg</b>"),
            ("fra", "32.1.2026"),
        ],
    );
    refused(&page, 422, "Det er ikke en dato.");
    holds(&page, "Vores &#60;b&#62;tillæg&#60;/b&#62;");
    let chapter = format!("{}/kapitel/2", begun(&leader));
    for (field, typed, sentence) in [
        ("moeder-antal", "tre", "Skriv et helt tal."),
        ("moeder-antal", "99999", "Skriv et helt tal."),
        (
            "moeder-uger",
            "16, 60",
            "Den uge findes ikke i en graviditet.",
        ),
        ("indkalder", "kongen", "Valget findes ikke på listen."),
    ] {
        let page = fill(&leader, &chapter, &[(field, typed)]);
        refused(&page, 422, sentence);
        if typed != "kongen" {
            holds(&page, &format!("value=\"{typed}\""));
        }
    }
    let parts = format!("{}/kapitel/6", begun(&leader));
    let page = fill(&leader, &parts, &[("ansvar-1-aktoer", "ppr")]);
    refused(&page, 422, "Feltet er tomt.");
    let page = fill(
        &leader,
        &parts,
        &[("ansvar-1-del", "Bolig"), ("ansvar-2-del", "bolig ")],
    );
    refused(&page, 422, "Det samme står her to gange.");
    assert_eq!(leader.get(&format!("{chapter}9")).status, 404);
}

#[test]
fn title_day_and_further_parties_of_a_draft_are_written() {
    let site = Site::demo();
    let leader = site.log_in("leder");
    let agreement = begun(&leader);
    let address = format!("{agreement}/grundlag");
    let page = fill(&leader, &address, &[("titel", ""), ("fra", "1.7.2026")]);
    refused(&page, 422, "Feltet er tomt.");
    let typed = [
        ("titel", "Aftalen"),
        ("fra", "1.7.2026"),
        ("andre-parter", "almen-praksis"),
    ];
    assert!(fill(&leader, &address, &typed).to.is_some());
    let page = leader.get(&agreement);
    for words in ["Aftalen", "1.7.2026", "Almen praksis"] {
        holds(&page, words);
    }
}

#[test]
fn a_forum_nobody_offered_is_none() {
    let site = Site::demo();
    let leader = site.log_in("leder");
    let address = begun(&leader);
    let typed = [
        ("titel", "Aftalen"),
        ("fra", "1.7.2026"),
        ("forum", "opdigtet"),
    ];
    assert!(
        fill(&leader, &format!("{address}/grundlag"), &typed)
            .to
            .is_some()
    );
    let kept = site.app().agreements().expect("they can be read");
    let written = kept
        .iter()
        .find(|a| a.title == "Aftalen")
        .expect("it is kept");
    assert_eq!(written.forum, None);
}

#[test]
fn all_who_contribute_to_a_part_stay_when_a_chapter_is_saved_again() {
    let site = Site::demo();
    let leader = site.log_in("leder");
    let agreement = begun(&leader);
    let six = format!("{agreement}/kapitel/6");
    let row = [
        ("ansvar-1-del", "Fødselsforberedelse"),
        ("ansvar-1-aktoer", "jordemoderkonsultation"),
        ("ansvar-1-med", "sundhedspleje"),
        ("ansvar-1-med-2", "almen-praksis"),
        ("ansvar-1-med-3", "rusmiddelbehandling-alkohol"),
    ];
    assert!(fill(&leader, &six, &row).to.is_some());
    // Opened again each stands in a field of its own, with room for one more.
    let page = leader.get(&six);
    for (name, kind) in row.iter().skip(2) {
        let field = page.html.split(&format!("name=\"{name}\"")).nth(1);
        let field = field.and_then(|rest| rest.split("</select>").next());
        let chosen = format!("value=\"{kind}\" selected");
        assert!(field.is_some_and(|field| field.contains(&chosen)), "{name}");
    }
    holds(&page, "name=\"ansvar-1-med-4\"");
    let kept = site.app().agreements().expect("they can be read");
    let mut parts = kept.iter().flat_map(|a| &a.answers.responsibilities);
    let part = parts.find(|part| part.part == "Fødselsforberedelse");
    let with = part.map(|part| part.with.clone()).unwrap_or_default();
    let codes: Vec<&str> = with.iter().map(|kind| kind.code()).collect();
    let all = [
        "sundhedspleje",
        "almen-praksis",
        "rusmiddelbehandling-alkohol",
    ];
    assert_eq!(codes, all);
}

#[test]
fn a_row_of_a_contact_that_is_begun_is_never_dropped_in_silence() {
    let site = Site::demo();
    let leader = site.log_in("leder");
    let agreement = begun(&leader);
    let contacts = format!("{agreement}/kontakter");
    let name = field_ending(&leader.get(&contacts).html, "-1-afloeser");
    let page = fill(&leader, &contacts, &[(&name, "Anne Test Afløser")]);
    assert_eq!(page.status, 422);
    holds(&page, "Anne Test Afløser");
}

/// The name of the first field that ends so.
fn field_ending(html: &str, ending: &str) -> String {
    let mut names = html.split("name=\"").skip(1);
    let name = names.find_map(|rest| {
        let name = rest.split('"').next()?;
        name.ends_with(ending).then(|| name.to_owned())
    });
    name.expect("there is such a field")
}

#[test]
fn nobody_writes_over_what_came_in_between() {
    let site = Site::demo();
    let (leader, other) = (site.log_in("leder"), site.log_in("leder-ambulatorium"));
    let agreement = begun(&leader);
    let (one, three) = (
        format!("{agreement}/kapitel/1"),
        format!("{agreement}/kapitel/3"),
    );
    let late = opened(&leader, &one);
    let page = fill(
        &other,
        &three,
        &[("netvaerk-hvordan", "Hun inviterer selv.")],
    );
    assert!(page.to.is_some(), "{}", page.html);
    let page = send(&leader, &one, &with(&[("koordinator-dage", "4")], late));
    refused(&page, 409, "En anden har skrevet i aftalen");
    holds(&page, "value=\"4\"");
    let page = fill(&leader, &one, &[("koordinator-dage", "4")]);
    assert!(page.to.is_some(), "{}", page.html);
    let kept = leader.get(&agreement);
    holds(&kept, "Hun inviterer selv.");
    holds(&kept, "4 arbejdsdage");
}

#[test]
fn only_the_parties_write_and_only_their_own() {
    let site = Site::demo();
    let leader = site.log_in("leder");
    let agreement = begun(&leader);
    let steps = ["send", "godkend", "tilbage"];
    for outsider in ["familie", "administrator", "jordemoder", "slagelse"] {
        let browser = site.log_in(outsider);
        assert_eq!(browser.get(&agreement).status, 200, "{outsider}");
        for form in ["kapitel/1", "grundlag", "kontakter", "ny-version", "ophoer"] {
            let page = browser.get(&format!("{agreement}/{form}"));
            refused(&page, 409, "Kun en leder");
        }
        for step in steps {
            let page = browser.send(&format!("{agreement}/{step}"), &[("indsendelse", "x1")]);
            refused(&page, 409, "Kun en leder");
        }
        let page = browser.send(paths::AGREEMENT_NEW, &NEW);
        refused(&page, 409, "Kun en leder");
        let page = browser.send(
            paths::FORUM_NEW,
            &[("navn", "Klub"), ("slags", "andet"), ("medlemmer", "ppr")],
        );
        refused(&page, 409, "Kun en leder");
    }
    // A leader of another kommune writes nothing in this one's own agreement.
    let neighbour = site.log_in("leder-svendborg");
    let page = neighbour.send("/aftale/aftale-odense/1/godkend", &[("indsendelse", "x2")]);
    refused(&page, 409, "Kun en leder");
    // Without the session's token nothing is taken.
    for step in steps {
        let page = leader.send(
            &format!("{agreement}/{step}"),
            &[("csrf", "0"), ("indsendelse", "x3")],
        );
        assert_eq!(page.status, 403, "{step}");
    }
    assert_eq!(leader.get("/aftale/findes-ikke/1").status, 404);
    assert_eq!(leader.get(&format!("{agreement}0")).status, 404);
}

#[test]
fn an_approval_counts_for_the_words_that_were_read() {
    let site = Site::demo();
    let (leader, other) = (site.log_in("leder-ambulatorium"), site.log_in("leder"));
    let address = "/aftale/aftale-odense/1/ny-version";
    let typed = with(&[("dato", "1.6.2026")], opened(&leader, address));
    let first = send(&leader, address, &typed).to.expect("a new version");
    let version = first.split('?').next().unwrap_or_default();
    let step = |who: &Browser, step: &str| {
        let form = with(&[], opened(who, version));
        send(who, &format!("{version}/{step}"), &form)
    };
    assert!(step(&leader, "send").to.is_some());
    // What differs from the version before is only its first day, and that is said.
    let compared = leader.get(&format!("{version}/sammenlign/1"));
    holds(&compared, "Gælder fra");
    // She reads it; meanwhile it is taken back, written on and sent again.
    let read = with(&[], opened(&leader, version));
    assert!(step(&other, "tilbage").to.is_some());
    let changed = [("titel", "Noget helt andet"), ("fra", "1.6.2026")];
    let page = fill(&other, &format!("{version}/grundlag"), &changed);
    assert!(page.to.is_some(), "{}", page.html);
    assert!(step(&other, "send").to.is_some());
    let page = send(&leader, &format!("{version}/godkend"), &read);
    refused(&page, 409, "En anden har skrevet i aftalen");
    holds(&page, "Noget helt andet");
    // That somebody else has approved changes no word.
    let read = with(&[], opened(&leader, version));
    assert!(step(&other, "godkend").to.is_some());
    assert!(
        send(&leader, &format!("{version}/godkend"), &read)
            .to
            .is_some()
    );
}

#[test]
fn approving_twice_with_one_form_is_one_approval() {
    let site = Site::demo();
    let leader = site.log_in("leder-ambulatorium");
    let address = "/aftale/aftale-odense/1/ny-version";
    let typed = with(&[("dato", "1.6.2026")], opened(&leader, address));
    let first = send(&leader, address, &typed).to.expect("a new version");
    assert_eq!(Some(&first), send(&leader, address, &typed).to.as_ref());
    let version = first.split('?').next().unwrap_or_default();
    let sent = with(&[], opened(&leader, version));
    assert!(
        send(&leader, &format!("{version}/send"), &sent)
            .to
            .is_some()
    );
    let yes = with(&[], opened(&leader, version));
    for _ in 0..2 {
        assert!(
            send(&leader, &format!("{version}/godkend"), &yes)
                .to
                .is_some()
        );
    }
    let page = leader.send(&format!("{version}/godkend"), &[("indsendelse", "another")]);
    refused(&page, 409, "Jeres part har godkendt aftalen.");
}
