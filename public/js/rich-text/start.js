import { markdownTools } from '../markdown.js'
import { richText } from './editor.js'

const preference = 'portal:ren-tekst'
/** A longer text is shown line by line to its readers, too (kernel/markdown). */
const longest = 100_000

/** The fields of a page as formatted text, unless their writer has chosen plain text in this browser. */
export function startRichText(fields) {
  for (const field of fields) {
    if (field.value.length > longest) markdownTools(field)
    else chooseBetween(field)
  }
}

/** One field, shown in one of two ways, with a button in each that leads to the other. */
function chooseBetween(field) {
  let rich = null
  let tools = null
  if (prefersPlain()) asPlain()
  else asRich()

  function asRich() {
    const hadFocus = document.activeElement === field
    if (rich) rich.show()
    else rich = richText(field, { toPlain: () => choose('plain') })
    tools?.hide()
    if (hadFocus) rich.focus()
  }

  function asPlain() {
    rich?.hide()
    if (tools) tools.show()
    else tools = markdownTools(field, { toRich: () => choose('rich') })
  }

  function choose(way) {
    remember(way)
    if (way === 'plain') asPlain()
    else asRich()
    field.focus()
    return false
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
