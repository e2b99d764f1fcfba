# Network meetings: what the agreement says, the agenda, support for attendance, minutes, and that a pathway is closed.
meetings-planned = The meetings the agreement says
    .held = held
    .called = called
    .waits = not called yet
meetings-around = { $when }, around { $day }

agenda-title = Agenda
agenda-open = Then what is open
agenda-wish = In her own words: “{ $words }”
agenda-problem = No effort answers to it yet: { $what }
agenda-decided = Decided at a meeting, not done yet: { $what }
agenda-support = What can help her to come?

work-meeting-convener = The agreement says that somebody else calls it. Why do you?
work-meeting-not-listed = One of them is not on the agreement's list. Why should they come?
work-meeting-risk = There is a risk of violence. What have you talked about with her, alone?
work-invite-conflict = Cannot be called: the relation is marked by conflict or a risk of violence.
work-invite-not-listed = Not on the agreement's list. Write why, if they should come.

work-support-title = Support to come
work-support-plain = The assessment suggests that short pieces, plain language and pictures can help her at the meeting.
work-support = What have you agreed with her?
    .ledsager = Somebody goes with her
    .paamindelse = She is reminded
    .transport = Transport
    .bisidder = A companion of her own choice beside her
    .andet = Something else
work-support-note = More about the support
    .help = For example who goes with her, or when she is called.
work-support-who = Who sees to it?
work-support-meeting = Which meeting?
attendance-support = Support for attendance
    .ledsager = somebody goes with her
    .paamindelse = she is reminded
    .transport = transport
    .bisidder = a companion of her own choice
    .andet = something else

work-minutes-her = Could she be there?
    .came = Yes, for all or some of it
    .could-not = No, she had said that she could not
    .not-there = No, she did not come
    .help = It has no consequence for her. If you answer no, you are reminded to agree on support for the next meeting.
work-minutes-decisions = Decisions
    .help = One on each line: who, what and when. For example “Mette: apply for daycare by 1/5”. Each line becomes a task.
work-minutes-line = “{ $line }” lacks something. Write who, what and when, for example “Mette: apply for daycare by 1/5”.
work-minutes-plan = The meeting changed the plan
meeting-her = She herself
    .came = was there
    .could-not = could not this time
    .not-there = was not there; you talk with her about what can help
decision-done = { $what } (done)
minutes-sent = The minutes were sent to { $who }.
minutes-not-sent = Not sent to { $who }: she has not said yes to meetings with them.

work-actor-own = Is it a person in her own life?
work-actor-relation = Who is it to her?
    .help = For example a sister or a friend
work-actor-supports = For whom can the person be a support?
    .gravid = her
    .barn = the child
    .partner = the partner
work-actor-conflict = The relation is marked by conflict or a risk of violence. The person is never called.
work-actor-yes = Has she said yes to the person taking part in meetings?
    .ja = Yes
    .nej = No
    .ikke-spurgt = She has not been asked yet

close-pathway = Close the pathway
close-lead = The pathway can be read afterwards, but nothing more can be written in it.
close-reason = Why is it closed?
close-lacking = { $held } of the { $minimum } network meetings the agreement says have been held. Write why, if you close it now.
close-few-meetings = Why were fewer meetings held?
close-button = Close the pathway
