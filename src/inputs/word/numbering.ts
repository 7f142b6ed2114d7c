import { attributeOf, childOf, childrenOf, isNode, type Node, numberOf, switchOf, valOf } from './xml.ts'

/** One level of a numbering. */
export interface WordLevel {
  format: string
  /** »%1.%2«: each sign stands for the number of a level. */
  text: string
  start: number
  /** Restarts after a level of this number or higher, from 1; 0: never. Undefined: after any higher level. */
  restart?: number
  /** All numbers in it are written 1, 2, 3. */
  legal: boolean
  /** The paragraph style that is numbered by it. */
  style?: string
}

/** A numbering as paragraphs name it. Those of one list count together. */
export interface WordNumbering {
  id: string
  /** The list that it counts in. */
  list: string
  levels: (WordLevel | undefined)[]
  /** Where a level begins when this numbering is first met there. */
  overrides: Map<number, number>
}

export const deepestLevel = 8

/** The numberings of a document by their ids. */
export function readNumberings(xml: Node | undefined, styles: Node | undefined): Map<string, WordNumbering> {
  const abstract = new Map(childrenOf(xml, 'w:abstractNum').map(one => [attributeOf(one, 'abstractNumId') ?? '', one]))
  const numbers = new Map(childrenOf(xml, 'w:num').map(one => [attributeOf(one, 'numId') ?? '', one]))
  const levels = new Map([...abstract].map(([id, node]) => [id, levelsOf(node)]))
  const linked = linkedLists(abstract, numbers, styles)
  const read = new Map<string, WordNumbering>()
  for (const [id, node] of numbers) {
    const list = valOf(childOf(node, 'w:abstractNumId')) ?? ''
    const own = [...(levels.get(linked.get(list) ?? list) ?? [])]
    const overrides = new Map<number, number>()
    for (const override of childrenOf(node, 'w:lvlOverride')) {
      const at = levelNumber(attributeOf(override, 'ilvl'))
      if (at === null) continue
      const level = childOf(override, 'w:lvl')
      if (level) own[at] = levelOf(level)
      const start = numberOf(valOf(childOf(override, 'w:startOverride')))
      if (start === undefined) continue
      overrides.set(at, start)
    }
    read.set(id, { id, list, levels: own, overrides })
  }
  return read
}

/** Lists that are only a reference to a list style, which names the numbering that has the levels. */
function linkedLists(
  abstract: Map<string, Node>,
  numbers: Map<string, Node>,
  styles: Node | undefined,
): Map<string, string> {
  const byStyle = new Map(
    childrenOf(styles, 'w:style').map(style => [
      attributeOf(style, 'styleId') ?? '',
      valOf(childOf(childOf(childOf(style, 'w:pPr'), 'w:numPr'), 'w:numId')),
    ]),
  )
  const definedBy = new Map([...abstract].map(([id, node]) => [valOf(childOf(node, 'w:styleLink')), id]))
  const linked = new Map<string, string>()
  for (const [id, node] of abstract) {
    const style = valOf(childOf(node, 'w:numStyleLink'))
    if (style === undefined) continue
    const number = numbers.get(byStyle.get(style) ?? '')
    const target = valOf(childOf(number, 'w:abstractNumId')) ?? definedBy.get(style)
    const found = target !== undefined && target !== id ? target : definedBy.get(style)
    if (found !== undefined) linked.set(id, found)
  }
  return linked
}

function levelsOf(abstract: Node): (WordLevel | undefined)[] {
  const levels: (WordLevel | undefined)[] = []
  for (const node of childrenOf(abstract, 'w:lvl')) {
    const at = levelNumber(attributeOf(node, 'ilvl'))
    if (at !== null) levels[at] = levelOf(node)
  }
  return levels
}

function levelOf(node: Node): WordLevel {
  return {
    format: formatOf(node),
    text: (valOf(childOf(node, 'w:lvlText')) ?? '').slice(0, longestText),
    start: numberOf(valOf(childOf(node, 'w:start'))) ?? 0,
    restart: numberOf(valOf(childOf(node, 'w:lvlRestart'))),
    legal: switchOf(childOf(node, 'w:isLgl')) ?? false,
    style: valOf(childOf(node, 'w:pStyle')),
  }
}

const longestText = 200

/** A format that the standard does not name stands as a choice beside one that it does. */
function formatOf(node: Node): string {
  const choice = childOf(node, 'mc:AlternateContent')?.children.filter(isNode) ?? []
  const named = childOf(node, 'w:numFmt') ?? choice.map(one => childOf(one, 'w:numFmt')).find(one => one !== undefined)
  const format = valOf(named) ?? 'decimal'
  return format === 'custom' ? (attributeOf(named, 'format') ?? format) : format
}

/** Word has nine levels. */
export function levelNumber(written: string | undefined): number | null {
  const level = numberOf(written)
  return level === undefined || level < 0 || level > deepestLevel ? null : level
}
