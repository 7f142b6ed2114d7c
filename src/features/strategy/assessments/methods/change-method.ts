import type { Actor } from '../../../../access/actor.ts'
import { brokenRule, refuseAll } from '../../../../kernel/refusal.ts'
import { beginText, editText } from '../../../decisions/adoption/index.ts'
import { readIndicators } from '../../knowledge/index.ts'
import { firstLevels, type MethodContent, type MethodLevel, type MethodTerm } from './method-content.ts'
import { methodKind } from './method-kind.ts'
import { levelObjections, mostTerms, nextKey, termObjections, withoutTerm, withTerm } from './method-rules.ts'

export type MethodHead = Pick<MethodContent, 'title' | 'purpose' | 'reviewMonths'>

/** R38: both secretariats write the methods; each begins with the four levels, which are its own to change. */
export const beginMethod = (
  actor: Actor,
  head: MethodHead & Partial<Pick<MethodContent, 'terms' | 'levels'>>,
): Promise<{ slug: string }> => beginText(actor, methodKind, { terms: [], levels: firstLevels, ...head })

interface Of {
  slug: string
  /** The number of the draft that the form was made from. */
  version: number
}

export const editMethod = (actor: Actor, { slug, version, ...head }: Of & MethodHead) =>
  editText(actor, methodKind, {
    slug,
    version,
    change: content => ({ ...content, ...head }),
    shown: ({ title, purpose, reviewMonths }) => ({ title, purpose, reviewMonths: String(reviewMonths) }),
    note: () => 'Titel, formål eller måneder er rettet.',
  })

export type TermDraft = Pick<
  MethodTerm,
  'indicatorId' | 'worse' | 'yardstick' | 'limit' | 'yearsBack' | 'bands' | 'floor'
>

/** @param key of the term that is edited; null: a new one */
export const saveTerm = (
  actor: Actor,
  { slug, version, key, draft }: Of & { key: string | null; draft: TermDraft },
) => {
  const indicator = readIndicators(actor.database).find(({ id }) => id === draft.indicatorId)
  if (!indicator) throw brokenRule('Vælg indikatoren fra listen.', 'indicatorId')
  refuseAll(termObjections(draft))
  const { name, unit, decimals } = indicator
  return editText(actor, methodKind, {
    slug,
    version,
    keysIn: ({ terms }) => (key === null ? terms.map(term => term.key) : []),
    change: (content, keys) => {
      if (key === null && content.terms.length >= mostTerms)
        throw brokenRule(`En metode har højst ${mostTerms} indikatorer.`)
      if (key !== null && !content.terms.some(term => term.key === key)) return null
      const own = key ?? nextKey(keys)
      return withTerm(content, { key: own, ...draft, indicator: name, unit, decimals })
    },
    shown: (content): Record<string, string> => {
      const term = content.terms.find(one => one.key === key)
      return term ? { yardstick: term.yardstick, worse: term.worse } : {}
    },
    note: () => (key === null ? `Indikatoren »${name}« er tilføjet.` : `Indikatoren »${name}« er rettet.`),
  })
}

export const removeTerm = (actor: Actor, { slug, version, key }: Of & { key: string }) =>
  editText(actor, methodKind, {
    slug,
    version,
    change: content => withoutTerm(content, key),
    shown: content => ({ term: content.terms.find(term => term.key === key)?.indicator ?? '' }),
    note: content => `Indikatoren »${content.terms.find(term => term.key === key)?.indicator ?? ''}« er fjernet.`,
  })

export const saveLevels = (
  actor: Actor,
  { slug, version, levels }: Of & { levels: readonly Omit<MethodLevel, 'key'>[] },
) => {
  refuseAll(levelObjections(levels))
  return editText(actor, methodKind, {
    slug,
    version,
    change: content => ({ ...content, levels: levels.map((level, at) => ({ key: `n${at + 1}`, ...level })) }),
    shown: content => ({ levels: content.levels.map(({ name, from }) => `${name} ${from}`).join(', ') }),
    note: () => 'Niveauerne er rettet.',
  })
}
