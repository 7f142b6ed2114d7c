import { saidOf } from './form-fields.js'

/**
 * Another's text beside one's own, at the form: nothing is chosen for anybody, and what is not chosen can be had back.
 * `choose` is told 'mine', 'theirs' or 'both'.
 */
export function bothTexts(form, { theirs, mine, disputed, heading, message, choose }) {
  const panel = document.createElement('div')
  panel.className = 'conflict'
  panel.setAttribute('role', 'alert')
  panel.append(made('h3', heading, 'conflict__heading'), made('p', message))
  for (const name of disputed) {
    const pair = made('div', '', 'conflict__pair')
    pair.append(version(form, name, theirs[name], 'gemt udgave'), version(form, name, mine[name], 'din udgave'))
    panel.append(pair)
  }
  const buttons = made('p', '', 'actions')
  buttons.append(
    button('Gem min udgave', 'button-primary', () => choose('mine')),
    button('Behold den gemte udgave', 'button-secondary', () => choose('theirs')),
  )
  if (disputed.some(name => form.elements[name]?.matches?.('textarea')))
    buttons.append(button('Sæt min tekst efter den gemte', 'button-secondary', () => choose('both')))
  panel.append(buttons)
  form.before(panel)
  return { remove: () => panel.remove() }
}

/** After a choice: the other version, as long as the page is open, and the way back to it. */
export function laidAside(form, { fields, disputed, message, takeBack }) {
  const panel = document.createElement('div')
  panel.className = 'message message--info'
  panel.append(made('p', message))
  for (const name of disputed) panel.append(version(form, name, fields[name], 'ikke i brug'))
  const back = made('p', '', 'actions')
  back.append(button('Brug den udgave i stedet', 'button-secondary', takeBack))
  panel.append(back)
  form.before(panel)
  return { remove: () => panel.remove() }
}

function version(form, name, value, which) {
  const { label, text } = saidOf(form, name, value)
  const box = document.createElement('div')
  box.append(made('h4', `${label}: ${which}`), made('pre', text, 'conflict__text'))
  return box
}

function made(tag, text, name) {
  const element = document.createElement(tag)
  element.textContent = text
  if (name) element.className = name
  return element
}

function button(text, kind, act) {
  const element = made('button', text, `button button--small ${kind}`)
  element.type = 'button'
  element.addEventListener('click', act)
  return element
}
