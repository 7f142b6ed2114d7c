import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { ofOneState, type Pause } from '../../../../database/one-state.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { pageSize } from '../../../../http/pages/paging.ts'
import { longDay, shortMoment } from '../../../../kernel/days.ts'
import { formatKroner, type Oere, oere } from '../../../../kernel/money.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { byAndWhen, capitalised, listDanish, sentence } from '../../../../kernel/text.ts'
import { conditionLines } from '../../../ground/parties/index.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import { casePath } from '../../../meetings/cases/paths.ts'
import { decisionPath } from '../../decisions/paths.ts'
import { takesEarlierDraws } from '../earlier/earlier-draw-pages.ts'
import { mandateStateNames, tasksText, templateNames } from '../labels.ts'
import { type EntryRow, leftBefore, readEntries, sumOfOthers } from '../ledger/ledger-queries.ts'
import { type EntryKind, leftBy } from '../mandate-amounts.ts'
import { type MandateState, mandateStateOn } from '../mandate-period.ts'
import { mandatePath, mandatesPath, renewalPath } from '../paths.ts'
import { findMandate, keepersOn, limitsOf, type MandateInFull, subjectOf, supersededBefore } from '../queries.ts'
import { coversText, expiringText, isExpiring, periodInWords, remainingText } from './mandate-texts.ts'

/** One mandate: what it gives, by whom, what was drawn, and what its keeper can do with it. */
/** Also when its ledger takes many turns to add up, what stands beside it is of the same state. */
export const mandatePage = (actor: Actor, id: number, after: number) =>
  ofOneState(actor.database, pause => pageOfOneState(actor, id, after, pause))

async function pageOfOneState(actor: Actor, id: number, after: number, pause: Pause) {
  const db = actor.database
  const mandate = findMandate(actor, id)
  if (!mandate) throw notFound()
  const state = mandateStateOn(mandate, actor.today)
  const keepers = keepersOn(db, mandate, actor.today)
  return {
    title: `Mandat ${mandate.number}`,
    active: 'mandater',
    crumbs: [{ text: 'Mandater', href: mandatesPath }, { text: mandate.number }],
    eventsHref: ownEvents(actor, 'mandat', mandate.id),
    heading: mandate.title,
    number: mandate.number,
    state: mandateStateNames[state],
    expiring: expiringText(mandate, actor.today),
    draft: state === 'DRAFT' ? draftText(keepers) : null,
    revoked: revokedText(mandate),
    superseded: supersededText(mandate),
    facts: factsOf(mandate, limitsOf(db, id)),
    source: sourceOf(mandate),
    documentHref: mandate.sourceDocumentId === null ? null : `${mandatePath(mandate.id)}/bilag`,
    economy: economyOf(mandate),
    supersedes: supersededBefore(db, id).map(({ id: old, number, title }) => ({
      href: mandatePath(old),
      text: `Mandat ${number}: ${title}`,
    })),
    ...(await ledgerOf(actor, mandate, after, pause)),
    conditions: conditionLines(actor, [mandate.organisationId, mandate.organisationParentId ?? 0]),
    keepers:
      keepers.length > 0 ? `${listDanish(keepers)}, udpeget af organisationen.` : 'Ingen er mandatansvarlig i dag.',
    organisation: { text: mandate.organisation, href: organisationPath(mandate.organisationSlug) },
    actions: actionsOf(actor, mandate, state),
  }
}

const draftText = (keepers: string[]): string =>
  `Mandatet er en kladde og dækker intet, før det besluttende organs protokol er vedhæftet. ${attachedBy(keepers)}`

function attachedBy(keepers: string[]): string {
  if (keepers.length === 0) return 'Den mandatansvarlige vedhæfter protokollen.'
  return keepers.length === 1
    ? `Den mandatansvarlige ${keepers[0]} vedhæfter protokollen.`
    : `En af de mandatansvarlige ${listDanish(keepers)} vedhæfter protokollen.`
}

function revokedText(mandate: MandateInFull): string | null {
  if (mandate.revokedFrom === null) return null
  const by = mandate.revokedBy ? ` af ${mandate.revokedBy}` : ''
  return `Tilbagekaldt${by} med virkning fra den ${longDay(mandate.revokedFrom)}. ${sentence(`Begrundelse: ${mandate.revokedReason ?? ''}`)}`
}

function supersededText({ supersededById, supersededByNumber, supersededFrom }: MandateInFull) {
  if (supersededById === null || supersededFrom === null) return null
  return {
    text: `Fra den ${longDay(supersededFrom)} gælder et andet mandat i stedet.`,
    link: { text: `Se mandat ${supersededByNumber ?? ''}`, href: mandatePath(supersededById) },
  }
}

const factsOf = (mandate: MandateInFull, limits: { subjectAreas: string[]; areas: string[] }) => [
  { term: 'Givet til', text: mandate.organisation, href: organisationPath(mandate.organisationSlug) },
  { term: 'Skabelon', text: templateNames[mandate.template] },
  { term: 'Dækker', text: coversText(mandate) },
  {
    term: 'Opgaver',
    text: tasksText(mandate) || 'Alle opgaver',
  },
  { term: 'Sagsområder', text: listDanish(limits.subjectAreas) || 'Alle sagsområder' },
  { term: 'Boligområder', text: listDanish(limits.areas) || 'Alle boligområder' },
  ...(mandate.caseNumber
    ? [
        {
          term: 'Kun til sagen',
          text: `${mandate.caseNumber}: ${mandate.caseTitle ?? ''}`,
          href: casePath(mandate.caseNumber),
        },
      ]
    : []),
  ...(mandate.onlyDecisionId === null ? [] : [onlyDecision(mandate.onlyDecision)]),
  { term: 'Gælder', text: periodInWords(mandate) },
  {
    term: 'Registreret',
    text: capitalised(byAndWhen(mandate.registeredBy ?? 'systemet', mandate.registeredAt)),
  },
]

const onlyDecision = (number: string | null) =>
  number === null
    ? { term: 'Kun til', text: 'En beslutning, du ikke har adgang til' }
    : { term: 'Kun til', text: `Beslutning ${number}`, href: decisionPath(number) }

const sourceOf = (mandate: MandateInFull) => [
  { term: 'Besluttende organ', text: mandate.body },
  { term: 'Mødedato', text: longDay(mandate.sourceDay) },
  { term: 'Punkt', text: mandate.sourceItem },
  ...(mandate.sourceNote ? [{ term: 'Bemærkning', text: mandate.sourceNote }] : []),
]

function economyOf(mandate: MandateInFull) {
  if (!mandate.economic) return null
  const { limitPerDecision, total, adjusted } = mandate
  const amount = (value: Oere | null) => (value === null ? 'Ingen grænse' : formatKroner(value))
  const changed = adjusted > 0 ? 'Rammen er hævet med' : 'Rammen er sænket med'
  return [
    { term: 'Beløbsgrænse pr. beslutning', text: amount(limitPerDecision) },
    { term: 'Ramme i alt', text: amount(total) },
    ...(adjusted === 0 ? [] : [{ term: changed, text: formatKroner(oere(Math.abs(adjusted))) }]),
    { term: 'Trukket på mandatet', text: formatKroner(mandate.drawn) },
    ...(total === null ? [] : [{ term: 'Rest', text: remainingText(mandate) }]),
    {
      term: 'Dækning sammen med andre mandater',
      text: mandate.partialCover
        ? 'Må dække en del af et beløb sammen med andre mandater, der tillader det'
        : 'Dækker kun hele beløb',
    },
  ]
}

const entryNames: Record<EntryKind, string> = {
  DRAW: 'Trukket',
  RELEASE: 'Frigivet',
  RAISE: 'Rammen hævet',
  LOWER: 'Rammen sænket',
  EARLIER_DRAW: 'Trukket før portalen',
  EARLIER_RELEASE: 'Træk før portalen tilbageført',
}

/**
 * Each entry with what is left after it: the remainder is always derivable from the ledger. Entries that the person may
 * not read are one sum, and then no remainder stands between the others, which would tell each of them.
 */
async function ledgerOf(actor: Actor, mandate: MandateInFull, after: number, pause: Pause) {
  const rows = readEntries(actor, mandate.id, after)
  const shown = rows.slice(0, pageSize)
  const others = await sumOfOthers(actor, mandate.id, pause)
  const keeps = mayDo(actor, 'keepMandates', { organisation: subjectOf(mandate) })
  let left = (mandate.total ?? 0) + (after === 0 ? 0 : leftBefore(actor.database, mandate.id, after))
  const entries = shown.map(entry => {
    left += leftBy(entry)
    return {
      at: shortMoment(entry.at),
      kind: entryNames[entry.kind],
      amount: formatKroner(entry.amount),
      left: mandate.total === null || others !== null ? '' : formatKroner(oere(left)),
      earlier: isEarlier(entry),
      ...whatFor(mandate, entry),
      reverseHref: entry.kind === 'EARLIER_DRAW' && !entry.reversed && keeps ? reversePath(mandate.id, entry.id) : null,
    }
  })
  const last = shown.at(-1)
  const nextHref = rows.length > pageSize && last ? `${mandatePath(mandate.id)}?fra=${last.id}` : null
  const asOne = others === null || nextHref ? [] : [othersLine(oere(others))]
  return { entries: [...entries, ...asOne], nextHref }
}

/** Those that the reader may not read, after the last of the others. */
const othersLine = (sum: Oere) => ({
  at: '',
  decision: 'Øvrige træk',
  href: null,
  kind: 'Trukket',
  amount: formatKroner(sum),
  left: '',
  earlier: false,
  protocolHref: null,
  reverseHref: null,
})

interface EntryText {
  decision: string
  href: string | null
  protocolHref: string | null
}

function whatFor(mandate: MandateInFull, entry: EntryRow): EntryText {
  const { ofDecision, decision, title } = entry
  if (isEarlier(entry)) return earlierText(mandate, entry)
  if (!ofDecision) return adjustmentText(mandate, entry)
  return {
    decision: `Beslutning ${decision ?? ''}: ${title ?? ''}`,
    href: decisionPath(decision ?? ''),
    protocolHref: null,
  }
}

/** Who changed the total, where and why. */
function adjustmentText(mandate: MandateInFull, { id, note, sourceDay, sourceItem, hasProtocol }: EntryRow): EntryText {
  const source = sourceDay === null ? '' : `${mandate.body}, ${longDay(sourceDay)}, punkt ${sourceItem ?? ''}.`
  return {
    decision: [source, note].filter(Boolean).join(' '),
    href: null,
    protocolHref: hasProtocol ? `${mandatePath(mandate.id)}/posteringer/${id}/bilag` : null,
  }
}

const isEarlier = ({ kind }: EntryRow): boolean => kind === 'EARLIER_DRAW' || kind === 'EARLIER_RELEASE'

const reversePath = (mandateId: number, entryId: number) =>
  `${mandatePath(mandateId)}/posteringer/${entryId}/tilbagefoer`

/** What was drawn before the portal: of no decision here, with its own day and words. */
function earlierText({ id }: MandateInFull, { id: entry, kind, note, sourceDay, hasProtocol }: EntryRow): EntryText {
  const day = sourceDay === null ? '' : ` den ${longDay(sourceDay)}`
  const told = kind === 'EARLIER_DRAW' ? `Trukket${day}:` : `Trækket${day} er tilbageført. Begrundelse:`
  return {
    decision: sentence(`${told} ${note}`),
    href: null,
    protocolHref: hasProtocol ? `${mandatePath(id)}/posteringer/${entry}/bilag` : null,
  }
}

/** What the keeper can do with it, in its state; nobody else can do anything. */
export function actionsOf(actor: Actor, mandate: MandateInFull, state: MandateState) {
  if (!mayDo(actor, 'keepMandates', { organisation: subjectOf(mandate) })) return []
  const path = mandatePath(mandate.id)
  const holds = state === 'IN_FORCE' || state === 'COMING'
  const mayStill = (holds || state === 'DRAFT') && mandate.revokedFrom === null
  const own = mandate.onlyDecisionId === null
  return [
    ...(mayStill && mandate.sourceDocumentId === null
      ? [{ href: `${path}/protokol`, text: 'Vedhæft protokollen', kind: state === 'DRAFT' ? 'primary' : 'secondary' }]
      : []),
    ...(state === 'DRAFT' ? [{ href: `${path}/ret`, text: 'Ret kladden', kind: 'secondary' }] : []),
    ...(own && (isExpiring(mandate, actor.today) || state === 'EXPIRED')
      ? [{ href: renewalPath(mandate.id), text: 'Forny mandatet', kind: 'primary' }]
      : []),
    ...(own && holds && mayStill && mandate.supersededById === null
      ? [{ href: `${path}/afloes`, text: 'Afløs med et nyt mandat', kind: 'secondary' }]
      : []),
    ...(own && holds && mayStill && mandate.total !== null
      ? [{ href: `${path}/ramme`, text: 'Hæv eller sænk rammen', kind: 'secondary' }]
      : []),
    ...(own && takesEarlierDraws(actor, mandate)
      ? [{ href: `${path}/foer-portalen`, text: 'Før et træk fra før portalen', kind: 'secondary' }]
      : []),
    ...(mayStill
      ? [
          {
            href: `${path}/tilbagekald`,
            text: state === 'DRAFT' ? 'Annullér kladden' : 'Tilbagekald mandatet',
            kind: 'secondary',
          },
        ]
      : []),
  ]
}
