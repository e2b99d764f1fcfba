# Distances and ages.
date-today = today
date-in = in { $length }
date-over = { $length } over
date-minutes = { $n } min
date-hours = { $n } h
date-hours-minutes = { $h } h { $m } min
date-days-to = { $n ->
    [one] tomorrow
   *[other] in { $n } days
  }
date-days-over = { $n ->
    [one] 1 day over
   *[other] { $n } days over
  }
date-working-to = { $n ->
    [one] in 1 working day
   *[other] in { $n } working days
  }
date-working-over = { $n ->
    [one] 1 working day over
   *[other] { $n } working days over
  }
date-weekdays-to = { $n ->
    [one] in 1 weekday (Mon–Sat)
   *[other] in { $n } weekdays (Mon–Sat)
  }
date-weekdays-over = { $n ->
    [one] 1 weekday (Mon–Sat) over
   *[other] { $n } weekdays (Mon–Sat) over
  }
date-weeks-to = { $n ->
    [one] in 1 week
   *[other] in { $n } weeks
  }
date-weeks-over = { $n ->
    [one] 1 week over
   *[other] { $n } weeks over
  }
date-age = { $y } { $y ->
    [one] yr
   *[other] yrs
  } { $m } { $m ->
    [one] mth
   *[other] mths
  }
date-age-years = { $n } { $n ->
    [one] yr
   *[other] yrs
  }
date-age-months = { $n } { $n ->
    [one] mth
   *[other] mths
  }
date-age-days = { $n ->
    [one] 1 day
   *[other] { $n } days
  }
