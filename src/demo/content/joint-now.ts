import { type DemoMeeting, prose } from './types.ts'

const hall = 'Odense Rådhus, Flakhaven 2, mødelokale 3'
const fab = 'FAB, mødesalen'
const hojstrup = 'Boligforeningen Højstrup, bestyrelseslokalet'

/** The meetings around the day the demo is loaded, one in every state. What was or is to come is in the loader. */
export const minutesOut: DemoMeeting = {
  key: 'j18',
  body: 'faelles-gruppe',
  days: -23,
  startsAt: '13:00',
  endsAt: '15:00',
  place: hall,
  apologies: ['medlem.kristiansdal'],
  items: [
    {
      key: 'j18-korsloekke',
      title: 'Korsløkkeparken: status på nedtrapningen',
      kind: 'INFORMATION',
      tasks: ['coordination'],
      case: 'korsloekke',
      summary: 'Første år er gået som planlagt. Jobcafeen har 30 pct. flere besøg.',
      presentation: prose`
        Ungemedarbejderens opgaver er overtaget af klubben og den opsøgende indsats. Beboerrådgiveren har fået flere
        henvendelser om økonomi end ventet.`,
      presenter: 'FAB',
      minutes: 15,
      minuted: 'Gruppen tog orienteringen til efterretning.',
      outcome: 'NOTED',
    },
    {
      key: 'j18-sammenlaegning',
      title: 'Forsøg med sammenlægning af små boliger',
      kind: 'DECISION',
      tasks: ['strategy'],
      case: 'familieboliger',
      summary: 'Forundersøgelse i to afdelinger, hvor 24 toværelsesboliger kan blive til 12 familieboliger.',
      recommendation: prose`
        Sekretariaterne indstiller,

        1. **at** forundersøgelsen gennemføres i to afdelinger, og
        2. **at** udgiften på 340.000 kr. deles som angivet.`,
      presentation: prose`
        Afdelingerne er valgt, fordi boligerne ligger side om side, og fordi opgangene skal renoveres under alle
        omstændigheder. Beboerne inddrages, før der lægges tegninger frem.`,
      effect: 'Et grundlag for at afgøre, om sammenlægning er vejen til flere familieboliger.',
      economy: 'Odense Kommune 170.000 kr., Boligforeningen Kristiansdal 100.000 kr. og Næsby Boligselskab 70.000 kr.',
      presenter: 'Borgmesterforvaltningen',
      minutes: 35,
      involves: { borgmesterforvaltningen: { status: 'HEARD' }, 'by-og-kulturforvaltningen': { status: 'HEARD' } },
      minuted: 'Gruppen tiltrådte indstillingen med forbehold for godkendelse i Næsby Boligselskabs bestyrelse.',
      outcome: 'ADOPTED_SUBJECT_TO_APPROVAL',
      decisions: [
        {
          key: 'd-sammenlaegning',
          title: 'Forundersøgelse af sammenlægning i to afdelinger',
          text: 'Der gennemføres en forundersøgelse af sammenlægning af små boliger i to afdelinger. Udgiften er 340.000 kr.',
          consequences: [
            { org: 'odense-kommune', kroner: 170_000 },
            { org: 'kristiansdal', kroner: 100_000 },
            { org: 'naesby-boligselskab', kroner: 70_000 },
          ],
          followUps: [
            {
              text: 'Forelægge forundersøgelsen for Næsby Boligselskabs bestyrelse',
              org: 'kristiansdal',
              person: 'medlem.kristiansdal',
              dueAfter: 40,
            },
          ],
        },
      ],
    },
    {
      key: 'j18-kombineret',
      title: 'Kombineret udlejning: skal forsøget fortsætte?',
      kind: 'DECISION',
      tasks: ['strategy'],
      case: 'udlejning',
      summary: 'Ventelisten til andre afdelinger er vokset mere end de tre måneder, som Højstrup satte som grænse.',
      recommendation:
        'Sekretariaterne indstiller, **at** forsøget standses, og at det, der ikke er brugt, gives tilbage.',
      presentation: prose`
        Af de 180.000 kr. til opgørelse og rådgivning er 60.000 kr. brugt. Den ene af de to aftaler er underskrevet, men
        endnu ikke taget i brug.`,
      effect: 'Ventelisten ventes at falde igen inden sommer.',
      economy: 'Odense Kommune får 120.000 kr. tilbage på sit mandat.',
      presenter: 'Boligforeningen Højstrup',
      minutes: 15,
      minuted: 'Gruppen omgjorde beslutningen. Erfaringerne samles i et notat.',
      outcome: 'DECIDED',
      decisions: [
        {
          key: 'd-kombineret-slut',
          title: 'Forsøget med kombineret udlejning standses',
          text: 'Forsøget med kombineret udlejning i to afdelinger standses. Det, der ikke er brugt, gives tilbage.',
          replaces: { decision: 'd-kombineret', kind: 'REVERSES', spent: 60_000 },
        },
      ],
    },
    {
      key: 'j18-udsaettelser',
      title: 'Udsættelser: enkeltsager til læring',
      kind: 'DISCUSSION',
      tasks: ['professionalDevelopment'],
      case: 'udsaettelser',
      closed: {
        reason: 'tavshedspligt (punktet vedrører borgeres personlige forhold)',
        publicTitle: 'Læring af forløb om udsættelse',
      },
      summary: 'Gennemgang af tre forløb i anonymiseret form.',
      presentation: 'De tre forløb viser, at kontakten i tide afhænger af, om telefonnummeret er rigtigt.',
      presenter: 'Social- og Arbejdsmarkedsforvaltningen',
      minutes: 20,
      minuted: 'Gruppen drøftede forløbene. Telefonnumre opdateres ved hver henvendelse.',
      outcome: 'DISCUSSED',
    },
  ],
  objections: [
    {
      by: 'medlem.hoejstrup',
      item: 'j18-sammenlaegning',
      text: 'Det blev aftalt, at beboerne inddrages, før tegninger lægges frem. Det bør stå i referatet og ikke kun i sagsfremstillingen.',
    },
  ],
}

export const minutesInPreparation: DemoMeeting = {
  key: 'j19',
  body: 'faelles-gruppe',
  days: -7,
  form: 'EXTRAORDINARY',
  startsAt: '15:00',
  endsAt: '16:30',
  place: hall,
  note: 'Ekstraordinært møde om helhedsplanens andet år.',
  items: [
    {
      key: 'j19-vollsmose',
      title: 'Vollsmose: helhedsplanens andet år',
      kind: 'DECISION',
      tasks: ['strategy', 'coordination'],
      case: 'vollsmose',
      summary: 'Bestyrelsen for helhedsplanen beder om medfinansiering af andet år.',
      recommendation: 'Sekretariaterne indstiller, **at** parterne medfinansierer andet år med i alt 1,3 mio. kr.',
      presentation: prose`
        Første års mål er nået på uddannelse og næsten nået på beskæftigelse. Jobvejledningen flytter med til det
        midlertidige mødested.`,
      effect: '430 børn og 190 voksne i forløb.',
      economy: 'Odense Kommune 700.000 kr., FAB 320.000 kr. og Boligforeningen Højstrup 280.000 kr.',
      presenter: 'FAB',
      minutes: 40,
      involves: {
        'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' },
        'boern-og-ungeforvaltningen': { status: 'HEARD' },
      },
      subjectAreas: ['Beskæftigelse', 'Skole og uddannelse'],
      minuted: 'Indstillingen blev tiltrådt. Gruppen ønsker halvårlige tal for beskæftigelse.',
      outcome: 'DECIDED',
      decisions: [
        {
          key: 'd-vollsmose-2',
          title: 'Helhedsplan for Vollsmose: medfinansiering af andet år',
          text: 'Parterne medfinansierer helhedsplanens andet år med 1,3 mio. kr. i alt.',
          areas: ['Vollsmose Parkerne', 'Vollsmose Haverne'],
          consequences: [
            { org: 'odense-kommune', kroner: 700_000 },
            { org: 'fab', kroner: 320_000 },
            { org: 'hoejstrup', kroner: 280_000 },
          ],
          followUps: [
            {
              text: 'Levere halvårlige tal for helhedsplanens beskæftigelsesspor',
              org: 'fab',
              person: 'medlem.fab',
              dueAfter: 150,
            },
          ],
        },
      ],
    },
    {
      key: 'j19-kommunikation',
      title: 'Fælles kommunikation om omdannelsen',
      kind: 'DISCUSSION',
      tasks: ['coordination'],
      case: 'vollsmose',
      summary: 'Naboer og pressen spørger til tidsplanen. Hvem svarer på hvad?',
      presentation: 'Forslaget er én fælles side med tidsplan og spørgsmål og svar, som begge parter henviser til.',
      presenter: 'Kommunens sekretariat',
      minutes: 20,
      minuted: 'Gruppen tilsluttede sig én fælles side.',
      outcome: 'DISCUSSED',
    },
  ],
}

export const inSession: DemoMeeting = {
  key: 'j20',
  body: 'faelles-gruppe',
  days: 0,
  startsAt: '09:00',
  endsAt: '11:30',
  place: hall,
  note: 'Der er kaffe fra kl. 8.30.',
  apologies: ['medlem.boernunge'],
  items: [
    {
      key: 'j20-tryghed',
      title: 'Tryghedsmåling: tredje år',
      kind: 'DISCUSSION',
      tasks: ['strategy'],
      case: 'tryghed',
      summary: 'Trygheden efter mørkets frembrud er steget fra 63 til 70 pct. i de områder, hvor kældrene er sikret.',
      recommendation: 'Sekretariaterne indstiller, **at** gruppen drøfter resultaterne og næste års fokus.',
      presentation: prose`
        Fremgangen er størst, hvor lys, låse og tryghedsvandringer er gennemført sammen. I to områder er trygheden
        uændret, og begge steder er der skiftet driftsleder undervejs.`,
      presenter: 'By- og Kulturforvaltningen',
      minutes: 25,
      attachments: [
        {
          title: 'Tryghedsmåling, tredje år',
          lines: [
            'Tryg i eget område: 84 pct.',
            'Tryg efter mørkets frembrud: 70 pct.',
            'Svar: 2.891',
            'Områder med under 100 beboere er ikke vist for sig.',
          ],
        },
      ],
      minuted: 'Gruppen drøftede resultaterne. Næste års fokus er parkeringspladser og de to områder uden fremgang.',
      outcome: 'DISCUSSED',
    },
    {
      key: 'j20-jobcafe',
      title: 'Jobcafeer: fælles drift i fire områder',
      kind: 'DECISION',
      tasks: ['coordination'],
      case: 'beskaeftigelse',
      summary: 'De fire jobcafeer samles under én fælles drift med én koordinator.',
      recommendation: prose`
        Sekretariaterne indstiller,

        1. **at** de fire jobcafeer får fælles drift i to år, og
        2. **at** udgiften på 860.000 kr. det første år deles som angivet.`,
      presentation: prose`
        I dag drives cafeerne hver for sig og lukker ved ferie og sygdom. Med fælles drift kan medarbejderne dække
        hinanden, og åbningstiden bliver ens.

        Koordinatoren ansættes i jobcentret, men har base i Korsløkkeparken.`,
      effect: 'Åbent fire dage om ugen alle steder. 320 besøgende om måneden.',
      economy:
        'Odense Kommune 480.000 kr., FAB 160.000 kr., Boligforeningen Højstrup 120.000 kr. og Boligforeningen Kristiansdal 100.000 kr.',
      presenter: 'Social- og Arbejdsmarkedsforvaltningen',
      minutes: 35,
      involves: {
        'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' },
        'by-og-kulturforvaltningen': { status: 'HEARD' },
        'boern-og-ungeforvaltningen': { status: 'NOT_RELEVANT' },
      },
      subjectAreas: ['Beskæftigelse'],
      questions: [
        {
          by: 'medlem.kristiansdal',
          text: 'Kan cafeen i Rising beholde sin aftenåbning om tirsdagen?',
          answer: 'Ja, åbningstiden lægges samlet, men tirsdag aften i Rising er skrevet ind i oplægget.',
          answeredBy: 'sekretariat.kommune',
        },
        { by: 'medlem.fab', text: 'Hvem er arbejdsgiver for de frivillige, der står i cafeen?' },
      ],
    },
    {
      key: 'j20-beboerdemokrati',
      title: 'Digitale afdelingsmøder: erfaringer',
      kind: 'INFORMATION',
      tasks: ['professionalDevelopment'],
      case: 'beboerdemokrati',
      summary: 'Elleve afdelinger har prøvet at holde møde både i salen og på skærmen.',
      presentation:
        'Fremmødet er steget med en tredjedel, især blandt børnefamilier. Afstemninger tager længere tid og kræver en ekstra person.',
      presenter: 'Arbejdernes Boligforening',
      minutes: 15,
    },
    {
      key: 'j20-familieboliger',
      title: 'Familieboliger: fordeling af kvote for næste år',
      kind: 'DECISION',
      tasks: ['strategy'],
      case: 'familieboliger',
      summary: 'Forslag om at prioritere Tarup og Næsby ved næste års grundkapital.',
      recommendation: 'Sekretariaterne indstiller, **at** prioriteringen godkendes som fælles holdning.',
      presentation: prose`
        Prognosen fra i år bekræfter, at væksten ligger i Tarup og Næsby. Begge steder er der arealer, som lokalplanen
        kan rumme.`,
      effect: 'Et klart signal til byrådet og til organisationernes bestyrelser.',
      economy: 'Ingen i sig selv. Grundkapitalen besluttes af Odense Byråd.',
      presenter: 'Borgmesterforvaltningen',
      minutes: 30,
    },
  ],
}

export const called: DemoMeeting = {
  key: 'j21',
  body: 'faelles-gruppe',
  days: 10,
  form: 'EXTRAORDINARY',
  startsAt: '14:00',
  endsAt: '16:00',
  place: fab,
  note: 'Ekstraordinært temamøde om unge.',
  items: [
    {
      key: 'j21-unge',
      title: 'Unge uden job og uddannelse: hvad gør vi efter forsøget?',
      kind: 'DISCUSSION',
      tasks: ['strategy', 'coordination'],
      case: 'unge',
      summary: 'Den opsøgende indsats udløber. Tre modeller for fremtiden lægges frem.',
      recommendation: 'Sekretariaterne indstiller, **at** gruppen peger på én model, som økonomien beregnes på.',
      presentation: prose`
        **Model A** fortsætter med to opsøgende medarbejdere. **Model B** lægger opgaven i klubberne. **Model C** samler
        den hos jobcentrets ungeenhed med faste aftener i områderne.

        Resultaterne af forsøget: 131 unge kontaktet, 67 i job eller uddannelse efter seks måneder.`,
      effect: 'Afhænger af modellen. Tabellen i bilaget viser det forventede antal unge.',
      presenter: 'Social- og Arbejdsmarkedsforvaltningen',
      minutes: 50,
      subjectAreas: ['Unge', 'Beskæftigelse'],
      involves: {
        'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' },
        'boern-og-ungeforvaltningen': { status: 'HEARD' },
      },
      attachments: [
        {
          title: 'Tre modeller for ungeindsatsen',
          lines: ['Model A: to opsøgende medarbejdere', 'Model B: klubberne', 'Model C: jobcentrets ungeenhed'],
        },
      ],
      questions: [{ by: 'medlem.hoejstrup', text: 'Er der talt med de unge selv om, hvad der virkede?' }],
    },
    {
      key: 'j21-fritidsjob',
      title: 'Fritidsjob: status og ledige pladser',
      kind: 'INFORMATION',
      tasks: ['coordination'],
      case: 'unge',
      summary: '52 af 60 pladser er besat.',
      presentation: 'De otte ledige pladser er i haver og gartneri. En kampagne på skolerne begynder i næste uge.',
      presenter: 'Boligforeningen Højstrup',
      minutes: 15,
    },
    {
      key: 'j21-praktik',
      title: 'Praktikaftale med en navngiven virksomhed',
      kind: 'DISCUSSION',
      tasks: ['coordination'],
      case: 'beskaeftigelse',
      closed: {
        reason: 'tavshedspligt (punktet vedrører en virksomheds forretningsforhold)',
        publicTitle: 'Aftale med en virksomhed om praktik',
      },
      summary: 'En større virksomhed tilbyder 25 praktikpladser om året.',
      presentation:
        'Tilbuddet er betinget af, at vilkårene holdes fortrolige, indtil virksomheden selv går ud med det.',
      presenter: 'Social- og Arbejdsmarkedsforvaltningen',
      minutes: 20,
    },
  ],
}

export const signedOff: DemoMeeting = {
  key: 'j22',
  body: 'faelles-gruppe',
  days: 30,
  startsAt: '13:00',
  endsAt: '15:00',
  place: hojstrup,
  items: [
    {
      key: 'j22-klub',
      title: 'Klub og fritid i områder under omdannelse',
      kind: 'DISCUSSION',
      tasks: ['coordination'],
      case: 'boern',
      summary: 'Tre klubber skal flytte, mens der bygges. Hvor og hvor længe?',
      recommendation: 'Sekretariaterne indstiller, **at** gruppen drøfter de tre forslag til midlertidig placering.',
      presentation:
        'Klubberne ligger i huse, der rives ned over de næste to år. Forslagene holder afstanden under 600 meter for de fleste børn.',
      presenter: 'Børn- og Ungeforvaltningen',
      minutes: 30,
      involves: { 'boern-og-ungeforvaltningen': { status: 'HEARD' } },
    },
    {
      key: 'j22-konference',
      title: 'Næste års konference: tema',
      kind: 'DISCUSSION',
      tasks: ['professionalDevelopment'],
      case: 'konference',
      summary: 'Programgruppen foreslår »Når naboen er ny«.',
      presentation: 'Temaet samler genhusning, modtagelse af tilflyttere og frivillighed.',
      presenter: 'Sekretariaterne',
      minutes: 15,
    },
  ],
}

export const oneSided: DemoMeeting = {
  key: 'j23',
  body: 'faelles-gruppe',
  days: 52,
  startsAt: '09:00',
  endsAt: '11:00',
  place: hall,
  items: [
    {
      key: 'j23-data',
      title: 'Nøgletal: kort udgave til bestyrelser og udvalg',
      kind: 'INFORMATION',
      tasks: ['strategy'],
      case: 'data',
      summary: 'To sider med de otte vigtigste tal for hvert område.',
      presentation: 'Udgaven er prøvet af i to bestyrelser. Den udsendes fremover sammen med den fulde rapport.',
      presenter: 'Kommunens sekretariat',
      minutes: 15,
    },
    {
      key: 'j23-anvisning',
      title: 'Boligsocial anvisning: inddeling for næste år',
      kind: 'DECISION',
      tasks: ['strategy'],
      case: 'anvisning',
      summary: 'To afdelinger rykker fra gruppe 1 til gruppe 2.',
      recommendation: 'Sekretariaterne indstiller, **at** inddelingen godkendes.',
      presentation: 'Begge afdelinger har haft under 40 pct. uden for arbejdsmarkedet i to år i træk.',
      economy: 'Ingen økonomiske konsekvenser.',
      presenter: 'Social- og Arbejdsmarkedsforvaltningen',
      minutes: 25,
      subjectAreas: ['Boligsocial anvisning'],
      involves: { 'social-og-arbejdsmarkedsforvaltningen': { status: 'HEARD' } },
      tried: [
        { org: 'odense-kommune', organisational: 'Anviser efter den nye inddeling' },
        { org: 'kristiansdal', legal: 'Udlejningsaftalen ændres for én afdeling' },
      ],
    },
  ],
}

export const inPreparation: DemoMeeting = {
  key: 'j24',
  body: 'faelles-gruppe',
  days: 80,
  startsAt: '13:00',
  endsAt: '15:00',
  place: fab,
  items: [
    {
      key: 'j24-rising',
      title: 'Rising og Solbakken: første år med jobcafeen',
      kind: 'INFORMATION',
      tasks: ['coordination'],
      case: 'rising',
      summary: 'Regnskab og besøgstal, som Socialt Boligbyggeris bestyrelse har bedt om hvert halve år.',
      presenter: 'Boligforeningen Kristiansdal',
      minutes: 15,
    },
    {
      key: 'j24-ude',
      title: 'Udearealer: fælles drift på tværs af skel',
      kind: 'DECISION',
      tasks: ['coordination'],
      summary:
        'Udkast til aftale om græs, stier og snerydning, hvor kommune og boligorganisation støder op til hinanden.',
      recommendation: 'Kladde: Sekretariaterne indstiller, **at** aftalen prøves i ét område.',
      presenter: 'By- og Kulturforvaltningen',
      minutes: 30,
      involves: { 'by-og-kulturforvaltningen': { status: 'MISSING' } },
      tried: [
        {
          org: 'by-og-kulturforvaltningen',
          kroner: 150_000,
          organisational: 'Driftslaget dækker begge sider af skellet',
        },
        {
          org: 'arbejdernes-boligforening',
          kroner: 180_000,
          organisational: 'Driftslaget dækker begge sider af skellet',
        },
      ],
    },
    {
      key: 'j24-vinter',
      title: 'Fælles vinterberedskab',
      kind: 'DECISION',
      tasks: ['coordination'],
      summary: 'Udkast: ét vagtnummer og fælles køreplan for salt og sne.',
      recommendation: 'Kladde: Sekretariaterne indstiller, **at** beredskabet prøves én vinter.',
      presenter: 'Arbejdernes Boligforening',
      minutes: 20,
      tried: [{ org: 'arbejdernes-boligforening', kroner: 160_000 }],
    },
  ],
}

export const planned: DemoMeeting[] = [
  { key: 'j25', body: 'faelles-gruppe', days: 130, startsAt: '13:00', endsAt: '15:00', place: hall, items: [] },
  { key: 'j26', body: 'faelles-gruppe', days: 190, startsAt: '13:00', endsAt: '15:00', place: hojstrup, items: [] },
]

export const cancelled: DemoMeeting = {
  key: 'j27',
  body: 'faelles-gruppe',
  days: -48,
  startsAt: '13:00',
  endsAt: '14:00',
  place: fab,
  form: 'EXTRAORDINARY',
  note: 'Møde om ministeriets nye bekendtgørelse.',
  items: [],
}
