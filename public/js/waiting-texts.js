import { unsettledTexts } from './kept-text.js'

/** On every other page: one's text that another has saved against waits where it was written, with the way to it. */
export function tellOfWaiting(root, person) {
  const waiting = unsettledTexts(person).filter(({ address }) => address !== location.pathname)
  const place = root.querySelector('main')
  if (!place || waiting.length === 0) return
  const panel = root.createElement('div')
  panel.className = 'message message--warning no-print'
  panel.setAttribute('role', 'alert')
  for (const { address, about } of waiting) {
    const line = root.createElement('p')
    const link = root.createElement('a')
    link.href = address
    link.textContent = 'Gå til teksten'
    const where = about ? `Din tekst til »${about}« venter.` : 'En af dine tekster venter.'
    line.append(`${where} En anden har gemt imens, og du har ikke valgt, hvad der skal gælde. Intet er slettet. `, link)
    panel.append(line)
  }
  place.prepend(panel)
}
