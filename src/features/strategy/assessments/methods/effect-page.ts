import type { Actor } from '../../../../access/actor.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { readPlaces } from '../../../ground/places/index.ts'
import { proposedLevel } from '../assess-area.ts'
import { methodDraftPath } from '../paths.ts'
import { proposalsBy } from '../proposals/read-facts.ts'
import { type LoadedMethod, methodCrumbs } from './form-pages.ts'

/** R38: what the draft changes for each area, beside what is in force, before anybody adopts it. */
export function effectPage(actor: Actor, text: LoadedMethod) {
  const { standing, newest } = text
  const before = standing ? proposalsBy(actor, standing.content) : null
  const after = newest.content.levels.length > 0 ? proposalsBy(actor, newest.content) : null
  const rows = readPlaces(actor.database)
    .areas.filter(area => !hasEnded(area, actor.today))
    .sort((one, other) => compareDanish(one.name, other.name))
    .map(({ id, name }) => {
      const old = before?.(id)
      const now = after?.(id)
      const changes = old && now && (old.from.name !== now.from.name || old.to.name !== now.to.name)
      return {
        name,
        before: old ? proposedLevel(old).level : 'Ingen version gælder',
        beforePoints: old ? proposedLevel(old).points : '',
        after: now ? proposedLevel(now).level : '–',
        afterPoints: now ? proposedLevel(now).points : '',
        changes: changes ? { text: 'Andet niveau', kind: 'warning' } : null,
        isOther: changes ? 1 : 0,
      }
    })
  return {
    title: 'Virkning for områderne',
    active: 'vurderinger',
    crumbs: methodCrumbs(text, { text: 'Virkning' }),
    heading: `${newest.content.title}: virkning for områderne`,
    changed: rows.reduce((sum, { isOther }) => sum + isOther, 0),
    compared: standing !== null,
    beforeHeading: standing ? `Version ${standing.version}, som gælder` : 'I dag',
    afterHeading: `Udkast til version ${newest.version}`,
    rows,
    back: methodDraftPath(text.slug),
  }
}
