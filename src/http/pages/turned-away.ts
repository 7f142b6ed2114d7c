import type { Request, Response } from 'express'
import type { DraftReason } from '../../database/folder/form-store.ts'
import type { Settings } from '../../settings.ts'
import { bodyIn } from '../forms/bodies.ts'
import { draftPath } from '../forms/form-addresses.ts'
import type { FormKeeper, KeptForm } from '../forms/form-keeper.ts'
import type { Asked, FormRoute } from '../forms/form-route.ts'
import { typedTexts } from '../forms/forms.ts'
import { contentOf } from '../forms/sending.ts'
import { stateOf, withStatus } from '../forms/take-form.ts'
import { readFieldsOnly } from '../forms/uploads.ts'
import { forged, isSameOrigin } from '../server/forgery.ts'
import { type Answer, redirect } from './answers.ts'
import { SignInNeeded } from './sign-in-needed.ts'
import { wantsJson } from './wants-json.ts'

export interface SentForm {
  req: Request
  res: Response
  form: FormRoute
  asked: Asked
  keeper: FormKeeper
  settings: Settings
}

/**
 * A form that its sender may not send (any more). Whoever has lost the session gets back what was typed when the same
 * person has signed in; whoever has lost the right sees it on the page that says so.
 * @returns what to throw
 */
export async function turnedAway(refused: unknown, sent: SentForm): Promise<unknown> {
  const { req, res, settings } = sent
  // What another site sends is not read, and nothing of it is kept.
  if (!isSameOrigin(req, settings)) return refused instanceof SignInNeeded ? new SignInNeeded() : refused
  await readFieldsOnly(req, res)
  if (!(refused instanceof SignInNeeded)) return refused
  const page = await pageOf(sent)
  const kept = keep(sent, page, 'signedOut')
  if (kept) return new SignInNeeded(draftPath(kept.form, page), 'draft')
  return new SignInNeeded(page, typedTexts(contentOf(bodyIn(req))).length > 0 ? 'unkept' : 'button')
}

/**
 * A form that was drawn for another session than the one it comes in. The same person has signed in anew meanwhile: it
 * is shown again with what was typed. Somebody else has: it stays its writer's, and takes effect for neither.
 */
export async function ofAnotherSession(sent: SentForm): Promise<Answer> {
  const { req, form, asked, keeper } = sent
  const owner = keeper.ownerOf(req)
  if (!owner || wantsJson(req)) throw forged()
  const page = await pageOf(sent)
  if (owner.personId !== asked.actor.personId) {
    keep(sent, page, 'otherSession')
    throw forged()
  }
  const drawn = await form.redraw(asked, { ...stateOf(req, keeper), ...signedInAgain })
  return drawn
    ? withStatus(drawn, 409)
    : redirect(page, 'Du er logget ind igen. Der er ikke sket noget endnu. Prøv igen.')
}

const signedInAgain = {
  message:
    'Du er logget ind igen, siden formularen blev åbnet. Det, du har skrevet, er ikke gemt endnu. Se det igennem, og send formularen igen.',
  notice: { heading: 'Du er logget ind igen' },
}

const keep = ({ req, asked, keeper }: SentForm, page: string, reason: DraftReason): KeptForm | null =>
  keeper.keep(req, { action: req.path, page, reason, at: asked.actor.at })

/** The front page where the form's own cannot be found without a right that nobody has here. */
async function pageOf({ form, asked }: SentForm): Promise<string> {
  try {
    return await form.page(asked)
  } catch {
    return '/'
  }
}
