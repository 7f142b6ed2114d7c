import type { Changed } from './event-queries.ts'
import type { EventSubject } from './kinds.ts'

/**
 * What the facts are called on the subject's own page. Only what that page shows to everyone who may open it stands
 * here; a fact without a line is not told of.
 */
const fields: Partial<Record<EventSubject, Record<string, string>>> = {
  organisation: {
    name: 'Navn',
    shortName: 'Kort navn',
    kind: 'Type',
    from: 'Fra',
    about: 'Om organisationen',
    website: 'Websted',
  },
  administration: { from: 'Fra', to: 'Til og med' },
  body: {
    name: 'Navn',
    about: 'Om organet',
    from: 'Fra',
    noticeWorkdays: 'Varsel',
    proposalDeadlineWorkdays: 'Frist for punktforslag',
    quorumHousing: 'Beslutningsdygtighed for boligorganisationerne',
    quorumMunicipality: 'Beslutningsdygtighed for kommunen',
    objectionDays: 'Frist for indsigelser',
    consensusOfBothSides: 'Enighed mellem parterne',
    writtenProcedureAllowed: 'Skriftlig behandling',
  },
  case: { title: 'Titel', summary: 'Resumé', journalNumber: 'Journalnummer' },
  housingArea: { name: 'Navn', district: 'Bydel', to: 'Sidste dag' },
  subjectArea: { name: 'Navn', departmentId: 'Forvaltning', to: 'Sidste dag' },
  cooperation: {
    name: 'Navn',
    town: 'By',
    housing: 'Boligorganisationernes betegnelse',
    municipality: 'Kommunens betegnelse',
    contactName: 'Kontaktperson',
  },
}

/** The facts that an event changed, by name and never by value. */
export function changedFields(subject: EventSubject, { before, after }: Changed): string[] {
  const [was, is] = [factsIn(before), factsIn(after)]
  return Object.entries(fields[subject] ?? {}).flatMap(([key, name]) =>
    key in was && key in is && JSON.stringify(was[key]) !== JSON.stringify(is[key]) ? [name] : [],
  )
}

function factsIn(text: string | null): Record<string, unknown> {
  const found: unknown = text ? JSON.parse(text) : null
  return found !== null && typeof found === 'object' && !Array.isArray(found) ? (found as Record<string, unknown>) : {}
}
