// SPDX-License-Identifier: EUPL-1.2
//! Every address and the page behind it: the table of contents of the program.

use crate::page;
use crate::server::{Web, action, page as at};
use axum::Router;

/// All pages.
pub(crate) fn pages() -> Router<Web> {
    Router::new()
        .route("/", at(page::tasks::get, None))
        .route("/log-ind", at(page::login::get, Some(page::login::post)))
        .route("/log-ud", action(page::login::log_out))
        .route("/sprog", action(page::login::language))
        .route("/kladde", action(page::draft::post))
        .route("/meld", at(page::concern::get, Some(page::concern::post)))
        .route("/kvittering/{id}", at(page::receipt::get, None))
        .route(
            "/underretninger",
            at(page::inbox::notifications, Some(page::inbox::notifications)),
        )
        .route("/underretning/{id}", at(page::notification::get, None))
        .route(
            "/underretning/{id}/{step}",
            at(page::notification::get, Some(page::notification::post)),
        )
        .route(
            "/henvisninger",
            at(page::inbox::referrals, Some(page::inbox::referrals)),
        )
        .route("/henvisning/{id}", at(page::referral::get, None))
        .route(
            "/henvisning/{id}/{step}",
            at(page::referral::get, Some(page::referral::post)),
        )
        .route("/soeg", at(page::search::get, Some(page::search::post)))
        .route(
            "/kommune",
            at(page::kommune::get, Some(page::kommune::post)),
        )
}
