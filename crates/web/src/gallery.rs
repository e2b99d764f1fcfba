// SPDX-License-Identifier: EUPL-1.2
//! Example views of every page, used by the tests that look at all pages in both languages.
//!
//! All names are fictitious test names; no number belongs to anybody.

#![expect(clippy::too_many_lines, reason = "example data is a table, not logic")]

use crate::text::{Lang, T};
use crate::view::Page;
use crate::view::frame::{Frame, Reader, Section};

mod access;
mod agreement;
mod casework;
mod checks;
mod checkups;
mod child;
mod codes;
mod concern;
mod consent;
mod controller;
mod development;
mod inbox;
mod information;
mod leader;
mod log;
mod login;
mod own;
mod pathway;
mod picture;
mod placement;
mod plain;
mod planning;
mod signs;
mod staff;
mod tasks;
mod thread;
mod treatment;
mod work;

/// One example page.
pub(crate) struct Example {
    /// File name without ending, such as `opgaver-tom`.
    pub(crate) name: &'static str,
    /// Which part of the menu it belongs to; `None` shows the frame without a reader.
    pub(crate) section: Option<Section>,
    /// The view.
    pub(crate) page: Box<dyn Page>,
}

impl Example {
    pub(crate) fn new(name: &'static str, section: Section, page: impl Page + 'static) -> Self {
        Self {
            name,
            section: Some(section),
            page: Box::new(page),
        }
    }
}

/// Every example, in the language asked for.
pub(crate) fn examples(lang: Lang) -> Vec<Example> {
    let t = T::new(lang);
    let mut all = Vec::new();
    all.extend(plain::examples(&t));
    all.extend(login::examples(&t));
    all.extend(tasks::examples(&t));
    all.extend(concern::examples(&t));
    all.extend(inbox::examples(&t));
    all.extend(pathway::examples(&t));
    all.extend(work::examples(&t));
    all.extend(checkups::examples(&t));
    all.extend(child::examples(&t));
    all.extend(signs::examples(&t));
    all.extend(development::examples(&t));
    all.extend(thread::examples(&t));
    all.extend(placement::examples(&t));
    all.extend(consent::examples(&t));
    all.extend(information::examples(&t));
    all.extend(treatment::examples(&t));
    all.extend(own::examples(&t));
    all.extend(agreement::examples(&t));
    all.extend(leader::examples(&t));
    all.extend(access::examples(&t));
    all.extend(log::examples(&t));
    all.extend(staff::examples(&t));
    all.extend(controller::examples(&t));
    all
}

/// The frame around an example.
pub(crate) fn frame(lang: Lang, section: Option<Section>) -> Frame {
    Frame {
        t: T::new(lang),
        assets: "static".to_owned(),
        csrf: "0123456789abcdef".to_owned(),
        here: "/".to_owned(),
        reader: section.map(|section| Reader {
            name: "Mette Test Holm".to_owned(),
            function: say(lang, "familierådgiver", "family adviser"),
            unit: say(
                lang,
                "Familieafdelingen, Kystkommunen",
                "Family department, Kystkommunen",
            ),
            tasks: 12.into(),
            notifications: Some(3),
            referrals: Some(2),
            places: section == Section::Placed,
            leads: section == Section::Leader,
            audits: section == Section::Log,
            administers: section == Section::Staff,
            section,
        }),
        notice: None,
    }
}

/// One of two wordings: example data has both languages, as the real data has.
pub(crate) fn say(lang: Lang, danish: &str, english: &str) -> String {
    match lang {
        Lang::Da => danish.to_owned(),
        Lang::En => english.to_owned(),
    }
}
