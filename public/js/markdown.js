import { marked } from './paste/words.js'
import { pastedText } from './paste.js'

const pause = 1000

/**
 * A small toolbar over a text field, and a preview drawn by the server's own renderer.
 * @param toRich leads to formatted text, where the field can be shown so
 */
export function markdownTools(field, { toRich } = {}) {
  const tools = document.createElement('div')
  tools.className = 'markdown-tools'
  tools.setAttribute('role', 'toolbar')
  tools.setAttribute('aria-label', 'Formatering')
  const preview = document.createElement('div')
  preview.className = 'markdown-preview prose'
  preview.hidden = true
  preview.setAttribute('aria-live', 'polite')
  let timer
  /** Counts what was asked for: only the last answer is shown. */
  let asked = 0

  button('Fed', () => wrap('**'))
  button('Kursiv', () => wrap('_'))
  button('Punktliste', () => startLines(() => '- '))
  button('Talliste', () => startLines(at => `${at + 1}. `))
  button('Forhåndsvisning', show)
  if (toRich) button('Formateret tekst', toRich)
  field.before(tools)
  field.after(preview)
  field.addEventListener('paste', paste)
  field.addEventListener('input', follow)
  field.form?.addEventListener('portal:filled', follow)
  return {
    show() {
      tools.hidden = false
    },
    hide() {
      tools.hidden = true
      if (!preview.hidden) show()
    },
  }

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

  // Marks count around whole words, on one line.
  function wrap(mark) {
    const { value } = field
    let { selectionStart: start, selectionEnd: end } = field
    while (start > 0 && isWord(value[start - 1]) && isWord(value[start])) start -= 1
    while (end < value.length && isWord(value[end]) && isWord(value[end - 1])) end += 1
    const lines = value.slice(start, end).split('\n')
    const text = lines.map(line => {
      const [, before, words] = /^(\s*(?:- |\d+\. )?)(.*)$/.exec(line)
      return before + marked(words, mark)
    })
    replace(start, end, start === end ? mark + mark : text.join('\n'))
    if (start === end) field.setSelectionRange(start + mark.length, start + mark.length)
  }

  function startLines(markOf) {
    const { selectionStart, selectionEnd, value } = field
    const start = value.lastIndexOf('\n', selectionStart - 1) + 1
    const lines = value.slice(start, selectionEnd).split('\n')
    replace(start, selectionEnd, lines.map((line, at) => markOf(at) + line).join('\n'))
  }

  function paste(event) {
    const text = pastedText(event.clipboardData?.getData('text/html') ?? '')
    if (text === null || text === '') return
    event.preventDefault()
    // The browser's own insertion can be undone; where it is gone, the text still comes in.
    if (!document.execCommand('insertText', false, text)) replace(field.selectionStart, field.selectionEnd, text)
  }

  function show() {
    preview.hidden = !preview.hidden
    clearTimeout(timer)
    if (preview.hidden) asked += 1
    else draw()
  }

  // What is shown is the text as it is now, or says that it is not.
  function follow() {
    if (preview.hidden) return
    asked += 1
    clearTimeout(timer)
    timer = setTimeout(draw, pause)
    if (preview.querySelector('[data-old]')) return
    const old = document.createElement('p')
    old.className = 'saved'
    old.dataset.old = ''
    old.textContent = 'Teksten er ændret, siden den blev vist her.'
    preview.prepend(old)
  }

  async function draw() {
    asked += 1
    const mine = asked
    const token = field.form?.elements._csrf?.value ?? ''
    const body = new URLSearchParams({ _csrf: token, text: field.value })
    const answer = await fetch('/forhaandsvisning', { method: 'POST', body }).catch(() => null)
    const drawn = answer?.ok ? await answer.text() : null
    // The text was changed, or the preview closed, while the answer was on its way.
    if (mine !== asked) return
    if (drawn !== null) preview.innerHTML = drawn
    else preview.textContent = refused[answer?.status] ?? 'Teksten kan ikke vises lige nu. Prøv igen om lidt.'
  }
}

const isWord = letter => /[\p{L}\p{N}]/u.test(letter ?? '')

const refused = {
  413: 'Teksten er for lang til at blive vist her.',
  422: 'Teksten er for lang til at blive vist her.',
  429: 'Teksten er vist mange gange på kort tid. Vent et minut, og prøv igen.',
}
