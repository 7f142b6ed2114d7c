import type { Actor } from '../../../../access/actor.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { type Answer, page } from '../../../../http/pages/answers.ts'
import { sessionPage } from './session-page.ts'

/** The session's page again, with what is wrong. */
export const sessionAgain = async (
  { actor, params }: { actor: Actor; params: { meeting: number } },
  form: FormState,
): Promise<Answer> => page('minutes/session', await sessionPage(actor, params.meeting, form))
