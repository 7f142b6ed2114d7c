export {
  outcomeLabels,
  outcomeOpenings,
  outcomeSentence,
  outcomeText,
  outcomeWords,
} from '../../meetings/cases/index.ts'

/** Said to whoever saves on top of another's text. */
export const otherMinuteTaker = 'En anden referent har gemt dette punkt, mens du skrev. Begge udgaver vises nedenfor.'
