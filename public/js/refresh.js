/** Renews a part of the page while others write: the server draws it, and nothing moves for whoever has it hidden. */
export function refresh(part) {
  let last = ''
  const timer = setInterval(renew, 15_000)

  async function renew() {
    if (document.hidden) return
    try {
      const answer = await fetch(part.dataset.refresh)
      if (!answer.ok) {
        clearInterval(timer)
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
