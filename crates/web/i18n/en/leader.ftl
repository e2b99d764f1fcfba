# The leader's overview of the own unit.
leader-title = Overview
leader-lead = { $unit }. Case numbers, not names. The own unit only.
leader-overdue = Overdue
leader-none = Nothing is overdue.
leader-fresh = { $n ->
    [0] Nothing new since you last saw the list.
    [one] 1 is new since you last saw the list.
   *[other] { $n } are new since you last saw the list.
  }
leader-seen = I have seen them
leader-new = new
leader-what = Task
leader-case = Case
leader-who = Who
leader-due = Limit
leader-delay = Past the limit
leader-unit = the unit
leader-late-by = { $n ->
    [one] 1 day
   *[other] { $n } days
  }
leader-late-hours = { $n ->
    [0] less than an hour
    [one] 1 hour
   *[other] { $n } hours
  }
leader-since = Time since detection
leader-times = From detection to each step
    .help = Reckoned from what the unit itself may read. Median and spread.
leader-step = Step
    .kontakt = first contact
    .koordinator = coordinator appointed
    .udredning = assessment done
    .indsats = first effort
leader-median = Median
leader-spread = Quickest – slowest
leader-count = Pathways
leader-no-times = No pathway has come this far.
leader-cases = Each pathway
leader-not-yet = not yet
leader-kept = On time
    .help = The unit's own tasks. What was done late stays late. Tasks without an agreed limit never count as overdue.
leader-on-time = On time
leader-late = Late
leader-overdue-now = Overdue
leader-missed = Not done
leader-explained = Explained
leader-open = Under way
leader-unsettled = Without limit
leader-share = Share on time
leader-some = The list shows { $n } of { $total } pathways. The figures above are reckoned from all of them.
