// SPDX-License-Identifier: EUPL-1.2
//! The catalogue of this release: regions, municipalities and enumerations, part of the binary.

use crate::error::AppError;
use traad_domain::catalogue::Catalogue;

const FILES: [(&str, &str); 13] = [
    (
        "regions.toml",
        include_str!("../../../catalogue/regions.toml"),
    ),
    (
        "municipalities.toml",
        include_str!("../../../catalogue/municipalities.toml"),
    ),
    (
        "organisation.toml",
        include_str!("../../../catalogue/organisation.toml"),
    ),
    (
        "detection.toml",
        include_str!("../../../catalogue/detection.toml"),
    ),
    (
        "assessment.toml",
        include_str!("../../../catalogue/assessment.toml"),
    ),
    ("child.toml", include_str!("../../../catalogue/child.toml")),
    (
        "specialists.toml",
        include_str!("../../../catalogue/specialists.toml"),
    ),
    (
        "intervention.toml",
        include_str!("../../../catalogue/intervention.toml"),
    ),
    (
        "placement.toml",
        include_str!("../../../catalogue/placement.toml"),
    ),
    (
        "screening.toml",
        include_str!("../../../catalogue/screening.toml"),
    ),
    (
        "consent.toml",
        include_str!("../../../catalogue/consent.toml"),
    ),
    (
        "checkups.toml",
        include_str!("../../../catalogue/checkups.toml"),
    ),
    (
        "agreement.toml",
        include_str!("../../../catalogue/agreement.toml"),
    ),
];

/// The catalogue of this release.
pub fn embedded_catalogue() -> Result<Catalogue, AppError> {
    Catalogue::parse(&FILES).map_err(AppError::internal)
}
