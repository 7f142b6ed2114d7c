import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import type { Column } from '../../../../http/pages/table.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { kronerInText } from '../../../../kernel/money.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { compareDanish, counted, plural, thousands } from '../../../../kernel/text.ts'
import { districtChoices, homeTypeNames, readPlaces } from '../../../ground/places/index.ts'
import { districtPath } from '../../../ground/places/paths.ts'
import type { EstimateVersion } from '../estimates/read-estimates.ts'
import { needTypeNames, optionsOf, statusNames, wholeTown } from '../labels.ts'
import { estimatePath, needCsvPath, needPath, newEstimatePath, vacanciesPath } from '../paths.ts'
import { active, needTabs } from '../tabs.ts'
import { countedYears, readVacancies, sumOfVacancies } from '../vacancies/read-vacancies.ts'
import type { NeedChoice } from './balance-rules.ts'
import { balanceText, heldCell } from './balance-text.ts'
import type { BalanceQuery } from './forms.ts'
import { type Balance, BalanceSheet, readBalance, type YearOfBalance, yearsAhead } from './read-balance.ts'

/** What is asked for, with the district that it means; one that there is none of is the whole town. */
function asked(actor: Actor, query: BalanceQuery) {
  const district = readPlaces(actor.database).districts.find(({ slug }) => slug === query.bydel)
  const choice: NeedChoice = { districtId: district?.id ?? null, type: query.type || 'all' }
  return { choice, district, place: district?.name ?? wholeTown }
}

/** R42: homes and need, year by year, with the estimates side by side. */
export function balancePage(actor: Actor, query: BalanceQuery) {
  const { choice, district, place } = asked(actor, query)
  const balance = readBalance(actor, choice)
  const ahead = yearsAhead(actor)
  // A year in which districts are told of: the first ahead.
  const year = query.aar === '' ? (yearsAhead(actor, 'districts')[0] ?? ahead[0] ?? null) : Number(query.aar)
  const heading = `Boligbehov: ${place}`
  return {
    title: heading,
    active,
    crumbs: [{ text: 'Boligbehov' }],
    ways: needTabs('balance'),
    heading,
    newHref: mayDo(actor, 'keepNeed') && balance.estimates.length === 0 ? newEstimatePath : null,
    filters: {
      ...{ action: needPath, label: 'Vælg sted og boligtype' },
      clearHref: query.bydel || query.type || query.aar ? needPath : null,
      fields: [
        {
          ...{ kind: 'select', name: 'bydel', label: 'Sted', value: district?.slug ?? '' },
          options: [{ value: '', text: wholeTown }, ...districtChoices(readPlaces(actor.database), actor.today)],
        },
        {
          ...{ kind: 'select', name: 'type', label: 'Boligtype', value: choice.type === 'all' ? '' : choice.type },
          options: optionsOf(needTypeNames).map(one => (one.value === 'all' ? { ...one, value: '' } : one)),
        },
        {
          ...{
            kind: 'select',
            name: 'aar',
            label: 'Bydelene sammenlignes i',
            value: year === null ? '' : String(year),
          },
          options: ahead.map(one => ({ value: String(one), text: String(one) })),
          shown: district === undefined && ahead.length > 1,
        },
      ],
    },
    none: balance.estimates.length === 0,
    columns: yearColumns(balance.estimates),
    rows: balance.years.map(yearLine),
    sources: balance.estimates.map(sourceLine),
    notes: notesOf(balance, place),
    vacancy: vacancyOf(actor, choice),
    districts: district === undefined && year !== null ? districtsIn(actor, choice, balance.estimates, year) : null,
    csvHref: withQuery(needCsvPath, { bydel: district?.slug ?? '', type: query.type, aar: query.aar }),
  }
}

const estimateColumns = (estimates: readonly EstimateVersion[]): Column[] =>
  estimates.map((row, at) => {
    const key = cellKey(at)
    return {
      ...{ text: `Behov: ${row.content.title}`, key, none: 'Ikke vurderet', soft: `${key}_soft` },
      tags: [{ key: `${key}_tag` }],
    }
  })

const yearColumns = (estimates: readonly EstimateVersion[]): Column[] => [
  { text: 'År', key: 'year', kind: 'head', tags: [{ key: 'now' }] },
  { text: 'Boliger ved årets udgang', key: 'homes', kind: 'number' },
  { text: 'Kommer til', key: 'added', kind: 'number', none: '–' },
  { text: 'Går fra', key: 'removed', kind: 'number', none: '–' },
  ...estimateColumns(estimates),
]

const yearLine = ({ year, ahead, homes, added, removed, held }: YearOfBalance, at: number, all: YearOfBalance[]) => ({
  year: String(year),
  now: ahead && !all[at - 1]?.ahead ? { text: 'I år', kind: 'info' as const } : null,
  ...{ homes: thousands(homes), added: added === 0 ? '' : thousands(added) },
  removed: removed === 0 ? '' : thousands(removed),
  ...cellsOf(held),
})

/** The estimates stand in one order in all tables of the page. */
const cellKey = (at: number): string => `estimate${at}`

const cellsOf = (held: YearOfBalance['held']): Record<string, unknown> =>
  Object.assign({}, ...held.map((one, at) => heldCell(one, cellKey(at))))

const sourceLine = ({ content, organisation, number, version }: EstimateVersion) => ({
  ...{ title: content.title, href: estimatePath(number), about: `Behovsvurdering ${number}, version ${version}` },
  ...{ organisation, status: statusNames[content.status], method: content.method, source: content.source },
})

function notesOf({ missing, left, years }: Balance, place: string): string[] {
  const partial = years.some(({ held }) =>
    held.some(one => one?.need.covers.every(({ districtId }) => districtId !== null) && place === wholeTown),
  )
  return [
    'Boliger i år, der er gået, er dem, afdelingerne havde ved årets udgang. Fra i år er det dagens boliger med det, der er planlagt eller besluttet. Det, der er gennemført, tæller med i afdelingens egne boliger.',
    partial
      ? 'Hvor en vurdering kun omfatter nogle af bydelene eller boligtyperne, holdes behovet kun op mod boligerne dér.'
      : '',
    missing > 0
      ? `Antallet af boliger er ikke oplyst for ${plural(missing, 'afdeling', 'afdelinger')}, og de er ikke talt med.`
      : '',
    left > 0 ? `${counted(left, 'ældre vurdering', 'ældre vurderinger')} er der ikke plads til her.` : '',
  ].filter(Boolean)
}

/** The last year's count of empty homes at the place: a town can lack homes where others stand empty. */
function vacancyOf(actor: Actor, { districtId, type }: NeedChoice) {
  const [year] = countedYears(actor.database)
  if (year === undefined) return null
  const rows = readVacancies(actor, year).filter(
    row => (districtId === null || row.districtId === districtId) && (type === 'all' || row.type === type),
  )
  const { vacant, loss, estates } = sumOfVacancies(rows)
  return {
    text:
      rows.length === 0
        ? `Ledige boliger er ikke opgjort her i ${year}.`
        : `Ledige boliger i ${year}: ${thousands(vacant)} i ${plural(estates, 'afdeling', 'afdelinger')}. Huslejetab: ${kronerInText(loss)}`,
    href: withQuery(vacanciesPath, { aar: year }),
  }
}

/** The districts beside each other in a year. */
function districtsIn(actor: Actor, choice: NeedChoice, estimates: readonly EstimateVersion[], year: number) {
  const sheet = new BalanceSheet(actor)
  const rows = readPlaces(actor.database)
    .districts.filter(row => !hasEnded(row, actor.today))
    .sort((one, other) => compareDanish(one.name, other.name))
    .map(district => {
      const own = { ...choice, districtId: district.id }
      const { homes } = sheet.flow(own, year)
      return {
        ...{ name: district.name, href: districtPath(district.slug), homes: thousands(homes) },
        now: thousands(sheet.flow(own, sheet.thisYear - 1).homes),
        ...cellsOf(estimates.map(row => sheet.held(row, own, year))),
      }
    })
  return {
    heading: `Bydelene ved udgangen af ${year}`,
    columns: [
      { text: 'Bydel', key: 'name', kind: 'head', href: 'href' },
      { text: `Boliger ved udgangen af ${sheet.thisYear - 1}`, key: 'now', kind: 'number' },
      { text: `Ventet ved udgangen af ${year}`, key: 'homes', kind: 'number' },
      ...estimateColumns(estimates),
    ] satisfies Column[],
    rows,
  }
}

/** Year by year as on the page, a line for each estimate: as spreadsheets take it. */
export function balanceCsv(actor: Actor, query: BalanceQuery): { name: string; content: Buffer } {
  const { choice, place } = asked(actor, query)
  const { estimates, years } = readBalance(actor, choice)
  const head = [
    ...[
      'Sted',
      'Boligtype',
      'År',
      'Boliger ved årets udgang',
      'Kommer til',
      'Går fra',
      'Vurdering',
      'Version',
      'Status',
    ],
    ...['Behov lavt', 'Behov mellem', 'Behov højt', 'Balance lavt', 'Balance mellem', 'Balance højt', 'Balance'],
  ]
  const type = choice.type === 'all' ? needTypeNames.all : homeTypeNames[choice.type].heading
  const lines = years.flatMap(({ year, homes, added, removed, held }) => {
    const own = [place, type, String(year), String(homes), String(added), String(removed)]
    const told = held.flatMap((one, at) => {
      const row = estimates[at]
      if (!one || !row) return []
      const { need, balance } = one
      return [
        [
          ...[...own, row.content.title, String(row.version), statusNames[row.content.status].text],
          ...[need.low, need.middle, need.high, balance.low, balance.middle, balance.high].map(String),
          balanceText(balance),
        ],
      ]
    })
    return told.length > 0 ? told : [[...own, ...Array<string>(head.length - own.length).fill('')]]
  })
  return { name: `boligbehov-${actor.today}.csv`, content: csvOf(head, lines) }
}
