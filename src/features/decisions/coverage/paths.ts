export const mandateMatrixPath = '/mandater/matrix'
export const tryMandatesPath = '/mandater/proev'

/** What templates lead to by name. */
export const addresses = { mandateMatrix: mandateMatrixPath, tryMandates: tryMandatesPath } as const
