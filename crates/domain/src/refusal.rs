// SPDX-License-Identifier: EUPL-1.2
//! Why something cannot be written: field, problem and – through the text of the problem – remedy.
//!
//! Law, consent and access block. Recommendations never do: they ask for a reason, and the refusal is then
//! [`Problem::NeedsReason`] on the reason's field.

use crate::body::Direction;
use crate::category::Category;
use crate::entry::Topic;
use crate::id::UnitId;

/// A refusal to write.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// One or more fields are wrong; everything typed is kept.
    #[error("{} field(s) are wrong", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// The step does not fit where the pathway stands.
    #[error("not possible now: {}", .0.code())]
    NotNow(NotNow),
    /// Her consent is needed and there is none that runs (A02, A03). It names what the writer chose, nothing else.
    #[error("no consent to {} towards `{}`", .0.direction.code(), .0.unit)]
    NoConsent(NoConsent),
    /// Somebody changed the same thing since the writer saw it.
    #[error("`{}` was changed by somebody else", .0.0)]
    Conflict(Topic),
}

/// The consent that lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoConsent {
    /// Which way.
    pub direction: Direction,
    /// Towards whom.
    pub unit: UnitId,
    /// About what; of a meeting nothing.
    pub categories: Vec<Category>,
}

/// One wrong field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field's name in the form.
    pub field: &'static str,
    /// What is wrong.
    pub problem: Problem,
}

macro_rules! problems {
    ($(#[$enum_doc:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)* }) => {
        $(#[$enum_doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$doc])* $variant,)*
        }

        impl $name {
            /// Every value; the texts are checked against this list.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The code of its text.
            pub fn code(self) -> &'static str {
                match self {
                    $($name::$variant => $code,)*
                }
            }
        }
    };
}

problems! {
    /// What is wrong with a field.
    Problem {
        /// Nothing was written.
        Missing = "missing",
        /// A choice is needed.
        NotChosen = "not-chosen",
        /// Longer than can be kept.
        TooLong = "too-long",
        /// Not a date.
        NotADate = "not-a-date",
        /// Not a number.
        NotANumber = "not-a-number",
        /// Not a CPR number.
        NotACpr = "not-a-cpr",
        /// A time that has not come yet.
        InTheFuture = "in-the-future",
        /// A time that has passed.
        InThePast = "in-the-past",
        /// Before conception.
        BeforeConception = "before-conception",
        /// A gestational week that does not exist.
        WeekOutOfRange = "week-out-of-range",
        /// A due date that fits no pregnancy of today.
        DueDateOutOfRange = "due-date-out-of-range",
        /// Not a value of the list.
        UnknownCode = "unknown-code",
        /// No such municipality.
        UnknownMunicipality = "unknown-municipality",
        /// No unit of that kind serves the municipality.
        NoSuchUnit = "no-such-unit",
        /// A notification goes to the family authority, always (A01 negative a).
        FamilyAuthorityMissing = "family-authority-missing",
        /// A referral needs her yes.
        NoYes = "no-yes",
        /// A reason is needed.
        NeedsReason = "needs-reason",
        /// An assessment needs resources (A05 negative).
        ResourcesMissing = "resources-missing",
        /// Talks for couples need a partner (A05 negative).
        PartnerMissing = "partner-missing",
        /// Her own words, or that she does not want to say, come before the plan is approved.
        OwnWordsMissing = "own-words-missing",
        /// An intervention needs an initiator.
        InitiatorMissing = "initiator-missing",
        /// A next date is needed.
        NextDateMissing = "next-date-missing",
        /// Each running intervention needs a choice.
        ChoiceMissing = "choice-missing",
        /// Nobody of that unit.
        NotInUnit = "not-in-unit",
        /// The law cannot be explained away.
        LawStands = "law-stands",
        /// The same line stands there twice.
        Twice = "twice",
        /// An annex says something else than the frame.
        Contradicts = "contradicts",
        /// A part of the effort nobody is responsible for.
        NoResponsible = "no-responsible",
        /// A party nobody can reach.
        Unreachable = "unreachable",
        /// Fewer moments for meetings than the least number of them.
        TooFewPositions = "too-few-positions",
        /// Not what a consent can be about: that is passed on entry by entry, by a decision.
        NotByConsent = "not-by-consent",
        /// Longer than the law lets a consent run.
        LongerThanLaw = "longer-than-law",
        /// Before it was given.
        BeforeGiven = "before-given",
        /// Earlier than it runs already.
        NotLater = "not-later",
        /// More than there are.
        MoreThanThereAre = "more-than-there-are",
        /// Another law governs it.
        OtherLaw = "other-law",
        /// Without her own signature it is none.
        NotSigned = "not-signed",
        /// The writer's own unit.
        OwnUnit = "own-unit",
        /// A paragraph that only a health professional can use.
        LawNotYours = "law-not-yours",
        /// Not to be filled in with this answer.
        NotNeeded = "not-needed",
        /// An annex that answers nothing.
        NothingAnswered = "nothing-answered",
        /// No child was born alive: that is another form.
        NobodyLives = "nobody-lives",
        /// No weight of a newborn.
        WeightOutOfRange = "weight-out-of-range",
        /// No score of the tool.
        ScoreOutOfRange = "score-out-of-range",
        /// Not one question was answered.
        NothingAsked = "nothing-asked",
        /// A child that is or may be exposed needs a day by which it is assessed.
        AssessmentDayMissing = "assessment-day-missing",
        /// As many names as there are holders of custody.
        HoldersMissing = "holders-missing",
        /// A parent of a placed child was offered no support (row S2-053).
        ParentWithoutOffer = "parent-without-offer",
        /// Nobody takes over when the young person is of age (A20).
        NobodyTakesOver = "nobody-takes-over",
        /// Before the child was born.
        BeforeBirth = "before-birth",
        /// That harm was found is a doctor's to say.
        OnlyADoctor = "only-a-doctor",
        /// The child goes home and nobody has assessed what it comes home to.
        HomeNotAssessed = "home-not-assessed",
        /// The child goes home without one of its two receivers.
        ReceiverMissing = "receiver-missing",
        /// There is a coordinator already: first it is said why that one stops (row S2-033).
        CoordinatorStays = "coordinator-stays",
        /// Somebody who is on leave.
        OnLeave = "on-leave",
        /// The last day comes before the first.
        EndsBeforeItBegins = "ends-before-it-begins",
        /// Days on which the person is away already.
        AwayAlready = "away-already",
        /// Nobody would lead the unit.
        LastLeader = "last-leader",
        /// Nobody would be left in a unit that has open tasks.
        LastMember = "last-member",
        /// There is no such case in the unit.
        NoSuchCase = "no-such-case",
        /// The same case.
        SameCase = "same-case",
        /// Not a time of day.
        NotATime = "not-a-time",
        /// A post for oneself.
        OwnPost = "own-post",
        /// Somebody the relation to whom is marked by conflict: never called to a meeting (row S2-045).
        PersonInConflict = "person-in-conflict",
        /// Somebody she has not said yes to have at a meeting (row S2-045).
        PersonWithoutYes = "person-without-yes",
        /// A unit that is not on the meeting.
        NotOnMeeting = "not-on-meeting",
        /// The kommune that acts already: a new address there is no move.
        SameMunicipality = "same-municipality",
        /// Something else stands in the child's own pathway.
        StatedOtherwise = "stated-otherwise",
        /// What is protected stands in the text.
        Protected = "protected",
        /// The person has the same post in the unit in that time already.
        EmployedAlready = "employed-already",
        /// The authority has a unit of that name.
        UnitExists = "unit-exists",
        /// The unit owes something, coordinates a pathway, or employs somebody.
        UnitHolds = "unit-holds",
        /// Nobody has custody of somebody who is of age (A20).
        OfAge = "of-age",
        /// Who is under 15 does not consent alone.
        TooYoung = "too-young",
        /// Who is 15 decides on own health information (practice A14).
        OwnHealth = "own-health",
        /// Under 18 those with custody decide on what is no health information.
        ForCustody = "for-custody",
        /// Nobody has been stated to have custody who is called so.
        NoCustody = "no-custody",
    }
}

problems! {
    /// Why a step does not fit where the pathway stands.
    NotNow {
        /// The pathway has ended.
        PathwayClosed = "pathway-closed",
        /// There is no such notification here.
        NoSuchNotification = "no-such-notification",
        /// Only the unit that received it may do this.
        NotTheReceiver = "not-the-receiver",
        /// It has been done.
        AlreadyDone = "already-done",
        /// The acute assessment comes first (practice A7).
        AssessFirst = "assess-first",
        /// A notification is never declined.
        NeverDeclined = "never-declined",
        /// There is no such referral here.
        NoSuchReferral = "no-such-referral",
        /// The referral is not waiting for an answer.
        ReferralNotOpen = "referral-not-open",
        /// The coordinator's unit ends a pathway.
        CoordinatorCloses = "coordinator-closes",
        /// There is no coordinator.
        NoCoordinator = "no-coordinator",
        /// The writer is on leave, and takes no part meanwhile.
        OnLeave = "on-leave",
        /// The employment has ended.
        EmploymentEnded = "employment-ended",
        /// The person is not away, nor going to be.
        NotAway = "not-away",
        /// Somebody else changed it meanwhile.
        ChangedMeanwhile = "changed-meanwhile",
        /// The entry is not one that was written about the wrong person, or it is gone.
        NotMisfiled = "not-misfiled",
        /// Only who has the case appoints the coordinator, among own staff.
        NotTheAppointer = "not-the-appointer",
        /// What the receiver has received can be added to, not taken back.
        AlreadyReceived = "already-received",
        /// A private notifier learns only that it was received.
        PrivateNotifier = "private-notifier",
        /// The outcome comes first.
        OutcomeFirst = "outcome-first",
        /// Two people with different numbers are two people.
        TwoPeople = "two-people",
        /// The assessment comes first.
        NoAssessment = "no-assessment",
        /// The judgement comes first.
        NoJudgement = "no-judgement",
        /// There is no plan.
        NoPlan = "no-plan",
        /// There is no such meeting, or it is over.
        NoSuchMeeting = "no-such-meeting",
        /// There is no such entry of the reader's unit.
        NotYourEntry = "not-your-entry",
        /// There is no such duty.
        NoSuchDuty = "no-such-duty",
        /// There is no such consent, or it does not run.
        NoSuchConsent = "no-such-consent",
        /// There is no such request to the unit.
        NoSuchRequest = "no-such-request",
        /// There is no such nødadgang here that waits to be looked at.
        NoSuchEmergency = "no-such-emergency",
        /// There is no such contract, or it does not run.
        NoSuchContract = "no-such-contract",
        /// A contract on detention, or a discharge, belongs to residential treatment.
        NotResidential = "not-residential",
        /// She is held back now.
        Detained = "detained",
        /// Nobody has said that the family moves to another kommune.
        NotMoved = "not-moved",
        /// Who takes the case says who coordinates, on a page of its own.
        TakenWithCoordinator = "taken-with-coordinator",
        /// Only the kommune's authority for children and families does this.
        ForTheAuthority = "for-the-authority",
        /// Not for somebody under 18.
        NotForAMinor = "not-for-a-minor",
        /// The leader's unit has written nothing there: there is nothing to supervise.
        NothingOwn = "nothing-own",
        /// Another unit than the reader's own looks at a nødadgang.
        NotTheReviewer = "not-the-reviewer",
        /// Not a pregnancy.
        NotAPregnancy = "not-a-pregnancy",
        /// A birth is withdrawn where it was registered: in the mother's pathway.
        UndoAtTheMother = "undo-at-the-mother",
        /// The person has died.
        Died = "died",
        /// Nobody knows when the child was born, and who may read follows from that.
        BirthdayUnknown = "birthday-unknown",
        /// Under 15 a child has no page of its own; those with custody have.
        TooYoung = "too-young",
        /// It is not settled who has custody, or it is not this person.
        NoCustody = "no-custody",
        /// Nobody has custody of somebody who is of age.
        OfAge = "of-age",
        /// Not a child's pathway.
        NotAChild = "not-a-child",
        /// The child is placed already: that placement ends first.
        PlacedAlready = "placed-already",
        /// Nobody has written what the carers need to know.
        CarersNotTold = "carers-not-told",
        /// The child is not placed now.
        NotPlaced = "not-placed",
        /// Only the place of birth, the clinic, the doctor and the coordinator register how a pregnancy ends.
        NotTheBirthplace = "not-the-birthplace",
        /// Only health professionals write this.
        NotAHealthPerson = "not-a-health-person",
        /// The journals are already joined, or are the same.
        AlreadyJoined = "already-joined",
        /// Only a leader of one of the agreement's three parties does this.
        NotAParty = "not-a-party",
        /// What has been sent to the parties is not changed.
        NotADraft = "not-a-draft",
        /// It has not been sent to the parties.
        NotProposed = "not-proposed",
        /// The party has approved.
        AlreadyApproved = "already-approved",
        /// All three have approved: a new version is the way.
        ApprovedByAll = "approved-by-all",
        /// The agreement has ended.
        AgreementEnded = "agreement-ended",
        /// There is a newer version.
        NewerVersion = "newer-version",
    }
}

/// Collects field problems, so that one answer names them all.
#[derive(Debug, Default)]
pub struct Check(Vec<FieldProblem>);

impl Check {
    /// Notes a problem.
    pub fn add(&mut self, field: &'static str, problem: Problem) {
        self.0.push(FieldProblem { field, problem });
    }

    /// Notes a problem unless the condition holds.
    pub fn require(&mut self, holds: bool, field: &'static str, problem: Problem) {
        if !holds {
            self.add(field, problem);
        }
    }

    /// Notes an empty text, or one too long to keep.
    pub fn text(&mut self, text: &str, field: &'static str) {
        self.require(!text.trim().is_empty(), field, Problem::Missing);
        self.length(text, field);
    }

    /// Notes a text too long to keep.
    pub fn length(&mut self, text: &str, field: &'static str) {
        self.require(
            text.chars().count() <= LONGEST_TEXT,
            field,
            Problem::TooLong,
        );
    }

    /// All in order, or every problem found.
    pub fn done(self) -> Result<(), Refusal> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Refusal::Invalid(self.0))
        }
    }
}

/// Longest text of one field, in characters. A proposal of the product, no source gives a number.
pub const LONGEST_TEXT: usize = 20_000;
