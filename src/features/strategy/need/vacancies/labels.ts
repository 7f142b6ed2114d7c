/** Why homes stand empty, as the yearly count sorts it. */
export const causeNames = {
  DEMAND: 'Svigtende efterspørgsel',
  RENT: 'Høj husleje',
  CONDITION: 'Boligernes stand eller indretning',
  PLACE: 'Beliggenhed eller omdømme',
  LETTING: 'Udlejningsregler eller anvisning',
  RENOVATION: 'Renovering eller genhusning',
  NEW: 'Nybyggeri under udlejning',
  OTHER: 'Andet',
} as const
export type Cause = keyof typeof causeNames
