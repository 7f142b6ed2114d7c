import type { Express, Request, Response } from 'express'
import { personIdOf } from '../../access/actor.ts'
import type { Draft, FormStore } from '../../database/folder/form-store.ts'
import { longMoment } from '../../kernel/days.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { Settings } from '../../settings.ts'
import { json, page, redirect } from '../pages/answers.ts'
import { ownPath } from '../pages/own-path.ts'
import type { Responder } from '../pages/respond.ts'
import { SignInNeeded } from '../pages/sign-in-needed.ts'
import { draftsPath } from '../paths.ts'
import type { Routes } from '../route.ts'
import { assertNotForged, forged, isSameOrigin } from '../server/forgery.ts'
import { bodyIn, textIn } from './bodies.ts'
import { draftPath } from './form-addresses.ts'
import { type FormKeeper, isDraftId } from './form-keeper.ts'
import type { Asked, FormRoute } from './form-route.ts'
import { type FormState, typedTexts } from './forms.ts'
import { mergedState } from './take-form.ts'

interface Services {
  settings: Settings
  forms: FormStore
  keeper: FormKeeper
  responder: Responder
  routes: Routes
}

/** What one has typed and not sent: kept while one types, offered again, and seen by nobody else. */
export function setUpDrafts(app: Express, services: Services): void {
  const { settings, forms, keeper, responder, routes } = services

  // The form's own token says whose words these are; a session that has ended in between takes nothing from them.
  app.post(draftsPath, async (req, res) => {
    if (!isSameOrigin(req, settings)) throw forged()
    const action = textIn(bodyIn(req), '_form')
    const owner = keeper.ownerOf(req)
    const actor = responder.actorOf(req)
    const found = routes.formAt(action)
    if (!owner || !found) throw notFound()
    const page = await pageOf(req, action, () => found.form.page({ actor, params: found.params }))
    const kept = keeper.keep(req, { action, page, reason: 'typed', at: actor.at }) !== null
    return responder.send(req, res, json({ kept, signedIn: actor.personId === owner.personId }))
  })

  app.get(draftsPath, async (req, res) => {
    const { actor } = signedIn(req, responder)
    const drafts = []
    for (const draft of forms.draftsOf(personIdOf(actor))) {
      if (await mayBeSeen(draft, actor, routes)) drafts.push(rowOf(draft))
    }
    return responder.send(
      req,
      res,
      page('drafts/list', { title: 'Dine kladder', crumbs: [{ text: 'Dine kladder' }], drafts }),
    )
  })

  app.get('/kladder/:form', async (req, res) => {
    const side = ownPath(req.query.side)
    const { actor } = signedIn(req, responder)
    const draft = draftOf(req, forms, actor.personId)
    if (!draft) return responder.send(req, res, redirect(side))
    const found = routes.formAt(draft.action)
    if (!found) throw notFound()
    const asked = { actor, params: found.params }
    const state = await stateFrom(draft, found.form, asked)
    const drawn = await found.form.redraw(asked, state)
    return responder.send(req, res, drawn ?? redirect(side))
  })

  app.post('/kladder/:form/kasser', (req: Request, res: Response) => {
    const { actor } = signedIn(req, responder)
    assertNotForged(req, settings)
    const draft = draftOf(req, forms, actor.personId)
    if (draft) forms.endDraft(draft.personId, draft.form, draft.typedAt)
    const back = ownPath(textIn(bodyIn(req), 'side'))
    return responder.send(req, res, redirect(back, 'Kladden er kasseret.'))
  })
}

/** The page that was open. A form drawn again stands on no page of its own: then it is the one that it is opened on. */
async function pageOf(req: Request, action: string, ofForm: () => Promise<string>): Promise<string> {
  const open = ownPath(textIn(bodyIn(req), '_page'))
  const path = open.split('?')[0]
  if (path !== action && !path?.startsWith('/kladder/')) return open
  return ofForm().catch(() => '/')
}

function signedIn(req: Request, responder: Responder): Asked {
  const actor = responder.actorOf(req)
  if (!actor.person) throw new SignInNeeded(req.method === 'GET' ? req.originalUrl : draftsPath)
  return { actor, params: {} }
}

function draftOf(req: Request, forms: FormStore, personId: number | null): Draft | null {
  const form = String(req.params.form)
  return personId !== null && isDraftId(form) ? forms.draft(personId, form) : null
}

/** A draft may tell what its writer may not read any more: then it is not shown either. */
async function mayBeSeen(draft: Draft, actor: Asked['actor'], routes: Routes): Promise<boolean> {
  const found = routes.formAt(draft.action)
  if (!found) return false
  try {
    await found.form.admit({ actor, params: found.params })
    return true
  } catch {
    return false
  }
}

const rowOf = (draft: Draft) => ({
  href: draftPath(draft.form, draft.page),
  discardAction: `/kladder/${draft.form}/kasser`,
  title: draft.title || 'Formular',
  when: longMoment(draft.savedAt),
  beginning: (typedTexts(draft.fields)[0] ?? '').slice(0, 120),
})

/** The form with the draft in it, on what stands now: what one has not touched is what it is by now. */
async function stateFrom(draft: Draft, form: FormRoute, asked: Asked): Promise<FormState> {
  const { fields } = draft
  const version = Number(fields.version)
  const state: FormState = {
    values: fields,
    errors: fields._files && form.upload ? { [form.upload]: 'Vælg filen igen. En kladde kan ikke gemme filer.' } : {},
    version: fields.version !== undefined && Number.isInteger(version) ? version : undefined,
    base: typeof fields._base === 'string' ? fields._base : undefined,
    draft: draft.form,
    ...noticeOf(draft),
  }
  const now = state.version === undefined ? null : await form.stateNow(asked).catch(() => null)
  if (!now || now.version === state.version) return state
  return mergedState(state, now, form, 'Der er gemt en anden udgave, siden du skrev kladden.')
}

function noticeOf({ reason, savedAt }: Draft): Pick<FormState, 'message' | 'notice'> {
  const when = longMoment(savedAt)
  switch (reason) {
    case 'signedOut':
      return {
        notice: { heading: 'Du var logget ud' },
        message: `Du var logget ud, da du sendte formularen den ${when}. Det, du skrev, står i formularen, men det er ikke gemt endnu. Se det igennem, og send formularen igen.`,
      }
    case 'otherSession':
    case 'fault':
      return {
        notice: { heading: 'Formularen er ikke gemt endnu' },
        message: `Du sendte formularen den ${when}, men den kunne ikke gemmes. Det, du skrev, står i den. Se det igennem, og send formularen igen.`,
      }
    case 'typed':
      return {
        notice: { heading: 'Din kladde' },
        message: `Det, du skrev den ${when}, står i formularen. Det er ikke gemt endnu.`,
      }
  }
}
