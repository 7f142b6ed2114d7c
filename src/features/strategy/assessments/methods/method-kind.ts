import type { TextKind, TextSection } from '../../../decisions/adoption/index.ts'
import { sealedContent } from '../../../ground/sealed/index.ts'
import { methodPath, methodsPath } from '../paths.ts'
import { type MethodContent, termText } from './method-content.ts'
import { lackingIn } from './method-rules.ts'

/** R38: the method by which areas are assessed, as a text that the parties adopt together. */
export const methodKind: TextKind<MethodContent> = {
  key: 'vurderingsmetoder',
  list: { text: 'Vurderingsmetoder', href: methodsPath, menu: 'vurderinger' },
  definite: 'metoden',
  caseTitle: title => `Vurderingsmetode: ${title}`,
  sealed: sealedContent<MethodContent>({ later: [] }),
  titleOf: ({ title }) => title,
  sections: sectionsOf,
  lacking: lackingIn,
  path: methodPath,
  tasks: { strategy: true, professionalDevelopment: false, coordination: false },
  item: ({ content: method, version, replaces, path }) => ({
    title: `Vurderingsmetode: ${method.title}`,
    summary:
      replaces === null
        ? `Udkast til en metode med ${method.terms.length} indikatorer forelægges til vedtagelse.`
        : `Version ${version} af metoden forelægges til vedtagelse. Den afløser version ${replaces}.`,
    recommendation: `Sekretariaterne indstiller, **at** gruppen vedtager vurderingsmetoden »${method.title}«, version ${version}.`,
    presentation: [
      method.purpose,
      '',
      ...method.terms.map(term => `- **${term.indicator}.** ${termText(term)}`),
      '',
      `Niveauer: ${levelsText(method)}.`,
      '',
      `Virkningen for hvert område kan ses på siden om metoden: ${path}.`,
    ].join('\n'),
  }),
}

const levelsText = ({ levels }: MethodContent): string =>
  levels.map(({ name, from }) => `${name} fra ${from} point`).join(', ')

function sectionsOf(method: MethodContent): TextSection[] {
  return [
    { key: 'formaal', heading: 'Formål', text: method.purpose },
    ...method.terms.map(term => ({ key: term.key, heading: term.indicator, text: termText(term) })),
    {
      key: 'niveauer',
      heading: 'Niveauer',
      text: `${levelsText(method)}.\n\nEn vurdering tages op igen efter ${method.reviewMonths} måneder.`,
    },
  ]
}
