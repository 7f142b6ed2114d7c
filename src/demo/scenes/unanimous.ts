import { recordDecision } from '../../features/decisions/decisions/index.ts'
import type { Instant } from '../../kernel/days.ts'
import type { Oere } from '../../kernel/money.ts'
import type { DemoMeeting } from '../content/types.ts'
import type { Stage } from '../stage.ts'

interface Decided {
  itemId: number
  title: string
  text: string
  at: Instant
  /** What it costs an organisation whose mandates do not cover it. Left out: it binds nobody to anything. */
  subjectTo?: { organisationId: number; amount: Oere }
}

/** Both parties support it, and nothing is to be done. */
export async function decideUnanimously(
  { cast, meeting: idOf }: Pick<Stage, 'cast' | 'meeting'>,
  meeting: Pick<DemoMeeting, 'key' | 'body'>,
  { itemId, title, text, at, subjectTo }: Decided,
) {
  const recorded = await recordDecision(cast.secretaryOf(meeting.body, at), {
    meetingId: idOf(meeting.key),
    itemId,
    title,
    text,
    publicTitle: null,
    publicText: null,
    sharedPosition: false,
    withChanges: false,
    subjectToApproval: subjectTo !== undefined,
    consequences: subjectTo ? [{ ...subjectTo, legal: null, organisational: null }] : [],
    stances: (['HOUSING', 'MUNICIPALITY'] as const).map(side => ({
      side,
      organisationId: null,
      kind: 'SUPPORTS' as const,
      text: '',
    })),
    followUps: [],
    noFollowUp: true,
  })
  if (subjectTo && recorded.state !== 'CONDITIONAL') throw new Error(`»${title}« waits for nobody.`)
  return recorded
}
