/** What goes wrong where sentences are put together. */
const faults: [string, RegExp][] = [
  ['a word twice', /(?<![\p{L}\d])(\p{L}{2,}) \1(?!\p{L})/iu],
  ['two full stops', /\.\./],
  ['two colons', /: ?:/],
  ['a space before the end', / [.,](?![\p{L}\d])/u],
  [
    'a capital inside a sentence',
    /\b(?:i|af|til|fra|på|hos|for|forelagt|Bed) (?:Fælles|Kommunens|Boligorganisationernes|Bestyrelsen|Organisations)/,
  ],
  ['none of something', /\b0 er\b/],
  ['several of one', /\b1 \p{L}+[^.]*\. De\b/u],
  ['nothing where a word should stand', /\b(?:undefined|null|NaN)\b| {2}/],
]

export const faultsOf = (sentence: string): string[] =>
  faults.flatMap(([name, found]) => (found.test(sentence) ? [`${name}: ${sentence}`] : []))
