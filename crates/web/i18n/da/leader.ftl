# Lederens overblik over egen enhed.
leader-title = Overblik
leader-lead = { $unit }. Sagsnumre, ikke navne. Kun egen enhed.
leader-overdue = Overskredet
leader-none = Intet er overskredet.
leader-fresh = { $n ->
    [0] Intet nyt, siden du sidst så listen.
    [one] 1 er ny, siden du sidst så listen.
   *[other] { $n } er nye, siden du sidst så listen.
  }
leader-seen = Jeg har set dem
leader-new = ny
leader-what = Opgave
leader-case = Sag
leader-who = Hvem
leader-due = Frist
leader-delay = Over fristen
leader-unit = enheden
leader-late-by = { $n ->
    [one] 1 dag
   *[other] { $n } dage
  }
leader-late-hours = { $n ->
    [0] under en time
    [one] 1 time
   *[other] { $n } timer
  }
leader-since = Tid siden opsporing
leader-times = Fra opsporing til hvert trin
    .help = Regnet af det, enheden selv må læse. Median og spredning.
leader-step = Trin
    .kontakt = første kontakt
    .koordinator = koordinator udpeget
    .udredning = udredning færdig
    .indsats = første indsats
leader-median = Median
leader-spread = Hurtigst – længst
leader-count = Forløb
leader-no-times = Ingen forløb er nået hertil.
leader-cases = Hvert forløb
leader-not-yet = endnu ikke
leader-kept = Til tiden
    .help = Enhedens egne opgaver. Det, der er gjort for sent, bliver ved med at stå som for sent. Opgaver uden aftalt frist tæller aldrig som overskredet.
leader-on-time = Til tiden
leader-late = For sent
leader-overdue-now = Overskredet
leader-missed = Ikke gjort
leader-explained = Forklaret
leader-open = I gang
leader-unsettled = Uden frist
leader-share = Andel til tiden
leader-some = Listen viser { $n } af { $total } forløb. Tallene ovenfor er regnet af dem alle.
