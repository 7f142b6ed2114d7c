import type { Actor } from '../../../access/actor.ts'
import { inSecretariat, mayDo } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { csvOf } from '../../../kernel/csv.ts'
import { dayInRow, longDay, shortDay, weekdayOf, yearOf } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'
import { capitalised, plural } from '../../../kernel/text.ts'
import { meetingBodies } from '../../meetings/meetings/index.ts'
import { newMeetingPath, newSeriesPath } from '../../meetings/meetings/paths.ts'
import { drawWheel, figures } from './draw-wheel.ts'
import type { YearQuery } from './forms.ts'
import { dutiesPath, yearCsvPath, yearPath } from './paths.ts'
import { type EntryKind, type YearEntry, yearEntries } from './year-entries.ts'

const kindNames: Record<EntryKind, string> = {
  MEETING: 'Møde',
  DEADLINE: 'Frist',
  DUTY: 'Årlig opgave',
  HOLIDAY: 'Helligdag eller lukkedag',
}

const shownKinds: Record<Exclude<YearQuery['vis'], ''>, readonly EntryKind[]> = {
  moeder: ['MEETING'],
  frister: ['DEADLINE'],
  opgaver: ['DUTY'],
  helligdage: ['HOLIDAY'],
}

/** The year's wheel: drawn, and below it everything that it says as a list that can be narrowed. */
export function yearPage(actor: Actor, query: YearQuery) {
  const year = yearOfQuery(actor, query)
  const every = yearEntries(actor, year)
  const entries = narrowed(every, query)
  const bodies = meetingBodies(actor.database).filter(body => viewOf(actor).readsBody(body))
  const rings = bodies.filter(body => query.organ === '' || body.slug === query.organ)
  const kept = { aar: query.aar, organ: query.organ, vis: query.vis, q: query.q }
  const filtered = query.organ !== '' || query.vis !== '' || query.q !== ''
  const meetings = every.filter(({ kind, body }) => kind === 'MEETING' && rings.some(({ slug }) => slug === body))
  const duties = every.filter(({ kind }) => kind === 'DUTY')
  return {
    title: `Årshjul ${year}`,
    active: 'aarshjul',
    crumbs: [{ text: 'Årshjul' }],
    heading: `Årshjul ${year}`,
    year,
    lead: leadOf(meetings.filter(({ cancelled }) => !cancelled).length, duties.length),
    years: [year - 1, year + 1].map(other => ({
      text: String(other),
      href: withQuery(yearPath, { ...kept, aar: String(other) }),
    })),
    filters: {
      ...query,
      aar: String(year),
      years: [-2, -1, 0, 1, 2].map(more => ({
        value: String(yearOf(actor.today) + more),
        text: String(yearOf(actor.today) + more),
      })),
      bodies: [{ value: '', text: 'Alle' }, ...bodies.map(({ slug, name }) => ({ value: slug, text: name }))],
      kinds: [
        { value: '', text: 'Alt' },
        { value: 'moeder', text: 'Møder' },
        { value: 'frister', text: 'Frister' },
        { value: 'opgaver', text: 'Årlige opgaver' },
        { value: 'helligdage', text: 'Helligdage og lukkedage' },
      ],
    },
    clearHref: filtered ? withQuery(yearPath, { aar: String(year) }) : null,
    csvHref: withQuery(yearCsvPath, { ...kept, aar: String(year) }),
    newSeriesHref: inSecretariat(actor, null) ? newSeriesPath : null,
    newMeetingHref: inSecretariat(actor, null) ? newMeetingPath : null,
    dutiesHref: mayDo(actor, 'prepareTexts') ? dutiesPath : null,
    wheel: drawWheel(year, {
      rings: rings.length,
      meetings: meetings.map(({ day, body, cancelled }) => ({
        day,
        cancelled,
        ring: rings.findIndex(({ slug }) => slug === body),
      })),
      duties: duties.map(({ day, to }, at) => ({ day, to, number: at + 1 })),
      today: actor.today,
    }),
    legend: rings.map(({ name }, ring) => ({ name, d: figures[ring % figures.length] ?? '', ring })),
    dutyLegend: duties.map((entry, at) => ({
      number: at + 1,
      title: entry.title,
      when: whenText(entry),
      href: entry.href,
    })),
    months: monthsOf(entries),
    nothing: entries.length === 0,
  }
}

/** The same as a table that spreadsheets read. */
export function yearCsv(actor: Actor, query: YearQuery): { year: number; content: Buffer } {
  const year = yearOfQuery(actor, query)
  const rows = narrowed(yearEntries(actor, year), query).map(entry => [
    shortDay(entry.day),
    entry.to === entry.day ? '' : shortDay(entry.to),
    weekdayOf(entry.day),
    kindNames[entry.kind],
    entry.bodyName,
    entry.title,
    entry.about,
    entry.cancelled ? 'Aflyst' : '',
    entry.notes.join('. '),
  ])
  const head = ['Dato', 'Til og med', 'Ugedag', 'Type', 'Organ', 'Hvad', 'Om', 'Status', 'Bemærk']
  return { year, content: csvOf(head, rows) }
}

const yearOfQuery = (actor: Actor, { aar }: YearQuery): number => (aar === '' ? yearOf(actor.today) : Number(aar))

function narrowed(entries: readonly YearEntry[], { organ, vis, q }: YearQuery): YearEntry[] {
  const words = fold(q).split(/\s+/).filter(Boolean)
  return entries.filter(entry => {
    if (organ !== '' && entry.body !== organ) return false
    if (vis !== '' && !shownKinds[vis].includes(entry.kind)) return false
    const said = fold(`${entry.title} ${entry.about} ${entry.bodyName}`)
    return words.every(word => said.includes(word))
  })
}

const leadOf = (meetings: number, duties: number): string =>
  `${plural(meetings, 'møde', 'møder')} og ${plural(duties, 'årlig opgave', 'årlige opgaver')}. Fristerne er regnet efter den forretningsorden, der gælder på mødedagen.`

const whenText = ({ day, to }: YearEntry): string => (day === to ? longDay(day) : `${longDay(day)} til ${longDay(to)}`)

/** What a month has, as a table; a month without anything is left out. */
function monthsOf(entries: readonly YearEntry[]) {
  const months = new Map<string, YearEntry[]>()
  for (const entry of entries) {
    const month = entry.day.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), entry])
  }
  return [...months].map(([month, those]) => ({
    id: `maaned-${month}`,
    heading: capitalised(longDay(dayInRow(`${month}-01`)).replace(/^1\. /, '')),
    rows: those.map(lineOf),
  }))
}

const lineOf = (entry: YearEntry) => ({
  date: `${weekdayOf(entry.day)} ${shortDay(entry.day)}`,
  until: entry.to === entry.day ? '' : `til og med ${shortDay(entry.to)}`,
  kind: kindNames[entry.kind],
  title: entry.title,
  href: entry.href,
  about: entry.about,
  body: entry.bodyName,
  cancelled: entry.cancelled,
  note: entry.notes.length > 0 ? entry.notes.join('. ') : null,
  seriesHref: entry.seriesHref,
  seriesAbout: `som mødet den ${longDay(entry.day)} hører til`,
})
