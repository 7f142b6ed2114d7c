/** Shows what a check says while a form is filled in: the server draws the fragment, so the rule lives in one place. */
export function liveCheck(form) {
  const target = document.getElementById(form.dataset.liveTarget)
  if (!target) return
  let timer
  let running
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(check, 600)
  })

  async function check() {
    running?.abort()
    running = new AbortController()
    const fields = new URLSearchParams(new FormData(form))
    fields.delete('_once')
    try {
      const answer = await fetch(form.dataset.liveCheck, { method: 'POST', body: fields, signal: running.signal })
      if (answer.ok) target.innerHTML = await answer.text()
    } catch {
      // The button beside it still checks.
    }
  }
}
