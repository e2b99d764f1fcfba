// SPDX-License-Identifier: EUPL-1.2
//! What the writers write: concerns that open a pathway, and notes on their own pathway and on pathways they share.
//! Each change carries its submission in its text, so that what is stored can be matched with what was said.

use jiff::Timestamp;
use traad_app::{App, AppError, Clock, Ctx, RaiseForm, Subject};
use traad_domain::body::{PathwayKind, Prescribed, SupportNeed, Told, UseRecorded, UseSource};
use traad_domain::category::Category;
use traad_domain::decide::concern::{Notify, RaiseConcern, StatedDating};
use traad_domain::id::{EmploymentId, MunicipalityCode, PathwayId, PersonId};
use traad_domain::person::{Identity, Name};
use traad_domain::policy::Purpose;

/// Who opens pathways of their own.
pub(super) const MIDWIFE: &str = "demo-jordemoder-1";
/// Who shares the demonstration's pathways.
pub(super) const FAMILY: &str = "demo-familie-1";

/// Before a submission's id in what is written.
pub(super) const MARK: &str = "torture-";

/// The one instant of the run.
pub(super) fn now() -> Timestamp {
    "2026-03-03T08:00:00Z"
        .parse()
        .unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A clock that stands still.
#[derive(Debug, Clone, Copy)]
pub(super) struct StandingClock(pub(super) Timestamp);

impl Clock for StandingClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// Numbers from a seed (`SplitMix64`).
#[derive(Debug, Clone)]
pub(super) struct Numbers(u64);

impl Numbers {
    /// Numbers of their own for each list of seeds.
    pub(super) fn of(seeds: &[u64]) -> Self {
        seeds.iter().fold(Self(0), |mut numbers, seed| {
            numbers.0 ^= *seed;
            Self(numbers.next())
        })
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below another.
    pub(super) fn below(&mut self, most: u64) -> u64 {
        self.next() % most.max(1)
    }
}

/// The pathways the writers find there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// Those that all write to.
    pub(super) shared: Vec<String>,
    /// One for each writer.
    pub(super) own: Vec<String>,
}

impl Known {
    /// Those of the demonstration that run and the family department takes part in, and a new one for each writer.
    pub(super) fn prepare(app: &App, writers: u32) -> anyhow::Result<Self> {
        let mut known = Self::default();
        for pathway in app.store().list_pathways_after("", 100)? {
            let units = app.store().list_units_of(&pathway)?;
            let found = app.store().find_header(&pathway)?;
            let runs = found.is_some_and(|found| !found.header.closed);
            if runs && units.iter().any(|unit| unit == "fam-odense") {
                known.shared.push(pathway);
            }
        }
        for _ in 0..writers {
            let raised = app.raise_concern(&ctx(app, MIDWIFE, None)?, &concern("Findes ikke."))?;
            known.own.push(raised.pathway.as_str().to_owned());
        }
        Ok(known)
    }

    /// As words without blanks.
    pub(super) fn line(&self) -> String {
        format!("{} {}", self.shared.join(","), self.own.join(","))
    }

    /// Reads what [`Known::line`] wrote.
    pub(super) fn read(shared: &str, own: &str) -> Self {
        let list = |words: &str| words.split(',').map(str::to_owned).collect();
        Self {
            shared: list(shared),
            own: list(own),
        }
    }
}

/// One change, as it is sent: the same whenever it is sent again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// The submission's id.
    pub(super) id: String,
    /// Who sends it.
    pub(super) employment: String,
    /// The pathway a note is for; none opens one.
    pub(super) pathway: Option<String>,
}

impl Change {
    /// Carries it out, as the page would.
    pub(super) fn carry_out(&self, app: &App) -> Result<PathwayId, AppError> {
        let ctx = ctx(app, &self.employment, Some(self.id.clone()))?;
        let text = format!("{MARK}{}", self.id);
        match &self.pathway {
            None => Ok(app.raise_concern(&ctx, &concern(&text))?.pathway),
            Some(id) => app.write_note(&ctx, &PathwayId::new(id.as_str()), &text, Category::Social),
        }
    }
}

fn ctx(app: &App, employment: &str, submission: Option<String>) -> Result<Ctx, AppError> {
    let now = app.now();
    let actor = app.actor(&EmploymentId::new(employment), now)?;
    Ok(Ctx {
        actor: actor.ok_or(AppError::NotFound)?,
        now,
        purpose: Purpose::Care,
        submission,
    })
}

fn concern(text: &str) -> RaiseForm {
    let municipality = Some(MunicipalityCode::new("0461"));
    RaiseForm {
        subject: Subject {
            name: Name("Anna Test".into()),
            identity: Identity::Unknown {
                description: "findes ikke".into(),
            },
            phone: None,
            address: None,
            born: None,
        },
        concern: RaiseConcern {
            kind: PathwayKind::Pregnancy,
            subject: PersonId::new(""),
            municipality: municipality.clone(),
            region: String::new(),
            dating: Some(StatedDating::Week { weeks: 20, days: 1 }),
            signs: Vec::new(),
            words: text.into(),
            phase: "tidlig-opsporing".into(),
            uses: vec![alcohol()],
            support_need: SupportNeed::Yes,
            postponed: None,
            notify: Some(Notify {
                family_authority: true,
                municipality,
                text: "Drikker hver dag.".into(),
                told: Told::Yes,
                told_note: "Hun vil gerne have hjælp.".into(),
            }),
            already_notified: None,
            referrals: Vec::new(),
            adults: None,
        },
    }
}

fn alcohol() -> UseRecorded {
    UseRecorded {
        substance: "alkohol".into(),
        duration: None,
        frequency: Some("dagligt".into()),
        timing: None,
        weeks: None,
        amount: None,
        prescribed: Prescribed::No,
        prescriber: None,
        source: UseSource::Herself,
    }
}
