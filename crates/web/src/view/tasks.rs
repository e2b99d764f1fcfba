// SPDX-License-Identifier: EUPL-1.2
//! *Mine opgaver*: the start page of every professional, most urgent first.

use super::duty::{DutyRow, Urgency};
use super::form::{Choice, Form};
use super::page;
use super::parts::{Contact, Count, Pager};

/// The start page. The filter is a GET form: `hvem` (`mig`|`enhed`), `forloeb` (pathway id or empty), `slags` (empty,
/// `lovfrist`, `aftale`, `anbefaling`), `vis` (empty, `overskredet`, `idag`, `uge`, `senere`), `side` (page number).
#[derive(Clone, Debug, Default)]
pub struct Tasks {
    /// All open tasks that fit `hvem`, before the other filters.
    pub total: Count,
    /// Overdue among them.
    pub overdue: Count,
    /// Due today.
    pub today: Count,
    /// Due later this week.
    pub week: Count,
    /// Due later, or without a limit.
    pub later: Count,
    /// The filter as chosen.
    pub filter: Form,
    /// The pathways that can be chosen in the filter.
    pub pathways: Vec<Choice>,
    /// The rows of this page in their groups, in order.
    pub groups: Vec<Group>,
    /// When the list is empty: `fredag 6. marts`, the next day something is due.
    pub next: Option<String>,
    /// How many questions the agreement leaves open, and where to see them.
    pub unsettled: Option<Unsettled>,
    /// Whether the reader's unit is a clinic, which has a list of the families it has followed.
    pub follows: bool,
    /// Who to call now when the unit is closed.
    pub watch: Option<Contact>,
    /// The pages.
    pub pager: Pager,
}

/// The rows of one urgency.
#[derive(Clone, Debug)]
pub struct Group {
    /// Which.
    pub urgency: Urgency,
    /// Its rows, most urgent first.
    pub rows: Vec<DutyRow>,
}

/// Questions the cooperation agreement leaves open.
#[derive(Clone, Debug)]
pub struct Unsettled {
    /// How many.
    pub count: usize,
    /// The first of them, in words.
    pub first: String,
    /// Where they can be seen, when there is such a page.
    pub href: Option<String>,
}

impl Tasks {
    /// Address of the list narrowed to one urgency, with the rest of the filter kept.
    pub fn only(&self, show: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for name in ["hvem", "forloeb", "slags"] {
            let value = self.filter.value(name);
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        if !show.is_empty() {
            query.append_pair("vis", show);
        }
        format!("/?{}", query.finish())
    }

    /// Whether the list is narrowed to `show`.
    pub fn shows(&self, show: &str) -> bool {
        self.filter.value("vis") == show
    }
}

page!(Tasks, "tasks.html");
