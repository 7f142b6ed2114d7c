import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conflictPairs } from './conflict-pairs.ts'
import { typed } from './forms.ts'
import type { Renderer } from './respond.ts'
import { compileTemplate, type Include, type Locals, type Template } from './template.ts'

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
  const compiled = new Map<string, Template>()
  const helpers = { asset: options.asset, typed, fieldId, conflictPairs }

  const template = (view: string, locals: Locals): Template => {
    const names = Object.keys(locals)
    const key = `${view}:${names}`
    const known = options.cache ? compiled.get(key) : undefined
    if (known) return known
    const filename = join(options.viewsDir, `${view}.ejs`)
    const made = compileTemplate(readFileSync(filename, 'utf8'), filename, names)
    // A view is given one set of names, or a few; the bound only guards against a mistake.
    if (compiled.size > 2000) compiled.clear()
    compiled.set(key, made)
    return made
  }

  const render = (view: string, locals: Locals): string => {
    const include: Include = (part, data = {}) => render(part, { ...data, page: locals.page, ...helpers })
    return template(view, locals)(locals, include)
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
