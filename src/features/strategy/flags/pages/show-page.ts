import type { Actor } from '../../../../access/actor.ts'
import { sideName } from '../../../../access/cooperation.ts'
import type { OrganisationSubject } from '../../../../access/policy.ts'
import { possibleSteps } from '../../../../access/steps.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { rowReader } from '../../../../database/reader.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { longDay, shortDay, shortMoment } from '../../../../kernel/days.ts'
import { readPlaces } from '../../../ground/places/index.ts'
import { casePath } from '../../../meetings/cases/paths.ts'
import { agendaPath } from '../../../meetings/meetings/paths.ts'
import { areaAssessmentPath } from '../../assessments/paths.ts'
import { acknowledgeBy } from '../flag-rules.ts'
import { isOpenFlag } from '../flag-states.ts'
import { type FlagAct, type FlagFacts, flagWay } from '../flag-steps.ts'
import { type FlagItem, readItems } from '../item-fate.ts'
import { sourceNames, stepNames, themeNames, urgencyNames } from '../labels.ts'
import {
  acknowledgeFlagPath,
  assessFlagPath,
  correctFlagPath,
  declineFlagPath,
  flagInitiativePath,
  flagOnAgendaPath,
  flagPath,
  flagsPath,
  followFlagPath,
  joinFlagPath,
  reopenFlagPath,
} from '../paths.ts'
import { levelNames, placeNamed, placeOf } from '../place-ref.ts'
import { type FlagRow, type FlagStepRow, findFlag, readAtPlace, readJoined, readSteps } from '../queries.ts'
import { alarmOf, nextText, tagOf } from './list-page.ts'

const stepPaths: Record<FlagAct, (number: string) => string> = {
  CORRECT: correctFlagPath,
  ACKNOWLEDGE: acknowledgeFlagPath,
  PUT_ON_AGENDA: flagOnAgendaPath,
  FOLLOW: followFlagPath,
  ASSESS: assessFlagPath,
  START_INITIATIVE: flagInitiativePath,
  DECLINE: declineFlagPath,
  JOIN: joinFlagPath,
  REOPEN: reopenFlagPath,
}

export const flagCrumbs = ({ number }: Pick<FlagRow, 'number'>, ...after: { text: string }[]) => [
  { text: 'Påpegninger', href: flagsPath },
  { text: `Påpegning ${number}`, ...(after.length > 0 && { href: flagPath(number) }) },
  ...after,
]

/** A flag with what has been done with it, and with what can be done now. */
export async function showPage(actor: Actor, number: string) {
  const row = findFlag(actor, number)
  const steps = readSteps(actor, row.id)
  const items = await readItems(rowReader(actor.database), row.id, viewOf(actor))
  const place = placeNamed(readPlaces(actor.database), placeOf(row))
  const others = isOpenFlag(row.state) ? readAtPlace(actor, row).filter(({ id }) => id !== row.id) : []
  const joinable = others.some(({ theme }) => theme === row.theme)
  return {
    title: `Påpegning ${number}: ${row.place}`,
    active: 'paapegninger',
    crumbs: flagCrumbs(row),
    eventsHref: ownEvents(actor, 'paapegning', row.id),
    number: `Påpegning ${number}`,
    heading: `${row.place}: ${themeNames[row.theme]}`,
    tag: tagOf(row),
    alarm: alarmOf(row, actor.today),
    next: nextText(row),
    facts: [
      { term: levelNames[placeOf(row).level], text: row.place, href: place?.href ?? '' },
      { term: 'Tema', text: themeNames[row.theme] },
      { term: 'Set', text: longDay(row.seenOn) },
      { term: 'Kilde', text: sourceNames[row.source] },
      { term: 'Hast', text: urgencyNames[row.urgency] },
      { term: 'Påpeget af', text: `${row.person}, ${row.organisation}` },
      { term: 'Påpeget', text: longDay(row.raisedOn) },
      ...(row.state === 'NEW' ? [{ term: 'Kvitteres', text: acknowledgedText(actor, row) }] : []),
      ...(row.caseNumber ? [{ term: 'Sag', text: row.caseNumber, href: casePath(row.caseNumber) }] : []),
      ...(row.joinedTo
        ? [{ term: 'Samlet med', text: `Påpegning ${row.joinedTo}`, href: flagPath(row.joinedTo) }]
        : []),
    ],
    reason: row.reason,
    namesOf:
      row.namesOf === '' ? '' : `Afsenderen har oplyst, at ${row.namesOf} er navne på steder eller organisationer.`,
    steps: buttonsOf(actor, row, items, joinable),
    joined: readJoined(actor, number).map(one => ({
      number: `Påpegning ${one.number}`,
      href: flagPath(one.number),
      organisation: one.organisation,
      raised: shortDay(one.raisedOn),
      reason: one.reason,
    })),
    others: others.map(one => ({
      number: `Påpegning ${one.number}`,
      href: flagPath(one.number),
      theme: themeNames[one.theme],
      tag: tagOf(one),
    })),
    history: [raisedLine(row), ...steps.map(step => stepLine(step, items))],
  }
}

const acknowledgedText = (actor: Actor, { side, raisedOn }: FlagRow): string =>
  `Senest den ${longDay(acknowledgeBy(raisedOn))} af ${other(actor, side)}`

const other = (actor: Actor, side: FlagRow['side']): string =>
  `sekretariatet hos ${sideName(actor.database, side === 'HOUSING' ? 'MUNICIPALITY' : 'HOUSING')}`

/** The buttons that this person may press, those that nothing stands in the way of. */
function buttonsOf(actor: Actor, row: FlagRow, items: readonly FlagItem[], joinable: boolean) {
  const facts = factsOf(actor, row, items, joinable)
  return possibleSteps(flagWay, actor, facts, { organisation: organisationOf(row) })
    .filter(({ objections }) => objections.length === 0)
    .map(({ transition: { step, label } }) => ({
      text: step === 'FOLLOW' && row.until ? 'Følg til en senere dag' : label,
      href: stepPaths[step](row.number),
      primary: step === 'ACKNOWLEDGE' || (step === 'PUT_ON_AGENDA' && row.state !== 'FOLLOWED') || step === 'ASSESS',
    }))
}

/** Rights on a flag ask for the side of whoever raised it, and for nothing else of the organisation. */
export const organisationOf = ({ organisationId, side }: FlagRow): OrganisationSubject => ({
  ...{ id: organisationId, side, kind: '', parentId: null },
})

export const factsOf = (actor: Actor, row: FlagRow, items: readonly FlagItem[], joinable: boolean): FlagFacts => ({
  state: row.state,
  isOwn: row.personId === actor.personId,
  item: items.at(-1)?.fate ?? null,
  until: null,
  today: actor.today,
  notJoinable: joinable ? null : 'Der er ingen åben påpegning af samme sted med samme tema.',
})

const raisedLine = (row: FlagRow) => ({
  ...{ when: shortMoment(row.raisedAt), what: 'Påpeget', by: row.person, organisation: row.organisation },
  ...{ text: '', href: '', link: '' },
})

/** What the step leads to: its item, the flag that it was joined to, or the assessment that is its outcome. */
function linkOf({ joinedTo, assessed }: FlagStepRow, item: FlagItem | undefined): { href: string; link: string } {
  if (item)
    return {
      href: `${agendaPath(item.meetingId)}#punkt-${item.position}`,
      link: `Punkt ${item.position} på mødet den ${longDay(item.day)}`,
    }
  if (joinedTo) return { href: flagPath(joinedTo), link: `Påpegning ${joinedTo}` }
  return assessed ? { href: areaAssessmentPath(assessed), link: 'Vurderingen' } : { href: '', link: '' }
}

function stepLine(step: FlagStepRow, items: readonly FlagItem[]) {
  const item = items.find(({ stepId, readable }) => stepId === step.id && readable)
  return {
    when: shortMoment(step.at),
    what: step.kind === 'FOLLOW' && step.until ? `Følges til den ${longDay(step.until)}` : stepNames[step.kind],
    by: step.by,
    organisation: step.organisation,
    text: step.text,
    ...linkOf(step, item),
  }
}
