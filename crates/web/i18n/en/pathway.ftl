# The pathway: head, tabs and their pages.
pathway-case = case no.
pathway-next = Next:
pathway-coordinator = Coordinator
pathway-no-coordinator = not appointed
pathway-tabs = Pages of the pathway
pathway-tab = Tab
    .overview = Overview
    .timeline = Timeline
    .signs = Signs
    .assessment = Assessment
    .plan = Plan
    .treatment = Treatment
    .meetings = Meetings
    .network = Network
    .consents = Consents
    .recommendations = Recommendations
pathway-status = You see what your unit has written and what has been shared with you. Is something missing? Ask { $ask }.

overview-minor = She is under 18 and a child herself. If she has a case of her own as a child, it stands apart: neither parents, foster carers nor her own case see what stands here. Help with drugs is given under the Children's Act, and no contract on detention is made.
overview-duties = What has to happen
overview-no-duties = Nothing is urgent.
overview-entries = Latest entries
overview-facts = What we know
overview-write = Write in the pathway

entry-correct = Correct
entry-correct-label = Correct: { $what }

timeline-title = Timeline
timeline-alt = Timeline of the pathway. The same stands in the table below.
timeline-table = Show the timeline as a table
timeline-lane = Lane
timeline-when = When
timeline-what = What
timeline-more = More
timeline-planned = planned
timeline-entries = Everything written

assessment-title = Holistic assessment
assessment-none = No assessment has been written that your unit can see.
assessment-begin = Begin the assessment
assessment-again = Write a new assessment
assessment-situation = Situation
assessment-resources = Resources
assessment-challenges = Challenges
assessment-use = Use of substances
assessment-problems = Complex social problems
assessment-not-registered = not registered
assessment-uncovered = no intervention in the plan yet
use-substance = Substance
use-duration = Duration
use-frequency = Frequency
use-timing = Timing
use-amount = Amount
use-prescribed = Prescribed
use-source = Who says so
use-told = Stated
use-title = Use over time
use-key = Whole line: both weeks and amount were stated. Dashed: something is missing. “Not stated” is not the same as no use.
use-picture = Use of each substance against the weeks of the pregnancy. The same stands in the table below.
use-amount-unknown = amount not stated
use-both-unknown = amount and weeks not stated
use-when-unknown = weeks not stated

screening-title = Screenings
screening-none = No screenings have been entered.
screening-today = Act today
screening-prompt = Suggestion: look into it
screening-tool = Tool
screening-when = Answered
screening-result = Score
screening-by = Written by
screening-ask = Ask, and write the points of each question:
screening-ask-score = Write only score and date:
screening-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
screening-partly = not stated ({ $n } of { $of } questions answered)
screening-lead = Use the form you have the right to use. Write the points of each answer. The score is worked out when every question is answered. It is not a diagnosis.
screening-lead-score = Write the score as it was read. It is not a diagnosis.
screening-date = Date of the answers
screening-question = Question
screening-score = Score
screening-highest = At most { $n }.
screening-terms = Terms and source

judgement-title = Professional judgement: ambulatory or residential
judgement-none = No judgement has been written.
judgement-write = Write the judgement
judgement-reason = Reason
judgement-offer = Offer and answer

plan-title = Intervention plan
plan-none = No plan has been made yet. It begins with her own words and builds on the assessment.
plan-write = Make a plan
plan-again = Make a new version
plan-follow = Follow up
plan-next = next follow-up { $when }
plan-missing = Central elements the plan lacks:
plan-uncovered = Problems without an intervention:
plan-what = Intervention
plan-responsible = Responsible
plan-initiator = Starts it
plan-start = Start
plan-intensity = How often
plan-effect = Effect
plan-changes = Changed since the last version
plan-follow-ups = Follow-ups
plan-no-follow-up = The plan has not been followed up yet.

meetings-coming = Network meetings to come
meetings-none-coming = No meeting has been called.
meetings-call = Call a meeting
meetings-held = Network meetings held
meetings-none-held = There has been no meeting yet.
meeting-purpose = Purpose
meeting-place = Place
meeting-people = Participants
meeting-minutes = Minutes
meeting-decisions = Decisions
meeting-write = Write the minutes

actors-title = Who takes part
actors-alt = Map of those who help { $who }. The same stand in the list below.
actors-list = Those who take part, as a list
actors-kind = Actor
actors-contact = Contact
actors-phone = Telephone
actors-state = How
actors-seats = Fixed seats
actors-around = Other professionals
actors-own = Her own network
network-add = Add an actor
network-note = Standing here gives no access to read the pathway.
network-appoint = Appoint another coordinator
network-contacts = Contact between the units
network-no-contacts = No contact has been entered.

recommendations-title = The national recommendations in this pathway
standing = Standing
    .met = met
    .late = late
    .explained = explained
    .open = open
    .judged = judged by you
    .not-now = not relevant now
