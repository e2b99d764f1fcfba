// SPDX-License-Identifier: EUPL-1.2
//! How long each table is kept, as data: what `docs/guides/retention.md` says in words. A test holds the two together.
//! Nothing here erases; the data-protection officer reads from it what falls due.

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// As long as the database.
    Database,
    /// By controller, author's profession and kind: see the erasure plan.
    Journal,
    /// As long as an entry names it.
    Named,
    /// Made from what is kept elsewhere, and gone with it.
    Derived,
    /// As long as somebody is employed.
    Employed,
    /// Until it expires of itself.
    Expiry,
    /// As long as the pathway.
    Pathway,
    /// Until the person it is about stops it.
    Stopped,
    /// So many minutes.
    Minutes(u16),
    /// So many days.
    Days(u16),
    /// So many years.
    Years(u16),
}

impl Keep {
    /// The code of its words.
    pub fn code(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::Journal => "journal",
            Self::Named => "named",
            Self::Derived => "derived",
            Self::Employed => "employed",
            Self::Expiry => "expiry",
            Self::Pathway => "pathway",
            Self::Stopped => "stopped",
            Self::Minutes(_) => "minutes",
            Self::Days(_) => "days",
            Self::Years(_) => "years",
        }
    }

    /// The number in its words.
    pub fn number(self) -> u16 {
        match self {
            Self::Minutes(n) | Self::Days(n) | Self::Years(n) => n,
            Self::Database
            | Self::Journal
            | Self::Named
            | Self::Derived
            | Self::Employed
            | Self::Expiry
            | Self::Pathway
            | Self::Stopped => 0,
        }
    }
}

/// One table, how long it is kept, and whether that is a proposal of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// The table.
    pub table: &'static str,
    /// How long.
    pub keep: Keep,
    /// Whether no law and no controller has said so.
    pub proposal: bool,
}

const fn kept(table: &'static str, keep: Keep) -> Kept {
    Kept {
        table,
        keep,
        proposal: false,
    }
}

const fn proposed(table: &'static str, keep: Keep) -> Kept {
    Kept {
        table,
        keep,
        proposal: true,
    }
}

/// Every table there is.
pub const TABLES: [Kept; 24] = [
    kept("meta", Keep::Database),
    kept("entry", Keep::Journal),
    kept("erasure", Keep::Journal),
    kept("record", Keep::Named),
    kept("pathway_header", Keep::Derived),
    kept("pathway_unit", Keep::Derived),
    kept("duty", Keep::Derived),
    kept("inbox", Keep::Derived),
    kept("search_name", Keep::Derived),
    kept("search_identifier", Keep::Derived),
    kept("person_name", Keep::Derived),
    kept("person_identifier", Keep::Derived),
    kept("account", Keep::Employed),
    kept("session", Keep::Expiry),
    proposed("login_attempt", Keep::Minutes(10)),
    kept("provider_user", Keep::Employed),
    kept("second_factor", Keep::Employed),
    proposed("draft", Keep::Days(30)),
    proposed("submission", Keep::Days(30)),
    kept("overdue_notice", Keep::Pathway),
    proposed("outbox", Keep::Days(30)),
    proposed("outbox_about", Keep::Days(3)),
    kept("notice_choice", Keep::Stopped),
    proposed("access_log", Keep::Years(5)),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of the guide: the table, and what stands under "kept".
    fn written() -> Vec<(String, String)> {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../docs/guides/retention.md"
        );
        let text = std::fs::read_to_string(path).unwrap();
        let rows = text.lines().filter(|line| line.starts_with("| `"));
        rows.map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            (cells[1].trim_matches('`').to_owned(), cells[3].to_owned())
        })
        .collect()
    }

    #[test]
    fn what_the_officer_reads_is_what_the_guide_says() {
        let written = written();
        // A line of the log and which pathways it names are kept alike.
        let own = written.iter().filter(|(table, _)| table != "log_pathway");
        let names: Vec<&str> = own.clone().map(|(table, _)| table.as_str()).collect();
        let known: Vec<&str> = TABLES.iter().map(|one| one.table).collect();
        assert_eq!(names, known);
        for ((table, words), one) in own.zip(TABLES) {
            assert_eq!(words.contains("(proposal)"), one.proposal, "{table}");
            let number = one.keep.number();
            assert!(
                number == 0 || words.contains(&number.to_string()),
                "{table}: {words} says not {number}"
            );
        }
    }
}
