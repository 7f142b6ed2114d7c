/** How far a statement has come: worked out of what has been done with it, and stored nowhere. */
export type OutwardState = 'PREPARED' | 'ADOPTED' | 'SENT' | 'ANSWERED' | 'CLOSED' | 'WITHDRAWN'

export const outwardStateLabels: Record<OutwardState, string> = {
  PREPARED: 'Under udarbejdelse',
  ADOPTED: 'Vedtaget, ikke sendt',
  SENT: 'Sendt, afventer svar',
  ANSWERED: 'Besvaret',
  CLOSED: 'Afsluttet',
  WITHDRAWN: 'Trukket tilbage',
}

/** The letter can still be sent. */
export const isOnItsWay = (state: OutwardState): boolean => state === 'PREPARED' || state === 'ADOPTED'

/** What has been done with a statement; `outwardStateSql` answers the same of its rows. */
export function outwardState(done: {
  ended: 'CLOSED' | 'WITHDRAWN' | null
  answered: boolean
  sent: boolean
  /** Exactly the newest draft is in force. */
  adopted: boolean
}): OutwardState {
  if (done.ended) return done.ended
  if (done.answered) return 'ANSWERED'
  if (done.sent) return 'SENT'
  return done.adopted ? 'ADOPTED' : 'PREPARED'
}
