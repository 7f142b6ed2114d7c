import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import type { Renderer } from './respond.ts'

type Locals = Record<string, unknown>
type Compiled = (locals: Locals, escaping?: unknown, include?: (name: string, data?: Locals) => string) => string

/**
 * EJS with an include of our own: names start at the views' folder, compiled templates are kept, and an included
 * template sees only what it is given, besides `page` and `asset`. EJS's own include looks for the file on disk each
 * time, which costs more than the row it prints.
 */
export function createRenderer(options: {
  viewsDir: string
  cache: boolean
  asset: (name: string) => string
}): Renderer {
  const compiled = new Map<string, Compiled>()

  const template = (name: string): Compiled => {
    const known = options.cache ? compiled.get(name) : undefined
    if (known) return known
    const filename = join(options.viewsDir, `${name}.ejs`)
    const made = ejs.compile(readFileSync(filename, 'utf8'), {
      client: true,
      filename,
      rmWhitespace: false,
    }) as Compiled
    compiled.set(name, made)
    return made
  }

  const render = (name: string, locals: Locals): string => {
    const include = (part: string, data: Locals = {}) =>
      render(part, { ...data, page: locals.page, asset: options.asset })
    return template(name)(locals, undefined, include)
  }

  return { render: (view, locals) => render(view, { ...locals, asset: options.asset }) }
}
