import type { Actor } from '../../../../access/actor.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { stanceNames } from '../../../decisions/decisions/index.ts'
import { matrixOf, reservationText } from '../../../decisions/mandates/index.ts'
import { sessionPath } from '../../../decisions/minutes/paths.ts'
import { roundPath } from '../paths.ts'
import { checkEndorsement, closingTexts, endorsementTexts, itemOfRound } from './decide-round.ts'
import { keptRound } from './kept-round.ts'
import { roundCrumbs } from './round-page.ts'

/** The joint group's decision about a round, with the mandate check of everyone whom a signature would bind. */
export async function roundDecisionPage(actor: Actor, year: number, itemId: number, form?: FormState) {
  const round = (await keptRound(actor.database, year)).round
  const { item, purpose } = itemOfRound(round, itemId)
  const texts = purpose === 'ENDORSE' ? endorsementTexts(round) : closingTexts(round)
  const check = purpose === 'ENDORSE' ? await checkEndorsement(actor, round, item.meeting.day) : null
  return {
    title: texts.title,
    active: 'aftalen',
    crumbs: roundCrumbs(year, 'Beslutning'),
    action: `${roundPath(year)}/beslutning/${itemId}`,
    back: sessionPath(item.meeting.id),
    meeting: `${item.meeting.number}, ${longDay(item.meeting.day)}, punkt ${item.position}`,
    inTheWay:
      item.meeting.state === 'IN_SESSION' ? null : 'En beslutning kan kun føres til protokols, mens mødet er i gang.',
    textHtml: renderMarkdown(texts.text),
    matrix: check ? matrixOf(check) : null,
    reservation: check && !check.adoptable ? reservationText(check) : null,
    stanceOptions: Object.entries(stanceNames).map(([value, text]) => ({ value, text })),
    form: form ?? formOf(),
  }
}
