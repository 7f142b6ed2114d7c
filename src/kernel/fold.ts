const spelled: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa' }

/**
 * A text as it is compared with what somebody searches for: Århus and Aarhus are one, and so are é and e, large and small
 * letters, and å written as one sign or as a letter and a ring. The search tables are folded alike, in their migration.
 */
export const fold = (text: string): string => {
  const small = text.toLowerCase()
  if (/^[\0-\x7f]*$/.test(small)) return small
  return small
    .normalize('NFC')
    .replace(/[æøå]/g, letter => spelled[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
}
