import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { possibleSteps } from '../../../../access/steps.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { dayInRow, longDay, longMoment, momentInRow } from '../../../../kernel/days.ts'
import { byAndWhen, sentence } from '../../../../kernel/text.ts'
import { readsDraft, stateTag } from '../../../decisions/adoption/index.ts'
import { sizeText } from '../../../ground/documents/index.ts'
import { casePath } from '../../../meetings/cases/paths.ts'
import { answersModel } from '../answer/answer-model.ts'
import { findInFull, type OutwardInFull, outwardCrumbs, readableDraft } from '../find-outward.ts'
import { outwardStateKinds } from '../labels.ts'
import { outwardKinds } from '../letter/letter-content.ts'
import { isOnItsWay, outwardStateLabels } from '../outward-states.ts'
import { type OutwardStep, outwardWay } from '../outward-steps.ts'
import {
  askStancesPath,
  closeOutwardPath,
  correctOutwardPath,
  extendDeadlinePath,
  fileAnswerPath,
  letterDraftPath,
  receivedLetterPath,
  sendLetterPath,
  withdrawOutwardPath,
} from '../paths.ts'
import { planModel, remedyText } from '../plan/plan-page.ts'
import { readCalendar, standingOf } from '../plan/read-plan.ts'
import { sentModel } from '../sending/letter-page.ts'
import { whyNotAdopted } from '../sending/send-rules.ts'
import { stancesModel } from '../stances/stances-model.ts'
import { alarmOf } from './list-page.ts'
import { sectionsModel } from './sections-model.ts'

const stepPaths: Record<OutwardStep, (slug: string) => string> = {
  CORRECT: correctOutwardPath,
  EXTEND: extendDeadlinePath,
  ASK: askStancesPath,
  SEND: sendLetterPath,
  FILE_ANSWER: fileAnswerPath,
  CLOSE: closeOutwardPath,
  WITHDRAW: withdrawOutwardPath,
}

/** One statement with all that is around it: its plan, its text, where the organisations stand, what was sent and answered. */
export async function showPage(actor: Actor, slug: string) {
  const found = await findInFull(actor, slug)
  const { row, kept } = found
  const standing = standingOf(row, readCalendar(actor), actor.today)
  const steps = stepsModel(actor, found)
  return {
    title: row.title,
    active: 'udtalelser',
    crumbs: outwardCrumbs(row),
    eventsHref: ownEvents(actor, 'udtalelse', row.id),
    kind: outwardKinds[row.kind],
    heading: row.title,
    tag: { text: outwardStateLabels[row.state], kind: outwardStateKinds[row.state] },
    alarm: alarmOf(standing),
    unreachable: standing.outOfReach
      ? {
          title: standing.overdue ? 'Fristen er overskredet, og brevet er ikke sendt' : 'Fristen kan ikke nås',
          text: standing.overdue
            ? `Modtagerens frist var den ${longDay(row.deadline)}. Det kan afhjælpes sådan:`
            : `Ingen af de planlagte møder kan behandle brevet, så det er sendt senest den ${longDay(row.deadline)}. Det kan nås på en af disse måder:`,
          remedies: standing.remedies.map(remedyText),
        }
      : null,
    ended: kept.end
      ? {
          title: kept.end.kind === 'CLOSED' ? 'Udtalelsen er afsluttet' : 'Udtalelsen er trukket tilbage',
          text: `${sentence(kept.end.reason)} ${kept.end.kind === 'CLOSED' ? 'Afsluttet' : 'Trukket tilbage'} ${byAndWhen(kept.end.by.name, momentInRow(kept.end.at))}.`,
        }
      : null,
    facts: factsOf(found),
    steps: steps.filter(({ step }) => step !== 'CORRECT' && step !== 'EXTEND'),
    correctSteps: steps.filter(({ step }) => step === 'CORRECT' || step === 'EXTEND'),
    plan: isOnItsWay(row.state) ? planModel(row, standing, actor.today) : null,
    letter: await letterModel(actor, found),
    stances: await stancesModel(actor, found),
    sent: sentModel(found),
    answers: answersModel(found),
  }
}

function factsOf({ row, kept, text }: OutwardInFull) {
  const first = dayInRow(kept.deadline)
  const granted = kept.extensions.at(-1)
  return [
    { term: 'Modtager', text: row.addressee },
    ...(row.reference ? [{ term: 'Modtagerens journalnummer', text: row.reference }] : []),
    { term: 'Modtaget', text: longDay(row.receivedOn) },
    {
      term: 'Modtagerens frist',
      text: granted
        ? `${longDay(row.deadline)} (først den ${longDay(first)}). ${sentence(granted.granted)}`
        : longDay(row.deadline),
    },
    { term: 'Ansvarlig', text: row.lead },
    ...(kept.document
      ? [
          {
            term: 'Det modtagne brev',
            text: `${kept.documentName} (${sizeText(kept.document.size)})`,
            href: receivedLetterPath(row.slug),
          },
        ]
      : []),
    ...(text.case ? [{ term: 'Sag', text: text.case.number, href: casePath(text.case.number) }] : []),
    { term: 'Registreret', text: `af ${kept.registeredBy.name} den ${longMoment(momentInRow(kept.registeredAt))}` },
  ]
}

/** The buttons that this person may press, those that nothing stands in the way of. */
function stepsModel(actor: Actor, { row, text }: OutwardInFull) {
  const facts = {
    state: row.state,
    notAdopted: whyNotAdopted(text),
    hasSections: text.newest.content.sections.length > 0,
    putForward: text.state === 'ON_AGENDA' || text.state === 'AWAITS_APPROVAL' || text.state === 'COMING',
    newDay: null,
    today: actor.today,
    deadline: row.deadline,
  }
  return possibleSteps(outwardWay, actor, facts)
    .filter(({ objections }) => objections.length === 0)
    .map(({ transition: { step, label } }) => ({
      step,
      text:
        step === 'ASK' && row.heardUntil
          ? 'Spørg organisationerne igen'
          : step === 'FILE_ANSWER' && row.answeredOn
            ? 'Ret eller udbyg svaret'
            : label,
      href: stepPaths[step](row.slug),
      primary: step === 'SEND' || (step === 'FILE_ANSWER' && !row.answeredOn),
    }))
}

async function letterModel(actor: Actor, found: OutwardInFull) {
  const { row, kept, text } = found
  const draft = await readableDraft(actor, found)
  const worked = readsDraft(actor, text) && isOnItsWay(row.state)
  const heard = kept.hearings.at(-1)
  return {
    tag: isOnItsWay(row.state) && readsDraft(actor, text) ? stateTag(text.state) : null,
    about:
      draft && heard?.draftId === draft.id && isOnItsWay(row.state) ? 'Det udkast, organisationerne er spurgt om.' : '',
    href: worked ? letterDraftPath(row.slug) : null,
    link: mayDo(actor, 'prepareTexts') ? 'Åbn udkastet: skriv, godkend og sæt på dagsordenen' : 'Åbn udkastet',
    sections: draft ? sectionsModel(draft.content) : null,
    changed:
      text.standing && text.standing.hash !== text.newest.hash && mayDo(actor, 'prepareTexts')
        ? whyNotAdopted(text)
        : null,
  }
}
