export const accountsPath = '/konti'
export const accountPath = (id: number): string => `${accountsPath}/${id}`
export const peoplePath = `${accountsPath}/personer`
