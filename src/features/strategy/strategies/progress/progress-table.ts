import type { Actor } from '../../../../access/actor.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { findStrategy } from '../find-strategy.ts'
import { progressNames } from '../labels.ts'
import { readProgress, type TargetProgress } from './read-progress.ts'

const head = [
  'Pejlemærke',
  'Mål',
  'Delmål',
  'Titel',
  'Status',
  'Indikator',
  'Sted',
  'Enhed',
  'Udgangspunkt, år',
  'Udgangspunkt, værdi',
  'Senest målt, år',
  'Senest målt, værdi',
  'Forventet værdi det år',
  'Databrud',
  'Målår',
  'Målværdi',
  'Vurdering',
  'Registreret af',
  'Registreret',
  'Ansvarlig',
]

/** A line a target, to be taken along. */
export async function progressTable(actor: Actor, slug: string): Promise<{ head: string[]; rows: string[][] }> {
  const text = await findStrategy(actor, slug)
  if (!text.standing) throw notFound()
  return { head, rows: readProgress(actor, { textId: text.id, content: text.standing.content }).map(rowOf) }
}

function rowOf(one: TargetProgress): string[] {
  const { number, goal } = one.numbered
  const start = [String(goal.starNumber), goal.number, number, one.target.title, progressNames[one.progress.state]]
  const end = [one.now?.by ?? '', one.now?.at ?? '', one.target.owner?.name ?? '']
  const year = String(one.target.year ?? '')
  if (one.kind === 'APPRAISED')
    return [
      ...start,
      '',
      '',
      '',
      '',
      '',
      String(one.progress.year ?? ''),
      '',
      '',
      year,
      '',
      one.now?.reasons ?? '',
      ...end,
    ]
  const { target, progress } = one
  const written = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : value.toFixed(target.indicator?.decimals ?? 0).replace('.', ',')
  return [
    ...start,
    target.indicator?.name ?? '',
    target.place?.name ?? 'Hele byen',
    target.indicator?.unit ?? '',
    String(target.baseline.year ?? ''),
    written(target.baseline.value),
    String(one.now?.year ?? ''),
    written(one.now?.value),
    written(progress.expected),
    one.breaks.map(({ before, after }) => `${before}/${after}`).join(', '),
    year,
    written(target.value),
    '',
    ...end,
  ]
}
