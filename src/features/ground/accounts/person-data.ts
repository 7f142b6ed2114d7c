import { setImmediate as turn } from 'node:timers/promises'
import type { Actor } from '../../../access/actor.ts'
import { cooperationOf } from '../../../access/cooperation.ts'
import { oldestKept, type SecurityKind } from '../../../access/security-log.ts'
import type { Draft } from '../../../database/folder/form-store.ts'
import { csvOf } from '../../../kernel/csv.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { seatRoleNames } from '../parties/index.ts'
import {
  accountHeld,
  changesBy,
  changesOf,
  everyAuthorityOf,
  everyRecordOf,
  everySeatOf,
  personById,
  personReferences,
  rowsNaming,
} from './person-queries.ts'
import { recordText } from './record-pages.ts'

type Facts = Record<string, string | number | null>

/** All that is held on a person, in the words of the pages: the file that a person takes along. */
export interface HeldData {
  hentet: string
  samarbejde: string
  person: Facts
  konto: Facts | null
  pladser: Facts[]
  bemyndigelser: Facts[]
  login: Facts[]
  kladder: Facts[]
  /** What the person changed, and what was changed of the person. */
  aendringer: Facts[]
  /** Every other row that names the person, by table and number. */
  oevrige: Facts[]
}

const authorityNames = { MANDATE_KEEPER: 'Mandatansvarlig', SIGNATORY: 'Underskriftsberettiget' } as const

/**
 * What is held on a person. What was typed and not saved is the writer's alone: others are told of a draft only that it
 * is there. Others are answered between the tables, of which some are long.
 */
export async function heldOn(actor: Actor, personId: number, drafts: readonly Draft[]): Promise<HeldData> {
  const { database: db } = actor
  const person = personById(db, personId)
  if (!person) throw notFound('Personen findes ikke.')
  const account = accountHeld(db, personId)
  const others: Facts[] = []
  for (const reference of personReferences(db)) {
    for (const rows of rowsNaming(db, reference, personId)) {
      await turn()
      for (const { id, at } of rows)
        others.push({ tabel: reference.table, felt: reference.column, nummer: id, tidspunkt: at })
    }
  }
  const changed: Facts[] = []
  for (const rows of changesBy(db, personId)) {
    await turn()
    for (const { at, kind, subject, subjectId } of rows)
      changed.push({ tidspunkt: at, aendring: kind, af: 'personen selv', emne: subject, nummer: subjectId })
  }
  const own = actor.personId === personId
  return {
    hentet: actor.at,
    samarbejde: cooperationOf(db).name,
    person: {
      navn: person.name,
      titel: person.title,
      organisation: person.organisation,
      email: person.email,
      telefon: person.phone,
      fratraadt: person.endedOn,
      slettet: person.erasedOn,
    },
    konto: account
      ? {
          email: account.email,
          systemadministrator: account.administrator ? 'ja' : 'nej',
          oprettet: account.createdAt,
          lukket: account.disabledAt,
        }
      : null,
    pladser: everySeatOf(db, personId).map(({ body, role, organisation, from, to }) => ({
      organ: body,
      rolle: seatRoleNames[role as keyof typeof seatRoleNames],
      organisation,
      fra: from,
      til: to,
    })),
    bemyndigelser: everyAuthorityOf(db, personId).map(({ kind, organisation, from, to }) => ({
      bemyndigelse: authorityNames[kind],
      organisation,
      fra: from,
      til: to,
    })),
    login: everyRecordOf(db, personId, oldestKept(actor.at)).map(({ at, kind, place, detail }) => ({
      tidspunkt: at,
      haendelse: recordText({ kind: kind as SecurityKind, actor: null, detail }),
      ip: place,
    })),
    kladder: drafts.map(({ title, savedAt, fields }) => ({
      // A title may tell what only the writer reads.
      side: own ? title : null,
      gemt: savedAt,
      indhold: own ? JSON.stringify(fields) : null,
    })),
    aendringer: [
      ...changed,
      ...changesOf(db, personId).map(({ at, kind, actor: by }) => ({
        tidspunkt: at,
        aendring: kind,
        af: by,
        emne: 'person',
        nummer: personId,
      })),
    ],
    oevrige: others,
  }
}

export const heldAsJson = (held: HeldData): Buffer => Buffer.from(`${JSON.stringify(held, null, 2)}\n`, 'utf8')

/** One line a fact: which part, the number of the row within it, the field and its value. */
export function heldAsCsv(held: HeldData): Buffer {
  const rows: string[][] = []
  for (const [part, value] of Object.entries(held)) {
    if (value === null || typeof value === 'string') {
      rows.push([part, '', '', value ?? ''])
      continue
    }
    const list: Facts[] = Array.isArray(value) ? value : [value]
    list.forEach((facts, index) => {
      for (const [field, fact] of Object.entries(facts)) rows.push([part, String(index + 1), field, String(fact ?? '')])
    })
  }
  return csvOf(['Afsnit', 'Nr.', 'Felt', 'Værdi'], rows)
}
