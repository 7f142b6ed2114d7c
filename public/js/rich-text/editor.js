import {
  baseKeymap,
  EditorState,
  EditorView,
  history,
  keymap,
  redo,
  TextSelection,
  undo,
} from '../../vendor/editor-library.js'
import { decorations } from './decorations.js'
import { takingIn } from './insert.js'
import { emphasise, eraseMark, newLine, stepBack, stepIn } from './line-commands.js'
import { readText } from './read-text.js'
import { cellBelow, toCell } from './table-commands.js'
import { toolbar } from './toolbar.js'
import { writeText } from './write-text.js'

/**
 * Shows a text field's words as they will be read, and writes back what is edited. The field stays the one that the form
 * sends: whatever reads it, fills it or hears of its changes goes on as without the editor.
 */
export function richText(field, { toPlain }) {
  const shell = document.createElement('div')
  shell.className = 'rich-text'
  const told = document.createElement('p')
  told.className = 'rich-text__told'
  told.setAttribute('role', 'status')
  const { name, label } = namesOf(field)

  /** What the field holds, as far as the editor knows. */
  let held = field.value
  const plugins = [
    history(),
    keymap({
      Enter: newLine,
      'Shift-Enter': newLine,
      Backspace: eraseMark,
      'Mod-b': emphasise('strong'),
      'Mod-i': emphasise('em'),
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Alt-Shift-ArrowRight': stepIn,
      'Alt-Shift-ArrowLeft': stepBack,
      'Alt-F10': () => bar.focus() ?? true,
      Tab: toCell(1),
      'Shift-Tab': toCell(-1),
    }),
    keymap({ Enter: cellBelow, 'Shift-Enter': cellBelow }),
    keymap(baseKeymap),
    decorations,
  ]
  const stateOf = text => EditorState.create({ doc: readText(text), plugins })

  const view = new EditorView(
    { mount: document.createElement('div') },
    {
      state: stateOf(held),
      attributes: attributesOf(field, label),
      editable: () => !field.disabled && !field.readOnly,
      handleDOMEvents: { ...takingIn(tell), blur: readAnew },
      clipboardTextSerializer: slice => writeText(slice.content),
      dispatchTransaction(tr) {
        view.updateState(view.state.apply(tr))
        bar.draw(view.state)
        if (!tr.docChanged) return
        if (tr.getMeta('uiEvent') !== 'paste') told.textContent = ''
        writeBack()
      },
    },
  )
  const bar = toolbar(view, { name, toPlain })
  // As tall as the field was made, and then as its words.
  view.dom.style.minHeight = `${Math.min(field.rows, 6) * 1.6 + 1.6}em`
  shell.append(bar.element, view.dom, told)
  field.after(shell)
  const takeLabel = standInFor(field, view)

  field.form?.addEventListener('portal:filled', readAgain)
  field.form?.addEventListener('reset', () => setTimeout(readAgain))
  field.addEventListener('input', readAgain)
  window.addEventListener('pageshow', readAgain)
  return {
    /** Where one wrote in the field, one goes on writing. */
    goOn() {
      const at = placeOf(view.state.doc, field.value.slice(0, field.selectionStart ?? 0))
      view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))))
      view.focus()
    },
    hide() {
      shell.hidden = true
      takeLabel.back()
    },
    show() {
      shell.hidden = false
      takeLabel.take()
      readAgain()
    },
  }

  function writeBack() {
    const text = writeText(view.state.doc)
    if (text === held) return
    field.value = text
    held = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** The field was filled by somebody else: a draft, another's version, a choice between two. */
  function readAgain() {
    if (field.value === held || shell.hidden) return
    held = field.value
    const { from } = view.state.selection
    const doc = readText(held)
    const tr = view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content)
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size))))
    view.dispatch(tr)
  }

  /** Marks that were typed as characters are shown as what they will be read as. */
  function readAnew() {
    const text = writeText(view.state.doc)
    const doc = readText(text)
    if (doc.textContent === view.state.doc.textContent) return
    const tr = view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content)
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(0))))
  }

  function tell(lost) {
    told.textContent = lost.length === 0 ? '' : `Sat ind. ${lost.join(' ')}`
  }
}

/** In the editor, the end of what stands before in the field: its line for sure, and in it about the letter. */
function placeOf(doc, before) {
  const lines = before.split('\n')
  let left = lines.length - 1
  let pos = 0
  for (const block of doc.children) {
    const rows = block.type.name === 'table' ? block.childCount : 1
    if (left < rows) return pos + 1 + (rows > 1 ? 0 : Math.min(lines.at(-1).length, block.content.size))
    left -= rows
    pos += block.nodeSize
  }
  return doc.content.size
}

function namesOf(field) {
  const label = field.form?.querySelector(`label[for="${CSS.escape(field.id)}"]`) ?? null
  return { label, name: label?.firstChild?.textContent.trim() ?? 'teksten' }
}

function attributesOf(field, label) {
  const attributes = { class: 'form-input rich-text__words prose', role: 'textbox', 'aria-multiline': 'true' }
  if (label) {
    label.id ||= `${field.id}-navn`
    attributes['aria-labelledby'] = label.id
  }
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id !== plainHint(field)?.id)
  if (described.join('') !== '') attributes['aria-describedby'] = described.join(' ')
  if (field.hasAttribute('aria-invalid')) attributes['aria-invalid'] = 'true'
  if (field.required) attributes['aria-required'] = 'true'
  return attributes
}

/** What tells of marks, which nobody types where they are shown. */
const plainHint = field =>
  field.dataset.plainHint === undefined ? null : document.getElementById(`${field.dataset.editedIn ?? field.id}-hint`)

/**
 * In the field's place for its label, for the lists of errors that lead to it, and for whoever gives it the focus. The
 * field itself is hidden and can no longer complain of being empty in the browser: the server says it.
 */
function standInFor(field, view) {
  const { id, required } = field
  const focusField = field.focus
  const label = namesOf(field).label
  label?.addEventListener('click', () => field.hidden && view.focus())
  take()
  return { take, back }

  function take() {
    field.hidden = true
    field.required = false
    field.dataset.editedIn = id
    field.id = `${id}-kilde`
    view.dom.id = id
    field.focus = () => view.focus()
    showHint(false)
  }

  function back() {
    field.hidden = false
    field.required = required
    view.dom.removeAttribute('id')
    field.id = id
    delete field.dataset.editedIn
    field.focus = focusField
    showHint(true)
  }

  function showHint(shown) {
    const hint = plainHint(field)
    if (hint) hint.hidden = !shown
  }
}
