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

/** What the steps of the plan are called. */
export const stepNames: Record<PlanStep, string> = {
  DRAFT: 'Udkastet er klar, og organisationerne er spurgt',
  HEARING: 'Organisationerne har svaret',
  SIGN_OFF: 'Begge sekretariater har godkendt udkastet',
  AGENDA: 'Dagsordenen er udsendt',
  MEETING: 'Fælles boligstrategisk gruppe har vedtaget brevet',
  SEND: 'Brevet er sendt',
}

/** The same as what is to be done, with the letter: »Spørg organisationerne om »…««. */
export const stepTasks: Record<PlanStep, (title: string) => string> = {
  DRAFT: title => `Skriv udkastet til »${title}«, og spørg organisationerne`,
  HEARING: title => `Saml organisationernes svar om »${title}«`,
  SIGN_OFF: title => `Godkend udkastet til »${title}« i begge sekretariater`,
  AGENDA: title => `Udsend dagsordenen med »${title}«`,
  MEETING: title => `Få »${title}« vedtaget på mødet`,
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
