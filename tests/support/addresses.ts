import type { Database } from '../../src/database/database.ts'

/** What an address names: something of both sides, of one, or of nobody in particular. */
export type Owner = 'joint' | 'draft' | 'housing' | 'municipal' | 'none'

export interface Address {
  path: string
  owner: Owner
}

type Values = Record<string, string | number>

interface Sample {
  owner: Owner
  values: Values
}

/** Real addresses of a declared route, one for every kind of owner that there is something of in the demo. */
export function addressesOf(route: string, samples: Samples): Address[] {
  const names = [...route.matchAll(/:(\w+)/g)].map(match => match[1] ?? '')
  if (names.length === 0) return [{ path: route + (samples.queries[route] ?? ''), owner: 'none' }]
  const found = samplesFor(route, samples)
  return found.flatMap(({ owner, values }) =>
    names.every(name => name in values)
      ? [{ path: route.replace(/:(\w+)/g, (_all, name: string) => String(values[name])), owner }]
      : [],
  )
}

export type Samples = ReturnType<typeof samplesIn>

/** Which samples a route is tried with, by how its address begins. A route of a new kind asks for a line here. */
function samplesFor(route: string, samples: Samples): Sample[] {
  if (route.startsWith('/moeder/:meeting')) return samples.meetings(route)
  if (route.startsWith('/parter/:organisation')) return samples.organisations(route)
  if (route.startsWith('/organer/:body')) return samples.bodies
  if (route.startsWith('/beslutninger/:year')) return samples.decisions
  if (route.startsWith('/mandater/:id/posteringer/:entry/tilbagefoer')) return samples.reversals
  if (route.startsWith('/mandater/:id/posteringer')) return samples.entries
  if (route.startsWith('/mandater/:id')) return samples.mandates
  if (route.startsWith('/boligomraader/:area')) return samples.areas
  if (route.startsWith('/sagsomraader/:area')) return samples.subjectAreas
  if (route.startsWith('/forelaeggelser/:number')) return samples.referrals(route)
  if (route.startsWith('/opfoelgning/:id')) return samples.followUps
  if (route.startsWith('/punktforslag/:proposal')) return samples.proposals
  if (route.startsWith('/foer-portalen/:')) return samples.earlier(route)
  if (route.startsWith('/foer-portalen/flere/:batch')) return [{ owner: 'none', values: { batch: '0'.repeat(32) } }]
  if (route.startsWith('/haendelser/:id')) return samples.events
  if (route.startsWith('/sager/:')) return samples.cases
  if (route.startsWith('/konti/personer/:person')) return samples.people
  if (route.startsWith('/konti/:account')) return samples.accounts
  if (route.startsWith('/bilag/:')) return samples.attachments
  if (route.startsWith('/aftalen/revision/:year')) return samples.revisions(route)
  if (route.startsWith('/aftalen/:year/tillaeg')) return samples.addenda
  if (route.startsWith('/aftalen/:year')) return samples.agreements
  return []
}

export function samplesIn(db: Database) {
  const one = <Row extends Values>(text: string, ...values: (string | number)[]): Row => {
    const row = db.sql.get<Row>(text, ...values)
    if (!row) throw new Error(`The demo has nothing for: ${text}`)
    return row
  }
  const meetings = meetingSamples(db, '')
  return {
    meetings: (route: string) => meetingSamples(db, route),
    /** What a page without parameters must be told in its query. */
    queries: { '/opfoelgning/ny': `?punkt=${meetings[0]?.values.item}` } as Record<string, string>,
    organisations: (route: string) => organisationSamples(db, route),
    bodies: [
      { owner: 'joint', values: { body: 'faelles-gruppe' } },
      { owner: 'housing', values: { body: 'strategigruppe-bolig' } },
      { owner: 'municipal', values: { body: 'strategigruppe-kommune' } },
    ].map(sample => ({ ...sample, values: { ...sample.values, ...seatIn(db, sample.values.body) } })) as Sample[],
    decisions: [
      {
        owner: 'joint',
        values: one<{ year: number; serial: number }>(
          `SELECT d.year, d.serial FROM Decision d JOIN Meeting m ON m.id = d.meetingId
           WHERE m.state = 'MINUTES_APPROVED' AND d.closed = 0 ORDER BY d.id DESC`,
        ),
      },
    ] as Sample[],
    mandates: (
      [
        ['municipal', 'odense-kommune'],
        ['housing', 'hoejstrup'],
      ] as const
    ).map(
      ([owner, slug]): Sample => ({
        owner,
        values: one<{ id: number }>(
          'SELECT m.id FROM Mandate m JOIN Organisation o ON o.id = m.organisationId WHERE o.slug = ? AND m.revokedFrom IS NULL AND m.total IS NOT NULL AND m.onlyDecisionId IS NULL AND m.sourceDocumentId IS NOT NULL ORDER BY m.id DESC',
          slug,
        ),
      }),
    ),
    entries: [
      {
        owner: 'joint',
        values: one<{ id: number; entry: number }>(
          'SELECT mandateId AS id, id AS entry FROM MandateEntry WHERE sourceDocumentId IS NOT NULL',
        ),
      },
    ] as Sample[],
    /** An entry of an organisation whose keeper asks; the demo has nothing drawn before the portal. */
    reversals: [
      {
        owner: 'housing',
        values: one<{ id: number; entry: number }>(
          `SELECT e.mandateId AS id, e.id AS entry FROM MandateEntry e JOIN Mandate m ON m.id = e.mandateId
           JOIN Organisation o ON o.id = m.organisationId WHERE o.slug = 'hoejstrup'`,
        ),
      },
    ] as Sample[],
    earlier: (route: string) => earlierSamples(db, route),
    areas: [
      { owner: 'none', values: one<{ area: number }>('SELECT id AS area FROM HousingArea WHERE "to" IS NULL') },
    ] as Sample[],
    subjectAreas: [
      { owner: 'none', values: one<{ area: number }>('SELECT id AS area FROM SubjectArea WHERE "to" IS NULL') },
    ] as Sample[],
    referrals: (route: string) => referralSamples(db, route),
    followUps: [
      {
        owner: 'joint',
        values: one<{ id: number }>(
          `SELECT f.id FROM FollowUp f JOIN Organisation o ON o.id = f.organisationId
           JOIN Body b ON b.id = f.bodyId WHERE f.closedAt IS NULL AND o.slug = 'hoejstrup' AND b.slug = 'faelles-gruppe'`,
        ),
      },
    ] as Sample[],
    proposals: [
      {
        owner: 'joint',
        values: one<{ proposal: number }>('SELECT id AS proposal FROM ItemProposal WHERE answeredAt IS NULL'),
      },
    ] as Sample[],
    cases: [
      {
        owner: 'joint',
        values: one<{ number: string; case: string; id: number }>(
          'SELECT number, number AS "case", id FROM "Case" WHERE sideInternal IS NULL',
        ),
      },
    ] as Sample[],
    events: [
      {
        owner: 'none',
        values: one<{ id: number }>("SELECT max(id) AS id FROM Event WHERE kind = 'agreementEntered'"),
      },
    ] as Sample[],
    people: [
      {
        owner: 'none',
        values: one<{ person: number }>("SELECT personId AS person FROM Account WHERE email LIKE 'laeser@%'"),
      },
    ] as Sample[],
    accounts: [
      {
        owner: 'none',
        values: one<{ account: number }>("SELECT id AS account FROM Account WHERE email LIKE 'laeser@%'"),
      },
    ] as Sample[],
    revisions: (route: string) => revisionSamples(db, route),
    addenda: [{ owner: 'none', values: { ...one<{ year: number }>(newestVersion), number: 1 } }] as Sample[],
    agreements: [
      {
        owner: 'none',
        values: {
          year: 2008,
          other: one<{ year: number }>(newestVersion).year,
          signature: one<{ id: number }>(
            'SELECT s.id FROM AgreementSignature s JOIN AgreementVersion v ON v.id = s.versionId WHERE v.year = 2008',
          ).id,
        },
      },
    ] as Sample[],
    attachments: [
      {
        owner: 'joint',
        values: one<{ attachment: number; id: number }>(
          `SELECT a.id AS attachment, a.id FROM Attachment a JOIN AgendaItem i ON i.id = a.itemId JOIN Meeting m ON m.id = i.meetingId
           WHERE a.removedAt IS NULL AND i.closed = 0 AND m.state = 'CALLED'`,
        ),
      },
    ] as Sample[],
  }
}

const newestVersion = 'SELECT year FROM AgreementVersion ORDER BY year DESC LIMIT 1'

/** The round under way, whose draft is being written, and the one before, which was decided upon and signed. */
function revisionSamples(db: Database, route: string): Sample[] {
  const signed = db.sql.get<{ year: number; item: number }>(
    `SELECT r.year, i.itemId AS item FROM RevisionRound r JOIN RevisionItem i ON i.roundId = r.id
     JOIN AgreementVersion v ON v.roundId = r.id ORDER BY r.year DESC LIMIT 1`,
  )
  const open = db.sql.get<{ year: number }>('SELECT year FROM RevisionRound ORDER BY year DESC LIMIT 1')
  if (!signed || !open) return []
  if (route.includes(':item')) return [{ owner: 'joint', values: { ...signed } }]
  if (route.includes(':organisation')) return [{ owner: 'housing', values: { ...signed, organisation: 'fab' } }]
  const values = { ...open, number: 1, first: 2, second: 3, step: 'foreslaa-lukning', section: 'moederne' }
  return [{ owner: 'joint', values }]
}

/** Pages that are there only while a meeting is as far as this; elsewhere any state will do. */
const statesOf: [page: string, state: string][] = [
  ['/afvikling', 'IN_SESSION'],
  ['/referat/indsigelse', 'MINUTES_OUT'],
  ['/referat', 'MINUTES_APPROVED'],
]

/** A called meeting of the joint group, one whose agenda is a draft, and a held one of each strategy group. */
function meetingSamples(db: Database, route: string): Sample[] {
  if (route.includes('/mandater/:check')) return [checkSample(db)]
  const inner = /:(guest|recusal|statement)/.exec(route)?.[1]
  if (inner) return [innerSample(db, inner)]
  const needed = statesOf.find(([page]) => route.includes(page))?.[1]
  const wanted: [Owner, body: string, state: string][] = [
    ['joint', 'faelles-gruppe', needed ?? 'CALLED'],
    ['draft', 'faelles-gruppe', 'AGENDA_IN_PREPARATION'],
    ['housing', 'strategigruppe-bolig', needed ?? 'MINUTES_APPROVED'],
    ['municipal', 'strategigruppe-kommune', needed ?? 'MINUTES_APPROVED'],
  ]
  return wanted.flatMap(([owner, body, state]) => {
    if (owner === 'draft' && needed) return []
    const meeting = db.sql.get<{ meeting: number; item: number }>(
      `SELECT m.id AS meeting, i.id AS item FROM Meeting m JOIN Body b ON b.id = m.bodyId JOIN AgendaItem i ON i.meetingId = m.id
       WHERE b.slug = ? AND m.state = ? AND i.standing IS NULL AND i.closed = 0 ORDER BY m.day DESC, i.position LIMIT 1`,
      body,
      state,
    )
    if (!meeting && needed && owner !== 'joint') return []
    if (!meeting) throw new Error(`The demo has no meeting of ${body} that is ${state}.`)
    const within = (text: string) => db.sql.get<Values>(text, meeting.meeting) ?? {}
    const values = {
      ...meeting,
      ...within('SELECT number FROM AgendaVersion WHERE meetingId = ?'),
      ...within('SELECT number AS version FROM MinutesVersion WHERE meetingId = ?'),
      ...within(
        'SELECT a.id AS attachment FROM Attachment a JOIN AgendaItem i ON i.id = a.itemId WHERE i.meetingId = ?',
      ),
      ...within(
        'SELECT q.id AS question FROM ItemQuestion q JOIN AgendaItem i ON i.id = q.itemId WHERE i.meetingId = ?',
      ),
      ...within('SELECT id AS objection FROM Objection WHERE meetingId = ?'),
      ...within('SELECT personId AS person FROM Attendance WHERE meetingId = ?'),
    }
    return [{ owner, values }]
  })
}

/** A check that was prepared for an item of the joint group. */
function checkSample(db: Database): Sample {
  const values = db.sql.get<Values>(
    `SELECT c.id AS "check", i.id AS item, i.meetingId AS meeting FROM PreparedCheck c JOIN AgendaItem i ON i.id = c.itemId
     WHERE c.removedAt IS NULL LIMIT 1`,
  )
  if (!values) throw new Error('The demo has no prepared check.')
  return { owner: 'joint', values }
}

/** One that waits, for the page that answers it; one with its protocol or an attachment, for those files. */
function referralSamples(db: Database, route: string): Sample[] {
  const wanted = /\/(svar|frist)$/.test(route)
    ? `r.answer IS NULL AND r.withdrawnAt IS NULL
       AND r.organisationId IN (SELECT organisationId FROM Authorisation WHERE kind = 'MANDATE_KEEPER')`
    : route.endsWith('/protokol')
      ? 'r.documentId IS NOT NULL'
      : '1 = 1'
  const attached = route.includes(':attachment') ? '' : 'LEFT'
  const values = db.sql.get<Values>(
    `SELECT r.number, a.id AS attachment FROM Referral r JOIN Decision d ON d.id = r.decisionId
     ${attached} JOIN Attachment a ON a.itemId = d.itemId AND a.removedAt IS NULL
     WHERE ${wanted} AND d.closed = 0 ORDER BY r.id LIMIT 1`,
  )
  return values ? [{ owner: 'joint', values }] : []
}

/** What was entered in a session of the joint group, in whichever meeting the demo has it. */
function innerSample(db: Database, name: string): Sample {
  const table = { guest: 'Guest', recusal: 'Recusal', statement: 'MinutedStatement' }[name]
  const item = name === 'guest' ? '(SELECT min(i.id) FROM AgendaItem i WHERE i.meetingId = x.meetingId)' : 'x.itemId'
  const values = db.sql.get<Values>(
    `SELECT x.id AS ${name}, i.id AS item, i.meetingId AS meeting
     FROM "${table}" x JOIN AgendaItem i ON i.id = ${item} JOIN Meeting m ON m.id = i.meetingId
     JOIN Body b ON b.id = m.bodyId WHERE b.slug = 'faelles-gruppe' LIMIT 1`,
  )
  if (!values) throw new Error(`The demo has no ${name} in a session of the joint group.`)
  return { owner: 'joint', values }
}

/** :id names a person, an authorisation, an administration or a condition, as the address says before it. */
function organisationSamples(db: Database, route: string): Sample[] {
  const rows: Record<string, string> = {
    personer: 'SELECT p.id FROM Person p WHERE p.organisationId = ? AND p.endedOn IS NULL',
    bemyndigelser: 'SELECT a.id FROM Authorisation a WHERE a.organisationId = ? AND a."to" IS NULL',
    administration: 'SELECT a.id FROM Administration a WHERE a.administratorId = ?',
    vilkaar: 'SELECT c.id FROM Condition c WHERE c.organisationId = ?',
  }
  const table = /\/(personer|bemyndigelser|administration|vilkaar)\/:id/.exec(route)?.[1]
  return (
    [
      ['housing', 'hoejstrup'],
      ['municipal', 'by-og-kulturforvaltningen'],
    ] as const
  ).map(([owner, organisation]) => {
    const own = db.sql.get<{ id: number }>('SELECT id FROM Organisation WHERE slug = ?', organisation)
    const inner = table ? db.sql.get<{ id: number }>(rows[table] ?? '', own?.id ?? 0) : undefined
    return { owner, values: { organisation, ...inner } }
  })
}

function seatIn(db: Database, body: string | undefined): Values {
  return (
    db.sql.get<Values>(
      'SELECT s.id AS seat, s.id FROM Seat s JOIN Body b ON b.id = s.bodyId WHERE b.slug = ? AND s."to" IS NULL ORDER BY s.id',
      body ?? '',
    ) ?? {}
  )
}

/** A document from before the portal of the joint group and of each side's strategy group, with its file where one is asked for. */
function earlierSamples(db: Database, route: string): Sample[] {
  const bodies: [Owner, string][] = [
    ['joint', 'faelles-gruppe'],
    ['housing', 'strategigruppe-bolig'],
    ['municipal', 'strategigruppe-kommune'],
  ]
  const withFile = route.includes(':file') ? '' : 'LEFT'
  return bodies.flatMap(([owner, body]) => {
    const values = db.sql.get<Values>(
      `SELECT r.id AS record, f.id AS file FROM EarlierRecord r JOIN Body b ON b.id = r.bodyId
       ${withFile} JOIN EarlierFile f ON f.recordId = r.id WHERE b.slug = ? AND r.withdrawnAt IS NULL AND r.closed = 0`,
      body,
    )
    return values ? [{ owner, values }] : []
  })
}
