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
const entities: string[] = []
for (const [sign, entity] of [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&#34;'],
  ["'", '&#39;'],
] as const)
  entities[sign.charCodeAt(0)] = entity

/** As EJS escapes, in one walk over the text where it holds anything to escape: few texts do, but one may hold a million. */
export const escapeText = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  const text = String(value)
  if (!special.test(text)) return text
  let escaped = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const entity = entities[text.charCodeAt(at)]
    if (entity === undefined) continue
    escaped += text.slice(from, at) + entity
    from = at + 1
  }
  return escaped + text.slice(from)
}
