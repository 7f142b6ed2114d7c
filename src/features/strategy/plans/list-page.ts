import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { takePage, withQuery } from '../../../http/pages/paging.ts'
import { longDay } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'
import {
  findTexts,
  type LoadedText,
  readsDraft,
  readTextList,
  stateTag,
  type TextListQuery,
} from '../../decisions/adoption/index.ts'
import { actionsPath, newPlanPath, planDraftPath, planPath, plansPath } from './paths.ts'
import type { PlanContent } from './plan-content.ts'
import { planKind } from './plan-kind.ts'

/** The action plans of all years. */
export async function plansPage(actor: Actor, { efter, ...filter }: TextListQuery) {
  const found = takePage(readTextList(actor, planKind, { ...filter, after: efter }), row => ({
    key: filter.sorter === 'nyeste' ? row.writtenAt : fold(row.title).slice(0, 60),
    id: row.id,
  }))
  const ids = found.rows.map(({ id }) => id)
  const loaded = await findTexts(actor, planKind, ids)
  const texts = new Map(loaded.map(text => [text.id, text]))
  const kept = { ...filter, sorter: filter.sorter === 'titel' ? '' : filter.sorter }
  const mayBegin = mayDo(actor, 'prepareTexts')
  return {
    title: 'Handlingsplaner',
    active: 'handlinger',
    crumbs: [{ text: 'Handlinger', href: actionsPath }, { text: 'Handlingsplaner' }],
    heading: 'Handlingsplaner',
    beginHref: mayBegin ? newPlanPath : null,
    action: plansPath,
    fields: [
      { name: 'q', label: 'Søg i titel', kind: 'search', value: filter.q },
      {
        name: 'vis',
        label: 'Vis',
        kind: 'select',
        all: 'Alle',
        value: filter.vis,
        options: [
          { value: 'gaelder', text: 'Planer, der gælder' },
          { value: 'arbejde', text: 'Udkast, der arbejdes på' },
        ],
      },
      {
        name: 'sorter',
        label: 'Rækkefølge',
        kind: 'select',
        value: filter.sorter === 'nyeste' ? 'nyeste' : '',
        all: 'Titel',
        options: [{ value: 'nyeste', text: 'Sidst ændret' }],
      },
    ],
    clearHref: filter.q || filter.vis ? plansPath : null,
    filtered: filter.q !== '' || filter.vis !== '',
    rows: found.rows.flatMap(({ id, title }) => {
      const text = texts.get(id)
      return text ? [lineOf(actor, title, text)] : []
    }),
    nextHref: found.next ? withQuery(plansPath, { ...kept, efter: found.next }) : null,
    prevHref: efter ? withQuery(plansPath, kept) : null,
  }
}

function lineOf(actor: Actor, title: string, text: LoadedText<PlanContent>) {
  const { standing, standingFrom, newest, slug, state } = text
  const { content } = standing ?? newest
  const worked = standing && newest.number !== standing.number && readsDraft(actor, text)
  return {
    title,
    href: standing ? planPath(slug) : planDraftPath(slug),
    year: String(content.year),
    strategy: content.strategy.title,
    tag: standing ? stateTag('IN_FORCE') : stateTag(state),
    since: standing && standingFrom ? `Version ${standing.version} fra den ${longDay(standingFrom)}` : '',
    actions: String(content.actions.length),
    draftHref: worked ? planDraftPath(slug) : null,
  }
}
