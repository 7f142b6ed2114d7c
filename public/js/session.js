import { sendFields } from './save-request.js'

const settle = 300
const sayEvery = 6000

/**
 * A meeting that several work at: what others have done comes onto the page as they do it, and who is where stands at the
 * items. What one is in the middle of stays as it is: a part that has the focus waits until it is left.
 */
export function session(part) {
  const own = Number(part.dataset.item)
  const person = Number(document.body.dataset.person)
  const form = part.querySelector('form[data-autosave]')
  let timer
  let running = false
  let again = false
  let here = []
  let said = 0

  document.addEventListener('portal:changed', ({ detail }) => {
    // What this window has just saved it knows already.
    if (detail.by === person && detail.thing === own && document.hasFocus()) return
    clearTimeout(timer)
    timer = setTimeout(renew, settle)
  })
  document.addEventListener('portal:here', ({ detail }) => {
    here = detail
    showWhoIsHere()
  })
  form?.addEventListener('input', sayThatOneWrites)

  async function renew() {
    if (running) {
      again = true
      return
    }
    running = true
    try {
      const answer = await fetch(location.pathname, { headers: { accept: 'text/html' }, cache: 'no-store' })
      if (answer.ok && !answer.redirected) put(new DOMParser().parseFromString(await answer.text(), 'text/html'))
    } catch {
      // Offline: what stands on the page is still readable, and the line says when it is back.
    }
    running = false
    if (!again) return
    again = false
    timer = setTimeout(renew, settle)
  }

  function put(page) {
    for (const now of document.querySelectorAll('[data-live-part]')) {
      const fresh = page.getElementById(now.id)
      if (!fresh || now.contains(document.activeElement) || fresh.innerHTML === now.innerHTML) continue
      const isOpen = now.open
      now.replaceChildren(...document.importNode(fresh, true).childNodes)
      if (isOpen !== undefined) now.open = isOpen
    }
    const stored = page.querySelector('form[data-autosave]')
    if (form?.heard && stored)
      form.heard({ fields: JSON.parse(stored.dataset.stored), version: stored.elements.version.value })
    showWhoIsHere()
  }

  function showWhoIsHere() {
    for (const old of document.querySelectorAll('.session-items__who')) old.remove()
    for (const { person: name, at, writes } of here) {
      const item = document.querySelector(`.session-items__one[data-item="${Number(at)}"]`)
      if (!item) continue
      const line = document.createElement('span')
      line.className = 'session-items__who'
      line.textContent = writes ? `${name} skriver` : `${name} er her`
      item.append(line)
    }
    const place = part.querySelector('[data-who-here]')
    if (!place) return
    const beside = here.filter(({ at }) => at === own)
    place.textContent = beside
      .map(({ person: name, writes }) => `${name} ${writes ? 'skriver' : 'er også'} her.`)
      .join(' ')
  }

  function sayThatOneWrites() {
    if (Date.now() - said < sayEvery) return
    said = Date.now()
    sendFields(part.dataset.writing, { csrf: form.elements._csrf.value, version: '', fields: {} })
  }
}
