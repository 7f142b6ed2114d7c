import { type Instant, longMoment } from './days.ts'

const collator = new Intl.Collator('da', { numeric: true })

/** Danish order: æ, ø and å last, aa as å, and numbers by their size. */
export const compareDanish = (one: string, other: string): number => collator.compare(one, other)

/** »a, b og c« */
export function listDanish(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} og ${last}`
}

/** »1 punkt«, »3 punkter« */
export const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** »1.040«: a whole number with points between its thousands. */
export const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

/** »1 bolig«, »1.040 boliger« */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${thousands(count)} ${many}`

const spelled: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', é: 'e', ü: 'u', ö: 'oe', ä: 'ae' }

/** A name as part of an address: »By- og Kulturforvaltningen« becomes »by-og-kulturforvaltningen«. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æøåéüöä]/g, letter => spelled[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/**
 * What a person wrote, as a sentence of its own with one end: »ejer grunden« and »ejer grunden.« both become »ejer
 * grunden.«, »50.000 kr.« keeps its one full stop, and »?«, »!« and »…« stand as they are. Nothing stays nothing.
 */
export function sentence(text: string): string {
  const bare = withoutEnd(text)
  if (bare === '') return ''
  return /[!?…]$|[.!?…]«$|^\(.*[.!?]\)$/s.test(bare) ? bare : `${bare}.`
}

/** The same inside a sentence that goes on after it: »grunden.« as »grunden«, but »50.000 kr.« and »bilag m.v.«. */
export function phrase(text: string): string {
  const bare = withoutEnd(text)
  return abbreviated.test(bare) ? `${bare}.` : bare
}

const abbreviated = /(^|[\s.(])(kr|mio|mia|pct|nr|stk|jf|mv|m\.v|m\.m|osv|bl\.a|f\.eks|ca|inkl|ekskl|afd)$/i

function withoutEnd(text: string): string {
  const bare = text.trim().replace(/\.{3,}$/, '…')
  const end = /[\s.,;:]+$/.exec(bare)
  return end ? bare.slice(0, end.index) : bare
}

/** Begins with a capital, as a sentence does. */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('da') + text.slice(1)

/** Nouns that a body's name begins with, in the form a sentence uses: »Organisationsbestyrelsen i …«, »Byrådet«. */
const bodyNouns =
  /^(?:fælles|\p{L}*(?:bestyrelsen|ledelsen|direktionen|udvalget|rådet|nævnet|repræsentantskabet|formandskabet|forsamlingen|gruppen|komiteen|komitéen|sekretariatet|kontoret|organet|mødet|styret|teamet)s?)$/iu

/** Nouns that are a name's first word as often: »Kommunens sekretariat«, but »Boligforeningen Højstrups bestyrelse«. */
const ownerNouns =
  /^(?:de[nt]?|\p{L}*(?:kommunens?|kommunernes?|regionens?|organisationens?|organisationernes?|foreningens?|foreningernes?|selskabets?|selskabernes?|forvaltningens?|forvaltningernes?|institutionens?|administratorens?|forretningsførerens?|parternes?|partens?|beboernes?))$/iu

/**
 * A body's name inside a sentence: »i fælles boligstrategisk gruppe«, »af bestyrelsen i Boligforeningen Højstrup«, and
 * »til Odense Byråd« as it stands. A first word that is not known to be a common noun keeps its capital.
 */
export function bodyInSentence(name: string): string {
  const [first = '', next = ''] = name.split(/\s+/, 2)
  const common = bodyNouns.test(first) || (ownerNouns.test(first) && !/^\p{Lu}/u.test(next))
  return common ? name.charAt(0).toLocaleLowerCase('da') + name.slice(1) : name
}

/** »af Karen Holm den 7. december 2026 kl. 10.15« */
export const byAndWhen = (name: string, at: Instant): string => `af ${name} den ${longMoment(at)}`

/** How far away a day is: »i dag«, »i morgen«, »om 3 dage«, »i går«, »for 3 dage siden«. */
export function inDays(days: number): string {
  if (days === 0) return 'i dag'
  if (days === 1) return 'i morgen'
  if (days === -1) return 'i går'
  return days > 0 ? `om ${days} dage` : `for ${-days} dage siden`
}

/**
 * What a person wrote after words that the page has begun: »Udsat til« and »mødet i marts«. Words of the opening that
 * were typed again are taken off, so that none comes twice.
 */
export function afterOpening(opening: string, text: string): string {
  const words = opening.match(/[\p{L}\p{N}]+/gu) ?? []
  let rest = text.trim()
  for (let from = 0; from < words.length; from += 1) {
    const begun = new RegExp(`^${words.slice(from).join('[\\s,:;.]+')}(?:[\\s,:;.]+|$)`, 'iu').exec(rest)
    if (!begun) continue
    rest = rest.slice(begun[0].length)
    from = -1
  }
  return rest
}
