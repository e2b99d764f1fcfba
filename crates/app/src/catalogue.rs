// SPDX-License-Identifier: EUPL-1.2
//! The catalogue of this release: regions, municipalities and enumerations, part of the binary.

use crate::error::AppError;
use traad_domain::catalogue::Catalogue;

const FILES: [(&str, &str); 9] = [
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
        "agreement.toml",
        include_str!("../../../catalogue/agreement.toml"),
    ),
];

/// The catalogue of this release.
pub fn embedded_catalogue() -> Result<Catalogue, AppError> {
    Catalogue::parse(&FILES).map_err(AppError::internal)
}
