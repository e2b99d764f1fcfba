// SPDX-License-Identifier: EUPL-1.2
//! Where the pages of a child's check-ups stand.

use super::{Router, Web, at, form};

/// A child's check-ups, the offers of them in a region, and a child that comes to new surroundings.
pub(super) fn pages() -> Router<Web> {
    use crate::page::kommune::offer;
    use crate::page::work::checkups::{self, closing, onward};
    Router::new()
        .route("/tilbud/ny", form(offer::get, offer::post))
        .route("/tilbud/{tilbud}", form(offer::get, offer::post))
        .route(
            "/tilbud/{tilbud}/evaluering",
            form(offer::evaluate_get, offer::evaluate_post),
        )
        .route(
            "/tilbud/{tilbud}/nedlaeg",
            form(offer::close_get, offer::close_post),
        )
        .route(
            "/forloeb/{id}/barnets-opfoelgning",
            at(crate::page::pathway::checkups::get, None),
        )
        .route(
            "/forloeb/{id}/barnets-opfoelgning/sted",
            form(checkups::place_get, checkups::place_post),
        )
        .route(
            "/forloeb/{id}/barnets-opfoelgning/plan",
            form(checkups::plan_get, checkups::plan_post),
        )
        .route(
            "/forloeb/{id}/barnets-opfoelgning/kontakt",
            form(checkups::outreach_get, checkups::outreach_post),
        )
        .route(
            "/forloeb/{id}/barnets-opfoelgning/afslut",
            form(closing::get, closing::post),
        )
        .route(
            "/forloeb/{id}/barnets-opfoelgning/{opfoelgning}",
            form(checkups::tell_get, checkups::tell_post),
        )
        .route("/forloeb/{id}/overgang", form(onward::get, onward::post))
}
