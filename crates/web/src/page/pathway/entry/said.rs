// SPDX-License-Identifier: EUPL-1.2
//! Her own words, offers, notes and explanations.

use super::{Lines, Tell, capital, words};
use crate::page::duty;
use traad_domain::body::{DutyExplained, NoteWritten, OfferMade, WishKind, WishRecorded};

impl Tell for WishRecorded {
    fn tell(&self, out: &mut Lines<'_>) {
        match self.wish {
            WishKind::NotSaying => {
                let said = out.visit.t.of("work-wish-kind", self.wish.code());
                out.text(&said);
                out.text(&self.words);
            }
            WishKind::Wish | WishKind::Dream | WishKind::Decision => {
                let quoted = out.visit.t.a("quoted", &("words", self.words.trim()));
                out.text(&quoted);
            }
        }
    }
}

impl Tell for OfferMade {
    fn tell(&self, out: &mut Lines<'_>) {
        let offer = words(out.visit, "offers", &self.offer);
        out.text(&capital(&offer));
        let answer = words(out.visit, "offer-answers", self.answer.code());
        out.named("answer", &answer);
        out.text(&self.note);
    }
}

impl Tell for DutyExplained {
    fn tell(&self, out: &mut Lines<'_>) {
        let title = duty::title(out.visit, &self.rule);
        out.text(&title);
        out.named("reason", &self.reason);
    }
}

impl Tell for NoteWritten {
    fn tell(&self, out: &mut Lines<'_>) {
        out.text(&self.text);
    }
}
