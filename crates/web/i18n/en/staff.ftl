# Units and staff, leave and hand-over.
staff-title = Staff
staff-lead = Units and employments of your authority. You see no pathway.
staff-new = Add a member of staff
    .lead = Somebody new, a temporary one, or a deputy: somebody who is here already and gets one more function.
staff-nobody = Nobody is employed here.
staff-person = Is the person employed already?
    .new = No, it is somebody new
    .help = A deputy for a leader is chosen here and gets the function of leader from a day to a day.
staff-name = Name
staff-unit = Unit
staff-function = Function
staff-phone = Telephone
staff-begins = First day
staff-ends = Last day
staff-period = When
staff-from = from { $day }
staff-to = until { $day }
staff-post = Employment
staff-end = End the employment
    .help = Access ends the same minute, and the person is logged out. What the person has written stays. The tasks go to the unit.
staff-last-day = Last day
    .help = If the field is empty, it ends now. Otherwise write day.month.year.
staff-anyway = End it even if the unit is left without a leader, or without anybody for its tasks
staff-end-button = End
staff-ended = The employment has ended.
staff-login = Login
    .help = A new member of staff gets a login from those who run the installation. The person's number in Tråd is { $id }.
staff-change = Changes
    .made = The employment was entered
    .ends = When it ends
    .leave = Leave
    .reach = Name or telephone
staff-system = Tråd
unit-title = Unit
unit-lead = How to reach a human being. Outside opening hours notifications go to the duty desk.
unit-change = Change telephone and opening hours of { $unit }
unit-open = open { $from }–{ $to } on working days
unit-hours-unknown = opening hours not stated
unit-opens = Opens at
    .help = Monday to Friday, for example 8.00
unit-closes = Closes at
unit-offer = What you offer early
    .help = One sentence for the directory
unit-new = Make a unit
unit-new-lead = The unit belongs to your authority and the same place as your own. It can be used from today, once you have added staff.
unit-name = The unit's name
    .help = As you say it, with the place: Youth team, Odense
unit-kind = What is it?
unit-close = Close { $unit }
unit-close-title = Close a unit
unit-close-lead = What the unit has written stays. Nobody can send anything to it after the last day.
unit-close-first = This must be moved first
unit-close-tasks = { $n ->
    [one] 1 open task. The unit's leader hands it over or gets it done.
   *[other] { $n } open tasks. The unit's leader hands them over or gets them done.
}
unit-close-coordinates = { $n ->
    [one] Coordinator of 1 pathway. The unit's leader hands it over.
   *[other] Coordinator of { $n } pathways. The unit's leader hands them over.
}
unit-close-employed = { $n ->
    [one] 1 person employed after that day. End the employment first.
   *[other] { $n } people employed after that day. End the employments first.
}
unit-close-button = Close the unit
unit-last = The unit's last day
    .help = Day.month.year
leave-title = Leave
leave-access = Leave, holidays and illness. If you are a coordinator, your leader gets a list of the pathways.
leave-link = Register leave
leave-lead = During leave one owes no task and does not write in pathways. The tasks go to the deputy or to the unit.
leave-coordinates = { $n ->
    [one] Coordinator of 1 pathway. The leader hands it over to a colleague.
   *[other] Coordinator of { $n } pathways. The leader hands them over to colleagues.
  }
leave-from = First day away
leave-until = Last day away
    .help = Leave the field empty if the day is not known.
leave-deputy = Deputy
    .nobody = Nobody. The tasks go to the unit
leave-button = Register
leave-back = Back from leave
leave-cancel = Delete the leave
leave-days = Away { $from } – { $to }.
leave-open = Away from { $from }.
leave-short = away { $from } – { $to }
leave-short-open = away from { $from }
entry-away-from = from { $day }
handover-title = Hand-over
handover-of = Hand over the pathways of { $who }
handover-none = There are no pathways to hand over.
handover-nobody = No colleague in the unit can take over now. Ask the local administrator for a temporary one.
handover-urgent = { $n ->
    [one] 1 pathway has no coordinator now.
   *[other] { $n } pathways have no coordinator now.
  }
handover-how = The hand-over counts from now. The new one gets the tasks of telling her and of agreeing on the role. The colleague with most pathways stands first.
handover-all = Hand all over to { $who }
handover-to = Who takes over?
handover-button = Hand over
handover-gone = Is no longer employed in the unit.
handover-there = Is at work.
handover-cases = { $n ->
    [one] 1 pathway
   *[other] { $n } pathways
  }
continuity-title = The same staff from case to case
    .help = Only pathways whose coordinator is from here. That at least { $n } pathways are from case to case is a proposal.
continuity-share = { $same } of { $all } pathways have a coordinator who has several.
continuity-changes = { $n ->
    [0] None of the pathways has changed coordinator.
    [one] The coordinator was changed once.
   *[other] The coordinator was changed { $n } times.
  }
continuity-who = Coordinator
continuity-none = Nobody from here is a coordinator.
continuity-leave = Register leave of { $who }
continuity-without = Pathways without a coordinator
continuity-without-line = { $who } is not at work. Nobody coordinates: { $cases }.
continuity-soon = { $who } goes on leave on { $day }.
continuity-hand-over = Hand over the pathways of { $who }
coordinator-away = On leave from { $day }. Nobody is coordinator now.
coordinator-leaves = Goes on leave on { $day }.
coordinator-changed = { $n ->
    [one] The coordinator was changed once.
   *[other] The coordinator was changed { $n } times.
  }
misfiled-title = Written about the wrong person
misfiled-lead = Nobody can read the text, not even you. Decide whether it is to be moved or erased.
misfiled-nobody = No other unit has got it.
misfiled-known = These units have got it and must be told:
misfiled-what = What is to happen?
    .flyt = Move it to the right pathway
    .slet = Erase it
misfiled-to = The case number of the right pathway
    .help = It must be a pathway the unit takes part in.
misfiled-gone = The text is taken away for good and cannot be brought back. What stays is that something was erased, who decided it, and why.
misfiled-not-movable = The entry is one of several steps and cannot be moved. Write it anew in the right pathway.
misfiled-ground = On what ground?
    .rettelse = The information is not true of her (General Data Protection Regulation, art. 16).
    .sletning = The information may not be processed here (General Data Protection Regulation, art. 17).
misfiled-why = Why?
misfiled-button = Decide
misfiled-link = Decide what is to happen
misfiled-list = Written about the wrong person
    .help = Nobody can read it. You decide whether it is to be moved or erased.
