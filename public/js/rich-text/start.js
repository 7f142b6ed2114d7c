import { markdownTools } from '../markdown.js'
import { richText } from './editor.js'

const preference = 'portal:ren-tekst'
/** A longer text is shown line by line to its readers, too (kernel/markdown). */
const longest = 100_000

/** The fields of a page as formatted text, unless their writer has chosen plain text in this browser. */
export function startRichText(fields) {
  const all = []
  for (const field of fields) {
    if (field.value.length > longest) markdownTools(field)
    else all.push(inTwoWays(field, choose))
  }
  show(prefersPlain() ? 'plain' : 'rich')

  function choose(field, way) {
    remember(way)
    show(way)
    field.focus()
    return false
  }

  function show(way) {
    for (const one of all) one[way]()
  }
}

/** One field, to be shown in one of two ways, with a button in each that leads to the other. */
function inTwoWays(field, choose) {
  let rich = null
  let tools = null
  return {
    rich() {
      const hadFocus = document.activeElement === field
      tools?.hide()
      if (rich) rich.show()
      else rich = richText(field, { toPlain: () => choose(field, 'plain') })
      if (hadFocus) rich.goOn()
    },
    plain() {
      rich?.hide()
      if (tools) tools.show()
      else tools = markdownTools(field, { toRich: () => choose(field, 'rich') })
    },
  }
}

function prefersPlain() {
  try {
    return localStorage.getItem(preference) === '1'
  } catch {
    return false
  }
}

function remember(way) {
  try {
    if (way === 'plain') localStorage.setItem(preference, '1')
    else localStorage.removeItem(preference)
  } catch {
    // The browser keeps nothing: it is asked again next time.
  }
}
