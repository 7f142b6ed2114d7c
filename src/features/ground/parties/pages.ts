import type { Actor, Side } from '../../../access/actor.ts'
import { cooperationOf } from '../../../access/cooperation.ts'
import { mayDo } from '../../../access/policy.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { compareDanish } from '../../../kernel/text.ts'
import { importPath } from '../people/paths.ts'
import { kindNames } from './labels.ts'
import { type FormerName, nameOn } from './organisations/organisation-rules.ts'
import { organisationPath, partiesPath } from './paths.ts'
import { type OrganisationRow, readAdministrationsOn, readFormerNames, readOrganisations } from './queries.ts'

interface Line {
  href: string
  name: string
  kind: string
  note: string | null
  below: Line[]
}

/** The two sides with their organisations as of a day; what is administered or belongs under another stands below it. */
export function partiesPage(actor: Actor, query: { q?: string | undefined; dag: Day | null }) {
  const on = query.dag ?? actor.today
  const words = (query.q ?? '').trim()
  const all = partiesOn(actor, on)
  const cooperation = cooperationOf(actor.database)
  const sides = (['HOUSING', 'MUNICIPALITY'] as const).map(side => ({
    heading: cooperation.sides[side],
    id: side.toLowerCase(),
    lines: matching(linesOf(all, side, actor.today, on), words),
  }))
  const external = matching(linesOf(all, null, actor.today, on), words)
  return {
    title: 'Parter',
    active: 'parter',
    crumbs: [{ text: 'Parter' }],
    filters: { q: words, day: on },
    shownDay: on === actor.today ? null : longDay(on),
    sides,
    external,
    nothing: external.length === 0 && sides.every(({ lines }) => lines.length === 0),
    newPath: mayDo(actor, 'manageOwnSide') ? `${partiesPath}/ny` : null,
    importPath: mayDo(actor, 'addPeople') ? importPath : null,
  }
}

export interface PartiesOn {
  organisations: OrganisationRow[]
  /** An association's administrator on the day. */
  administrators: Map<number, number>
}

/** The organisations of a day under the names that they had then. */
export function partiesOn(actor: Actor, on: Day): PartiesOn {
  const db = actor.database
  const former = readFormerNames(db)
  const namesOf = (id: number): FormerName[] => former.filter(name => name.organisationId === id)
  const organisations = readOrganisations(db, on).map(row => {
    const name = nameOn(row.name, namesOf(row.id), on)
    return { ...row, name, shortName: name === row.name ? row.shortName : name }
  })
  const administrators = new Map(
    readAdministrationsOn(db, on).map(({ associationId, administratorId }) => [associationId, administratorId]),
  )
  return { organisations, administrators }
}

/** What an organisation stands below: its administrator, or its municipality. */
export const aboveOf = (organisation: OrganisationRow, { administrators, organisations }: PartiesOn): number | null => {
  const above = administrators.get(organisation.id) ?? organisation.parentId
  return above !== null && organisations.some(({ id }) => id === above) ? above : null
}

function linesOf(parties: PartiesOn, side: Side | null, today: Day, on: Day): Line[] {
  const own = parties.organisations.filter(organisation => organisation.side === side)
  const line = (organisation: OrganisationRow): Line => ({
    href: `${organisationPath(organisation.slug)}${on === today ? '' : `?dag=${on}`}`,
    name: organisation.name,
    kind: kindNames[organisation.kind],
    note: organisation.to !== null ? `Til og med den ${longDay(organisation.to)}` : null,
    below: own
      .filter(other => aboveOf(other, parties) === organisation.id)
      .map(line)
      .sort((one, other) => (organisation.kind === 'MUNICIPALITY' ? 0 : compareDanish(one.name, other.name))),
  })
  return own.filter(organisation => aboveOf(organisation, parties) === null).map(line)
}

/** Lines with the words in their name, or with such lines below. */
function matching(lines: Line[], words: string): Line[] {
  if (words === '') return lines
  const sought = words.toLocaleLowerCase('da')
  const fits = ({ name, kind }: Line) => `${name} ${kind}`.toLocaleLowerCase('da').includes(sought)
  return lines.flatMap(line => {
    const below = matching(line.below, words)
    return fits(line) || below.length > 0 ? { ...line, below: fits(line) ? line.below : below } : []
  })
}
