import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import type { Renderer } from './respond.ts'

type Locals = Record<string, unknown>
type Include = (part: string, data?: Locals) => string
type Compiled = (locals: Locals, include: Include) => string

/**
 * EJS with an include of our own: names start at the views' folder, compiled templates are kept, and an included
 * template sees only what it is given, besides `page` and the three helpers. EJS's own include looks for the file on
 * disk each time, which costs more than the row it prints.
 */
export function createRenderer(options: {
  viewsDir: string
  cache: boolean
  asset: (name: string) => string
}): Renderer {
  const compiled = new Map<string, Compiled>()
  const helpers = { asset: options.asset, typed, fieldId }

  const template = (view: string, locals: Locals): Compiled => {
    const names = Object.keys(locals)
    const key = `${view}:${names}`
    const known = options.cache ? compiled.get(key) : undefined
    if (known) return known
    const filename = join(options.viewsDir, `${view}.ejs`)
    const made = compile(readFileSync(filename, 'utf8'), filename, names)
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

/**
 * A template as a function in which the locals of these names are variables. EJS itself puts the locals around the
 * template by `with`, which lets the engine neither optimise it nor know what a name means: that doubles what a page
 * costs. A name that is not given is unknown here too, and stops the page.
 */
function compile(text: string, filename: string, names: string[]): Compiled {
  const template = new ejs.Template(text, { filename, _with: false, compileDebug: false })
  template.compile()
  const variables = names.filter(canBeVariable).map(name => `${name} = locals.${name}`)
  // The template stands in a block of its own, where it may give a name another meaning.
  const source = `let ${variables.join(', ')}; {
${template.source}}
//# sourceURL=${filename}`
  const print = new Function('locals', 'include', 'escapeFn', source) as (...given: unknown[]) => string
  return (locals, include) => print(locals, include, escapeText)
}

const reserved = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum escapeFn eval export
   extends false finally for function if implements import in include instanceof interface let locals new null package
   private protected public return static super switch this throw true try typeof var void while with yield`.split(
    /\s+/,
  ),
)

const canBeVariable = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name) && !reserved.has(name)

const special = /[&<>'"]/

/** As EJS escapes, which looks for what to replace in every text, though few have any. */
const escapeText = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  const text = String(value)
  return special.test(text) ? ejs.escapeXML(text) : text
}

/** What was typed in a field, by the field's name, which may reach into rows: consequences[0][amount]. */
function typed(form: { values: Record<string, unknown> }, name: string): unknown {
  let value: unknown = form.values
  for (const part of name.split(/[[\]]+/)) {
    if (part === '') continue
    if (typeof value !== 'object' || value === null) return ''
    value = (value as Record<string, unknown>)[part]
  }
  return value ?? ''
}

/** An id that a link of the error summary can point to. */
const fieldId = (name: string): string => `felt-${name.replace(/[[\]]+/g, '-').replace(/-$/, '')}`
