import type { Actor } from '../../../../access/actor.ts'
import { sideName } from '../../../../access/cooperation.ts'
import { mayDo } from '../../../../access/policy.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { dayOf, longDay } from '../../../../kernel/days.ts'
import { listDanish, plural, sentence } from '../../../../kernel/text.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import { roundPath } from '../paths.ts'
import { releaseOf, releaseSentence } from '../signing/signing-rules.ts'
import { isWaitedFor } from '../signing/signing-state.ts'
import type { KeptRound } from './kept-round.ts'
import { latestSigning, type Round } from './load-round.ts'

/** What became of organisations of the set that have ended since. */
export function releases(actor: Actor, { round, organisations }: KeptRound): Map<number, string> {
  const signing = latestSigning(round)
  if (!signing || round.state !== 'SIGNING') return new Map()
  return new Map(
    signing.required.filter(isWaitedFor).flatMap(row => {
      const release = releaseOf(row.organisationId, organisations, actor.today)
      return release ? [[row.organisationId, releaseSentence(release)] as const] : []
    }),
  )
}

/** Who must sign, who has, and what the reader may do about it. */
export function signingBox(actor: Actor, round: Round, released: ReadonlyMap<number, string>) {
  const signing = latestSigning(round)
  if (!signing) return null
  const path = roundPath(round.year)
  const open = round.state === 'SIGNING'
  const asked = signing.required.filter(({ releasedAt }) => releasedAt === null)
  const signed = asked.filter(({ signedAt }) => signedAt !== null)
  const slugs = slugsOf(actor)
  return {
    hash: signing.textHash,
    opened: `Åbnet den ${longDay(dayOf(signing.openedAt))}`,
    from: `Kan tidligst træde i kraft den ${longDay(signing.inForceFrom)}.`,
    summary: `${signed.length} af ${plural(asked.length, 'organisation', 'organisationer')} har underskrevet.`,
    rows: signing.required.map(row => {
      const slug = slugs.get(row.organisationId) ?? ''
      const waited = open && isWaitedFor(row)
      const subject = { id: row.organisationId, side: row.side, kind: '', parentId: null }
      return {
        side: sideName(actor.database, row.side),
        organisation: row.organisationName,
        href: slug ? organisationPath(slug) : null,
        status: statusOf(row),
        detail: detailOf(row),
        ended: released.get(row.organisationId) ?? null,
        signHref:
          waited && mayDo(actor, 'signAgreement', { organisation: subject }) ? `${path}/underskriv/${slug}` : null,
        releaseAction:
          waited && released.has(row.organisationId) && mayDo(actor, 'runRevision')
            ? `${path}/underskriv/${slug}/fritag`
            : null,
      }
    }),
  }
}

type Required = NonNullable<ReturnType<typeof latestSigning>>['required'][number]

function statusOf(row: Required): { text: string; kind: 'success' | 'danger' | 'neutral' | 'info' } {
  if (row.signedAt) return { text: 'Underskrevet', kind: 'success' }
  if (row.declinedAt) return { text: 'Afvist', kind: 'danger' }
  return row.releasedAt ? { text: 'Fritaget', kind: 'neutral' } : { text: 'Mangler', kind: 'info' }
}

function detailOf(row: Required): string {
  if (row.signedAt) {
    const who = row.title ? `${row.signatory}, ${row.title}` : row.signatory
    const declared = row.onBehalfOf
    const behalf = declared.length > 0 ? ` Også for ${listDanish(declared)}.` : ''
    return `${who}, den ${longDay(dayOf(row.signedAt))}.${behalf}`
  }
  if (row.declinedAt)
    return `${row.signatory ?? ''}, den ${longDay(dayOf(row.declinedAt))}. ${sentence(`Begrundelse: ${row.declineReason ?? ''}`)}`
  return row.releaseReason ?? ''
}

const slugRow = rowsOf({
  id: column.number,
  slug: column.text,
})

const slugsOf = (actor: Actor): Map<number, string> =>
  new Map(
    actor.database.sql
      .all(slugRow, 'SELECT id, slug FROM Organisation WHERE side IS NOT NULL')
      .map(({ id, slug }) => [id, slug]),
  )
