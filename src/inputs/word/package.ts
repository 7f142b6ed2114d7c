import { Unreadable } from '../unreadable.ts'
import { Zip } from '../zip.ts'
import { childrenOf, type Node, readXml } from './xml.ts'

interface Relation {
  id: string
  type: string
  target: string
}

/** A Word document's parts. Relations and content types say which is which; the names of the files are only names. */
export class WordPackage {
  readonly #zip: Zip
  readonly #types: Map<string, string>
  readonly #defaults: Map<string, string>
  readonly #main: string
  readonly #relations: Relation[]

  /** @throws Unreadable when it is another kind of file, or a document that must not be read */
  constructor(bytes: Buffer) {
    this.#zip = new Zip(bytes)
    const types = this.#xml('[Content_Types].xml')
    this.#types = new Map(
      childrenOf(types, 'types:Override').map(({ attributes: { PartName = '', ContentType = '' } }) => [
        PartName.replace(/^\//, '').toLowerCase(),
        ContentType.toLowerCase(),
      ]),
    )
    this.#defaults = new Map(
      childrenOf(types, 'types:Default').map(({ attributes: { Extension = '', ContentType = '' } }) => [
        Extension.toLowerCase(),
        ContentType.toLowerCase(),
      ]),
    )
    this.#main = this.#mainPart()
    this.#relations = this.#relationsOf(this.#main)
  }

  /** The document's own text. */
  get document(): Node {
    const document = this.#xml(this.#main)
    if (document?.name !== 'w:document') throw new Unreadable(notWord)
    return document
  }

  /** A part that belongs to the document, »numbering« or »footnotes«; nothing when it has none. */
  part(kind: string): Node | undefined {
    const related = this.#relations.find(({ type }) => type.endsWith(`/${kind}`))?.target
    const typed = [...this.#types].find(([, type]) => type.endsWith(`.${kind.toLowerCase()}+xml`))?.[0]
    const folder = this.#main.slice(0, this.#main.lastIndexOf('/') + 1)
    for (const name of [related, typed, `${folder}${kind}.xml`]) {
      const part = name === undefined ? undefined : this.#xml(name)
      if (part) return part
    }
    return undefined
  }

  /** All parts of a kind, such as the headers of each section. */
  parts(kind: string): Node[] {
    return this.#relations
      .filter(({ type }) => type.endsWith(`/${kind}`))
      .flatMap(({ target }) => this.#xml(target) ?? [])
  }

  #mainPart(): string {
    const related = this.#relationsOf('').find(({ type }) => /\/officeDocument$/i.test(type))?.target
    const typed = [...this.#types].find(([, type]) =>
      /wordprocessingml\.(document|template)\.main\+xml$|ms-word\.(document|template)\.macroenabled/.test(type),
    )
    const name = [related, typed?.[0], 'word/document.xml'].find(one => one !== undefined && this.#zip.find(one))
    if (name === undefined) throw new Unreadable(otherKindOf(this.#zip))
    const type =
      this.#types.get(name.toLowerCase()) ?? this.#defaults.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? ''
    if (/spreadsheetml|presentationml|ms-excel|ms-powerpoint/.test(type)) throw new Unreadable(otherKindOf(this.#zip))
    return name
  }

  #relationsOf(part: string): Relation[] {
    const slash = part.lastIndexOf('/') + 1
    const folder = part.slice(0, slash)
    const xml = this.#xml(`${folder}_rels/${part.slice(slash)}.rels`)
    return childrenOf(xml, 'rels:Relationship')
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
        id: Id,
        type: Type,
        target: resolved(folder, Target),
      }))
  }

  #xml(name: string): Node | undefined {
    const entry = this.#zip.find(name)
    return entry ? readXml(this.#zip.read(entry)) : undefined
  }
}

/** »../customXml/item1.xml« from the folder »word/«. */
function resolved(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter(part => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

const notWord = 'Filen er ikke et Word-dokument. Gem dokumentet som Word-dokument (.docx), og prøv igen.'

function otherKindOf(zip: Zip): string {
  const has = (pattern: RegExp) => zip.entries.some(({ name }) => pattern.test(name))
  if (has(/^xl\//i)) return 'Filen er et regneark, ikke et Word-dokument. Vælg dokumentet i stedet.'
  if (has(/^ppt\//i)) return 'Filen er en præsentation, ikke et Word-dokument. Vælg dokumentet i stedet.'
  if (has(/^content\.xml$/i) && has(/^mimetype$/i))
    return 'Filen er et OpenDocument-dokument. Gem det som Word-dokument (.docx), og prøv igen.'
  if (has(/^Index\/Document\.iwa$|^Index\.zip$/i))
    return 'Filen er fra Pages. Eksportér dokumentet til Word (.docx), og prøv igen.'
  return notWord
}
