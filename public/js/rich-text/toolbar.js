import { redo, redoDepth, undo, undoDepth } from '../../vendor/editor-library.js'
import { emphasise, isEmphasised, listOf, stepBack, stepIn } from './line-commands.js'
import { markOf } from './list-lines.js'
import { dropColumn, dropRow, newColumn, newRow, newTable, placeInTable } from './table-commands.js'

/**
 * The buttons over the text. One stop for the Tab key, and arrows from button to button, as people with a screen reader
 * know toolbars. `draw` shows what is on where one writes, and what can be done there.
 */
export function toolbar(view, { name, toPlain }) {
  const bar = document.createElement('div')
  bar.className = 'markdown-tools'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', `Formatering af ${name}`)
  const buttons = actions(toPlain).map(action => ({ ...action, element: made(action) }))
  bar.append(...buttons.map(({ element }) => element))
  bar.addEventListener('keydown', walk)
  // The words that are chosen stay chosen while a button is pressed.
  bar.addEventListener('mousedown', event => event.preventDefault())
  draw(view.state)
  return { element: bar, draw, focus: () => shown()[0]?.focus() }

  function made({ text, key, isOn, run }) {
    const element = document.createElement('button')
    element.type = 'button'
    element.textContent = text
    element.tabIndex = -1
    if (key) element.title = `${text} (${key})`
    if (isOn) element.setAttribute('aria-pressed', 'false')
    element.addEventListener('click', () => {
      if (run(view.state, view.dispatch, view) !== false) view.focus()
    })
    return element
  }

  function draw(state) {
    for (const { element, isOn, can, inTable } of buttons) {
      if (isOn) element.setAttribute('aria-pressed', String(isOn(state)))
      if (can) element.setAttribute('aria-disabled', String(!can(state)))
      if (inTable !== undefined) element.hidden = (placeInTable(state) !== null) !== inTable
    }
    if (!shown().some(element => element.tabIndex === 0)) stopAt(shown()[0])
  }

  function shown() {
    return buttons.map(({ element }) => element).filter(element => !element.hidden)
  }

  function stopAt(element) {
    for (const { element: other } of buttons) other.tabIndex = other === element ? 0 : -1
  }

  function walk(event) {
    const elements = shown()
    const at = elements.indexOf(document.activeElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: elements.length - 1 }[event.key]
    if (event.key === 'Escape') view.focus()
    if (to === undefined || at < 0) return
    event.preventDefault()
    const target = elements[(to + elements.length) % elements.length]
    stopAt(target)
    target.focus()
  }
}

const actions = toPlain => [
  { text: 'Fed', key: 'Ctrl+B', run: emphasise('strong'), isOn: state => isEmphasised(state, 'strong') },
  { text: 'Kursiv', key: 'Ctrl+I', run: emphasise('em'), isOn: state => isEmphasised(state, 'em') },
  { text: 'Punktliste', run: listOf('bullets'), isOn: isItem(/^[^\p{L}\d]+$/u), inTable: false },
  { text: 'Talliste', run: listOf('numbers'), isOn: isItem(/[\p{L}\d]/u), inTable: false },
  { text: 'Ryk ind', key: 'Alt+Skift+→', run: stepIn, inTable: false },
  { text: 'Ryk ud', key: 'Alt+Skift+←', run: stepBack, inTable: false },
  { text: 'Tabel', run: newTable, inTable: false },
  { text: 'Ny række', run: newRow, inTable: true },
  { text: 'Ny kolonne', run: newColumn, inTable: true },
  { text: 'Fjern række', run: dropRow, inTable: true },
  { text: 'Fjern kolonne', run: dropColumn, inTable: true },
  { text: 'Fortryd', key: 'Ctrl+Z', run: undo, can: state => undoDepth(state) > 0 },
  { text: 'Gentag', key: 'Ctrl+Y', run: redo, can: state => redoDepth(state) > 0 },
  { text: 'Ren tekst', run: () => toPlain() },
]

/** Whether one writes in an item whose mark is of this kind. */
function isItem(kind) {
  return ({ selection: { $from } }) => kind.test(markOf($from.parent.textContent)?.shown ?? '')
}
