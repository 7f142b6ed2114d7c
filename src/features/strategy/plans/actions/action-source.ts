import type { Actor } from '../../../../access/actor.ts'
import { keptReader } from '../../../../database/kept-rows.ts'
import { type RowReader, rowReaderIn } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { AnswerSource, AskedOrganisation, AskedRow, AskedThing } from '../../../../http/answer-source.ts'
import { type Day, dayOf, longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import type { Objection } from '../../../../kernel/objection.ts'
import { plural } from '../../../../kernel/text.ts'
import { answeredText, deadlineText } from '../../../ground/answers/index.ts'
import { newestRound } from '../../implementation/index.ts'
import { planPath } from '../paths.ts'
import { type ActionState, actionStates, judgeRow, openActionSql } from './action-rules.ts'
import { type ActionRow, readActions, seenBy } from './actions-sql.ts'
import { stateNames } from './labels.ts'
import { storeProgress } from './tell-progress.ts'

const progressRow = rowsOf({
  id: column.number,
  state: column.oneOf<ActionState>(),
  note: column.text,
  by: column.text,
  as: column.orNull(column.text),
  at: column.moment,
})

interface AskedAction {
  action: ActionRow
  last: RowOf<typeof progressRow> | null
  /** The last state was told since the half-year's round was opened: it needs no confirming. */
  told: boolean
}

interface Asked {
  actions: AskedAction[]
  /** The last day of the round; null: none has been opened. */
  deadline: Day | null
}

const rowName = ({ planId, key }: ActionRow): string => `h${planId}${key}`

/**
 * The open actions that an organisation is responsible for, on the page of all that it owes an answer to: in a half-year
 * that the secretariats have opened, each is to be told of once. Three statements.
 */
export const actionSource: AnswerSource = {
  order: 15,
  prefix: 'h',
  async asked(actor, organisation) {
    const asked = await loadAsked(keptReader(actor.database), actor, organisation, seenBy(actor))
    return thingsOf(actor, asked)
  },
  async judge(tx, actor, organisation, rows) {
    const { actions, deadline } = await loadAsked(rowReaderIn(tx), actor, organisation, '1 = 1')
    const faults: Objection[] = []
    const answers: { action: ActionRow; state: ActionState; note: string }[] = []
    for (const asked of actions) {
      const said = rows[rowName(asked.action)]
      if (!said) continue
      const standing = standingOf(asked)
      const field = `answers[${rowName(asked.action)}]`
      const verdict = judgeRow(
        { ...said, evidence: '' },
        { standing: asked.told ? standing : null, offered: asked.told ? null : standing, field },
        asked.action.title,
      )
      if (verdict.kind === 'faults') faults.push(...verdict.faults)
      if (verdict.kind === 'answer')
        answers.push({ action: asked.action, state: verdict.answer.state, note: verdict.answer.reason })
    }
    const answered = new Set(answers.map(({ action }) => rowName(action)))
    return {
      faults,
      known: new Set(actions.map(({ action }) => rowName(action))),
      saved: answers.length,
      left: actions.filter(one => isMissing(one, deadline) && !answered.has(rowName(one.action))).length,
      async store({ as, at }) {
        const events = []
        for (const { action, state, note } of answers)
          events.push((await storeProgress(tx, actor, action, { state, note, as, at })).event)
        return { events, told: null }
      },
    }
  },
}

async function loadAsked(read: RowReader, actor: Actor, organisation: AskedOrganisation, seen: string): Promise<Asked> {
  const { today } = actor
  const where = `x.organisationId = ? AND ${openActionSql('x')}`
  const actions = await readActions(read, { today, seen, where }, organisation.id)
  if (actions.length === 0) return { actions: [], deadline: null }
  const round = await newestRound(read)
  const ids = actions.map(({ told }) => told).join(',')
  const progress = await read(
    progressRow,
    `SELECT g.id, g.state, g.note, p.name AS by, o.name AS "as", g.at FROM ActionProgress g JOIN Person p ON p.id = g.byId
     LEFT JOIN Organisation o ON o.id = g.asId WHERE g.id IN (${ids})`,
  )
  return {
    deadline: round?.deadline ?? null,
    actions: actions.map(action => {
      const last = progress.find(({ id }) => id === action.told) ?? null
      return { action, last, told: last !== null && (round === null || last.at >= round.openedAt) }
    }),
  }
}

const isMissing = ({ told }: AskedAction, deadline: Day | null): boolean => deadline !== null && !told

const standingOf = ({ last }: AskedAction) =>
  last && { id: last.id, by: last.by, state: last.state, reason: last.note, evidence: '' }

/** One thing a plan. */
function thingsOf(actor: Actor, { actions, deadline }: Asked): AskedThing[] {
  const plans = new Map<number, AskedAction[]>()
  for (const asked of actions) plans.set(asked.action.planId, [...(plans.get(asked.action.planId) ?? []), asked])
  return [...plans.values()].flatMap(rows => {
    const [first] = rows
    if (!first) return []
    const { planId, plan, year, strategyTitle } = first.action
    const missing = rows.filter(one => isMissing(one, deadline)).length
    return [
      {
        anchor: `handlinger-${planId}`,
        heading: `${strategyTitle}: handlinger i ${year}`,
        why: 'Handlinger, som organisationen er ansvarlig for',
        tag: tagOf(missing, deadline, actor.today),
        deadline:
          deadline === null
            ? 'Fortæl, når noget er sket. Der er ingen frist for svaret.'
            : deadlineText({ deadline, today: actor.today, missing }, 'Svarene kan stadig gives.'),
        readers: 'Svarene kan læses af alle parter, når de er gemt.',
        links: [{ href: planPath(plan), text: `Handlingsplanen for ${year}` }],
        missing,
        rows: rows.map(rowModel),
      },
    ]
  })
}

function tagOf(missing: number, deadline: Day | null, today: Day): AskedThing['tag'] {
  if (missing === 0) return { text: 'Besvaret', kind: 'success' }
  if (isPast(deadline, today)) return { text: 'Fristen er overskredet', kind: 'danger' }
  return { text: `${plural(missing, 'handling', 'handlinger')} mangler svar`, kind: 'warning' }
}

function rowModel(asked: AskedAction): AskedRow {
  const { action, last, told } = asked
  return {
    name: rowName(action),
    heading: action.title,
    brief: `Frist: ${longDay(action.deadline)}`,
    textHtml: renderMarkdown([action.text, `Frist: **${longDay(action.deadline)}**`].filter(Boolean).join('\n\n')),
    aside: null,
    question: `Hvor langt er I med handlingen »${action.title}«?`,
    options: actionStates.map(value => ({
      value,
      text: !told && last?.state === value ? `${stateNames[value]} (svaret sidst)` : stateNames[value],
    })),
    reason: {
      label: `Note om handlingen »${action.title}«`,
      hint: 'Skal udfyldes, når handlingen er opgivet.',
    },
    evidence: null,
    offered:
      !told && last
        ? `Sidst var svaret: ${stateNames[last.state]}. Vælg et svar for at bekræfte det, eller ret det.`
        : null,
    changed: null,
    confirm:
      !told && last
        ? {
            answer: last.id,
            when: longDay(dayOf(last.at)),
            state: stateNames[last.state],
            words: [last.note].filter(Boolean),
          }
        : null,
    standing:
      told && last ? { state: stateNames[last.state], by: `${answeredText({ ...last, confirms: false })}.` } : null,
    seen: told && last ? last.id : '',
    values: { state: told && last ? last.state : '', reason: last?.note ?? '', evidence: '' },
  }
}
