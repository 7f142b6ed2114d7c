/**
 * The line at a text that saves of itself: where the words are at this moment, and what can be done about it. It stands
 * where the form has a place for it, and otherwise beside the button, which stays in sight on a long page.
 */
export function saveLine(form) {
  const line = document.createElement('p')
  line.setAttribute('role', 'status')
  const bar = form.querySelector('[data-save-line]') ?? form.querySelector('.actions--sticky') ?? form
  bar.append(line)
  const say = (state, kind, text, link) => {
    line.className = kind ? `saved saved--${kind}` : 'saved'
    line.dataset.state = state
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
    unsaved: () => say('unsaved', '', 'Ikke gemt endnu. Teksten gemmes, så snart du holder en pause.'),
    saving: () => say('saving', '', 'Gemmer …'),
    /** @param note what of it was not taken; `aside` what came into the text with it */
    saved(note, aside) {
      if (note) say('saved', 'waits', `Teksten er gemt kl. ${clockNow()}. ${note}`)
      else say('saved', '', `Gemt kl. ${clockNow()}${aside ? `. ${aside}` : ''}`)
    },
    /** @param state why it is not: 'offline', 'signed-out', 'conflict', 'refused' */
    failed: (state, text, link) => say(state, 'failed', `Ikke gemt: ${text}`, link),
  }
}

/** The hour in Denmark, as all pages tell it, wherever the machine believes that it stands. */
export function clockNow() {
  const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Copenhagen' }
  return new Intl.DateTimeFormat('da-DK', parts).format(new Date()).replace(/^0/, '').replace(':', '.')
}
