# My tasks and the task row.
tasks-title = My tasks
tasks-tallies = Tasks by when they must be done
tasks-all = Show all
tasks-who = Whose tasks
    .mig = Mine
    .enhed = The whole unit's
tasks-pathway = Pathway
    .all = All pathways
tasks-kind = Kind
    .all = All kinds
    .lovfrist = Statutory limit
    .aftale = Agreement
    .anbefaling = Recommendation
tasks-filter = Show
tasks-calm = Nothing is urgent. Next: { $next }.
tasks-none = Nothing is urgent, and nothing is waiting.
tasks-none-fit = No tasks fit what you have chosen.
tasks-closed = The unit is closed now. If it is urgent, call:
tasks-unsettled = { $n ->
    [one] The cooperation agreement lacks an answer (1):
   *[other] The cooperation agreement lacks answers ({ $n }):
  }
tasks-see-agreement = See the agreement
tasks-keys = Keyboard: j and k move between tasks, Enter opens, / searches.

urgency = When
    .overdue = Overdue
    .today = Today
    .week = This week
    .later = Later
    .unsettled = No answer in the agreement

strength = Behind the task
    .law = statutory limit
    .agreement = agreement
    .recommendation = recommendation

duty-no-limit = no limit
duty-no-answer = the agreement does not say when
duty-since = Began
duty-owner = Who
duty-source = Why
duty-unverified = the wording has not been checked
duty-arithmetic = How the limit is counted
duty-history = So far
duty-explain = Write why not
duty-open-pathway = Open the pathway

receiver-label = Who receives in { $kommune }
receiver-family = Notification about the child
receiver-open = open now
receiver-closed = closed now
receiver-watch = Out-of-hours duty
receiver-no-watch = The number is not stated here. If there is danger: call 112.
receiver-clinic = Family clinic
receiver-treatment = Substance treatment
receiver-agreement = Cooperation agreement
receiver-no-agreement = No agreement. The statutory limits apply.
receiver-early = Early help nearby
