import type { Actor } from '../../../access/actor.ts'
import { pageSize, takePage, withQuery } from '../../../http/pages/paging.ts'
import { csvOf } from '../../../kernel/csv.ts'
import { longDay, shortMoment } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import type { EventLog } from './event-log.ts'
import { type EventFilter, nameOf, readEvents, readPeople, type ToldEvent } from './event-queries.ts'
import type { EventsQuery } from './forms.ts'
import { chosenKinds, kindGroups } from './kind-groups.ts'
import { eventPath, eventsPath } from './paths.ts'
import { readAbout } from './subjects.ts'

/** A file holds no more than so many, the newest. */
export const mostInFile = 1_000

export async function eventsPage(log: EventLog, actor: Actor, query: EventsQuery) {
  const faults = faultsIn(query)
  const about = readAbout(log, query.om)
  const found = faults.length > 0 ? [] : await readEvents(log, actor, filterOf(log, query), query.efter, pageSize + 1)
  const { rows, next } = takePage(found, event => ({ key: event.at, id: event.id }))
  const kept = keptOf(query)
  const isFiltered = Object.values(kept).some(value => value)
  return {
    title: 'Hændelser',
    crumbs: [{ text: 'Hændelser' }],
    faults,
    filters: {
      q: query.q ?? '',
      kind: query.type ?? '',
      kinds: kindGroups(log, actor),
      person: query.person ?? '',
      people: [
        { value: '', text: 'Alle' },
        { value: 'systemet', text: 'Systemet' },
        ...readPeople(actor).map(one => ({ value: String(one.id), text: `${one.name}, ${one.organisation}` })),
      ],
      days: [
        { name: 'fra', label: 'Fra', value: query.fra.typed, fault: faultAt(faults, 'fra') },
        { name: 'til', label: 'Til og med', value: query.til.typed, fault: faultAt(faults, 'til') },
      ],
      about: query.om ?? '',
    },
    about: query.om ? ((about && nameOf(log, actor, about)) ?? 'noget, der ikke findes') : null,
    aboutHref: query.om ? withQuery(eventsPath, { ...kept, om: null }) : null,
    isFiltered,
    isLater: query.efter !== null,
    firstHref: withQuery(eventsPath, kept),
    clearHref: eventsPath,
    rows: rows.map(row => rowModel(row)),
    nextHref: next ? withQuery(eventsPath, { ...kept, efter: next }) : null,
    csvHref: withQuery(`${eventsPath}.csv`, kept),
    csvHint: `Filen har højst de ${mostInFile.toLocaleString('da')} nyeste. Vælg dage for at hente ældre.`,
  }
}

const rowModel = ({ id, at, sentence, about, href }: ToldEvent) => ({
  href: eventPath(id),
  when: shortMoment(at),
  sentence,
  about,
  aboutHref: href,
})

/** The same events as a table for a spreadsheet. */
export async function eventsCsv(log: EventLog, actor: Actor, query: EventsQuery) {
  const rows = faultsIn(query).length > 0 ? [] : await readEvents(log, actor, filterOf(log, query), null, mostInFile)
  return {
    name: `haendelser-${actor.today}.csv`,
    content: csvOf(
      ['Tidspunkt', 'Hvem', 'Hændelse', 'Vedrører', 'Adresse'],
      rows.map(({ at, actor: who, sentence, about, href }) => [shortMoment(at), who, sentence, about, href ?? '']),
    ),
  }
}

function filterOf(log: EventLog, { q, type, person, om, fra, til }: EventsQuery): EventFilter {
  return {
    q,
    kinds: chosenKinds(log, type),
    person: personIn(person),
    // What is named wrongly is about nothing there is.
    about: om ? (readAbout(log, om) ?? { subject: 'cooperation', id: 0 }) : null,
    from: fra.day,
    to: til.day,
  }
}

function personIn(text: string | undefined): number | null | undefined {
  if (!text) return undefined
  return text === 'systemet' ? null : /^\d{1,9}$/.test(text) ? Number(text) : 0
}

const keptOf = ({ q, type, person, om, fra, til }: EventsQuery) => ({
  q,
  type,
  person,
  om,
  fra: fra.typed,
  til: til.typed,
})

const faultAt = (faults: readonly Objection[], field: string): string | null =>
  faults.find(fault => fault.field === field)?.sentence ?? null

/** All that is wrong with the days, at once. */
function faultsIn({ fra, til }: EventsQuery): Objection[] {
  const faults: Objection[] = []
  const told = 'Skriv datoen som dd.mm.åååå, fx 23.11.2026.'
  if (fra.typed !== '' && !fra.day) faults.push(objection(told, 'fra'))
  if (til.typed !== '' && !til.day) faults.push(objection(told, 'til'))
  if (fra.day && til.day && til.day < fra.day)
    faults.push(objection(`»Til og med« kan ikke ligge før den ${longDay(fra.day)}.`, 'til'))
  return faults
}
