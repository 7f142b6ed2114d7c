import type { WrittenDate } from '../agreement/index.ts'

/** A housing organisation or an administrator, with the associations that it administers. */
export interface HousingAnswer {
  name: string
  /** Owns homes of its own, or administers without owning (R101). */
  kind: 'HOUSING_ORGANISATION' | 'ADMINISTRATOR'
  associations: string[]
}

export interface DepartmentAnswer {
  name: string
  /** The subject areas (sagsområder) that it is asked about. */
  subjectAreas: string[]
}

export interface PersonAnswer {
  name: string
  title: string
  email: string
  /** The name of one of the organisations that are set up. */
  organisation: string
}

/** All that it takes to begin a cooperation: from its agreement, and from whoever sets it up. */
export interface SetupAnswers {
  name: string
  town: string
  /** What the two parties are called. The municipality's is also its own name. */
  municipality: string
  housing: string
  contactName: string
  contactEmail: string
  contactPhone: string
  /** When the agreement was made, and how much of it is known. */
  date: WrittenDate
  /** R81; null: the agreement does not say. */
  rhythm: { firstYear: number; everyYears: number; section: string } | null
  /** »Lunde Byråd« */
  council: string
  departments: DepartmentAnswer[]
  organisations: HousingAnswer[]
  administrator: PersonAnswer
  housingSecretary: PersonAnswer
  municipalSecretary: PersonAnswer
}

/** Every organisation by its name, in the order of the answers: of which one a person can be. */
export function organisationNames(answers: Pick<SetupAnswers, 'municipality' | 'departments' | 'organisations'>): {
  HOUSING: string[]
  MUNICIPALITY: string[]
} {
  return {
    HOUSING: answers.organisations.flatMap(({ name, associations }) => [name, ...associations]),
    MUNICIPALITY: [answers.municipality, ...answers.departments.map(({ name }) => name)],
  }
}
