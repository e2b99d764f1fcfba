// SPDX-License-Identifier: EUPL-1.2
//! Units, functions and dated employments: who a reader or an author is on a given day.
//!
//! A person, an account and an employment are three things: the same midwife can be employed in two units, and what she
//! may see is decided by the employment she acts in.

mod places;

pub use places::Places;

use crate::id::{ControllerId, EmploymentId, MunicipalityCode, StaffId, UnitId};
use crate::time::start_of_day;
use jiff::civil::{Date, Time, Weekday};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

macro_rules! coded {
    ($(#[$enum_doc:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$enum_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)*
        }

        impl $name {
            /// Every value, in the order they are shown.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The code used in storage, forms, rules and texts.
            pub fn code(self) -> &'static str {
                match self {
                    $($name::$variant => $code,)*
                }
            }

            /// The value of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some($name::$variant),)*
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// What a unit is (requirements, units and authorities O1–O23).
    UnitKind {
        /// Familieambulatorium (region).
        FamilyClinic = "familieambulatorium",
        /// Familieafdeling: the authority for children and families (kommune).
        FamilyDepartment = "familieafdeling",
        /// Voksenmyndighed (kommune).
        AdultAuthority = "voksenmyndighed",
        /// Rusmiddelbehandling, alcohol.
        AlcoholTreatment = "rusmiddelbehandling-alkohol",
        /// Rusmiddelbehandling, drugs.
        DrugTreatment = "rusmiddelbehandling-stof",
        /// Døgnbehandlingstilbud.
        Residential = "doegntilbud",
        /// Jordemodercenter and maternity ward.
        Midwifery = "jordemoderkonsultation",
        /// General practice.
        GeneralPractice = "almen-praksis",
        /// Sundhedspleje.
        HealthVisitors = "sundhedspleje",
        /// Pædagogisk psykologisk rådgivning.
        Ppr = "ppr",
        /// Børne- og ungeafdeling of a hospital.
        Paediatrics = "boerneafdeling",
        /// Psychiatry.
        Psychiatry = "psykiatri",
        /// Jobcenter.
        JobCentre = "jobcenter",
        /// Ungecentret.
        YouthCentre = "ungecenter",
        /// Kriminalforsorgen.
        Probation = "kriminalforsorg",
        /// Legal assistance.
        LegalAid = "juridisk-bistand",
        /// Værested, herberg, gadeplan and other social offers.
        StreetWork = "gadeplan",
        /// Civil-society organisation.
        CivilSociety = "civilsamfund",
        /// The municipality's emergency duty (social døgnvagt).
        EmergencyDuty = "doegnvagt",
        /// Daycare and school.
        Daycare = "dagtilbud-skole",
        /// The partner: a person on the map, never a unit.
        Partner = "partner",
        /// Her own family and network: persons on the map.
        Network = "netvaerk",
        /// Anything else.
        Other = "andet",
    }
}

coded! {
    /// What a member of staff does in a unit. Access and duties speak of functions, never of persons' titles.
    Function {
        /// Jordemoder.
        Midwife = "jordemoder",
        /// Læge.
        Physician = "laege",
        /// Socialrådgiver in the clinic.
        ClinicSocialWorker = "socialraadgiver-klinik",
        /// Rådgiver in the family department.
        Caseworker = "familieraadgiver",
        /// Rusmiddelbehandler.
        Therapist = "rusmiddelbehandler",
        /// Sundhedsplejerske.
        HealthVisitor = "sundhedsplejerske",
        /// Caseworker in another authority, for example the job centre.
        OtherCaseworker = "sagsbehandler",
        /// Gadeplansmedarbejder.
        StreetWorker = "gadeplansmedarbejder",
        /// Employee or volunteer of a drop-in centre or a civil-society organisation.
        CivilWorker = "vaerestedsmedarbejder",
        /// Psychologist.
        Psychologist = "psykolog",
        /// Pædagog or teacher.
        Educator = "paedagogisk-medarbejder",
        /// Employee of the emergency duty.
        DutyOfficer = "doegnvagt",
        /// Leader of the unit.
        Leader = "leder",
        /// The person a pathway is about, on her own page. Never somebody's employment.
        Citizen = "borger",
        /// Who has custody of the child a pathway is about, on a page of the own. Never somebody's employment.
        CustodyHolder = "foraelder",
        /// Who cares for a placed child day by day, on a page of the own. Never somebody's employment.
        FosterCarer = "plejefamilie",
        /// Administrator of units and staff; sees no pathway.
        Administrator = "administrator",
        /// Data-protection officer (databeskyttelsesrådgiver) of a controller; sees its log and no pathway.
        DataProtectionOfficer = "databeskyttelsesraadgiver",
        /// The system itself.
        System = "system",
    }
}

impl UnitKind {
    /// Whether there are units of the kind: a partner and a network are people on a map.
    pub fn is_a_unit(self) -> bool {
        !matches!(self, Self::Partner | Self::Network)
    }
}

impl Function {
    /// Whether the function has to do with pathways at all: it reads, writes and can be given something to do.
    pub fn sees_pathways(self) -> bool {
        !matches!(
            self,
            Self::Administrator | Self::DataProtectionOfficer | Self::System
        )
    }

    /// Whether somebody can be employed in the function.
    pub fn is_a_post(self) -> bool {
        !self.is_citizen() && self != Self::System
    }

    /// Whether it is somebody on a page of the own: the person a pathway is about, who has custody of the child, or who
    /// cares for it.
    pub fn is_citizen(self) -> bool {
        matches!(
            self,
            Self::Citizen | Self::CustodyHolder | Self::FosterCarer
        )
    }

    /// Whether somebody in the function can have a part in a case: coordinate it, stand in for who does.
    pub fn works_on_cases(self) -> bool {
        self.sees_pathways() && !self.is_citizen() && self != Self::Leader
    }

    /// Whether the function is that of an authorised health professional; used where the law asks for one.
    pub fn is_health(self) -> bool {
        matches!(
            self,
            Self::Midwife
                | Self::Physician
                | Self::HealthVisitor
                | Self::Psychologist
                | Self::ClinicSocialWorker
        )
    }
}

/// Opening hours on weekdays; outside them a notification is routed to the emergency duty (practice A8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningHours {
    /// First minute of the working day.
    pub from: Time,
    /// First minute after the working day.
    pub to: Time,
}

impl OpeningHours {
    /// Whether the unit is open: a weekday that is no public holiday, within the hours.
    pub fn open_at(&self, day: Date, time: Time, holiday: bool) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        !holiday && !weekend && self.from <= time && time < self.to
    }
}

/// An organisational unit: it writes, receives and owes. Dated: a unit that has ended receives nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Its name as people say it.
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// The municipality it belongs to, or lies in.
    pub municipality: Option<MunicipalityCode>,
    /// ISO 3166-2 code of the region it serves.
    pub region: String,
    /// CVR number of the authority that controls the data it writes.
    pub controller: ControllerId,
    /// Telephone to a human being.
    pub phone: String,
    /// Opening hours, if known.
    pub hours: Option<OpeningHours>,
    /// Municipalities it serves; empty means its own municipality, or the whole region for a regional unit.
    #[serde(default)]
    pub serves: Vec<MunicipalityCode>,
    /// What it offers women early, in a sentence for the directory.
    #[serde(default)]
    pub offer: Option<String>,
    /// First day.
    pub from: Date,
    /// Last day, if it has ended.
    #[serde(default)]
    pub to: Option<Date>,
}

impl Unit {
    /// Whether it is the kommune's authority for children and families: it places a child, decides on support, links siblings.
    pub fn is_child_authority(&self) -> bool {
        self.kind == UnitKind::FamilyDepartment
    }

    /// The instants at which it begins and has ended.
    pub fn turns(&self) -> Vec<Timestamp> {
        let gone = self.to.map(|last| last.saturating_add(1.day()));
        let days = [Some(self.from), gone].into_iter().flatten();
        days.map(start_of_day).collect()
    }

    /// Whether the unit serves a municipality that lies in a region.
    pub fn serves(&self, municipality: &MunicipalityCode, region: &str) -> bool {
        if !self.serves.is_empty() {
            return self.serves.contains(municipality);
        }
        match &self.municipality {
            Some(own) => own == municipality,
            None => self.region == region,
        }
    }
}

/// A member of staff as a human being.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Its id.
    pub id: StaffId,
    /// Name as shown to colleagues.
    pub name: String,
}

/// A dated employment: the reader and the author of everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Employment {
    /// Its id.
    pub id: EmploymentId,
    /// Who is employed.
    pub staff: StaffId,
    /// Name as shown to colleagues, copied from the staff record.
    pub name: String,
    /// Where.
    pub unit: UnitId,
    /// As what.
    pub function: Function,
    /// Direct telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// First moment.
    pub from: Timestamp,
    /// First moment after, when it has ended: access ends the same minute.
    #[serde(default)]
    pub to: Option<Timestamp>,
    /// Times away, such as parental leave: the employment runs, but nobody can count on the person.
    #[serde(default)]
    pub leave: Vec<Leave>,
}

/// A time away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leave {
    /// First moment.
    pub from: Timestamp,
    /// First moment after, when it is known.
    pub to: Option<Timestamp>,
    /// Who stands in for the person (stedfortræder): what the person owes is theirs meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deputy: Option<EmploymentId>,
}

impl Leave {
    /// Whether it runs at an instant.
    pub fn runs_at(&self, now: Timestamp) -> bool {
        self.from <= now && !self.is_over_at(now)
    }

    /// Whether it has ended at an instant.
    pub fn is_over_at(&self, now: Timestamp) -> bool {
        self.to.is_some_and(|to| to <= now)
    }
}

impl Employment {
    /// Whether the employment runs at an instant.
    pub fn runs_at(&self, now: Timestamp) -> bool {
        self.from <= now && self.to.is_none_or(|to| now < to)
    }

    /// Whether the person can be counted on at an instant: employed and not on leave.
    pub fn present_at(&self, now: Timestamp) -> bool {
        self.runs_at(now) && self.leave_at(now).is_none()
    }

    /// The time away that runs at an instant.
    pub fn leave_at(&self, now: Timestamp) -> Option<&Leave> {
        self.leave.iter().find(|leave| leave.runs_at(now))
    }

    /// The time away that runs or is still to come.
    pub fn coming_leave(&self, now: Timestamp) -> Option<&Leave> {
        let coming = self.leave.iter().filter(|leave| !leave.is_over_at(now));
        coming.min_by_key(|leave| leave.from)
    }

    /// The instants at which who can be counted on changes.
    pub fn turns(&self) -> impl Iterator<Item = Timestamp> {
        let own = [Some(self.from), self.to];
        let leave = self
            .leave
            .iter()
            .flat_map(|leave| [Some(leave.from), leave.to]);
        own.into_iter().chain(leave).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn the_department_is_closed_on_friday_evening_saturday_and_holidays() {
        let hours = OpeningHours {
            from: time(8, 0, 0, 0),
            to: time(15, 30, 0, 0),
        };
        assert!(hours.open_at(date(2026, 3, 6), time(15, 0, 0, 0), false));
        assert!(!hours.open_at(date(2026, 3, 6), time(15, 30, 0, 0), false));
        assert!(!hours.open_at(date(2026, 3, 7), time(10, 0, 0, 0), false));
        assert!(!hours.open_at(date(2026, 4, 2), time(10, 0, 0, 0), true));
    }

    #[test]
    fn access_ends_the_minute_the_employment_ends() {
        let end: Timestamp = "2026-03-03T12:00:00Z".parse().unwrap();
        let employment = Employment {
            id: EmploymentId::new("e"),
            staff: StaffId::new("s"),
            name: "Test".into(),
            unit: UnitId::new("u"),
            function: Function::Midwife,
            phone: None,
            from: "2026-01-01T00:00:00Z".parse().unwrap(),
            to: Some(end),
            leave: Vec::new(),
        };
        assert!(employment.runs_at(end - jiff::SignedDuration::from_secs(1)));
        assert!(!employment.runs_at(end));
    }
}
