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

const spelled: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', é: 'e', ü: 'u', ö: 'oe', ä: 'ae' }

/** A name as part of an address: »By- og Kulturforvaltningen« becomes »by-og-kulturforvaltningen«. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æøåéüöä]/g, letter => spelled[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
