// SPDX-License-Identifier: EUPL-1.2
//! Where the pages of a child's assessment stand.

use super::{Router, Web, at, form};

/// A child's assessment, and what belongs to it.
pub(super) fn pages() -> Router<Web> {
    use crate::page::work::{child_followup, development, help, viso};
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
