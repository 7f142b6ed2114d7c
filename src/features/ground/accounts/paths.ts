export const accountsPath = '/konti'
export const accountPath = (id: number): string => `${accountsPath}/${id}`
export const peoplePath = `${accountsPath}/personer`
export const newAccountPath = `${accountsPath}/ny`
export const signInLogPath = `${accountsPath}/log`
export const accountPasswordPath = (id: number): string => `${accountPath(id)}/adgangskode`
export const closeAccountPath = (id: number): string => `${accountPath(id)}/luk`
export const reopenAccountPath = (id: number): string => `${accountPath(id)}/genaabn`

export const myAccountPath = '/min-konto'
export const myPasswordPath = `${myAccountPath}/adgangskode`
export const myDataPath = (form: 'csv' | 'json'): string => `${myAccountPath}/oplysninger.${form}`

/** What templates lead to by name. */
export const addresses = {
  accounts: accountsPath,
  newAccount: newAccountPath,
  signInLog: signInLogPath,
  people: peoplePath,
  myAccount: myAccountPath,
  myPassword: myPasswordPath,
  myDataCsv: myDataPath('csv'),
  myDataJson: myDataPath('json'),
} as const
