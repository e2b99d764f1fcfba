// SPDX-License-Identifier: EUPL-1.2
//! The forms of a pathway, sent as a browser sends them: accepted, refused with everything typed, closed to whoever is
//! outside, written once however often they are sent.

use crate::browser::{Browser, Page, Site};
use traad_app::PathwayView;
use traad_domain::body::{Level, TeamMemberJoined};
use traad_domain::id::PathwayId;
use traad_domain::org::UnitKind;
use traad_web::paths;

/// Names and values of a form.
pub(crate) type Fields = Vec<(String, String)>;

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

pub(crate) fn with(pairs: &[(&str, &str)], more: Fields) -> Fields {
    let mut all = fields(pairs);
    all.extend(more);
    all
}

pub(crate) fn send(browser: &Browser, address: &str, fields: &Fields) -> Page {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.send(address, &fields)
}

/// Opens a form, types and sends.
pub(crate) fn fill(browser: &Browser, address: &str, typed: &[(&str, &str)]) -> Page {
    send(browser, address, &with(typed, opened(browser, address)))
}

/// The hidden fields of a form as it was opened: which sending it is, and what it has seen. What runs goes on, where a plan
/// asks.
pub(crate) fn opened(browser: &Browser, address: &str) -> Fields {
    let page = browser.get(address);
    assert_eq!(page.status, 200, "{address}: {}", page.html);
    // The page's own form is in its main part; the frame has forms too.
    let main = page.html.split_once("<main").expect("a main part").1;
    let hidden = ["indsendelse", "version"]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), hidden(main, name)?)));
    let running = main
        .split("name=\"koerer-")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let running: std::collections::BTreeSet<&str> = running.collect();
    let goes_on = running
        .into_iter()
        .map(|reference| (format!("koerer-{reference}"), "fortsaet".to_owned()));
    hidden.chain(goes_on).collect()
}

fn hidden(html: &str, name: &str) -> Option<String> {
    let (_, rest) = html.split_once(&format!("name=\"{name}\" value=\""))?;
    rest.split('"').next().map(str::to_owned)
}

fn view(site: &Site, id: &PathwayId) -> PathwayView {
    let view = site.app().pathway(&site.ctx("familie"), id);
    view.expect("the family department takes part")
}

/// Asserts that a page holds a sentence, and shows the page's main part when not.
pub(crate) fn holds(page: &Page, sentence: &str) {
    let main = page.html.split_once("<main").map_or("", |(_, main)| main);
    assert!(main.contains(sentence), "lacks »{sentence}«: {main}");
}

/// A plan that starts one element and says why the others wait.
fn plan(talks: &str) -> Fields {
    let mut typed = fields(&[
        ("handling", "godkend"),
        ("maal", "Ro om barnet"),
        ("element", "AE3"),
        ("AE3-ivaerksaetter", "alk-odense"),
        ("AE3-ansvarlig", "alk-odense"),
        ("AE3-start", "10.3.2026"),
        ("AE3-intensitet", "hver uge"),
        ("AE3-svarer-paa", "bolig"),
        ("opfoelgning", "14.4.2026"),
    ]);
    if talks.is_empty() {
        typed.extend(fields(&[("AE4-udeladt", "Hun vil vente")]));
    } else {
        typed.extend(fields(&[
            ("element", "AE4"),
            ("AE4-form", talks),
            ("AE4-ivaerksaetter", "fam-odense"),
            ("AE4-ansvarlig", "fam-odense"),
            ("AE4-start", "10.3.2026"),
            ("AE4-intensitet", "hver uge"),
        ]));
    }
    for element in ["AE2", "AE5", "AE6"] {
        typed.push((format!("{element}-udeladt"), "Hun vil vente".to_owned()));
    }
    typed
}

/// One form: where, what is accepted, and what is refused with a word of it that must be kept.
struct Sheet {
    page: String,
    good: Fields,
    bad: Fields,
    kept: &'static str,
}

fn sheet(page: &str, good: &[(&str, &str)], bad: &[(&str, &str)], kept: &'static str) -> Sheet {
    Sheet {
        page: page.to_owned(),
        good: fields(good),
        bad: fields(bad),
        kept,
    }
}

/// Every form of a pathway that has come to a plan.
#[expect(clippy::too_many_lines, reason = "a flat table of every form")]
fn sheets(site: &Site, id: &PathwayId) -> Vec<Sheet> {
    let view = view(site, id);
    let running = view.pathway.plan.as_ref().expect("a plan");
    let choices: Fields = running
        .running()
        .map(|r| {
            (
                format!("valg-{}", r.intervention.reference),
                "fortsaet".to_owned(),
            )
        })
        .collect();
    let meeting = &view
        .pathway
        .meetings
        .iter()
        .find(|m| m.is_open())
        .expect("a meeting to come")
        .called
        .body;
    let note = view
        .pathway
        .wishes
        .first()
        .expect("her words")
        .entry
        .clone();
    let free = view
        .duties
        .iter()
        .find(|duty| duty.strength != "law")
        .expect("a task");
    let whole = paths::explanation(id.as_str(), &format!("{}~{}", free.rule, free.key));
    let below = whole
        .trim_start_matches(&format!("/forloeb/{id}/"))
        .to_owned();
    let mut all = vec![
        sheet(
            "koordinator",
            &[
                ("person", "demo-leder-1"),
                ("skift", "moved"),
                ("forventninger", "Ringer hver mandag"),
            ],
            &[("forventninger", "Ringer hver mandag")],
            "Ringer hver mandag",
        ),
        sheet(
            "aktoer",
            &[("slags", "sundhedspleje"), ("navn", "Sanne Test")],
            &[("slags", "noget-andet"), ("navn", "Sanne Test")],
            "Sanne Test",
        ),
        sheet(
            "udredning/ny",
            &[
                ("situation", "Bor hos sin søster"),
                ("ressourcer", "Møder altid"),
                ("udfordringer", "Uro"),
            ],
            &[("situation", "Bor hos sin søster"), ("udfordringer", "Uro")],
            "Bor hos sin søster",
        ),
        sheet(
            "screening/audit-c",
            &[("dato", "2.3.2026"), ("svar-1", "1")],
            &[("dato", "1.3.2026")],
            "1.3.2026",
        ),
        sheet(
            "vurdering",
            &[
                ("stabilitet", "ja"),
                ("niveau", "ambulatory"),
                ("begrundelse", "Hun har ro hjemme"),
            ],
            &[
                ("niveau", "ambulatory"),
                ("begrundelse", "Hun har ro hjemme"),
            ],
            "Hun har ro hjemme",
        ),
        Sheet {
            page: "plan/ny".into(),
            good: plan(""),
            bad: fields(&[("maal", "Ro om barnet")]),
            kept: "Ro om barnet",
        },
        Sheet {
            page: "opfoelgning".into(),
            good: with(
                &[
                    ("kvinde", "Det går bedre"),
                    ("barn", "Vokser"),
                    ("naeste", "14.4.2026"),
                ],
                choices,
            ),
            bad: fields(&[("kvinde", "Det går bedre"), ("naeste", "14.4.2026")]),
            kept: "Det går bedre",
        },
        sheet(
            "moede/ny",
            &[
                ("formaal", "Fødeplan"),
                ("dato", "20.4.2026"),
                ("tid", "10.00"),
                ("sted", "Lokale 2"),
                ("deltager", "fam-odense"),
            ],
            &[
                ("formaal", "Fødeplan"),
                ("dato", "20.4.2026"),
                ("tid", "sent"),
                ("sted", "Lokale 2"),
            ],
            "Lokale 2",
        ),
        sheet(
            "oensker",
            &[("slags", "droem"), ("ord", "En have")],
            &[("ord", "En have")],
            "En have",
        ),
        sheet(
            "note",
            &[
                ("hvad", "Talt i telefon"),
                ("kategori", "social"),
                ("kontakt-med", "alk-odense"),
            ],
            &[("hvad", "Talt i telefon"), ("kategori", "hemmelig")],
            "Talt i telefon",
        ),
        sheet(
            "datering",
            &[("metode", "scan"), ("uge", "25+1")],
            &[("metode", "scan"), ("uge", "57")],
            "57",
        ),
    ];
    all.push(sheet(
        &format!("post/{note}/ret"),
        &[
            ("slags", "indhold"),
            ("tekst", "Jeg vil gerne have mit barn hjemme."),
            ("grund", "Hørt forkert"),
        ],
        &[
            ("slags", "indhold"),
            ("tekst", "Jeg vil gerne have mit barn hjemme."),
        ],
        "Jeg vil gerne have mit barn hjemme.",
    ));
    all.push(sheet(
        &below,
        &[("grund", "Hun har bedt om at vente")],
        &[("grund", " ")],
        "name=\"grund\"",
    ));
    all.push(sheet(
        "moede/stoette",
        &[
            ("moedet", meeting.reference.as_str()),
            ("stoette", "andet"),
            ("stoette-note", "Ring, før hun går hjemmefra"),
            ("stoette-hvem", "fam-odense"),
        ],
        &[
            ("stoette-note", "Ring, før hun går hjemmefra"),
            ("stoette-hvem", "fam-odense"),
        ],
        "Ring, før hun går hjemmefra",
    ));
    all.push(sheet(
        &format!("moede/{}/referat", meeting.reference),
        &[
            ("dato", "2.3.2026"),
            ("tid", "9.00"),
            ("deltog", "Jordemoderen"),
            ("referat", "Vi talte om fødslen"),
            ("hun", "came"),
            ("beslutninger", "Mette: ringer inden 1/4-2026"),
        ],
        &[
            ("dato", "4.3.2026"),
            ("tid", "9.00"),
            ("hun", "came"),
            ("deltog", "Jordemoderen"),
            ("referat", "Vi talte om fødslen"),
        ],
        "Vi talte om fødslen",
    ));
    all.extend(consents(site, id));
    // Last: nothing is written in a pathway that has ended.
    all.push(sheet(
        "luk",
        &[
            ("begrundelse", "Hun flytter til udlandet"),
            ("moeder-grund", "Hun er rejst"),
        ],
        &[("begrundelse", "Hun flytter til udlandet")],
        "Hun flytter til udlandet",
    ));
    all
}

/// The forms of consents; those that change one each have their own.
fn consents(site: &Site, id: &PathwayId) -> Vec<Sheet> {
    let yes = [
        ("samtykket", "ja"),
        ("retning", "disclose"),
        ("giver", "woman"),
        ("aktoer", "vaer-odense"),
        ("oplysninger", "social"),
        ("brug", "coordination"),
        ("lov", "fvl-28"),
        ("sagt", "written"),
        ("svaret", "3.3.2026"),
        ("til", "1.9.2026"),
    ];
    let family = site.log_in("familie");
    let page = format!("/forloeb/{id}/samtykke/ny");
    let given = || {
        assert!(fill(&family, &page, &yes).to.is_some());
        let view = view(site, id);
        let newest = view.pathway.consents.last().expect("it was written");
        newest.reference.clone()
    };
    vec![
        sheet(
            "samtykke/ny",
            &yes,
            &[
                ("samtykket", "ja"),
                ("retning", "disclose"),
                ("giver", "woman"),
                ("sagt", "oral"),
                ("svaret", "3.3.2026"),
                ("spurgt-af", "Sanne fra klinikken"),
            ],
            "Sanne fra klinikken",
        ),
        sheet(
            &format!("samtykke/{}/udvid", given()),
            &[
                ("samtykket", "ja"),
                ("aktoer", "job-odense"),
                ("til", "1.9.2026"),
                ("sagt", "written"),
            ],
            &[
                ("samtykket", "ja"),
                ("til", "1.8.2026"),
                ("sagt", "written"),
            ],
            "1.8.2026",
        ),
        sheet(
            &format!("samtykke/{}/tilbage", given()),
            &[("sagt", "oral")],
            &[("note", "Hun vil selv sige det")],
            "Hun vil selv sige det",
        ),
    ]
}

#[test]
fn every_form_is_whole_in_both_languages() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let others = ["flet"].map(str::to_owned);
    for page in sheets(&site, &id)
        .into_iter()
        .map(|sheet| sheet.page)
        .chain(others)
    {
        for lang in ["da", "en"] {
            let address = format!("/forloeb/{id}/{page}?sprog={lang}");
            let shown = family.get(&address);
            assert_eq!(shown.status, 200, "{address}: {}", shown.html);
            assert!(
                !shown.html.contains('⟦'),
                "{address} lacks a text: {}",
                shown.html
            );
            assert_eq!(shown.html.matches("<h1").count(), 1, "{address}");
        }
    }
}

#[test]
fn a_refused_form_keeps_what_was_typed_and_an_accepted_one_is_written_once() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    for Sheet {
        page,
        good,
        bad,
        kept,
    } in sheets(&site, &id)
    {
        let address = format!("/forloeb/{id}/{page}");
        let own = opened(&family, &address);
        let before = view(&site, &id).entries.len();
        let refused = send(&family, &address, &with(&[], [bad, own.clone()].concat()));
        assert_eq!(refused.status, 422, "{address}: {}", refused.html);
        holds(&refused, kept);
        assert!(
            refused.html.contains("id=\"fejl\""),
            "{address} names no problem"
        );
        assert!(
            !refused.html.contains('⟦'),
            "{address} lacks a text: {}",
            refused.html
        );
        assert_eq!(
            view(&site, &id).entries.len(),
            before,
            "{address} wrote although refused"
        );

        let sent = [good, own].concat();
        let first = send(&family, &address, &sent);
        assert!(
            first.to.as_deref().is_some_and(|to| to.contains("?ok=")),
            "{address}: {}",
            first.html
        );
        let written = view(&site, &id).entries.len();
        assert!(written > before, "{address} wrote nothing");
        let second = send(&family, &address, &sent);
        assert_eq!(second.to, first.to, "{address} sent twice: {}", second.html);
        assert_eq!(
            view(&site, &id).entries.len(),
            written,
            "{address} sent twice wrote twice"
        );
    }
}

#[test]
fn nobody_outside_opens_or_sends_a_form_and_no_form_is_sent_without_its_token() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let (family, outside) = (site.log_in("familie"), site.log_in("gadeplan"));
    let all = sheets(&site, &id);
    let before = view(&site, &id).entries.len();
    let flet = sheet(
        "flet",
        &[("med", "x"), ("begrundelse", "y"), ("sikker", "ja")],
        &[],
        "",
    );
    let name = sheet(
        "identitet",
        &[("navn", "x"), ("cpr", "0201919996")],
        &[],
        "",
    );
    for Sheet { page, good, .. } in all.into_iter().chain([flet, name]) {
        let address = format!("/forloeb/{id}/{page}");
        assert_eq!(outside.get(&address).status, 404, "{address}");
        assert_eq!(send(&outside, &address, &good).status, 404, "{address}");
        let unsigned = with(&[("csrf", "")], good);
        assert_eq!(send(&family, &address, &unsigned).status, 403, "{address}");
    }
    assert_eq!(view(&site, &id).entries.len(), before);
}

#[test]
fn the_second_of_two_who_change_the_coordinator_sees_what_came_in_between() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let (mette, peter) = (site.log_in("familie"), site.log_in("familie2"));
    let address = format!("/forloeb/{id}/koordinator");
    let (hers, theirs) = (opened(&mette, &address), opened(&peter, &address));
    let first = with(&[("person", "demo-leder-1"), ("skift", "moved")], hers);
    assert!(send(&mette, &address, &first).to.is_some());

    let typed = [
        ("person", "demo-familie-1"),
        ("skift", "moved"),
        ("forventninger", "Ringer hver mandag"),
    ];
    let conflict = send(&peter, &address, &with(&typed, theirs));
    assert_eq!(conflict.status, 409, "{}", conflict.html);
    holds(&conflict, "Andre har skrevet, mens du var i gang");
    holds(&conflict, "Mette Test");
    holds(&conflict, "Ringer hver mandag");
    assert!(!conflict.html.contains('⟦'), "{}", conflict.html);
    let now = view(&site, &id)
        .pathway
        .coordinator
        .expect("a coordinator")
        .body
        .employment;
    assert_eq!(now.as_str(), "demo-leder-1");

    let main = conflict.html.split_once("<main").expect("a main part").1;
    let seen =
        ["indsendelse", "version"].map(|name| (name.to_owned(), hidden(main, name).expect(name)));
    let again = send(&peter, &address, &with(&typed, seen.to_vec()));
    assert!(again.to.is_some(), "{}", again.html);
}

#[test]
fn a_unit_appoints_among_its_own() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let address = format!("/forloeb/{id}/koordinator");
    let typed = [
        ("person", "demo-ambulatorium-1"),
        ("afvigelse", "Hun kender dem bedst"),
    ];
    let refused = fill(&family, &address, &typed);
    assert_eq!(refused.status, 409, "{}", refused.html);
    holds(&refused, "blandt dens egne");
    holds(&refused, "Hun kender dem bedst");
}

#[test]
fn an_assessment_without_resources_and_a_judgement_without_a_reason_are_refused() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let assessment = format!("/forloeb/{id}/udredning/ny");
    let typed = [
        ("situation", "Bor på herberg, ingen adresse"),
        ("udfordringer", "Kulde"),
    ];
    let refused = fill(&family, &assessment, &typed);
    assert_eq!(refused.status, 422);
    holds(&refused, "En udredning uden ressourcer er ikke hel.");
    holds(&refused, "Bor på herberg, ingen adresse");

    let judgement = format!("/forloeb/{id}/vurdering");
    let typed = [("stabilitet", "ja"), ("niveau", "ambulatory")];
    let refused = fill(&family, &judgement, &typed);
    assert_eq!(refused.status, 422);
    holds(&refused, "Skriv hvorfor.");

    let typed = [
        ("stabilitet", "ja"),
        ("niveau", "residential"),
        ("begrundelse", "Uro"),
    ];
    let refused = fill(&family, &judgement, &typed);
    assert_eq!(refused.status, 422, "residential treatment without a cause");
}

#[test]
fn talks_for_a_couple_need_a_partner_on_the_map() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let address = format!("/forloeb/{id}/plan/ny");
    let refused = send(
        &family,
        &address,
        &[plan("par"), opened(&family, &address)].concat(),
    );
    assert_eq!(refused.status, 422);
    holds(&refused, "Parsamtaler kræver en partner i forløbet.");
    let partner = TeamMemberJoined {
        actor: UnitKind::Partner,
        unit: None,
        contact: "Bo Test".into(),
        phone: String::new(),
        relation: String::new(),
        supports: Vec::new(),
        conflict: false,
        her_yes: Some(true),
    };
    site.app()
        .join_team(&site.ctx("familie"), &id, &partner)
        .expect("he comes onto the map");
    let accepted = send(
        &family,
        &address,
        &[plan("par"), opened(&family, &address)].concat(),
    );
    assert!(accepted.to.is_some(), "{}", accepted.html);
    let view = view(&site, &id);
    let made = view
        .pathway
        .plan
        .expect("a plan")
        .active()
        .expect("a version")
        .body
        .clone();
    assert_eq!(made.level, Level::Ambulatory);
    assert!(
        made.interventions
            .iter()
            .any(|i| i.intensity == "parsamtaler, hver uge")
    );
    assert_eq!(
        made.left_out.len(),
        3,
        "AE7 may be left out without a word: {:?}",
        made.left_out
    );
}

#[test]
fn her_own_words_come_before_the_plan() {
    let site = Site::demo();
    let id = site.pathway_of("Anna");
    let family = site.log_in("familie");
    assert_eq!(
        family.get(&format!("/forloeb/{id}/plan/ny")).status,
        409,
        "the judgement comes first"
    );
    for (page, typed) in [
        (
            "udredning/ny",
            &[
                ("situation", "a"),
                ("ressourcer", "b"),
                ("udfordringer", "c"),
                ("vold", "ja"),
            ][..],
        ),
        (
            "vurdering",
            &[
                ("stabilitet", "ja"),
                ("niveau", "ambulatory"),
                ("begrundelse", "d"),
            ],
        ),
    ] {
        let address = format!("/forloeb/{id}/{page}");
        let sent = fill(&family, &address, typed);
        assert!(sent.to.is_some(), "{page}: {}", sent.html);
    }
    let address = format!("/forloeb/{id}/plan/ny");
    let refused = send(
        &family,
        &address,
        &[plan(""), opened(&family, &address)].concat(),
    );
    assert_eq!(refused.status, 422);
    holds(&refused, "Skriv først hendes egne ord");
}

#[test]
fn a_partner_is_not_invited_of_itself_where_there_is_a_risk_of_violence() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let partner = TeamMemberJoined {
        actor: UnitKind::Partner,
        unit: None,
        contact: "Bo Test".into(),
        phone: String::new(),
        relation: String::new(),
        supports: Vec::new(),
        conflict: false,
        her_yes: Some(true),
    };
    site.app()
        .join_team(&site.ctx("familie"), &id, &partner)
        .expect("he comes onto the map");
    let assessment = format!("/forloeb/{id}/udredning/ny");
    let typed = [
        ("situation", "a"),
        ("ressourcer", "b"),
        ("udfordringer", "c"),
        ("vold", "ja"),
    ];
    assert!(fill(&family, &assessment, &typed).to.is_some());
    let page = family.get(&format!("/forloeb/{id}/moede/ny"));
    holds(&page, "Indkald kun, hvis hun selv ønsker det.");
    let chosen = page
        .html
        .split("<input")
        .filter(|tag| tag.contains("name=\"deltager\""));
    let his = chosen
        .into_iter()
        .find(|tag| tag.contains("Bo Test"))
        .expect("he can be invited");
    let tag = his.split('>').next().unwrap_or_default();
    assert!(!tag.contains("checked"), "{tag}");
}

#[test]
fn the_law_cannot_be_explained_away() {
    let site = Site::demo();
    let id = site.pathway_of("Brita");
    let family = site.log_in("familie");
    let law = view(&site, &id)
        .duties
        .into_iter()
        .find(|duty| duty.strength == "law")
        .expect("the law counts");
    let address = paths::explanation(id.as_str(), &format!("{}~{}", law.rule, law.key));
    let refused = family.send(&address, &[("grund", "Vi har travlt")]);
    assert_eq!(refused.status, 422, "{}", refused.html);
    holds(&refused, "Loven kan ikke fravælges.");
    holds(&refused, "Vi har travlt");
}

#[test]
fn whatever_is_explained_leaves_the_list_and_shows_its_reason_among_the_recommendations() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let duties = view(&site, &id).duties;
    let mut shown = 0;
    for (number, duty) in duties.iter().enumerate() {
        if duty.strength == "law" {
            continue;
        }
        let address = paths::explanation(id.as_str(), &format!("{}~{}", duty.rule, duty.key));
        let reason = format!("Grund nummer {number}.");
        let sent = fill(&family, &address, &[("grund", &reason)]);
        assert!(sent.to.is_some(), "{address}: {}", sent.html);
        let left = view(&site, &id).duties;
        let stays = left
            .iter()
            .any(|d| d.rule == duty.rule && d.key == duty.key);
        assert!(!stays, "{} stays on the list", duty.rule);
        let page = family.get(&format!("/forloeb/{id}/anbefalinger"));
        shown += usize::from(page.html.contains(&format!("forklaret: {reason}")));
    }
    assert!(shown > 2, "{shown} of {} show their reason", duties.len());
}

#[test]
fn a_task_that_is_an_offer_is_done_by_her_answer_and_one_of_the_law_by_its_step() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let mut done = Vec::new();
    for duty in view(&site, &id).duties {
        let address = paths::done(id.as_str(), &format!("{}~{}", duty.rule, duty.key));
        if family.get(&address).status != 200 {
            continue;
        }
        let typed = [
            ("svar", "yes"),
            ("note", "Talt om det i dag"),
            ("dato", "3.3.2026"),
        ];
        let empty = fill(&family, &address, &[("note", "Talt om det i dag")]);
        assert_eq!(empty.status, 422, "{address}: {}", empty.html);
        holds(&empty, "Talt om det i dag");
        let sent = with(&typed, opened(&family, &address));
        let first = send(&family, &address, &sent);
        assert!(first.to.is_some(), "{address}: {}", first.html);
        let written = view(&site, &id).entries.len();
        assert_eq!(
            send(&family, &address, &sent).to,
            first.to,
            "{address} sent twice"
        );
        assert_eq!(
            view(&site, &id).entries.len(),
            written,
            "{address} sent twice wrote twice"
        );
        let open = view(&site, &id)
            .duties
            .into_iter()
            .any(|d| d.rule == duty.rule && d.key == duty.key);
        assert!(!open, "{} is still open", duty.rule);
        done.push(duty.rule);
    }
    assert!(
        done.contains(&"examination-expecting".to_owned()),
        "{done:?}"
    );
    let view = view(&site, &id);
    assert!(
        !view.pathway.offers.is_empty() && !view.pathway.steps.is_empty(),
        "{done:?}"
    );
}

#[test]
fn an_unknown_woman_without_an_address_has_a_pathway_gets_a_name_and_is_joined_with_her_own() {
    let site = Site::demo();
    let street = site.log_in("gadeplan");
    let found = |name: &str| {
        site.app()
            .search(&site.ctx("gadeplan"), name, 0)
            .expect("the database answers")
            .0
    };
    let unknown = found("")
        .first()
        .expect("the street team met somebody")
        .pathway
        .clone();
    let address = format!("/forloeb/{unknown}/identitet");
    let refused = street.send(&address, &[("navn", "Ukendt Test"), ("cpr", "123")]);
    assert_eq!(refused.status, 422);
    holds(&refused, "Ukendt Test");
    let accepted = street.send(
        &address,
        &[
            ("navn", "Ukendt Test"),
            ("cpr", "0201919996"),
            ("indsendelse", "a1"),
        ],
    );
    assert!(accepted.to.is_some(), "{}", accepted.html);
    let twice = street.send(
        &address,
        &[
            ("navn", "Ukendt Test"),
            ("cpr", "0201919996"),
            ("indsendelse", "a1"),
        ],
    );
    assert_eq!(twice.to, accepted.to, "{}", twice.html);
    // Her name stands where the unit that found it out reads, and in no index that others search too.
    let hers = site.app().pathway(&site.ctx("gadeplan"), &unknown);
    let hers = hers.expect("the street team takes part").person;
    assert_eq!(hers.expect("somebody").name.0, "Ukendt Test");
    assert_eq!(
        street.get(&address).status,
        409,
        "who has a number keeps it"
    );
}

#[test]
fn two_pathways_of_one_woman_are_joined_once() {
    let site = Site::demo();
    let (one, other) = (site.pathway_of("Anna"), site.pathway_of("Brita"));
    let family = site.log_in("familie");
    let address = format!("/forloeb/{one}/flet");
    let found = family.send(&address, &[("handling", "find"), ("soeg", "Brita")]);
    assert_eq!(found.status, 200);
    holds(&found, other.as_str());
    let typed = [
        ("soeg", "Brita"),
        ("med", other.as_str()),
        ("begrundelse", "Samme telefonnummer"),
    ];
    let refused = family.send(&address, &typed);
    assert_eq!(refused.status, 422);
    holds(&refused, "Samme telefonnummer");
    let sure = [&typed[..], &[("sikker", "ja"), ("indsendelse", "b2")]].concat();
    let first = family.send(&address, &sure);
    assert!(
        first
            .to
            .as_deref()
            .is_some_and(|to| to.ends_with("?ok=flettet")),
        "{}",
        first.html
    );
    assert_eq!(family.send(&address, &sure).to, first.to);
    assert_eq!(
        view(&site, &one).pathway.joined.len() + view(&site, &other).pathway.joined.len(),
        4
    );
}

#[test]
fn dates_that_cannot_be_are_refused_at_their_field() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let sentence = |page: &str, typed: &[(&str, &str)], sentence: &str| {
        let address = format!("/forloeb/{id}/{page}");
        let refused = fill(&family, &address, typed);
        assert_eq!(refused.status, 422, "{page}: {}", refused.html);
        holds(&refused, sentence);
    };
    sentence(
        "datering",
        &[("metode", "told"), ("uge", "57")],
        "Skriv en uge fra 0 til 44.",
    );
    sentence(
        "datering",
        &[("metode", "told"), ("termin", "1.1.2031")],
        "Den termin passer ikke til en graviditet i dag.",
    );
    sentence(
        "datering",
        &[("metode", "told"), ("sidste", "1.5.2026")],
        "Tidspunktet er ikke kommet endnu.",
    );
    sentence(
        "datering",
        &[("metode", "told"), ("termin", "31.2.2026")],
        "Det er ikke en dato.",
    );
    sentence(
        "datering",
        &[("metode", "told")],
        "Skriv ugen, terminen eller sidste menstruations første dag.",
    );
    let early = [("maal", "x"), ("element", "AE3"), ("AE3-start", "1.1.2020")];
    sentence("plan/ny", &early, "Tidspunktet ligger før graviditeten.");
    sentence("opfoelgning", &[("naeste", "1.3.2026")], "Dagen er gået.");
    let weeks = [
        ("forbrug", "alkohol"),
        ("forbrug-alkohol-fra", "2"),
        ("forbrug-alkohol-til", "40"),
    ];
    sentence("udredning/ny", &weeks, "Den uge er ikke kommet endnu.");
}

#[test]
fn a_draft_of_an_assessment_is_kept_and_is_gone_when_it_is_written() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let address = format!("/forloeb/{id}/udredning/ny");
    let own = opened(&family, &address);
    let kept = send(
        &family,
        &address,
        &with(
            &[("handling", "gem"), ("situation", "Halvt skrevet")],
            own.clone(),
        ),
    );
    assert_eq!(kept.status, 200);
    holds(&family.get(&address), "Halvt skrevet");
    let typed = [
        ("situation", "Helt skrevet"),
        ("ressourcer", "Mod"),
        ("udfordringer", "Uro"),
    ];
    assert!(send(&family, &address, &with(&typed, own)).to.is_some());
    let page = family.get(&address);
    holds(&page, "Helt skrevet");
    assert!(!page.html.contains("Halvt skrevet"));
}

#[test]
fn what_was_written_on_the_wrong_person_is_withdrawn_and_only_by_those_who_wrote_it() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let (family, clinic) = (site.log_in("familie"), site.log_in("ambulatorium"));
    let wish = view(&site, &id)
        .pathway
        .wishes
        .first()
        .expect("her words")
        .entry
        .clone();
    let address = format!("/forloeb/{id}/post/{wish}/ret");
    assert_ne!(
        clinic.get(&address).status,
        200,
        "another unit does not correct it"
    );
    let withdrawn = family.send(
        &address,
        &[("slags", "forkert"), ("grund", "Ført på forkert person")],
    );
    assert!(withdrawn.to.is_some(), "{}", withdrawn.html);
    assert!(view(&site, &id).pathway.wishes.is_empty());
    assert_eq!(
        family.get(&address).status,
        404,
        "what is withdrawn is not corrected"
    );
}

#[test]
fn a_plan_says_which_row_lacks_something() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let address = format!("/forloeb/{id}/plan/ny");
    let typed = [
        ("maal", "x"),
        ("element", "AE3"),
        ("element", "egen1"),
        ("opfoelgning", "14.4.2026"),
    ];
    let refused = fill(&family, &address, &typed);
    assert_eq!(refused.status, 422);
    holds(
        &refused,
        "Skriv, hvem der sætter indsatsen i gang. (Ambulant social rusmiddelbehandling)",
    );
    holds(&refused, "href=\"#f-AE2-udeladt\"");
    holds(&refused, "href=\"#f-egen1-indsats\"");
    assert!(
        !refused.html.contains("#f-AE7-udeladt"),
        "AE7 may be left out without a word"
    );
}

#[test]
fn a_residential_plan_may_lack_psychiatry_only_where_no_psychiatric_difficulty_is_registered() {
    let site = Site::demo();
    let id = site.pathway_of("Ellen");
    let family = site.log_in("familie");
    let judgement = format!("/forloeb/{id}/vurdering");
    let typed = [
        ("stabilitet", "nej"),
        ("fordi", "livssituation-belastet"),
        ("niveau", "residential"),
        ("tilbud", "no-place"),
        ("tilbud-sted", "Døgntilbuddet"),
        ("begrundelse", "Hverdagen bærer ikke"),
    ];
    let refused = fill(&family, &judgement, &typed);
    assert_eq!(refused.status, 422, "a lacking place is told to somebody");
    let raised = [&typed[..], &[("tilbud-videre", "Lederen")]].concat();
    assert!(fill(&family, &judgement, &raised).to.is_some());
    assert_eq!(view(&site, &id).pathway.residential.len(), 1);

    let address = format!("/forloeb/{id}/plan/ny");
    let mut plan = fields(&[
        ("maal", "Ro om barnet"),
        ("element", "DE3"),
        ("DE3-ivaerksaetter", "alk-odense"),
        ("DE3-ansvarlig", "alk-odense"),
        ("DE3-start", "10.3.2026"),
        ("DE3-intensitet", "hver dag"),
        ("opfoelgning", "14.4.2026"),
    ]);
    for element in ["DE2", "DE4", "DE5", "DE6", "DE7"] {
        plan.push((format!("{element}-udeladt"), "Hun vil vente".to_owned()));
    }
    let refused = send(
        &family,
        &address,
        &[plan.clone(), opened(&family, &address)].concat(),
    );
    assert_eq!(refused.status, 422, "anxiety is registered");
    holds(&refused, "href=\"#f-DE8-udeladt\"");

    let assessment = format!("/forloeb/{id}/udredning/ny");
    let calm = [
        ("situation", "a"),
        ("ressourcer", "b"),
        ("udfordringer", "c"),
        ("problem", "bolig"),
    ];
    assert!(fill(&family, &assessment, &calm).to.is_some());
    let accepted = send(
        &family,
        &address,
        &[plan, opened(&family, &address)].concat(),
    );
    assert!(accepted.to.is_some(), "{}", accepted.html);
}
