import type { Actor } from '../../../access/actor.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { type Answer, file as fileAnswer, page } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { brokenRule, Refusal } from '../../../kernel/refusal.ts'
import { importForm } from './forms.ts'
import { exampleFile, importPage, previewPage, rejectedFile, savedPage } from './import-page.ts'
import { judgeFile, saveFile } from './judge-file.ts'
import { examplePath, importPath } from './paths.ts'
import { most, readPeopleFile, textOfFile } from './read-file.ts'

const chooseView = 'people/import'
const previewView = 'people/preview'
const csv = 'text/csv; charset=utf-8'

/** A file is read, judged row by row, shown and confirmed. It travels in the form: nothing is kept of it before. */
export function importRoutes(route: Routes): void {
  route.get(importPath, { right: 'addPeople', queries: 0 }, ({ actor }) => page(chooseView, importPage(actor)))

  route.get(examplePath, { right: 'addPeople', queries: 2 }, ({ actor }) =>
    fileAnswer(exampleFile(actor), { name: 'personer-eksempel.csv', mediaType: csv }),
  )

  route.post(
    importPath,
    {
      right: 'addPeople',
      form: importForm,
      repeatable: true,
      upload: { field: 'fil', maxFiles: 1, maxBytes: most.bytes },
      onInvalid: async ({ actor }, form) =>
        form.values.handling === 'gem' ? again(actor, form) : page(chooseView, importPage(actor, form)),
    },
    async ({ actor, form, files: [sent] }) => {
      const { handling, vist, navn } = form
      if (handling !== 'laes') {
        const file = readPeopleFile(form.source, 'source')
        if (handling === 'gem')
          return page('people/saved', savedPage(await saveFile(actor, file, vist)), { done: true })
        const content = rejectedFile(file, await judgeFile(actor, file))
        return fileAnswer(content, { name: 'afviste-personer.csv', mediaType: csv })
      }
      if (!sent && form.source.trim() === '') throw brokenRule('Vælg en fil, eller indsæt rækkerne.', 'fil')
      const source = sent ? textOfFile(sent.buffer) : form.source
      return preview(actor, source, sent?.name ?? (navn || unnamed), sent ? 'fil' : 'source')
    },
  )
}

const unnamed = 'Indsat tekst'

async function preview(
  actor: Actor,
  source: string,
  name: string,
  field: 'fil' | 'source',
  form?: FormState,
): Promise<Answer> {
  const file = readPeopleFile(source, field)
  const judgement = await judgeFile(actor, file)
  return page(previewView, previewPage(actor, { file, judgement, source, name }, form))
}

/** What was confirmed is shown as it stands now; where it cannot be read any more, the file is chosen again. */
async function again(actor: Actor, form: FormState): Promise<Answer> {
  const { source, navn } = form.values
  try {
    return await preview(actor, String(source ?? ''), String(navn ?? ''), 'source', form)
  } catch (refused) {
    if (!(refused instanceof Refusal)) throw refused
    return page(chooseView, importPage(actor, form))
  }
}
