import { writtenDay } from '../../../kernel/days.ts'
import type { Proposed } from './proposed.ts'

/** What was proposed, as it stands in the form's fields. */
export const typedFrom = ({
  date,
  rhythm,
  departments,
  organisations,
  ...texts
}: Proposed): Record<string, unknown> => ({
  ...texts,
  ...(date ? { date: writtenDay(date.day, date.precision) } : {}),
  ...(rhythm
    ? {
        firstYear: rhythm.firstYear === null ? '' : String(rhythm.firstYear),
        everyYears: rhythm.everyYears === null ? '' : String(rhythm.everyYears),
        section: rhythm.section,
      }
    : {}),
  departments: (departments ?? []).map(({ name, subjectAreas }) => ({ name, subjectAreas: subjectAreas.join('\n') })),
  organisations: (organisations ?? []).map(({ name, kind, associations }) => ({
    name,
    kind,
    associations: associations.join('\n'),
  })),
})
