// SPDX-License-Identifier: EUPL-1.2
//! Every address of the program, read from the router's own files, so that a new one cannot be forgotten.

/// The router's own files: a test holds them against the folder.
pub(crate) const ROUTES: [&str; 6] = [
    include_str!("../../src/routes.rs"),
    include_str!("../../src/routes/births.rs"),
    include_str!("../../src/routes/checkups.rs"),
    include_str!("../../src/routes/development.rs"),
    include_str!("../../src/routes/placements.rs"),
    include_str!("../../src/routes/signs.rs"),
];

/// Every address of the router.
pub(crate) fn routes() -> Vec<&'static str> {
    let parts = ROUTES.iter().flat_map(|file| file.split(".route(").skip(1));
    let found = parts.map(|part| {
        let rest = part.trim_start().strip_prefix('"');
        let rest = rest.expect("an address is a plain literal");
        rest.split('"').next().expect("a closing quote")
    });
    found.collect()
}
