// SPDX-License-Identifier: EUPL-1.2
//! Holistic assessment and the judgement that follows it (E, F; scenario A05).

use super::{Hand, open};
use crate::body::{
    AssessmentCompleted, Body, Level, LevelJudged, Problem as SocialProblem, ResidentialAnswer,
    ResidentialOffered, UseRecorded, UseSource,
};
use crate::category::Category;
use crate::entry::{NewEntry, Topic};
use crate::pathway::Pathway;
use crate::refusal::{Check, NotNow, Problem, Refusal};

/// The topic of the assessment and the judgement.
pub fn topic() -> Topic {
    Topic::of("assessment")
}

/// Problem groups that are restricted: sale of sexual services and crime (E06 no. 8 and 9).
pub const RESTRICTED_GROUPS: [&str; 2] = ["prostitution", "kriminalitet"];

/// The group of cognitive difficulties: easy-to-read text is suggested (A05).
pub const COGNITIVE_GROUP: &str = "kognitive";

/// Completes an assessment. Situation, resources and challenges are all needed; a draft may lack them, an entry may not.
pub fn complete(
    pathway: &Pathway,
    assessment: &AssessmentCompleted,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let mut check = Check::default();
    check.text(&assessment.situation, "situation");
    check.require(
        !assessment.resources.trim().is_empty(),
        "resources",
        Problem::ResourcesMissing,
    );
    check.length(&assessment.resources, "resources");
    check.text(&assessment.challenges, "challenges");
    for problem in &assessment.problems {
        check.length(&problem.note, "problems");
    }
    check.done()?;
    let suggested = AssessmentCompleted {
        easy_read: assessment.easy_read || has(&assessment.problems, COGNITIVE_GROUP),
        ..assessment.clone()
    };
    // The form holds what the unit wrote before; what stands there unchanged is not said again.
    let said = |used: &&UseRecorded| {
        let own = pathway.uses.iter().rev().find(|known| {
            known.body.substance == used.substance && known.author.unit == hand.author.unit
        });
        own.is_some_and(|known| &known.body == *used)
    };
    let mut entries: Vec<NewEntry> = suggested
        .uses
        .iter()
        .filter(|used| !said(used))
        .map(|used| {
            let tested = used.source == UseSource::Test;
            hand.write(
                if tested {
                    Category::TestResults
                } else {
                    Category::SubstanceUse
                },
                Body::UseRecorded(used.clone()),
            )
        })
        .collect();
    let restricted = RESTRICTED_GROUPS
        .iter()
        .any(|group| has(&suggested.problems, group));
    // Each use stands in an entry of its own kind of information: a test result is not read with the social situation
    // (practice B12).
    let assessed = AssessmentCompleted {
        uses: Vec::new(),
        ..suggested
    };
    let mut entry = hand
        .write(Category::Social, Body::AssessmentCompleted(assessed))
        .about_topic(topic());
    entry.envelope.restricted = restricted;
    entries.push(entry);
    Ok(entries)
}

fn has(problems: &[SocialProblem], group: &str) -> bool {
    problems.iter().any(|p| p.group == group)
}

/// Judges the form of effort. A reason is always needed; residential treatment needs one of its criteria.
pub fn judge(
    pathway: &Pathway,
    judged: &LevelJudged,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    let assessed = pathway
        .assessments
        .iter()
        .any(|a| a.body.reference == judged.assessment);
    if !assessed {
        return Err(Refusal::NotNow(NotNow::NoAssessment));
    }
    let mut check = Check::default();
    check.require(
        !judged.reason.trim().is_empty(),
        "judgement_reason",
        Problem::NeedsReason,
    );
    check.length(&judged.reason, "judgement_reason");
    check.require(
        judged.level != Level::Residential || !judged.criteria.is_empty(),
        "criteria",
        Problem::NotChosen,
    );
    check.done()?;
    Ok(vec![
        hand.write(Category::Social, Body::LevelJudged(judged.clone()))
            .about_topic(topic()),
    ])
}

/// Registers an offer of residential treatment and what came of it; a lacking place is raised to somebody. Who treats her
/// may not know what others have judged, and offers at once all the same; against the own judgement nobody does.
pub fn offer_residential(
    pathway: &Pathway,
    offered: &ResidentialOffered,
    hand: &Hand,
) -> Result<Vec<NewEntry>, Refusal> {
    open(pathway)?;
    if pathway
        .judgements
        .last()
        .is_some_and(|j| j.body.level != Level::Residential)
    {
        return Err(Refusal::NotNow(NotNow::NoJudgement));
    }
    let mut check = Check::default();
    check.text(&offered.place, "place");
    let raised = offered
        .raised_to
        .as_deref()
        .is_some_and(|r| !r.trim().is_empty());
    check.require(
        offered.answer != ResidentialAnswer::NoPlace || raised,
        "raised_to",
        Problem::Missing,
    );
    check.done()?;
    Ok(vec![hand.write(
        Category::SubstanceUse,
        Body::ResidentialOffered(offered.clone()),
    )])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::body::Prescribed;
    use crate::fixture::Grown;
    use crate::id::RefId;
    use crate::org::Function;

    fn used(substance: &str, source: UseSource) -> UseRecorded {
        UseRecorded {
            substance: substance.into(),
            duration: None,
            frequency: Some("hver dag".into()),
            timing: None,
            weeks: None,
            amount: None,
            prescribed: Prescribed::Unknown,
            prescriber: None,
            source,
        }
    }

    #[test]
    fn b12_each_use_is_kept_under_its_own_kind_of_information_and_none_with_the_social_situation() {
        let journal = Grown::new();
        let hand = journal.hand(("family", "c"), Function::Caseworker);
        let told = AssessmentCompleted {
            reference: RefId::new("a"),
            situation: "Bor til leje.".into(),
            resources: "En søster.".into(),
            challenges: "Aftenerne.".into(),
            uses: vec![
                used("cannabis", UseSource::Test),
                used("alkohol", UseSource::Herself),
            ],
            problems: Vec::new(),
            violence_risk: false,
            easy_read: false,
        };
        let entries = complete(&journal.pathway(), &told, &hand).unwrap();
        let kept = entries.iter().map(|entry| {
            let category = entry.envelope.category;
            if let Body::UseRecorded(one) = &entry.body {
                return (category, one.substance.clone());
            }
            let bare =
                matches!(&entry.body, Body::AssessmentCompleted(made) if made.uses.is_empty());
            assert!(bare, "{:?}", entry.body);
            (category, "none".to_owned())
        });
        assert_eq!(
            kept.collect::<Vec<_>>(),
            [
                (Category::TestResults, "cannabis".to_owned()),
                (Category::SubstanceUse, "alkohol".to_owned()),
                (Category::Social, "none".to_owned()),
            ]
        );
    }
}
