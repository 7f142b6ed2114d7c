import type { Feature } from '../../../http/feature.ts'
import { textSearch } from '../adoption/index.ts'
import { addresses, procedurePath } from './paths.ts'
import { procedureKind } from './procedure-kind.ts'
import { procedureRoutes } from './routes.ts'
import { verifyProcedure } from './verify-procedure.ts'

export const procedureFeature: Feature = {
  name: 'procedure',
  addresses,
  routes: procedureRoutes,
  navigation: [
    {
      menu: 'main',
      under: 'cooperation',
      order: 85,
      href: procedurePath,
      text: 'Forretningsorden',
      key: 'forretningsorden',
    },
  ],
  search: [textSearch(procedureKind, { order: 46, more: 'Vis forretningsordenen' })],
  checks: [{ about: 'Rules of procedure', find: verifyProcedure }],
}
