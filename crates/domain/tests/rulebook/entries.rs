// SPDX-License-Identifier: EUPL-1.2
//! Entries and rules speak of the same facts: what each kind of entry tells the engine is what the fact list says it tells.

use crate::RULE_FILES;
use std::collections::BTreeSet;
use toml::{Table, Value};
use traad_domain::body::{Body, KINDS};
use traad_domain::category::Category;
use traad_domain::entry::{Author, Basis, Content, Entry, Envelope, PartyVisibility, Written};
use traad_domain::facts::facts_of;
use traad_domain::id::{ControllerId, EmploymentId, EntryId, PathwayId, UnitId};
use traad_domain::org::Function;
use traad_domain::time::Occurred;

/// One body of each kind as it is stored, a line each.
const BODIES: &str = r#"
{"kind":"pathway-opened","body":{"pathway":"pregnancy","subject":"p","case_number":"c","municipality":"0461"}}
{"kind":"closing-proposed","body":{"handover":"h","reason":"r"}}
{"kind":"pathway-closed","body":{"reason":"r"}}
{"kind":"pathway-reopened","body":{"reason":"r"}}
{"kind":"joined-with","body":{"other":"o","reason":"r"}}
{"kind":"dated","body":{"lmp":"2026-01-01","method":"lmp"}}
{"kind":"birth","body":{"children":1}}
{"kind":"pregnancy-lost","body":{"note":""}}
{"kind":"pregnancy-ended","body":{}}
{"kind":"child-lost","body":{"name":"n"}}
{"kind":"died","body":{"note":""}}
{"kind":"linked-with","body":{"other":"o","relation":"child"}}
{"kind":"child-born","body":{"weight":3100,"gestation":270}}
{"kind":"exposure-stated","body":{"exposed":"suspected","substances":["alkohol"],"certainty":"told","assess_by":"2026-05-01"}}
{"kind":"exposure-detailed","body":{"uses":[{"substance":"alkohol","duration":null,"frequency":"dagligt","timing":null,"weeks":null,"amount":null,"prescribed":"no","prescriber":null,"source":"herself"}]}}
{"kind":"custody-stated","body":{"custody":"shared","holders":["a","b"]}}
{"kind":"child-admitted","body":{"ward":"w","from":"2026-03-01","to":null,"note":""}}
{"kind":"abstinence-observed","body":{"scale":"s","score":7,"course":"c"}}
{"kind":"injury-judged","body":{"status":"possible","note":"n"}}
{"kind":"homecoming-assessed","body":{"situation":"s","support":"t"}}
{"kind":"child-discharged","body":{"reference":"h","without":null}}
{"kind":"child-placed","body":{"placement":"pl","kind":"almen","decided":"2026-02-20","from":"2026-03-01","until":null,"parents":["a","b"],"deviation":"r"}}
{"kind":"placement-home-stated","body":{"placement":"pl","place":"p","address":"a","phone":"00 00 00 00","carers":["c"]}}
{"kind":"placement-ended","body":{"placement":"pl","how":"broke-down","on":"2026-03-01","cause":"c","without_offer":"w"}}
{"kind":"carers-told","body":{"placement":"pl","needs":"n","helps":"h","triggers":"t","medicine":"m","adapted":"a","background":"b","call":"c"}}
{"kind":"carers-offered","body":{"placement":"pl","what":"knowledge","answer":"yes","on":"2026-03-01","content":"c"}}
{"kind":"carers-matched","body":{"placement":"pl","demands":[{"what":"w","met":false}]}}
{"kind":"difficulty-judged","body":{"difficulty":"d","causes":["attachment","unresolved"],"support":"s"}}
{"kind":"breakdown-risk-judged","body":{"placement":"pl","risk":"high","reason":"r","meet_by":"2026-03-10"}}
{"kind":"carers-meeting-called","body":{"placement":"pl","at":"2026-04-10T09:00:00Z","place":"p","purpose":"q"}}
{"kind":"parents-support-offered","body":{"placement":"pl","parent":"b","answer":"no","on":"2026-03-01","content":"c"}}
{"kind":"exposure-considered","body":{"recognised":true,"acted_on":false,"note":"n"}}
{"kind":"carer-said","body":{"reference":"cs","what":"needs-knowledge","words":"w"}}
{"kind":"adulthood-prepared","body":{"handover":"h3","document":{"needs":"n","strengths":"s","challenges":"c","exposure":"unresolved"},"without":"w"}}
{"kind":"told-in-talk","body":{"on":"2026-03-01","by":"b"}}
{"kind":"handover-sent","body":{"handover":"h","receiver":"sundhedspleje","unit":"u","text":"t"}}
{"kind":"family-moved","body":{"on":"2026-03-01","whereabouts":"hjemloes","to":"0330","note":"n"}}
{"kind":"pathway-moved","body":{"handover":"h","from":"u","to":"0330"}}
{"kind":"concern-raised","body":{"signs":[],"words":"w","support_need":"yes","phase":"intervention"}}
{"kind":"use-recorded","body":{"substance":"alkohol","duration":null,"frequency":null,"timing":null,"weeks":null,"amount":null,"prescribed":"no","prescriber":null,"source":"herself"}}
{"kind":"decision-postponed","body":{"until":"2026-03-20","reason":"r"}}
{"kind":"notification-sent","body":{"reference":"n","to":"u","emergency":null,"text":"t","told":"yes","told_note":"","unborn":true,"notifier":"professional"}}
{"kind":"notification-received","body":{"reference":"n","unit":"u","unborn":true,"notifier":"professional","active_measure":false}}
{"kind":"assessed-24h","body":{"reference":"n","acute":false,"conclusion":"c"}}
{"kind":"notification-acknowledged","body":{"reference":"n","letter":"l"}}
{"kind":"notification-forwarded","body":{"reference":"n","to":"v","municipality":null,"reason":"r"}}
{"kind":"notification-outcome","body":{"reference":"n","outcome":"examination","reason":"r"}}
{"kind":"notifier-informed","body":{"reference":"n","started":true,"text":"t"}}
{"kind":"second-opinion-given","body":{"reference":"n","conclusion":"c"}}
{"kind":"childs-need-assessed","body":{"conclusion":"c"}}
{"kind":"adult-authority-informed","body":{"to":"u","basis":"consent","reason":"r","text":"t"}}
{"kind":"referral-considered","body":{"reference":"r","target":"familieambulatorium","answer":"yes-oral"}}
{"kind":"referral-sent","body":{"reference":"r","target":"familieambulatorium","to":"u","answer":"yes-oral","text":"t"}}
{"kind":"referral-accepted","body":{"reference":"r","assignees":[],"note":""}}
{"kind":"referral-declined","body":{"reference":"r","sender":"u","reason":"r"}}
{"kind":"referral-followed-up","body":{"reference":"r","note":"n"}}
{"kind":"referral-completed","body":{"reference":"r","note":""}}
{"kind":"consent-given","body":{"reference":"c","scope":{"direction":"disclose","giver":{"capacity":"woman","name":"","custody":null},"actors":["u"],"except":[],"categories":["social"],"purpose":"coordination"},"law":"sul-43","from":"2026-03-01","until":"2027-02-28","asking":{"on":"2026-03-01","form":"written","oral_because":null,"explained":true,"asked_by":""}}}
{"kind":"consent-refused","body":{"reference":"d","scope":{"direction":"obtain","giver":{"capacity":"woman","name":"","custody":null},"actors":[],"except":[],"categories":[],"purpose":null},"renewal_of":"c","asking":{"on":"2026-03-01","form":"oral","oral_because":null,"explained":true,"asked_by":""}}}
{"kind":"contract-offered","body":{"reference":"k","request":"q1","law":"sul-141b","answer":"thinking","again":"2026-04-01","note":""}}
{"kind":"contract-signed","body":{"reference":"k","on":"2026-04-01","until":null}}
{"kind":"contract-ended","body":{"reference":"k","ended":"by-her","note":""}}
{"kind":"discharge-planned","body":{"place":"p","on":"2026-05-01","unsettled":["housing"],"reason":"r"}}
{"kind":"consent-not-possible","body":{"reference":"f","scope":{"direction":"obtain","giver":{"capacity":"woman","name":"","custody":null},"actors":["u"],"except":[],"categories":[],"purpose":null},"why":"w","tried":["easy-read"],"ask_again":"2026-04-01","asking":{"on":"2026-03-01","form":"oral","oral_because":null,"explained":true,"asked_by":""}}}
{"kind":"consent-extended","body":{"reference":"c","actors":["v"],"categories":[],"until":"2027-02-28","asking":{"on":"2026-03-01","form":"digital","oral_because":null,"explained":true,"asked_by":""}}}
{"kind":"consent-withdrawn","body":{"reference":"c","actors":[],"form":"oral","note":""}}
{"kind":"emergency-opened","body":{"reference":"g","reason":"r","until":"2026-03-01T10:00:00Z","reviewer":"u"}}
{"kind":"emergency-ended","body":{"reference":"g"}}
{"kind":"emergency-reviewed","body":{"reference":"g","justified":true,"conclusion":"c","endangers":null}}
{"kind":"supervision-opened","body":{"reference":"h","purpose":"quality","until":"2026-03-02T00:00:00Z"}}
{"kind":"coordinator-appointed","body":{"employment":"e","name":"n","unit":"u","phone":"","deviation":null}}
{"kind":"coordinator-expectations-agreed","body":{"text":"t"}}
{"kind":"coordinator-left","body":{"employment":"e","reason":"leave"}}
{"kind":"coordinator-away","body":{"employment":"e","name":"n","unit":"u","from":"2026-05-01","until":"2026-08-31"}}
{"kind":"coordinator-back","body":{"employment":"e","name":"n"}}
{"kind":"team-member-joined","body":{"actor":"psykiatri","unit":"u","contact":"c","phone":""}}
{"kind":"team-member-left","body":{"actor":"psykiatri","reason":"r"}}
{"kind":"assessment-completed","body":{"reference":"a","situation":"s","resources":"r","challenges":"c","uses":[],"problems":[],"violence_risk":false,"easy_read":false}}
{"kind":"level-judged","body":{"assessment":"a","level":"residential","criteria":[],"reason":"r"}}
{"kind":"residential-offered","body":{"place":"p","answer":"no-place","raised_to":null}}
{"kind":"plan-made","body":{"reference":"p","version":1,"level":"ambulatory","goals":"g","interventions":[],"left_out":[],"next_follow_up":null}}
{"kind":"intervention-started","body":{"intervention":"i","strand":"familie","regime":"kommunalt"}}
{"kind":"intervention-ended","body":{"intervention":"i","reason":"r"}}
{"kind":"plan-followed-up","body":{"plan":"p","woman":"w","partner":null,"child":"c","reviews":[{"intervention":"i","effect":"none","choice":"nyt-tiltag"}],"next":"2026-05-01"}}
{"kind":"network-meeting-called","body":{"reference":"m","at":"2026-04-10T09:00:00Z","place":"p","purpose":"q","invited":[],"settles":"p","short_notice":null}}
{"kind":"meeting-participant-removed","body":{"reference":"m","unit":"u"}}
{"kind":"network-meeting-held","body":{"reference":"m","attended":[],"her_part":"not-there","minutes":"","decisions":[],"changes_plan":true}}
{"kind":"meeting-decided","body":{"reference":"b","meeting":"m","what":"w","who":"o","unit":"u","by":"2026-04-20"}}
{"kind":"attendance-support-agreed","body":{"meeting":"m","support":["ledsager","andet"],"note":"n","unit":"u","by":"2026-04-10"}}
{"kind":"meeting-times-asked","body":{"proposal":"p","unit":"u","times":["2026-04-10T09:00:00Z"],"purpose":"q","place":"p"}}
{"kind":"meeting-times-answered","body":{"proposal":"p","unit":"u","suits":[]}}
{"kind":"meeting-answered","body":{"reference":"m","reply":"another-time"}}
{"kind":"network-meeting-moved","body":{"reference":"m","at":"2026-04-12T09:00:00Z","place":"p","short_notice":null}}
{"kind":"network-meeting-cancelled","body":{"reference":"m","reason":"r"}}
{"kind":"wish-recorded","body":{"wish":"oenske","words":"w"}}
{"kind":"offer-made","body":{"offer":"partner-invited","answer":"not-relevant","note":""}}
{"kind":"step-taken","body":{"step":"placement-proposed","attributes":{"placement":"p","consent":"no"},"note":""}}
{"kind":"duty-explained","body":{"rule":"r","key":"-","reason":"r"}}
{"kind":"note-written","body":{"text":"t"}}
{"kind":"contact-logged","body":{"with":"w","text":"t"}}
{"kind":"information-requested","body":{"reference":"q","unit":"u","categories":["social"],"question":"q"}}
{"kind":"request-answered","body":{"reference":"q","answer":"told","text":"t","entries":[]}}
{"kind":"disclosed","body":{"entries":[],"to":"u","reason":"r"}}
{"kind":"shown-to-party","body":{"reference":"n","entries":[]}}
{"kind":"kept-from-party","body":{"reference":"n","review":"2026-05-01","reason":"r"}}
{"kind":"screening-done","body":{"tool":"epds","answers":[],"score":null}}
{"kind":"annulled","body":{"entry":"none","reason":"r"}}
{"kind":"moved-here","body":{"kind":"note-written","reason":"r","decided_by":"d"}}
{"kind":"erased","body":{"entries":[],"ground":"g","decided_by":"d"}}
"#;

/// Entries about the journal or about access: no rule may speak of them.
const OUTSIDE_RULES: [&str; 6] = [
    "joined-with",
    "adult-authority-informed",
    "disclosed",
    "annulled",
    "moved-here",
    "erased",
];

fn entry(seq: u32, body: Body) -> Entry {
    let at = "2026-03-01T09:00:00Z".parse().unwrap();
    let author = Author {
        employment: EmploymentId::new("e"),
        name: "N".to_owned(),
        unit: UnitId::new("u"),
        function: Function::Midwife,
    };
    let envelope = Envelope {
        occurred: Occurred::at(at),
        author: author.into(),
        controller: ControllerId::new("c"),
        about: Vec::new(),
        category: Category::Coordination,
        restricted: false,
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
        recorded: at,
        content: Content::Written(std::sync::Arc::new(Written { envelope, body })),
    }
}

fn journal(lines: &str) -> Vec<Entry> {
    let lines = lines.lines().filter(|line| !line.is_empty());
    let bodies = lines
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}")));
    (1..)
        .zip(bodies)
        .map(|(seq, body)| entry(seq, body))
        .collect()
}

#[test]
fn each_kind_of_entry_tells_the_facts_and_attributes_that_rules_may_name() {
    let facts: Table = RULE_FILES[0].1.parse().unwrap();
    let declared = facts["facts"].as_table().unwrap();
    let entries = journal(BODIES);
    let kinds: BTreeSet<&str> = entries
        .iter()
        .map(|entry| entry.written().unwrap().body.kind())
        .collect();
    assert_eq!(
        kinds,
        KINDS.iter().copied().collect(),
        "a kind of entry has no line here"
    );
    let told = facts_of(&entries);
    assert!(told.len() >= entries.len());
    for fact in told
        .iter()
        .filter(|fact| !OUTSIDE_RULES.contains(&&*fact.kind))
    {
        let attributes = declared.get(&*fact.kind).and_then(Value::as_array);
        let attributes = attributes.unwrap_or_else(|| panic!("rules know no fact `{}`", fact.kind));
        for (name, _) in &fact.attributes {
            assert!(
                attributes.iter().any(|known| known.as_str() == Some(name)),
                "{} has no `{name}`",
                fact.kind
            );
        }
    }
}

#[test]
fn an_offer_not_made_yet_fulfils_nothing_and_asking_for_consent_means_both_ways() {
    let offer = |offer: &str, answer: &str| {
        let line = format!(
            r#"{{"kind":"offer-made","body":{{"offer":"{offer}","answer":"{answer}","note":""}}}}"#
        );
        facts_of(&journal(&line))
    };
    assert!(offer("reproductive-health-offered", "not-yet").is_empty());
    assert_eq!(
        offer("reproductive-health-offered", "no").len(),
        1,
        "her no is an answer"
    );
    let asked = offer("consent-asked", "yes");
    let directions: Vec<_> = asked
        .iter()
        .filter_map(|fact| fact.attribute("direction"))
        .collect();
    assert_eq!(directions, ["obtain", "disclose"]);
}
