import { file as fileAnswer, page } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { csvType, tableImportRoutes } from '../table-import/index.ts'
import { exampleFile, importPage, previewPage, savedPage } from './import-page.ts'
import { judgeFile, saveFile } from './judge-file.ts'
import { examplePath, importPath } from './paths.ts'
import { peopleTable } from './read-file.ts'

/** Many people come from a file, by the same acts as one by one. */
export function importRoutes(route: Routes): void {
  tableImportRoutes(route, {
    path: importPath,
    right: 'addPeople',
    kind: peopleTable,
    judge: judgeFile,
    choose: importPage,
    preview: previewPage,
    async save(actor, file, shown) {
      return page('people/saved', savedPage(await saveFile(actor, file, shown)), { done: true })
    },
    rejectedName: 'afviste-personer.csv',
  })
  route.get(examplePath, { right: 'addPeople', queries: 2 }, ({ actor }) =>
    fileAnswer(exampleFile(actor), { name: 'personer-eksempel.csv', mediaType: csvType }),
  )
}
