/** §5: those of the parties that a standard is for. */
export const audiences = {
  ALL: 'Alle boligorganisationer og forvaltninger',
  HOUSING: 'Boligorganisationerne',
  MUNICIPALITY: 'Kommunens forvaltninger',
} as const

export interface StandardPoint {
  /** Lasting: statements about the point name it by this. */
  key: string
  text: string
  /** What shows that one lives up to it. */
  evidence: string
}

export interface StandardContent {
  title: string
  purpose: string
  appliesTo: keyof typeof audiences
  points: StandardPoint[]
}
