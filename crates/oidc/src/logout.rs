// SPDX-License-Identifier: EUPL-1.2
//! Back-channel logout: the provider tells, in a signed token, whose sessions have ended.
//!
//! `openidconnect` reads ID tokens only, and a logout token need not name a user. So the token is taken apart here; its
//! signature is checked with that crate's keys.

use crate::provider::{FRESH, Provider, ProviderError, SIGNATURES, SKEW, payload, refused, second};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use openidconnect::core::{CoreJsonWebKey, CoreJwsSigningAlgorithm};
use openidconnect::{
    JsonWebKey as _, JsonWebKeyAlgorithm, JsonWebKeyUse, JwsSigningAlgorithm as _,
};
use serde::Deserialize;
use serde_json::{Map, Value};

/// What makes a token a logout token.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Whose sessions have ended. At least one of the two is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedOut {
    /// Everything of this user.
    pub subject: Option<String>,
    /// What belongs to this session of the provider.
    pub session: Option<String>,
}

#[derive(Deserialize)]
struct Header {
    alg: CoreJwsSigningAlgorithm,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default)]
    typ: Option<String>,
    #[serde(default)]
    crit: Option<Value>,
}

impl Provider {
    /// Reads a logout token.
    ///
    /// # Errors
    /// When the provider cannot be asked for its keys, or the token is not one of its logout tokens for us, made just now.
    pub fn logged_out(&self, token: &str, now: Timestamp) -> Result<LoggedOut, ProviderError> {
        let header = header(token)?;
        if !is_signed(token, &header, &self.keys(false, now)?) {
            // Its keys may have changed.
            let keys = self.keys(true, now)?;
            if !is_signed(token, &header, &keys) {
                return Err(refused("no key of the provider made the signature"));
            }
        }
        self.whose(&payload(token)?, now)
    }

    fn whose(
        &self,
        token: &Map<String, Value>,
        now: Timestamp,
    ) -> Result<LoggedOut, ProviderError> {
        let text = |name: &str| token.get(name).and_then(Value::as_str);
        let time = |name: &str| token.get(name).and_then(Value::as_i64);
        if text("iss") != Some(self.settings.issuer.as_str()) {
            return Err(refused("another issuer"));
        }
        let client = self.settings.client.as_str();
        let is_for_us = match token.get("aud") {
            Some(Value::String(audience)) => audience == client,
            Some(Value::Array(all)) => all.iter().any(|one| one.as_str() == Some(client)),
            _ => false,
        };
        if !is_for_us {
            return Err(refused("made for another party"));
        }
        // A nonce would make it an ID token.
        let events = token.get("events").and_then(Value::as_object);
        if !events.is_some_and(|events| events.contains_key(EVENT)) || token.contains_key("nonce") {
            return Err(refused("no logout token"));
        }
        let issued = time("iat").ok_or_else(|| refused("it says not when it was made"))?;
        let lasts = time("exp").is_none_or(|end| second(now - SKEW) < end);
        if !lasts || !(second(now - FRESH)..=second(now + SKEW)).contains(&issued) {
            return Err(refused("not made just now"));
        }
        let named = |name| {
            text(name)
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        let logged_out = LoggedOut {
            subject: named("sub"),
            session: named("sid"),
        };
        if logged_out.subject.is_none() && logged_out.session.is_none() {
            return Err(refused("it names nobody"));
        }
        Ok(logged_out)
    }
}

fn header(token: &str) -> Result<Header, ProviderError> {
    let part = token.split('.').next().unwrap_or_default();
    let bytes = URL_SAFE_NO_PAD.decode(part).ok();
    let header = bytes.and_then(|bytes| serde_json::from_slice::<Header>(&bytes).ok());
    let header = header.ok_or_else(|| refused("its token cannot be read"))?;
    let kind = header.typ.as_deref().unwrap_or("JWT").to_ascii_lowercase();
    let kind = kind.strip_prefix("application/").unwrap_or(&kind);
    if !matches!(kind, "logout+jwt" | "jwt") || header.crit.is_some() {
        return Err(refused("no logout token"));
    }
    if !SIGNATURES.contains(&header.alg) {
        return Err(refused("the signature is of no allowed kind"));
    }
    Ok(header)
}

/// Whether one of the keys made the signature.
fn is_signed(token: &str, header: &Header, keys: &[CoreJsonWebKey]) -> bool {
    let mut parts = token.rsplitn(2, '.');
    let (Some(signature), Some(message)) = (parts.next(), parts.next()) else {
        return false;
    };
    let Ok(signature) = URL_SAFE_NO_PAD.decode(signature) else {
        return false;
    };
    keys.iter().filter(|key| may_sign(key, header)).any(|key| {
        key.verify_signature(&header.alg, message.as_bytes(), &signature)
            .is_ok()
    })
}

/// Whether a key is meant for such a signature.
fn may_sign(key: &CoreJsonWebKey, header: &Header) -> bool {
    let named = key.key_id().map(|id| id.as_str());
    let is_named = header.kid.is_none() || header.kid.as_deref() == named;
    let is_of_kind = header.alg.key_type().as_ref() == Some(key.key_type());
    let is_for_signing = key.key_use().is_none_or(JsonWebKeyUse::allows_signature);
    let is_for_this = match key.signing_alg() {
        JsonWebKeyAlgorithm::Algorithm(alg) => *alg == header.alg,
        JsonWebKeyAlgorithm::Unspecified => true,
        JsonWebKeyAlgorithm::Unsupported => false,
    };
    is_named && is_of_kind && is_for_signing && is_for_this
}
