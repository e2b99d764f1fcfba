// SPDX-License-Identifier: EUPL-1.2
//! The catalogue as it is delivered, and what is said when a file is wrong.

use super::*;
use crate::category::Category;
use crate::org::{Function, UnitKind};
use jiff::civil::date;

const FILES: &[(&str, &str)] = &[
    (
        "regions.toml",
        include_str!("../../../../catalogue/regions.toml"),
    ),
    (
        "municipalities.toml",
        include_str!("../../../../catalogue/municipalities.toml"),
    ),
    (
        "detection.toml",
        include_str!("../../../../catalogue/detection.toml"),
    ),
    (
        "assessment.toml",
        include_str!("../../../../catalogue/assessment.toml"),
    ),
    (
        "placement.toml",
        include_str!("../../../../catalogue/placement.toml"),
    ),
    (
        "screening.toml",
        include_str!("../../../../catalogue/screening.toml"),
    ),
    (
        "organisation.toml",
        include_str!("../../../../catalogue/organisation.toml"),
    ),
    (
        "agreement.toml",
        include_str!("../../../../catalogue/agreement.toml"),
    ),
];

fn catalogue() -> Catalogue {
    Catalogue::parse(FILES).unwrap()
}

fn names(found: &[&Municipality]) -> Vec<String> {
    found
        .iter()
        .map(|municipality| municipality.name.clone())
        .collect()
}

#[test]
fn ninety_eight_municipalities_and_one_area_that_is_none_lie_in_a_region_on_every_day() {
    let catalogue = catalogue();
    let (real, other): (Vec<_>, Vec<_>) = catalogue
        .municipalities()
        .iter()
        .partition(|m| m.is_municipality);
    assert_eq!(real.len(), 98);
    assert_eq!(
        other.iter().map(|m| m.code.as_str()).collect::<Vec<_>>(),
        ["0411"]
    );
    for day in [date(2007, 1, 1), date(2026, 12, 31), date(2027, 1, 1)] {
        for municipality in catalogue.municipalities() {
            assert!(
                catalogue
                    .region_on(municipality.code.as_str(), day)
                    .is_some(),
                "{} on {day}",
                municipality.name
            );
        }
    }
    let in_region = |id: &str, day| {
        real.iter()
            .filter(|m| {
                catalogue
                    .region_on(m.code.as_str(), day)
                    .is_some_and(|r| r.id == id)
            })
            .count()
    };
    let day = date(2026, 12, 31);
    let counts = ["DK-84", "DK-85", "DK-83", "DK-82", "DK-81"].map(|id| in_region(id, day));
    assert_eq!(counts, [29, 17, 22, 19, 11]);
    assert_eq!(in_region("oestdanmark", date(2027, 1, 1)), 46);
}

#[test]
fn the_eastern_regions_become_one_at_new_year_2027() {
    let catalogue = catalogue();
    let region = |day| {
        catalogue
            .region_on("0330", day)
            .map(|region| region.name.da.as_str())
    };
    assert_eq!(region(date(2026, 12, 31)), Some("Region Sjælland"));
    assert_eq!(region(date(2027, 1, 1)), Some("Region Østdanmark"));
    assert_eq!(region(date(2006, 12, 31)), None);
    assert_eq!(catalogue.regions_on(date(2026, 6, 1)).count(), 5);
    assert_eq!(catalogue.regions_on(date(2027, 6, 1)).count(), 4);
    assert_eq!(catalogue.region("oestdanmark").unwrap().iso, None);
}

#[test]
fn names_are_found_however_the_danish_letters_are_typed() {
    let catalogue = catalogue();
    for typed in ["Aarh", "århus", "aarhus", " AARHUS "] {
        assert!(
            names(&catalogue.municipalities_matching(typed))
                .iter()
                .all(|name| name == "Aarhus")
        );
        let found = catalogue.municipalities_matching(typed.trim_end_matches("us"));
        assert!(!found.is_empty(), "{typed}");
    }
    assert_eq!(
        names(&catalogue.municipalities_matching("koebenh")),
        ["København"]
    );
    assert_eq!(
        names(&catalogue.municipalities_matching("KØBENH")),
        ["København"]
    );
    assert_eq!(names(&catalogue.municipalities_matching("ær")), ["Ærø"]);
    assert_eq!(
        names(&catalogue.municipalities_matching("skjern")),
        ["Ringkøbing-Skjern"]
    );
    assert_eq!(
        names(&catalogue.municipalities_matching("0461")),
        ["Odense"]
    );
    assert!(catalogue.municipalities_matching("  ").is_empty());
    assert!(catalogue.municipalities_matching("xyz").is_empty());
}

#[test]
fn names_sort_as_in_a_danish_dictionary() {
    let catalogue = catalogue();
    let all: Vec<&str> = catalogue
        .municipalities()
        .iter()
        .map(|m| m.name.as_str())
        .collect();
    assert_eq!(all.first(), Some(&"Albertslund"));
    assert_eq!(
        &all[all.len() - 4..],
        ["Ærø", "Aabenraa", "Aalborg", "Aarhus"]
    );
}

#[test]
fn every_entry_has_words_in_both_languages_and_points_at_something_that_exists() {
    let catalogue = catalogue();
    for list in catalogue.lists() {
        for item in &list.items {
            let place = format!("{}/{}", list.id, item.id);
            for words in [Some(&item.label), item.screen.as_ref(), item.help.as_ref()]
                .into_iter()
                .flatten()
            {
                assert!(
                    !words.da.trim().is_empty() && !words.en.trim().is_empty(),
                    "{place}"
                );
            }
            for code in item.links("category") {
                assert!(
                    Category::from_code(code).is_some(),
                    "{place}: category {code}"
                );
            }
            for code in item.links("functions") {
                assert!(
                    Function::from_code(code).is_some(),
                    "{place}: function {code}"
                );
            }
            for code in item.links("unit_kinds") {
                assert!(
                    UnitKind::from_code(code).is_some(),
                    "{place}: unit kind {code}"
                );
            }
            for code in item.links("professions") {
                assert!(
                    catalogue
                        .label("professions", code, Language::Danish)
                        .is_some(),
                    "{place}: {code}"
                );
            }
        }
    }
    for kind in UnitKind::ALL {
        assert!(
            catalogue
                .label("unit-kinds", kind.code(), Language::English)
                .is_some(),
            "{}",
            kind.code()
        );
    }
    for function in Function::ALL {
        assert!(
            catalogue
                .label("functions", function.code(), Language::English)
                .is_some(),
            "{}",
            function.code()
        );
    }
}

#[test]
fn the_sources_words_stand_word_for_word_and_the_screen_speaks_kindly() {
    let catalogue = catalogue();
    let size = |list: &str| catalogue.list(list).unwrap().items.len();
    assert_eq!(catalogue.list("problems").unwrap().under(None).count(), 9);
    assert_eq!((size("signs"), size("use-dimensions")), (9, 4));
    assert_eq!(
        (size("ambulatory-elements"), size("residential-elements")),
        (7, 9)
    );
    assert_eq!(
        (size("agreement-questions"), size("agreement-items")),
        (18, 23)
    );
    let danish = Language::Danish;
    assert_eq!(
        catalogue.label("problems", "relationer", danish),
        Some("Spinkle sociale relationer")
    );
    assert_eq!(
        catalogue.words("problems", "relationer", danish),
        Some("Få eller svære relationer")
    );
    assert_eq!(
        catalogue.words("problems", "prostitution", danish),
        Some("Salg af seksuelle ydelser")
    );
    let item = |list: &str, id: &str| catalogue.list(list).unwrap().item(id).unwrap();
    assert!(item("problems", "prostitution").is(Mark::Restricted));
    assert!(item("ambulatory-elements", "AE7").is(Mark::Optional));
    assert!(!item("residential-elements", "DE8").is(Mark::Optional));
    assert!(item("notification-receivers", "voksenmyndighed").is(Mark::Optional));
    assert_eq!(catalogue.label("problems", "none", danish), None);
}

#[test]
fn each_answer_a_rule_reads_stands_in_one_item_of_the_agreement() {
    let catalogue = catalogue();
    let mut keys: Vec<&String> = catalogue
        .list("agreement-items")
        .unwrap()
        .items
        .iter()
        .flat_map(|item| item.links("keys"))
        .collect();
    keys.sort();
    let all = keys.len();
    keys.dedup();
    assert_eq!(keys.len(), all);
    assert!(keys.iter().any(|key| *key == "meetings.positions"));
}

#[test]
fn a_mistake_is_told_with_file_entry_and_field() {
    let head = "version = \"1\"\nvalid_from = \"2022-09-01\"\nsource = \"test\"\n";
    let cases = [
        ("version = ", "", "not TOML"),
        ("source = \"x\"", ", version", "is lacking"),
        (
            "valid_from = \"2022-13-01\"\nversion = \"1\"\nsource = \"x\"",
            ", valid_from",
            "is no date",
        ),
        (
            &format!("{head}[[municipality]]\ncode = \"46\""),
            ", municipality 46, code",
            "four digits",
        ),
        (
            &format!(
                "{head}[[list]]\nid = \"x\"\ntitle = {{ da = \"a\", en = \"b\" }}\n[[list.entry]]\nid = \"e\"\nda = \"a\""
            ),
            ", list x, entry e, en",
            "is lacking",
        ),
        (
            &format!(
                "{head}[[list]]\nid = \"x\"\ntitle = {{ da = \"a\", en = \"\" }}\n[[list.entry]]\nid = \"e\"\nda = \"a\"\nen = \"b\""
            ),
            ", list x, title, en",
            "not empty",
        ),
        (
            &format!(
                "{head}[[list]]\nid = \"x\"\ntitle = {{ da = \"a\", en = \"b\" }}\n[[list.entry]]\nid = \"e\"\nda = \"a\"\nen = \"b\"\ncolour = \"red\""
            ),
            ", list x, entry e, colour",
            "no such field",
        ),
        (
            &format!(
                "{head}[[region]]\nid = \"r\"\nda = \"a\"\nen = \"b\"\nfrom = \"2026-01-02\"\nto = \"2026-01-01\""
            ),
            ", region r, to",
            "before `from`",
        ),
    ];
    for (text, place, message) in cases {
        let error = Catalogue::parse(&[("f.toml", text)])
            .unwrap_err()
            .to_string();
        assert!(
            error.starts_with(&format!("f.toml{place}: ")) && error.contains(message),
            "{text}\n{error}"
        );
    }
}

#[test]
fn a_municipality_lies_in_one_existing_region_at_a_time() {
    let regions = "version = \"1\"\nvalid_from = \"2022-09-01\"\nsource = \"test\"\n[[region]]\nid = \"r\"\nda = \"a\"\nen = \"b\"\nfrom = \"2007-01-01\"\n";
    let municipality = |stays: &str| {
        format!(
            "version = \"1\"\nvalid_from = \"2022-09-01\"\nsource = \"test\"\n[[municipality]]\ncode = \"0461\"\nname = \"n\"\nformal = \"f\"\nregions = [{stays}]\n"
        )
    };
    let parse = |stays: &str| {
        Catalogue::parse(&[
            ("regions.toml", regions),
            ("municipalities.toml", &municipality(stays)),
        ])
    };
    assert!(parse("{ region = \"r\", from = \"2007-01-01\" }").is_ok());
    for (stays, message) in [
        (
            "{ region = \"s\", from = \"2007-01-01\" }",
            "`s` is no region",
        ),
        (
            "{ region = \"r\", from = \"2006-01-01\" }",
            "exists all these days",
        ),
        (
            "{ region = \"r\", from = \"2007-01-01\" }, { region = \"r\", from = \"2008-01-01\" }",
            "two regions on one day",
        ),
    ] {
        let error = parse(stays).unwrap_err().to_string();
        assert!(
            error.starts_with("municipalities.toml, municipality 0461, regions: ")
                && error.contains(message),
            "{error}"
        );
    }
}

#[test]
fn screening_tools_say_how_they_are_scored_and_on_what_terms() {
    let catalogue = catalogue();
    let highest = |id| catalogue.screening(id).unwrap().highest();
    assert_eq!(highest("audit-c"), Some(12));
    assert_eq!(highest("tweak"), Some(7));
    assert_eq!(highest("epds"), Some(30));
    assert_eq!(highest("dudit"), Some(44));
    assert_eq!(highest("assist"), None);
    for tool in catalogue.screenings() {
        assert!(
            tool.items.is_empty() || !tool.prompts.is_empty(),
            "{}: asked item by item and leads to nothing",
            tool.id
        );
        assert!(
            !tool.items.is_empty() || tool.prompts.is_empty(),
            "{}: a tool kept as a score suggests nothing",
            tool.id
        );
    }
}

#[test]
fn a_screening_tool_with_a_mistake_is_told_with_its_place() {
    let text = |rest: &str| {
        format!(
            "version = \"1\"\nvalid_from = \"2026-01-01\"\nsource = \"s\"\n[[screening]]\nid = \"x\"\nda = \"X\"\nen = \"X\"\ncategory = \"health\"\nlicence = \"l\"\nsource = \"s\"\n{rest}"
        )
    };
    let wrong = |rest: &str| {
        let text = text(rest);
        let error = Catalogue::parse(&[("a.toml", &text)]).unwrap_err();
        error.0.first().unwrap().field.clone()
    };
    assert_eq!(
        wrong("[[screening.item]]\nid = \"1\"\nda = \"1\"\nen = \"1\"\npoints = [2, 1]\n"),
        "points"
    );
    assert_eq!(
        wrong(
            "[[screening.prompt]]\nat = 1\nitem = \"7\"\nda = \"d\"\nen = \"e\"\nsource = \"s\"\n"
        ),
        "item"
    );
    assert_eq!(wrong("highest = -1\n"), "highest");
    assert!(Catalogue::parse(&[("a.toml", &text(""))]).is_ok());
}
