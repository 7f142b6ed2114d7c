export { addendumHash, addendumSeal } from './addendum-seal.ts'
export * from './agreement-text.ts'
export { sectionRedline } from './comparison-page.ts'
export { readableDrafts } from './draft-openness.ts'
export { enterVersion, type NewVersion } from './enter-version.ts'
export { agreementEvents } from './event-kinds.ts'
export { rhythmIn, wholeRhythm } from './found-rhythm.ts'
export { importAgreement, sealedSignatures } from './import-agreement.ts'
export { reportLines } from './import-report.ts'
export { sectionAnchor } from './labels.ts'
export { matchOrganisations } from './match-organisations.ts'
export { type ParsedAgreement, parseAgreement } from './parse-agreement.ts'
export {
  findVersion,
  readKnownOrganisations,
  readSections,
  readSignatures,
  readVersions,
  rhythmFactsOf,
  type SectionRow,
  textOfVersion,
  type VersionRow,
  versionInForce,
} from './queries.ts'
export * from './revision-rhythm.ts'
export * from './round-states.ts'
export { understandFile, understandText } from './understand.ts'
export { verifyAgreements } from './verify-agreements.ts'
export { yearsGoneOverTo } from './version-addenda.ts'
