import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { plural } from '../../../../kernel/text.ts'
import { strategiesPath, strategyPath } from '../../strategies/paths.ts'
import { type ActionRow, seenBy } from '../actions/actions-sql.ts'
import { actionTags } from '../actions/labels.ts'
import { actionPath, openActionsPath } from '../paths.ts'
import { moveName } from './move-actions.ts'
import { readOpen } from './read-open.ts'

/** The open actions of a strategy that has another version now: the secretariats say what becomes of each. */
export async function openActionsPage(actor: Actor, slug: string, form?: FormState) {
  const asked = { today: actor.today, seen: seenBy(actor) }
  const open = await readOpen(rowReader(actor.database), slug, asked)
  if (!open) throw notFound()
  const { strategy, goals, actions } = open
  return {
    title: `Åbne handlinger: ${strategy.title}`,
    active: 'strategier',
    crumbs: [
      { text: 'Fælles strategier', href: strategiesPath },
      { text: strategy.title, href: strategyPath(slug) },
      { text: 'Åbne handlinger' },
    ],
    heading: 'Åbne handlinger under en tidligere version',
    lead:
      actions.length === 0
        ? ''
        : `${plural(actions.length, 'åben handling', 'åbne handlinger')} er vedtaget under en tidligere version af »${strategy.title}«. Hver af dem skal flyttes til et mål i version ${strategy.version}, beholdes med en begrundelse eller lukkes.`,
    strategyHref: strategyPath(slug),
    mayMove: mayDo(actor, 'prepareTexts'),
    action: openActionsPath(slug),
    goals: goals.map(({ key, name }) => ({ value: key, text: name })),
    form:
      form ??
      formOf({
        moves: Object.fromEntries(
          // A goal that the version still has is the first guess.
          actions.map(action => [
            moveName(action),
            { fate: '', goal: goals.some(({ key }) => key === action.goalKey) ? action.goalKey : '', reason: '' },
          ]),
        ),
      }),
    rows: actions.map(action => rowModel(actor, action)),
  }
}

const rowModel = (actor: Actor, action: ActionRow) => ({
  name: moveName(action),
  title: action.title,
  href: actionPath(action.plan, action.key),
  about: [
    action.movedTo ?? action.goalName ?? '',
    action.organisation ?? '',
    `Frist: ${longDay(action.deadline)}`,
  ].filter(Boolean),
  ...actionTags(action, actor.today),
  fates: [
    { value: 'MOVED', text: 'Flyt til et mål i den nye version' },
    { value: 'KEPT', text: 'Behold, som den er' },
    { value: 'CLOSED', text: 'Luk' },
  ],
})
