// SPDX-License-Identifier: EUPL-1.2
//! Where the pages of a birth and of a child's first time stand.

use super::{Router, Web, form};

/// Birth, loss, death, and the forms of a child's pathway.
pub(super) fn pages() -> Router<Web> {
    use crate::page::work::{adoption, birth, child, discharge, ending};
    Router::new()
        .route("/forloeb/{id}/foedsel", form(birth::get, birth::post))
        .route(
            "/forloeb/{id}/tab",
            form(ending::loss_get, ending::loss_post),
        )
        .route(
            "/forloeb/{id}/tab/vis",
            form(ending::show_get, ending::show_post),
        )
        .route(
            "/forloeb/{id}/doedsfald",
            form(ending::death_get, ending::death_post),
        )
        .route(
            "/forloeb/{id}/eksponering",
            form(child::exposure_get, child::exposure_post),
        )
        .route(
            "/forloeb/{id}/foraeldremyndighed",
            form(child::custody_get, child::custody_post),
        )
        .route(
            "/forloeb/{id}/adoption",
            form(adoption::get, adoption::post),
        )
        .route(
            "/forloeb/{id}/indlaeggelse",
            form(child::stay_get, child::stay_post),
        )
        .route(
            "/forloeb/{id}/abstinens",
            form(child::abstinence_get, child::abstinence_post),
        )
        .route(
            "/forloeb/{id}/foelger",
            form(child::injury_get, child::injury_post),
        )
        .route(
            "/forloeb/{id}/hjemkomst",
            form(child::home_get, child::home_post),
        )
        .route(
            "/forloeb/{id}/overlevering",
            form(discharge::get, discharge::post),
        )
}
