import type { Actor } from '../../../../access/actor.ts'
import { answersAs, representedBy } from '../../../../access/represented.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { dayInRow, dayOf, longDay, shortDay } from '../../../../kernel/days.ts'
import { isOnSql } from '../../../../kernel/periods.ts'
import { plural } from '../../../../kernel/text.ts'
import { isOpen } from '../../../ground/hearing/index.ts'
import { readAdministrationsOn } from '../../../ground/parties/index.ts'
import type { OutwardInFull } from '../find-outward.ts'
import { positionKinds, positionNames, silentName } from '../labels.ts'
import { stancePath } from '../paths.ts'
import { readAsked, readStances, type StanceRow } from './stance-queries.ts'
import { groupsOf, latestStances } from './stance-rules.ts'

/** Where the organisations stand, each with its own words. Null: they have not been asked. */
export async function stancesModel(actor: Actor, { row, kept }: OutwardInFull) {
  const hearing = kept.hearings.at(-1)
  if (!hearing) return null
  const read = rowReader(actor.database)
  const asked = await readAsked(read, hearing.id)
  const given = await readStances(read, row.id)
  const latest = latestStances(given)
  const until = dayInRow(hearing.until)
  const open = isOpen({ until }, actor.today) && row.state === 'PREPARED'
  const unasked = latest.filter(stance => !asked.some(({ id }) => id === stance.organisationId))
  const administrations = readAdministrationsOn(actor.database, actor.today)
  const mayAnswer = (id: number) => {
    const by = administrations.filter(({ associationId }) => associationId === id)
    return answersAs(actor, { id, administrators: by.map(one => one.administratorId) }) !== null
  }
  const lineOf = (organisation: { id: number; slug: string; name: string }, isAsked: boolean) => {
    const stance = latest.find(({ organisationId }) => organisationId === organisation.id)
    const href = open && mayAnswer(organisation.id) ? stancePath(row.slug, organisation.slug) : null
    return {
      organisation: organisation.name,
      note: isAsked ? '' : 'Svarede uopfordret',
      tag: stance
        ? { text: positionNames[stance.position], kind: positionKinds[stance.position] }
        : { text: silentName, kind: open ? ('neutral' as const) : ('danger' as const) },
      text: stance?.text ?? '',
      when: stance ? toldOf(stance) : '',
      earlier: given.some(one => one.organisationId === organisation.id && one !== stance) ? 'Ændret undervejs' : '',
      about: `for ${organisation.name}`,
      answerHref: href && !stance ? href : null,
      changeHref: href && stance ? href : null,
    }
  }
  const rows = [
    ...asked.map(one => lineOf(one, true)),
    ...unasked.map(one => lineOf({ id: one.organisationId, slug: one.slug, name: one.name }, false)),
  ]
  return {
    until: longDay(until),
    open,
    summary: `${asked.filter(({ id }) => latest.some(({ organisationId }) => organisationId === id)).length} af ${plural(asked.length, 'organisation', 'organisationer')} har svaret.`,
    groups: groupsOf(asked, given).map(({ heading, names }) => ({ heading, count: names.length })),
    rows,
    // An association is not asked, and answers if it wants to.
    unasked: open
      ? ownAssociations(actor)
          .filter(({ id }) => !unasked.some(({ organisationId }) => organisationId === id))
          .map(({ slug, name }) => ({ text: `Svar for ${name}`, href: stancePath(row.slug, slug) }))
      : [],
  }
}

const toldOf = ({ by, as, at }: StanceRow): string =>
  `${shortDay(dayOf(at))}, ${by}${as ? ` for ${as} som administrator` : ''}`

const associationRow = rowsOf({ id: column.number, slug: column.text, name: column.text })

const ownAssociations = (actor: Actor) =>
  actor.database.sql.all(
    associationRow,
    `SELECT o.id, o.slug, o.name FROM Organisation o
     WHERE o.kind = 'ASSOCIATION' AND o.id IN (${[0, ...representedBy(actor)].join(',')}) AND ${isOnSql('o')} ORDER BY o.position`,
    actor.today,
    actor.today,
  )
