import type { z } from 'zod'
import type { Actor } from '../../../../access/actor.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { plural } from '../../../../kernel/text.ts'
import { closeProposals, takeBackDraft } from '../drafts/edit-draft.ts'
import { closeWithoutChanges, proposeClosing, putToJointGroup } from '../drafts/endorse-draft.ts'
import { sendToHearing } from '../drafts/hear-draft.ts'
import type { stepForm } from '../forms.ts'
import { type StepSlug, stepSlugs } from '../labels.ts'
import { openSigning } from '../signing/open-signing.ts'
import { completeSigning } from '../signing/sign-agreement.ts'
import { moveDeadline } from './open-round.ts'

type Typed = z.output<typeof stepForm>

/** From a step's form to its act. @returns the confirmation */
export async function takeStepTyped(actor: Actor, year: number, slug: StepSlug, typed: Typed): Promise<string> {
  const { reason } = typed
  const until = () => {
    if (typed.until === null) throw brokenRule('Feltet »Frist« skal udfyldes.', 'until')
    return typed.until
  }
  const meetingId = () => {
    if (typed.meetingId === null) throw brokenRule('Vælg et møde.', 'meetingId')
    return typed.meetingId
  }
  const why = () => {
    if (reason.trim() === '') throw brokenRule('Feltet »Begrundelse« skal udfyldes.', 'reason')
    return reason
  }
  switch (stepSlugs[slug]) {
    case 'EXTEND':
      await moveDeadline(actor, { year, until: until(), reason: why() })
      return 'Fristen er forlænget.'
    case 'CLOSE_PROPOSALS':
      await closeProposals(actor, { year })
      return 'Sekretariaterne er gået i gang med sammenskrivningen.'
    case 'SEND_TO_HEARING':
      await sendToHearing(actor, { year, hearingUntil: until() })
      return 'Udkastet er sendt i høring.'
    case 'TO_ENDORSEMENT':
      await putToJointGroup(actor, { year, meetingId: meetingId() })
      return 'Udkastet er sat på dagsordenen.'
    case 'TAKE_BACK':
      await takeBackDraft(actor, { year, reason: why() })
      return 'Udkastet er taget tilbage og kan rettes.'
    case 'OPEN_SIGNING': {
      const { required } = await openSigning(actor, { year, inForceFrom: typed.until, reason: '' })
      return `Underskrivningen er åbnet. ${plural(required, 'organisation', 'organisationer')} skal underskrive.`
    }
    case 'REOPEN_SIGNING': {
      const { required } = await openSigning(actor, { year, inForceFrom: null, reason: why() })
      return `Underskrivningen er åbnet igen. ${plural(required, 'organisation', 'organisationer')} skal underskrive.`
    }
    case 'COMPLETE':
      await completeSigning(actor, { year })
      return 'Underskrivningen er afsluttet, og den nye version er gemt i portalen.'
    case 'PROPOSE_CLOSING':
      await proposeClosing(actor, { year, meetingId: meetingId(), reason: why() })
      return 'Forslaget om at lukke revisionen er sat på dagsordenen.'
    case 'CLOSE':
      await closeWithoutChanges(actor, { year })
      return 'Revisionen er lukket uden ændringer.'
  }
}
