import type { Tx } from '../../../../database/write.ts'
import type { TextKind } from '../../../decisions/adoption/index.ts'
import { sealedContent } from '../../../ground/sealed/index.ts'
import { outwardListPath, outwardPath } from '../paths.ts'
import { type LetterContent, outwardKinds } from './letter-content.ts'
import { lackingIn } from './letter-rules.ts'

/** R24: the letter as a text that the parties adopt together. */
export const letterKind: TextKind<LetterContent> = {
  key: 'udtalelser',
  withoutHearing: true,
  list: { text: 'Udtalelser udadtil', href: outwardListPath, menu: 'udtalelser' },
  definite: 'udtalelsen',
  caseTitle: title => `Udtalelse: ${title}`,
  sealed: sealedContent<LetterContent>({ later: [] }),
  titleOf: ({ title }) => title,
  sections: ({ kind, addressee, reference, sections }) => [
    { key: 'hoved', heading: 'Brevets hoved', text: headText({ kind, addressee, reference }) },
    ...sections,
  ],
  lacking: lackingIn,
  async over(reads, textId) {
    const found = await (reads as Tx).outwardStatement.findUnique({
      where: { textId },
      include: { sending: true, end: true },
    })
    if (found?.end)
      return `Udtalelsen er ${found.end.kind === 'CLOSED' ? 'afsluttet' : 'trukket tilbage'}. Derfor kan brevet ikke ændres.`
    return found?.sending ? 'Brevet er sendt. Derfor kan det ikke ændres.' : null
  },
  path: outwardPath,
  tasks: { strategy: true, professionalDevelopment: false, coordination: false },
  item: ({ content: letter, path }) => ({
    title: `${outwardKinds[letter.kind]}: ${letter.title}`,
    summary: `Udkast til ${outwardKinds[letter.kind].toLowerCase()} til ${letter.addressee} forelægges til vedtagelse.`,
    recommendation: `Sekretariaterne indstiller, **at** gruppen vedtager teksten, så den kan sendes uændret til ${letter.addressee}.`,
    presentation: [
      headText(letter),
      '',
      ...letter.sections.map(({ heading }, at) => `${at + 1}. ${heading}`),
      '',
      `Hele brevet og organisationernes holdninger kan læses på siden om udtalelsen: ${path}.`,
    ].join('\n'),
  }),
}

const headText = ({ kind, addressee, reference }: Pick<LetterContent, 'kind' | 'addressee' | 'reference'>): string =>
  [`${outwardKinds[kind]} til ${addressee}.`, reference === '' ? '' : `Modtagerens journalnummer: ${reference}.`]
    .filter(Boolean)
    .join(' ')
