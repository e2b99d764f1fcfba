// SPDX-License-Identifier: EUPL-1.2
//! The sources' own wording stands in the catalogue, row by row, under the list that answers the row.

use traad_domain::catalogue::Catalogue;

const FILES: &[(&str, &str)] = &[
    (
        "child.toml",
        include_str!("../../../../catalogue/child.toml"),
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
        "organisation.toml",
        include_str!("../../../../catalogue/organisation.toml"),
    ),
    (
        "agreement.toml",
        include_str!("../../../../catalogue/agreement.toml"),
    ),
];

/// Row, list, wording.
const WORDING: &[(&str, &str, &str)] = &[
    ("S0-020", "signs", "reguleringsvanskeligheder"),
    ("S0-021", "signs", "sarthed over for lys"),
    ("S0-021", "signs", "sarthed over for lyd"),
    ("S0-021", "signs", "sarthed over for berøring"),
    ("S0-022", "signs", "motoriske funktionsnedsættelser"),
    ("S0-022", "signs", "kommunikative funktionsnedsættelser"),
    ("S0-023", "signs", "faglige vanskeligheder"),
    ("S0-024", "signs", "usædvanlige kontaktmønstre"),
    (
        "S2-028",
        "referral-targets",
        "rusmiddelbehandling (alkoholbehandling)",
    ),
    (
        "S2-028",
        "referral-targets",
        "rusmiddelbehandling (stofmisbrugsbehandling)",
    ),
    (
        "S0-044",
        "child-efforts",
        "hjælpe og støtte barnet i at regulere sig selv bl.a. i forhold til søvn, spisning og adfærd",
    ),
    (
        "S0-044",
        "child-efforts",
        "understøtte barnets motorisk-, sproglig- og sociale udvikling",
    ),
    ("S0-052", "causes", "tilknytningsvanskeligheder"),
    ("S0-052", "causes", "følelsesmæssige belastninger"),
    (
        "S0-052",
        "causes",
        "rusmiddelrelaterede funktionsforstyrrelser",
    ),
    ("S2-032", "use-dimensions", "varighed"),
    ("S2-032", "use-dimensions", "hyppighed"),
    ("S2-032", "use-dimensions", "timing"),
    ("S2-032", "use-dimensions", "omfang"),
    (
        "S2-062",
        "agreement-elements",
        "Udpegelsen af en koordinator for hvert forløb",
    ),
    (
        "S2-071",
        "agreement-questions",
        "Hvad skal indsatsplanerne indeholde?",
    ),
    (
        "S2-073",
        "agreement-questions",
        "Hvem iværksætter hvilken indsats?",
    ),
    (
        "S2-074",
        "agreement-questions",
        "Hvilken støtte kan den gravide tilbydes og af hvem og hvornår?",
    ),
    (
        "S2-077",
        "agreement-questions",
        "Hvem er kontaktpersoner hos de forskellige aktører, og hvordan kan de kontaktes?",
    ),
    (
        "S4-030",
        "problems",
        "Ustabile boligforhold eller hjemløshed",
    ),
    ("S4-031", "problems", "Psykiatriske lidelser"),
    ("S4-032", "problems", "angst"),
    ("S4-032", "problems", "depression"),
    ("S4-032", "problems", "omsorgssvigt"),
    ("S4-033", "problems", "Kognitive forstyrrelser"),
    ("S4-034", "problems", "Manglende arbejdsmarkedstilknytning"),
    ("S4-035", "problems", "Økonomiske vanskeligheder"),
    ("S4-036", "problems", "Spinkle sociale relationer"),
    (
        "S4-037",
        "problems",
        "konfliktfyldte relationer med risiko for vold og overgreb",
    ),
    ("S4-037", "problems", "social isolation"),
    ("S4-038", "problems", "Sundhedsmæssige lidelser"),
    ("S4-039", "problems", "Prostitution"),
    ("S4-040", "problems", "Kriminalitet"),
    (
        "S4-042",
        "level-criteria",
        "Den gravide kan med hjælp og intensiv støtte få skabt stabilitet og ro i sin hverdag hjemme",
    ),
    (
        "S4-043",
        "level-criteria",
        "Den gravide profiterer ikke i tilstrækkelig grad af ambulant indsats",
    ),
    (
        "S4-044",
        "level-criteria",
        "Forbruget af rusmidler er for omfattende",
    ),
    (
        "S4-045",
        "level-criteria",
        "Det fortsatte rusmiddelforbrug medfører skader på fosteret",
    ),
    (
        "S4-046",
        "level-criteria",
        "Livssituationen i høj grad er belastet",
    ),
    (
        "S4-048",
        "ambulatory-elements",
        "Tværfaglig og tværsektoriel",
    ),
    (
        "S4-049",
        "ambulatory-elements",
        "Støtte til fremmøde og deltagelse i møder",
    ),
    (
        "S4-050",
        "ambulatory-elements",
        "Ambulant social rusmiddelbehandling",
    ),
    (
        "S4-051",
        "ambulatory-elements",
        "Individuelle samtaler eller parsamtaler",
    ),
    (
        "S4-052",
        "ambulatory-elements",
        "Støtte til at skabe stabilitet og struktur i hverdagen",
    ),
    (
        "S4-053",
        "ambulatory-elements",
        "Afklaring af forældrekompetence og behov for støtte i forældrerollen, herunder arbejde med tilknytning og mentalisering",
    ),
    (
        "S4-054",
        "ambulatory-elements",
        "Evt. en psykiatrisk behandlingsindsats",
    ),
    (
        "S4-055",
        "residential-elements",
        "Tværfaglig og tværsektoriel",
    ),
    (
        "S4-056",
        "residential-elements",
        "Specialiseret lægelig rusmiddelbehandling",
    ),
    (
        "S4-057",
        "residential-elements",
        "Intensiv social rusmiddelbehandling",
    ),
    (
        "S4-058",
        "residential-elements",
        "Psykologhjælp med fokus på at styrke kvindens eventuelle traumer",
    ),
    (
        "S4-059",
        "residential-elements",
        "Støtte afklaring af boligsituation, økonomi, praktiske forhold, kontakt til netværk m.m.",
    ),
    (
        "S4-060",
        "residential-elements",
        "Støtte til fremmøde og deltagelse i møder",
    ),
    (
        "S4-061",
        "residential-elements",
        "Familiebehandling og støtte ifm. udredning og udvikling af forældrekompetence og omsorgsforhold",
    ),
    ("S4-062", "residential-elements", "Psykiatrisk behandling"),
    (
        "S4-063",
        "residential-elements",
        "§ 1. Lov om tilbageholdelse af stofmisbrugere i behandling",
    ),
    ("S4-068", "other-actors", "[…]ophold"),
    (
        "S4-069",
        "other-actors",
        "Voksenmyndighed – fremskudt funktion",
    ),
    ("S4-070", "other-actors", "Sundhedsplejerske"),
    ("S4-071", "other-actors", "[…]behandling"),
    ("S4-072", "other-actors", "Juridisk bistand til […]"),
    ("S4-073", "other-actors", "Ungecentret"),
    ("S4-074", "other-actors", "Kriminalforsorg"),
    ("S4-075", "other-actors", "Psykiatri"),
    ("S4-076", "other-actors", "Civilsamfundsorganisationer"),
    ("S4-077", "other-actors", "Praktiserende læge"),
    (
        "S4-078",
        "agreement-elements",
        "Udpegelsen af en koordinator for hvert forløb",
    ),
    ("S4-079", "agreement-elements", "Netværksmøder"),
    (
        "S4-080",
        "agreement-elements",
        "Inddragelse af den gravide og evt. partner",
    ),
    ("S4-081", "agreement-elements", "Indsatsplaner"),
    ("S4-082", "agreement-elements", "Overgange"),
];

#[test]
fn each_row_finds_its_wording_in_the_list_that_names_it() {
    let catalogue = Catalogue::parse(FILES).unwrap();
    for (row, list, wording) in WORDING {
        let list = catalogue
            .list(list)
            .unwrap_or_else(|| panic!("{row}: no list `{list}`"));
        let item = list.items.iter().find(|item| item.label.da == *wording);
        let item = item.unwrap_or_else(|| panic!("{row}: `{wording}` stands not in `{}`", list.id));
        let named = list.rows.iter().any(|named| named == row)
            || item.links("row").iter().any(|named| named == row);
        assert!(named, "{row} is not named by `{}`", list.id);
    }
}
