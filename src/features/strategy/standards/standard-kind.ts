import type { TextKind, TextSection } from '../../decisions/adoption/index.ts'
import { sealedContent } from '../../ground/sealed/index.ts'
import { standardPath, standardsPath } from './paths.ts'
import { audiences, type StandardContent } from './standard-content.ts'
import { lackingIn } from './standard-rules.ts'

/** §5: a standard as a text that the parties adopt together. */
export const standardKind: TextKind<StandardContent> = {
  key: 'standarder',
  list: { text: 'Fælles standarder', href: standardsPath, menu: 'standarder' },
  definite: 'standarden',
  caseTitle: title => `Fælles standard: ${title}`,
  sealed: sealedContent<StandardContent>({ later: [] }),
  titleOf: ({ title }) => title,
  sections: sectionsOf,
  lacking: lackingIn,
  path: standardPath,
  tasks: { strategy: false, professionalDevelopment: true, coordination: false },
  item: ({ content: standard, version, replaces, path }) => ({
    title: `Fælles standard: ${standard.title}`,
    summary:
      replaces === null
        ? `Udkast til en ny fælles standard med ${standard.points.length} punkter forelægges til vedtagelse.`
        : `Version ${version} af standarden forelægges til vedtagelse. Den afløser version ${replaces}.`,
    recommendation: `Sekretariaterne indstiller, **at** gruppen vedtager standarden »${standard.title}«, version ${version}.`,
    presentation: [
      standard.purpose,
      '',
      `Standarden gælder for: ${audiences[standard.appliesTo]}.`,
      '',
      ...standard.points.map(({ text }, at) => `${at + 1}. ${text}`),
      '',
      `Hele teksten med dokumentation for hvert punkt kan læses på siden om standarden: ${path}.`,
    ].join('\n'),
  }),
}

/** Its purpose with whom it is for, and each point with what shows that it is met. */
function sectionsOf({ purpose, appliesTo, points }: StandardContent): TextSection[] {
  return [
    { key: 'formaal', heading: 'Formål', text: `${purpose}\n\nGælder for: ${audiences[appliesTo]}.` },
    ...points.map(({ key, text, evidence }, at) => ({
      key,
      heading: `Punkt ${at + 1}`,
      text: evidence ? `${text}\n\n**Dokumentation**\n\n${evidence}` : text,
    })),
  ]
}
