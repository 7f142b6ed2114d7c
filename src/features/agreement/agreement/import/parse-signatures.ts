import type { Side } from '../../../../access/actor.ts'
import type { SourceLine } from './read-markdown.ts'
import { type SideHeadings, sideOfHeading } from './side-headings.ts'

/** One signature of a document's list, as printed. */
export interface ParsedSignature {
  side: Side
  organisationName: string
  signatory: string
  /** R102: may be absent. */
  title: string | null
  administers: string[]
  /** What stands in the brackets. */
  administersText: string
  line: number
}

export interface ParsedSignatures {
  signatures: ParsedSignature[]
  missing: string[]
  unplaced: SourceLine[]
}

/** The two lists at the end of the agreement: an organisation, below it who signs, and in brackets whom it administers. */
export function parseSignatures(lines: SourceLine[], told: SideHeadings = {}): ParsedSignatures {
  const read: ParsedSignatures = { signatures: [], missing: [], unplaced: [] }
  const plain = !lines.slice(1).some(line => isHeaded(line) && !sideOfHeading(line.text, told))
  let side: Side | null = null
  let current: ParsedSignature | null = null
  for (const line of lines) {
    const named = sideOfHeading(line.text, told)
    // Where nothing is set as a heading, an organisation stands on the line before who signs for it.
    const headed = isHeaded(line) || (plain && current?.signatory !== '' && !isAdministration(line.text))
    if (named && (isHeaded(line) || line.text.endsWith(':') || (plain && line.text.length <= 90))) {
      side = named
      current = null
    } else if (isRuled(line.text)) continue
    else if (side && headed) {
      current = { ...nobody, side, organisationName: line.text, line: line.line }
      read.signatures.push(current)
    } else if (current && isAdministration(line.text)) {
      current.administersText = line.text.replace(/^\(|\)\.?$/g, '')
      current.administers = administeredIn(current.administersText)
    } else if (current && current.signatory === '') {
      const [name = '', ...title] = line.text.split(',').map(part => part.trim())
      current.signatory = name
      current.title = title.join(', ') || null
    } else read.unplaced.push(line)
  }
  return { ...read, missing: missingIn(read.signatures) }
}

const isHeaded = ({ kind }: SourceLine): boolean => kind === 'heading' || kind === 'bold'

const nobody = { signatory: '', title: null, administers: [], administersText: '' }

/** The line to sign on. */
const isRuled = (text: string): boolean => /^[_.…\-\s]+$/.test(text)

const isAdministration = (text: string): boolean => /^\(.*administrerer\s.*\)\.?$/i.test(text)

/**
 * »X administrerer A, B og C«. An »og« after a hyphen belongs to a name: »Smede- og Maskinarbejderens
 * Andelsboligforening« is one association.
 */
function administeredIn(text: string): string[] {
  const [, list = ''] = /administrerer\s+(.*)$/i.exec(text) ?? []
  return list
    .split(/\s*,\s*(?:og\s+)?|(?<!-)\s+og\s+/)
    .map(name => name.trim())
    .filter(name => name !== '')
}

function missingIn(signatures: ParsedSignature[]): string[] {
  const missing: string[] = []
  const of = (side: Side) => signatures.filter(signature => signature.side === side)
  if (of('HOUSING').length === 0)
    missing.push(
      'Boligorganisationernes underskrifter mangler. De skal stå under en overskrift, fx »For boligorganisationerne«.',
    )
  if (of('MUNICIPALITY').length === 0)
    missing.push('Kommunens underskrifter mangler. De skal stå under en overskrift, fx »For kommunen«.')
  for (const { organisationName, signatory } of signatures) {
    if (signatory === '') missing.push(`Underskriveren for ${organisationName} mangler.`)
  }
  const names = signatures.map(({ organisationName }) => organisationName)
  for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at)))
    missing.push(`${name} står to gange i underskrifterne.`)
  return missing
}
