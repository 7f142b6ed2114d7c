import { Parser } from 'htmlparser2'

/** What a Word document says of its styles and numbers, as far as an agreement needs it. */
export interface WordStyle {
  /** 1 and up for a heading, 0 for its title; null for running text. */
  heading: number | null
  bold: boolean
  numberId: string | null
}

export interface WordLevel {
  bullet: boolean
  /** »%1.«, »§ %1« */
  pattern: string
  start: number
}

export interface XmlVisitor {
  open: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close: (name: string) => void
}

/** Walks through XML. Names come as they are written, »w:p«: Word's prefixes are always the same. */
export function readXml(xml: string, { open, text, close }: XmlVisitor): void {
  const parser = new Parser(
    { onopentag: open, ontext: said => text?.(said), onclosetag: close },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
}

/** A switch such as w:b is on unless it says that it is off. */
export const isOn = (attributes: Record<string, string>): boolean =>
  !['0', 'false', 'none'].includes(attributes['w:val'] ?? '')

interface RawStyle {
  name: string
  basedOn: string | null
  outline: number | null
  bold: boolean | null
  numberId: string | null
}

/** Styles by their id. A style that says nothing of itself is as the one that it is based on. */
export function readStyles(xml: string): Map<string, WordStyle> {
  const raw = new Map<string, RawStyle>()
  let current: RawStyle | null = null
  readXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:style') {
        current = { name: '', basedOn: null, outline: null, bold: null, numberId: null }
        raw.set(attributes['w:styleId'] ?? '', current)
      } else if (!current) return
      else if (name === 'w:name') current.name = value
      else if (name === 'w:basedOn') current.basedOn = value
      else if (name === 'w:outlineLvl') current.outline = Number(value)
      else if (name === 'w:b') current.bold = isOn(attributes)
      else if (name === 'w:numId') current.numberId = value
    },
    close(name) {
      if (name === 'w:style') current = null
    },
  })
  return new Map([...raw.keys()].map(id => [id, resolved(raw, id)]))
}

function resolved(raw: Map<string, RawStyle>, id: string): WordStyle {
  const style: WordStyle = { heading: null, bold: false, numberId: null }
  const lineage: RawStyle[] = []
  for (let at: string | null = id; at !== null; ) {
    const one: RawStyle | undefined = raw.get(at)
    if (!one || lineage.includes(one)) break
    lineage.unshift(one)
    at = one.basedOn
  }
  for (const one of lineage) {
    style.heading = headingOf(one) ?? style.heading
    style.bold = one.bold ?? style.bold
    style.numberId = one.numberId ?? style.numberId
  }
  return style
}

/** Word's own names are English in every language. */
function headingOf({ name, outline }: RawStyle): number | null {
  const named = /^heading (\d)$/i.exec(name)
  if (named) return Number(named[1])
  if (/^title$/i.test(name)) return 0
  return outline !== null && outline < 9 ? outline + 1 : null
}

/** The levels of every numbering, by its id. */
export function readNumberings(xml: string): Map<string, WordLevel[]> {
  const abstract = new Map<string, WordLevel[]>()
  const numbers = new Map<string, WordLevel[]>()
  let levels: WordLevel[] | null = null
  let level: WordLevel | null = null
  let number: string | null = null
  readXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:abstractNum') {
        levels = []
        abstract.set(attributes['w:abstractNumId'] ?? '', levels)
      } else if (name === 'w:lvl' && levels) {
        level = { bullet: false, pattern: '%1.', start: 1 }
        levels[Number(attributes['w:ilvl'])] = level
      } else if (name === 'w:numFmt' && level) level.bullet = value === 'bullet'
      else if (name === 'w:lvlText' && level) level.pattern = value
      else if (name === 'w:start' && level) level.start = Number(value)
      else if (name === 'w:num') number = attributes['w:numId'] ?? null
      else if (name === 'w:abstractNumId' && number !== null) numbers.set(number, abstract.get(value) ?? [])
    },
    close(name) {
      if (name === 'w:abstractNum') levels = null
      else if (name === 'w:lvl') level = null
      else if (name === 'w:num') number = null
    },
  })
  return numbers
}
