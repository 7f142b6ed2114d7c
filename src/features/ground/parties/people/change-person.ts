import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type Change, type Tx, write } from '../../../../database/write.ts'
import { type Day, dayInRow } from '../../../../kernel/days.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { managedOrganisation } from '../organisations/change-organisation.ts'
import { loadOrganisation } from '../organisations/load-organisation.ts'
import { leavingFault, type PersonDraft, personFaults } from './people-rules.ts'
import { callNewHolders } from './seat-holders.ts'

/**
 * A person of an organisation. Its side's secretariat adds one; the system administrator, who gives accounts, adds one
 * together with an account alone.
 */
export async function addPersonIn(
  tx: Tx,
  actor: Actor,
  input: PersonDraft & { organisation: string; withAccount: boolean },
): Promise<Change<{ id: number }>> {
  const organisation = await loadOrganisation(tx, { slug: input.organisation })
  requireRight(actor, input.withAccount ? 'addPerson' : 'manageParty', { organisation })
  return storePerson(tx, actor.today, organisation, input)
}

/** Stores a new person: whoever calls has asked who may. */
export async function storePerson(
  tx: Tx,
  today: Day,
  organisation: { id: number; name: string; to: string | null },
  draft: PersonDraft,
): Promise<Change<{ id: number }>> {
  if (organisation.to !== null && organisation.to < today) throw brokenRule('Organisationen er udtrådt.')
  refuseAll(personFaults(draft))
  const person = await tx.person.create({ data: { organisationId: organisation.id, ...facts(draft) } })
  const after = { ...named(draft), organisation: organisation.name }
  return { result: { id: person.id }, events: [event('personAdded', 'person', person.id, { after })] }
}

interface EditedPerson extends PersonDraft {
  organisation: string
  personId: number
  version: number
}

/** @throws Conflict with the person's facts as they stand when somebody else saved first */
export const editPerson = (actor: Actor, input: EditedPerson): Promise<void> =>
  write(actor, tx => editPersonIn(tx, actor, input))

export async function editPersonIn(tx: Tx, actor: Actor, input: EditedPerson): Promise<Change<void>> {
  const found = await personOf(tx, actor, input.organisation, input.personId)
  const before = facts(found)
  if (found.erasedOn && (input.email || input.phone))
    throw brokenRule('Personens kontaktoplysninger er slettet og kan ikke tilføjes igen.')
  refuseAll(personFaults(input))
  const { count } = await tx.person.updateMany({
    where: { id: found.id, version: input.version },
    data: { ...facts(input), version: { increment: 1 } },
  })
  if (count === 0) throw new Conflict(textsOf(before), found.version)
  const contactChanged = before.email !== input.email || before.phone !== input.phone
  const change = { before: named(before), after: { ...named(input), ...(contactChanged ? { contactChanged } : {}) } }
  return { result: undefined, events: [event('personEdited', 'person', found.id, change)] }
}

/** A person leaves the organisation: seats and authorisations end with the day, and the account opens nothing more. */
export const endPerson = (
  actor: Actor,
  input: { organisation: string; personId: number; version: number; endedOn: Day },
) =>
  write(actor, async tx => {
    const found = await personOf(tx, actor, input.organisation, input.personId)
    const { endedOn } = input
    const later = { personId: found.id, OR: [{ to: null }, { to: { gt: endedOn } }] }
    const [seats, authorisations] = [
      await tx.seat.findMany({ where: later, include: { body: true } }),
      await tx.authorisation.findMany({ where: later }),
    ]
    const starts = [...seats, ...authorisations].map(({ from }) => dayInRow(from))
    refuseAll([leavingFault(dayInRow(found.endedOn), starts.sort().at(-1) ?? null, endedOn)])
    const { count } = await tx.person.updateMany({
      where: { id: found.id, version: input.version },
      data: { endedOn, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict(textsOf(facts(found)), found.version)
    await tx.seat.updateMany({
      where: { id: { in: seats.map(({ id }) => id) } },
      data: { to: endedOn, endReason: 'Fratrådt organisationen', version: { increment: 1 } },
    })
    await tx.authorisation.updateMany({
      where: { id: { in: authorisations.map(({ id }) => id) } },
      data: { to: endedOn, version: { increment: 1 } },
    })
    const ended = seats.map(seat =>
      event('seatEnded', 'seat', seat.id, { after: { person: found.name, body: seat.body.name, to: endedOn } }),
    )
    const called: NewEvent[] = []
    for (const bodyId of new Set(seats.map(seat => seat.bodyId)))
      called.push(...(await callNewHolders(tx, actor, bodyId)))
    const left = event('personLeft', 'person', found.id, { after: { name: found.name, endedOn } })
    return { result: undefined, events: [left, ...ended, ...called] }
  })

async function personOf(tx: Tx, actor: Actor, organisation: string, personId: number) {
  const { id } = await managedOrganisation(tx, actor, organisation)
  const found = await tx.person.findUnique({ where: { id: personId } })
  if (!found || found.organisationId !== id) throw notFound('Personen findes ikke.')
  return found
}

const facts = ({ name, title, email, phone }: PersonDraft): PersonDraft => ({ name, title, email, phone })

/** Events stay for good: that an address or a number was changed is said, and not from what to what. */
const named = ({ name, title }: PersonDraft) => ({ name, title })

const textsOf = ({ name, title, email, phone }: PersonDraft): Record<string, string> => ({
  name,
  title: title ?? '',
  email: email ?? '',
  phone: phone ?? '',
})
