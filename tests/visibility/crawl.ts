import { parseDocument } from 'htmlparser2'
import type { DeclaredRoute } from '../../src/http/route.ts'

/** Any node of the parsed page that has attributes and children. */
interface Element {
  name?: string
  attribs?: Record<string, string>
  children?: Element[]
}

/** What can be followed from a page without sending anything: links, sources, fragments, and forms that only ask. */
export function linksIn(html: string): string[] {
  const found: string[] = []
  const walk = (element: Element, form: Element | null) => {
    const { name, attribs = {}, children = [] } = element
    for (const attribute of ['href', 'src', 'data-refresh']) if (attribs[attribute]) found.push(attribs[attribute])
    if (name === 'form' && (attribs.method ?? 'get').toLowerCase() === 'get') found.push(asked(element))
    for (const child of children) walk(child, name === 'form' ? element : form)
  }
  walk(parseDocument(html) as unknown as Element, null)
  return [...new Set(found.filter(isOurs).map(href => href.replace(/#.*$/, '')))].filter(href => href !== '')
}

const isOurs = (href: string): boolean => href.startsWith('/') && !href.startsWith('//')

/** The address that a form asks for when it is sent as it stands. */
function asked(form: Element): string {
  const fields = new URLSearchParams()
  const collect = (element: Element) => {
    const { name, attribs = {}, children = [] } = element
    if (name === 'input' && attribs.name && !['checkbox', 'radio', 'submit'].includes(attribs.type ?? 'text'))
      fields.append(attribs.name, attribs.value ?? '')
    if (name === 'input' && attribs.name && attribs.checked !== undefined)
      fields.append(attribs.name, attribs.value ?? 'on')
    if (name === 'select' && attribs.name) {
      const options = children.filter(child => child.name === 'option')
      const chosen = options.find(option => option.attribs?.selected !== undefined) ?? options[0]
      fields.append(attribs.name, chosen?.attribs?.value ?? '')
    }
    for (const child of children) collect(child)
  }
  collect(form)
  return `${form.attribs?.action ?? '/'}?${fields}`
}

/** »/moeder/7/dagsorden?x=1« → »/moeder/:meeting/dagsorden«: the declared route that answers an address. */
export function patterns(declared: readonly DeclaredRoute[]): (address: string) => string {
  const known = declared
    .filter(({ method }) => method === 'get')
    .map(({ path }) => ({ path, matches: new RegExp(`^${path.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+')}$`) }))
  return address => {
    const path = address.split('?')[0] ?? ''
    return known.find(({ matches }) => matches.test(path))?.path ?? path
  }
}
