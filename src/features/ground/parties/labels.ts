import type { OrganisationKind } from './organisations/organisation-rules.ts'
import type { AuthorisationKind } from './people/people-rules.ts'

export const kindNames: Record<OrganisationKind, string> = {
  MUNICIPALITY: 'Kommune',
  DEPARTMENT: 'Forvaltning',
  HOUSING_ORGANISATION: 'Boligorganisation',
  ADMINISTRATOR: 'Administrator',
  ASSOCIATION: 'Administreret forening',
  EXTERNAL: 'Ekstern organisation',
}

export const authorisationNames: Record<AuthorisationKind, string> = {
  MANDATE_KEEPER: 'Mandatansvarlig',
  SIGNATORY: 'Underskriftsberettiget',
}

export const seatRoleNames = {
  CHAIR: 'Formand',
  VICE_CHAIR: 'Næstformand',
  MEMBER: 'Medlem',
  SUBSTITUTE: 'Suppleant',
  SECRETARY: 'Sekretær',
} as const

export type ConditionKind = 'LAW' | 'STATUTES' | 'DELEGATION_PLAN' | 'POLITICAL' | 'ADMINISTRATIVE'

/** What an organisation is subject to, apart from the cooperation (R63). */
export const conditionNames: Record<ConditionKind, string> = {
  LAW: 'Lovgivning',
  STATUTES: 'Vedtægt',
  DELEGATION_PLAN: 'Kompetenceplan',
  POLITICAL: 'Politisk vilkår',
  ADMINISTRATIVE: 'Administrativt vilkår',
}
