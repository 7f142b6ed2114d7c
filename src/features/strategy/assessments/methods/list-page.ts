import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { takePage, withQuery } from '../../../../http/pages/paging.ts'
import { longDay } from '../../../../kernel/days.ts'
import { fold } from '../../../../kernel/fold.ts'
import { plural } from '../../../../kernel/text.ts'
import { loadTexts, readTextList, stateTag, type TextListQuery, textSight } from '../../../decisions/adoption/index.ts'
import { assessmentsPath, methodDraftPath, methodPath, methodsPath } from '../paths.ts'
import { methodKind } from './method-kind.ts'

export const assessmentTabs = (current: 'assessments' | 'methods') => ({
  label: 'Vurderinger',
  tabs: [
    { text: 'Områdernes vurdering', href: assessmentsPath, current: current === 'assessments' },
    { text: 'Vurderingsmetoder', href: methodsPath, current: current === 'methods' },
  ],
})

export async function methodsListPage(actor: Actor, { efter, ...filter }: TextListQuery) {
  const found = takePage(readTextList(actor, methodKind, { ...filter, after: efter }), row => ({
    key: filter.sorter === 'nyeste' ? row.writtenAt : fold(row.title),
    id: row.id,
  }))
  const ids = found.rows.map(({ id }) => id)
  const loaded = await loadTexts(actor.database.prisma, methodKind, { ids }, actor.today, textSight(actor))
  const texts = new Map(loaded.map(text => [text.id, text]))
  const kept = { ...filter, sorter: filter.sorter === 'titel' ? '' : filter.sorter }
  const filtered = filter.q !== '' || filter.vis !== ''
  return {
    title: 'Vurderingsmetoder',
    active: 'vurderinger',
    crumbs: [{ text: 'Vurderinger', href: assessmentsPath }, { text: 'Vurderingsmetoder' }],
    heading: 'Vurderingsmetoder',
    ways: assessmentTabs('methods'),
    beginHref: mayDo(actor, 'prepareTexts') ? `${methodsPath}/ny` : null,
    filtered,
    allHref: methodsPath,
    filters: {
      action: methodsPath,
      label: 'Søg i metoder',
      submit: 'Søg',
      clearHref: filtered ? methodsPath : null,
      fields: [
        { kind: 'search', name: 'q', label: 'Søg i titler', value: filter.q },
        {
          ...{ kind: 'select', name: 'vis', label: 'Vis', value: filter.vis },
          options: [
            { value: '', text: 'Alle' },
            { value: 'gaelder', text: 'Metoder, der gælder' },
            { value: 'arbejde', text: 'Udkast, der arbejdes på' },
          ],
        },
        {
          ...{ kind: 'select', name: 'sorter', label: 'Rækkefølge', value: filter.sorter },
          options: [
            { value: 'titel', text: 'Titel' },
            { value: 'nyeste', text: 'Sidst ændret' },
          ],
        },
      ],
    },
    rows: found.rows.flatMap(({ id, title }) => {
      const text = texts.get(id)
      if (!text) return []
      const { standing, standingFrom, newest, slug, state } = text
      const works = standing && newest.number !== standing.number
      return [
        {
          title,
          href: standing ? methodPath(slug) : methodDraftPath(slug),
          terms: plural((standing ?? newest).content.terms.length, 'indikator', 'indikatorer'),
          tag: standing ? stateTag('IN_FORCE') : stateTag(state),
          since: standing && standingFrom ? `Version ${standing.version} fra den ${longDay(standingFrom)}` : '',
          draft: works ? { href: methodDraftPath(slug), text: `Udkast til version ${newest.version}` } : '',
        },
      ]
    }),
    nextHref: found.next ? withQuery(methodsPath, { ...kept, efter: found.next }) : null,
    prevHref: efter ? withQuery(methodsPath, kept) : null,
  }
}
