/** Asks before what cannot be undone. Without scripts the server's own page asks, or the act can be undone. */
export function askFirst(root) {
  root.addEventListener('submit', event => {
    if (event.defaultPrevented) return
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm
    if (question && !window.confirm(question)) event.preventDefault()
  })
}

/** A second press while the first is under way does nothing. The server, too, lets a form take effect once only. */
export function sendOnce(root) {
  const sending = new Set()
  root.addEventListener('submit', event => {
    const form = event.target
    if (event.defaultPrevented || form.method !== 'post') return
    if (sending.has(form)) return event.preventDefault()
    sending.add(form)
    event.submitter?.setAttribute('aria-disabled', 'true')
    // A download leaves the page where it is, and the way back shows it again: it must be possible to send anew.
    setTimeout(() => release(form), 8000)
  })
  window.addEventListener('pageshow', event => {
    if (event.persisted) for (const form of sending) release(form)
  })

  function release(form) {
    sending.delete(form)
    for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled')
  }
}
