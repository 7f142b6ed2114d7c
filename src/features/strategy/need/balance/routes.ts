import { jointGroup } from '../../../../access/joint-group.ts'
import type { Database } from '../../../../database/database.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { csvType } from '../../../ground/table-import/index.ts'
import { needAliasPath, needCsvPath, needPath } from '../paths.ts'
import { balanceCsv, balancePage } from './balance-page.ts'
import { balanceQuery } from './forms.ts'

const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const
const queries = 16

export function balanceRoutes(route: Routes): void {
  route.get(needPath, { ...ofAll, query: balanceQuery, queries }, ({ actor, query }) =>
    page('need/balance', balancePage(actor, query)),
  )
  route.get(needCsvPath, { ...ofAll, query: balanceQuery, queries }, ({ actor, query }) => {
    const { name, content } = balanceCsv(actor, query)
    return file(content, { name, mediaType: csvType })
  })
  route.get(needAliasPath, { ...ofAll, queries: 2 }, () => redirect(needPath))
}
