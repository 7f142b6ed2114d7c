import type { TableKind } from '../../../ground/table-import/index.ts'

/** What a file tells of homes that nobody lives in, in the order of the example; the list's own CSV is read as it is. */
export const columns = {
  year: { label: 'År', words: ['årstal', 'opgjort', 'opgørelsesår'] },
  owner: { label: 'Ejer', words: ['boligorganisation', 'organisation', 'forening', 'selskab', 'boligselskab'] },
  number: { label: 'Afdelingsnr.', words: ['afdelingsnummer', 'afdeling nr', 'afd nr', 'nr', 'nummer'] },
  type: { label: 'Boligtype', words: ['type'] },
  vacant: { label: 'Ledige boliger', words: ['ledige', 'antal ledige', 'tomme boliger'] },
  loss: { label: 'Huslejetab', words: ['tab', 'lejetab', 'huslejetab i kr', 'tomgangsleje'] },
  cause: { label: 'Årsag til ledighed', words: ['ledighedsårsag', 'hvorfor'] },
  measures: { label: 'Tiltag', words: ['foranstaltninger', 'hvad gøres der'] },
  source: { label: 'Kilde', words: ['kilde eller bemærkning', 'bemærkning'] },
  // Told by the list's own CSV, and not asked for: the estate's number and owner say which it is.
  name: { label: 'Afdeling', words: ['navn', 'afdelingsnavn'] },
  district: { label: 'Bydel', words: [] },
  homes: { label: 'Boliger', words: ['antal boliger'] },
  told: { label: 'Opdateret', words: [] },
} as const

export type Column = keyof typeof columns

export const vacancyTable: TableKind<Column> = {
  columns,
  most: { rows: 1000, letters: 300_000, bytes: 1024 * 1024 },
  tellsEnough: ({ at }) => at.has('year') && at.has('owner') && at.has('number') && at.has('vacant'),
  needs: 'År, Ejer, Afdelingsnr. og Ledige boliger',
  example: 'År, Ejer, Afdelingsnr., Boligtype og Ledige boliger',
}
