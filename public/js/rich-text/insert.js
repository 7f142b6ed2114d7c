import { Slice, TextSelection } from '../../vendor/editor-library.js'
import { pasted } from '../paste.js'
import { readText, wordsOf } from './read-text.js'
import { schema } from './schema.js'

const { cell } = schema.nodes

/** What is pasted or dropped comes in as typed text, whatever it was; `tell` hears what of it could not be kept. */
export const takingIn = tell => ({
  paste(view, event) {
    const data = event.clipboardData
    // The editor's own words go from place to place as they are.
    return data && !isOwn(data) ? takeIn(view, event, data, tell) : false
  },
  drop(view, event) {
    const data = event.dataTransfer
    // Files are the page's, and words that are moved within the editor its own.
    if (!data || view.dragging || data.types.includes('Files')) return false
    const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
    if (!place) return false
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))))
    return takeIn(view, event, data, tell)
  },
})

function isOwn(data) {
  const html = data.getData('text/html')
  return html.includes('data-pm-slice') && /class="rt-(?:line|table)/.test(html)
}

function takeIn(view, event, data, tell) {
  const html = data.getData('text/html')
  const found = html === '' ? null : pasted(html)
  const text = found?.text || data.getData('text/plain')
  // A picture alone: the page may take it as a file.
  if (text === '') return false
  event.preventDefault()
  const lost = insertText(view, text.replace(/\r\n?/g, '\n'))
  tell([...(found?.lost ?? []), ...lost])
  return true
}

/** Puts typed text in the place of what is chosen. @returns what of it a cell of a table cannot hold */
export function insertText(view, text) {
  const { state } = view
  if (state.selection.$from.parent.type === cell) return insertInCell(view, text)
  const { content, firstChild, lastChild } = readText(text)
  const isOpen = node => (node.type === schema.nodes.line ? 1 : 0)
  const slice = new Slice(content, isOpen(firstChild), isOpen(lastChild))
  view.dispatch(state.tr.replaceSelection(slice).scrollIntoView().setMeta('uiEvent', 'paste'))
  return []
}

function insertInCell(view, text) {
  const words = text.trim().replace(/\s*\n\s*/g, ' ')
  const line = wordsOf(words.replaceAll('\t', ' '))
  view.dispatch(
    view.state.tr
      .replaceSelection(new Slice(line, 0, 0))
      .scrollIntoView()
      .setMeta('uiEvent', 'paste'),
  )
  return /[\n\t]/.test(text.trim()) ? ['Linjerne står efter hinanden, for en celle i en tabel har kun én linje.'] : []
}
