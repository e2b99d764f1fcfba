// SPDX-License-Identifier: EUPL-1.2
//! The delivered rulebook: that it compiles against the facts it may name, that every recommendation has rules or a reason,
//! and that every rule says what it rests on, in both languages.

use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};
use traad_domain::catalogue::{Catalogue, Language};
use traad_domain::category::Category;
use traad_duty::recommendation::Recommendations;
use traad_duty::rule::{SourceFile, Strength};

use crate::{RULE_FILES, rulebook};

const RECOMMENDATIONS: &str = include_str!("../../../../rulebook/recommendations.toml");
const VALUES: &str = include_str!("../../../../rulebook/values.toml");
const ROWS: &str = include_str!("../../../../docs/traceability/rows.tsv");
const AGREEMENT: &str = include_str!("../../../../catalogue/agreement.toml");
const ASSESSMENT: &str = include_str!("../../../../catalogue/assessment.toml");
const ORGANISATION: &str = include_str!("../../../../catalogue/organisation.toml");

fn recommendations() -> Vec<Table> {
    let table: Table = RECOMMENDATIONS.parse().unwrap();
    table["recommendation"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry.as_table().unwrap().clone())
        .collect()
}

fn text<'t>(table: &'t Table, field: &str) -> &'t str {
    table[field].as_str().unwrap_or_else(|| panic!("{field}"))
}

fn texts(table: &Table, field: &str) -> Vec<String> {
    let values = table.get(field).and_then(Value::as_array);
    values
        .into_iter()
        .flatten()
        .map(|value| value.as_str().unwrap().to_owned())
        .collect()
}

fn rows() -> BTreeSet<&'static str> {
    ROWS.lines()
        .filter_map(|line| line.split('\t').next())
        .collect()
}

#[test]
fn every_rule_compiles_against_the_facts_and_says_what_people_need() {
    let rulebook = rulebook();
    assert!(rulebook.rules().len() >= 70, "{}", rulebook.rules().len());
    for rule in rulebook.rules() {
        let category = rule.category.as_deref().unwrap();
        assert!(
            Category::from_code(category).is_some(),
            "{}: category {category}",
            rule.id
        );
        let title = rule.title.as_ref().unwrap();
        assert!(
            title.da != title.en && title.da.chars().count() <= 100,
            "{}: {}",
            rule.id,
            title.da
        );
    }
}

#[test]
fn every_owner_is_a_function_the_catalogue_names() {
    let catalogue = Catalogue::parse(&[("organisation.toml", ORGANISATION)]).unwrap();
    for rule in rulebook().rules() {
        let owner = rule.owed_by.as_deref().unwrap();
        assert!(
            catalogue.label("owners", owner, Language::Danish).is_some(),
            "{}: {owner}",
            rule.id
        );
    }
}

#[test]
fn every_rule_rests_on_a_recommendation_a_row_or_a_law_that_exists() {
    let known: BTreeSet<String> = recommendations()
        .iter()
        .map(|r| text(r, "id").to_owned())
        .collect();
    let rows = rows();
    let is_law = |cite: &String| {
        ["BL §", "SUL §", "SEL §", "FVL §", "Lov om ", "GDPR art."]
            .iter()
            .any(|law| cite.starts_with(law))
    };
    for rule in rulebook().rules() {
        for cite in &rule.cites {
            assert!(
                known.contains(cite) || rows.contains(cite.as_str()) || is_law(cite),
                "{} cites {cite}",
                rule.id
            );
        }
        assert!(
            rule.strength != Strength::Law || rule.cites.iter().any(is_law),
            "{} is law without a section",
            rule.id
        );
    }
}

#[test]
fn every_recommendation_has_rules_that_name_it_or_a_reason_why_none_can() {
    let rulebook = rulebook();
    let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for rule in rulebook.rules() {
        for cite in &rule.cites {
            named.entry(cite).or_default().insert(&rule.id);
        }
    }
    let file = SourceFile {
        name: "recommendations.toml",
        text: RECOMMENDATIONS,
    };
    let gaps = Recommendations::parse(&file)
        .unwrap_or_else(|errors| panic!("{errors}"))
        .gaps(&rulebook);
    assert!(gaps.is_empty(), "{gaps:?}");
    for recommendation in &recommendations() {
        let id = text(recommendation, "id");
        let rules = texts(recommendation, "rules");
        assert!(
            rules.is_empty() == recommendation.contains_key("no_rule"),
            "{id} has neither or both"
        );
        for field in ["text", "heading", "no_rule"] {
            let words = recommendation
                .get(field)
                .map(|words| words.as_table().unwrap());
            assert!(
                words.is_none_or(|words| ["da", "en"]
                    .iter()
                    .all(|lang| !text(words, lang).is_empty())),
                "{id}, {field}"
            );
        }
        let expected: BTreeSet<&str> = rules.iter().map(String::as_str).collect();
        assert_eq!(
            named.get(id).cloned().unwrap_or_default(),
            expected,
            "{id} and the rules that cite it"
        );
    }
}

#[test]
fn all_ten_groups_and_the_two_forms_of_effort_stand_there_with_rows_that_exist() {
    let rows = rows();
    let recommendations = recommendations();
    let ids: BTreeSet<&str> = recommendations.iter().map(|r| text(r, "id")).collect();
    assert_eq!(ids.len(), recommendations.len(), "an id stands there twice");
    assert!(ids.contains("G3a") && ids.contains("G3b"));
    let groups: BTreeSet<&str> = recommendations.iter().map(|r| text(r, "group")).collect();
    assert_eq!(
        groups.into_iter().collect::<Vec<_>>(),
        ["B1", "B2", "B3", "B4", "B5", "G1", "G2", "G3", "G4", "G5"]
    );
    for recommendation in &recommendations {
        let id = text(recommendation, "id");
        assert!(id.starts_with(text(recommendation, "group")), "{id}");
        for row in texts(recommendation, "rows") {
            assert!(rows.contains(row.as_str()), "{id} names {row}");
        }
    }
}

/// Each row of the pregnant woman's recommendations is named by a recommendation or a rule.
#[test]
fn no_row_of_the_pregnant_womans_recommendations_is_forgotten() {
    let mut named: BTreeSet<String> = recommendations()
        .iter()
        .flat_map(|r| texts(r, "rows"))
        .collect();
    named.extend(
        rulebook()
            .rules()
            .iter()
            .flat_map(|rule| rule.cites.clone()),
    );
    // Headings say no more than the recommendations under them.
    let headings = ["S2-037", "S2-055"];
    let asked = ROWS.lines().filter_map(|line| {
        let mut fields = line.split('\t');
        let (id, strength) = (fields.next()?, fields.next()?);
        let number: u32 = id.strip_prefix("S2-")?.parse().ok()?;
        ((25..=60).contains(&number) && ["ANB", "LOV"].contains(&strength)).then_some(id)
    });
    let forgotten: Vec<&str> = asked
        .filter(|id| !headings.contains(id) && !named.contains(*id))
        .collect();
    assert!(forgotten.is_empty(), "{forgotten:?}");
}

#[test]
fn every_offer_a_page_can_note_is_a_fact() {
    let facts: Table = RULE_FILES[0].1.parse().unwrap();
    let catalogue = Catalogue::parse(&[("assessment.toml", ASSESSMENT)]).unwrap();
    for offer in &catalogue.list("offers").unwrap().items {
        assert!(facts["facts"].get(&offer.id).is_some(), "{}", offer.id);
    }
}

/// A condition on a word that no entry writes would never hold.
#[test]
fn rules_ask_only_for_words_that_facts_can_say() {
    let table: Table = VALUES.parse().unwrap();
    let values = table["facts"].as_table().unwrap();
    let facts: Table = RULE_FILES[0].1.parse().unwrap();
    let declared = facts["facts"].as_table().unwrap();
    assert_eq!(
        declared.keys().collect::<Vec<_>>(),
        values.keys().collect::<Vec<_>>()
    );
    for (kind, attributes) in declared {
        let names: BTreeSet<&str> = attributes
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let described: BTreeSet<&str> = values[kind]
            .as_table()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(names, described, "{kind}");
    }
    let mut seen = 0;
    for (file, text) in RULE_FILES {
        let table: Table = text.parse().unwrap();
        for (place, on) in matches_in(&Value::Table(table), file) {
            for (attribute, word) in asked_words(&on) {
                for kind in kinds(&on) {
                    let known = values[&kind].get(&attribute).and_then(Value::as_array);
                    let sayable = known.is_none_or(|words| {
                        words.iter().any(|known| known.as_str() == Some(&word))
                    });
                    assert!(sayable, "{place}: {kind} never says {attribute} = {word}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 40, "{seen}");
}

/// The attributes and words a match asks for, in `where` and in `if`.
fn asked_words(on: &Table) -> Vec<(String, String)> {
    let filters = on
        .get("where")
        .and_then(Value::as_table)
        .into_iter()
        .flatten();
    let filters = filters.flat_map(|(attribute, wanted)| {
        let words = wanted
            .as_array()
            .cloned()
            .unwrap_or_else(|| vec![wanted.clone()]);
        words
            .into_iter()
            .map(move |word| (attribute.clone(), word.as_str().unwrap().to_owned()))
    });
    let conditions = texts(on, "if").into_iter().flat_map(|condition| {
        let (attribute, words) = condition.split_once(" = ").unwrap_or_default();
        words
            .split(", ")
            .filter(|word| !word.is_empty())
            .map(|word| (attribute.to_owned(), word.to_owned()))
            .collect::<Vec<_>>()
    });
    filters.chain(conditions).collect()
}

/// Every table that matches facts, with where it stands.
fn matches_in(value: &Value, place: &str) -> Vec<(String, Table)> {
    let named = value.as_table().into_iter().flatten();
    let named = named.map(|(name, value)| (format!("{place}, {name}"), value));
    let listed = value.as_array().into_iter().flatten();
    let listed = listed.map(|value| (place.to_owned(), value));
    let inner: Vec<(String, &Value)> = named.chain(listed).collect();
    let own = value.as_table().filter(|table| !kinds(table).is_empty());
    let own = own.map(|table| (place.to_owned(), table.clone()));
    own.into_iter()
        .chain(
            inner
                .iter()
                .flat_map(|(place, value)| matches_in(value, place)),
        )
        .collect()
}

fn kinds(table: &Table) -> Vec<String> {
    let named = ["on", "each", "before"]
        .iter()
        .find_map(|field| table.get(*field));
    let one = named.and_then(Value::as_str);
    let several = named.and_then(Value::as_array).into_iter().flatten();
    let kinds = one.into_iter().chain(several.filter_map(Value::as_str));
    kinds.map(str::to_owned).collect()
}

#[test]
fn every_agreement_key_is_an_item_of_the_agreement() {
    let rulebook = rulebook();
    let read: BTreeSet<&str> = rulebook.agreement_keys().collect();
    let catalogue = Catalogue::parse(&[("agreement.toml", AGREEMENT)]).unwrap();
    let items = &catalogue.list("agreement-items").unwrap().items;
    let keys = items.iter().flat_map(|item| item.links("keys"));
    let keys = keys
        .map(String::as_str)
        .filter(|key| !key.starts_with("owner:"));
    assert_eq!(read, keys.collect());
}

/// A deadline has a number of its own only where a law says it; else it is a date the user chose, the agreement's answer, or none.
#[test]
fn only_law_has_numbers_of_its_own() {
    for (file, text) in RULE_FILES {
        let table: Table = text.parse().unwrap();
        for (id, rule) in table
            .get("rule")
            .and_then(Value::as_table)
            .into_iter()
            .flatten()
        {
            let due = rule["due"].as_str().unwrap_or_default();
            let number = due
                .split(' ')
                .any(|word| word.parse::<u32>().is_ok_and(|number| number > 0));
            assert!(
                rule["strength"].as_str() == Some("law") || !number,
                "{file}, {id}: {due}"
            );
        }
    }
}
