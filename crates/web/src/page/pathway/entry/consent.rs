// SPDX-License-Identifier: EUPL-1.2
//! Consents in words.

use super::{Lines, Tell, words};
use traad_domain::body::{
    Asking, ConsentExtended, ConsentGiven, ConsentHelp, ConsentNotPossible, ConsentRefused,
    ConsentScope, ConsentWithdrawn, Giver,
};
use traad_domain::category::Category;
use traad_domain::id::UnitId;

fn units(out: &mut Lines<'_>, label: &str, units: &[UnitId]) {
    let names: Vec<&str> = units
        .iter()
        .map(|unit| out.view.directory.name(unit))
        .collect();
    let names = names.join(", ");
    out.named(label, &names);
}

fn categories(out: &mut Lines<'_>, categories: &[Category]) {
    let words: Vec<String> = categories
        .iter()
        .map(|c| out.visit.t.of("work-category", c.code()))
        .collect();
    out.named("consent-about", &words.join(", "));
}

fn giver(out: &mut Lines<'_>, giver: &Giver) {
    let capacity = out.visit.t.of("consent-giver", giver.capacity.code());
    let who = if giver.name.trim().is_empty() {
        capacity
    } else {
        format!("{}, {capacity}", giver.name)
    };
    out.named("consent-by", &who);
}

fn scope(out: &mut Lines<'_>, scope: &ConsentScope) {
    out.coded("consent-way", "consent-direction", scope.direction.code());
    giver(out, &scope.giver);
    units(out, "consent-actors", &scope.actors);
    units(out, "consent-except", &scope.except);
    categories(out, &scope.categories);
    if let Some(purpose) = scope.purpose {
        out.coded("purpose", "consent-purpose", purpose.code());
    }
}

fn asking(out: &mut Lines<'_>, asking: &Asking) {
    out.coded("consent-form", "consent-form", asking.form.code());
    out.named(
        "consent-oral",
        asking.oral_because.as_deref().unwrap_or_default(),
    );
    out.named("consent-asked-by", &asking.asked_by);
    if asking.explained {
        out.sentence("consent-explained");
    }
}

impl Tell for ConsentGiven {
    fn tell(&self, out: &mut Lines<'_>) {
        scope(out, &self.scope);
        let law = words(out.visit, "consent-laws", &self.law);
        out.named("consent-law", &law);
        out.day("consent-from", Some(self.from));
        out.day("consent-until", self.until);
        asking(out, &self.asking);
    }
}

impl Tell for ConsentRefused {
    fn tell(&self, out: &mut Lines<'_>) {
        scope(out, &self.scope);
        asking(out, &self.asking);
    }
}

impl Tell for ConsentNotPossible {
    fn tell(&self, out: &mut Lines<'_>) {
        scope(out, &self.scope);
        out.text(&self.why);
        let tried = tried(out, &self.tried);
        out.named("consent-tried-line", &tried);
        out.day("consent-again-line", Some(self.ask_again));
        asking(out, &self.asking);
    }
}

fn tried(out: &Lines<'_>, tried: &[ConsentHelp]) -> String {
    let words = |help: &ConsentHelp| out.visit.t.of("consent-tried", help.code());
    let words: Vec<String> = tried.iter().map(words).collect();
    words.join(", ")
}

impl Tell for ConsentExtended {
    fn tell(&self, out: &mut Lines<'_>) {
        units(out, "consent-actors", &self.actors);
        categories(out, &self.categories);
        out.day("consent-until", self.until);
        asking(out, &self.asking);
    }
}

impl Tell for ConsentWithdrawn {
    fn tell(&self, out: &mut Lines<'_>) {
        units(out, "consent-towards", &self.actors);
        out.coded("consent-form", "consent-form", self.form.code());
        out.text(&self.note);
    }
}
