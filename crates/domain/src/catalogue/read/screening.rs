// SPDX-License-Identifier: EUPL-1.2
//! Screening tools from TOML.

use super::{Place, Read};
use crate::catalogue::screening::{Prompt, Question, Screening};
use crate::catalogue::{CatalogueProblem, Words};
use crate::category::Category;
use jiff::civil::Date;
use toml::Value;

const SCREENING: &[&str] = &[
    "id", "da", "en", "category", "licence", "source", "highest", "note", "item", "prompt",
];
const ITEM: &[&str] = &["id", "da", "en", "points"];
const PROMPT: &[&str] = &["at", "item", "today", "unverified", "da", "en", "source"];

impl Place<'_> {
    fn said(&self) -> Read<Words> {
        Ok(Words {
            da: self.text("da")?,
            en: self.text("en")?,
        })
    }

    pub(super) fn screening(&self, valid_from: Date) -> Read<Screening> {
        self.only(&[SCREENING])?;
        let category = Category::from_code(&self.text("category")?)
            .ok_or_else(|| self.wrong("category", "no such kind of information"))?;
        let items = self.tables("item", "id")?;
        let items: Vec<Question> = items.iter().map(Place::question).collect::<Read<_>>()?;
        let prompts = self.tables("prompt", "at")?;
        let prompt = |place: &Place<'_>| place.prompt(&items);
        let prompts: Vec<Prompt> = prompts.iter().map(prompt).collect::<Read<_>>()?;
        Ok(Screening {
            id: self.text("id")?,
            name: self.said()?,
            category,
            highest: self.maybe_number("highest")?,
            note: self.words("note")?,
            licence: self.text("licence")?,
            source: self.text("source")?,
            items,
            prompts,
            valid_from,
        })
    }

    fn question(&self) -> Read<Question> {
        self.only(&[ITEM])?;
        Ok(Question {
            id: self.text("id")?,
            name: self.said()?,
            points: self.points()?,
        })
    }

    /// What an answer can give, from the least.
    fn points(&self) -> Read<Vec<u8>> {
        let wrong = || -> CatalogueProblem {
            self.wrong("points", "two or more rising numbers are needed")
        };
        let values = self.table.get("points").and_then(Value::as_array);
        let numbers = values.into_iter().flatten().map(|value| {
            let number = value.as_integer().and_then(|n| u8::try_from(n).ok());
            number.ok_or_else(wrong)
        });
        let points: Vec<u8> = numbers.collect::<Read<_>>()?;
        let rising = points.iter().zip(points.iter().skip(1)).all(|(a, b)| a < b);
        if points.len() > 1 && rising {
            Ok(points)
        } else {
            Err(wrong())
        }
    }

    fn prompt(&self, items: &[Question]) -> Read<Prompt> {
        self.only(&[PROMPT])?;
        let item = self.maybe_text("item")?;
        let unknown = |id: &String| !items.iter().any(|item| &item.id == id);
        if item.as_ref().is_some_and(unknown) {
            return Err(self.wrong("item", "no such question of the tool"));
        }
        Ok(Prompt {
            at: self
                .maybe_number("at")?
                .ok_or_else(|| self.wrong("at", "is lacking"))?,
            item,
            today: self.yes("today")?,
            unverified: self.yes("unverified")?,
            words: self.said()?,
            source: self.text("source")?,
        })
    }
}
