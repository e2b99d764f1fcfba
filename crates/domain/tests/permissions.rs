// SPDX-License-Identifier: EUPL-1.2
//! The whole of who may read what, printed from the question itself: function × relation × category × action × consent.
//!
//! `docs/permissions.txt` is compared with what `may` answers today, so that no answer changes unseen. Categories and
//! functions with the same answers stand in one line. Written again with `TRAAD_WRITE=1 cargo test -p traad-domain --test
//! permissions`.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use jiff::Timestamp;
use jiff::civil::{Date, date};
use std::fmt::Write as _;
use std::sync::Arc;
use traad_domain::body::{
    Asking, Body, Capacity, CarersTold, ChildPlaced, ConsentForm, ConsentGiven, ConsentPurpose,
    ConsentRefused, ConsentScope, ConsentWithdrawn, CustodyState, CustodyStated, Direction,
    EmergencyEnded, EmergencyOpened, ExposureDetailed, Giver, PathwayKind, PathwayOpened,
    PlacementEnded, PlacementEnding, PlacementHome, SupervisionOpened, SupervisionPurpose,
};
use traad_domain::category::Category;
use traad_domain::entry::{
    Author, Basis, Content, Entry, Envelope, PartyVisibility, Share, Written,
};
use traad_domain::id::{
    ControllerId, EmploymentId, EntryId, PathwayId, PersonId, RefId, StaffId, UnitId,
};
use traad_domain::org::{Employment, Function};
use traad_domain::pathway::Pathway;
use traad_domain::policy::{Action, Asked, Consents, Denial, Purpose, Reader, may};
use traad_domain::time::Occurred;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/permissions.txt");

const HEAD: &str = "\
Who may read what, and why. Printed by a test from the question `may` itself; not edited by hand.

An entry was written by a unit about a person. The reader works in another unit, or in the same one. `relation` is what ties
the reader's unit to the entry; `consent` is the state of a consent to everything that can be consented to, which names the
reader's unit, given by the person the entry is about, unless it says otherwise. Each line ends with the answer and its reason.
After that the same without any consent, for each state of a nødadgang or a ledelsestilsyn (`grant`) of the reader.
At last a child's pathway, by the child's age: what those with custody, the child itself and its carers read on pages of their own.

";

/// What ties the reader's unit to an entry.
const RELATIONS: [&str; 8] = [
    "wrote it",
    "was sent it by law",
    "was sent it on consent",
    "was sent it on the consent that must run",
    "it is about the reader",
    "it is about the reader and kept from the party",
    "none",
    "none, and the entry is restricted",
];

/// More of them that count when there is a grant.
const TREATMENT: &str = "none, and the substance treatment wrote it";

/// Who is on a page of the own in a child's pathway.
const FAMILY: [&str; 6] = [
    "who has custody",
    "who has custody no more",
    "who may have it, and it is not settled",
    "the child itself",
    "who cares for the placed child",
    "who cared for it until the placement ended",
];

/// What an entry of a child's pathway is.
const OF_THE_CHILD: [&str; 7] = [
    "plain",
    "kept from the party",
    "restricted",
    "about another person too",
    "told in a talk first",
    "written by another of the family",
    "restricted and told to the carers",
];

/// On which days it is asked.
const AGES: [(&str, &str); 5] = [
    ("9 years", "2019-05-06T10:00:00Z"),
    ("the day before 15", "2025-05-05T10:00:00Z"),
    ("15 years", "2025-05-06T10:00:00Z"),
    ("the day before 18", "2028-05-05T10:00:00Z"),
    ("18 years", "2028-05-06T10:00:00Z"),
];

/// Where a grant stands.
const GRANTS: [&str; 9] = [
    "nødadgang runs",
    "nødadgang was ended",
    "nødadgang has run out",
    "nødadgang of a colleague",
    "nødadgang about another person",
    "ledelsestilsyn runs",
    "ledelsestilsyn has run out",
    "ledelsestilsyn of another leader",
    "ledelsestilsyn about another person",
];

/// Where a consent stands.
const STATES: [&str; 12] = [
    "none",
    "running",
    "begins later",
    "expired",
    "withdrawn",
    "refused",
    "to obtain",
    "to meet",
    "names another unit",
    "excepts the unit that wrote",
    "given by another person",
    "given by the partner",
];

fn now() -> Timestamp {
    "2026-03-03T09:00:00Z".parse().unwrap()
}

fn entry(seq: u32, about: &str, body: Body) -> Entry {
    entry_by("e", seq, about, body)
}

fn entry_by(employment: &str, seq: u32, about: &str, body: Body) -> Entry {
    let author = Author {
        employment: EmploymentId::new(employment),
        name: String::new(),
        unit: UnitId::new("registrar"),
        function: Function::Caseworker,
    };
    let envelope = Envelope {
        occurred: Occurred::at(now()),
        author: Arc::new(author),
        controller: ControllerId::new("c"),
        about: vec![PersonId::new(about)],
        category: Category::Coordination,
        restricted: true,
        visible_to_party_from: PartyVisibility::AtOnce,
        basis: Basis::OwnRecord,
        shared_with: Vec::new(),
        topic: None,
        corrects: None,
    };
    Entry {
        pathway: PathwayId::new("p"),
        seq,
        id: EntryId::new(format!("e{seq}")),
        recorded: now(),
        content: Content::Written(Arc::new(Written { envelope, body })),
    }
}

fn asking() -> Asking {
    Asking {
        on: date(2026, 1, 1),
        form: ConsentForm::Written,
        oral_because: None,
        explained: true,
        asked_by: String::new(),
    }
}

fn scope(state: &str) -> ConsentScope {
    let unit = |found: bool, unit: &str| found.then(|| UnitId::new(unit));
    let other = state == "names another unit";
    ConsentScope {
        direction: match state {
            "to obtain" => Direction::Obtain,
            "to meet" => Direction::Meet,
            _ => Direction::Disclose,
        },
        giver: Giver {
            capacity: if state == "given by the partner" {
                Capacity::Partner
            } else {
                Capacity::Woman
            },
            name: String::new(),
            custody: None,
        },
        actors: vec![UnitId::new(if other { "another" } else { "reader" })],
        except: unit(state == "excepts the unit that wrote", "writer")
            .into_iter()
            .collect(),
        categories: Category::ALL.to_vec(),
        purpose: Some(ConsentPurpose::Coordination),
    }
}

/// The consents of a pathway in which one stands so.
fn consents(state: &str) -> Pathway {
    let reference = RefId::new("c");
    let (from, until): (Date, Date) = match state {
        "begins later" => (date(2026, 5, 1), date(2026, 12, 31)),
        "expired" => (date(2026, 1, 1), date(2026, 3, 2)),
        _ => (date(2026, 1, 1), date(2026, 12, 31)),
    };
    let about = if state == "given by another person" {
        "another"
    } else {
        "anna"
    };
    let first = match state {
        "none" => return Pathway::default(),
        "refused" => Body::ConsentRefused(ConsentRefused {
            reference: reference.clone(),
            scope: scope(state),
            renewal_of: None,
            ask_again: None,
            asking: asking(),
        }),
        _ => Body::ConsentGiven(ConsentGiven {
            reference: reference.clone(),
            scope: scope(state),
            law: "fvl-28".into(),
            from,
            until: Some(until),
            asking: asking(),
        }),
    };
    let mut entries = vec![entry(1, about, first)];
    if state == "withdrawn" {
        let body = Body::ConsentWithdrawn(ConsentWithdrawn {
            reference,
            actors: Vec::new(),
            form: ConsentForm::Oral,
            note: String::new(),
        });
        entries.push(entry(2, about, body));
    }
    Pathway::fold(&entries)
}

/// A pathway in which a grant stands so.
fn granted(state: &str) -> Pathway {
    let reference = RefId::new("g");
    let until = if state.ends_with("has run out") {
        now()
    } else {
        "2026-03-03T10:00:00Z".parse().unwrap()
    };
    let body = if state.starts_with("nødadgang") {
        Body::EmergencyOpened(EmergencyOpened {
            reference: reference.clone(),
            reason: "liv og død".into(),
            until,
            reviewer: None,
        })
    } else {
        Body::SupervisionOpened(SupervisionOpened {
            reference: reference.clone(),
            purpose: SupervisionPurpose::Quality,
            until,
        })
    };
    let others = state.ends_with("of a colleague") || state.ends_with("of another leader");
    let about = if state.ends_with("another person") {
        "another"
    } else {
        "anna"
    };
    let by = if others { "other" } else { "e" };
    let mut entries = vec![entry_by(by, 1, about, body)];
    if state.ends_with("was ended") {
        let ended = Body::EmergencyEnded(EmergencyEnded { reference });
        entries.push(entry(2, about, ended));
    }
    Pathway::fold(&entries)
}

/// One question of the matrix.
struct Question<'a> {
    function: Function,
    relation: &'a str,
    category: Category,
    action: Action,
    purpose: Purpose,
}

/// On what it was sent, when it was.
fn basis(relation: &str) -> Option<Basis> {
    match relation {
        "was sent it by law" => Some(Basis::Law {
            paragraph: "BL § 133".into(),
        }),
        "was sent it on consent" => Some(Basis::Consent {
            note: "ja".into(),
            consent: None,
        }),
        "was sent it on the consent that must run" => Some(Basis::Consent {
            note: "ja".into(),
            consent: Some(RefId::new("c")),
        }),
        _ => None,
    }
}

fn answer(question: &Question<'_>, whole: &Pathway) -> String {
    let employment = Employment {
        id: EmploymentId::new("e"),
        staff: StaffId::new(if question.relation.starts_with("it is about") {
            "anna"
        } else {
            "s"
        }),
        name: String::new(),
        unit: UnitId::new("reader"),
        function: question.function,
        phone: None,
        from: Timestamp::UNIX_EPOCH,
        to: None,
        leave: Vec::new(),
    };
    let basis = basis(question.relation);
    let unit = employment.unit.clone();
    let shares: Vec<Share> = basis
        .map(|basis| Share { unit, basis })
        .into_iter()
        .collect();
    let wrote = question.relation == "wrote it";
    let by = Author {
        employment: EmploymentId::new("w"),
        name: String::new(),
        unit: UnitId::new("writer"),
        function: if question.relation == TREATMENT {
            Function::Therapist
        } else {
            Function::Caseworker
        },
    };
    let asked = Asked {
        origin: &UnitId::new(if wrote { "reader" } else { "writer" }),
        by: Some(&by),
        shares: &shares,
        about: &[PersonId::new("anna")],
        category: question.category,
        restricted: question.relation.ends_with("restricted")
            || question.category.always_restricted(),
        open_to_party: !question.relation.ends_with("kept from the party"),
        entry: None,
    };
    let reader = Reader {
        employment: &employment,
        purpose: question.purpose,
    };
    match may(reader, question.action, asked, Consents::of(whole), now()) {
        Ok(permit) => format!("yes: {}", permit.reason()),
        Err(Denial::Function) => "no: the function sees no pathway".into(),
        Err(Denial::NotEmployed) => "no: not employed".into(),
        Err(Denial::Outside | Denial::NoConsent) => "no".into(),
        Err(Denial::TeamOnly) => "no: for the team only".into(),
        Err(Denial::OnLeave) => "no: on leave".into(),
    }
}

/// Keys in their order, each with those that share its value.
fn grouped<K: Copy, V: PartialEq>(
    all: impl Iterator<Item = K>,
    value: impl Fn(K) -> V,
) -> Vec<(Vec<K>, V)> {
    let mut groups: Vec<(Vec<K>, V)> = Vec::new();
    for key in all {
        let found = value(key);
        match groups.iter_mut().find(|(_, known)| *known == found) {
            Some((keys, _)) => keys.push(key),
            None => groups.push((vec![key], found)),
        }
    }
    groups
}

/// The lines for one function and one action when there is a grant.
fn granted_lines(function: Function, action: Action) -> Vec<String> {
    let purpose = Purpose::Care;
    let mut lines = Vec::new();
    for relation in RELATIONS.into_iter().chain([TREATMENT]) {
        let of_state = |state: &str| {
            let whole = granted(state);
            grouped(Category::ALL.iter().copied(), |category| {
                let question = Question {
                    function,
                    relation,
                    category,
                    action,
                    purpose,
                };
                answer(&question, &whole)
            })
        };
        for (states, answers) in grouped(GRANTS.into_iter(), of_state) {
            lines.push(format!("  relation: {relation}"));
            lines.push(format!("  grant: {}", states.join(" | ")));
            lines.extend(answered(answers));
        }
    }
    lines
}

fn answered(answers: Vec<(Vec<Category>, String)>) -> impl Iterator<Item = String> {
    answers.into_iter().map(|(categories, answer)| {
        let codes: Vec<&str> = categories.iter().map(|c| c.code()).collect();
        if codes.len() == Category::ALL.len() {
            format!("    {answer} <- every category")
        } else {
            format!("    {answer} <- {}", codes.join(", "))
        }
    })
}

/// The lines for one function, one purpose and one action.
fn lines(function: Function, purpose: Purpose, action: Action) -> Vec<String> {
    let mut lines = Vec::new();
    for relation in RELATIONS {
        let of_state = |state: &str| {
            let whole = consents(state);
            grouped(Category::ALL.iter().copied(), |category| {
                let question = Question {
                    function,
                    relation,
                    category,
                    action,
                    purpose,
                };
                answer(&question, &whole)
            })
        };
        for (states, answers) in grouped(STATES.into_iter(), of_state) {
            lines.push(format!("  relation: {relation}"));
            lines.push(format!("  consent: {}", states.join(" | ")));
            lines.extend(answered(answers));
        }
    }
    lines
}

/// A child's pathway, born on 6 May 2010, with an exposure in its second entry.
fn childs((custody, holder): (CustodyState, &str), ended: bool) -> Pathway {
    let opened = Body::PathwayOpened(PathwayOpened {
        pathway: PathwayKind::Child,
        subject: PersonId::new("anna"),
        case_number: "c".into(),
        municipality: None,
    });
    let exposed = Body::ExposureDetailed(ExposureDetailed { uses: Vec::new() });
    let custody = Body::CustodyStated(CustodyStated {
        custody,
        holders: vec![holder.to_owned()],
    });
    let placement = RefId::new("pl");
    let placed = Body::ChildPlaced(ChildPlaced {
        placement: placement.clone(),
        kind: "specialiseret".into(),
        decided: date(2018, 5, 6),
        from: date(2018, 5, 6),
        until: None,
        parents: vec!["Bo".into()],
        deviation: None,
    });
    let home = Body::PlacementHome(PlacementHome {
        placement: placement.clone(),
        place: "p".into(),
        address: String::new(),
        phone: String::new(),
        carers: vec!["Gerda".into()],
    });
    let told = Body::CarersTold(CarersTold {
        placement: placement.clone(),
        needs: "n".into(),
        helps: "h".into(),
        triggers: String::new(),
        medicine: String::new(),
        adapted: String::new(),
        background: String::new(),
        call: "c".into(),
    });
    let over = ended.then(|| {
        Body::PlacementEnded(PlacementEnded {
            placement,
            how: PlacementEnding::Home,
            on: date(2019, 1, 1),
            cause: String::new(),
            without_offer: None,
        })
    });
    let all = [opened, exposed, custody, placed, home, told];
    let all = all.into_iter().chain(over);
    let entries: Vec<Entry> = (1..)
        .zip(all)
        .map(|(n, body)| entry(n, "anna", body))
        .collect();
    let mut whole = Pathway::fold(&entries);
    whole.is_born_on(Some(date(2010, 5, 6)));
    whole
}

/// Somebody on a page of the own.
fn on_a_page(name: &str, function: Function) -> Employment {
    Employment {
        id: EmploymentId::new("e"),
        staff: StaffId::new("anna"),
        name: name.to_owned(),
        unit: UnitId::new("own"),
        function,
        phone: None,
        from: Timestamp::UNIX_EPOCH,
        to: None,
        leave: Vec::new(),
    }
}

/// What somebody of the family is answered about an entry of a child's pathway at an age.
fn of_the_family(who: &str, what: &str, category: Category, now: &str) -> String {
    let (custody, holder) = match who {
        "who has custody no more" => (CustodyState::Alone, "Anna"),
        "who may have it, and it is not settled" => (CustodyState::Unresolved, "Bo"),
        _ => (CustodyState::Alone, "Bo"),
    };
    let ended = who == "who cared for it until the placement ended";
    let whole = childs((custody, holder), ended);
    let child = who == "the child itself";
    let carer = ended || who == "who cares for the placed child";
    let employment = match (child, carer) {
        (true, _) => on_a_page("", Function::Citizen),
        (_, true) => on_a_page("Gerda", Function::FosterCarer),
        (false, false) => on_a_page("Bo", Function::CustodyHolder),
    };
    let another = what == "written by another of the family";
    let by = Author {
        employment: EmploymentId::new("w"),
        name: String::new(),
        unit: UnitId::new("writer"),
        function: if another {
            Function::CustodyHolder
        } else {
            Function::Caseworker
        },
    };
    let mut about = vec![PersonId::new("anna")];
    if what == "about another person too" {
        about.push(PersonId::new("mother"));
    }
    let (exposure, told) = (EntryId::new("e2"), EntryId::new("e6"));
    let for_carers = what == "restricted and told to the carers";
    let asked = Asked {
        origin: &by.unit,
        by: Some(&by),
        shares: &[],
        about: &about,
        category,
        restricted: what == "restricted" || for_carers || category.always_restricted(),
        open_to_party: what != "kept from the party",
        entry: match what {
            "told in a talk first" => Some(&exposure),
            _ => for_carers.then_some(&told),
        },
    };
    let reader = Reader {
        employment: &employment,
        purpose: Purpose::Own,
    };
    let now = now.parse().unwrap();
    match may(reader, Action::Read, asked, Consents::of(&whole), now) {
        Ok(permit) => format!("yes: {}", permit.reason()),
        Err(_) => "no".to_owned(),
    }
}

fn family_lines(who: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let of_entry = |what: &str| {
        grouped(AGES.into_iter(), |(_, now)| {
            grouped(Category::ALL.iter().copied(), |category| {
                of_the_family(who, what, category, now)
            })
        })
    };
    for (entries, by_age) in grouped(OF_THE_CHILD.into_iter(), of_entry) {
        lines.push(format!("  entry: {}", entries.join(" | ")));
        for (ages, answers) in by_age {
            let ages: Vec<&str> = ages.iter().map(|(age, _)| *age).collect();
            lines.push(format!("  age: {}", ages.join(" | ")));
            lines.extend(answered(answers));
        }
    }
    lines
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    for purpose in [Purpose::Care, Purpose::Search, Purpose::Management] {
        for (action, name) in [(Action::Read, "read"), (Action::Write, "write beside it")] {
            let of_function = |function| lines(function, purpose, action);
            for (functions, lines) in grouped(Function::ALL.iter().copied(), of_function) {
                let codes: Vec<&str> = functions.iter().map(|f| f.code()).collect();
                writeln!(page, "purpose {}, to {name}", purpose.code()).unwrap();
                writeln!(page, "functions: {}", codes.join(", ")).unwrap();
                for line in lines {
                    writeln!(page, "{line}").unwrap();
                }
                page.push('\n');
            }
        }
    }
    let of_function = |function| lines(function, Purpose::Care, Action::Manage);
    for (functions, lines) in grouped(Function::ALL.iter().copied(), of_function) {
        let codes: Vec<&str> = functions.iter().map(|f| f.code()).collect();
        writeln!(page, "purpose care, to decide as a leader").unwrap();
        writeln!(page, "functions: {}", codes.join(", ")).unwrap();
        for line in lines {
            writeln!(page, "{line}").unwrap();
        }
        page.push('\n');
    }
    for (action, name) in [(Action::Read, "read"), (Action::Write, "write beside it")] {
        let of_function = |function| granted_lines(function, action);
        for (functions, lines) in grouped(Function::ALL.iter().copied(), of_function) {
            let codes: Vec<&str> = functions.iter().map(|f| f.code()).collect();
            writeln!(page, "with a grant, purpose care, to {name}").unwrap();
            writeln!(page, "functions: {}", codes.join(", ")).unwrap();
            for line in lines {
                writeln!(page, "{line}").unwrap();
            }
            page.push('\n');
        }
    }
    for (whose, lines) in grouped(FAMILY.into_iter(), family_lines) {
        writeln!(page, "in a child's pathway, to read on a page of the own").unwrap();
        writeln!(page, "who: {}", whose.join(" | ")).unwrap();
        for line in lines {
            writeln!(page, "{line}").unwrap();
        }
        page.push('\n');
    }
    page
}

#[test]
fn x08_the_printed_permissions_are_what_the_question_answers() {
    let page = page();
    if std::env::var_os("TRAAD_WRITE").is_some() {
        std::fs::write(PATH, &page).unwrap();
    }
    let printed = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        printed == page,
        "docs/permissions.txt is not what `may` answers: look at why, then write it again with \
         TRAAD_WRITE=1 cargo test -p traad-domain --test permissions"
    );
}
