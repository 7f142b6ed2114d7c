const whole = String.raw`(?:\d{1,3}(?:[. \u00a0]\d{3})+|\d+)(?:,(?:\d+|[-–]))?`
const scale = String.raw`(?:tusinde?|mio\.?|mill\.?|million(?:er)?|mia\.?|milliard(?:er)?|t\.)`
const space = String.raw`[ \u00a0]?`

/** Only with its currency: »25 %«, »2027« and »§ 5« are no money, nor are »3 mio. m²«. */
const amount = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.,])`,
    `(?:(?:kr\\.?|dkk)${space}${whole}(?:${space}${scale})?`,
    `|${whole}${space}(?:${scale}${space})?(?:kroner|kr\\.?|dkk|tkr\\.?))`,
    String.raw`(?![\p{L}\p{N}])`,
  ].join(''),
  'giu',
)

/** The amounts of money that a text names, as they are written there; »0 kr.« is none. */
export const amountsIn = (text: string): string[] =>
  (text.match(amount) ?? []).filter(found => /[1-9]/.test(found)).map(found => found.trim())
