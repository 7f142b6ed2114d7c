import type { Feature } from '../../../http/feature.ts'

export const sealedFeature: Feature = {
  name: 'sealed',
}
