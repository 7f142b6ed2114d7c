import { withQuery } from '../pages/paging.ts'
import type { DeclaredRoute } from '../route-specs.ts'

/** An address with its parameters filled in: '/sager/:number/rediger' and { number: '2026-001' }. */
export const filled = (pattern: string, params: Record<string, string>): string =>
  pattern.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''))

/** Reads an address's parameters by the pattern; null when it is another's. */
export function paramsIn(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const text = given[index] ?? ''
    if (!part.startsWith(':')) {
      if (part !== text.toLowerCase()) return null
      continue
    }
    try {
      params[part.slice(1)] = decodeURIComponent(text)
    } catch {
      return null
    }
    if (text === '') return null
  }
  return params
}

/**
 * The page that a form stands on: the one of its own address where there is one, and else the nearest page above it.
 * A form that stands elsewhere says so where it is declared.
 */
export function pageAbove(path: string, declared: readonly DeclaredRoute[]): string {
  const pages = new Set(declared.filter(({ method }) => method === 'get').map(route => route.path))
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (pages.has(at)) return at
  return '/'
}

/** Where a draft is shown in its form again; whoever is not its writer is led on to the form's page. */
export const draftPath = (form: string, page: string): string => withQuery(`/kladder/${form}`, { side: page })
