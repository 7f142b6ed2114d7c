/** Numbers that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    chance: (share: number): boolean => next() < share,
    pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item,
  }
}

export type Random = ReturnType<typeof randomFrom>

const names = ['toString', '__proto__', 'constructor', 'hasOwnProperty', 'length', 'prototype']

/** What has broken programs like this one: in the texts, numbers, days, amounts and choices of forms. */
const values = [
  ...['', ' ', '\u0000', 'a\u0000b', '\u202eabc', '\ufeff', '\u2028', '\r', '\n\n\n', '\t', '\ud800', '😀', '\u0301'],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' OR 1=1 --",
    '$' + '{7*7}',
    '{{7*7}}',
    '%00',
    '%s%n',
  ],
  ...[
    '../../../../etc/passwd',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//evil.example',
    'http://[',
    'null',
    'true',
  ],
  ...[
    '-1',
    '0',
    '1',
    '2',
    '3',
    '1e308',
    '-0',
    'NaN',
    'Infinity',
    '0x10',
    '1.5',
    '2147483647',
    '2147483648',
    '٣',
    '１２',
  ],
  ...[
    '9007199254740993',
    '99999999999999999999',
    '9'.repeat(400),
    '1.000.000.000.000,00',
    '90.071.992.547.409,91',
    '-5',
  ],
  ...['90071992547409,91', '45035996273704,95', '0,001', '1,5 mio', 'kr.', '1.2.3', '150.000,–', '0,01'],
  ...['2026-02-30', '9999-12-31', '0000-00-00', '0001-01-01', '1899-12-31', '2199-12-31', '2200-01-01', '31.12.9999'],
  ...[
    '29.02.2027',
    '29.02.2028',
    '2026-03-29',
    '2026-10-25',
    '1.1.1',
    '275760-09-13',
    '12.03.2026',
    '2026-03-12',
    '2026-06-01',
  ],
  ...['24:00', '02:30', '23:59', '2.30', '25.61', '00.00', '-1:00'],
  ...[
    '*'.repeat(3000),
    '['.repeat(3000),
    '> '.repeat(800),
    `${'- '.repeat(300)}x`,
    '| a |\n|---|\n| b |',
    '`'.repeat(999),
  ],
  ...[
    'å'.repeat(2000),
    'ord '.repeat(5000),
    'x'.repeat(70_000),
    'e\u0301'.repeat(500),
    '🇩🇰'.repeat(100),
    '"'.repeat(500),
  ],
  ...['* NEAR("', '"', 'AND OR NOT', '-a', 'a*', '^a', '(', 'col:x', 'æøå', 'ÆØÅ'],
  ...[
    'HOUSING',
    'MUNICIPALITY',
    'DECISION',
    'DISCUSSION',
    'INFORMATION',
    'WRITTEN',
    'ORDINARY',
    'PRESENT',
    'CHAIR',
    'ACCESSION',
  ],
  ...['hoejstrup', 'odense-kommune', 'faelles-gruppe', '2026/1', '2026-001', '2026-F01', '2008', '2026', ...names],
]

export const hostileValue = (random: Random): string =>
  random.chance(0.15) ? String(random.below(400)) : random.pick(values)

/** A field's name as no form of ours has it. */
export function hostileName(random: Random, name: string): string {
  const inner = random.pick([...names, '0', '1', '9999', '', 'a', 'o1', 'm1'])
  return random.pick([
    `${name}[${inner}]`,
    `${name}[${inner}][${inner}]`,
    `${name}[]`,
    inner,
    `${name}.${inner}`,
    `[${name}`,
  ])
}

/** A part of an address, in the place of a real one. */
export const hostilePart = (random: Random): string =>
  encodeURIComponent(
    hostileValue(random)
      .slice(0, 200)
      .replace(/\p{Cs}/gu, '\ufffd'),
  ) || '%20'
