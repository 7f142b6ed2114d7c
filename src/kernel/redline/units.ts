const months = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december'
const number = String.raw`\d+(?:[.,:/-]\d+)*`

/** What a reader takes in as one word: half an amount or half a date that is struck says nothing. */
const patterns = [
  // A reference: »§ 5, stk. 2, nr. 3«, »jf. nr. 2«, »bilag 4«
  String.raw`§{1,2}\s?\d+(?:\s?[a-zæøå](?![\p{L}\p{N}]))?(?:,?\s(?:stk|nr|pkt|litra)\.?\s(?:\d+|[a-zæøå])(?![\p{L}\p{N}]))*`,
  String.raw`(?:stk|nr|pkt|litra|punkt|afsnit|kapitel|bilag)\.?\s(?:\d+(?:\.\d+)*|[a-zæøå])(?![\p{L}\p{N}])(?:,?\s(?:stk|nr|pkt|litra)\.?\s(?:\d+|[a-zæøå])(?![\p{L}\p{N}]))*`,
  // A time: »kl. 10.30«
  String.raw`kl\.?\s?\d{1,2}(?:[.:]\d{2})?`,
  // A day: »1. marts 2027«, »1/3 2027«, »den 5. maj«
  String.raw`\d{1,2}\.\s?(?:${months})(?:\s\d{4})?`,
  String.raw`\d{1,2}/\d{1,2}\s\d{4}`,
  // An amount: »1.500.000 kr.«, »kr. 1.500.000,-«, »1,5 mio. kr.«, »12,5 pct.«
  String.raw`(?:kr\.?\s)?${number}(?:,[-–])?(?:\s?(?:mio\.?|mia\.?|t\.)?\s?kr\.?(?![\p{L}\p{N}])|\s?(?:mio|mia|pct)\.?(?![\p{L}\p{N}])|\s?[%‰])?`,
  String.raw`[\p{L}\p{M}\p{N}]+`,
  String.raw`\s+`,
  String.raw`[^\s]`,
]
const unit = new RegExp(patterns.join('|'), 'giu')

/** A text in its units, which together are the text. A word that begins within a longer word is none. */
export const unitsOf = (text: string): string[] => text.match(unit) ?? []

/** Coarser: whole sentences with the space after them. */
export const sentencesOf = (text: string): string[] =>
  text.match(/[^.!?;:\n]*[.!?;:\n]*\s*/g)?.filter(part => part !== '') ?? []
