import type { Feature } from '../../../http/feature.ts'

export const hearingFeature: Feature = {
  name: 'hearing',
}
