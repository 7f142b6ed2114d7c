import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { type Day, type DayPrecision, longDay, shortDay, writtenDay } from '../../../kernel/days.ts'
import { revisionPath, roundPath } from '../revision/paths.ts'
import { stateOf } from './labels.ts'
import { agreementsPath, comparisonPath, rhythmPath, versionPath } from './paths.ts'
import { type RoundLine, readRounds, readVersions, rhythmFactsOf, type VersionRow } from './queries.ts'
import { dueSentences, dueStatus, rhythmSentences } from './rhythm/revision-rhythm.ts'
import { roundStateLabels } from './rhythm/round-states.ts'
import { inForceOn } from './version/in-force.ts'
import { addendaOf } from './version/version-addenda.ts'

/** /aftalen: what is in force, every version, and whether the revision keeps its rhythm (R81). */
export function agreementPage(actor: Actor) {
  const versions = readVersions(actor.database)
  const rounds = readRounds(actor.database)
  const inForce = inForceOn(versions, actor.today)
  const due = dueStatus({
    ...rhythmFactsOf(actor.database, versions),
    today: actor.today,
    opened: rounds.map(({ year }) => year),
  })
  const mayImport = mayDo(actor, 'manageOwnSide')
  return {
    title: 'Samarbejdsaftalen',
    active: 'aftalen',
    crumbs: [{ text: 'Samarbejdsaftalen' }],
    inForce: inForce ? inForceFacts(inForce) : null,
    addenda: inForce ? addendaOf(actor.database, inForce, versions, actor.today).filter(({ dropped }) => !dropped) : [],
    // Without an agreement there is nothing to revise.
    warnings: inForce ? dueSentences(due) : [],
    versions: versions.map((version, at) => ({
      name: `Aftalen fra ${version.year}`,
      href: versionPath(version.year),
      date: rowDay(version.date, version.datePrecision),
      inForceFrom:
        version.inForceFrom === version.date
          ? rowDay(version.date, version.datePrecision)
          : shortDay(version.inForceFrom),
      state: stateOf(version, inForce?.id, actor.today),
      signatures: version.signatures,
      comparison: comparisonWith(version, versions[at + 1]),
    })),
    rounds: [...(inForce ? unopenedLines(due, mayDo(actor, 'runRevision')) : []), ...rounds.map(roundLine)],
    roundsPath: mayDo(actor, 'readRevision') ? revisionPath : null,
    rhythm: rhythmSentences(due),
    rhythmPath: inForce && mayDo(actor, 'runRevision') ? rhythmPath(inForce.year) : null,
    importPath: mayImport ? `${agreementsPath}/indlaes` : null,
    importText: inForce?.textKind === 'SUMMARY' ? 'Indlæs aftalens tekst' : 'Indlæs en tidligere aftale',
  }
}

/** In the table of versions; an old agreement may tell only its month. */
const rowDay = (day: Day, precision: DayPrecision): string =>
  precision === 'DAY' ? shortDay(day) : writtenDay(day, precision)

const inForceFacts = (version: VersionRow) => ({
  href: versionPath(version.year),
  name: version.title.split('\n').join(' '),
  facts: [
    { term: 'Mellem', text: version.parties },
    { term: 'Indgået', text: writtenDay(version.date, version.datePrecision) },
    { term: 'Gælder fra', text: inForceText(version) },
    { term: 'Underskrifter', text: String(version.signatures), href: `${versionPath(version.year)}#underskrifter` },
  ],
})

/** A version of a month is in force from that month: no day is known. */
export const inForceText = ({ date, datePrecision, inForceFrom }: VersionRow): string =>
  inForceFrom === date ? writtenDay(date, datePrecision) : longDay(inForceFrom)

const comparisonWith = (version: VersionRow, before: VersionRow | undefined) =>
  before ? { text: `Sammenlign med ${before.year}`, href: comparisonPath(before.year, version.year) } : null

const roundLine = ({ year, state, resultYear }: RoundLine) => ({
  name: `Revisionen i ${year}`,
  href: roundPath(year),
  state: roundStateLabels[state],
  result:
    resultYear === null
      ? state === 'CLOSED_WITHOUT_CHANGES'
        ? 'Ingen ny version'
        : null
      : { text: `Aftalen fra ${resultYear}`, href: versionPath(resultYear) },
})

function unopenedLines({ due, overdue }: { due: number | null; overdue: number[] }, mayOpen: boolean) {
  const years = [...(due === null ? [] : [due]), ...overdue.toReversed()]
  return years.map(year => ({
    name: `Revisionen i ${year}`,
    href: mayOpen ? `${revisionPath}/ny?aar=${year}` : null,
    state: year === due ? 'Ikke åbnet' : 'Forsinket: endnu ikke åbnet',
  }))
}
