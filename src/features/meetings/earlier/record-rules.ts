import { type Day, longDay } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import type { WrittenDate } from '../../../kernel/written-date.ts'

/** What is said of a document from before the portal. */
export interface RecordText {
  /** Null: none was written that can be read. */
  date: WrittenDate | null
  title: string
  /** What it decided. */
  text: string
  closed: boolean
  closedReason: string
  publicTitle: string
  /** It holds a shared position that still applies. */
  position: boolean
  positionUntil: Day | null
}

/**
 * All that is wrong with a document, each at its field.
 * @param recordedFrom from this day on the portal records what the cooperation treats
 * @param files how many files it has
 */
export const recordFaults = (record: RecordText, files: number, recordedFrom: Day): Objection[] => [
  ...dateFaults(record.date, recordedFrom),
  ...(record.title.trim() === '' ? [objection('Feltet »Titel« skal udfyldes.', 'title')] : []),
  ...contentFaults(record, files),
  ...positionFaults(record),
  ...closedFaults(record),
]

/** Of a month or a year its first day counts: it may well have been before. */
export function dateFaults(date: WrittenDate | null, recordedFrom: Day): Objection[] {
  if (date === null) return [objection('Skriv datoen som »14. marts 2011«, »marts 2011« eller »2011«.', 'date')]
  if (date.day < recordedFrom) return []
  return [
    objection(
      `Portalen fører samarbejdets møder fra den ${longDay(recordedFrom)}. Det, der er sket fra den dag, registreres som et møde.`,
      'date',
    ),
  ]
}

const contentFaults = ({ text, position }: RecordText, files: number): Objection[] => {
  if (text.trim() !== '') return []
  if (position) return [objection('Skriv, hvad den fælles holdning går ud på, når den stadig gælder.', 'text')]
  return files > 0 ? [] : [objection('Vedhæft dokumentet, eller skriv, hvad der blev besluttet.', 'fil')]
}

function positionFaults({ position, positionUntil, date }: RecordText): Objection[] {
  if (positionUntil === null) return []
  if (!position)
    return [
      objection('Sæt kryds ved »En fælles holdning, der stadig gælder«, eller lad datoen være tom.', 'positionUntil'),
    ]
  return date !== null && positionUntil < date.day
    ? [objection('Holdningen kan ikke ophøre, før den blev vedtaget.', 'positionUntil')]
    : []
}

export function closedFaults({
  closed,
  closedReason,
  publicTitle,
}: Pick<RecordText, 'closed' | 'closedReason' | 'publicTitle'>): Objection[] {
  if (!closed) return []
  return [
    ...(closedReason.trim() === ''
      ? [objection('Udfyld »Lukkegrund«: hvorfor dokumentet er lukket.', 'closedReason')]
      : []),
    ...(publicTitle.trim() === ''
      ? [objection('Udfyld »Offentlig titel«: den titel, andre ser i stedet.', 'publicTitle')]
      : []),
  ]
}

/** Whether a shared position from before the portal holds on a day. */
export const holdsOn = (
  { position, positionUntil }: { position: boolean; positionUntil: Day | null },
  on: Day,
): boolean => position && (positionUntil === null || positionUntil >= on)
