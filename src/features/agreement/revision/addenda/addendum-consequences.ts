import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { addDays, type Day, longDay } from '../../../../kernel/days.ts'
import { isOnSql } from '../../../../kernel/periods.ts'
import { bodyInSentence } from '../../../../kernel/text.ts'
import { bodyPath } from '../../../ground/bodies/paths.ts'
import type { AddendumKind } from '../../../ground/parties/index.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import { revisionPath } from '../paths.ts'

const placeRow = rowsOf({
  id: column.number,
  slug: column.text,
  name: column.text,
  side: column.oneOf<'HOUSING' | 'MUNICIPALITY'>(),
  from: column.day,
  to: column.orNull(column.day),
})
type Place = RowOf<typeof placeRow>

/** What an addendum that all have signed leads to; not done yet: it is somebody's to do, and the link says where. */
export interface Consequence {
  text: string
  href: string
  done: boolean
}

/**
 * R4: what follows of an organisation's joining or leaving from a day on. That it must sign new versions, or no longer,
 * follows by itself; seats, administrations and periods are given and ended by those whose they are.
 */
export function consequencesOf(
  db: Database,
  { kind, organisationId }: { kind: AddendumKind; organisationId: number },
  from: Day,
): Consequence[] {
  const place = db.sql.get(
    placeRow,
    'SELECT id, slug, name, side, "from", "to" FROM Organisation WHERE id = ?',
    organisationId,
  )
  if (!place) return []
  return kind === 'WITHDRAWAL' ? ofLeaving(db, place, from) : ofJoining(db, place, from)
}

const seatRow = rowsOf({
  person: column.text,
  body: column.text,
  slug: column.text,
})

const associationRow = rowsOf({
  name: column.text,
  slug: column.text,
})

function ofLeaving(db: Database, { id, slug, name, to }: Place, from: Day): Consequence[] {
  const last = addDays(from, -1)
  const seats = db.sql.all(
    seatRow,
    `SELECT p.name AS person, b.name AS body, b.slug FROM Seat s JOIN Body b ON b.id = s.bodyId JOIN Person p ON p.id = s.personId
     WHERE s.organisationId = ? AND s."from" <= ? AND (s."to" IS NULL OR s."to" > ?) ORDER BY b.id, p.name`,
    id,
    last,
    last,
  )
  const associations = db.sql.all(
    associationRow,
    `SELECT o.name, o.slug FROM Administration a JOIN Organisation o ON o.id = a.associationId
     WHERE a.administratorId = ? AND a."from" <= ? AND (a."to" IS NULL OR a."to" > ?) ORDER BY o.position`,
    id,
    last,
    last,
  )
  return [
    { text: `${name} skal ikke underskrive nye versioner af aftalen`, href: revisionPath, done: true },
    ...seats.map(seat => ({
      text: `Afslut udpegningen af ${seat.person} i ${bodyInSentence(seat.body)} senest den ${longDay(last)}`,
      href: bodyPath(seat.slug),
      done: false,
    })),
    ...associations.map(association => ({
      text: `Afgør, hvem der skal administrere ${association.name}`,
      href: organisationPath(association.slug),
      done: false,
    })),
    to !== null && to <= last
      ? {
          text: `Organisationens udtræden er registreret med sidste dag den ${longDay(to)}`,
          href: organisationPath(slug),
          done: true,
        }
      : {
          text: `Registrér organisationens udtræden med sidste dag den ${longDay(last)}`,
          href: `${organisationPath(slug)}/udtraeden`,
          done: false,
        },
  ]
}

const hasRow = rowsOf({
  signatory: column.flag,
  keeper: column.flag,
  body: column.flag,
  seat: column.flag,
})

const groupRow = rowsOf({
  name: column.text,
  slug: column.text,
})

function ofJoining(db: Database, { id, slug, name, side, from: registered }: Place, from: Day): Consequence[] {
  const has = db.sql.get(
    hasRow,
    `SELECT EXISTS (SELECT 1 FROM Authorisation a WHERE a.organisationId = o.id AND a.kind = 'SIGNATORY' AND ${isOnSql('a')}) AS signatory,
            EXISTS (SELECT 1 FROM Authorisation a WHERE a.organisationId = o.id AND a.kind = 'MANDATE_KEEPER' AND ${isOnSql('a')}) AS keeper,
            EXISTS (SELECT 1 FROM Body b WHERE b.organisationId = o.id AND ${isOnSql('b')}) AS body,
            EXISTS (SELECT 1 FROM Seat s JOIN Body g ON g.id = s.bodyId AND g.kind = 'STRATEGY_GROUP'
                    WHERE s.organisationId = o.id AND ${isOnSql('s')}) AS seat
     FROM Organisation o WHERE o.id = ?`,
    ...Array<Day>(8).fill(from),
    id,
  )
  const group = db.sql.get(groupRow, `SELECT name, slug FROM Body WHERE kind = 'STRATEGY_GROUP' AND side = ?`, side)
  const href = organisationPath(slug)
  return [
    { text: `${name} skal underskrive nye versioner af aftalen`, href: revisionPath, done: true },
    {
      text: `${name} er registreret fra den ${longDay(registered)}`,
      href,
      done: registered <= from,
    },
    { text: 'Organisationen har en underskriftsberettiget', href, done: has?.signatory ?? false },
    { text: 'Organisationen har en mandatansvarlig', href, done: has?.keeper ?? false },
    { text: 'Organisationens besluttende organ er oprettet', href, done: has?.body ?? false },
    ...(group
      ? [
          {
            text: `En person er udpeget til ${bodyInSentence(group.name)}`,
            href: bodyPath(group.slug),
            done: has?.seat ?? false,
          },
        ]
      : []),
  ]
}
