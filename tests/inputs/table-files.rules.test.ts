import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readTableFile } from '../../src/inputs/sheets/read-table-file.ts'
import { compoundFile } from '../support/compound-file.ts'
import { styled, workbookFile } from '../support/workbook-file.ts'

// §5: what the parties gather comes in files of many makes; what could do harm is refused by its name.

const cells = async (bytes: Buffer, sheet = 0) =>
  (await readTableFile(bytes)).sheets[sheet]?.rows.map(({ cells }) => cells)
const refused = (bytes: Buffer) =>
  readTableFile(bytes).then(
    () => 'read',
    (fault: Error) => fault.message,
  )

describe('text', () => {
  const told = [
    ['Sted', 'År', 'Værdi'],
    ['Ærøgården', '2024', '12,5'],
  ]
  const text = 'Sted;År;Værdi\nÆrøgården;2024;12,5\n'

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['letters taken apart', Buffer.from(text.normalize('NFD'))],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['a hint and other line ends', Buffer.from(`sep=;\r\n${text.replaceAll('\n', '\r\n')}`)],
    ['tabs', Buffer.from(text.replaceAll(';', '\t'))],
    ['commas and quotes', Buffer.from('Sted,År,Værdi\nÆrøgården,2024,"12,5"\n')],
  ])('%s', async (_name, bytes) => expect(await cells(bytes)).toEqual(told))

  test('rows keep the numbers that a person counts', async () => {
    const { sheets } = await readTableFile(Buffer.from('sep=;\nSted;2024\n\n"A\nB";1\nC;2\n'))
    expect(sheets[0]?.rows.map(({ line }) => line)).toEqual([2, 4, 6])
  })
})

describe('workbooks', () => {
  test('numbers as stored, days in no time zone, and what is shown as per cent as it is shown', async () => {
    const found = await cells(
      workbookFile([
        {
          name: 'Ark1',
          rows: [
            ['Sted', 'Dag', styled(45_292, 'year'), { xml: '<c t="inlineStr"><is><t>Ja &amp; nej</t></is></c>' }],
            ['A', styled(45_657, 'day'), 0.1 + 0.2, styled(0.125, 'percent')],
            ['B', styled(60, 'day'), { xml: '<c t="e"><v>#N/A</v></c>' }, { xml: '<c t="b"><v>1</v></c>' }],
          ],
        },
      ]),
    )
    expect(found).toEqual([
      ['Sted', 'Dag', '2024', 'Ja & nej'],
      ['A', '2024-12-31', 0.1 + 0.2, '12,5 %'],
      ['B', '1900-02-28', '#N/A', 'SAND'],
    ])
  })

  test('several sheets, a hidden one named, merged cells and gaps where they are', async () => {
    const file = await readTableFile(
      workbookFile([
        {
          name: 'Uden for arbejde',
          rows: [
            [null, '2023', null],
            ['A', null, 4],
          ],
          merged: ['B1:C1'],
        },
        { name: 'Gammelt', rows: [['x']], hidden: true },
        { name: 'Tomt', rows: [] },
      ]),
    )
    expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Uden for arbejde', false],
      ['Gammelt', true],
    ])
    expect(file.sheets[0]?.merged).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }])
    expect(file.sheets[0]?.rows[1]).toEqual({ line: 2, cells: ['A', null, 4] })
    expect(file.notes).toEqual(['Arket »Gammelt« er skjult i regnearket. Det læses kun, hvis du vælger det.'])
  })
})

describe('refused by name', () => {
  const rows = [
    ['Sted', 'Tal'],
    ['A', 1],
  ]
  const plain = { name: 'Ark1', rows }

  test.each<[string, Buffer, RegExp]>([
    [
      'formulas',
      workbookFile([{ name: 'Ark1', rows: [['Sted'], [{ xml: '<c><f>SUM(B1:B9)</f><v>4</v></c>' }]] }]),
      /»Ark1« er der 1 formel, fx i A2/,
    ],
    ['external links', workbookFile([plain], { 'xl/externalLinks/externalLink1.xml': '<x/>' }), /fra andre filer/],
    ['connections', workbookFile([plain], { 'xl/connections.xml': '<x/>' }), /database eller et netsted/],
    ['macros', workbookFile([plain], { 'xl/vbaProject.bin': 'x' }), /makroer/],
    ['a binary workbook', Buffer.from(zipSync({ 'xl/workbook.bin': strToU8('x') })), /\.xlsb/],
    ['OpenDocument', Buffer.from(zipSync({ 'content.xml': strToU8('<x/>'), mimetype: strToU8('x') })), /OpenDocument/],
    ['a protected workbook', compoundFile('EncryptedPackage'), /adgangskode/],
    ['the old format', compoundFile('Workbook'), /gamle format/],
    [
      'a document type',
      workbookFile([plain], { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "b">]><sst/>' }),
      /beskadiget/,
    ],
    ['a file cut off', workbookFile([plain]).subarray(0, 900), /beskadiget/],
    ['a page of the web', Buffer.from('<html><table></table></html>'), /hverken et regneark/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /hverken et regneark/],
    ['nothing', Buffer.from(''), /tom/],
    [
      'a million columns of text',
      Buffer.from(`Sted${';x'.repeat(1_000_000)}\n`),
      /1\.000\.001 kolonner\. Portalen læser højst 500/,
    ],
    [
      'a column far out',
      workbookFile([{ name: 'Ark1', rows: [[{ xml: '<c r="XFD1"><v>1</v></c>' }]] }]),
      /16\.384 kolonner/,
    ],
    ['a CPR number as text', Buffer.from('Sted;Tal\nA;010170-1234\n'), /CPR-nummer, i celle B2/],
    ['a CPR number as a number', workbookFile([{ name: 'Ark1', rows: [['Sted'], [101_701_234]] }]), /Ark1, celle A2/],
    ['a word without end', Buffer.from(`Sted;Tal\n${'x'.repeat(3_000)};1\n`), /A2 har mere end 2\.000 tegn/],
  ])('%s', async (_name, bytes, why) => expect(await refused(bytes)).toMatch(why))

  test('what unpacks to far more than it is', async () => {
    const bomb = Buffer.from(
      zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': strToU8('x'.repeat(1_000)) }),
    )
    // The table of contents is what is asked first: it says four gigabytes here.
    const at = bomb.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46
    bomb.writeUInt32LE(0xffffff00, at + 24)
    expect(await refused(bomb)).toMatch(/4\.096 MB, når den pakkes ud\. Portalen pakker højst 300 MB ud/)
  })

  test('what says that it is small and is not', async () => {
    const file = workbookFile([{ name: 'Ark1', rows: [['Sted', 'x'.repeat(1_500)]] }])
    const at = file.lastIndexOf(Buffer.from('xl/sharedStrings.xml')) - 46
    file.writeUInt32LE(200, at + 24)
    expect(await refused(file)).toMatch(/beskadiget/)
  })

  test('half a million rows, and thirty megabytes', async () => {
    expect(await refused(Buffer.from('A;1\n'.repeat(500_000)))).toMatch(/flere end 499\.999 rækker/)
    expect(await refused(Buffer.alloc(30 * 1024 * 1024 + 1, 65))).toMatch(/31 MB\. Portalen læser højst 30 MB/)
  })
})
