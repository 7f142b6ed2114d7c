import { z } from 'zod'
import {
  checkbox,
  choice,
  chosenId,
  dayField,
  id,
  listOf,
  nullableText,
  optionalId,
  optionalText,
  text,
  timeField,
  version,
  wholeNumber,
} from '../../../http/forms/fields.ts'
import { cursorField } from '../../../http/pages/paging.ts'
import { staleApproval } from '../../../kernel/refusal.ts'
import { isWritten, writtenPlace } from './meeting/written-procedure.ts'
import { stateLabels } from './steps/meeting-states.ts'

export const meetingAddress = z.object({ meeting: id })
export const itemAddress = z.object({ meeting: id, item: id })
export const versionAddress = z.object({ meeting: id, number: id })
export const attachmentAddress = z.object({ meeting: id, attachment: id })
export const questionAddress = z.object({ meeting: id, question: id })
export const proposalAddress = z.object({ proposal: id })

const states = Object.keys(stateLabels) as [keyof typeof stateLabels, ...(keyof typeof stateLabels)[]]

export const listQuery = z.object({
  q: z.string().trim().max(100).optional().default(''),
  organ: z
    .string()
    .max(60)
    .regex(/^[a-z-]*$/)
    .optional()
    .default(''),
  aar: z
    .string()
    .regex(/^(\d{4})?$/)
    .optional()
    .default(''),
  tilstand: z
    .union([z.literal(''), z.enum(states)])
    .optional()
    .default(''),
  efter: cursorField,
})
export type ListQuery = z.output<typeof listQuery>

/** A written procedure has neither time nor place: what the columns then hold is not asked for. */
const asPlanned = (typed: unknown): unknown =>
  typeof typed === 'object' && typed !== null && isWritten(typed as { form: string })
    ? { ...typed, ...writtenPlace }
    : typed

const plan = {
  form: choice(['ORDINARY', 'EXTRAORDINARY', 'WRITTEN'], 'Vælg en mødeform.'),
  day: dayField('Feltet »Mødedato« skal udfyldes.'),
  startsAt: timeField('Feltet »Starter kl.« skal udfyldes.'),
  endsAt: timeField('Feltet »Slutter kl.« skal udfyldes.'),
  place: text(200, 'Feltet »Sted« skal udfyldes.'),
  note: optionalText(2000),
  /** What was asked about the time, as it stood on the page, and the yes to it. */
  asked: optionalText(2000),
  confirmed: checkbox,
}
const answered = <Typed extends { asked: string; confirmed: boolean }>({ asked, confirmed, ...typed }: Typed) => ({
  ...typed,
  confirmed: confirmed ? asked : null,
})
export const newMeetingForm = z.preprocess(
  asPlanned,
  z.object({ bodyId: chosenId('Vælg et organ.'), ...plan }).transform(answered),
)
export const editMeetingForm = z.preprocess(asPlanned, z.object({ version, ...plan }).transform(answered))

export const reasonForm = z.object({ reason: text(1000, 'Feltet »Begrundelse« skal udfyldes.') })
export const sendForm = z.object({ reason: optionalText(1000) })
export const signOffForm = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/, staleApproval) })
export const carryForm = z.object({ toMeeting: optionalId, toEditor: checkbox })
export const previewForm = z.object({ text: optionalText(50_000) })
export const attachForm = z.object({ title: optionalText(200) })
export const questionForm = z.object({ text: text(4000, 'Skriv dit spørgsmål.') })
export const answerForm = z.object({ version, answer: text(4000, 'Skriv svaret.') })

const involvements = z
  .record(
    z.string().regex(/^o\d{1,9}$/),
    z.object({ status: z.enum(['', 'HEARD', 'NOT_RELEVANT', 'MISSING']), note: optionalText(500) }),
  )
  .optional()
  .transform(rows =>
    Object.entries(rows ?? {}).flatMap(([key, { status, note }]) =>
      status === '' ? [] : [{ organisationId: Number(key.slice(1)), status, note }],
    ),
  )

const prose = optionalText(50_000)

const item = {
  title: text(200, 'Feltet »Titel« skal udfyldes.'),
  kind: choice(
    ['INFORMATION', 'DISCUSSION', 'DECISION'],
    'Vælg, om punktet er til orientering, drøftelse eller beslutning.',
  ),
  strategy: checkbox,
  professionalDevelopment: checkbox,
  coordination: checkbox,
  procedural: checkbox,
  caseId: optionalId,
  summary: prose,
  recommendation: prose,
  presentation: prose,
  effect: prose,
  economy: prose,
  closed: checkbox,
  closedReason: nullableText(500),
  publicTitle: nullableText(200),
  presenter: nullableText(200),
  guests: nullableText(500),
  plannedMinutes: wholeNumber(1, 480, 'Skriv antal hele minutter, mindst 1 og højst 480.'),
  involvements,
  subjectAreaIds: listOf(id),
}
/** The template that a new item begins with. */
export const newItemQuery = z.object({ skabelon: optionalId })
/** `another`: one goes on with one more. */
export const newItemForm = z.object({ ...item, another: checkbox })
/** `next`: one goes on with the item that follows. */
export const editItemForm = z.object({ version, ...item, next: checkbox })

export const proposalsQuery = z.object({
  vis: z.enum(['venter', 'besvarede', 'alle']).optional().default('venter'),
  efter: cursorField,
})
export const newProposalQuery = z.object({ moede: optionalId })
export const proposalForm = z.object({
  bodyId: chosenId('Vælg et organ.'),
  meetingId: optionalId,
  title: text(200, 'Feltet »Titel« skal udfyldes.'),
  kind: choice(
    ['INFORMATION', 'DISCUSSION', 'DECISION'],
    'Vælg, om punktet er til orientering, drøftelse eller beslutning.',
  ),
  text: text(20_000, 'Skriv, hvad forslaget går ud på.'),
})
export const acceptForm = z.object({
  meetingId: chosenId('Vælg et møde.'),
  strategy: checkbox,
  professionalDevelopment: checkbox,
  coordination: checkbox,
  toEditor: checkbox,
})
export const declineForm = z.object({ reason: text(1000, 'Feltet »Begrundelse« skal udfyldes.') })
