import type { Actor, Side } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { keptReader } from '../../../../database/kept-rows.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay, shortDay } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { byAndWhen, capitalised } from '../../../../kernel/text.ts'
import { followUpPath } from '../../../decisions/followups/paths.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import { strategyPath } from '../../strategies/paths.ts'
import { fateNames } from '../moves/labels.ts'
import { actionPath, actionsPath, planPath } from '../paths.ts'
import { type ActionState, actionStates } from './action-rules.ts'
import { type ActionRow, readActions, seenBy } from './actions-sql.ts'
import { actionTags, stateNames, stateTag } from './labels.ts'
import { responsibleFor } from './tell-progress.ts'

/** An action of a plan that is in force, as far as the reader sees it. @throws Refusal when there is none */
export async function foundAction(actor: Actor, plan: string, key: string): Promise<ActionRow> {
  const asked = { today: actor.today, seen: seenBy(actor), where: 'x.plan = ? AND x.key = ?' }
  const [found] = await readActions(keptReader(actor.database), asked, plan, key)
  if (!found) throw notFound('Handlingen står ikke i nogen handlingsplan, der gælder.')
  return found
}

const organisationRow = rowsOf({
  id: column.number,
  slug: column.text,
  kind: column.text,
  side: column.orNull(column.oneOf<Side>()),
  parentId: column.orNull(column.number),
})

export const responsibleOrganisation = ({ database }: Actor, { organisationId }: ActionRow) =>
  database.sql.get(
    organisationRow,
    'SELECT id, slug, kind, side, parentId FROM Organisation WHERE id = ?',
    organisationId ?? 0,
  ) ?? null

/** The subject of the form with which one tells where an action has come to. */
export async function progressSubject(actor: Actor, plan: string, key: string) {
  const action = await foundAction(actor, plan, key)
  return responsibleFor(actor, responsibleOrganisation(actor, action))
}

const progressRow = rowsOf({
  state: column.oneOf<ActionState>(),
  note: column.text,
  by: column.text,
  as: column.orNull(column.text),
  at: column.moment,
})

const readProgress = ({ database }: Actor, { planId, key }: ActionRow): RowOf<typeof progressRow>[] =>
  database.sql.all(
    progressRow,
    `SELECT g.state, g.note, p.name AS by, o.name AS "as", g.at FROM ActionProgress g JOIN Person p ON p.id = g.byId
     LEFT JOIN Organisation o ON o.id = g.asId WHERE g.planId = ? AND g.action = ? ORDER BY g.id DESC LIMIT 200`,
    planId,
    key,
  )

const moveRow = rowsOf({
  fate: column.oneOf<keyof typeof fateNames>(),
  goalName: column.text,
  reason: column.text,
  version: column.number,
  by: column.text,
  at: column.moment,
})

const readMoves = ({ database }: Actor, { planId, key }: ActionRow): RowOf<typeof moveRow>[] =>
  database.sql.all(
    moveRow,
    `SELECT v.fate, v.goalName, v.reason, n.version, p.name AS by, v.at FROM ActionMove v JOIN TextDraft n ON n.id = v.draftId
     JOIN Person p ON p.id = v.byId WHERE v.planId = ? AND v.action = ? ORDER BY v.id DESC LIMIT 50`,
    planId,
    key,
  )

const followUpRow = rowsOf({ id: column.number, text: column.text, dueDay: column.day, closed: column.flag })

const readFollowUps = ({ database }: Actor, { planId, key }: ActionRow): RowOf<typeof followUpRow>[] =>
  database.sql.all(
    followUpRow,
    `SELECT f.id, f.text, f.dueDay, f.closedAt IS NOT NULL AS closed FROM ActionFollowUp l JOIN FollowUp f ON f.id = l.followUpId
     WHERE l.planId = ? AND l.action = ? ORDER BY f.dueDay, f.id LIMIT 50`,
    planId,
    key,
  )

/** An action with its life: what was adopted, where it has come to and what was told on the way. */
export async function actionPage(actor: Actor, plan: string, key: string, form?: FormState) {
  const action = await foundAction(actor, plan, key)
  const organisation = responsibleOrganisation(actor, action)
  const tells = !action.carried && mayDo(actor, 'followUp', responsibleFor(actor, organisation))
  const path = actionPath(plan, key)
  return {
    title: action.title,
    active: 'handlinger',
    crumbs: [
      { text: 'Handlinger', href: actionsPath },
      { text: `Handlingsplan ${action.year}`, href: planPath(plan) },
      { text: action.title },
    ],
    about: `Handling i handlingsplanen for ${action.year}`,
    heading: action.title,
    ...actionTags(action, actor.today),
    textHtml: action.text ? renderMarkdown(action.text) : null,
    facts: factsOf(action, organisation?.slug ?? null),
    carried: action.carried ? 'Handlingen er videreført i en senere handlingsplan.' : null,
    progress: readProgress(actor, action).map(row => ({
      tag: stateTag(row.state),
      note: row.note,
      told: capitalised(byAndWhen(row.as ? `${row.by}, ${row.as}, som administrator` : row.by, row.at)),
    })),
    moves: readMoves(actor, action).map(row => ({
      text: `${fateNames[row.fate]} under strategiens version ${row.version}${row.goalName ? `: ${row.goalName}` : ''}`,
      reason: row.reason,
      told: capitalised(byAndWhen(row.by, row.at)),
    })),
    followUps: readFollowUps(actor, action).map(row => ({
      text: row.text,
      href: followUpPath(row.id),
      due: shortDay(row.dueDay),
      tag: row.closed ? { text: 'Afsluttet', kind: 'neutral' } : { text: 'Åben', kind: 'info' },
    })),
    followUpHref: mayDo(actor, 'prepareTexts') && !action.carried ? `${path}/opfoelgning` : null,
    tell: tells
      ? {
          action: `${path}/status`,
          form: form ?? formOf({ state: action.state, note: '' }, action.told),
          options: actionStates.map(value => ({ value, text: stateNames[value] })),
        }
      : null,
  }
}

function factsOf(action: ActionRow, organisation: string | null) {
  return [
    { term: 'Strategi', text: action.strategyTitle, href: strategyPath(action.strategy) },
    { term: 'Mål', text: action.movedTo ?? action.goalName ?? 'Ikke angivet' },
    {
      term: 'Ansvarlig organisation',
      text: action.organisation ?? 'Ikke angivet',
      ...(organisation && { href: organisationPath(organisation) }),
    },
    ...(action.person ? [{ term: 'Ansvarlig person', text: action.person }] : []),
    ...(action.partners ? [{ term: 'Samarbejdspartnere', text: action.partners }] : []),
    ...(action.area ? [{ term: 'Boligområde', text: action.area }] : []),
    { term: 'Frist', text: longDay(action.deadline) },
    ...(action.followUpId === null
      ? []
      : [{ term: 'Begyndte som', text: `Opfølgning ${action.followUpId}`, href: followUpPath(action.followUpId) }]),
  ]
}
