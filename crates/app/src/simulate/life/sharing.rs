// SPDX-License-Identifier: EUPL-1.2
//! What she says yes to is passed on.

use super::Life;
use crate::error::AppError;
use traad_domain::body::{
    Asking, Capacity, ConsentForm, ConsentGiven, ConsentPurpose, ConsentScope, Direction, Giver,
};
use traad_domain::category::Category;
use traad_domain::decide::information::{Ground, Passing};
use traad_domain::entry::Entry;
use traad_domain::id::RefId;
use traad_domain::org::UnitKind;
use traad_domain::time::local_date;

impl Life<'_> {
    /// An entry is sent to the health visitors with her yes.
    pub(super) fn disclose(&mut self) -> Result<(), AppError> {
        let (id, thread) = self.stands()?;
        let whole = &thread.whole;
        let (Some(unit), Some(to)) = (
            Self::coordinating(whole),
            self.serving(UnitKind::HealthVisitors),
        ) else {
            return Ok(());
        };
        let own = |e: &&Entry| {
            let written = e.written();
            written.is_some_and(|w| w.envelope.author.unit == unit && !w.envelope.restricted)
        };
        let Some(entry) = thread.entries.iter().rfind(own) else {
            return Ok(());
        };
        let kind = entry.written().map(|w| w.envelope.category);
        let id_of_it = entry.id.clone();
        drop(thread);
        let ctx = self.ctx(&unit)?;
        let Some(category) = kind.filter(|kind| *kind != Category::Partner) else {
            return Ok(());
        };
        let today = local_date(ctx.now);
        let given = ConsentGiven {
            reference: RefId::new(""),
            scope: ConsentScope {
                direction: Direction::Disclose,
                giver: Giver {
                    capacity: Capacity::Woman,
                    name: String::new(),
                    custody: None,
                },
                actors: vec![to.clone()],
                except: Vec::new(),
                categories: vec![category],
                purpose: Some(ConsentPurpose::Coordination),
            },
            law: "fvl-28".to_owned(),
            from: today,
            until: None,
            asking: Asking {
                on: today,
                form: ConsentForm::Oral,
                oral_because: None,
                explained: true,
                asked_by: String::new(),
            },
        };
        self.app().give_consent(&ctx, &id, &given)?;
        let passing = Passing {
            to,
            entries: vec![id_of_it],
            ground: Ground::Consent,
            tell: false,
            reason: "Sundhedsplejersken besøger hende før fødslen.".to_owned(),
        };
        self.app().disclose(&ctx, &id, &passing)?;
        Ok(())
    }
}
