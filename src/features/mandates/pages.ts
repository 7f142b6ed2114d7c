import type { Actor } from '../../access/actor.ts'
import { mayDo } from '../../access/policy.ts'
import { type FormState, formOf } from '../../http/forms.ts'
import { pageSize, withQuery } from '../../http/paging.ts'
import { type Day, daysBetween, type Instant, longDay, longMoment, shortDay } from '../../kernel/days.ts'
import { formatKroner, type Oere, oere } from '../../kernel/money.ts'
import { notFound } from '../../kernel/refusal.ts'
import { acceptedExtensions, acceptedText } from '../documents/index.ts'
import { choicesOf } from './choices.ts'
import type { MandatesQuery } from './forms.ts'
import { kindNames, mandateStateNames, tasksText } from './labels.ts'
import { mandateStateOn } from './mandate-rules.ts'
import {
  drawnBefore,
  expiryNotice,
  findMandate,
  type MandateInFull,
  type MandateRow,
  readEntries,
  readMandates,
} from './queries.ts'

const all = { value: '', text: 'Alle' }
const kindOptions = [all, ...Object.entries(kindNames).map(([value, text]) => ({ value, text }))]

export function mandatesPage(actor: Actor, query: MandatesQuery) {
  const { q, organisation, konsekvens, dag, vis } = query
  const on = dag === null ? actor.today : dag === 'all' ? null : dag
  const { rows, next } = readMandates(
    actor.database,
    {
      q,
      organisation,
      kind: konsekvens,
      inForceOn: on ?? undefined,
      expiringFrom: vis === 'udloeber' ? actor.today : undefined,
    },
    query.efter ?? null,
  )
  const kept = { q, organisation, konsekvens, vis }
  const day = dag === null ? {} : { dag: on ?? '' }
  const nextHref = next ? withQuery('/mandater', { ...kept, ...day, efter: next }) : null
  return {
    title: 'Mandater',
    active: 'mandater',
    crumbs: [{ text: 'Mandater' }],
    filters: {
      q: q ?? '',
      organisation: String(organisation ?? ''),
      organisations: [all, ...choicesOf(actor.database).organisations],
      kind: konsekvens ?? '',
      kinds: kindOptions,
      day: on ?? '',
    },
    shownDay: on ? longDay(on) : null,
    onlyExpiring: vis === 'udloeber',
    expiringHref: '/mandater?vis=udloeber',
    notice: expiryNotice,
    rows: rows.map(row => mandateLine(row, actor.today)),
    // An empty »dag« means every day; withQuery leaves empty values out.
    nextHref: nextHref && on === null ? `${nextHref}&dag=` : nextHref,
    newPath: mayDo(actor, 'keepAnyMandate') ? '/mandater/nyt' : null,
  }
}

export const mandateLine = (row: MandateRow, today: Day) => {
  const state = mandateStateOn(row, today)
  return {
    href: `/mandater/${row.id}`,
    number: row.number,
    title: row.title,
    organisation: row.organisation,
    body: row.body,
    covers: coversText(row),
    period: periodText(row),
    remaining: remainingText(row),
    state: mandateStateNames[state].text,
    stateKind: mandateStateNames[state].kind,
    expiring: expiringText(row, today),
  }
}

const coversText = (row: Pick<MandateRow, 'economic' | 'legal' | 'organisational'>): string =>
  (['economic', 'legal', 'organisational'] as const)
    .filter(kind => row[kind])
    .map(kind => kindNames[kind])
    .join(', ')

const periodText = (row: MandateRow): string =>
  row.to === null ? `Fra ${shortDay(row.from)}` : `${shortDay(row.from)}–${shortDay(row.to)}`

const remainingText = (row: MandateRow): string =>
  row.total === null ? '' : formatKroner(oere(row.total + row.adjusted - row.drawn))

/** »Udløber om 12 dage«; null: not within the notice, or not in force. */
function expiringText(row: MandateRow, today: Day): string | null {
  if (row.to === null || mandateStateOn(row, today) !== 'IN_FORCE') return null
  const left = daysBetween(today, row.to)
  if (left > expiryNotice) return null
  if (left === 0) return 'Udløber i dag'
  return left === 1 ? 'Udløber i morgen' : `Udløber om ${left} dage`
}

export function mandatePage(actor: Actor, id: number, after: number) {
  const mandate = findMandate(actor.database, id)
  if (!mandate) throw notFound()
  const state = mandateStateOn(mandate, actor.today)
  const mayKeep = mayDo(actor, 'keepMandates', { organisation: subjectOf(mandate) })
  return {
    title: `Mandat ${mandate.number}`,
    active: 'mandater',
    crumbs: [{ text: 'Mandater', href: '/mandater' }, { text: mandate.number }],
    heading: mandate.title,
    number: mandate.number,
    state: mandateStateNames[state],
    expiring: expiringText(mandate, actor.today),
    revoked: revokedText(mandate),
    facts: factsOf(mandate),
    source: sourceOf(mandate),
    documentHref: mandate.sourceDocumentId === null ? null : `/mandater/${mandate.id}/bilag`,
    economy: economyOf(mandate),
    ...ledgerOf(actor, mandate, after),
    revokePath: mayKeep && mandate.revokedFrom === null && state !== 'EXPIRED' ? `/mandater/${id}/tilbagekald` : null,
    renewPath: mayKeep ? `/mandater/nyt?organisation=${mandate.organisationId}` : null,
  }
}

export const subjectOf = (mandate: MandateInFull) => ({
  id: mandate.organisationId,
  kind: mandate.organisationKind,
  side: mandate.organisationSide,
  parentId: mandate.organisationParentId,
})

function revokedText(mandate: MandateInFull): string | null {
  if (mandate.revokedFrom === null) return null
  const by = mandate.revokedBy ? ` af ${mandate.revokedBy}` : ''
  return `Tilbagekaldt${by} med virkning fra den ${longDay(mandate.revokedFrom)}. Begrundelse: ${mandate.revokedReason ?? ''}`
}

const factsOf = (mandate: MandateInFull) => [
  { term: 'Givet til', text: mandate.organisation, href: `/parter/${mandate.organisationSlug}` },
  { term: 'Dækker', text: coversText(mandate) },
  {
    term: 'Opgaver',
    text:
      tasksText({
        strategy: mandate.strategy === 1,
        professionalDevelopment: mandate.professionalDevelopment === 1,
        coordination: mandate.coordination === 1,
      }) || 'Alle opgaver',
  },
  { term: 'Gælder', text: mandate.to === null ? `Fra den ${longDay(mandate.from)}` : periodInWords(mandate) },
  {
    term: 'Registreret',
    text: `${mandate.registeredBy ?? 'Systemet'}, ${longMoment(mandate.registeredAt as Instant)}`,
  },
]

const periodInWords = (mandate: MandateInFull): string =>
  `Fra den ${longDay(mandate.from)} til og med den ${longDay(mandate.to ?? mandate.from)}`

const sourceOf = (mandate: MandateInFull) => [
  { term: 'Besluttende organ', text: mandate.body },
  { term: 'Mødedato', text: longDay(mandate.sourceDay) },
  { term: 'Punkt', text: mandate.sourceItem },
  ...(mandate.sourceNote ? [{ term: 'Bemærkning', text: mandate.sourceNote }] : []),
]

function economyOf(mandate: MandateInFull) {
  if (!mandate.economic) return null
  const amount = (value: number | null) => (value === null ? 'Ingen grænse' : formatKroner(oere(value)))
  return [
    { term: 'Beløbsgrænse pr. beslutning', text: amount(mandate.limitPerDecision) },
    { term: 'Ramme i alt', text: amount(mandate.total) },
    { term: 'Trukket på mandatet', text: formatKroner(oere(mandate.drawn)) },
    ...(mandate.total === null
      ? []
      : [{ term: 'Rest', text: formatKroner(oere(mandate.total + mandate.adjusted - mandate.drawn)) }]),
  ]
}

/** Each entry with what is left after it: the remainder is always derivable from the ledger. */
function ledgerOf(actor: Actor, mandate: MandateInFull, after: number) {
  const rows = readEntries(actor, mandate.id, after)
  const shown = rows.slice(0, pageSize)
  let drawn = drawnBefore(actor.database, mandate.id, after)
  const entries = shown.map(entry => {
    drawn += entry.kind === 'DRAW' ? entry.amount : -entry.amount
    return {
      at: longMoment(entry.at as Instant),
      kind: entry.kind === 'DRAW' ? 'Trukket' : 'Frigivet',
      amount: formatKroner(oere(entry.amount)),
      left: mandate.total === null ? '' : formatKroner((mandate.total - drawn) as Oere),
      decision: entry.decision
        ? `Beslutning ${entry.decision}: ${entry.title ?? ''}`
        : 'Beslutning, du ikke har adgang til',
      href: entry.decision ? `/beslutninger/${entry.decision}` : null,
    }
  })
  const last = shown.at(-1)
  return { entries, nextHref: rows.length > pageSize && last ? `/mandater/${mandate.id}?fra=${last.id}` : null }
}

/** Where a keeper registers a mandate: only for the organisations that the person keeps mandates for. */
export function newMandatePage(actor: Actor, organisation?: number, form?: FormState) {
  const { organisations, bodies } = choicesOf(actor.database)
  const own = organisations.filter(({ value, kind, parentId }) =>
    mayDo(actor, 'keepMandates', { organisation: { id: Number(value), kind, parentId, side: null } }),
  )
  const givers = new Set(
    own.flatMap(({ value, parentId }) => [Number(value), ...(parentId === null ? [] : [parentId])]),
  )
  const chosen = organisation ?? (own.length === 1 ? Number(own[0]?.value) : undefined)
  const possible = bodies.filter(
    ({ kind, organisationId }) => kind === 'DECIDING_BODY' && organisationId !== null && givers.has(organisationId),
  )
  const body = possible.length === 1 ? possible[0]?.value : undefined
  return {
    title: 'Registrér mandat',
    active: 'mandater',
    crumbs: [{ text: 'Mandater', href: '/mandater' }, { text: 'Registrér mandat' }],
    form: form ?? formOf({ organisationId: chosen === undefined ? '' : String(chosen), bodyId: body ?? '' }),
    organisations: [{ value: '', text: 'Vælg organisation' }, ...own],
    bodies: [{ value: '', text: 'Vælg organ' }, ...possible],
    accept: acceptedExtensions,
    fileHint: `Kan udelades. ${acceptedText}.`,
  }
}

export function revokePage(actor: Actor, id: number, form?: FormState) {
  const mandate = findMandate(actor.database, id)
  if (!mandate) throw notFound()
  return {
    title: `Tilbagekald mandat ${mandate.number}`,
    active: 'mandater',
    crumbs: [
      { text: 'Mandater', href: '/mandater' },
      { text: mandate.number, href: `/mandater/${id}` },
      { text: 'Tilbagekald' },
    ],
    path: `/mandater/${id}/tilbagekald`,
    back: `/mandater/${id}`,
    mandateTitle: `${mandate.title}, ${mandate.organisation}`,
    form: form ?? formOf({ from: actor.today }, mandate.version),
  }
}
