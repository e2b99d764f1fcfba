// SPDX-License-Identifier: EUPL-1.2
//! When the database does not answer or says no: a page that says so, with all that was typed in it, to be sent again.

use crate::browser::{Browser, Page, Site};
use traad_domain::id::PathwayId;
use traad_web::paths;

const TYPED: &str = "Talt med hende.\nHun \"vil gerne\" komme & <snakke>.";

/// The fields of the form that sends again.
fn offered(page: &Page) -> Vec<(String, String)> {
    let (_, main) = page.html.split_once("<main").expect("a main part");
    let inputs = main.split("<input type=\"hidden\" name=\"").skip(1);
    inputs
        .map(|input| {
            let (name, rest) = input.split_once("\" value=\"").expect("a value");
            let value = rest.split_once("\">").map_or("", |(value, _)| value);
            let plain = [
                ("&#34;", "\""),
                ("&#38;", "&"),
                ("&#60;", "<"),
                ("&#62;", ">"),
            ];
            let value = plain.iter().fold(value.to_owned(), |text, (sign, letter)| {
                text.replace(sign, letter)
            });
            (name.to_owned(), value)
        })
        .collect()
}

fn send(browser: &Browser, address: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.send(address, &fields)
}

fn notes(site: &Site, id: &PathwayId) -> usize {
    let view = site
        .app()
        .pathway(&site.ctx("familie"), id)
        .expect("readable");
    view.pathway
        .notes
        .iter()
        .filter(|n| n.body.text == TYPED)
        .count()
}

/// Sends a note while something is wrong, and again by the offered button when it is mended.
fn check(status: u16, break_it: &str, mend_it: &str) {
    let site = Site::demo();
    let browser = site.log_in("familie");
    let id = site.pathway_of("Brita");
    let address = paths::pathway(id.as_str(), "note");
    let token = browser.token();
    let note = [
        ("hvad".to_owned(), TYPED.to_owned()),
        ("kategori".to_owned(), "social".to_owned()),
        ("indsendelse".to_owned(), "5f0c3b9e2d7a41c8".to_owned()),
        ("csrf".to_owned(), token.clone()),
    ];
    site.past_the_store(break_it);
    let page = send(&browser, &address, &note);
    assert_eq!(page.status, status, "{}", page.html);
    assert!(page.html.contains("112"), "{}", page.html);
    site.past_the_store(mend_it);
    assert_eq!(notes(&site, &id), 0);
    let again = offered(&page);
    for field in &note {
        assert!(again.contains(field), "{field:?} is lost: {again:?}");
    }
    for _ in 0..2 {
        let answer = send(&browser, &address, &again);
        assert_eq!(answer.status, 303, "{}", answer.html);
        assert_eq!(notes(&site, &id), 1);
    }
}

#[test]
fn a_database_that_cannot_write_loses_nothing_typed() {
    check(
        503,
        "ALTER TABLE submission RENAME TO away",
        "ALTER TABLE away RENAME TO submission",
    );
}

#[test]
fn a_database_that_cannot_even_read_the_session_loses_nothing_typed() {
    check(
        503,
        "ALTER TABLE session RENAME TO away",
        "ALTER TABLE away RENAME TO session",
    );
}

#[test]
fn what_a_rule_of_the_database_refuses_can_be_sent_again() {
    check(
        409,
        "CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'full'); END",
        "DROP TRIGGER full",
    );
}

#[test]
fn a_page_that_is_only_asked_for_offers_to_ask_again() {
    let site = Site::demo();
    let browser = site.log_in("familie");
    site.past_the_store("ALTER TABLE session RENAME TO away");
    let page = browser.get("/underretninger");
    assert_eq!(page.status, 503);
    assert!(
        page.html.contains("href=\"/underretninger\""),
        "{}",
        page.html
    );
    assert!(offered(&page).is_empty());
}

#[test]
fn a_password_is_never_sent_back() {
    let site = Site::demo();
    let browser = site.log_in("familie");
    site.past_the_store("ALTER TABLE account RENAME TO away");
    let page = browser.send(
        "/log-ind",
        &[("bruger", "familie"), ("kode", "hemmeligt-kodeord")],
    );
    assert_eq!(page.status, 503);
    assert!(!page.html.contains("hemmeligt-kodeord"), "{}", page.html);
}
