import type { DemoCase } from './types.ts'

/** What is negotiated. All of it is invented; the areas and their names are Odense's. */
export const cases: DemoCase[] = [
  {
    key: 'vollsmose',
    title: 'Helhedsplan for Vollsmose',
    summary:
      'Den boligsociale helhedsplan for Vollsmose følges fra ansøgning til drift: indsatser, medfinansiering og samspillet med den fysiske omdannelse.',
    journalNumber: '03.11.00-P20-14',
  },
  {
    key: 'korsloekke',
    title: 'Boligsocial helhedsplan for Korsløkkeparken',
    summary:
      'Forlængelse af den boligsociale indsats i Korsløkkeparken, efter at området er kommet af den statslige liste, og gradvis overgang til almindelig drift.',
  },
  {
    key: 'rising',
    title: 'Rising og Solbakken: forankring efter helhedsplanen',
    summary:
      'Hvad der skal leve videre, når helhedsplanen for Påskeløkken, Solbakken, Riisingparken og Smedeløkken udløber, og hvem der driver det.',
  },
  {
    key: 'udlejning',
    title: 'Fælles udlejningspraksis og fleksibel udlejning',
    summary:
      'Ens kriterier for fleksibel udlejning på tværs af boligorganisationerne, aftaler med kommunen og årlig opgørelse af virkningen.',
    journalNumber: '03.10.12-P27-3',
  },
  {
    key: 'anvisning',
    title: 'Aftale om boligsocial anvisning',
    summary:
      'Fordelingen af de boliger, som kommunen anviser til, så de mest belastede afdelinger skånes, og så borgere i akut bolignød hjælpes hurtigt.',
    journalNumber: '03.25.00-A00-2',
  },
  {
    key: 'tryghed',
    title: 'Tryghed og forebyggelse i boligområderne',
    summary: 'Fælles tryghedsmåling, tryghedsvandringer og en fast vej fra bekymring til handling sammen med politiet.',
  },
  {
    key: 'beskaeftigelse',
    title: 'Beskæftigelse: fra boligområde til arbejdsplads',
    summary:
      'Jobvejledning tæt på, hvor folk bor, sociale klausuler i renoveringssager og samspillet mellem jobcentret og de boligsociale medarbejdere.',
  },
  {
    key: 'beboerdemokrati',
    title: 'Styrket beboerdemokrati',
    summary: 'Flere beboere i afdelingsbestyrelser, bedre mødeform og uddannelse af nye bestyrelsesmedlemmer.',
  },
  {
    key: 'data',
    title: 'Datadeling og fælles nøgletal',
    summary:
      'Hvilke oplysninger parterne udveksler, i hvilken form og med hvilken diskretionering, så begge parter ser de samme tal om områderne.',
  },
  {
    key: 'konference',
    title: 'Boligsocial konference',
    summary: 'En årlig konference for ansatte og beboervalgte: tema, program, økonomi og evaluering.',
  },
  {
    key: 'familieboliger',
    title: 'Behovet for almene familieboliger',
    summary:
      'Vurdering af behovet for familieboliger fordelt på bydele, størrelser og husleje, som grundlag for kommunens boligpolitik.',
  },
  {
    key: 'unge',
    title: 'Unge uden job og uddannelse',
    summary: 'Opsøgende ungeindsats, fritidsjob og overgangen fra skole til ungdomsuddannelse i udvalgte boligområder.',
  },
  {
    key: 'genhusning',
    title: 'Genhusning ved omdannelse og renovering',
    summary: 'Fælles principper og praksis for genhusning, når boliger rives ned eller renoveres.',
  },
  {
    key: 'boern',
    title: 'Tidlig indsats for børn og familier',
    summary: 'Dagtilbud, sundhedspleje og familierådgivning i boligområderne, og hvem der følger op på hvad.',
  },
  {
    key: 'hoering',
    title: 'Høringssvar om ændring af almenboligloven',
    summary: 'Parternes fælles svar på ministeriets udkast om forebyggelsesområder og udlejningsredskaber.',
  },
  {
    key: 'udsaettelser',
    title: 'Forebyggelse af udsættelser',
    summary:
      'Tidlig kontakt ved huslejerestance, fælles arbejdsgang mellem udlejning og socialrådgivere og opgørelse af sager.',
  },
  {
    key: 'aeldre',
    title: 'Ældre i almene boliger',
    summary: 'Tilgængelighed, ensomhed og fællesskaber i afdelinger med mange ældre beboere.',
  },
  {
    key: 'grund',
    title: 'Køb af areal ved Ejbygade',
    summary: 'Forhandling om et areal til almene familieboliger.',
  },
]
