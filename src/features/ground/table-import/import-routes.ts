import type { Actor } from '../../../access/actor.ts'
import type { Right } from '../../../access/policy.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { type Answer, file as fileAnswer, type PageFacts, page } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { brokenRule, Refusal } from '../../../kernel/refusal.ts'
import { importForm } from './import-form.ts'
import { rejectedFile } from './import-pages.ts'
import type { Judgement } from './judge-table.ts'
import { readTable, type TableFile, type TableKind, textOfFile } from './read-table.ts'

type Model = PageFacts & Record<string, unknown>

/** A kind of file with where it is read, who may, and what is said of it. */
export interface TableImport<C extends string, M extends string> {
  path: string
  right: Right
  kind: TableKind<C>
  judge(actor: Actor, file: TableFile<C>): Promise<Judgement<C, M>>
  /** Where a file is chosen: views/table-import/choose.ejs. */
  choose(actor: Actor, form?: FormState): Model
  preview(
    actor: Actor,
    given: { file: TableFile<C>; judgement: Judgement<C, M>; source: string; name: string },
    form?: FormState,
  ): Model
  /** Stores what was confirmed, and answers with what was done. */
  save(actor: Actor, file: TableFile<C>, shown: string): Promise<Answer>
  /** What the file of rejected rows is called. */
  rejectedName: string
}

const chooseView = 'table-import/choose'
const previewView = 'table-import/preview'
export const csvType = 'text/csv; charset=utf-8'
const unnamed = 'Indsat tekst'

/** A file is read, judged row by row, shown and confirmed. It travels in the form: nothing is kept of it before. */
export function tableImportRoutes<C extends string, M extends string>(route: Routes, of: TableImport<C, M>): void {
  const { path, right, kind } = of
  const preview = async (actor: Actor, source: string, name: string, field: 'fil' | 'source', form?: FormState) => {
    const file = readTable(kind, source, field)
    const judgement = await of.judge(actor, file)
    return page(previewView, of.preview(actor, { file, judgement, source, name }, form))
  }
  /** What was confirmed is shown as it stands now; where it cannot be read any more, the file is chosen again. */
  const again = async (actor: Actor, form: FormState): Promise<Answer> => {
    const { source, navn } = form.values
    try {
      return await preview(actor, String(source ?? ''), String(navn ?? ''), 'source', form)
    } catch (refused) {
      if (!(refused instanceof Refusal)) throw refused
      return page(chooseView, of.choose(actor, form))
    }
  }

  route.get(path, { right, queries: 0 }, ({ actor }) => page(chooseView, of.choose(actor)))
  route.post(
    path,
    {
      right,
      form: importForm,
      repeatable: true,
      upload: { field: 'fil', maxFiles: 1, maxBytes: kind.most.bytes },
      onInvalid: async ({ actor }, form) =>
        form.values.handling === 'gem' ? again(actor, form) : page(chooseView, of.choose(actor, form)),
    },
    async ({ actor, form, files: [sent] }) => {
      const { handling, vist, navn } = form
      if (handling !== 'laes') {
        const file = readTable(kind, form.source, 'source')
        if (handling === 'gem') return of.save(actor, file, vist)
        const content = rejectedFile(file, await of.judge(actor, file))
        return fileAnswer(content, { name: of.rejectedName, mediaType: csvType })
      }
      if (!sent && form.source.trim() === '') throw brokenRule('Vælg en fil, eller indsæt rækkerne.', 'fil')
      const source = sent ? textOfFile(sent.buffer) : form.source
      return preview(actor, source, sent?.name ?? (navn || unnamed), sent ? 'fil' : 'source')
    },
  )
}
