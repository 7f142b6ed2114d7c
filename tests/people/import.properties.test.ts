import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, actorOf } from '../../src/access/actor.ts'
import { judgeFile, saveFile } from '../../src/features/ground/people/judge-file.ts'
import { readPeopleFile } from '../../src/features/ground/people/read-file.ts'
import { findingsIn } from '../../src/findings.ts'
import { type BegunPortal, begunPortal } from '../journey/begun-portal.ts'

/** Whatever a file says: its judgement is what happens, and the same file again changes nothing. */

let begun: BegunPortal
const actors: Actor[] = []
beforeAll(async () => {
  begun = await begunPortal()
  const { db, clock } = begun.portal
  for (const { id } of await db.prisma.person.findMany()) actors.push(actorOf(db, id, clock.now()))
}, 60_000)
afterAll(async () => {
  const { db, settings } = begun.portal
  expect(findingsIn(db, settings.documentsDir).flatMap(({ wrong }) => wrong)).toEqual([])
  await begun.close()
})

const oneOf = (...values: string[]) => fc.constantFrom(...values)
const often = (...values: string[]) => oneOf('', '', ...values)

/** Few names, so that rows meet each other and what is registered. */
const row = fc.record({
  Navn: oneOf('Karen Bro', 'karen bro', 'Ole Vest', 'Ida Holm', 'Sofie Sub', ''),
  Titel: often('direktør', 'chef'),
  'E-mail': often('karen@x.example', 'ole@x.example', 'ida@lundebo.example', 'karen'),
  Telefon: often('66 11 22 33'),
  Organisation: oneOf('Vestbo', 'lunde boligforening', 'Lunde Kommune', 'Teknik og By', 'Ældrebo', 'Ukendt', ''),
  Konto: often('ja', 'nej'),
  Organ: often('Strategigruppen', 'Fælles gruppe', 'Sekretariatet', 'Bestyrelsen', 'Lunde Byråd', 'Ukendt'),
  Rolle: often('formand', 'medlem', 'suppleant', 'sekretær'),
  'Suppleant for': often('Karen Bro', 'Ole Vest'),
  Fra: often('01.12.2026', '01.01.2027', '01.01.2020', 'i går'),
  Til: often('31.12.2027'),
  'Udpeget af': often('Bestyrelsen', 'Strategigruppen', 'Lunde Byråd'),
  'Udpeget på': often('Mødet'),
  Bemyndigelse: often('mandatansvarlig', 'underskriftsberettiget', 'begge'),
  'Bemyndigelse for': often('Vestbo', 'Ældrebo'),
  'Besluttet af': oneOf('Bestyrelsen', ''),
  'Besluttet den': oneOf('16.11.2026', ''),
  Dokument: oneOf('Protokollen', ''),
})

const fileOf = (rows: Record<string, string>[]) => {
  const head = Object.keys(rows[0] ?? {})
  const source = [head, ...rows.map(one => head.map(name => one[name] ?? ''))].map(cells => cells.join(';')).join('\n')
  return readPeopleFile(source, 'source')
}

const counted = async () => {
  const { prisma } = begun.portal.db
  return [
    await prisma.person.count(),
    await prisma.seat.count(),
    await prisma.authorisation.count(),
    await prisma.account.count(),
    await prisma.event.count(),
    await prisma.chainLink.count(),
  ]
}

test(
  'a judged file changes nothing, and saved twice it changes nothing the second time',
  async () => {
    const files = fc.array(row, { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(files, fc.nat(), async (rows, which) => {
        const actor = actors[which % actors.length] as Actor
        const file = fileOf(rows)
        const before = await counted()
        const judged = await judgeFile(actor, file)
        expect(await counted()).toEqual(before)
        expect(judged.rows.map(({ line }) => line)).toEqual(file.rows.map(({ line }) => line))

        const saved = await saveFile(actor, file, judged.hash)
        expect(saved.rows).toEqual(judged.rows)
        const done = saved.rows.flatMap(one => one.done)
        expect(saved.handed).toHaveLength(done.filter(({ made }) => made === 'account').length)
        if (done.length === 0) expect((await counted()).slice(0, 5)).toEqual(before.slice(0, 5))

        const again = await judgeFile(actor, file)
        expect(again.rows.flatMap(one => one.done)).toEqual([])
        expect(again.rows.map(({ status }) => status)).not.toContain('ready')
        for (const one of again.rows) if (one.status === 'rejected') expect(one.remarks.length).toBeGreaterThan(0)
      }),
      { numRuns: process.env.DEEP === '1' ? 1000 : 12 },
    )
  },
  process.env.DEEP === '1' ? 3_600_000 : 60_000,
)
