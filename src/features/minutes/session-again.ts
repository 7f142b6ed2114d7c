import type { Actor } from '../../access/actor.ts'
import { type Answer, page } from '../../http/answers.ts'
import type { FormState } from '../../http/forms.ts'
import { sessionPage } from './session-page.ts'

/** The session's page again, with what is wrong. */
export const sessionAgain = async (
  { actor, params }: { actor: Actor; params: { meeting: number } },
  form: FormState,
): Promise<Answer> => page('minutes/session', await sessionPage(actor, params.meeting, form))
