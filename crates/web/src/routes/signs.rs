// SPDX-License-Identifier: EUPL-1.2
//! Where the pages of what is seen in a child stand.

use super::{Router, Web, at, form};

/// What is seen in a child, and the hypothesis that it was exposed before birth.
pub(super) fn pages() -> Router<Web> {
    use crate::page::work::{hypothesis, siblings, signs, wellbeing};
    Router::new()
        .route(
            "/forloeb/{id}/soeskende",
            form(siblings::get, siblings::post),
        )
        .route("/familier", at(crate::page::families::get, None))
        .route(
            "/forloeb/{id}/trivsel",
            form(wellbeing::affect_get, wellbeing::affect_post),
        )
        .route(
            "/forloeb/{id}/trivsel/stoette",
            form(wellbeing::support_get, wellbeing::support_post),
        )
        .route(
            "/forloeb/{id}/trivsel/vurdering",
            form(wellbeing::judge_get, wellbeing::judge_post),
        )
        .route("/tegn", form(signs::new_get, signs::new_post))
        .route(
            "/forloeb/{id}/tegn",
            at(crate::page::pathway::signs::get, None),
        )
        .route("/forloeb/{id}/tegn/ny", form(signs::get, signs::post))
        .route(
            "/forloeb/{id}/underret",
            form(signs::notify_get, signs::notify_post),
        )
        .route(
            "/forloeb/{id}/hypotese/ny",
            form(hypothesis::raise_get, hypothesis::raise_post),
        )
        .route(
            "/forloeb/{id}/hypotese/afproevning",
            form(hypothesis::test_get, hypothesis::test_post),
        )
        .route(
            "/forloeb/{id}/hypotese/konklusion",
            form(hypothesis::conclude_get, hypothesis::conclude_post),
        )
        .route(
            "/forloeb/{id}/hypotese/mor",
            form(hypothesis::told_get, hypothesis::told_post),
        )
}
