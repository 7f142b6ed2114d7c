import type { Request } from 'express'
import type { Logger } from 'pino'
import type { DraftReason, FormStore } from '../../database/folder/form-store.ts'
import type { Instant } from '../../kernel/days.ts'
import { bodyIn, textIn } from './bodies.ts'
import type { FormTokens } from './form-tokens.ts'
import { isSecret, typedTexts } from './forms.ts'
import { contentOf } from './sending.ts'

export interface KeptForm {
  personId: number
  /** Names the draft. */
  form: string
}

/**
 * Keeps what was typed where it could not be taken, as a draft of the person whom the form was drawn for. The form's own
 * token says who that is: whoever else is signed in by then neither gets the draft nor learns of it.
 */
export class FormKeeper {
  readonly #tokens: FormTokens
  readonly #store: FormStore
  readonly #log: Logger

  constructor(services: { tokens: FormTokens; forms: FormStore; log: Logger }) {
    this.#tokens = services.tokens
    this.#store = services.forms
    this.#log = services.log
  }

  /** Whose form it is, and which draft it belongs to; null for one that is not ours. */
  ownerOf(req: Request): KeptForm | null {
    const body = bodyIn(req)
    const token = this.#tokens.read(textIn(body, '_once'))
    if (!token) return null
    const draft = textIn(body, '_draft')
    return { personId: token.personId, form: isDraftId(draft) ? draft : token.form }
  }

  /** @returns null where there is nothing to keep, or nowhere to keep it */
  keep(req: Request, facts: { action: string; page: string; reason: DraftReason; at: Instant }): KeptForm | null {
    const owner = this.ownerOf(req)
    const body = bodyIn(req)
    if (!owner || typedTexts(contentOf(body)).length === 0) return null
    const draft = {
      ...owner,
      action: facts.action,
      page: facts.page,
      title: textIn(body, '_title').slice(0, 200),
      fields: withoutSecrets(body, ['_csrf', '_once', '_draft', '_form', '_page', '_title', '_typed']),
      reason: facts.reason,
      savedAt: facts.at,
      typedAt: typedAt(req) || Date.now(),
    }
    try {
      return this.#store.keepDraft(draft) ? owner : null
    } catch (fault) {
      this.#log.error({ reqId: req.id, err: fault }, 'a draft could not be kept')
      return null
    }
  }

  /** What was typed has been stored: the draft of it is no more. */
  done(req: Request): void {
    const owner = this.ownerOf(req)
    if (!owner) return
    try {
      this.#store.endDraft(owner.personId, owner.form, typedAt(req))
    } catch (fault) {
      this.#log.warn({ reqId: req.id, err: fault }, 'a draft could not be ended')
    }
  }
}

export const isDraftId = (text: string): boolean => /^[\da-f-]{36}\.\d{1,5}$/.test(text)

const typedAt = (req: Request): number => {
  const given = Number(textIn(bodyIn(req), '_typed'))
  return Number.isSafeInteger(given) && given > 0 ? given : 0
}

function withoutSecrets(fields: Record<string, unknown>, own: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !own.includes(name) && !isSecret(name)))
}
