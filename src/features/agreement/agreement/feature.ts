import type { Feature } from '../../../http/feature.ts'
import { agreementEvents } from './event-kinds.ts'
import { agreementSubjects } from './event-subjects.ts'
import { addresses, agreementsPath } from './paths.ts'
import { agreementRoutes } from './routes.ts'
import { verifyAgreements } from './version/verify-agreements.ts'

export const agreementFeature: Feature = {
  name: 'agreement',
  addresses,
  routes: agreementRoutes,
  navigation: [
    { menu: 'main', under: 'cooperation', order: 80, href: agreementsPath, text: 'Samarbejdsaftalen', key: 'aftalen' },
    { menu: 'parties', order: 10, href: agreementsPath, text: 'Samarbejdsaftalen' },
  ],
  styles: 'agreement',
  checks: [{ about: 'Agreements', find: verifyAgreements }],
  events: { kinds: agreementEvents, subjects: agreementSubjects },
}
