import type { Agreement, Disagreement } from './rules/recompute.ts'
import type { CriterionKey, ListKind } from './rules/statutory-rules.ts'

/** The six kinds, in the order in which the page shows them. */
export const listNames: Record<ListKind, { name: string; short: string; slug: string }> = {
  VULNERABLE: { name: 'Udsatte boligområder', short: 'Udsat', slug: 'udsat' },
  PARALLEL: { name: 'Parallelsamfund', short: 'Parallelsamfund', slug: 'parallelsamfund' },
  TRANSFORMATION: { name: 'Omdannelsesområder', short: 'Omdannelse', slug: 'omdannelse' },
  PREVENTION: { name: 'Forebyggelsesområder', short: 'Forebyggelse', slug: 'forebyggelse' },
  COMBINED_LETTING: { name: 'Kombineret udlejning', short: 'Kombineret udlejning', slug: 'kombineret-udlejning' },
  POLICE: { name: 'Politiets liste', short: 'Politiet', slug: 'politiet' },
}
export const listKinds = Object.keys(listNames) as [ListKind, ...ListKind[]]

export const criterionNames: Record<CriterionKey, { name: string; short: string }> = {
  WORK: { name: 'Uden arbejde eller uddannelse', short: 'Uden arbejde' },
  CONVICTED: { name: 'Dømte', short: 'Dømte' },
  EDUCATION: { name: 'Kun grundskole', short: 'Kun grundskole' },
  INCOME: { name: 'Indkomst i forhold til regionen', short: 'Indkomst' },
  NON_WESTERN: { name: 'Indvandrere og efterkommere fra ikkevestlige lande', short: 'Ikkevestlig oprindelse' },
}
export const criterionKeys = Object.keys(criterionNames) as [CriterionKey, ...CriterionKey[]]

export const disagreementText: Record<Disagreement, string> = {
  TOO_FEW_RESIDENTS: 'Området har efter listens tal færre beboere, end reglerne kræver.',
  TOO_FEW_CRITERIA: 'Efter listens tal er der opfyldt færre kriterier, end reglerne kræver.',
  BESIDES_NOT_MET: 'Efter listens tal er kriteriet om ikkevestlig oprindelse ikke opfyldt.',
  OTHER_CRITERIA: 'Listen angiver andre opfyldte kriterier, end portalen beregner af listens tal.',
  TOO_FEW_YEARS: 'Området har efter de registrerede lister været parallelsamfund i færre år, end reglerne kræver.',
  NOT_ISSUED: 'Efter tallene opfylder området reglerne, men det står ikke på listen.',
}

export const unknownText: Record<Extract<Agreement, { kind: 'UNKNOWN' }>['why'], string> = {
  NO_RULE: 'Listen følger ingen regler, som portalen kan regne efter.',
  MISSING_FIGURES: 'Der mangler tal, som er afgørende.',
  HISTORY: 'De tidligere lister er ikke registreret, eller området var afgrænset anderledes.',
  NO_YEARS: 'Det er ikke sikkert, hvor mange år i træk reglerne krævede dengang.',
}

/** »2,30 %« of hundredths; what rides on a reference has its thousandths. */
export const percentText = (hundredths: number): string =>
  `${(hundredths / 100).toFixed(Number.isInteger(Math.round(hundredths * 10) / 10) ? 2 : 3).replace('.', ',')} %`

/** »1.032« */
export const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')
