import type { Actor } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import type { NewEvent } from '../../../database/events.ts'
import { type Change, type Tx, write } from '../../../database/write.ts'
import type { Objection } from '../../../kernel/objection.ts'
import { orTold, refuseAll } from '../../../kernel/refusal.ts'
import { createAccountIn, type HandedOver, newCode } from '../accounts/index.ts'
import { giveSeatIn } from '../bodies/index.ts'
import type { IncomingFile } from '../documents/index.ts'
import { type AuthorisationKind, addPersonIn, nameAuthorisedIn, type PersonDraft } from '../parties/index.ts'
import type { AuthorisationRow, SeatRow } from './forms.ts'

export interface NewPerson extends PersonDraft {
  organisation: string
  account: boolean
  /** In the order of the form; null: the row was not used. */
  seats: readonly (SeatRow | null)[]
  authorisations: readonly (AuthorisationRow | null)[]
  /** The document that says who has been authorised. */
  document: IncomingFile | null
}

export interface AddedPerson {
  id: number
  /** What opens the account, where one was made: told this once. */
  handed: HandedOver | null
  seats: number
  authorisations: number
}

/**
 * A person comes with account, seats and authorisations in one change: all of it or nothing. Each part is the act that
 * it is when it stands alone, with its own right and its own rules; all that is wrong is told at once.
 */
export async function addPerson(actor: Actor, input: NewPerson): Promise<AddedPerson> {
  // Before the code, which takes time to make.
  if (input.account) requireRight(actor, 'administer')
  const code = input.account ? await newCode(actor) : null
  return write(actor, async (tx, at) => {
    const added = await addPersonIn(tx, actor, { ...input, withAccount: input.account })
    const personId = added.result.id
    const parts = new Parts(added.events)
    if (code) {
      const { name, title, email } = input
      const account = { person: personId, name, title: title ?? '', organisation: null, email: email ?? '' }
      await parts.take(sameField, () =>
        createAccountIn(tx, at, actor, { ...account, administrator: false }, code.columns),
      )
    }
    for (const [index, seat] of input.seats.entries())
      if (seat)
        await parts.take(
          field => `seats[${index}][${field === 'personId' ? 'body' : (field ?? 'body')}]`,
          () => giveSeatIn(tx, actor, { ...seat, personId }),
        )
    for (const [index, row] of input.authorisations.entries())
      if (row) await nameAuthorised(tx, actor, { row, index, personId, document: input.document }, parts)
    parts.refuse()
    return {
      result: {
        id: personId,
        handed: code && { code: code.code, expiresAt: code.expiresAt },
        seats: input.seats.filter(seat => seat !== null).length,
        authorisations: input.authorisations.flatMap(kindsOf).length,
      },
      events: parts.events,
    }
  })
}

const sameField = (field: string | undefined) => field ?? ''

/** What the parts of the change did, and what stood in their way. */
class Parts {
  readonly events: NewEvent[]
  readonly #told: Objection[] = []

  constructor(events: readonly NewEvent[]) {
    this.events = [...events]
  }

  /** @param at where the form asks for what the part calls a field */
  async take(at: (field: string | undefined) => string, part: () => Promise<Change<unknown>>): Promise<void> {
    const { value, told } = await orTold(part)
    this.events.push(...(value?.events ?? []))
    this.#told.push(...told.map(({ sentence, field }) => ({ sentence, field: at(field) })))
  }

  refuse(): void {
    refuseAll(this.#told)
  }
}

async function nameAuthorised(
  tx: Tx,
  actor: Actor,
  given: { row: AuthorisationRow; index: number; personId: number; document: IncomingFile | null },
  parts: Parts,
): Promise<void> {
  const { row, index, personId, document } = given
  const { organisation, from, sourceBody, sourceDay, sourceDocument } = row
  const naming = { organisation, personId, from, to: null, sourceBody, sourceDay, sourceDocument, document }
  for (const kind of kindsOf(row)) {
    const field = kind === 'MANDATE_KEEPER' ? 'keeper' : 'signatory'
    await parts.take(
      named => (named === 'fil' ? 'fil' : `authorisations[${index}][${fieldOf(named, field)}]`),
      () => nameAuthorisedIn(tx, actor, { ...naming, kind }),
    )
  }
}

function fieldOf(named: string | undefined, kind: string): string {
  if (named === 'kind') return kind
  return named === undefined || named === '' || named === 'personId' ? 'organisation' : named
}

const kindsOf = (row: AuthorisationRow | null): AuthorisationKind[] => [
  ...(row?.keeper ? (['MANDATE_KEEPER'] as const) : []),
  ...(row?.signatory ? (['SIGNATORY'] as const) : []),
]
