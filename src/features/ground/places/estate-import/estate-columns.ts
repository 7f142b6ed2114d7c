import type { TableKind } from '../../table-import/index.ts'

/** What a file can tell of an estate, in the order of the example file; the list's own CSV is read as it is. */
export const columns = {
  number: { label: 'Afdelingsnr.', words: ['afdelingsnummer', 'afdeling nr', 'afd nr', 'nr', 'nummer'] },
  name: { label: 'Navn', words: ['afdelingsnavn', 'afdeling', 'afdelingens navn'] },
  owner: { label: 'Ejer', words: ['boligorganisation', 'organisation', 'forening', 'selskab', 'boligselskab'] },
  district: { label: 'Bydel', words: ['kvarter'] },
  family: { label: 'Familieboliger', words: ['antal familieboliger', 'family'] },
  youth: { label: 'Ungdomsboliger', words: ['antal ungdomsboliger'] },
  elderly: { label: 'Ældreboliger', words: ['antal ældreboliger'] },
  other: { label: 'Andre boliger', words: ['antal andre boliger', 'øvrige boliger'] },
  built: { label: 'Byggeår', words: ['opført', 'opførelsesår', 'år'] },
  from: { label: 'Fra', words: ['gælder fra', 'fra dato', 'opgjort den', 'dato'] },
  note: { label: 'Kilde', words: ['begrundelse', 'kilde eller begrundelse', 'bemærkning'] },
} as const

export type Column = keyof typeof columns

export const estateTable: TableKind<Column> = {
  columns,
  most: { rows: 500, letters: 200_000, bytes: 1024 * 1024 },
  tellsEnough: ({ at }) => at.has('number') && at.has('owner'),
  needs: 'Afdelingsnr. og Ejer',
  example: 'Afdelingsnr., Navn, Ejer og Bydel',
}
