export const referralsPath = '/forelaeggelser'
export const referralPath = (number: string): string => `${referralsPath}/${number}`

/** What templates lead to by name. */
export const addresses = { referrals: referralsPath } as const
