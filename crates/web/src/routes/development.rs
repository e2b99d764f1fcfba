// SPDX-License-Identifier: EUPL-1.2
//! Addresses around how a child develops: its assessment, the adults around it, its plan when it does not work, and advice.

use crate::page;
use crate::server::{Handler, Web, page as at};
use axum::Router;

/// The pages of a child's assessment, plan and what belongs to them.
pub(super) fn pages() -> Router<Web> {
    use page::work::{child_followup, development, help, viso};
    let form = |read: Handler, post: Handler| at(read, Some(post));
    Router::new()
        .route(
            "/forloeb/{id}/bidrag",
            form(
                development::contribution_get,
                development::contribution_post,
            ),
        )
        .route(
            "/forloeb/{id}/udredningstilbud",
            form(development::offer_get, development::offer_post),
        )
        .route(
            "/forloeb/{id}/livshistorie",
            form(development::life_get, development::life_post),
        )
        .route(
            "/forloeb/{id}/risikofaktor",
            form(development::influence_get, development::influence_post),
        )
        .route(
            "/forloeb/{id}/risikofaktor/slut",
            form(
                development::influence_end_get,
                development::influence_end_post,
            ),
        )
        .route(
            "/forloeb/{id}/omgivelser",
            form(
                development::surroundings_get,
                development::surroundings_post,
            ),
        )
        .route(
            "/forloeb/{id}/voksen-om-barnet",
            form(development::adult_get, development::adult_post),
        )
        .route(
            "/forloeb/{id}/viden",
            form(development::knowledge_get, development::knowledge_post),
        )
        .route("/forloeb/{id}/hjaelper", form(help::get, help::post))
        .route("/forloeb/{id}/hjaelper/ark", at(help::sheet, None))
        .route(
            "/forloeb/{id}/hjaelper/ark/hjem",
            at(help::sheet_at_home, None),
        )
        .route(
            "/forloeb/{id}/virkning",
            form(child_followup::effect_get, child_followup::effect_post),
        )
        .route("/forloeb/{id}/viso", form(viso::get, viso::post))
        .route(
            "/forloeb/{id}/viso/raad",
            form(viso::advice_get, viso::advice_post),
        )
}
