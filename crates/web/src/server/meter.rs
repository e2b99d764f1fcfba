// SPDX-License-Identifier: EUPL-1.2
//! What operation wants to know, as numbers: answers by page and status, how long they took, and how the ticker fares.
//!
//! A page is named by its template (`/forloeb/{id}`), never by its address, so that no number here tells of anybody.
//! The form is that of Prometheus.

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use traad_app::Delivered;

/// Upper ends of the times that are counted, in seconds.
const STEPS: [f64; 8] = [0.005, 0.015, 0.05, 0.15, 0.5, 1.5, 5.0, 15.0];

/// One page with one kind of answer.
type Label = (String, String, u16);

/// Counts what the server does.
#[derive(Debug, Default)]
pub struct Meter {
    answers: Mutex<BTreeMap<Label, Times>>,
    in_flight: AtomicI64,
    /// Seconds since 1970 of the ticker's last whole round; 0 before the first.
    ticked: AtomicI64,
    ticks_failed: AtomicU64,
    derived: AtomicU64,
    letters: Letters,
}

/// Notices by e-mail: how many, and never to whom.
#[derive(Debug, Default)]
struct Letters {
    sent: AtomicU64,
    failed: AtomicU64,
    given_up: AtomicU64,
    waiting: AtomicU64,
}

#[derive(Debug, Default, Clone)]
struct Times {
    /// How many stayed below each step.
    below: [u64; STEPS.len()],
    count: u64,
    seconds: f64,
}

impl Meter {
    /// The ticker has looked at everything and derived so many pathways anew.
    pub fn ticked(&self, now: jiff::Timestamp, derived: usize) {
        self.ticked.store(now.as_second(), Ordering::Relaxed);
        self.derived.fetch_add(derived as u64, Ordering::Relaxed);
    }

    /// The ticker did not come through.
    pub fn tick_failed(&self) {
        self.ticks_failed.fetch_add(1, Ordering::Relaxed);
    }

    /// A round of sending notices.
    pub fn told(&self, round: Delivered) {
        let letters = &self.letters;
        letters.sent.fetch_add(round.sent, Ordering::Relaxed);
        letters.failed.fetch_add(round.failed, Ordering::Relaxed);
        letters
            .given_up
            .fetch_add(round.given_up, Ordering::Relaxed);
        letters.waiting.store(round.waiting, Ordering::Relaxed);
    }

    /// How many seconds ago the ticker came through; none before the first time.
    pub(super) fn since_tick(&self, now: jiff::Timestamp) -> Option<i64> {
        let ticked = self.ticked.load(Ordering::Relaxed);
        (ticked > 0).then(|| now.as_second() - ticked)
    }

    fn count(&self, label: Label, seconds: f64) {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let times = answers.entry(label).or_default();
        times.count += 1;
        times.seconds += seconds;
        for (below, step) in times.below.iter_mut().zip(STEPS) {
            *below += u64::from(seconds <= step);
        }
    }

    /// All numbers, as Prometheus reads them.
    pub fn text(&self) -> String {
        let answers = self
            .answers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let mut text = String::new();
        head(
            &mut text,
            "traad_request_seconds",
            "histogram",
            "Time to an answer, by page.",
        );
        for ((method, route, status), times) in &answers {
            let label = format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"");
            let name = "traad_request_seconds";
            let mut line = |end: &str, more: &str, value: &dyn std::fmt::Display| {
                // Writing to a String cannot fail.
                let _ = writeln!(text, "{name}_{end}{{{label}{more}}} {value}");
            };
            for (below, step) in times.below.iter().zip(STEPS) {
                line("bucket", &format!(",le=\"{step}\""), below);
            }
            line("bucket", ",le=\"+Inf\"", &times.count);
            line("sum", "", &times.seconds);
            line("count", "", &times.count);
        }
        for (name, kind, help, value) in self.numbers().into_iter().chain(self.letters.numbers()) {
            head(&mut text, name, kind, help);
            let _ = writeln!(text, "{name} {value}");
        }
        text
    }

    /// Name, kind, meaning and value of each single number.
    fn numbers(&self) -> [(&'static str, &'static str, &'static str, i128); 5] {
        [
            (
                "traad_requests_in_flight",
                "gauge",
                "Requests without an answer yet.",
                self.in_flight.load(Ordering::Relaxed).into(),
            ),
            (
                "traad_ticker_last_success_seconds",
                "gauge",
                "When the ticker last came through, in seconds since 1970.",
                self.ticked.load(Ordering::Relaxed).into(),
            ),
            (
                "traad_ticker_failures_total",
                "counter",
                "Rounds of the ticker that failed.",
                self.ticks_failed.load(Ordering::Relaxed).into(),
            ),
            (
                "traad_pathways_derived_total",
                "counter",
                "Pathways the ticker has derived anew.",
                self.derived.load(Ordering::Relaxed).into(),
            ),
            (
                "process_resident_memory_bytes",
                "gauge",
                "Memory in use.",
                resident().into(),
            ),
        ]
    }
}

impl Letters {
    fn numbers(&self) -> [(&'static str, &'static str, &'static str, i128); 4] {
        let number = |value: &AtomicU64| i128::from(value.load(Ordering::Relaxed));
        [
            (
                "traad_notices_sent_total",
                "counter",
                "Notices handed to the mail server.",
                number(&self.sent),
            ),
            (
                "traad_notices_failed_total",
                "counter",
                "Attempts that failed and are made again.",
                number(&self.failed),
            ),
            (
                "traad_notices_given_up_total",
                "counter",
                "Notices that are tried no more.",
                number(&self.given_up),
            ),
            (
                "traad_notices_waiting",
                "gauge",
                "Recipients that something waits for.",
                number(&self.waiting),
            ),
        ]
    }
}

fn head(text: &mut String, name: &str, kind: &str, help: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

/// Bytes of memory the kernel counts as ours; 0 where it does not tell.
fn resident() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = pages.split(' ').nth(1).and_then(|pages| pages.parse().ok());
    pages.unwrap_or(0_u64) * 4096
}

/// Counts one request while it is answered, and says so in the log, by its template.
pub(super) async fn measure(
    State(meter): State<Arc<Meter>>,
    asked: Request,
    next: Next,
) -> Response {
    let route = asked
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", MatchedPath::as_str)
        .to_owned();
    // Whatever a client calls a method of its own is not repeated.
    let method = match asked.method().as_str() {
        known @ ("GET" | "HEAD" | "POST") => known.to_owned(),
        _ => "OTHER".to_owned(),
    };
    let begun = Instant::now();
    let held = InFlight::begin(meter);
    let answer = next.run(asked).await;
    let seconds = begun.elapsed().as_secs_f64();
    let status = answer.status().as_u16();
    tracing::info!(method, route, status, seconds, "answered");
    held.0.count((method, route, status), seconds);
    answer
}

/// Counts down again however the request ends, also when the client goes away.
struct InFlight(Arc<Meter>);

impl InFlight {
    fn begin(meter: Arc<Meter>) -> Self {
        meter.in_flight.fetch_add(1, Ordering::Relaxed);
        Self(meter)
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.in_flight.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_counted_into_steps_that_include_each_other() {
        let meter = Meter::default();
        let label = || ("GET".to_owned(), "/forloeb/{id}".to_owned(), 200);
        meter.count(label(), 0.01);
        meter.count(label(), 2.0);
        let text = meter.text();
        let line = |le: &str| {
            format!(
                "traad_request_seconds_bucket{{method=\"GET\",route=\"/forloeb/{{id}}\",status=\"200\",le=\"{le}\"}}"
            )
        };
        for (le, count) in [
            ("0.005", 0),
            ("0.015", 1),
            ("1.5", 1),
            ("5", 2),
            ("+Inf", 2),
        ] {
            assert!(
                text.contains(&format!("{} {count}\n", line(le))),
                "{le}: {text}"
            );
        }
    }
}
