import { bothTexts, laidAside } from './both-texts.js'
import { longTexts, readFields, writeFields } from './form-fields.js'
import { unlikeFields } from './merge-fields.js'

/**
 * Another's text and one's own at a form, until its writer has chosen, and the one that was not chosen for as long as the
 * page is open. `decided` is told what stands on the server and its version, once the form holds what was chosen;
 * `takenBack` that the other version is in the form after all.
 */
export function twoVersions(form, { decided, takenBack }) {
  const texts = longTexts(form)
  let panel = null
  let aside = null

  return { isOpen: () => panel !== null, show, offerBack }

  function show({ theirs, current, message }) {
    const mine = readFields(form)
    const disputed = unlikeFields(mine, theirs)
    panel?.remove()
    aside?.remove()
    panel = bothTexts(form, {
      // The server's own page has said it above.
      heading: form.dataset.conflict === undefined ? 'En anden har gemt imens' : 'Vælg, hvad der skal gælde',
      theirs,
      mine,
      disputed,
      message,
      choose: choice => choose(choice, { theirs, current, disputed }),
    })
  }

  function choose(choice, { theirs, current, disputed }) {
    const mine = readFields(form)
    panel.remove()
    panel = null
    if (choice === 'theirs') writeFields(form, theirs)
    if (choice === 'both') {
      const joined = texts
        .filter(name => disputed.includes(name))
        .map(name => [name, joinTexts(theirs[name], mine[name])])
      writeFields(form, Object.fromEntries(joined))
    } else {
      const other = choice === 'theirs' ? mine : theirs
      const whose = choice === 'theirs' ? 'Din egen udgave' : 'Den anden udgave'
      offerBack(other, `${whose} er lagt til side. Du kan bruge den i stedet, så længe siden er åben.`, disputed)
    }
    decided(theirs, current)
    form.querySelector('textarea')?.focus()
  }

  /** The version that the form does not hold, to be had back by a press. */
  function offerBack(other, message, names = Object.keys(other)) {
    aside?.remove()
    const disputed = unlikeFields(other, readFields(form)).filter(name => names.includes(name))
    if (disputed.length === 0) return
    aside = laidAside(form, {
      fields: other,
      disputed,
      message,
      takeBack() {
        const now = readFields(form)
        writeFields(form, other)
        offerBack(now, 'Den anden udgave er lagt til side. Du kan bruge den i stedet, så længe siden er åben.')
        takenBack()
      },
    })
  }
}

const joinTexts = (first, second) =>
  [first, second]
    .map(text => (text ?? '').trim())
    .filter(Boolean)
    .join('\n\n')
