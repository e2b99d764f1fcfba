// SPDX-License-Identifier: EUPL-1.2
//! The pages that are asked for, who asks for them, and how long the answers took.

use anyhow::{Context as _, bail, ensure};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;
use tower::ServiceExt as _;
use traad_app::{App, AtDoor};
use traad_domain::id::{EmploymentId, PathwayId};
use traad_domain::org::Employment;
use traad_store::{Owner, Paging, Show, Store, WorklistQuery};

/// Pathways of each length that pages are asked of.
const PATHWAYS: usize = 40;

/// Headers looked through for them.
const LOOKED_AT: u32 = 60_000;

/// A password of accounts that are thrown away with the file.
const PASSWORD: &str = "traad-bench-2026";

/// The program as a browser meets it, without a network.
pub(super) struct Answers<'a> {
    router: Router,
    runtime: &'a Runtime,
}

impl<'a> Answers<'a> {
    pub(super) fn of(app: Arc<App>, runtime: &'a Runtime) -> Self {
        Self {
            router: traad_web::server::router(app),
            runtime,
        }
    }

    /// The body of a page, compressed as it goes over the wire.
    pub(super) fn get(&self, path: &str, cookie: &str) -> anyhow::Result<Vec<u8>> {
        self.fetch(path, cookie, "gzip")
    }

    fn fetch(&self, path: &str, cookie: &str, encoding: &str) -> anyhow::Result<Vec<u8>> {
        let request = Request::get(path)
            .header(header::COOKIE, cookie)
            .header(header::ACCEPT_ENCODING, encoding)
            .body(Body::empty())?;
        let router = self.router.clone();
        self.runtime.block_on(async {
            let answer = router.oneshot(request).await?;
            ensure!(
                answer.status().is_success(),
                "`{path}` answers {}",
                answer.status()
            );
            Ok(to_bytes(answer.into_body(), usize::MAX).await?.to_vec())
        })
    }
}

/// Who asks for what.
type Visits = Vec<(String, String)>;

/// A unit by what it has to do.
struct Busy {
    unit: String,
    duties: u64,
}

/// People and pathways that pages are asked for.
pub(super) struct Sample {
    pub(super) entries: u64,
    pathways: u64,
    busiest: Busy,
    middle: Busy,
    units: usize,
    visits: Vec<(&'static str, Visits)>,
    /// Pathways of 300 entries, each with somebody of the unit that wrote most of it.
    long: Vec<(PathwayId, EmploymentId)>,
}

/// Logs people in, one of each unit.
struct Desk<'a> {
    app: &'a App,
    hash: String,
    staff: BTreeMap<String, Employment>,
    cookies: BTreeMap<String, String>,
}

impl Desk<'_> {
    /// For each pathway somebody of the unit that wrote most of it.
    fn authors(&self, ids: &[String]) -> anyhow::Result<Vec<(PathwayId, EmploymentId)>> {
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let author = main_author(self.app.store(), id)?;
            let employment = self.staff.get(&author);
            let employment = employment.with_context(|| format!("nobody works in `{author}`"))?;
            found.push((PathwayId::new(id.as_str()), employment.id.clone()));
        }
        Ok(found)
    }

    fn cookie(&mut self, unit: &str) -> anyhow::Result<String> {
        if let Some(cookie) = self.cookies.get(unit) {
            return Ok(cookie.clone());
        }
        let employment = self.staff.get(unit);
        let employment = employment.with_context(|| format!("nobody works in `{unit}`"))?;
        let name = format!("bench-{}-{unit}", self.app.fresh_id());
        self.app.put_account(&name, &self.hash, &employment.staff)?;
        let token = self.app.log_in(&name, PASSWORD, AtDoor::default())?;
        let token = token.session();
        let token = token.with_context(|| format!("`{name}` has more than one employment"))?;
        let cookie = format!("{}={}", traad_web::server::SESSION_COOKIE, token.0);
        self.cookies.insert(unit.to_owned(), cookie.clone());
        Ok(cookie)
    }
}

impl Sample {
    pub(super) fn take(app: &App, answers: &Answers<'_>) -> anyhow::Result<Self> {
        let now = app.now();
        let running = app.employments()?.into_iter().filter(|e| e.runs_at(now));
        let mut desk = Desk {
            app,
            hash: app.hash_password(PASSWORD)?,
            staff: running.map(|e| (e.unit.as_str().to_owned(), e)).collect(),
            cookies: BTreeMap::new(),
        };
        let mut busy = by_duties(app, desk.staff.keys())?;
        let units = busy.len();
        let middle = busy.swap_remove(units / 2);
        let busiest = busy
            .into_iter()
            .next()
            .context("no unit has anything to do")?;
        let Lengths {
            pathways,
            entries,
            fifty,
            three_hundred,
        } = Lengths::of(app.store())?;
        let mut visits = vec![
            (
                "tasks-largest",
                vec![("/".to_owned(), desk.cookie(&busiest.unit)?)],
            ),
            (
                "tasks-middle",
                vec![("/".to_owned(), desk.cookie(&middle.unit)?)],
            ),
        ];
        for (names, ids) in [
            (["pathway-50", "timeline-50"], &fifty),
            (["pathway-300", "timeline-300"], &three_hundred),
        ] {
            for (name, page) in names.into_iter().zip(["", "tidslinje"]) {
                let mut asked = Vec::new();
                for id in ids {
                    let cookie = desk.cookie(&main_author(app.store(), id)?)?;
                    asked.push((traad_web::paths::pathway(id, page), cookie));
                }
                if !asked.is_empty() {
                    visits.push((name, asked));
                }
            }
        }
        let long = desk.authors(&three_hundred)?;
        // Once round, so that nothing is measured that only happens the first time.
        for (path, cookie) in visits.iter().flat_map(|(_, visits)| visits) {
            answers.get(path, cookie)?;
        }
        Ok(Self {
            entries,
            pathways,
            busiest,
            middle,
            units,
            visits,
            long,
        })
    }

    /// What the access check costs on pathways of 300 entries.
    pub(super) fn access(&self, app: &App) -> anyhow::Result<Value> {
        let (mut decisions, mut deciding) = (0, Duration::ZERO);
        let (mut page, mut grounds, mut logging) =
            (Times::default(), Times::default(), Times::default());
        for (id, employment) in &self.long {
            let cost = app.measure_access(employment, id)?;
            decisions += cost.decisions;
            deciding += cost.deciding;
            page.0.push(cost.deciding.as_secs_f64());
            grounds.0.push(cost.grounds.as_secs_f64());
            logging.0.push(cost.logging.as_secs_f64());
        }
        Ok(json!({
            "what": "access",
            "decisions": decisions,
            "seconds": deciding.as_secs_f64(),
            "deciding": page.at(500),
            "grounds": grounds.at(500),
            "logging": logging.at(500),
        }))
    }

    pub(super) fn visits(&self) -> &[(&'static str, Visits)] {
        &self.visits
    }

    pub(super) fn tell(&self) -> Value {
        json!({
            "what": "country",
            "pathways": self.pathways,
            "entries": self.entries,
            "units": self.units,
            "largest": self.busiest.unit,
            "largest_duties": self.busiest.duties,
            "middle_duties": self.middle.duties,
        })
    }

    /// Bytes of the first page with everything it needs, compressed.
    pub(super) fn first_page(&self, answers: &Answers<'_>) -> anyhow::Result<usize> {
        let Some((path, cookie)) = self.visits.first().and_then(|(_, visits)| visits.first())
        else {
            bail!("nobody to ask for a page");
        };
        let html = String::from_utf8(answers.fetch(path, cookie, "identity")?)?;
        let mut needed: BTreeSet<String> = linked(&html, "\"/static/", '"');
        for sheet in needed.clone().iter().filter(|path| is_sheet(path)) {
            let text = String::from_utf8(answers.fetch(sheet, cookie, "identity")?)?;
            let (folder, _) = sheet.rsplit_once('/').unwrap_or_default();
            let found = text
                .split("url(")
                .skip(1)
                .filter_map(|rest| rest.split(')').next());
            let files = found.map(|file| file.trim_matches(['"', '\'']));
            needed.extend(
                files
                    .filter(|file| !file.starts_with("data:"))
                    .map(|file| format!("{folder}/{}", file.trim_start_matches("./"))),
            );
        }
        let mut bytes = answers.get(path, cookie)?.len();
        for file in &needed {
            // A style sheet names pictures that no page of ours shows; they are not built in.
            bytes += answers.get(file, cookie).map_or(0, |file| file.len());
        }
        Ok(bytes)
    }
}

/// How many pathways and entries there are, and some pathways of two lengths.
#[derive(Default)]
struct Lengths {
    pathways: u64,
    entries: u64,
    fifty: Vec<String>,
    three_hundred: Vec<String>,
}

impl Lengths {
    fn of(store: &Store) -> anyhow::Result<Self> {
        let mut lengths = Self::default();
        for (id, length) in headers(store)? {
            lengths.pathways += 1;
            lengths.entries += u64::from(length);
            let list = match length {
                45..=55 => &mut lengths.fifty,
                290..=320 => &mut lengths.three_hundred,
                _ => continue,
            };
            if list.len() < PATHWAYS {
                list.push(id);
            }
        }
        Ok(lengths)
    }
}

fn is_sheet(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|ending| ending == "css")
}

/// Addresses that begin like this, up to a closing sign.
fn linked(text: &str, begin: &str, end: char) -> BTreeSet<String> {
    let found = text
        .split(begin)
        .skip(1)
        .filter_map(|rest| rest.split(end).next());
    // An icon's part of a sheet is no file of its own.
    let files = found.filter_map(|file| file.split('#').next());
    files.map(|file| format!("/static/{file}")).collect()
}

/// Units with what they have to do, the busiest first.
fn by_duties<'a>(app: &App, units: impl Iterator<Item = &'a String>) -> anyhow::Result<Vec<Busy>> {
    let today = traad_domain::time::local_date(app.now());
    let mut busy = Vec::new();
    for unit in units {
        let query = WorklistQuery {
            unit: unit.clone(),
            owner: Owner::Unit,
            show: Show::Live,
            today,
            week_end: traad_app::week_end(today),
            count_to: u32::MAX,
            paging: Paging {
                offset: 0,
                limit: 0,
            },
        };
        let duties = app.store().worklist(&query)?.total.number;
        if duties > 0 {
            busy.push(Busy {
                unit: unit.clone(),
                duties,
            });
        }
    }
    busy.sort_by_key(|busy| std::cmp::Reverse(busy.duties));
    Ok(busy)
}

/// Every pathway with the length of its journal, as far as the sample needs it.
fn headers(store: &Store) -> anyhow::Result<Vec<(String, u32)>> {
    let mut found: Vec<(String, u32)> = Vec::new();
    loop {
        let after = found.last().map(|(id, _)| id.clone()).unwrap_or_default();
        let ids = store.list_pathways_after(&after, LOOKED_AT)?;
        if ids.is_empty() {
            return Ok(found);
        }
        for id in ids {
            let header = store
                .find_header(&id)?
                .context("a pathway without a header")?;
            found.push((id, header.head.seq));
        }
    }
}

/// The unit that wrote most of a pathway.
fn main_author(store: &Store, id: &str) -> anyhow::Result<String> {
    let journal = store.load_journal(PathwayId::new(id).as_str())?;
    let mut wrote: BTreeMap<String, usize> = BTreeMap::new();
    for entry in journal.context("the pathway is gone")?.entries {
        let document: Value = serde_json::from_str(entry.document.as_deref().unwrap_or("{}"))?;
        let unit = document.pointer("/author/unit").and_then(Value::as_str);
        *wrote
            .entry(unit.unwrap_or_default().to_owned())
            .or_default() += 1;
    }
    let most = wrote.into_iter().max_by_key(|(_, count)| *count);
    Ok(most.context("nobody wrote anything")?.0)
}

/// How long single answers took, in seconds.
#[derive(Debug, Default)]
pub(super) struct Times(Vec<f64>);

impl Times {
    pub(super) fn of(&mut self, call: impl FnOnce() -> anyhow::Result<()>) -> anyhow::Result<()> {
        let start = Instant::now();
        call()?;
        self.0.push(start.elapsed().as_secs_f64());
        Ok(())
    }

    /// The time so many of a thousand stayed below.
    fn at(&self, of_thousand: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let place = (sorted.len() * of_thousand).div_ceil(1_000);
        sorted
            .get(place.saturating_sub(1))
            .copied()
            .unwrap_or_default()
    }

    pub(super) fn tell(&self, what: &str) -> Value {
        json!({ "what": what, "p50": self.at(500), "p99": self.at(990), "requests": self.0.len() })
    }
}
