/** What is told when a draft has been saved. @param voided whether sign-offs were given to the one before */
export const savedText = (voided: boolean): string =>
  voided ? 'Udkastet er gemt. Godkendelserne er bortfaldet, fordi teksten er ændret.' : 'Udkastet er gemt.'
