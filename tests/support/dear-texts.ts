/** As long as a text of the portal may be. */
export const longestText = 50_000
export const filled = (part: string) => part.repeat(Math.ceil(longestText / part.length)).slice(0, longestText)
/** The same words in another order, by each step. */
export const shuffledWords = (step: number, line = ' ') =>
  Array.from({ length: 4000 }, (_, at) => `ord${(at * step) % 3989}`).join(line)

/** Texts that cost readers of Markdown dearly. */
export const dearTexts = [
  '*a',
  '**a',
  '**a** ',
  '_a_ ',
  '_a',
  '[',
  '![',
  '[a](',
  '`',
  '- ',
  '> ',
  '1. ',
  '- a\n',
  '1. a\n2. a\n',
  'a\n',
  'a\tb\n',
  '<',
  '&',
  'http://',
  'http://a.dk ',
  'a@b.dk ',
  'www.',
  '\\',
  '~~',
  '|',
  '|a|b|\n|-|-|\n',
  '  - a\n',
  '((((',
  '.',
  '\t',
  'a:b@',
  '_*_*',
  '§ 5, stk. ',
  '1.000.',
  'kl. ',
].map(filled)
dearTexts.push(
  `${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${filled('|b')}`,
  Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}- a`).join('\n'),
)
