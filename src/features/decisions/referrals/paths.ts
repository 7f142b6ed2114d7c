export const referralsPath = '/forelaeggelser'
export const referralPath = (number: string): string => `${referralsPath}/${number}`
