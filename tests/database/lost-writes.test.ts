import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { event } from '../../src/database/events.ts'
import { AlreadyDone, nextNumber, SentBefore, type Tx, write } from '../../src/database/write.ts'
import { instant } from '../../src/kernel/days.ts'
import { freshDatabase } from '../support/app.ts'
import { emptyFolder } from '../support/templates.ts'

let db: Database
let close: () => Promise<void>

beforeEach(async () => {
  ;({ db, close } = await freshDatabase(await emptyFolder()))
})
afterEach(() => close())

const actor = () => systemActor(db, instant('2026-03-12T09:00:00.000Z'))
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

const organisation = (slug: string) => ({
  slug,
  kind: 'EXTERNAL' as const,
  name: slug,
  shortName: slug,
  from: '2011-01-01',
})

const forms: Record<string, (tx: Tx) => Promise<unknown>> = {
  create: tx => tx.organisation.create({ data: organisation('kept') }),
  createMany: tx => tx.organisation.createMany({ data: [organisation('kept')] }),
  upsert: tx =>
    tx.organisation.upsert({ where: { slug: 'kept' }, create: organisation('kept'), update: { name: 'again' } }),
  'raw SQL': tx =>
    tx.$executeRaw`INSERT INTO Organisation (slug, kind, name, shortName, "from") VALUES ('kept', 'EXTERNAL', 'kept', 'kept', '2011-01-01')`,
}

test.each(Object.keys(forms))(
  'an acknowledged %s is there although another change rolled back around it',
  async name => {
    const form = forms[name]
    if (!form) throw new Error(name)
    const failing = write(actor(), async tx => {
      await tx.organisation.create({ data: organisation('lost') })
      await pause(60)
      throw new Error('rolled back')
    })
    const refused = expect(failing).rejects.toThrow('rolled back')
    await pause(10)
    await write(actor(), async tx => ({
      result: await form(tx),
      events: [event('organisationEdited', 'organisation', 1)],
    }))
    await refused
    expect(await db.prisma.organisation.findMany({ select: { slug: true } })).toEqual([{ slug: 'kept' }])
    expect(await db.prisma.event.count()).toBe(1)
  },
)

test('a page sees nothing of a change before it is committed', async () => {
  let seen = -1
  await write(actor(), async tx => {
    await tx.organisation.create({ data: organisation('soon') })
    seen = await db.prisma.organisation.count()
    return { result: null, events: [] }
  })
  expect(seen).toBe(0)
  expect(db.sql.asStored<{ n: number }>('SELECT count(*) AS n FROM Organisation')[0]?.n).toBe(1)
})

test('a change that throws leaves neither its rows nor its events', async () => {
  const change = write(actor(), async tx => {
    await tx.organisation.create({ data: organisation('half') })
    await tx.organisation.create({ data: organisation('half') })
    return { result: null, events: [event('organisationEdited', 'organisation', 1)] }
  })
  await expect(change).rejects.toThrow()
  expect(await db.prisma.organisation.count()).toBe(0)
  expect(await db.prisma.event.count()).toBe(0)
})

test('the connection for reading refuses to write', () => {
  expect(() => db.sql.asStored('DELETE FROM Event RETURNING id')).toThrow(/readonly/)
})

test('numbers drawn at once are all different and without gaps', async () => {
  const drawn = await Promise.all(
    Array.from({ length: 64 }, () =>
      write(actor(), async tx => ({ result: await nextNumber(tx, 'decision', 2026), events: [] })),
    ),
  )
  expect(drawn.sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => i + 1))
})

describe('a form', () => {
  const sent = (content: string, requestId: string, repeatable = false) => ({
    ...actor(),
    requestId,
    sending: { form: 'the form on the page', content, repeatable },
  })
  const create = (writer: ReturnType<typeof sent>, slug: string) =>
    write(writer, async tx => ({ result: await tx.organisation.create({ data: organisation(slug) }), events: [] }))
  const count = () => db.prisma.organisation.count()

  test('that is sent again with the same content has no effect', async () => {
    await create(sent('A', 'one'), 'first')
    await expect(create(sent('A', 'two'), 'second')).rejects.toBeInstanceOf(AlreadyDone)
    expect(await count()).toBe(1)
  })

  test('that is sent again with other content is asked about, unless it may be repeated', async () => {
    await create(sent('A', 'one'), 'first')
    await expect(create(sent('B', 'two'), 'second')).rejects.toBeInstanceOf(SentBefore)
    expect(await count()).toBe(1)
    await create(sent('B', 'three', true), 'second')
    expect(await count()).toBe(2)
    await expect(create(sent('A', 'four', true), 'third')).rejects.toBeInstanceOf(AlreadyDone)
  })

  test('of two contents at once takes effect with one', async () => {
    const answers = await Promise.allSettled([create(sent('A', 'one'), 'first'), create(sent('B', 'two'), 'second')])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await count()).toBe(1)
  })

  test('that was refused may be sent again as it is', async () => {
    const refused = write(sent('A', 'one'), async () => {
      throw new Error('refused')
    })
    await expect(refused).rejects.toThrow('refused')
    await create(sent('A', 'two'), 'first')
    expect(await count()).toBe(1)
  })

  test('may write twice in one request', async () => {
    await create(sent('A', 'one'), 'first')
    await create(sent('A', 'one'), 'second')
    expect(await count()).toBe(2)
  })
})
