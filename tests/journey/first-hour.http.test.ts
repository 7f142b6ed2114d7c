import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../src/database/verify.ts'
import { verifyDecisions } from '../../src/features/decisions/verify-decisions.ts'
import { type BegunPortal, begunPortal, choiceOn, offered, Visitor } from './begun-portal.ts'

/**
 * The first hour of a cooperation: an administrator and two secretaries, whom the setup made, and nothing but pages,
 * until the first meeting of the joint group is called.
 */

let begun: BegunPortal
beforeAll(async () => {
  begun = await begunPortal()
}, 60_000)
afterAll(() => begun.close())

interface Somebody {
  name: string
  title: string
  email: string
  /** The address of the organisation, and what it and those after it are signed for and kept by this person. */
  at: string
  signs: string[]
  keeps: string[]
  group: 'CHAIR' | 'MEMBER' | null
  joint: 'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | null
}

const bolig = 'lunde-boligforening'
const administered = ['den-selvejende-boligforening-eng', 'foreningen-havnen', 'smede-og-snedkerboligen', 'aeldrebo']
const law = ['advokaterne-ved-broen', ...administered]

const housing: Somebody[] = [
  {
    name: 'Karen Bro',
    title: 'direktør',
    email: 'karen@lundebo.example',
    at: bolig,
    signs: [bolig, 'andelsforeningen-bakken'],
    keeps: [bolig, 'andelsforeningen-bakken'],
    group: 'CHAIR',
    joint: 'CHAIR',
  },
  {
    name: 'Ole Vest',
    title: 'direktør',
    email: 'ole@vestbo.example',
    at: 'vestbo',
    signs: ['vestbo'],
    keeps: ['vestbo'],
    group: 'MEMBER',
    joint: 'MEMBER',
  },
  {
    name: 'Tina Lov',
    title: 'advokat',
    email: 'tina@broen.example',
    at: law[0] ?? '',
    signs: law,
    keeps: law,
    group: null,
    joint: null,
  },
]
const municipal: Somebody[] = [
  {
    name: 'Eva Råd',
    title: 'byrådssekretær',
    email: 'eva@lunde.example',
    at: 'lunde-kommune',
    signs: [],
    keeps: ['lunde-kommune'],
    group: null,
    joint: null,
  },
  {
    name: 'Mette Sø',
    title: 'direktør',
    email: 'mette@lunde.example',
    at: 'social-og-sundhed',
    signs: ['social-og-sundhed'],
    keeps: [],
    group: 'CHAIR',
    joint: 'VICE_CHAIR',
  },
  {
    name: 'Jens By',
    title: 'direktør',
    email: 'jens@lunde.example',
    at: 'teknik-og-by',
    signs: ['teknik-og-by'],
    keeps: [],
    group: 'MEMBER',
    joint: 'MEMBER',
  },
  {
    name: 'Sara Ung',
    title: 'direktør',
    email: 'sara@lunde.example',
    at: 'boern-og-unge',
    signs: ['boern-og-unge'],
    keeps: [],
    group: 'MEMBER',
    joint: 'MEMBER',
  },
  {
    name: 'Lis Bog',
    title: 'direktør',
    email: 'lis@lunde.example',
    at: 'borgmesterens-afdeling',
    signs: ['borgmesterens-afdeling'],
    keeps: [],
    group: null,
    joint: null,
  },
]

const source = { sourceBody: 'Bestyrelsen', sourceDay: '16.11.2026', sourceDocument: 'Protokollen, punkt 4' }
const appointed = { appointedNote: 'Mødet den 20. november 2026, punkt 2' }

test('a cooperation comes from its setup to its first meeting by its pages alone', async () => {
  const { portal, codeOf } = begun
  const ida = await Visitor.arriving(portal, 'ida@lundebo.example', codeOf('ida@lundebo.example'))
  const bo = await Visitor.arriving(portal, 'bo@lunde.example', codeOf('bo@lunde.example'))
  const per = await Visitor.arriving(portal, 'per@lunde.example', codeOf('per@lunde.example'))

  expect(await toBeginWith(ida)).toEqual([
    '/organer/strategigruppe-bolig/pladser/ny',
    '/organer/faelles-gruppe/pladser/ny',
    '/organer/faelles-gruppe/pladser/ny',
    '/parter/lunde-boligforening#mandatansvarlige',
    '/parter/lunde-boligforening#mandatansvarlige',
    '/mandater',
    '/moeder/ny',
  ])
  expect(await toBeginWith(per)).toEqual([])

  for (const [secretary, people, side] of [
    [ida, housing, 'bolig'],
    [bo, municipal, 'kommune'],
  ] as const) {
    for (const { name, title, email, at } of people)
      await secretary.sends(`/parter/${at}/personer/ny`, { name, title, email })
    for (const { name, group } of people) if (group) await appoint(secretary, `strategigruppe-${side}`, name, group)
    for (const { name, joint } of people) if (joint) await appoint(secretary, 'faelles-gruppe', name, joint)
    for (const { name, signs, keeps } of people) {
      for (const organisation of signs) await authorise(secretary, organisation, name, 'SIGNATORY')
      for (const organisation of keeps) await authorise(secretary, organisation, name, 'MANDATE_KEEPER')
    }
  }
  expect(await toBeginWith(bo)).toEqual(['/mandater', '/moeder/ny'])
  expect(await toBeginWith(per)).toEqual(['/konti/ny'])
  for (const { name, email } of [...housing, ...municipal]) {
    const page = await per.client.get('/konti/ny')
    await per.sends('/konti/ny', { person: choiceOn(page.text, name), email })
  }

  const meeting = await ida.sends(
    '/moeder/ny',
    { bodyId: choiceOn((await ida.client.get('/moeder/ny')).text, 'Fælles'), day: '17.12.2026', place: 'Rådhuset' },
    '/moeder',
  )
  await ida.presses(`${meeting}/forbered`)
  for (const secretary of [ida, bo]) await signOff(secretary, `${meeting}/dagsorden`)
  await bo.presses(`${meeting}/dagsorden/udsend`, { reason: '' })
  expect(await bo.opens(meeting)).toContain('Indkaldt')
  for (const one of [ida, bo, per]) expect(await toBeginWith(one)).toEqual([])

  const karen = await portal.db.prisma.account.findUniqueOrThrow({ where: { email: 'karen@lundebo.example' } })
  expect(karen.administrator).toBe(false)
  const actions = ida.actions + bo.actions + per.actions
  expect(actions).toBeLessThan(120)
  const findings = [...verify(portal.db.sql, portal.settings.documentsDir), verifyDecisions(portal.db)]
  expect(findings.flatMap(({ wrong }) => wrong)).toEqual([])
}, 120_000)

/** Nobody sits in a strategy group before its first seat is given: an organisation's own body appoints to it. */
const appointing = [
  'Organisationsbestyrelsen i',
  'Lunde Byråd',
  'Boligorganisationernes strategigruppe',
  'Kommunens strategigruppe',
]

async function appoint(secretary: Visitor, body: string, name: string, role: string): Promise<void> {
  const path = `/organer/${body}/pladser/ny`
  const { text } = await secretary.client.get(path)
  const by = appointing.map(one => offered(text, one)).find(one => one !== null) ?? ''
  await secretary.sends(path, {
    personId: choiceOn(text, name),
    role,
    appointedById: by,
    ...appointed,
  })
}

async function authorise(secretary: Visitor, organisation: string, name: string, kind: string): Promise<void> {
  const path = `/parter/${organisation}/bemyndigelser/ny`
  const { text } = await secretary.client.get(path)
  await secretary.sends(path, { kind, personId: choiceOn(text, name), ...source })
}

/** Where the lines of *Kom i gang* lead; looking at one's own overview again is no step on the way. */
async function toBeginWith({ client }: Visitor): Promise<string[]> {
  const { text } = await client.get('/')
  const list = /id="kom-i-gang">.*?<\/section>/s.exec(text)?.[0] ?? ''
  return [...list.matchAll(/<a href="([^"]+)"/g)].map(([, href = '']) => href)
}

async function signOff(secretary: Visitor, agenda: string): Promise<void> {
  await secretary.sends(agenda, {}, `${agenda}/godkend`)
}
