import type { Actor } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { longDay } from '../../../../kernel/days.ts'
import { acknowledgeForm, agendaForm, declineForm, flagAddress, followForm, joinForm, outcomeForm } from '../forms.ts'
import { flagOnAgendaPage, stepForms, stepPage } from '../pages/step-pages.ts'
import { flagOnAgendaPath, flagPath } from '../paths.ts'
import { putFlagOnAgenda } from './put-on-agenda.ts'
import { sideOfFlag } from './side-of-flag.ts'
import { type PlainStep, takeFlagStep } from './take-step.ts'

const formView = 'layout/form-page'
const queries = 18
const handling = { right: 'handleFlags', params: flagAddress } as const
const stepped = async (actor: Actor, number: string, step: PlainStep, form?: FormState) =>
  page(formView, await stepPage(actor, number, step, form))
const done = (number: string, told: string) => redirect(flagPath(number), told)

/** What is done with a flag: acknowledged by the other side, and handled by both secretariats. */
export function stepRoutes(route: Routes): void {
  const acknowledging = {
    right: 'acknowledgeFlag',
    params: flagAddress,
    on: ({ db, params }: { db: Database; params: { flag: string } }) => sideOfFlag(db, params.flag),
  } as const
  const at = stepForms.ACKNOWLEDGE.path(':flag')
  route.get(at, { ...acknowledging, queries }, ({ actor, params }) => stepped(actor, params.flag, 'ACKNOWLEDGE'))
  route.post(
    at,
    {
      ...{ ...acknowledging, form: acknowledgeForm },
      onInvalid: ({ actor, params }, form) => stepped(actor, params.flag, 'ACKNOWLEDGE', form),
    },
    async ({ actor, params, form }) => {
      await takeFlagStep(actor, { ...form, number: params.flag, step: 'ACKNOWLEDGE' })
      return done(params.flag, 'Der er kvitteret for påpegningen.')
    },
  )
  outcomeRoutes(route)
  followRoutes(route)
  agendaRoutes(route)
}

/** Those that say why, or what came of it, and no more. */
function outcomeRoutes(route: Routes): void {
  const steps = [
    { step: 'ASSESS', form: outcomeForm, told: 'Vurderingen er registreret som påpegningens udfald.' },
    { step: 'START_INITIATIVE', form: outcomeForm, told: 'Indsatsen er registreret som påpegningens udfald.' },
    { step: 'DECLINE', form: declineForm, told: 'Påpegningen er afvist med begrundelsen.' },
    { step: 'REOPEN', form: declineForm, told: 'Påpegningen er genåbnet.' },
  ] as const
  for (const { step, form: schema, told } of steps) {
    const path = stepForms[step].path(':flag')
    route.get(path, { ...handling, queries }, ({ actor, params }) => stepped(actor, params.flag, step))
    route.post(
      path,
      { ...handling, form: schema, onInvalid: ({ actor, params }, form) => stepped(actor, params.flag, step, form) },
      async ({ actor, params, form }) => {
        await takeFlagStep(actor, { ...form, number: params.flag, step })
        return done(params.flag, told)
      },
    )
  }
}

function followRoutes(route: Routes): void {
  const following = stepForms.FOLLOW.path(':flag')
  route.get(following, { ...handling, queries }, ({ actor, params }) => stepped(actor, params.flag, 'FOLLOW'))
  route.post(
    following,
    {
      ...{ ...handling, form: followForm },
      onInvalid: ({ actor, params }, form) => stepped(actor, params.flag, 'FOLLOW', form),
    },
    async ({ actor, params, form }) => {
      await takeFlagStep(actor, { ...form, number: params.flag, step: 'FOLLOW' })
      return done(
        params.flag,
        `Påpegningen følges til den ${longDay(form.until)} og kommer frem på overblikket den dag.`,
      )
    },
  )
  const joining = stepForms.JOIN.path(':flag')
  route.get(joining, { ...handling, queries }, ({ actor, params }) => stepped(actor, params.flag, 'JOIN'))
  route.post(
    joining,
    {
      ...{ ...handling, form: joinForm },
      onInvalid: ({ actor, params }, form) => stepped(actor, params.flag, 'JOIN', form),
    },
    async ({ actor, params, form }) => {
      await takeFlagStep(actor, { ...form, number: params.flag, step: 'JOIN' })
      return done(params.flag, `Påpegningen er samlet med påpegning ${form.joinedTo}.`)
    },
  )
}

function agendaRoutes(route: Routes): void {
  const path = flagOnAgendaPath(':flag')
  const drawn = async (actor: Actor, number: string, form?: FormState) =>
    page(formView, await flagOnAgendaPage(actor, number, form))
  route.get(path, { ...handling, queries }, ({ actor, params }) => drawn(actor, params.flag))
  route.post(
    path,
    { ...handling, form: agendaForm, onInvalid: ({ actor, params }, form) => drawn(actor, params.flag, form) },
    async ({ actor, params, form }) => {
      const { position, notice } = await putFlagOnAgenda(actor, { ...form, number: params.flag })
      return done(
        params.flag,
        [`Påpegningen er sat på dagsordenen som punkt ${position}.`, notice].filter(Boolean).join(' '),
      )
    },
  )
}
