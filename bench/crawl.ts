import { paramsIn } from '../src/http/forms/form-addresses.ts'
import type { Page } from './pages.ts'

/** Pages that are read before a kind of page counts as one that no link leads this reader to. */
const mostRead = 1500

/** One address of each kind of page, found as a reader would: by following links from the front page. */
export async function onePageOfEach(url: string, cookie: string, declared: string[]): Promise<Page[]> {
  const found = new Map<string, Page>()
  const waiting = ['/']
  const known = new Set(waiting)
  for (let read = 0; read < mostRead && waiting.length > 0 && found.size < declared.length; read += 1) {
    const path = waiting.shift() ?? '/'
    const body = await pageAt(url, cookie, path)
    if (body === null) continue
    const kind = kindOf(path, declared)
    if (kind && !found.has(kind)) found.set(kind, { name: kind, path, body })
    for (const link of linksOn(body)) {
      if (known.has(link)) continue
      known.add(link)
      // A kind of page that is not found yet is looked at first: lists lead to more than can be read.
      const next = kindOf(link, declared)
      if (next && !found.has(next)) waiting.unshift(link)
      else waiting.push(link)
    }
  }
  return [...found.values()]
}

/** The declared address that answers: one without a parameter before one with. */
const kindOf = (path: string, declared: string[]): string | undefined => {
  const at = path.split('?', 1)[0] ?? ''
  return declared.find(pattern => pattern === at) ?? declared.find(pattern => paramsIn(pattern, at))
}

async function pageAt(url: string, cookie: string, path: string): Promise<string | null> {
  const answer = await fetch(`${url}${path}`, { headers: { Cookie: cookie }, redirect: 'manual' })
  const text = await answer.text()
  return answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html') ? text : null
}

const linksOn = (body: string): string[] =>
  [...body.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
