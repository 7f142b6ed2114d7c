import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { takePage, withQuery } from '../../../http/pages/paging.ts'
import { longDay } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'
import { plural } from '../../../kernel/text.ts'
import { findTexts, type LoadedText, readsDraft, readTextList, stateTag } from '../../decisions/adoption/index.ts'
import { indicatorsPath } from '../knowledge/paths.ts'
import { horizonText } from './document-page.ts'
import { overdueReview } from './find-strategy.ts'
import type { ListQuery } from './forms.ts'
import { strategiesPath, strategyDraftPath, strategyPath, strategyProgressPath } from './paths.ts'
import { type StrategyContent, strategyTypes } from './strategy-content.ts'
import { strategyKind } from './strategy-kind.ts'
import { goalsOf, targetsOf } from './strategy-numbers.ts'

export async function listPage(actor: Actor, { efter, ...filter }: ListQuery) {
  const mayBegin = mayDo(actor, 'prepareTexts')
  const found = takePage(readTextList(actor, strategyKind, listFilter(actor, filter, efter)), row => ({
    key: filter.sorter === 'nyeste' ? row.writtenAt : fold(row.title),
    id: row.id,
  }))
  const ids = found.rows.map(({ id }) => id)
  const texts = new Map((await findTexts(actor, strategyKind, ids)).map(text => [text.id, text]))
  const kept = { ...filter, sorter: filter.sorter === 'titel' ? '' : filter.sorter }
  return {
    title: 'Fælles strategier',
    active: 'strategier',
    crumbs: [{ text: 'Fælles strategier' }],
    heading: 'Fælles strategier',
    lead: 'Politikker, strategier og retningslinjer, som parterne har besluttet sammen. En tekst gælder, når fælles boligstrategisk gruppes beslutning om den er trådt i kraft.',
    filters: {
      ...filter,
      shown: [
        { value: '', text: 'Alle' },
        { value: 'gaelder', text: 'Tekster, der gælder' },
        { value: 'arbejde', text: 'Udkast, der arbejdes på' },
        { value: 'gennemgang', text: 'Gennemgang overskredet' },
      ],
      types: [{ value: '', text: 'Alle' }, ...Object.entries(strategyTypes).map(([value, text]) => ({ value, text }))],
      sorts: [
        { value: 'titel', text: 'Titel' },
        { value: 'nyeste', text: 'Sidst ændret' },
      ],
    },
    filtered: filter.q !== '' || filter.vis !== '' || filter.type !== '',
    mayBegin,
    beginHref: `${strategiesPath}/ny`,
    listHref: strategiesPath,
    indicatorsHref: indicatorsPath,
    rows: found.rows.flatMap(({ id, title }) => {
      const text = texts.get(id)
      return text ? [lineOf(actor, title, text)] : []
    }),
    nextHref: found.next ? withQuery(strategiesPath, { ...kept, efter: found.next }) : null,
    prevHref: efter ? withQuery(strategiesPath, kept) : null,
  }
}

function listFilter(actor: Actor, { vis, type, ...filter }: Omit<ListQuery, 'efter'>, after: ListQuery['efter']) {
  return {
    ...filter,
    vis: vis === 'gennemgang' ? ('gaelder' as const) : vis,
    after,
    of: [
      ...(vis === 'gennemgang' ? [{ content: '$.reviewOn', below: actor.today }] : []),
      ...(type ? [{ content: '$.type', is: type }] : []),
    ],
  }
}

function lineOf(actor: Actor, title: string, text: LoadedText<StrategyContent>) {
  const { standing, standingFrom, newest, slug, state } = text
  const shown = (standing ?? newest).content
  const worked = newest.number !== standing?.number && readsDraft(actor, text)
  const goals = goalsOf(shown).length
  return {
    href: standing ? strategyPath(slug) : strategyDraftPath(slug),
    title,
    type: strategyTypes[shown.type],
    horizon: horizonText(shown),
    extent:
      goals > 0
        ? `${plural(shown.stars.length, 'pejlemærke', 'pejlemærker')}, ${plural(goals, 'mål', 'mål')}`
        : 'Ingen mål',
    tag: standing ? stateTag('IN_FORCE') : stateTag(state),
    since: standing && standingFrom ? `Version ${standing.version} fra den ${longDay(standingFrom)}` : '',
    review: standing ? overdueReview(shown, actor.today) : null,
    progressHref: standing && targetsOf(shown).length > 0 ? strategyProgressPath(slug) : null,
    draftHref: standing && worked ? strategyDraftPath(slug) : null,
  }
}
