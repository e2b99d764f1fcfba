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
        /// Not a day of the week with from when to when.
        NotAWeeklyTime = "not-a-weekly-time",
        /// Not an address for e-mail.
        NotAnAddress = "not-an-address",
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
        /// A paragraph that does not let this receiver have it.
        LawNotTheirs = "law-not-theirs",
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
        /// One of the three dimensions lacks (row S0-028).
        DimensionMissing = "dimension-missing",
        /// An assessment of a child needs its strengths (row S1-006).
        StrengthsMissing = "strengths-missing",
        /// A question that must be asked was not (row S0-031).
        NotAsked = "not-asked",
        /// The day of the next assessment is needed (row S0-029).
        NextAssessmentMissing = "next-assessment-missing",
        /// A sheet that others around the child read tells the cause of its difficulties (practice A18).
        TellsCause = "tells-cause",
        /// What is asked without a yes tells whose child it is.
        TellsWho = "tells-who",
        /// Not everybody who decides for the child has said yes.
        YesMissing = "yes-missing",
        /// An effort for a child has at least one purpose (row S0-037).
        PurposeMissing = "purpose-missing",
        /// A need is met by an effort or left out with a reason (row S0-027).
        NeedUnanswered = "need-unanswered",
        /// What the family needs is answered, be it with nothing (row S0-043).
        FamilyNeedsMissing = "family-needs-missing",
        /// That harm was found is a doctor's to say.
        OnlyADoctor = "only-a-doctor",
        /// A doctor's finding is a doctor's to write.
        FindingByADoctor = "finding-by-a-doctor",
        /// Nothing is confirmed or refuted before it was tested (row S0-014).
        NotTested = "not-tested",
        /// No test points to it.
        NothingPointsToIt = "nothing-points-to-it",
        /// A question of the history has not been asked; not to know is an answer.
        NotAskedYet = "not-asked-yet",
        /// A doctor confirms, unless the mother has told it or it stands in the record of the pregnancy (practice B14).
        ConfirmedByADoctor = "confirmed-by-a-doctor",
        /// The child goes home and nobody has assessed what it comes home to.
        HomeNotAssessed = "home-not-assessed",
        /// The last check-up is taken away, or the check-ups end, without a reason.
        LastCheckup = "last-checkup",
        /// The child is not of school age: that its check-ups end before, or go on after, has a reason (row S3-014).
        NotSchoolAge = "not-school-age",
        /// The family is not in touch: it is handed over or notified, never just let go (row S3-021).
        FamilyLost = "family-lost",
        /// One of those who follow the child afterwards is not asked, and nothing says why.
        FollowerMissing = "follower-missing",
        /// The cause goes to a daycare or a school on the parents' yes alone (practice A18).
        CauseNeedsYes = "cause-needs-yes",
        /// An offer is closed only when it has been evaluated (row S3-020).
        NotEvaluated = "not-evaluated",
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
        /// Whoever is in conflict with her has no part in the plan.
        InConflict = "in-conflict",
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
        /// Not a unit of the circle that may meet without consent.
        NotInTheCircle = "not-in-the-circle",
        /// The meetings the law allows without consent have been held.
        PreventiveMeetingsUsed = "preventive-meetings-used",
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
        /// No notices are sent from this installation.
        NoNotices = "no-notices",
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
        /// Only the municipal circle meets without consent (SEL § 49 a).
        NotInTheCircle = "not-in-the-circle",
        /// The meeting has not been held.
        MeetingNotHeld = "meeting-not-held",
        /// Daycare and school give signs; a hypothesis is raised by others (practice B14).
        GivesSignsAlone = "gives-signs-alone",
        /// A hypothesis is open already.
        HypothesisOpen = "hypothesis-open",
        /// There is no hypothesis here.
        NoHypothesis = "no-hypothesis",
        /// The child's wellbeing is not said to be affected, or it is thriving again.
        NotAffected = "not-affected",
        /// Nobody has judged whether the child is thriving again (row S3-029).
        WellbeingNotJudged = "wellbeing-not-judged",
        /// The child has no check-ups at the writer's unit.
        NoCheckups = "no-checkups",
        /// The family is in touch.
        InTouch = "in-touch",
        /// Advice is asked for a child that was or may have been exposed (row S3-053).
        NotExposed = "not-exposed",
        /// There is no such request for advice.
        NoSuchAdvice = "no-such-advice",
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
