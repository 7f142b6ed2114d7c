import type { Request } from 'express'
import type { FormStore } from '../database/form-store.ts'
import { DatabaseDamaged, storageFault } from '../database/storage-faults.ts'
import { AlreadyDone, type Sending, SentBefore } from '../database/write.ts'
import { type Instant, longMoment } from '../kernel/days.ts'
import { Conflict, Refusal } from '../kernel/refusal.ts'
import { type Answer, json, type PageAnswer, redirect } from './answers.ts'
import { type FormState, fieldErrors } from './forms.ts'
import type { FormContext, PostSpec, Shape } from './route-specs.ts'

type Handler<P extends Shape | undefined, F extends Shape> = (ctx: FormContext<P, F>) => Answer | Promise<Answer>

/**
 * A form that was sent, from what was typed to the answer: read, handed to its act, and drawn again with what was typed
 * wherever it did not take effect. The answer that told of an effect is kept, for the sending that comes twice.
 */
export async function takeForm<P extends Shape | undefined, F extends Shape>(
  req: Request,
  ctx: FormContext<P, F>,
  spec: PostSpec<P, F>,
  sending: Sending | null,
  store: FormStore,
  handler: Handler<P, F>,
): Promise<Answer> {
  const state = stateOf(req)
  const parsed = spec.form.safeParse(state.values)
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error)
    if (!spec.onInvalid) throw new Refusal('rule', Object.values(errors).join(' '))
    return withStatus(await spec.onInvalid(ctx, { ...state, errors }), 422)
  }
  ctx.form = parsed.data
  ctx.actor.sending = sending ?? undefined
  try {
    const answer = await handler(ctx)
    if (sending && answer.kind === 'redirect') {
      store.keepAnswer(sending, { path: answer.path, message: answer.message ?? null }, ctx.now)
    }
    return answer
  } catch (fault) {
    return answerRefused(fault, req, ctx, spec, state, sending, store)
  }
}

const stateOf = (req: Request): FormState => {
  const values = (req.body ?? {}) as Record<string, unknown>
  const version = Number(values.version)
  return { values, errors: {}, version: Number.isInteger(version) ? version : undefined }
}

async function answerRefused<P extends Shape | undefined, F extends Shape>(
  fault: unknown,
  req: Request,
  ctx: FormContext<P, F>,
  spec: PostSpec<P, F>,
  state: FormState,
  sending: Sending | null,
  store: FormStore,
): Promise<Answer> {
  if (fault instanceof AlreadyDone) {
    const told = `Formularen blev sendt den ${longMoment(fault.at)} og er kun registreret én gang.`
    if (ctx.wantsJson) return json({ message: told })
    return redirect((sending && store.answerTo(sending.form, sending.content)?.path) ?? backTo(req), told)
  }
  if (!spec.onInvalid) throw fault
  if (fault instanceof SentBefore) {
    const stored = sending && store.answerTo(sending.form)
    return withStatus(await spec.onInvalid(ctx, { ...state, ...sentBefore(fault.at, stored?.path), status: 409 }), 409)
  }
  if (fault instanceof Conflict) {
    const own = sending && sentEarlier(ctx, sending)
    const conflict = {
      current: fault.current,
      version: fault.version,
      ...(own ? conflictWithOneself(own) : { message: fault.message }),
    }
    return withStatus(await spec.onInvalid(ctx, { ...state, conflict, version: fault.version, status: 409 }), 409)
  }
  if (fault instanceof Refusal && fault.code === 'rule') {
    const told = fault.field ? { errors: { [fault.field]: fault.message } } : { errors: {}, message: fault.message }
    return withStatus(await spec.onInvalid(ctx, { ...state, ...told }), 422)
  }
  // Nothing was stored, and the form keeps what was typed. A file that cannot be read cannot show the form either.
  const storage = storageFault(fault)
  if (storage && !(storage instanceof DatabaseDamaged)) {
    const notice = { heading: storage.title }
    return withStatus(await spec.onInvalid(ctx, { ...state, message: storage.message, notice }), storage.status)
  }
  throw fault
}

/** What was made by the form before stands where it led to; what was typed since waits in the form. */
export const sentBefore = (at: Instant, path: string | undefined): Pick<FormState, 'message' | 'notice'> => ({
  message: `Formularen blev sendt den ${longMoment(at)}, og dengang blev indholdet gemt. Det, du har skrevet siden, er ikke gemt. Ret det, der blev gemt, eller send formularen igen, hvis det her også skal gemmes.`,
  notice: {
    heading: 'Formularen er sendt før',
    link: path ? { href: path, text: 'Se det, der blev gemt' } : undefined,
  },
})

/** Whoever goes back in the browser meets their own saving: nobody else is to be named for it. */
const conflictWithOneself = (at: Instant) => ({
  heading: 'Du har selv gemt imens',
  message: `Du gemte formularen den ${longMoment(at)} og er gået tilbage til den. Det, du har rettet siden, er ikke gemt endnu.`,
})

const sentEarlier = (ctx: { db: FormContext<undefined, Shape>['db'] }, { form }: Sending): Instant | undefined =>
  ctx.db.sql.get<{ at: Instant }>('SELECT at FROM Submission WHERE form = ? ORDER BY at DESC', form)?.at

export const withStatus = (answer: Answer, status: number): Answer =>
  answer.kind === 'page' || answer.kind === 'html' || answer.kind === 'json'
    ? ({ ...answer, status: answer.status === 200 ? status : answer.status } as PageAnswer)
    : answer

/** The page that a form stood on, when the browser tells it and it is ours. */
export function backTo(req: Request): string {
  const from = req.get('referer')
  if (!from) return '/'
  try {
    const url = new URL(from)
    return url.host === req.get('host') ? url.pathname + url.search : '/'
  } catch {
    return '/'
  }
}
