import { writtenDay } from '../../../kernel/days.ts'
import { plural } from '../../../kernel/text.ts'
import { decidingBodyName } from '../../ground/parties/index.ts'
import { everyText } from '../agreement/index.ts'
import type { PersonAnswer, SetupAnswers } from './answers.ts'

/** All that a setup would make, a heading and its lines at a time: for the terminal and the page before it is done. */
export function summaryLines(
  answers: SetupAnswers,
  strangers: readonly string[] = [],
): { heading: string; lines: string[] }[] {
  const { organisations, departments, rhythm, date } = answers
  const associations = organisations.flatMap(one => one.associations)
  return [
    {
      heading: 'Samarbejdet',
      lines: [
        `${answers.name}, ${answers.town}`,
        `Parterne: ${answers.municipality} og ${answers.housing}`,
        `Aftalen er fra ${writtenDay(date.day, date.precision)}.`,
        rhythm
          ? `Den tages op til revision ${everyText(rhythm.everyYears)}, første gang i ${rhythm.firstYear}${rhythm.section ? ` (§ ${rhythm.section})` : ''}.`
          : 'Der er ingen fast revisionsrytme.',
      ],
    },
    {
      heading: `${plural(organisations.length, 'organisation', 'organisationer')} og ${plural(associations.length, 'administreret forening', 'administrerede foreninger')}`,
      lines: organisations.flatMap(({ name, kind, associations: administered }) => [
        `${name} (${decidingBodyName(kind, name)})`,
        ...administered.map(
          association => `  administrerer ${association} (${decidingBodyName('ASSOCIATION', association)})`,
        ),
      ]),
    },
    {
      heading: `${answers.municipality} med ${plural(departments.length, 'forvaltning', 'forvaltninger')}`,
      lines: [
        `Øverste organ: ${answers.council}`,
        ...departments.map(({ name, subjectAreas }) =>
          subjectAreas.length > 0 ? `${name}: ${subjectAreas.join(', ')}` : name,
        ),
      ],
    },
    ...(strangers.length > 0
      ? [
          {
            heading: 'Underskrifter, der står med navnet alene, fordi organisationen ikke er med',
            lines: [...strangers],
          },
        ]
      : []),
    {
      heading: 'De første brugere',
      lines: [
        personLine('Systemadministrator', answers.administrator),
        personLine('Boligorganisationernes sekretariat', answers.housingSecretary),
        personLine('Kommunens sekretariat', answers.municipalSecretary),
      ],
    },
  ]
}

const personLine = (what: string, { name, title, email, organisation }: PersonAnswer): string =>
  `${what}: ${[name, title].filter(Boolean).join(', ')}, ${organisation}, ${email}`
