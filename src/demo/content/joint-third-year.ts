import { type DemoMeeting, prose } from './types.ts'

const hall = 'Odense Rådhus, Flakhaven 2, mødelokale 3'
const fab = 'FAB, mødesalen'
const hojstrup = 'Boligforeningen Højstrup, bestyrelseslokalet'
const risingHouse = 'Beboerhuset i Rising'

export const thirdYear: DemoMeeting[] = [
  {
    key: 'j12',
    body: 'faelles-gruppe',
    days: -392,
    startsAt: '13:00',
    endsAt: '15:00',
    place: fab,
    items: [
      {
        key: 'j12-klausul',
        title: 'Fælles social klausul i renoveringssager',
        kind: 'DECISION',
        tasks: ['strategy', 'coordination'],
        case: 'beskaeftigelse',
        summary: 'Én klausul om lærlinge og praktik for sager over 10 mio. kr.',
        recommendation: prose`
          Sekretariaterne indstiller,

          1. **at** klausulen bruges i alle nye udbud over 10 mio. kr., og
          2. **at** jobcentret udpeger én indgang for entreprenørerne.`,
        presentation: prose`
          Klausulen kræver mindst ét lærlingeårsværk pr. 10 mio. kr. og praktikpladser efter aftale. Kravet kan opfyldes
          med ansatte, entreprenøren allerede har.`,
        effect: 'Ud fra de planlagte renoveringer ventes 35 lærlingeforløb over tre år.',
        economy: 'Merprisen skønnes til under 0,5 pct. af entreprisesummen og afholdes inden for den enkelte sag.',
        presenter: 'Odense AndelsBoligforening',
        minutes: 30,
        involves: { 'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' } },
        subjectAreas: ['Beskæftigelse'],
        minuted: 'Indstillingen blev tiltrådt.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-klausul',
            title: 'Fælles social klausul om lærlinge og praktik',
            text: 'Den fælles sociale klausul bruges i alle nye udbud over 10 mio. kr., og jobcentret har én indgang for entreprenører.',
            consequences: [
              { org: 'odense-kommune', organisational: 'Jobcentret udpeger én indgang' },
              { org: 'fab', legal: 'Klausulen skrives ind i udbudsmaterialet' },
              { org: 'hoejstrup', legal: 'Klausulen skrives ind i udbudsmaterialet' },
            ],
            followUps: [
              {
                text: 'Udpege jobcentrets indgang for entreprenører',
                org: 'social-og-arbejdsmarkedsforvaltningen',
                dueAfter: 45,
                closedAfter: 40,
                closedNote: 'Indgangen er udpeget, og kontaktoplysninger er sendt ud.',
              },
            ],
          },
        ],
      },
      {
        key: 'j12-unge',
        title: 'Opsøgende ungeindsats: resultater efter et år',
        kind: 'INFORMATION',
        tasks: ['coordination'],
        case: 'unge',
        summary: '74 unge er kontaktet, og 38 er i job eller uddannelse.',
        presentation: prose`
          Indsatsen virker bedst, hvor den opsøgende medarbejder sidder i området om aftenen. I Rising har der været
          skift i medarbejdere, og tallene er lavere.`,
        presenter: 'Social- og Arbejdsmarkedsforvaltningen',
        minutes: 20,
        minuted: 'Gruppen tog orienteringen til efterretning.',
        outcome: 'NOTED',
      },
      {
        key: 'j12-familieboliger',
        title: 'Familieboliger: ombygning af små boliger',
        kind: 'DISCUSSION',
        tasks: ['strategy'],
        case: 'familieboliger',
        summary: 'Hvor mange toværelsesboliger kan lægges sammen, og hvad koster det i husleje?',
        presentation: prose`
          340 boliger kan lægges sammen til 170. Huslejen pr. kvadratmeter stiger med 8–14 pct., fordi indskud og
          renovering skal forrentes. Kollegieboligselskabet har overskud af små boliger i tre afdelinger.`,
        presenter: 'Borgmesterforvaltningen',
        minutes: 25,
        minuted: 'Gruppen ønsker et forsøg i to afdelinger. Punktet kommer igen, når økonomien er kendt.',
        outcome: 'DISCUSSED',
      },
    ],
  },
  {
    key: 'j13',
    body: 'faelles-gruppe',
    days: -331,
    startsAt: '09:00',
    endsAt: '11:00',
    place: hall,
    apologies: ['medlem.hoejstrup'],
    items: [
      {
        key: 'j13-tryghed',
        title: 'Vej fra bekymring til handling',
        kind: 'DECISION',
        tasks: ['strategy', 'coordination'],
        case: 'tryghed',
        summary: 'Hvem gør hvad, når en driftsmedarbejder eller en beboer er bekymret for et område?',
        recommendation: 'Sekretariaterne indstiller, **at** arbejdsgangen godkendes som fælles holdning.',
        presentation: prose`
          Bekymringen meldes til den lokale boligsociale leder, som inden for fem hverdage samler kommune, udlejning og
          politi. Resultatet meldes tilbage til den, der var bekymret.`,
        effect: 'Ingen bekymring bliver liggende.',
        economy: 'Ingen økonomiske konsekvenser.',
        presenter: 'By- og Kulturforvaltningen',
        guests: [{ name: 'Søren Bjerre', organisation: 'Fyns Politi' }],
        minutes: 25,
        minuted: 'Arbejdsgangen blev godkendt. Politiet deltager, når sagen kræver det.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-bekymring',
            title: 'Fra bekymring til handling på fem hverdage',
            text: 'Parterne følger den fælles arbejdsgang, når der er bekymring for et område. Der handles inden for fem hverdage.',
            shared: true,
          },
        ],
      },
      {
        key: 'j13-anvisning',
        title: 'Boligsocial anvisning: første årsopgørelse',
        kind: 'INFORMATION',
        tasks: ['strategy'],
        case: 'anvisning',
        summary: 'Fordelingen er blevet jævnere. Ventetiden i akut bolignød er uændret.',
        presentation:
          'Andelen af anviste boliger i de fem mest belastede afdelinger er faldet fra 41 til 22 pct. Ventetiden er i snit 47 dage.',
        presenter: 'Social- og Arbejdsmarkedsforvaltningen',
        minutes: 15,
        minuted: 'Gruppen tog opgørelsen til efterretning.',
        outcome: 'NOTED',
      },
      {
        key: 'j13-konference',
        title: 'Boligsocial konference: »Arbejde, hvor vi bor«',
        kind: 'DECISION',
        tasks: ['professionalDevelopment'],
        case: 'konference',
        summary: 'Årets konference handler om beskæftigelse. Rammen er 200.000 kr.',
        recommendation: 'Sekretariaterne indstiller, **at** konferencen afholdes inden for en ramme på 200.000 kr.',
        presentation: 'Programmet får korte oplæg og fem værksteder efter ønske fra sidste evaluering.',
        effect: 'Kendskab til de metoder, der virker.',
        economy: 'Odense Kommune 100.000 kr., FAB 40.000 kr., Højstrup 40.000 kr. og Kristiansdal 20.000 kr.',
        presenter: 'Sekretariaterne',
        minutes: 15,
        minuted: 'Indstillingen blev tiltrådt.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-konference-2',
            title: 'Boligsocial konference: »Arbejde, hvor vi bor«',
            text: 'Der afholdes en boligsocial konference om beskæftigelse inden for en ramme på 200.000 kr.',
            consequences: [
              { org: 'odense-kommune', kroner: 100_000 },
              { org: 'fab', kroner: 40_000 },
              { org: 'hoejstrup', kroner: 40_000 },
              { org: 'kristiansdal', kroner: 20_000 },
            ],
            followUps: [
              {
                text: 'Afholde konferencen og aflægge regnskab',
                org: 'by-og-kulturforvaltningen',
                person: 'sekretariat.kommune',
                dueAfter: 210,
                closedAfter: 205,
                closedNote: 'Afholdt med 158 deltagere. Regnskab: 193.200 kr.',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    key: 'j14',
    body: 'faelles-gruppe',
    days: -270,
    startsAt: '13:00',
    endsAt: '15:00',
    place: risingHouse,
    items: [
      {
        key: 'j14-boern',
        title: 'Fælles besøg ved sundhedsplejerske og boligsocial medarbejder',
        kind: 'DECISION',
        tasks: ['coordination'],
        case: 'boern',
        summary: 'Forsøget i Rising har virket. Det foreslås udbredt til Vollsmose og Korsløkkeparken.',
        recommendation: 'Børn- og Ungeforvaltningen indstiller, **at** fælles besøg udbredes til to områder mere.',
        presentation: prose`
          Af 52 familier i forsøget har 44 nu en plads i dagtilbud. Familierne fremhæver, at de fik hjælp til at skrive
          børnene op og til at besøge institutionen.`,
        effect: 'Flere treårige i dagtilbud.',
        economy: 'Børn- og Ungeforvaltningen afsætter 420.000 kr. FAB stiller med medarbejdertid.',
        presenter: 'Børn- og Ungeforvaltningen',
        minutes: 30,
        subjectAreas: ['Dagtilbud'],
        involves: { 'boern-og-ungeforvaltningen': { status: 'HEARD' } },
        minuted: 'Indstillingen blev tiltrådt.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-boern',
            title: 'Fælles besøg udbredes til Vollsmose og Korsløkkeparken',
            text: 'Sundhedsplejersker og boligsociale medarbejdere laver fælles besøg i Rising, Vollsmose og Korsløkkeparken.',
            consequences: [
              {
                org: 'boern-og-ungeforvaltningen',
                kroner: 420_000,
                organisational: 'To sundhedsplejersker knyttes til områderne',
              },
              { org: 'fab', organisational: 'Boligsociale medarbejdere afsætter en dag om ugen' },
            ],
            followUps: [
              {
                text: 'Status på fælles besøg i de to nye områder',
                org: 'boern-og-ungeforvaltningen',
                person: 'medlem.boernunge',
                dueAfter: 290,
                notes: [
                  { after: 200, by: 'medlem.boernunge', text: 'Besøgene er i gang i begge områder. Tal følger.' },
                ],
              },
            ],
          },
        ],
      },
      {
        key: 'j14-genhusning',
        title: 'Genhusning: erfaringer fra de første 180 familier',
        kind: 'DISCUSSION',
        tasks: ['professionalDevelopment', 'coordination'],
        case: 'genhusning',
        summary: 'To ud af tre bliver i bydelen. Kontaktpersonen er det, familierne er gladest for.',
        presentation: prose`
          Det sværeste er store familier, hvor der ikke er boliger nok på fem rum. Fem familier er flyttet to gange og
          skulle ikke have været det.`,
        presenter: 'Boligforeningen Højstrup',
        minutes: 25,
        minuted: 'Gruppen drøftede erfaringerne. Princip 6 skal overholdes, og afvigelser meldes til sekretariaterne.',
        outcome: 'DISCUSSED',
        followUps: [
          {
            text: 'Melde afvigelser fra princip 6 til sekretariaterne hvert kvartal',
            org: 'hoejstrup',
            person: 'medlem.hoejstrup',
            dueAfter: 240,
          },
        ],
      },
    ],
  },
  {
    key: 'j15',
    body: 'faelles-gruppe',
    days: -206,
    startsAt: '13:00',
    endsAt: '15:30',
    place: hall,
    items: [
      {
        key: 'j15-vollsmose',
        title: 'Vollsmose: fælles mødested under omdannelsen',
        kind: 'DECISION',
        tasks: ['strategy', 'coordination'],
        case: 'vollsmose',
        summary: 'Indretning af et midlertidigt mødested, mens beboerhuset bygges om.',
        recommendation: 'FAB og Højstrup indstiller, **at** mødestedet indrettes inden for 1,9 mio. kr.',
        presentation: prose`
          Beboerhuset lukker i 14 måneder. Uden et sted at være mister jobvejledning, lektiehjælp og foreninger deres
          brugere. Den tidligere børnehave kan bruges efter en let ombygning.`,
        effect: '25 foreninger og to helhedsplansindsatser får et sted at være.',
        economy: 'Odense Kommune 750.000 kr., FAB 650.000 kr. og Boligforeningen Højstrup 500.000 kr.',
        presenter: 'FAB',
        minutes: 40,
        involves: {
          'by-og-kulturforvaltningen': { status: 'HEARD' },
          'boern-og-ungeforvaltningen': { status: 'HEARD' },
        },
        subjectAreas: ['Kultur og fritid'],
        minuted:
          'Gruppen tiltrådte indstillingen med forbehold for godkendelse i bestyrelserne for FAB og Boligforeningen Højstrup, hvis mandater overskrides.',
        outcome: 'ADOPTED_SUBJECT_TO_APPROVAL',
        decisions: [
          {
            key: 'd-moedested',
            title: 'Midlertidigt mødested i Vollsmose',
            text: 'Den tidligere børnehave indrettes som mødested, mens beboerhuset bygges om. Den samlede udgift er 1,9 mio. kr.',
            consequences: [
              { org: 'odense-kommune', kroner: 750_000 },
              { org: 'fab', kroner: 650_000 },
              { org: 'hoejstrup', kroner: 500_000 },
            ],
            answers: [
              { org: 'fab', after: 19, item: '6', answer: 'APPROVED' },
              { org: 'hoejstrup', after: 25, item: '8', answer: 'APPROVED' },
            ],
            followUps: [
              {
                text: 'Indhente byggetilladelse til ændret anvendelse',
                org: 'by-og-kulturforvaltningen',
                person: 'medlem.bykultur',
                dueAfter: 200,
                notes: [
                  {
                    after: 120,
                    by: 'medlem.bykultur',
                    text: 'Ansøgningen er sendt. Brandmyndigheden har bedt om en ekstra flugtvej.',
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        key: 'j15-samlet',
        title: 'Fælles tilsyn med forældrebetaling i klubber',
        kind: 'DECISION',
        tasks: ['coordination'],
        summary: 'Forslag om, at boligorganisationerne opkræver klubkontingent sammen med huslejen.',
        recommendation: 'Børn- og Ungeforvaltningen indstiller, **at** opkrævningen prøves i ét område.',
        presentation: prose`
          Forslaget skal mindske frafald i klubberne, når kontingentet ikke betales. Boligorganisationerne er i tvivl om,
          hvorvidt opkrævningen kan ske sammen med huslejen.`,
        presenter: 'Børn- og Ungeforvaltningen',
        minutes: 20,
        minuted:
          'Boligorganisationerne støtter ikke forslaget, fordi husleje og kontingent ikke bør blandes sammen. Der var ikke enighed.',
        outcome: 'REJECTED',
      },
      {
        key: 'j15-beboerdemokrati',
        title: 'Introduktionskurset: status efter tre hold',
        kind: 'INFORMATION',
        tasks: ['professionalDevelopment'],
        case: 'beboerdemokrati',
        summary: '139 har gennemført. 31 afdelinger har fået nye medlemmer.',
        presentation: 'Kurset fortsætter uændret. Et modul om konflikthåndtering kommer til.',
        presenter: 'Arbejdernes Boligforening',
        minutes: 10,
        minuted: 'Gruppen tog orienteringen til efterretning.',
        outcome: 'NOTED',
      },
    ],
  },
  {
    key: 'j16',
    body: 'faelles-gruppe',
    days: -148,
    startsAt: '13:00',
    endsAt: '15:00',
    place: hojstrup,
    apologies: ['medlem.fab'],
    items: [
      {
        key: 'j16-data',
        title: 'Nøgletal: første fælles rapport',
        kind: 'DISCUSSION',
        tasks: ['strategy'],
        case: 'data',
        summary: 'Seks områder har fremgang på de fleste tal, to har tilbagegang på beskæftigelse.',
        presentation: prose`
          De to områder er små og følsomme for enkelte familiers flytning. Rapporten anbefaler at se på tre år ad gangen.

          Restancerne er faldet i alle områder, siden den tidlige kontakt blev indført.`,
        presenter: 'Borgmesterforvaltningen',
        minutes: 35,
        attachments: [
          {
            title: 'Fælles nøgletal, første rapport',
            lines: [
              '18 nøgletal for 14 områder',
              'Tal om færre end fem personer er skjult af diskretionshensyn.',
              'Restancer pr. kvartal: fald i 14 af 14 områder.',
              'Beskæftigelse: fremgang i 12 af 14 områder.',
            ],
          },
        ],
        minuted: 'Gruppen drøftede rapporten og ønsker en kort udgave til bestyrelser og udvalg.',
        outcome: 'DISCUSSED',
        followUps: [
          {
            text: 'Udarbejde kort udgave af nøgletalsrapporten til bestyrelser og udvalg',
            org: 'by-og-kulturforvaltningen',
            person: 'sekretariat.kommune',
            dueAfter: 160,
          },
        ],
      },
      {
        key: 'j16-sommer',
        title: 'Fritidsjob til unge i boligområderne',
        kind: 'DECISION',
        tasks: ['coordination'],
        case: 'unge',
        summary: '60 fritidsjob i drift og renholdelse til unge mellem 15 og 17 år.',
        recommendation: 'Sekretariaterne indstiller, **at** ordningen etableres for ét år.',
        presentation: prose`
          De unge arbejder seks timer om ugen sammen med driftsfolk og får en anbefaling med sig. Ordningen bygger på
          erfaringer fra Højstrup.`,
        effect: '60 unge får deres første job.',
        economy: 'Odense Kommune 450.000 kr., Højstrup 150.000 kr., FAB 150.000 kr. og Kristiansdal 100.000 kr.',
        presenter: 'Boligforeningen Højstrup',
        minutes: 25,
        subjectAreas: ['Unge', 'Beskæftigelse'],
        involves: {
          'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' },
          'boern-og-ungeforvaltningen': { status: 'HEARD' },
        },
        minuted: 'Indstillingen blev tiltrådt.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-fritidsjob',
            title: '60 fritidsjob til unge',
            text: 'Der oprettes 60 fritidsjob i drift og renholdelse for unge mellem 15 og 17 år i ét år.',
            consequences: [
              { org: 'odense-kommune', kroner: 450_000 },
              { org: 'hoejstrup', kroner: 150_000 },
              { org: 'fab', kroner: 150_000 },
              { org: 'kristiansdal', kroner: 100_000 },
            ],
            followUps: [
              {
                text: 'Besætte de 60 fritidsjob',
                org: 'hoejstrup',
                person: 'medlem.hoejstrup',
                dueAfter: 140,
                notes: [{ after: 90, by: 'medlem.hoejstrup', text: '43 af 60 job er besat. Der mangler især piger.' }],
              },
            ],
          },
        ],
      },
      {
        key: 'j16-aeldre',
        title: 'Tilgængelighed: elevatorer og dørpumper',
        kind: 'DISCUSSION',
        tasks: ['strategy'],
        case: 'aeldre',
        summary: 'Prioriteret liste over 26 afdelinger.',
        presentation:
          'Listen er lavet ud fra beboernes alder og adgangsforhold. Fem afdelinger har både mange ældre og ingen elevator.',
        presenter: 'Ældre- og Handicapforvaltningen',
        minutes: 20,
        minuted: 'Punktet blev ikke nået.',
        outcome: 'NOT_REACHED',
      },
      {
        key: 'j16-delebiler',
        title: 'Delebiler ved tre boligområder',
        kind: 'DECISION',
        tasks: ['coordination'],
        summary: 'Seks delebiler ved Vollsmose, Rising og Korsløkkeparken som forsøg i to år.',
        recommendation: 'Sekretariaterne indstiller, **at** forsøget gennemføres, og at udgiften deles som angivet.',
        presentation: prose`
          Mange husstande har brug for en bil nogle gange om måneden og ikke hver dag. Forsøget skal vise, om delebiler kan
          frigøre parkeringspladser, før der bygges nyt.`,
        effect: 'Seks biler, der deles af op til 150 husstande.',
        economy: 'Odense Kommune 150.000 kr. og Boligforeningen Kristiansdal 280.000 kr.',
        presenter: 'By- og Kulturforvaltningen',
        minutes: 15,
        involves: { 'by-og-kulturforvaltningen': { status: 'HEARD' } },
        minuted: 'Gruppen tiltrådte med forbehold for godkendelse i Kristiansdals bestyrelse.',
        outcome: 'ADOPTED_SUBJECT_TO_APPROVAL',
        decisions: [
          {
            key: 'd-delebiler',
            title: 'Delebiler ved tre boligområder som forsøg i to år',
            text: 'Der stilles seks delebiler til rådighed ved tre boligområder i to år. Udgiften er 430.000 kr.',
            consequences: [
              { org: 'odense-kommune', kroner: 150_000 },
              { org: 'kristiansdal', kroner: 280_000 },
            ],
            answers: [
              {
                org: 'kristiansdal',
                after: 24,
                item: '10',
                answer: 'DECLINED',
                words: 'Bestyrelsen vil ikke binde penge til delebiler, før der er ladestandere ved afdelingerne.',
              },
            ],
          },
        ],
      },
    ],
  },
  {
    key: 'j17',
    body: 'faelles-gruppe',
    days: -84,
    startsAt: '13:00',
    endsAt: '15:00',
    place: fab,
    items: [
      {
        key: 'j17-aeldre',
        title: 'Tilgængelighed: elevatorer og dørpumper',
        kind: 'DISCUSSION',
        tasks: ['strategy'],
        case: 'aeldre',
        carriedFrom: 'j16-aeldre',
        summary: 'Prioriteret liste over 26 afdelinger. Punktet blev ikke nået på seneste møde.',
        minutes: 25,
        minuted: 'Gruppen drøftede listen. De fem øverste afdelinger undersøges nærmere.',
        outcome: 'DISCUSSED',
        followUps: [
          {
            text: 'Undersøge elevatorer i de fem øverste afdelinger på listen',
            org: 'aeldre-og-handicapforvaltningen',
            dueAfter: 120,
          },
        ],
      },
      {
        key: 'j17-udlejning',
        title: 'Fleksibel udlejning: forsøg med kombineret udlejning',
        kind: 'DECISION',
        tasks: ['strategy'],
        case: 'udlejning',
        summary: 'To afdelinger i Skt. Klemensparken og Ejerslykke foreslås som forsøg.',
        recommendation: 'Sekretariaterne indstiller, **at** forsøget gennemføres i to år.',
        presentation: prose`
          Kombineret udlejning indebærer, at boligsøgende uden for arbejdsmarkedet tilbydes en bolig et andet sted.
          Redskabet er indgribende. Derfor foreslås et tidsbegrænset forsøg med halvårlig opgørelse.`,
        effect: 'Viden om, hvorvidt redskabet virker og for hvem.',
        economy: 'Odense Kommune afholder 180.000 kr. til opgørelse og rådgivning.',
        presenter: 'By- og Kulturforvaltningen',
        minutes: 35,
        involves: {
          'by-og-kulturforvaltningen': { status: 'HEARD' },
          'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' },
        },
        minuted: 'Indstillingen blev tiltrådt. Boligforeningen Højstrup fik et forbehold ført til referat.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-kombineret',
            title: 'Forsøg med kombineret udlejning i to afdelinger',
            text: 'Kombineret udlejning prøves i to år i to afdelinger med halvårlig opgørelse.',
            consequences: [
              { org: 'odense-kommune', kroner: 180_000, legal: 'Aftale om kombineret udlejning' },
              { org: 'hoejstrup', legal: 'Aftale om kombineret udlejning' },
            ],
            stances: [
              {
                side: 'HOUSING',
                org: 'hoejstrup',
                kind: 'WITH_RESERVATION',
                text: 'Højstrup støtter forsøget, men vil standse det, hvis ventelisten til andre afdelinger vokser mere end tre måneder.',
              },
            ],
            followUps: [
              {
                text: 'Indgå aftaler for de to afdelinger',
                org: 'hoejstrup',
                person: 'medlem.hoejstrup',
                dueAfter: 70,
                notes: [
                  {
                    after: 60,
                    by: 'medlem.hoejstrup',
                    text: 'Den ene aftale er underskrevet. Den anden afventer afdelingsmødet.',
                  },
                ],
              },
              {
                text: 'Første halvårlige opgørelse af forsøget',
                org: 'by-og-kulturforvaltningen',
                person: 'medlem.bykultur',
                dueAfter: 190,
              },
            ],
          },
        ],
      },
      {
        key: 'j17-naesby',
        title: 'Fleksibel udlejning i to afdelinger i Næsby',
        kind: 'DECISION',
        tasks: ['strategy'],
        case: 'udlejning',
        summary: 'De fælles kriterier bruges i to afdelinger, som ligger ved siden af hinanden.',
        recommendation: 'Sekretariaterne indstiller, **at** kriterierne bruges i de to afdelinger fra nytår.',
        presentation: prose`
          Den ene afdeling hører til Kristiansdal, den anden til Næsby Boligselskab. Bruger kun den ene kriterierne, flytter
          ventelisten over til den anden.`,
        effect: 'Samme kriterier på begge sider af vejen.',
        economy: 'Ingen økonomiske konsekvenser.',
        presenter: 'Boligforeningen Kristiansdal',
        minutes: 20,
        minuted: 'Gruppen tiltrådte med forbehold for godkendelse i Næsby Boligselskabs bestyrelse.',
        outcome: 'ADOPTED_SUBJECT_TO_APPROVAL',
        decisions: [
          {
            key: 'd-naesby',
            title: 'Fælles kriterier for udlejning i to afdelinger i Næsby',
            text: 'De fælles kriterier for fleksibel udlejning bruges i to afdelinger i Næsby.',
            consequences: [
              { org: 'kristiansdal', legal: 'Udlejningsaftale med kommunen' },
              { org: 'naesby-boligselskab', legal: 'Udlejningsaftale med kommunen' },
            ],
          },
        ],
      },
      {
        key: 'j17-studie',
        title: 'Indflytterdage for studerende',
        kind: 'DECISION',
        tasks: ['coordination'],
        summary: 'Fælles indflytterdage ved kollegier og ungdomsboliger ved semesterstart.',
        recommendation: 'Sekretariaterne indstiller, **at** indflytterdagene holdes to år i træk.',
        presentation: 'Nye studerende møder naboer, foreninger og beboerrådgivere den første weekend, de bor i byen.',
        effect: 'Flere studerende i beboerdemokratiet.',
        economy: 'Kollegieboligselskabet 150.000 kr. over to år.',
        presenter: 'Kollegieboligselskabet',
        minutes: 10,
        minuted: 'Indstillingen blev tiltrådt.',
        outcome: 'DECIDED',
        decisions: [
          {
            key: 'd-studie',
            title: 'Indflytterdage for studerende i to år',
            text: 'Der holdes fælles indflytterdage ved semesterstart i to år.',
            consequences: [{ org: 'kollegieboligselskabet', kroner: 150_000 }],
          },
        ],
      },
      {
        key: 'j17-ejbygade',
        title: 'Areal ved Ejbygade: afslutning af forhandling',
        kind: 'INFORMATION',
        tasks: ['strategy'],
        case: 'grund',
        closed: {
          reason: 'forhandlingsposition (punktet vedrører køb af fast ejendom)',
          publicTitle: 'Køb af areal til almene boliger',
        },
        summary: 'Sælger har accepteret 12,4 mio. kr. Købet forelægges Odense Byråd.',
        presentation: 'Forundersøgelserne viste let forurening, som sælger betaler for at fjerne.',
        presenter: 'Borgmesterforvaltningen',
        minutes: 15,
        recusals: [
          { person: 'medlem.kristiansdal', reason: 'Sidder i bestyrelsen for den forening, der ejer naboarealet.' },
        ],
        minuted: 'Gruppen tog orienteringen til efterretning.',
        outcome: 'NOTED',
      },
    ],
  },
]
