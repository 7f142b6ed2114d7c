import type { Actor } from '../../../../access/actor.ts'
import { prepares } from '../../../../access/policy.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longMoment } from '../../../../kernel/days.ts'
import { meetingQuestions, readSendings } from '../agenda/agenda-queries.ts'
import { hiddenText } from '../agenda/agenda-view.ts'
import { bodyOf, type MeetingRow } from '../agenda/load-agenda.ts'
import { readAgenda } from '../agenda/read-agenda.ts'
import { meetingCrumbs } from '../labels.ts'
import { agendaPath, itemPath, meetingPath } from '../paths.ts'

/** R70: the questions to one item, with a form to ask and to answer; null when the item is kept from the person. */
export async function questionsPage(
  actor: Actor,
  meeting: MeetingRow,
  itemId: number,
  form: FormState = formOf(),
  answering: { question: number; form: FormState } | null = null,
) {
  const body = bodyOf(meeting)
  const { content, sight } = await readAgenda(actor, meeting, readSendings(actor.database, meeting.id), 'whole')
  const item = content.items.find(one => one.id === itemId)
  if (!item || hiddenText(item, sight)) return null
  const open = meeting.state === 'CALLED'
  const asked = meetingQuestions(actor.database, meeting.id).filter(question => question.itemId === item.id)
  const formFor = ({ id, answer, version }: (typeof asked)[number]) =>
    answering?.question === id ? answering.form : formOf({ answer: answer ?? '' }, version)
  return {
    title: `Spørgsmål til punkt ${item.position}: ${item.title}`,
    active: 'moeder',
    crumbs: meetingCrumbs(
      meeting,
      { text: 'Dagsorden', href: `${agendaPath(meeting.id)}#punkt-${item.position}` },
      { text: `Spørgsmål til punkt ${item.position}` },
    ),
    heading: `Spørgsmål til punkt ${item.position}: ${item.title}`,
    action: `${itemPath(meeting.id, item.id)}/spoergsmaal`,
    backHref: `${agendaPath(meeting.id)}#punkt-${item.position}`,
    open,
    form,
    labels: { text: 'Dit spørgsmål', answer: 'Svar' },
    ...Object.fromEntries(asked.map(question => [answerFormName(question.id), formFor(question)])),
    questions: asked.map(question => {
      const { id, text, person, personId, at, answer, answeredBy } = question
      return {
        id,
        text,
        asked: `${person}, ${longMoment(at)}`,
        answer,
        form: formFor(question),
        answered: answeredBy ? `Besvaret af ${answeredBy}` : '',
        answerAction:
          open && (prepares(actor, body) || personId !== actor.personId)
            ? `${meetingPath(meeting.id)}/spoergsmaal/${id}/svar`
            : null,
      }
    }),
  }
}

/** Each question has its own form to answer, which the page's model knows by this name. */
export const answerFormName = (question: number): string => `answer${question}`
