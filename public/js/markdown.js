/** A small toolbar over a text field, and a preview drawn by the server's own renderer. */
export function markdownTools(field) {
  const tools = document.createElement('div')
  tools.className = 'markdown-tools'
  tools.setAttribute('role', 'toolbar')
  tools.setAttribute('aria-label', 'Formatering')
  const preview = document.createElement('div')
  preview.className = 'markdown-preview prose'
  preview.hidden = true
  preview.setAttribute('aria-live', 'polite')

  button('Fed', () => wrap('**'))
  button('Kursiv', () => wrap('_'))
  button('Punktliste', () => startLines('- '))
  button('Talliste', () => startLines('1. '))
  button('Forhåndsvisning', show)
  field.before(tools)
  field.after(preview)

  function button(text, act) {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = text
    made.addEventListener('click', act)
    tools.append(made)
  }

  function replace(start, end, text) {
    field.focus()
    field.setRangeText(text, start, end, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  function wrap(mark) {
    const { selectionStart, selectionEnd, value } = field
    replace(selectionStart, selectionEnd, mark + value.slice(selectionStart, selectionEnd) + mark)
  }

  function startLines(mark) {
    const { selectionStart, selectionEnd, value } = field
    const start = value.lastIndexOf('\n', selectionStart - 1) + 1
    const lines = value.slice(start, selectionEnd).split('\n')
    replace(start, selectionEnd, lines.map(line => mark + line).join('\n'))
  }

  async function show() {
    if (!preview.hidden) {
      preview.hidden = true
      return
    }
    const token = field.form?.elements._csrf?.value ?? ''
    const body = new URLSearchParams({ _csrf: token, text: field.value })
    const answer = await fetch('/forhaandsvisning', { method: 'POST', body })
    if (!answer.ok) return
    preview.innerHTML = await answer.text()
    preview.hidden = false
  }
}
