import type { OutwardState } from './outward-states.ts'
import type { PlanStep } from './plan/plan-rules.ts'

type TagKind = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const outwardStateKinds: Record<OutwardState, TagKind> = {
  PREPARED: 'neutral',
  ADOPTED: 'warning',
  SENT: 'info',
  ANSWERED: 'success',
  CLOSED: 'neutral',
  WITHDRAWN: 'neutral',
}

/** The steps of the plan, as what is to be done. */
export const stepNames: Record<PlanStep, string> = {
  DRAFT: 'Skriv udkastet, og spørg organisationerne',
  HEARING: 'Modtag organisationernes svar',
  SIGN_OFF: 'Skriv svarene ind, og godkend udkastet i begge sekretariater',
  AGENDA: 'Udsend dagsordenen med brevet',
  MEETING: 'Få brevet vedtaget i fælles boligstrategisk gruppe',
  SEND: 'Send brevet til modtageren',
}

/** The same of one letter. */
export const stepTasks: Record<PlanStep, (title: string) => string> = {
  DRAFT: title => `Skriv udkastet til »${title}«, og spørg organisationerne`,
  HEARING: title => `Modtag organisationernes svar om »${title}«`,
  SIGN_OFF: title => `Godkend udkastet til »${title}« i begge sekretariater`,
  AGENDA: title => `Sæt »${title}« på dagsordenen, og udsend den`,
  MEETING: title => `Få »${title}« vedtaget i fælles boligstrategisk gruppe`,
  SEND: title => `Send »${title}« til modtageren`,
}

export const positionNames = {
  REMARKS: 'Bemærkninger',
  NO_REMARKS: 'Ingen bemærkninger',
  OWN_STATEMENT: 'Egen udtalelse',
} as const
export const silentName = 'Ikke svaret'

export const positionKinds = { REMARKS: 'warning', NO_REMARKS: 'success', OWN_STATEMENT: 'info' } as const

export const meansNames = {
  DIGITAL_POST: 'Digital Post',
  EMAIL: 'E-mail',
  HEARING_PORTAL: 'Høringsportalen',
  POST: 'Brev med posten',
} as const
export type Means = keyof typeof meansNames

export const followedNames = { FULL: 'Fulgt', PARTLY: 'Delvist fulgt', NOT: 'Ikke fulgt' } as const
export type Followed = keyof typeof followedNames
export const followedKinds = { FULL: 'success', PARTLY: 'warning', NOT: 'danger' } as const
