// SPDX-License-Identifier: EUPL-1.2
//! What the program does by itself or by hand on the command line: the ticker, verify, rebuild, expired drafts, drafts.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::project::Setting;
use crate::thread::Thread;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use traad_domain::body::Body;
use traad_domain::id::{EntryId, PathwayId};
use traad_domain::stored::{self, Place};
use traad_store::{
    Anchor, Draft, DraftKey, Inspected, Journal, Projection, Rederived, StoreError, VerifyReport,
    Woken,
};

/// How long a draft is kept. A proposal; no source gives a number.
pub const DRAFT_TIME: SignedDuration = SignedDuration::from_hours(30 * 24);

/// When the ticker was last here, milliseconds.
const TICKED: &str = "ticked";

/// Pathways derived anew in one step of the ticker.
const STEP: u32 = 100;

impl App {
    /// Derives every pathway anew in which something changed by the passing of time; gives their number.
    pub fn tick(&self) -> Result<usize, AppError> {
        let now = self.now();
        self.wake_turned(now)?;
        let mut count = 0;
        loop {
            let due = self
                .store
                .due_for_rederive(now.as_millisecond(), STEP)
                .map_err(AppError::Unavailable)?;
            if due.is_empty() {
                break;
            }
            let mut moved = 0;
            for pathway in due {
                let projection = self.projection_of(&pathway.pathway, now)?;
                let Some(projection) = projection else {
                    continue;
                };
                match self
                    .store
                    .replace_projection(&pathway.pathway, &pathway.head, projection)
                {
                    Ok(()) => moved += 1,
                    // Whoever moved the journal has derived it anew.
                    Err(StoreError::Moved { .. }) => {}
                    Err(error) => return Err(AppError::Unavailable(error)),
                }
            }
            if moved == 0 {
                break;
            }
            count += moved;
        }
        self.store
            .delete_expired(now.as_millisecond())
            .map_err(AppError::Unavailable)?;
        Ok(count)
    }

    /// Wakes the pathways of units in which somebody came, went or was away since the ticker was last here, and of units
    /// that began or ended.
    fn wake_turned(&self, now: Timestamp) -> Result<(), AppError> {
        let last = self
            .store
            .find_meta(TICKED)
            .map_err(AppError::Unavailable)?;
        let since = last.and_then(|ms| Timestamp::from_millisecond(ms.parse().ok()?).ok());
        let since = since.unwrap_or(now);
        let turned = |at: Timestamp| since < at && at <= now;
        let mut units = BTreeSet::new();
        let staff = self.staff()?;
        for employment in staff.all() {
            if employment.turns().any(turned) {
                units.insert(employment.unit.clone());
            }
        }
        for employment in staff.all().filter(|one| one.present_at(now)) {
            let ends = employment.leave.iter().filter_map(|leave| leave.to);
            if ends.into_iter().any(turned) {
                self.returned(employment, now)?;
            }
        }
        for unit in self.units()? {
            if unit.turns().into_iter().any(turned) {
                units.insert(unit.id);
            }
        }
        for unit in units {
            self.wake(&Woken::Unit(unit.as_str()), now)?;
        }
        self.store
            .update_meta(TICKED, &now.as_millisecond().to_string())
            .map_err(AppError::Unavailable)
    }

    /// Makes every projection again from the entries alone; gives the number of journals.
    pub fn rebuild(&self) -> Result<u64, AppError> {
        let (now, setting) = (self.now(), self.setting(self.now())?);
        self.store
            .rebuild(|journal| self.projected(journal, &setting, now))
            .map_err(|Rebuild(error)| error)
    }

    /// Derives every pathway anew, as after a change of rules or agreements, and writes what differs.
    pub fn rederive(&self) -> Result<Rederived, AppError> {
        let (now, setting) = (self.now(), self.setting(self.now())?);
        self.store
            .rederive(|journal| self.projected(journal, &setting, now))
            .map_err(|Rebuild(error)| error)
    }

    /// The projection of a journal that was read already; what it is joined with is read too.
    fn projected(
        &self,
        journal: &Journal,
        setting: &Setting,
        now: Timestamp,
    ) -> Result<Projection, Rebuild> {
        let alone = Thread::alone(journal).map_err(Rebuild)?;
        let alone = alone.map(|thread| self.with_birthday(thread));
        let projection = match alone.transpose().map_err(Rebuild)? {
            Some(thread) => self.project_in(&thread, &[], setting, now).map(|made| {
                let mut made = made.into_iter().map(|(_, projection)| projection);
                made.next()
            }),
            None => self.projection_of(&journal.pathway, now),
        };
        projection
            .map_err(Rebuild)?
            .ok_or(Rebuild(AppError::NotFound))
    }

    fn projection_of(&self, pathway: &str, now: Timestamp) -> Result<Option<Projection>, AppError> {
        let id = PathwayId::new(pathway);
        let Some(thread) = self.load_thread(&id)? else {
            return Ok(None);
        };
        let made = self.project(&thread, &[], now)?;
        Ok(made
            .into_iter()
            .find(|(made, _)| made == &id)
            .map(|(_, projection)| projection))
    }

    /// Shows that nothing was changed or taken away.
    pub fn verify(&self, anchor: Option<&Anchor>) -> Result<VerifyReport, AppError> {
        self.store
            .verify(anchor, inspect)
            .map_err(AppError::Unavailable)
    }

    /// Saves what was typed in a form, for the author alone.
    pub fn save_draft(
        &self,
        ctx: &Ctx,
        form: &str,
        key: &str,
        document: &str,
    ) -> Result<(), AppError> {
        let draft = Draft {
            key: draft_key(ctx, form, key),
            document: document.to_owned(),
            saved_ms: ctx.now.as_millisecond(),
            expires_ms: ctx
                .now
                .saturating_add(DRAFT_TIME)
                .map_or(i64::MAX, Timestamp::as_millisecond),
        };
        self.store
            .update_draft(draft)
            .map_err(AppError::Unavailable)
    }

    /// What the author had typed in a form, and when.
    pub fn draft(
        &self,
        ctx: &Ctx,
        form: &str,
        key: &str,
    ) -> Result<Option<(String, Timestamp)>, AppError> {
        let found = self
            .store
            .find_draft(&draft_key(ctx, form, key), ctx.now.as_millisecond());
        let found = found.map_err(AppError::Unavailable)?;
        Ok(found.map(|draft| {
            let saved = Timestamp::from_millisecond(draft.saved_ms).unwrap_or(ctx.now);
            (draft.document, saved)
        }))
    }

    /// Throws a draft away.
    pub fn drop_draft(&self, ctx: &Ctx, form: &str, key: &str) -> Result<(), AppError> {
        self.store
            .delete_draft(draft_key(ctx, form, key))
            .map_err(AppError::Unavailable)
    }
}

fn draft_key(ctx: &Ctx, form: &str, key: &str) -> DraftKey {
    DraftKey {
        author: ctx.actor.employment.id.as_str().to_owned(),
        form: form.to_owned(),
        key: key.to_owned(),
    }
}

/// What `verify` reads in a document.
fn inspect(document: &str) -> Result<Inspected, String> {
    let place = Place {
        pathway: PathwayId::new(""),
        seq: 0,
        id: EntryId::new("?"),
        recorded: Timestamp::UNIX_EPOCH,
    };
    let entry = stored::read(place, Some(document)).map_err(|error| error.to_string())?;
    let Some(written) = entry.written() else {
        return Ok(Inspected::default());
    };
    let mut erases = Vec::new();
    if let Body::Erased(erased) = &written.body {
        erases.extend(erased.entries.iter().map(|id| id.as_str().to_owned()));
    }
    Ok(Inspected {
        erases,
        topic: written.envelope.topic.as_ref().map(|t| t.0.clone()),
    })
}

/// Carries an error of the use case through the store's loop.
struct Rebuild(AppError);

impl From<StoreError> for Rebuild {
    fn from(error: StoreError) -> Self {
        Self(AppError::Unavailable(error))
    }
}
