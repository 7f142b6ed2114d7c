import type { Actor } from '../../../access/actor.ts'
import { mayDo, policy } from '../../../access/policy.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import type { PageFacts } from '../../../http/pages/answers.ts'
import { longMoment } from '../../../kernel/days.ts'
import { plural } from '../../../kernel/text.ts'
import { acceptedExtensions, acceptedText } from '../documents/index.ts'
import { type OrganisationInFull, organisationFrame } from '../parties/index.ts'
import type { AddedPerson } from './add-person.ts'
import { authorisationChoices, seatChoices } from './choices.ts'
import { isAskingForRow, moreRows } from './forms.ts'

/** Where a person is added with all that comes along: each reader sees the parts that are theirs to give. */
export function newPersonPage(
  actor: Actor,
  found: OrganisationInFull,
  typed?: FormState,
): PageFacts & Record<string, unknown> {
  const mayAdd = mayDo(actor, 'manageParty', { organisation: found })
  const mayAccount = mayDo(actor, 'administer')
  const seats = mayAdd ? seatChoices(actor, found) : null
  const organisations = mayAdd ? authorisationChoices(actor, found) : []
  const given = typed ?? formOf()
  const asked = isAskingForRow(given.values)
  const more = (rows: keyof typeof moreRows) => Number(given.values.action === moreRows[rows])
  const form = asked ? { ...given, errors: {} } : given
  const seatRows = rowsOf(form.values.seats, more('seats'), {
    from: actor.today,
    appointedById: seats?.appointing.length === 1 ? (seats.appointing[0]?.value ?? '') : '',
  })
  const authorisationRows = rowsOf(form.values.authorisations, more('authorisations'), {
    from: actor.today,
    // As a rule the person's own; in the rows that are asked for it is another one.
    organisation: typed ? '' : (organisations[0]?.value ?? ''),
  })
  return {
    ...organisationFrame(found, 'Tilføj person', 'personer/ny'),
    form: {
      ...form,
      values: {
        // Whoever gives accounts alone adds a person together with one.
        ...(mayAdd ? {} : { account: '1' }),
        ...form.values,
        seats: seatRows,
        authorisations: authorisationRows,
      },
    },
    mayAccount,
    onlyWithAccount: !mayAdd,
    seats: seats && { ...seats, rows: numbered(seatRows, 'seats') },
    authorisations:
      organisations.length === 0
        ? null
        : {
            organisations,
            rows: numbered(authorisationRows, 'authorisations'),
            accept: acceptedExtensions,
            accepted: acceptedText,
          },
    others: othersText({ mayAdd, mayAccount, external: found.side === null }),
    more: moreRows,
  }
}

/** The rows as they were typed, and one that waits. */
function rowsOf(sent: unknown, more: number, fresh: Record<string, string>): unknown[] {
  const rows: unknown[] = typeof sent === 'object' && sent !== null ? Object.values(sent) : []
  const added = Array.from({ length: Math.max(more, rows.length === 0 ? 1 : 0) }, () => fresh)
  return [...rows.slice(0, 30), ...added]
}

const numbered = (rows: readonly unknown[], name: string) =>
  rows.map((_row, index) => ({ number: index + 1, prefix: `${name}[${index}]` }))

/** Who may do the rest: nobody is led to think that it cannot be done. */
function othersText({ mayAdd, mayAccount, external }: { mayAdd: boolean; mayAccount: boolean; external: boolean }) {
  if (!mayAdd) return external ? null : `Pladser og bemyndigelser registreres bagefter af ${policy.manageParty.who}.`
  return mayAccount ? null : `Skal personen kunne logge ind, oprettes kontoen bagefter af ${policy.administer.who}.`
}

/** »Karen Bro er tilføjet med 2 pladser og 1 bemyndigelse.« */
export function addedText(name: string, { seats, authorisations }: AddedPerson): string {
  const parts = [
    ...(seats > 0 ? [plural(seats, 'plads', 'pladser')] : []),
    ...(authorisations > 0 ? [plural(authorisations, 'bemyndigelse', 'bemyndigelser')] : []),
  ]
  return parts.length === 0 ? `${name} er tilføjet.` : `${name} er tilføjet med ${parts.join(' og ')}.`
}

/** Shows the account's code this once. */
export const addedPage = (
  found: OrganisationInFull,
  person: { name: string; email: string },
  added: AddedPerson,
): PageFacts & Record<string, unknown> => ({
  ...organisationFrame(found, 'Personen er tilføjet', 'personer/ny'),
  told: addedText(person.name, added),
  name: person.name,
  email: person.email,
  code: added.handed?.code ?? '',
  expires: added.handed ? longMoment(added.handed.expiresAt) : '',
})
