/** All that an organisation is asked to answer. */
export const answersPath = (organisation: string): string => `/parter/${organisation}/svar`
