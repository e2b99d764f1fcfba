// SPDX-License-Identifier: EUPL-1.2
//! Every address and the page behind it: the table of contents of the program.

mod births;
mod checkups;
mod development;
mod placements;
mod signs;

use crate::page;
use crate::server::{Handler, Web, action, page as at};
use axum::Router;
use axum::routing::MethodRouter;

/// A page that is read and sent.
fn form(read: Handler, post: Handler) -> MethodRouter<Web> {
    at(read, Some(post))
}

/// All pages.
pub(crate) fn pages() -> Router<Web> {
    Router::new()
        .route("/", at(page::tasks::get, None))
        .route("/kladde", action(page::draft::post))
        .route("/meld", form(page::concern::get, page::concern::post))
        .route("/kvittering/{id}", at(page::receipt::get, None))
        .route("/soeg", form(page::search::get, page::search::post))
        .route("/kommune", form(page::kommune::get, page::kommune::post))
        .route(
            "/vejviser/ny",
            form(page::kommune::local::get, page::kommune::local::post),
        )
        .route(
            "/vejviser/{opslag}",
            form(page::kommune::local::get, page::kommune::local::post),
        )
        .route(
            "/vejviser/{opslag}/bekraeft",
            action(page::kommune::local::confirm),
        )
        .route("/overblik", form(page::leader::get, page::leader::post))
        .merge(read())
        .merge(door())
        .merge(inbox())
        .merge(work())
        .merge(checkups::pages())
        .merge(moves())
        .merge(births::pages())
        .merge(signs::pages())
        .merge(development::pages())
        .merge(placements::pages())
        .merge(agreements())
        .merge(consents())
        .merge(treatment())
        .merge(meetings())
        .merge(own())
        .merge(access())
        .merge(staff())
}

/// What is read of a pathway.
fn read() -> Router<Web> {
    use page::pathway::{
        self, assessment, meetings, network, plan, recommendations, thread, timeline,
    };
    Router::new()
        .route("/forloeb/{id}", at(pathway::get, None))
        .route("/forloeb/{id}/tidslinje", at(timeline::get, None))
        .route("/forloeb/{id}/barnets-traad", at(thread::get, None))
        .route("/forloeb/{id}/udredning", at(assessment::get, None))
        .route("/forloeb/{id}/plan", at(plan::get, None))
        .route("/forloeb/{id}/moeder", at(meetings::get, None))
        .route("/forloeb/{id}/netvaerk", at(network::get, None))
        .route("/forloeb/{id}/anbefalinger", at(recommendations::get, None))
}

/// Units and staff, leave and hand-over.
fn staff() -> Router<Web> {
    use page::staff::{self, handover, leave, misfiled, post, unit};
    Router::new()
        .route("/personale", at(staff::get, None))
        .route("/personale/ny", form(post::new_get, post::new_post))
        .route("/personale/{ansaettelse}", form(post::get, post::post))
        .route("/personale/{ansaettelse}/slut", action(post::end))
        .route(
            "/forloeb/{id}/fejlfoert/{post}",
            form(misfiled::get, misfiled::post),
        )
        .route("/enheder/ny", form(unit::new_get, unit::new_post))
        .route("/enheder/{enhed}", form(unit::get, unit::post))
        .route(
            "/enheder/{enhed}/luk",
            form(unit::close_get, unit::close_post),
        )
        .route("/fravaer", form(leave::get, leave::post))
        .route("/fravaer/slut", action(leave::end))
        .route(
            "/overblik/fravaer/{ansaettelse}",
            form(leave::get, leave::post),
        )
        .route("/overblik/fravaer/{ansaettelse}/slut", action(leave::end))
        .route(
            "/overblik/overdragelse/{ansaettelse}",
            form(handover::get, handover::post),
        )
}

/// The two inboxes, and the pathways without a consent.
fn inbox() -> Router<Web> {
    Router::new()
        .route(
            "/underretninger",
            form(page::inbox::notifications, page::inbox::notifications),
        )
        .route("/underretning/{id}", at(page::notification::get, None))
        .route(
            "/underretning/{id}/{step}",
            form(page::notification::get, page::notification::post),
        )
        .route(
            "/henvisninger",
            form(page::inbox::referrals, page::inbox::referrals),
        )
        .route(
            "/uden-samtykke",
            form(page::inbox::without_consent, page::inbox::without_consent),
        )
        .route("/henvisning/{id}", at(page::referral::get, None))
        .route(
            "/henvisning/{id}/{step}",
            form(page::referral::get, page::referral::post),
        )
}

/// Nødadgang, ledelsestilsyn and the log.
fn access() -> Router<Web> {
    use page::{access, controller, log};
    Router::new()
        .route(
            "/noedadgang",
            form(access::emergency_get, access::emergency_post),
        )
        .route("/forloeb/{id}/noedadgang/slut", action(access::end))
        .route(
            "/forloeb/{id}/noedadgang/{noedadgang}",
            form(access::review_get, access::review_post),
        )
        .route(
            "/forloeb/{id}/tilsyn",
            form(access::supervision_get, access::supervision_post),
        )
        .route("/log", at(log::get, None))
        .route("/log/moenstre", at(log::patterns, None))
        .route("/log/stikproeve", at(log::sample, None))
        .route("/log/fortegnelse", at(controller::record, None))
        .route("/log/sletteplan", at(controller::plan, None))
        .route("/log/brud", at(controller::breaches, None))
}

/// Logging in and out, and the own access.
fn door() -> Router<Web> {
    use page::login::{self, provider, step};
    use page::{own_access, told};
    Router::new()
        .route("/log-ind", form(login::get, login::post))
        .route("/log-ind/udbyder", at(provider::set_out, None))
        .route("/log-ind/svar", at(provider::come_back, None))
        .route("/log-ind/lukket", action(provider::ended))
        .route("/log-ind/kode", form(step::code_get, step::code_post))
        .route(
            "/log-ind/telefon",
            form(step::factor_get, step::factor_post),
        )
        .route(
            "/log-ind/ansaettelse",
            form(step::choose_get, step::choose_post),
        )
        .route("/log-ud", action(login::log_out))
        .route("/log-ud/alle", action(login::log_out_everywhere))
        .route("/sprog", action(login::language))
        .route("/min-adgang", at(own_access::get, None))
        .route("/min-adgang/besked", form(told::get, told::post))
        .route("/min-adgang/besked/stop", action(told::stop))
        .route(
            "/min-adgang/telefon",
            form(own_access::factor_get, own_access::factor_post),
        )
        .route(
            "/bekraeft",
            form(own_access::prove_get, own_access::prove_post),
        )
}

/// The cooperation agreements.
fn agreements() -> Router<Web> {
    use page::agreement::{begin, board, chapter, compare, details, forum, sheet};
    Router::new()
        .route("/aftaler", at(board::get, None))
        .route("/aftaler/ny", form(begin::get, begin::post))
        .route("/aftaler/{kommune}", at(board::one, None))
        .route("/aftale/{id}/{version}", at(sheet::get, None))
        .route(
            "/aftale/{id}/{version}/{step}",
            form(sheet::get, sheet::post),
        )
        .route(
            "/aftale/{id}/{version}/kontakter",
            form(chapter::contacts_get, chapter::contacts_post),
        )
        .route(
            "/aftale/{id}/{version}/grundlag",
            form(details::get, details::post),
        )
        .route(
            "/aftale/{id}/{version}/kapitel/{kapitel}",
            form(chapter::get, chapter::post),
        )
        .route(
            "/aftale/{id}/{version}/sammenlign/{other}",
            at(compare::get, None),
        )
        .route("/fora/ny", form(forum::get, forum::post))
        .route("/fora/{forum}", form(forum::get, forum::post))
}

/// Consents: the tab, and its forms.
fn consents() -> Router<Web> {
    use page::work::consent::{self, change, sheet};
    use page::work::{information, preventive, showing};
    Router::new()
        .route(
            "/forloeb/{id}/samtykker",
            at(page::pathway::consents::get, None),
        )
        .route(
            "/forloeb/{id}/samtykke/ny",
            form(consent::get, consent::post),
        )
        .route(
            "/forloeb/{id}/samtykke/{samtykke}/udvid",
            form(change::extend_get, change::extend_post),
        )
        .route(
            "/forloeb/{id}/samtykke/{samtykke}/tilbage",
            form(change::withdraw_get, change::withdraw_post),
        )
        .route(
            "/forloeb/{id}/samtykke/{samtykke}/skema",
            at(sheet::get, None),
        )
        .route(
            "/forloeb/{id}/underretning/{underretning}/vis",
            form(showing::get, showing::post),
        )
        .route(
            "/forloeb/{id}/videregiv",
            form(information::pass_get, information::pass_post),
        )
        .route(
            "/forloeb/{id}/indhent",
            form(information::ask_get, information::ask_post),
        )
        .route(
            "/forloeb/{id}/ssd",
            form(preventive::call_get, preventive::call_post),
        )
        .route(
            "/forloeb/{id}/ssd/{moede}",
            form(preventive::tell_get, preventive::tell_post),
        )
        .route(
            "/forloeb/{id}/anmodning/{anmodning}",
            form(information::answer_get, information::answer_post),
        )
}

/// Treatment: the tab, its forms, and where there is room.
fn treatment() -> Router<Web> {
    use page::work::treatment;
    Router::new()
        .route("/doegnpladser", form(page::places::get, page::places::post))
        .route(
            "/forloeb/{id}/behandling",
            at(page::pathway::treatment::get, None),
        )
        .route(
            "/forloeb/{id}/behandling/ny",
            form(treatment::request_get, treatment::request_post),
        )
        .route(
            "/forloeb/{id}/behandling/{anmodning}/start",
            form(treatment::start_get, treatment::start_post),
        )
        .route(
            "/forloeb/{id}/kontrakt/ny",
            form(treatment::offer_get, treatment::offer_post),
        )
        .route(
            "/forloeb/{id}/kontrakt/{kontrakt}/{skridt}",
            form(treatment::step_get, treatment::step_post),
        )
        .route(
            "/forloeb/{id}/udskrivning",
            form(treatment::discharge_get, treatment::discharge_post),
        )
}

/// The page of the person a pathway is about, and the forms that open and close it.
fn own() -> Router<Web> {
    use page::own::{self, consent};
    use page::told;
    use page::work::own_page;
    Router::new()
        .route("/mit", at(own::get, None))
        .route("/mit/log-ind", form(page::login::get, page::login::post))
        .route("/mit/laest", at(own::readers, None))
        .route("/mit/luk", action(own::leave))
        .route("/mit/tid-og-sted", action(own::quiet))
        .route("/mit/kontrakt/{kontrakt}/opsig", action(own::end_contract))
        .route("/mit/moede/{moede}/svar", action(own::answer_meeting))
        .route("/mit/moede/{moede}/kalender", at(own::calendar, None))
        .route("/mit/tider/{forslag}", action(own::answer_times))
        .route(
            "/mit/iagttagelse",
            form(own::carer::words_get, own::carer::words_post),
        )
        .route("/mit/oensker", form(own::wish_get, own::wish_post))
        .route("/mit/besked", form(told::own_get, told::own_post))
        .route("/mit/besked/stop", action(told::own_stop))
        .route("/mit/samtykker", at(consent::get, None))
        .route(
            "/mit/samtykker/nyt",
            form(consent::new_get, consent::new_post),
        )
        .route(
            "/mit/samtykker/{samtykke}/tilbage",
            form(consent::withdraw_get, consent::withdraw_post),
        )
        .route(
            "/forloeb/{id}/egen-side",
            form(own_page::open_get, own_page::open_post),
        )
        .route(
            "/forloeb/{id}/egen-side/luk",
            form(own_page::close_get, own_page::close_post),
        )
}

/// The forms of network meetings, and of the end of a pathway, which asks if they were held.
fn meetings() -> Router<Web> {
    use page::work::{closing, meeting, minutes, support};
    Router::new()
        .route("/forloeb/{id}/moede/ny", form(meeting::get, meeting::post))
        .route(
            "/forloeb/{id}/moede/stoette",
            form(support::get, support::post),
        )
        .route(
            "/forloeb/{id}/moede/tider",
            form(meeting::times::ask_get, meeting::times::ask_post),
        )
        .route(
            "/forloeb/{id}/moede/tider/{forslag}",
            form(meeting::times::suit_get, meeting::times::suit_post),
        )
        .route(
            "/forloeb/{id}/moede/tider/{forslag}/indkald",
            action(meeting::times::call),
        )
        .route("/forloeb/{id}/luk", form(closing::get, closing::post))
        .route(
            "/forloeb/{id}/moede/{moede}/kalender",
            at(page::pathway::meetings::calendar, None),
        )
        .route(
            "/forloeb/{id}/moede/{moede}/aendr",
            form(meeting::change::get, meeting::change::post),
        )
        .route(
            "/forloeb/{id}/moede/{moede}/referat",
            form(minutes::get, minutes::post),
        )
}

/// A family that moves.
fn moves() -> Router<Web> {
    use page::work::moving;
    Router::new()
        .route("/forloeb/{id}/flytning", form(moving::get, moving::post))
        .route(
            "/forloeb/{id}/flytning/overlevering",
            form(moving::handover::get, moving::handover::post),
        )
        .route(
            "/forloeb/{id}/flytning/modtag",
            form(moving::take::get, moving::take::post),
        )
}

/// The forms of a pathway.
fn work() -> Router<Web> {
    use page::work::{
        adult, assessment, contact, coordinator, correction, followup, identity, judgement, note,
        plan, screening, task, team,
    };
    Router::new()
        .route(
            "/forloeb/{id}/koordinator",
            form(coordinator::get, coordinator::post),
        )
        .route("/forloeb/{id}/aktoer", form(team::get, team::post))
        .route(
            "/forloeb/{id}/udredning/ny",
            form(assessment::get, assessment::post),
        )
        .route(
            "/forloeb/{id}/screening/{redskab}",
            form(screening::get, screening::post),
        )
        .route(
            "/forloeb/{id}/vurdering",
            form(judgement::get, judgement::post),
        )
        .route("/forloeb/{id}/plan/ny", form(plan::get, plan::post))
        .route(
            "/forloeb/{id}/opfoelgning",
            form(followup::get, followup::post),
        )
        .route(
            "/forloeb/{id}/oensker",
            form(note::wish_get, note::wish_post),
        )
        .route("/forloeb/{id}/note", form(note::get, note::post))
        .route(
            "/forloeb/{id}/post/{post}/ret",
            form(correction::get, correction::post),
        )
        .route(
            "/forloeb/{id}/opgave/{opgave}/forklar",
            form(task::explain_get, task::explain_post),
        )
        .route(
            "/forloeb/{id}/opgave/{opgave}/gjort",
            form(task::done_get, task::done_post),
        )
        .route(
            "/forloeb/{id}/flet",
            form(identity::join_get, identity::join_post),
        )
        .route(
            "/forloeb/{id}/identitet",
            form(identity::name_get, identity::name_post),
        )
        .route("/forloeb/{id}/voksen", form(adult::get, adult::post))
        .route("/forloeb/{id}/kontakt", form(contact::get, contact::post))
        .route(
            "/forloeb/{id}/datering",
            form(identity::date_get, identity::date_post),
        )
}
