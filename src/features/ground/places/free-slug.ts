import { slugOf } from '../../../kernel/text.ts'

/** Words that stand in addresses beside the places' own names. */
const reserved = new Set(['nyt', 'ny', 'kort', 'indlaes', 'eksempel'])

/**
 * An address that no other place of its kind has. It is no number, since numbers are what areas were known by before,
 * and none of the words that the portal's own pages have.
 * @param kind what it is called where its name has no letters: »omraade«
 */
export function freeSlug(name: string, kind: string, taken: ReadonlySet<string>): string {
  const bare = slugOf(name).slice(0, 100).replace(/-$/, '')
  const slug = bare === '' || /^\d+$/.test(bare) || reserved.has(bare) ? `${kind}${bare && '-'}${bare}` : bare
  let free = slug
  for (let serial = 2; taken.has(free); serial += 1) free = `${slug}-${serial}`
  return free
}
