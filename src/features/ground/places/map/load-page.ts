import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { areasPath, mapPath, outlinesPath } from '../paths.ts'
import type { JudgedOutlines } from './outlines.ts'

const frame = (title: string) => ({
  title,
  active: 'boligomraader',
  crumbs: [{ text: 'Boligområder', href: areasPath }, { text: 'Kort', href: mapPath }, { text: title }],
  action: outlinesPath,
  back: mapPath,
})

/** Where a file of outlines is chosen. */
export const choosePage = (form: FormState = formOf()) => ({ ...frame('Indlæs omrids'), form })

/** What each outline draws, before any of it is stored. */
export function previewPage(judged: JudgedOutlines, values: Record<string, unknown>, form: FormState = formOf()) {
  const { lines, hash } = judged
  const drawn = lines.filter(({ outline }) => outline !== null)
  return {
    ...frame('Gennemse omridsene'),
    form: { ...form, values: { ...values, vist: hash } },
    drawn: drawn.length,
    rejected: lines.length - drawn.length,
    rows: lines
      .toSorted((one, other) => Number(one.fault === null) - Number(other.fault === null))
      .map(({ at, name, fault, outline }) => ({
        ...{ at: String(at), name, verdict: fault ?? 'Tegnes på kortet.' },
        kind: outline ? (outline.place.kind === 'district' ? 'Bydel' : 'Boligområde') : '',
        tag: fault ? { text: 'Afvist', kind: 'danger' } : { text: 'Klar', kind: 'success' },
      })),
  }
}
