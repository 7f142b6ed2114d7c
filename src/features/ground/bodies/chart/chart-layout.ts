import type { ChartFacts, ChartNode, ChartSide } from './chart-facts.ts'

/** A box of the drawing in the drawing's own units; the text's lines are placed. */
export interface ChartBox {
  x: number
  y: number
  width: number
  height: number
  kind: 'group' | 'joint' | 'organisation' | 'association' | 'external'
  vacant: boolean
  lines: ChartText[]
}

export interface ChartText {
  x: number
  y: number
  text: string
  kind: 'name' | 'note' | 'heading'
}

export interface ChartDrawing {
  width: number
  height: number
  boxes: ChartBox[]
  headings: ChartText[]
  /** Path data of the lines between boxes. */
  lines: string[]
}

/** As wide as an A4 page on its side is to its height: printed, it fills one page. */
const width = 1200
const lineHeight = 17
const padding = 10
const gap = 10

const columns = { housing: [20, 400], municipality: [820] } as const
const columnWidth = 360
const groups = { y: 44, width: 280, left: 20, right: 900 }
const joint = { x: 420, width: 360 }
const secretariats = { width: 240, left: 340, right: 620 }

/**
 * The two sides beside each other with the joint group between them, the organisations and associations below. Boxes
 * never overlap and stay inside the drawing, whatever the names and numbers.
 */
export function drawChart(facts: ChartFacts): ChartDrawing {
  const top = drawBodies(facts)
  const belowTop = bottomOf(top.boxes, groups.y) + 50
  const housing = drawColumns(facts.housing.organisations, columns.housing, belowTop)
  const municipality = drawColumns(facts.municipality.organisations, columns.municipality, belowTop)
  const organisations = [...housing, ...municipality]
  const external = drawExternal(facts.external, bottomOf(organisations, belowTop) + 50)
  const boxes = [...top.boxes, ...organisations, ...external]
  return {
    width,
    height: bottomOf(boxes, belowTop) + 20,
    boxes,
    headings: [
      heading(facts.housing, groups.left),
      heading(facts.municipality, groups.right),
      ...(external.length > 0
        ? [{ x: 20, y: (external[0]?.y ?? 0) - 8, text: 'Eksterne organisationer', kind: 'heading' as const }]
        : []),
    ],
    lines: [...top.lines, ...sideLines(top, housing, municipality, belowTop)],
  }
}

const heading = (side: ChartSide, x: number): ChartText => ({
  x,
  y: groups.y - 14,
  text: side.heading,
  kind: 'heading',
})

const bottomOf = (boxes: readonly ChartBox[], least: number): number =>
  boxes.reduce((lowest, box) => Math.max(lowest, box.y + box.height), least)

interface Bodies {
  boxes: ChartBox[]
  lines: string[]
  strategyGroups: (ChartBox | null)[]
}

/** Strategy groups at the sides, the joint group between them, and the secretariats that serve it below. */
function drawBodies({ housing, municipality, jointGroup }: ChartFacts): Bodies {
  const at = (node: ChartNode | null, x: number, y: number, wide: number, kind: ChartBox['kind']) =>
    node ? boxOf(node, { x, y, width: wide, kind }) : null
  const left = at(housing.strategyGroup, groups.left, groups.y, groups.width, 'group')
  const right = at(municipality.strategyGroup, groups.right, groups.y, groups.width, 'group')
  const middle = at(jointGroup, joint.x, groups.y, joint.width, 'joint')
  const first = [left, right, middle].filter(box => box !== null)
  const below = bottomOf(first, groups.y) + 40
  const leftOffice = at(housing.secretariat, secretariats.left, below, secretariats.width, 'group')
  const rightOffice = at(municipality.secretariat, secretariats.right, below, secretariats.width, 'group')
  const second = [leftOffice, rightOffice].filter(box => box !== null)
  return {
    boxes: [...first, ...second],
    lines: [
      ...(middle ? [left, right].flatMap(box => (box ? [across(box, middle)] : [])) : []),
      ...(middle ? second.map(box => down(middle, box)) : []),
    ],
    strategyGroups: [left, right],
  }
}

/** Organisations in order down the columns, each with what stands below it; a new column begins where half is passed. */
function drawColumns(nodes: readonly ChartNode[], xs: readonly number[], y: number): ChartBox[] {
  const stacks = nodes.map(node => stackOf(node))
  const total = stacks.reduce((sum, stack) => sum + stack.height, 0)
  const boxes: ChartBox[] = []
  let column = 0
  let [used, lower] = [0, 0]
  for (const stack of stacks) {
    const full = lower > 0 && (used + stack.height / 2) / total > (column + 1) / xs.length
    if (full && column < xs.length - 1) {
      column += 1
      lower = 0
    }
    const x = xs[column] ?? 0
    boxes.push(...stack.boxes.map(box => moved(box, x, y + lower)))
    lower += stack.height
    used += stack.height
  }
  return boxes
}

const indent = 28

/** An organisation at the origin, with the boxes below it. */
function stackOf(node: ChartNode): { boxes: ChartBox[]; height: number } {
  const boxes = [boxOf(node, { x: 0, y: 0, width: columnWidth, kind: 'organisation' })]
  for (const under of node.below) {
    const y = bottomOf(boxes, 0) + 5
    boxes.push(boxOf(under, { x: indent, y, width: columnWidth - indent, kind: 'association' }))
  }
  return { boxes, height: bottomOf(boxes, 0) + gap + 4 }
}

const moved = (box: ChartBox, x: number, y: number): ChartBox => ({
  ...box,
  x: box.x + x,
  y: box.y + y,
  lines: box.lines.map(line => ({ ...line, x: line.x + x, y: line.y + y })),
})

function drawExternal(nodes: readonly ChartNode[], y: number): ChartBox[] {
  const perRow = 4
  const wide = (width - 40 - gap * (perRow - 1)) / perRow
  const boxes: ChartBox[] = []
  for (let first = 0; first < nodes.length; first += perRow) {
    const top = first === 0 ? y : bottomOf(boxes, y) + gap
    const row = nodes.slice(first, first + perRow)
    boxes.push(
      ...row.map((node, at) => boxOf(node, { x: 20 + at * (wide + gap), y: top, width: wide, kind: 'external' })),
    )
  }
  return boxes
}

/** A little more than the widest letters need on average, so that no line runs out of its box. */
const letterWidth = 7.6

function boxOf(node: ChartNode, place: Pick<ChartBox, 'x' | 'y' | 'width' | 'kind'>): ChartBox {
  const most = Math.floor((place.width - 2 * padding) / letterWidth)
  const texts = [
    ...wrap(node.name, most).map(text => ({ text, kind: 'name' as const })),
    ...node.notes.flatMap(note => wrap(note, most).map(text => ({ text, kind: 'note' as const }))),
  ]
  return {
    ...place,
    height: texts.length * lineHeight + 2 * padding - 4,
    vacant: node.vacant,
    lines: texts.map((line, at) => ({ ...line, x: place.x + padding, y: place.y + padding + 11 + at * lineHeight })),
  }
}

/** Text in lines of at most so many characters, broken between words; a longer word has a line of its own. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** From the near edge of a side's group to the joint group. */
function across(box: ChartBox, middle: ChartBox): string {
  const y = Math.min(box.y + box.height, middle.y + middle.height) - 24
  return box.x < middle.x ? `M${box.x + box.width} ${y}H${middle.x}` : `M${box.x} ${y}H${middle.x + middle.width}`
}

const down = (from: ChartBox, to: ChartBox): string => `M${to.x + to.width / 2} ${from.y + from.height}V${to.y}`

/** From each side's strategy group down to its organisations. */
function sideLines(top: Bodies, housing: ChartBox[], municipality: ChartBox[], y: number): string[] {
  return [housing, municipality].flatMap((boxes, at) => {
    const group = top.strategyGroups[at]
    const firsts = boxes.filter(box => box.y === y)
    if (!group || firsts.length === 0) return []
    const bar = y - 22
    const middles = firsts.map(box => box.x + box.width / 2)
    const from = group.x + group.width / 2
    const [left, right] = [Math.min(from, ...middles), Math.max(from, ...middles)]
    return [
      `M${from} ${group.y + group.height}V${bar}`,
      `M${left} ${bar}H${right}`,
      ...middles.map(x => `M${x} ${bar}V${y}`),
    ]
  })
}
