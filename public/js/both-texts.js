import { saidOf } from './form-fields.js'

/**
 * Another's text beside one's own, at the form, place by place: nothing is chosen for anybody, and what is not chosen can
 * be had back. A place is a paragraph that both changed, or the short fields that both did.
 *
 * @param places [{ legend, pairs: [{ label, mine, theirs }], long }] as texts; `choose` is told of each in turn 'mine',
 * 'theirs' or 'both'
 */
export function bothTexts(form, { places, heading, message, choose }) {
  const panel = document.createElement('div')
  panel.className = 'conflict'
  panel.setAttribute('role', 'alert')
  panel.append(made('h3', heading, 'conflict__heading'), made('p', message))
  const several = places.length > 1
  const hasLong = places.some(({ long }) => long)
  const chosen = places.map(() => null)
  for (const [at, place] of places.entries()) panel.append(several ? choiceOf(place, at) : pairsOf(place))
  const told = made('p', '', 'saved saved--failed')
  told.setAttribute('role', 'status')
  const buttons = made('p', '', 'actions')
  if (several) buttons.append(button('Gem det, jeg har valgt', 'button-primary', takeChosen))
  const all = choice => () => choose(places.map(() => choice))
  buttons.append(
    button(
      several ? 'Min udgave alle steder' : 'Gem min udgave',
      several ? 'button-secondary' : 'button-primary',
      all('mine'),
    ),
    button(several ? 'Den gemte udgave alle steder' : 'Behold den gemte udgave', 'button-secondary', all('theirs')),
  )
  if (hasLong)
    buttons.append(
      button(several ? 'Begge udgaver alle steder' : 'Sæt min tekst efter den gemte', 'button-secondary', () =>
        choose(places.map(({ long }) => (long ? 'both' : 'mine'))),
      ),
    )
  panel.append(buttons, told)
  form.before(panel)
  return {
    remove: () => panel.remove(),
    focus() {
      panel.scrollIntoView({ block: 'nearest' })
      panel.querySelector('input, button').focus()
    },
  }

  function takeChosen() {
    const left = chosen.filter(one => one === null).length
    if (left === 0) return choose(chosen)
    told.textContent = left === 1 ? 'Vælg også på det sidste sted.' : `Vælg også på de ${left} andre steder.`
  }

  function choiceOf(place, at) {
    const group = document.createElement('fieldset')
    group.className = 'conflict__place'
    group.append(made('legend', `Sted ${at + 1} af ${places.length}: ${place.legend}`), pairsOf(place))
    const line = made('p', '', 'conflict__choices')
    const choices = [['theirs', 'Den gemte udgave'], ['mine', 'Min udgave'], ...(place.long ? [['both', 'Begge']] : [])]
    for (const [value, text] of choices) {
      const label = made('label', ` ${text}`)
      const field = document.createElement('input')
      field.type = 'radio'
      // Outside the form: what one chooses between is not what one saves.
      field.name = `_sted-${at}`
      field.addEventListener('change', () => {
        chosen[at] = value
      })
      label.prepend(field)
      line.append(label)
    }
    group.append(line)
    return group
  }
}

/** After a choice: the other version, as long as the page is open, and the way back to it. */
export function laidAside(form, { fields, disputed, message, takeBack }) {
  const panel = document.createElement('div')
  panel.className = 'message message--info'
  panel.append(made('p', message))
  for (const name of disputed) {
    const { label, text } = saidOf(form, name, fields[name])
    panel.append(version(`${label}: ikke i brug`, text))
  }
  const back = made('p', '', 'actions')
  back.append(button('Brug den udgave i stedet', 'button-secondary', takeBack))
  panel.append(back)
  form.before(panel)
  return { remove: () => panel.remove() }
}

function pairsOf({ pairs }) {
  const all = document.createElement('div')
  for (const { label, mine, theirs } of pairs) {
    const pair = made('div', '', 'conflict__pair')
    pair.append(
      version(`${label}: gemt udgave`, theirs || '(intet)', mine),
      version(`${label}: din udgave`, mine || '(intet)', theirs),
    )
    all.append(pair)
  }
  return all
}

/** What differs from the other text is marked, from the first word that does to the last. */
function version(heading, text, other) {
  const box = document.createElement('div')
  const shown = made('pre', '', 'conflict__text')
  if (other === undefined) shown.textContent = text
  else {
    const [before, differing, after] = apart(text, other)
    shown.append(before)
    if (differing) shown.append(made('mark', differing))
    shown.append(after)
  }
  box.append(made('h4', heading), shown)
  return box
}

function apart(text, other) {
  const [words, others] = [text, other].map(one => one.split(/(?<=\s)/))
  let start = 0
  while (start < words.length && start < others.length && words[start] === others[start]) start += 1
  let end = 0
  while (end < words.length - start && end < others.length - start && words.at(-1 - end) === others.at(-1 - end))
    end += 1
  const until = words.length - end
  return [words.slice(0, start), words.slice(start, until), words.slice(until)].map(part => part.join(''))
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
