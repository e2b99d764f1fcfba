// SPDX-License-Identifier: EUPL-1.2
//! Sentences with places in them: `{hvem}` is somebody of the demonstration, `{tekst}` words in quotation marks and
//! `{tal}` a whole number. Everything else must stand as it is written.

/// What stood in the places of a sentence, in order.
pub(crate) type Places = Vec<String>;

/// Everybody who acts, by what the story calls them, and their login.
const PEOPLE: [(&str, &str); 31] = [
    ("jordemoderen", "jordemoder"),
    ("familierådgiveren", "familie"),
    ("kollegaen i familieafdelingen", "familie2"),
    ("lederen", "leder"),
    ("lægen i familieambulatoriet", "laege"),
    ("jordemoderen i familieambulatoriet", "ambulatorium"),
    ("socialrådgiveren i familieambulatoriet", "socialraadgiver"),
    ("alkoholbehandleren", "alkohol"),
    ("stofbehandleren", "stof"),
    ("voksenrådgiveren", "voksen"),
    ("lægen i psykiatrien", "psykiatri"),
    ("døgnbehandleren", "doegnbehandling"),
    ("døgnvagten", "doegnvagt"),
    ("gadeplansmedarbejderen", "gadeplan"),
    ("værestedsmedarbejderen", "vaerested"),
    ("sundhedsplejersken", "sundhedsplejerske"),
    ("egen læge", "egenlaege"),
    ("jobcentrets sagsbehandler", "jobcenter"),
    ("lederen af alkoholbehandlingen", "leder-alkohol"),
    ("lederen af familieambulatoriet", "leder-ambulatorium"),
    ("lederen i Svendborg", "leder-svendborg"),
    ("lederen i Slagelse", "leder-slagelse"),
    (
        "lederen af behandlingen i Svendborg",
        "leder-svendborg-behandling",
    ),
    ("rådgiveren i Svendborg", "svendborg"),
    ("rådgiveren i Slagelse", "slagelse"),
    ("rådgiveren i Aarhus", "aarhus"),
    ("administratoren", "administrator"),
    ("ungevejlederen", "ungecenter"),
    ("kvinden", "kvinden"),
    ("databeskyttelsesrådgiveren", "databeskyttelse"),
    // Whoever acted last.
    ("hun", ""),
];

/// What stood in the places of the pattern, when the sentence is one of it.
pub(crate) fn matched(pattern: &str, sentence: &str) -> Option<Places> {
    let mut places = Vec::new();
    let mut pattern = pattern;
    let mut rest = sentence;
    while let Some((words, after)) = pattern.split_once('{') {
        let (kind, after) = after.split_once('}')?;
        rest = rest.strip_prefix(words)?;
        let (value, left) = place(kind, rest)?;
        places.push(value);
        rest = left;
        pattern = after;
    }
    (pattern == rest).then_some(places)
}

fn place<'a>(kind: &str, rest: &'a str) -> Option<(String, &'a str)> {
    match kind {
        "tekst" => {
            let (words, left) = rest.strip_prefix('"')?.split_once('"')?;
            Some((words.to_owned(), left))
        }
        "tal" => {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            let (digits, left) = rest.split_at(end);
            (!digits.is_empty()).then(|| (digits.to_owned(), left))
        }
        _ => {
            // The longest name wins: one midwife's is the beginning of another's.
            let named = PEOPLE.iter().filter(|(name, _)| rest.starts_with(name));
            let (name, login) = named.max_by_key(|(name, _)| name.len())?;
            Some(((*login).to_owned(), rest.strip_prefix(name)?))
        }
    }
}

#[test]
fn a_sentence_is_taken_apart_at_its_places() {
    let pattern = "{hvem} åbner underretningen om {tekst}";
    let sentence = "jordemoderen i familieambulatoriet åbner underretningen om \"Anna Test\"";
    let places = matched(pattern, sentence);
    assert_eq!(
        places,
        Some(vec!["ambulatorium".to_owned(), "Anna Test".to_owned()])
    );
    assert_eq!(
        matched(pattern, "naboen åbner underretningen om \"Anna\""),
        None
    );
    assert_eq!(
        matched("der er {tal} svar", "der er 3 svar"),
        Some(vec!["3".to_owned()])
    );
}
