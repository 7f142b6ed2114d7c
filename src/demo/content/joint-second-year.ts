import { type DemoMeeting, prose } from './types.ts'

const hall = 'Odense Rådhus, Flakhaven 2, mødelokale 3'
const fab = 'FAB, mødesalen'
const house = 'Beboerhuset i Vollsmose, store sal'
const kristiansdal = 'Boligforeningen Kristiansdal, mødelokalet'

export const secondYear: DemoMeeting[] = [
  {
    key: 'j06',
    body: 'faelles-gruppe',
    days: -770,
    startsAt: '13:00',
    endsAt: '15:00',
    place: house,
    items: [
      {
        key: 'j06-anvisning',
        title: 'Ny aftale om boligsocial anvisning',
        kind: 'DECISION',
        tasks: ['strategy', 'coordination'],
        case: 'anvisning',
        summary: 'Arbejdsgruppens udkast fordeler anvisningen efter afdelingernes sammensætning.',
        recommendation: prose`
          Arbejdsgruppen indstiller,

          1. **at** afdelinger inddeles i tre grupper med henholdsvis 10, 25 og 35 pct. anvisning, og
          2. **at** aftalen gælder i tre år med årlig opgørelse.`,
        presentation: prose`
          Afdelinger, hvor mere end 40 pct. af beboerne mellem 18 og 64 år er uden for arbejdsmarkedet, anvises der højst
          10 pct. til. De øvrige tager flere, men aldrig mere end 35 pct.

          Det samlede antal boliger er uændret. Ventetiden for borgere i akut bolignød følges måned for måned.`,
        effect: 'En jævnere fordeling uden færre boliger til dem, der har mest brug for dem.',
        economy:
          'Kommunen dækker istandsættelse ud over lejerens indskud i anviste boliger. Udgiften skønnes til 350.000 kr. om året.',
        presenter: 'Social- og Arbejdsmarkedsforvaltningen',
        minutes: 45,
        subjectAreas: ['Boligsocial anvisning'],
        involves: {
          'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' },
          'aeldre-og-handicapforvaltningen': {
            status: 'HEARD',
            note: 'Ønsker, at tilgængelige boliger holdes uden for fordelingen.',
          },
        },
        questions: [
          {
            by: 'medlem.fab',
            text: 'Hvad sker der, hvis en afdeling skifter gruppe midt i et år?',
            answer: 'Inddelingen ligger fast i et kalenderår ad gangen og gøres op hver 1. december.',
            answeredBy: 'sekretariat.kommune',
          },
        ],
        attachments: [
          {
            title: 'Udkast til aftale om boligsocial anvisning',
            lines: [
              'Gruppe 1: højst 10 pct.',
              'Gruppe 2: 25 pct.',
              'Gruppe 3: højst 35 pct.',
              'Inddelingen gøres op én gang om året.',
            ],
          },
        ],
        minuted:
          'Aftalen blev tiltrådt. Den lovpligtige del forelægges de organisationer, der endnu ikke har givet mandat.',
        outcome: 'ADOPTED_SUBJECT_TO_APPROVAL',
        decisions: [
          {
            key: 'd-anvisning',
            title: 'Aftale om boligsocial anvisning',
            text: 'Aftalen om boligsocial anvisning med tre grupper på henholdsvis 10, 25 og 35 pct. tiltrædes for tre år.',
            consequences: [
              {
                org: 'odense-kommune',
                kroner: 350_000,
                legal: 'Aftale efter almenboliglovens bestemmelser om anvisning',
              },
              { org: 'fab', legal: 'Aftale om anvisning' },
              { org: 'hoejstrup', legal: 'Aftale om anvisning' },
              { org: 'kristiansdal', legal: 'Aftale om anvisning' },
              { org: 'naesby-boligselskab', legal: 'Aftale om anvisning' },
            ],
            stances: [
              {
                side: 'HOUSING',
                org: 'kristiansdal',
                kind: 'WITH_RESERVATION',
                text: 'Kristiansdal støtter aftalen, men har ikke bestyrelsens mandat til juridiske aftaler.',
              },
            ],
            answers: [
              {
                org: 'kristiansdal',
                after: 26,
                item: '7',
                answer: 'APPROVED',
                standing: 'Mandat til aftaler om boligsocial anvisning',
              },
              { org: 'naesby-boligselskab', after: 34, item: '3', answer: 'APPROVED' },
            ],
            followUps: [
              {
                text: 'Opgøre ventetiden for borgere i akut bolignød måned for måned',
                org: 'social-og-arbejdsmarkedsforvaltningen',
                dueAfter: 365,
                closedAfter: 350,
                closedNote: 'Første årsopgørelse er forelagt gruppen.',
              },
            ],
          },
        ],
      },
      {
        key: 'j06-beboerdemokrati',
        title: 'Introduktionskursus for nyvalgte bestyrelsesmedlemmer',
        kind: 'DECISION',
        tasks: ['professionalDevelopment'],
        case: 'beboerdemokrati',
        summary: 'Tre aftener om økonomi, rollefordeling og det gode beboermøde. Plads til 60.',
        recommendation:
          'Sekretariaterne indstiller, **at** kurset afholdes to gange om året inden for 120.000 kr. i alt.',
        presentation: prose`
          Kurset er beskrevet af Arbejdernes Boligforening. Undervisningen varetages af organisationernes egne ansatte,
          så udgiften er lokaler, forplejning og materialer.`,
        effect: 'Flere stiller op, når de ved, hvad de går ind til.',
        economy: 'FAB 40.000 kr., Højstrup 40.000 kr. og Kristiansdal 40.000 kr.',
        presenter: 'Arbejdernes Boligforening',
        minutes: 15,
        minuted: 'Indstillingen blev tiltrådt.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-kursus',
            title: 'Introduktionskursus for nyvalgte',
            text: 'Der holdes to introduktionskurser om året for nyvalgte medlemmer af afdelingsbestyrelser.',
            consequences: [
              { org: 'fab', kroner: 40_000 },
              { org: 'hoejstrup', kroner: 40_000 },
              { org: 'kristiansdal', kroner: 40_000 },
            ],
            followUps: [
              {
                text: 'Afholde første kursus',
                org: 'arbejdernes-boligforening',
                dueAfter: 150,
                closedAfter: 140,
                closedNote: '48 deltagere. Evalueringen er god.',
              },
            ],
          },
        ],
      },
      {
        key: 'j06-vollsmose',
        title: 'Vollsmose: svar fra Landsbyggefonden',
        kind: 'INFORMATION',
        tasks: ['coordination'],
        case: 'vollsmose',
        summary: 'Fonden har givet foreløbigt tilsagn. Den endelige aftale ventes om to måneder.',
        presentation:
          'Fonden beder om et tydeligere måltal for beskæftigelsessporet. Bestyrelsen for helhedsplanen tilretter og sender ind.',
        presenter: 'FAB',
        minutes: 10,
        minuted: 'Gruppen tog orienteringen til efterretning.',
        outcome: 'NOTED',
      },
    ],
  },
  {
    key: 'j07',
    body: 'faelles-gruppe',
    days: -704,
    startsAt: '13:00',
    endsAt: '15:00',
    place: hall,
    items: [
      {
        key: 'j07-tryghed',
        title: 'Resultater af den første fælles tryghedsmåling',
        kind: 'DISCUSSION',
        tasks: ['strategy'],
        case: 'tryghed',
        summary: '2.764 har svaret. 81 pct. føler sig trygge i eget område, mod 88 pct. i byen som helhed.',
        presentation: prose`
          Forskellen mellem områderne er større end forskellen til resten af byen. I tre områder er trygheden vokset
          mærkbart, siden der kom lys på stierne.

          Utrygheden er størst på parkeringspladser og i kældre, og den er størst blandt kvinder over 60 år.`,
        presenter: 'By- og Kulturforvaltningen',
        minutes: 35,
        attachments: [
          {
            title: 'Tryghedsmåling, hovedresultater',
            lines: [
              'Svar: 2.764 af 6.200 adspurgte (44,6 pct.)',
              'Tryg i eget område: 81 pct.',
              'Tryg efter mørkets frembrud: 63 pct.',
              'Områder med under 100 beboere er ikke vist for sig.',
            ],
          },
        ],
        minuted: 'Gruppen drøftede resultaterne. Kældre og parkering er næste års fokus.',
        outcome: 'DISCUSSED',
        followUps: [
          {
            text: 'Lægge forslag frem om lys og låse i kældre i de tre mest utrygge områder',
            org: 'hoejstrup',
            person: 'medlem.hoejstrup',
            dueAfter: 120,
            closedAfter: 135,
            closedNote: 'Forslaget er behandlet på gruppens møde.',
          },
        ],
      },
      {
        key: 'j07-korsloekke',
        title: 'Korsløkkeparken efter den statslige liste',
        kind: 'DISCUSSION',
        tasks: ['strategy', 'coordination'],
        case: 'korsloekke',
        summary: 'Området er ikke længere på listen. Hvad skal blive, og hvad skal tage slut?',
        presentation: prose`
          Erfaringen fra andre byer er, at fremgangen stopper, hvis indsatsen trækkes ud på én gang. FAB foreslår en
          nedtrapning over tre år, hvor jobcafeen bliver til sidst.`,
        presenter: 'FAB',
        minutes: 30,
        minuted: 'Der er opbakning til nedtrapning frem for ophør. FAB vender tilbage med et budget.',
        outcome: 'DISCUSSED',
      },
      {
        key: 'j07-udsaettelser',
        title: 'Forebyggelse af udsættelser: tidlig kontakt',
        kind: 'DECISION',
        tasks: ['coordination'],
        case: 'udsaettelser',
        summary: 'En fælles arbejdsgang fra første rykker til møde med en økonomisk rådgiver.',
        recommendation: 'Sekretariaterne indstiller, **at** arbejdsgangen tages i brug i alle organisationer.',
        presentation: prose`
          Når huslejen ikke er betalt, går der i dag i snit 34 dage, før kommunen hører om det. Den nye arbejdsgang giver
          lejeren et telefonopkald efter fem hverdage og tilbud om rådgivning efter ti.

          Oplysninger om den enkelte udveksles kun med samtykke.`,
        effect: 'Færre fogedsager og mindre gæld.',
        economy: 'Ingen merudgift. Der bruges eksisterende rådgivere.',
        presenter: 'Social- og Arbejdsmarkedsforvaltningen',
        minutes: 25,
        subjectAreas: ['Boligsocial anvisning'],
        involves: { 'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' } },
        minuted: 'Indstillingen blev tiltrådt.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-udsaettelser',
            title: 'Tidlig kontakt ved huslejerestance',
            text: 'Alle organisationer følger den fælles arbejdsgang: telefonopkald efter fem hverdage og tilbud om rådgivning efter ti.',
            consequences: [
              { org: 'odense-kommune', organisational: 'Rådgivere stilles til rådighed to dage om ugen' },
              { org: 'fab', organisational: 'Ny arbejdsgang i udlejningen' },
              { org: 'hoejstrup', organisational: 'Ny arbejdsgang i udlejningen' },
              { org: 'kristiansdal', organisational: 'Ny arbejdsgang i udlejningen' },
            ],
            followUps: [
              {
                text: 'Opgøre antallet af fogedsager før og efter',
                org: 'kristiansdal',
                person: 'medlem.kristiansdal',
                dueAfter: 365,
                closedAfter: 360,
                closedNote: 'Antallet er faldet fra 143 til 98 på et år.',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    key: 'j08',
    body: 'faelles-gruppe',
    days: -641,
    startsAt: '09:00',
    endsAt: '11:00',
    place: fab,
    apologies: ['medlem.bykultur'],
    items: [
      {
        key: 'j08-grund',
        title: 'Forhandling om areal ved Ejbygade',
        kind: 'DECISION',
        tasks: ['strategy'],
        case: 'grund',
        closed: {
          reason: 'forhandlingsposition (punktet vedrører køb af fast ejendom)',
          publicTitle: 'Køb af areal til almene boliger',
        },
        summary: 'Prisforlangende og forhandlingsoplæg for et areal på 11.400 m².',
        recommendation: 'Sekretariaterne indstiller, **at** kommunen forhandler inden for det angivne interval.',
        presentation: prose`
          Sælger har bedt om 14,5 mio. kr. En uvildig vurdering ligger på 11,8 mio. kr. Arealet kan bære 62 familieboliger
          inden for lokalplanens rammer.`,
        effect: 'Mulighed for familieboliger i en bydel med lang ventetid.',
        economy: 'Udgiften til forundersøgelser er 160.000 kr.',
        presenter: 'Borgmesterforvaltningen',
        minutes: 30,
        minuted: 'Gruppen støtter, at kommunen forhandler inden for intervallet 11,5–12,8 mio. kr.',
        outcome: 'DECIDED',
        recusals: [
          { person: 'medlem.kristiansdal', reason: 'Sidder i bestyrelsen for den forening, der ejer naboarealet.' },
        ],
        decisions: [
          {
            key: 'd-grund',
            title: 'Forhandlingsmandat og forundersøgelser ved Ejbygade',
            text: 'Kommunen forhandler inden for 11,5–12,8 mio. kr. og afholder forundersøgelser for 160.000 kr.',
            publicTitle: 'Forundersøgelser af et areal til almene boliger',
            publicText:
              'Kommunen undersøger et areal til almene familieboliger. Udgiften til forundersøgelser er 160.000 kr.',
            consequences: [{ org: 'odense-kommune', kroner: 160_000 }],
            followUps: [
              {
                text: 'Orientere gruppen, når forhandlingen er afsluttet',
                org: 'borgmesterforvaltningen',
                dueAfter: 180,
                closedAfter: 175,
                closedNote: 'Gruppen er orienteret under et lukket punkt.',
              },
            ],
          },
        ],
      },
      {
        key: 'j08-boern',
        title: 'Tidlig indsats: dagtilbud i tre boligområder',
        kind: 'DISCUSSION',
        tasks: ['coordination'],
        case: 'boern',
        summary: '17 pct. af de treårige i de tre områder går ikke i dagtilbud. I byen er det 3 pct.',
        presentation: prose`
          Sundhedsplejen når næsten alle familier. Overgangen fra sundhedspleje til dagtilbud er der, hvor familierne
          glider ud. Forvaltningen foreslår, at boligsociale medarbejdere og sundhedsplejersker laver fælles besøg.`,
        presenter: 'Børn- og Ungeforvaltningen',
        minutes: 25,
        subjectAreas: ['Dagtilbud'],
        involves: { 'boern-og-ungeforvaltningen': { status: 'HEARD' } },
        minuted: 'Gruppen tilsluttede sig fælles besøg som forsøg i ét område.',
        outcome: 'DISCUSSED',
        followUps: [
          {
            text: 'Beskrive forsøg med fælles besøg i Rising',
            org: 'boern-og-ungeforvaltningen',
            person: 'medlem.boernunge',
            dueAfter: 90,
            closedAfter: 100,
            closedNote: 'Forsøget er beskrevet og sat i gang.',
          },
        ],
      },
      {
        key: 'j08-konference',
        title: 'Evaluering af konferencen',
        kind: 'INFORMATION',
        tasks: ['professionalDevelopment'],
        case: 'konference',
        summary: '146 deltagere, tilfredshed 4,3 af 5. Regnskabet er på 171.400 kr.',
        presentation: 'Deltagerne efterlyser flere eksempler fra andre byer og kortere oplæg.',
        presenter: 'Sekretariaterne',
        minutes: 10,
        minuted: 'Gruppen tog evalueringen til efterretning.',
        outcome: 'NOTED',
      },
    ],
  },
  {
    key: 'j09',
    body: 'faelles-gruppe',
    days: -578,
    startsAt: '13:00',
    endsAt: '15:00',
    place: hall,
    items: [
      {
        key: 'j09-kaeldre',
        title: 'Lys og låse i kældre i tre områder',
        kind: 'DECISION',
        tasks: ['coordination'],
        case: 'tryghed',
        summary: 'Udskiftning af låse og bevægelsesstyret lys i 44 opgange.',
        recommendation: 'Højstrup og FAB indstiller, **at** parterne deler udgiften som angivet.',
        presentation: prose`
          Forslaget bygger på tryghedsmålingen. Arbejdet udføres af organisationernes egne driftsfolk. Kommunen betaler
          lys på de stier, der krydser skel.`,
        effect: 'Tryghed efter mørkets frembrud måles igen næste år.',
        economy: 'Odense Kommune 280.000 kr., Boligforeningen Højstrup 320.000 kr., FAB 240.000 kr.',
        presenter: 'Boligforeningen Højstrup',
        minutes: 20,
        minuted: 'Indstillingen blev tiltrådt.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-kaeldre',
            title: 'Lys og låse i kældre',
            text: 'Låse og bevægelsesstyret lys udskiftes i 44 opgange, og stier på tværs af skel får lys.',
            consequences: [
              { org: 'odense-kommune', kroner: 280_000 },
              { org: 'hoejstrup', kroner: 320_000 },
              { org: 'fab', kroner: 240_000 },
            ],
            followUps: [
              {
                text: 'Melde arbejdet færdigt',
                org: 'hoejstrup',
                person: 'medlem.hoejstrup',
                dueAfter: 200,
                closedAfter: 190,
                closedNote: 'Arbejdet er afsluttet i alle 44 opgange.',
              },
            ],
          },
        ],
      },
      {
        key: 'j09-data',
        title: 'Fælles nøgletal: rapport og regler for små tal',
        kind: 'DECISION',
        tasks: ['strategy'],
        case: 'data',
        summary: 'Listen på 18 nøgletal og reglerne for diskretionering er klar til godkendelse.',
        recommendation: 'Sekretariaterne indstiller, **at** parterne leverer nøgletallene to gange om året.',
        presentation: prose`
          Tal om færre end fem personer skjules. Skjules én celle, skjules også den næstmindste, så den ikke kan regnes
          ud. Restancer vises pr. kvartal.`,
        effect: 'Begge parter ser de samme tal på samme tid.',
        economy: 'Odense Kommune afholder 140.000 kr. til opsætning.',
        presenter: 'Borgmesterforvaltningen',
        minutes: 25,
        minuted: 'Indstillingen blev tiltrådt.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-data',
            title: 'Fælles nøgletal to gange om året',
            text: 'Parterne leverer 18 fælles nøgletal to gange om året. Tal om færre end fem personer skjules.',
            consequences: [
              { org: 'odense-kommune', kroner: 140_000, organisational: 'Levering hvert halvår' },
              { org: 'fab', organisational: 'Levering hvert halvår' },
              { org: 'hoejstrup', organisational: 'Levering hvert halvår' },
              { org: 'kristiansdal', organisational: 'Levering hvert halvår' },
            ],
            followUps: [
              {
                text: 'Levere første sæt nøgletal',
                org: 'by-og-kulturforvaltningen',
                person: 'sekretariat.kommune',
                dueAfter: 120,
                closedAfter: 118,
                closedNote: 'Leveret af alle fire.',
              },
            ],
          },
        ],
      },
      {
        key: 'j09-rising',
        title: 'Rising og Solbakken: hvad skal leve videre?',
        kind: 'DISCUSSION',
        tasks: ['coordination'],
        case: 'rising',
        summary: 'Helhedsplanen udløber om et år. Fire af ni indsatser foreslås ført videre.',
        presentation: prose`
          De fire er fædregruppen, jobcafeen, lektiehjælpen og det fælles sommerprogram. To kan drives af frivillige, to
          kræver løn.`,
        presenter: 'Boligforeningen Kristiansdal',
        minutes: 25,
        minuted: 'Gruppen ønsker et budget for de to indsatser, der kræver løn.',
        outcome: 'DISCUSSED',
      },
    ],
  },
  {
    key: 'j10',
    body: 'faelles-gruppe',
    days: -517,
    startsAt: '13:00',
    endsAt: '15:30',
    place: kristiansdal,
    apologies: ['medlem.boernunge'],
    items: [
      {
        key: 'j10-korsloekke',
        title: 'Korsløkkeparken: nedtrapning over tre år',
        kind: 'DECISION',
        tasks: ['coordination'],
        case: 'korsloekke',
        summary: 'Budget for nedtrapningen med jobcafeen som den sidste indsats.',
        recommendation:
          'FAB indstiller, **at** parterne medfinansierer nedtrapningen med i alt 900.000 kr. det første år.',
        presentation: prose`
          Det første år fortsætter jobcafeen, ungemedarbejderen og beboerrådgiveren. Andet år falder ungemedarbejderen
          væk, tredje år beboerrådgiveren.`,
        effect: 'Fremgangen holdes, og driften overtager trin for trin.',
        economy: 'Odense Kommune 500.000 kr. og FAB 400.000 kr.',
        presenter: 'FAB',
        minutes: 35,
        involves: { 'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' } },
        subjectAreas: ['Beskæftigelse'],
        minuted: 'Indstillingen blev tiltrådt.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-korsloekke',
            title: 'Korsløkkeparken: nedtrapning over tre år',
            text: 'Den boligsociale indsats i Korsløkkeparken nedtrappes over tre år. Parterne medfinansierer det første år med 900.000 kr.',
            consequences: [
              { org: 'odense-kommune', kroner: 500_000 },
              { org: 'fab', kroner: 400_000 },
            ],
            followUps: [
              {
                text: 'Status på nedtrapningen efter det første år',
                org: 'fab',
                person: 'medlem.fab',
                dueAfter: 400,
                closedAfter: 395,
                closedNote: 'Status er givet på gruppens møde.',
              },
            ],
          },
        ],
      },
      {
        key: 'j10-hoering',
        title: 'Høringssvar om ændring af almenboligloven',
        kind: 'DECISION',
        tasks: ['strategy'],
        case: 'hoering',
        summary: 'Ministeriet har sendt et udkast i høring. Parterne foreslås at svare samlet.',
        recommendation: 'Sekretariaterne indstiller, **at** det fælles høringssvar godkendes.',
        presentation: prose`
          Svaret støtter, at forebyggelsesområder får flere redskaber, men advarer mod faste grænser, der flytter områder
          ind og ud af listerne fra år til år på få personers forskel.`,
        effect: 'En samlet stemme fra Odense.',
        economy: 'Ingen økonomiske konsekvenser.',
        presenter: 'Sekretariaterne',
        minutes: 20,
        minuted: 'Høringssvaret blev godkendt som fælles holdning.',
        outcome: 'DECIDED',
        statements: [
          {
            person: 'medlem.kristiansdal',
            text: 'Kristiansdal finder, at svaret burde gå tydeligere imod krav om salg af almene boliger.',
          },
        ],
        decisions: [
          {
            key: 'd-hoering',
            title: 'Fælles høringssvar om almenboligloven',
            text: 'Parterne afgiver det fælles høringssvar. Svaret støtter flere redskaber i forebyggelsesområder og advarer mod faste grænser.',
            shared: true,
            followUps: [
              {
                text: 'Sende høringssvaret til ministeriet',
                org: 'by-og-kulturforvaltningen',
                person: 'sekretariat.kommune',
                dueAfter: 10,
                closedAfter: 6,
                closedNote: 'Sendt inden fristen.',
              },
            ],
          },
        ],
      },
      {
        key: 'j10-aeldre',
        title: 'Ensomhed blandt ældre: erfaringer fra Bolbro',
        kind: 'INFORMATION',
        tasks: ['professionalDevelopment'],
        case: 'aeldre',
        summary: 'En fællesspisning hver uge og et opkald til dem, der ikke kommer.',
        presentation:
          'Seks frivillige ringer rundt. 41 ældre har fået et fast fællesskab på et år. Metoden kan bruges i andre afdelinger.',
        presenter: 'Ældre- og Handicapforvaltningen',
        minutes: 15,
        minuted: 'Gruppen tog orienteringen til efterretning og anbefaler metoden.',
        outcome: 'NOTED',
      },
    ],
    leaves: [{ person: 'medlem.bykultur', after: 'j10-hoering' }],
  },
  {
    key: 'j11',
    body: 'faelles-gruppe',
    days: -455,
    startsAt: '13:00',
    endsAt: '15:00',
    place: hall,
    items: [
      {
        key: 'j11-rising',
        title: 'Rising og Solbakken: drift af jobcafe og lektiehjælp',
        kind: 'DECISION',
        tasks: ['coordination'],
        case: 'rising',
        summary: 'Budget for de to indsatser, der kræver løn, efter helhedsplanens udløb.',
        recommendation: 'Kristiansdal indstiller, **at** indsatserne drives videre i to år.',
        presentation: prose`
          Jobcafeen holder åbent to dage om ugen, lektiehjælpen tre. Boligforeningen Kristiansdal har fået bestyrelsens
          mandat til 250.000 kr. pr. beslutning. Andelen er større, fordi Kristiansdal er den største ejer i området.`,
        effect: '80 børn og 60 voksne om året beholder deres tilbud.',
        economy:
          'Odense Kommune 380.000 kr., Boligforeningen Kristiansdal 400.000 kr. og Socialt Boligbyggeri 60.000 kr.',
        presenter: 'Boligforeningen Kristiansdal',
        minutes: 30,
        minuted:
          'Gruppen tiltrådte indstillingen med forbehold for godkendelse i Boligforeningen Kristiansdals bestyrelse og Foreningen Socialt Boligbyggeris bestyrelse.',
        outcome: 'ADOPTED_SUBJECT_TO_APPROVAL',
        decisions: [
          {
            key: 'd-rising',
            title: 'Drift af jobcafe og lektiehjælp i Rising',
            text: 'Jobcafe og lektiehjælp i Rising og Solbakken drives videre i to år efter helhedsplanens udløb.',
            consequences: [
              { org: 'odense-kommune', kroner: 380_000 },
              { org: 'kristiansdal', kroner: 400_000 },
              { org: 'socialt-boligbyggeri', kroner: 60_000 },
            ],
            answers: [
              { org: 'kristiansdal', after: 22, item: '5', answer: 'APPROVED' },
              {
                org: 'socialt-boligbyggeri',
                after: 28,
                item: '4',
                answer: 'APPROVED_ON_CONDITIONS',
                words:
                  'At bestyrelsen får regnskabet for jobcafeen hvert halve år, og at udgiften genforhandles efter det første år.',
              },
            ],
            followUps: [
              {
                text: 'Forelægge sagen for bestyrelserne i Kristiansdal og Socialt Boligbyggeri',
                org: 'kristiansdal',
                person: 'medlem.kristiansdal',
                dueAfter: 60,
                closedAfter: 58,
                closedNote: 'Forelagt. Afventer bestyrelsernes protokol.',
              },
            ],
          },
        ],
      },
      {
        key: 'j11-udlejning',
        title: 'Fleksibel udlejning: opgørelse efter det første år',
        kind: 'INFORMATION',
        tasks: ['strategy'],
        case: 'udlejning',
        summary: '412 boliger er udlejet efter de fælles kriterier. Andelen i arbejde blandt tilflyttere er steget.',
        presentation: prose`
          Blandt tilflyttere er 61 pct. i arbejde mod 48 pct. året før. Ventetiden for øvrige boligsøgende er vokset med
          to måneder i snit.`,
        presenter: 'By- og Kulturforvaltningen',
        minutes: 20,
        minuted: 'Gruppen tog opgørelsen til efterretning og vil følge ventetiden.',
        outcome: 'NOTED',
      },
      {
        key: 'j11-beskaeftigelse',
        title: 'Beskæftigelse: sociale klausuler i renoveringssager',
        kind: 'DISCUSSION',
        tasks: ['strategy', 'coordination'],
        case: 'beskaeftigelse',
        summary: 'Ensartede klausuler om lærlinge og praktik i sager over 10 mio. kr.',
        presentation: prose`
          Fire organisationer har klausuler i dag, med fire forskellige krav. Entreprenørerne efterspørger ens vilkår.
          Jobcentret kan levere kandidater, hvis det ved besked tre måneder før.`,
        presenter: 'Odense AndelsBoligforening',
        minutes: 25,
        subjectAreas: ['Beskæftigelse'],
        minuted: 'Sekretariaterne udarbejder et forslag til fælles klausul.',
        outcome: 'DISCUSSED',
        followUps: [
          {
            text: 'Udarbejde forslag til fælles social klausul',
            org: 'by-og-kulturforvaltningen',
            person: 'sekretariat.kommune',
            dueAfter: 110,
            closedAfter: 105,
            closedNote: 'Forslaget er på dagsordenen.',
          },
        ],
      },
    ],
  },
]
