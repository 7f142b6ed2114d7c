export const casesPath = '/sager'
export const casePath = (number: string): string => `${casesPath}/${number}`
