import type { Actor } from '../../../../access/actor.ts'
import { holdsSeat } from '../../../../access/policy.ts'
import { bodiesOf } from '../../../../access/visibility.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { type Day, type Instant, longDay, longMoment } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { comparePath, hearingStances, roundPath, stanceKinds, strategyGroupNames } from '../labels.ts'
import type { Round } from '../rounds/load-round.ts'
import { roundWithDraft } from '../rounds/readable-round.ts'
import { roundCrumbs } from '../rounds/round-page.ts'
import { standingDraft } from './draft.ts'

/** The hearing in both strategy groups: answers section by section, and each group's answer to the whole. */
export async function hearingPage(actor: Actor, year: number, form?: FormState) {
  const round = await roundWithDraft(actor, year)
  const draft = standingDraft(round)
  const until = round.hearingUntil as Day | null
  const open = round.state === 'HEARING' && (until === null || until >= actor.today)
  const groups = groupsOf(actor)
  const answers = lastAnswers(round, draft.id)
  const sections = draft.text.sections.map(section => ({
    value: section.key,
    text: `§ ${section.number}. ${section.heading}`,
  }))
  return {
    title: `Høring om aftalen i ${year}`,
    active: 'aftalen',
    crumbs: roundCrumbs(year, 'Høring'),
    path: `${roundPath(year)}/hoering`,
    lead: until
      ? `Udkast ${draft.number} ${open ? 'er i høring' : 'har været i høring'} hos begge strategigrupper til og med den ${longDay(until)}.`
      : 'Udkastet har ikke været i høring endnu.',
    draftHref: `${roundPath(year)}/udkast`,
    compareHref: comparePath(round.basis.year, year, draft.number),
    groups: (['HOUSING', 'MUNICIPALITY'] as const).map(side => ({
      name: strategyGroupNames[side],
      whole: answers.filter(answer => answer.side === side && answer.sectionKey === null).map(answerModel),
      sections: sections
        .map(({ value, text }) => ({
          heading: text,
          answers: answers.filter(answer => answer.side === side && answer.sectionKey === value).map(answerModel),
        }))
        .filter(row => row.answers.length > 0),
    })),
    mayAnswer: open && groups.length > 0,
    side: groups[0]?.side ?? null,
    sections: [
      ...(groups.some(({ leads }) => leads)
        ? [{ value: 'hele', text: 'Udkastet som helhed (strategigruppens svar)' }]
        : []),
      ...sections,
    ],
    stances: Object.entries(hearingStances).map(([value, text]) => ({ value, text })),
    labels: { section: 'Hvad gælder svaret?', stance: 'Svar', text: 'Forbehold eller indvendinger' },
    form: form ?? formOf(),
  }
}

/** The strategy groups where the person sits; who leads one answers for it as a whole. */
const groupsOf = (actor: Actor) =>
  bodiesOf(actor.database)
    .filter(body => body.kind === 'STRATEGY_GROUP' && holdsSeat(actor, body))
    .map(body => ({ side: body.side, leads: holdsSeat(actor, body, ['CHAIR', 'VICE_CHAIR']) }))

/** A person's latest answer to a section counts; a group's latest to the whole. */
function lastAnswers(round: Round, draftId: number): Round['answers'] {
  const latest = new Map<string, Round['answers'][number]>()
  for (const answer of round.answers) {
    if (answer.draftId !== draftId) continue
    const key = answer.sectionKey === null ? answer.side : `${answer.side} ${answer.sectionKey} ${answer.personId}`
    latest.set(key, answer)
  }
  return [...latest.values()]
}

const answerModel = (answer: Round['answers'][number]) => ({
  who: `${answer.name}, ${answer.organisation.name}`,
  when: longMoment(answer.at as Instant),
  stance: { text: hearingStances[answer.stance], kind: stanceKinds[answer.stance] },
  html: answer.text ? renderMarkdown(answer.text) : null,
})
