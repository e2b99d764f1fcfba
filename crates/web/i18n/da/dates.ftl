# Afstande og aldre. t = timer, mdr. = måneder.
date-today = i dag
date-in = om { $length }
date-over = { $length } over
date-minutes = { $n } min
date-hours = { $n } t
date-hours-minutes = { $h } t { $m } min
date-days-to = { $n ->
    [one] i morgen
   *[other] om { $n } dage
  }
date-days-over = { $n ->
    [one] 1 dag over
   *[other] { $n } dage over
  }
date-working-to = { $n ->
    [one] om 1 arbejdsdag
   *[other] om { $n } arbejdsdage
  }
date-working-over = { $n ->
    [one] 1 arbejdsdag over
   *[other] { $n } arbejdsdage over
  }
date-weekdays-to = { $n ->
    [one] om 1 hverdag
   *[other] om { $n } hverdage
  }
date-weekdays-over = { $n ->
    [one] 1 hverdag over
   *[other] { $n } hverdage over
  }
date-weeks-to = { $n ->
    [one] om 1 uge
   *[other] om { $n } uger
  }
date-weeks-over = { $n ->
    [one] 1 uge over
   *[other] { $n } uger over
  }
date-age = { $y } år { $m } mdr.
date-age-years = { $n } år
date-age-months = { $n } mdr.
date-age-days = { $n ->
    [one] 1 dag
   *[other] { $n } dage
  }
