// SPDX-License-Identifier: EUPL-1.2
//! Logging in at an identity provider: OpenID Connect with authorization code, PKCE, `state`, `nonce` and `iss`, and both
//! ways of logging out. It knows no session, no employment and no page; what a provider says comes out as an
//! [`Asserted`](traad_domain::login::Asserted).
//!
//! Tokens are read by the crate `openidconnect`. How the provider is reached is handed in, so that tests can be one.

mod claims;
mod fetch;
mod logout;
mod provider;

pub use claims::Claims;
pub use fetch::{Fetch, Trust, fetch_over_tls};
pub use openidconnect::{HttpRequest, HttpResponse};
pub use provider::{Answer, Provider, ProviderError, Settings, Words};

pub use logout::LoggedOut;
