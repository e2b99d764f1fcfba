// SPDX-License-Identifier: EUPL-1.2
//! What only shows when all files are read: names that name nothing, days that overlap.

use super::read::Reading;
use super::{Catalogue, CatalogueProblem, List, Municipality, Region};

/// What is wrong with an entry: its name, the field, the message.
type Found = (String, &'static str, String);

/// Everything wrong between entries.
pub(super) fn check(reading: &Reading) -> Vec<CatalogueProblem> {
    let catalogue = &reading.catalogue;
    let regions = catalogue
        .regions
        .iter()
        .filter_map(|region| successor(catalogue, region));
    let stays = catalogue
        .municipalities
        .iter()
        .flat_map(|found| stays(catalogue, found));
    let parents = catalogue.lists.values().flat_map(parents);
    regions
        .chain(stays)
        .chain(parents)
        .map(|(entry, field, message)| CatalogueProblem {
            file: reading.files.get(&entry).cloned().unwrap_or_default(),
            entry,
            field: field.to_owned(),
            message,
        })
        .collect()
}

/// A region is succeeded on the day after its last.
fn successor(catalogue: &Catalogue, region: &Region) -> Option<Found> {
    let next = region.succeeded_by.as_ref()?;
    let begins = catalogue.region(next).map(|found| found.from);
    let follows = begins.is_some() && region.to.and_then(|to| to.tomorrow().ok()) == begins;
    let message = format!("`{next}` must be a region that begins the day after this one ends");
    (!follows).then(|| (format!("region {}", region.id), "succeeded_by", message))
}

fn stays(catalogue: &Catalogue, municipality: &Municipality) -> Vec<Found> {
    let stays = &municipality.regions;
    let outside = stays.iter().filter(|stay| {
        catalogue.region(&stay.region).is_none_or(|region| {
            stay.from < region.from
                || region
                    .to
                    .is_some_and(|end| stay.to.is_none_or(|to| end < to))
        })
    });
    let outside =
        outside.map(|stay| format!("`{}` is no region that exists all these days", stay.region));
    let twice = stays
        .iter()
        .zip(stays.iter().skip(1))
        .filter(|(earlier, later)| earlier.to.is_none_or(|to| later.from <= to))
        .map(|_| "it lies in two regions on one day".to_owned());
    outside
        .chain(twice)
        .map(|message| {
            (
                format!("municipality {}", municipality.code),
                "regions",
                message,
            )
        })
        .collect()
}

/// An entry stands under one that itself stands under none.
fn parents(list: &List) -> Vec<Found> {
    list.items
        .iter()
        .filter_map(|item| {
            let parent = item.parent.as_ref()?;
            let fits = list
                .item(parent)
                .is_some_and(|found| found.parent.is_none());
            let message = format!(
                "`{parent}` of `{}` is no entry of the list that stands under none",
                item.id
            );
            (!fits).then(|| (format!("list {}", list.id), "parent", message))
        })
        .collect()
}
