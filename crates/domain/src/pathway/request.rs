// SPDX-License-Identifier: EUPL-1.2
//! A request for information: asked, then answered.

use super::{Noted, Pathway};
use crate::body::{InformationRequested, RequestAnswered};
use crate::entry::Basis;
use crate::journal::Effective;

/// One request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// As it was asked.
    pub asked: Noted<InformationRequested>,
    /// What it rests on.
    pub basis: Basis,
    /// What the other unit said.
    pub answer: Option<Noted<RequestAnswered>>,
}

impl Request {
    pub(super) fn asked(all: &mut Vec<Self>, entry: &Effective<'_>, body: &InformationRequested) {
        all.push(Self {
            asked: Noted::of(entry, body.clone()),
            basis: entry.envelope.basis.clone(),
            answer: None,
        });
    }

    pub(super) fn answered(all: &mut [Self], entry: &Effective<'_>, body: &RequestAnswered) {
        let of = |request: &&mut Self| request.asked.body.reference == body.reference;
        if let Some(request) = all.iter_mut().find(of) {
            request.answer = Some(Noted::of(entry, body.clone()));
        }
    }
}

impl Pathway {
    /// The request with a reference.
    pub fn request(&self, reference: &str) -> Option<&Request> {
        let mut all = self.requests.iter();
        all.find(|r| r.asked.body.reference.as_str() == reference)
    }
}
