import type { Side } from '../../../../access/actor.ts'

/** What a document calls the lists of signatures, where it is told: »For Nørre Å By«, »På kommunens vegne«. */
export type SideHeadings = Partial<Record<Side, string>>

/**
 * The party whose signatures stand below a line; null: it opens no list. »For boligorganisationerne …« and »For X
 * Kommune« or »For X By« are known; other headings are those that are told, whole or before a comma or a colon.
 */
export function sideOfHeading(text: string, told: SideHeadings = {}): Side | null {
  for (const side of ['HOUSING', 'MUNICIPALITY'] as const) {
    const heading = bare(told[side] ?? '')
    if (heading !== '' && (bare(text) === heading || bare(text.split(/[,:]/, 1)[0] ?? '') === heading)) return side
  }
  if (!/^For\s/i.test(text)) return null
  if (/boligorganisation|boligselskabe|boligforeninge/i.test(text)) return 'HOUSING'
  return /kommune/i.test(text) || /^For\s+\p{Lu}[\p{L} -]*\s+By\b/u.test(text) ? 'MUNICIPALITY' : null
}

const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s:.,]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
