import type { StatementState } from '../../features/strategy/standards/index.ts'
import type { PersonKey } from './types.ts'

/** An answer at a point, in the order of the points; last year's text with a choice of its own is confirmed. */
export type DemoAnswer = { state: StatementState; reason?: string; evidence?: string } | 'asLastYear'

export interface DemoStatement {
  organisation: string
  by: PersonKey
  /** Days after the round was opened. */
  after: number
  /** Fewer than the standard has points: it has not come further. */
  answers: DemoAnswer[]
}

/** A year's statements on a standard; all invented. */
export interface DemoRound {
  /** The standard's key in standards.ts. */
  standard: string
  /** The year: 0 is that of the latest rounds, -1 the one before. */
  year: 0 | -1
  /** Opened so many days from the demo's day. */
  days: number
  statements: DemoStatement[]
}

const full = (evidence = ''): DemoAnswer => ({ state: 'FULL', evidence })
const visits = full('Opgørelsen over tilbudte besøg er gennemgået i organisationsbestyrelsen.')
const material = full('Materialet er gennemgået i år og ligger på hjemmesiden.')
const contacts = full('Listen hænger i opgangene og står på afdelingernes sider.')
const given = (organisation: string, after: number, by = `underskriver.${organisation}`): DemoStatement => ({
  organisation,
  by,
  after,
  answers: [visits, material, contacts],
})
/** An association that its administrator answers for. */
const administered = (organisation: string, administrator: string, after: number): DemoStatement =>
  given(organisation, after, `underskriver.${administrator}`)

const again = (organisation: string, after: number, by = `underskriver.${organisation}`): DemoStatement => ({
  organisation,
  by,
  after,
  answers: ['asLastYear', 'asLastYear', 'asLastYear'],
})

/** Two associations never answered, one organisation deviates and says why, and one answered too late. */
const lastYear: DemoRound = {
  standard: 'velkomst',
  year: -1,
  days: -345,
  statements: [
    given('hoejstrup', 6),
    given('kristiansdal', 9),
    given('fab', 12),
    given('odense-andelsboligforening', 15),
    given('arbejdernes-boligforening', 20),
    {
      organisation: 'kollegieboligselskabet',
      by: 'underskriver.kollegieboligselskabet',
      after: 23,
      answers: [
        {
          state: 'PARTLY',
          reason:
            'Halvdelen af vores lejere flytter ind i august og september. Vi når ikke alle inden fire uger og holder i stedet fælles velkomstaftener.',
          evidence: 'Datoerne for velkomstaftenerne og antal deltagere.',
        },
        material,
        contacts,
      ],
    },
    administered('oesterbo', 'kristiansdal', 9),
    administered('dalum-bygge-og-boligforening', 'kristiansdal', 9),
    {
      organisation: 'postbudenes-alderdomshjem',
      by: 'underskriver.kristiansdal',
      after: 10,
      answers: [visits, { state: 'NOT_RELEVANT', reason: 'Ejendommen har få beboere, og alle taler dansk.' }, contacts],
    },
    administered('smede-og-maskinarbejderne', 'kristiansdal', 10),
    administered('lab-fyn', 'fab', 12),
    administered('socialt-boligbyggeri', 'hoejstrup', 6),
    administered('hedelundsparken', 'arbejdernes-boligforening', 20),
    administered('samvirke', 'boligkontoret-danmark', 30),
    administered('de-vanfoeres-boligselskab', 'boligkontoret-danmark', 30),
    administered('odense-social-filantropiske-boligselskab', 'domhusgaarden', 33),
    administered('borgernes-boligselskab', 'domhusgaarden', 33),
    administered('folkebo', 'domhusgaarden', 55),
  ],
}

/** About half have answered; one has begun, and one has changed an answer that it had given. */
const thisYear: DemoRound = {
  standard: 'velkomst',
  year: 0,
  days: -30,
  statements: [
    {
      organisation: 'kristiansdal',
      by: 'underskriver.kristiansdal',
      after: 4,
      answers: ['asLastYear', 'asLastYear', full('Listen er opdateret efter sammenlægningen af to afdelinger.')],
    },
    again('fab', 7),
    again('lab-fyn', 7, 'underskriver.fab'),
    {
      organisation: 'kollegieboligselskabet',
      by: 'underskriver.kollegieboligselskabet',
      after: 8,
      answers: ['asLastYear', 'asLastYear', 'asLastYear'],
    },
    {
      organisation: 'kollegieboligselskabet',
      by: 'underskriver.kollegieboligselskabet',
      after: 16,
      answers: [full('Vi har ansat en studentermedhjælper til besøgene i august og september.')],
    },
    again('odense-andelsboligforening', 11),
    again('oesterbo', 4, 'underskriver.kristiansdal'),
    again('dalum-bygge-og-boligforening', 4, 'underskriver.kristiansdal'),
    again('samvirke', 14, 'underskriver.boligkontoret-danmark'),
    {
      organisation: 'samvirke',
      by: 'underskriver.boligkontoret-danmark',
      after: 15,
      answers: [
        'asLastYear',
        {
          state: 'NOT',
          reason: 'Materialet er trukket tilbage, fordi oplysningerne om affald var forældede. Et nyt er på vej.',
        },
      ],
    },
    { organisation: 'hoejstrup', by: 'medlem.hoejstrup', after: 20, answers: ['asLastYear'] },
  ],
}

const evictions: DemoRound = {
  standard: 'udsaettelser',
  year: 0,
  days: -30,
  statements: [
    {
      organisation: 'social-og-arbejdsmarkedsforvaltningen',
      by: 'underskriver.social-og-arbejdsmarkedsforvaltningen',
      after: 10,
      answers: [
        { state: 'NOT_RELEVANT', reason: 'Punktet handler om boligorganisationernes egen kontakt.' },
        {
          state: 'PARTLY',
          reason: 'Fire ud af fem henvendelser er besvaret inden for fristen. I sommerferien gik det for langsomt.',
          evidence: 'Svartiderne for de seneste fire kvartaler.',
        },
        full('Referatet af gennemgangen i januar.'),
      ],
    },
    {
      organisation: 'fab',
      by: 'medlem.fab',
      after: 12,
      answers: [
        full('Kontakten noteres på sagen og gøres op hver måned.'),
        { state: 'NOT_RELEVANT', reason: 'Punktet handler om kommunens svartid.' },
        full('Referatet af gennemgangen i januar.'),
      ],
    },
  ],
}

export const rounds: DemoRound[] = [lastYear, thisYear, evictions]
