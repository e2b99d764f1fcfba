// SPDX-License-Identifier: EUPL-1.2
//! Bytes as the session's cookie.
#![no_main]
#![expect(
    dead_code,
    reason = "the site is that of the tests, and each target feeds one part of it"
)]

#[path = "../crates/web/tests/web/browser.rs"]
mod browser;
#[path = "../crates/web/tests/web/feed.rs"]
mod feed;
#[path = "../crates/web/tests/web/router.rs"]
mod router;

use feed::Cookies;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static FED: LazyLock<Cookies> = LazyLock::new(Cookies::new);

fuzz_target!(|bytes: &[u8]| FED.feed(bytes));
