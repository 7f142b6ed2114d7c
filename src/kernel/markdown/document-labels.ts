import type { MarkdownIt, Token } from 'markdown-it'

/** »a)«, »(b)«, »iv.«, »1.1«, »§ 2.«, »Stk. 3.«: what a numbered paragraph of a Word document begins with. */
const label =
  /^(?:(?:§+|stk\.|nr\.|pkt\.|punkt|litra|kapitel|artikel|article|section|bilag|afsnit|ad)\s?)?\(?(?:\d{1,4}(?:\.\d{1,4}){0,8}|[a-zæøå]{1,3}|[ivxlcdm]{1,9})(?:\s[a-zæøå](?=[.):]))?(?:[.):]{1,2}|(?<=\d\.\d{1,4}))(?=\s|$)/iu

/**
 * Numbers of a document are words of its text: nothing counts them anew. A list whose every item begins with one is
 * shown with these in the place of bullets.
 */
export function labelledLists(markdown: MarkdownIt): void {
  markdown.core.ruler.push('labels', ({ tokens, Token }) => {
    const open: { list: Token; firsts: Token[]; all: boolean }[] = []
    let awaiting = false
    for (const token of tokens) {
      const list = open.at(-1)
      if (token.type === 'bullet_list_open') open.push({ list: token, firsts: [], all: true })
      else if (token.type === 'bullet_list_close') {
        const done = open.pop()
        if (done?.all) mark(done.list, done.firsts, Token)
      } else if (token.type === 'list_item_open' && list) awaiting = true
      else if (token.type === 'inline' && awaiting && list) {
        awaiting = false
        const first = token.children?.[0]
        if (first?.type === 'text' && label.test(first.content)) list.firsts.push(token)
        else list.all = false
      } else if (awaiting && list && token.type !== 'paragraph_open') {
        awaiting = false
        list.all = false
      }
    }
  })
}

function mark(list: Token, firsts: Token[], Made: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token): void {
  list.attrSet('class', 'as-typed')
  for (const { children } of firsts) {
    const text = children?.[0]
    const [found] = label.exec(text?.content ?? '') ?? []
    if (!children || !text || found === undefined) continue
    const start = new Made('label_open', 'span', 1)
    start.attrSet('class', 'mark')
    const told = new Made('text', '', 0)
    told.content = found
    text.content = text.content.slice(found.length)
    children.unshift(start, told, new Made('label_close', 'span', -1))
  }
}
