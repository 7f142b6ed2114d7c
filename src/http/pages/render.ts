import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { conflictPairs, takenOver } from '../forms/conflict-pairs.ts'
import { describedBy, fieldId, withFieldWords } from '../forms/field-words.ts'
import { errorNamed, typed } from '../forms/forms.ts'
import { baseOf } from '../forms/three-way.ts'
import { filterBar } from './filters.ts'
import type { Renderer } from './respond.ts'
import { cellsOf, classOf, matrixCells, shownColumns } from './table.ts'
import { compileTemplate, escapeText, type Include, type Locals, type Template } from './template.ts'

/**
 * EJS with an include of our own: names start at the views' folder, compiled templates are kept, and an included
 * template sees only what it is given, besides `page` and the helpers. EJS's own include looks for the file on
 * disk each time, which costs more than the row it prints.
 */
export function createRenderer(options: {
  viewsDir: string
  cache: boolean
  asset: (name: string) => string
  /** Addresses by name, as `to` in all templates. */
  to: Readonly<Record<string, string>>
}): Renderer {
  const { texts, compiled } = options.cache
    ? keptFrom(options.viewsDir)
    : { texts: null, compiled: new Map<string, Compiled[]>() }
  const helpers = {
    asset: options.asset,
    to: options.to,
    typed,
    fieldId,
    describedBy,
    conflictPairs,
    takenOver,
    baseOf,
    errorNamed,
    shownColumns,
    classOf,
    cellsOf,
    matrixCells,
    filterBar,
  }
  const shared = ['page', ...Object.keys(helpers)]

  const template = (view: string, locals: Locals): Template => {
    const names = Object.keys(locals)
    const known = options.cache ? compiled.get(view) : undefined
    const fitting = known?.find(made => isSame(made.names, names))
    if (fitting) return fitting.template
    const filename = join(options.viewsDir, `${view}.ejs`)
    const text = texts ? texts.get(filename) : readFileSync(filename, 'utf8')
    if (text === undefined) throw new Error(`There was no view ${filename} when the portal started.`)
    const made = compileTemplate(text, filename, names, shared)
    // A view is given one set of names, or a few; the bound only guards against a mistake.
    const others = known && known.length < 50 ? known : []
    compiled.set(view, [...others, { names, template: made }])
    return made
  }

  return {
    render(view, page, model) {
      const taken = shared.find(name => name in model)
      if (taken) throw new Error(`The model of ${view} calls something »${taken}«, which all templates are given.`)
      const common = [page, ...Object.values(helpers)]
      const include: Include = (part, data = nothing) => template(part, data)(data, include, common)
      return withFieldWords(include(view, model), escapeText)
    },
  }
}

const nothing: Locals = {}

interface Compiled {
  names: string[]
  template: Template
}

const isSame = (some: string[], others: string[]): boolean =>
  some.length === others.length && some.every((name, index) => name === others[index])

/** What a folder's renderers share: its templates depend on nothing but their text. */
interface Views {
  texts: ReadonlyMap<string, string>
  compiled: Map<string, Compiled[]>
}

const kept = new Map<string, Views>()

/**
 * All texts are read at once, when the portal starts: new files put in place under a running portal would otherwise be
 * mixed with the old code, page by page. They are compiled when they are first asked for.
 */
function keptFrom(folder: string): Views {
  const known = kept.get(folder) ?? { texts: textsIn(folder), compiled: new Map<string, Compiled[]>() }
  kept.set(folder, known)
  return known
}

const textsIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ejs'))
      .map(name => join(folder, name))
      .map(file => [file, readFileSync(file, 'utf8')]),
  )
