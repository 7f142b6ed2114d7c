import type { Actor } from '../../../access/actor.ts'
import { sideName } from '../../../access/cooperation.ts'
import { mayDo, policy } from '../../../access/policy.ts'
import { dayOf, longDay } from '../../../kernel/days.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import { bodyInSentence, byAndWhen, capitalised, sentence } from '../../../kernel/text.ts'
import { kindName, sizeText } from '../../ground/documents/index.ts'
import { organisationPath } from '../../ground/parties/paths.ts'
import { casePath } from '../../meetings/cases/paths.ts'
import {
  answerText,
  areaFacts,
  askedText,
  gapsIn,
  isOverdue,
  isWaiting,
  kindOf,
  readReferrals,
  referralStateOf,
  referralTags,
  stanceNames,
  type TrailReferral,
} from '../decisions/index.ts'
import { decisionPath, decisionsPath } from '../decisions/paths.ts'
import { matrixOf, stepText, uncoveredText } from '../mandates/index.ts'
import { mandatePath } from '../mandates/paths.ts'
import { referralPath, referralsPath } from './paths.ts'
import { findReferral, type ReferralInFull, readConditions, readMaterial, readStances } from './queries.ts'

/** A referral with its material as one document, and null where there is none for this person. */
export function referralPage(actor: Actor, number: string) {
  const row = findReferral(actor, number)
  if (!row) return null
  const referral = readReferrals(actor.database, row.decisionId, actor.today).find(({ id }) => id === row.id)
  if (!referral) return null
  const state = referralStateOf(referral)
  const organisation = {
    id: row.organisationId,
    kind: row.organisationKind,
    side: row.organisationSide,
    parentId: row.organisationParentId,
  }
  const open = state === 'OPEN' && row.state === 'CONDITIONAL'
  return {
    title: `Forelæggelse ${number}`,
    active: 'beslutninger',
    crumbs: [
      { text: 'Beslutninger', href: decisionsPath },
      { text: 'Forelæggelser', href: referralsPath },
      { text: number },
    ],
    number,
    heading: `Forelæggelse for ${bodyInSentence(referral.body)}`,
    state: referralTags[state],
    overdue: isOverdue({ dueDay: referral.dueDay, state }, actor.today),
    facts: factsOf(row, referral, isWaiting({ state })),
    answer: answerOf(row, referral),
    extendPath:
      open && mayDo(actor, 'recordDecision', { body: { id: row.groupId, kind: row.groupKind, side: row.groupSide } })
        ? `${referralPath(number)}/frist`
        : null,
    answerPath: open && mayDo(actor, 'keepMandates', { organisation }) ? `${referralPath(number)}/svar` : null,
    inside: row.reads ? insideOf(actor, row, referral) : null,
  }
}

function factsOf(row: ReferralInFull, referral: TrailReferral, waiting: boolean) {
  const title = row.reads ? row.title : (row.publicTitle ?? 'Lukket punkt')
  return [
    {
      term: 'Beslutning',
      text: `${row.decision} ${title}`,
      ...(row.decisionSeen ? { href: decisionPath(row.decision) } : {}),
    },
    {
      term: 'Truffet',
      text: `Den ${longDay(row.decidedOn)} i ${bodyInSentence(row.groupName)}, møde ${row.meetingNumber}`,
    },
    ...(row.caseNumber && row.reads && row.decisionSeen
      ? [{ term: 'Sag', text: row.caseNumber, href: casePath(row.caseNumber) }]
      : []),
    ...(row.reads ? areaFacts(row.areas) : []),
    { term: 'Forelagt', text: longDay(dayOf(referral.openedAt)) },
    { term: 'Svarfrist', text: longDay(referral.dueDay) },
    ...referral.extensions.map(({ fromDay, toDay, reason, by }) => ({
      term: 'Fristen er forlænget',
      text: `Fra den ${longDay(fromDay)} til den ${longDay(toDay)} af ${by ?? 'systemet'}. ${sentence(`Begrundelse: ${reason}`)}`,
    })),
    { term: 'Organisation', text: row.organisation, href: organisationPath(row.organisationSlug) },
    ...(waiting
      ? [
          {
            term: 'Svaret registreres af',
            text:
              referral.keepers ??
              `Ingen mandatansvarlig er udpeget. ${sentence(`En mandatansvarlig kan udpeges af ${policy.nameAuthorised.who}`)}`,
          },
        ]
      : []),
  ]
}

function answerOf(row: ReferralInFull, referral: TrailReferral) {
  const { answer, answeredOn, answeredAt, protocolItem, acceptedBy, withdrawnWhy } = referral
  const withdrawn = referral.withdrawnAt ? (withdrawnWhy ?? '') : null
  if (answer === null)
    return withdrawn === null ? null : { text: 'Forelæggelsen er trukket tilbage', rows: [], withdrawn }
  const read = row.reads
  return {
    text: answerText(referral),
    withdrawn,
    rows: [
      { term: 'Behandlet', text: answeredOn ? `${longDay(answeredOn)}, punkt ${protocolItem ?? ''}` : '' },
      ...(read && referral.conditions ? [{ term: 'Vilkår', text: referral.conditions }] : []),
      ...(acceptedBy
        ? [{ term: 'Vilkårene tiltrådt', text: `Ved beslutning ${acceptedBy}`, href: decisionPath(acceptedBy) }]
        : []),
      ...(read && referral.reason ? [{ term: 'Begrundelse', text: referral.reason }] : []),
      ...(referral.mandateId
        ? [{ term: 'Mandat', text: referral.mandate ?? '', href: mandatePath(referral.mandateId) }]
        : []),
      ...(read && row.documentId !== null
        ? [{ term: 'Protokol', text: 'Hent protokollen', href: `${referralPath(row.number)}/protokol` }]
        : []),
      {
        term: 'Registreret',
        text: answeredAt ? capitalised(byAndWhen(row.answeredBy ?? 'systemet', answeredAt)) : '',
      },
    ],
  }
}

/** The material as one document: what the body is asked, what was decided, and what it was decided on. */
function insideOf(actor: Actor, row: ReferralInFull, referral: TrailReferral) {
  const db = actor.database
  const { check } = row
  const gaps = gapsIn(check)
  const asked = referral.cells.map(cell => {
    const consequence = check.rows.find(({ organisationId }) => organisationId === cell.organisationId)
    const gap = gaps.find(found => found.organisationId === cell.organisationId && found.kind === kindOf[cell.kind])
    const what =
      cell.kind === 'LEGAL' ? consequence?.legal : cell.kind === 'ORGANISATIONAL' ? consequence?.organisational : null
    return {
      organisation: cell.organisation,
      what: capitalised(what ? `${askedText(cell)}: ${what}` : askedText(cell)),
      why: gap ? uncoveredText(gap.verdict, gap.organisation) : '',
      step: gap ? stepText(gap.verdict) : '',
    }
  })
  const texts = [
    ['Resumé', row.summary],
    ['Indstilling til gruppen', row.recommendation],
    ['Sagsfremstilling', row.presentation],
    ['Effekt', row.effect],
    ['Økonomi', row.economy],
  ] as const
  return {
    question: row.question,
    asked,
    textHtml: renderMarkdown(row.text),
    matrix: matrixOf(check),
    stances: readStances(db, row.decisionId).map(({ who, side, kind, text }) => ({
      who: who ?? sideName(db, side),
      stance: stanceNames[kind],
      text,
    })),
    itemTitle: `${row.itemPosition}. ${row.itemTitle}`,
    presentations: texts
      .filter(([, text]) => text.trim() !== '')
      .map(([heading, text]) => ({ heading, bodyHtml: renderMarkdown(text) })),
    conditions: readConditions(db, row.id, actor.today),
    material: readMaterial(db, row.itemId).map(({ id, name, title, mediaType, size }) => ({
      href: `${referralPath(row.number)}/bilag/${id}`,
      title: title || name,
      about: `${kindName(mediaType)}, ${sizeText(size)}`,
    })),
  }
}
