import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { moneyText } from '../../../../http/forms/fields.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { addDays, type Day, day, daysBetween, longDay, yearOf } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { acceptedExtensions, acceptedText } from '../../../ground/documents/index.ts'
import type { NewQuery } from '../forms.ts'
import { templateHints, templateNames } from '../labels.ts'
import { mandatePath, mandatesPath } from '../paths.ts'
import { findMandate, limitRows, type MandateInFull } from '../queries.ts'
import { type Choice, choicesOf } from './choices.ts'
import { type Template, templates } from './mandate-terms.ts'
import { scopeChoices } from './scope-choices.ts'

/** Where a keeper registers a mandate, from a template or as another's renewal: only for own organisations. */
export function newMandatePage(actor: Actor, query: NewQuery = {}, given?: FormState) {
  const { organisations } = choicesOf(actor.database)
  const own = organisations.filter(({ value, kind, parentId }) =>
    mayDo(actor, 'keepMandates', { organisation: { id: Number(value), kind, parentId, side: null } }),
  )
  const renewed = query.forny === undefined ? null : findMandate(actor, query.forny)
  const chosen = renewed?.organisationId ?? query.organisation ?? (own.length === 1 ? Number(own[0]?.value) : undefined)
  const template = templateOf(given?.values.template ?? renewed?.template ?? query.skabelon)
  const bodies = bodiesGiving(
    actor,
    own.map(({ value, parentId }) => ({ id: Number(value), parentId })),
  )
  const start = {
    ...startOf(template, actor.today),
    organisationId: chosen === undefined ? '' : String(chosen),
    bodyId: bodies.length === 1 ? bodies[0]?.value : '',
    ...(renewed ? { ...typedTerms(actor, renewed), ...nextPeriod(renewed, actor.today), ...unsourced(renewed) } : {}),
  }
  return {
    ...termsModel(actor, given ?? formOf(start), template, bodies),
    title: renewed ? `Forny mandat ${renewed.number}` : 'Registrér mandat',
    crumbs: [{ text: 'Mandater', href: mandatesPath }, { text: renewed ? 'Forny mandat' : 'Registrér mandat' }],
    lead: renewed
      ? `Alt er udfyldt efter mandat ${renewed.number}, der udløber den ${longDay(renewed.to ?? actor.today)}. Angiv mødet, hvor det besluttende organ har givet det nye, og ret, hvad der er ændret.`
      : 'Som mandatansvarlig registrerer du det mandat, som organisationens besluttende organ har givet dens repræsentanter.',
    path: `${mandatesPath}/nyt`,
    back: renewed ? mandatePath(renewed.id) : mandatesPath,
    submit: 'Registrér mandat',
    organisations: [{ value: '', text: 'Vælg organisation' }, ...own],
    organisation: null,
    templates: renewed ? [] : templateLinks(template, query.organisation),
    file: { hint: `Uden protokollen er mandatet en kladde, der intet dækker. ${acceptedText}.`, required: false },
  }
}

/** Where a draft is changed, and where a mandate is given another in its place. */
export function changedTermsPage(actor: Actor, id: number, change: 'draft' | 'supersession', given?: FormState) {
  const mandate = findMandate(actor, id)
  if (!mandate) throw notFound()
  const organisation = { id: mandate.organisationId, parentId: mandate.organisationParentId }
  const superseding = change === 'supersession'
  const title = superseding ? `Afløs mandat ${mandate.number}` : `Ret kladden ${mandate.number}`
  const start = superseding
    ? { ...typedTerms(actor, mandate), from: actor.today, ...unsourced(mandate) }
    : typedTerms(actor, mandate)
  const form = given ?? formOf(start, mandate.version)
  return {
    ...termsModel(actor, form, templateOf(form.values.template), bodiesGiving(actor, [organisation])),
    title,
    crumbs: [
      { text: 'Mandater', href: mandatesPath },
      { text: mandate.number, href: mandatePath(id) },
      { text: superseding ? 'Afløs' : 'Ret kladden' },
    ],
    lead: superseding
      ? 'Et nyt mandat afløser det gamle fra den dag, det nye gælder, tidligst i dag. Begge mandater kan fortsat læses. Det nye mandat har sin egen ramme.'
      : 'Kladden kan rettes, indtil protokollen er vedhæftet. Derefter afløses mandatet af et nyt, hvis noget ændres.',
    path: `${mandatePath(id)}/${superseding ? 'afloes' : 'ret'}`,
    back: mandatePath(id),
    submit: superseding ? 'Registrér og afløs' : 'Gem kladden',
    organisations: null,
    organisation: mandate.organisation,
    templates: [],
    file: superseding ? { hint: `${acceptedText}.`, required: true } : null,
  }
}

function termsModel(actor: Actor, form: FormState, template: Template, bodies: Choice[]) {
  const scope = scopeChoices(actor, actor.today, idsIn(form.values.areaIds), idsIn(form.values.subjectAreaIds))
  return {
    active: 'mandater',
    form: { ...form, values: { ...form.values, template } },
    template: { value: template, name: templateNames[template], hint: templateHints[template] },
    limited: template === 'POLICY_AREA' || template === 'ONE_CASE' || isLimited(form),
    required: {
      total: template === 'YEARLY_AMOUNT',
      to: template === 'YEARLY_AMOUNT',
      limitPerDecision: template === 'AMOUNT_PER_DECISION',
      caseId: template === 'ONE_CASE',
    },
    bodies: [{ value: '', text: 'Vælg organ' }, ...bodies],
    ...scope,
    accept: acceptedExtensions,
  }
}

/** A row in the place of a choice is none. */
const idsIn = (value: unknown): number[] =>
  (Array.isArray(value) ? value : [value])
    .filter(one => typeof one === 'string' || typeof one === 'number')
    .map(Number)
    .filter(id => id > 0)

/** Something narrows the mandate, or what was typed there is wrong: it is to be seen at once. */
const isLimited = ({ values, errors }: FormState): boolean =>
  limits.some(
    name => errors[name] !== undefined || (Array.isArray(values[name]) ? values[name].length > 0 : values[name]),
  )

const limits = ['strategy', 'professionalDevelopment', 'coordination', 'caseId', 'subjectAreaIds', 'areaIds']

const templateOf = (value: unknown): Template => templates.find(known => known === value) ?? 'FREE'

const templateLinks = (current: Template, organisation: number | undefined) =>
  templates.map(template => ({
    text: templateNames[template],
    href: `${mandatesPath}/nyt?skabelon=${template}${organisation ? `&organisation=${organisation}` : ''}`,
    current: template === current,
  }))

/** The deciding bodies of the organisations themselves, and of a department's municipality (R66). */
function bodiesGiving(actor: Actor, organisations: { id: number; parentId: number | null }[]): Choice[] {
  const givers = new Set(organisations.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId])))
  return choicesOf(actor.database)
    .bodies.filter(
      ({ kind, organisationId }) => kind === 'DECIDING_BODY' && organisationId !== null && givers.has(organisationId),
    )
    .map(({ value, text }) => ({ value, text }))
}

/** What a template begins with; the keeper changes what is otherwise. */
function startOf(template: Template, today: Day): Record<string, unknown> {
  const year = yearOf(today)
  switch (template) {
    case 'FREE':
      return { from: today }
    case 'YEARLY_AMOUNT':
      return { title: `Årligt mandat for ${year}`, economic: '1', from: `${year}-01-01`, to: `${year}-12-31` }
    case 'AMOUNT_PER_DECISION':
      return { title: 'Mandat med beløbsgrænse pr. beslutning', economic: '1', from: today }
    case 'POLICY_AREA':
      return { title: 'Mandat til sagsområde', from: today }
    case 'ONE_CASE':
      return { title: 'Mandat til én sag', from: today }
  }
}

const checked = (value: boolean): string => (value ? '1' : '')

/** A mandate's terms as a form would hold them. */
function typedTerms(actor: Actor, mandate: MandateInFull): Record<string, unknown> {
  const limits = limitRows(actor.database, mandate.id)
  const ids = (kind: string) => limits.filter(row => row.kind === kind).map(({ id }) => String(id))
  return {
    template: templateOf(mandate.template),
    organisationId: String(mandate.organisationId),
    bodyId: String(mandate.bodyId),
    title: mandate.title,
    economic: checked(mandate.economic),
    limitPerDecision: moneyText(mandate.limitPerDecision),
    total: moneyText(mandate.total === null ? null : mandate.total + mandate.adjusted),
    partialCover: checked(mandate.partialCover),
    legal: checked(mandate.legal),
    organisational: checked(mandate.organisational),
    strategy: checked(mandate.strategy),
    professionalDevelopment: checked(mandate.professionalDevelopment),
    coordination: checked(mandate.coordination),
    subjectAreaIds: ids('subjectArea'),
    areaIds: ids('area'),
    caseId: mandate.caseId === null ? '' : String(mandate.caseId),
    from: mandate.from,
    to: mandate.to ?? '',
    sourceDay: mandate.sourceDay,
    sourceItem: mandate.sourceItem,
    sourceNote: mandate.sourceNote,
  }
}

/** The years in the title follow the period: »Mandat for 2026« renewed is »Mandat for 2027«. */
function nextPeriod({ from, to, title }: MandateInFull, today: Day): Record<string, unknown> {
  if (to === null) return { from: today, to: '' }
  const wholeYear = from.endsWith('-01-01') && to.endsWith('-12-31')
  const begins = to < today && !wholeYear ? today : addDays(to, 1)
  const year = yearOf(begins)
  const ends = wholeYear ? day(`${year + yearOf(to) - yearOf(from)}-12-31`) : addDays(begins, daysBetween(from, to))
  const old = String(yearOf(from))
  return { from: begins, to: ends, title: title.replaceAll(old, String(year)) }
}

/** A new mandate has a source of its own. */
const unsourced = ({ number }: MandateInFull) => ({
  sourceDay: '',
  sourceItem: '',
  sourceNote: `Efter mandat ${number}.`,
})
