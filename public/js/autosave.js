/** Saves a form a moment after the typing stops, upon the version it was made from; never overwrites another's text. */
export function autosave(form) {
  const status = document.createElement('p')
  status.className = 'saved'
  status.setAttribute('role', 'status')
  form.append(status)
  let timer
  let saving = false
  let stopped = false

  form.addEventListener('input', () => {
    if (stopped) return
    clearTimeout(timer)
    status.textContent = 'Ikke gemt endnu'
    timer = setTimeout(save, 1500)
  })
  form.addEventListener('submit', () => clearTimeout(timer))

  async function save() {
    if (saving) {
      timer = setTimeout(save, 500)
      return
    }
    saving = true
    try {
      await send()
    } catch {
      status.textContent = 'Kunne ikke gemme. Der prøves igen.'
      timer = setTimeout(save, 5000)
    }
    saving = false
  }

  async function send() {
    const fields = new URLSearchParams(new FormData(form))
    // The token marks the final sending; a save under way is one of many.
    fields.delete('_once')
    const answer = await fetch(form.dataset.autosave || form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: fields,
    })
    const told = await answer.json()
    if (answer.ok) {
      if (told.version !== undefined && form.elements.version) form.elements.version.value = told.version
      const now = new Date()
      const saved = `Gemt kl. ${now.getHours()}.${String(now.getMinutes()).padStart(2, '0')}`
      status.textContent = told.note ? `${saved}. ${told.note}` : saved
      return
    }
    stopped = answer.status === 409
    status.textContent = stopped
      ? 'En anden har gemt imens. Tryk på Gem for at se begge udgaver.'
      : (told.message ?? 'Ikke gemt. Tryk på Gem for at se hvorfor.')
  }
}
