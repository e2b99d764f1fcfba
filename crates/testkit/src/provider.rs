// SPDX-License-Identifier: EUPL-1.2
//! An identity provider that says what a test wants, signed as a provider signs. The real one is asked in the browser's
//! walks; this one can lie.

#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot be set up shall fail with these words"
)]

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PrivateSigningKey as _};
use serde_json::{Value, json};
use std::io;
use std::sync::{Arc, Mutex, MutexGuard};
use traad_oidc::{Claims, Fetch, HttpRequest, HttpResponse, Settings};

/// The provider's name for itself.
pub const ISSUER: &str = "https://login.example.test";
/// Tråd's name there.
pub const CLIENT: &str = "traad";
/// The secret they share.
pub const SECRET: &str = "made-up-for-tests";

/// A provider.
#[derive(Clone)]
pub struct FakeProvider(Arc<Mutex<State>>);

struct State {
    key: u8,
    token: String,
    is_there: bool,
    /// What was sent to redeem a code, newest last.
    redeemed: Vec<String>,
    discovered: usize,
}

impl FakeProvider {
    /// A provider with the first of its keys, that vouches for nobody yet.
    pub fn new() -> Self {
        Self(Arc::new(Mutex::new(State {
            key: 1,
            token: String::new(),
            is_there: true,
            redeemed: Vec::new(),
            discovered: 0,
        })))
    }

    /// What an installation says of it.
    pub fn settings() -> Settings {
        Settings {
            issuer: ISSUER.to_owned(),
            client: CLIENT.to_owned(),
            secret: Some(SECRET.to_owned()),
            redirect: "https://traad.example.test/log-ind/svar".to_owned(),
            after_logout: "https://traad.example.test/log-ind".to_owned(),
            scopes: vec!["profile".to_owned()],
            levels: Vec::new(),
            claims: Claims::default(),
        }
    }

    /// The way to ask it.
    pub fn fetch(&self) -> Fetch {
        let state = self.clone();
        Box::new(move |request| state.answer(&request))
    }

    /// What it gives for the next codes: a token with this in it, signed with its key.
    pub fn vouches(&self, claims: &Value) {
        let token = self.sign(claims, "JWT");
        self.gives(&token);
    }

    /// What it gives for the next codes, as it stands.
    pub fn gives(&self, token: &str) {
        token.clone_into(&mut self.state().token);
    }

    /// From now on it signs with another key and publishes that alone.
    pub fn changes_its_key(&self) {
        self.state().key += 1;
    }

    /// Whether it answers at all.
    pub fn is_there(&self, is_there: bool) {
        self.state().is_there = is_there;
    }

    /// What was sent to redeem the last code.
    pub fn redeemed(&self) -> String {
        let redeemed = &self.state().redeemed;
        redeemed.last().cloned().unwrap_or_default()
    }

    /// How often it was asked about itself.
    pub fn discovered(&self) -> usize {
        self.state().discovered
    }

    /// Anything, signed with its key.
    pub fn sign(&self, claims: &Value, kind: &str) -> String {
        let key = self.state().key;
        signed_with(key, claims, kind)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no test panics while it asks")
    }

    fn answer(&self, request: &HttpRequest) -> Result<HttpResponse, io::Error> {
        let mut state = self.state();
        if !state.is_there {
            return Err(io::Error::other("nobody is there"));
        }
        let answer = match request.uri().path() {
            "/.well-known/openid-configuration" => {
                state.discovered += 1;
                about_itself()
            }
            "/keys" => {
                let keys = vec![signing_key(state.key).as_verification_key()];
                serde_json::to_value(CoreJsonWebKeySet::new(keys)).expect("keys become JSON")
            }
            "/token" => {
                let sent = String::from_utf8_lossy(request.body()).into_owned();
                state.redeemed.push(sent);
                json!({
                    "access_token": "a",
                    "token_type": "Bearer",
                    "expires_in": 60,
                    "id_token": state.token,
                })
            }
            other => return Err(io::Error::other(format!("nothing is at {other}"))),
        };
        let mut response = HttpResponse::new(answer.to_string().into_bytes());
        let kind = "application/json".parse().expect("a header");
        response.headers_mut().insert("content-type", kind);
        Ok(response)
    }
}

impl Default for FakeProvider {
    fn default() -> Self {
        Self::new()
    }
}

fn about_itself() -> Value {
    json!({
        "issuer": ISSUER,
        "authorization_endpoint": format!("{ISSUER}/authorize"),
        "token_endpoint": format!("{ISSUER}/token"),
        "jwks_uri": format!("{ISSUER}/keys"),
        "end_session_endpoint": format!("{ISSUER}/end"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
        "authorization_response_iss_parameter_supported": true,
    })
}

/// Anything, signed with one of many keys. Key 0 is nobody's.
pub fn signed_with(key: u8, claims: &Value, kind: &str) -> String {
    let header = json!({"alg": "EdDSA", "typ": kind, "kid": format!("key-{key}")});
    let message = format!("{}.{}", part(&header), part(claims));
    let signature = signing_key(key)
        .sign(&CoreJwsSigningAlgorithm::EdDsa, message.as_bytes())
        .expect("an Ed25519 key signs");
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// A part of a token.
pub fn part(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// A key made of its number: PKCS #8 is a fixed beginning and the 32 bytes of the secret.
fn signing_key(number: u8) -> CoreEdDsaPrivateSigningKey {
    let mut bytes = vec![
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ];
    bytes.extend([number; 32]);
    let kind = "PRIVATE KEY";
    let pem = format!(
        "-----BEGIN {kind}-----\n{}\n-----END {kind}-----\n",
        STANDARD.encode(bytes)
    );
    let id = JsonWebKeyId::new(format!("key-{number}"));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(id)).expect("32 bytes are a key")
}
