import { parameterFacts } from '../../ground/bodies/index.ts'
import { sealedContent } from '../../ground/sealed/index.ts'
import type { TextKind, TextSection } from '../adoption/index.ts'
import { procedurePath, procedureTextPath } from './paths.ts'
import { jointBody, type ProcedureContent } from './procedure-content.ts'
import { lackingIn } from './procedure-rules.ts'
import { keepParameters } from './put-forward.ts'

/** R62: the joint group's rules of procedure as a text that it adopts. */
export const procedureKind: TextKind<ProcedureContent> = {
  key: 'forretningsorden',
  list: { text: 'Forretningsorden', href: procedurePath, menu: 'forretningsorden' },
  definite: 'forretningsordenen',
  caseTitle: title => title,
  sealed: sealedContent<ProcedureContent>({ later: [] }),
  titleOf: ({ title }) => title,
  sections: sectionsOf,
  lacking: lackingIn,
  path: procedureTextPath,
  putForward: keepParameters,
  tasks: { strategy: false, professionalDevelopment: false, coordination: true },
  item: ({ content, version, replaces, path }) => ({
    title: content.title,
    summary:
      replaces === null
        ? 'Udkast til en forretningsorden for gruppen forelægges til vedtagelse.'
        : `Version ${version} af forretningsordenen forelægges til vedtagelse. Den afløser version ${replaces}.`,
    recommendation: `Sekretariaterne indstiller, **at** gruppen vedtager »${content.title}«, version ${version}.`,
    presentation: [
      'Forretningsordenen fastsætter disse frister og regler for gruppens møder:',
      '',
      parametersText(content),
      '',
      `Hele teksten kan læses her: ${path}.`,
    ].join('\n'),
  }),
}

const parametersText = ({ parameters }: ProcedureContent): string =>
  parameterFacts(parameters, jointBody)
    .map(({ term, text }) => `- ${term}: ${text}`)
    .join('\n')

/** What it sets for the meetings, and each section. */
function sectionsOf(content: ProcedureContent): TextSection[] {
  return [
    { key: 'frister', heading: 'Frister og regler for møderne', text: parametersText(content) },
    ...content.sections.map(({ key, heading, text }, at) => ({ key, heading: `${at + 1}. ${heading}`, text })),
  ]
}
