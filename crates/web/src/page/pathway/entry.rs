// SPDX-License-Identifier: EUPL-1.2
//! Any entry in words: a title by its kind, and what it says line by line.
//!
//! The match over all kinds stands here, so that a new kind of entry cannot be forgotten; each kind's words stand in the
//! file of its group.

mod access;
mod child;
mod consent;
mod contract;
mod course;
mod effort;
mod inbox;
mod information;
mod people;
mod placement;
mod said;

use crate::page::kommune::{self, language};
use crate::paths;
use crate::server::Visit;
use crate::view::parts;
use std::collections::BTreeSet;
use traad_app::PathwayView;
use traad_domain::body::{Body, PathwayKind};
use traad_domain::entry::{Author, Basis, Written};
use traad_domain::id::{EntryId, MunicipalityCode, UnitId};
use traad_domain::journal::{Effective, effective};
use traad_domain::org::Function;
use traad_domain::time::{Occurred, Precision};

/// What one kind of entry says.
trait Tell {
    /// Adds its lines.
    fn tell(&self, out: &mut Lines<'_>);
}

/// The lines of one entry as they are gathered.
struct Lines<'a> {
    visit: &'a Visit,
    view: &'a PathwayView,
    said: Vec<String>,
}

impl Lines<'_> {
    /// A line as it was written; nothing when it is empty.
    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.said.push(text.trim().to_owned());
        }
    }

    /// `Begrundelse: …`; nothing when there is no value.
    fn named(&mut self, label: &str, value: &str) {
        if !value.trim().is_empty() {
            let label = self.visit.t.of("entry-label", label);
            self.said.push(format!("{label}: {}", value.trim()));
        }
    }

    /// `Svar: ja`, where the value is a code with words in the texts.
    fn coded(&mut self, label: &str, message: &str, code: &str) {
        let value = self.visit.t.of(message, code);
        self.named(label, &value);
    }

    /// Codes of a catalogue list, one after another.
    fn listed(&mut self, label: &str, list: &str, codes: &[String]) {
        let words: Vec<String> = codes
            .iter()
            .map(|code| words(self.visit, list, code))
            .collect();
        self.named(label, &words.join(", "));
    }

    /// A unit by its name.
    fn unit(&mut self, label: &str, unit: &UnitId) {
        let name = self.view.directory.name(unit).to_owned();
        self.named(label, &name);
    }

    /// A kommune by its name.
    fn kommune(&mut self, code: &MunicipalityCode) {
        let name = kommune::name(self.visit, code);
        self.named("kommune", &name);
    }

    /// A sentence of the texts.
    fn sentence(&mut self, code: &str) {
        let sentence = self.visit.t.of("entry-sentence", code);
        self.said.push(sentence);
    }

    /// A day.
    fn day(&mut self, label: &str, day: Option<jiff::civil::Date>) {
        if let Some(day) = day {
            let day = self.visit.t.date(day);
            self.named(label, &day);
        }
    }
}

/// What a page says for a code of the catalogue; the code itself when the list does not know it.
pub(crate) fn words(visit: &Visit, list: &str, code: &str) -> String {
    visit
        .app
        .catalogue()
        .words(list, code, language(visit))
        .unwrap_or(code)
        .to_owned()
}

/// With a capital first letter.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// An entry as it counts today, as a line of a list.
pub(crate) fn shown(visit: &Visit, view: &PathwayView, entry: &Effective<'_>) -> parts::Entry {
    let own = visit
        .login
        .as_ref()
        .is_some_and(|login| login.actor.unit.id == entry.author().unit);
    let mut said = lines(visit, view, entry.body);
    if entry.corrected {
        for before in earlier(view, entry.root) {
            let text = lines(visit, view, &before.body).join(" · ");
            said.push(visit.t.a("entry-before", &("text", text)));
        }
    }
    said.extend(ground(visit, entry));
    let closed = view.pathway.is_closed();
    parts::Entry {
        id: entry.root.as_str().to_owned(),
        at: moment(visit, entry.occurred()),
        by: by(visit, view, entry.author()),
        title: title(visit, entry.body),
        lines: said,
        mark: entry.corrected.then(|| visit.t.s("entry-corrected")),
        correct: (own && view.writes && !closed && correctable(entry.body))
            .then(|| paths::correction(view.id.as_str(), latest(view, entry.root).as_str())),
    }
}

/// On what ground something was passed on, where that is what the entry tells.
fn ground(visit: &Visit, entry: &Effective<'_>) -> Option<String> {
    let passes = matches!(entry.body, Body::Disclosed(_) | Body::HandoverSent(_));
    let words = match &entry.envelope.basis {
        Basis::Law { paragraph } => paragraph.clone(),
        Basis::Consent { .. } => visit.t.s("adult-basis.consent"),
        Basis::OwnRecord | Basis::System => return None,
    };
    let label = visit.t.of("entry-label", "basis");
    passes.then(|| format!("{label}: {words}"))
}

/// The entries of some kinds as lines, the last written first.
pub(crate) fn list(
    visit: &Visit,
    view: &PathwayView,
    fits: impl Fn(&Body) -> bool,
) -> Vec<parts::Entry> {
    let mut all = effective(&view.entries);
    all.retain(|entry| fits(entry.body));
    all.reverse();
    as_lines(visit, view, &all)
}

/// All entries as lines, what happened last first.
pub(crate) fn by_time(visit: &Visit, view: &PathwayView) -> Vec<parts::Entry> {
    let mut all = effective(&view.entries);
    all.sort_by_key(|entry| (entry.occurred().at, entry.seq));
    all.reverse();
    as_lines(visit, view, &all)
}

/// Interventions that one plan set going stand in one line.
fn as_lines(visit: &Visit, view: &PathwayView, all: &[Effective<'_>]) -> Vec<parts::Entry> {
    let mut list: Vec<parts::Entry> = Vec::new();
    let mut before: Option<&Effective<'_>> = None;
    for one in all {
        let line = shown(visit, view, one);
        let joins = before.is_some_and(|before| goes_with(before, one));
        match list.last_mut().filter(|_| joins) {
            Some(entry) => {
                entry.lines.splice(0..0, line.lines);
                entry.correct = None;
            }
            None => list.push(line),
        }
        before = Some(one);
    }
    list
}

/// Whether two interventions were set going in one go.
fn goes_with(one: &Effective<'_>, other: &Effective<'_>) -> bool {
    let both = [one, other]
        .iter()
        .all(|entry| matches!(entry.body, Body::InterventionStarted(_)) && !entry.corrected);
    both && one.recorded == other.recorded && one.author().employment == other.author().employment
}

/// `Udredning færdig`.
pub(crate) fn title(visit: &Visit, body: &Body) -> String {
    visit.t.of("entry", body.kind())
}

/// Who wrote it: `Mette Test Rådgiver, familierådgiver, Familieafdelingen i Odense`.
pub(crate) fn by(visit: &Visit, view: &PathwayView, author: &Author) -> String {
    if author.function == Function::CustodyHolder {
        return visit.t.a("entry-by-holder", &("name", author.name.clone()));
    }
    if author.function == Function::FosterCarer {
        return visit.t.a("entry-by-carer", &("name", author.name.clone()));
    }
    if author.function == Function::Citizen {
        let child = view.pathway.kind == Some(PathwayKind::Child);
        let key = if child {
            "entry-by-young"
        } else {
            "entry-by-herself"
        };
        return visit.t.s(key);
    }
    let unit = view.directory.name(&author.unit);
    match author.name.trim() {
        "" => unit.to_owned(),
        name => format!(
            "{name}, {}, {unit}",
            visit.t.of("function", author.function.code())
        ),
    }
}

/// When it happened, no more exactly than it is known.
pub(crate) fn moment(visit: &Visit, occurred: Occurred) -> String {
    match occurred.precision {
        Precision::Minute => visit.moment(occurred.at),
        Precision::Day => visit.t.weekday(occurred.date(), visit.today()),
        Precision::Month => visit
            .t
            .a("entry-month", &("date", visit.t.date(occurred.date()))),
        Precision::Unknown => visit.t.s("entry-undated"),
    }
}

/// What the system writes of its own accord is not corrected by hand, and neither is a withdrawal.
fn correctable(body: &Body) -> bool {
    !matches!(
        body,
        Body::PathwayOpened(_)
            | Body::NotificationReceived(_)
            | Body::JoinedWith(_)
            | Body::LinkedWith(_)
            | Body::AdulthoodPrepared(_)
            | Body::ChildPlaced(_)
            | Body::PlacementEnded(_)
            | Body::CarerSaid(_)
            | Body::HandoverSent(_)
            | Body::PathwayMoved(_)
            | Body::ChildDischarged(_)
            | Body::ConsentGiven(_)
            | Body::ConsentRefused(_)
            | Body::ConsentNotPossible(_)
            | Body::ConsentExtended(_)
            | Body::ConsentWithdrawn(_)
            | Body::ContractOffered(_)
            | Body::ContractSigned(_)
            | Body::ContractEnded(_)
            | Body::InformationRequested(_)
            | Body::RequestAnswered(_)
            | Body::EmergencyOpened(_)
            | Body::EmergencyEnded(_)
            | Body::EmergencyReviewed(_)
            | Body::SupervisionOpened(_)
            | Body::Disclosed(_)
            | Body::ShownToParty(_)
            | Body::KeptFromParty(_)
            | Body::CoordinatorAway(_)
            | Body::CoordinatorBack(_)
            | Body::Annulled(_)
            | Body::MovedHere(_)
            | Body::Erased(_)
    )
}

/// The entry and its corrections, oldest first.
fn versions<'a>(view: &'a PathwayView, root: &EntryId) -> Vec<(&'a EntryId, &'a Written)> {
    let mut chain: BTreeSet<&EntryId> = BTreeSet::new();
    let mut found = Vec::new();
    for entry in &view.entries {
        let Some(written) = entry.written() else {
            continue;
        };
        let corrects = written.envelope.corrects.as_ref();
        if &entry.id == root || corrects.is_some_and(|target| chain.contains(target)) {
            chain.insert(&entry.id);
            found.push((&entry.id, written));
        }
    }
    found
}

fn earlier<'a>(view: &'a PathwayView, root: &EntryId) -> Vec<&'a Written> {
    let mut all: Vec<&Written> = versions(view, root)
        .into_iter()
        .map(|(_, written)| written)
        .collect();
    all.pop();
    all.reverse();
    all
}

fn latest<'a>(view: &'a PathwayView, root: &'a EntryId) -> &'a EntryId {
    versions(view, root).last().map_or(root, |(id, _)| id)
}

/// What an entry says, line by line.
pub(crate) fn lines(visit: &Visit, view: &PathwayView, body: &Body) -> Vec<String> {
    let mut out = Lines {
        visit,
        view,
        said: Vec::new(),
    };
    of(body).tell(&mut out);
    out.said
}

#[expect(
    clippy::too_many_lines,
    reason = "a flat match with a line for each kind"
)]
fn of(body: &Body) -> &dyn Tell {
    match body {
        Body::PathwayOpened(b) => b,
        Body::ClosingProposed(b) => b,
        Body::PathwayClosed(b) => b,
        Body::PathwayReopened(b) => b,
        Body::JoinedWith(b) => b,
        Body::Dated(b) => b,
        Body::Birth(b) => b,
        Body::PregnancyLost(b) => b,
        Body::PregnancyEnded(b) => b,
        Body::ChildLost(b) => b,
        Body::Died(b) => b,
        Body::LinkedWith(b) => b,
        Body::ChildBorn(b) => b,
        Body::ExposureStated(b) => b,
        Body::ExposureDetailed(b) => b,
        Body::CustodyStated(b) => b,
        Body::ChildAdmitted(b) => b,
        Body::AbstinenceObserved(b) => b,
        Body::InjuryJudged(b) => b,
        Body::HomecomingAssessed(b) => b,
        Body::ChildDischarged(b) => b,
        Body::AdulthoodPrepared(b) => b,
        Body::ToldInTalk(b) => b,
        Body::ChildPlaced(b) => b,
        Body::PlacementHome(b) => b,
        Body::PlacementEnded(b) => b,
        Body::CarersTold(b) => b,
        Body::CarersOffered(b) => b,
        Body::CarersMatched(b) => b,
        Body::DifficultyJudged(b) => b,
        Body::BreakdownRiskJudged(b) => b,
        Body::CarersMeetingCalled(b) => b,
        Body::ParentsSupportOffered(b) => b,
        Body::ExposureConsidered(b) => b,
        Body::CarerSaid(b) => b,
        Body::HandoverSent(b) => b,
        Body::FamilyMoved(b) => b,
        Body::PathwayMoved(b) => b,
        Body::ConcernRaised(b) => b,
        Body::UseRecorded(b) => b,
        Body::DecisionPostponed(b) => b,
        Body::NotificationSent(b) => b,
        Body::NotificationReceived(b) => b,
        Body::AssessedAcutely(b) => b,
        Body::NotificationAcknowledged(b) => b,
        Body::NotificationForwarded(b) => b,
        Body::NotificationOutcome(b) => b,
        Body::NotifierInformed(b) => b,
        Body::SecondOpinionGiven(b) => b,
        Body::ChildsNeedAssessed(b) => b,
        Body::AdultAuthorityInformed(b) => b,
        Body::ReferralConsidered(b) => b,
        Body::ReferralSent(b) => b,
        Body::ReferralAccepted(b) => b,
        Body::ReferralDeclined(b) => b,
        Body::ReferralFollowedUp(b) => b,
        Body::ReferralCompleted(b) => b,
        Body::ConsentGiven(b) => b,
        Body::ConsentRefused(b) => b,
        Body::ConsentNotPossible(b) => b,
        Body::ContractOffered(b) => b,
        Body::ContractSigned(b) => b,
        Body::ContractEnded(b) => b,
        Body::DischargePlanned(b) => b,
        Body::ConsentExtended(b) => b,
        Body::ConsentWithdrawn(b) => b,
        Body::EmergencyOpened(b) => b,
        Body::EmergencyEnded(b) => b,
        Body::EmergencyReviewed(b) => b,
        Body::SupervisionOpened(b) => b,
        Body::CoordinatorAppointed(b) => b,
        Body::ExpectationsAgreed(b) => b,
        Body::CoordinatorLeft(b) => b,
        Body::CoordinatorAway(b) => b,
        Body::CoordinatorBack(b) => b,
        Body::TeamMemberJoined(b) => b,
        Body::TeamMemberLeft(b) => b,
        Body::AssessmentCompleted(b) => b,
        Body::ScreeningDone(b) => b,
        Body::LevelJudged(b) => b,
        Body::ResidentialOffered(b) => b,
        Body::PlanMade(b) => b,
        Body::InterventionStarted(b) => b,
        Body::InterventionEnded(b) => b,
        Body::PlanFollowedUp(b) => b,
        Body::MeetingCalled(b) => b,
        Body::MeetingHeld(b) => b,
        Body::MeetingDecided(b) => b,
        Body::SupportAgreed(b) => b,
        Body::TimesAsked(b) => b,
        Body::TimesAnswered(b) => b,
        Body::MeetingAnswered(b) => b,
        Body::MeetingMoved(b) => b,
        Body::MeetingCancelled(b) => b,
        Body::WishRecorded(b) => b,
        Body::OfferMade(b) => b,
        Body::StepTaken(b) => b,
        Body::DutyExplained(b) => b,
        Body::NoteWritten(b) => b,
        Body::ContactLogged(b) => b,
        Body::ParticipantRemoved(b) => b,
        Body::InformationRequested(b) => b,
        Body::RequestAnswered(b) => b,
        Body::Disclosed(b) => b,
        Body::ShownToParty(b) => b,
        Body::KeptFromParty(b) => b,
        Body::Annulled(b) => b,
        Body::MovedHere(b) => b,
        Body::Erased(b) => b,
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{Lang, MISSING, T};
    use traad_domain::body::KINDS;

    #[test]
    fn every_kind_of_entry_has_a_title() {
        for lang in [Lang::Da, Lang::En] {
            let t = T::new(lang);
            for kind in KINDS {
                let title = t.of("entry", kind);
                assert!(!title.contains(MISSING), "{title}");
            }
        }
    }
}
