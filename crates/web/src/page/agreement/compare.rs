// SPDX-License-Identifier: EUPL-1.2
//! Two versions of an agreement side by side: only what differs, the title and the days as well as the answers.

use super::sheet::facts;
use super::{asked, label, values};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::agreement::ComparePage;
use crate::view::frame::Section;
use std::collections::BTreeSet;
use traad_app::{AgreementRef, AgreementView};
use traad_domain::agreement::{QUESTIONS, Question};

/// The page.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let of = asked(visit)?;
    let other: u32 = visit.param("other").parse().map_err(|_| Fault::NotFound)?;
    let ctx = visit.ctx()?;
    let other = AgreementRef {
        id: of.id.clone(),
        version: other,
    };
    let one = visit.app.agreement_view(&ctx, &of)?;
    let two = visit.app.agreement_view(&ctx, &other)?;
    let (before, after) = if one.agreement.version < two.agreement.version {
        (one, two)
    } else {
        (two, one)
    };
    let answers = QUESTIONS.iter().map(|question| {
        let lines = |view: &AgreementView| lines(visit, view, question);
        (label(visit, question), lines(&before), lines(&after))
    });
    let rows = headings(visit, &before, &after).into_iter().chain(answers);
    let version = |view: &AgreementView| {
        let number = i64::from(view.agreement.version);
        visit.t.a("agreement-version", &("n", number))
    };
    let page = ComparePage {
        title: after.agreement.title.clone(),
        back: paths::agreement(&of.id, of.version, ""),
        before: version(&before),
        after: version(&after),
        rows: rows.filter(|(_, was, is)| was != is).collect(),
    };
    visit.page(Section::Agreements, &page)
}

fn lines(visit: &Visit, view: &AgreementView, question: &Question) -> Vec<String> {
    values::lines(visit, &view.agreement.answers, question)
}

/// What stands above the answers: the title, the days, the forum and further parties.
fn headings(
    visit: &Visit,
    before: &AgreementView,
    after: &AgreementView,
) -> Vec<(String, Vec<String>, Vec<String>)> {
    let told = |view: &AgreementView| {
        let mut told = vec![(visit.t.s("agreement-title"), view.agreement.title.clone())];
        told.extend(facts(visit, view));
        told
    };
    let (before, after) = (told(before), told(after));
    let mut seen = BTreeSet::new();
    let labels = before.iter().chain(&after).map(|(label, _)| label);
    let labels = labels.filter(|label| seen.insert((*label).clone()));
    let of = |told: &[(String, String)], label: &String| {
        let found = told.iter().filter(|(one, _)| one == label);
        found.map(|(_, words)| words.clone()).collect()
    };
    let rows = labels.map(|label| (label.clone(), of(&before, label), of(&after, label)));
    rows.collect()
}
