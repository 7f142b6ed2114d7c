import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { addDays, longDay, shortDay } from '../../../../kernel/days.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { plural } from '../../../../kernel/text.ts'
import { readPlaces } from '../../../ground/places/index.ts'
import { areaPath } from '../../../ground/places/paths.ts'
import { agendaPath } from '../../../meetings/meetings/paths.ts'
import { answerableFlags } from '../../flags/index.ts'
import { flagPath } from '../../flags/paths.ts'
import { mostDaysBack, proposedText } from '../assess-area.ts'
import { yardstickText } from '../methods/method-content.ts'
import { areaAssessmentPath, assessAreaPath, assessmentsPath, methodPath } from '../paths.ts'
import { methodsInForce } from '../proposals/methods-in-force.ts'
import { missingIn, type ProposedTerm } from '../proposals/propose.ts'
import { proposalsBy } from '../proposals/read-facts.ts'
import { type AssessmentRow, initiativesByArea, readAssessments, treatedItems } from '../read-assessments.ts'
import { lacksInitiative, levelTag } from './list-page.ts'

export function areaBy(actor: Actor, slug: string) {
  const area = readPlaces(actor.database).areas.find(one => one.slug === slug)
  if (!area) throw notFound()
  return area
}

/** Why the area is what it is: what people say, what the method says term by term, and what it lacks to say it. */
export function areaAssessmentPage(actor: Actor, slug: string) {
  const area = areaBy(actor, slug)
  const own = readAssessments(actor).filter(({ areaId }) => areaId === area.id)
  const [standing] = own
  const methods = methodsInForce(actor)
  const initiative = initiativesByArea(actor).get(area.id) ?? null
  const lacks = standing ? lacksInitiative({ assessed: standing, initiative }) : false
  const mayAssess = mayDo(actor, 'assessAreas') && methods.length > 0 && !hasEnded(area, actor.today)
  return {
    title: `Vurdering af ${area.name}`,
    active: 'vurderinger',
    crumbs: [{ text: 'Vurderinger', href: assessmentsPath }, { text: area.name }],
    eventsHref: standing ? ownEvents(actor, 'vurdering', standing.id) : null,
    heading: `Vurdering af ${area.name}`,
    areaHref: areaPath(area.slug),
    areaName: area.name,
    assessHref: mayAssess ? assessAreaPath(slug) : null,
    lacks,
    overdue: standing && standing.reviewOn <= actor.today ? longDay(standing.reviewOn) : null,
    standing: standing ? { tag: levelTag(standing), reasons: standing.reasons, facts: factsOf(standing) } : null,
    proposals: methods.map(method => {
      const proposal = proposalsBy(actor, method.content)(area.id)
      const missing = missingIn(proposal)
      return {
        heading: `${method.content.title}, version ${method.version}`,
        href: methodPath(method.slug),
        text: proposedText(proposal),
        missing:
          missing.length === 0
            ? ''
            : `${plural(missing.length, 'indikator', 'indikatorer')} kan ikke regnes med. Derfor kan niveauet være højere.`,
        terms: proposal.terms.map(termLine),
      }
    }),
    history: own.map(row => ({
      when: shortDay(row.meetingDay),
      level: levelTag(row),
      reasons: row.reasons,
      proposed: row.proposed,
      method: `${row.method}, version ${row.methodVersion}`,
      by: row.by,
      flag: row.flag === null ? '' : `Svarer på påpegning ${row.flag}`,
      flagHref: row.flag === null ? '' : flagPath(row.flag),
    })),
  }
}

const number = (value: number, decimals: number): string => value.toFixed(decimals).replace('.', ',')

export function termLine({ term, value, year, yardstick, beyond, points, most, outdated }: ProposedTerm) {
  return {
    name: term.indicator,
    value: value === null ? '' : `${number(value, term.decimals)} ${term.unit}`.trim(),
    year: year === null ? '' : String(year),
    outdated: outdated ? { text: 'Ikke opdateret', kind: 'neutral' } : null,
    against:
      yardstick === null
        ? `Mangler: ${yardstickText(term)}`
        : `${number(yardstick, term.decimals)} ${term.unit}`.trim(),
    against_soft: yardstick === null ? '' : yardstickText(term),
    beyond: beyond === null ? '' : beyond > 0 ? `${number(beyond, 1)} % værre` : 'Ikke værre',
    points: points === null ? `0–${most}` : String(points),
    lacks: points === null ? { text: value === null ? 'Tal mangler' : 'Kan ikke regnes ud', kind: 'warning' } : null,
  }
}

const factsOf = (row: AssessmentRow) => [
  {
    term: 'Vurderet',
    text: `Punkt ${row.position} på mødet den ${longDay(row.meetingDay)}`,
    ...(row.readable && { href: `${agendaPath(row.meetingId)}#punkt-${row.position}` }),
  },
  { term: 'Metodens forslag den dag', text: row.proposed },
  ...(row.flag === null ? [] : [{ term: 'Svarer på', text: `Påpegning ${row.flag}`, href: flagPath(row.flag) }]),
  { term: 'Skal vurderes igen', text: longDay(row.reviewOn) },
  { term: 'Registreret af', text: row.by },
]

/** Asked where there is one: the assessment is then its outcome, and its flagger hears of it. */
function flagFields(actor: Actor, areaId: number): FormField[] {
  const flags = answerableFlags(actor, areaId)
  if (flags.length === 0) return []
  return [
    {
      ...{ kind: 'select', name: 'flag', label: 'Svarer på en påpegning', optional: true },
      hint: 'Påpegningen afsluttes med vurderingen som udfald, og den, der har påpeget stedet, får besked.',
      options: [{ value: '', text: 'Ingen påpegning' }, ...flags.map(({ number, text }) => ({ value: number, text }))],
    },
  ]
}

/** The form of an assessment: the level that the method proposes is chosen already. */
export function assessPage(actor: Actor, slug: string, form?: FormState) {
  const area = areaBy(actor, slug)
  const [method] = methodsInForce(actor)
  if (!method) throw brokenRule('Der er ingen vurderingsmetode i kraft. Vedtag en metode, før områder vurderes.')
  if (hasEnded(area, actor.today)) throw brokenRule(`${area.name} er ikke længere i brug og kan ikke vurderes.`)
  const proposal = proposalsBy(actor, method.content)(area.id)
  const [last] = readAssessments(actor).filter(({ areaId }) => areaId === area.id)
  const items = treatedItems(actor, addDays(actor.today, -mostDaysBack))
  return formPage({
    title: `Vurdér ${area.name}`,
    active: 'vurderinger',
    crumbs: [
      { text: 'Vurderinger', href: assessmentsPath },
      { text: area.name, href: areaAssessmentPath(slug) },
      { text: 'Ny vurdering' },
    ],
    heading: `Vurdér ${area.name}`,
    lead: [
      `Metoden »${method.content.title}« foreslår: ${proposedText(proposal)}. Gruppen vurderer på et møde, og begge dele bliver stående.`,
      items.length === 0
        ? 'Intet møde har behandlet et punkt det seneste år. Sæt vurderingen på en dagsorden først.'
        : '',
    ]
      .filter(Boolean)
      .join(' '),
    action: assessAreaPath(slug),
    submit: 'Registrér vurderingen',
    back: areaAssessmentPath(slug),
    fields: [
      {
        ...{ kind: 'select', name: 'level', label: 'Gruppen vurderer området som', required: true },
        options: method.content.levels.map(({ key, name }) => ({ value: key, text: name })),
      },
      {
        ...{ kind: 'textarea', name: 'reasons', label: 'Begrundelse', rows: 6, required: true },
        hint: 'Kan læses af alle hos begge parter. Er niveauet et andet end metodens forslag, så skriv hvorfor.',
      },
      {
        ...{ kind: 'select', name: 'itemId', label: 'Behandlet under punkt', required: true },
        options: items.map(({ id, day, position, title }) => ({
          value: String(id),
          text: `${longDay(day)}, punkt ${position}: ${title}`,
        })),
      },
      { kind: 'date', name: 'reviewOn', label: 'Skal vurderes igen', required: true },
      ...flagFields(actor, area.id),
    ],
    form:
      form ??
      formOf(
        { level: proposal.from.key, reviewOn: addDays(actor.today, Math.round(method.content.reviewMonths * 30.44)) },
        last?.id ?? 0,
      ),
  })
}
