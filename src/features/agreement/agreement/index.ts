export { agreementGroup } from './event-subjects.ts'
export { rhythmIn } from './import/found-rhythm.ts'
export { importAgreement, sealedSignatures } from './import/import-agreement.ts'
export { reportLines } from './import/import-report.ts'
export { matchOrganisations } from './import/match-organisations.ts'
export { type ParsedAgreement, parseAgreement } from './import/parse-agreement.ts'
export { understandFile, understandText } from './import/understand.ts'
export { sectionAnchor } from './labels.ts'
export {
  findVersion,
  readKnownOrganisations,
  readVersions,
  rhythmFactsOf,
  type SectionRow,
  type VersionRow,
  versionInForce,
} from './queries.ts'
export { sectionRedline } from './redline/comparison-page.ts'
export * from './rhythm/revision-rhythm.ts'
export * from './rhythm/round-states.ts'
export { addendumHash, addendumSeal } from './version/addendum-seal.ts'
export * from './version/agreement-text.ts'
export { readableDrafts } from './version/draft-openness.ts'
export { enterVersion, type NewVersion } from './version/enter-version.ts'
export { inForceOn } from './version/in-force.ts'
export { namesIn } from './version/stored-text.ts'
export { verifyAgreements } from './version/verify-agreements.ts'
export { yearsGoneOverTo } from './version/version-addenda.ts'
