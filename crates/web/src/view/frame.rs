// SPDX-License-Identifier: EUPL-1.2
//! The frame around every page: who reads, where they are, how many tasks wait.

use super::parts::Count;
use crate::text::T;

/// What every page needs besides its own view.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The texts in the reader's language.
    pub t: T,
    /// Address of the static files, without a closing slash, such as `/static/1f3c`.
    pub assets: String,
    /// The token every form carries as the hidden field `csrf`.
    pub csrf: String,
    /// The page's own address (path only, never with words searched for): where the language switch returns to.
    pub here: String,
    /// The person logged in; `None` on the log-in page.
    pub reader: Option<Reader>,
    /// A line shown once after something was done, such as `Koordinatoren er udpeget.`
    pub notice: Option<String>,
}

/// The person logged in, as the header shows them.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a part of the menu that is there or not, whatever the others are"
)]
pub struct Reader {
    /// `Mette Test Holm`.
    pub name: String,
    /// The person's function, such as `familierådgiver`.
    pub function: String,
    /// The unit they work in now, such as `Familieafdelingen, Odense`.
    pub unit: String,
    /// Open tasks that are theirs, shown beside *Mine opgaver*.
    pub tasks: Count,
    /// Unread notifications, when the unit receives notifications at all.
    pub notifications: Option<usize>,
    /// Unanswered referrals, when the unit receives referrals at all.
    pub referrals: Option<usize>,
    /// Whether the unit places children, and the person works on cases in it.
    pub places: bool,
    /// Whether the person leads the unit.
    pub leads: bool,
    /// Whether the person looks after the log, and sees no pathway.
    pub audits: bool,
    /// Whether the person keeps units and staff, and sees no pathway.
    pub administers: bool,
    /// Which part of the menu is marked.
    pub section: Section,
}

/// The parts of the menu.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// *Mine opgaver*.
    Tasks,
    /// *Meld bekymring*.
    Concern,
    /// *Underretninger*.
    Notifications,
    /// *Henvisninger*.
    Referrals,
    /// *Anbragte børn*.
    Placed,
    /// *Samarbejdsaftaler*.
    Agreements,
    /// *Vejviser*.
    Directory,
    /// The leader's *Overblik*.
    Leader,
    /// The data-protection officer's log.
    Log,
    /// The local administrator's units and staff.
    Staff,
    /// A page that is none of these.
    #[default]
    Other,
}

impl Reader {
    /// Whether the person has to do with pathways.
    pub fn sees_cases(&self) -> bool {
        !self.audits && !self.administers
    }

    /// Whether the menu marks this part; `code` is `tasks`, `concern`, `notifications`, `referrals`, `placed`, `agreements`,
    /// `directory`, `leader`, `log` or `staff`.
    pub fn at(&self, code: &str) -> bool {
        let section = match self.section {
            Section::Tasks => "tasks",
            Section::Concern => "concern",
            Section::Notifications => "notifications",
            Section::Referrals => "referrals",
            Section::Placed => "placed",
            Section::Agreements => "agreements",
            Section::Directory => "directory",
            Section::Leader => "leader",
            Section::Log => "log",
            Section::Staff => "staff",
            Section::Other => "",
        };
        section == code
    }
}
