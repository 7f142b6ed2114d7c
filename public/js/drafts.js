import { clockNow } from './save-line.js'

const pause = 1000
const tryAgain = 5000
const patience = 1500
/** Browsers send at most 64 kB after a page is left. */
const sentOnLeaving = 60_000

/**
 * Keeps what is typed in a form as a draft with the server, a moment after the typing stops and when the page is left.
 * The draft is its writer's alone, is offered when the form is opened again, and goes when the form has been stored.
 */
export function keepDraft(form) {
  const typedAt = hidden('_typed')
  const hasFiles = hidden('_files')
  const line = document.createElement('p')
  line.className = 'saved'
  line.setAttribute('role', 'status')
  form.append(typedAt, hasFiles, line)
  hasFiles.disabled = true
  let timer
  let waits = false
  let sending = false
  let waiting = null
  let passed = false

  form.addEventListener('input', noteChange)
  form.addEventListener('change', noteChange)
  // Whatever becomes of the sending, the words are there first. Nothing may be under way when the page is left: a browser
  // that waits for an answer does not keep the page for the way back.
  form.addEventListener('submit', event => {
    if (event.defaultPrevented || passed) {
      sending = passed
      return
    }
    if (!waits && !waiting) return
    event.preventDefault()
    if (waiting) return
    waiting = Promise.race([save(), new Promise(resolve => setTimeout(resolve, patience))]).finally(() => {
      waiting = null
      passed = true
      form.requestSubmit(event.submitter)
      passed = false
    })
  })
  document.addEventListener('visibilitychange', () => document.hidden && flush())
  window.addEventListener('pagehide', flush)
  window.addEventListener('pageshow', event => {
    if (event.persisted) sending = false
  })
  window.addEventListener('beforeunload', event => {
    if (waits && !sending && body().length >= sentOnLeaving) event.preventDefault()
  })
  // It came back because it was not stored: what stands in it is nowhere else.
  if (form.querySelector('[data-unsaved]')) noteChange()

  function noteChange() {
    typedAt.value = String(Date.now())
    hasFiles.disabled = ![...form.elements].some(field => field.type === 'file' && field.files.length > 0)
    hasFiles.value = '1'
    waits = true
    clearTimeout(timer)
    timer = setTimeout(save, pause)
  }

  function flush() {
    if (waits) save()
  }

  async function save() {
    clearTimeout(timer)
    const text = body()
    waits = false
    try {
      const answer = await fetch('/kladder', {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: text,
        keepalive: text.length < sentOnLeaving,
      })
      if (!answer.ok) return again('Kladden kunne ikke gemmes. Der prøves igen.', answer.status >= 500)
      tell(await answer.json())
    } catch {
      again('Der er ingen forbindelse til portalen, så kladden er ikke gemt. Der prøves igen.', true)
    }
  }

  function again(message, worthwhile) {
    say(worthwhile ? message : 'Kladden kunne ikke gemmes.', true)
    if (!worthwhile) return
    waits = true
    clearTimeout(timer)
    timer = setTimeout(save, tryAgain)
  }

  function tell({ kept, signedIn }) {
    if (waits) return
    const when = `kl. ${clockNow()}`
    if (!signedIn) say(`Du er logget ud. Det, du har skrevet, er gemt som kladde ${when}.`, true)
    else if (kept) say(`Kladde gemt ${when}`, false)
  }

  function say(text, failed) {
    line.textContent = text
    line.classList.toggle('saved--failed', failed)
  }

  function body() {
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
    for (const field of form.querySelectorAll('[type=password]')) fields.delete(field.name)
    fields.set('_form', form.getAttribute('action'))
    fields.set('_page', location.pathname + location.search)
    fields.set('_title', document.querySelector('h1')?.textContent ?? '')
    return fields.toString()
  }
}

/** The forms in which words could be lost: those with room for more than a line. */
export const formsWithText = root =>
  [...root.querySelectorAll('form[method=post]')].filter(
    form => form.querySelector('textarea') && form.elements._once && form.dataset.autosave === undefined,
  )

function hidden(name) {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = name
  return field
}
