import type { Remarks } from '../remarks.ts'
import { symbolOf } from './symbols.ts'
import { attributeOf, childOf, childrenOf, type Node, numberOf, switchOf, valOf } from './xml.ts'

interface Field {
  code: string
  /** Word keeps the code of a field before its result. */
  part: 'code' | 'result'
  form: Node | undefined
}

/** Codes that show nothing where they stand. */
const silent = /^(XE|TC|TA|RD|SET|ASK|PRIVATE|GOTOBUTTON|MACROBUTTON|NEXT|NEXTIF|SKIPIF)\b/i

/** Follows the fields of a text. What stands is a field's result as Word last showed it; its code is not read. */
export class Fields {
  readonly #open: Field[] = []
  readonly #remarks: Remarks

  constructor(remarks: Remarks) {
    this.#remarks = remarks
  }

  /** Whether words here are a field's code, or of a table of contents. */
  get hidesText(): boolean {
    return this.#open.some(({ part, code }) => part === 'code' || isContents(code))
  }

  /** @returns what the field shows without a result of its own, such as a box with a tick */
  take(fieldChar: Node): string {
    const type = attributeOf(fieldChar, 'fldCharType')
    const last = this.#open.at(-1)
    if (type === 'begin' && this.#open.length < deepest) {
      this.#open.push({ code: '', part: 'code', form: childOf(fieldChar, 'w:ffData') })
    } else if (type === 'separate' && last) {
      last.part = 'result'
      this.tell(last.code)
    } else if (type === 'end' && last) {
      this.#open.pop()
      if (last.part === 'code' && !this.hidesText) return this.#shownBy(last)
    }
    return ''
  }

  code(words: string): void {
    const last = this.#open.at(-1)
    if (last?.part === 'code') last.code = (last.code + words).slice(0, longestCode)
  }

  /** A code ends with its paragraph at the latest: a field that was never closed must not swallow the rest. */
  endParagraph(): void {
    while (this.#open.some(({ part }) => part === 'code')) {
      const lost = this.#open.pop()
      if (lost?.part === 'code') this.#remarks.add('field', lost.code)
    }
  }

  tell(code: string): void {
    if (isContents(code)) this.#remarks.add('contents')
    else if (/^\s*PAGE(REF)?\b/i.test(code) && !this.hidesText) this.#remarks.add('page')
  }

  #shownBy({ code, form }: Field): string {
    const told = code.trim()
    const box = childOf(form, 'w:checkBox')
    if (box) return (switchOf(childOf(box, 'w:checked')) ?? switchOf(childOf(box, 'w:default'))) ? '☒' : '☐'
    const list = childOf(form, 'w:ddList')
    if (list) {
      const chosen = numberOf(valOf(childOf(list, 'w:result'))) ?? numberOf(valOf(childOf(list, 'w:default'))) ?? 0
      return valOf(childrenOf(list, 'w:listEntry')[chosen]) ?? ''
    }
    const [, sign, font] = /^SYMBOL\s+(\d{1,5})(?:.*?\\f\s*"?([^"\\]+))?/i.exec(told) ?? []
    const symbol = sign === undefined ? null : symbolOf(font ?? '', Number(sign))
    if (symbol !== null) return symbol
    if (told !== '' && !silent.test(told)) this.#remarks.add('field', told)
    return ''
  }
}

const deepest = 20
const longestCode = 500

export const isContents = (code: string): boolean => /^\s*(TOC|INDEX|TOA)\b/i.test(code)
