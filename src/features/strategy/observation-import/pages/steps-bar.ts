import { deliverPath, headingsPath, importPath, rowsPath } from '../paths.ts'

type Step = 'file' | 'headings' | 'rows' | 'delivery'

/** The four steps of a file, as they stand above each of its pages: those that are behind can be gone back to. */
export function stepsBar(current: Step, id: string | null) {
  const steps: { key: Step; text: string; href: string | null }[] = [
    { key: 'file', text: 'Fil', href: importPath },
    { key: 'headings', text: 'Overskrifter', href: id && headingsPath(id) },
    { key: 'rows', text: 'Rækker', href: id && rowsPath(id) },
    { key: 'delivery', text: 'Levering', href: id && deliverPath(id) },
  ]
  const at = steps.findIndex(({ key }) => key === current)
  return steps.map(({ key, text, href }, index) => ({
    text: `${index + 1}. ${text}`,
    current: key === current,
    href: index < at ? href : null,
  }))
}

export const importCrumbs = (name?: string) => [
  { text: 'Indikatorer', href: importPath.replace(/\/indlaes$/, '') },
  ...(name === undefined ? [{ text: 'Indlæs tal' }] : [{ text: 'Indlæs tal', href: importPath }, { text: name }]),
]
