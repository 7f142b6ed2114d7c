import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import { conflictPairs } from './conflict-pairs.ts'
import { typed } from './forms.ts'
import type { Renderer } from './respond.ts'

type Locals = Record<string, unknown>
type Compiled = (locals: Locals) => string

/**
 * EJS with an include of our own: names start at the views' folder, compiled templates are kept, and an included
 * template sees only what it is given, besides `page` and the four helpers. EJS's own include looks for the file on
 * disk each time, which costs more than the row it prints.
 */
export function createRenderer(options: {
  viewsDir: string
  cache: boolean
  asset: (name: string) => string
}): Renderer {
  const compiled = new Map<string, Compiled>()
  const helpers = { asset: options.asset, typed, fieldId, conflictPairs }

  const template = (name: string): Compiled => {
    const known = options.cache ? compiled.get(name) : undefined
    if (known) return known
    const filename = join(options.viewsDir, `${name}.ejs`)
    const made = ejs.compile(readFileSync(filename, 'utf8'), { filename }) as Compiled
    compiled.set(name, made)
    return made
  }

  const render = (name: string, locals: Locals): string => {
    const include = (part: string, data: Locals = {}) => render(part, { ...data, page: locals.page, ...helpers })
    // A name among the locals stands before EJS's own include.
    return template(name)({ ...locals, include })
  }

  return {
    render(view, locals) {
      const taken = Object.keys(helpers).find(name => name in locals)
      if (taken) throw new Error(`The model of ${view} calls something »${taken}«, which is a helper of all templates.`)
      return render(view, { ...locals, ...helpers })
    },
  }
}

/** An id that a link of the error summary can point to. */
const fieldId = (name: string): string => `felt-${name.replace(/[[\]]+/g, '-').replace(/-$/, '')}`
