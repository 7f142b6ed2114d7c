import { childOf, isNode, type Node } from './xml.ts'

/** A formula on one line: »a/b«, »x^2«, »√(n)«. */
export function formulaOf(node: Node): string {
  const of = (name: string) => {
    const child = childOf(node, name)
    return child ? formulaOf(child) : ''
  }
  switch (node.name) {
    case 'm:t':
    case 'w:t':
      return node.children.filter(child => !isNode(child)).join('')
    case 'm:f':
      return `${bracketed(of('m:num'))}/${bracketed(of('m:den'))}`
    case 'm:sSup':
      return `${of('m:e')}^${bracketed(of('m:sup'))}`
    case 'm:sSub':
      return `${of('m:e')}_${bracketed(of('m:sub'))}`
    case 'm:rad':
      return `${of('m:deg')}√(${of('m:e')})`
    case 'm:d':
      return `(${node.children.filter(isNode).map(formulaOf).join('')})`
    default:
      return node.children.filter(isNode).map(formulaOf).join('')
  }
}

const bracketed = (text: string): string => (/^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`)
