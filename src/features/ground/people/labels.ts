import { plural } from '../../../kernel/text.ts'
import type { JudgedRow, Made, RowStatus } from './judged-row.ts'

/** In the order in which they are looked at: what has to be done something about comes first. */
export const statuses: Record<RowStatus, { text: string; kind: string; heading: string; about: string }> = {
  rejected: {
    text: 'Afvist',
    kind: 'danger',
    heading: 'Afviste rækker',
    about: 'Rækkerne gemmes ikke. Ret dem i filen, og indlæs den igen: Det, der er gemt i forvejen, ændres ikke.',
  },
  warned: {
    text: 'Advarsel',
    kind: 'warning',
    heading: 'Rækker med advarsel',
    about: 'Noget i rækkerne gemmes ikke. Resten gemmes.',
  },
  corrected: {
    text: 'Rettelse',
    kind: 'info',
    heading: 'Rettelser',
    about: 'Personerne er registreret i forvejen, og filen siger noget andet om dem.',
  },
  ready: { text: 'Klar', kind: 'success', heading: 'Klar til at blive gemt', about: '' },
  unchanged: {
    text: 'Uændret',
    kind: 'neutral',
    heading: 'Uændrede rækker',
    about: 'Det, rækkerne siger, er registreret i forvejen.',
  },
}

const made: Record<Made, [one: string, many: string]> = {
  person: ['person tilføjes', 'personer tilføjes'],
  correction: ['oplysning rettes', 'oplysninger rettes'],
  account: ['konto oprettes', 'konti oprettes'],
  seat: ['plads gives', 'pladser gives'],
  authorisation: ['bemyndigelse gives', 'bemyndigelser gives'],
}

/** »3 personer tilføjes«, »4 pladser gives«: what would be made, kind by kind. */
export function madeTexts(rows: readonly JudgedRow[]): string[] {
  const done = rows.flatMap(row => row.done)
  return (Object.keys(made) as Made[]).flatMap(kind => {
    const count = done.filter(one => one.made === kind).length
    return count === 0 ? [] : [plural(count, ...made[kind])]
  })
}
