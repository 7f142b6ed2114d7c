import type { SignatureMatch } from './match-organisations.ts'
import type { ParsedAgreement } from './parse-agreement.ts'
import { outlineOf } from './read-markdown.ts'

/** What was understood of a document, line by line, for the operator's terminal. */
export function reportLines(parsed: ParsedAgreement, matches: SignatureMatch[]): string[] {
  const { text, signatures, missing, unplaced } = parsed
  return [
    `Title      ${text.title.join(' ') || '-'}`,
    `Parties    ${text.parties || '-'}`,
    `Date       ${text.dateText || '-'}${parsed.date ? ` (${parsed.date.precision.toLowerCase()} ${parsed.date.day})` : ''}`,
    '',
    `${text.sections.length} sections`,
    ...text.sections.map(({ number, heading, body }) => `  ${number}. ${heading}: ${contentOf(body)}`),
    '',
    `${signatures.length} signatures`,
    ...signatures.flatMap(({ side, organisationName, signatory, title, administers }, at) => [
      `  ${side === 'HOUSING' ? 'housing     ' : 'municipality'}  ${organisationName}: ${signatory}${title ? `, ${title}` : ' (no title)'}${matchOf(matches[at])}`,
      ...administers.map(
        (name, index) => `                  administers ${name}${matchOf(matches[at]?.administers[index])}`,
      ),
    ]),
    `${signatures.flatMap(({ administers }) => administers).length} administered associations`,
    '',
    `${text.appendices.length} ${text.appendices.length === 1 ? 'appendix' : 'appendices'}`,
    ...text.appendices.map(({ heading, body }) => `  ${heading}${body === '' ? ' (heading only)' : ''}`),
    ...strangersNote(matches),
    ...listed('Missing', missing),
    ...listed(
      'Could not be placed',
      unplaced.map(({ text: said, after }) => (after === '' ? `»${said}«` : `»${said}« after »${after}«`)),
    ),
  ]
}

function contentOf(body: string): string {
  const { paragraphs, lists, subheadings } = outlineOf(body)
  return [
    `${paragraphs} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'}`,
    ...lists.map(items => `a list of ${items}`),
    ...(subheadings.length > 0 ? [`sub-headings ${subheadings.join(', ')}`] : []),
  ].join(', ')
}

/** A sealed signature is linked once: whoever imports should know before. */
const strangersNote = (matches: SignatureMatch[]): string[] =>
  matches.every(({ id }) => id !== null)
    ? []
    : [
        '',
        'Organisations that are not in the portal stand by their names alone. Register them first to have them linked.',
      ]

function matchOf(match: { id: number | null; near: { name: string } | null } | undefined): string {
  if (!match || match.id !== null) return ''
  return match.near ? ` [not in the portal; like »${match.near.name}«]` : ' [not in the portal]'
}

const listed = (heading: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map(line => `  ${line}`)]
