// SPDX-License-Identifier: EUPL-1.2
//! One provider: where people are sent, and what they come back with.
//!
//! What the provider publishes about itself (discovery, keys) is kept for an hour, and read again at once when a token is
//! signed with a key that is not among those kept.

use crate::claims::Claims;
use crate::fetch::Fetch;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClaimName, CoreClaimType,
    CoreClient, CoreClientAuthMethod, CoreGrantType, CoreIdToken, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm,
    CoreResponseMode, CoreResponseType, CoreSubjectIdentifierType, CoreTokenResponse,
};
use openidconnect::{
    AdditionalProviderMetadata, AuthType, AuthenticationContextClass, AuthorizationCode,
    ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, IssuerUrl, LogoutProviderMetadata,
    LogoutRequest, Nonce, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl,
    ProviderMetadata, RedirectUrl, Scope, SignatureVerificationError, TokenResponse as _,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use traad_domain::login::Asserted;

/// How long what a provider publishes is kept. A proposal.
const KEPT: SignedDuration = SignedDuration::from_hours(1);
/// How soon it is read again at most, so that false tokens do not make Tråd ask the provider without end.
const AGAIN: SignedDuration = SignedDuration::from_secs(60);
/// How far the provider's clock may be from ours. A proposal.
pub(crate) const SKEW: SignedDuration = SignedDuration::from_secs(60);
/// How old a token may be that came just now. A proposal.
pub(crate) const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// Signatures that only the provider can make. None of a shared secret, and never none.
pub(crate) const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What an installation says of its provider.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The provider's name for itself; exactly this must stand in its tokens.
    pub issuer: String,
    /// Tråd's name there.
    pub client: String,
    /// The secret shared with the provider; a public client has none.
    pub secret: Option<String>,
    /// Where the provider sends people back to.
    pub redirect: String,
    /// Where it sends them after they have logged out.
    pub after_logout: String,
    /// What is asked for besides `openid`.
    pub scopes: Vec<String>,
    /// The level asked for in the provider's words (`acr_values`), the most wanted first.
    pub levels: Vec<String>,
    /// What stands where in its tokens.
    pub claims: Claims,
}

/// What a provider publishes that is not in the specification's core.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub(crate) struct More {
    /// Whether answers name the provider (RFC 9207).
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for More {}

type Metadata = ProviderMetadata<
    LogoutProviderMetadata<More>,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// The random words of one journey.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// Given back by the provider.
    pub state: &'a str,
    /// Stands in the token.
    pub nonce: &'a str,
    /// Redeems the code; 43 to 128 letters and digits.
    pub verifier: &'a str,
}

/// What a browser came back with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Answer<'a> {
    /// The code, when the provider vouches for the person.
    pub code: Option<&'a str>,
    /// Which provider answers.
    pub issuer: Option<&'a str>,
}

/// Why a provider gave nobody.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// It does not answer, or answers what cannot be understood: it may be right later.
    #[error("the provider cannot be asked: {0}")]
    Unreachable(String),
    /// What came back is not from it, not for us, not for this journey, or too old.
    #[error("the provider's answer is refused: {0}")]
    Refused(String),
}

/// The provider of an installation.
pub struct Provider {
    pub(crate) settings: Settings,
    fetch: Fetch,
    known: Mutex<Option<Known>>,
}

#[derive(Clone)]
struct Known {
    metadata: Arc<Metadata>,
    since: Timestamp,
}

impl Provider {
    /// A provider that is not asked anything yet.
    ///
    /// # Errors
    /// When an address makes no sense: which, and why.
    pub fn new(settings: Settings, fetch: Fetch) -> Result<Self, String> {
        let wrong = |what: &str, error: &dyn std::fmt::Display| format!("{what}: {error}");
        IssuerUrl::new(settings.issuer.clone()).map_err(|e| wrong("issuer", &e))?;
        RedirectUrl::new(settings.redirect.clone()).map_err(|e| wrong("address", &e))?;
        PostLogoutRedirectUrl::new(settings.after_logout.clone())
            .map_err(|e| wrong("address", &e))?;
        Ok(Self {
            settings,
            fetch,
            known: Mutex::default(),
        })
    }

    /// The provider's name for itself.
    pub fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    /// Where somebody is sent to log in. With `anew` the provider asks who they are even if it knows.
    ///
    /// # Errors
    /// When the provider cannot be asked where that is.
    pub fn address(
        &self,
        words: Words<'_>,
        anew: bool,
        now: Timestamp,
    ) -> Result<String, ProviderError> {
        let metadata = self.metadata(now)?;
        let client = CoreClient::from_provider_metadata(
            (*metadata).clone(),
            ClientId::new(self.settings.client.clone()),
            None,
        )
        .set_redirect_uri(self.redirect()?);
        let verifier = PkceCodeVerifier::new(words.verifier.to_owned());
        let (state, nonce) = (words.state.to_owned(), words.nonce.to_owned());
        let mut request = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        for scope in &self.settings.scopes {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        for level in &self.settings.levels {
            request =
                request.add_auth_context_value(AuthenticationContextClass::new(level.clone()));
        }
        if anew {
            request = request
                .add_prompt(CoreAuthPrompt::Login)
                .set_max_age(std::time::Duration::ZERO);
        }
        Ok(request.url().0.to_string())
    }

    /// Redeems what a browser came back with: whom the provider vouches for.
    ///
    /// # Errors
    /// When the provider cannot be asked, or its answer is not to be believed.
    pub fn redeem(
        &self,
        words: Words<'_>,
        answer: Answer<'_>,
        now: Timestamp,
    ) -> Result<Asserted, ProviderError> {
        let metadata = self.metadata(now)?;
        self.is_from(&metadata, answer.issuer)?;
        let code = answer.code.ok_or_else(|| refused("it holds no code"))?;
        let token = self.token(&metadata, words, code)?;
        let verified = match self.verify(&metadata, &token, words, now) {
            Err(ClaimsVerificationError::SignatureVerification(
                SignatureVerificationError::NoMatchingKey,
            )) => {
                let newest = self.metadata_again(now)?;
                self.verify(&newest, &token, words, now)
            }
            verified => verified,
        };
        let authenticated = verified.map_err(|error| refused(&error.to_string()))?;
        let payload = payload(&token.to_string())?;
        self.asserted(&payload, authenticated)
    }

    /// Where somebody is sent who has logged out here, so that the provider forgets them too. None when it offers no such
    /// place. The ID token is not kept for this: it may hold a CPR number. A provider may therefore ask whether to go on.
    pub fn logout_address(&self, now: Timestamp) -> Option<String> {
        let metadata = self.metadata(now).ok()?;
        let end = metadata
            .additional_metadata()
            .end_session_endpoint
            .clone()?;
        let after = PostLogoutRedirectUrl::new(self.settings.after_logout.clone()).ok()?;
        let request = LogoutRequest::from(end)
            .set_client_id(ClientId::new(self.settings.client.clone()))
            .set_post_logout_redirect_uri(after);
        Some(request.http_get_url().to_string())
    }

    /// The keys as they are kept, or read again.
    pub(crate) fn keys(
        &self,
        again: bool,
        now: Timestamp,
    ) -> Result<Vec<CoreJsonWebKey>, ProviderError> {
        let metadata = if again {
            self.metadata_again(now)?
        } else {
            self.metadata(now)?
        };
        Ok(metadata.jwks().keys().clone())
    }

    fn metadata(&self, now: Timestamp) -> Result<Arc<Metadata>, ProviderError> {
        self.metadata_no_older_than(KEPT, now)
    }

    fn metadata_again(&self, now: Timestamp) -> Result<Arc<Metadata>, ProviderError> {
        self.metadata_no_older_than(AGAIN, now)
    }

    fn metadata_no_older_than(
        &self,
        age: SignedDuration,
        now: Timestamp,
    ) -> Result<Arc<Metadata>, ProviderError> {
        let lock = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = lock().clone();
        if let Some(known) = &kept
            && now.duration_since(known.since).abs() < age
        {
            return Ok(known.metadata.clone());
        }
        let issuer = IssuerUrl::new(self.settings.issuer.clone()).map_err(unreachable)?;
        match Metadata::discover(&issuer, &self.fetch) {
            Ok(found) => {
                let metadata = Arc::new(found);
                *lock() = Some(Known {
                    metadata: metadata.clone(),
                    since: now,
                });
                Ok(metadata)
            }
            // What was known is better than nobody getting in.
            Err(error) => match kept {
                Some(known) => {
                    tracing::warn!(%error, "the identity provider says nothing new of itself");
                    Ok(known.metadata)
                }
                None => Err(unreachable(error)),
            },
        }
    }

    /// That the answer comes from this provider and no other (RFC 9207).
    fn is_from(&self, metadata: &Metadata, issuer: Option<&str>) -> Result<(), ProviderError> {
        let more = &metadata.additional_metadata().additional_metadata;
        match issuer {
            Some(issuer) if issuer != self.settings.issuer => {
                Err(refused("another issuer answers"))
            }
            None if more.authorization_response_iss_parameter_supported => {
                Err(refused("the answer does not name its issuer"))
            }
            Some(_) | None => Ok(()),
        }
    }

    fn token(
        &self,
        metadata: &Metadata,
        words: Words<'_>,
        code: &str,
    ) -> Result<CoreIdToken, ProviderError> {
        let client = CoreClient::from_provider_metadata(
            metadata.clone(),
            ClientId::new(self.settings.client.clone()),
            self.settings.secret.clone().map(ClientSecret::new),
        )
        .set_redirect_uri(self.redirect()?)
        .set_auth_type(auth_type(metadata));
        let answer: CoreTokenResponse = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(unreachable)?
            .set_pkce_verifier(PkceCodeVerifier::new(words.verifier.to_owned()))
            .request(&self.fetch)
            .map_err(|error| redeeming(&error))?;
        let token = answer.id_token().cloned();
        token.ok_or_else(|| refused("it gives no ID token"))
    }

    /// Checks signature, issuer, audience, times and nonce; gives when the person proved who they are.
    fn verify(
        &self,
        metadata: &Metadata,
        token: &CoreIdToken,
        words: Words<'_>,
        now: Timestamp,
    ) -> Result<Timestamp, ClaimsVerificationError> {
        let client = CoreClient::from_provider_metadata(
            metadata.clone(),
            ClientId::new(self.settings.client.clone()),
            None,
        );
        let (oldest, newest) = (second(now - FRESH), second(now + SKEW));
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(SIGNATURES)
            .set_time_fn(move || chrono_time(second(now - SKEW)))
            .set_issue_time_verifier_fn(move |issued| {
                let issued = issued.timestamp();
                if (oldest..=newest).contains(&issued) {
                    Ok(())
                } else {
                    Err(format!("issued at {issued}, which is not now"))
                }
            });
        let claims = token.claims(&verifier, &Nonce::new(words.nonce.to_owned()))?;
        let party = claims.authorized_party();
        if party.is_some_and(|party| party.as_str() != self.settings.client) {
            return Err(ClaimsVerificationError::InvalidAudience(
                "it is made for another party".to_owned(),
            ));
        }
        // A provider that does not say when may have known the person since this morning.
        let proved = claims.auth_time().map(|at| at.timestamp());
        let proved = proved.and_then(|second| Timestamp::from_second(second).ok());
        Ok(proved.unwrap_or(Timestamp::UNIX_EPOCH))
    }

    fn asserted(
        &self,
        payload: &Map<String, Value>,
        authenticated: Timestamp,
    ) -> Result<Asserted, ProviderError> {
        let claims = &self.settings.claims;
        let text = |name: &str| payload.get(name).and_then(Value::as_str).map(str::to_owned);
        Ok(Asserted {
            issuer: self.settings.issuer.clone(),
            user: claims
                .user(payload)
                .ok_or_else(|| refused("it names no user"))?,
            subject: text("sub").unwrap_or_default(),
            session: text("sid"),
            assurance: claims.assurance(payload),
            authenticated,
            controllers: claims.controllers(payload),
            units: claims.units(payload),
            functions: claims.functions(payload),
        })
    }

    fn redirect(&self) -> Result<RedirectUrl, ProviderError> {
        RedirectUrl::new(self.settings.redirect.clone()).map_err(unreachable)
    }
}

/// How Tråd shows the provider who it is: in the header unless the provider takes it in the body alone.
fn auth_type(metadata: &Metadata) -> AuthType {
    let methods = metadata.token_endpoint_auth_methods_supported();
    let takes = |method| methods.is_none_or(|methods| methods.contains(&method));
    if !takes(CoreClientAuthMethod::ClientSecretBasic)
        && takes(CoreClientAuthMethod::ClientSecretPost)
    {
        AuthType::RequestBody
    } else {
        AuthType::BasicAuth
    }
}

/// Everything a token that was verified says.
pub(crate) fn payload(token: &str) -> Result<Map<String, Value>, ProviderError> {
    let part = token.split('.').nth(1).unwrap_or_default();
    let bytes = URL_SAFE_NO_PAD.decode(part).ok();
    let read = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    read.ok_or_else(|| refused("its token cannot be read"))
}

type RedeemError = openidconnect::RequestTokenError<
    io::Error,
    openidconnect::StandardErrorResponse<openidconnect::core::CoreErrorResponseType>,
>;

fn redeeming(error: &RedeemError) -> ProviderError {
    match error {
        RedeemError::ServerResponse(answer) => refused(answer.error().as_ref()),
        RedeemError::Request(error) => unreachable(error),
        // Not what stood there: a claim could stand in the message, and it is logged.
        RedeemError::Parse(..) => refused("its answer cannot be read"),
        RedeemError::Other(error) => unreachable(error),
    }
}

pub(crate) fn refused(why: &str) -> ProviderError {
    ProviderError::Refused(why.to_owned())
}

fn unreachable(error: impl std::fmt::Display) -> ProviderError {
    ProviderError::Unreachable(error.to_string())
}

pub(crate) fn second(at: Timestamp) -> i64 {
    at.as_second()
}

fn chrono_time(second: i64) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp(second, 0).unwrap_or_default()
}
