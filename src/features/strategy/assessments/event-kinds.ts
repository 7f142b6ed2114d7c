import { kindsAbout } from '../../../access/event-kinds.ts'

export const assessmentEvents = {
  ...kindsAbout('areaAssessment', { everyone: { areaAssessed: 'registrerede en vurdering af boligområdet' } }),
}

type Kinds = typeof assessmentEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
