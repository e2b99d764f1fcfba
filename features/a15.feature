# language: da
# SPDX-License-Identifier: EUPL-1.2
@A15
Egenskab: Indsatsen virker ikke; VISO inddrages
  Som familierådgiver vil jeg ikke lade en indsats køre videre, der ikke hjælper. Jeg vil udrede mere, justere eller prøve
  noget nyt, og kunne spørge dem, der ved mere, uden at sige mere om barnet, end familien har sagt ja til.

  Baggrund:
    Givet at klokken er "09.00" den "3.3.2026"
    Og jordemoderen har meldt bekymring for "Anna Test" i "Odense" med
      | Uge | 30 |
    Og familierådgiveren har akutvurderet underretningen om "Anna Test"
    Og klokken bliver "09.00" den "6.5.2026"
    Og jordemoderen har skrevet fødslen for "Anna Test" med
      | Har barnet været udsat for rusmidler før fødslen? | Mistanke  |
      | Hvem har forældremyndigheden?                     | Én        |
      | Navn på den, der har forældremyndigheden          | Anna Test |
      | Navn på den anden                                 |           |
    Og familierådgiveren har udpeget "Mette Test Rådgiver" til koordinator for "Emil Test"
    Og klokken bliver "09.00" den "7.5.2029"
    Og familierådgiveren har skrevet en runde om "Emil Test" med
      | Næste udredning | 7.5.2031 |
    Og familierådgiveren har lavet en børneplan for "Emil Test"
    Og klokken bliver "09.00" den "3.9.2029"

  @S0-034
  Scenarie: Uden en begrundelse fortsætter det ikke uændret, når det ikke virker
    Når familierådgiveren åbner fanen "Plan" om "Emil Test"
    Og hun følger linket "Følg op"
    Og hun udfylder og trykker "Gem"
      | For barnet                                           | Sover stadig uroligt. |
      | Fast rytme ved sengetid: Virker den efter hensigten? | Nej     |
      | Fast rytme ved sengetid: Hvad sker der nu?           | Fortsæt |
      | Vejledning i dagtilbud: Virker den efter hensigten?  | Ja      |
      | Vejledning i dagtilbud: Hvad sker der nu?            | Fortsæt |
    Så siger feltet "Hvorfor fortsætter den uændret?" "Skriv hvorfor."
    Og siger feltet "For familien" "Feltet er tomt. Skriv det, du ved."
    Og siger feltet "Næste opfølgning" "Skriv datoen for næste opfølgning."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | For familien                                             | Moren er træt.         |
      | Fast rytme ved sengetid: Hvorfor fortsætter den uændret? | Den er først lige begyndt. |
      | Næste opfølgning                                         | 1.12.2029              |
    Så står der
      | Virker ikke efter hensigten                            |
      | Fortsætter uændret, fordi: Den er først lige begyndt.  |
    Og har familierådgiveren opgaven "udred mere, eller skriv hvorfor ikke" om "Emil Test"

  @S0-033
  Scenarie: Planen følges op på den dag, der blev valgt, og intet, der hører til en graviditet, bliver til opgaver om barnet
    Når klokken bliver "09.00" den "28.8.2029"
    Så har familierådgiveren opgaven "Følg op på barnets plan" om "Emil Test", "1. september"
    Og har familierådgiveren ikke opgaven "Tag stilling til partneren" om "Emil Test"

  @S0-034 @S0-009
  Scenarie: Manglende virkning giver tre opgaver, og planen er mærket, til hver er gjort eller fravalgt
    Når familierådgiveren åbner fanen "Plan" om "Emil Test"
    Og hun følger linket "Følg op"
    Og hun udfylder og trykker "Gem"
      | For barnet                                           | Sover stadig uroligt. |
      | For familien                                         | Moren er træt.        |
      | Fast rytme ved sengetid: Virker den efter hensigten? | Nej                   |
      | Fast rytme ved sengetid: Hvad sker der nu?           | Justér                |
      | Vejledning i dagtilbud: Virker den efter hensigten?  | For tidligt at sige   |
      | Vejledning i dagtilbud: Hvad sker der nu?            | Fortsæt               |
      | Næste opfølgning                                     | 1.12.2029             |
    Så står der
      | Fast rytme ved sengetid virker ikke efter hensigten. Tag stilling: en mere uddybende udredning. |
      | Fast rytme ved sengetid virker ikke efter hensigten. Tag stilling: justering af indsatsen.      |
      | Fast rytme ved sengetid virker ikke efter hensigten. Tag stilling: afprøvning af nye tiltag.    |
    Og står der ikke "Vejledning i dagtilbud virker ikke efter hensigten"
    Og har familierådgiveren opgaven "udred mere, eller skriv hvorfor ikke" om "Emil Test"
    Og har familierådgiveren opgaven "justér den, eller skriv hvorfor ikke" om "Emil Test"
    Og har familierådgiveren opgaven "prøv noget nyt, eller skriv hvorfor ikke" om "Emil Test"
    Når familierådgiveren trykker på "Tag stilling" ud for opgaven "justér den"
    Og hun udfylder og trykker "Gem"
      | Hvad tager du stilling til?        | Fast rytme ved sengetid: justering af indsatsen |
      | Er det gjort?                      | Gjort |
    Så siger feltet "Hvad er gjort, eller hvorfor ikke?" "Feltet er tomt. Skriv det, du ved."
    Når hun udfylder og trykker "Gem"
      | Hvad er gjort, eller hvorfor ikke? | Rytmen begynder en time før. |
    Så står der "Tag stilling: en mere uddybende udredning."
    Og står der ikke "Tag stilling: justering af indsatsen."
    Og har familierådgiveren ikke opgaven "justér den, eller skriv hvorfor ikke" om "Emil Test"
    Når familierådgiveren åbner fanen "Plan" om "Emil Test"
    Og hun følger linket "Tag stilling, når en indsats ikke virker"
    Og hun udfylder og trykker "Gem"
      | Hvad tager du stilling til?        | Fast rytme ved sengetid: afprøvning af nye tiltag |
      | Er det gjort?                      | Fravalgt |
      | Hvad er gjort, eller hvorfor ikke? | Et nyt tiltag nu ville være for meget. |
    Så står der "Tag stilling: en mere uddybende udredning."
    Når hun følger linket "Tag stilling, når en indsats ikke virker"
    Og hun udfylder og trykker "Gem"
      | Hvad tager du stilling til?        | Fast rytme ved sengetid: en mere uddybende udredning |
      | Er det gjort?                      | Gjort |
      | Hvad er gjort, eller hvorfor ikke? | Bestilt hos PPR. |
    Så står der ikke "virker ikke efter hensigten. Tag stilling"
    Og har familierådgiveren ikke opgaven "Indsatsen virker ikke efter hensigten" om "Emil Test"

  @S0-034
  Scenarie: »Skriv hvorfor ikke« ved opgaven tæller også
    Når familierådgiveren åbner fanen "Plan" om "Emil Test"
    Og hun følger linket "Følg op"
    Og hun udfylder og trykker "Gem"
      | For barnet                                           | Sover stadig uroligt. |
      | For familien                                         | Moren er træt.        |
      | Fast rytme ved sengetid: Virker den efter hensigten? | Nej                   |
      | Fast rytme ved sengetid: Hvad sker der nu?           | Justér                |
      | Vejledning i dagtilbud: Virker den efter hensigten?  | Ja                    |
      | Vejledning i dagtilbud: Hvad sker der nu?            | Fortsæt               |
      | Næste opfølgning                                     | 1.12.2029             |
    Og familierådgiveren trykker på "Skriv hvorfor ikke" ud for opgaven "prøv noget nyt"
    Og hun udfylder og trykker "Gem"
      | Hvorfor ikke? | For mange skift i år. |
    Og familierådgiveren åbner fanen "Plan" om "Emil Test"
    Så står der "Tag stilling: justering af indsatsen."
    Og står der ikke "Tag stilling: afprøvning af nye tiltag."

  @S3-053 @S3-054
  Scenarie: VISO spørges med navn, når alle har sagt ja, og rådet bliver foreslåede indsatser med kilde
    Når familierådgiveren åbner fanen "Plan" om "Emil Test"
    Og hun følger linket "Bed VISO om råd"
    Så står der
      | Bagsværd Observationshjem     |
      | Bruckner Praksis              |
      | Børneneurocenter Vejlefjord   |
      | Center for hjerneskade        |
      | Hjerneskadecenter Virum       |
      | 24.1.2020                     |
    Og står der ikke "Institut for Kommunikation og Handicap"
    Når hun udfylder og trykker "Gem"
      | Hvem spørges?        | Center for hjerneskade |
      | Er barnet nævnt?     | Ja                     |
      | Er der tale om en hjerneskade som følge af eksponeringen? | Mistanke |
      | Hvad er spørgsmålet? | Hvordan støttes Emil bedst om aftenen? |
    Så siger feltet "Hvem har sagt ja?" "Alle, der bestemmer for barnet, skal have sagt ja, og forældremyndigheden skal være afklaret. Skriv deres navne, eller spørg uden at nævne barnet."
    Og er intet af det, hun skrev, gået tabt
    Når hun udfylder og trykker "Gem"
      | Er barnet nævnt? | Nej |
    Så siger feltet "Hvad er spørgsmålet?" "Her står barnets navn eller et CPR-nummer. Uden et ja må det ikke fremgå, hvem det er."
    Når hun udfylder og trykker "Gem"
      | Er barnet nævnt?  | Ja        |
      | Hvem har sagt ja? | Anna Test |
    Så står der "Center for hjerneskade er spurgt"
    Når hun følger linket "Skriv VISO’s råd"
    Og hun udfylder og trykker "Gem"
      | Hvilket spørgsmål er der svaret på? | Center for hjerneskade, 3.9.2029 |
      | Svaret kom den     | 3.9.2029 |
      | Rådet              | Færre indtryk om aftenen. |
      | Foreslåede indsatser | Mørklæg værelset\nStille time før sengetid |
    Så står der
      | Mørklæg værelset kilde: VISO, Center for hjerneskade foreslået, ikke taget stilling           |
      | Stille time før sengetid kilde: VISO, Center for hjerneskade foreslået, ikke taget stilling   |
    Når hun følger linket "Lav ny udgave"
    Og hun udfylder og trykker "Godkend planen"
      | Indsats 3: Hvad gøres?                      | Stille time før sengetid |
      | Indsats 3: Hvad er det for en indsats?      | Hjælpe og støtte barnet i at regulere sig selv bl.a. i forhold til søvn, spisning og adfærd |
      | Indsats 3: Formål                           | Begrænse |
      | Indsats 3: Kommer indsatsen fra et forslag? | Stille time før sengetid (kilde: VISO, Center for hjerneskade) |
      | Indsats 3: Sætter i gang                    | Familieafdelingen, Odense |
      | Indsats 3: Ansvarlig                        | Familieafdelingen, Odense |
      | Indsats 3: Starter                          | 10.9.2029 |
      | Indsats 3: Hvor ofte og hvor længe          | hver aften |
      | Næste opfølgning                            | 1.12.2029  |
    Så står der
      | Plan, udgave 2                                                                           |
      | Stille time før sengetid kilde: VISO, Center for hjerneskade taget med i planen          |
      | Mørklæg værelset kilde: VISO, Center for hjerneskade foreslået, ikke taget stilling      |

  @S3-053
  Scenarie: Uden ja spørges der uden navn, og uden mistanke spørges der slet ikke
    Når familierådgiveren åbner fanen "Plan" om "Emil Test"
    Og hun følger linket "Bed VISO om råd"
    Og hun udfylder og trykker "Gem"
      | Hvem spørges?        | Hjerneskadecenter Virum |
      | Er barnet nævnt?     | Nej                     |
      | Er der tale om en hjerneskade som følge af eksponeringen? | Mistanke |
      | Hvad er spørgsmålet? | En dreng på tre år vågner hver nat. Hvad hjælper? |
    Så står der "Hjerneskadecenter Virum er spurgt"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Og hun følger linket "Eksponering før fødslen"
    Og hun udfylder og trykker "Gem"
      | Har barnet været udsat for rusmidler før fødslen? | Uafklaret |
    Og familierådgiveren åbner fanen "Plan" om "Emil Test"
    Så kan familierådgiveren ikke følge linket "Bed VISO om råd"
    Når familierådgiveren åbner forløbet om "Emil Test"
    Så kan familierådgiveren ikke følge linket "Bed VISO om råd"
