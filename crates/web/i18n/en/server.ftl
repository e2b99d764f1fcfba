# What the server itself says: functions, refusals, problems in fields, notices.
function = Function
    .jordemoder = midwife
    .laege = physician
    .socialraadgiver-klinik = social worker
    .familieraadgiver = family caseworker
    .rusmiddelbehandler = substance-use therapist
    .sundhedsplejerske = health visitor
    .sagsbehandler = caseworker
    .gadeplansmedarbejder = street-level worker
    .vaerestedsmedarbejder = drop-in centre worker
    .psykolog = psychologist
    .paedagogisk-medarbejder = educator
    .doegnvagt = emergency duty officer
    .leder = leader
    .borger = citizen
    .administrator = administrator
    .databeskyttelsesraadgiver = data-protection officer
    .system = Tråd

someone-unnamed = Woman, name not stated
someone-child-unnamed = Child, name not stated

refusal = This cannot be done
    .forbidden = Your function has no access to this page.
    .stale = The page has been open too long, or it came from somewhere else. Go back, reload the page and send again. What you wrote is still there.
    .pathway-closed = The pathway is closed. Reopen it first if more is to be written.
    .no-such-notification = There is no such notification in this pathway.
    .not-the-receiver = Only the unit that received it can answer.
    .already-done = It has already been done.
    .assess-first = Make the acute assessment first. It comes before everything else.
    .never-declined = A notification cannot be declined.
    .no-such-referral = There is no such referral in this pathway.
    .referral-not-open = The referral is not waiting for that answer.
    .no-coordinator = There is no coordinator yet.
    .not-the-appointer = The unit that has the case appoints the coordinator, among its own staff.
    .already-received = Others have received it; it cannot be taken back or rewritten. Write an addition instead.
    .private-notifier = A private person who notified is told only that the notification was received.
    .outcome-first = Write the outcome first.
    .two-people = The two have different CPR numbers. They are two different people.
    .no-assessment = Complete the assessment first.
    .no-judgement = Make the professional judgement first.
    .no-plan = There is no plan yet.
    .no-such-meeting = There is no such meeting, or it has been held or cancelled.
    .not-your-entry = Another unit wrote the entry. Only that unit can correct it.
    .no-such-duty = The task is no longer yours.
    .no-such-request = There is no request to your unit here.
    .not-a-pregnancy = This can only be written in a pregnancy that has not ended.
    .no-such-consent = There is no such consent, or it no longer counts.
    .already-joined = The two pathways are already joined.
    .not-a-party = Only a leader in the family department, the substance-use treatment or the family clinic can write and approve the agreement.
    .not-a-draft = The agreement has been sent to the parties and is not changed any more. Take it back to draft, or make a new version.
    .not-proposed = The agreement is a draft. Send it to the parties first.
    .already-approved = Your party has approved the agreement.
    .approved-by-all = Everybody has approved the agreement. Make a new version.
    .agreement-ended = The agreement has ended. Make a new version.
    .newer-version = There is a newer version already.
    .no-such-emergency = There is no such emergency access here, or it has been looked at.
    .no-such-contract = There is no contract here, or it does not count.
    .not-residential = That belongs to residential treatment, and she is not in residential treatment as far as you can see. Write first that she has accepted a place.
    .detained = She is held back now. Write first when that has ended.
    .not-for-a-minor = She is under 18. No contract is made here; ask your lawyer.
    .nothing-own = Your unit has written nothing in the case. There is nothing to supervise.
    .not-the-reviewer = Another unit looks at that emergency access.
    .on-leave = You are on leave and do not write in pathways meanwhile. If you are back, end the leave under your name at the top.
    .employment-ended = The employment has ended. Add a new one if the person is to have access again.
    .not-away = There is no leave to end.
    .changed-meanwhile = Somebody else changed it meanwhile. Open the page again and see what stands there now.
    .not-misfiled = The entry is not about the wrong person, or it has been taken away.

problem = A problem in a field
    .missing = The field is empty. Write what you know.
    .not-chosen = Choose an answer.
    .too-long = The text is too long. Shorten it.
    .not-a-date = That is not a date. Write day.month.year, for example 3.3.2026.
    .not-a-number = Write a whole number.
    .not-a-cpr = The CPR number must have ten digits and begin with a date.
    .in-the-future = That time has not come yet. Write when it happened.
    .in-the-past = That day has passed. Choose a day to come.
    .before-conception = That time is before the pregnancy. Correct the date.
    .week-out-of-range = A pregnancy has no such week. Write a week from 0 to 44.
    .due-date-out-of-range = That due date does not fit a pregnancy today. Correct the date.
    .unknown-code = That choice is not on the list.
    .unknown-municipality = There is no municipality of that name. Choose one from the list.
    .no-such-unit = That municipality has no receiver in Tråd. Call, or choose another municipality.
    .family-authority-missing = A notification always goes to the family department. Tick it.
    .no-yes = The referral is only sent when she has said yes.
    .needs-reason = Write why.
    .resources-missing = Write her resources too. An assessment without resources is not whole.
    .partner-missing = Talks for couples need a partner in the pathway. Put the partner on the map first, or choose individual talks.
    .own-words-missing = First write her own words, or that she does not want to say anything.
    .initiator-missing = Write who starts the intervention.
    .next-date-missing = Write the date of the next follow-up.
    .choice-missing = Choose for each intervention what is to happen with it.
    .not-in-unit = The person is not employed in the unit today.
    .law-stands = The law cannot be opted out of. Do the task, or talk with your leader.
    .twice = The same stands here twice. Delete one.
    .contradicts = The annex says something else than the common agreement. Delete the answer here, or change the common agreement.
    .no-responsible = Every part must have one responsible. Choose one, or delete the part.
    .unreachable = Every party must have a contact person who can be reached.
    .too-few-positions = There are fewer moments than meetings. Write a moment for each meeting.
    .own-unit = That is your own unit. Choose another.
    .law-not-yours = Only health professionals can use that section. Choose another, or ask her.
    .not-needed = Leave this empty with that answer.
    .nothing-answered = The annex adds nothing. Write an answer.
    .not-by-consent = A consent cannot open that. Such information is sent one piece at a time, and a partner consents to his own. Remove the tick.
    .longer-than-law = Under that law the consent cannot count so long. Write an earlier day, or leave the field empty.
    .before-given = The consent cannot count before it was given. Write a later day.
    .not-later = The day is not later than the one that counts now. Write a later day.
    .coordinator-stays = There is a coordinator already. Choose why the present one stops. Then they change at the same time.
    .on-leave = The person is on leave at that time. Choose somebody else.
    .ends-before-it-begins = The end lies before the beginning. Correct one of them.
    .away-already = Leave is registered for that time already. Correct the days, or end the other leave first.
    .last-leader = This is the unit's only leader. Add a new leader first, or tick that the employment is to end anyway.
    .last-member = The unit has open tasks, and nobody else to do them. Add a member of staff first, or tick that the employment is to end anyway.
    .no-such-case = There is no pathway with that number in your unit. Look at the page of the pathway.
    .same-case = That is the pathway the entry stands in. Write the right one.
    .own-post = Nobody gives oneself a function. Ask another administrator to do it.
    .not-a-time = That is not a time of day. Write for example 8.00.
    .employed-already = The person has that function in the unit at that time already. Correct the days, or the employment there is.
    .more-than-there-are = There cannot be more free places than places.
    .other-law = That law does not govern what she is treated for. For alcohol it is Health Act sections 141 b to 141 f, for drugs the Act on detention section 1.
    .not-signed = Without her own signature there is no contract.

notice = Notice
    .factor-added = The phone is added. You are asked for a code the next time you log in.
    .factor-removed = You are no longer asked for a code.
    .gemt = It is saved.
    .samtykke-tilbage = You have taken your yes back. It counts from now.
    .sendt = It is sent.
    .koordinator = The coordinator is appointed.
    .overdraget = Handed over. The new coordinator has got the tasks.
    .forklaret = The reason is saved.
    .rettet = The correction is saved. The first version can still be read.
    .flettet = The two pathways are now read as one. Nothing is lost.
    .aftale-begyndt = The draft has begun. Write the chapters in the order you like.
    .aftale-send = The agreement has been sent to the parties.
    .aftale-godkend = The approval is kept.
    .aftale-tilbage = The agreement is a draft again.
    .aftale-ny-version = The new version has begun as a draft.
    .aftale-ophoer = The last day of the agreement is kept.
    .noedadgang-slut = The emergency access has ended.
    .noedadgang-set = What you found is saved.

state-pregnant = { $week }, due { $due }
opening-hours = weekdays { $from }–{ $to }
duty-due = by { $at }
duty-do = Do it
duty-stands-in = The seat is empty. Your unit covers it until it is filled.
duty-why = Why
    .law = The law requires it.
    .agreement = The cooperation agreement says so.
    .recommendation = It is recommended. Do it, or write why not.
duty-why-agreement = { $agreement } says so.
duty-why-unsettled = No deadline until this is agreed or known: { $what }.
duty-sum = { $from } + { $length }
duty-proposed = Proposed, does not count: { $at }
unit-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
  }
unit-days = { $n ->
    [one] 1 day
   *[other] { $n } days
  }
unit-weeks = { $n ->
    [one] 1 week
   *[other] { $n } weeks
  }
unit-months = { $n ->
    [one] 1 month
   *[other] { $n } months
  }
unit-years = { $n ->
    [one] 1 year
   *[other] { $n } years
  }
unit-arbejdsdage = { $n ->
    [one] 1 working day
   *[other] { $n } working days
  }
unit-hverdage = { $n ->
    [one] 1 weekday (Monday to Saturday)
   *[other] { $n } weekdays (Monday to Saturday)
  }
concern-author = You write as { $function }, { $unit }
cpr-not-told = CPR number not stated
adult-said-yes = She has said yes.
receipt-notification = Notification about the child
receipt-notification-answer = Acute need is assessed within 24 hours.
receipt-referral = Referral
    .familieambulatorium = Referral to the family clinic
    .alkohol = Referral to alcohol treatment
    .stof = Referral to drug treatment
receipt-referral-answer = You will hear whether it is accepted.
receipt-adults = Told the adult services
receipt-adults-answer = Only what you wrote to them. Not the notification about the child.
receipt-ask = Ask her
    .familieambulatorium = Ask her whether she wants a referral to the family clinic.
    .alkohol = Ask her whether she wants a referral to alcohol treatment.
    .stof = Ask her whether she wants a referral to drug treatment.
receipt-hear-line = What you will hear
    .received = You get a receipt that the notification has been received.
    .later = As a professional you are later told whether it leads to an examination or support.
    .no-more = You are told nothing else.
    .duty = Your duty still stands if you see anything new.

notification-state = How far
    .received = Assess for acute need
    .assessed = Send receipt
    .acknowledged = Write the outcome
    .settled = closed
    .forwarded = forwarded
referral-state = How far
    .sent = waiting for an answer
    .accepted = Accepted
    .declined = Declined
    .followed-up = Followed up
    .completed = Completed
    .refused = She said no
    .not-asked = She has not been asked yet
told = Does she know?
    .yes = Yes.
    .no = No.
    .not-asked = The parents have not been spoken to.
acute-yes = acute need of help
acute-no = not acute
her-answer = Her answer
    .yes-oral = yes, in words
    .yes-written = yes, in writing
    .not-asked = not asked yet
    .no = no
phase = Phase
    .detection = detection
    .assessment = assessment
    .plan = plan
    .after-birth = after birth
    .closed = closed
search-closed = closed
search-no-coordinator = not appointed
letter-professional = The notification was received by { $unit } { $at }. Acute need is assessed within 24 hours. As a professional you will later be told whether it leads to an examination or support. You will not be told anything else. Your duty still stands if you see anything new.
letter-private = The notification was received by { $unit } { $at }.

duty-action = What is done
    .notification-sent = Notify
    .assessed-24h = Assess
    .notification-acknowledged = Send receipt
    .notification-outcome = Write outcome
    .notifier-informed = Tell them
    .second-opinion-given = Assess anew
    .childs-need-assessed = Assess
    .referral-accepted = Answer
    .referral-considered = Ask her
    .referral-sent = Ask her
    .referral-followed-up = Follow up
    .coordinator-appointed = Appoint
    .coordinator-expectations-agreed = Agree
    .assessment-completed = Assess
    .level-judged = Judge
    .plan-made = Write plan
    .plan-followed-up = Follow up
    .network-meeting-called = Call it
    .network-meeting-held = To the meetings
    .meeting-participant-removed = To the meetings
    .shown-to-party = Decide
    .request-answered = Answer
    .wish-recorded = Write her words
    .emergency-reviewed = Look at it
duty-source-recommendation = Socialstyrelsen (National Board of Social Services) 2022: { $heading }
concern-age-told = Age of the child: { $age }
agreement-key = an answer in the agreement
    .coordinator-days = when a coordinator is to be appointed
    .meetings-positions = when the network meetings are
    .meetings-minimum = the least number of network meetings
    .meetings-notice-days = how long in advance meetings are called
    .plan-follow-up-weeks = how often the plan is followed up
    .plan-days = when the plan is written
    .response-family-clinic-days = when the family clinic answers
    .response-treatment-days = when the treatment answers
    .involvement-weeks = how often she is informed
    .handover-days = when a hand-over is accepted
    .birth-handover-days = when the hand-over after birth is done
    .birth = the birth
    .lmp = how far the pregnancy is
