import type { Feature } from '../../../http/feature.ts'
import { addresses } from './paths.ts'

/** Its pages stand before the portal is there, and before anybody can sign in: src/app.ts opens them itself. */
export const setupFeature: Feature = {
  name: 'setup',
  addresses,
}
