import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { shortHash } from '../../../../kernel/hash.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { readCitations } from '../citations/read-citations.ts'
import {
  citeVersionPath,
  needPath,
  newVersionPath,
  versionCsvPath,
  versionOnAgendaPath,
  withdrawEstimatePath,
} from '../paths.ts'
import { active } from '../tabs.ts'
import { estimateCrumbs, factsOf, figureRows, leftOut, tagsOf, versionLine } from './estimate-lines.ts'
import { type EstimateVersion, readVersions } from './read-estimates.ts'

/** @throws Refusal when there is no such version */
export function foundVersion(actor: Actor, number: string, version: number): EstimateVersion {
  const found = readVersions(actor, number).find(row => row.version === version)
  if (!found) throw notFound('Versionen findes ikke.')
  return found
}

/**
 * R42: a version of an estimate with its figures, what is new in it, and what builds on it.
 * @param version left out: the one that counts
 */
export function showPage(actor: Actor, number: string, version?: number) {
  const versions = readVersions(actor, number)
  const row = version === undefined ? versions[0] : versions.find(one => one.version === version)
  if (!row) throw notFound('Versionen findes ikke.')
  const before = versions.find(one => one.version === row.version - 1)?.content ?? null
  const isNewest = row.version === row.newest
  const shown = isNewest ? estimateCrumbs(row) : estimateCrumbs(row, { text: `Version ${row.version}` })
  const counts = isNewest && row.withdrawn === null
  const mayKeep = mayDo(actor, 'keepNeed')
  const gone = leftOut(row.content, before)
  return {
    title: `${row.content.title}, version ${row.version}`,
    active,
    crumbs: shown,
    eventsHref: ownEvents(actor, 'behovsvurdering', row.estimateId),
    number: `Behovsvurdering ${row.number}, version ${row.version}`,
    heading: row.content.title,
    ...tagsOf(row),
    actions:
      mayKeep && counts
        ? [
            { text: 'Offentliggør en ny version', href: newVersionPath(number) },
            { text: 'Sæt på en dagsorden', href: versionOnAgendaPath(number, row.version) },
            { text: 'Henvis fra en beslutning', href: citeVersionPath(number, row.version) },
            { text: 'Træk vurderingen tilbage', href: withdrawEstimatePath(number) },
          ]
        : mayKeep && row.withdrawn === null
          ? [{ text: 'Henvis fra en beslutning', href: citeVersionPath(number, row.version) }]
          : [],
    facts: [...factsOf(row), { term: 'Kontrolkode', text: shortHash(row.hash) }],
    method: row.content.method,
    changed: row.content.changed,
    hasBefore: before !== null,
    rows: figureRows(row.content, before),
    hasSizes: row.content.lines.some(({ size }) => size !== 'all'),
    hasTypes: row.content.lines.some(({ type }) => type !== 'all'),
    gone,
    csvHref: versionCsvPath(number, row.version),
    balanceHref: counts ? needPath : null,
    citations: readCitations(actor, row.id),
    versions: versions.length > 1 ? versions.map(one => versionLine(one, row.version)) : [],
  }
}
