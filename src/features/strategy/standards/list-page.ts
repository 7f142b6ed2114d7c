import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { takePage, withQuery } from '../../../http/pages/paging.ts'
import { longDay } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'
import { plural } from '../../../kernel/text.ts'
import {
  findTexts,
  type LoadedText,
  readTextList,
  stateTag,
  type TextListQuery,
} from '../../decisions/adoption/index.ts'
import { standardDraftPath, standardPath, standardsPath } from './paths.ts'
import { audiences, type StandardContent } from './standard-content.ts'
import { standardKind } from './standard-kind.ts'

export async function listPage(actor: Actor, { efter, ...filter }: TextListQuery) {
  const mayBegin = mayDo(actor, 'prepareTexts')
  const found = takePage(readTextList(actor, standardKind, { ...filter, after: efter }), row => ({
    key: filter.sorter === 'nyeste' ? row.writtenAt : fold(row.title),
    id: row.id,
  }))
  const ids = found.rows.map(({ id }) => id)
  const texts = new Map((await findTexts(actor, standardKind, ids)).map(text => [text.id, text]))
  const kept = { ...filter, sorter: filter.sorter === 'titel' ? '' : filter.sorter }
  return {
    title: 'Fælles standarder',
    active: 'standarder',
    crumbs: [{ text: 'Fælles standarder' }],
    heading: 'Fælles standarder',
    lead: 'Det faglige niveau, som parterne i fællesskab har besluttet. En standard gælder, når fælles boligstrategisk gruppes beslutning om den er trådt i kraft.',
    filters: {
      ...filter,
      shown: [
        { value: '', text: 'Alle' },
        { value: 'gaelder', text: 'Standarder, der gælder' },
        { value: 'arbejde', text: 'Udkast, der arbejdes på' },
      ],
      sorts: [
        { value: 'titel', text: 'Titel' },
        { value: 'nyeste', text: 'Sidst ændret' },
      ],
    },
    filtered: filter.q !== '' || filter.vis !== '',
    mayBegin,
    beginHref: `${standardsPath}/ny`,
    rows: found.rows.flatMap(({ id, title }) => {
      const text = texts.get(id)
      return text ? [lineOf(title, text)] : []
    }),
    nextHref: found.next ? withQuery(standardsPath, { ...kept, efter: found.next }) : null,
    prevHref: efter ? withQuery(standardsPath, kept) : null,
  }
}

function lineOf(title: string, text: LoadedText<StandardContent>) {
  const { standing, standingFrom, newest, slug, state } = text
  const shown = (standing ?? newest).content
  const worked = newest.number !== standing?.number
  return {
    href: standing ? standardPath(slug) : standardDraftPath(slug),
    title,
    audience: audiences[shown.appliesTo],
    points: plural(shown.points.length, 'punkt', 'punkter'),
    tag: standing ? stateTag('IN_FORCE') : stateTag(state),
    since: standing && standingFrom ? `Version ${standing.version} fra den ${longDay(standingFrom)}` : '',
    draft: standing && worked ? { href: standardDraftPath(slug), text: `Udkast til version ${newest.version}` } : null,
  }
}
