// SPDX-License-Identifier: EUPL-1.2
//! The static files inside the binary: Det Fælles Designsystem with our style, the script, the fonts.
//!
//! `ui/build.mjs` assembles them; nothing of the design system is committed.

use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "ui/dist/"]
struct Dist;

/// One static file by its path below the assets' address, such as `traad.css`.
pub fn find(path: &str) -> Option<EmbeddedFile> {
    Dist::get(path)
}

/// A short name that changes when the style or the script changes, for the address of the assets.
pub fn version() -> String {
    let mut sum: u64 = 0;
    for path in ["traad.css", "app.js"] {
        let bytes = find(path)
            .map(|file| file.metadata.sha256_hash())
            .unwrap_or_default();
        for byte in bytes.iter().take(8) {
            sum = sum.rotate_left(8) ^ u64::from(*byte);
        }
    }
    format!("{sum:016x}")
}

/// Every path, for tests.
pub fn paths() -> Vec<String> {
    Dist::iter().map(std::borrow::Cow::into_owned).collect()
}
