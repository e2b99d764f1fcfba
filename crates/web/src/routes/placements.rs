// SPDX-License-Identifier: EUPL-1.2
//! Where the pages of a placement, and of coming of age, stand.

use super::{Router, Web, at, form};

/// Placements outside the home, and a young person who will be of age.
pub(super) fn pages() -> Router<Web> {
    use crate::page::work::{adulthood, placement};
    Router::new()
        .route(
            "/forloeb/{id}/voksenovergang",
            form(adulthood::get, adulthood::post),
        )
        .route(
            "/forloeb/{id}/samtale",
            form(adulthood::talk_get, adulthood::talk_post),
        )
        .route("/anbragte", at(crate::page::placed::get, None))
        .route(
            "/forloeb/{id}/anbringelse",
            at(crate::page::pathway::placement::get, None),
        )
        .route(
            "/forloeb/{id}/anbringelse/{trin}",
            form(placement::get, placement::post),
        )
}
