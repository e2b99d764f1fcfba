// SPDX-License-Identifier: EUPL-1.2
//! *Meld bekymring*: one page, twelve questions, and its receipt; and the kommune finder.

use super::agreement::ForumLine;
use super::form::{Choice, Form};
use super::page;
use super::parts::{Contact, Link, Receiver};

/// The substances asked about, as codes of the catalogue and of the message `concern-substance`.
pub const SUBSTANCES: &str =
    "alkohol opioider cannabis benzodiazepiner stimulanser medicin nikotin andet";

/// The signs of prenatal exposure in a child, word for word in the texts, as codes of `concern-signs`.
pub const SIGNS: &str = "reguleringsvanskeligheder sarthed-lys sarthed-lyd sarthed-beroering motoriske kommunikative faglige kontaktmoenstre andet";

/// *Meld bekymring*. POST to [`crate::paths::CONCERN`]; the button pressed is `handling` = `find` (show who receives, nothing
/// is sent) | `kladde` | `send`.
///
/// Fields (R = required when sending):
/// - `kendskab` R: `cpr`|`navn`|`ukendt`; then `cpr` (R for `cpr`), `navn` (R for `navn`), `kendetegn` (R for `ukendt`: how she can be found)
/// - `tilstand` R: `gravid`|`barn`; then for `gravid` one of `uge` (`10` or `10+3`), `termin` (date), or neither = not stated; for `barn` `alder` (text) and `tegn` (many, codes of [`SIGNS`])
/// - `kontakt`: how she can be reached safely
/// - `kommune` R: name of a kommune
/// - `set` R: own words
/// - `stof` (many, codes of [`SUBSTANCES`]); per ticked `<s>`: `stof-<s>-hvornaar`, `stof-<s>-hyppighed`, `stof-<s>-maengde` (texts),
///   `stof-<s>-ordineret` (`ja`|`nej`|`ukendt`; not asked for `alkohol` and `nikotin`), `stof-<s>-kilde` (`hende`|`proeve`|`set`|`formodet`); empty = not stated
/// - `stoette` R: `ja`|`nej`|`overvejer`; for `ja`: `underret` (`ja`; ticked beforehand by [`Concern::blank`], counts only when `stoette` is `ja`)
///   or else `underret-allerede` (R then: when and by whom it was already done); for `nej`: `underret-alligevel` (`ja`);
///   for `overvejer`: `igen` (date, R), `igen-grund` (R)
/// - `henvis` (many: `familieambulatorium`|`alkohol`|`stof`); per ticked `<m>`: `svar-<m>` R: `mundtligt`|`skriftligt`|`ikke-spurgt`|`nej`
/// - `voksen` (`ja`); then `voksen-indhold` R, `voksen-grundlag` R: `samtykke`|`sul-43`|`fvl-28` (the last two are statute), `voksen-grund` R
/// - `ved` R: `ja`|`nej`|`overgreb` (abuse by a parent is the concern); then `ved-ja` (how she took it), `ved-nej` (R for `nej`: why not)
#[derive(Clone, Debug, Default)]
pub struct Concern {
    /// What was typed.
    pub form: Form,
    /// `Du skriver som jordemoder, Sygehus Kyst`.
    pub author: String,
    /// All kommuner, for the list.
    pub kommuner: Vec<String>,
    /// Who receives, once a kommune is chosen.
    pub receiver: Option<Receiver>,
    /// The sentence that the draft was kept, and when (`form-draft-saved`).
    pub draft_saved: Option<String>,
    /// Whether the writer's unit treats use of substances, where she may be anonymous.
    pub from_treatment: bool,
}

impl Concern {
    /// The values of an untouched form: the notification counts as wanted once the support question is answered with yes.
    pub fn blank() -> Vec<(String, String)> {
        vec![("underret".to_owned(), "ja".to_owned())]
    }
}

/// The codes of [`SUBSTANCES`] one by one.
pub(crate) fn substances() -> Vec<&'static str> {
    SUBSTANCES.split(' ').collect()
}

/// Whether it makes sense to ask if a doctor prescribed it.
pub(crate) fn may_be_prescribed(substance: &str) -> bool {
    !matches!(substance, "alkohol" | "nikotin")
}

/// The name of a field about one substance, such as `stof-alkohol-hvornaar`.
pub(crate) fn substance_field(substance: &str, part: &str) -> String {
    format!("stof-{substance}-{part}")
}

page!(Concern, "concern.html");

/// The receipt of a sent concern. It is the same for a person Tråd knows and one it does not.
#[derive(Clone, Debug, Default)]
pub struct Receipt {
    /// When it was sent, ready to read.
    pub at: String,
    /// What went where, in order.
    pub sent: Vec<Sent>,
    /// What the sender has to do now, such as asking her about a referral.
    pub own_tasks: Vec<String>,
    /// A human to call.
    pub human: Option<Contact>,
    /// Who to call out of hours.
    pub watch: Option<Contact>,
    /// What the sender will hear, sentence by sentence.
    pub hear: Vec<String>,
    /// The text for the sender's own record.
    pub journal: String,
}

/// One thing that was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// What: `Underretning om barnet`.
    pub what: String,
    /// To whom.
    pub to: String,
    /// Who answers, and by when.
    pub answer: String,
}

page!(Receipt, "receipt.html");

/// The kommune finder. Field: `kommune` (name or beginning of it).
#[derive(Clone, Debug, Default)]
pub struct KommuneFinder {
    /// What was typed.
    pub form: Form,
    /// All kommuner, for the list.
    pub kommuner: Vec<String>,
    /// Several begin like what was typed.
    pub matches: Vec<Choice>,
    /// The one found.
    pub receiver: Option<Receiver>,
    /// What is known locally there.
    pub local: Option<LocalDirectory>,
    /// The offers of check-ups in its region.
    pub region: Option<RegionOffers>,
}

/// The offers of check-ups in a region.
#[derive(Clone, Debug, Default)]
pub struct RegionOffers {
    /// The region.
    pub region: String,
    /// Where the children of the kommune are followed.
    pub place: Option<String>,
    /// The offers, those that are closed too.
    pub offers: Vec<OfferLine>,
    /// The groups of age no offer reaches.
    pub gaps: Vec<String>,
    /// Where one is added, for those who may.
    pub add: Option<String>,
}

/// One of them.
#[derive(Clone, Debug, Default)]
pub struct OfferLine {
    /// What it is called.
    pub name: String,
    /// The unit that has it.
    pub unit: String,
    /// Whom it is for.
    pub ages: String,
    /// When it was judged, or that it is closed.
    pub state: String,
    /// Whether it is closed.
    pub ended: bool,
    /// What can be done, for those who may.
    pub acts: Vec<Link>,
}

/// The directory of one kommune: offers, fora and contact persons.
#[derive(Clone, Debug, Default)]
pub struct LocalDirectory {
    /// The kommune.
    pub kommune: String,
    /// Offers that are no unit of their own here.
    pub offers: Vec<ListingLine>,
    /// Its fora, and those of its region.
    pub fora: Vec<ForumLine>,
    /// Fora that ought to be there and are not.
    pub lacks: Vec<String>,
    /// Contact persons of the agreement in force.
    pub contacts: Vec<ContactLine>,
    /// How many lines nobody has confirmed for long, for whoever keeps them.
    pub unconfirmed: usize,
    /// Where an offer is added, for those who may.
    pub add: Option<String>,
    /// Where contact persons are written, for those who may.
    pub contacts_edit: Option<String>,
    /// What a form on the page sends with it.
    pub form: Form,
}

/// One offer.
#[derive(Clone, Debug, Default)]
pub struct ListingLine {
    /// What it is called.
    pub name: String,
    /// What it is, and for whom.
    pub what: String,
    /// Whom to ask for, and the telephone.
    pub contact: Contact,
    /// When it was confirmed, or since when it was not.
    pub confirmed: String,
    /// Whether that is too long ago.
    pub unconfirmed: bool,
    /// Where it is changed, and where it is confirmed, for those who may.
    pub keep: Option<(String, String)>,
}

/// One contact person.
#[derive(Clone, Debug, Default)]
pub struct ContactLine {
    /// Actor, name, how to reach them and who answers instead.
    pub words: String,
    /// When it was confirmed, or since when it was not.
    pub confirmed: String,
    /// Whether that is too long ago.
    pub unconfirmed: bool,
}

/// An offer of the directory. Fields: `navn` R, `hvad` R, `kontakt` R, `telefon` R; `slut` = `ja`: it is gone.
#[derive(Clone, Debug, Default)]
pub struct ListingForm {
    /// What was typed.
    pub form: Form,
    /// Where the form is sent.
    pub here: String,
    /// The kommune.
    pub kommune: String,
    /// The page of its directory.
    pub back: String,
    /// Whether it is a new one.
    pub new: bool,
}

page!(ListingForm, "listing.html");

page!(KommuneFinder, "kommune.html");
