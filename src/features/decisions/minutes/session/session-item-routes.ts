import type { Actor } from '../../../../access/actor.ts'
import { type Feature, factsOfItems } from '../../../../http/feature.ts'
import { emptyForm } from '../../../../http/forms/fields.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { json, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { carryOver, itemSubject, told } from '../../../meetings/meetings/index.ts'
import {
  itemAddress,
  minuteForm,
  recusalAddress,
  recusalForm,
  settleForm,
  statementAddress,
  statementForm,
} from '../forms.ts'
import { sessionPath } from '../paths.ts'
import { enterStatement, removeStatement } from './enter-statement.ts'
import { minuteItem } from './minute-item.ts'
import { endRecusal, recuse } from './recuse.ts'
import { sessionItemPage } from './session-item-page.ts'
import { settleItem } from './settle-item.ts'

const itemPath = ({ meeting, item }: { meeting: number; item: number }) => `${sessionPath(meeting)}/punkter/${item}`

interface Asked {
  actor: Actor
  params: { meeting: number; item: number }
}

/** One item while it is treated. */
export function sessionItemRoutes(route: Routes, address: string, features: readonly Feature[]): void {
  const shown = async ({ actor, params }: Asked, form?: FormState) =>
    page('minutes/item', {
      ...(await sessionItemPage(actor, params.meeting, params.item, form)),
      related: factsOfItems(features, actor, params.meeting)(params.item),
    })
  const itemAgain = (asked: Asked, form: FormState) => shown(asked, form)
  const common = { right: 'minute', on: itemSubject } as const

  route.get(address, { right: 'readWhileOpen', params: itemAddress, queries: 18, on: itemSubject }, asked =>
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
      const { version, stored, objection, notice } = await minuteItem(actor, {
        itemId: params.item,
        ...form,
        whileWriting: wantsJson,
      })
      if (wantsJson) return json({ version, stored, note: objection ?? notice })
      return redirect(itemPath(params), told('Punktet er gemt.', notice))
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
    `${address}/overfoer`,
    { ...common, params: itemAddress, form: emptyForm, onInvalid: itemAgain },
    async ({ actor, params }) => {
      const carried = await carryOver(actor, { itemId: params.item })
      return redirect(itemPath(params), carried.message)
    },
  )
}

const firstError = (form: FormState): string => Object.values(form.errors)[0] ?? 'Ikke gemt.'
