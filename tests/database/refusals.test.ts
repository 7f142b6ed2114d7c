import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Connection, insert, scratchDatabase } from './scratch.ts'

// Whatever the program does, the database itself refuses these.

let sql: Connection
let remove: () => void

beforeAll(async () => {
  ;({ sql, remove } = await scratchDatabase())
  insert(sql, 'Organisation', { id: 1 })
  insert(sql, 'Person', { id: 1 })
  insert(sql, 'Body', { id: 1 })
  insert(sql, 'Meeting', { id: 1 })
  insert(sql, 'AgendaItem', { id: 1 })
  insert(sql, 'Decision', { id: 1, serial: 1 })
  insert(sql, 'MinutesVersion', { id: 1 })
  insert(sql, 'AgreementVersion', { id: 1, year: 2012 })
  insert(sql, 'RevisionRound', { id: 1, year: 2014 })
  insert(sql, 'AmendmentProposal', { id: 1 })
  insert(sql, 'ConsolidatedDraft', { id: 1 })
  insert(sql, 'Signing', { id: 1, textHash: 'signed' })
  insert(sql, 'Addendum', { id: 1 })
})
afterAll(() => remove())

const source = { sourceDay: '2026-01-08', sourceItem: '4' }
const activatedAt = '2026-01-09T09:00:00.000Z'

const update = (table: string, id: number, values: string) => () =>
  sql.prepare(`UPDATE "${table}" SET ${values} WHERE id = ?`).run(id)
const erase = (table: string, id: number) => () => sql.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id)
const replace = (table: string, id: number) => () =>
  sql.prepare(`INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}" WHERE id = ?`).run(id)

describe('append-only', () => {
  const mandate = () => insert(sql, 'Mandate', { total: null, activatedAt })
  test.each([
    ['Event', 'kind', () => insert(sql, 'Event')],
    [
      'MandateEntry',
      'amount',
      () => insert(sql, 'MandateEntry', { mandateId: mandate(), kind: 'RAISE', amount: 5, ...source }),
    ],
    ['MeetingStep', 'kind', () => insert(sql, 'MeetingStep')],
    ['Correction', 'text', () => insert(sql, 'Correction')],
    ['DecisionCheck', 'cause', () => insert(sql, 'DecisionCheck')],
    ['AgendaVersion', 'content', () => insert(sql, 'AgendaVersion')],
    ['RevisionStep', 'kind', () => insert(sql, 'RevisionStep')],
    ['ConsolidatedDraft', 'content', () => insert(sql, 'ConsolidatedDraft', { number: 2 })],
    ['ProposalComment', 'text', () => insert(sql, 'ProposalComment')],
    ['ConflictResolution', 'reason', () => insert(sql, 'ConflictResolution')],
    ['HearingAnswer', 'text', () => insert(sql, 'HearingAnswer')],
    ['AddendumSignature', 'seal', () => insert(sql, 'AddendumSignature')],
    [
      'SignatureLink',
      'organisationId',
      () => insert(sql, 'SignatureLink', { signatureId: insert(sql, 'AgreementSignature') }),
    ],
    ['ReferralExtension', 'reason', () => insert(sql, 'ReferralExtension', { referralId: insert(sql, 'Referral') })],
    ['RevisionItem', 'purpose', () => insert(sql, 'RevisionItem')],
  ])('a row of %s is never changed, removed or replaced', (table, column, given) => {
    const id = given()
    expect(update(table, id, `"${column}" = "${column}"`)).toThrow()
    expect(erase(table, id)).toThrow()
    expect(replace(table, id)).toThrow()
  })
})

describe('minutes that were sent', () => {
  test('keep their content and are never removed', () => {
    expect(update('MinutesVersion', 1, "content = 'andet'")).toThrow('sent minutes are sealed')
    expect(update('MinutesVersion', 1, "hash = 'andet'")).toThrow('sent minutes are sealed')
    expect(erase('MinutesVersion', 1)).toThrow('sent minutes are sealed')
    expect(replace('MinutesVersion', 1)).toThrow('sent minutes are sealed')
  })

  test('are approved once', () => {
    const id = insert(sql, 'MinutesVersion', { number: 2 })
    expect(update('MinutesVersion', id, "approvedAt = '2026-11-24T08:00:00.000Z'")).not.toThrow()
    expect(update('MinutesVersion', id, 'approvedAt = NULL')).toThrow('approved minutes are sealed')
  })
})

describe('a decision', () => {
  test('keeps its number and its item', () => {
    expect(update('Decision', 1, "number = '2026/99'")).toThrow('keeps its number')
    expect(update('Decision', 1, 'serial = 99')).toThrow('keeps its number')
    expect(update('Decision', 1, 'itemId = 1')).toThrow('keeps its number')
  })

  test('has a text', () => {
    expect(update('Decision', 1, "text = ' '")).toThrow('has a title and a text')
    expect(() => insert(sql, 'Decision', { serial: 2, text: '' })).toThrow('has a title and a text')
  })

  test('is never removed or replaced', () => {
    expect(erase('Decision', 1)).toThrow('never deleted')
    expect(replace('Decision', 1)).toThrow('never deleted')
  })

  test('belongs to its meeting’s body, which the meeting keeps', () => {
    const bodyId = insert(sql, 'Body')
    expect(() => insert(sql, 'Decision', { serial: 3, bodyId })).toThrow('belongs to its meeting')
    expect(update('Meeting', 1, `bodyId = ${bodyId}`)).toThrow('stays its body')
  })

  test('shares its number with no other', () => {
    expect(() => insert(sql, 'Decision', { serial: 1 })).toThrow('UNIQUE')
  })
})

test.each([
  'Seat',
  'Organisation',
  'Person',
  'Body',
  'Mandate',
  'Meeting',
  'AgendaItem',
  'Case',
  'SignOff',
  'Objection',
  'Document',
  'RulesOfProcedure',
  'Referral',
  'Condition',
  'ProposalSupport',
  'DraftSignOff',
])('a row of %s is ended, never deleted', table => {
  const id = insert(sql, table)
  expect(erase(table, id)).toThrow('never deleted')
})

describe('a mandate with a total of 100.000 kr.', () => {
  const total = 10_000_000
  let mandate: number
  const entry = (kind: 'DRAW' | 'RELEASE', amount: number) => () =>
    insert(sql, 'MandateEntry', { mandateId: mandate, decisionId: 1, kind, amount })
  const adjust = (kind: 'RAISE' | 'LOWER', amount: number) => () =>
    insert(sql, 'MandateEntry', { mandateId: mandate, kind, amount, ...source })
  const drawn = () => sql.prepare('SELECT drawn FROM "Mandate" WHERE id = ?').pluck().get(mandate)

  beforeEach(() => {
    mandate = insert(sql, 'Mandate', { total, activatedAt })
  })

  test('is drawn by its entries', () => {
    entry('DRAW', 6_000_000)()
    entry('RELEASE', 1_000_000)()
    expect(drawn()).toBe(5_000_000)
  })

  test('can be drawn to the last øre and not beyond', () => {
    entry('DRAW', total)()
    expect(entry('DRAW', 1)).toThrow('mandate total exceeded')
    expect(drawn()).toBe(total)
  })

  test('never has less than nothing drawn', () => {
    expect(entry('RELEASE', 1)).toThrow('mandate drawn below zero')
  })

  test('takes no entry of nothing or less', () => {
    expect(entry('DRAW', 0)).toThrow('positive amount')
    expect(entry('DRAW', -1)).toThrow('positive amount')
  })

  test('says nothing of what is drawn but the sum of its entries', () => {
    entry('DRAW', 6_000_000)()
    expect(update('Mandate', mandate, 'drawn = 0')).toThrow('sum of its entries')
    expect(() => insert(sql, 'Mandate', { drawn: 1 })).toThrow('nothing drawn')
  })

  test('takes an entry into account once, and only those of its own ledger', () => {
    entry('DRAW', 6_000_000)()
    entry('RELEASE', 1_000_000)()
    const last = sql.prepare('SELECT max(id) FROM MandateEntry').pluck().get()
    for (const change of ['drawn = drawn - 1000000', 'drawn = drawn + 6000000', `drawn = 0, "lastEntryId" = ${last}`])
      expect(update('Mandate', mandate, change)).toThrow('sum of its entries')
    for (const change of ['"lastEntryId" = 0', `"lastEntryId" = ${Number(last) + 1}`, 'drawn = 0, "lastEntryId" = 0'])
      expect(update('Mandate', mandate, change)).toThrow(/sums go to its last entry|sum of its entries/)
    const before = { mandateId: mandate, decisionId: 1, kind: 'DRAW', amount: 1, id: -5 }
    expect(() => insert(sql, 'MandateEntry', before)).toThrow('sums go to its last entry')
    expect(() => insert(sql, 'Mandate', { lastEntryId: 5 })).toThrow('no entries')
    adjust('RAISE', 1)()
    expect(drawn()).toBe(5_000_000)
  })

  test('can be drawn as far as an adjustment raised it, and is never adjusted below what is drawn', () => {
    adjust('RAISE', 2_000_000)()
    entry('DRAW', 11_000_000)()
    expect(adjust('LOWER', 1_000_001)).toThrow('mandate total exceeded')
    adjust('LOWER', 1_000_000)()
    expect(update('Mandate', mandate, 'adjusted = 5000000')).toThrow('sum of its entries')
  })

  test('is drawn on by a decision and adjusted by none', () => {
    expect(() => insert(sql, 'MandateEntry', { mandateId: mandate, kind: 'DRAW', amount: 1 })).toThrow('belongs to')
  })

  test('keeps what it gives once it is used', () => {
    entry('DRAW', 6_000_000)()
    expect(update('Mandate', mandate, 'total = 20000000')).toThrow('superseded, not edited')
    for (const change of ['legal = 1', '"partialCover" = 1', 'strategy = 1', '"caseId" = 1'])
      expect(update('Mandate', mandate, change)).toThrow('superseded, not edited')
  })

  test('keeps what it is limited to once it is used', () => {
    const areas = ['MandateSubjectArea', 'MandateArea']
    const limit = (table: string) =>
      sql
        .prepare(`INSERT INTO "${table}" VALUES (?, ?)`)
        .run(mandate, insert(sql, table.replace('Mandate', '').replace(/^Area/, 'HousingArea')))
    for (const table of areas) limit(table)
    entry('DRAW', 6_000_000)()
    for (const table of areas) {
      expect(() => limit(table)).toThrow('superseded, not edited')
      expect(() => sql.prepare(`DELETE FROM "${table}"`).run()).toThrow('superseded, not edited')
    }
  })

  test('is not drawn on as a draft, and never becomes one again', () => {
    mandate = insert(sql, 'Mandate', { total })
    expect(entry('DRAW', 1)).toThrow('a draft covers nothing')
    expect(adjust('RAISE', 1)).toThrow('a draft covers nothing')
    expect(update('Mandate', mandate, `"activatedAt" = '${activatedAt}'`)).not.toThrow()
    entry('DRAW', 1)()
    expect(update('Mandate', mandate, '"activatedAt" = NULL')).toThrow('never becomes a draft again')
  })

  test('is adjusted by a decision of its body alone', () => {
    const sourceless = { mandateId: mandate, kind: 'RAISE', amount: 1 }
    expect(() => insert(sql, 'MandateEntry', sourceless)).toThrow('an adjustment names its source')
    expect(() => insert(sql, 'MandateEntry', { ...sourceless, ...source, sourceItem: ' ' })).toThrow('names its source')
  })

  test('counts what was drawn before the portal like any other draw, and takes it back by its own opposite alone', () => {
    const before = { mandateId: mandate, sourceDay: '2025-05-03', note: 'Mødet i maj' }
    const earlier = (given: object) => () => insert(sql, 'MandateEntry', { ...before, kind: 'EARLIER_DRAW', ...given })
    const back = (given: object) => () => insert(sql, 'MandateEntry', { ...before, kind: 'EARLIER_RELEASE', ...given })
    for (const lacking of [{ note: ' ' }, { sourceDay: null }])
      expect(earlier({ amount: 1, ...lacking })).toThrow('a day and a text')
    expect(earlier({ amount: 1, decisionId: 1 })).toThrow('belongs to')
    const first = earlier({ amount: 6_000_000 })()
    expect(entry('DRAW', 4_000_001)).toThrow('mandate total exceeded')
    entry('DRAW', 4_000_000)()
    expect(earlier({ amount: 1 })).toThrow('mandate total exceeded')
    expect(drawn()).toBe(total)
    for (const wrong of [
      { amount: 6_000_000 },
      { amount: 1, reversesId: first },
      { amount: 4_000_000, reversesId: first + 1 },
    ])
      expect(back(wrong)).toThrow('its own opposite')
    expect(earlier({ amount: 6_000_000, reversesId: first })).toThrow('its own opposite')
    back({ amount: 6_000_000, reversesId: first })()
    expect(back({ amount: 6_000_000, reversesId: first })).toThrow(/UNIQUE|reversesId/)
    expect(drawn()).toBe(4_000_000)
    mandate = insert(sql, 'Mandate', { total })
    expect(() =>
      insert(sql, 'MandateEntry', { ...before, mandateId: mandate, kind: 'EARLIER_DRAW', amount: 1 }),
    ).toThrow('a draft covers nothing')
  })

  test('may be without a total', () => {
    mandate = insert(sql, 'Mandate', { total: null, activatedAt })
    entry('DRAW', total * 10)()
    expect(drawn()).toBe(total * 10)
  })
})

test('a row cannot point at what is not there', () => {
  expect(() => insert(sql, 'Seat', { bodyId: 999 })).toThrow('FOREIGN KEY')
})

describe('a version of the agreement in its own words', () => {
  const sealed = 'version of the agreement is sealed'
  let version: number
  let rows: Record<'AgreementSection' | 'AgreementAppendix' | 'AgreementSignature', number>

  beforeAll(() => {
    version = insert(sql, 'AgreementVersion', { year: 2016, number: 2 })
    rows = {
      AgreementSection: insert(sql, 'AgreementSection', { versionId: version }),
      AgreementAppendix: insert(sql, 'AgreementAppendix', { versionId: version }),
      AgreementSignature: insert(sql, 'AgreementSignature', { versionId: version }),
    }
    update('AgreementVersion', version, "title = 'Ny titel'")()
    update('AgreementSection', rows.AgreementSection, "body = 'Ny tekst'")()
    update('AgreementVersion', version, "textKind = 'FULL'")()
  })

  test('keeps its front page, its dates and its hashes', () => {
    for (const column of ['title', 'textHash', 'inForceFrom', 'seal', 'textKind']) {
      expect(update('AgreementVersion', version, `"${column}" = 'andet'`)).toThrow(sealed)
    }
    expect(erase('AgreementVersion', version)).toThrow('never deleted')
    expect(replace('AgreementVersion', version)).toThrow(sealed)
  })

  test.each([
    ['AgreementSection', 'body'],
    ['AgreementAppendix', 'heading'],
    ['AgreementSignature', 'signatory'],
  ] as const)('keeps every %s, and takes no other', (table, column) => {
    expect(update(table, rows[table], `"${column}" = 'andet'`)).toThrow(sealed)
    expect(erase(table, rows[table])).toThrow(sealed)
    expect(replace(table, rows[table])).toThrow(sealed)
    expect(() => insert(sql, table, { versionId: version, position: 9 })).toThrow(sealed)
  })

  test('may be explained in other plain words', () => {
    expect(update('AgreementSection', rows.AgreementSection, "summary = 'Kort sagt'")).not.toThrow()
  })
})

describe('a revision of the agreement', () => {
  const required = (organisationId: number, signingId = 1) =>
    insert(sql, 'RequiredSignature', { signingId, organisationId })
  const moment = "'2026-11-24T08:00:00.000Z'"

  test.each(['RevisionRound', 'AmendmentProposal', 'Signing', 'Addendum'])('never loses its %s', table => {
    expect(erase(table, 1)).toThrow('never deleted')
    expect(replace(table, 1)).toThrow('never deleted')
  })

  test('is signed over the one text that signing was opened for, and a signature stands', () => {
    const id = required(1)
    expect(erase('RequiredSignature', id)).toThrow('never deleted')
    expect(update('RequiredSignature', id, `signedAt = ${moment}, textHash = 'another'`)).toThrow('over the text')
    expect(update('RequiredSignature', id, `signedAt = ${moment}, textHash = 'signed'`)).not.toThrow()
    expect(update('RequiredSignature', id, "signatory = 'En anden'")).toThrow('a signature is sealed')
    expect(update('Signing', 1, "textHash = 'another'")).toThrow('over one text')
  })

  test('asks nobody more to sign once signing is over, and is over once', () => {
    const signing = insert(sql, 'Signing')
    update('Signing', signing, `stoppedAt = ${moment}`)()
    insert(sql, 'Organisation', { id: 900 })
    expect(() => required(900, signing)).toThrow('the signing is over')
    expect(update('Signing', signing, 'stoppedAt = NULL')).toThrow('ends once')
  })

  test('keeps the text of an addendum that someone has signed', () => {
    expect(update('Addendum', 1, "text = 'andet'")).toThrow('keeps its text')
  })

  test('lets an addendum be declined by someone, for a reason, once, and not be signed after that', () => {
    const id = insert(sql, 'Addendum', { number: 7 })
    const at = "declinedAt = '2026-03-04T09:00:00.000Z'"
    expect(update('Addendum', id, at)).toThrow('by someone, for a reason')
    expect(update('Addendum', id, `${at}, declinedById = 1, declineReason = ' '`)).toThrow('by someone, for a reason')
    update('Addendum', id, `${at}, declinedById = 1, declineReason = 'Nej'`)()
    expect(update('Addendum', id, 'declinedAt = NULL')).toThrow('once and for good')
    expect(update('Addendum', id, "declineReason = 'Ja'")).toThrow('once and for good')
    expect(() => insert(sql, 'AddendumSignature', { addendumId: id, capacity: 'HOUSING' })).toThrow('is not signed')
    const signed = insert(sql, 'Addendum', { number: 8 })
    insert(sql, 'AddendumSignature', { addendumId: signed, capacity: 'ORGANISATION' })
    const declined = `${at}, declinedById = 1, declineReason = 'Nej'`
    expect(update('Addendum', signed, declined)).toThrow('does not decline it')
  })
})

describe('what points at nothing', () => {
  const nowhere = 999_999
  test.each([
    ['FollowUp', 'personId'],
    ['FollowUp', 'bodyId'],
    ['Attendance', 'personId'],
    ['Attendance', 'seatId'],
    ['Attendance', 'standsInForId'],
    ['Recusal', 'personId'],
    ['MinutedStatement', 'personId'],
    ['SpentAmount', 'mandateId'],
    ['AwaitedItem', 'referralId'],
    ['RulesOfProcedure', 'adoptedByDecisionId'],
    ['RequiredSignature', 'personId'],
    ['AddendumSignature', 'personId'],
  ])('%s.%s is refused, when it is entered and when it is changed', (table, column) => {
    expect(() => insert(sql, table, { [column]: nowhere })).toThrow('FOREIGN KEY constraint failed')
  })

  test('a follow-up is not handed to a person who does not exist', () => {
    const id = insert(sql, 'FollowUp', { bodyId: 1, personId: 1 })
    expect(update('FollowUp', id, `personId = ${nowhere}`)).toThrow('FOREIGN KEY constraint failed: FollowUp.personId')
  })

  test('a secretariat names nobody without the organisation’s document', () => {
    expect(() => insert(sql, 'Authorisation', { namedAs: 'SECRETARIAT', sourceBody: 'Bestyrelsen' })).toThrow(
      'without the organisation',
    )
  })
})
