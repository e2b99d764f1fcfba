// SPDX-License-Identifier: EUPL-1.2
//! Contracts on detention and leaving a residential place, as entries.

use super::{Lines, Tell};
use traad_domain::body::{ContractEnded, ContractOffered, ContractSigned, DischargePlanned};

impl Tell for ContractOffered {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("consent-law", "contract-law", self.law.code());
        out.coded("contract-answer", "contract-answer", self.answer.code());
        out.day("consent-again-line", self.again);
        out.text(&self.note);
    }
}

impl Tell for ContractSigned {
    fn tell(&self, out: &mut Lines<'_>) {
        out.day("contract-signed", Some(self.on));
        out.day("consent-until", self.until);
    }
}

impl Tell for ContractEnded {
    fn tell(&self, out: &mut Lines<'_>) {
        out.coded("contract-ended", "contract-ending", self.ended.code());
        out.text(&self.note);
    }
}

impl Tell for DischargePlanned {
    fn tell(&self, out: &mut Lines<'_>) {
        out.named("place", &self.place);
        out.day("discharge-on", Some(self.on));
        let words = self.unsettled.iter();
        let words = words.map(|m| out.visit.t.of("discharge-matter", m.code()));
        let words: Vec<String> = words.collect();
        out.named("discharge-unsettled", &words.join(", "));
        out.text(&self.reason);
    }
}
