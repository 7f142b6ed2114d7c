import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase } from '../../src/features/cases/index.ts'
import { attachFile, editItem, proposeItem } from '../../src/features/meetings/index.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type MeetingStage, stageFor } from './stage.ts'

let portal: TestApp
let stage: MeetingStage
let housing: Client
let chair: Client
let prepared: number
let called: number
let itemId: number
let proposal: number

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  housing = await portal.signIn('sekretariat.bolig')
  chair = await portal.signIn('formand')
  const { id: caseId } = await openCase(stage.housing(), {
    bodyId: stage.cooperation.body('faelles-gruppe'),
    title: 'Sag',
  })
  prepared = await stage.prepared()
  called = await stage.prepared('faelles-gruppe', '2026-05-20')
  for (const meeting of [prepared, called]) {
    for (let count = 0; count < 8; count += 1) {
      const item = await stage.put(meeting, {
        title: `Punkt ${count}`,
        caseId,
        closed: count === 0,
        closedReason: 'x',
        publicTitle: 'y',
      })
      const file = { name: 'bilag.pdf', buffer: Buffer.from(`%PDF-1.7\n${meeting} ${count}\n%%EOF`) }
      await attachFile(stage.housing(), { itemId: item.id, file })
      if (meeting === called) itemId = item.id
    }
  }
  await stage.called(called)
  await editItem(stage.housing(), { itemId, version: 1, title: 'Ændret', kind: 'DISCUSSION', strategy: true })
  const proposed = {
    bodyId: stage.cooperation.body('faelles-gruppe'),
    title: 'Forslag',
    kind: 'DISCUSSION' as const,
    text: 'x',
  }
  proposal = (await proposeItem(stage.cooperation.actor('formand'), proposed)).id
})
afterAll(() => portal.close())

test('every page of meetings and cases costs no more statements than it states', async () => {
  const pages = [
    ['/moeder', '/moeder'],
    ['/moeder/ny', '/moeder/ny'],
    ['/moeder/:meeting', `/moeder/${called}`],
    ['/moeder/:meeting', `/moeder/${prepared}`],
    ['/moeder/:meeting/rediger', `/moeder/${prepared}/rediger`],
    ['/moeder/:meeting/aflys', `/moeder/${prepared}/aflys`],
    ['/moeder/:meeting/dagsorden', `/moeder/${prepared}/dagsorden`],
    ['/moeder/:meeting/dagsorden', `/moeder/${called}/dagsorden`],
    ['/moeder/:meeting/dagsorden/rediger', `/moeder/${called}/dagsorden/rediger`],
    ['/moeder/:meeting/dagsorden/versioner/:number', `/moeder/${called}/dagsorden/versioner/1`],
    ['/moeder/:meeting/punkter/nyt', `/moeder/${prepared}/punkter/nyt`],
    ['/moeder/:meeting/punkter/:item/rediger', `/moeder/${called}/punkter/${itemId}/rediger`],
    ['/moeder/:meeting/punkter/:item/spoergsmaal', `/moeder/${called}/punkter/${itemId}/spoergsmaal`],
    ['/punktforslag', '/punktforslag'],
    ['/punktforslag/nyt', '/punktforslag/nyt'],
    ['/punktforslag/:proposal', `/punktforslag/${proposal}`],
    ['/sager', '/sager'],
    ['/sager/ny', '/sager/ny'],
    ['/sager/:number', '/sager/2026-001'],
    ['/sager/:number/rediger', '/sager/2026-001/rediger'],
  ] as const
  const over: string[] = []
  for (const [route, path] of pages) {
    const stated = portal.routes.declared.find(one => one.method === 'get' && one.path === route)?.queries ?? -1
    for (const client of [housing, chair]) {
      await client.get(path) // the second time, what is kept from one change to the next is there
      const before = portal.db.statements()
      const { status } = await client.get(path)
      const cost = portal.db.statements() - before
      if (status === 200 && cost > stated) over.push(`${path}: ${cost} of ${stated}`)
      if (process.env.SHOW_STATEMENTS) process.stdout.write(`${path} ${status} ${cost}/${stated}\n`)
    }
  }
  expect(over).toEqual([])
})
