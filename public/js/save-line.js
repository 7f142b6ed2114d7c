/** The line under a form that saves of itself: where the text is at this moment, and what can be done about it. */
export function saveLine(form) {
  const line = document.createElement('p')
  line.setAttribute('role', 'status')
  // Beside the button, which stays in sight on a long page.
  const bar = form.querySelector('.actions--sticky') ?? form
  bar.append(line)
  const say = (kind, text, link) => {
    line.className = kind ? `saved saved--${kind}` : 'saved'
    line.replaceChildren(text)
    if (!link) return
    const anchor = document.createElement('a')
    anchor.href = link.href
    anchor.target = '_blank'
    anchor.rel = 'opener'
    anchor.textContent = link.text
    line.append(' ', anchor)
  }
  return {
    unsaved: () => say('', 'Ikke gemt endnu'),
    saving: () => say('', 'Gemmer …'),
    saved(note) {
      const now = new Date()
      const clock = `${now.getHours()}.${String(now.getMinutes()).padStart(2, '0')}`
      if (note) say('waits', `Teksten er gemt kl. ${clock}. ${note}`)
      else say('', `Gemt kl. ${clock}`)
    },
    failed: (text, link) => say('failed', `Ikke gemt: ${text}`, link),
  }
}
