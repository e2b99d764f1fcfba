# language: da
# SPDX-License-Identifier: EUPL-1.2
@A01 @A10
Egenskab: Vejviseren – hvem der hjælper her, og om det stadig passer
  Som jordemoder vil jeg med ét eller to klik kunne se, hvilken hjælp der er i hendes kommune, hvem jeg kan
  ringe til, og om nogen for nylig har sagt, at det passer. Som leder vil jeg have at vide, når det ikke er
  bekræftet længe.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"

  @S2-025
  Scenarie: Lederen skriver et tilbud ind, og jordemoderen finder det fra forsiden og fra Meld bekymring
    Når lederen åbner "Vejviser"
    Og hun følger linket "Tilføj et tilbud"
    Og hun udfylder og trykker "Gem"
      | Hvad hedder tilbuddet?            | Onsdagsgruppen                |
      | Hvad er det, og hvem er det til?  | Åben gruppe for gravide.      |
      | Hvem skal man spørge efter?       | Vagten                        |
      | Telefon                           | 00 00 99 01                   |
    Så står der
      | Onsdagsgruppen Åben gruppe for gravide. Vagten, 00 00 99 01 bekræftet 3.3.2026 |
    Når jordemoderen slår kommunen "Odense" op
    Så står der
      | Onsdagsgruppen                         |
      | Familieafdelingen, Odense              |
      | Kontaktpersoner                        |
    Og kan jordemoderen ikke følge linket "Tilføj et tilbud"
    Når jordemoderen åbner "Meld bekymring"
    Og hun udfylder og trykker "Vis, hvem der modtager"
      | Kommune, hvor hun bor | Odense |
    Og hun følger linket "Se hele vejviseren for kommunen"
    Så står der "Onsdagsgruppen"

  @S2-025
  Scenarie: Et tilbud, ingen kan ringe til, gemmes ikke, og intet af det skrevne går tabt
    Når lederen åbner "Vejviser"
    Og hun følger linket "Tilføj et tilbud"
    Og hun udfylder og trykker "Gem"
      | Hvad hedder tilbuddet?            | Onsdagsgruppen                |
      | Hvad er det, og hvem er det til?  | Åben gruppe for gravide.      |
    Så siger feltet "Telefon" "Feltet er tomt. Skriv det, du ved."
    Og er intet af det, hun skrev, gået tabt

  @S2-077
  Scenarie: Det, ingen har bekræftet i et halvt år, er mærket, og den, der holder det, får det at vide
    Givet lederen har skrevet tilbuddet "Onsdagsgruppen" i vejviseren
    Når klokken bliver "09.00" den "4.9.2026"
    Og jordemoderen slår kommunen "Odense" op
    Så står der "ikke bekræftet siden 3.3.2026"
    Og står der ikke "i jeres vejviser"
    Når lederen åbner "Overblik"
    Så står der "i jeres vejviser er ikke bekræftet det seneste halve år."
    Når administratoren åbner "Personale"
    Så står der "i jeres vejviser er ikke bekræftet det seneste halve år."
    Når lederen åbner "Vejviser"
    Og hun trykker "Det er stadig rigtigt Onsdagsgruppen"
    Så står der "bekræftet 4.9.2026"
    Og står der ikke "ikke bekræftet siden 3.3.2026"

  @S2-025
  Scenarie: Et tilbud, der ikke findes længere, forsvinder, og en anden kommunes leder kan ikke røre det
    Givet lederen har skrevet tilbuddet "Onsdagsgruppen" i vejviseren
    Når lederen i Svendborg slår kommunen "Odense" op
    Så står der "Onsdagsgruppen"
    Og kan lederen i Svendborg ikke følge linket "Ret"
    Når lederen åbner "Vejviser"
    Og hun følger linket "Ret Onsdagsgruppen"
    Og hun udfylder og trykker "Gem"
      | Tilbuddet findes ikke længere | ja |
    Så står der ikke "Onsdagsgruppen"

  @S0-058 @S0-059
  Scenarie: Fora står med, hvem der mangler, og et forum, ingen har skrevet ind, mangler synligt
    Når lederen åbner "Vejviser"
    Så står der "Familieambulatoriets tværsektorielle samarbejde er ikke skrevet ind."
    Når lederen åbner "Aftaler"
    Og hun følger linket "Samarbejdsaftalen i Odense"
    Og hun følger linket "Registrér forum"
    Og hun udfylder og trykker "Gem"
      | Navn            | Samarbejdsmødet                          |
      | Hvad er det?    | Familieambulatoriets tværsektorielle samarbejde |
      | Hvem deltager?  | Familieambulatorium; Familieafdeling     |
    Og hun åbner "Vejviser"
    Så står der
      | Samarbejdsmødet |
      | Ikke fuldtalligt. Mangler: Pædagogisk psykologisk rådgivning (PPR) |
    Og står der ikke "Familieambulatoriets tværsektorielle samarbejde er ikke skrevet ind."
