// SPDX-License-Identifier: EUPL-1.2
//! The directory of a kommune (vejviser): offers that are no units of their own here, kept by the kommune itself and read by
//! all staff. It says nothing of anybody. What nobody has confirmed for long is told to whoever keeps it.

use crate::App;
use crate::ctx::Ctx;
use crate::error::AppError;
use crate::registry::{Versioned, kind};
use traad_domain::directory::listing::{Listing, is_unconfirmed};
use traad_domain::id::MunicipalityCode;
use traad_domain::policy::may_keep_directory;
use traad_domain::time::local_date;

impl App {
    /// The offers of a kommune that are not gone, by name.
    pub fn listings(&self, municipality: &MunicipalityCode) -> Result<Vec<Listing>, AppError> {
        let mut all: Vec<Listing> = self.list(kind::LISTING)?;
        all.retain(|one| &one.municipality == municipality && one.ended.is_none());
        all.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(all)
    }

    /// One of them as it stands, for whoever may change it.
    pub fn own_listing(&self, ctx: &Ctx, id: &str) -> Result<Versioned<Listing>, AppError> {
        let found: Option<Versioned<Listing>> = self.find(kind::LISTING, id)?;
        let found = found.ok_or(AppError::NotFound)?;
        self.may_keep(ctx, &found.value.municipality)?;
        Ok(found)
    }

    /// Writes one, and with it says that it is right today.
    pub fn keep_listing(&self, ctx: &Ctx, listing: Listing, before: u32) -> Result<(), AppError> {
        self.may_keep(ctx, &listing.municipality)?;
        let confirmed = local_date(ctx.now);
        let listing = Listing {
            confirmed,
            ..listing
        }
        .checked()?;
        self.keep_record(ctx, (kind::LISTING, &listing.id), &listing, before)
    }

    /// Says that one is still right.
    pub fn confirm_listing(&self, ctx: &Ctx, id: &str) -> Result<(), AppError> {
        let Versioned { version, value } = self.own_listing(ctx, id)?;
        self.keep_listing(ctx, value, version)
    }

    /// Whether the reader keeps the directory of a kommune.
    pub fn keeps_directory(&self, ctx: &Ctx, municipality: &MunicipalityCode) -> bool {
        let own = ctx.actor.unit.municipality.as_ref();
        may_keep_directory(ctx.reader(), (own, municipality), ctx.now).is_ok()
    }

    fn may_keep(&self, ctx: &Ctx, municipality: &MunicipalityCode) -> Result<(), AppError> {
        let own = ctx.actor.unit.municipality.as_ref();
        if let Err(denial) = may_keep_directory(ctx.reader(), (own, municipality), ctx.now) {
            self.log(ctx, "listing", &[], Err(denial))?;
            return Err(AppError::Forbidden);
        }
        Ok(())
    }

    /// How many lines of the own kommune's directory nobody has confirmed for long: offers and contact persons. Nought for
    /// whoever does not keep it.
    pub fn unconfirmed(&self, ctx: &Ctx) -> Result<usize, AppError> {
        let Some(own) = self.own_municipality(ctx) else {
            return Ok(0);
        };
        if !self.keeps_directory(ctx, own) {
            return Ok(0);
        }
        let today = local_date(ctx.now);
        let offers = self.listings(own)?;
        let offers = offers.iter().map(|one| Some(one.confirmed));
        let agreed = self.agreement_for(own, today)?;
        let contacts = agreed.iter().flat_map(|agreed| &agreed.answers.contacts);
        let days = offers.chain(contacts.map(|contact| contact.confirmed));
        Ok(days.filter(|day| is_unconfirmed(*day, today)).count())
    }
}
