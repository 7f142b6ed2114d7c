import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redline } from '../../src/features/agreement/agreement/redline/redline.ts'
import { signatureChanges } from '../../src/features/agreement/agreement/redline/signature-redline.ts'
import type {
  AgreementText,
  SealedSignature,
  TextSection,
} from '../../src/features/agreement/agreement/version/agreement-text.ts'
import { unmoved } from '../../src/kernel/redline/align.ts'
import { type Segment, wordDiff } from '../../src/kernel/redline/word-diff.ts'

const said = (segments: Segment[]) =>
  segments.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`)).join('')

const section = (number: string, heading: string, body: string, more: Partial<TextSection> = {}): TextSection => ({
  key: heading.toLowerCase(),
  number,
  heading,
  body,
  ...more,
})
const text = (sections: TextSection[]): AgreementText => ({
  title: ['Aftale'],
  parties: 'By og boligorganisationer',
  dateText: 'Maj 2009',
  sections,
  appendices: [],
})
const between = (old: TextSection[], now: TextSection[]) => redline(text(old), text(now)).sections

const signed = (organisationName: string, more: Partial<SealedSignature> = {}): SealedSignature => ({
  side: 'HOUSING',
  organisationId: null,
  organisationName,
  signatory: 'Aksel Prøve',
  title: null,
  administers: [],
  administersText: '',
  onBehalf: null,
  capacity: '',
  signedAt: null,
  ...more,
})

describe('the list of signatures', () => {
  test('tells who has come, who has gone, who signs now and for which associations', () => {
    const old = [
      signed('Boligforeningen Nord', { organisationId: 1, administers: ['Østerbo', 'Vesterbo'] }),
      signed('Syd Bolig'),
      signed('Fritidsforvaltningen', { side: 'MUNICIPALITY' }),
    ]
    const now = [
      signed('Fritidsforvaltningen', { side: 'MUNICIPALITY' }),
      signed('Nordbo', {
        organisationId: 1,
        signatory: 'Bodil Prøve',
        title: 'direktør',
        administers: ['Østerbo', 'Ny'],
      }),
      signed('Øst Bolig'),
    ]
    const told = signatureChanges(old, now).map(change =>
      [
        change.kind,
        said(change.organisation),
        said(change.signatory),
        change.associations.map(one => said([one])).join(),
      ]
        .filter(Boolean)
        .join(' | '),
    )
    expect(told).toEqual([
      'changed | -Boligforeningen Nord-+Nordbo+ | -Aksel-+Bodil+ Prøve+, direktør+ | Østerbo,+Ny+,-Vesterbo-',
      'added | +Øst Bolig+ | +Aksel Prøve+',
      'removed | -Syd Bolig- | -Aksel Prøve-',
      'same | Fritidsforvaltningen | Aksel Prøve',
    ])
  })
})

describe('word for word', () => {
  test('a changed word is one gone and one come', () => {
    expect(said(wordDiff('Gruppen mødes to gange om året.', 'Gruppen mødes fire gange om året.'))).toBe(
      'Gruppen mødes -to-+fire+ gange om året.',
    )
  })

  test.each([
    [
      'Rammen er 1.000.000 kr. om året',
      'Rammen er 1.500.000 kr. om året',
      'Rammen er -1.000.000 kr.-+1.500.000 kr.+ om året',
    ],
    ['op til kr. 150.000,- pr. sag', 'op til kr. 250.000,- pr. sag', 'op til -kr. 150.000,--+kr. 250.000,-+ pr. sag'],
    ['1,5 mio. kr.', '2,5 mio. kr.', '-1,5 mio. kr.-+2,5 mio. kr.+'],
    ['højst 12,5 pct. af boligerne', 'højst 12,75 pct. af boligerne', 'højst -12,5 pct.-+12,75 pct.+ af boligerne'],
    ['begynder kl. 10.00 og', 'begynder kl. 10.30 og', 'begynder -kl. 10.00-+kl. 10.30+ og'],
    ['senest den 1. marts 2027.', 'senest den 1. april 2027.', 'senest den -1. marts 2027-+1. april 2027+.'],
    ['fra 01.03.2027 til', 'fra 01.04.2027 til', 'fra -01.03.2027-+01.04.2027+ til'],
    ['jf. § 5, stk. 2, og', 'jf. § 5, stk. 3, og', 'jf. -§ 5, stk. 2-+§ 5, stk. 3+, og'],
    ['efter § 1 a er', 'efter § 1 b er', 'efter -§ 1 a-+§ 1 b+ er'],
    ['jf. nr. 2.', 'jf. nr. 3.', 'jf. -nr. 2-+nr. 3+.'],
    ['punkt 4.1 og', 'punkt 4.2 og', '-punkt 4.1-+punkt 4.2+ og'],
  ])('an amount, a time, a day and a reference are one word: %s', (old, now, expected) => {
    expect(said(wordDiff(old, now))).toBe(expected)
  })

  test('texts that have too little in common are one for the other, and what may be spent is bounded', () => {
    const words = (step: number) => Array.from({ length: 4000 }, (_, at) => `ord${(at * step) % 3989}`).join(' ')
    const found = wordDiff(words(7), words(11))
    expect(found.length).toBeLessThan(10)
    const work = { left: 5000 }
    for (let turn = 0; turn < 20; turn += 1) wordDiff(words(7).slice(0, 300), words(11).slice(0, 300), work)
    expect(work.left).toBeGreaterThan(-20_000)
  })

  test('Danish words are whole words', () => {
    expect(said(wordDiff('Målet er næsten nået', 'Målene er næsten nået'))).toBe('-Målet-+Målene+ er næsten nået')
  })

  test('a space that stays is no part of a change', () => {
    expect(said(wordDiff('social og ren', 'social, lokal og ren'))).toBe('social+, lokal+ og ren')
  })

  test('changed words beside each other read as one change', () => {
    expect(said(wordDiff('i god tid', 'med ti dages varsel'))).toBe('-i god tid-+med ti dages varsel+')
  })

  test('nothing is lost: the old and the new text can be read out of it', () => {
    const words = fc
      .array(fc.constantFrom('by', 'bolig', 'å', 'ær', ' ', '  ', ',', '.', '\n', '§ 7'))
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(words, words, (old, now) => {
        const read = (without: Segment['kind']) =>
          wordDiff(old, now)
            .filter(({ kind }) => kind !== without)
            .map(part => part.text)
            .join('')
        expect(read('added')).toBe(old)
        expect(read('removed')).toBe(now)
      }),
    )
  })
})

describe('section by section', () => {
  const one = section('1', 'Parterne', 'Parterne er alle, der har skrevet under.')
  const two = section('2', 'Målet', 'Målet er trygge boliger i hele byen.')
  const three = section('3', 'Møderne', 'Gruppen mødes to gange om året.\n\nReferatet sendes ud.')

  test('what is the same is the same', () => {
    expect(between([one, two, three], [one, two, three]).map(({ kind, moved }) => [kind, moved])).toEqual(
      Array(3).fill(['same', false]),
    )
  })

  test('a new section is new, and those after it are renumbered, not moved', () => {
    const added = section('2', 'Åbenhed', 'Alt er åbent.')
    const found = between([one, two], [one, added, { ...two, number: '3' }])
    expect(found.map(({ key, kind, moved, oldNumber, number }) => [key, kind, moved, oldNumber, number])).toEqual([
      ['parterne', 'same', false, '1', '1'],
      ['åbenhed', 'added', false, null, '2'],
      ['målet', 'same', false, '2', '3'],
    ])
  })

  test('a section that goes stands where it stood', () => {
    expect(between([one, two, three], [one, three]).map(({ key, kind }) => [key, kind])).toEqual([
      ['parterne', 'same'],
      ['målet', 'removed'],
      ['møderne', 'same'],
    ])
    expect(between([one, two], [two]).map(({ kind }) => kind)).toEqual(['removed', 'same'])
  })

  test('a section that stands elsewhere has moved, also when its words have changed', () => {
    const moved = { ...three, number: '1', body: three.body.replace('to', 'fire') }
    const found = between([one, two, three], [moved, { ...one, number: '2' }, { ...two, number: '3' }])
    expect(found.map(({ key, kind, moved: has }) => [key, kind, has])).toEqual([
      ['møderne', 'changed', true],
      ['parterne', 'same', false],
      ['målet', 'same', false],
    ])
  })

  test('a section is known again by its words when it has another name', () => {
    const renamed = section('2', 'Formål', two.body)
    const [, found] = between([one, two], [one, renamed])
    expect(found?.kind).toBe('changed')
    expect(said(found?.heading ?? [])).toBe('-Målet-+Formål+')
  })

  test('paragraphs and list items come and go by themselves', () => {
    const now = {
      ...three,
      body: 'Gruppen mødes fire gange om året.\n\nReferatet sendes ud.\n\n- til alle\n- i god tid',
    }
    const [found] = between([three], [now])
    expect(found?.rows.map(({ kind, form, segments }) => [kind, form, said(segments)])).toEqual([
      ['changed', 'paragraph', 'Gruppen mødes -to-+fire+ gange om året.'],
      ['same', 'paragraph', 'Referatet sendes ud.'],
      ['added', 'item', '+til alle+'],
      ['added', 'item', '+i god tid+'],
    ])
  })

  test('what is printed is what is compared: the number of an item, whatever the source says', () => {
    const list = (first: number) => `Gruppen kan:\n\n${first}. indstille\n1. beslutte, jf. nr. 2`
    const [found] = between([{ ...three, body: list(2) }], [{ ...three, body: list(3) }])
    expect(found?.kind).toBe('changed')
    expect(found?.rows.map(({ kind, form, segments }) => [kind, form, said(segments)])).toEqual([
      ['same', 'paragraph', 'Gruppen kan:'],
      ['changed', 'numbered', '-2-+3+. indstille'],
      ['changed', 'numbered', '-3-+4+. beslutte, jf. nr. 2'],
    ])
    const [added] = between(
      [{ ...three, body: '1. indstille\n2. beslutte\n\nJf. nr. 2.' }],
      [{ ...three, body: '1. høre\n1. indstille\n1. beslutte\n\nJf. nr. 2.' }],
    )
    expect(added?.rows.map(({ segments }) => said(segments))).toEqual([
      '+1. høre+',
      '-1-+2+. indstille',
      '-2-+3+. beslutte',
      'Jf. nr. 2.',
    ])
    const [nested] = between(
      [{ ...three, body: '1. et\n   - under\n2. to' }],
      [{ ...three, body: '1) et\n   - under\n2) to' }],
    )
    expect(nested).toMatchObject({ kind: 'same', onlySetting: true })
    const [escaped] = between([{ ...three, body: 'Pris\\* og `x`' }], [{ ...three, body: 'Pris* og `x`' }])
    expect(escaped).toMatchObject({ kind: 'same', onlySetting: true })
  })

  test('many lines in another order are paired within bounds, and nothing is lost', () => {
    const lines = (step: number) => Array.from({ length: 1200 }, (_, at) => `- punkt ${(at * step) % 1201} om boliger`)
    const [old, now] = [lines(5).join('\n'), lines(7).join('\n')]
    const [found] = between([{ ...three, body: old }], [{ ...three, body: now }])
    const read = (without: Segment['kind']) =>
      found?.rows
        .map(({ segments }) =>
          segments
            .filter(({ kind }) => kind !== without)
            .map(({ text: words }) => words)
            .join(''),
        )
        .filter(Boolean)
        .map(line => `- ${line}`)
        .join('\n')
    expect(read('added')).toBe(old)
    expect(read('removed')).toBe(now)
  })

  test('the same words set otherwise are said to be so', () => {
    const [found] = between([one], [{ ...one, body: `**${one.body}**` }])
    expect(found).toMatchObject({ kind: 'same', onlySetting: true })
  })

  test('a change tells who proposed it', () => {
    const origins = [{ round: 2012, proposal: 3, organisation: 'Boligforeningen Højstrup' }]
    const [changed, same] = between(
      [three, two],
      [
        { ...three, body: 'Gruppen mødes fire gange om året.', origins },
        { ...two, origins },
      ],
    )
    expect(changed?.origins).toEqual(origins)
    expect(same?.origins).toEqual([])
  })

  test('the front page is compared too', () => {
    const now = { ...text([one]), dateText: 'Juni 2012' }
    expect(redline(text([one]), now).front.map(({ kind }) => kind)).toEqual(['same', 'same', 'removed', 'added'])
  })
})

test('what has moved is as little as can be', () => {
  expect([...unmoved([2, 0, 1, 3])]).toEqual([0, 1, 3])
  expect([...unmoved([])]).toEqual([])
})
