import { page, redirect } from '../../http/answers.ts'
import type { Routes } from '../../http/route.ts'
import { brokenRule } from '../../kernel/refusal.ts'
import { importForm } from './forms.ts'
import { importAgreement } from './import-agreement.ts'
import { importPage, importPath, previewPage } from './import-page.ts'
import { versionPath } from './labels.ts'
import { largestDocument, readDocument } from './read-document.ts'

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
      onInvalid: ({ actor }, form) => {
        const { source, navn } = form.values
        return typeof source === 'string' && source.trim() !== '' && form.values.handling === 'gem'
          ? page(previewView, previewPage(actor, { source, name: String(navn ?? '') }, form))
          : page(chooseView, importPage(form))
      },
    },
    async ({ actor, form, files: [file] }) => {
      if (form.handling === 'gem') {
        const { source, navn: name, organisations } = form
        const { year } = await importAgreement(actor, { source, name: name || unnamed, organisations })
        return redirect(versionPath(year), `Aftalen fra ${year} er gemt og forseglet.`)
      }
      const source = file ? readDocument(file) : form.source
      if (source.trim() === '') throw brokenRule('Vælg en fil, eller indsæt aftalens tekst.', 'fil')
      return page(previewView, previewPage(actor, { source, name: file?.name ?? (form.navn || unnamed) }))
    },
  )
}

const unnamed = 'Indsat tekst'
