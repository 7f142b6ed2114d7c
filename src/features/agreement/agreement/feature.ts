import type { Feature } from '../../../http/feature.ts'
import { agreementRoutes } from './routes.ts'
import { verifyAgreements } from './version/verify-agreements.ts'

export const agreementFeature: Feature = {
  name: 'agreement',
  routes: agreementRoutes,
  checks: [{ about: 'Agreements', find: verifyAgreements }],
}
