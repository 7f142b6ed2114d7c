import { Parser } from 'htmlparser2'

export interface FoundForm {
  action: string
  multipart: boolean
  fields: { name: string; values: string[] }[]
}

/** The forms of a page that change something, with what each field could be sent with. */
export function formsOn(html: string): FoundForm[] {
  const found: FoundForm[] = []
  let form: FoundForm | null = null
  let select: string | null = null
  let textarea: { name: string; text: string } | null = null
  const add = (name: string | undefined, value: string) => {
    if (!form || !name) return
    const field = form.fields.find(one => one.name === name)
    if (field) field.values.push(value)
    else form.fields.push({ name, values: [value] })
  }
  const parser = new Parser(
    {
      onopentag(tag, at) {
        if (tag === 'form') {
          if (at.method !== 'post') return
          form = { action: at.action ?? '', multipart: at.enctype === 'multipart/form-data', fields: [] }
          found.push(form)
        } else if (tag === 'input' || tag === 'button') add(at.name, at.value ?? '')
        else if (tag === 'select') select = at.name ?? null
        else if (tag === 'option' && select) add(select, at.value ?? '')
        else if (tag === 'textarea') textarea = { name: at.name ?? '', text: '' }
      },
      ontext(text) {
        if (textarea) textarea.text += text
      },
      onclosetag(tag) {
        if (tag === 'form') form = null
        else if (tag === 'select') select = null
        else if (tag === 'textarea' && textarea) {
          add(textarea.name, textarea.text)
          textarea = null
        }
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return found
}
