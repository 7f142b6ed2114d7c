import { bothTexts, laidAside } from './both-texts.js'
import { longTexts, readFields, saidOf, writeFields } from './form-fields.js'
import { mergeUpon, unlikeFields } from './merge-fields.js'
import { mergeParagraphs, placesIn, textOfParts } from './merge-paragraphs.js'

const pause = 600

/**
 * Another's text and one's own at a form, until its writer has chosen at each place where they part, and the one that was
 * not chosen for as long as the page is open. `decided` is told what stands on the server and its version, once the form
 * holds what was chosen; `takenBack` that the other version is in the form after all.
 */
export function twoVersions(form, { decided, takenBack }) {
  const texts = longTexts(form)
  let panel = null
  let aside = null
  let shown = null
  let timer
  /** The places as they were drawn last. */
  let drawn = ''

  // Whoever writes on sees what is compared: the form as it is.
  form.addEventListener('input', () => {
    if (!panel) return
    clearTimeout(timer)
    timer = setTimeout(draw, pause)
  })
  return { isOpen: () => panel !== null, show, offerBack, focus: () => panel?.focus() }

  /** @param base what both began with; null: nobody knows, and each text is one place */
  function show({ theirs, current, message, base = null }) {
    shown = { theirs, current, message, base }
    aside?.remove()
    draw()
  }

  function draw() {
    clearTimeout(timer)
    if (!shown) return
    const { places } = compared(readFields(form))
    const told = JSON.stringify(places)
    if (panel && told === drawn) return
    drawn = told
    panel?.remove()
    panel = bothTexts(form, {
      // The server's own page has said it above.
      heading: form.dataset.conflict === undefined ? 'En anden har gemt imens' : 'Vælg, hvad der skal gælde',
      places,
      message: shown.message,
      choose,
    })
  }

  /** The form's fields against the other's: what is settled, and the places where a person chooses. */
  function compared(mine) {
    const { theirs, base } = shown
    const { fields, disputed } = mergeUpon(base, mine, theirs, texts)
    const places = []
    const parts = {}
    for (const name of disputed.filter(one => texts.includes(one))) {
      parts[name] = base ? mergeParagraphs(base[name], mine[name], theirs[name]) : wholeTexts(mine[name], theirs[name])
      const { label } = saidOf(form, name, '')
      for (const place of placesIn(parts[name]))
        places.push({
          name,
          long: true,
          legend: label,
          pairs: [{ label, mine: place.mine.join('\n'), theirs: place.theirs.join('\n') }],
        })
    }
    const short = disputed.filter(name => !texts.includes(name))
    if (short.length > 0) places.push({ names: short, long: false, legend: 'Resultatet', pairs: short.map(pairOf) })
    return { fields, disputed, places, parts }

    function pairOf(name) {
      const { label, text } = saidOf(form, name, mine[name])
      return { label, mine: text, theirs: saidOf(form, name, theirs[name]).text }
    }
  }

  function choose(choices) {
    const mine = readFields(form)
    const { theirs, current } = shown
    const { fields, disputed, places, parts } = compared(mine)
    panel.remove()
    panel = null
    const result = { ...fields }
    for (const name of Object.keys(parts))
      result[name] = textOfParts(
        parts[name],
        choices.filter((_, at) => places[at].name === name),
      )
    for (const [at, { names = [] }] of places.entries())
      for (const name of names) result[name] = choices[at] === 'theirs' ? (theirs[name] ?? '') : mine[name]
    writeFields(form, result)
    shown = null
    const takesOwn = !choices.includes('theirs')
    if (!choices.includes('both')) {
      const whose = takesOwn ? 'Den anden udgave' : 'Din egen udgave'
      offerBack(
        takesOwn ? theirs : mine,
        `${whose} er lagt til side. Du kan bruge den i stedet, så længe siden er åben.`,
        disputed,
      )
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

const wholeTexts = (mine, theirs) => [
  { mine: String(mine ?? '').split('\n'), theirs: String(theirs ?? '').split('\n') },
]
