import { type ParsedAgreement, rhythmIn } from '../agreement/index.ts'
import type { SetupAnswers } from './answers.ts'

/** What an agreement says of the cooperation. What it does not say is left out; the people never stand in it. */
export type Proposed = Partial<
  Omit<SetupAnswers, 'administrator' | 'housingSecretary' | 'municipalSecretary' | 'rhythm'>
> & { rhythm?: { firstYear: number | null; everyYears: number | null; section: string } }

/** Proposes the answers from an agreement: read, not understood, so that each stands to be corrected. */
export function proposedFrom({ text, date, signatures }: ParsedAgreement): Proposed {
  const municipality = municipalityIn(text.parties) ?? municipalityIn(text.title.join(' '))
  const town = municipality?.replace(/\s+kommune$/i, '')
  const rhythm = rhythmIn(text.sections)
  return {
    name: nameIn(text.title, town),
    housing: 'Boligorganisationerne',
    ...(town && municipality ? { town, municipality, council: councilOf(town) } : {}),
    ...(date ? { date } : {}),
    ...(rhythm ? { rhythm } : {}),
    departments: signatures
      .filter(({ side, organisationName }) => side === 'MUNICIPALITY' && organisationName !== municipality)
      .map(({ organisationName }) => ({ name: organisationName, subjectAreas: [] })),
    organisations: signatures
      .filter(({ side }) => side === 'HOUSING')
      .map(({ organisationName: name, administers: associations }) => ({
        name,
        kind: administersOnly(name, associations) ? ('ADMINISTRATOR' as const) : ('HOUSING_ORGANISATION' as const),
        associations,
      })),
  }
}

/** »Nørre Lunde Kommune« */
const municipalityIn = (text: string): string | undefined =>
  /(?:\p{Lu}[\p{L}-]*[\s-]+){1,3}Kommune\b/u.exec(text)?.[0].replace(/^(?:Mellem|Og)\s+/, '')

/** In a genitive's town, »Københavns Kommune«, the council is »Københavns Byråd« as well. */
const councilOf = (town: string): string => `${town} Byråd`

/** A law firm or an administration company owns no homes. */
const administersOnly = (name: string, associations: string[]): boolean =>
  associations.length > 0 && /advokat|administration|boligkontor|revision|ejendomsservice|\b(a\/s|aps)\b/i.test(name)

/** The agreement's title without what all agreements begin with: »Boligstrategisk samarbejde«. */
function nameIn(title: readonly string[], town: string | undefined): string {
  const whole = title
    .join(' ')
    .replace(/^(samarbejds)?aftale\s*/i, '')
    .replace(/^(om|for|vedrørende)\s+/i, '')
    .replace(/^(etablering|oprettelse)\s+(og\s+drift\s+)?af\s+/i, '')
  const bare = town
    ? whole.replace(new RegExp(`\\s+i\\s+${town.replace(/[^\p{L}\p{N} -]/gu, '.')}.*$`, 'iu'), '')
    : whole
  const name = bare.trim().slice(0, 80)
  const small = name === name.toLocaleUpperCase('da') ? name.toLocaleLowerCase('da') : name
  return small === '' ? 'Boligstrategisk samarbejde' : small.charAt(0).toLocaleUpperCase('da') + small.slice(1)
}
