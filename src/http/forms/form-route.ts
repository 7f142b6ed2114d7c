import type { Actor } from '../../access/actor.ts'
import type { Answer } from '../pages/answers.ts'
import type { Context, DeclaredRoute, FormContext, PostSpec, Shape } from '../route-specs.ts'
import { filled, pageAbove, paramsIn } from './form-addresses.ts'
import type { FormState } from './forms.ts'
import { fieldsOf } from './three-way.ts'

/** Who asks, and what the address names. */
export interface Asked {
  actor: Actor
  params: Record<string, string>
}

/** A page that can be drawn apart from a request for it, with the reader's rights asked about. */
export interface PageRoute {
  path: string
  draw(asked: Asked): Promise<Answer>
}

/** What can be done with a form besides taking it: draw it again later, lead to its page, see what stands now. */
export interface FormRoute {
  path: string
  /** The name of the field that takes files; null where there is none. */
  upload: string | null
  /** @throws Refusal, as the form itself would */
  admit(asked: Asked): Promise<void>
  page(asked: Asked): Promise<string>
  /** Null for a form without a page of its own to draw: a mere button. */
  redraw(asked: Asked, state: FormState): Promise<Answer | null>
  /** What the form would be opened with now; null where its page cannot be drawn any more or shows nothing stored. */
  stateNow(asked: Asked): Promise<FormState | null>
  isField(name: string): boolean
}

export function formRoute<P extends Shape | undefined, F extends Shape>(
  path: string,
  spec: PostSpec<P, F>,
  house: {
    declared: readonly DeclaredRoute[]
    pages(): readonly PageRoute[]
    context(asked: Asked): FormContext<P, F>
    admit(ctx: FormContext<P, F>): Promise<void>
  },
): FormRoute {
  const page = async (asked: Asked): Promise<string> => {
    const { standsOn = pageAbove(path, house.declared) } = spec
    if (typeof standsOn === 'string') return filled(standsOn, asked.params)
    return standsOn(house.context(asked) as unknown as Context<P, undefined>)
  }
  return {
    path,
    upload: spec.upload?.field ?? null,
    isField: fieldsOf(spec.form),
    page,
    admit: asked => house.admit(house.context(asked)),
    async redraw(asked, state) {
      const ctx = house.context(asked)
      await house.admit(ctx)
      return spec.onInvalid ? spec.onInvalid(ctx, state) : null
    },
    async stateNow(asked) {
      const { formName = 'form' } = spec
      const name = typeof formName === 'string' ? formName : formName(house.context(asked).params)
      const at = (await page(asked)).split(/[?#]/, 1)[0] ?? ''
      for (const route of house.pages()) {
        const params = paramsIn(route.path, at)
        if (params) return stateOn(await route.draw({ ...asked, params }), name)
      }
      return null
    },
  }
}

/** The form as its page's model has it. One without a version edits nothing that is stored. */
function stateOn(answer: Answer, name: string): FormState | null {
  if (answer.kind !== 'page') return null
  const state = answer.model[name] as Partial<FormState> | undefined
  return state?.values && state.version !== undefined ? { ...state, values: state.values, errors: {} } : null
}
