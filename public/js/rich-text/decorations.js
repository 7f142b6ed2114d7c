import { Decoration, DecorationSet, linksIn, Plugin, readLine } from '../../vendor/editor-library.js'

/** Nodes never change: what a line shows beside its words is worked out once. */
const known = new WeakMap()

/** Items hang by their mark, and addresses look like the links that they become. The text itself is not touched. */
export const decorations = new Plugin({
  state: {
    init: (_config, { doc }) => decorated(doc),
    apply: (tr, before) => (tr.docChanged ? decorated(tr.doc) : before),
  },
  props: {
    decorations(state) {
      return this.getState(state)
    },
  },
})

function decorated(doc) {
  const found = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    if (!known.has(node)) known.set(node, shownOf(node))
    const { looks, links } = known.get(node)
    if (looks !== '') found.push(Decoration.node(pos, pos + node.nodeSize, { class: looks }))
    for (const { start, end } of links)
      found.push(Decoration.inline(pos + 1 + start, pos + 1 + end, { class: 'rt-link' }))
    return false
  })
  return DecorationSet.create(doc, found)
}

const deepest = 4

function shownOf(node) {
  const text = node.textContent
  const links = /[@]|:\/\/|www\./i.test(text) ? linksIn(text) : []
  if (node.type.name !== 'line') return { looks: '', links }
  const { kind, indent } = readLine(text)
  const looks = kind === 'item' ? `rt-item rt-item--${Math.min(deepest, Math.floor(indent / 2))}` : ''
  return { looks, links }
}
