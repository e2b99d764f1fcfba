# The cooperation agreement between region and kommuner.
agreements-title = Cooperation agreements
agreements-new = New agreement
    .lead = The agreement between the region and the kommuner says who does what and when. Its answers steer the tasks of the pathways once the three parties have approved it.
agreements-begin = Begin the draft
agreements-own = The cooperation agreement in { $kommune }
agreements-all = All kommuner
agreements-covered = { $n } of { $total } kommuner have an agreement in force.
agreements-search = Find a kommune
agreements-show = Show
    .all = all
    .med = with an agreement
    .uden = without an agreement
    .paa-vej = with one on its way
agreements-none-fit = No kommune fits what you chose.

agreement-now = { $title }, since { $day }
agreement-since = In force since { $day }.
agreement-none = The kommune has no cooperation agreement in force.
    .help = The limits of the law apply. Tasks that the agreement should set a limit for have none. The proposal beside them does not count.
agreement-none-here = { $kommune } has no cooperation agreement in force. The limits of the law apply; the rest has none until you have agreed on it.
agreement-follows = Cooperation agreement
agreement-coming = On its way:
agreement-version = version { $n }
agreement-missing = { $n ->
    [one] 1 question lacks an answer
   *[other] { $n } questions lack an answer
  }
agreement-lacks = { $n ->
    [one] 1 lacks an answer
   *[other] { $n } lack an answer
  }
agreement-flags = Something to do here
agreement-waiting = { $n ->
    [one] 1 task of yours waits for an answer in the agreement.
   *[other] { $n } tasks of yours wait for an answer in the agreement.
  }
agreement-control = In control
    .ja = in control
    .delvis = partly
    .nej = no
agreement-standing = How far
    .ingen = no agreement
    .kladde = draft
    .til-godkendelse = waits for approval
    .godkendt = approved, not begun
    .gaeldende = in force
    .udloebet = ended
agreement-awaits = waits for { $parties }
agreement-is-draft = Draft. It steers nothing yet.
agreement-in-force-in = In force in { $kommuner }.
agreement-approved-from = Approved. Applies from { $day }.
agreement-scope-frame = Common agreement of { $region }
agreement-scope-annex = Annex of { $kommune }
agreement-scope-own = Agreement of { $kommune }
agreement-contacts = Contact persons
agreement-parties = Parties
agreement-not-yet = has not approved yet
agreement-approved = approved { $day }
agreement-approved-by = approved { $day } by { $who }
agreement-frame = Adds to
agreement-annex = Annex
agreement-to = Last day
agreement-further = Other parties
agreement-versions = Other versions
agreement-compare = What has changed?
agreement-compare-with = compare with { $version }
agreement-same = The two versions say the same.
agreement-differs = { $n ->
    [one] 1 answer differs.
   *[other] { $n } answers differ.
  }
agreement-write = Write
agreement-no-answer = lacks an answer
agreement-not-agreed = not agreed
agreement-left = decided in the annexes of the kommuner
agreement-leave = Decided in the annexes of the kommuner: { $what }
agreement-from-frame = Stands in the common agreement
agreement-cite = The agreement, item { $item }: { $words }
agreement-contacts-lead = Contact persons of the actors. See the whole
agreement-effect = Steers: { $rules }. { $n ->
    [0] No pathways of yours now.
    [one] 1 pathway of yours now.
   *[other] { $n } pathways of yours now.
  }
agreement-effect-more = { "" } and { $n } other tasks
agreement-missing-answer = Chapter { $chapter }: “{ $question }” lacks an answer.
agreement-changed = Somebody else has written in the agreement since you opened the page. What you wrote still stands here. Look it over, and save again.
agreement-unreachable = There is no contact person for { $party }.
agreement-nobody-has = Nobody is responsible for “{ $part }”.
agreement-payer-open = It is not settled who pays for “{ $part }”. The effort does not wait for it.
agreement-alone = { $who } has no deputy.
agreement-not-common = The agreement is not common to the region.

agreement-step = Step
    .grundlag = Title, day and forum
    .send = Send to the parties
    .godkend = Approve
    .tilbage = Take back to draft
    .ny-version = New version
    .ophoer = End the agreement
    .kontakter = Your contact persons
agreement-approve = Approve for { $party }
agreement-day = Day
    .ny-version = The new version begins as a draft with the same answers. The present one applies until the parties have approved the new one. What has begun follows the agreement it began under.
    .ophoer = The agreement applies to and including the day you write. Tasks that begin after it have no limit until there is a new one.
agreement-day-label = When?
    .ny-version = Applies at the earliest from
    .ophoer = Last day

agreement-kind = What do you want to write?
    .ramme = A common agreement of the region
    .ramme-help = The one kommuner can join.
    .tillaeg = An annex of your kommune
    .tillaeg-help = Adds to the common agreement, but says nothing else.
    .egen = An agreement of your kommune alone
    .egen-help = Only until there is a common one.
agreement-title = Title
agreement-frame-choose = Which common agreement does the annex add to?
agreement-forum = Administrative contact forum
    .help = The forum in which region and kommuner make the agreement.
agreement-from = Applies from
agreement-field = Field
    .titel = Title
    .fra = Applies from
    .til = Last day
    .navn = Name
    .medlemmer = Members
agreement-chapter-lead = You can save as you go. The agreement is sent only when everything is answered, or when you have said that the kommuner answer in their annexes.
agreement-chapter-annex = Write what the kommune adds. What the common agreement says the annex cannot change.
agreement-own-contacts = Contact persons for { $party }. By saving you say that they are right today. It needs no new approval.
agreement-weeks = Weeks of pregnancy
    .help = For example 16, 32
agreement-weeks-after = Weeks after birth
    .help = For example 4
agreement-at-week = week { $n }
agreement-after-birth = { $n ->
    [one] 1 week after birth
   *[other] { $n } weeks after birth
  }
unit-meetings = { $n ->
    [one] 1 meeting
   *[other] { $n } meetings
  }
agreement-part = Part
agreement-part-actor = Responsible for part
agreement-part-with = Together with, part
agreement-nobody = nobody responsible
agreement-with = { $who }, together with { $with }
agreement-phase = When, part
    .foer = before pregnancy
    .opsporing = detection and referral
    .graviditet = in pregnancy
    .foedsel = birth and the time after
    .barn = the child's follow-up
agreement-payer = Pays, part
    .kommune = the kommune
    .region = the region
    .delt = shared
    .stat = the state or a pool of money
    .uafklaret = not settled
agreement-pays = paid by: { $who }
agreement-contact-actor = Actor, contact person
agreement-contact-name = Name or function, contact person
agreement-contact-reach = Telephone or secure post, contact person
agreement-contact-deputy = Deputy, contact person
agreement-deputy = { "" }. Deputy: { $who }
agreement-no-deputy = { "" }. No deputy
agreement-confirmed = { "" }. Confirmed { $day }
agreement-coordinator = the coordinator
agreement-yes-no = Yes or no
    .ja = yes
    .nej = no
agreement-answer = Answer
    .koordinator-dage = Working days until a coordinator is appointed
    .inddragelse-uger = Weeks between the times she is informed
    .plan-afsnit = Sections the plan must have, one a line
    .plan-dage = Days from assessment to plan
    .svar-ambulatorium-dage = Days until the family clinic answers a referral
    .svar-behandling-dage = Days until the treatment answers a referral
    .opfoelgning-uger = Weeks between the follow-ups
    .barn-maaneder = Months between the times those who took over from the family clinic look at the child
    .overgang-dage = Working days until a hand-over is accepted
    .foedsel-dage = Days after birth until the hand-over is done

fora-title = Fora
fora-none = No fora are registered.
fora-new = Register a forum
fora-edit = Change the forum
fora-lead = Use the fora there are before you make a new one. The kommune's interdisciplinary group under the Health Act § 123 is one of them.
forum-name = Name
forum-kind = What is it?
    .administrativt-kontaktforum = Administrative contact forum
    .administrativt-kontaktforum-help = Kommuner and hospitals. Cooperation agreements are made here.
    .tvaerfaglig-gruppe = Interdisciplinary group
    .tvaerfaglig-gruppe-help = Must exist in the kommune: Health Act § 123.
    .familieambulatoriets-samarbejde = The family clinic's cross-sector cooperation
    .familieambulatoriets-samarbejde-help = The family department and PPR take part.
    .andet = Other
forum-members = Who takes part?
forum-how = How often does it meet, and how does a case come up?
forum-with = Takes part: { $members }
forum-lacks = Not complete. Lacks: { $members }
