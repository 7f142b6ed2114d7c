import type { Actor } from '../../../access/actor.ts'
import { sideName } from '../../../access/cooperation.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { isOn } from '../../../kernel/periods.ts'
import { plural } from '../../../kernel/text.ts'
import { partiesPath } from '../parties/paths.ts'
import { bodyPath } from './paths.ts'
import { type BodyRow, type RulesRow, readBodies, readRulesOfAll, readSeatsOn } from './queries.ts'
import { rulesInForce } from './rules/rules-in-force.ts'
import { type Quorum, structureWarnings, warningsOf } from './seat-rules.ts'

/** The bodies as of a day: the cooperation's own first, then those that give each organisation's mandates. */
export function bodiesPage(actor: Actor, dag: Day | null) {
  const on = dag ?? actor.today
  const bodies = readBodies(actor.database).filter(body => isOn(body, on))
  const seats = readSeatsOn(actor.database, on)
  const rules = readRulesOfAll(actor)
  const tail = on === actor.today ? '' : `?dag=${on}`
  const line = (body: BodyRow) => {
    const own = seats.filter(seat => seat.bodyId === body.id)
    const chair = own.find(seat => seat.role === 'CHAIR')
    return {
      href: `${bodyPath(body.slug)}${tail}`,
      name: body.name,
      side: body.side ? sideName(actor.database, body.side) : 'Begge parter',
      about: body.about,
      seats: plural(own.length, 'plads', 'pladser'),
      chair: chair ? `Formand: ${chair.person}` : null,
      organisation: body.organisationName,
      warnings: warningsOf(
        body,
        own,
        quorumOn(
          rules.filter(({ bodyId }) => bodyId === body.id),
          on,
        ),
        on,
      ),
    }
  }
  const ofKind = (deciding: boolean) => bodies.filter(body => (body.kind === 'DECIDING_BODY') === deciding).map(line)
  return {
    title: 'Organer',
    active: 'parter',
    crumbs: [{ text: 'Parter', href: partiesPath }, { text: 'Organer' }],
    day: on,
    shownDay: on === actor.today ? null : longDay(on),
    structureWarnings: bodies.length === 0 ? [] : structureWarnings(bodies, on),
    own: ofKind(false),
    deciding: ofKind(true),
  }
}

/** What the rules in force on a day ask of a body's quorum; null: it has none. */
export function quorumOn(rules: readonly RulesRow[], on: Day): Quorum | null {
  const found = rulesInForce(rules, on)
  return found ? { housing: found.quorumHousing, municipality: found.quorumMunicipality } : null
}
