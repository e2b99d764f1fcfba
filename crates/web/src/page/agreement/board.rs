// SPDX-License-Identifier: EUPL-1.2
//! The overview of kommuner and the board of one: whether each element of its agreement is in control.

use super::kommune;
use super::{actor, label, region, word};
use crate::paths;
use crate::server::{Answer, Fault, Visit};
use crate::view::agreement::{
    Agreements, Board, BoardPage, CoverageRow, Element, ForumLine, Region,
};
use crate::view::form::Form;
use crate::view::frame::Section;
use crate::view::parts::Link;
use traad_app::{AgreementRef, Coverage};
use traad_domain::agreement::{Forum, InForce, Party, Standing};
use traad_domain::id::MunicipalityCode;

/// The overview.
pub(crate) fn get(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let all = visit.app.coverage(visit.today())?;
    let filter = Form {
        values: visit.query.0.clone(),
        ..Form::default()
    };
    let words = filter.value("q").trim().to_lowercase();
    let fits = |row: &&Coverage| {
        let name = kommune(visit, &row.municipality).to_lowercase();
        let shown = match filter.value("vis") {
            "med" => row.now.is_some(),
            "uden" => row.now.is_none(),
            "paa-vej" => row.coming.is_some(),
            _ => true,
        };
        shown && (words.is_empty() || name.starts_with(&words))
    };
    let mut regions: Vec<Region> = Vec::new();
    for row in all.iter().filter(fits) {
        let name = region(visit, &row.region);
        let line = coverage_row(visit, row);
        match regions.iter_mut().find(|r| r.name == name) {
            Some(found) => found.rows.push(line),
            None => regions.push(Region {
                name,
                rows: vec![line],
            }),
        }
    }
    regions.sort_by(|a, b| a.name.cmp(&b.name));
    let own = visit.app.own_municipality(&ctx);
    let board = match own.and_then(|own| all.iter().find(|row| &row.municipality == own)) {
        Some(row) => Some(board(visit, row)?),
        None => None,
    };
    let view = Agreements {
        covered: all.iter().filter(|row| row.now.is_some()).count(),
        total: all.len(),
        writes: visit.app.leads_a_party(&ctx),
        filter,
        board,
        regions,
    };
    visit.page(Section::Agreements, &view)
}

/// One kommune.
pub(crate) fn one(visit: &Visit) -> Result<Answer, Fault> {
    let ctx = visit.ctx()?;
    let code = MunicipalityCode::new(visit.param("kommune"));
    let known = visit.app.catalogue().municipality(code.as_str());
    let code = &known.ok_or(Fault::NotFound)?.code;
    let view = BoardPage {
        board: board(visit, &visit.app.coverage_of(code, visit.today())?)?,
        writes: visit.app.leads_a_party(&ctx),
    };
    visit.page(Section::Agreements, &view)
}

fn coverage_row(visit: &Visit, row: &Coverage) -> CoverageRow {
    let (standing, words) = match (&row.now, &row.coming) {
        (Some(now), _) => {
            let since = visit.t.date(now.from);
            (
                "gaeldende",
                visit
                    .t
                    .a2("agreement-now", &("title", now.label()), &("day", since)),
            )
        }
        (None, Some((_, standing, _))) => (
            standing.code(),
            visit.t.of("agreement-standing", standing.code()),
        ),
        (None, None) => ("ingen", visit.t.of("agreement-standing", "ingen")),
    };
    CoverageRow {
        kommune: kommune(visit, &row.municipality),
        href: paths::agreements_of(row.municipality.as_str()),
        standing: standing.to_owned(),
        words,
    }
}

fn board(visit: &Visit, row: &Coverage) -> Result<Board, Fault> {
    let mut board = Board {
        kommune: kommune(visit, &row.municipality),
        href: paths::agreements_of(row.municipality.as_str()),
        coming: row.coming.as_ref().map(|coming| coming_line(visit, coming)),
        fora: fora(visit, row)?,
        waiting: waiting(visit, &row.municipality)?,
        ..Board::default()
    };
    let Some(now) = &row.now else {
        return Ok(board);
    };
    board.title = Some(Link {
        href: paths::agreement(&now.id, now.version, ""),
        words: now.label(),
    });
    board.since = visit
        .t
        .a("agreement-since", &("day", visit.t.date(now.from)));
    board.elements = ["1", "2", "3", "4", "5"]
        .map(|element| Element {
            words: word(visit, "agreement-elements", element),
            control: now.answers.control(element).code(),
        })
        .into();
    board.missing = now
        .answers
        .missing()
        .iter()
        .map(|q| label(visit, q))
        .collect();
    board.flags = flags(visit, now);
    board.contacts = super::contact_lines(visit, &now.answers);
    Ok(board)
}

/// What is wrong with an agreement that was in order once: a party nobody can reach, a part nobody has, no deputy.
fn flags(visit: &Visit, now: &InForce) -> Vec<String> {
    let mut flags: Vec<String> = now
        .answers
        .unreachable()
        .into_iter()
        .map(|party| {
            visit.t.a(
                "agreement-unreachable",
                &("party", party_words(visit, party)),
            )
        })
        .collect();
    let nobody = now.answers.without_responsible().into_iter();
    flags.extend(nobody.map(|part| {
        visit
            .t
            .a("agreement-nobody-has", &("part", part.to_owned()))
    }));
    let alone = now.answers.contacts.iter().filter(|c| c.deputy.is_none());
    flags.extend(alone.map(|c| {
        visit.t.a(
            "agreement-alone",
            &("who", format!("{}, {}", c.name, actor(visit, c.actor))),
        )
    }));
    let unsettled = now.answers.payer_unsettled().into_iter();
    flags.extend(unsettled.map(|part| {
        visit
            .t
            .a("agreement-payer-open", &("part", part.to_owned()))
    }));
    flags
}

/// A party in the seed's words.
pub(super) fn party_words(visit: &Visit, party: Party) -> String {
    word(visit, "agreement-parties", party.code())
}

fn coming_line(
    visit: &Visit,
    (of, standing, awaits): &(AgreementRef, Standing, Vec<Party>),
) -> Link {
    let words = match standing {
        Standing::Awaiting => awaiting(visit, awaits),
        Standing::Draft | Standing::Approved | Standing::InForce | Standing::Ended => {
            visit.t.of("agreement-standing", standing.code())
        }
    };
    let version = visit
        .t
        .a("agreement-version", &("n", i64::from(of.version)));
    Link {
        href: paths::agreement(&of.id, of.version, ""),
        words: format!("{version}: {words}"),
    }
}

/// Which parties it waits for.
pub(super) fn awaiting(visit: &Visit, awaits: &[Party]) -> String {
    let parties: Vec<String> = awaits
        .iter()
        .map(|party| party_words(visit, *party))
        .collect();
    visit
        .t
        .a("agreement-awaits", &("parties", parties.join(", ")))
}

fn fora(visit: &Visit, row: &Coverage) -> Result<Vec<ForumLine>, Fault> {
    let fora = visit.app.fora_of(&row.region, Some(&row.municipality))?;
    forum_lines(visit, &fora, &row.region)
}

/// Fora of a region as lines, with the way to write them for those who may.
pub(crate) fn forum_lines(
    visit: &Visit,
    fora: &[Forum],
    region: &str,
) -> Result<Vec<ForumLine>, Fault> {
    let ctx = visit.ctx()?;
    let leads = visit.app.leads_a_party(&ctx) && ctx.actor.unit.region == region;
    Ok(fora.iter().map(|forum| line(visit, forum, leads)).collect())
}

fn line(visit: &Visit, forum: &Forum, leads: bool) -> ForumLine {
    let named = |kinds: &[_]| {
        let names: Vec<String> = kinds.iter().map(|kind| actor(visit, *kind)).collect();
        names.join(", ")
    };
    let kind = visit.t.of("forum-kind", forum.kind.code());
    let lacks = forum.lacks();
    ForumLine {
        name: forum.name.clone(),
        kind: forum
            .kind
            .law()
            .map_or_else(|| kind.clone(), |law| format!("{kind}, {law}")),
        members: visit.t.a("forum-with", &("members", named(&forum.members))),
        lacks: if lacks.is_empty() {
            String::new()
        } else {
            visit.t.a("forum-lacks", &("members", named(&lacks)))
        },
        how: forum.how.clone(),
        edit: leads.then(|| paths::forum(&forum.id)),
    }
}

/// How many of the unit's open tasks have no limit because the agreement has no answer.
fn waiting(visit: &Visit, municipality: &MunicipalityCode) -> Result<usize, Fault> {
    let ctx = visit.ctx()?;
    if ctx.actor.unit.municipality.as_ref() != Some(municipality) {
        return Ok(0);
    }
    let count = visit.app.unsettled(&ctx)?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}
