export const secretaries = ['sekretariat.bolig', 'sekretariat.kommune']
export const members = ['formand', 'naestformand', 'medlem.hoejstrup', 'medlem.fab', 'medlem.kristiansdal']
export const others = [
  'laeser',
  'administrator',
  'strategi.bolig',
  'strategi.kommune',
  'mandat.byraad',
  'underskriver.fab',
]
export const roles = [...secretaries, ...members, ...others]

/** Who may see a text; a person who is not named is shown no page that has its mark. */
export interface Mark {
  mark: string
  what: string
  by: readonly string[]
}

/** What of an answer a person gets. */
export interface Answer {
  status: number
  text?: string
  headers: Record<string, string | string[] | undefined>
}

export const leaksIn = (forbidden: readonly Mark[], from: string, { status, text, headers }: Answer): string[] => {
  const answer = `${text ?? ''}\n${JSON.stringify(headers)}`
  return forbidden.filter(({ mark }) => answer.includes(mark)).map(({ what }) => `${from} (${status}): ${what}`)
}
