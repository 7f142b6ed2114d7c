import type { Actor } from '../../../../access/actor.ts'
import { type Feature, factsOfItems } from '../../../../http/feature.ts'
import { emptyForm } from '../../../../http/forms/fields.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { json, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import type { Objection } from '../../../../kernel/objection.ts'
import { refuseAll } from '../../../../kernel/refusal.ts'
import { carryOver, itemSubject, told } from '../../../meetings/meetings/index.ts'
import {
  decisionForm,
  draftModel,
  recordTyped,
  revisionForm,
  type Shown,
  shownAfter,
  shownAgain,
  toldOf,
} from '../../decisions/index.ts'
import { beginItem } from '../changes/begin-item.ts'
import { postponeForm } from '../changes/forms.ts'
import { postponeItem } from '../changes/postpone-item.ts'
import {
  itemAddress,
  minuteForm,
  recusalAddress,
  recusalForm,
  settleForm,
  statementAddress,
  statementForm,
} from '../forms.ts'
import { sessionItemPath, sessionPath } from '../paths.ts'
import { enterStatement, removeStatement } from './enter-statement.ts'
import { minuteItem } from './minute-item.ts'
import { endRecusal, recuse } from './recuse.ts'
import { sessionItemPage } from './session-item-page.ts'
import { settleItem } from './settle-item.ts'

const itemPath = ({ meeting, item }: Asked['params']) => sessionItemPath(meeting, item)

interface Asked {
  actor: Actor
  params: { meeting: number; item: number }
}

/** One item while it is treated. */
export function sessionItemRoutes(route: Routes, address: string, features: readonly Feature[]): void {
  const shown = async ({ actor, params }: Asked, form?: FormState, draft?: Shown) =>
    page('minutes/item', {
      ...(await sessionItemPage(actor, params.meeting, params.item, form)),
      related: factsOfItems(features, actor, params.meeting)(params.item),
      draft: draft ? await draftModel(actor, params, draftPaths(params), draft) : null,
    })
  const itemAgain = (asked: Asked, form: FormState) => shown(asked, form)
  const common = { right: 'minute', on: itemSubject } as const

  route.get(address, { right: 'readWhileOpen', params: itemAddress, queries: 26, on: itemSubject }, asked =>
    shown(asked),
  )

  route.post(
    address,
    {
      ...common,
      params: itemAddress,
      form: minuteForm,
      onInvalid: (ctx, form) =>
        ctx.wantsJson
          ? json({ message: form.conflict?.message ?? form.message ?? firstError(form), ...form.conflict })
          : itemAgain(ctx, form),
    },
    async ({ actor, params, form, wantsJson }) => {
      const { _disputed, _chosen = {}, ...typed } = form
      refuseAll(undecided(_disputed, _chosen))
      const { version, stored, objection, notice } = await minuteItem(actor, {
        itemId: params.item,
        ...typed,
        keep: minutedNames.filter(name => _chosen[name] === 'theirs'),
        whileWriting: wantsJson,
      })
      if (wantsJson) return json({ version, stored, note: objection ?? notice })
      return redirect(itemPath(params), told('Punktet er gemt.', notice))
    },
  )

  route.get(
    `${address}/beslutning`,
    { right: 'recordDecision', params: itemAddress, queries: 50, on: itemSubject },
    asked => {
      const elsewhere = revisionForm(asked.db, asked.params.item)
      return elsewhere ? redirect(elsewhere) : shown(asked, undefined, {})
    },
  )

  route.post(
    `${address}/beslutning`,
    {
      right: 'recordDecision',
      params: itemAddress,
      form: decisionForm,
      on: itemSubject,
      onInvalid: async (asked, form) => shown(asked, undefined, await shownAgain(asked.actor, asked.params, form)),
    },
    async asked => {
      const { actor, params, form } = asked
      if (form.action !== 'record') return shown(asked, undefined, await shownAfter(actor, params, form))
      const decision = await recordTyped(actor, params.meeting, params.item, form)
      return redirect(`${itemPath(params)}#beslutninger`, toldOf(decision))
    },
  )

  route.post(
    `${address}/type`,
    { ...common, params: itemAddress, form: settleForm, onInvalid: itemAgain },
    async ({ actor, params, form }) => {
      const { part, ...typed } = form
      const { outcomeFell } = await settleItem(actor, { itemId: params.item, ...typed, closed: part === 'closed' })
      const fell = outcomeFell ? 'Resultatet passede ikke til den nye type og er fjernet.' : null
      return redirect(itemPath(params), told('Ændringen er ført til referat.', fell))
    },
  )

  route.post(
    `${address}/inhabilitet`,
    { ...common, params: itemAddress, form: recusalForm, onInvalid: itemAgain },
    async ({ actor, params, form }) => {
      const input = { itemId: params.item, personId: form.recusedId, reason: form.recusalReason }
      const { notice } = await recuse(actor, input)
      // Whoever enters it of oneself may have closed the item's page to oneself.
      const back = input.personId === actor.personId ? sessionPath(params.meeting) : itemPath(params)
      return redirect(back, told('Inhabiliteten er ført til referat.', notice))
    },
  )

  route.post(
    `${address}/inhabilitet/:recusal/ophaev`,
    { ...common, params: recusalAddress, form: emptyForm, onInvalid: itemAgain },
    async ({ actor, params }) => {
      const { notice } = await endRecusal(actor, { itemId: params.item, recusalId: params.recusal })
      return redirect(itemPath(params), told('Registreringen af inhabilitet er fjernet.', notice))
    },
  )

  route.post(
    `${address}/udtalelser`,
    { ...common, params: itemAddress, form: statementForm, onInvalid: itemAgain },
    async ({ actor, params, form }) => {
      const input = { itemId: params.item, personId: form.statementBy, text: form.statementText }
      const { notice } = await enterStatement(actor, input)
      return redirect(itemPath(params), told('Udtalelsen er ført til referat.', notice))
    },
  )

  route.post(
    `${address}/udtalelser/:statement/fjern`,
    { ...common, params: statementAddress, form: emptyForm, onInvalid: itemAgain },
    async ({ actor, params }) => {
      const { notice } = await removeStatement(actor, { itemId: params.item, statementId: params.statement })
      return redirect(itemPath(params), told('Udtalelsen er fjernet.', notice))
    },
  )

  route.post(
    `${address}/begynd`,
    { ...common, params: itemAddress, form: emptyForm, onInvalid: itemAgain },
    async ({ actor, params }) => {
      await beginItem(actor, { itemId: params.item })
      return redirect(itemPath(params))
    },
  )

  route.post(
    `${address}/udsaet`,
    { ...common, params: itemAddress, form: postponeForm, onInvalid: itemAgain },
    async ({ actor, params, form }) => {
      const { message } = await postponeItem(actor, { itemId: params.item, ...form })
      return redirect(itemPath(params), `Punktet er udsat. ${message}`)
    },
  )

  route.post(
    `${address}/overfoer`,
    { ...common, params: itemAddress, form: emptyForm, onInvalid: itemAgain },
    async ({ actor, params }) => {
      const carried = await carryOver(actor, { itemId: params.item })
      return redirect(itemPath(params), carried.message)
    },
  )
}

const draftPaths = (params: Asked['params']) => ({ path: `${itemPath(params)}/beslutning`, back: itemPath(params) })

const minutedNames = ['text', 'outcome', 'outcomeNote', 'withoutConsequences'] as const

/** Where two have written in the same field nothing is chosen by pressing the button once more. */
const undecided = (disputed: string, chosen: Partial<Record<string, string>>): Objection[] =>
  minutedNames
    .filter(name => disputed.split(',').includes(name) && !chosen[name])
    .map(name => ({
      field: `_chosen[${name}]`,
      sentence: 'Vælg, om den gemte udgave eller det, der står i feltet, skal gælde.',
    }))

const firstError = (form: FormState): string => Object.values(form.errors)[0] ?? 'Ikke gemt.'
