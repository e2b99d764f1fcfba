// SPDX-License-Identifier: EUPL-1.2
//! Says plainly what is missing when the static files have not been assembled.

fn main() {
    println!("cargo::rerun-if-changed=ui/dist");
    if !std::path::Path::new("ui/dist/traad.css").exists() {
        println!(
            "cargo::error=crates/web/ui/dist is missing: run `npm ci && node build.mjs` in crates/web/ui"
        );
    }
}
