import type { Remarks } from '../remarks.ts'
import type { Note, Piece } from './blocks.ts'
import { formulaOf } from './equations.ts'
import type { Fields } from './fields.ts'
import { type Look, lookOf, type readStyles } from './styles.ts'
import { isPrivate, isSymbolFont, raisedText, symbolOf } from './symbols.ts'
import { attributeOf, childOf, childrenOf, isNode, type Node, switchOf, valOf, wordsIn } from './xml.ts'

/** What a paragraph's runs say, and what hangs on them. */
export interface Inline {
  pieces: Piece[]
  notes: Note[]
  /** The text boxes that are anchored here. */
  boxes: Node[]
  /** Something stood here that Word does not show. */
  hidden: boolean
}

export interface RunContext {
  remarks: Remarks
  fields: Fields
  styles: ReturnType<typeof readStyles>
  /** The note that a reference names; nothing when the file lacks it, or where notes cannot stand. */
  noteOf(reference: Node, mark: string | null): Note | null
}

/** Reads a paragraph's words, as they stand when every tracked change is accepted. */
export function readInline(paragraph: Node, look: Look, context: RunContext): Inline {
  const read: Inline = { pieces: [], notes: [], boxes: [], hidden: false }
  for (const child of paragraph.children) if (isNode(child)) readInlineNode(child, look, read, context)
  return read
}

/** Elements that only hold others. */
const holders = new Set(['w:smartTag', 'w:customXml', 'w:dir', 'w:bdo'])

function readInlineNode(node: Node, look: Look, read: Inline, context: RunContext): void {
  const { remarks } = context
  switch (node.name) {
    case 'w:r':
      readRun(node, look, read, context)
      return
    case 'w:ins':
    case 'w:moveTo':
      remarks.add('inserted')
      readChildren(node, look, read, context)
      return
    case 'w:del':
    case 'w:moveFrom':
      if (node.children.some(isNode)) remarks.add('deleted', wordsIn(node, ['w:delText', 'w:t']))
      return
    case 'w:hyperlink':
      if (attributeOf(node, 'anchor') === undefined && node.attributes['r:id'] !== undefined) {
        remarks.add('link', wordsIn(node, ['w:t']))
      }
      readChildren(node, look, read, context)
      return
    case 'w:fldSimple':
      readSimpleField(node, look, read, context)
      return
    case 'w:sdt':
      readControl(node, look, read, context)
      return
    case 'mc:AlternateContent':
      readChildren(chosenOf(node), look, read, context)
      return
    case 'm:oMath':
    case 'm:oMathPara':
      addText(formulaTold(node, remarks), look, read, context)
      return
    case 'w:subDoc':
      remarks.add('chunk')
      return
    case 'w:ruby':
      readChildren(childOf(node, 'w:rubyBase'), look, read, context)
      return
    default:
      if (holders.has(node.name)) readChildren(node, look, read, context)
  }
}

function readChildren(node: Node | undefined, look: Look, read: Inline, context: RunContext): void {
  for (const child of node?.children ?? []) if (isNode(child)) readInlineNode(child, look, read, context)
}

function formulaTold(node: Node, remarks: Remarks): string {
  const told = formulaOf(node)
  remarks.add('equation', told)
  return told
}

function readSimpleField(node: Node, look: Look, read: Inline, context: RunContext): void {
  const code = attributeOf(node, 'instr') ?? ''
  context.fields.tell(code)
  if (/^\s*(TOC|INDEX|TOA)\b/i.test(code)) return
  readChildren(node, look, read, context)
}

function readControl(node: Node, look: Look, read: Inline, context: RunContext): void {
  const content = childOf(node, 'w:sdtContent')
  if (isUnfilled(node)) {
    context.remarks.add('placeholder', content ? wordsIn(content, ['w:t']) : '')
    return
  }
  readChildren(content, look, read, context)
}

/** A control that nobody has filled in shows what one should write. */
export const isUnfilled = (control: Node): boolean =>
  switchOf(childOf(childOf(control, 'w:sdtPr'), 'w:showingPlcHdr')) ?? false

/** The first choice that Word of today understands; the others tell the same for older ones. */
export function chosenOf(alternate: Node): Node | undefined {
  const understood = childrenOf(alternate, 'mc:Choice').find(({ attributes }) => attributes.requires !== 'nej')
  return understood ?? childOf(alternate, 'mc:Fallback')
}

function readRun(run: Node, inherited: Look, read: Inline, context: RunContext): void {
  const properties = childOf(run, 'w:rPr')
  const styled = context.styles.of(valOf(childOf(properties, 'w:rStyle'))).look
  const look: Look = { ...inherited, ...styled, ...lookOf(properties) }
  const ownMark = run.children.some(child => isNode(child) && isCustomReference(child))
  for (const child of run.children) {
    if (isNode(child)) readRunPart(child, run, look, ownMark, read, context)
  }
}

const isCustomReference = (node: Node): boolean =>
  isReference(node) && /^(1|true|on)$/.test(attributeOf(node, 'customMarkFollows') ?? '')

const isReference = ({ name }: Node): boolean => name === 'w:footnoteReference' || name === 'w:endnoteReference'

function readRunPart(part: Node, run: Node, look: Look, ownMark: boolean, read: Inline, context: RunContext): void {
  const { fields, remarks } = context
  const add = (text: string) => addText(text, look, read, context)
  switch (part.name) {
    case 'w:t':
      if (!ownMark)
        add(
          part.children
            .filter(child => !isNode(child))
            .join('')
            .replace(/[\r\n\t]+/g, ' '),
        )
      return
    case 'w:tab':
    case 'w:ptab':
      add('\t')
      return
    case 'w:br':
      if (!['page', 'column'].includes(attributeOf(part, 'type') ?? '')) add('\n')
      return
    case 'w:cr':
      add('\n')
      return
    case 'w:noBreakHyphen':
      add('\u2011')
      return
    case 'w:sym':
      addSymbol(part, look, read, context)
      return
    case 'w:fldChar':
      add(fields.take(part))
      return
    case 'w:instrText':
      fields.code(part.children.filter(child => !isNode(child)).join(''))
      return
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      if (fields.hidesText || look.hidden) return
      const mark = isCustomReference(part) ? wordsIn(run, ['w:t']).trim() || '*' : null
      const note = context.noteOf(part, mark)
      if (!note) {
        remarks.add('noteMissing')
        return
      }
      read.notes.push(note)
      addPlain(`[${note.name}]`, look, read)
      return
    }
    case 'w:commentReference':
      remarks.add('comment')
      return
    case 'w:pgNum':
      remarks.add('page')
      return
    case 'mc:AlternateContent':
      for (const child of chosenOf(part)?.children ?? []) {
        if (isNode(child)) readRunPart(child, run, look, ownMark, read, context)
      }
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(part, read, remarks)
      return
    case 'm:oMath':
      add(formulaTold(part, remarks))
      return
    case 'w:ruby':
      readChildren(childOf(part, 'w:rubyBase'), look, read, context)
      return
  }
}

/** Pictures and figures are told of; the text of their boxes comes along. */
function readDrawing(drawing: Node, read: Inline, remarks: Remarks): void {
  const counted: Partial<Record<'image' | 'figure' | 'object', string>> = {}
  let alt = ''
  const rest: Node[] = [drawing]
  let boxes = 0
  while (rest.length > 0) {
    const node = rest.pop() as Node
    if (node.name === 'w:txbxContent') {
      read.boxes.push(node)
      boxes += 1
      continue
    }
    if (node.name === 'wp:docPr') alt = node.attributes.descr ?? node.attributes.title ?? ''
    if (node.name === 'pic:pic' || node.name === 'v:imagedata') counted.image ??= alt
    else if (/^(c:chart|dgm:relIds|other:chart)$/.test(node.name)) counted.figure ??= alt
    else if (node.name === 'o:OLEObject') counted.object ??= node.attributes.ProgID ?? ''
    const inside = node.name === 'mc:AlternateContent' ? [chosenOf(node)] : node.children
    for (const child of [...inside].reverse()) if (child && isNode(child)) rest.push(child)
  }
  if (counted.object !== undefined) remarks.add('object', counted.object)
  else if (counted.image !== undefined) remarks.add('image', counted.image || alt)
  else if (counted.figure !== undefined) remarks.add('figure', counted.figure || alt)
  else if (boxes === 0 && alt !== '') remarks.add('figure', alt)
}

function addSymbol(part: Node, look: Look, read: Inline, context: RunContext): void {
  const code = Number.parseInt(attributeOf(part, 'char') ?? '', 16)
  const font = attributeOf(part, 'font') ?? ''
  addText(signOf(font, code, context.remarks), { ...look, font: undefined }, read, context)
}

function signOf(font: string, code: number, remarks: Remarks): string {
  const sign = Number.isInteger(code) ? symbolOf(font, code) : null
  if (sign !== null) return sign
  remarks.add('sign', `${font} ${Number.isInteger(code) ? code.toString(16).toUpperCase() : ''}`)
  return '□'
}

function addText(text: string, look: Look, read: Inline, context: RunContext): void {
  const { remarks, fields } = context
  if (text === '' || fields.hidesText) return
  if (look.hidden) {
    read.hidden = true
    if (text.trim() !== '') remarks.add('hidden', text)
    return
  }
  addPlain(raised(withSigns(text, look.font, remarks), look, remarks), look, read)
}

function addPlain(text: string, look: Look, read: Inline): void {
  read.pieces.push({ text, bold: look.bold ?? false, italic: look.italic ?? false, struck: look.struck ?? false })
}

/** Letters in a font of signs, and signs that mean something in such a font only. Soft hyphens and controls go. */
function withSigns(text: string, font: string | undefined, remarks: Remarks): string {
  const symbols = isSymbolFont(font)
  let told = ''
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    if (code === 0xad || code === 0xfeff || (code < 0x20 && sign !== '\n' && sign !== '\t')) continue
    if (symbols && code > 0x20) told += signOf(font ?? '', code, remarks)
    else if (isPrivate(code)) told += symbolOf('Symbol', code) ?? signOf(font ?? 'ukendt skrifttype', code, remarks)
    else told += sign
  }
  return told
}

function raised(text: string, { raised: how }: Look, remarks: Remarks): string {
  if (how !== 'superscript' && how !== 'subscript') return text
  const written = raisedText(text, how)
  if (written === null) remarks.add('raised', text)
  return written ?? text
}
