import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerHearing, sendToHearing, signOffDraft } from '../../src/features/agreement/revision/index.ts'
import { day } from '../../src/kernel/days.ts'
import { days, type RevisionStage, revisionStage } from '../revision/stage.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'

let portal: TestApp
let stage: RevisionStage
/** Signed in once: to judge a password takes longer than to draw the page. */
let windows = new Map<string, Client>()

beforeEach(async () => {
  windows = new Map()
  portal = await testApp({ now: days.heard })
  stage = await revisionStage(portal.db)
  await stage.drafting()
  await stage.settle(1)
})
afterEach(() => portal.close())

const year = 2026

async function hear() {
  for (const actor of [stage.housing(days.drafted), stage.municipality(days.drafted)])
    await signOffDraft(actor, { year, hash: await stage.draftHash() })
  await sendToHearing(stage.housing(days.drafted), { year, hearingUntil: day('2026-06-01') })
}

interface Person {
  email: string
  /** Of the strategy group that he or she leads. */
  leads: 'HOUSING' | 'MUNICIPALITY' | null
}

/** Everybody with an account, and whether they chair a strategy group. */
const people = (): Person[] =>
  portal.db.sql.asStored<Person>(
    `SELECT a.email, (SELECT b.side FROM Seat s JOIN Body b ON b.id = s.bodyId WHERE s.personId = a.personId
       AND b.kind = 'STRATEGY_GROUP' AND s.role IN ('CHAIR', 'VICE_CHAIR') AND s."to" IS NULL) AS leads
     FROM Account a WHERE a.disabledAt IS NULL ORDER BY a.email`,
  )

/** What the person's overview says of the hearing, under what waits for him or her. */
async function told(email: string): Promise<string | null> {
  const client = windows.get(email) ?? (await portal.signIn(email))
  windows.set(email, client)
  const { text } = await client.get('/').expect(200)
  const list = /id="venter">.*?<\/section>/s.exec(text)?.[0] ?? ''
  const row = list.split('<li').find(one => one.includes(`/aftalen/revision/${year}/hoering`))
  return row === undefined
    ? null
    : row
        .replace(/^[^>]*>|<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
}

function setClock(at: string): void {
  portal.clock.set(at)
  windows = new Map()
}

async function toldTo(): Promise<string[]> {
  const found: string[] = []
  for (const { email } of people()) if ((await told(email)) !== null) found.push(email)
  return found
}

const leaders = (...sides: string[]) =>
  people()
    .filter(({ leads }) => leads !== null && sides.includes(leads))
    .map(({ email }) => email)

test('an open hearing waits for the strategy groups’ chairs, with its deadline, and for nobody else', async () => {
  expect(await toldTo()).toEqual([])
  await hear()
  const all = leaders('HOUSING', 'MUNICIPALITY')
  expect(leaders('HOUSING').length).toBeGreaterThan(0)
  expect(leaders('MUNICIPALITY').length).toBeGreaterThan(0)
  expect(await toldTo()).toEqual(all)
  for (const email of all)
    expect(await told(email)).toBe(
      'Giv strategigruppens høringssvar på udkastet til aftalen i 2026 senest den 1. juni 2026',
    )
  const [chair = ''] = all
  expect((await (await portal.signIn(chair)).get(`/aftalen/revision/${year}/hoering`)).status).toBe(200)
})

test('a group that has answered as a whole is not told any more; an answer on one section leaves the whole open', async () => {
  await hear()
  const answer = (sectionKey: string | null) =>
    answerHearing(stage.actor('strategi.bolig', days.heard), {
      year,
      side: 'HOUSING',
      sectionKey,
      stance: 'SUPPORTS',
      text: '',
    })
  await answer('organisationen')
  expect(await toldTo()).toEqual(leaders('HOUSING', 'MUNICIPALITY'))
  await answer(null)
  expect(await toldTo()).toEqual(leaders('MUNICIPALITY'))
})

test('on the last day the hearing is urgent, and the day after it waits for nobody', async () => {
  await hear()
  const [chair = ''] = leaders('MUNICIPALITY')
  setClock('2026-06-01T20:00:00.000Z')
  expect(await told(chair)).toMatch(/senest den 1\. juni 2026 Haster$/)
  setClock('2026-06-02T08:00:00.000Z')
  expect(await toldTo()).toEqual([])
})
