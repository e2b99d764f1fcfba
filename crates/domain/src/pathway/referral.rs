// SPDX-License-Identifier: EUPL-1.2
//! A referral through its life: each state holds what is true in it.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold hands over only the kinds of this file"
)]

use super::Noted;
use crate::body::{
    Body, HerAnswer, ReferralAccepted, ReferralCompleted, ReferralConsidered, ReferralDeclined,
    ReferralFollowedUp, ReferralSent, ReferralTarget,
};
use crate::id::RefId;
use crate::journal::Effective;

/// One referral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referral {
    /// Its reference.
    pub reference: RefId,
    /// Where to.
    pub target: ReferralTarget,
    /// Her latest answer.
    pub answer: HerAnswer,
    /// As it was sent, when it was.
    pub sent: Option<Noted<ReferralSent>>,
    /// Where it stands.
    pub state: ReferralState,
}

/// Where a referral stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReferralState {
    /// Not sent: she has not been asked, or said no.
    Considered(Noted<ReferralConsidered>),
    /// Waiting for the receiver.
    Sent,
    /// Taken on.
    Accepted(Noted<ReferralAccepted>),
    /// Declined; followed up by the sender or not.
    Declined(Noted<ReferralDeclined>, Option<Noted<ReferralFollowedUp>>),
    /// Done.
    Completed(Noted<ReferralCompleted>),
}

impl ReferralState {
    /// As a code for lists.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Considered(considered) if considered.body.answer == HerAnswer::No => "refused",
            Self::Considered(_) => "not-asked",
            Self::Sent => "sent",
            Self::Accepted(_) => "accepted",
            Self::Declined(_, None) => "declined",
            Self::Declined(_, Some(_)) => "followed-up",
            Self::Completed(_) => "completed",
        }
    }
}

impl Referral {
    /// Whether the receiver has taken it on.
    pub fn is_accepted(&self) -> bool {
        matches!(
            self.state,
            ReferralState::Accepted(_) | ReferralState::Completed(_)
        )
    }

    pub(super) fn apply(all: &mut Vec<Self>, entry: &Effective<'_>) {
        match entry.body {
            Body::ReferralConsidered(b) => {
                let state = ReferralState::Considered(Noted::of(entry, b.clone()));
                Self::put(all, &b.reference, b.target, b.answer).state = state;
            }
            Body::ReferralSent(b) => {
                let this = Self::put(all, &b.reference, b.target, b.answer);
                this.sent = Some(Noted::of(entry, b.clone()));
                this.state = ReferralState::Sent;
            }
            Body::ReferralAccepted(b) => {
                Self::set(
                    all,
                    &b.reference,
                    ReferralState::Accepted(Noted::of(entry, b.clone())),
                );
            }
            Body::ReferralDeclined(b) => {
                Self::set(
                    all,
                    &b.reference,
                    ReferralState::Declined(Noted::of(entry, b.clone()), None),
                );
            }
            Body::ReferralFollowedUp(b) => {
                let found = all.iter_mut().find(|r| r.reference == b.reference);
                if let Some(Self {
                    state: ReferralState::Declined(_, followed),
                    ..
                }) = found
                {
                    *followed = Some(Noted::of(entry, b.clone()));
                }
            }
            Body::ReferralCompleted(b) => {
                Self::set(
                    all,
                    &b.reference,
                    ReferralState::Completed(Noted::of(entry, b.clone())),
                );
            }
            _ => {}
        }
    }

    fn put<'a>(
        all: &'a mut Vec<Self>,
        reference: &RefId,
        target: ReferralTarget,
        answer: HerAnswer,
    ) -> &'a mut Self {
        let place = all
            .iter()
            .position(|r| &r.reference == reference)
            .unwrap_or_else(|| {
                all.push(Self {
                    reference: reference.clone(),
                    target,
                    answer,
                    sent: None,
                    state: ReferralState::Sent,
                });
                all.len() - 1
            });
        #[expect(clippy::indexing_slicing, reason = "the place was just found or made")]
        let this = &mut all[place];
        this.answer = answer;
        this
    }

    fn set(all: &mut [Self], reference: &RefId, state: ReferralState) {
        if let Some(this) = all.iter_mut().find(|r| &r.reference == reference) {
            this.state = state;
        }
    }
}
