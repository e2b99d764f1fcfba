// SPDX-License-Identifier: EUPL-1.2
//! The child's assessment in rounds, the adults around it who come to know what helps, and advice from outside.

use super::journal::Strain;
use super::words::REASONS;
use super::words::child::{HELPS, NEEDS, PICTURES, QUESTIONS, SEEN, STRENGTHS};
use super::{DAY, Growing, Life, YEAR};
use crate::error::AppError;
use jiff::ToSpan;
use jiff::civil::Date;
use traad_domain::body::{
    AdultAroundChild, AdviceReceived, AdviceRequested, AdvisedEffort, AssessmentOffered,
    BrainInjury, ChildAssessed, ChildNeed, Degree, Dimension, Functioning, HelpSheetWritten,
    KnowledgeGiven, NeedOf, Setting, UseAnswer, UseAsked, Vulnerable,
};
use traad_domain::id::RefId;
use traad_domain::org::UnitKind;
use traad_domain::time::local_date;

/// What is judged in a round.
const DOMAINS: [&str; 6] = [
    "soevn", "spisning", "adfaerd", "motorisk", "sproglig", "laering",
];

/// Who takes part besides the writer.
const PROFESSIONS: [&str; 4] = [
    "psykolog",
    "boernelaege",
    "sundhedsplejerske",
    "paedagogisk-medarbejder",
];

/// Whom advice can be asked of.
const SUPPLIERS: [&str; 3] = [
    "bagsvaerd-observationshjem",
    "boerneneurocenter-vejlefjord",
    "hjerneskadecenter-virum",
];

impl Life<'_> {
    /// A round is offered; the parents say yes or no.
    pub(super) fn offer_round(&mut self) -> Result<(), AppError> {
        if self.was_assessed()? {
            return Ok(());
        }
        let Some((id, ctx)) = self.by(UnitKind::FamilyDepartment)? else {
            return Ok(());
        };
        let numbers = self.numbers();
        let accepted = !self.dice.of_thousand(numbers.round_declined);
        let offered = AssessmentOffered {
            accepted,
            reason: if accepted {
                String::new()
            } else {
                "Forældrene synes, at det går godt, og vil vente.".to_owned()
            },
            next: (!accepted).then(|| local_date(ctx.now).saturating_add(2.years())),
        };
        self.app().offer_assessment(&ctx, &id, &offered)?;
        if accepted {
            self.may_grow(900, (10, 90), Growing::Round);
        }
        Ok(())
    }

    /// Whether there was a round, or the offer of one, in the last half year.
    fn was_assessed(&self) -> Result<bool, AppError> {
        let (_, thread) = self.stands()?;
        let known = &thread.whole.child.development;
        let rounds = known.rounds.iter().map(|round| round.recorded);
        let offers = known.offers.iter().map(|offer| offer.recorded);
        let newest = rounds.chain(offers).max();
        Ok(newest.is_some_and(|at| self.now - at.as_second() < YEAR / 2 * DAY))
    }

    /// The day of the next round: the next age at which demands rise, or two years on.
    fn next_round(&self) -> Date {
        let today = local_date(self.instant());
        let days = [3, 6, 13].map(|years| years * YEAR - self.age());
        let next = days.into_iter().find(|days| *days > 60);
        today.saturating_add(next.unwrap_or(2 * YEAR).days())
    }

    /// A round: the family department's, or the clinic's where nobody else follows the child.
    pub(super) fn round(&mut self) -> Result<(), AppError> {
        let kinds = [
            UnitKind::FamilyDepartment,
            UnitKind::Ppr,
            UnitKind::FamilyClinic,
        ];
        let Some((id, ctx)) = self.by_any(&kinds)? else {
            return Ok(());
        };
        let (_, thread) = self.stands()?;
        let before = thread.whole.child.development.newest();
        let before: Vec<Functioning> = before.map(|r| r.body.functions.clone()).unwrap_or_default();
        drop(thread);
        let next = self.next_round();
        let functions = self.functions(&before);
        let made = self.assessed_child((functions, next));
        let needs = !made.needs.is_empty();
        self.app()
            .assess_child(&ctx, &id, None, (&made, Some(next)))?;
        let numbers = self.numbers();
        let ahead = next
            .since(local_date(ctx.now))
            .map_or(0, |span| span.get_days());
        self.may_grow(
            800,
            (i64::from(ahead) - 20, i64::from(ahead) + 25),
            Growing::Offer,
        );
        if needs {
            self.may_grow(numbers.needs_answered, (7, 60), Growing::Planned);
            self.may_grow(500, (5, 90), Growing::Sheet);
            self.may_grow(numbers.advice, (10, 90), Growing::Advice);
        }
        Ok(())
    }

    /// How much each domain troubles the child: as in the last round, now and then better or worse.
    fn functions(&mut self, before: &[Functioning]) -> Vec<Functioning> {
        let numbers = self.numbers();
        let most = match self.journal.lot.strain {
            Strain::None => 1,
            Strain::Some => 2,
            Strain::Marked => 4,
        };
        let mut functions = Vec::new();
        for domain in DOMAINS {
            let known = before.iter().find(|one| one.domain == domain);
            let known = known.and_then(|one| one.degree);
            let place = match known {
                None => self.dice.between(0, most + 1),
                Some(degree) => {
                    let place = Degree::ALL.iter().position(|one| *one == degree);
                    let place = i64::try_from(place.unwrap_or(0)).unwrap_or(0);
                    let worse = self.dice.of_thousand(numbers.lost_ground);
                    let better = self.dice.of_thousand(300);
                    place + i64::from(worse) - i64::from(better)
                }
            };
            let last = Degree::ALL.len() - 1;
            let place = usize::try_from(place.max(0)).unwrap_or(0).min(last);
            functions.push(Functioning {
                domain: domain.to_owned(),
                degree: Degree::ALL.get(place).copied(),
                note: String::new(),
            });
        }
        functions
    }

    fn assessed_child(&mut self, (functions, next): (Vec<Functioning>, Date)) -> ChildAssessed {
        let mut words = || self.dice.word(&PICTURES).to_owned();
        let dimension = |words: String| Dimension {
            examined: true,
            words,
        };
        let asked = |answer| UseAsked {
            answer,
            by: "moren".to_owned(),
        };
        let (life, picture, relations) = (words(), words(), words());
        let dimensions = (dimension(words()), dimension(words()), dimension(words()));
        let alone = self.dice.of_thousand(250);
        let count = if alone { 0 } else { self.dice.between(1, 4) };
        let professions = (0..count).map(|_| self.dice.word(&PROFESSIONS).to_owned());
        let professions: Vec<String> = professions.collect();
        ChildAssessed {
            reference: RefId::new(""),
            round: 0,
            life,
            foetal: "Det, der vides, står i barnets kerneoplysninger.".to_owned(),
            birth: "Født til tiden, hjemme efter få dage.".to_owned(),
            infancy: self.dice.word(&SEEN).to_owned(),
            substances: asked(UseAnswer::Yes),
            medicine: asked(UseAnswer::Unknown),
            biological: dimensions.0,
            psychological: dimensions.1,
            social: dimensions.2,
            vulnerable: *self
                .dice
                .pick(Vulnerable::ALL)
                .unwrap_or(&Vulnerable::Unknown),
            picture,
            symptoms: Vec::new(),
            relations,
            functions,
            potential: self.dice.word(&STRENGTHS).to_owned(),
            difficulties: self.dice.word(&SEEN).to_owned(),
            strengths: self.dice.word(&STRENGTHS).to_owned(),
            contributions: Vec::new(),
            professions,
            needs: self.needs(),
            next,
        }
    }

    fn needs(&mut self) -> Vec<ChildNeed> {
        let count = match self.journal.lot.strain {
            Strain::None => 0,
            Strain::Some => self.dice.between(1, 3),
            Strain::Marked => self.dice.between(2, 5),
        };
        let mut whats: Vec<&str> = (0..count).map(|_| self.dice.word(&NEEDS)).collect();
        whats.sort_unstable();
        whats.dedup();
        let need = |what: &str| ChildNeed {
            reference: RefId::new(""),
            whose: NeedOf::Child,
            what: what.to_owned(),
        };
        whats.into_iter().map(need).collect()
    }

    /// An adult around the child is named: at home, or where the child is by day.
    pub(super) fn adult(&mut self, which: u8) -> Result<(), AppError> {
        let school = self.age() > 6 * YEAR;
        let (kind, setting, name) = match (which, school) {
            (0, _) => (UnitKind::FamilyDepartment, Setting::Home, "Mormor"),
            (1, false) => (UnitKind::Daycare, Setting::Daycare, "Stuens pædagog"),
            (1, true) => (UnitKind::Daycare, Setting::School, "Klasselæreren"),
            _ => (UnitKind::FamilyDepartment, Setting::Foster, "Plejemor"),
        };
        let Some((id, ctx)) = self.by(kind)? else {
            return Ok(());
        };
        let adult = AdultAroundChild {
            reference: RefId::new(""),
            name: name.to_owned(),
            setting,
            lacks: "Hvad der hjælper, når dagen skifter".to_owned(),
        };
        self.app().name_adult(&ctx, &id, &adult)?;
        let share = self.numbers().knowledge;
        self.may_grow(share, (5, 120), Growing::Knowledge);
        Ok(())
    }

    /// One who lacks it is told what helps, by a unit that knows of that adult.
    pub(super) fn knowledge(&mut self) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let known = &thread.whole.child.development;
        let told = |of: &RefId| known.told.iter().any(|told| &told.body.adult == of);
        let waits = known.adults.iter().find(|one| !told(&one.body.reference));
        let waits = waits.map(|one| (one.body.reference.clone(), one.author.unit.clone()));
        drop(thread);
        let Some((adult, unit)) = waits else {
            return Ok(());
        };
        let (id, _) = self.stands()?;
        let ctx = self.ctx(&unit)?;
        let given = KnowledgeGiven {
            adult,
            how: "Samtale, og arket om, hvad der hjælper.".to_owned(),
        };
        self.app().give_knowledge(&ctx, &id, &given).map(drop)
    }

    /// What helps the child, on one sheet without a cause.
    pub(super) fn sheet(&mut self) -> Result<(), AppError> {
        let Some((id, ctx)) = self.by(UnitKind::FamilyDepartment)? else {
            return Ok(());
        };
        let sheet = HelpSheetWritten {
            needs: self.dice.word(&NEEDS).to_owned(),
            strengths: self.dice.word(&STRENGTHS).to_owned(),
            signals: self.dice.word(&SEEN).to_owned(),
            helps: self.dice.word(&HELPS).to_owned(),
            places: Vec::new(),
        };
        self.app()
            .write_help_sheet(&ctx, &id, (&sheet, ""))
            .map(drop)
    }

    /// Advice is asked for without a name, where the child was or may have been exposed.
    pub(super) fn ask_advice(&mut self) -> Result<(), AppError> {
        use traad_domain::pathway::Exposure;
        let (_, thread) = self.stands()?;
        let stands = thread.whole.exposure_position();
        drop(thread);
        let asks = matches!(stands, Exposure::Confirmed | Exposure::Suspected);
        let found = self.by(UnitKind::FamilyDepartment)?;
        let Some((id, ctx)) = found.filter(|_| asks) else {
            return Ok(());
        };
        let asked = AdviceRequested {
            reference: RefId::new(""),
            supplier: self.dice.word(&SUPPLIERS).to_owned(),
            anonymous: true,
            yes: Vec::new(),
            injury: BrainInjury::NotKnown,
            question: self.dice.word(&QUESTIONS).to_owned(),
        };
        self.app().ask_for_advice(&ctx, &id, (&asked, ""))?;
        self.may_grow(850, (10, 60), Growing::Advised);
        Ok(())
    }

    pub(super) fn advised(&mut self) -> Result<(), AppError> {
        let (_, thread) = self.stands()?;
        let asked = thread.whole.child.development.requests.last();
        let asked = asked.map(|one| (one.body.reference.clone(), one.author.unit.clone()));
        drop(thread);
        let Some((request, unit)) = asked else {
            return Ok(());
        };
        let (id, _) = self.stands()?;
        let ctx = self.ctx(&unit)?;
        let got = AdviceReceived {
            request,
            on: local_date(ctx.now),
            advice: self.dice.word(&HELPS).to_owned(),
            efforts: vec![AdvisedEffort {
                reference: RefId::new(""),
                what: self.dice.word(&NEEDS).to_owned(),
            }],
        };
        self.app().receive_advice(&ctx, &id, &got).map(drop)
    }

    /// A reason in somebody's words.
    pub(super) fn reason(&mut self) -> String {
        self.dice.word(&REASONS).to_owned()
    }
}
