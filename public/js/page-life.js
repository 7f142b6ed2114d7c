/**
 * What becomes of a page while one works: `away` when it is out of sight, `left` when it is left, `kept` when the way back
 * shows it as it was left, and `back` whenever there is reason to look again.
 */
export function watchPage({ away, left, kept, back }) {
  document.addEventListener('visibilitychange', () => (document.hidden ? away() : back()))
  window.addEventListener('pagehide', left)
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return
    kept()
    back()
  })
  window.addEventListener('online', back)
  window.addEventListener('focus', back)
}
