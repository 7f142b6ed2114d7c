import type { SeatRole } from '../../../access/actor.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'
import { listDanish } from '../../../kernel/text.ts'
import { isPlausible, readDay } from '../../../kernel/written-day.ts'
import { accountEmail } from '../accounts/index.ts'
import { type AuthorisationKind, personFields, seatRoleNames } from '../parties/index.ts'
import type { Remark as RemarkOf } from '../table-import/index.ts'
import { type Column, columnNames } from './columns.ts'
import type { FileRow } from './read-file.ts'

type Remark = RemarkOf<Column>

/** A row as it can be asked about: names are still names. */
export interface RowValues {
  name: string
  title: string | null
  email: string | null
  phone: string | null
  organisation: string
  account: boolean
  body: string
  role: SeatRole | null
  substituteFor: string
  from: Day | null
  to: Day | null
  appointedBy: string
  appointedAt: string
  authorisations: AuthorisationKind[]
  authorisedFor: string
  sourceBody: string
  sourceDay: Day | null
  sourceDocument: string
}

/** What a row says, and what cannot be read in it, all at once. */
export function valuesOf(row: FileRow): { values: RowValues; faults: Remark[] } {
  const faults: Remark[] = []
  const told = (column: Column) => row.told(column)
  const read = <Value>(column: Column, ask: (text: string) => Value | Fault): Value | null => {
    const found = ask(told(column))
    if (!(found instanceof Fault)) return found
    faults.push({ column, reason: found.reason })
    return null
  }
  const shorter = (most: number) => (text: string) =>
    text.length > most ? new Fault(`Skriv højst ${most} tegn.`) : text
  const values: RowValues = {
    name: read('name', fieldOf('name')) ?? '',
    title: read('title', fieldOf('title')),
    email: read('email', fieldOf('email')),
    phone: read('phone', fieldOf('phone')),
    organisation: told('organisation'),
    account: read('account', yesOrNo) ?? false,
    body: told('body'),
    role: read('role', roleIn),
    substituteFor: told('substituteFor'),
    from: read('from', dayIn),
    to: read('to', dayIn),
    appointedBy: told('appointedBy'),
    appointedAt: read('appointedAt', shorter(300)) ?? '',
    authorisations: read('authorisation', authorisationsIn) ?? [],
    authorisedFor: told('authorisedFor'),
    sourceBody: read('sourceBody', shorter(160)) ?? '',
    sourceDay: read('sourceDay', dayIn),
    sourceDocument: read('sourceDocument', shorter(300)) ?? '',
  }
  const failed = (column: Column) => faults.some(fault => fault.column === column)
  const lack = (missing: Column, reason: string) => failed(missing) || faults.push({ column: missing, reason })
  if (values.account && values.email !== null && !accountEmail.safeParse(values.email).success)
    lack('email', 'Skriv en e-mailadresse, som personen kan logge ind med, fx navn@kommune.dk.')
  const seat: Column[] = ['role', 'substituteFor', 'to', 'appointedBy', 'appointedAt']
  if (values.body === '' && seat.some(column => told(column) !== ''))
    lack('body', 'Skriv det organ, personen udpeges til, eller lad de andre felter om pladsen være tomme.')
  const source: Column[] = ['authorisedFor', 'sourceBody', 'sourceDay', 'sourceDocument']
  if (told('authorisation') === '' && source.some(column => told(column) !== ''))
    lack('authorisation', 'Skriv bemyndigelsen, eller lad de andre felter om den være tomme.')
  if (values.from && values.body === '' && told('authorisation') === '')
    lack('body', 'Datoen hører til en plads eller en bemyndigelse. Skriv organet eller bemyndigelsen.')
  return { values, faults: faults.sort((one, other) => order(one) - order(other)) }
}

const order = ({ column }: Remark): number => columnNames.indexOf(column)

class Fault {
  readonly reason: string
  constructor(reason: string) {
    this.reason = reason
  }
}

/** What the form on an organisation's page asks of the field. */
const fieldOf =
  <Name extends keyof typeof personFields>(name: Name) =>
  (text: string) => {
    const parsed = personFields[name].safeParse(text)
    return parsed.success ? parsed.data : new Fault(parsed.error.issues[0]?.message ?? '')
  }

function yesOrNo(text: string): boolean | Fault {
  const typed = fold(text)
  if (['', 'nej', 'n', '0', '-', 'no', 'falsk', 'false'].includes(typed)) return false
  return ['ja', 'j', 'x', '1', 'yes', 'sand', 'true'].includes(typed) || new Fault('Skriv ja eller nej.')
}

const roleWords: Record<SeatRole, readonly string[]> = {
  CHAIR: ['formand', 'forkvinde', 'forperson', 'formaend'],
  VICE_CHAIR: ['naestformand', 'naestforkvinde', 'naestforperson', 'viceformand'],
  MEMBER: ['medlem', 'menigt medlem', 'ordinaert medlem'],
  SUBSTITUTE: ['suppleant', 'stedfortraeder'],
  SECRETARY: ['sekretaer'],
}

function roleIn(text: string): SeatRole | null | Fault {
  if (text === '') return null
  const sought = fold(text)
  const found = Object.entries(roleWords).find(([, words]) => words.includes(sought))
  return found
    ? (found[0] as SeatRole)
    : new Fault(`Skriv en af rollerne ${listDanish(Object.values(seatRoleNames).map(name => name.toLowerCase()))}.`)
}

function dayIn(text: string): Day | null | Fault {
  if (text === '') return null
  const found = readDay(text)
  if (found === null) return new Fault('Skriv datoen som dd.mm.åååå, fx 23.11.2026.')
  return isPlausible(found) ? found : new Fault('Skriv en dato mellem 1900 og 2199, fx 23.11.2026.')
}

function authorisationsIn(text: string): AuthorisationKind[] | Fault {
  const parts = fold(text)
    .split(/[,/+&;]|\bog\b/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const found = parts.map(part => {
    if (part === 'begge') return ['MANDATE_KEEPER', 'SIGNATORY'] as const
    if (/^mandat(ansvarlig|haver|er)?e?$/.test(part)) return ['MANDATE_KEEPER'] as const
    return /^underskri(ver|ft|ft?sberettiget)e?$/.test(part) ? (['SIGNATORY'] as const) : []
  })
  if (found.some(kinds => kinds.length === 0))
    return new Fault('Skriv mandatansvarlig, underskriftsberettiget eller begge.')
  return [...new Set(found.flat())]
}

/** »fra den 1. december 2026« */
export const sinceText = (from: Day): string => `fra den ${longDay(from)}`
