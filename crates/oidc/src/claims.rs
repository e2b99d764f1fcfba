// SPDX-License-Identifier: EUPL-1.2
//! What stands where in a provider's token, and what it means here.
//!
//! Providers name things differently: the short names of brokers, the addresses of OIOSAML, lists, and rights as JSON in
//! a text (OIO-BPP). Names are the installation's; all of these forms are read.

use serde_json::{Map, Value};
use std::collections::BTreeMap;
use traad_domain::id::{ControllerId, UnitId};
use traad_domain::login::Assurance;
use traad_domain::org::Function;

/// Where the level of assurance stands when the installation does not say.
const LEVELS: [&str; 3] = ["loa", "https://data.gov.dk/concept/core/nsis/loa", "acr"];

/// What the installation says about claims.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    /// The claim with the user's name at the provider; `sub` without.
    pub user: Option<String>,
    /// The claim with the level of assurance.
    pub assurance: Option<String>,
    /// The claim with the CVR number of the authority the person acts for; not asked without.
    pub controller: Option<String>,
    /// The claim with the unit, and the unit here for each of its values; not asked without.
    pub unit: Option<(String, BTreeMap<String, UnitId>)>,
    /// The claim with the function, and the function here for each of its values; not asked without.
    pub function: Option<(String, BTreeMap<String, Function>)>,
}

impl Claims {
    /// The user's name at the provider; never empty.
    pub(crate) fn user(&self, token: &Map<String, Value>) -> Option<String> {
        let name = self.user.as_deref().unwrap_or("sub");
        let user = token.get(name)?.as_str()?.trim();
        (!user.is_empty()).then(|| user.to_owned())
    }

    /// The level of assurance. Where several are said, the lowest counts.
    pub(crate) fn assurance(&self, token: &Map<String, Value>) -> Option<Assurance> {
        let names: Vec<&str> = match &self.assurance {
            Some(name) => vec![name],
            None => LEVELS.to_vec(),
        };
        let claim = names.into_iter().find_map(|name| token.get(name))?;
        let levels: Option<Vec<Assurance>> = words(claim)
            .iter()
            .map(|word| Assurance::parse(word))
            .collect();
        levels?.into_iter().min()
    }

    pub(crate) fn controllers(&self, token: &Map<String, Value>) -> Option<Vec<ControllerId>> {
        let name = self.controller.as_ref()?;
        let said = token.get(name).map(words).unwrap_or_default();
        Some(said.into_iter().map(ControllerId::new).collect())
    }

    pub(crate) fn units(&self, token: &Map<String, Value>) -> Option<Vec<UnitId>> {
        self.unit.as_ref().map(|asked| meant(asked, token))
    }

    pub(crate) fn functions(&self, token: &Map<String, Value>) -> Option<Vec<Function>> {
        self.function.as_ref().map(|asked| meant(asked, token))
    }
}

/// What the values of a claim mean; those nobody has said anything about mean nothing.
fn meant<T: Clone>(
    (name, table): &(String, BTreeMap<String, T>),
    token: &Map<String, Value>,
) -> Vec<T> {
    let said = token.get(name).map(words).unwrap_or_default();
    said.iter()
        .filter_map(|word| table.get(word.as_str()).cloned())
        .collect()
}

/// The words of a claim: one, several in a list, or the rights `p` of an OIO-BPP object.
fn words(claim: &Value) -> Vec<String> {
    match claim {
        Value::String(text) => match serde_json::from_str(text) {
            Ok(Value::Object(object)) => rights(&object),
            _ => vec![text.trim().to_owned()],
        },
        Value::Array(list) => list.iter().flat_map(words).collect(),
        Value::Object(object) => rights(object),
        Value::Number(number) => vec![number.to_string()],
        Value::Null | Value::Bool(_) => Vec::new(),
    }
}

fn rights(object: &Map<String, Value>) -> Vec<String> {
    let list = object.get("p").and_then(Value::as_array);
    let texts = list.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn token(value: &Value) -> Map<String, Value> {
        value.as_object().expect("an object").clone()
    }

    #[test]
    fn the_user_is_sub_unless_another_claim_is_named() {
        let token = token(&json!({"sub": "a", "uuid": "b", "empty": " ", "number": 1}));
        let user = |name: Option<&str>| {
            let claims = Claims {
                user: name.map(str::to_owned),
                ..Claims::default()
            };
            claims.user(&token)
        };
        assert_eq!(user(None).as_deref(), Some("a"));
        assert_eq!(user(Some("uuid")).as_deref(), Some("b"));
        for nobody in ["empty", "number", "missing"] {
            assert_eq!(user(Some(nobody)), None);
        }
    }

    #[test]
    fn a_level_is_found_in_any_of_the_usual_places_and_only_whole() {
        let level = |value: Value| Claims::default().assurance(&token(&value));
        assert_eq!(level(json!({"loa": "High"})), Some(Assurance::High));
        let address = json!({"https://data.gov.dk/concept/core/nsis/loa": "Substantial"});
        assert_eq!(level(address), Some(Assurance::Substantial));
        let acr = json!({"acr": "https://data.gov.dk/concept/core/nsis/loa/Low"});
        assert_eq!(level(acr), Some(Assurance::Low));
        assert_eq!(level(json!({"loa": ["High", "Low"]})), Some(Assurance::Low));
        // A word that names no level is no level, whatever stands beside it.
        assert_eq!(level(json!({"loa": ["High", "best"]})), None);
        assert_eq!(level(json!({"loa": "3", "acr": "High"})), None);
        assert_eq!(level(json!({})), None);
    }

    #[test]
    fn functions_are_read_from_a_word_a_list_and_rights_in_a_text() {
        let table = BTreeMap::from([("urn:x:rad".to_owned(), Function::Caseworker)]);
        let claims = Claims {
            function: Some(("privilege".to_owned(), table)),
            ..Claims::default()
        };
        for said in [
            json!("urn:x:rad"),
            json!(["urn:x:other", "urn:x:rad"]),
            json!([r#"{"cvr":"55133018","p":["urn:x:rad"],"c":[{"urn:dk:kombit:KLE":"27.*"}]}"#]),
            json!({"p": ["urn:x:rad"]}),
        ] {
            let token = token(&json!({"privilege": said}));
            assert_eq!(claims.functions(&token), Some(vec![Function::Caseworker]));
        }
        assert_eq!(claims.functions(&token(&json!({}))), Some(Vec::new()));
        assert_eq!(Claims::default().functions(&token(&json!({}))), None);
    }
}
