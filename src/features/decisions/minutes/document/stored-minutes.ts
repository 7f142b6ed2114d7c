import { z } from 'zod'
import { storedDay } from '../../../../database/stored-json.ts'
import { allOutcomes } from '../session/session-rules.ts'

const textOrNull = z.string().nullable()
const numberOrNull = z.number().nullable()
const itemKind = z.enum(['INFORMATION', 'DISCUSSION', 'DECISION'])

const person = z.looseObject({
  personId: z.number(),
  name: z.string(),
  title: textOrNull,
  role: z.enum(['CHAIR', 'VICE_CHAIR', 'MEMBER', 'SUBSTITUTE', 'SECRETARY']),
  organisation: z.string(),
  side: z.enum(['HOUSING', 'MUNICIPALITY']).nullable(),
  status: z.enum(['PRESENT', 'APOLOGIES', 'ABSENT']).nullable(),
  standsInFor: textOrNull,
  arrivedAtItem: numberOrNull,
  leftAfterItem: numberOrNull,
})

const matrix = z.looseObject({
  summary: z.string(),
  rows: z.array(
    z.looseObject({
      organisation: z.string(),
      cells: z.array(z.looseObject({ kind: z.string(), what: z.string(), verdict: z.string(), sentence: z.string() })),
    }),
  ),
})

const decision = z.looseObject({
  number: z.string(),
  title: z.string(),
  text: z.string(),
  publicTitle: textOrNull,
  publicText: textOrNull,
  reservation: textOrNull,
  stances: z.array(
    z.looseObject({
      who: z.string(),
      kind: z.enum(['SUPPORTS', 'WITH_RESERVATION', 'DOES_NOT_SUPPORT']),
      text: z.string(),
    }),
  ),
  matrix: matrix.nullable(),
  noFollowUp: z.boolean(),
})

const item = z.looseObject({
  id: z.number(),
  position: z.number(),
  title: z.string(),
  kind: itemKind,
  plannedKind: itemKind.nullable(),
  caseNumber: textOrNull,
  caseTitle: textOrNull,
  presenter: textOrNull,
  closed: z.boolean(),
  closedReason: textOrNull,
  publicTitle: textOrNull,
  moved: z.enum(['opened', 'closed']).nullable(),
  recommendation: z.string(),
  outcome: z.enum(allOutcomes).nullable(),
  outcomeNote: z.string(),
  withoutConsequences: z.literal(true).exactOptional(),
  text: z.string(),
  agendaChanges: z.array(z.string()).exactOptional(),
  recusals: z.array(z.looseObject({ personId: z.number(), name: z.string(), reason: z.string() })),
  statements: z.array(z.looseObject({ name: z.string(), text: z.string() })),
  decisions: z.array(decision),
  followUps: z.array(
    z.looseObject({
      text: z.string(),
      organisation: z.string(),
      person: textOrNull,
      dueDay: storedDay,
      decisionNumber: textOrNull,
    }),
  ),
  attachments: z
    .array(z.looseObject({ id: z.number(), title: z.string(), mediaType: z.string(), size: z.number() }))
    .exactOptional(),
  withheld: z.boolean().exactOptional(),
})

/** Minutes as they are frozen. What else stands in them is kept: the hash is of all of it. */
export const storedMinutes = z.looseObject({
  meeting: z.looseObject({
    number: z.string(),
    body: z.string(),
    form: z.string(),
    day: storedDay,
    startsAt: z.string(),
    endsAt: z.string(),
    place: z.string(),
    openedAt: textOrNull,
    closedAt: textOrNull,
    chairedBy: textOrNull,
    minutedBy: z.array(z.string()).exactOptional(),
  }),
  attendance: z.array(person),
  guests: z.array(z.looseObject({ name: z.string(), organisation: z.string(), itemPosition: numberOrNull })),
  items: z.array(item),
})
