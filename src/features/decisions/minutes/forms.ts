import { z } from 'zod'
import {
  checkbox,
  choice,
  chosenId,
  id,
  optionalId,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../../http/forms/fields.ts'
import { staleApproval } from '../../../kernel/refusal.ts'
import { editionQuery } from '../../meetings/meetings/index.ts'
import { allOutcomes } from './session/session-rules.ts'

const emptyIsNull = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(given => (given === '' || given === undefined ? null : given), value.nullable())

const position = emptyIsNull(wholeNumber(1, 1000, 'Vælg et punkt.'))
export const meetingAddress = z.object({ meeting: id })
export const itemAddress = z.object({ meeting: id, item: id })
export const personAddress = z.object({ meeting: id, person: id })
export const guestAddress = z.object({ meeting: id, guest: id })
export const recusalAddress = z.object({ meeting: id, item: id, recusal: id })
export const statementAddress = z.object({ meeting: id, item: id, statement: id })
export const objectionAddress = z.object({ meeting: id, objection: id })
/** An objection is begun at the item that it is about. */
export const objectionQuery = z.object({ punkt: position.optional().catch(null).default(null) })

/** How a redline is shown, and of which edition. */
export const changesQuery = editionQuery.extend({ vis: z.enum(['', 'side']).optional().catch('').default('') })
export type ChangesQuery = z.output<typeof changesQuery>

export const versionAddress = z.object({ meeting: id, number: id })

const status = emptyIsNull(z.enum(['PRESENT', 'APOLOGIES', 'ABSENT'], { error: 'Vælg en status.' }))

export const markForm = z.object({ version, personId: id, status })

export const attendanceForm = z.object({
  version,
  status,
  standInPersonId: optionalId,
  arrivedAtItem: position,
  leftAfterItem: position,
})

export const apologiesForm = z.object({ standInPersonId: optionalId })

export const guestForm = z.object({
  guestName: text(200, 'Feltet »Gæstens navn« skal udfyldes.'),
  guestOrganisation: optionalText(200),
  guestItem: optionalId,
})

export const minuteForm = z.object({
  version,
  text: optionalText(50_000),
  outcome: emptyIsNull(z.enum(allOutcomes, { error: 'Vælg et resultat.' })),
  outcomeNote: optionalText(2000),
  withoutConsequences: checkbox,
  /** Without scripts: the fields in which both have written, and what is chosen in each. */
  _disputed: optionalText(200),
  _chosen: z
    .partialRecord(z.enum(['text', 'outcome', 'outcomeNote', 'withoutConsequences']), z.enum(['mine', 'theirs']))
    .optional()
    .catch(undefined),
})

export const settleForm = z.object({
  version,
  kind: choice(['INFORMATION', 'DISCUSSION', 'DECISION'], 'Vælg punktets type.'),
  part: choice(['open', 'closed'], 'Vælg, om punktet er åbent eller lukket.'),
  closedReason: optionalText(500),
  publicTitle: optionalText(300),
})

export const recusalForm = z.object({
  recusedId: chosenId('Vælg, hvem der er inhabil.'),
  recusalReason: optionalText(500),
})

export const statementForm = z.object({
  statementBy: chosenId('Vælg, hvem udtalelsen kommer fra.'),
  statementText: text(4000, 'Feltet »Udtalelse« skal udfyldes.'),
})

export const ownStatementForm = z.object({
  statementItem: chosenId('Vælg et punkt.'),
  statementText: text(4000, 'Feltet »Udtalelse« skal udfyldes.'),
})

export const signOffForm = z.object({ hash: text(64, staleApproval) })

export const objectionForm = z.object({
  itemPosition: position,
  text: text(10_000, 'Feltet »Indsigelse« skal udfyldes.'),
})

export const answerForm = z.object({
  answer: text(10_000, 'Feltet »Svar« skal udfyldes.'),
  upheld: choice(['yes', 'no'], 'Vælg, om indsigelsen tages til følge.'),
})

export const approvalForm = z.object({ atMeetingId: optionalId })

export const correctionForm = z.object({
  itemPosition: position,
  text: text(10_000, 'Feltet »Berigtigelse« skal udfyldes.'),
  reason: text(2000, 'Feltet »Begrundelse« skal udfyldes.'),
})
