import type { Request } from 'express'
import type { FormStore } from '../../database/folder/form-store.ts'
import { DatabaseDamaged, storageFault } from '../../database/storage-faults.ts'
import { AlreadyDone, type Sending, SentBefore } from '../../database/write.ts'
import { type Instant, longMoment } from '../../kernel/days.ts'
import { Conflict, Refusal } from '../../kernel/refusal.ts'
import { type Answer, json, type PageAnswer, type RedirectAnswer, redirect } from '../pages/answers.ts'
import type { FormContext, PostSpec, Shape } from '../route-specs.ts'
import { bodyIn, textIn } from './bodies.ts'
import { examineFiles } from './examine-files.ts'
import type { FormKeeper } from './form-keeper.ts'
import type { Asked, FormRoute } from './form-route.ts'
import { type FormState, fieldErrors, toldAt } from './forms.ts'
import { toldOfSaving } from './saved-between.ts'
import { baseOf, merge, readBase } from './three-way.ts'

/** What it takes to take a form: its declaration, which sending it is, and where to look things up. */
export interface Taking<P extends Shape | undefined, F extends Shape> {
  spec: PostSpec<P, F>
  handler: (ctx: FormContext<P, F>) => Answer | Promise<Answer>
  sending: Sending | null
  form: FormRoute
  asked: Asked
  store: FormStore
  keeper: FormKeeper
}

/**
 * A form that was sent, from what was typed to the answer: read, handed to its act, and drawn again with what was typed
 * wherever it did not take effect. The answer that told of an effect is kept, for the sending that comes twice.
 */
export async function takeForm<P extends Shape | undefined, F extends Shape>(
  req: Request,
  ctx: FormContext<P, F>,
  taking: Taking<P, F>,
): Promise<Answer> {
  const { spec, handler, sending, keeper } = taking
  const state = stateOf(req, keeper)
  const parsed = spec.form.safeParse(state.values)
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error)
    if (!spec.onInvalid) throw new Refusal('rule', Object.values(errors).join(' '))
    return withStatus(await spec.onInvalid(ctx, { ...state, errors }), 422)
  }
  ctx.form = parsed.data
  ctx.actor.sending = sending ?? undefined
  try {
    if (ctx.uploadRefusal) throw ctx.uploadRefusal
    await examineFiles(ctx, spec.upload)
    const answer = await handler(ctx)
    if (answer.kind === 'redirect') tookEffect(req, ctx, taking, answer)
    if (answer.kind === 'page' && answer.done) keeper.done(req)
    return answer
  } catch (fault) {
    return answerRefused(fault, req, ctx, taking, state)
  }
}

/** What is told of it is kept for the same sending again, and the draft has served. Neither may undo what was done. */
function tookEffect<P extends Shape | undefined, F extends Shape>(
  req: Request,
  { now }: FormContext<P, F>,
  { sending, store, keeper }: Taking<P, F>,
  { path, message }: RedirectAnswer,
): void {
  keeper.done(req)
  if (!sending) return
  try {
    store.keepAnswer(sending, { path, message: message ?? null }, now)
  } catch {
    // The same sending again is then led back to the page that it came from.
  }
}

/** What was sent, with the draft that was kept of it: the form goes on from it when it is drawn again. */
export const stateOf = (req: Request, keeper: FormKeeper): FormState => {
  const values = bodyIn(req)
  const version = Number(textIn(values, 'version') || Number.NaN)
  return {
    values,
    errors: {},
    version: Number.isInteger(version) ? version : undefined,
    base: textIn(values, '_base') || undefined,
    draft: keeper.ownerOf(req)?.form,
  }
}

async function answerRefused<P extends Shape | undefined, F extends Shape>(
  fault: unknown,
  req: Request,
  ctx: FormContext<P, F>,
  taking: Taking<P, F>,
  state: FormState,
): Promise<Answer> {
  const { spec, sending, store, keeper, form, asked } = taking
  if (fault instanceof AlreadyDone) {
    keeper.done(req)
    const told = `Formularen blev sendt den ${longMoment(fault.at)} og er kun registreret én gang.`
    if (ctx.wantsJson) return json({ message: told })
    return redirect((sending && answerBefore(store, sending)) ?? (await form.page(asked)), told)
  }
  if (!spec.onInvalid) throw fault
  if (fault instanceof SentBefore) {
    const stored = sending && answerBefore(store, { form: sending.form })
    return withStatus(
      await spec.onInvalid(ctx, { ...state, ...sentBefore(fault.at, stored ?? undefined), status: 409 }),
      409,
    )
  }
  if (fault instanceof Conflict) {
    const met = ctx.wantsJson ? withBothTexts(state, fault) : await mergedWithStored(state, fault, form, asked)
    if (sending && met.conflict)
      Object.assign(met.conflict, toldOfSaving(ctx.db, sending, state.version, met.conflict.version))
    return withStatus(await spec.onInvalid(ctx, { ...met, status: 409 }), 409)
  }
  if (fault instanceof Refusal && fault.code === 'rule') {
    return withStatus(await spec.onInvalid(ctx, { ...state, ...toldAt(fault.told) }), 422)
  }
  // Nothing was stored, and the form keeps what was typed. A file that cannot be read cannot show the form either.
  const storage = storageFault(fault)
  if (storage && !(storage instanceof DatabaseDamaged)) {
    const notice = { heading: storage.title }
    return withStatus(await spec.onInvalid(ctx, { ...state, message: storage.message, notice }), storage.status)
  }
  if (!(fault instanceof Refusal)) await keepAfterFault(req, taking)
  throw fault
}

/** The page of the fault shows the words; they also wait in the form for when it is opened again. */
async function keepAfterFault<P extends Shape | undefined, F extends Shape>(
  req: Request,
  { keeper, form, asked }: Taking<P, F>,
): Promise<void> {
  const page = await form.page(asked).catch(() => '/')
  keeper.keep(req, { action: req.path, page, reason: 'fault', at: asked.actor.at })
}

/** Where the form led when it took effect. */
function answerBefore(store: FormStore, { form, content }: { form: string; content?: string }): string | undefined {
  try {
    return store.answerTo(form, content)?.path
  } catch {
    return undefined
  }
}

/** As the act says it: all that stands now, beside all that was typed. */
const withBothTexts = (state: FormState, { current, version, message }: Conflict): FormState => ({
  ...state,
  version,
  conflict: { current, version, message },
})

/** Field by field three ways, with what the form would be opened with now; as the act says it where that is nothing. */
async function mergedWithStored(state: FormState, fault: Conflict, form: FormRoute, asked: Asked): Promise<FormState> {
  const now = await form.stateNow(asked).catch(() => null)
  return now ? mergedState(state, now, form, fault.message) : withBothTexts(state, fault)
}

/** @param now what the form would be opened with now; it has a version */
export function mergedState(state: FormState, now: FormState, form: FormRoute, message: string): FormState {
  const { values, both, taken } = merge(state.values, readBase(state.base), now.values, form.isField)
  const version = now.version ?? 0
  const conflict = { current: both, taken, version, message: Object.keys(both).length > 0 ? message : nothingAgainst }
  return { ...state, values, version, base: baseOf(now.values), conflict }
}

const nothingAgainst =
  'En anden har gemt, mens du skrev, men I har ikke rettet i de samme felter. Den andens rettelser er sat ind i formularen.'

/** What was made by the form before stands where it led to; what was typed since waits in the form. */
export const sentBefore = (at: Instant, path: string | undefined): Pick<FormState, 'message' | 'notice'> => ({
  message: `Formularen blev sendt den ${longMoment(at)}, og dengang blev indholdet gemt. Det, du har skrevet siden, er ikke gemt. Ret det, der blev gemt, eller send formularen igen, hvis begge dele skal gemmes.`,
  notice: {
    heading: 'Formularen er sendt før',
    link: path ? { href: path, text: 'Se det, der blev gemt' } : undefined,
  },
})

export const withStatus = (answer: Answer, status: number): Answer =>
  answer.kind === 'page' || answer.kind === 'html' || answer.kind === 'json'
    ? ({ ...answer, status: answer.status === 200 ? status : answer.status } as PageAnswer)
    : answer
