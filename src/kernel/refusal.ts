import { type Objection, sentencesOf } from './objection.ts'

export type RefusalCode = 'forbidden' | 'rule' | 'notFound'

/** A domain's "no": the sentence is shown to the person as it stands, in Danish, with who may act instead. */
export class Refusal extends Error {
  readonly code: RefusalCode
  /** Who may do it, in Danish, as people in the plural: »medarbejdere i de to sekretariater«. */
  readonly who: string | undefined
  /** The form field that the sentence belongs to. */
  readonly field: string | undefined
  /** All that is wrong, where a rule tells several things at once; the message says them one after the other. */
  readonly told: readonly Objection[]

  constructor(
    code: RefusalCode,
    message: string,
    details: { who?: string; field?: string; told?: readonly Objection[] } = {},
  ) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.who = details.who
    this.field = details.field
    this.told = details.told ?? [{ sentence: message, field: details.field }]
  }
}

/** A rule of the cooperation stands in the way; nothing was changed. */
export const brokenRule = (message: string, field?: string) => new Refusal('rule', message, { field })

/** @throws Refusal that tells all that is wrong at once, each at its field; nothing where nothing is */
export function refuseAll(found: readonly (Objection | null)[]): void {
  const told = found.filter(one => one !== null)
  const [first] = told
  if (first) throw new Refusal('rule', sentencesOf(told), { field: first.field || undefined, told })
}

/** What a question found, or why its rule said no: for whoever asks several questions and tells all the answers at once. */
export async function orTold<T>(asked: () => T | Promise<T>): Promise<{ value?: T; told: readonly Objection[] }> {
  try {
    return { value: await asked(), told: [] }
  } catch (refused) {
    if (refused instanceof Refusal && refused.code === 'rule') return { told: refused.told }
    throw refused
  }
}

/** What the person may not see does not exist for them. */
export const notFound = (message = 'Siden findes ikke.') => new Refusal('notFound', message)

/** Who may is written as people in the plural: »medarbejdere i de to sekretariater«. */
export const forbidden = (who: string, message = `Kun ${who} kan gøre dette.`) =>
  new Refusal('forbidden', message, { who })

/** The same for a page that is read, not an act. */
export const forbiddenPage = (who: string) => forbidden(who, `Kun ${who} har adgang til siden.`)

/** The form was drawn from what no longer stands. */
export const stalePage = 'Siden er ikke længere aktuel. Genindlæs den, og prøv igen.'

/** The same where one signs off what the page shows. */
export const staleApproval = 'Siden er ikke længere aktuel. Genindlæs den, og godkend igen.'

/** Somebody else saved first. Carries what stands now, by field, so that a page can show both texts and lose neither. */
export class Conflict extends Error {
  readonly current: Record<string, string>
  readonly version: number

  constructor(
    current: Record<string, string>,
    version: number,
    message = 'En anden har gemt, mens du skrev. Begge udgaver vises nedenfor.',
  ) {
    super(message)
    this.name = 'Conflict'
    this.current = current
    this.version = version
  }
}
