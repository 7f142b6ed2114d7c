import type { DeclaredRoute } from '../../src/http/route.ts'
import type { TestApp } from '../support/app.ts'

const ofOrganisation = (table: string, column = 'organisationId') =>
  `SELECT o.slug AS organisation, min(x.id) AS id FROM ${table} x JOIN Organisation o ON o.id = x.${column} GROUP BY o.id LIMIT 3`

/** The rows that an address can name, by the parameters in it. */
const rows: [path: RegExp, text: string][] = [
  [
    /^\/moeder\/:meeting\/bilag/,
    'SELECT i.meetingId AS meeting, a.id AS attachment FROM Attachment a JOIN AgendaItem i ON i.id = a.itemId',
  ],
  [
    /^\/moeder\/:meeting\/spoergsmaal/,
    'SELECT i.meetingId AS meeting, q.id AS question FROM ItemQuestion q JOIN AgendaItem i ON i.id = q.itemId',
  ],
  [/^\/moeder\/:meeting\/dagsorden\/versioner/, 'SELECT meetingId AS meeting, number FROM AgendaVersion'],
  [/^\/moeder\/:meeting\/referat\/versioner/, 'SELECT meetingId AS meeting, number FROM MinutesVersion'],
  [/^\/moeder\/:meeting\/referat\/indsigelser/, 'SELECT meetingId AS meeting, id AS objection FROM Objection'],
  [/^\/moeder\/:meeting\/.*:item/, 'SELECT meetingId AS meeting, id AS item FROM AgendaItem WHERE standing IS NULL'],
  [
    /^\/moeder\/:meeting\/.*:person/,
    'SELECT meetingId AS meeting, min(personId) AS person FROM Attendance GROUP BY meetingId',
  ],
  [/^\/moeder\/:meeting/, 'SELECT id AS meeting FROM Meeting'],
  [/^\/beslutninger\/:year/, 'SELECT year, serial FROM Decision'],
  [/^\/mandater\/:id/, 'SELECT id FROM Mandate'],
  [
    /^\/forelaeggelser\/:number/,
    `SELECT r.number, a.id AS attachment FROM Referral r JOIN Decision d ON d.id = r.decisionId
     LEFT JOIN Attachment a ON a.itemId = d.itemId`,
  ],
  [/^\/sagsomraader\/:area/, 'SELECT id AS area FROM SubjectArea'],
  [/^\/boligomraader\/:area/, 'SELECT id AS area FROM HousingArea'],
  [
    /^\/aftalen\/:year\/tillaeg\/:number/,
    'SELECT v.year, a.number FROM Addendum a JOIN AgreementVersion v ON v.id = a.versionId',
  ],
  [/^\/haendelser\/:id/, 'SELECT max(id) AS id FROM Event GROUP BY kind, subject'],
  [/^\/opfoelgning\/:id/, 'SELECT id FROM FollowUp'],
  [/^\/punktforslag\/:proposal/, 'SELECT id AS proposal FROM ItemProposal'],
  [/^\/foer-portalen\/:record\/filer/, 'SELECT recordId AS record, id AS file FROM EarlierFile'],
  [/^\/foer-portalen\/:record/, 'SELECT id AS record FROM EarlierRecord'],
  [/^\/sager\/:number/, 'SELECT number FROM "Case"'],
  [/^\/bilag\/:attachment/, 'SELECT id AS attachment FROM Attachment'],
  [
    /^\/organer\/:body\/pladser\/:seat/,
    `SELECT b.slug AS body, min(s.id) AS seat FROM Seat s JOIN Body b ON b.id = s.bodyId
     WHERE b.kind <> 'DECIDING_BODY' AND s."to" IS NULL GROUP BY b.id`,
  ],
  [/^\/organer\/:body/, `SELECT slug AS body FROM Body WHERE kind <> 'DECIDING_BODY'`],
  [/^\/parter\/:organisation\/administration\/:id/, ofOrganisation('Administration', 'administratorId')],
  [/^\/parter\/:organisation\/bemyndigelser\/:id/, ofOrganisation('Authorisation')],
  [/^\/parter\/:organisation\/personer\/:id/, ofOrganisation('Person')],
  [/^\/konti\/personer\/:person/, 'SELECT min(id) AS person FROM Person'],
  [/^\/konti\/:account/, 'SELECT min(id) AS account FROM Account'],
  [
    /^\/aftalen\/revision\/:year\/forslag\/:number/,
    'SELECT r.year, p.number FROM AmendmentProposal p JOIN RevisionRound r ON r.id = p.roundId',
  ],
  [
    /^\/aftalen\/revision\/:year/,
    `SELECT r.year, s.key AS section, 'send-i-hoering' AS step FROM RevisionRound r
     JOIN AgreementSection s ON s.versionId = r.basisId`,
  ],
  [/^\/aftalen\/:year\/sammenlign/, 'SELECT a.year, b.year AS other FROM AgreementVersion a, AgreementVersion b'],
  [/^\/aftalen\/:year/, 'SELECT year FROM AgreementVersion'],
  [
    /^\/parter\/:organisation/,
    `SELECT slug AS organisation FROM Organisation WHERE slug IN ('hoejstrup', 'odense-kommune', 'fab')`,
  ],
]

/** Every address of a route in this world. */
export function addressesOf(portal: TestApp, { path }: DeclaredRoute): string[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(match => match[1] ?? '')
  if (names.length === 0) return [path]
  const known = rows.find(([start]) => start.test(path))
  const found = known ? portal.db.sql.all<Record<string, string | number>>(known[1]) : []
  return found
    .filter(row => names.every(name => name in row))
    .map(row => path.replace(/:(\w+)/g, (_all, name: string) => String(row[name])))
    .flatMap(asked => (hasOpenPart.test(path) ? [asked, openPart(asked)] : [asked]))
}

/** Agendas and minutes can be asked for in an edition of the open part alone. */
export const hasOpenPart = /\/(dagsorden|referat)(\/versioner\/:number)?$/
export const openPart = (path: string) => `${path}?udgave=aaben`
