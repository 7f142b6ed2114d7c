import { contentHash } from './hash.ts'

/** A field that content of a kind got after its first form. */
export interface LaterField {
  /** The form that it came with: 2, 3 … */
  form: number
  /** Where it stands, through objects and lists: 'items.background'. */
  path: string
  /** What stands there where nobody has written anything. */
  empty: null | '' | false | 0 | readonly []
}

export interface ContentForm<Content> {
  /** SHA-256 in hex of the content in the oldest form that can say all of it; a form after the first is named before it. */
  seal(content: Content): string
  /** Content that was stored before it had all its fields, with those that came later. */
  complete(content: Content): Content
}

/**
 * How content of one kind is sealed, through the years. A field that came later is left out of the hash while it is
 * empty: so nothing that was sealed, signed off or sent looks changed because the portal has learnt to keep more.
 * @param later every field since the first form; one that stands here stays for good
 */
export function contentForm<Content extends object>(later: readonly LaterField[]): ContentForm<Content> {
  if (later.length === 0) return { seal: contentHash, complete: content => content }
  return {
    seal(content) {
      const said = structuredClone(content)
      const forms = later.flatMap(field => leaveOutEmpty(said, field))
      const form = Math.max(1, ...forms)
      return form === 1 ? contentHash(said) : `${form}:${contentHash(said)}`
    },
    complete(content) {
      const lacks = later.some(({ path }) => {
        const { parents, name } = placesOf(content, path)
        return parents.some(parent => (parent[name] ?? null) === null)
      })
      // Most content has all its fields: a copy of a long text would cost as much as reading it.
      if (!lacks) return content
      const whole = structuredClone(content)
      for (const { path, empty } of later) {
        const { parents, name } = placesOf(whole, path)
        for (const parent of parents) parent[name] ??= structuredClone(empty)
      }
      return whole
    },
  }
}

/** The field's form for each place where it says something. */
function leaveOutEmpty(content: object, { form, path, empty }: LaterField): number[] {
  const { parents, name } = placesOf(content, path)
  return parents.flatMap(parent => {
    const says = JSON.stringify(parent[name] ?? empty) !== JSON.stringify(empty)
    if (!says) delete parent[name]
    return says ? [form] : []
  })
}

type Fields = Record<string, unknown>

function placesOf(content: object, path: string): { parents: Fields[]; name: string } {
  const steps = path.split('.')
  const name = steps.pop() ?? ''
  let parents: unknown[] = [content]
  for (const step of steps) parents = parents.flatMap(parent => (isFields(parent) ? parent[step] : [])).flat()
  return { parents: parents.filter(isFields), name }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
