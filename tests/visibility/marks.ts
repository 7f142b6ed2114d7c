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

/** Sent to sign in, whoever asked is given the way back to what was asked for: his or her own words, and nothing else. */
const own = (from: string, { status, headers }: Answer): string =>
  status === 303 && String(headers.location).startsWith('/log-ind')
    ? encodeURIComponent(from.replace(/^POST /, ''))
    : ''

export const leaksIn = (forbidden: readonly Mark[], from: string, answer: Answer): string[] => {
  const { status, text, headers } = answer
  const asked = own(from, answer)
  const told = `${text ?? ''}\n${JSON.stringify(headers)}`
  const shown = asked === '' ? told : told.replaceAll(asked, '')
  return forbidden.filter(({ mark }) => shown.includes(mark)).map(({ what }) => `${from} (${status}): ${what}`)
}
