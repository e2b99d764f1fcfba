// SPDX-License-Identifier: EUPL-1.2
//! Cooperation agreements: reading, writing, proposing, approving, and what each answer does. They hold no word about any
//! pathway, so every employee may read them; leaders of the three parties write them (`domain::agreement`).

use crate::App;
use crate::act::log_row;
use crate::ctx::{Actor, Ctx};
use crate::error::AppError;
use crate::registry::{Versioned, agreement_id, kind};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use traad_domain::agreement::{
    self, Agreement, By, Contact, Draft, Forum, InForce, Party, QUESTIONS, Question, Standing,
    speaks_for, takes_part,
};
use traad_domain::entry::Topic;
use traad_domain::id::MunicipalityCode;
use traad_domain::policy::Denial;
use traad_domain::refusal::{NotNow, Refusal};
use traad_domain::time::local_date;
use traad_duty::rule::RuleInfo;
use traad_store::{Append, PutRecord, StoreError, Submission, Woken};

/// Which version of which agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementRef {
    /// The agreement.
    pub id: String,
    /// Its version.
    pub version: u32,
}

/// One version as a reader meets it.
#[derive(Debug, Clone)]
pub struct AgreementView {
    /// The version.
    pub agreement: Agreement,
    /// How often it has been written; a form carries it, so that nobody writes over somebody else.
    pub written: u32,
    /// The version of the frame that an annex adds to: the newest proposed one.
    pub frame: Option<Agreement>,
    /// Every version of the same agreement.
    pub versions: Vec<u32>,
    /// Annexes to it.
    pub annexes: Vec<Agreement>,
    /// The party the reader may write and approve for.
    pub party: Option<Party>,
    /// The forum it is anchored in.
    pub forum: Option<Forum>,
}

/// What an answer does: the rules that read it, or whose task it says who has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effect {
    /// Ids of the rules.
    pub rules: Vec<String>,
    /// In how many pathways they steer an open task of the reader's unit.
    pub pathways: usize,
}

/// A kommune in the overview.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// Which.
    pub municipality: MunicipalityCode,
    /// ISO 3166-2 code of its region on the day.
    pub region: String,
    /// What is in force.
    pub now: Option<InForce>,
    /// The version furthest on the way, when one is.
    pub coming: Option<(AgreementRef, Standing, Vec<Party>)>,
}

type Step<'a> = &'a dyn Fn(&Agreement, &[Agreement], By<'_>) -> Result<Agreement, Refusal>;

impl App {
    /// One version of an agreement.
    pub fn agreement_view(&self, ctx: &Ctx, of: &AgreementRef) -> Result<AgreementView, AppError> {
        let Versioned { version, value } = self.agreement_record(of)?;
        let all = self.agreements()?;
        let same = all.iter().filter(|a| a.id == of.id);
        let frame = value
            .frame
            .as_ref()
            .and_then(|id| newest_frame(&all, id))
            .cloned();
        let forum = value.forum.clone();
        Ok(AgreementView {
            versions: same.map(|a| a.version).collect(),
            annexes: all
                .iter()
                .filter(|a| a.frame.as_ref() == Some(&of.id))
                .cloned()
                .collect(),
            party: party(&ctx.actor, &value),
            forum: self
                .fora()?
                .into_iter()
                .find(|f| Some(&f.id) == forum.as_ref()),
            agreement: value,
            written: version,
            frame,
        })
    }

    fn agreement_record(&self, of: &AgreementRef) -> Result<Versioned<Agreement>, AppError> {
        self.find(kind::AGREEMENT, &agreement_id(&of.id, of.version))?
            .ok_or(AppError::NotFound)
    }

    /// The frames of a region that an annex can add to.
    pub fn frames(&self, region: &str) -> Result<Vec<Agreement>, AppError> {
        let own = |a: &&Agreement| !a.is_annex() && a.municipality.is_none() && a.region == region;
        let mut frames: Vec<Agreement> = self.agreements()?.iter().filter(own).cloned().collect();
        frames.sort_by(|a, b| (&a.id, b.version).cmp(&(&b.id, a.version)));
        frames.dedup_by(|a, b| a.id == b.id);
        Ok(frames)
    }

    /// Begins an agreement.
    pub fn draft_agreement(&self, ctx: &Ctx, wish: Draft) -> Result<AgreementRef, AppError> {
        if let Some(before) = self.written_before(ctx)? {
            return Ok(before);
        }
        let begun = agreement::draft(self.fresh_id(), wish, by(ctx));
        let begun = self.unless_refused(ctx, begun)?;
        self.keep_agreement(ctx, &begun, 0)?;
        Ok(AgreementRef {
            id: begun.id,
            version: begun.version,
        })
    }

    /// The version that the same form gave when it was sent before.
    fn written_before(&self, ctx: &Ctx) -> Result<Option<AgreementRef>, AppError> {
        let Some(sent) = &ctx.submission else {
            return Ok(None);
        };
        let author = ctx.actor.employment.id.as_str();
        let before = self
            .store
            .submitted(author, sent)
            .map_err(AppError::Unavailable)?;
        Ok(before.and_then(|result| {
            let (id, version) = result.rsplit_once('-')?;
            Some(AgreementRef {
                id: id.to_owned(),
                version: version.parse().ok()?,
            })
        }))
    }

    /// Changes a draft. `written` is what the form had seen.
    pub fn edit_agreement(
        &self,
        ctx: &Ctx,
        (of, written): (&AgreementRef, u32),
        change: &dyn Fn(&mut Agreement),
    ) -> Result<(), AppError> {
        self.step(ctx, (of, Some(written)), &|agreement, _, by| {
            agreement::edit(agreement, by, change)
        })
    }

    /// Sends a draft to its parties as the reader saw it (its [`Agreement::wording`]); refused, it names what is unanswered.
    pub fn propose_agreement(
        &self,
        ctx: &Ctx,
        of: &AgreementRef,
        seen: &str,
    ) -> Result<(), AppError> {
        self.step(ctx, (of, None), &|agreement, all, by| {
            let frame = agreement.frame.as_ref();
            let frame = frame.and_then(|id| newest_frame(all, id));
            let proposed = agreement::propose(agreement, frame, by)?;
            as_seen(agreement, seen)?;
            Ok(proposed)
        })
    }

    /// Approves what the reader saw (its [`Agreement::wording`]) for the reader's party.
    pub fn approve_agreement(
        &self,
        ctx: &Ctx,
        of: &AgreementRef,
        seen: &str,
    ) -> Result<(), AppError> {
        self.step(ctx, (of, None), &|agreement, _, by| {
            // Who may not, or has approved already, is told that first.
            let approved = agreement::approve(agreement, by)?;
            as_seen(agreement, seen)?;
            Ok(approved)
        })
    }

    /// Takes a proposed version back to be written on.
    pub fn send_agreement_back(&self, ctx: &Ctx, of: &AgreementRef) -> Result<(), AppError> {
        self.step(ctx, (of, None), &|agreement, _, by| {
            agreement::send_back(agreement, by)
        })
    }

    /// Begins the next version, in force from a day if approved by then.
    pub fn succeed_agreement(
        &self,
        ctx: &Ctx,
        of: &AgreementRef,
        from: Date,
    ) -> Result<AgreementRef, AppError> {
        if let Some(before) = self.written_before(ctx)? {
            return Ok(before);
        }
        let before = self.agreement_record(of)?.value;
        let next = agreement::succeed(&before, &self.agreements()?, from, by(ctx));
        let next = self.unless_refused(ctx, next)?;
        self.keep_agreement(ctx, &next, 0)?;
        Ok(AgreementRef {
            id: next.id,
            version: next.version,
        })
    }

    /// Ends an agreement after a last day.
    pub fn end_agreement(&self, ctx: &Ctx, of: &AgreementRef, last: Date) -> Result<(), AppError> {
        self.step(ctx, (of, None), &|agreement, _, by| {
            agreement::end(agreement, last, by)
        })
    }

    /// Writes the contact persons of the reader's own party.
    pub fn keep_own_contacts(
        &self,
        ctx: &Ctx,
        (of, written): (&AgreementRef, u32),
        own: &[Contact],
    ) -> Result<(), AppError> {
        self.step(ctx, (of, Some(written)), &|agreement, _, by| {
            agreement::keep_contacts(agreement, own.to_vec(), by)
        })
    }

    /// One step of one version, on what stands there now.
    fn step(
        &self,
        ctx: &Ctx,
        (of, seen): (&AgreementRef, Option<u32>),
        take: Step<'_>,
    ) -> Result<(), AppError> {
        if self.sent_before(ctx)? {
            return Ok(());
        }
        let found = self.agreement_record(of)?;
        if seen.is_some_and(|seen| seen != found.version) {
            return Err(changed());
        }
        let taken = take(&found.value, &self.agreements()?, by(ctx));
        let next = self.unless_refused(ctx, taken)?;
        self.keep_agreement(ctx, &next, found.version)?;
        for municipality in next.joining() {
            self.wake(&Woken::Municipality(municipality.as_str()), ctx.now)?;
        }
        Ok(())
    }

    /// What was decided; that somebody who leads no party tried is logged.
    fn unless_refused<T>(&self, ctx: &Ctx, decided: Result<T, Refusal>) -> Result<T, AppError> {
        if let Err(Refusal::NotNow(NotNow::NotAParty)) = &decided {
            self.log(ctx, "agreement", &[], Err(Denial::Function))?;
        }
        Ok(decided?)
    }

    fn keep_agreement(&self, ctx: &Ctx, next: &Agreement, before: u32) -> Result<(), AppError> {
        let id = agreement_id(&next.id, next.version);
        self.keep_record(ctx, (kind::AGREEMENT, &id), next, before)
    }

    /// Writes a record that people write by a form: once for each form sent, never over somebody else's version.
    pub(crate) fn keep_record<T: serde::Serialize>(
        &self,
        ctx: &Ctx,
        (kind, id): (&str, &str),
        value: &T,
        before: u32,
    ) -> Result<(), AppError> {
        let author = ctx.actor.employment.id.as_str();
        let record = PutRecord {
            kind: kind.to_owned(),
            id: id.to_owned(),
            expected_version: before,
            recorded_ms: ctx.now.as_millisecond(),
            recorded_by: author.to_owned(),
            document: serde_json::to_string(value).map_err(AppError::internal)?,
            index: None,
        };
        let append = Append {
            records: vec![record],
            submission: ctx.submission.as_ref().map(|sent| Submission {
                author: author.to_owned(),
                id: sent.clone(),
                result: id.to_owned(),
                recorded_ms: ctx.now.as_millisecond(),
            }),
            log: vec![log_row(ctx, kind, &[], Ok("own-unit"))],
            ..Append::default()
        };
        match self.store.append(append) {
            Ok(_) | Err(StoreError::AlreadyDone { .. }) => Ok(()),
            Err(StoreError::Conflict { .. }) => Err(changed()),
            Err(error) => Err(AppError::Unavailable(error)),
        }
    }

    /// What each answer does, by its code, for the reader's unit.
    pub fn effects(&self, ctx: &Ctx) -> Result<BTreeMap<&'static str, Effect>, AppError> {
        let unit = ctx.actor.unit.id.as_str();
        let steered = self
            .store
            .list_steered(unit)
            .map_err(AppError::Unavailable)?;
        let effect = |question: &'static Question| {
            let rules: Vec<String> = self
                .steered_by(question)
                .map(|rule| rule.id.clone())
                .collect();
            let pathways: BTreeSet<&String> = steered
                .iter()
                .filter(|(rule, _)| rules.contains(rule))
                .map(|(_, pathway)| pathway)
                .collect();
            (
                question.code,
                Effect {
                    pathways: pathways.len(),
                    rules,
                },
            )
        };
        Ok(QUESTIONS.iter().map(effect).collect())
    }

    /// The rules an answer steers: those that read its number, or those owed by whom it names.
    fn steered_by<'a>(&'a self, question: &'a Question) -> impl Iterator<Item = &'a RuleInfo> {
        let item = self
            .catalogue
            .list("agreement-items")
            .and_then(|list| list.item(question.item));
        let keys = item.map_or(&[][..], |item| item.links("keys"));
        let names_owner = question.asked && question.key.is_none();
        let owners: Vec<&str> = keys
            .iter()
            .filter_map(|key| key.strip_prefix("owner:"))
            .collect();
        let rulebook = &self.rules.rulebook;
        rulebook.rules().iter().filter(move |rule| {
            let found = rulebook.find(&rule.id);
            let mut keys = found.into_iter().flat_map(|(ix, _)| rulebook.keys_of(ix));
            let reads = question.key.is_some_and(|key| keys.any(|k| k == key));
            let owed = rule
                .owed_by
                .as_deref()
                .is_some_and(|owner| owners.contains(&owner));
            reads || (names_owner && owed)
        })
    }

    /// Every kommune with what is in force there and what is on its way (rows S2-055, S2-056).
    pub fn coverage(&self, day: Date) -> Result<Vec<Coverage>, AppError> {
        // Christiansø has a code and no council to make an agreement.
        let all = self.catalogue.municipalities().iter();
        let all = all.filter(|m| m.is_municipality);
        all.map(|m| self.coverage_of(&m.code, day)).collect()
    }

    /// One kommune of it.
    pub fn coverage_of(
        &self,
        municipality: &MunicipalityCode,
        day: Date,
    ) -> Result<Coverage, AppError> {
        let now = self.agreement_for(municipality, day)?;
        Ok(Coverage {
            municipality: municipality.clone(),
            region: self.region_of(municipality, day).unwrap_or_default(),
            coming: coming(&self.agreements()?, (municipality, day), now.as_ref()),
            now,
        })
    }

    /// How many open duties of the reader's unit have no limit because an agreement has no answer.
    pub fn unsettled(&self, ctx: &Ctx) -> Result<u64, AppError> {
        let unit = ctx.actor.unit.id.as_str();
        self.store
            .count_unsettled(unit)
            .map_err(AppError::Unavailable)
    }

    /// Registers a forum, or writes it anew.
    pub fn keep_forum(&self, ctx: &Ctx, forum: &Forum, before: u32) -> Result<(), AppError> {
        self.unless_refused(ctx, agreement::register(forum, by(ctx)))?;
        let id = forum.id.clone();
        self.keep_record(ctx, (kind::FORUM, &id), forum, before)
    }

    /// A forum with the version it was read at.
    pub fn forum(&self, id: &str) -> Result<Versioned<Forum>, AppError> {
        self.find(kind::FORUM, id)?.ok_or(AppError::NotFound)
    }

    /// The fora of a region, and of one kommune in it when one is asked for.
    pub fn fora_of(
        &self,
        region: &str,
        municipality: Option<&MunicipalityCode>,
    ) -> Result<Vec<Forum>, AppError> {
        let mut fora = self.fora()?;
        fora.retain(|f| {
            f.region == region
                && (f.municipality.is_none() || f.municipality.as_ref() == municipality)
        });
        fora.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(fora)
    }

    /// Whether the reader may write a kind of forum at all.
    pub fn leads_a_party(&self, ctx: &Ctx) -> bool {
        speaks_for(ctx.actor.employment.function, &ctx.actor.unit).is_some()
    }

    /// The kommune whose agreement concerns a unit most: its own.
    pub fn own_municipality<'a>(&self, ctx: &'a Ctx) -> Option<&'a MunicipalityCode> {
        ctx.actor.unit.municipality.as_ref()
    }
}

fn by(ctx: &Ctx) -> By<'_> {
    By {
        employment: &ctx.actor.employment,
        unit: &ctx.actor.unit,
        today: local_date(ctx.now),
    }
}

fn party(actor: &Actor, agreement: &Agreement) -> Option<Party> {
    takes_part(actor.employment.function, &actor.unit, agreement)
}

fn changed() -> AppError {
    AppError::Refused(conflict())
}

fn conflict() -> Refusal {
    Refusal::Conflict(Topic("agreement".to_owned()))
}

/// Nobody sends or approves words that were changed since they were read.
fn as_seen(agreement: &Agreement, seen: &str) -> Result<(), Refusal> {
    if agreement.wording() == seen {
        return Ok(());
    }
    Err(conflict())
}

/// The newest version of a frame that is no longer written on.
fn newest_frame<'a>(all: &'a [Agreement], id: &str) -> Option<&'a Agreement> {
    let sent = all
        .iter()
        .filter(|a| a.id == id && a.stage == agreement::Stage::Proposed);
    sent.max_by_key(|a| a.version)
        .or_else(|| all.iter().find(|a| a.id == id))
}

/// The version of a kommune's agreement that is on its way: neither in force nor ended, nor older than what is in force.
fn coming(
    all: &[Agreement],
    (municipality, day): (&MunicipalityCode, Date),
    now: Option<&InForce>,
) -> Option<(AgreementRef, Standing, Vec<Party>)> {
    let newer = |a: &&Agreement| now.is_none_or(|now| now.id != a.id || now.version < a.version);
    let own = |a: &&Agreement| {
        a.municipality.as_ref() == Some(municipality) || a.joining().contains(municipality)
    };
    let waits = |a: &&Agreement| {
        matches!(
            a.standing(municipality, day),
            Standing::Draft | Standing::Awaiting | Standing::Approved
        )
    };
    let found = all
        .iter()
        .filter(|a| !a.is_annex())
        .filter(own)
        .filter(newer)
        .filter(waits);
    let found = found.max_by_key(|a| (a.standing(municipality, day), a.version))?;
    let of = AgreementRef {
        id: found.id.clone(),
        version: found.version,
    };
    Some((
        of,
        found.standing(municipality, day),
        found.awaits(municipality),
    ))
}
