import type { Actor, Side } from '../../../../access/actor.ts'
import { holdsSeat } from '../../../../access/policy.ts'
import { bodiesOf } from '../../../../access/visibility.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay, longMoment } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { listDanish } from '../../../../kernel/text.ts'
import {
  bySection,
  type HearingOutcome,
  hearingStances,
  latestAnswers,
  outcomeOf,
  stanceKinds,
} from '../../../ground/hearing/index.ts'
import type { RoundState } from '../../agreement/index.ts'
import { strategyGroupNames } from '../labels.ts'
import { comparePath, roundPath } from '../paths.ts'
import { hearingOf, type Round } from '../rounds/load-round.ts'
import { roundWithDraft } from '../rounds/readable-round.ts'
import { roundCrumbs } from '../rounds/round-page.ts'
import { standingDraft } from './draft.ts'
import { isHearingOpen } from './hearing-open.ts'

/** The hearing in both strategy groups: answers section by section, and each group's answer to the whole. */
export async function hearingPage(actor: Actor, year: number, form?: FormState) {
  const round = await roundWithDraft(actor, year)
  const draft = standingDraft(round)
  const { asked, until, answers } = hearingOf(round)
  const open = isHearingOpen(round, actor.today)
  const groups = groupsOf(actor)
  const latest = latestAnswers(answers)
  const sections = draft.text.sections.map(section => ({
    value: section.key,
    text: headingOf(section),
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
    groups: asked.map(side => {
      const own = latest.filter(({ by }) => by === side)
      return {
        name: strategyGroupNames[side],
        whole: own.filter(({ sectionKey }) => sectionKey === null).map(answerModel),
        sections: bySection(draft.text.sections, own).map(row => ({
          heading: headingOf(row.section),
          answers: row.answers.map(answerModel),
        })),
      }
    }),
    outcome: wasHeard.includes(round.state) && !open ? outcomeLines(outcomeOf({ asked }, answers)) : null,
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

/** A draft that was taken back is another, and nobody has been heard about it. */
const wasHeard: readonly RoundState[] = ['HEARING', 'ENDORSEMENT', 'SIGNING', 'STOPPED', 'SIGNED']

/** The three groups at the end. */
const outcomeLines = ({ withRemarks, withoutRemarks, silent }: HearingOutcome<Side>) =>
  [
    { term: 'Med bemærkninger', sides: withRemarks },
    { term: 'Uden bemærkninger', sides: withoutRemarks },
    { term: 'Har ikke svaret', sides: silent },
  ].map(({ term, sides }) => ({ term, text: listDanish(sides.map(side => strategyGroupNames[side])) || 'Ingen' }))

/** The strategy groups where the person sits; who leads one answers for it as a whole. */
const groupsOf = (actor: Actor) =>
  bodiesOf(actor.database)
    .filter(body => body.kind === 'STRATEGY_GROUP' && holdsSeat(actor, body))
    .map(body => ({ side: body.side, leads: holdsSeat(actor, body, ['CHAIR', 'VICE_CHAIR']) }))

const headingOf = ({ number, heading }: { number: string; heading: string }): string => `§ ${number}. ${heading}`

const answerModel = (answer: Round['answers'][number]) => ({
  who: `${answer.name}, ${answer.organisation.name}`,
  when: longMoment(answer.at),
  stance: { text: hearingStances[answer.stance], kind: stanceKinds[answer.stance] },
  html: answer.text ? renderMarkdown(answer.text) : null,
})
