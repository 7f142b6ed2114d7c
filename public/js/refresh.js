/**
 * Renews a part of the page while others write: the server draws it, and nothing moves for whoever has it hidden. Where
 * changes are told of it is renewed when they are, and otherwise every now and then; never oftener than the part says, so
 * that a whole meeting that reads along does not ask at every word.
 */
export function refresh(part) {
  const atLeast = Number(part.dataset.refreshEvery ?? 5000)
  let last = ''
  let renewed = 0
  let waits
  const timer = setInterval(renew, 15_000)
  document.addEventListener('portal:changed', () => {
    if (waits) return
    waits = setTimeout(renew, Math.max(renewed + atLeast - Date.now(), Math.random() * Math.min(atLeast, 1000)))
  })

  async function renew() {
    clearTimeout(waits)
    waits = undefined
    if (document.hidden) return
    renewed = Date.now()
    try {
      const answer = await fetch(part.dataset.refresh)
      if (!answer.ok) {
        if (answer.status < 500) clearInterval(timer)
        return
      }
      const text = await answer.text()
      if (text !== last) part.innerHTML = text
      last = text
    } catch {
      // Offline: the page as it was is still readable.
    }
  }
}
