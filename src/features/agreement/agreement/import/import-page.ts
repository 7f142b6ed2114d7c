import type { Actor, Side } from '../../../../access/actor.ts'
import { sideName } from '../../../../access/cooperation.ts'
import type { Database } from '../../../../database/database.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay, writtenDay, yearOf } from '../../../../kernel/days.ts'
import { listDanish, plural } from '../../../../kernel/text.ts'
import { agreementsPath } from '../paths.ts'
import { findVersion, readKnownOrganisations, readVersions } from '../queries.ts'
import {
  type KnownOrganisation,
  matchOrganisations,
  maySign,
  type NameMatch,
  type SignatureMatch,
} from './match-organisations.ts'
import type { ParsedAgreement } from './parse-agreement.ts'
import type { ParsedSignature } from './parse-signatures.ts'
import type { Outline } from './read-markdown.ts'
import type { Understood } from './understand-document.ts'

const crumbs = [{ text: 'Samarbejdsaftalen', href: agreementsPath }, { text: 'Indlæs en aftale' }]

/** Where a document is chosen. Nothing is stored by choosing. */
export const importPage = (form: FormState = formOf()) => ({
  title: 'Indlæs en aftale',
  active: 'aftalen',
  crumbs,
  form,
})

/** What was understood of a document, beside its lines. Nothing is stored before it is confirmed. */
export function previewPage(actor: Actor, document: Understood & { name: string }, form: FormState = formOf()) {
  const { parsed, lost, changed } = document
  const known = readKnownOrganisations(actor.database)
  const matches = matchOrganisations(parsed.signatures, known)
  const obstacles = [...parsed.missing, ...standingVersion(actor, parsed)]
  const chosen = matches.map(({ id }) => String(id ?? ''))
  return {
    title: 'Gennemse aftalen, før den gemmes',
    active: 'aftalen',
    crumbs,
    form: { ...form, values: { organisations: chosen, ...form.values, source: document.source, navn: document.name } },
    name: document.name,
    foreign:
      parsed.signatures.length > 0 && matches.every(({ id, near }) => id === null && near === null)
        ? `Ingen af dem, der har underskrevet dokumentet, er blandt portalens organisationer. Er det en aftale fra et andet samarbejde? Den er mellem ${parsed.text.parties}.`
        : null,
    lost,
    changed,
    ready: obstacles.length === 0,
    obstacles,
    replaces: replacedSummary(actor, parsed),
    unplaced: parsed.unplaced.map(({ text, after }) => (after === '' ? `»${text}«` : `»${text}« efter »${after}«`)),
    facts: factsOf(parsed),
    sections: parsed.text.sections.map(({ number, heading }, at) => ({
      name: `${number}. ${heading}`,
      content: contentText(document.sections[at]?.outline),
      textHtml: document.sections[at]?.html,
    })),
    signatures: parsed.signatures.map((signature, at) =>
      signatureModel(actor.database, signature, matches[at], at, known),
    ),
    appendices: parsed.text.appendices.map(({ heading, body }, at) => ({
      heading,
      content: body === '' ? 'Kun overskriften' : contentText(document.appendices[at]?.outline),
    })),
    lines: linesOf(document.source, parsed),
  }
}

/** What will become of a summary that stands in the text's place. */
function replacedSummary(actor: Actor, { date }: ParsedAgreement): string | null {
  const standing = date ? findVersion(actor.database, yearOf(date.day)) : undefined
  if (standing?.textKind !== 'SUMMARY') return null
  const later = readVersions(actor.database).filter(({ roundId, year }) => roundId !== null && year > standing.year)
  const years = later.length === 0 ? '' : listDanish(later.map(({ year }) => String(year)).reverse())
  return [
    `Aftalen fra ${standing.year} står i portalen som et resumé. Når du gemmer, kommer dokumentets ord i stedet, og resuméet vises ved siden af som »Kort sagt«.`,
    ...(years === ''
      ? []
      : [`Det, der er underskrevet ved revisionen i ${years}, blev skrevet ud fra resuméet og ændres ikke.`]),
  ].join(' ')
}

function standingVersion(actor: Actor, { date }: ParsedAgreement): string[] {
  if (!date) return []
  const standing = findVersion(actor.database, yearOf(date.day))
  return standing?.textKind === 'FULL'
    ? [`Aftalen fra ${standing.year} er allerede i portalen. Den kan ikke ændres.`]
    : []
}

function factsOf({ text, date, signatures }: ParsedAgreement) {
  const of = (side: Side) => signatures.filter(signature => signature.side === side)
  const associations = signatures.flatMap(({ administers }) => administers).length
  return [
    { term: 'Titel', text: text.title.join(' ') || 'Mangler' },
    { term: 'Parter', text: text.parties || 'Mangler' },
    { term: 'Dato', text: date ? `${text.dateText} (gælder fra ${dateText(date)})` : 'Mangler' },
    { term: 'Bestemmelser', text: String(text.sections.length) },
    { term: 'Boligorganisationer', text: String(of('HOUSING').length) },
    { term: 'Administrerede foreninger', text: String(associations) },
    { term: 'Forvaltninger', text: String(of('MUNICIPALITY').length) },
    { term: 'Bilag', text: String(text.appendices.length) },
  ]
}

const dateText = ({ day, precision }: NonNullable<ParsedAgreement['date']>): string =>
  precision === 'DAY' ? longDay(day) : writtenDay(day, precision)

/** »3 tekstafsnit, liste med 2 punkter, underoverskrifter: Strategi« */
function contentText(outline: Outline = { paragraphs: 0, lists: [], subheadings: [] }): string {
  const { paragraphs, lists, subheadings } = outline
  return [
    plural(paragraphs, 'tekststykke', 'tekststykker'),
    ...lists.map(items => `liste med ${plural(items, 'punkt', 'punkter')}`),
    ...(subheadings.length > 0 ? [`underoverskrifter: ${subheadings.join(', ')}`] : []),
  ].join(', ')
}

function signatureModel(
  db: Database,
  signature: ParsedSignature,
  match: SignatureMatch | undefined,
  at: number,
  known: KnownOrganisation[],
) {
  const { side, organisationName, signatory, title, administers } = signature
  return {
    organisation: organisationName,
    side: sideName(db, side),
    signatory: title ? `${signatory}, ${title}` : `${signatory || 'Mangler'} (uden titel)`,
    field: `organisations[${at}]`,
    label: `${organisationName} i portalen`,
    hint: match ? nearText(match) : '',
    options: optionsOf(side, known),
    administers: administers.map((name, index) => {
      const found = match?.administers[index]
      return found && found.id === null ? `${name} (${nearText(found) || 'findes ikke i portalen'})` : name
    }),
  }
}

const nearText = ({ id, near }: NameMatch): string =>
  id !== null || near === null ? '' : `Navnet findes ikke i portalen. Det ligner »${near.name}«.`

const optionsOf = (side: Side, known: KnownOrganisation[]) => [
  { value: '', text: 'Ikke i portalen, kun navnet' },
  ...known.filter(one => maySign(one, side)).map(({ id, names }) => ({ value: String(id), text: names[0] ?? '' })),
]

/** The source as it stands, with what could not be placed pointed out. */
function linesOf(source: string, { unplaced }: ParsedAgreement) {
  const left = new Set(unplaced.map(({ line }) => line))
  return source.split('\n').map((text, at) => ({ text, unplaced: left.has(at + 1) }))
}
