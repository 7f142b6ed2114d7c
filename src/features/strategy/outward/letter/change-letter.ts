import type { Actor } from '../../../../access/actor.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { editText } from '../../../decisions/adoption/index.ts'
import { headOf, type LetterContent, type LetterHead, type LetterSection } from './letter-content.ts'
import { letterKind } from './letter-kind.ts'
import { mostSections, withoutSection, withSection, withSectionEdited, withSectionMoved } from './letter-rules.ts'

interface Of {
  slug: string
  /** The number of the draft that the form was made from. */
  version: number
}

type SectionText = Omit<LetterSection, 'key'>

export const editLetterHead = (actor: Actor, { slug, version, kind, title, addressee, reference }: Of & LetterHead) =>
  editText(actor, letterKind, {
    slug,
    version,
    change: content => ({ ...content, kind, title, addressee, reference }),
    shown: content => ({ ...headOf(content) }),
    note: () => 'Brevets hoved er rettet.',
  })

const numberOf = ({ sections }: LetterContent, key: string): number =>
  sections.findIndex(section => section.key === key) + 1

const keysIn = ({ sections }: LetterContent): string[] => sections.map(({ key }) => key)

export const addSection = (actor: Actor, { slug, version, heading, text }: Of & SectionText) =>
  editText(actor, letterKind, {
    slug,
    version,
    keysIn,
    change(content, keys) {
      if (content.sections.length >= mostSections)
        throw brokenRule(`Et brev har højst ${mostSections} afsnit. Saml nogle af dem.`)
      return withSection(content, { heading, text }, keys)
    },
    // Whoever adds a section takes nothing from what somebody else has written meanwhile.
    shown: () => ({}),
    note: content => `Afsnit ${content.sections.length + 1} er tilføjet.`,
  })

export const editSection = (actor: Actor, { slug, version, key, heading, text }: Of & SectionText & { key: string }) =>
  editText(actor, letterKind, {
    slug,
    version,
    change: content => withSectionEdited(content, key, { heading, text }),
    shown: content => {
      const section = content.sections.find(one => one.key === key)
      return { heading: section?.heading ?? '', text: section?.text ?? '' }
    },
    note: content => `Afsnit ${numberOf(content, key)} er rettet.`,
  })

export const removeSection = (actor: Actor, { slug, version, key }: Of & { key: string }) =>
  editText(actor, letterKind, {
    slug,
    version,
    change: content => withoutSection(content, key),
    shown: content => ({ text: content.sections.find(one => one.key === key)?.text ?? '' }),
    note: content => `Afsnit ${numberOf(content, key)} er fjernet.`,
  })

export const moveSection = (
  actor: Actor,
  { slug, version, key, direction }: Of & { key: string; direction: 'UP' | 'DOWN' },
) =>
  editText(actor, letterKind, {
    slug,
    version,
    change: content => withSectionMoved(content, key, direction),
    shown: content => ({ order: content.sections.map(section => section.key).join(' ') }),
    note: content => `Afsnit ${numberOf(content, key)} er flyttet ${direction === 'UP' ? 'op' : 'ned'}.`,
  })
