import { type Day, yearOf } from '../../../kernel/days.ts'
import type { Objection } from '../../../kernel/objection.ts'
import { namesFaults } from '../../ground/cooperation/index.ts'
import { type ParsedAgreement, rhythmFaults } from '../agreement/index.ts'
import { organisationNames, type PersonAnswer, type SetupAnswers } from './answers.ts'

/** What keeps a cooperation from being set up, all at once, each at its field. Nothing: it can be. */
export function setupFaults(answers: SetupAnswers, today: Day): Objection[] {
  return [
    ...namesFaults(answers),
    ...dateFaults(answers, today),
    ...partyFaults(answers),
    ...sameNameFaults(answers),
    ...peopleFaults(answers),
  ]
}

/** Who signed the document, and is not among those who are set up: their signatures stand with their names alone. */
export function strangersIn(answers: SetupAnswers, { signatures }: ParsedAgreement): string[] {
  const names = organisationNames(answers)
  const known = new Set([...names.HOUSING, ...names.MUNICIPALITY])
  return signatures.map(({ organisationName }) => organisationName).filter(name => !known.has(name))
}

/** What keeps a document from being the answers' own agreement. */
export function documentFaults(answers: SetupAnswers, document: ParsedAgreement): Objection[] {
  if (document.missing.length > 0)
    return [{ sentence: `Dokumentet er ikke en hel aftale. ${document.missing.join(' ')}`, field: 'source' }]
  return strangersIn(answers, document).length === document.signatures.length
    ? [
        {
          sentence: `Dokumentet ser ud til at høre til et andet samarbejde: ${document.text.parties}. Ingen af dem, der har underskrevet det, er blandt organisationerne.`,
          field: 'organisations[0][name]',
        },
      ]
    : []
}

function dateFaults({ date, rhythm }: SetupAnswers, today: Day): Objection[] {
  const late = date.day > today ? [{ sentence: 'Aftalens dato kan ikke ligge efter i dag.', field: 'date' }] : []
  return [...late, ...(rhythm ? rhythmFaults(rhythm, yearOf(date.day)) : [])]
}

function partyFaults({ organisations, departments }: SetupAnswers): Objection[] {
  const faults: Objection[] = []
  if (organisations.length === 0)
    faults.push({ sentence: 'Skriv mindst én boligorganisation.', field: 'organisations[0][name]' })
  if (departments.length === 0) faults.push({ sentence: 'Skriv mindst én forvaltning.', field: 'departments[0][name]' })
  organisations.forEach(({ name, kind, associations }, at) => {
    if (kind === 'ADMINISTRATOR' && associations.length === 0)
      faults.push({
        sentence: `${name} er angivet som administrator. Skriv den eller de foreninger, der administreres.`,
        field: `organisations[${at}][associations]`,
      })
  })
  return faults
}

/** Two of one name could not be told apart on any page, nor found in the agreement. */
function sameNameFaults(answers: SetupAnswers): Objection[] {
  const seen = new Map<string, string>()
  const faults: Objection[] = []
  const tell = (name: string, field: string) => {
    const known = name.normalize('NFC').toLocaleLowerCase('da')
    if (seen.has(known)) faults.push({ sentence: `${name} står to gange.`, field })
    else seen.set(known, field)
  }
  tell(answers.municipality, 'municipality')
  answers.departments.forEach(({ name }, at) => {
    tell(name, `departments[${at}][name]`)
  })
  answers.organisations.forEach(({ name, associations }, at) => {
    tell(name, `organisations[${at}][name]`)
    for (const association of associations) tell(association, `organisations[${at}][associations]`)
  })
  return faults
}

function peopleFaults(answers: SetupAnswers): Objection[] {
  const { administrator, housingSecretary, municipalSecretary } = answers
  const names = organisationNames(answers)
  const all = [...names.HOUSING, ...names.MUNICIPALITY]
  const faults = [
    ...belongs(housingSecretary, names.HOUSING, 'housingSecretary', 'Vælg en af boligorganisationerne.'),
    ...belongs(
      municipalSecretary,
      names.MUNICIPALITY,
      'municipalSecretary',
      'Vælg kommunen eller en af forvaltningerne.',
    ),
    ...belongs(administrator, all, 'administrator', 'Vælg en af organisationerne.'),
  ]
  if (isSame(housingSecretary, municipalSecretary))
    faults.push({
      sentence: 'En person kan ikke være i begge sekretariater: De to godkender hinandens arbejde.',
      field: 'municipalSecretary[email]',
    })
  for (const secretary of [housingSecretary, municipalSecretary])
    if (isSame(administrator, secretary) && !isOneAndTheSame(administrator, secretary))
      faults.push({
        sentence: `${administrator.email} står ved to forskellige navne eller organisationer. Skriv navn og organisation ens begge steder.`,
        field: 'administrator[email]',
      })
  return faults
}

const belongs = (person: PersonAnswer, among: string[], field: string, sentence: string): Objection[] =>
  among.includes(person.organisation) ? [] : [{ sentence, field: `${field}[organisation]` }]

const isSame = (one: PersonAnswer, other: PersonAnswer): boolean => one.email === other.email

const isOneAndTheSame = (one: PersonAnswer, other: PersonAnswer): boolean =>
  one.name === other.name && one.organisation === other.organisation
