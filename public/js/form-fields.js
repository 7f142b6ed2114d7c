import { placeAfter } from './merge-paragraphs.js'

/** A form's own fields by name, without what only carries them (tokens, the version). */
export function readFields(form) {
  const fields = {}
  for (const element of fieldsOf(form)) {
    if (element.type === 'checkbox') fields[element.name] = element.checked ? element.value : ''
    else if (element.type !== 'radio') fields[element.name] = element.value
    else if (element.checked || !(element.name in fields)) fields[element.name] = element.checked ? element.value : ''
  }
  return fields
}

export function writeFields(form, fields) {
  for (const element of fieldsOf(form)) {
    if (!(element.name in fields)) continue
    const value = fields[element.name] ?? ''
    if (element.type === 'checkbox' || element.type === 'radio') element.checked = element.value === value
    else if (element.value !== value) fill(element, value)
  }
  form.dispatchEvent(new CustomEvent('portal:filled'))
}

/** Whoever is writing in the field goes on where he or she was, though paragraphs came in above. */
function fill(element, value) {
  const isWriting = element === document.activeElement && element.matches('textarea')
  const [start, end] = isWriting ? [element.selectionStart, element.selectionEnd] : [0, 0]
  const before = element.value
  element.value = value
  if (!isWriting) return
  element.setSelectionRange(placeAfter(before, value, start), placeAfter(before, value, end))
}

/** The fields of more than a line: each is a text of its own. */
export const longTexts = form => [...form.querySelectorAll('textarea[name]')].map(({ name }) => name)

/** What a field is called, and what is chosen in it in its own words. */
export function saidOf(form, name, value) {
  const element = form.elements[name]
  // An editor that stands in for the field has its label, too.
  const id = element?.dataset?.editedIn ?? element?.id ?? ''
  const label = form.querySelector(`label[for="${id}"]`)?.firstChild?.textContent?.trim() ?? name
  const option = element?.options && [...element.options].find(one => one.value === value)
  const ticked = element?.type === 'checkbox' ? (value ? 'Ja' : 'Nej') : null
  return { label, text: ticked ?? option?.textContent.trim() ?? (value || '(intet)') }
}

const fieldsOf = form =>
  [...form.elements].filter(
    ({ name, type }) => name && !name.startsWith('_') && name !== 'version' && type !== 'submit' && type !== 'button',
  )
