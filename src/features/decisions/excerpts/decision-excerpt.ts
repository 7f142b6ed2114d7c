import type { Actor } from '../../../access/actor.ts'
import { sideName } from '../../../access/cooperation.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { longDay, shortDay } from '../../../kernel/days.ts'
import { contentHash, shortHash } from '../../../kernel/hash.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import { compareDanish, listDanish, sentence } from '../../../kernel/text.ts'
import { areaFacts, type DecisionRow, findDecision, stanceNames } from '../decisions/index.ts'
import { decisionPath, decisionsPath } from '../decisions/paths.ts'
import { choicesOf, type MandateCheck, matrixOf, uncoveredIn } from '../mandates/index.ts'
import { answerText, entryText, printedText, standingText } from './labels.ts'
import { type Recipient, readExcerptParts } from './queries.ts'

interface Address {
  year: number
  serial: number
}

/**
 * One decision as a document for an organisation's board and archive, or for nobody in particular. Null where there is
 * no such decision for this person. Of a closed one nothing but what may be said, and then the same for every
 * organisation: whom it binds is closed too.
 */
export function decisionExcerpt(actor: Actor, address: Address, recipient: Recipient | null, publicOnly: boolean) {
  const row = findDecision(actor, address.year, address.serial)
  if (!row) return null
  const inside = row.readable && !(publicOnly && row.closed)
  const path = `${decisionPath(address)}/udskrift`
  const title = inside ? row.title : (row.publicTitle ?? 'Lukket punkt')
  const text = inside ? row.text : (row.publicText ?? '')
  return {
    title: `Udskrift af beslutning ${row.number}`,
    active: 'beslutninger',
    crumbs: [
      { text: 'Beslutninger', href: decisionsPath },
      { text: row.number, href: decisionPath(address) },
      { text: 'Udskrift' },
    ],
    path,
    body: row.bodyName,
    number: row.number,
    heading: title,
    recipient: recipient?.name ?? null,
    chosen: recipient?.slug ?? '',
    organisations: [
      { value: '', text: 'Hele beslutningen' },
      ...choicesOf(actor.database).organisations.map(({ slug, text: name }) => ({ value: slug, text: name })),
    ],
    publicOnly,
    confidential: inside && row.closed,
    wordings:
      row.readable && row.closed
        ? [
            { text: 'Fuld tekst', href: withQuery(path, { organisation: recipient?.slug }), current: !publicOnly },
            {
              text: 'Offentlig tekst',
              href: withQuery(path, { organisation: recipient?.slug, tekst: 'offentlig' }),
              current: publicOnly,
            },
          ]
        : [],
    facts: factsOf(row, inside),
    standing: standingText(row, { number: row.supersededByNumber, how: row.supersededHow }),
    textHtml: renderMarkdown(text),
    inside: inside ? insideOf(actor, row, recipient) : null,
    closedReason: row.closedReason ? sentence(`Begrundelse: ${row.closedReason}`) : null,
    printed: printedText(actor.person?.name ?? 'portalen', actor.at),
    checksum: shortHash(contentHash({ number: row.number, title, text })),
  }
}

function factsOf(row: DecisionRow, inside: boolean) {
  return [
    { term: 'Truffet den', text: longDay(row.decidedOn) },
    { term: 'Organ', text: row.bodyName },
    { term: 'Møde', text: row.meetingNumber },
    {
      term: 'Punkt',
      text: inside ? `${row.itemPosition}. ${row.itemTitle}` : `Punkt ${row.itemPosition} (lukket)`,
    },
    ...(inside && row.caseNumber ? [{ term: 'Sag', text: `${row.caseNumber} ${row.caseTitle ?? ''}` }] : []),
    ...(inside ? areaFacts(row.areas) : []),
  ]
}

function insideOf(actor: Actor, row: DecisionRow, recipient: Recipient | null) {
  const parts = readExcerptParts(actor.database, row.id)
  const check = parts.latestCheck ?? row.check
  const [own, others] = splitRows(check, recipient)
  const isOwn = (id: number) => !recipient || recipient.unitIds.includes(id)
  const mayCover = (id: number) => !recipient || recipient.mandateHolderIds.includes(id)
  return {
    sharedPosition: row.sharedPosition,
    bindsNobody: check.rows.length === 0,
    bound: own.rows.length > 0,
    matrix: { ...matrixOf(own), ...summaryOf(own, recipient) },
    checkedOn: longDay(check.on),
    others: others.length > 0 ? listDanish(others) : null,
    entries: parts.entries.filter(entry => mayCover(entry.organisationId)).map(entryText),
    referrals: parts.referrals.map(referral => ({
      number: referral.number,
      body: referral.body ?? `Det besluttende organ for ${referral.organisation}`,
      question: referral.question,
      answer: answerText(referral),
    })),
    stances: parts.stances.map(stance => ({
      who: stance.organisation ?? sideName(actor.database, stance.side),
      stance: stanceNames[stance.kind],
      text: stance.text,
    })),
    followUps: parts.followUps
      .filter(followUp => isOwn(followUp.organisationId))
      .map(followUp => ({
        text: followUp.text,
        responsible: followUp.person ? `${followUp.person}, ${followUp.organisation}` : followUp.organisation,
        due: shortDay(followUp.dueDay),
        state: followUp.closedAt !== null ? 'Afsluttet' : 'Åben',
      })),
  }
}

/** Of a decision that was taken long ago it is not said any more what it needs to be adopted. */
function summaryOf(own: MandateCheck, recipient: Recipient | null) {
  const whose = recipient ? `konsekvenser for ${recipient.name}` : 'konsekvenser'
  return own.rows.every(row => uncoveredIn(row).length === 0)
    ? { summary: `Alle ${whose} er dækket af mandat.`, summaryKind: 'success' as const }
    : { summary: `Ikke alle ${whose} er dækket af mandat.`, summaryKind: 'warning' as const }
}

/** The recipient's own rows of the check, and the names of the others that the decision binds. */
function splitRows(check: MandateCheck, recipient: Recipient | null): [MandateCheck, string[]] {
  if (!recipient) return [check, []]
  const rows = check.rows.filter(row => recipient.unitIds.includes(row.organisationId))
  const others = check.rows.filter(row => !recipient.unitIds.includes(row.organisationId))
  return [{ ...check, rows }, others.map(row => row.organisation).sort(compareDanish)]
}
