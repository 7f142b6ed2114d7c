import { parseDocument } from 'htmlparser2'

export interface FormOnPage {
  action: string
  /** As a browser would send them, without the button that is pressed. */
  fields: Record<string, string | string[]>
  /** The names of those that take long texts. */
  texts: string[]
  /** Whether it takes a file. */
  multipart: boolean
}

interface Node {
  name?: string
  attribs?: Record<string, string>
  children?: Node[]
  data?: string
}

/** The forms of a page that are sent, as a browser reads them. */
export function formsOn(page: string): FormOnPage[] {
  const found: FormOnPage[] = []
  walk(parseDocument(page) as unknown as Node, node => {
    if (node.name === 'form' && node.attribs?.method === 'post') found.push(read(node))
  })
  return found
}

/** The page's form with this address. */
export function formTo(page: string, action: string): FormOnPage {
  const forms = formsOn(page)
  const form = forms.find(one => one.action === action)
  if (!form) throw new Error(`No form to ${action} among ${forms.map(one => one.action).join(', ')}`)
  return form
}

function read(form: Node): FormOnPage {
  const fields: Record<string, string | string[]> = {}
  const texts: string[] = []
  const add = (name: string, value: string) => {
    const known = fields[name]
    fields[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]
  }
  walk(form, node => {
    const { name, type = '', value = '' } = node.attribs ?? {}
    if (!name) return
    if (node.name === 'textarea') {
      texts.push(name)
      add(name, textOf(node).replace(/^\n/, ''))
    }
    if (node.name === 'select') add(name, chosenIn(node))
    else if (node.name === 'input' && !['submit', 'file'].includes(type)) {
      if (!['checkbox', 'radio'].includes(type)) add(name, value)
      else if (node.attribs?.checked !== undefined) add(name, value || 'on')
    }
  })
  const { action = '', enctype } = form.attribs ?? {}
  return { action, fields, texts, multipart: enctype === 'multipart/form-data' }
}

function chosenIn(select: Node): string {
  const options: Node[] = []
  walk(select, node => {
    if (node.name === 'option') options.push(node)
  })
  const chosen = options.find(option => option.attribs?.selected !== undefined) ?? options[0]
  return chosen?.attribs?.value ?? ''
}

const textOf = (node: Node): string => node.data ?? (node.children ?? []).map(textOf).join('')

function walk(node: Node, see: (node: Node) => void): void {
  see(node)
  for (const child of node.children ?? []) walk(child, see)
}
