import { kindsAbout } from '../../../access/event-kinds.ts'

/** What is told of the town's places. */
export const placeEvents = {
  ...kindsAbout('housingArea', {
    everyone: {
      housingAreaAdded: 'registrerede boligområdet',
      housingAreaRenamed: 'rettede oplysningerne om boligområdet',
      housingAreaClosed: 'lukkede boligområdet',
      housingAreaReopened: 'åbnede boligområdet igen',
      housingAreaMoved: 'registrerede bydelen for boligområdet',
      housingAreaDelimited: 'afgrænsede boligområdet',
      housingAreaSplit: 'delte boligområdet',
      housingAreasMerged: 'sammenlagde andre boligområder med boligområdet',
      delimitationCorrected: 'rettede en afgrænsning af boligområdet',
    },
  }),
  ...kindsAbout('district', {
    everyone: {
      districtAdded: 'registrerede bydelen',
      districtEdited: 'rettede oplysningerne om bydelen',
      districtClosed: 'lukkede bydelen',
      districtReopened: 'åbnede bydelen igen',
    },
  }),
  ...kindsAbout('estate', {
    everyone: {
      estateAdded: 'registrerede afdelingen',
      estateEdited: 'rettede stamdata for afdelingen',
      estateTold: 'registrerede nye oplysninger om afdelingen',
      estateCorrected: 'rettede oplysninger om afdelingen',
      estateClosed: 'registrerede, at afdelingen er ophørt',
      estateReopened: 'åbnede afdelingen igen',
    },
  }),
  ...kindsAbout('outlineFile', { everyone: { outlinesLoaded: 'indlæste omrids til kortet' } }),
}

type Kinds = typeof placeEvents

declare module '../../../database/events.ts' {
  interface DeclaredKinds extends Kinds {}
}
