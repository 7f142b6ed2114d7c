import { type DemoMeeting, prose } from './types.ts'

const hall = 'Odense Rådhus, Flakhaven 2, mødelokale 3'
const fab = 'FAB, mødesalen'
const hojstrup = 'Boligforeningen Højstrup, bestyrelseslokalet'

export const firstYear: DemoMeeting[] = [
  {
    key: 'j01',
    body: 'faelles-gruppe',
    days: -1092,
    startsAt: '13:00',
    endsAt: '15:00',
    place: hall,
    items: [
      {
        key: 'j01-arbejdsform',
        title: 'Arbejdsform og årshjul for det kommende år',
        kind: 'DECISION',
        tasks: ['strategy', 'coordination'],
        summary: 'Sekretariaterne foreslår et årshjul med seks ordinære møder og faste temaer.',
        recommendation: prose`
          Sekretariaterne indstiller, **at** gruppen mødes seks gange om året, og
          **at** tryghed, udlejning, beskæftigelse og børn og unge hver har et fast årligt tema.`,
        presentation: prose`
          De seneste år har dagsordenerne fulgt sagerne, som de kom. Det har gjort det svært for organisationerne at
          forberede sig og at få de rette fagfolk med.

          Et årshjul giver bestyrelser og udvalg mulighed for at nå at drøfte emnerne, før gruppen gør det. De to
          strategigrupper holder møde tre til fire uger før gruppens møder.`,
        effect: 'Færre sager på korte frister og bedre tid til at indhente mandat hos de besluttende organer.',
        economy: 'Ingen. Mødeudgifter afholdes af parterne selv.',
        presenter: 'Boligorganisationernes sekretariat',
        minutes: 25,
        minuted: 'Gruppen lagde vægt på, at temaerne meldes ud mindst et halvt år før.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-aarshjul',
            title: 'Årshjul med seks møder og faste temaer',
            text: 'Fælles boligstrategisk gruppe mødes seks gange om året. Tryghed, udlejning, beskæftigelse og børn og unge har hver et fast årligt tema.',
            shared: true,
            followUps: [
              {
                text: 'Udsende årshjulet til alle organisationer og forvaltninger',
                org: 'by-og-kulturforvaltningen',
                person: 'sekretariat.kommune',
                dueAfter: 21,
                closedAfter: 15,
                closedNote: 'Udsendt til alle 13 organisationer og lagt på portalen.',
              },
            ],
          },
        ],
      },
      {
        key: 'j01-vollsmose',
        title: 'Helhedsplan for Vollsmose: status og næste ansøgning',
        kind: 'DISCUSSION',
        tasks: ['strategy', 'coordination'],
        case: 'vollsmose',
        summary: 'Den nuværende helhedsplan løber ud om halvandet år. Gruppen drøfter rammerne for den næste.',
        recommendation: 'Sekretariaterne indstiller, **at** gruppen drøfter de tre spor for en ny helhedsplan.',
        presentation: prose`
          Evalueringen peger på tre spor, der bør bære en ny plan:

          - uddannelse og livschancer, hvor lektiehjælp og forældreforløb har størst søgning
          - beskæftigelse, hvor en fast jobvejleder i området har givet de bedste resultater
          - sammenhængskraft, mens husene rives ned og naboerne skifter

          Flytningerne betyder, at målgruppen ændrer sig i planens løbetid. Det stiller krav til, at indsatserne kan
          flyttes med beboerne.`,
        effect: 'En plan, der følger beboerne og ikke kun adresserne.',
        presenter: 'FAB og Boligforeningen Højstrup',
        guests: [{ name: 'Mette Skovgaard', organisation: 'BoligSocialt Hus' }],
        minutes: 30,
        involves: {
          'boern-og-ungeforvaltningen': { status: 'HEARD' },
          'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' },
          'aeldre-og-handicapforvaltningen': { status: 'NOT_RELEVANT' },
        },
        subjectAreas: ['Beskæftigelse', 'Skole og uddannelse'],
        attachments: [
          {
            title: 'Midtvejsevaluering af helhedsplanen',
            lines: [
              'Evalueringen bygger på 62 interview og områdets egne opgørelser.',
              'Lektiehjælp: 214 børn har deltaget mindst fem gange.',
              'Jobvejledning: 96 forløb, heraf 41 afsluttet i job eller uddannelse.',
              'Anbefaling: Bevar den faste jobvejleder, og saml forældreforløbene ét sted.',
            ],
          },
        ],
        minuted:
          'Gruppen drøftede de tre spor. Der var enighed om, at beskæftigelse og uddannelse skal have mest, og at frivillige foreninger skal med fra begyndelsen.',
        outcome: 'DISCUSSED',
        followUps: [
          {
            text: 'Udarbejde skitse til ny helhedsplan for Vollsmose med budget',
            org: 'fab',
            person: 'medlem.fab',
            dueAfter: 120,
            closedAfter: 110,
            closedNote: 'Skitsen er behandlet i gruppen.',
          },
        ],
      },
      {
        key: 'j01-udlejning',
        title: 'Fleksibel udlejning: kortlægning af nuværende praksis',
        kind: 'INFORMATION',
        tasks: ['coordination'],
        case: 'udlejning',
        summary:
          'Boligorganisationerne bruger i dag syv forskellige sæt kriterier. Kortlægningen viser, hvor de er ens.',
        presentation: prose`
          Kortlægningen omfatter 38 afdelinger med fleksibel udlejning. Alle har fortrinsret for borgere i arbejde, men
          kravet til timetal varierer fra 15 til 30 timer om ugen, og kun halvdelen har fortrinsret for uddannelsessøgende.

          For boligsøgende er det svært at gennemskue. For sagsbehandlere er det tidskrævende.`,
        presenter: 'Boligforeningen Kristiansdal',
        minutes: 15,
        minuted: 'Gruppen tog kortlægningen til efterretning og ønsker et forslag til fælles kriterier.',
        outcome: 'NOTED',
      },
    ],
  },
  {
    key: 'j02',
    body: 'faelles-gruppe',
    days: -1030,
    startsAt: '13:00',
    endsAt: '15:30',
    place: fab,
    apologies: ['medlem.boernunge'],
    items: [
      {
        key: 'j02-tryghed',
        title: 'Fælles tryghedsmåling',
        kind: 'DECISION',
        tasks: ['strategy', 'coordination'],
        case: 'tryghed',
        summary: 'Parterne måler i dag tryghed hver for sig. Forslaget er én årlig måling i 14 områder.',
        recommendation: prose`
          Sekretariaterne indstiller,

          1. **at** der gennemføres én fælles tryghedsmåling om året i de næste tre år, og
          2. **at** udgiften på 420.000 kr. det første år deles ligeligt mellem parterne.`,
        presentation: prose`
          Kommunens borgerundersøgelse har for få svar i de enkelte boligområder, og boligorganisationernes egne
          undersøgelser stiller forskellige spørgsmål. En fælles måling med 2.800 svar giver tal, der kan sammenlignes
          mellem områder og fra år til år.

          Områder med færre end 100 beboere vises ikke for sig.`,
        effect: 'Samme tal for begge parter og et fælles grundlag for at vælge indsatser.',
        economy:
          'I alt 420.000 kr.: Odense Kommune 210.000 kr., FAB 80.000 kr., Boligforeningen Højstrup 70.000 kr. og Boligforeningen Kristiansdal 60.000 kr.',
        presenter: 'By- og Kulturforvaltningen',
        minutes: 30,
        involves: { 'by-og-kulturforvaltningen': { status: 'HEARD' }, borgmesterforvaltningen: { status: 'HEARD' } },
        minuted: 'Indstillingen blev tiltrådt. Spørgeskemaet forelægges sekretariaterne, før det udsendes.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-tryghedsmaaling',
            title: 'Fælles tryghedsmåling hvert år',
            text: 'Parterne gennemfører én fælles tryghedsmåling om året i 14 boligområder. Udgiften det første år er 420.000 kr.',
            consequences: [
              { org: 'odense-kommune', kroner: 210_000 },
              { org: 'fab', kroner: 80_000 },
              { org: 'hoejstrup', kroner: 70_000 },
              { org: 'kristiansdal', kroner: 60_000 },
            ],
            followUps: [
              {
                text: 'Indhente tilbud fra to analysefirmaer',
                org: 'by-og-kulturforvaltningen',
                person: 'medlem.bykultur',
                dueAfter: 45,
                closedAfter: 52,
                closedNote: 'Tilbud indhentet, aftale indgået.',
              },
            ],
          },
        ],
      },
      {
        key: 'j02-beboerdemokrati',
        title: 'Beboerdemokrati: hvor mange sidder der i bestyrelserne?',
        kind: 'DISCUSSION',
        tasks: ['professionalDevelopment'],
        case: 'beboerdemokrati',
        summary:
          'Hver fjerde afdeling mangler medlemmer i bestyrelsen. Gruppen drøfter, hvad der kan gøres i fællesskab.',
        presentation: prose`
          Af 212 afdelinger har 54 ikke en fuldtallig bestyrelse, og i 17 er der ingen. Gennemsnitsalderen for de valgte
          er 61 år.

          Boligorganisationerne har gode erfaringer med kortere møder, børnepasning og med at invitere ved dørene frem
          for på opslagstavlen.`,
        presenter: 'Arbejdernes Boligforening',
        minutes: 25,
        minuted: 'Gruppen drøftede erfaringerne. Et fælles introduktionskursus for nyvalgte undersøges.',
        outcome: 'DISCUSSED',
        followUps: [
          {
            text: 'Beskrive et fælles introduktionskursus for nyvalgte bestyrelsesmedlemmer',
            org: 'arbejdernes-boligforening',
            dueAfter: 100,
            closedAfter: 95,
            closedNote: 'Beskrivelsen er udsendt til organisationerne.',
          },
        ],
      },
      {
        key: 'j02-anvisning',
        title: 'Boligsocial anvisning: udgangspunkt for en ny aftale',
        kind: 'DISCUSSION',
        tasks: ['strategy'],
        case: 'anvisning',
        summary: 'Kommunen anviser til hver fjerde ledige bolig. Fordelingen mellem afdelinger er skæv.',
        presentation: prose`
          I det seneste år blev 618 boliger stillet til rådighed for kommunen. 41 pct. af dem lå i fem afdelinger, fordi
          huslejen der er lavest.

          Både Social- og Arbejdsmarkedsforvaltningen og boligorganisationerne ønsker en fordeling, der tager hensyn til
          afdelingernes sammensætning, uden at ventetiden for borgere i akut bolignød vokser.`,
        presenter: 'Social- og Arbejdsmarkedsforvaltningen',
        minutes: 30,
        subjectAreas: ['Boligsocial anvisning'],
        involves: { 'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' } },
        minuted: 'Der nedsættes en arbejdsgruppe med to fra hver part. Den afleverer et udkast inden for et halvt år.',
        outcome: 'DISCUSSED',
      },
    ],
  },
  {
    key: 'j03',
    body: 'faelles-gruppe',
    days: -962,
    startsAt: '09:00',
    endsAt: '11:30',
    place: hall,
    items: [
      {
        key: 'j03-vollsmose',
        title: 'Ny helhedsplan for Vollsmose: medfinansiering',
        kind: 'DECISION',
        tasks: ['strategy', 'coordination'],
        case: 'vollsmose',
        summary: 'Skitsen til en ny fireårig plan er klar. Parterne skal tage stilling til medfinansieringen.',
        recommendation: prose`
          Sekretariaterne indstiller,

          1. **at** gruppen godkender skitsen som grundlag for ansøgning til Landsbyggefonden, og
          2. **at** parterne stiller med de angivne beløb i planens første år.`,
        presentation: prose`
          Planen samler indsatserne i tre spor og flytter jobvejledningen ind i beboerhuset. Landsbyggefonden dækker op
          til tre fjerdedele af udgifterne.

          Ansøgningen skal være indsendt senest {dag+60}.`,
        effect: 'Omkring 450 børn og 200 voksne i forløb hvert år.',
        economy:
          'Medfinansiering det første år: Odense Kommune 900.000 kr., FAB 350.000 kr., Boligforeningen Højstrup 300.000 kr.',
        presenter: 'FAB',
        minutes: 40,
        involves: {
          'boern-og-ungeforvaltningen': {
            status: 'HEARD',
            note: 'Ønsker lektiehjælpen koblet til skolernes egne cafeer.',
          },
          'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' },
        },
        subjectAreas: ['Beskæftigelse', 'Skole og uddannelse', 'Dagtilbud'],
        questions: [
          {
            by: 'medlem.kristiansdal',
            text: 'Er der taget højde for, at familier genhuses uden for Vollsmose undervejs?',
            answer:
              'Ja. Forløb kan gøres færdige på den nye adresse i op til seks måneder. Det er skrevet ind i skitsens afsnit 4.',
            answeredBy: 'sekretariat.bolig',
          },
        ],
        attachments: [
          {
            title: 'Skitse til helhedsplan for Vollsmose',
            lines: [
              'Spor 1: Uddannelse og livschancer',
              'Spor 2: Beskæftigelse',
              'Spor 3: Sammenhængskraft under omdannelsen',
              'Løbetid: fire år. Styring: bestyrelse med tre fra hver part.',
            ],
          },
          {
            title: 'Budget for helhedsplanen, år 1–4',
            lines: [
              'Samlet budget: 24,8 mio. kr.',
              'Landsbyggefonden: 18,6 mio. kr.',
              'Odense Kommune: 3,6 mio. kr.',
              'Boligorganisationerne: 2,6 mio. kr.',
            ],
          },
        ],
        minuted:
          'Gruppen godkendte skitsen. Børn- og Ungeforvaltningen og BoligSocialt Hus aftaler snitfladen til skolernes lektiecafeer.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-vollsmose',
            title: 'Ny helhedsplan for Vollsmose: grundlag og medfinansiering',
            text: 'Skitsen til ny helhedsplan for Vollsmose er grundlag for ansøgning til Landsbyggefonden. Parterne medfinansierer det første år som angivet.',
            consequences: [
              {
                org: 'odense-kommune',
                kroner: 900_000,
                organisational: 'Jobvejledere fra jobcentret har fast arbejdsplads i beboerhuset',
              },
              { org: 'fab', kroner: 350_000 },
              { org: 'hoejstrup', kroner: 300_000 },
            ],
            followUps: [
              {
                text: 'Indsende ansøgning til Landsbyggefonden',
                org: 'fab',
                person: 'medlem.fab',
                dueAfter: 60,
                closedAfter: 55,
                closedNote: 'Ansøgningen er sendt, og fonden har kvitteret.',
              },
              {
                text: 'Aftale snitflade mellem helhedsplanens lektiehjælp og skolernes lektiecafeer',
                org: 'boern-og-ungeforvaltningen',
                person: 'medlem.boernunge',
                dueAfter: 90,
                closedAfter: 130,
                closedNote: 'Aftalen er underskrevet af tre skoleledere.',
                notes: [
                  {
                    after: 88,
                    by: 'medlem.boernunge',
                    text: 'To skoler mangler at svare. Forventes på plads efter sommerferien.',
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        key: 'j03-data',
        title: 'Datadeling: hvilke tal udveksler vi?',
        kind: 'DISCUSSION',
        tasks: ['strategy'],
        case: 'data',
        summary: 'Et udkast til en liste over 18 fælles nøgletal og til regler for små tal.',
        presentation: prose`
          Nøgletallene dækker beskæftigelse, uddannelse, tryghed, flytninger, huslejerestancer og fraflytning. Alle vises
          på områdeniveau.

          Celler med færre end fem personer skjules, og det samme gør de tal, som ellers ville afsløre dem. Der udveksles
          ingen oplysninger om enkeltpersoner.`,
        presenter: 'Borgmesterforvaltningen',
        minutes: 30,
        minuted: 'Gruppen tilsluttede sig listen. Boligorganisationerne ønsker restancer vist pr. kvartal.',
        outcome: 'DISCUSSED',
      },
      {
        key: 'j03-konference',
        title: 'Boligsocial konference: tema og ramme',
        kind: 'DECISION',
        tasks: ['professionalDevelopment'],
        case: 'konference',
        summary: 'En konference for 150 deltagere med temaet »Naboskab, der holder«.',
        recommendation: 'Sekretariaterne indstiller, **at** konferencen afholdes inden for en ramme på 180.000 kr.',
        presentation: prose`
          Konferencen henvender sig til boligsociale medarbejdere, driftsfolk, beboervalgte og kommunens frontpersonale.
          Programmet lægges af en gruppe med to fra hver part.`,
        effect: 'Fælles sprog og kendskab på tværs af organisationer.',
        economy:
          'Odense Kommune 90.000 kr. Boligorganisationerne 90.000 kr., fordelt mellem FAB, Højstrup og Kristiansdal.',
        presenter: 'Sekretariaterne',
        minutes: 15,
        minuted: 'Indstillingen blev tiltrådt.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-konference-1',
            title: 'Boligsocial konference: »Naboskab, der holder«',
            text: 'Der afholdes en boligsocial konference inden for en ramme på 180.000 kr.',
            consequences: [
              { org: 'odense-kommune', kroner: 90_000 },
              { org: 'fab', kroner: 40_000 },
              { org: 'hoejstrup', kroner: 30_000 },
              { org: 'kristiansdal', kroner: 20_000 },
            ],
            followUps: [
              {
                text: 'Booke Odense Congress Center og nedsætte programgruppe',
                org: 'by-og-kulturforvaltningen',
                person: 'sekretariat.kommune',
                dueAfter: 40,
                closedAfter: 30,
                closedNote: 'Booket. Programgruppen har holdt sit første møde.',
              },
            ],
          },
        ],
      },
    ],
    corrections: [
      {
        after: 45,
        item: 'j03-vollsmose',
        text: 'Ansøgningsfristen var 14 dage senere end angivet i sagsfremstillingen.',
        reason: 'Landsbyggefonden har meddelt en anden frist end den, der fremgik af vejledningen.',
      },
    ],
  },
  {
    key: 'j04',
    body: 'faelles-gruppe',
    days: -900,
    startsAt: '13:00',
    endsAt: '15:00',
    place: hojstrup,
    apologies: ['medlem.kristiansdal'],
    items: [
      {
        key: 'j04-udlejning',
        title: 'Fælles kriterier for fleksibel udlejning',
        kind: 'DECISION',
        tasks: ['strategy', 'coordination'],
        case: 'udlejning',
        summary: 'Et fælles sæt kriterier, som alle boligorganisationer kan bruge.',
        recommendation: prose`
          Sekretariaterne indstiller, **at** følgende fortrinsret er fælles for afdelinger med fleksibel udlejning:

          1. borgere med mindst 25 timers arbejde om ugen
          2. uddannelsessøgende på en kompetencegivende uddannelse
          3. borgere over 65 år uden hjemmeboende børn`,
        presentation: prose`
          Kriterierne er drøftet i begge strategigrupper. Aftalerne med kommunen ændres afdeling for afdeling, når de
          alligevel skal fornyes.

          Boligkontoret Danmark har gjort opmærksom på, at de administrerede foreninger selv skal træffe beslutning.`,
        effect: 'Boligsøgende møder de samme regler. Virkningen opgøres én gang om året.',
        economy: 'Udgifter til it-ændringer afholdes af den enkelte organisation.',
        presenter: 'Boligforeningen Kristiansdal',
        minutes: 40,
        minuted: 'Gruppen tilsluttede sig kriterierne med den ændring, at timetallet sættes til 20 timer om ugen.',
        outcome: 'DECIDED_WITH_CHANGES',
        outcomeNote: 'Med den ændring, at kravet er 20 timers arbejde om ugen.',
        decisions: [
          {
            key: 'd-udlejning',
            title: 'Fælles kriterier for fleksibel udlejning',
            text: 'Tre fælles fortrinsretter gælder for afdelinger med fleksibel udlejning: mindst 20 timers arbejde om ugen, kompetencegivende uddannelse og borgere over 65 år uden hjemmeboende børn.',
            consequences: [
              { org: 'odense-kommune', legal: 'Udlejningsaftaler efter almenboligloven ændres ved fornyelse' },
              { org: 'fab', legal: 'Udlejningsaftaler ændres ved fornyelse' },
              { org: 'hoejstrup', legal: 'Udlejningsaftaler ændres ved fornyelse' },
            ],
            stances: [
              {
                side: 'HOUSING',
                org: 'hoejstrup',
                kind: 'WITH_RESERVATION',
                text: 'Højstrup bemærker, at to afdelinger har aftaler, der først kan fornyes om tre år.',
              },
            ],
            followUps: [
              {
                text: 'Udarbejde fælles skabelon til udlejningsaftaler',
                org: 'by-og-kulturforvaltningen',
                person: 'medlem.bykultur',
                dueAfter: 75,
                closedAfter: 70,
                closedNote: 'Skabelonen er udsendt og taget i brug.',
              },
            ],
          },
        ],
      },
      {
        key: 'j04-tryghed',
        title: 'Tryghedsvandringer: erfaringer fra de første fire områder',
        kind: 'INFORMATION',
        tasks: ['professionalDevelopment'],
        case: 'tryghed',
        summary: '96 beboere har deltaget. 31 forhold er udpeget, og 22 er udbedret.',
        presentation: prose`
          De fleste forhold er enkle: en lygte, der ikke virker, en hæk, der er for høj, en kælder, der ikke kan låses.
          Fire kræver, at kommunen og boligorganisationen deler en udgift, fordi arealet ligger på begge sider af skel.`,
        presenter: 'By- og Kulturforvaltningen',
        minutes: 15,
        minuted: 'Gruppen tog orienteringen til efterretning.',
        outcome: 'NOTED',
      },
      {
        key: 'j04-unge',
        title: 'Unge uden job og uddannelse: opsøgende indsats',
        kind: 'DECISION',
        tasks: ['coordination'],
        case: 'unge',
        summary: 'Forslag om to opsøgende medarbejdere, der deles mellem tre boligområder.',
        recommendation: 'Sekretariaterne indstiller, **at** indsatsen etableres som forsøg i 18 måneder.',
        presentation: prose`
          I tre områder er 187 unge mellem 16 og 24 år hverken i job eller uddannelse. Mange kender ikke de tilbud, der
          er, og kommer ikke i jobcentret af sig selv.`,
        effect: 'Målet er, at 80 unge kommer i kontakt, og at 45 kommer i job eller uddannelse.',
        economy: 'Ikke endeligt opgjort.',
        presenter: 'Social- og Arbejdsmarkedsforvaltningen',
        minutes: 25,
        minuted: 'Gruppen ønsker økonomien belyst, før der tages stilling.',
        outcome: 'POSTPONED',
        outcomeNote: 'Punktet er udsat til næste møde.',
      },
    ],
  },
  {
    key: 'j05',
    body: 'faelles-gruppe',
    days: -838,
    startsAt: '13:00',
    endsAt: '15:30',
    place: hall,
    items: [
      {
        key: 'j05-unge',
        title: 'Unge uden job og uddannelse: opsøgende indsats',
        kind: 'DECISION',
        tasks: ['coordination'],
        case: 'unge',
        carriedFrom: 'j04-unge',
        summary: 'Punktet er overført fra seneste møde. Økonomien er nu opgjort til 980.000 kr. over 18 måneder.',
        minutes: 30,
        economy:
          'I alt 980.000 kr.: Odense Kommune 640.000 kr., FAB 180.000 kr. og Boligforeningen Højstrup 160.000 kr.',
        involves: {
          'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' },
          'boern-og-ungeforvaltningen': { status: 'HEARD' },
        },
        subjectAreas: ['Unge', 'Beskæftigelse'],
        minuted: 'Indstillingen blev tiltrådt. Gruppen får en status hvert halve år.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-unge',
            title: 'Opsøgende ungeindsats som forsøg i 18 måneder',
            text: 'To opsøgende medarbejdere deles mellem Vollsmose, Korsløkkeparken og Rising i 18 måneder.',
            consequences: [
              {
                org: 'odense-kommune',
                kroner: 640_000,
                organisational: 'Medarbejderne ansættes i Social- og Arbejdsmarkedsforvaltningen',
              },
              { org: 'fab', kroner: 180_000 },
              { org: 'hoejstrup', kroner: 160_000 },
            ],
            followUps: [
              {
                text: 'Ansætte to opsøgende medarbejdere',
                org: 'social-og-arbejdsmarkedsforvaltningen',
                dueAfter: 90,
                closedAfter: 84,
                closedNote: 'Begge er begyndt.',
              },
            ],
          },
        ],
      },
      {
        key: 'j05-familieboliger',
        title: 'Behovet for familieboliger: første vurdering',
        kind: 'DISCUSSION',
        tasks: ['strategy'],
        case: 'familieboliger',
        summary: 'Befolkningsprognosen peger på flere familier i Tarup, Næsby og Skibhuskvarteret.',
        presentation: prose`
          Prognosen viser en vækst på 1.900 børnefamilier over ti år. Ventetiden til en almen bolig på fire rum er seks
          til ni år i de bydele, hvor væksten er størst, og under ét år andre steder.

          Vurderingen skelner ikke mellem nybyggeri og ombygning af små boliger.`,
        presenter: 'Borgmesterforvaltningen',
        minutes: 30,
        attachments: [
          {
            title: 'Prognose for familier fordelt på bydele',
            lines: [
              'Tarup: 310 flere familier',
              'Næsby: 280 flere familier',
              'Skibhuskvarteret: 260 flere familier',
              'Øvrige bydele: 1.050 flere familier',
            ],
          },
        ],
        minuted: 'Gruppen drøftede prognosen. Ombygning og sammenlægning af små boliger skal indgå i næste udgave.',
        outcome: 'DISCUSSED',
      },
      {
        key: 'j05-genhusning',
        title: 'Principper for genhusning',
        kind: 'DECISION',
        tasks: ['coordination'],
        case: 'genhusning',
        summary: 'Seks fælles principper, som gælder på tværs af boligorganisationer.',
        recommendation: 'Sekretariaterne indstiller, **at** de seks principper godkendes som fælles holdning.',
        presentation: prose`
          1. Beboeren har én kontaktperson gennem hele forløbet.
          2. Der tilbydes en bolig i samme bydel, hvis beboeren ønsker det.
          3. Skole og dagtilbud inddrages, når der er børn.
          4. Tilbuddet gives skriftligt på et sprog, beboeren læser.
          5. Beboeren får mindst tre uger til at svare.
          6. Ingen genhuses to gange for samme omdannelse.`,
        effect: 'Tryghed for familierne og ens vilkår, uanset hvem der udlejer.',
        economy: 'Ingen særskilt.',
        presenter: 'Boligforeningen Højstrup',
        minutes: 20,
        minuted: 'Principperne blev godkendt som fælles holdning.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-genhusning',
            title: 'Fælles principper for genhusning',
            text: 'De seks principper for genhusning er parternes fælles holdning og følges, når boliger rives ned eller renoveres.',
            shared: true,
          },
        ],
      },
    ],
    objections: [
      {
        by: 'medlem.kristiansdal',
        item: 'j05-genhusning',
        text: 'Kristiansdal bad om, at fristen på tre uger fremgår af selve beslutningen og ikke kun af sagsfremstillingen.',
        answer: 'Fristen står i princip 5, som beslutningen henviser til. Referatet ændres ikke.',
        upheld: false,
      },
    ],
  },
]
