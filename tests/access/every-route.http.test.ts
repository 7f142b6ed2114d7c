import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DeclaredRoute } from '../../src/http/route.ts'
import { addressesOf, type Owner, type Samples, samplesIn } from '../support/addresses.ts'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'
import { deep } from '../support/runs.ts'

/**
 * Domain §7 once more, in the words of the cooperation and not of the code: who may do what with something of the joint
 * group, of the housing side and of the municipal side. Every declared route is asked for with objects of each owner: in
 * depth by every role, every day by one who may, by one who may not, and by each role in its turn. A route that is added is in the test; a right that is added must be given a line here.
 */

const bolig = 'sekretariat.bolig'
const kommune = 'sekretariat.kommune'
const members = ['formand', 'naestformand', 'medlem.hoejstrup']
const groups = ['strategi.bolig', 'strategi.kommune']
const roles = [
  'laeser',
  'administrator',
  bolig,
  kommune,
  ...members,
  ...groups,
  'mandat.byraad',
  'mandat.hoejstrup',
  'underskriver.fab',
]
const secretariats = [bolig, kommune]
const seated = [...secretariats, ...members, ...groups]

type Table = Partial<Record<Owner, string[]>>

/** Of a body: its own side's secretariat prepares it, the joint group is prepared by both. */
const preparing: Table = { joint: secretariats, draft: secretariats, housing: [bolig], municipal: [kommune] }
const insiders: Table = {
  joint: [...secretariats, ...members],
  draft: [...secretariats, ...members],
  housing: [bolig, 'strategi.bolig'],
  municipal: [kommune, 'strategi.kommune'],
}
const readers: Table = { ...insiders, joint: roles, none: roles }

const table: Record<string, Table> = {
  // People with a seat, and those who administer accounts: each reads what he or she may see.
  followEvents: { none: [...seated, 'administrator'] },
  signedIn: { none: roles, joint: roles, housing: roles, municipal: roles },
  administer: { none: ['administrator'] },
  manageParty: { housing: [bolig], municipal: [kommune] },
  // Whoever makes accounts adds a person together with one.
  addPerson: { housing: [bolig, 'administrator'], municipal: [kommune, 'administrator'] },
  addPeople: { none: [...secretariats, 'administrator'] },
  // An organisation's own signatory and chair, and its side's secretariat on its document.
  nameAuthorised: { housing: [bolig], municipal: [kommune] },
  manageOwnSide: { none: secretariats },
  // What an organisation owns is its own side's to register.
  keepEstates: { none: [bolig] },
  keepCooperation: { none: [...secretariats, 'administrator'] },
  // To the joint group a side's strategy group appoints; its secretariat enters it (R56).
  giveSeat: { ...preparing, joint: [...secretariats, ...groups] },
  keepBody: preparing,
  readBody: { ...readers, housing: insiders.housing, municipal: insiders.municipal },
  readMeeting: { ...readers, draft: secretariats },
  readClosed: { ...insiders, draft: secretariats },
  readWhileOpen: insiders,
  prepareMeeting: preparing,
  signOff: preparing,
  minute: preparing,
  recordDecision: preparing,
  openMeeting: {
    joint: ['formand', 'naestformand'],
    draft: ['formand', 'naestformand'],
    housing: ['strategi.bolig'],
    municipal: ['strategi.kommune'],
  },
  proposeItem: { none: [...secretariats, ...members, ...groups], joint: [...secretariats, ...members, ...groups] },
  askQuestion: { ...insiders, draft: secretariats },
  objectToMinutes: { joint: members, draft: members, housing: ['strategi.bolig'], municipal: ['strategi.kommune'] },
  keepMandates: { housing: ['mandat.hoejstrup'], municipal: ['mandat.byraad'] },
  keepConditions: { housing: ['mandat.hoejstrup', bolig], municipal: ['mandat.byraad', kommune] },
  keepAnyMandate: { none: ['mandat.byraad', 'mandat.hoejstrup'] },
  readRevision: { none: roles, joint: roles },
  // Its own people alone: no secretariat answers for an organisation that it does not come from.
  answerForOrganisation: { housing: ['medlem.hoejstrup', 'mandat.hoejstrup'], municipal: [kommune] },
  prepareTexts: { none: secretariats, joint: secretariats },
  keepIndicators: { none: secretariats, joint: secretariats },
  // Anyone of an organisation or a department; that it was received, the other side's secretariat says.
  raiseFlag: { none: roles, joint: roles },
  acknowledgeFlag: { housing: [kommune], municipal: [bolig] },
  handleFlags: { joint: secretariats },
  keepLists: { none: secretariats, joint: secretariats },
  assessAreas: { joint: secretariats },
  keepNeed: { none: secretariats, joint: secretariats },
  runRevision: { none: secretariats, joint: secretariats, housing: secretariats },
  discussAmendment: { joint: [...secretariats, ...members, ...groups, 'underskriver.fab'] },
  // Only the organisation's own signatory signs for it: no secretariat, and no administrator.
  signAgreement: { housing: ['underskriver.fab'] },
  followUp: { joint: [...secretariats, 'medlem.hoejstrup', 'mandat.hoejstrup'] },
}

/** Where a page is for more, or for fewer, than its right says in general. */
const exceptions: Record<string, Table> = {
  // That a meeting is planned is known to all; its agenda is not, until it is sent.
  'get /moeder/:meeting': { ...table.readMeeting, draft: roles },
  // What is common to the cooperation is read by everyone in it, whatever side it concerns.
  'get /mandater/:id': { housing: roles, municipal: roles },
  'get /mandater/:id/bilag': { housing: roles, municipal: roles },
  // The demo has nothing that was drawn before the portal: tests/mandates asks who takes it back.
  'get /mandater/:id/posteringer/:entry/tilbagefoer': {},
  // What is from before the portal is read as its body's meetings are. No files wait in the demo.
  'get /foer-portalen/:record': { ...table.readBody },
  'get /foer-portalen/:record/filer/:file': { ...table.readBody },
  'get /foer-portalen/flere/:batch': {},
  // Whoever sits in a body sends apologies for a meeting that is still to come.
  'get /moeder/:meeting/afbud': { joint: members },
  // A proposal is the group's own until it is on an agenda.
  'get /punktforslag/:proposal': insiders,
  // No version of the demo's minutes has one before it, and none was taken back: tests/minutes asks who reads changes.
  'get /moeder/:meeting/referat/versioner/:number/aendringer': {},
  'get /moeder/:meeting/referat/aendringer': {},
  'post /punktforslag/:proposal/traek-tilbage': insiders,
  // The draft of a revision is the secretariats' own until both have signed it off, and so is what is said of it.
  'get /aftalen/revision/:year/udkast': { joint: secretariats },
  'get /aftalen/revision/:year/hoering': { joint: secretariats },
  // A file that waits is its sender's alone, and none waits in the demo: tests/observation-import asks who reads it.
  'get /indikatorer/indlaes/:id/overskrifter': {},
  'get /indikatorer/indlaes/:id/raekker': {},
  'get /indikatorer/indlaes/:id/afviste/:sheet': {},
  'get /indikatorer/indlaes/:id/levering': {},
  'get /komponenter': { none: ['administrator'] },
  // No method is heard in the demo: hearings about standards are asked on the same routes.
  'get /vurderingsmetoder/:text/hoeringer/:number': {},
  'get /vurderingsmetoder/:text/hoeringer/:number/svar.csv': {},
  'get /vurderingsmetoder/:text/hoeringer/:number/frist': {},
  'get /vurderingsmetoder/:text/hoeringer/:number/luk': {},
  'get /vurderingsmetoder/:text/hoeringer/:number/notat': {},
  'get /vurderingsmetoder/:text/hoeringer/:number/svar/:organisation': {},
  // Nobody in the demo was named on a document that is a file: tests/parties asks who reads one.
  'get /parter/:organisation/bemyndigelser/:id/bilag': {},
  // Departments administer no association.
  'get /parter/:organisation/administration': { housing: [bolig] },
}

let portal: TestApp
let samples: Samples
const clients = new Map<string, Client>()

beforeAll(async () => {
  portal = await demoApp()
  samples = samplesIn(portal.db)
  for (const role of roles) clients.set(role, await portal.signIn(role))
}, 120_000)

afterAll(() => portal.close())

const guarded = (route: DeclaredRoute) => route.right !== 'public'

test('every right has its line in the table', () => {
  const rights = new Set(portal.routes.declared.filter(guarded).map(route => route.right))
  expect([...rights].filter(right => !(right in table))).toEqual([])
})

test('every route is tried with something', () => {
  const untried = portal.routes.declared.filter(route => addressesOf(route.path, samples).length === 0)
  expect(untried.map(route => `${route.method} ${route.path}`)).toEqual([])
})

test('whoever is not signed in is sent to sign in, whatever is asked for', async () => {
  const client = portal.anonymous()
  const wrong: string[] = []
  for (const route of portal.routes.declared.filter(guarded)) {
    for (const { path } of addressesOf(route.path, samples)) {
      const answer = await (route.method === 'get' ? client.get(path) : client.post(path))
      if (answer.status !== 303 || !answer.headers.location?.startsWith('/log-ind')) {
        wrong.push(`${route.method} ${path}: ${answer.status}`)
      }
    }
  }
  expect(wrong).toEqual([])
})

describe.each(roles)('%s', role => {
  test('reads and does what the table says, and nothing else', async () => {
    const client = clients.get(role)
    const wrong: string[] = []
    for (const [turn, route] of portal.routes.declared.filter(guarded).entries()) {
      for (const { path, owner } of addressesOf(route.path, samples)) {
        if (!isAsked(role, allowed(route, owner), turn)) continue
        const expected = allowed(route, owner).includes(role)
        const found = await tried(client, route, path)
        // A form that cannot be saved now is shown to nobody: the page says why, whoever asks.
        const isNotNow = route.method === 'get' && found.status === 422
        if (!isNotNow && found.admitted !== expected)
          wrong.push(
            `${route.method} ${path} (${owner}): ${found.status}, expected ${expected ? 'admitted' : 'denied'}`,
          )
      }
    }
    expect(wrong).toEqual([])
  }, 120_000)
})

const everyFourth = 4

function isAsked(role: string, admitted: readonly string[], turn: number): boolean {
  const others = roles.filter(one => !admitted.includes(one))
  const first = roles.find(one => admitted.includes(one))
  // Another of those who may not at each route, so that all are asked for something.
  const stopped = others[turn % Math.max(others.length, 1)]
  return deep || role === first || role === stopped || (roles.indexOf(role) + turn) % everyFourth === 0
}

function allowed(route: DeclaredRoute, owner: Owner): string[] {
  const exception = exceptions[`${route.method} ${route.path}`]
  return (exception ?? table[route.right])?.[owner] ?? []
}

/** A form is sent without the session's token: whoever may send it is stopped there and then, so nothing changes. */
async function tried(client: Client | undefined, route: DeclaredRoute, path: string) {
  if (!client) throw new Error('Nobody is signed in.')
  if (route.method === 'get') {
    const { status, headers } = await client.get(path)
    // 422: the right is there, and the meeting's state stands in the way, which the page says.
    return {
      status,
      admitted: status === 200 || status === 422 || (status === 303 && !headers.location?.startsWith('/log-ind')),
    }
  }
  const { status, text } = await client.post(path, { _csrf: 'wrong' })
  if (status !== 403 && status !== 404) return { status, admitted: true }
  return { status, admitted: status === 403 && text.includes('Formularen er udløbet, og intet er gemt') }
}
