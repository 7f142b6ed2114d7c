import { recordDecision } from '../../features/decisions/decisions/index.ts'
import type { Instant } from '../../kernel/days.ts'
import type { DemoMeeting } from '../content/types.ts'
import type { Stage } from '../stage.ts'

/** Both parties support it, it binds nobody to anything, and nothing is to be done. */
export const decideUnanimously = (
  { cast, meeting: idOf }: Pick<Stage, 'cast' | 'meeting'>,
  meeting: Pick<DemoMeeting, 'key' | 'body'>,
  { itemId, title, text, at }: { itemId: number; title: string; text: string; at: Instant },
) =>
  recordDecision(cast.secretaryOf(meeting.body, at), {
    meetingId: idOf(meeting.key),
    itemId,
    title,
    text,
    publicTitle: null,
    publicText: null,
    sharedPosition: false,
    withChanges: false,
    subjectToApproval: false,
    consequences: [],
    stances: (['HOUSING', 'MUNICIPALITY'] as const).map(side => ({
      side,
      organisationId: null,
      kind: 'SUPPORTS' as const,
      text: '',
    })),
    followUps: [],
    noFollowUp: true,
  })
