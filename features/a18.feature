# language: da
# SPDX-License-Identifier: EUPL-1.2
@A18
Egenskab: Flytter hun, flytter viden med, og kun det nødvendige
  Som familierådgiver vil jeg underrette den nye kommune, så den kan hjælpe fra første dag, uden at vente på et
  samtykke og uden at sende mere end det, der er brug for.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense"
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og familierådgiveren har skrevet noten "Hun har brug for ro og en fast kontakt." om "Sociale forhold" for "Anna Test"
    Og familierådgiveren har skrevet noten "Det her er ikke nødvendigt." om "Sociale forhold" for "Anna Test"

  @S2-052 @S2-076 @S3-008
  Scenarie: Den nye kommune får underretning, opsummering og det valgte, og intet andet
    Når familierådgiveren åbner forløbet om "Anna Test"
    Og hun følger linket "Familien flytter: underret den nye kommune"
    Og hun udfylder og trykker "Underret den nye kommune"
      | Hvilken kommune flytter de til?      | Slagelse |
      | Opsummering af det, I har vurderet   | Hun venter barn til efteråret og har brug for støtte. |
      | Ved hun, at I skriver?               | Ja |
    Så siger feltet "Hvad ved I om, at barnet er udsat for rusmidler?" "Vælg et svar."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Underret den nye kommune"
      | Hvad ved I om, at barnet er udsat for rusmidler? | Det er udsat |
      | Hvad sendes med? | Note, tirsdag 3. marts kl. 9.00 · Sociale forhold · Familieafdelingen, Odense |
    Så står der "Det er sendt."
    Når rådgiveren i Slagelse åbner underretningen om "Anna Test"
    Så står der
      | Udsat for rusmidler: Det er udsat.                    |
      | Hun venter barn til efteråret og har brug for støtte. |
    Når rådgiveren i Slagelse åbner fanen "Tidslinje" om "Anna Test"
    Så står der ikke "vin hver aften"
    Og har rådgiveren i Slagelse opgaven "Akutvurdér underretning" om "Anna Test"
    Og har familierådgiveren opgaven "Fortæl hende, hvad der er givet videre uden hendes ja" om "Anna Test"

  @S2-052
  Scenarie: Kun kommunens familieafdeling underretter den nye kommune
    Når jordemoderen åbner forløbet om "Anna Test"
    Så kan hun ikke følge linket "Familien flytter: underret den nye kommune"
