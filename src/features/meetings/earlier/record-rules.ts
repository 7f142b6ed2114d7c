import { type Day, longDay } from '../../../kernel/days.ts'
import type { WrittenDate } from '../../../kernel/written-date.ts'
import { type Fault, fault } from '../../ground/parties/index.ts'

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
export const recordFaults = (record: RecordText, files: number, recordedFrom: Day): Fault[] => [
  ...dateFaults(record.date, recordedFrom),
  ...(record.title.trim() === '' ? [fault('title', 'Feltet »Titel« skal udfyldes.')] : []),
  ...contentFaults(record, files),
  ...positionFaults(record),
  ...closedFaults(record),
]

/** Of a month or a year its first day counts: it may well have been before. */
export function dateFaults(date: WrittenDate | null, recordedFrom: Day): Fault[] {
  if (date === null) return [fault('date', 'Skriv datoen som »14. marts 2011«, »marts 2011« eller »2011«.')]
  if (date.day < recordedFrom) return []
  return [
    fault(
      'date',
      `Portalen fører samarbejdets møder fra den ${longDay(recordedFrom)}. Det, der er sket fra den dag, registreres som et møde.`,
    ),
  ]
}

const contentFaults = ({ text, position }: RecordText, files: number): Fault[] => {
  if (text.trim() !== '') return []
  if (position) return [fault('text', 'Skriv, hvad den fælles holdning går ud på, når den stadig gælder.')]
  return files > 0 ? [] : [fault('fil', 'Vedhæft dokumentet, eller skriv, hvad der blev besluttet.')]
}

function positionFaults({ position, positionUntil, date }: RecordText): Fault[] {
  if (positionUntil === null) return []
  if (!position)
    return [fault('positionUntil', 'Sæt kryds ved »En fælles holdning, der stadig gælder«, eller lad datoen være tom.')]
  return date !== null && positionUntil < date.day
    ? [fault('positionUntil', 'Holdningen kan ikke ophøre, før den blev vedtaget.')]
    : []
}

export function closedFaults({
  closed,
  closedReason,
  publicTitle,
}: Pick<RecordText, 'closed' | 'closedReason' | 'publicTitle'>): Fault[] {
  if (!closed) return []
  return [
    ...(closedReason.trim() === ''
      ? [fault('closedReason', 'Udfyld »Lukkegrund«: hvorfor dokumentet er lukket.')]
      : []),
    ...(publicTitle.trim() === ''
      ? [fault('publicTitle', 'Udfyld »Offentlig titel«: den titel, andre ser i stedet.')]
      : []),
  ]
}

/** Whether a shared position from before the portal holds on a day. */
export const holdsOn = (
  { position, positionUntil }: { position: boolean | 0 | 1; positionUntil: Day | null },
  on: Day,
): boolean => Boolean(position) && (positionUntil === null || positionUntil >= on)
