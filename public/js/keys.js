const offKey = 'taster:fra'

/**
 * A page worked by keyboard: what carries `data-key` is pressed, or has its field focused, by that letter while one
 * stands in no field. `?` shows all keys, with the way to turn the letters off. In a field the letters are letters, Escape
 * leaves it, and keys with Ctrl work as anywhere.
 */
export function keys(part) {
  const sheet = sheetOf(part)
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return
    if (event.ctrlKey || event.metaKey) return withControl(event)
    if (event.key === 'Escape' && isField(event.target)) return event.target.blur()
    if (isField(event.target) || document.querySelector('dialog[open]')) return
    if (event.key === '?') return act(event, () => sheet.open())
    if (areOff()) return
    const found = [...document.querySelectorAll('[data-key]')].find(one => one.dataset.key === event.key.toLowerCase())
    if (found) act(event, () => use(found))
  })

  function withControl(event) {
    const form = part.querySelector('form[data-autosave]')
    if (!form || event.shiftKey) return
    if (event.key === 's') act(event, () => form.saveNow?.())
    if (event.key === 'Enter' && form.contains(event.target))
      act(event, () => document.querySelector('a[rel="next"]')?.click())
  }
}

function act(event, what) {
  event.preventDefault()
  what()
}

/** A link or a button is pressed; of anything else the first field has the focus, where its writer goes on at the end. */
function use(element) {
  if (element.matches('a, button, summary')) {
    element.click()
    if (element.matches('summary')) element.parentElement.querySelector('input, select, textarea')?.focus()
    return
  }
  const field = element.querySelector('textarea, select, input')
  field?.focus()
  if (field?.matches('textarea')) field.setSelectionRange(field.value.length, field.value.length)
}

const isField = element =>
  element instanceof HTMLElement && element.matches('input:not([type=checkbox], [type=radio]), textarea, select')

/** Whoever dictates, or whose keys stick, turns the letters off: in this browser, for good. */
const areOff = () => {
  try {
    return localStorage.getItem(offKey) !== null
  } catch {
    return false
  }
}

const always = [
  ['?', 'Vis tasterne'],
  ['Esc', 'Forlad feltet, så bogstaverne virker som taster'],
  ['Ctrl + S', 'Gem teksten med det samme'],
  ['Ctrl + Enter', 'Gem teksten, og gå til næste punkt'],
]

function sheetOf(part) {
  const dialog = document.createElement('dialog')
  dialog.className = 'keys'
  dialog.setAttribute('aria-labelledby', 'taster')
  document.body.append(dialog)
  const button = made('button', 'Taster (?)')
  button.type = 'button'
  button.className = 'button button--small button-tertiary'
  button.addEventListener('click', open)
  const place = part.querySelector('.item-steps') ?? part
  place.append(button)
  return { open }

  function open() {
    const heading = made('h2', 'Taster')
    heading.id = 'taster'
    const list = document.createElement('dl')
    const own = [...document.querySelectorAll('[data-key]')].map(one => [one.dataset.key, one.dataset.keyText])
    for (const [key, text] of [...own, ...always]) {
      const term = document.createElement('dt')
      term.append(made('kbd', key))
      list.append(term, made('dd', text))
    }
    const label = made('label', ' Bogstaverne virker som taster, når jeg ikke står i et felt')
    const box = document.createElement('input')
    box.type = 'checkbox'
    box.checked = !areOff()
    box.addEventListener('change', () => turn(box.checked))
    label.prepend(box)
    const close = made('button', 'Luk')
    close.type = 'button'
    close.className = 'button button-primary'
    close.addEventListener('click', () => dialog.close())
    const line = document.createElement('p')
    line.append(label)
    dialog.replaceChildren(heading, list, line, close)
    dialog.showModal()
    close.focus()
  }
}

function turn(on) {
  try {
    if (on) localStorage.removeItem(offKey)
    else localStorage.setItem(offKey, '1')
  } catch {
    // A browser that keeps nothing keeps the letters on.
  }
}

function made(tag, text) {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
