import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { importForm, remarkList } from '../forms.ts'
import { importPath, versionPath } from '../paths.ts'
import { importAgreement } from './import-agreement.ts'
import { importPage, previewPage } from './import-page.ts'
import { largestDocument, understandFile, understandText } from './understand.ts'

const chooseView = 'agreement/import'
const previewView = 'agreement/preview'

/** A document is read, shown and confirmed. The text travels in the form, so nothing is kept of what is not confirmed. */
export function importRoutes(route: Routes): void {
  route.get(importPath, { right: 'manageOwnSide', queries: 0 }, () => page(chooseView, importPage()))

  route.post(
    importPath,
    {
      right: 'manageOwnSide',
      form: importForm,
      upload: { field: 'fil', maxFiles: 1, maxBytes: largestDocument },
      onInvalid: async ({ actor }, form) => {
        const { source, navn } = form.values
        if (typeof source !== 'string' || source.trim() === '' || form.values.handling !== 'gem') {
          return page(chooseView, importPage(form))
        }
        const understood = await understandText(actor, source).catch(() => null)
        if (!understood) return page(chooseView, importPage(form))
        return page(
          previewView,
          previewPage(actor, { ...understood, ...remarksOf(form.values), name: String(navn ?? '') }, form),
        )
      },
    },
    async ({ actor, form, files: [file] }) => {
      if (form.handling === 'gem') {
        const { source, navn: name, organisations } = form
        const { year } = await importAgreement(actor, { source, name: name || unnamed, organisations })
        return redirect(versionPath(year), `Aftalen fra ${year} er gemt og forseglet.`)
      }
      if (!file && form.source.trim() === '') throw brokenRule('Vælg en fil, eller indsæt aftalens tekst.', 'fil')
      const understood = file
        ? await understandFile(actor, file)
        : { ...(await understandText(actor, form.source)), ...remarksOf(form) }
      return page(previewView, previewPage(actor, { ...understood, name: file?.name ?? (form.navn || unnamed) }))
    },
  )
}

const unnamed = 'Indsat tekst'

/** What the file lost on its way is told until the text is stored, also when the text is read again. */
const remarksOf = (form: { tabt?: unknown; aendret?: unknown }) => ({
  lost: remarkList.parse(form.tabt),
  changed: remarkList.parse(form.aendret),
})
