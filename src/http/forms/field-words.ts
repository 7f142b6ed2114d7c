import { Parser } from 'htmlparser2'

/**
 * What a field and its choices are called stands at the field, and nowhere else. A summary of errors and the two texts
 * of a conflict stand above the fields: they leave a mark, and the drawn page says what it means. The marks are
 * characters that stand for nothing in any text; one that a person typed names a field, or stays.
 */
const [open, between, close] = ['\uE010', '\uE011', '\uE012'] as const
const marks = new RegExp(`${open}([^${open}${close}]*)${close}`, 'g')

/** The label of a field, by the field's name. */
export const labelMark = (name: string): string => `${open}${name}${close}`

/** What a choice of a field is called; in a field that offers none, the text as it is, line by line. */
export const choiceMark = (name: string, text: string): string =>
  text
    .split('\n')
    .map(line => `${open}${name}${between}${line}${close}`)
    .join('\n')

/** The page with each mark in words. A page without any is not read. */
export function withFieldWords(html: string, escaped: (text: string) => string): string {
  if (!html.includes(open)) return html
  const words = wordsOn(html)
  return html.replace(marks, (_mark, said: string) => {
    const [name = '', ...line] = said.split(between)
    if (line.length === 0) return escaped(words.labelOf(name) ?? unnamed)
    const text = line.join(between)
    const choice = words.choicesOf(name).find(({ value }) => escaped(value) === text)
    return choice ? escaped(choice.text) : text
  })
}

/** A field that stands on no page: its text is told all the same. */
const unnamed = 'Felt'

interface Control {
  name: string
  id: string
  type: string
  value: string
  /** The legends of the fieldsets that it stands in, the outermost first, with the fieldset's id. */
  within: Legend[]
}

interface Legend {
  id: string
  text: string
}

interface Choice {
  value: string
  text: string
}

function wordsOn(html: string) {
  const controls: Control[] = []
  const labels = new Map<string, string>()
  const options = new Map<string, Choice[]>()
  const legends: Legend[] = []
  let select = ''
  let heard: { text: string; silent: number } | null = null
  let labelled = ''
  const parser = new Parser({
    onopentag(tag, { id = '', name = '', type = tag, value = '', class: kind = '', for: at = '' }) {
      if (tag === 'fieldset') legends.push({ id, text: '' })
      if (['input', 'select', 'textarea'].includes(tag) && name !== '' && type !== 'hidden')
        controls.push({ name, id, type, value, within: [...legends] })
      if (tag === 'select') select = name
      if (tag === 'option') options.set(select, [...(options.get(select) ?? []), { value, text: '' }])
      if (tag === 'label') labelled = at
      if (tag === 'label' || tag === 'legend' || tag === 'option') heard = { text: '', silent: 0 }
      else if (heard && tag === 'span' && (heard.silent > 0 || kind !== '')) heard.silent += 1
    },
    ontext(text) {
      if (heard && heard.silent === 0) heard.text += text
    },
    onclosetag(tag) {
      if (tag === 'fieldset') legends.pop()
      if (!heard) return
      if (tag === 'span' && heard.silent > 0) heard.silent -= 1
      const text = heard.text.replace(/\s+/g, ' ').trim()
      if (tag === 'label') labels.set(labelled, text)
      else if (tag === 'legend') Object.assign(legends.at(-1) ?? {}, { text })
      else if (tag === 'option') Object.assign(options.get(select)?.at(-1) ?? {}, { text })
      else return
      heard = null
    },
  })
  // What was typed says nothing of a field, and may be as long as all the rest.
  parser.end(html.replace(/(<textarea\b[^>]*>)[^<]*/g, '$1'))
  const isOne = ({ type, value, within, name }: Control) =>
    type === 'checkbox' && value === '1' && !within.some(legend => isOf(legend, name))
  return {
    labelOf(name: string): string | undefined {
      // Where a page has the same form for each of its rows, what is told is of the one that was sent.
      const control =
        controls.find(one => one.name === name && one.id === fieldId(name)) ?? controls.find(one => one.name === name)
      if (!control) return undefined
      const { id, type, within } = control
      const own = within.find(legend => isOf(legend, name))
      const label = own?.text ?? labels.get(id) ?? ''
      // The label of a field in a row says nothing of which row: the row's own legend does.
      const row = name.includes('[') && !own ? within.at(-1)?.text : undefined
      const isChoice = (type === 'radio' || type === 'checkbox') && !own && !isOne(control)
      if (isChoice) return within.at(-1)?.text || undefined
      return [row, label].filter(Boolean).join(': ') || undefined
    },
    choicesOf(name: string): Choice[] {
      const chosen = controls.filter(one => one.name === name && (one.type === 'radio' || one.type === 'checkbox'))
      const ticked = chosen.map(one => ({ value: one.value, text: isOne(one) ? 'Ja' : (labels.get(one.id) ?? '') }))
      return [...(options.get(name) ?? []), ...ticked].filter(({ value, text }) => value !== '' && text !== '')
    },
  }
}

const isOf = ({ id }: Legend, name: string): boolean => id !== '' && id === fieldId(name)

/** What a field's `aria-describedby` names: its hint and what is wrong with it, of those that it has. */
export const describedBy = (id: string, hint: unknown, error: unknown): string =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')

/** An id that a link of the error summary can point to. */
export const fieldId = (name: string): string => `felt-${name.replace(/[[\]]+/g, '-').replace(/-$/, '')}`
