import { longDay } from '../../../kernel/days.ts'
import { listDanish, plural } from '../../../kernel/text.ts'
import type { TextKind } from '../../decisions/adoption/index.ts'
import { sealedContent } from '../../ground/sealed/index.ts'
import { areasOn } from './choices.ts'
import { strategiesPath, strategyPath } from './paths.ts'
import { type StrategyContent, strategyNouns } from './strategy-content.ts'
import { goalsOf } from './strategy-numbers.ts'
import { lackingIn, objectionsToAreas } from './strategy-rules.ts'
import { sectionsOf } from './text-sections.ts'

/** §5, R33: a strategy, a policy or a guideline as a text that the parties adopt together. */
export const strategyKind: TextKind<StrategyContent> = {
  key: 'strategier',
  list: { text: 'Fælles strategier', href: strategiesPath, menu: 'strategier' },
  definite: 'strategien',
  caseTitle: title => `Fælles strategi: ${title}`,
  sealed: sealedContent<StrategyContent>({ later: [{ form: 2, path: 'allAreas', empty: [] }] }),
  titleOf: ({ title }) => title,
  sections: sectionsOf,
  lacking: lackingIn,
  outdated: async (reads, content, today) => objectionsToAreas(content, await areasOn(reads, today)),
  path: strategyPath,
  tasks: { strategy: true, professionalDevelopment: false, coordination: false },
  item: ({ content, version, replaces, path }) => ({
    title: `Fælles strategi: ${content.title}`,
    summary:
      replaces === null
        ? `Udkast til ${strategyNouns[content.type]} »${content.title}« forelægges til vedtagelse.`
        : `Version ${version} af »${content.title}« forelægges til vedtagelse. Den afløser version ${replaces}.`,
    recommendation: `Sekretariaterne indstiller, **at** gruppen vedtager ${strategyNouns[content.type]} »${content.title}«, version ${version}.`,
    presentation: [
      content.purpose,
      '',
      `Perioden er den ${longDay(content.from)} til den ${longDay(content.to)}. ${areasText(content)}`,
      '',
      ...content.stars.map(({ title, goals }, at) => `${at + 1}. ${title} (${plural(goals.length, 'mål', 'mål')})`),
      '',
      `Hele teksten med ${plural(goalsOf(content).length, 'mål', 'mål')} og delmål kan læses på siden: ${path}.`,
    ].join('\n'),
  }),
}

/** »Gælder for alle 18 boligområder.« */
const areasText = ({ areas, allAreas }: Pick<StrategyContent, 'areas' | 'allAreas'>): string =>
  areas === null
    ? `Gælder for alle ${allAreas.length > 1 ? `${allAreas.length} ` : ''}boligområder.`
    : `Gælder for ${listDanish(areas.map(({ name }) => name))}.`
