import type { DemoItem, DemoMeeting, OutcomeKey, TaskKey } from './types.ts'

/** What a side prepares inside its own strategy group and secretariat: short items, no decisions with consequences. */

interface Point {
  title: string
  task: TaskKey
  case?: string
  summary: string
  text: string
  minuted: string
  outcome?: OutcomeKey
}

function meeting(body: string, key: string, days: number, place: string, points: Point[]): DemoMeeting {
  return {
    key,
    body,
    days,
    startsAt: '10:00',
    endsAt: '11:30',
    place,
    items: points.map((point, at) => itemOf(key, point, at)),
  }
}

function itemOf(key: string, point: Point, at: number): DemoItem {
  return {
    key: `${key}-${at + 1}`,
    title: point.title,
    kind: point.outcome === 'NOTED' ? 'INFORMATION' : 'DISCUSSION',
    tasks: [point.task],
    case: point.case,
    summary: point.summary,
    presentation: point.text,
    minutes: 30,
    minuted: point.minuted,
    outcome: point.outcome ?? 'DISCUSSED',
  }
}

const housingPlace = 'Boligforeningen Kristiansdal, mødelokalet'
const municipalPlace = 'Odense Rådhus, mødelokale 5'

export const housingStrategy: DemoMeeting[] = [
  meeting('strategigruppe-bolig', 'sb1', -985, housingPlace, [
    {
      title: 'Vollsmose: boligorganisationernes andel af medfinansieringen',
      task: 'strategy',
      case: 'vollsmose',
      summary: 'Fordeling mellem FAB og Højstrup før det fælles møde.',
      text: 'FAB og Højstrup fordeler efter antal boliger i området. De øvrige organisationer bidrager med erfaringer.',
      minuted: 'Strategigruppen tilsluttede sig fordelingen, og at repræsentanterne tiltræder.',
    },
    {
      title: 'Fleksibel udlejning: fælles standpunkt',
      task: 'strategy',
      case: 'udlejning',
      summary: 'Hvor langt kan organisationerne gå mod ens kriterier?',
      text: 'De fleste kan gå ned på 20 timer om ugen. De administrerede foreninger skal spørges hver for sig.',
      minuted: 'Standpunktet er 20 timer. Repræsentanterne tager det med til det fælles møde.',
    },
  ]),
  meeting('strategigruppe-bolig', 'sb2', -795, housingPlace, [
    {
      title: 'Aftale om boligsocial anvisning: bestyrelsernes bekymringer',
      task: 'strategy',
      case: 'anvisning',
      summary: 'Tre bestyrelser frygter, at grupperne bliver for grove.',
      text: 'Årlig opgørelse og mulighed for at skifte gruppe bør stå i aftalen.',
      minuted: 'Kravet om årlig opgørelse tages med til forhandlingen.',
    },
    {
      title: 'Kursus for nyvalgte: hvem underviser?',
      task: 'professionalDevelopment',
      case: 'beboerdemokrati',
      summary: 'Fordeling af aftenerne mellem organisationerne.',
      text: 'Økonomiaftenen tages af FAB, rollefordelingen af Højstrup og beboermødet af Arbejdernes Boligforening.',
      minuted: 'Fordelingen blev aftalt.',
    },
  ]),
  meeting('strategigruppe-bolig', 'sb3', -540, housingPlace, [
    {
      title: 'Høringssvar om almenboligloven',
      task: 'strategy',
      case: 'hoering',
      summary: 'Organisationerne er enige om det meste, men ikke om afsnittet om salg.',
      text: 'Kristiansdal ønsker et tydeligere nej til salg. De øvrige finder, at det hører til i sektorens eget svar.',
      minuted: 'Kristiansdal kan få sin holdning tilført protokollen på det fælles møde.',
    },
  ]),
  meeting('strategigruppe-bolig', 'sb4', -230, housingPlace, [
    {
      title: 'Midlertidigt mødested: hvad kan bestyrelserne bære?',
      task: 'strategy',
      case: 'vollsmose',
      summary: 'Beløbene ligger over repræsentanternes mandat.',
      text: 'FAB og Højstrup forelægger sagen for bestyrelserne, når gruppen har tiltrådt med forbehold.',
      minuted: 'Repræsentanterne tiltræder med forbehold.',
    },
    {
      title: 'Klubkontingent sammen med huslejen',
      task: 'coordination',
      summary: 'Forslaget kommer fra Børn- og Ungeforvaltningen.',
      text: 'Husleje og andre krav bør holdes adskilt, både juridisk og af hensyn til lejeren.',
      minuted: 'Strategigruppen støtter ikke forslaget.',
    },
  ]),
  meeting('strategigruppe-bolig', 'sb5', -40, housingPlace, [
    {
      title: 'Jobcafeer: fælles drift og medarbejdernes vilkår',
      task: 'coordination',
      case: 'beskaeftigelse',
      summary: 'Oplæg til det fælles møde.',
      text: 'Organisationerne ønsker, at de frivillige fortsat har en lokal kontakt, og at aftenåbningen i Rising bevares.',
      minuted: 'Ønskerne tages med til det fælles møde.',
    },
  ]),
]

export const municipalStrategy: DemoMeeting[] = [
  meeting('strategigruppe-kommune', 'sk1', -990, municipalPlace, [
    {
      title: 'Vollsmose: kommunens andel og bemanding',
      task: 'strategy',
      case: 'vollsmose',
      summary: 'Jobvejledere på fast plads i området.',
      text: 'Social- og Arbejdsmarkedsforvaltningen kan flytte to medarbejdere uden merudgift.',
      minuted: 'Kommunens strategigruppe tilsluttede sig. Byrådet orienteres.',
    },
  ]),
  meeting('strategigruppe-kommune', 'sk2', -800, municipalPlace, [
    {
      title: 'Boligsocial anvisning: hensyn til borgere med handicap',
      task: 'strategy',
      case: 'anvisning',
      summary: 'Tilgængelige boliger bør holdes uden for fordelingen.',
      text: 'Ældre- og Handicapforvaltningen anviser omkring 40 boliger om året, som ikke kan erstattes af andre.',
      minuted: 'Hensynet skrives ind i kommunens oplæg.',
    },
    {
      title: 'Opsøgende ungeindsats: forankring',
      task: 'coordination',
      case: 'unge',
      summary: 'Ansættelse i Social- og Arbejdsmarkedsforvaltningen med plads i områderne.',
      text: 'Børn- og Ungeforvaltningen ønsker faste møder mellem klubberne og de opsøgende medarbejdere.',
      minuted: 'Møderne aftales hver anden uge.',
    },
  ]),
  meeting('strategigruppe-kommune', 'sk3', -545, municipalPlace, [
    {
      title: 'Fælles nøgletal: hvem leverer hvad?',
      task: 'strategy',
      case: 'data',
      summary: 'Borgmesterforvaltningen samler tallene fra fem forvaltninger.',
      text: 'Forvaltningerne leverer to gange om året. Diskretionering sker ét sted.',
      minuted: 'Arbejdsdelingen blev aftalt.',
    },
  ]),
  meeting('strategigruppe-kommune', 'sk4', -235, municipalPlace, [
    {
      title: 'Midlertidigt mødested: finansiering på kommunens side',
      task: 'strategy',
      case: 'vollsmose',
      summary: 'Tillægsmandatet fra byrådet dækker kommunens andel.',
      text: 'By- og Kulturforvaltningen står for byggetilladelse og brandgodkendelse.',
      minuted: 'Kommunens andel er dækket. Byggetilladelsen er kritisk for tidsplanen.',
    },
  ]),
  meeting('strategigruppe-kommune', 'sk5', -42, municipalPlace, [
    {
      title: 'Jobcafeer: koordinatorens placering',
      task: 'coordination',
      case: 'beskaeftigelse',
      summary: 'Ansættelse i jobcentret, base i Korsløkkeparken.',
      text: 'Forvaltningen ønsker én leder for de fire cafeer.',
      minuted: 'Kommunens strategigruppe tilsluttede sig.',
    },
  ]),
]

export const secretariats: DemoMeeting[] = [
  meeting('sekretariat-bolig', 'tb1', -120, housingPlace, [
    {
      title: 'Materiale til efterårets møder',
      task: 'coordination',
      summary: 'Hvem skriver hvilke sagsfremstillinger?',
      text: 'Kombineret udlejning skrives sammen med By- og Kulturforvaltningen.',
      minuted: 'Opgaverne blev fordelt.',
    },
  ]),
  meeting('sekretariat-bolig', 'tb2', -28, housingPlace, [
    {
      title: 'Mandater, der udløber',
      task: 'strategy',
      summary: 'Gennemgang af organisationernes mandater for næste år.',
      text: 'Alle mandatansvarlige får en påmindelse. Korsløkkeparken udløber først.',
      minuted: 'Påmindelser sendes.',
    },
  ]),
  meeting('sekretariat-kommune', 'tk1', -118, municipalPlace, [
    {
      title: 'Nøgletalsrapport: tidsplan',
      task: 'strategy',
      case: 'data',
      summary: 'Levering fra forvaltningerne og samlet udgave.',
      text: 'Rapporten skal være klar ti hverdage før gruppens møde.',
      minuted: 'Tidsplanen blev aftalt.',
    },
  ]),
  meeting('sekretariat-kommune', 'tk2', -27, municipalPlace, [
    {
      title: 'Opfølgningspunkter, der er over fristen',
      task: 'coordination',
      summary: 'Tre opfølgninger er ikke meldt færdige.',
      text: 'De ansvarlige kontaktes før næste fælles møde.',
      minuted: 'Kontakt er fordelt mellem medarbejderne.',
    },
  ]),
]

export const sidePlanned: DemoMeeting[] = [
  { ...meeting('strategigruppe-bolig', 'sb6', 35, housingPlace, []) },
  { ...meeting('strategigruppe-kommune', 'sk6', 33, municipalPlace, []) },
  { ...meeting('sekretariat-bolig', 'tb3', 14, housingPlace, []) },
  { ...meeting('sekretariat-kommune', 'tk3', 15, municipalPlace, []) },
]
