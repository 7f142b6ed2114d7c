/** The door of sealed content: freeze, hash, difference, versions, and sign-off of what was shown. */
export { changedFields, changedRows, type Mark } from './differences.ts'
export { changesText, changeTags, isSameThroughout, redlineRows, redlineSection } from './redline-model.ts'
export { keepVersion, type SealedContent, sealedContent } from './sealed-content.ts'
export { giveSignOff, type SignedThing, type SignOffTable, sideOf, withdrawSignOff } from './sign-off.ts'
export { type SignOffRow, signOffBox } from './sign-off-box.ts'
export {
  changedMeanwhile,
  neededSides,
  type Ownership,
  type SignOffFacts,
  secretariatNames,
  unsignedSides,
  voidedSentence,
} from './sign-off-rules.ts'
