import type { Verdict } from './judge/judged-figure.ts'
import type { Part } from './mapping/mapping.ts'

/** In the order in which they are looked at: what has to be done something about comes first. */
export const verdictWords: Record<Verdict, { text: string; kind: string; slug: string; about: string }> = {
  rejected: { text: 'Afvist', kind: 'danger', slug: 'afvist', about: 'gemmes ikke' },
  warned: { text: 'Advarsel', kind: 'warning', slug: 'advarsel', about: 'gemmes, men se efter' },
  corrected: { text: 'Rettelse', kind: 'info', slug: 'rettelse', about: 'retter et tal' },
  ready: { text: 'Klar', kind: 'success', slug: 'klar', about: 'er nye' },
  unchanged: { text: 'Uændret', kind: 'neutral', slug: 'uaendret', about: 'er registreret i forvejen' },
}

export const partNames: Record<Part, string> = {
  ignored: 'Bruges ikke',
  place: 'Sted',
  level: 'Niveau (afdeling, område, bydel)',
  indicator: 'Indikator',
  year: 'År',
  value: 'Værdi',
  numerator: 'Tæller',
  denominator: 'Nævner',
  missing: 'Hvorfor værdien mangler',
}

export const levelChoices = [
  { value: '', text: 'Find det ud fra navnet' },
  { value: 'ESTATE', text: 'Afdelinger' },
  { value: 'AREA', text: 'Boligområder' },
  { value: 'DISTRICT', text: 'Bydele' },
  { value: 'TOWN', text: 'Hele byen' },
  { value: 'REGION', text: 'Regionen' },
  { value: 'COUNTRY', text: 'Hele landet' },
] as const

export const pointChoices = [
  { value: '', text: 'Spørg, når det kan betyde to ting' },
  { value: 'thousands', text: 'Tusinder: 1.250 er 1250' },
  { value: 'decimal', text: 'Decimaler: 1.250 er 1,250' },
] as const

/** »12,4 MB« */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('da')} kB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`
