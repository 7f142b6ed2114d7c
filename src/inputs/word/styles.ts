import { attributeOf, childOf, childrenOf, type Node, numberOf, switchOf, valOf } from './xml.ts'

/** How words look, as far as it is kept or told. Undefined: nothing is said of it here. */
export interface Look {
  bold?: boolean
  italic?: boolean
  struck?: boolean
  hidden?: boolean
  raised?: 'superscript' | 'subscript' | 'baseline'
  font?: string
}

export interface WordStyle {
  /** 1 and up for a heading, 0 for the document's title; null for running text. */
  heading: number | null
  /** Of the document's table of contents. */
  contents: boolean
  look: Look
  /** The numbering that the style is in, and the level that it says there. »0« takes it out of its ancestor's. */
  numberId?: string
  numberLevel?: number
  /** The style itself and those that it is based on, the nearest first. */
  lineage: readonly string[]
}

export const plainStyle: WordStyle = { heading: null, contents: false, look: {}, lineage: [] }

/** Styles by their id. A style that says nothing of itself is as the one that it is based on. */
export function readStyles(xml: Node | undefined): { of(id: string | undefined): WordStyle; paragraph: WordStyle } {
  const raw = new Map<string, Node>()
  let byDefault: string | undefined
  for (const style of childrenOf(xml, 'w:style')) {
    const id = attributeOf(style, 'styleId') ?? ''
    raw.set(id, style)
    if (attributeOf(style, 'type') === 'paragraph' && /^(1|true|on)$/.test(attributeOf(style, 'default') ?? ''))
      byDefault = id
  }
  const resolved = new Map<string, WordStyle>()
  const of = (id: string | undefined): WordStyle => {
    if (id === undefined) return plainStyle
    const known = resolved.get(id)
    if (known) return known
    resolveAll(raw, resolved, id)
    return resolved.get(id) ?? plainStyle
  }
  return { of, paragraph: of(byDefault) }
}

/** The deepest ancestor first, each once: a long chain costs no more than its length, and a circle ends. */
function resolveAll(raw: Map<string, Node>, resolved: Map<string, WordStyle>, id: string): void {
  const chain: string[] = []
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && raw.has(at) && !resolved.has(at) && !seen.has(at); ) {
    seen.add(at)
    chain.push(at)
    at = valOf(childOf(raw.get(at), 'w:basedOn'))
  }
  for (const one of chain.reverse()) {
    const node = raw.get(one) as Node
    const base = resolved.get(valOf(childOf(node, 'w:basedOn')) ?? '') ?? plainStyle
    resolved.set(one, styleOn(base, one, node))
  }
}

const longestLineage = 50

function styleOn(base: WordStyle, id: string, node: Node): WordStyle {
  const name = (valOf(childOf(node, 'w:name')) ?? '').toLowerCase()
  const properties = childOf(node, 'w:pPr')
  const numbering = childOf(properties, 'w:numPr')
  return {
    heading: headingOf(name, childOf(properties, 'w:outlineLvl')) ?? base.heading,
    contents: /^toc \d$|^toc heading$/.test(name) || base.contents,
    look: { ...base.look, ...lookOf(childOf(node, 'w:rPr')) },
    numberId: valOf(childOf(numbering, 'w:numId')) ?? base.numberId,
    numberLevel: numberOf(valOf(childOf(numbering, 'w:ilvl'))) ?? base.numberLevel,
    lineage: [id, ...base.lineage].slice(0, longestLineage),
  }
}

/** Word's own names are English in every language. */
function headingOf(name: string, outline: Node | undefined): number | null {
  const named = /^heading (\d)$/.exec(name)
  if (named) return Number(named[1])
  if (name === 'title') return 0
  const level = numberOf(valOf(outline))
  return level !== undefined && level >= 0 && level < 9 ? level + 1 : null
}

/** What a run says of its own look; only what it says. */
export function lookOf(properties: Node | undefined): Look {
  const look: Look = {}
  if (!properties) return look
  const set = <Key extends keyof Look>(key: Key, value: Look[Key]) => {
    if (value !== undefined) look[key] = value
  }
  set('bold', switchOf(childOf(properties, 'w:b')))
  set('italic', switchOf(childOf(properties, 'w:i')))
  const [single, double] = [switchOf(childOf(properties, 'w:strike')), switchOf(childOf(properties, 'w:dstrike'))]
  set('struck', single === undefined && double === undefined ? undefined : (single ?? false) || (double ?? false))
  set('hidden', switchOf(childOf(properties, 'w:vanish')))
  const raised = valOf(childOf(properties, 'w:vertAlign'))
  if (raised === 'superscript' || raised === 'subscript' || raised === 'baseline') look.raised = raised
  const fonts = childOf(properties, 'w:rFonts')
  set('font', attributeOf(fonts, 'ascii') ?? attributeOf(fonts, 'hAnsi'))
  return look
}
