import { Decoration, DecorationSet, linksIn, Plugin, readLine } from '../../vendor/editor-library.js'

/** Nodes never change: what a line shows beside its words is worked out once. */
const known = new WeakMap()

/** Items hang by their mark, and addresses look like the links that they become. The text itself is not touched. */
export const decorations = new Plugin({
  state: {
    init: (_config, { doc }) => decorated(doc),
    apply: (tr, before) => (tr.docChanged ? renewed(before, tr) : before),
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
    found.push(...decorationsOf(node, pos))
    return false
  })
  return DecorationSet.create(doc, found)
}

/** Only the lines that a change touched are looked at again: a long text is written as fast as a short one. */
function renewed(before, { mapping, doc }) {
  let set = before.map(mapping, doc)
  const { from, to } = touched(mapping, doc)
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true
    const end = pos + node.nodeSize
    set = set.remove(set.find(pos, end).filter(one => one.from >= pos && one.to <= end))
    set = set.add(doc, decorationsOf(node, pos))
    return false
  })
  return set
}

function touched(mapping, doc) {
  let [from, to] = [doc.content.size, 0]
  for (const [at, map] of mapping.maps.entries()) {
    const rest = mapping.slice(at + 1)
    map.forEach((_from, _to, start, end) => {
      from = Math.min(from, rest.map(start, -1))
      to = Math.max(to, rest.map(end, 1))
    })
  }
  return { from: Math.max(0, from - 1), to: Math.min(doc.content.size, to + 1) }
}

function decorationsOf(node, pos) {
  if (!known.has(node)) known.set(node, shownOf(node))
  const { looks, links } = known.get(node)
  const found = links.map(({ start, end }) => Decoration.inline(pos + 1 + start, pos + 1 + end, { class: 'rt-link' }))
  return looks === '' ? found : [Decoration.node(pos, pos + node.nodeSize, { class: looks }), ...found]
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
