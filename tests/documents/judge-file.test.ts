import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import judgeFile from '../../src/features/ground/documents/judge-file.ts'
import { compoundFile } from '../support/compound-file.ts'
import { para, wordFile } from '../support/word-parts.ts'

const judge = (name: string, content: Buffer | string) =>
  judgeFile({ name, bytes: Buffer.from(content as string), path: null })
const reasonFor = async (name: string, content: Buffer | string) => {
  const verdict = await judge(name, content)
  return verdict.allowed ? 'allowed' : verdict.reason
}
const zip = (parts: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))))
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)])
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('\0\0\0\rIHDR'),
  Buffer.alloc(40),
])
const word = wordFile({ body: para('Bilag') })

describe('is taken in', () => {
  test.each([
    ['bilag.docx', word, /wordprocessingml/],
    ['bilag.DOCX', word, /wordprocessingml/],
    ['noter.txt', 'Møde kl. 10', /text\/plain/],
    ['noter.txt', Buffer.from('M\u00f8de kl. 10', 'latin1'), /text\/plain/],
    ['tal.csv', 'a;b\n1;2', /text\/plain/],
    ['bilag.pdf', '%PDF-1.7\n%%EOF', /pdf/],
    ['billede.png', png, /image\/png/],
    ['gammel.doc', compoundFile('WordDocument', '1Table'), /msword/],
    [
      'diagram.docx',
      wordFile({ body: para('x'), more: { 'word/embeddings/Microsoft_Excel_Sheet1.xlsx': 'PK' } }),
      /wordprocessingml/,
    ],
    [
      'tekst.odt',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      /opendocument.text/,
    ],
  ])('%s', async (name, content, mediaType) => {
    expect(await judge(name, content)).toEqual({ allowed: true, mediaType: expect.stringMatching(mediaType) })
  })
})

describe('is refused with the true reason, and what to do', () => {
  test.each([
    ['aftale.docx', compoundFile('EncryptedPackage', 'EncryptionInfo'), 'adgangskode eller et følsomhedsmærke'],
    ['budget.xlsx', compoundFile('\u0006DataSpaces', 'EncryptedPackage'), 'adgangskode eller et følsomhedsmærke'],
    ['mail.msg', compoundFile('__properties_version1.0', '__nameid_version1.0'), 'er en e-mail. Gem den som PDF'],
    ['mail.eml', 'From: ib@example.dk', 'er en e-mail'],
    ['IMG_1.HEIC', heic, 'HEIC'],
    ['IMG_1.jpg', heic, 'HEIC'],
    ['~$ftale.docx', Buffer.alloc(162, 1), 'Words mærke om, at det er åbent'],
    ['aftale.docm', wordFile({ body: para('x') }), 'makroer'],
    ['aftale.docx', wordFile({ body: para('x'), more: { 'word/vbaProject.bin': 'x' } }), 'indeholder makroer'],
    ['aftale.docx', wordFile({ body: para('x'), more: { 'word/activeX/activeX1.bin': 'x' } }), 'indeholder makroer'],
    ['gammel.doc', compoundFile('WordDocument', '_VBA_PROJECT'), 'indeholder makroer'],
    ['aftale.docx', wordFile({ body: para('x'), more: { 'word/embeddings/oleObject1.bin': 'x' } }), 'indlejret'],
    ['aftale.docx', compoundFile('WordDocument'), 'Den er af typen Word. Giv den et navn, der ender på .doc,'],
    ['aftale.docx', '%PDF-1.7\n%%EOF', 'Den er af typen PDF. Giv den et navn, der ender på .pdf'],
    ['aftale.docx', word.subarray(0, word.length - 30), 'beskadiget'],
    ['billeder.zip', zip({ 'a.txt': 'x' }), 'Pak den ud'],
    ['tegning.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'programkode'],
    ['plan.pages', zip({ 'Index/Document.iwa': 'x' }), 'Apples programmer'],
    ['noter.txt', png, 'Den er af typen PNG-billede'],
    ['noter.txt', Buffer.from([0, 1, 2, 3, 0, 5]), 'passer ikke til dens navn'],
    ['brev.rtf', '{\\rtf1 x}', 'RTF'],
    ['tom.pdf', '', 'er tom'],
    ['ukendt.xyz', 'x', 'ikke af en type, der kan modtages'],
  ])('%s', async (name, content, told) => {
    const reason = await reasonFor(name, content)
    expect(reason).toContain(told)
    expect(reason).toMatch(/^(Filen|Indholdet af filen) .*\.$/)
  })
})
