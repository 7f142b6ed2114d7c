const written = /(?<!\d)(\d{2})(\d{2})\d{2}\s?[-–]?\s?\d{4}(?!\d)/g

/** Whether a text holds what can be a CPR number: a day of birth and four digits. A telephone number has eight. */
export const holdsCpr = (text: string): boolean =>
  [...text.matchAll(written)].some(([, date, month]) => isBetween(date, 31) && isBetween(month, 12))

const isBetween = (digits: string | undefined, most: number): boolean => Number(digits) >= 1 && Number(digits) <= most

/** Said wherever one is typed: the portal holds none. */
export const noCpr = 'Skriv ikke CPR-numre i portalen.'
