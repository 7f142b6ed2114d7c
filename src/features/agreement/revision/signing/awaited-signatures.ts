import type { Actor } from '../../../../access/actor.ts'
import { inSecretariat } from '../../../../access/policy.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import { type Day, dayOf, longDay } from '../../../../kernel/days.ts'
import { capitalised, listDanish, plural } from '../../../../kernel/text.ts'
import {
  type AddendumCapacity,
  type AddendumKind,
  addendumSentence,
  capacityNames,
  standsSql,
} from '../../../ground/parties/index.ts'
import { addendumPath } from '../../agreement/paths.ts'
import { roundPath } from '../paths.ts'
import { underWaySql, waitedForSql } from './signing-state.ts'

const awaitedSignature = rowsOf({
  year: column.number,
  /** Of an addendum; null: the agreement itself. */
  addendum: column.orNull(column.number),
  kind: column.orNull(column.oneOf<AddendumKind>()),
  organisationId: column.number,
  organisation: column.text,
  slug: column.text,
  capacity: column.oneOf<AddendumCapacity>(),
  /** The day from which it is meant to hold, where one was agreed upon. */
  by: column.orNull(column.day),
  /** The organisation has declined to sign the addendum: no signature is awaited, but a secretariat is to see it. */
  declinedAt: column.orNull(column.moment),
})
type AwaitedSignature = RowOf<typeof awaitedSignature>

/** The same for everyone: one statement, until anything is committed. */
const awaitedSignatures = untilCommit<'all', AwaitedSignature[]>(1, ({ sql }) =>
  sql.all(
    awaitedSignature,
    `SELECT r.year, NULL AS addendum, NULL AS kind, q.organisationId, q.organisationName AS organisation, o.slug,
            'ORGANISATION' AS capacity,
            CASE WHEN s.inForceFrom > substr(s.openedAt, 1, 10) THEN s.inForceFrom END AS "by", NULL AS declinedAt
     FROM Signing s JOIN RevisionRound r ON r.id = s.roundId JOIN RequiredSignature q ON q.signingId = s.id
       JOIN Organisation o ON o.id = q.organisationId
     WHERE ${underWaySql('s')} AND ${waitedForSql('q')}
     UNION ALL
     SELECT v.year, a.number, a.kind, a.organisationId, o.name, o.slug, c.value, a.inForceFrom, NULL
     FROM Addendum a JOIN AgreementVersion v ON v.id = a.versionId JOIN Organisation o ON o.id = a.organisationId
       JOIN json_each('["ORGANISATION","HOUSING","MUNICIPALITY"]') c
     WHERE ${standsSql('a')} AND NOT EXISTS
       (SELECT 1 FROM AddendumSignature s WHERE s.addendumId = a.id AND s.capacity = c.value)
     UNION ALL
     SELECT v.year, a.number, a.kind, a.organisationId, o.name, o.slug, 'ORGANISATION', NULL, a.declinedAt
     FROM Addendum a JOIN AgreementVersion v ON v.id = a.versionId JOIN Organisation o ON o.id = a.organisationId
     WHERE a.declinedAt IS NOT NULL AND a.droppedAt IS NULL AND NOT EXISTS
       (SELECT 1 FROM Addendum later WHERE later.organisationId = a.organisationId AND later.id > a.id)`,
  ),
)

export interface SignatureToSee {
  text: string
  href: string
  by: Day | null
}

/** What the person is to sign, for whom; and to a secretariat also who else is waited for. */
export function signaturesToSee(actor: Actor): SignatureToSee[] {
  const signs = new Set(
    actor.authorisations.flatMap(given => (given.kind === 'SIGNATORY' ? [given.organisationId] : [])),
  )
  const secretary = inSecretariat(actor, null)
  if (signs.size === 0 && !secretary) return []
  const all = awaitedSignatures(actor.database, 'all')
  const awaited = all.filter(({ declinedAt }) => declinedAt === null)
  const isMine = ({ capacity, organisationId }: AwaitedSignature): boolean =>
    capacity === 'ORGANISATION' ? signs.has(organisationId) : inSecretariat(actor, capacity)
  const mine = awaited.filter(isMine)
  const others = secretary ? byText(awaited).filter(rows => !rows.some(isMine)) : []
  const declined = secretary ? all.filter(({ declinedAt }) => declinedAt !== null) : []
  return [...declined.map(toSettle), ...mine.map(toSign), ...others.map(waitedFor)]
}

/** Until a secretariat gives the addendum up, or writes another about the organisation. */
const toSettle = (row: AwaitedSignature): SignatureToSee => ({
  text: `${row.organisation} har afvist ${nameOf(row)}${row.declinedAt ? ` den ${longDay(dayOf(row.declinedAt))}` : ''}`,
  href: addendumPath(row.year, row.addendum ?? 0),
  by: null,
})

const toSign = (row: AwaitedSignature): SignatureToSee => ({
  text:
    row.addendum === null
      ? `Underskriv den reviderede aftale for ${row.organisation}`
      : `Underskriv ${nameOf(row)} for ${capacityNames(row.organisation)[row.capacity]}`,
  href: row.addendum === null ? `${roundPath(row.year)}/underskriv/${row.slug}` : addendumPath(row.year, row.addendum),
  by: row.by,
})

function waitedFor(rows: [AwaitedSignature, ...AwaitedSignature[]]): SignatureToSee {
  const [first] = rows
  const names = rows.map(row => capacityNames(row.organisation)[row.capacity])
  const who = names.length > 3 ? plural(names.length, 'organisation', 'organisationer') : listDanish(names)
  const what = first.addendum === null ? `Den reviderede aftale fra ${first.year}` : capitalised(nameOf(first))
  return {
    text: `${what} mangler underskrift fra ${who}`,
    href: first.addendum === null ? `${roundPath(first.year)}#underskrifter` : addendumPath(first.year, first.addendum),
    by: first.by,
  }
}

/** »tillæg 1 (FAB udtræder)« */
const nameOf = ({ addendum, kind, organisation }: AwaitedSignature): string =>
  `tillæg ${addendum} (${organisation} ${kind ? addendumSentence[kind] : ''})`

/** Those of one round, or of one addendum, together. */
function byText(awaited: AwaitedSignature[]): [AwaitedSignature, ...AwaitedSignature[]][] {
  const groups = new Map<string, [AwaitedSignature, ...AwaitedSignature[]]>()
  for (const row of awaited) {
    const key = `${row.year} ${row.addendum ?? ''}`
    const known = groups.get(key)
    if (known) known.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}
