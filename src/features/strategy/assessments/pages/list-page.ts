import type { Actor } from '../../../../access/actor.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { shortDay } from '../../../../kernel/days.ts'
import { fold } from '../../../../kernel/fold.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { readPlaces } from '../../../ground/places/index.ts'
import { proposedLevel, proposedText } from '../assess-area.ts'
import type { AssessmentsQuery } from '../forms.ts'
import { assessmentTabs } from '../methods/list-page.ts'
import { areaAssessmentPath, assessmentsCsvPath, assessmentsPath, methodPath } from '../paths.ts'
import { methodsInForce } from '../proposals/methods-in-force.ts'
import { isCertain, type Proposal } from '../proposals/propose.ts'
import { proposalsBy } from '../proposals/read-facts.ts'
import { type AssessmentRow, initiativesByArea, readAssessments, standingAssessments } from '../read-assessments.ts'

interface AssessedArea {
  area: { id: number; name: string; slug: string }
  assessed: AssessmentRow | null
  proposal: Proposal | null
  initiative: string | null
}

/** Every area with what people have assessed it to be, and what the method proposes: both, apart from each other. */
export function assessedAreas(actor: Actor): AssessedArea[] {
  const [method] = methodsInForce(actor)
  const proposed = method ? proposalsBy(actor, method.content) : null
  const assessed = standingAssessments(readAssessments(actor))
  const initiatives = initiativesByArea(actor)
  return readPlaces(actor.database)
    .areas.filter(area => !hasEnded(area, actor.today))
    .map(({ id, name, slug }) => ({
      area: { id, name, slug },
      assessed: assessed.get(id) ?? null,
      proposal: proposed?.(id) ?? null,
      initiative: initiatives.get(id) ?? null,
    }))
}

/** People and the method come to different levels. */
export const differs = ({ assessed, proposal }: Pick<AssessedArea, 'assessed' | 'proposal'>): boolean =>
  assessed !== null && proposal !== null && isCertain(proposal) && proposal.from.name !== assessed.levelName

export const lacksInitiative = ({ assessed, initiative }: Pick<AssessedArea, 'assessed' | 'initiative'>): boolean =>
  assessed?.worrying === true && initiative === null

export function assessmentsPage(actor: Actor, query: AssessmentsQuery) {
  const [method] = methodsInForce(actor)
  const levels = method?.content.levels ?? []
  const filtered = query.q !== '' || query.niveau !== '' || query.vis !== ''
  return {
    title: 'Vurderinger af boligområder',
    active: 'vurderinger',
    crumbs: [{ text: 'Vurderinger' }],
    ways: assessmentTabs('assessments'),
    method: method
      ? { text: `${method.content.title}, version ${method.version}`, href: methodPath(method.slug) }
      : null,
    filtered,
    allHref: assessmentsPath,
    filters: {
      action: assessmentsPath,
      label: 'Søg i vurderinger',
      submit: 'Søg',
      clearHref: filtered ? assessmentsPath : null,
      fields: [
        { kind: 'search', name: 'q', label: 'Søg i boligområder', value: query.q },
        {
          ...{ kind: 'select', name: 'niveau', label: 'Vurderet som', value: query.niveau },
          options: [{ value: '', text: 'Alle' }, ...levels.map(({ key, name }) => ({ value: key, text: name }))],
        },
        {
          ...{ kind: 'select', name: 'vis', label: 'Vis', value: query.vis },
          options: [
            { value: '', text: 'Alle' },
            { value: 'afviger', text: 'Vurdering og forslag er forskellige' },
            { value: 'indsats', text: 'Ingen indsats er aftalt' },
            { value: 'forfalden', text: 'Skal vurderes igen' },
            { value: 'uden', text: 'Ikke vurderet' },
          ],
        },
        {
          ...{ kind: 'select', name: 'sorter', label: 'Rækkefølge', value: query.sorter },
          options: [
            { value: 'navn', text: 'Navn' },
            { value: 'point', text: 'Flest point' },
            { value: 'frist', text: 'Skal først vurderes igen' },
          ],
        },
      ],
    },
    rows: chosen(actor, query).map(one => lineOf(actor, one)),
    csvHref: withQuery(assessmentsCsvPath, { ...query, sorter: query.sorter === 'navn' ? '' : query.sorter }),
  }
}

function chosen(actor: Actor, { q, niveau, vis, sorter }: AssessmentsQuery): AssessedArea[] {
  const last = '9999'
  return assessedAreas(actor)
    .filter(
      one =>
        fold(one.area.name).includes(fold(q)) &&
        (niveau === '' || one.assessed?.level === niveau) &&
        (vis !== 'afviger' || differs(one)) &&
        (vis !== 'indsats' || lacksInitiative(one)) &&
        (vis !== 'forfalden' || (one.assessed !== null && one.assessed.reviewOn <= actor.today)) &&
        (vis !== 'uden' || one.assessed === null),
    )
    .sort(
      (one, other) =>
        (sorter === 'point' ? (other.proposal?.least ?? 0) - (one.proposal?.least ?? 0) : 0) ||
        (sorter === 'frist' ? ((one.assessed?.reviewOn ?? last) < (other.assessed?.reviewOn ?? last) ? -1 : 1) : 0) ||
        compareDanish(one.area.name, other.area.name),
    )
}

export const levelTag = ({ levelName, worrying }: Pick<AssessmentRow, 'levelName' | 'worrying'>) => ({
  ...{ text: levelName, kind: worrying ? ('warning' as const) : ('success' as const) },
})

const lineOf = (actor: Actor, one: AssessedArea) => ({
  name: one.area.name,
  href: areaAssessmentPath(one.area.slug),
  assessed: one.assessed ? levelTag(one.assessed) : 'Ikke vurderet',
  since: one.assessed ? `Mødet den ${shortDay(one.assessed.meetingDay)}` : '',
  proposed: one.proposal ? proposedLevel(one.proposal).level : 'Ingen metode gælder',
  points: one.proposal ? proposedLevel(one.proposal).points : '',
  differs: differs(one) ? { text: 'Afviger', kind: 'info' } : null,
  review: one.assessed ? shortDay(one.assessed.reviewOn) : '',
  overdue: one.assessed && one.assessed.reviewOn <= actor.today ? { text: 'Skal vurderes igen', kind: 'danger' } : null,
  initiative: one.initiative ? `Aftalt efter påpegning ${one.initiative}` : '',
  lacks: lacksInitiative(one) ? { text: 'Ingen indsats', kind: 'danger' } : null,
})

export function assessmentsCsv(actor: Actor, query: AssessmentsQuery): { name: string; content: Buffer } {
  const head = ['Boligområde', 'Vurderet som', 'Mødet', 'Begrundelse', 'Metodens forslag', 'Vurderes igen', 'Indsats']
  const rows = chosen(actor, query).map(({ area, assessed, proposal, initiative }) => [
    ...[area.name, assessed?.levelName ?? '', assessed?.meetingDay ?? '', assessed?.reasons ?? ''],
    ...[proposal ? proposedText(proposal) : '', assessed?.reviewOn ?? '', initiative ?? ''],
  ])
  return { name: `vurderinger-${actor.today}.csv`, content: csvOf(head, rows) }
}
