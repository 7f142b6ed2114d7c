import type { Actor } from '../../../access/actor.ts'
import { brokenRule } from '../../../kernel/refusal.ts'
import { beginText, editText } from '../../decisions/adoption/index.ts'
import type { StandardContent } from './standard-content.ts'
import { standardKind } from './standard-kind.ts'
import { mostPoints, withoutPoint, withPoint, withPointEdited, withPointMoved } from './standard-rules.ts'

export type StandardHead = Pick<StandardContent, 'title' | 'purpose' | 'appliesTo'>

/** §5: both secretariats write the standards that the parties decide upon together. */
export const beginStandard = (actor: Actor, head: StandardHead): Promise<{ slug: string }> =>
  beginText(actor, standardKind, { ...head, points: [] })

interface Of {
  slug: string
  /** The number of the draft that the form was made from. */
  version: number
}

export const editStandard = (actor: Actor, { slug, version, title, purpose, appliesTo }: Of & StandardHead) =>
  editText(actor, standardKind, {
    slug,
    version,
    change: content => ({ ...content, title, purpose, appliesTo }),
    shown: content => ({ title: content.title, purpose: content.purpose, appliesTo: content.appliesTo }),
    note: () => 'Titel, formål eller målgruppe er rettet.',
  })

const numberOf = ({ points }: StandardContent, key: string): number => points.findIndex(point => point.key === key) + 1

export interface PointText {
  text: string
  evidence: string
}

export const addPoint = (actor: Actor, { slug, version, text, evidence }: Of & PointText) =>
  editText(actor, standardKind, {
    slug,
    version,
    keysIn: ({ points }) => points.map(({ key }) => key),
    change: (content, keys) => {
      if (content.points.length >= mostPoints)
        throw brokenRule(`En standard har højst ${mostPoints} punkter. Saml nogle af dem, eller del standarden i to.`)
      return withPoint(content, { text, evidence }, keys)
    },
    // Whoever adds a point takes nothing from what somebody else has written meanwhile.
    shown: () => ({}),
    note: content => `Punkt ${content.points.length + 1} er tilføjet.`,
  })

export const editPoint = (actor: Actor, { slug, version, key, text, evidence }: Of & PointText & { key: string }) =>
  editText(actor, standardKind, {
    slug,
    version,
    change: content => withPointEdited(content, key, { text, evidence }),
    shown: content => {
      const point = content.points.find(one => one.key === key)
      return { text: point?.text ?? '', evidence: point?.evidence ?? '' }
    },
    note: content => `Punkt ${numberOf(content, key)} er rettet.`,
  })

export const removePoint = (actor: Actor, { slug, version, key }: Of & { key: string }) =>
  editText(actor, standardKind, {
    slug,
    version,
    change: content => withoutPoint(content, key),
    shown: content => ({ text: content.points.find(one => one.key === key)?.text ?? '' }),
    note: content => `Punkt ${numberOf(content, key)} er fjernet.`,
  })

export const movePoint = (
  actor: Actor,
  { slug, version, key, direction }: Of & { key: string; direction: 'UP' | 'DOWN' },
) =>
  editText(actor, standardKind, {
    slug,
    version,
    change: content => withPointMoved(content, key, direction),
    shown: content => ({ order: content.points.map(point => point.key).join(' ') }),
    note: content => `Punkt ${numberOf(content, key)} er flyttet ${direction === 'UP' ? 'op' : 'ned'}.`,
  })
