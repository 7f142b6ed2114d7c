import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { AlreadyDone, SentBefore, write } from '../../src/database/write.ts'
import { OnceOnly } from '../../src/http/forms/once-only.ts'
import type { Answer } from '../../src/http/pages/answers.ts'
import { redirect } from '../../src/http/pages/answers.ts'
import { instant } from '../../src/kernel/days.ts'
import { freshDatabase } from '../support/app.ts'
import { emptyFolder } from '../support/templates.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await freshDatabase(await emptyFolder()))
})
afterAll(() => close())

const sendings = fc.array(
  fc.record({ form: fc.constantFrom('a', 'b'), content: fc.constantFrom('x', 'y', 'z'), together: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
)
let run = 0

test('whatever is sent, in whatever order, each content acts once, and nothing is confirmed that was not stored', async () => {
  await fc.assert(
    fc.asyncProperty(sendings, fc.boolean(), async (sent, repeatable) => {
      run += 1
      const own = String(run)
      const onceOnly = new OnceOnly()
      const stored = async () =>
        (await db.prisma.organisation.findMany({ where: { name: own }, select: { shortName: true } })).map(
          row => row.shortName,
        )
      const send = (form: string, content: string, requestId: string): Promise<Answer> => {
        const sending = { form: own + form, content, repeatable }
        const act = async (): Promise<Answer> => {
          const writer = { ...systemActor(db, instant('2026-03-12T09:00:00.000Z')), requestId, sending }
          const slug = `${own}-${requestId}`
          const row = { slug, kind: 'EXTERNAL' as const, name: own, shortName: form + content, from: '2011-01-01' }
          await write(writer, async tx => ({ result: await tx.organisation.create({ data: row }), events: [] }))
          return redirect('/', form + content)
        }
        return onceOnly.answer(sending, own, act)
      }
      let waiting: Promise<void>[] = []
      for (const [index, { form, content, together }] of sent.entries()) {
        const answered = send(form, content, String(index)).then(
          async answer => expect(await stored()).toContain((answer as { message: string }).message),
          fault => {
            if (!(fault instanceof AlreadyDone || fault instanceof SentBefore)) throw fault
          },
        )
        waiting.push(answered)
        if (!together) await Promise.all(waiting.splice(0))
      }
      await Promise.all(waiting)
      waiting = []
      const acted = await stored()
      expect(new Set(acted).size, 'once for each content').toBe(acted.length)
      const wanted = repeatable
        ? new Set(sent.map(({ form, content }) => form + content)).size
        : new Set(sent.map(({ form }) => form)).size
      expect(acted.length, 'each content of a form that may be repeated, and one of any other').toBe(wanted)
    }),
    { numRuns: process.env.DEEP === '1' ? 500 : 25 },
  )
}, 60_000)
