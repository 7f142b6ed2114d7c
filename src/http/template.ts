import ejs from 'ejs'

export type Locals = Record<string, unknown>
export type Include = (part: string, data?: Locals) => string
export type Template = (locals: Locals, include: Include, shared: readonly unknown[]) => string

/**
 * A template as a function in which the locals of these names are variables. EJS itself puts the locals around the
 * template by `with`, which lets the engine neither optimise it nor know what a name means: that doubles what a page
 * costs. A name that is not given is unknown here too, and stops the page. The shared names are variables of all
 * templates; a local cannot take their place.
 */
export function compileTemplate(text: string, filename: string, names: string[], shared: string[]): Template {
  const template = new ejs.Template(text, { filename, _with: false, compileDebug: false })
  template.compile()
  const variables = names
    .filter(name => canBeVariable(name) && !shared.includes(name))
    .map(name => `let ${name} = locals.${name};`)
  // The template stands in a block of its own, where it may give a name another meaning.
  const source = `${variables.join(' ')} {
${template.source}}
//# sourceURL=${filename}`
  const print = new Function('locals', 'include', 'escapeFn', ...shared, source) as (...given: unknown[]) => string
  return (locals, include, values) => print(locals, include, escapeText, ...values)
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
export const escapeText = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  const text = String(value)
  return special.test(text) ? ejs.escapeXML(text) : text
}
