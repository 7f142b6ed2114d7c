import { longDay } from '../../../kernel/days.ts'
import { plural } from '../../../kernel/text.ts'
import type { TextKind } from '../../decisions/adoption/index.ts'
import { sealedContent } from '../../ground/sealed/index.ts'
import { actionsPath, planPath } from './paths.ts'
import type { PlanContent, PlannedAction } from './plan-content.ts'
import { lackingIn } from './plan-rules.ts'

/** §5: a year's action plan as a text that the parties adopt together. */
export const planKind: TextKind<PlanContent> = {
  key: 'handlingsplaner',
  list: { text: 'Handlinger', href: actionsPath, menu: 'handlinger' },
  definite: 'handlingsplanen',
  caseTitle: title => title,
  withoutHearing: true,
  sealed: sealedContent<PlanContent>({ later: [] }),
  titleOf: ({ title }) => title,
  sections: ({ intro, actions }) => [
    { key: 'indledning', heading: 'Indledning', text: intro },
    ...actions.map(action => ({ key: action.key, heading: action.title, text: actionText(action) })),
  ],
  lacking: lackingIn,
  path: planPath,
  tasks: { strategy: true, professionalDevelopment: false, coordination: true },
  item: ({ content, version, replaces, path }) => ({
    title: content.title,
    summary:
      replaces === null
        ? `Udkast til handlingsplan for ${content.year} med ${plural(content.actions.length, 'handling', 'handlinger')} under »${content.strategy.title}« forelægges til vedtagelse.`
        : `Version ${version} af handlingsplanen for ${content.year} forelægges til vedtagelse. Den afløser version ${replaces}.`,
    recommendation: `Sekretariaterne indstiller, **at** gruppen vedtager »${content.title}«, version ${version}.`,
    presentation: [
      content.intro,
      '',
      ...content.actions.map(
        ({ title, organisation, deadline }, at) =>
          `${at + 1}. ${title} (${[organisation?.name, deadline ? `senest den ${longDay(deadline)}` : ''].filter(Boolean).join(', ')})`,
      ),
      '',
      `Hele handlingsplanen kan læses på siden: ${path}.`,
    ].join('\n'),
  }),
}

/** All that an action says, a line each: what two drafts are compared by. */
const actionText = (action: PlannedAction): string =>
  [
    action.text,
    `Mål: ${action.goal?.name ?? 'mangler'}`,
    `Ansvarlig: ${responsibleText(action) || 'mangler'}`,
    action.partners ? `Samarbejdspartnere: ${action.partners}` : '',
    action.area ? `Boligområde: ${action.area.name}` : '',
    `Frist: ${action.deadline ? longDay(action.deadline) : 'mangler'}`,
  ]
    .filter(Boolean)
    .join('\n\n')

/** »Karen Holm, Boligforeningen« */
export const responsibleText = ({ person, organisation }: Pick<PlannedAction, 'person' | 'organisation'>): string =>
  [person?.name, organisation?.name].filter(Boolean).join(', ')
