// SPDX-License-Identifier: EUPL-1.2
//! The log on standard error: what the program does, by templates and numbers. Names, CPR numbers, addresses with ids and
//! anything typed never reach it; a test of the pages looks for them.

use crate::config::LogForm;
use tracing_subscriber::EnvFilter;

/// Our own words from `info` on, those of others when they warn.
const FILTER: &str = "warn,traad=info";

/// Begins to log. A second call changes nothing.
pub(crate) fn start(form: LogForm) {
    let log = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(FILTER))
        .with_writer(std::io::stderr);
    // Begun already: then the first form counts.
    let _ = match form {
        LogForm::Text => log.try_init(),
        LogForm::Json => log.json().flatten_event(true).try_init(),
    };
}
