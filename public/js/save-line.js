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
      if (note) say('waits', `Teksten er gemt kl. ${clockNow()}. ${note}`)
      else say('', `Gemt kl. ${clockNow()}`)
    },
    failed: (text, link) => say('failed', `Ikke gemt: ${text}`, link),
  }
}

/** The hour in Denmark, as all pages tell it, wherever the machine believes that it stands. */
export function clockNow() {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Copenhagen' }
  return new Intl.DateTimeFormat('da-DK', parts).format(new Date()).replace(/^0/, '').replace(':', '.')
}
