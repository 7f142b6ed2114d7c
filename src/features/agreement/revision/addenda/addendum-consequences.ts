import type { Database } from '../../../../database/database.ts'
import { addDays, type Day, longDay } from '../../../../kernel/days.ts'
import { bodyInSentence } from '../../../../kernel/text.ts'
import { bodyPath } from '../../../ground/bodies/paths.ts'
import type { AddendumKind } from '../../../ground/parties/index.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import { revisionPath } from '../paths.ts'

interface Place {
  id: number
  slug: string
  name: string
  side: 'HOUSING' | 'MUNICIPALITY'
  from: Day
  to: Day | null
}

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
  const place = db.sql.get<Place>(
    'SELECT id, slug, name, side, "from", "to" FROM Organisation WHERE id = ?',
    organisationId,
  )
  if (!place) return []
  return kind === 'WITHDRAWAL' ? ofLeaving(db, place, from) : ofJoining(db, place, from)
}

function ofLeaving(db: Database, { id, slug, name, to }: Place, from: Day): Consequence[] {
  const last = addDays(from, -1)
  const seats = db.sql.all<{ person: string; body: string; slug: string }>(
    `SELECT p.name AS person, b.name AS body, b.slug FROM Seat s JOIN Body b ON b.id = s.bodyId JOIN Person p ON p.id = s.personId
     WHERE s.organisationId = ? AND s."from" <= ? AND (s."to" IS NULL OR s."to" > ?) ORDER BY b.id, p.name`,
    id,
    last,
    last,
  )
  const associations = db.sql.all<{ name: string; slug: string }>(
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

function ofJoining(db: Database, { id, slug, name, side, from: registered }: Place, from: Day): Consequence[] {
  const has = db.sql.get<{ signatory: number; keeper: number; body: number; seat: number }>(
    `SELECT EXISTS (SELECT 1 FROM Authorisation a WHERE a.organisationId = o.id AND a.kind = 'SIGNATORY' AND ${on('a')}) AS signatory,
            EXISTS (SELECT 1 FROM Authorisation a WHERE a.organisationId = o.id AND a.kind = 'MANDATE_KEEPER' AND ${on('a')}) AS keeper,
            EXISTS (SELECT 1 FROM Body b WHERE b.organisationId = o.id AND ${on('b')}) AS body,
            EXISTS (SELECT 1 FROM Seat s JOIN Body g ON g.id = s.bodyId AND g.kind = 'STRATEGY_GROUP'
                    WHERE s.organisationId = o.id AND ${on('s')}) AS seat
     FROM Organisation o WHERE o.id = ?`,
    ...Array<Day>(8).fill(from),
    id,
  )
  const group = db.sql.get<{ name: string; slug: string }>(
    `SELECT name, slug FROM Body WHERE kind = 'STRATEGY_GROUP' AND side = ?`,
    side,
  )
  const done = (there: number | undefined) => there === 1
  const href = organisationPath(slug)
  return [
    { text: `${name} skal underskrive nye versioner af aftalen`, href: revisionPath, done: true },
    {
      text: `${name} er registreret fra den ${longDay(registered)}`,
      href,
      done: registered <= from,
    },
    { text: 'Organisationen har en underskriftsberettiget', href, done: done(has?.signatory) },
    { text: 'Organisationen har en mandatansvarlig', href, done: done(has?.keeper) },
    { text: 'Organisationens besluttende organ er oprettet', href, done: done(has?.body) },
    ...(group
      ? [
          {
            text: `En person er udpeget til ${bodyInSentence(group.name)}`,
            href: bodyPath(group.slug),
            done: done(has?.seat),
          },
        ]
      : []),
  ]
}

const on = (alias: string): string => `${alias}."from" <= ? AND (${alias}."to" IS NULL OR ${alias}."to" >= ?)`
