import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'rolldown/utils'

export async function load(url, context, next) {
  // Vitest marks each time that it asks for a test's file.
  const [file] = url.split('?')
  if (!file.startsWith('file:') || !file.endsWith('.ts')) return next(url, context)
  const path = fileURLToPath(file)
  const { code, map, errors } = transformSync(path, await readFile(path, 'utf8'), { lang: 'ts', sourcemap: true })
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0].message}`)
  const lines = Buffer.from(JSON.stringify(map)).toString('base64')
  return {
    format: 'module',
    source: `${code}\n//# sourceMappingURL=data:application/json;base64,${lines}`,
    shortCircuit: true,
  }
}
